"""Where in a plan a person is, and what is due there."""

from dataclasses import dataclass, replace
from datetime import timedelta

from uncramp.domain.plan import Interval, IntervalKind, Plan
from uncramp.domain.routine import Move, Step

RESUME_WITHIN = timedelta(minutes=15)
"""A position that was left longer ago is not offered to go on at. Our own choice."""

SOON_MS = 10_000
COUNTDOWN_MS = (3_000, 2_000, 1_000)
"""What is left of a move when a cue says so, in milliseconds."""

_COUNTDOWN_FROM_MS = 10_000
SOON_FROM_MS = 30_000
"""A move from this length on says when ten seconds are left, in milliseconds."""
_HALFWAY_FROM_MS = 40_000


@dataclass(frozen=True, slots=True)
class Position:
    """Where in a plan a person is: everything that undo brings back."""

    plan: Plan
    index: int = 0
    turn: int = 1
    """Which time the moves are done, in an open-ended interval."""
    nth: int = 0
    """Which of the interval's moves."""
    elapsed: int = 0
    """Milliseconds into the move."""
    extra: int = 0
    """Milliseconds that were added to the move."""
    before: int = 0
    """Milliseconds in this interval before the move."""
    cued: int = -1
    """Cues up to this many milliseconds into the move have been given."""
    left_out: frozenset[int] = frozenset()
    """Intervals that an answer, or none, has left out: "back" does not lead into them."""

    @property
    def interval(self) -> Interval:
        """The interval here. Only a position in the plan has one."""
        return self.plan.intervals[self.index]

    @property
    def move(self) -> Move:
        """The move here; for a question, the wait for an answer."""
        if self.interval.question:
            return Move("answer", self.interval.question.wait)
        return self.interval.moves[self.nth]

    @property
    def length(self) -> int:
        """The move's length with what was added, in milliseconds; at one's own pace, about that of the whole set."""
        if self.interval.kind is IntervalKind.OWN_PACE:
            return self.interval.longest * 1000
        return self.move.seconds * 1000 + self.extra

    def at(self, index: int) -> "Position":
        return Position(self.plan, index, left_out=self.left_out)

    def resumed_at(self, index: int) -> "Position":
        """The start of an interval at which a session is resumed: what was answered on the way to it is not known.

        So what a question guards is left out, unless this interval is of it: it was answered then.
        """
        if not 0 <= index < max(1, len(self.plan.intervals)):
            raise ValueError(index)
        guarded: set[int] = set()
        for at, interval in enumerate(self.plan.intervals[:index]):
            if interval.question:
                behind = self.plan.after_step(at + 1, interval.question.guards_to)
                guarded |= set(range(at + 1, behind)) if behind <= index else set()
        return replace(self.at(index), left_out=frozenset(guarded))

    def leaving_out(self, target: int) -> "Position":
        """The start of a later interval, all between here and there left out."""
        return replace(self.at(target), left_out=self.left_out | set(range(self.index + 1, target)))

    def taking_in(self) -> "Position":
        """The start of the next interval, what this question guards no longer left out."""
        question = self.interval.question
        behind = self.plan.after_step(self.index + 1, question.guards_to if question else 0)
        return replace(self.at(self.index + 1), left_out=self.left_out - set(range(self.index + 1, behind)))

    @property
    def start_before(self) -> int:
        """The first interval of the block before this interval, past all that was left out; 0 before the first."""
        index = self.index - 1
        while index in self.left_out:
            index -= 1
        return self.plan.first_of_block(max(0, index))

    def next_move(self) -> "Position | None":
        """The start of the interval's next move, again and again; `None` behind the last."""
        nth, turn = self.nth + 1, self.turn
        if nth >= len(self.interval.moves):
            nth, turn = 0, turn + 1
        if turn > self.interval.turns or self.interval.kind is IntervalKind.OWN_PACE:
            return None
        before = self.before + self.length
        return Position(self.plan, self.index, turn, nth, before=before, left_out=self.left_out)

    @property
    def next_mark(self) -> int:
        """The next cue or the end of the move, in milliseconds from the move's begin."""
        return min((cue for cue in self._cues() if cue > self.cued), default=self.length)

    def _cues(self) -> list[int]:
        if self.interval.question:
            return []
        length = self.length
        due = [(_HALFWAY_FROM_MS, length // 2), (SOON_FROM_MS, length - SOON_MS)]
        due += [(_COUNTDOWN_FROM_MS, length - left) for left in COUNTDOWN_MS]
        return [cue for least, cue in due if length >= least]


@dataclass(frozen=True, slots=True)
class ShownMove:
    """Which move of a step is shown at a moment, where its moves go round and round."""

    move: Move
    nth: int
    repetition: int
    elapsed: int
    """Milliseconds into the move."""


def move_at(step: Step, elapsed: int) -> ShownMove:
    """The move that is shown `elapsed` milliseconds after the step's start. The step has moves."""
    repetition, into = divmod(elapsed, step.repetition_seconds * 1000)
    nth = 0
    while into >= step.moves[nth].seconds * 1000:
        into -= step.moves[nth].seconds * 1000
        nth += 1
    return ShownMove(step.moves[nth], nth, repetition, into)
