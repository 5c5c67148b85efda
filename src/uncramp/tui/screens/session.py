"""The session: the person's keys go in, what happens is shown."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.guidance.actions import available
from uncramp.guidance.context import Context, no_page
from uncramp.guidance.pacing import next_refresh_ms
from uncramp.guidance.view import view_of
from uncramp.i18n import _
from uncramp.night import is_night
from uncramp.sound.bell import rings
from uncramp.tui import keys
from uncramp.tui.key_repeat import KeyRepeat
from uncramp.tui.messages import Over
from uncramp.tui.screens.pages import why_page
from uncramp.tui.widgets.screen_frame import KeyBar, ScreenFrame, TopBar
from uncramp.tui.widgets.session_stage import SessionStage
from uncramp.words.session import happened
from uncramp.words.signs import Reason

_NOTICE_MS = 6_000
_ONLY_SAID = (ev.SecondsLeft, ev.Halfway)
"""Events that change nothing of what keys do."""


class SessionScreen(Screen[None]):
    """Plays one plan."""

    BINDINGS = keys.bind(
        keys.PAUSE, keys.GO_ON, keys.RELIEF, keys.NEXT, keys.SILENT, keys.YES, keys.NO, keys.UNSURE, keys.OFFER,
        keys.EASED, keys.WORSE, keys.SIGNS, keys.READ_ON, keys.READ_BACK, keys.HELPER, keys.UNDO, keys.OTHER_SIDE, keys.WHY, keys.MORE,
        keys.ON, keys.BACK, keys.SOUND, keys.STOP,
    )  # fmt: skip

    def __init__(self, context: Context, session: Session, *, at: int = 0) -> None:
        """Play a session that is ready to start, from the interval `at` on."""
        super().__init__()
        self.context = context
        self.session, self._at = session, at
        self._top, self._stage = TopBar(session.plan.title), SessionStage(context)
        self._held = KeyRepeat()
        self._helper = False
        self._sound = bool(context.profile.sound)  # silent unless it was asked for
        self._notice = ""
        self._notice_until = 0
        self._timer: Timer | None = None
        self._begun: list[ev.Event] = []

    def compose(self) -> ComposeResult:
        """Where one is, what to do, the keys. It starts at once."""
        self._begun = self.session.start(self.context.clock(), at=self._at)
        self._show()
        with ScreenFrame():
            yield self._top
            yield self._stage
            yield KeyBar()

    def on_mount(self) -> None:
        """Say what has happened by now."""
        self._tell(self._begun)
        self._look_again()

    # The clock.

    def _look_again(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if not self.session.phase.over and self.is_attached:
            wait_ms = next_refresh_ms(self.session, self.context.clock())
            self._timer = self.set_timer(wait_ms / 1000, self.look)

    def look(self) -> None:
        """Ask the session what has happened by now, and look again in time."""
        self._tell(self.session.tick(self.context.clock()))
        self._look_again()

    def _tell(self, events: list[ev.Event]) -> None:
        self.context.diary.hear(self.session, events, self.context.clock())
        for event in events:
            if self._sound and rings(event):
                self.app.bell()
            if said := happened(event, self.session.plan):
                self._note(said)
        self._show()
        if any(not isinstance(event, _ONLY_SAID) for event in events):
            self.refresh_bindings()
            self.call_after_refresh(
                self.refresh_bindings
            )  # whether all words fit is known when they are laid out
        for event in events:
            self._turn(event)

    def _turn(self, event: ev.Event) -> None:
        """Go to another page where an event calls for one."""
        match event:
            case ev.Worse():
                self._open_signs(Reason.WORSE)
            case ev.SignsNeeded():
                self.app.push_screen(self._signs(Reason.ANSWER), self._after_answer)
            case ev.UrgentHelp():
                self._open_signs(Reason.URGENT)
            case ev.Finished():
                self._leave_if_over()
            case _:
                pass

    def _leave_if_over(self) -> None:
        if self.session.phase is Phase.FINISHED and self.is_current:
            self.post_message(Over(self.session))

    def on_screen_resume(self) -> None:
        """The plan may have ended behind another page."""
        self._leave_if_over()

    def _note(self, words: str) -> None:
        self._notice, self._notice_until = words, self.context.clock() + _NOTICE_MS

    def _show(self) -> None:
        now = self.context.clock()
        view = view_of(self.session, now)
        notice = self._notice if now < self._notice_until or self.session.phase is Phase.AWAY else ""
        where = (
            _("{title} · {now}").format(title=view.title, now=view.scene.name) if view.scene else view.title
        )
        self._top.show(where, view.cramp)
        self._stage.show(view, helper=self._helper, notice=notice)

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only the keys that do something now."""
        if action in ("read_on", "read_back"):
            return self._stage.overflows
        return available(action, self.session)

    def action_read_on(self) -> None:
        """Read on."""
        self._stage.read(1)

    def action_read_back(self) -> None:
        """Read what stands above."""
        self._stage.read(-1)

    def _do(self, change: Callable[[int], list[ev.Event]]) -> None:
        """Let the person change the session."""
        self._held.forget()
        self._tell(change(self.context.clock()))

    def action_press_enter(self) -> None:
        """What Enter does, for the mouse."""
        if self.check_action("relief", ()):
            self.action_relief()
        else:
            self.action_next()

    def action_relief(self) -> None:
        """It's gone."""
        self._do(self.session.relief)

    def action_next(self) -> None:
        """Done, next."""
        self._do(self.session.next)

    def action_on(self) -> None:
        """On, without saying that it's gone."""
        now = self.context.clock()
        if not self._held.repeats(now):
            self._tell(self.session.next(now))

    action_silent = action_next

    def action_back(self) -> None:
        """Back."""
        self._do(self.session.back)

    def action_pause(self) -> None:
        """Stand still."""
        self._do(self.session.pause)

    def action_go_on(self) -> None:
        """Go on."""
        self._do(self.session.resume)

    action_eased = action_relief

    def action_yes(self) -> None:
        """Yes."""
        self._do(partial(self.session.answer, answer=Answer.YES))

    def action_no(self) -> None:
        """No."""
        self._do(partial(self.session.answer, answer=Answer.NO))

    def action_unsure(self) -> None:
        """Not sure."""
        self._do(partial(self.session.answer, answer=Answer.UNSURE))

    def action_offer(self) -> None:
        """Try the routine that is offered."""
        self._do(self.session.take_offer)

    def action_undo(self) -> None:
        """Take back."""
        self._do(self.session.undo)

    def action_other_side(self) -> None:
        """The other side."""
        self._do(self.session.other_side)

    def action_more(self) -> None:
        """Ten seconds more."""
        self._do(self.session.more_time)

    def action_worse(self) -> None:
        """It gets worse."""
        self._do(self.session.worse)

    def action_helper(self) -> None:
        """Words for a helper, or for the person again."""
        self._held.forget()
        self._helper = not self._helper
        self._show()

    def action_sound(self) -> None:
        """The bell on or off."""
        self._sound = not self._sound
        self._note(_("The bell is on.") if self._sound else _("The bell is off."))
        self._show()

    # Other pages. The session stands still behind them, and then goes on.

    def action_signs(self) -> None:
        """The warning signs."""
        self._open_signs(Reason.LOOK)

    def action_why(self) -> None:
        """Why, and the sources."""
        if interval := self.session.interval:
            self.open_if_it_holds(partial(why_page, self.context, self.session.plan, interval.step))

    def action_stop(self) -> None:
        """Stop: asked once by day, at once in a first aid at night."""
        if self.session.plan.measures_cramp and is_night(self.context.local_time()):
            self._stop(really=True)
        else:
            from uncramp.tui.screens.stop import StopScreen

            self.open_page(StopScreen(), self._stop)

    def _stop(self, really: bool | None) -> None:
        if really:
            self._do(self.session.stop)
            self.post_message(Over(self.session))

    def _signs(self, reason: Reason) -> Screen[bool]:
        from uncramp.tui.screens.signs import SignsScreen

        return SignsScreen(reason, self.context.emergency_number)

    def _open_signs(self, reason: Reason) -> None:
        self.open_page(self._signs(reason))

    def _after_answer(self, taken_back: bool | None) -> None:
        if taken_back:
            self._do(self.session.undo)
            self._look_again()
        else:
            self.post_message(Over(self.session))

    def open_if_it_holds(self, make: Callable[[], Screen[bool]]) -> None:
        """Open a page that help does not need."""
        page = self.context.page(make)
        if page is None:
            self._note(no_page())
            self._show()
        else:
            self.open_page(page)

    def open_page(self, page: Screen[bool], then: Callable[[bool | None], None] | None = None) -> None:
        """Open another page. The session stands still behind it, and goes on after it if it did before."""
        ran = self.session.phase is Phase.RUNNING
        if ran:
            self._do(self.session.pause)

        def back(result: bool | None) -> None:
            if then is not None:
                then(result)
            if ran:
                self._do(self.session.resume)

        self.app.push_screen(page, back)
