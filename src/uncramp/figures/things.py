"""The scenery and the things that a person uses, as layers.

Each has one point of its own, which `at` says the place of: a floor and a wall the point where they are met, a chair,
a stool and a bed the middle of what is sat on, a bowl, a bucket, a bottle and a step the middle of their foot, a pillow,
a pack and a ball their middle.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from uncramp.figures.figure import Scenery, Thing
from uncramp.figures.shapes import Arrowhead, Capsule, Layer, Polygon, Shape, Stroke, Tone, disc
from uncramp.figures.skeleton import Point


@dataclass(frozen=True)
class _Placement:
    """Where a thing's own measure is in the figure's."""

    at: Point
    turn: float
    flip: bool

    def point(self, x: float, y: float) -> Point:
        """A point of the thing's own."""
        x = -x if self.flip else x
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        return self.at[0] + c * x - s * y, self.at[1] + s * x + c * y

    def line(self, *points: Point) -> Stroke:
        """A line through points of the thing's own."""
        return Stroke(tuple(self.point(*at) for at in points))

    def block(self, left: float, bottom: float, right: float, top: float) -> Polygon:
        """A filled oblong."""
        corners = ((left, bottom), (right, bottom), (right, top), (left, top))
        return Polygon(tuple(self.point(*at) for at in corners))


Maker = Callable[[_Placement, float, float], tuple[Shape, ...]]


def _floor(frame: _Placement, width: float, _height: float) -> tuple[Shape, ...]:
    return (frame.line((-width / 2, 0), (width / 2, 0)) if width else Stroke((frame.at, frame.at), endless=True),)


def _wall(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    slants = [frame.line((0, height * nth / 12), (width, height * (nth + 0.6) / 12)) for nth in range(12) if width]
    return (frame.line((0, 0), (0, height)), *slants)


def _chair(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    half, down = width / 2, frame.at[1]
    legs = (frame.line((-half, 0), (-half, -down)), frame.line((half - 0.01, 0), (half - 0.01, -down)))
    back = (frame.block(-half - 0.012, -0.02, -half + 0.012, height),) if height else ()
    return (*legs, frame.block(-half, -0.025, half, 0), *back)


def _bed(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    half, down = width / 2, frame.at[1]
    feet = (
        frame.line((-half + 0.02, -height), (-half + 0.02, -down)),
        frame.line((half - 0.02, -height), (half - 0.02, -down)),
    )
    frame_of = ((-half, 0), (half, 0), (half, -height), (-half, -height), (-half, 0))
    return (frame.line(*frame_of), *(feet if down > height else ()))


def _pillow(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    r, half = height / 2, width / 2
    flat = max(0.0, half - r)
    return (Capsule(frame.point(-flat, 0), r, frame.point(flat, 0), r),)


def _block(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    return (frame.block(-width / 2, 0, width / 2, height),)


def _ball(frame: _Placement, width: float, _height: float) -> tuple[Shape, ...]:
    return (disc(frame.at, width / 2),)


def _bowl(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    half, foot = width / 2, width * 0.32
    sides = ((-half, height), (-foot, 0), (foot, 0), (half, height))
    waves = [(-half * 0.9 + half * 1.8 * nth / 8, height * (0.72 if nth % 2 else 0.8)) for nth in range(9)]
    return (frame.line(*sides), frame.line(*waves))


def _bucket(frame: _Placement, width: float, height: float) -> tuple[Shape, ...]:
    half, foot = width / 2, width * 0.38
    return (frame.line((-half, height), (-foot, 0), (foot, 0), (half, height), (-half, height)),)


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
    Thing.BOWL: (_bowl, 0.36, 0.13),
    Thing.BUCKET: (_bucket, 0.22, 0.24),
    Thing.BOTTLE: (_bottle, 0.07, 0.2),
    Thing.PACK: (_pillow, 0.14, 0.05),
    Thing.TOWEL: (_block, 0.3, 0.02),
    Thing.ARROW: (_ball, 0, 0),
}
"""What draws each thing, and its width and height where a file gives none; a chair's height is that of its back."""
_HEAD = 0.05
"""How long the head of an arrow is."""
_USED = {Thing.BALL, Thing.PACK, Thing.TOWEL, Thing.BOTTLE, Thing.ARROW}


def thing_layer(item: Scenery, at: Point, through: tuple[Point, ...]) -> Layer:
    """One thing as a layer, where its point and what it goes through are now."""
    ink = Tone.THING if item.thing in _USED else Tone.SCENERY
    if through and item.thing is Thing.ARROW:
        return Layer(ink, tuple(_arrow(through)), gap=True)
    if through:
        thick = (item.size or (0, 0.02))[1] / 2
        pairs = pairwise(through)
        return Layer(ink, tuple(Capsule(one, thick, other, thick) for one, other in pairs), gap=item.front)
    make, *usual = _THINGS[item.thing]
    width, height = item.size or usual
    shapes = make(_Placement(at, item.turn, item.flip), width, height)
    return Layer(ink, shapes, gap=ink is Tone.THING or item.front)


def _arrow(through: tuple[Point, ...]) -> list[Shape]:
    (x, y), (u, v) = through[-2:]
    dx, dy = u - x, v - y
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return [Stroke(through), Arrowhead((u, v), (dx / length * _HEAD, dy / length * _HEAD))]
