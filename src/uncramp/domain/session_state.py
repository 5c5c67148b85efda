"""How a session stands: everything that can be asked of it. `uncramp.domain.session` is what changes it."""

from dataclasses import dataclass
from enum import StrEnum

from uncramp.domain import events as ev
from uncramp.domain.plan import Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.position import Position

URGENT_MS = 600_000
"""A cramp of ten minutes needs urgent help. Source: NHS (E1), NHS inform (E2)."""


class Phase(StrEnum):
    """What a session is doing. `FINISHED` is final; from `STOPPED` only undo leads back."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    AWAY = "away"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def over(self) -> bool:
        """Whether the session is at its end."""
        return self in (Phase.FINISHED, Phase.STOPPED)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an undo goes back to."""

    position: Position
    phase: Phase
    relieved_at: int | None


class SessionState:
    """A plan being played, as it stands."""

    def __init__(self, plan: Plan, *, cramp_began: int | None = None, relieved_at: int | None = None) -> None:
        """Get ready to play.

        Args:
            plan: what to play.
            cramp_began: when the cramp began, in milliseconds on the session's clock, where it began before this
                session; otherwise the start of a first-aid session counts.
            relieved_at: when it eased, where it did before this session.
        """
        self._position = Position(plan)
        self._phase = Phase.READY
        self._seen = 0
        self._played = 0
        self._cramp_began = cramp_began
        self._relieved_at = relieved_at
        self._ended_at: int | None = None
        self._urgent = False
        self._offered: set[tuple[str, int]] = set()
        self._undo: list[Snapshot] = []
        self._events: list[ev.Event] = []

    @property
    def plan(self) -> Plan:
        """The plan as it is now: mirrored, or another one, if the person asked for it."""
        return self._position.plan

    @property
    def phase(self) -> Phase:
        """What the session is doing."""
        return self._phase

    @property
    def position(self) -> Position:
        """Where the person was at the last call."""
        return self._position

    @property
    def interval(self) -> Interval | None:
        """The interval that is being played, `None` behind the last."""
        return self._position.interval if self._position.index < len(self.plan.intervals) else None

    @property
    def question(self) -> Question | None:
        """The question that waits for an answer."""
        return self.interval.question if self.interval else None

    @property
    def played_ms(self) -> int:
        """Time played in all, in milliseconds. Pauses and gaps are no play; nor is waiting for an answer."""
        return self._played

    @property
    def remaining_ms(self) -> int:
        """What is left of the plan's timed intervals, in milliseconds."""
        if self.interval is None or self._phase.over:
            return 0
        after = round(self.plan.remaining(self._position.index + 1)) * 1000
        timed = self.interval.seconds is not None
        return after + (self._position.length - self._position.elapsed if timed else 0)

    @property
    def relieved(self) -> bool:
        """Whether the person has said that the cramp has eased."""
        return self._relieved_at is not None

    @property
    def cramping(self) -> bool:
        """Whether the cramp clock runs."""
        return self._cramp_began is not None and not self.relieved and not self._phase.over

    def cramp_ms(self, now: int) -> int | None:
        """How long the cramp has lasted, in milliseconds; it runs on through pauses and gaps until relief."""
        if self._cramp_began is None:
            return None
        ends = [moment for moment in (self._relieved_at, self._ended_at) if moment is not None]
        return max(0, min(ends, default=max(now, self._seen)) - self._cramp_began)

    @property
    def cramp_began(self) -> int | None:
        """When the cramp began, in milliseconds on the session's clock."""
        return self._cramp_began

    @property
    def offer(self) -> str | None:
        """The routine that can be switched to now because this step may not be helping."""
        interval = self.interval
        if interval is None or self._phase.over:
            return None
        if interval.question:
            return interval.question.routine if interval.question.query is Query.OTHERWISE else None
        step = interval.step
        after = step.offer_after or step.at_most or 0
        if interval.sort is not IntervalKind.OPEN or self._position.round <= after or step.otherwise is None:
            return None
        return step.otherwise if self.plan.other(step.otherwise) else None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undo) and self._phase is not Phase.FINISHED

    def next_due(self) -> int | None:
        """When something next happens by itself, in milliseconds on the session's clock."""
        dues = []
        if self._phase is Phase.RUNNING:
            dues.append(self._seen - self._position.elapsed + self._position.next_mark)
        if self.cramping and not self._urgent and self._cramp_began is not None:
            dues.append(max(self._cramp_began + URGENT_MS, self._seen))  # overdue is now, not in the past
        return min(dues, default=None)
