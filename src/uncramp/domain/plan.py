"""A routine adapted to one person and one side, laid out flat as timed intervals.

A plan is pure data: the same routine, profile and side always give the same plan. `uncramp.domain.planner` makes it,
a session plays it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from uncramp.domain.adapt import Change, ChangeKind
from uncramp.domain.routine import Call, Move, Part, Purpose, Side, Step


class IntervalKind(StrEnum):
    GET_READY = "get ready"
    MOVE = "move"
    REST = "rest"
    CHANGE = "switch sides"
    OPEN = "open"
    """Open-ended: its moves go round until relief."""
    OWN_PACE = "own pace"
    """A set at one's own pace: it goes on until the person says that it is done."""
    QUESTION = "question"


class Query(StrEnum):
    CHECK = "check"
    """The routine asks before a step."""
    OPTIONAL = "optional"
    """The next step is optional."""
    OTHERWISE = "otherwise"
    """The step before has not helped: another routine is offered."""


class Answer(StrEnum):
    """What a person can say to a question. No answer is `NONE`, and never taken as no."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    NONE = "none"


class Consequence(StrEnum):
    GO_ON = "go on"
    SKIP = "skip"
    """Leave out the guarded steps."""
    SIGNS = "signs"
    """End the routine: warning signs."""
    SWITCH = "switch"
    """Go over to the other routine."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a one-key answer.

    `yes`, `no` and `silent` are consequences; "not sure" (`unsure`) is offered where it has one.
    """

    query: Query
    text: str
    wait: int
    """Seconds before no answer counts as `NONE`."""
    yes: Consequence
    no: Consequence
    silent: Consequence
    unsure: Consequence | None = None
    routine: str = ""
    """Where `SWITCH` leads."""
    guards_to: int = 0
    """The last step, by its number in the file, that `SKIP` leaves out."""
    words: tuple[str, str] = ("", "")
    """What yes and no mean here; empty for plain "yes" and "no"."""
    means: str = ""
    """What a yes may mean, where it leads to `SIGNS`."""
    call: Call = Call.TODAY
    """How soon a yes calls for help, where it leads to `SIGNS`."""

    def answer_words(self, answer: Answer) -> str:
        return {Answer.YES: self.words[0], Answer.NO: self.words[1]}.get(answer, "")

    def consequence(self, answer: Answer) -> Consequence | None:
        """What the answer leads to; `None` where it is not one of this question's answers."""
        return {Answer.YES: self.yes, Answer.NO: self.no, Answer.UNSURE: self.unsure}.get(answer, self.silent)


@dataclass(frozen=True, slots=True)
class Interval:
    """One stretch of time in a plan."""

    kind: IntervalKind
    number: int
    """The step's number in the routine file, from 1."""
    step: Step
    block: int
    """Intervals that "next" and "back" treat as one: a set on one side, or a rest."""
    moves: tuple[Move, ...] = ()
    """One move; all moves of a repetition where it is open-ended or at one's own pace; none for a question."""
    side: Side | None = None
    set: int | None = None
    repetition: int | None = None
    round: int | None = None
    """Which of its step's rounds it is in."""
    question: Question | None = None

    @property
    def seconds(self) -> int | None:
        """Its length in seconds, `None` where it is open-ended or waits for an answer."""
        return self.moves[0].seconds if self.timed else None

    @property
    def timed(self) -> bool:
        """Whether it ends by the clock alone."""
        return self.kind not in (IntervalKind.OPEN, IntervalKind.OWN_PACE, IntervalKind.QUESTION)

    @property
    def repetitions(self) -> int:
        return self.step.in_sets[(self.set or 1) - 1]

    @property
    def move(self) -> str:
        """The move's name; where it has all moves of a repetition, each with its time, if it has one."""
        if self.kind in (IntervalKind.OPEN, IntervalKind.OWN_PACE) and self.step.moves:
            return ", ".join(str(move) for move in self.moves)
        return self.moves[0].name if self.moves else "answer"

    def say(self, move: Move | None = None) -> str:
        """What to do in one of its moves, by default as a whole: the question, the move's own words, or the step's."""
        if self.question is not None:
            return self.question.text
        if move is None and self.kind is IntervalKind.MOVE:
            move = self.moves[0]
        return (move.say if move else "") or self.step.say

    @property
    def turns(self) -> int:
        """How often its moves are done at most; at one's own pace, how often they should."""
        if self.kind is IntervalKind.OWN_PACE:
            return self.repetitions
        return (self.step.at_most or 1) if self.kind is IntervalKind.OPEN else 1

    @property
    def longest(self) -> int:
        """Its longest length in seconds, unless more time is asked for; at one's own pace, about its length."""
        if self.question is not None:
            return self.question.wait
        return self.turns * sum(move.seconds for move in self.moves)


