"""A routine before it is begun: its steps one by one, each moving in its own time."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.screen import Screen
from textual.timer import Timer

from uncramp.domain.plan import Plan
from uncramp.domain.position import move_at
from uncramp.domain.routine import Routine
from uncramp.guidance.context import Context
from uncramp.guidance.preview import StepPreview, step_previews
from uncramp.guidance.routines import swap_of
from uncramp.i18n import _
from uncramp.terminal.layout import Room
from uncramp.tui import keys
from uncramp.tui.messages import RoutineChosen
from uncramp.tui.screens.page import ReadScreen
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.plain_text import BigText, PlainText, ScrolledText
from uncramp.words.session import swap_words

_BESIDE, _BELOW = (64, 16), (36, 28)
"""The least columns and lines for a figure beside the words, or below them."""

_SHARE, _WIDEST = 0.52, 80
"""How much of the width a figure beside the words takes, and the most of it in columns."""


def open_preview(screen: Screen[Any], context: Context, routine: Routine) -> None:
    """Show what a routine is on top of a screen, which is told `RoutineChosen` when the person wants to start it."""

    def closed(wanted: bool | None) -> None:
        if wanted:
            screen.post_message(RoutineChosen(routine))

    plan = context.plan(routine)
    steps = step_previews(plan)
    if steps:
        swap = swap_of(routine, plan)
        instead = swap_words(swap.old_title, swap.why) if swap else ""
        screen.app.push_screen(PreviewScreen(context, plan, steps, instead), closed)
    else:  # nothing of it is for this person: what starts it says why
        closed(wanted=True)


class PreviewScreen(ReadScreen[bool]):
    """Steps through a plan. Closing it gives whether the person wants to start."""

    PLACE = _("Before you start")
    BINDINGS = keys.bind(keys.BEGIN, keys.STEP_ON, keys.STEP_BACK, keys.MORE, keys.MORE_ABOVE, keys.AWAY, keys.SIGNS)
    DEFAULT_CSS = """
    PreviewScreen #middle { height: 1fr; margin-top: 1; }
    PreviewScreen #words { width: 1fr; }
    PreviewScreen #swap { color: $foreground; margin-bottom: 1; }
    PreviewScreen #name { color: $accent; text-style: bold; }
    PreviewScreen #say { margin-top: 1; }
    PreviewScreen #moves { color: $foreground; margin-top: 1; }
    PreviewScreen #dose { color: $quiet; text-style: none; }
    PreviewScreen #how { color: $quiet; margin-top: 1; }
    PreviewScreen #cautions { color: $alert; margin-top: 1; }
    ScreenFrame.-tiny #middle, ScreenFrame.-tiny #say { margin: 0; }
    PreviewScreen FigureView { margin-left: 2; }
    PreviewScreen.-below #middle { layout: vertical; }
    PreviewScreen.-below FigureView { margin-left: 0; width: 1fr; }
    """

    def __init__(self, context: Context, plan: Plan, steps: tuple[StepPreview, ...], instead: str = "") -> None:
        """Show a plan's steps; above the first of them, what it is played in the place of, and why."""
        super().__init__(plan.title, context)
        self._instead = instead
        self._plan, self._steps = plan, steps
        self._nth = self._say_lines = 0
        self._began = context.clock()
        self._timer: Timer | None = None
        # Held, not looked up: a key may close the page before it is drawn.
        self._words = ScrolledText(id="words")
        self._swap = PlainText(id="swap")
        self._called, self._say, self._moves = PlainText(id="name"), BigText(id="say"), PlainText(id="moves")
        self._dose, self._how, self._cautions = BigText(id="dose"), PlainText(id="how"), PlainText(id="cautions")
        self._figure = FigureView(context, alone=True)

    @property
    def in_sight(self) -> ScrolledText:
        return self._words

    @property
    def step(self) -> StepPreview:
        return self._steps[self._nth]

    def body(self) -> ComposeResult:
        with Horizontal(id="middle"):
            with self._words:
                yield from (self._swap, self._called, self._say, self._moves, self._dose, self._cautions, self._how)
            yield self._figure

    def on_mount(self) -> None:
        self._turn_to(0)

    def on_resize(self, event: Resize) -> None:
        # Not within the laying out: that would forget that it has to be done again.
        self.call_later(self._fit, Room(*event.size))

    def _fit(self, room: Room) -> None:
        beside, below = room.holds(*_BESIDE), room.holds(*_BELOW)
        self.set_class(below and not beside, "-below")
        self._figure.styles.width = min(_WIDEST, int(room.columns * _SHARE)) if beside else None
        self._figure.display = beside or below
        self._say_lines = room.lines // 3 if room.large else 0
        self._say.say(self.step.step.say, self._say_lines)

    def _turn_to(self, nth: int) -> None:
        self._nth, self._began = nth, self.context.clock()
        step = self.step.step
        count = _("step {n} of {many}").format(n=nth + 1, many=len(self._steps))
        self.top.show(self._plan.title, count)
        self._swap.show("" if nth else self._instead)
        self._called.show(step.name)
        self._say.say(step.say, self._say_lines)
        self._dose.say(self.step.dose, 0)  # in ordinary words, which part no number from what it counts
        self._how.show(step.how)
        self._cautions.show("\n".join(f"▲ {one}" for one in step.cautions))
        self._words.scroll_home(animate=False)
        self.look()

    def look(self) -> None:
        elapsed = self.context.clock() - self._began
        shown = move_at(self.step.step, elapsed) if self.step.step.moves else None
        marked = (("▸ " if shown and one == shown.nth else "  ") + move for one, move in enumerate(self.step.moves))
        self._moves.show("\n".join(marked))
        self._figure.show(self.step.pictured(elapsed))
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if shown is not None:
            wait_ms = shown.move.seconds * 1000 - shown.elapsed
            self._timer = self.set_timer(max(1, wait_ms) / 1000, self.look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is one step only, there is no other to go to."""
        return super().check_action(action, parameters) and (len(self._steps) > 1 or action != "step")

    def action_step(self, by: int) -> None:
        self._turn_to((self._nth + by) % len(self._steps))
