"""Where a person is in a plan being played, and how it stands with the cramp: all that is read of a session."""

from dataclasses import dataclass
from enum import StrEnum

from uncramp.domain.plan import Consequence, Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.position import Position

RETURN_MS = 900_000
"""A cramp that is back within fifteen minutes of relief is the same cramp. Our own choice."""


class Phase(StrEnum):
    """What a session is doing. From `STOPPED`, and where a key has `FINISHED` it, only undo leads back."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    AWAY = "away"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def over(self) -> bool:
        return self in (Phase.FINISHED, Phase.STOPPED)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an undo goes back to."""

    position: Position
    phase: Phase
    relieved_at: int | None
    eased_ms: int
    cleared: frozenset[str]


@dataclass(eq=False)
class SessionState:
    """How a session stands. Only the session itself changes it; all times are on the session's clock, in milliseconds."""

    position: Position
    """Where the person was at the last call."""
    phase: Phase = Phase.READY
    seen: int = 0
    played_ms: int = 0
    """Time played in all. Pauses and gaps are no play; nor is waiting for an answer."""
    cramp_began: int | None = None
    relieved_at: int | None = None
    """When the cramp eased."""
    eased_ms: int = 0
    """How long there was no pain between relief and return."""
    cleared: frozenset[str] = frozenset()
    """The questions for a warning sign that were answered with no in this cramp."""
    ended_at: int | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it is now: mirrored, or another one, if the person asked for it."""
        return self.position.plan

    @property
    def interval(self) -> Interval | None:
        return self.position.interval if self.position.index < len(self.plan.intervals) else None

    @property
    def question(self) -> Question | None:
        return self.interval.question if self.interval else None

    @property
    def remaining_ms(self) -> int:
        """What is left of the plan's timed intervals, in milliseconds."""
        if self.interval is None or self.phase.over:
            return 0
        here = self.position.length - self.position.elapsed if self.interval.timed else 0
        return here + self.plan.remaining(self.position.index + 1) * 1000

    @property
    def relieved(self) -> bool:
        """Whether the person has said that the cramp has eased."""
        return self.relieved_at is not None

    @property
    def cramping(self) -> bool:
        """Whether the cramp clock runs."""
        return self.cramp_began is not None and not self.relieved and not self.phase.over

    def cramp_ms(self, now: int) -> int | None:
        """How long the cramp has lasted, in milliseconds; it runs on through pauses and gaps until relief."""
        if self.cramp_began is None:
            return None
        ends = [moment for moment in (self.relieved_at, self.ended_at) if moment is not None]
        return max(0, min(ends, default=max(now, self.seen)) - self.cramp_began)

    def pain_ms(self, now: int) -> int | None:
        """How long the person has been in pain, in milliseconds: the cramp without what lay between relief and return."""
        cramp = self.cramp_ms(now)
        return None if cramp is None else max(0, cramp - self.eased_ms)

    @property
    def may_return(self) -> bool:
        """Whether the cramp has eased so short a while ago that it would be the same one if it was back."""
        relieved_at = self.relieved_at
        return relieved_at is not None and self.phase is not Phase.STOPPED and self.seen - relieved_at <= RETURN_MS

    @property
    def offer(self) -> str | None:
        """The routine that can be switched to now because this step may not be helping."""
        interval = self.interval
        if interval is None or self.phase.over:
            return None
        if interval.question:
            return interval.question.routine if interval.question.query is Query.OTHERWISE else None
        step = interval.step
        after = (step.at_most or 0) if step.offer_after is None else step.offer_after
        if interval.kind is not IntervalKind.OPEN or self.position.turn <= after or step.otherwise is None:
            return None
        return step.otherwise if self.plan.other(step.otherwise) else None

    def is_needless(self, position: Position) -> bool:
        """Whether this is left out on the way: a sign that this cramp does not have; once it has eased, what eases it."""
        if position.index >= len(position.plan.intervals):
            return False
        question = position.interval.question
        if question is not None and question.yes is Consequence.SIGNS:
            return question.text in self.cleared
        guards = question is not None and question.silent is Consequence.SKIP
        return self.relieved and not guards and position.index < position.plan.after_help

    def snapshot(self) -> Snapshot:
        return Snapshot(self.position, self.phase, self.relieved_at, self.eased_ms, self.cleared)
