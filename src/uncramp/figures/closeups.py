"""Hands and feet close up, as layers."""

from collections.abc import Iterator

from uncramp.figures.drawn_limbs import beside, limb, on
from uncramp.figures.figure import Muscle
from uncramp.figures.shapes import Capsule, Ink, Layer, Point, Polygon, Shape, disc
from uncramp.figures.skeleton import placed
from uncramp.figures.stance import Joints

_FINGERS = ((0.0, 0.0, 1.0, 0.0), (0.02, 0.1, 1.08, 5.0), (0.0, 0.2, 1.0, 10.0), (-0.06, 0.29, 0.82, 17.0))
"""From the first finger to the little one: where its knuckle is beside the first one's, how long it is, and how far it
turns away from the first where the hand is wide open."""
_BONES = (("finger_1", 0.24), ("finger_2", 0.17), ("finger_3", 0.13))
_BENT = 35.0
"""Degrees in all from which fingers lie behind one another, and what a gap leaves of them is no finger."""
_CURLED = 60.0
"""Degrees at their middle joint from which nothing is seen between the parts of a finger."""
_CLOSED = 45.0
"""Degrees at the knuckles from which fingers lie side by side."""


def hand_layers(
    joints: Joints, side: str, ink: Ink, works: Muscle | None, size: float = 1.0
) -> Iterator[Layer]:
    """A hand with its forearm, seen a little from above: the palm, the fingers from the little one on, the thumb."""
    yield Layer(ink, tuple(_palm(joints, side, size)))
    if works in (Muscle.HAND, Muscle.FOREARM):
        yield Layer(ink=Ink.ACCENT, shapes=(_worked(joints, side, works, size),), gap=False)
    bent = joints.angles[f"{side}_knuckles"] + joints.angles[f"{side}_fingers"]
    thick = 0.12 * size if bent > _BENT else None
    for finger in reversed(_FINGERS):
        shapes = tuple(_finger(joints, side, finger, size))
        joint = disc(_knuckle(joints, side, finger, size), 0.1 * size)
        yield Layer(ink, shapes, grown_on=joint, thick=thick)
    thumb = tuple(_thumb(joints, side, size))
    yield Layer(ink, thumb, grown_on=disc(joints.points[f"{side}_thumb_base"], 0.13 * size))


def _worked(joints: Joints, side: str, works: Muscle, size: float) -> Capsule:
    """The muscle that is worked: the hand's own, or those of the forearm."""
    if works is Muscle.FOREARM:
        return beside(joints, (f"{side}_elbow", f"{side}_wrist"), (0.3, 0.8), 0.0, 0.1 * size)
    start, end = (
        on(joints, f"{side}_palm", f"{side}_wrist", along * size, 0.06 * size) for along in (0.14, 0.34)
    )
    return Capsule(start, 0.1 * size, end, 0.1 * size)


def _knuckle(joints: Joints, side: str, finger: tuple[float, float, float, float], size: float) -> Point:
    along, across, _length, _turn = finger
    return on(joints, f"{side}_palm", f"{side}_knuckles", along * size, across * size)


def _finger(
    joints: Joints, side: str, finger: tuple[float, float, float, float], size: float
) -> Iterator[Shape]:
    _along, _across, length, turn = finger
    closed = abs(joints.angles[f"{side}_knuckles"]) / _CLOSED
    at, thick = _knuckle(joints, side, finger, size), 0.062 * size
    corners = [at]
    for bone, reach in _BONES:
        direction = joints.dirs[f"{side}_{bone}"] + turn * max(0.0, 1 - closed)
        end = placed(at, direction, reach * length * size, 0)
        yield Capsule(at, thick, end, thick * 0.92)
        at, thick = end, thick * 0.92
        corners.append(at)
    if joints.angles[f"{side}_fingers"] > _CURLED:
        yield Polygon(tuple(corners))


def _palm(joints: Joints, side: str, size: float) -> Iterator[Shape]:
    palm, wrist = f"{side}_palm", joints.points[f"{side}_wrist"]
    upper = on(joints, palm, f"{side}_wrist", 0.04 * size, 0.1 * size)
    first, last = (_knuckle(joints, side, finger, size) for finger in (_FINGERS[0], _FINGERS[-1]))
    yield Capsule(
        joints.points[f"{side}_elbow"],
        0.17 * size,
        on(joints, palm, f"{side}_wrist", 0, 0.05 * size),
        0.13 * size,
    )
    yield Capsule(wrist, 0.1 * size, first, 0.075 * size)
    yield Capsule(upper, 0.09 * size, last, 0.075 * size)
    yield Polygon((wrist, first, last, upper))
    middle = _knuckle(joints, side, _FINGERS[1], size)
    yield Capsule(first, 0.075 * size, middle, 0.075 * size)
    yield Capsule(middle, 0.075 * size, last, 0.075 * size)


def _thumb(joints: Joints, side: str, size: float) -> Iterator[Capsule]:
    yield limb(joints, f"{side}_thumb_base", 0.1 * size, f"{side}_thumb_middle", 0.075 * size)
    yield limb(joints, f"{side}_thumb_middle", 0.07 * size, f"{side}_thumbtip", 0.058 * size)


def foot_layers(joints: Joints, works: Muscle | None) -> Iterator[Layer]:
    """A foot with its shin: the smaller toes behind the big one."""
    toe, tip = joints.dirs["toe"], joints.dirs["tip"]
    for nth in (3, 2, 1):
        start = on(joints, "foot", "ankle", 0.46 - 0.03 * nth, -0.21 + 0.035 * nth)
        middle = placed(start, toe, 0.13 - 0.012 * nth, 0.0)
        end = placed(middle, tip, 0.1 - 0.012 * nth, 0.0)
        yield Layer(Ink.FAR, (Capsule(start, 0.06, middle, 0.05), Capsule(middle, 0.05, end, 0.045)))
    yield Layer(Ink.NEAR, tuple(_foot(joints)))
    if works in (Muscle.ARCH, Muscle.TOES):
        arch = Capsule(
            on(joints, "foot", "ankle", -0.02, -0.2), 0.055, on(joints, "foot", "ankle", 0.36, -0.2), 0.055
        )
        yield Layer(Ink.ACCENT, (arch,), gap=False)
    if works is Muscle.CALF:
        yield Layer(Ink.ACCENT, (beside(joints, ("knee", "ankle"), (0.1, 0.6), -0.09, 0.11),), gap=False)


def _foot(joints: Joints) -> Iterator[Shape]:
    heel = on(joints, "foot", "ankle", -0.15, -0.2)
    ball = on(joints, "foot", "ankle", 0.42, -0.2)
    yield limb(joints, "knee", 0.2, "ankle", 0.135)
    yield beside(joints, ("knee", "ankle"), (0.0, 0.4), -0.06, 0.19)
    yield Capsule(joints.points["ankle"], 0.14, heel, 0.1)
    yield Capsule(heel, 0.1, on(joints, "foot", "ankle", 0.1, -0.17), 0.09)
    yield Capsule(joints.points["ankle"], 0.14, ball, 0.1)
    yield Capsule(ball, 0.1, joints.points["toe_middle"], 0.075)
    yield limb(joints, "toe_middle", 0.075, "toes", 0.06)
