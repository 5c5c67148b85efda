"""The parts that several drawings share: where a joint is, and limbs and muscles as shapes."""

from math import hypot

from uncramp.figures.shapes import Capsule, Point, Shape
from uncramp.figures.skeleton import placed
from uncramp.figures.stance import Joints


def on(joints: Joints, bone: str, start: str, along: float, across: float = 0.0) -> Point:
    """A point beside a bone, so far along it and to the left of it."""
    return placed(joints.points[start], joints.dirs[bone], along, across)


def limb(joints: Joints, start: str, thick: float, end: str, thin: float) -> Capsule:
    """A limb between two joints, with its radius at each."""
    return Capsule(joints.points[start], thick, joints.points[end], thin)


def beside(
    joints: Joints, ends: tuple[str, str], span: tuple[float, float], out: float, radius: float
) -> Capsule:
    """A muscle along part of a limb: from one part of the way to another, so far to the left of it."""
    (x, y), (u, v) = (joints.points[end] for end in ends)
    dx, dy = u - x, v - y
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length * out, dx / length * out
    first, last = span
    return Capsule(
        (x + first * dx + nx, y + first * dy + ny),
        radius,
        (x + last * dx + nx, y + last * dy + ny),
        radius * 0.75,
    )


Shapes = tuple[Shape, ...]
