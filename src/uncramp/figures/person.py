"""The person as layers of shapes: from the side, from the front, or a hand or a foot close up."""

from collections.abc import Iterator
from math import hypot

from uncramp.figures.anatomy import BALL, FINGER, HAND_BY_FOOT, HEEL, NECK
from uncramp.figures.figure import Figure, Muscle, SkeletonKind
from uncramp.figures.motion import MotionFrame
from uncramp.figures.shapes import Capsule, Layer, Polygon, Shape, Tone, disc
from uncramp.figures.skeleton import Point, placed
from uncramp.figures.stance import Joints

Shapes = tuple[Shape, ...]
_Finger = tuple[float, float, float, float]

_SOLE = -0.05
_BELLY = 0.105
_BREATH = 0.012
"""How much wider the chest is with a full breath."""

_FINGERS: tuple[_Finger, ...] = (
    (0.0, 0.0, 1.0, 0.0),
    (0.02, 0.1, 1.08, 5.0),
    (0.0, 0.2, 1.0, 10.0),
    (-0.06, 0.29, 0.82, 17.0),
)
"""From the first finger to the little one: where its knuckle is beside the first one's, how long it is, and how far it
turns away from the first where the hand is wide open."""
_BENT = 35.0
"""Degrees in all from which fingers lie behind one another, and what a gap leaves of them is no finger."""
_CURLED = 60.0
"""Degrees at their middle joint from which nothing is seen between the parts of a finger."""
_CLOSED = 45.0
"""Degrees at the knuckles from which fingers lie side by side."""


def person_layers(figure: Figure, joints: Joints, frame: MotionFrame, *, pregnant: bool) -> Iterator[Layer]:
    """The person in one frame, far parts first."""
    worked = frame.works or figure.works
    match figure.skeleton:
        case SkeletonKind.BODY:
            yield Layer(Tone.FAR, _arm(joints, "far"))
            yield Layer(Tone.FAR, _leg(joints, "far"))
            yield _trunk(joints, frame.breath, pregnant=pregnant)
            yield Layer(Tone.NEAR, _leg(joints, "near"), grown_on=disc(joints.points["near_hip"], 0.1))
            yield from _leg_muscle(joints, worked)
            yield from _near_arm(joints, "near", 0.055, worked)
        case SkeletonKind.FRONT:
            yield Layer(Tone.NEAR, _front_leg(joints, "far", 1))
            yield Layer(Tone.NEAR, _front_leg(joints, "near", -1))
            yield _front_trunk(joints, frame.breath, pregnant=pregnant)
            yield from _near_arm(joints, "far", 0.06, worked)
            yield from _near_arm(joints, "near", 0.06, worked)
        case SkeletonKind.HAND:
            hands = [("near", Tone.NEAR)]
            if "far_wrist" in joints.points:
                hands.insert(1 if figure.far_before else 0, ("far", Tone.FAR))
            for side, ink in hands:
                yield from _hand(joints, side, ink, worked if side == "near" else None)
        case SkeletonKind.FOOT:
            yield from _foot_close_up(joints, worked)
            if "hand_wrist" in joints.points:
                yield from _hand(joints, "hand", Tone.NEAR, None, HAND_BY_FOOT)


