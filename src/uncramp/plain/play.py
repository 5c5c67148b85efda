"""Plays a plan line by line: what the person types goes in, whole sentences come out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Plan
from uncramp.domain.session import GAP_MS, URGENT_MS, Phase, Session
from uncramp.i18n import _
from uncramp.night import is_night
from uncramp.plain import keys
from uncramp.plain.answers import after_answer, really_stop, useless
from uncramp.plain.desk import LOOK_MS, Desk
from uncramp.plain.keys import TypedKey
from uncramp.plain.narrator import ARRIVALS, Narrator, paused
from uncramp.plain.pages import nothing_lines, signs_lines, why_lines
from uncramp.words.signs import Reason


def play_plain(plan: Plan, desk: Desk, *, cramp_began: int | None = None) -> Session | None:
    """Play a plan to its end, and again as often as the person wants.

    Args:
        plan: what to play.
        desk: what to work with.
        cramp_began: when the cramp began, in milliseconds on the desk's clock, where it began before this.

    Returns:
        The last session, over; `None` where nothing of the plan is left for this person.
    """
    if not plan.intervals:
        for line in nothing_lines(plan):
            desk.write(line)
        return None
    return lead_on(Session(plan, cramp_began=cramp_began), desk)


def lead_on(session: Session, desk: Desk) -> Session:
    """Lead a session to its end, also one that was begun elsewhere: it goes on at the very interval.

    Returns:
        The last session: another one where the person started the plan again.
    """
    while True:
        Lead(session, desk).run()
        from uncramp.plain.finish import Finish  # late: help needs none of it

        again = Finish(session, desk).run() if session.phase is Phase.FINISHED else None
        if again is None:
            return session
        session = Session(session.plan, cramp_began=again.cramp_began)


@dataclass(frozen=True, slots=True)
class _Page:
    """Something that is being read, or a question that is not the routine's. Play stands still meanwhile."""

    ran: bool
    """Whether play goes on after it."""
    hear: Callable[[str, str], None]
    """Takes a line, as keys know it and as it was typed."""


