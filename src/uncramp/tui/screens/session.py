"""The session: the person's keys go in, what happens is shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer

from uncramp.domain import events as ev
from uncramp.domain.diary import Entry
from uncramp.domain.profile import SoundPreference
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.guidance import actions
from uncramp.guidance.context import Context, no_sound
from uncramp.guidance.diary_thread import in_thread
from uncramp.guidance.recording import Leaving, leaving_at_once
from uncramp.guidance.view import next_refresh_ms, view_of
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui import keys
from uncramp.tui.messages import Over
from uncramp.tui.screens.page import FramedScreen, Result
from uncramp.tui.widgets.session_stage import SessionStage
from uncramp.words.session import goes_on_by_itself, happened
from uncramp.words.signs import Reason

if TYPE_CHECKING:  # help waits for nothing that is heard
    from uncramp.sound.awake import Awake
    from uncramp.sound.session_sound import SessionSound

_NOTICE_MS = 6_000
_PAGES = {"pagedown": "page_on", "pageup": "page_back"}
"""Keys that read on also in a question, where the arrows mark answers."""
_ONLY_SAID = (ev.SecondsLeft, ev.Halfway)
"""Events that change nothing of what stands there, and of what keys do."""


class SessionScreen(FramedScreen[None]):
    """Plays one plan."""

    PLACE = _("In this routine")
    BINDINGS = keys.bind(
        actions.PAUSE, actions.GO_ON, actions.RELIEF, actions.NEXT, actions.SILENT, actions.ARRIVED, actions.YES, actions.NO,
        actions.UNSURE, actions.OFFER, actions.WORSE, actions.SIGNS, actions.EASED, actions.RETURNED, keys.MARK_NEXT,
        keys.MARK_BEFORE, keys.READ_ON, keys.READ_BACK, actions.HELPER, actions.OTHER_SIDE, actions.OTHER_FOOT,
        actions.OTHER_HAND, actions.UNDO, actions.WHY, actions.MORE, actions.ON, actions.BACK, keys.CLICK_ON,
        keys.CLICK_BACK, actions.SOUND, actions.STOP,
    ) + keys.unlisted(_PAGES)  # fmt: skip
    ON_CHIPS = frozenset(
        command.id for command in (actions.PAUSE, actions.GO_ON, actions.OFFER, actions.EASED, actions.WORSE)
    )

    holds_session = True
    HAS_CHIPS = True

    def __init__(self, context: Context, session: Session) -> None:
        """Play a session that is ready to start."""
        super().__init__(session.plan.title, context)
        self.session = session
        # What skips something that is to be done counts once: in first aid the page keys skip nothing.
        self.ONCE = frozenset({"right"} if self.is_first_aid else {"right", "pagedown", "pageup"})
        self._stage = SessionStage(context)
        self._helper = self._leaves = False
        self._ran = False  # before it was getting worse
        self._awake: Awake | None = None
        self._ring: Callable[[], object] = lambda: None
        """Rings the terminal's bell, from any thread, and also when the screen is gone."""
        self._unheard: list[ev.Event] | None = None
        """What has happened while the listeners were not ready."""
        self._notice = ""
        self._notice_until = 0
        self._timer: Timer | None = None
        self._begun: list[ev.Event] = []
        self.entry: Entry | None = None
        """What the diary has of it, while it waits."""

    def body(self) -> ComposeResult:
        self._begun = self.session.start(self.context.clock())
        self._show()
        yield self._stage

    def on_mount(self) -> None:
        self._ring = partial(self.app.call_later, self.app.bell)
        silent = self.context.sound_at_start(self.session.plan) is SoundPreference.OFF
        self._unheard = None if silent else []
        self._tell(self._begun)
        if self.session.auto:
            self.say(goes_on_by_itself())
        self._look_again()
        self.call_after_refresh(self.context.diary.write)
        if self._unheard is not None:
            self.call_after_refresh(in_thread, self._open_sound)

    @property
    def is_first_aid(self) -> bool:
        return self.session.plan.measures_cramp

    def goes_on_as_first_aid(self) -> bool:
        """An exercise stands still meanwhile."""
        self._change(Session.pause)
        self.entry = self.context.diary.entry
        return False

    def waits(self) -> bool:
        """An exercise waits for the end of the first aid that was begun over it, perhaps by a wrong key."""
        return not self.is_first_aid and not self.session.phase.over

    # The clock.

    def _look_again(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if not self.session.phase.over and self.is_attached:
            wait_ms = next_refresh_ms(self.session, self.context.clock())
            self._timer = self.set_timer(wait_ms / 1000, self.look)

    def look(self) -> None:
        """Ask the session what has happened by now, and look again in time."""
        now, before = self.context.clock(), self._block
        events = self.session.tick(now)
        if self._block != before or any(isinstance(event, ev.WentAway) for event in events):
            self.came_by_itself(now)
        self._tell(events)
        self._stay_awake(now)
        self._look_again()

    def _stay_awake(self, now: int) -> None:
        with self.context.faults.reported(no_sound()):
            from uncramp.sound.awake import Awake  # late: the first picture stands

            self._awake = self._awake or Awake()
            self._awake.look(self.session, now)

    def takes_enter(self, now: int) -> bool:
        """What is due by now comes before the key."""
        if self.is_mounted:
            self.look()
        return super().takes_enter(now)

    @property
    def _block(self) -> object:
        """What Enter would end."""
        return self.session.plan, self.session.interval.block if self.session.interval else None

    def _tell(self, events: list[ev.Event]) -> None:
        self.context.diary.on_events(self.session, events, self.context.clock())
        changed = any(not isinstance(event, _ONLY_SAID) for event in events)
        if changed and self._notice:
            self._notice = ""  # it was about what is over
            self.key_bar.say()
        self._let_hear(events)
        for event in events:
            # Of relief the top bar tells.
            if not isinstance(event, ev.Relief) and (said := happened(event, self.session.plan)):
                self._note(said)
        self._show()
        if changed:
            # Whether all words fit, and with it what the key bar shows, is known when they are laid out.
            self.call_after_refresh(self.refresh_bindings)
        for event in events:
            if alarm := actions.alarm_of(event):
                self._ran = any(isinstance(one, ev.Paused) for one in events)
                self.open_signs(alarm)
            elif isinstance(event, ev.Finished):
                self._leave_if_over()

    def _let_hear(self, events: list[ev.Event]) -> None:
        if self._sound is not None:
            self._sound.hear(self.session, events)
            if self._sound.mode is not SoundPreference.OFF and any(isinstance(event, ev.Halfway) for event in events):
                self._note(_("Halfway."))
        elif self._unheard is not None:
            self._unheard += events

    def _leave_if_over(self) -> None:
        if (self._leaves or self.session.phase is Phase.FINISHED) and self.is_current:
            by_itself = self.just_came(self.context.clock())
            self.post_message(Over(self.session, by_itself=by_itself, sound=self._sound))

    on_screen_resume = _leave_if_over

    def _leave(self) -> None:
        self._leaves = True
        self._leave_if_over()

    def _note(self, words: str) -> None:
        self._notice, self._notice_until = words, self.context.clock() + _NOTICE_MS
        if self.session.question is not None and self._is_tiny:  # there is no top bar
            self.key_bar.say(words)

    @property
    def _is_tiny(self) -> bool:
        return self.app.is_running and frame_room(*self.app.size).tiny

    def say_at_the_foot(self, *words: str) -> None:
        """In a tiny terminal beside the instruction, so that it hides none of the keys; a question needs its room."""
        if self._is_tiny and self.session.question is None:
            self.say(words[-1])
        else:
            super().say_at_the_foot(*words)

    def say(self, words: str) -> None:
        self._note(words)
        self._show()

    def _show(self) -> None:
        now = self.context.clock()
        view = view_of(self.session, now)
        stands = self.session.phase in (Phase.PAUSED, Phase.AWAY)
        notice = self._notice if now < self._notice_until or self.session.phase is Phase.AWAY else ""
        if stands and not notice and self.session.question is not None:
            notice = _("Paused. Space goes on.")  # elsewhere it stands above the instruction or beside the time
        self.top.show((view.title, *([view.scene.name] if view.scene else [])), view.cramp, notice)
        self._stage.show(view, helper=self._helper, notice=notice)

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        asking, overflows = self.session.question is not None, self._stage.overflows
        reads = overflows and (not asking or self._stage.reads_first)
        by_key = {
            "mark": asking,
            **dict.fromkeys((keys.READ_ON.id, keys.READ_BACK.id), reads),
            **dict.fromkeys(_PAGES.values(), overflows and self.is_first_aid),
            **dict.fromkeys((keys.CLICK_ON.id, keys.CLICK_BACK.id), not self.is_first_aid),
        }
        if action in by_key:
            return by_key[action]
        command = actions.BY_ID.get(str(parameters[0]) if action == "do" else action)
        if command is None:
            return True
        interval = self.session.interval
        if command is actions.HELPER and interval and not interval.step.partner:
            return False  # lines say that there are no words for a helper
        return command.offered(self.session)

    async def action_do(self, id_: str) -> None:
        marked, change = self._stage.marked, actions.BY_ID[id_].change
        if marked and id_ == actions.SILENT.id:
            await self.run_action(marked.action)
        elif change is not None:
            self._change(change)

    def _change(self, change: actions.Change) -> None:
        self._tell(change(self.session, self.context.clock()))

    async def action_press_enter(self) -> None:
        await self.action_do(actions.enter_command(self.session).id)

    def action_mark(self, way: int) -> None:
        """Mark an answer: from then on Enter gives it. What is out of sight is read before."""
        if way > 0 and self._stage.reads_first:
            self._read(way)
        else:
            self._stage.mark(way)

    def action_read_on(self) -> None:
        self._read(1)

    def action_read_back(self) -> None:
        self._read(-1)

    def _read(self, way: int) -> None:
        self._stage.read(way)
        # What the arrows do in a question hangs on whether all of it was read.
        self.call_after_refresh(self.refresh_bindings)

    action_page_on, action_page_back = action_read_on, action_read_back

    def action_click_on(self) -> None:
        self._change(Session.next)

    def action_click_back(self) -> None:
        self._change(Session.back)

    def action_helper(self) -> None:
        self._helper = not self._helper
        self._show()

    # What is heard.

    def _open_sound(self) -> None:
        """Get what is heard ready, in a thread: the first picture stands."""
        with self.context.faults.reported(no_sound()):
            from uncramp.sound.session_sound import open_sound

            sound, words = open_sound(self.context, self.session.plan, self._ring)
            self.app.call_later(self._heard_from_here, sound, words)

    def _heard_from_here(self, sound: "SessionSound", words: str) -> None:
        if self._sound is None and self._unheard is not None and self.is_attached:
            self._sound = sound
            self._sound.begin(self.session, self._unheard)
            if words:
                self.say(words)
        self._unheard = None

    def action_sound(self) -> None:
        with self.context.faults.reported(no_sound()) as attempt:
            if self._sound is None:
                from uncramp.sound.session_sound import SessionSound

                self._sound = SessionSound(self.context, self.session.plan, SoundPreference.OFF, self._ring)
            self.say(self._sound.change(self.session))
        if attempt.failed:
            self.say(no_sound())

    def on_unmount(self) -> None:
        """Nothing is heard after the end, but on the page that asks how it went."""
        if self._awake is not None:
            self._awake.end()
        if self._sound is not None and self.session.phase is not Phase.FINISHED:
            self._sound.end(at_once=True)

    # Other pages. The session stands still behind them, and then goes on.

    def action_why(self) -> None:
        if interval := self.session.interval:
            with self.context.opening(self.say):
                from uncramp.tui.screens.why import WhyScreen

                self.open_page(WhyScreen(self.context, self.session.plan, interval.step))

    def action_stop(self) -> None:
        """Stop: at once where nothing is asked, else as the answer has it."""
        at_once = leaving_at_once(self.session, self.context.clock(), self.context.local_time())
        if at_once is not None:
            self._stop(at_once)
        else:
            from uncramp.tui.screens.stop import StopScreen

            plan = self.session.plan
            self.open_page(StopScreen(self.context, plan.title, cramp=plan.measures_cramp), self._stop)

    def _stop(self, leaving: Leaving | None) -> None:
        if leaving in (Leaving.STOP, Leaving.KEEP, Leaving.FORGET):
            self._change(Session.stop)
            self.context.diary.leave(leaving)
            self._leave()

    def open_signs(self, alarm: actions.Alarm) -> None:
        """Show the warning signs. An answer that has led to them can be taken back there."""
        from uncramp.tui.screens.signs import SignsScreen

        then = {Reason.ANSWER: self._after_answer, Reason.WORSE: self._not_worse}.get(alarm.reason)
        self.open_page(SignsScreen(self.context, alarm), then)

    def _not_worse(self, _result: bool | None) -> None:
        """None of the signs is true: it goes on, if it did before."""
        if self._ran:
            self._change(Session.resume)

    def _after_answer(self, taken_back: bool | None) -> None:
        if taken_back:
            self._change(Session.undo)
            self._look_again()
        else:
            self._leave()

    def open_page(self, page: Screen[Result], then: Callable[[Result | None], None] | None = None) -> None:
        """Open another page. The session stands still behind it, and goes on after it if it did before."""
        ran = self.session.phase is Phase.RUNNING
        if ran:
            self._change(Session.pause)

        def back(result: Result | None) -> None:
            if then is not None:
                then(result)
            if ran:
                self._change(Session.resume)

        self.app.push_screen(page, back)
