"""Steps that a routine takes from another one (`use`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from uncramp.domain.adapt import Change, ChangeKind, rules_for
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Routine, Step, UsedRoutine

_APART = 1_000
"""Added to the numbers of a used routine's rounds, so that they never equal those of the routine that uses it."""


def taken_from(routine: Routine, nth: int) -> tuple[Step, ...]:
    """The steps of a routine as another one takes them with its `nth` use: each names its routine and its position."""
    used = UsedRoutine(routine.name, routine.title, nth, routine.cautions, routine.adapt)

    def taken(step: Step) -> Step:
        rounds = step.rounds and replace(step.rounds, nth=step.rounds.nth + _APART * nth)
        return replace(step, used=used, position=step.position or routine.position, rounds=rounds)

    return tuple(taken(step) for step in routine.steps)


def guarding(step: Step, following: Sequence[int]) -> Step:
    """A step whose question guards what became of the steps that it guarded: `following` has how many of each."""
    return replace(step, ask=replace(step.ask, guards=sum(following[: step.ask.guards]))) if step.ask else step


@dataclass(frozen=True, slots=True)
class UsedForPerson:
    """A routine whose used steps are those for one person, with their cautions and what was changed."""

    routine: Routine
    cautions: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class _StepGroup(NamedTuple):
    """Steps of a routine that stand together: its own, or those of one use."""

    written: tuple[Step, ...]
    done: tuple[Step, ...]
    """What this person does in their place: the very same, those of another routine, or none."""
    cautions: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def counts(self) -> list[int]:
        """For each step as it is written, how many stand in its place."""
        same = self.done is self.written
        return [1] * len(self.written) if same else [len(self.done), *[0] * (len(self.written) - 1)]


def used_for(routine: Routine, profile: Profile, routines: Mapping[str, Routine]) -> UsedForPerson:
    """What the used routines say of this person as a whole: leave their steps out, do others, or take care."""
    if all(step.used is None for step in routine.steps):
        return UsedForPerson(routine)
    groups = [
        _for_person(tuple(steps), used, profile, routines)
        for used, steps in groupby(routine.steps, key=lambda step: step.used)
    ]
    following = [count for group in groups for count in group.counts]
    done: list[Step] = []
    for group in groups:
        if group.done is not group.written:
            done += group.done
            del following[: len(group.written)]
            continue
        for step in group.done:
            following.pop(0)
            done.append(guarding(step, following))
    cautions = dict.fromkeys(caution for group in groups for caution in group.cautions)
    changes = tuple(change for group in groups for change in group.changes)
    return UsedForPerson(replace(routine, steps=tuple(done)), tuple(cautions), changes)


def _for_person(
    steps: tuple[Step, ...], used: UsedRoutine | None, profile: Profile, routines: Mapping[str, Routine]
) -> _StepGroup:
    if used is None:
        return _StepGroup(steps, steps)
    cautions, changes = used.cautions, tuple[Change, ...]()
    for rule in rules_for(used.adapt, profile):
        target = routines.get(rule.instead or "")
        if target is not None and target.choice is None:
            change = Change(used.title, ChangeKind.REPLACED, rule.tag, rule.why)
            return _StepGroup(steps, taken_from(target, used.nth), target.cautions, (change,))
        if rule.skip or rule.instead:
            return _StepGroup(steps, (), (), (Change(used.title, ChangeKind.SKIPPED, rule.tag, rule.why),))
        if rule.caution:
            cautions += (rule.caution,)
            changes += (Change(used.title, ChangeKind.CAUTION, rule.tag, rule.why, rule.caution),)
    return _StepGroup(steps, steps, cautions, changes)
