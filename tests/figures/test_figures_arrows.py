"""Arrows say which way: in the move that they belong to, touching what moves, and never at rest."""

from collections.abc import Iterator
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_samples import shipped_figures
from uncramp.figures.figure import Figure, FigureAction, SkeletonKind, Thing
from uncramp.figures.forms import Paint, Row
from uncramp.figures.motion import FigureMotion, MotionFrame
from uncramp.figures.picture import Look, Picture, way_to
from uncramp.figures.shapes import Layer, Tone, disc
from uncramp.figures.skeleton import Point
from uncramp.figures.stance import stance_of

FIGURES = shipped_figures()
SIZES = ((36, 14), (31, 11), (56, 24))
"""A figure's room at 80×24, a smaller one, and that at 120×40."""
PRESSES = {"seated-press"}
"""What is pressed down does not move: the arrow is at the limb that presses."""
BEHIND = {None, Tone.SCENERY, Tone.WARM, Tone.COOL}

Cells = dict[tuple[int, int], tuple[str, Paint]]
Way = tuple[str, str, str]
"""A move, the pose that it begins at, and the pose that it goes to."""


def ways(figure: Figure) -> Iterator[Way]:
    """Every way that a move makes, but back to the start at the end of an exercise."""
    for move, action in figure.moves.items():
        poses = action.poses
        if action.cycle:
            yield from ((move, poses[nth - 1], pose) for nth, pose in enumerate(poses))
        elif poses[0] != figure.start:
            yield move, figure.start, poses[0]


def backward(figure: Figure) -> Iterator[Way]:
    """The ways back to the start, each from where the move before it has led."""
    away = ""
    for move, action in figure.moves.items():
        if action.cycle or action.poses[0] != figure.start:
            away = action.poses[0]
        elif away:
            yield move, away, figure.start


def cells(rows: tuple[Row, ...]) -> Cells:
    found: Cells = {}
    for y, row in enumerate(rows):
        chars = [(char, paint) for text, paint in row for char in text]
        found |= {(y, x): cell for x, cell in enumerate(chars)}
    return found


def frame(figure: Figure, way: Way, *, begun: bool) -> MotionFrame:
    move, begins, leads = way
    pose = begins if begun else leads
    return MotionFrame(stance_of(figure, figure.poses[pose]), works=figure.moves[move].works)


def arrows(picture: Picture, figure: Figure, way: Way) -> list[set[tuple[int, int]]]:
    """The cells of each arrow and mark where a move leads."""
    move, _begins, leads = way
    there = frame(figure, way, begun=False)
    shown = MotionFrame(there.stance, works=there.works, doing=(move, leads))
    left = {at for at, (_char, paint) in cells(picture.draw(shown)).items() if Tone.ARROW in paint}
    apart = []
    while left:
        one, ahead = set(), [left.pop()]
        while ahead:
            y, x = ahead.pop()
            one.add((y, x))
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            ahead += near
        apart.append(one)
    return apart


def body(picture: Picture, figure: Figure, way: Way) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The cells of the person and of what is held where a move leads, and those of them that are as they were before."""
    before, there = (cells(picture.draw(frame(figure, way, begun=begun))) for begun in (True, False))
    whole = {at for at, (_char, paint) in there.items() if not set(paint) <= BEHIND}
    return whole, {at for at in whole if there[at] == before[at]}


def touches(some: set[tuple[int, int]], others: set[tuple[int, int]]) -> bool:
    return any((y + dy, x + dx) in others for y, x in some for dy in (-1, 0, 1) for dx in (-1, 0, 1))


def moves(figure: Figure, way: Way) -> bool:
    return frame(figure, way, begun=True).stance != frame(figure, way, begun=False).stance


@pytest.mark.parametrize("name", FIGURES)
def test_every_arrow_touches_the_person_and_one_at_least_what_moves(name: str) -> None:
    figure = FIGURES[name]
    look = Look(figure)
    for size in SIZES:
        picture = Picture(look, *size)
        for way in filter(lambda way: moves(figure, way), (*ways(figure), *backward(figure))):
            shown = arrows(picture, figure, way)
            whole, stands = body(picture, figure, way)
            assert all(touches(arrow, whole) for arrow in shown), (size, way)
            if shown and name not in PRESSES and not only_marks(figure):
                assert any(touches(arrow, whole - stands) for arrow in shown), (size, way)


@pytest.mark.parametrize("name", FIGURES)
def test_every_move_that_goes_anywhere_has_one_and_rest_has_none(name: str) -> None:
    figure = FIGURES[name]
    picture = Picture(Look(figure), 36, 14)
    for move, action in figure.moves.items():
        there = [way for way in ways(figure) if way[0] == move and moves(figure, way)]
        assert not there or any(arrows(picture, figure, way) for way in there), move
        if action.cycle or action.poses[0] != figure.start:
            heads = {char for char, _paint in drawn_in(picture, figure, move)} & set("◀▶▲▼")
            assert heads or not there or only_marks(figure), move
    resting = cells(picture.draw(FigureMotion.resting(figure).at(0)))
    assert not [at for at, (_char, paint) in resting.items() if Tone.ARROW in paint]


def drawn_in(picture: Picture, figure: Figure, move: str) -> list[tuple[str, Paint]]:
    """All cells of all frames that a move leads to."""
    found: list[tuple[str, Paint]] = []
    for pose in figure.moves[move].poses:
        frame = MotionFrame(stance_of(figure, figure.poses[pose]), doing=(move, pose))
        found += cells(picture.draw(frame)).values()
    return found


def only_marks(figure: Figure) -> bool:
    """Whether it is shaken or tapped, which has no direction."""
    things = {item.thing for item in figure.scenery}
    return Thing.MARK in things and Thing.ARROW not in things


spots = st.tuples(st.floats(-2, 2), st.floats(-2, 2))


@given(spots, spots, spots, st.sampled_from([SkeletonKind.BODY, SkeletonKind.HAND]))
def test_an_arrow_slides_to_the_nearest_limb_and_covers_nothing_of_it(
    tail: Point, tip: Point, limb: Point, kind: SkeletonKind
) -> None:
    person = (Layer(Tone.SCENERY, (disc(tip, 0.5),)), Layer(Tone.SKIN, (disc(limb, 0.1), disc((9, 9), 0.1))))
    right, up = way_to(person, (tail, tip), kind)
    parts = [(tail[0] + part / 8 * (tip[0] - tail[0]), tail[1] + part / 8 * (tip[1] - tail[1])) for part in range(9)]
    before = min(dist(at, limb) for at in parts) - 0.1
    after = min(dist((x + right, y + up), limb) for x, y in parts) - 0.1
    assert after == pytest.approx(before) if before < 0.008 else after < 0.021
    assert after > min(before, 0) - 1e-6


@pytest.mark.parametrize("name", ["ankle-circle", "wrist-circle"])
def test_a_ring_turns_its_head_for_back(name: str) -> None:
    figure = FIGURES[name]
    picture = Picture(Look(figure), 36, 14)
    heads = []
    for move in ("circle", "circle back"):
        action: FigureAction = figure.moves[move]
        shown = MotionFrame(stance_of(figure, figure.poses[action.poses[-1]]), doing=(move, action.poses[-1]))
        heads.append(sorted(char for char, _paint in cells(picture.draw(shown)).values() if char in "◀▶▲▼"))
    assert heads[0]
    turned = {"◀": "▶", "▶": "◀", "▲": "▼", "▼": "▲"}
    assert heads[1] in (sorted(map(turned.__getitem__, heads[0])), heads[0])
