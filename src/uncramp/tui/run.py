"""Runs the application on the terminal, from its first paint to what the terminal was before."""

from collections.abc import Callable, Sequence

from uncramp.domain.plan import Plan
from uncramp.domain.session import Session
from uncramp.guidance.context import Context
from uncramp.tui import textual_workarounds as upstream
from uncramp.tui.app import UncrampApp


def run_app(
    context: Context,
    plan: Plan | None,
    in_hand: Callable[[Session | None], None],
    typed: Sequence[str] = (),
    *,
    auto: bool = False,
) -> int:
    """Run the program on the terminal, as `UncrampApp` does with these; its exit status.

    Raises:
        Exception: whatever broke the screen; the terminal is then as Textual left it.
    """
    paint = context.first_paint
    painted, early = paint.on_screen, [] if plan is None else paint.typed()
    paint.hand_over()
    driver = upstream.driver_after_first_paint(paint, painted=painted, typed=early)
    began = paint.began
    app = UncrampApp(
        context, plan, driver=driver, painted=painted, cramp_began=began, in_hand=in_hand, typed=typed, auto=auto
    )
    try:
        with upstream.told_if_writing_fails(lambda error: app.call_later(app.fail, error)):
            app.run()
    finally:
        upstream.end_of_input(app)
        context.first_paint.leave()
    app.raise_failure()
    return app.return_code or 0
