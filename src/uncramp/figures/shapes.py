"""What a drawing is made of: layers of shapes in the figure's own measure, far ones first."""

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

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        (x, y), (u, v), r, s = self.start, self.end, self.start_radius, self.end_radius
        return min(x - r, u - s), min(y - r, v - s), max(x + r, u + s), max(y + r, v + s)


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled outline without dents."""

    points: tuple[Point, ...]

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        return _around(self.points)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin line."""

    points: tuple[Point, ...]
    endless: bool = False
    """From one side of the drawing to the other, at the height of its first point."""

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        return _around(self.points)


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

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        return _around(self.corners())


Shape = Capsule | Polygon | Stroke | Arrowhead


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


def bounds(drawing: Drawing) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of all that is drawn."""
    boxes = [shape.bounds() for layer in drawing for shape in layer.shapes]
    if not boxes:
        return 0.0, 0.0, 1.0, 1.0
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _around(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return min(xs), min(ys), max(xs), max(ys)