@dataclass(frozen=True, slots=True)
class Plan:
    routine: str
    title: str
    purpose: Purpose
    part: Part
    intervals: tuple[Interval, ...]
    side: Side | None = None
    """The affected side, `None` where it is not known."""
    label: str = ""
    cautions: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    others: tuple[tuple[str, "Plan"], ...] = ()
    """The plans that a question or an offer can switch to, by the name that the question or the offer has for them."""

    @property
    def seconds(self) -> int:
        """The sum of all timed intervals; those that a person ends, and questions, count nothing."""
        return self.remaining(0)

    @property
    def needed_seconds(self) -> int:
        """How long it takes without optional and open-ended steps; at one's own pace, about so long."""
        counted = (one for one in self.intervals if not one.step.optional)
        return sum(one.longest for one in counted if one.timed or one.kind is IntervalKind.OWN_PACE)

    @property
    def open_ended(self) -> bool:
        return any(interval.kind is IntervalKind.OPEN for interval in self.intervals)

    def timed_from(self, index: int) -> bool:
        """Whether the clock alone says how long all takes from an interval on."""
        no_time = (IntervalKind.OPEN, IntervalKind.OWN_PACE)
        return not self.open_ended and all(one.kind not in no_time for one in self.intervals[index:])

    @property
    def measures_cramp(self) -> bool:
        return self.purpose is Purpose.FIRST_AID

    @property
    def skipped(self) -> tuple[Change, ...]:
        """The steps, or the whole routine, that were left out for this person."""
        return tuple(change for change in self.changes if change.kind is ChangeKind.SKIPPED)

    @property
    def branches(self) -> tuple["Plan", ...]:
        """What the question at the start leads to besides these intervals: other steps of the same routine."""
        return tuple(plan for _name, plan in self.others if plan.routine == self.routine)

    def other(self, name: str) -> "Plan | None":
        """The plan that can be switched to under this name."""
        return dict(self.others).get(name)

    def remaining(self, index: int) -> int:
        """Seconds of timed intervals from this index on."""
        return sum(interval.seconds or 0 for interval in self.intervals[index:])

    def other_side(self) -> "Plan":
        """The same plan, mirrored. Times stay the same, and so does every index."""

        def mirrored(one: Interval) -> Interval:
            return one if one.side is None or one.step.sides.fixed else replace(one, side=one.side.other)

        return replace(
            self,
            side=(self.side or Side.AFFECTED).other,
            intervals=tuple(mirrored(interval) for interval in self.intervals),
            others=tuple((name, plan.other_side()) for name, plan in self.others),
        )

    def first_of_block(self, index: int) -> int:
        """The index of the first interval in the block of interval `index`."""
        block = self.intervals[index].block
        while index and self.intervals[index - 1].block == block:
            index -= 1
        return index

    def after_block(self, index: int) -> int:
        """The index behind the block of interval `index`: the plan's length behind the last one."""
        block, many = self.intervals[index].block, len(self.intervals)
        return next((nth for nth in range(index, many) if self.intervals[nth].block != block), many)

    def after_step(self, index: int, number: int) -> int:
        """The index of the first interval from `index` on whose step's number is above `number`."""
        many = len(self.intervals)
        return next((nth for nth in range(index, many) if self.intervals[nth].number > number), max(index, many))

    def after_guarded(self, index: int, last: int) -> int:
        """The index behind what the question at `index` guards, to the step `last`, and behind what that guards."""
        target = self.after_step(index + 1, last)
        while inner := [one.question for one in self.intervals[index + 1 : target] if one.question]:
            # A question that is left out has no answer: what it guards is left out, too.
            farthest = self.after_step(target, max(one.guards_to for one in inner))
            if farthest == target:
                break
            target = farthest
        return target

    @property
    def first_help(self) -> int:
        """The index of the first interval that goes on until relief, else of the first with something to do."""
        opened = (index for index, one in enumerate(self.intervals) if one.kind is IntervalKind.OPEN)
        moving = (index for index, one in enumerate(self.intervals) if one.moves)
        return next(opened, next(moving, 0))

    @property
    def help_again(self) -> int:
        """The index at which help begins for a cramp that is back: the first help, or the question that guards it."""
        first = self.first_help
        asked = ((index, one.question) for index, one in enumerate(self.intervals[:first]) if one.question)
        return next((index for index, one in asked if one.guards_to >= self.intervals[first].number), first)

    @property
    def after_help(self) -> int:
        """The index behind what eases the cramp: the steps until relief, else all before the question for a sign."""
        first = self.first_help
        signs = (n for n, one in enumerate(self.intervals) if one.question and one.question.yes is Consequence.SIGNS)
        end = next((index for index in signs if index > first), None)
        opened = [n for n, one in enumerate(self.intervals[:end]) if one.kind is IntervalKind.OPEN]
        if opened:
            return self.after_step(opened[-1], self.intervals[opened[-1]].number)
        return end or 0


def as_json(plan: Plan) -> Mapping[str, object]:
    """The plan as `uncramp show --json` prints it: a contract with scripts."""
    return {
        "routine": plan.routine,
        "title": plan.title,
        "seconds": None if plan.open_ended else plan.seconds,
        "open_ended": plan.open_ended,
        "intervals": [_interval_json(interval) for interval in plan.intervals],
        "skipped": [{"name": change.name, "why": change.why} for change in plan.skipped],
    }


def _interval_json(interval: Interval) -> Mapping[str, object]:
    values: dict[str, object] = {
        "step": interval.number,
        "name": interval.step.name,
        "move": interval.move,
        "seconds": interval.seconds,
        "side": interval.side,
        "set": interval.set,
        "repetition": interval.repetition,
        "round": interval.round,
        "say": interval.say(),
        "figure": interval.step.figure,
        "sources": list(interval.step.sources),
    }
    if interval.kind in (IntervalKind.OPEN, IntervalKind.OWN_PACE):
        moves = interval.step.moves
        values["moves"] = [{"name": one.name, "seconds": one.seconds, "say": interval.say(one)} for one in moves]
    return values
