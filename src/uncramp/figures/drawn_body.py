"""A person from the side as layers: the far limbs, the trunk and head, the near leg, the near arm."""

from collections.abc import Iterator

from uncramp.figures.body import BALL, HEEL, NECK
from uncramp.figures.drawn_limbs import Shapes, beside, limb, on
from uncramp.figures.figure import Muscle
from uncramp.figures.shapes import Capsule, Ink, Layer, Polygon, disc
from uncramp.figures.skeleton import placed
from uncramp.figures.stance import Joints

_SOLE = -0.05
_BELLY = 0.105
_BREATH = 0.012
"""How much wider the chest is with a full breath."""


def far_limbs(joints: Joints) -> Iterator[Layer]:
    """The limbs on the far side."""
    yield Layer(Ink.FAR, arm(joints, "far"))
    yield Layer(Ink.FAR, leg(joints, "far"))


def trunk(joints: Joints, breath: float, *, pregnant: bool) -> Layer:
    """The trunk with the head, its face to the front."""
    head, chest = joints.dirs["head"], joints.dirs["chest"]
    middle = joints.points["head"]
    wider = 0.072 + _BREATH * breath
    shapes: list[Capsule | Polygon] = [
        limb(joints, "hip", 0.078, "middle", 0.066),
        Capsule(joints.points["middle"], 0.066, placed(joints.points["neck"], chest, -0.05, 0), wider),
        Capsule(placed(joints.points["neck"], chest, -0.03, 0), 0.05, joints.points["neck"], 0.036),
        Capsule(joints.points["neck"], 0.03, placed(middle, head, -NECK * 0.5, 0), 0.03),
        Capsule(placed(middle, head, 0.008, 0.008), 0.07, placed(middle, head, -0.01, -0.008), 0.062),
        Capsule(placed(middle, head, -0.005, -0.062), 0.018, placed(middle, head, -0.016, -0.078), 0.010),
    ]
    if pregnant:
        # On a thigh that is drawn up the belly rests, and goes higher.
        up = 0.055 + 0.05 * min(1.0, max(0.0, joints.angles["near_hip"] / 110))
        hip, waist = joints.points["hip"], joints.dirs["waist"]
        lower, upper = placed(hip, waist, up, -0.062), placed(hip, waist, up + 0.05, -0.06)
        shapes.append(Capsule(lower, _BELLY, upper, _BELLY * 0.9))
    return Layer(Ink.NEAR, tuple(shapes))


def near_limbs(joints: Joints, works: Muscle | None) -> Iterator[Layer]:
    """The leg and the arm on the near side, with the muscle that is worked."""
    muscles = tuple(_muscles(joints, works))
    yield Layer(Ink.NEAR, leg(joints, "near"), grown_on=disc(joints.points["near_hip"], 0.1))
    yield from (Layer(Ink.ACCENT, (muscle,), gap=False) for muscle in muscles)
    yield near_arm(joints)
    if works in (Muscle.FOREARM, Muscle.HAND):
        yield Layer(Ink.ACCENT, (limb(joints, "near_elbow", 0.028, "near_wrist", 0.022),), gap=False)


def near_arm(joints: Joints) -> Layer:
    """The arm on the near side."""
    return Layer(Ink.NEAR, arm(joints, "near"), grown_on=disc(joints.points["near_shoulder"], 0.055))


def leg(joints: Joints, side: str) -> Shapes:
    """A leg with its calf, and a foot with heel and toes."""
    return (
        limb(joints, f"{side}_hip", 0.07, f"{side}_knee", 0.046),
        limb(joints, f"{side}_knee", 0.044, f"{side}_ankle", 0.029),
        beside(joints, (f"{side}_knee", f"{side}_ankle"), (0.2, 0.5), -0.018, 0.042),
        *_foot(joints, side),
    )


def _foot(joints: Joints, side: str) -> Shapes:
    foot, ankle, toe = f"{side}_foot", f"{side}_ankle", f"{side}_toe"
    heel = on(joints, foot, ankle, HEEL + 0.022, _SOLE + 0.024)
    ball = on(joints, foot, ankle, BALL - 0.01, _SOLE + 0.023)
    end = joints.points[f"{side}_toes"]
    lift = placed(end, joints.dirs[toe], -0.016, 0.017)
    return (
        Capsule(joints.points[ankle], 0.03, heel, 0.024),
        Capsule(heel, 0.024, ball, 0.023),
        Capsule(on(joints, foot, ankle, 0.01, 0.0), 0.03, ball, 0.023),
        Capsule(ball, 0.023, lift, 0.016),
    )