class Lead:
    """Leads one session."""

    def __init__(self, session: Session, desk: Desk) -> None:
        """Lead `session`, which may have been begun."""
        self.session, self.desk = session, desk
        self._narrator = Narrator()
        self._page: _Page | None = None
        self._looked = desk.clock()
        self._lines = 0
        self._parted = False
        self._actions = self._all_actions()

    def run(self) -> None:
        """Play until the session is over, and all has been read."""
        if self.session.phase is Phase.READY:
            self._tell(self.session.start(self._looked), self._looked)
        else:
            self._take_over()
        self.desk.diary.write()
        while not self._done:
            typed = self.desk.typed.line(self._wait())
            self._look()
            if typed is not None and not self._done:
                self._hear(keys.line_of(typed), typed)
            if not self.desk.typed.somebody:
                self._stand_still_for_nobody()

    def _take_over(self) -> None:
        """Say where a session stands that was begun elsewhere, and what may have been on its way as that broke."""
        session = self.session
        if session.phase is Phase.STOPPED:
            self._say(signs_lines(Reason.LOOK, self.desk.emergency_number))
            return
        if session.phase is Phase.RUNNING:
            self._go_on_after_what_broke()
        if session.cramping and (session.cramp_ms(self._looked) or 0) >= URGENT_MS:
            self._say(signs_lines(Reason.URGENT, self.desk.emergency_number))
        self._say(self._narrator.again(session, self._looked))

    def _go_on_after_what_broke(self) -> None:
        """It took its time to get here, but nobody was away."""
        self._looked = self.desk.clock()
        events = self.session.tick(self._looked)
        if self.session.phase is Phase.AWAY:
            events = self.session.resume(self._looked)
        self.desk.diary.hear(self.session, events, self._looked)

    @property
    def _done(self) -> bool:
        return self.session.phase.over and self._page is None

    # The clock.

    def _wait(self) -> int:
        due = self.session.next_due()
        return max(1, min(LOOK_MS, LOOK_MS if due is None else due - self.desk.clock()))

    def _look(self) -> None:
        """Let everything happen that is due by now, one after the other, each said as things stand then."""
        now = self.desk.clock()
        if now - self._looked <= GAP_MS:
            while (due := self.session.next_due()) is not None and due <= now:
                self._tell(self.session.tick(due), due)
        self._looked = now
        self._tell(self.session.tick(now), now)

    def _stand_still_for_nobody(self) -> None:
        if self._page is not None:
            self._close_page()
        if self.session.phase in (Phase.PAUSED, Phase.AWAY):
            self._act(self.session.resume)
        if self.desk.typed.ended and not self._parted and not self.session.phase.over:
            self._parted = True
            self._say([_("Nothing can be typed here. It goes on by the clock, and ends by itself.")])

    # What is said.

    def _say(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._lines += 1
            self.desk.write(line)

    def _tell(self, events: list[ev.Event], now: int) -> None:
        self._say_all(events, now)
        self.desk.diary.hear(self.session, events, now)

    def _say_all(self, events: list[ev.Event], now: int) -> None:
        reason = next((one for event in events if (one := _reason(event)) is not None), None)
        if reason is None:
            self._say(self._narrator.tell(self.session, events, now))
            self._tell_of_a_gap(events)
            return
        first = [event for event in events if not isinstance(event, (ev.Paused, *ARRIVALS))]
        self._say(self._narrator.tell(self.session, first, now))
        self._say(signs_lines(reason, self.desk.emergency_number))
        if self.desk.typed.somebody:
            self._open_signs(reason)
        else:
            after = [event for event in events if isinstance(event, ARRIVALS)]
            self._say(self._narrator.tell(self.session, after, now))

    def _tell_of_a_gap(self, events: list[ev.Event]) -> None:
        if self.desk.typed.somebody and any(isinstance(event, ev.WentAway) for event in events):
            self._say([paused()])

    # Pages.

    def _open_signs(self, reason: Reason) -> None:
        if reason is Reason.ANSWER:
            self._open(self._hear_after_answer, after_answer())
        else:
            self._open(self._hear_reading)

    def _open(self, hear: Callable[[str, str], None], words: str = "") -> None:
        """Stand still until the person has read what was said last."""
        ran = self.session.phase is Phase.RUNNING
        if ran:
            self.session.pause(self._looked)
        goes_on = _("It stands still while you read. Enter goes on.") if ran else _("Enter goes back.")
        self._page = _Page(ran or (self._page is not None and self._page.ran), hear)
        self._say([words or goes_on])

    def _close_page(self) -> None:
        page, self._page = self._page, None
        if page is not None and page.ran:
            self._act(self.session.resume)
        elif self.session.phase in (Phase.PAUSED, Phase.AWAY):
            self._say([paused()])

    def _hear_reading(self, line: str, typed: str) -> None:
        self._close_page()
        if line not in keys.DONE.typed:
            self._do(line, typed)

    def _hear_after_answer(self, line: str, typed: str) -> None:  # noqa: ARG002
        if line in keys.UNDO.typed:
            self._page = None
            self._act(self.session.undo)
        elif line in keys.DONE.typed:
            self._page = None
            self._say([_("Stopped.")])
        else:
            self._say([after_answer()])

    def _hear_stop(self, line: str, typed: str) -> None:  # noqa: ARG002
        if line in keys.STOP.typed + keys.YES.typed:
            self._page = None
            self._stop()
        elif line in (keys.ENTER, *keys.PAUSE.typed, *keys.NO.typed):
            self._close_page()
        else:
            self._say([really_stop()])

    # What is typed.

    def _hear(self, line: str, typed: str) -> None:
        before = self._lines
        hear = self._page.hear if self._page is not None else self._do
        hear(line, typed)
        if self._lines == before and not self._done:
            self._say([_("Nothing changes.")])

    def _do(self, line: str, typed: str) -> None:
        key = keys.find(line, keys.useful(self.session))
        if key is None:
            self._say([useless(line, typed)])
        else:
            self._actions[key]()

    def _act(self, change: Callable[[int], list[ev.Event]]) -> None:
        """Let the person change the session."""
        self._tell(change(self._looked), self._looked)

    def _all_actions(self) -> dict[TypedKey, Callable[[], None]]:
        session = self.session
        changes: dict[TypedKey, Callable[[int], list[ev.Event]]] = {
            keys.RELIEF: session.relief,
            keys.NEXT: session.next,
            keys.SILENT: session.next,
            keys.ON: session.next,
            keys.YES: partial(session.answer, answer=Answer.YES),
            keys.NO: partial(session.answer, answer=Answer.NO),
            keys.UNSURE: partial(session.answer, answer=Answer.UNSURE),
            keys.OFFER: session.take_offer,
            keys.EASED: session.relief,
            keys.PAUSE: session.pause,
            keys.GO_ON: session.resume,
            keys.WORSE: session.worse,
            keys.UNDO: session.undo,
            keys.OTHER_SIDE: session.other_side,
            keys.MORE: session.more_time,
            keys.BACK: session.back,
        }
        own = {
            keys.SIGNS: self._signs,
            keys.HELPER: self._helper,
            keys.WHY: self._why,
            keys.WHERE: self._where,
            keys.KEYS: self._keys,
            keys.STOP: self._ask_to_stop,
        }
        return {key: partial(self._act, change) for key, change in changes.items()} | own

    def _signs(self) -> None:
        self._say(signs_lines(Reason.LOOK, self.desk.emergency_number))
        self._open_signs(Reason.LOOK)

    def _helper(self) -> None:
        self._narrator.helper = not self._narrator.helper
        self._say([self._narrator.how(self.session, self._looked)])

    def _why(self) -> None:
        step = self.session.position.interval.step
        self._say(why_lines(self.session.plan, step, self.desk.sources()))
        self._open(self._hear_reading)

    def _where(self) -> None:
        self._say(self._narrator.again(self.session, self._looked))

    def _keys(self) -> None:
        self._say(keys.key_lines(keys.useful(self.session)))
        self._open(self._hear_reading)

    def _ask_to_stop(self) -> None:
        """Asked once by day, at once in a first aid at night."""
        if self.session.plan.measures_cramp and is_night(self.desk.local_time()):
            self._stop()
        else:
            self._open(self._hear_stop, really_stop())

    def _stop(self) -> None:
        self._act(self.session.stop)
        self._say([_("Stopped.")])


def _reason(event: ev.Event) -> Reason | None:
    """Why the warning signs are to be said, where the event calls for them."""
    reasons: dict[type[ev.Event], Reason] = {
        ev.Worse: Reason.WORSE,
        ev.SignsNeeded: Reason.ANSWER,
        ev.UrgentHelp: Reason.URGENT,
    }
    return reasons.get(type(event))
