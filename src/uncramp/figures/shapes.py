"""What a drawing is made of: layers of shapes in the figure's own measure, far ones first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from uncramp.figures.skeleton import Point


class Tone(IntEnum):
    """What a part of a drawing is, for its colour; between two that meet halfway, the higher one is shown."""

    SCENERY = 0
    PILLOW = 1
    WARM = 2
    COOL = 3
    SHADE = 4
    """What parts two far limbs, or the fingers of a far hand."""
    FAR_SHORTS = 5
    """Clothes and skin of a limb on the far side."""
    FAR_SHIRT = 6
    FAR_SKIN = 7
    HELD = 8
    """What the person holds or uses."""
    SHORTS = 9
    SHIRT = 10
    SKIN = 11
    ARROW = 12
    MUSCLE = 13
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
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    points: tuple[Point, ...]
    endless: bool = False
    """From one side of the drawing to the other, at the height of its first point."""


@dataclass(frozen=True, slots=True)
class Arrowhead:
    """The head of an arrow. In cells it is one character, so that it is never too small to be seen as one."""

    tip: Point
    toward: Point
    """From its back to its tip, in its usual size."""

    @property
    def back(self) -> Point:
        """The middle of its back."""
        return self.tip[0] - self.toward[0], self.tip[1] - self.toward[1]

    def corners(self) -> tuple[Point, ...]:
        (u, v), (dx, dy) = self.tip, self.toward
        return self.tip, (u - dx - dy * 0.7, v - dy + dx * 0.7), (u - dx + dy * 0.7, v - dy - dx * 0.7)


@dataclass(frozen=True, slots=True)
class Shaft:
    """One part of an arrow's shaft. In cells it is characters where it is level or upright, so that its head is on it."""

    start: Point
    end: Point
    radius: float

    @property
    def capsule(self) -> Capsule:
        return Capsule(self.start, self.radius, self.end, self.radius)


Shape = Capsule | Polygon | Stroke | Arrowhead | Shaft
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
    touching: Capsule | None = None
    """Where it holds on to the body behind it: contact is drawn as contact."""
    under: bool = False
    """Whether it fills what all others leave free, so that no gap parts it: a floor with a step in it would be climbed."""
    part: str = ""
    """Of a person the first bone of the limb that it is, or that of the trunk: a close-up leaves out what it does not name."""
    thick: float | None = None
    """How thick it is, where the gap is left out if that is too few dots."""


Drawing = tuple[Layer, ...]


def disc(at: Point, radius: float) -> Capsule:
    return Capsule(at, radius, at, radius)


def bounds(shapes: Iterable[Shape]) -> Box:
    points = [point for shape in shapes for point in _outermost(shape)] or [(0.0, 0.0), (1.0, 1.0)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _outermost(shape: Shape) -> Iterable[Point]:
    shape = shape.capsule if isinstance(shape, Shaft) else shape
    if isinstance(shape, Capsule):
        ends = ((*shape.start, shape.start_radius), (*shape.end, shape.end_radius))
        return [point for x, y, r in ends for point in ((x - r, y - r), (x + r, y + r))]
    return shape.corners() if isinstance(shape, Arrowhead) else shape.points
