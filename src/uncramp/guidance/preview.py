"""A routine's steps before it is started: what each says and shows, and its dose."""

from dataclasses import dataclass
from itertools import chain

from uncramp.domain.plan import Plan
from uncramp.domain.position import move_at
from uncramp.domain.routine import Part, Side, Sides, Step
from uncramp.guidance.pictured import FigureState
from uncramp.i18n import _, plural
from uncramp.words.session import side_name


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
