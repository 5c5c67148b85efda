"""What a drawing is made of: layers of shapes in the figure's own measure, far ones first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from uncramp.figures.skeleton import Point


class Tone(IntEnum):
    """What a part of a drawing is, for its colour; where two meet in one cell, the higher one gives it."""

    SCENERY = 0
    FAR = 1
    """A limb on the far side."""
    THING = 2
    """What the person holds or uses."""
    NEAR = 3
    """The person."""
    ACCENT = 4
    """The muscle that is worked."""


@dataclass(frozen=True, slots=True)
class Capsule:
    """Two discs and all between them; one disc where both are the same."""

    start: Point
    start_radius: float
    end: Point
    end_radius: float


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled outline without dents."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin line."""

    points: tuple[Point, ...]
    endless: bool = False
    """From one side of the drawing to the other, at the height of its first point."""


@dataclass(frozen=True, slots=True)
class Arrowhead:
    """The head of an arrow, which is never too small to be seen as one."""

    tip: Point
    toward: Point
    """From its back to its tip, in its usual size."""

    def corners(self, scale: float = 1.0) -> tuple[Point, ...]:
        """Its three corners, so many times as large as usual."""
        (u, v), dx, dy = self.tip, scale * self.toward[0], scale * self.toward[1]
        return self.tip, (u - dx - dy * 0.7, v - dy + dx * 0.7), (u - dx + dy * 0.7, v - dy - dx * 0.7)


Shape = Capsule | Polygon | Stroke | Arrowhead
Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that make one body, with a gap round them where they are before others."""

    ink: Tone
    shapes: tuple[Shape, ...]
    gap: bool = True
    grown_on: Capsule | None = None
    """Where the body goes over into the one behind it, so that no gap parts them."""
    thick: float | None = None
    """How thick it is, where the gap is left out if that is too few dots."""


Drawing = tuple[Layer, ...]


def disc(at: Point, radius: float) -> Capsule:
    """A disc."""
    return Capsule(at, radius, at, radius)


def bounds(shapes: Iterable[Shape]) -> Box:
    """What is round all of the shapes."""
    points = [point for shape in shapes for point in _outermost(shape)] or [(0.0, 0.0), (1.0, 1.0)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _outermost(shape: Shape) -> Iterable[Point]:
    if isinstance(shape, Capsule):
        ends = ((*shape.start, shape.start_radius), (*shape.end, shape.end_radius))
        return [point for x, y, r in ends for point in ((x - r, y - r), (x + r, y + r))]
    return shape.corners() if isinstance(shape, Arrowhead) else shape.points
