"""Coloured quadrants: two inks a cell, few runs a row, and the muscle in sight whatever the pose."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_samples import ALL, good, shipped_figures
from uncramp.figures.figure import Figure, SkeletonKind
from uncramp.figures.forms import Form, Paint, Row, quadrant_cell, rows_of
from uncramp.figures.motion import FigureMotion, MotionFrame
from uncramp.figures.picture import Look, Picture
from uncramp.figures.raster import Fit, Raster
from uncramp.figures.shapes import Layer, Stroke, Tone, disc
from uncramp.figures.stance import stance_of

BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
ROOM = (36, 14)


@st.composite
def cells(draw: st.DrawFn) -> tuple[int, dict[Tone, int]]:
    """What each dot of a cell is: nothing, the gap between two bodies, or an ink, also as a shadow; as masks."""
    inks = draw(st.lists(st.sampled_from(Tone), min_size=1, max_size=4, unique=True))
    kinds = draw(st.lists(st.sampled_from([None, "gap", *inks]), min_size=8, max_size=8))
    gaps = sum(1 << nth for nth, kind in enumerate(kinds) if kind == "gap")
    return gaps, {ink: sum(1 << nth for nth, kind in enumerate(kinds) if kind is ink) for ink in inks}


def shown(char: str, paint: Paint) -> list[Tone | None]:
    """What is seen in each quarter of a cell."""
    front, ground = paint
    return [front if QUARTERS.index(char) >> nth & 1 else ground for nth in range(4)]


@given(cells())
def test_the_two_inks_of_a_cell_are_those_with_the_most_dots(cell: tuple[int, dict[Tone, int]]) -> None:
    gaps, dots = cell
    char, paint = quadrant_cell(gaps, dots)
    counts: dict[Tone | None, int] = {ink: mask.bit_count() for ink, mask in dots.items()}
    counts[None] = 8 - sum(counts.values())
    seen = set(shown(char, paint))
    least = min(counts[ink] for ink in seen)
    assert least > 0
    assert len(seen) <= 2
    left_out = [count for ink, count in counts.items() if ink not in seen]
    # Where one ink is all that is seen, it has the most dots or wins all quarters that it shares with the next one.
    assert max(left_out, default=0) <= least or len(seen) == 1
    assert max(counts[ink] for ink in seen) >= max(counts.values()) - (len(seen) == 1) * 4


@given(cells())
def test_a_quarter_shows_the_ink_that_has_more_of_its_dots(cell: tuple[int, dict[Tone, int]]) -> None:
    gaps, dots = cell
    char, paint = quadrant_cell(gaps, dots)
    seen = shown(char, paint)
    free = 0xFF & ~sum(dots.values())
    for nth, ink in enumerate(seen):
        quarter = BITS[2 * (nth // 2)][nth % 2] | BITS[2 * (nth // 2) + 1][nth % 2]
        masks: dict[Tone | None, int] = {None: free}
        masks.update(dots.items())
        here = (masks[ink] & quarter).bit_count()
        for other in set(seen) - {ink}:
            there = (masks[other] & quarter).bit_count()
            assert here >= there
            if here == there:
                assert (ink is None) is bool(gaps & quarter) or None not in (ink, other)


@pytest.mark.parametrize("ink", Tone)
def test_a_full_cell_is_a_space_on_its_ink(ink: Tone) -> None:
    assert quadrant_cell(0, {ink: 0xFF}) == (" ", (None, ink))
    assert quadrant_cell(0, {ink: 0}) == (" ", (None, None))


@pytest.mark.parametrize(
    ("behind", "line"), [(Tone.SKIN, Tone.FAR_SKIN), (Tone.SHIRT, Tone.FAR_SHIRT), (Tone.HELD, None)]
)
def test_a_line_is_seen_between_two_limbs_of_one_ink_wherever_it_falls(behind: Tone, line: Tone | None) -> None:
    for shift in range(4):
        raster = Raster(12, 24)
        fit = Fit(1, 0, 24)
        raster.draw((Layer(behind, (disc((6, 12), 11),)), Layer(behind, (disc((6, 12 + shift), 4),))), fit)
        column = [cell for row in rows_of(raster, Form.QUADRANTS) for cell in unrolled(row)[3:4]]
        seen = [ink for char, paint in column for ink in shown(char, paint)[::2]]
        inks = [one for one, other in pairwise([*seen, None]) if one is not other]
        assert inks[inks.index(behind) :][:5] == [behind, line, behind, line, behind]


def test_an_arrow_over_a_limb_is_on_its_ink_and_cuts_nothing() -> None:
    raster = Raster(12, 12)
    raster.draw((Layer(Tone.SKIN, (disc((6, 6), 30),)),), Fit(1, 0, 12))
    row = unrolled(rows_of(raster, Form.QUADRANTS, {(1, 2): "▶"})[1])
    assert row[2] == ("▶", (Tone.ARROW, Tone.SKIN))
    assert {paint[1] for _char, paint in row} == {Tone.SKIN}


def test_what_lies_on_a_pillow_is_told_apart_from_it() -> None:
    figure = shipped_figures()["warm-pack"]
    cells = Picture(Look(figure), *ROOM).draw(FigureMotion.resting(figure).at(0))
    assert {Tone.PILLOW, Tone.HELD, Tone.SCENERY} <= {ink for row in cells for _text, paint in row for ink in paint}


def test_no_body_leaves_a_gap_in_the_floor() -> None:
    figure = good(ALL["body"])
    picture = Picture(Look(figure), *ROOM)
    for pose in figure.poses.values():
        floor = unrolled(picture.draw(MotionFrame(stance_of(figure, pose)))[-1])
        assert all(shown(*cell)[2:] == [Tone.SCENERY] * 2 for cell in floor)


def test_a_thin_level_line_is_never_lost() -> None:
    for y in range(1, 15):
        raster = Raster(8, 16)
        raster.draw((Layer(Tone.ARROW, (Stroke(((0, y), (8, y))),)),), Fit(1, 0, 16))
        rows = rows_of(raster, Form.QUADRANTS)
        assert sum(Tone.ARROW in shown(*cell) for row in rows for cell in unrolled(row)) == 4


def test_a_row_is_of_as_few_runs_as_can_be() -> None:
    picture = Picture(Look(good(ALL["body"])), *ROOM)
    for pose in good(ALL["body"]).poses.values():
        for row in picture.draw(MotionFrame(stance_of(good(ALL["body"]), pose))):
            for (one, (front, ground)), (other, (after, behind)) in pairwise(row):
                blank = not one.strip() or not other.strip()
                assert ground is not behind or not (front is after or (blank and None in (front, after)))


def unrolled(row: Row) -> list[tuple[str, Paint]]:
    """A row cell by cell."""
    return [(char, paint) for text, paint in row for char in text]


# The muscle in sight.


BODIES = [
    figure
    for figure in shipped_figures().values()
    if figure.skeleton in (SkeletonKind.BODY, SkeletonKind.LYING)
    and (figure.works or any(action.works for action in figure.moves.values()))
]
"""The shipped figures that mark a muscle of a leg."""


@pytest.mark.parametrize("figure", BODIES, ids=lambda figure: figure.name)
def test_the_worked_muscle_is_never_covered(figure: Figure) -> None:
    look = Look(figure)
    fit, alone, all_of_it = look.fit(72, 56), Raster(72, 56), Raster(72, 56)
    for move in (move for move, action in figure.moves.items() if action.works or figure.works):
        motion = FigureMotion.resting(figure).then(move, 2_000, 0)
        for moment in (0, 400, 900, 1_500, 2_000):
            layers = look.foreground(motion.at(moment))
            (muscle,) = [layer for layer in layers if layer.ink is Tone.MUSCLE]
            alone.draw((muscle,), fit)
            all_of_it.draw(layers, fit)
            wanted, found = (sum(row.bit_count() for row in raster.rows[Tone.MUSCLE]) for raster in (alone, all_of_it))
            assert wanted > 8, (move, moment)
            assert found == wanted, (move, moment)


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.QUADRANTS])
def test_without_colours_the_muscle_has_a_pattern(form: Form) -> None:
    figure = good(ALL["body"])
    frame = MotionFrame(stance_of(figure, figure.poses["rest"]))
    picture, solid = Picture(Look(figure), *ROOM, form), Picture(Look(figure), *ROOM)
    dots = []
    for one in (picture, solid):
        one.draw(frame)
        dots.append(sum(row.bit_count() for row in one.large.raster.rows[Tone.MUSCLE]))
    assert 0.3 * dots[1] < dots[0] < 0.7 * dots[1]
