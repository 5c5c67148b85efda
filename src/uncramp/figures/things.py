"""The scenery and the things that a person uses, as layers of filled shapes.

Each has one point of its own, which `at` says the place of: a floor and a wall the point where they are met, a chair,
a stool and a bed the middle of what is sat on, a bowl, a bucket, a bottle and a step the middle of their foot, a pillow,
a pack and a ball their middle.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import cos, radians, sin

from uncramp.figures.figure import Scenery, Thing, Water
from uncramp.figures.shapes import Arrowhead, Capsule, Layer, Polygon, Shaft, Shape, Stroke, Tone, disc
from uncramp.figures.skeleton import Point


@dataclass(frozen=True)
class _Placement:
    """Where a thing's own measure is in the figure's."""

    at: Point
    turn: float
    flip: bool

    def point(self, x: float, y: float) -> Point:
        x = -x if self.flip else x
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        return self.at[0] + c * x - s * y, self.at[1] + s * x + c * y

    def line(self, *points: Point) -> Stroke:
        return Stroke(tuple(self.point(*at) for at in points))

    def solid(self, *corners: Point) -> Polygon:
        return Polygon(tuple(self.point(*at) for at in corners))

    def block(self, left: float, bottom: float, right: float, top: float) -> Polygon:
        return self.solid((left, bottom), (right, bottom), (right, top), (left, top))


_BOARD = 0.03
"""How thick the legs of furniture are."""

Maker = Callable[[_Placement, float, float], tuple[Shape, ...]]


def _floor(frame: _Placement, width: float, _height: float) -> tuple[Shape, ...]:
    return (frame.line((-width / 2, 0), (width / 2, 0)) if width else Stroke((frame.at, frame.at), endless=True),)


def _wall(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    return (frame.block(0, 0, max(width, _BOARD), height),)


def _chair(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    half, down = width / 2, frame.at[1]
    legs = (frame.block(-half, -down, _BOARD - half, 0), frame.block(half - _BOARD, -down, half, 0))
    back = (frame.block(-half - 0.012, -0.02, _BOARD - half - 0.012, height),) if height else ()
    return (*legs, frame.block(-half, -0.04, half, 0), *back)


def _bed(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    half, down = width / 2, frame.at[1]
    feet = (
        frame.block(0.01 - half, -down, 0.01 + _BOARD - half, -height),
        frame.block(half - 0.01 - _BOARD, -down, half - 0.01, -height),
    )
    return (frame.block(-half, -height, half, 0), *(feet if down > height else ()))


def _pillow(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    r, half = height / 2, width / 2
    flat = max(0.0, half - r)
    return (Capsule(frame.point(-flat, 0), r, frame.point(flat, 0), r),)


def _block(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    return (frame.block(-width / 2, 0, width / 2, height),)


def _ball(frame: _Placement, width: float, _height: float) -> tuple[Shape, ...]:
    return (disc(frame.at, width / 2),)


def _tub(frame: _Placement, width: float, height: float, *, foot: float) -> tuple[Shape, ...]:
    """A bowl or a bucket; half of its foot is so wide a part of it."""
    half, foot = width / 2, width * foot
    return (frame.solid((-half, height), (-foot, 0), (foot, 0), (half, height)),)


def _water(frame: _Placement, width: float, height: float, water: Water) -> Layer:
    """What is in a bowl, and the sign of how warm it is for whoever sees no colours: steam, or small waves."""
    half = width / 2 - _BOARD
    ink, top = Tone.WARM if water is Water.WARM else Tone.COOL, height * 0.8
    surface = frame.solid((-half, top), (-half * 0.9, height * 0.3), (half * 0.9, height * 0.3), (half, top))
    if water is Water.WARM:
        ways = ((frame.point(at, height + 0.03), frame.point(at, height + 0.085)) for at in (half * 0.85, half * 1.2))
        return Layer(ink, (surface, *(Capsule(low, 0.009, high, 0.009) for low, high in ways)), gap=False)
    waves = (disc(frame.point(at * half, top), 0.02) for at in (-0.7, 0.0, 0.7))
    return Layer(ink, (surface, *waves), gap=False)


def _cloth(frame: _Placement, width: float, height: float) -> Iterator[Layer]:
    """What tells a towel from a limb: stripes along its ends, and a fringe."""
    half, threads = width / 2, 13
    thread = width / threads
    fringe = (frame.block(nth * thread - half, -0.07, (nth + 1) * thread - half, 0) for nth in range(0, threads, 2))
    yield Layer(Tone.HELD, tuple(fringe), gap=False)
    stripes = (frame.block(-half, part * height, half, (part + 0.08) * height) for part in (0.1, 0.26, 0.8))
    yield Layer(Tone.SHORTS, tuple(stripes), gap=False)


def _bottle(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    neck = width * 0.2
    return (frame.block(-width / 2, 0, width / 2, height * 0.65), frame.block(-neck, height * 0.65, neck, height))


_THINGS: dict[Thing, tuple[Maker, float, float]] = {
    Thing.FLOOR: (_floor, 0, 0),
    Thing.WALL: (_wall, 0.05, 1.05),
    Thing.CHAIR: (_chair, 0.26, 0.36),
    Thing.STOOL: (_chair, 0.26, 0.0),
    Thing.BED: (_bed, 1.0, 0.07),
    Thing.PILLOW: (_pillow, 0.24, 0.09),
    Thing.STEP: (_block, 0.3, 0.08),
    Thing.BALL: (_ball, 0.09, 0.09),
    Thing.BOWL: (partial(_tub, foot=0.34), 0.36, 0.13),
    Thing.BUCKET: (partial(_tub, foot=0.38), 0.22, 0.24),
    Thing.BOTTLE: (_bottle, 0.07, 0.2),
    Thing.PACK: (_pillow, 0.14, 0.05),
    Thing.TOWEL: (_block, 0.3, 0.02),
    Thing.ARROW: (_ball, 0, 0),
    Thing.MARK: (_ball, 0, 0),
}
"""What draws each thing, and its width and height where a file gives none; a chair's height is that of its back."""
_HEAD = 0.05
_SHAFT = 0.011
"""How long the head of an arrow is, and half as thick as its shaft."""
_GRIP = 0.035
"""How far round the end of a towel the hand that holds it is: no gap parts them."""
_CLOTH = 0.2
"""A towel that is higher hangs from a hand; else it lies about."""
_HELD = {Thing.BALL, Thing.PACK, Thing.TOWEL, Thing.BOTTLE}
SIGNS = {Thing.ARROW, Thing.MARK}
"""What is a sign for the person who looks, and not there."""
_INKS = {Thing.PILLOW: Tone.PILLOW, **dict.fromkeys(_HELD, Tone.HELD), **dict.fromkeys(SIGNS, Tone.ARROW)}
_PARTED = {*_HELD, *SIGNS, Thing.PILLOW} - {Thing.TOWEL}
"""What has a gap round it wherever it is; other scenery, and a towel that lies about, only before the person."""


