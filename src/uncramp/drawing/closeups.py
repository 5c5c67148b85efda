"""Hands and feet close up, as layers."""

from collections.abc import Iterator

from uncramp.domain.figure import Muscle
from uncramp.domain.figure_skeleton import placed
from uncramp.domain.figure_stance import Joints
from uncramp.drawing.limbs import beside, limb, on
from uncramp.drawing.shapes import Capsule, Ink, Layer, Shape, disc

_FAN = ((0.0, 1.0), (-7.0, 1.06), (-15.0, 1.0), (-24.0, 0.84))
"""The fingers behind one another: how far each is turned, and how long it is."""


def hand_layers(
    joints: Joints, side: str, ink: Ink, works: Muscle | None, size: float = 1.0
) -> Iterator[Layer]:
    """A hand with its forearm: the fingers, then the palm, then the thumb before them."""
    spread = joints.angles.get(f"{side}_knuckles", 0.0)
    fan = max(0.15, 1 - abs(spread) / 60)
    for turn, length in reversed(_FAN[1:]):
        yield Layer(Ink.FAR, tuple(_finger(joints, side, -turn * fan, length, size)))
    yield Layer(ink, tuple(_palm(joints, side, size)))
    if works in (Muscle.HAND, Muscle.FOREARM):
        names = ("wrist", "knuckles") if works is Muscle.HAND else ("elbow", "wrist")
        span = (0.3, 0.8) if works is Muscle.HAND else (0.35, 0.8)
        start, end = (f"{side}_{name}" for name in names)
        yield Layer(Ink.ACCENT, (beside(joints, (start, end), span, -0.04 * size, 0.09 * size),), gap=False)
    yield Layer(
        ink, tuple(_thumb(joints, side, size)), grown_on=disc(joints.points[f"{side}_thumb_base"], 0.1 * size)
    )


def _finger(joints: Joints, side: str, turn: float, length: float, size: float) -> Iterator[Shape]:
    at = joints.points[f"{side}_knuckles"]
    thick = 0.075 * size
    for bone, reach in ((f"{side}_finger_1", 0.24), (f"{side}_finger_2", 0.16), (f"{side}_finger_3", 0.13)):
        end = placed(at, joints.dirs[bone] + turn, reach * length * size, 0)
        yield Capsule(at, thick, end, thick * 0.88)
        at, thick = end, thick * 0.88


def _palm(joints: Joints, side: str, size: float) -> Iterator[Shape]:
    yield limb(joints, f"{side}_elbow", 0.15 * size, f"{side}_wrist", 0.11 * size)
    yield limb(joints, f"{side}_wrist", 0.115 * size, f"{side}_knuckles", 0.125 * size)
    yield Capsule(
        on(joints, f"{side}_palm", f"{side}_wrist", 0.08 * size, -0.04 * size),
        0.1 * size,
        on(joints, f"{side}_palm", f"{side}_wrist", 0.42 * size, -0.04 * size),
        0.1 * size,
    )
    yield from _finger(joints, side, 0, 1, size)


def _thumb(joints: Joints, side: str, size: float) -> Iterator[Shape]:
    yield limb(joints, f"{side}_thumb_base", 0.085 * size, f"{side}_thumb_middle", 0.07 * size)
    yield limb(joints, f"{side}_thumb_middle", 0.07 * size, f"{side}_thumbtip", 0.055 * size)


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
