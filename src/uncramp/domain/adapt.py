"""A routine adapted to one person: what is skipped, replaced or cautioned, each with its reason.

Several tags may speak about one step. The strictest wins: a skip beats a replacement, a replacement beats the
step's own words, and where two tags replace the same thing, the weightier tag does (the order of `Tag`).
Cautions add up.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from uncramp.domain.profile import Profile
from uncramp.domain.routine import SIGNS, Adaptation, Replacement, Routine, RoutineAdaptation, Step, Tag, Unanswered


class ChangeKind(StrEnum):
    SKIPPED = "skipped"
    REPLACED = "replaced"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was changed for this person: a step, or the whole routine (`name` is its title)."""

    name: str
    kind: ChangeKind
    tag: Tag
    why: str
    caution: str = ""
    number: int = 0
    """The step's number in the routine file; 0 for the whole routine."""


@dataclass(frozen=True, slots=True)
class AdaptedStep:
    """A step as it is left for this person, with its number in the routine file."""

    number: int
    step: Step


class AdaptedSteps(NamedTuple):
    """What is left of a routine for one person, and every change with its reason."""

    steps: tuple[AdaptedStep, ...]
    changes: tuple[Change, ...]


def adapt_steps(routine: Routine, profile: Profile, branch: str = "") -> AdaptedSteps:
    """Adapt the steps to a person; of the branches only this one.

    A question that only guards steps that are left out is left out with them, silently: it has no more to ask. But one
    that looks for a warning sign is asked whatever else is left out.
    """
    tags = profile.all_tags()
    kept: list[AdaptedStep] = []
    changes: list[Change] = []
    for number, step in enumerate(routine.steps, start=1):
        if step.when not in ("", branch) or (step.ask and step.ask.only_for not in (None, *tags)):
            continue
        adapted, made = _adapt_step(step, tags)
        changes += [replace(change, number=number) for change in made]
        if adapted is not None:
            kept.append(AdaptedStep(number, adapted))
    return AdaptedSteps(_without_needless_questions(kept), tuple(changes))


def rules_for(rules: Iterable[RoutineAdaptation], profile: Profile) -> tuple[RoutineAdaptation, ...]:
    """What the person's tags say about a routine as a whole: a skip first, then another routine, then cautions."""
    theirs = [rule for tag in profile.all_tags() for rule in rules if rule.tag is tag]
    return tuple(sorted(theirs, key=lambda rule: (not rule.skip, rule.instead is None)))


def _adapt_step(step: Step, tags: tuple[Tag, ...]) -> tuple[Step | None, list[Change]]:
    rules = [rule for tag in tags for rule in step.adapt if rule.tag is tag]
    skips = [rule for rule in rules if rule.skip]
    if skips:
        return None, [Change(step.name, ChangeKind.SKIPPED, rule.tag, rule.why) for rule in skips]
    adapted = step
    for rule in reversed(rules):  # the weightiest last, so that its replacement stays
        adapted = _apply(adapted, rule)
    changes = []
    for rule in rules:
        kind = ChangeKind.REPLACED if rule.replace else ChangeKind.CAUTION
        changes.append(Change(step.name, kind, rule.tag, rule.why, rule.caution or ""))
    cautions = step.cautions + tuple(rule.caution for rule in rules if rule.caution)
    return replace(adapted, cautions=tuple(dict.fromkeys(cautions))), changes


def _apply(step: Step, adaptation: Adaptation) -> Step:
    if adaptation.replace is None:
        return step
    given = {
        name: value for name in Replacement.__match_args__ if (value := getattr(adaptation.replace, name)) is not None
    }
    if "say" in given and "moves" not in given:
        # The moves' sentences belong to the words that are replaced.
        given["moves"] = tuple(replace(move, say="") for move in step.moves)
    return replace(step, **given)


def _without_needless_questions(kept: list[AdaptedStep]) -> tuple[AdaptedStep, ...]:
    numbers = {adapted.number for adapted in kept}

    def is_needless(adapted: AdaptedStep) -> bool:
        ask = adapted.step.ask
        if ask is None or ask.unanswered is Unanswered.GO_ON or ask.if_yes == SIGNS:
            return False
        return numbers.isdisjoint(range(adapted.number + 1, adapted.number + 1 + ask.guards))

    return tuple(adapted for adapted in kept if not is_needless(adapted))
