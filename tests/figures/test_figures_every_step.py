"""Every step of every shipped routine, under every adaptation, has a figure whose moves match the step's."""

import re
from collections.abc import Iterator
from itertools import chain, combinations, pairwise, product
from math import hypot

import pytest

from figure_samples import shipped_figures
from uncramp.domain.routine import Step
from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.check import ways
from uncramp.figures.figure import Figure, SkeletonKind, Thing
from uncramp.figures.picture import Look, Picture
from uncramp.figures.shapes import Polygon
from uncramp.figures.skeleton import Point, placed
from uncramp.figures.stance import between, held_at, solve, stance_of
from uncramp.figures.things import thing_layers
from uncramp.files.library import Library
from uncramp.paths import shipped_routines

LIBRARY = Library(shipped_routines())
FIGURES = shipped_figures()

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
        assert moves <= set(FIGURES[name].moves), (name, whom)


def test_every_figure_is_drawn_and_used() -> None:
    used = {name for _routine, step in STEPS for _whom, name, _moves in shown(step)}
    assert {name for name, figure in FIGURES.items() if figure.drawn} == set(LIBRARY.figure_paths) == used


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
    assert figure.skeleton is SkeletonKind.BODY
    poses = {pose: stance_of(figure, figure.poses[pose]) for pose in figure.poses}
    for one, other in ways(figure):
        for part in range(11):
            angles = solve(SKELETONS[figure.skeleton], between(poses[one], poses[other], part / 10)).angles
            assert angles["near_knee"] <= BENT, (one, other, part)
            assert not both or angles["far_knee"] <= BENT, (one, other, part)


def at_a_wall(figure: Figure) -> bool:
    """Whether the person stands before a wall."""
    return any(item.thing is Thing.WALL and not item.flip for item in figure.scenery)


ROOM = (31, 11)
"""The least room that a figure has beside the words at 80×24."""
MOVING = sorted(name for name, figure in FIGURES.items() if len(figure.poses) > 1)


@pytest.mark.parametrize("name", MOVING)
def test_what_moves_travels_three_rows_of_the_least_room_and_more(name: str) -> None:
    figure = FIGURES[name]
    pane, skeleton = Picture(Look(figure), *ROOM).large, SKELETONS[figure.skeleton]
    seen = []
    for stance in (stance_of(figure, pose) for pose in figure.poses.values()):
        joints = solve(skeleton, stance)
        things = {name: held_at(skeleton, holds, joints) for name, holds in stance.things.items()}
        dots = {name: pane.fit.point(at) for name, at in (joints.points | things).items()}
        seen.append(
            {name: (x, y) for name, (x, y) in dots.items() if 0 <= x < 2 * pane.columns and 0 <= y < 4 * ROOM[1]}
        )
    ways = [(one[mark], other[mark]) for one, other in combinations(seen, 2) for mark in one.keys() & other.keys()]
    rows = max(hypot(u - x, v - y) / 4 for (x, y), (u, v) in ways)
    assert rows >= 3, f"{rows:.1f} rows"


@pytest.mark.parametrize("name", sorted(name for name, figure in FIGURES.items() if at_a_wall(figure)))
def test_a_head_never_touches_the_wall(name: str) -> None:
    figure = FIGURES[name]
    wall = min(item.at.x for item in figure.scenery if item.thing is Thing.WALL)
    poses = {pose: stance_of(figure, figure.poses[pose]) for pose in figure.poses}
    for one, other in ways(figure):
        for part in range(5):
            joints = solve(SKELETONS[figure.skeleton], between(poses[one], poses[other], part / 4))
            nose = placed(joints.points["head"], joints.dirs["head"], -0.016, -0.09)
            assert wall - max(nose[0], joints.points["head"][0] + 0.08) > 0.03, (one, other, part)


FIRM = (Thing.WALL, Thing.CHAIR, Thing.STOOL, Thing.BED)
"""What a hand holds on to."""
HOLDING = sorted(
    name
    for name, figure in FIGURES.items()
    if figure
    and figure.skeleton is SkeletonKind.BODY
    and not any(item.thing is Thing.TOWEL for item in figure.scenery)
    and any(tip.endswith("_hand") and not spot.on for pose in figure.poses.values() for tip, spot in pose.reach.items())
)
FLESH, SLACK = 0.02, 0.005
"""Half as thick as a hand is, and how far from what it holds it may be: less than a tenth of a cell."""


def apart(place: Point, corners: tuple[Point, ...]) -> float:
    """How far a place is from an outline without dents; 0 within it."""
    (x, y), sides, far = place, set(), float("inf")
    for (a, b), (c, d) in pairwise([corners[-1], *corners]):
        dx, dy = c - a, d - b
        along = min(1.0, max(0.0, ((x - a) * dx + (y - b) * dy) / (dx * dx + dy * dy)))
        far = min(far, hypot(x - a - along * dx, y - b - along * dy))
        sides.add(dx * (y - b) > dy * (x - a))
    return far if len(sides) > 1 else 0.0


@pytest.mark.parametrize("name", HOLDING)
def test_hands_stay_on_the_wall_or_the_chair_in_every_pose_and_between(name: str) -> None:
    figure = FIGURES[name]
    layers = (thing_layers(item, (item.at.x, item.at.y), ()) for item in figure.scenery if item.thing in FIRM)
    firm = [shape.points for layer in chain(*layers) for shape in layer.shapes if isinstance(shape, Polygon)]
    poses = {pose: stance_of(figure, figure.poses[pose]) for pose in figure.poses}
    for one, other in ways(figure):
        held = [
            side
            for side in ("near", "far")
            if all((spot := figure.poses[pose].reach.get(f"{side}_hand")) and not spot.on for pose in (one, other))
        ]
        for part, side in product(range(5), held):
            points = solve(SKELETONS[figure.skeleton], between(poses[one], poses[other], part / 4)).points
            ends = pairwise(points[f"{side}_{mark}"] for mark in ("wrist", "knuckles", "fingertips"))
            hand = [(a + (c - a) * nth / 8, b + (d - b) * nth / 8) for (a, b), (c, d) in ends for nth in range(9)]
            gap = min(apart(place, corners) for place in hand for corners in firm) - FLESH
            assert gap <= SLACK, (one, other, part, side, f"{gap:.3f}")
