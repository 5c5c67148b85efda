"""What happened in a session. Screen, lines, bell and diary listen to these; none of them decides what happens next.

Every event has `at`: when it happened, in milliseconds on the clock that the session is told. For what happens by the
clock that is the exact deadline, however late the tick came. An event with nothing more to say inherits all of `Event`.
They are not frozen, as other data classes here are: that would double what their import takes before the first picture.
"""

from dataclasses import dataclass
from enum import StrEnum

from uncramp.domain.plan import Answer, Interval, Question
from uncramp.domain.routine import Move, Side


class Act(StrEnum):
    """What a person did, where it can be taken back."""

    NEXT = "next"
    BACK = "back"
    RELIEF = "relief"
    RETURN = "return"
    ANSWER = "answer"
    OFFER = "offer"
    SIDE = "side"
    MORE = "more"
    STOP = "stop"


@dataclass(slots=True)
class Event:
    """Something that happened."""

    at: int


class Started(Event):
    """The session began."""


@dataclass(slots=True)
class IntervalStarted(Event):
    """An interval of the plan began."""

    index: int
    interval: Interval


@dataclass(slots=True)
class MoveStarted(Event):
    """A move began: with its interval, or within an open-ended one."""

    interval: Interval
    move: Move
    turn: int
    """Which time the moves are done, from 1, in an open-ended interval."""


@dataclass(slots=True)
class Halfway(Event):
    """Half of a long move is over."""

    move: Move


@dataclass(slots=True)
class SecondsLeft(Event):
    """A move is about to end: 10 seconds left, or 3, 2, 1."""

    move: Move
    seconds: int


@dataclass(slots=True)
class Offered(Event):
    """The step may not be helping: another routine can be had now, by name. Nothing stops for it."""

    routine: str


@dataclass(slots=True)
class CapReached(Event):
    """An open-ended interval has gone round as often as it may."""

    interval: Interval


@dataclass(slots=True)
class Relief(Event):
    """The person said that the cramp has eased, so many milliseconds after it began."""

    cramp_ms: int


class CameBack(Event):
    """The cramp that had eased is back; it is the same cramp."""


class UrgentHelp(Event):
    """The person has been in pain for ten minutes."""


class Worse(Event):
    """The person said that it is getting worse: warning signs."""


@dataclass(slots=True)
class Answered(Event):
    """A question was answered, or its time was over (`Answer.NONE`)."""

    interval: Interval
    answer: Answer


@dataclass(slots=True)
class StepLeftOut(Event):
    """A step was left out because of an answer, or because there was none."""

    name: str
    answer: Answer
    optional: bool = False
    """Whether it was only an offer."""


@dataclass(slots=True)
class SignsNeeded(Event):
    """The answer to this question is a warning sign. The routine is over."""

    question: Question


@dataclass(slots=True)
class Switched(Event):
    """The session went over to another routine's plan."""

    routine: str


class Paused(Event):
    """The person paused."""


class Resumed(Event):
    """The session goes on."""


@dataclass(slots=True)
class WentAway(Event):
    """There was a gap in time from `at` on (lid closed, process stopped). The session pauses where it was."""

    gap_ms: int


@dataclass(slots=True)
class MoreTime(Event):
    """The move got longer."""

    seconds: int


@dataclass(slots=True)
class SideChanged(Event):
    """The plan was mirrored; `side` is that of the interval now."""

    side: Side | None


@dataclass(slots=True)
class Undone(Event):
    """The last thing that the person did was taken back."""

    act: Act


class Finished(Event):
    """The plan is over."""


class Stopped(Event):
    """The person stopped before the end, or a warning sign did."""
