"""Which cue an event has: the one place that knows. It reads no clock; all follows from the events and the position."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from uncramp.domain import events as ev
from uncramp.domain.plan import Interval, IntervalKind
from uncramp.domain.position import SOON_MS, Position
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase

EACH = 10
"""Each tenth repetition has a cue of its own."""


class Cue(StrEnum):
    """What is heard, by what it means; the weightiest last."""

    SOON = "soon"
    """Ten seconds are left: said by a voice, silent in tones."""
    COUNT = "count"
    """Three, two, one."""
    HALFWAY = "halfway"
    BEGIN = "begin"
    """Go into the move: the first, or the only one, of a repetition."""
    HOLD = "hold"
    """A move between the first and the last of a repetition."""
    BACK = "back"
    """Let go, or come back: the last of several moves."""
    TENTH = "tenth"
    """Go into the move: it is the tenth repetition, the twentieth, and so on."""
    REST = "rest"
    """Rest, or get ready for what comes next."""
    CHANGE = "change"
    """Change sides; where no time is given for it, the move begins on the other side."""
    ASK = "ask"
    """A question is asked."""
    DONE = "done"
    URGENT = "urgent"
    """Warning signs are shown."""


_BY_WEIGHT = [*Cue]


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened at once in a session, for listeners in other threads: nothing in it ever changes."""

    now: int
    """When the listeners are told, in milliseconds on the session's clock."""
    events: tuple[ev.Event, ...]
    """Nothing has happened where somebody only begins to listen, or where `words` are said."""
    position: Position
    """Where the person is after the events; its plan is the one that is played."""
    phase: Phase
    cues: tuple[Cue, ...]
    """The cues of the events, in their order; those that a later one has made untrue are left out."""
    due: int | None = None
    """When something next happens by itself, on the session's clock."""
    played_ms: int = 0
    """How much was played, in milliseconds."""
    words: tuple[str, ...] = ()
    """What a page says of its own, a phrase each: not of what happens in the session."""

    @property
    def cue(self) -> Cue | None:
        """The weightiest of its cues: that one is heard."""
        return max(self.cues, key=_BY_WEIGHT.index, default=None)


def moment_of(session: Session, events: list[ev.Event], now: int) -> Moment:
    """What a session has just told; without events where it stands, for somebody who begins to listen."""
    position, phase = session.position, session.phase
    begins = not events and phase is Phase.RUNNING
    cues = (cue_here(position),) if begins else tuple(_cues(events, position, phase))
    return Moment(now, tuple(events), position, phase, cues, session.next_due(), session.played_ms)


def moment_said(session: Session, words: Iterable[str], now: int, *, urgent: bool = False) -> Moment:
    cues = (Cue.URGENT,) if urgent else ()
    return Moment(now, (), session.position, session.phase, cues, words=tuple(words))


def _cues(events: list[ev.Event], position: Position, phase: Phase) -> Iterator[Cue]:
    """The cues of events that come at once. Of several moves and intervals that begin only the last one counts."""
    begun = [event for event in events if isinstance(event, ev.IntervalStarted | ev.MoveStarted)]
    for event in events:
        match event:
            case ev.Halfway():
                yield Cue.HALFWAY
            case ev.SecondsLeft(seconds=seconds):
                yield Cue.SOON if seconds * 1000 == SOON_MS else Cue.COUNT
            case ev.IntervalStarted() | ev.MoveStarted() if event is begun[-1] and not phase.over:
                yield cue_here(position)
            # After a pause, or back where the person was, they hear what to do there.
            case ev.Resumed() | ev.Undone() if not begun and phase is Phase.RUNNING:
                yield cue_here(position)
            case ev.Finished():
                yield Cue.DONE
            case ev.UrgentHelp() | ev.Worse() | ev.SignsNeeded():
                yield Cue.URGENT
            case _:
                pass


def cue_here(position: Position) -> Cue:
    interval = position.interval
    match interval.kind:
        case IntervalKind.QUESTION:
            return Cue.ASK
        case IntervalKind.REST | IntervalKind.GET_READY:
            return Cue.REST
        case IntervalKind.CHANGE:
            return Cue.CHANGE
        case IntervalKind.OPEN:
            return _by_place(position.nth, len(interval.moves))
        case IntervalKind.OWN_PACE:
            return Cue.BEGIN
        case IntervalKind.MOVE:
            return _of_move(position)


def _by_place(nth: int, many: int) -> Cue:
    """The cue of one of so many moves that follow one another; `nth` counts from 0."""
    if nth == 0:
        return Cue.BEGIN
    return Cue.BACK if nth == many - 1 else Cue.HOLD


def _of_move(position: Position) -> Cue:
    """A repetition is a row of intervals, a move each."""
    interval, nth = position.interval, _nth_of_repetition(position)
    before = interval_before(position)
    of_this_step = before is not None and (before.kind, before.number) == (IntervalKind.MOVE, interval.number)
    if nth == 0 and of_this_step and before is not None and before.side is not interval.side:
        return Cue.CHANGE
    # The first side of two counts.
    counted = nth == 0 and interval.repetition and interval.repetition % EACH == 0
    return Cue.TENTH if counted else _by_place(nth, len(interval.step.moves))


def interval_before(position: Position) -> Interval | None:
    return position.plan.intervals[position.index - 1] if position.index else None


def _nth_of_repetition(position: Position) -> int:
    """Which of its repetition's moves this is, from 0."""
    intervals, here = position.plan.intervals, position.interval
    first = position.index
    while first and _repetition(intervals[first - 1]) == _repetition(here):
        first -= 1
    return position.index - first


def _repetition(interval: Interval) -> tuple[object, ...]:
    return interval.kind, interval.number, interval.block, interval.side, interval.set, interval.repetition
