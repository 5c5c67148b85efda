"""Plays a plan line by line: what the person types goes in, whole sentences come out."""

from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from uncramp.domain import events as ev
from uncramp.domain.plan import Plan
from uncramp.domain.profile import SoundPreference
from uncramp.domain.session import GAP_MS, URGENT_MS, Session
from uncramp.domain.session_state import Phase
from uncramp.guidance import actions
from uncramp.guidance.context import no_sound
from uncramp.guidance.recording import Leaving, leaving_at_once
from uncramp.i18n import _
from uncramp.plain import keys
from uncramp.plain.console import LOOK_MS, Console
from uncramp.plain.narrator import ARRIVALS, Narrator, paused, spoken_ms
from uncramp.plain.pages import nothing_lines, signs_lines, why_lines
from uncramp.words.signs import Reason

if TYPE_CHECKING:  # lines need none of it
    from uncramp.sound.awake import Awake
    from uncramp.sound.session_sound import SessionSound

_LAST_S = 1.0
"""How long the end waits for its tone at most, in seconds."""

InHand = Callable[[Session], object]
"""Is told each session that begins, so that it can go on elsewhere."""


def play_plain(
    plan: Plan,
    console: Console,
    *,
    cramp_began: int | None = None,
    in_hand: InHand = lambda _session: None,
    auto: bool = False,
) -> Session | None:
    """Play a plan to its end, and again as often as the person wants; the last session, over.

    A cramp may have begun before this, at `cramp_began` in milliseconds on the context's clock. It gives `None` where
    nothing of the plan is left for this person.
    """
    if not plan.intervals:
        console.say(nothing_lines(plan))
        return None
    return lead_on(Session(_as_heard(plan, console), cramp_began=cramp_began, auto=auto), console, in_hand)


def _as_heard(plan: Plan, console: Console) -> Plan:
    if plan.measures_cramp or console.context.sound_at_start(plan, in_lines=True) is not SoundPreference.VOICE:
        return plan
    from uncramp.sound.speech import time_to_listen  # late: only for who hears a voice

    return time_to_listen(plan)


def lead_on(session: Session, console: Console, in_hand: InHand = lambda _session: None) -> Session:
    """Lead a session to its end, also one that was begun elsewhere: it goes on at the very interval.

    It gives the last session: another one where the person started the plan again.
    """
    while True:
        in_hand(session)
        lead = Lead(session, console)
        lead.run()
        from uncramp.plain.finish import Finish  # late: help needs none of it

        try:
            again = Finish(session, console, lead.sound).run() if session.phase is Phase.FINISHED else None
        finally:
            lead.end_sound(at_once=console.typed.somebody and not session.auto)
        if again is None:
            console.context.diary.leave(Leaving.STOP)
            console.context.sound.held = None
            return session
        session = again


class _Page(Enum):
    """What is being read, or asked by the program and not by the routine. Play stands still meanwhile."""

    READING = auto()
    ANSWER = auto()
    """The warning signs, to which an answer has led: it can be taken back."""
    STOP = auto()
    """Whether to stop."""