def arm(joints: Joints, side: str) -> Shapes:
    """An arm and a hand with a thumb."""
    palm = f"{side}_palm"
    wrist, knuckles = joints.points[f"{side}_wrist"], joints.points[f"{side}_knuckles"]
    return (
        limb(joints, f"{side}_shoulder", 0.04, f"{side}_elbow", 0.03),
        limb(joints, f"{side}_elbow", 0.03, f"{side}_wrist", 0.023),
        Capsule(wrist, 0.024, knuckles, 0.026),
        Capsule(knuckles, 0.024, joints.points[f"{side}_fingertips"], 0.014),
        Capsule(
            on(joints, palm, f"{side}_wrist", 0.015, -0.01),
            0.015,
            on(joints, palm, f"{side}_wrist", 0.05, -0.042),
            0.011,
        ),
    )


def _muscles(joints: Joints, works: Muscle | None) -> Iterator[Capsule]:
    leg = "near_knee", "near_ankle"
    thigh = "near_hip", "near_knee"
    match works:
        case Muscle.CALF:
            yield beside(joints, leg, (0.16, 0.5), -0.02, 0.038)
        case Muscle.SHIN:
            yield beside(joints, leg, (0.15, 0.7), 0.02, 0.02)
        case Muscle.HAMSTRING:
            yield beside(joints, thigh, (0.3, 0.8), -0.026, 0.032)
        case Muscle.FRONT_THIGH:
            yield beside(joints, thigh, (0.3, 0.8), 0.026, 0.034)
        case Muscle.ARCH | Muscle.TOES:
            heel, ball = joints.points["near_heel"], joints.points["near_ball"]
            up = joints.dirs["near_foot"]
            yield Capsule(placed(heel, up, 0.03, 0.016), 0.014, placed(ball, up, -0.005, 0.014), 0.014)
        case _:
            return


def front_trunk(joints: Joints, breath: float, *, pregnant: bool) -> Layer:
    """The trunk and the head from the front."""
    points, chest, waist = joints.points, joints.dirs["chest"], joints.dirs["waist"]
    wider = 0.07 + _BREATH * breath
    shapes: list[Capsule | Polygon] = [
        Capsule(points["near_hip"], 0.06, points["far_hip"], 0.06),
        Capsule(points["hip"], 0.1, points["middle"], 0.085),
        Capsule(points["middle"], 0.085, placed(points["neck"], chest, -0.07, 0), wider + 0.03),
        Capsule(points["near_shoulder"], 0.042, points["far_shoulder"], 0.042),
        Capsule(points["neck"], 0.034, points["head"], 0.03),
        Capsule(placed(points["head"], joints.dirs["head"], 0.012, 0), 0.068, points["head"], 0.058),
    ]
    if pregnant:
        shapes.append(disc(placed(points["hip"], waist, 0.09, 0), 0.125))
    return Layer(Ink.NEAR, tuple(shapes))


def front_leg(joints: Joints, side: str, sign: int) -> Shapes:
    """A leg from the front, with its foot a little outward."""
    foot = f"{side}_foot"
    return (
        limb(joints, f"{side}_hip", 0.07, f"{side}_knee", 0.046),
        limb(joints, f"{side}_knee", 0.05, f"{side}_ankle", 0.03),
        Capsule(
            joints.points[f"{side}_ankle"], 0.03, on(joints, foot, f"{side}_ankle", 0.03, sign * 0.025), 0.022
        ),
    )


def front_layers(joints: Joints, breath: float, *, pregnant: bool, works: Muscle | None) -> Iterator[Layer]:
    """A person from the front: legs, trunk, and arms beside it or before it."""
    for side, sign in (("far", 1), ("near", -1)):
        yield Layer(Ink.NEAR, front_leg(joints, side, sign))
    yield front_trunk(joints, breath, pregnant=pregnant)
    for side in ("far", "near"):
        shoulder = disc(joints.points[f"{side}_shoulder"], 0.06)
        yield Layer(Ink.NEAR, arm(joints, side), grown_on=shoulder)
        if works in (Muscle.FOREARM, Muscle.HAND):
            muscle = limb(joints, f"{side}_elbow", 0.028, f"{side}_wrist", 0.022)
            yield Layer(Ink.ACCENT, (muscle,), gap=False)