def _trunk(joints: Joints, breath: float, *, pregnant: bool) -> Layer:
    """The trunk with the head, its face to the front."""
    head, chest = joints.dirs["head"], joints.dirs["chest"]
    middle = joints.points["head"]
    wider = 0.072 + _BREATH * breath
    shapes: list[Capsule | Polygon] = [
        _limb(joints, "hip", 0.078, "middle", 0.066),
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
    return Layer(Tone.NEAR, tuple(shapes))


def _near_arm(joints: Joints, side: str, shoulder: float, works: Muscle | None) -> Iterator[Layer]:
    """An arm before the trunk, which it grows on at the shoulder."""
    yield Layer(Tone.NEAR, _arm(joints, side), grown_on=disc(joints.points[f"{side}_shoulder"], shoulder))
    if works in (Muscle.FOREARM, Muscle.HAND):
        yield _worked(_limb(joints, f"{side}_elbow", 0.028, f"{side}_wrist", 0.022))


def _worked(muscle: Capsule) -> Layer:
    return Layer(Tone.ACCENT, (muscle,), gap=False)


def _leg(joints: Joints, side: str) -> Shapes:
    """A leg with its calf, and a foot with heel and toes."""
    return (
        _limb(joints, f"{side}_hip", 0.07, f"{side}_knee", 0.046),
        _limb(joints, f"{side}_knee", 0.044, f"{side}_ankle", 0.029),
        _beside(joints, (f"{side}_knee", f"{side}_ankle"), (0.2, 0.5), -0.018, 0.042),
        *_foot(joints, side),
    )


def _foot(joints: Joints, side: str) -> Shapes:
    foot, ankle, toe = f"{side}_foot", f"{side}_ankle", f"{side}_toe"
    heel = _on(joints, foot, ankle, HEEL + 0.022, _SOLE + 0.024)
    ball = _on(joints, foot, ankle, BALL - 0.01, _SOLE + 0.023)
    end = joints.points[f"{side}_toes"]
    lift = placed(end, joints.dirs[toe], -0.016, 0.017)
    return (
        Capsule(joints.points[ankle], 0.03, heel, 0.024),
        Capsule(heel, 0.024, ball, 0.023),
        Capsule(_on(joints, foot, ankle, 0.01, 0.0), 0.03, ball, 0.023),
        Capsule(ball, 0.023, lift, 0.016),
    )


def _arm(joints: Joints, side: str) -> Shapes:
    """An arm and a hand with a thumb."""
    wrist, knuckles = joints.points[f"{side}_wrist"], joints.points[f"{side}_knuckles"]
    palm = joints.dirs[f"{side}_palm"]
    return (
        _limb(joints, f"{side}_shoulder", 0.04, f"{side}_elbow", 0.03),
        _limb(joints, f"{side}_elbow", 0.03, f"{side}_wrist", 0.023),
        Capsule(wrist, 0.024, knuckles, 0.026),
        Capsule(knuckles, 0.024, joints.points[f"{side}_fingertips"], 0.014),
        Capsule(placed(wrist, palm, 0.015, -0.01), 0.015, placed(wrist, palm, 0.05, -0.042), 0.011),
    )


_LOWER_LEG, _THIGH = ("near_knee", "near_ankle"), ("near_hip", "near_knee")
_ALONG_LEG = {
    Muscle.CALF: (_LOWER_LEG, (0.16, 0.5), -0.02, 0.038),
    Muscle.SHIN: (_LOWER_LEG, (0.15, 0.7), 0.02, 0.02),
    Muscle.HAMSTRING: (_THIGH, (0.3, 0.8), -0.026, 0.032),
    Muscle.FRONT_THIGH: (_THIGH, (0.3, 0.8), 0.026, 0.034),
}


def _leg_muscle(joints: Joints, works: Muscle | None) -> Iterator[Layer]:
    if works in _ALONG_LEG:
        yield _worked(_beside(joints, *_ALONG_LEG[works]))
    elif works in (Muscle.ARCH, Muscle.TOES):
        heel, ball, up = joints.points["near_heel"], joints.points["near_ball"], joints.dirs["near_foot"]
        yield _worked(Capsule(placed(heel, up, 0.03, 0.016), 0.014, placed(ball, up, -0.005, 0.014), 0.014))


def _front_trunk(joints: Joints, breath: float, *, pregnant: bool) -> Layer:
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
    return Layer(Tone.NEAR, tuple(shapes))


def _front_leg(joints: Joints, side: str, sign: int) -> Shapes:
    """A leg from the front, with its foot a little outward."""
    ankle = joints.points[f"{side}_ankle"]
    return (
        _limb(joints, f"{side}_hip", 0.07, f"{side}_knee", 0.046),
        _limb(joints, f"{side}_knee", 0.05, f"{side}_ankle", 0.03),
        Capsule(ankle, 0.03, placed(ankle, joints.dirs[f"{side}_foot"], 0.03, sign * 0.025), 0.022),
    )


def _hand(joints: Joints, side: str, ink: Tone, works: Muscle | None, size: float = 1.0) -> Iterator[Layer]:
    """A hand with its forearm, seen a little from above: the palm, the fingers from the little one on, the thumb."""
    yield Layer(ink, tuple(_palm(joints, side, size)))
    if works in (Muscle.HAND, Muscle.FOREARM):
        yield _worked(_hand_muscle(joints, side, works, size))
    bent = joints.angles[f"{side}_knuckles"] + joints.angles[f"{side}_fingers"]
    thick = 0.12 * size if bent > _BENT else None
    for finger in reversed(_FINGERS):
        shapes = tuple(_finger(joints, side, finger, size))
        joint = disc(_knuckle(joints, side, finger, size), 0.1 * size)
        yield Layer(ink, shapes, grown_on=joint, thick=thick)
    thumb = tuple(_thumb(joints, side, size))
    yield Layer(ink, thumb, grown_on=disc(joints.points[f"{side}_thumb_base"], 0.13 * size))


def _hand_muscle(joints: Joints, side: str, works: Muscle, size: float) -> Capsule:
    """The muscle that is worked: the hand's own, or those of the forearm."""
    if works is Muscle.FOREARM:
        return _beside(joints, (f"{side}_elbow", f"{side}_wrist"), (0.3, 0.8), 0.0, 0.1 * size)
    start, end = (_on(joints, f"{side}_palm", f"{side}_wrist", along * size, 0.06 * size) for along in (0.14, 0.34))
    return Capsule(start, 0.1 * size, end, 0.1 * size)


def _knuckle(joints: Joints, side: str, finger: _Finger, size: float) -> Point:
    along, across, _length, _turn = finger
    return _on(joints, f"{side}_palm", f"{side}_knuckles", along * size, across * size)


def _finger(joints: Joints, side: str, finger: _Finger, size: float) -> Iterator[Shape]:
    _along, _across, length, turn = finger
    closed = abs(joints.angles[f"{side}_knuckles"]) / _CLOSED
    at, thick = _knuckle(joints, side, finger, size), 0.062 * size
    corners = [at]
    for nth, reach in enumerate(FINGER, 1):
        direction = joints.dirs[f"{side}_finger_{nth}"] + turn * max(0.0, 1 - closed)
        end = placed(at, direction, reach * length * size, 0)
        yield Capsule(at, thick, end, thick * 0.92)
        at, thick = end, thick * 0.92
        corners.append(at)
    if joints.angles[f"{side}_fingers"] > _CURLED:
        yield Polygon(tuple(corners))


def _palm(joints: Joints, side: str, size: float) -> Iterator[Shape]:
    palm, wrist = joints.dirs[f"{side}_palm"], joints.points[f"{side}_wrist"]
    upper = placed(wrist, palm, 0.04 * size, 0.1 * size)
    first, last = (_knuckle(joints, side, finger, size) for finger in (_FINGERS[0], _FINGERS[-1]))
    yield Capsule(joints.points[f"{side}_elbow"], 0.17 * size, placed(wrist, palm, 0, 0.05 * size), 0.13 * size)
    yield Capsule(wrist, 0.1 * size, first, 0.075 * size)
    yield Capsule(upper, 0.09 * size, last, 0.075 * size)
    yield Polygon((wrist, first, last, upper))
    middle = _knuckle(joints, side, _FINGERS[1], size)
    yield Capsule(first, 0.075 * size, middle, 0.075 * size)
    yield Capsule(middle, 0.075 * size, last, 0.075 * size)


def _thumb(joints: Joints, side: str, size: float) -> Iterator[Capsule]:
    yield _limb(joints, f"{side}_thumb_base", 0.1 * size, f"{side}_thumb_middle", 0.075 * size)
    yield _limb(joints, f"{side}_thumb_middle", 0.07 * size, f"{side}_thumbtip", 0.058 * size)


def _foot_close_up(joints: Joints, works: Muscle | None) -> Iterator[Layer]:
    """A foot with its shin: the smaller toes behind the big one."""
    toe, tip = joints.dirs["toe"], joints.dirs["tip"]
    for nth in (3, 2, 1):
        start = _on(joints, "foot", "ankle", 0.46 - 0.03 * nth, -0.21 + 0.035 * nth)
        middle = placed(start, toe, 0.13 - 0.012 * nth, 0.0)
        end = placed(middle, tip, 0.1 - 0.012 * nth, 0.0)
        yield Layer(Tone.FAR, (Capsule(start, 0.06, middle, 0.05), Capsule(middle, 0.05, end, 0.045)))
    yield Layer(Tone.NEAR, tuple(_foot_and_shin(joints)))
    if works in (Muscle.ARCH, Muscle.TOES):
        heel, ball = _on(joints, "foot", "ankle", -0.02, -0.2), _on(joints, "foot", "ankle", 0.36, -0.2)
        yield _worked(Capsule(heel, 0.055, ball, 0.055))
    if works is Muscle.CALF:
        yield _worked(_beside(joints, ("knee", "ankle"), (0.1, 0.6), -0.09, 0.11))


def _foot_and_shin(joints: Joints) -> Iterator[Shape]:
    heel = _on(joints, "foot", "ankle", -0.15, -0.2)
    ball = _on(joints, "foot", "ankle", 0.42, -0.2)
    yield _limb(joints, "knee", 0.2, "ankle", 0.135)
    yield _beside(joints, ("knee", "ankle"), (0.0, 0.4), -0.06, 0.19)
    yield Capsule(joints.points["ankle"], 0.14, heel, 0.1)
    yield Capsule(heel, 0.1, _on(joints, "foot", "ankle", 0.1, -0.17), 0.09)
    yield Capsule(joints.points["ankle"], 0.14, ball, 0.1)
    yield Capsule(ball, 0.1, joints.points["toe_middle"], 0.075)
    yield _limb(joints, "toe_middle", 0.075, "toes", 0.06)


def _on(joints: Joints, bone: str, start: str, along: float, across: float = 0.0) -> Point:
    """A point beside a bone, so far along it and to the left of it."""
    return placed(joints.points[start], joints.dirs[bone], along, across)


def _limb(joints: Joints, start: str, thick: float, end: str, thin: float) -> Capsule:
    """A limb between two joints, with its radius at each."""
    return Capsule(joints.points[start], thick, joints.points[end], thin)


def _beside(joints: Joints, ends: tuple[str, str], span: tuple[float, float], out: float, radius: float) -> Capsule:
    """A muscle along part of a limb: from one part of the way to another, so far to the left of it."""
    (x, y), (u, v) = (joints.points[end] for end in ends)
    dx, dy = u - x, v - y
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length * out, dx / length * out
    start, stop = ((x + part * dx + nx, y + part * dy + ny) for part in span)
    return Capsule(start, radius, stop, radius * 0.75)