class Lead:
    """Leads one session."""

    def __init__(self, session: Session, console: Console) -> None:
        self.session, self.console = session, console
        self._narrator = Narrator(lambda: not console.typed.ended, console.context.profile.keys)
        self._page: _Page | None = None
        self._goes_on = False
        """Whether play goes on after the page."""
        self._heard = self._looked = console.context.clock()
        """When the person will have heard all that was said, in milliseconds on the context's clock."""
        self._lines = 0
        self._parted = False
        self.sound: SessionSound | None = None
        """What is heard besides; whoever asks how it went lets it end."""
        self._awake: Awake | None = None

    def run(self) -> None:
        self.console.before_stop(self._hush)
        try:
            self._run()
        finally:
            if self.session.phase is not Phase.FINISHED:
                self.end_sound(at_once=True)
            if self._awake is not None:
                self._awake.end()

    def _run(self) -> None:
        if self.session.phase is Phase.READY:
            begun = self.session.start(self._looked)
            self._tell(begun)
        else:
            begun = []
            self._take_over()
        self._open_sound(begun)
        self.console.context.diary.write()
        if self.console.typed.ended:
            self._stand_still_for_nobody()
        while not self._done:
            typed = self.console.line(self._wait())
            self._look()
            if typed is not None and not self._done:
                self._hear(typed)
            if not self.console.typed.somebody:
                self._stand_still_for_nobody()
            if self._page is None and self._looked >= self._heard:
                self._say(self._narrator.later(self.session))

    @property
    def _done(self) -> bool:
        return self.session.phase.over and self._page is None

    @property
    def _cramp(self) -> bool:
        return self.session.plan.measures_cramp

    def _take_over(self) -> None:
        """Say where a session stands that was begun elsewhere, and what may have been on its way as that broke."""
        session = self.session
        if session.phase is Phase.STOPPED:
            self._say(signs_lines(self.console.context, actions.Alarm(Reason.LOOK)))
            return
        if session.phase is Phase.RUNNING:
            self._go_on_after_what_broke()
        if session.cramping and (session.pain_ms(self._looked) or 0) >= URGENT_MS:
            self._say(signs_lines(self.console.context, actions.Alarm(Reason.URGENT)))
        self._say(self._narrator.again(session, self._looked))

    def _go_on_after_what_broke(self) -> None:
        """It took its time to get here, but nobody was away."""
        self._looked = self.console.context.clock()
        events = self.session.tick(self._looked)
        if self.session.phase is Phase.AWAY:
            events = self.session.resume(self._looked)
        self.console.context.diary.on_events(self.session, events, self._looked)

    # What is heard besides.

    def _open_sound(self, begun: list[ev.Event]) -> None:
        """Get what is heard ready, once the first words stand, unless nothing can be."""
        context, plan = self.console.context, self.session.plan
        if context.sound_at_start(plan, in_lines=True) is not SoundPreference.OFF:
            with context.faults.reported(no_sound()):
                from uncramp.sound.session_sound import open_sound  # late: lines need none of it

                self.sound, words = open_sound(context, plan, in_lines=True)
                self.sound.begin(self.session, begun)
                self._say([words] if words else [])

    def _change_sound(self) -> None:
        context = self.console.context
        with context.faults.reported(no_sound()) as attempt:
            from uncramp.sound.session_sound import SessionSound

            self.sound = self.sound or SessionSound(context, self.session.plan, SoundPreference.OFF)
            self._say([self.sound.change(self.session)])
        if attempt.failed:
            self._say([no_sound()])

    def _hush(self) -> None:
        if self.sound is not None:
            self.sound.hush()

    def end_sound(self, *, at_once: bool) -> None:
        """Nothing is heard from here on, but to its end what is heard now where nobody has cut it off."""
        if self.sound is not None:
            self.sound.end(at_once=at_once, wait_s=_LAST_S)

    # By the clock.

    def _wait(self) -> int:
        due = self.session.next_due()
        return max(1, min(LOOK_MS, LOOK_MS if due is None else due - self.console.context.clock()))

    def _look(self) -> None:
        """Let everything happen that is due by now, one after the other, each said as things stand then."""
        now = self.console.context.clock()
        if now - self._looked <= GAP_MS:
            while (due := self.session.next_due()) is not None and due <= now:
                self._looked = due
                self._tell(self.session.tick(due))
        self._looked = now
        self._tell(self.session.tick(now))
        self._stay_awake(now)

    def _stay_awake(self, now: int) -> None:
        with self.console.context.faults.reported(no_sound()):
            from uncramp.sound.awake import Awake  # late: the first words stand

            self._awake = self._awake or Awake()
            self._awake.look(self.session, now)

    def _stand_still_for_nobody(self) -> None:
        if self._page is not None:
            self._close_page()
        if self.session.phase in (Phase.PAUSED, Phase.AWAY):
            self._change(Session.resume)
        if self.console.typed.ended and not self._parted and not self.session.phase.over:
            self._parted = True
            self._say([self._narrator.nothing_can_be_typed()])

    # What is said.

    def _say(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._lines += 1
            self.console.write(line)
            self._heard = max(self._heard, self._looked) + spoken_ms(line)

    def _tell(self, events: list[ev.Event]) -> None:
        """Say what happened. Where it calls for the warning signs, they come before anything that play leads to."""
        session, now, somebody = self.session, self._looked, self.console.typed.somebody
        self.console.context.diary.on_events(session, events, now)  # kept before it is said
        if self.sound is not None:
            self.sound.hear(session, events)
        alarm = next(filter(None, map(actions.alarm_of, events)), None)
        if alarm is None:
            self._say(self._narrator.tell(session, events, now))
            if somebody and any(isinstance(event, ev.WentAway) for event in events):
                self._say([paused()])
        else:
            first = [event for event in events if not isinstance(event, (ev.Paused, *ARRIVALS))]
            self._say(self._narrator.tell(session, first, now))
            self._say(signs_lines(self.console.context, alarm))
            if somebody:
                self._open(_Page.ANSWER if alarm.reason is Reason.ANSWER else _Page.READING)
            else:
                after = [event for event in events if isinstance(event, ARRIVALS)]
                self._say(self._narrator.tell(session, after, now))

    # What is typed.

    def _hear(self, typed: str) -> None:
        """Take a line: for what is read or asked, else as a command of the session. Each is answered in words."""
        line, before = keys.line_of(typed, self.console.context.profile.keys), self._lines
        self._heard = self._looked  # who types has heard enough
        match self._page:
            case _Page.ANSWER if line in actions.UNDO.typed:
                self._page = None
                self._change(Session.undo)
            case _Page.ANSWER if line in actions.DONE.typed:
                self._page = None
                self._say([_("Stopped.")])
            case _Page.STOP if leaving := self._leaving(line):
                self._close_page() if leaving is Leaving.GO_ON else self._stop(leaving)
            case _Page.ANSWER | _Page.STOP as page:
                self._say([self._ask(page)])
            case _Page.READING if line in actions.DONE.typed:
                self._close_page()
            case _Page.READING:
                self._close_page()
                self._do(line, typed)
            case None:
                self._do(line, typed)
        if self._lines == before and not self._done:
            self._say([_("Nothing changes.")])

    def _do(self, line: str, typed: str) -> None:
        session, now = self.session, self._looked
        command = keys.find(line, keys.offered(session))
        match command:
            case None:
                self._say([keys.useless(line, typed, self.console.context.profile.keys)])
            case actions.SIGNS | actions.WHY | actions.KEYS:
                self._say_page(command)
                self._open(_Page.READING)
            case actions.SOUND:
                self._change_sound()
            case actions.HELPER:
                self._say(self._narrator.change_helper(session, now))
            case actions.WHERE:
                self._say(self._narrator.where(session, now))
            case actions.STOP if leaving := leaving_at_once(session, now, self.console.context.local_time()):
                self._stop(leaving)
            case actions.STOP:
                self._open(_Page.STOP)
            case _ if command.change is not None:
                self._change(command.change)

    def _say_page(self, command: actions.Command) -> None:
        if command is actions.SIGNS:
            self._say(signs_lines(self.console.context, actions.Alarm(Reason.LOOK)))
        elif command is actions.KEYS:
            self._say(keys.key_lines(keys.offered(self.session), self.console.context.profile.keys))
        else:
            step = self.session.position.interval.step
            why = list(why_lines(self.session.plan, step, self.console.context.sources()))
            self._narrator.has_heard(why)
            self._say(why)

    def _change(self, change: actions.Change) -> None:
        self._tell(change(self.session, self._looked))

    def _leaving(self, line: str) -> Leaving | None:
        """What a line means where it is asked whether to stop."""
        stop, forget = (actions.YES, actions.NO) if self._cramp else (actions.STOP, None)
        if line in stop.typed:
            return Leaving.KEEP if self._cramp else Leaving.STOP
        if forget is not None and line in forget.typed:
            return Leaving.FORGET
        return Leaving.GO_ON if line in (actions.ENTER, *actions.PAUSE.typed) else None

    def _stop(self, leaving: Leaving) -> None:
        self._page = None
        self._change(Session.stop)
        self.console.context.diary.leave(leaving)
        self._say([_("Stopped.")])

    # Pages.

    def _open(self, page: _Page) -> None:
        """Stand still until the person has read what was said last, or has answered."""
        ran = self.session.phase is Phase.RUNNING
        if ran:
            self.session.pause(self._looked)
        self._goes_on = ran or (self._page is not None and self._goes_on)
        self._page = page
        goes_on = _("Paused while you read. Press Enter to go on.") if ran else _("Enter goes back.")
        self._say([goes_on if page is _Page.READING else self._ask(page)])

    def _close_page(self) -> None:
        self._page = None
        if self._goes_on:
            self._change(Session.resume)
        elif self.session.phase in (Phase.PAUSED, Phase.AWAY):
            self._say([paused()])

    def _ask(self, page: _Page) -> str:
        """What can be typed, where more than Enter can; the default is what does no harm."""
        told = self.console.context.said
        if page is _Page.STOP and self._cramp:
            words = _("Was it a cramp? y: keep it, and leave. n: keep nothing, and leave. Enter alone goes on.")
            return told(words, "yes", "no")
        if page is _Page.STOP:
            return told(_("Stop the routine here? Type q, then Enter, to stop. Enter alone goes on."), "leave")
        return told(_("Enter ends this. If it was the wrong key, type u, then Enter, to take it back."), "undo")