def thing_layers(item: Scenery, at: Point, through: tuple[Point, ...]) -> Iterator[Layer]:
    """One thing as layers, where its point and what it goes through are now."""
    ink = _INKS.get(item.thing, Tone.SCENERY)
    if through and item.thing in SIGNS:
        yield Layer(ink, tuple(_arrow(through) if item.thing is Thing.ARROW else _line(through)))
        return
    if through:
        thick = (item.size or (0, 0.02))[1] / 2
        strip = tuple(Capsule(one, thick, other, thick) for one, other in pairwise(through))
        yield Layer(ink, strip, gap=item.front, touching=disc(through[0], thick + _GRIP))
        return
    make, *usual = _THINGS[item.thing]
    width, height = item.size or usual
    frame = _Placement(at, item.turn, item.flip)
    under = item.thing is Thing.FLOOR and not width
    yield Layer(ink, make(frame, width, height), gap=item.thing in _PARTED or item.front, under=under)
    if item.thing is Thing.TOWEL and height > _CLOTH:
        yield from _cloth(frame, width, height)
    if item.thing is Thing.BOWL and item.water is not None:
        yield _water(frame, width, height, item.water)


def _line(through: tuple[Point, ...]) -> Iterator[Shape]:
    return (Shaft(one, other, _SHAFT) for one, other in pairwise(through))


def _arrow(through: tuple[Point, ...]) -> list[Shape]:
    (x, y), (u, v) = through[-2:]
    dx, dy = u - x, v - y
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    head = Arrowhead((u, v), (dx / length * _HEAD, dy / length * _HEAD))
    # Into the head, so that no cell is left free between them.
    neck = (u - 0.3 * head.toward[0], v - 0.3 * head.toward[1])
    return [*_line((*through[:-1], neck)), head]
