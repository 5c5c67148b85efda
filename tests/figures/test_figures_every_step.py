"""Every step of every shipped routine, under every adaptation, has a figure whose moves match the step's."""

from collections.abc import Iterator

import pytest

from uncramp.domain.routine import Step
from uncramp.figures.figure_file import figure_entry
from uncramp.files.library import Library
from uncramp.paths import shipped_routines

LIBRARY = Library(shipped_routines())
FIGURES = {name: figure_entry(path).figure for name, path in LIBRARY.figure_paths.items()}

NOT_DRAWN: set[str] = set()
"""Figures that have words only so far. Whoever draws one takes it out."""

IN_NO_STEP = {"legs-raised-side", "hamstring-standing", "leg-shake"}
"""Lying on the side, shaking the leg, and the stretch of the back of the thigh in standing: words speak of them, no step shows them."""


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


def test_every_figure_is_used_save_those_that_are_listed() -> None:
    used = {name for _routine, step in STEPS for _whom, name, _moves in shown(step)}
    assert set(FIGURES) - used == IN_NO_STEP
    assert used <= set(FIGURES)
