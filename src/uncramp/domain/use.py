"""Steps that a routine takes from another one (`use`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from uncramp.domain.adapt import Change, ChangeKind, rules_for
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Routine, Step, UsedRoutine

_APART = 1_000
"""More than a routine has rounds: those of a used one are never taken for the user's own."""


def taken_from(routine: Routine, nth: int) -> tuple[Step, ...]:
    """The steps of a routine as another one takes them with its `nth` use: each says whose it is, and where it is done."""
    used = UsedRoutine(routine.name, routine.title, nth, routine.cautions, routine.adapt)

    def taken(step: Step) -> Step:
        rounds = step.rounds and replace(step.rounds, nth=step.rounds.nth + _APART * nth)
        return replace(step, used=used, position=step.position or routine.position, rounds=rounds)

    return tuple(taken(step) for step in routine.steps)


def guarding(step: Step, following: Sequence[int]) -> Step:
    """A step whose question guards as many steps as became of those that it guarded: `following` says how many of each."""
    return replace(step, ask=replace(step.ask, guards=sum(following[: step.ask.guards]))) if step.ask else step


@dataclass(frozen=True, slots=True)
class UsedForPerson:
    """A routine whose used steps are those for one person, with their cautions and what was changed."""

    routine: Routine
    cautions: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def used_for(routine: Routine, profile: Profile, routines: Mapping[str, Routine]) -> UsedForPerson:
    """What the used routines say of this person as a whole: leave their steps out, do others, or take care."""
    if all(step.used is None for step in routine.steps):
        return UsedForPerson(routine)
    parts = [
        (own, _used_steps(own, used, profile, routines) if used else (own, (), ()))
        for used, group in groupby(routine.steps, key=lambda step: step.used)
        for own in (tuple(group),)
    ]
    became = [
        number
        for own, (kept, _cautions, _changes) in parts
        for number in ([1] * len(own) if kept is own else [len(kept), *[0] * (len(own) - 1)])
    ]
    """For each step of the routine, how many stand in its place."""
    steps: list[Step] = []
    at = 0
    for own, (kept, _cautions, _changes) in parts:
        at += len(own)
        first = at - len(own) + 1
        steps += [guarding(step, became[first + nth :]) for nth, step in enumerate(own)] if kept is own else kept
    cautions = (caution for _own, (_kept, told, _changes) in parts for caution in told)
    changes = tuple(change for _own, (_kept, _cautions, made) in parts for change in made)
    return UsedForPerson(replace(routine, steps=tuple(steps)), tuple(dict.fromkeys(cautions)), changes)


def _used_steps(
    own: tuple[Step, ...], used: UsedRoutine, profile: Profile, routines: Mapping[str, Routine]
) -> tuple[tuple[Step, ...], tuple[str, ...], tuple[Change, ...]]:
    """The steps that are done in the place of used ones, what is to be minded, and what was changed."""
    cautions, changes = used.cautions, tuple[Change, ...]()
    for rule in rules_for(used.adapt, profile):
        target = routines.get(rule.instead or "")
        if target is not None and target.choice is None:
            change = Change(used.title, ChangeKind.REPLACED, rule.tag, rule.why)
            return taken_from(target, used.nth), target.cautions, (change,)
        if rule.skip or rule.instead:
            return (), (), (Change(used.title, ChangeKind.SKIPPED, rule.tag, rule.why),)
        if rule.caution:
            cautions += (rule.caution,)
            changes += (Change(used.title, ChangeKind.CAUTION, rule.tag, rule.why, rule.caution),)
    return own, cautions, changes
