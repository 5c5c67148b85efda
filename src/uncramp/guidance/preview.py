"""What a figure shows at one moment; and a routine's steps before it is started: what each says and shows, its dose."""

from dataclasses import dataclass
from itertools import chain

from uncramp.domain.plan import IntervalKind, Plan
from uncramp.domain.position import Position, move_at
from uncramp.domain.routine import Part, Side, Sides, Step
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.i18n import _, plural
from uncramp.words.session import side_name

_STILL = (IntervalKind.GET_READY, IntervalKind.REST, IntervalKind.CHANGE)
"""Intervals in which nobody moves."""


@dataclass(frozen=True, slots=True)
class FigureState:
    """What a figure shows at one moment."""

    figure: str
    """Its name."""
    move: str | None
    """The move that it shows; none while nobody moves."""
    turn: tuple[int, int, int]
    """Which move of the session it is: another one begins where this one has led to."""
    side: Side | None
    elapsed: int
    """Milliseconds into the move."""
    length: int
    """Of the move, in milliseconds."""
    running: bool
    """Whether time goes on."""


def pictured(session: Session, position: Position) -> FigureState | None:
    interval = position.interval
    if interval.step.figure is None:
        return None
    move, turn, elapsed, length = position.move, (position.turn, position.nth), position.elapsed, position.length
    if interval.kind is IntervalKind.OWN_PACE and interval.step.moves:
        shown = move_at(interval.step, position.elapsed)
        move, turn, elapsed = shown.move, (shown.repetition, shown.nth), shown.elapsed
        length = move.seconds * 1000
    return FigureState(
        figure=interval.step.figure,
        move=move.name if interval.moves and interval.kind not in _STILL else None,
        turn=(position.index, *turn),
        side=interval.side,
        elapsed=elapsed,
        length=length,
        running=session.phase is Phase.RUNNING,
    )


@dataclass(frozen=True, slots=True)
class StepPreview:
    """One step of a plan."""

    step: Step
    """As adapted to the person."""
    number: int
    """Its number in the routine file."""
    side: Side | None
    """The side that it begins with."""
    part: Part

    @property
    def moves(self) -> tuple[str, ...]:
        return tuple(map(str, self.step.moves))

    @property
    def dose(self) -> str:
        """On which side, and how often: `Left leg · 10 times · 2 sets`."""
        step = self.step
        parts = [_sides(step.sides, self.side, self.part)]
        if step.optional:
            parts.insert(0, _("If you like"))
        if step.until_relief:
            parts.append(_("until it stops, {n} times at most").format(n=step.at_most or 1))
        if not isinstance(step.repetitions, int):
            parts.append(_("{ladder} times").format(ladder=", ".join(map(str, step.repetitions))))
        elif step.repetitions > 1:
            parts.append(plural("{n} time", "{n} times", step.repetitions))
        if len(step.in_sets) > 1:
            parts.append(plural("{n} set", "{n} sets", len(step.in_sets)))
        if step.until_done:
            parts.append(_("at your own pace"))
        if step.rounds:
            parts.append(plural("{n} round", "{n} rounds", step.rounds.times))
        return " · ".join(filter(None, parts))

    def pictured(self, elapsed: int) -> FigureState | None:
        """The figure's state `elapsed` milliseconds after the start, as in a session."""
        if self.step.figure is None:
            return None
        if not self.step.moves:  # at one's own pace it may do without
            return FigureState(self.step.figure, None, (self.number, 0, 0), self.side, 0, 1_000, running=False)
        shown = move_at(self.step, elapsed)
        turned = self.step.sides is Sides.ALTERNATING and shown.repetition % 2
        return FigureState(
            figure=self.step.figure,
            move=shown.move.name,
            turn=(self.number, shown.repetition, shown.nth),
            side=self.side.other if self.side and turned else self.side,
            elapsed=shown.elapsed,
            length=shown.move.seconds * 1000,
            running=True,
        )


def step_previews(plan: Plan) -> tuple[StepPreview, ...]:
    """The steps of a plan in their order: no questions, but the steps of either answer."""
    found: dict[int, StepPreview] = {}
    for interval in chain(plan.intervals, *(branch.intervals for branch in plan.branches)):
        if interval.step.ask is None:
            one = StepPreview(interval.step, interval.number, interval.side, plan.part)
            found.setdefault(interval.number, one)
    return tuple(found[number] for number in sorted(found))


def _sides(sides: Sides, side: Side | None, part: Part) -> str:
    if sides is Sides.EACH:
        return _("One side, then the other")
    if sides is Sides.EACH_SET:
        return _("Each set on both sides")
    return _("Left and right by turns") if sides is Sides.ALTERNATING else side_name(side, part)
