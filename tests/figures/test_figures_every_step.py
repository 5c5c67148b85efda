"""Every step of every shipped routine, under every adaptation, has a figure whose moves match the step's."""

import re
from collections.abc import Iterator

import pytest

from uncramp.domain.routine import Step
from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.check import ways
from uncramp.figures.figure import SkeletonKind
from uncramp.figures.figure_file import figure_entry
from uncramp.figures.stance import between, solve, stance_of
from uncramp.files.library import Library
from uncramp.paths import shipped_routines

LIBRARY = Library(shipped_routines())
FIGURES = {name: figure_entry(path).figure for name, path in LIBRARY.figure_paths.items()}

NOT_DRAWN: set[str] = set()
"""Figures that have words only so far. Whoever draws one takes it out."""

_STRAIGHT = re.compile(r"\b(?:legs?|knees?)\b(?: \w+){0,4} straight\b|\bstraight (?:legs?|knees?)\b", re.IGNORECASE)
"""Words that say of a leg that it is straight."""
_BOTH = re.compile(r"\bboth legs straight\b|\bstraight knees\b", re.IGNORECASE)
BENT = 5
"""Degrees of a knee that is still straight."""


def shown(step: Step) -> Iterator[tuple[str, str | None, set[str]]]:
    """What the step shows for everybody and for each tag: for whom, which figure, which moves."""
    yield "everybody", step.figure, {move.name for move in step.moves}
    for change in step.adapt:
        if change.replace is not None:
            figure = change.replace.figure or step.figure
            moves = change.replace.moves or step.moves
            yield change.tag, figure, {move.name for move in moves}


STEPS = [(routine, step) for routine in LIBRARY.names() for step in LIBRARY.get(routine).steps if step.moves]


@pytest.mark.parametrize(("routine", "step"), STEPS, ids=[f"{name}-{step.name}" for name, step in STEPS])
def test_every_step_has_a_figure_that_knows_its_moves(routine: str, step: Step) -> None:
    for whom, name, moves in shown(step):
        assert name in FIGURES, (routine, whom)
        figure = FIGURES[name]
        assert figure is not None, (name, "has problems")
        if figure.drawn:
            assert moves <= set(figure.moves), (name, whom)


def test_the_figures_without_a_drawing_are_just_those_that_are_listed() -> None:
    assert {name for name, figure in FIGURES.items() if figure and not figure.drawn} == NOT_DRAWN


def test_every_figure_is_used() -> None:
    used = {name for _routine, step in STEPS for _whom, name, _moves in shown(step)}
    assert set(FIGURES) == used


def said(step: Step) -> Iterator[tuple[str, str]]:
    """The figure of the step and what it says, for everybody and for each tag."""
    if step.figure:
        yield step.figure, f"{step.say} {step.how}"
    for change in step.adapt:
        figure = change.replace and (change.replace.figure or step.figure)
        if change.replace is not None and figure:
            yield figure, f"{change.replace.say or step.say} {change.replace.how or step.how}"


STRAIGHT = sorted(
    {(name, bool(_BOTH.search(words))) for _, step in STEPS for name, words in said(step) if _STRAIGHT.search(words)}
)


def test_the_first_figure_of_all_is_one_of_a_straight_leg() -> None:
    assert {
        ("seated-toe-pull", False),
        ("seated-toes-up", False),
        ("towel-pull-both", True),
        ("wall-lean", True),
    } <= set(STRAIGHT)


@pytest.mark.parametrize(("name", "both"), STRAIGHT)
def test_a_leg_that_the_words_call_straight_is_straight_in_every_pose_and_between(name: str, both: bool) -> None:
    figure = FIGURES[name]
    assert figure is not None
    assert figure.skeleton is SkeletonKind.BODY
    poses = {pose: stance_of(figure, figure.poses[pose]) for pose in figure.poses}
    for one, other in ways(figure):
        for part in range(11):
            angles = solve(SKELETONS[figure.skeleton], between(poses[one], poses[other], part / 10)).angles
            assert angles["near_knee"] <= BENT, (one, other, part)
            assert not both or angles["far_knee"] <= BENT, (one, other, part)
