"""The person as layers of shapes: from the side, from the front, lying on a side, or a part close up.

Each body is a layer with a gap round it, and what is of another ink on it follows as layers without one.
"""

from collections.abc import Iterator
from math import hypot

from uncramp.figures.anatomy import BALL, HAND_BY_FOOT, HEEL, NECK
from uncramp.figures.figure import Figure, Muscle, SkeletonKind
from uncramp.figures.hands import hand_layers, side_hand_layers
from uncramp.figures.motion import MotionFrame
from uncramp.figures.shapes import Capsule, Layer, Polygon, Shape, Tone, disc
from uncramp.figures.skeleton import Point, placed
from uncramp.figures.stance import Joints, Stance

Shapes = tuple[Shape, ...]

_WAIST = "waist"
_SOLE = -0.05
_BELLY = 0.105
_BREATH = 0.012
"""How much wider the chest is with a full breath."""


def person_layers(figure: Figure, joints: Joints, frame: MotionFrame, *, pregnant: bool) -> Iterator[Layer]:
    """The person in one frame, far parts first."""
    worked = frame.works or figure.works
    match figure.skeleton:
        case SkeletonKind.BODY | SkeletonKind.LYING:
            upright = figure.skeleton is SkeletonKind.BODY
            yield from _dressed_arm(joints, "far", None)
            yield from _dressed_leg(joints, "far", None)
            yield from (_trunk if upright else _front_trunk)(joints, frame.breath, pregnant=pregnant)
            yield from _dressed_leg(joints, "near", disc(joints.points["near_hip"], 0.1))
            shoulder = _sleeve(joints) if upright else disc(joints.points["near_shoulder"], 0.06)
            yield from _dressed_arm(joints, "near", shoulder, touching=_hold(joints, frame.stance))
            # Last: no hand covers what the person should see.
            yield from _muscle(joints, worked)
        case SkeletonKind.FRONT:
            yield from _front_leg(joints, "far", 1)
            yield from _front_leg(joints, "near", -1)
            yield from _front_trunk(joints, frame.breath, pregnant=pregnant)
            for side in ("far", "near"):
                yield from _dressed_arm(joints, side, disc(joints.points[f"{side}_shoulder"], 0.06), front=True)
            yield from _muscle(joints, worked)
        case SkeletonKind.HAND:
            yield from _hands(figure, joints, worked)
        case SkeletonKind.FOOT:
            yield from _foot_close_up(joints, worked, cut=bool(figure.view))
        case SkeletonKind.SOLE:
            yield from _sole_close_up(joints, worked)


def hand_by_foot(figure: Figure, joints: Joints) -> Iterator[Layer]:
    """The hands beside a foot close up: before all, also before a towel that they hold."""
    for hand in ("other", "hand"):
        if f"{hand}_wrist" in joints.points and figure.hands_aside:
            yield from side_hand_layers(joints, hand, size=HAND_BY_FOOT)
        elif f"{hand}_wrist" in joints.points:
            left = figure.skeleton is SkeletonKind.FOOT and hand == "hand"
            yield from hand_layers(joints, hand, left=left, back=True, size=HAND_BY_FOOT)


def _hands(figure: Figure, joints: Joints, worked: Muscle | None) -> Iterator[Layer]:
    both = "far_wrist" in joints.points
    if figure.hands_aside:
        if both:
            yield from side_hand_layers(joints, "far")
        yield from side_hand_layers(joints, "near", worked)
        return
    yield from hand_layers(joints, "near", worked)
    if both:
        yield from hand_layers(joints, "far", left=not figure.far_before, back=figure.far_before)


def _trunk(joints: Joints, breath: float, *, pregnant: bool) -> Iterator[Layer]:
    hip, head, chest, waist = joints.points["hip"], joints.dirs["head"], joints.dirs["chest"], joints.dirs["waist"]
    middle, neck = joints.points["head"], joints.points["neck"]
    wider = 0.072 + _BREATH * breath
    shirt: list[Shape] = [
        _limb(joints, "hip", 0.078, "middle", 0.066),
        Capsule(joints.points["middle"], 0.066, placed(neck, chest, -0.05, 0), wider),
        Capsule(placed(neck, chest, -0.03, 0), 0.05, neck, 0.036),
    ]
    skull = Capsule(placed(middle, head, 0.008, 0.008), 0.07, placed(middle, head, -0.01, -0.008), 0.062)
    skin = (
        Capsule(neck, 0.03, placed(middle, head, -NECK * 0.5, 0), 0.03),
        skull,
        Capsule(placed(middle, head, -0.005, -0.062), 0.018, placed(middle, head, -0.016, -0.078), 0.012),
    )
    hair = Capsule(placed(middle, head, 0.028, 0.014), 0.057, placed(middle, head, 0.0, 0.034), 0.048)
    if pregnant:
        # On a thigh that is drawn up the belly rests, and goes higher.
        up = 0.055 + 0.05 * min(1.0, max(0.0, joints.angles["near_hip"] / 110))
        lower, upper = placed(hip, waist, up, -0.062), placed(hip, waist, up + 0.05, -0.06)
        shirt.append(Capsule(lower, _BELLY, upper, _BELLY * 0.9))
    yield Layer(Tone.SHIRT, (*shirt, *skin), part=_WAIST)
    yield Layer(Tone.SHORTS, (_below(hip, waist, 0.08),), gap=False, part=_WAIST)
    yield Layer(Tone.SKIN, skin, gap=False, part=_WAIST)
    yield Layer(Tone.FAR_SKIN, (hair,), gap=False, part=_WAIST)


def _below(hip: Point, waist: float, radius: float) -> Capsule:
    return Capsule(placed(hip, waist, -0.004, 0), radius, placed(hip, waist, 0.008, 0), radius)


_CLOTHES = {
    "near": (Tone.SKIN, Tone.SHIRT, Tone.SHORTS),
    "far": (Tone.FAR_SKIN, Tone.FAR_SHIRT, Tone.FAR_SHORTS),
}
"""The inks of a limb: skin, shirt and shorts."""
_FOOT_HELD = {"near_toes", "near_ball", "near_ankle", "near_heel"}
_SLEEVE, _HEM = 0.62, 0.42
"""How far along the upper arm a sleeve goes, and along the thigh the shorts: they end above any muscle that is worked."""


def _dressed_arm(
    joints: Joints, side: str, grown_on: Capsule | None, *, front: bool = False, touching: Capsule | None = None
) -> Iterator[Layer]:
    skin, shirt, _shorts = _CLOTHES["near" if front else side]
    part = f"{side}_upper_arm"
    yield Layer(skin, _arm(joints, side), grown_on=grown_on, touching=touching, part=part)
    sleeve = _clothed(joints, (f"{side}_shoulder", 0.042, f"{side}_elbow", 0.033), _SLEEVE)
    yield Layer(shirt, tuple(sleeve), gap=False, part=part)


def _sleeve(joints: Joints) -> Capsule:
    """Where the near arm goes over into the shirt: a gap round a sleeve would leave little of the trunk."""
    (x, y), (u, v) = joints.points["near_shoulder"], joints.points["near_elbow"]
    return Capsule((x, y), 0.1, (x + _SLEEVE * (u - x), y + _SLEEVE * (v - y)), 0.055)


def _hold(joints: Joints, stance: Stance) -> Capsule | None:
    """Where the near hand holds a joint of the near foot, once it is there."""
    for tip in ("near_hand", "near_knuckles"):
        for spot, weight in stance.reach.get(tip, ()):
            if spot.on in _FOOT_HELD and weight >= 1:
                return disc(joints.points[spot.on], 0.06)
    return None


def _dressed_leg(joints: Joints, side: str, grown_on: Capsule | None) -> Iterator[Layer]:
    skin, _shirt, shorts = _CLOTHES[side]
    part, cloth = f"{side}_thigh", tuple(_clothed(joints, (f"{side}_hip", 0.073, f"{side}_knee", 0.05), _HEM))
    yield Layer(skin, _leg(joints, side), grown_on=grown_on, part=part)
    yield Layer(shorts, cloth, gap=False, part=part)


def _clothed(joints: Joints, limb: tuple[str, float, str, float], part: float) -> Iterator[Shape]:
    """The first part of a limb, which ends in a straight hem."""
    first, thick, last, thin = limb
    (x, y), (u, v) = joints.points[first], joints.points[last]
    length = hypot(u - x, v - y) or 1.0
    dx, dy = (u - x) / length, (v - y) / length
    at, hem = (x + part * (u - x), y + part * (v - y)), thick + part * (thin - thick)
    yield disc((x, y), thick)
    yield Polygon(
        tuple(
            (p - side * r * dy, q + side * r * dx)
            for (p, q), r, side in (((x, y), thick, 1), ((x, y), thick, -1), (at, hem, -1), (at, hem, 1))
        )
    )


def _worked(muscle: Capsule) -> Layer:
    return Layer(Tone.MUSCLE, (muscle,), gap=False)


def _leg(joints: Joints, side: str) -> Shapes:
    return (
        _limb(joints, f"{side}_hip", 0.07, f"{side}_knee", 0.046),
        _limb(joints, f"{side}_knee", 0.044, f"{side}_ankle", 0.029),
        _beside(joints, (f"{side}_knee", f"{side}_ankle"), (0.2, 0.5), -0.018, 0.042),
        *_foot(joints, side),
    )


def _foot(joints: Joints, side: str) -> Shapes:
    foot, ankle, toe = f"{side}_foot", f"{side}_ankle", f"{side}_toe"
    heel = _on(joints, foot, ankle, HEEL + 0.02, _SOLE + 0.025)
    arch = _on(joints, foot, ankle, 0.025, -0.019)
    ball = _on(joints, foot, ankle, BALL - 0.01, _SOLE + 0.022)
    tip = placed(joints.points[f"{side}_toes"], joints.dirs[toe], -0.014, 0.017)
    return (
        Capsule(joints.points[ankle], 0.028, heel, 0.027),
        Capsule(heel, 0.025, arch, 0.022),
        Capsule(arch, 0.022, ball, 0.022),
        Capsule(_on(joints, foot, ankle, 0.008, 0.002), 0.03, ball, 0.02),
        Capsule(ball, 0.022, tip, 0.013),
        disc(tip, 0.016),
    )


def _arm(joints: Joints, side: str) -> Shapes:
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
    Muscle.CALF: (_LOWER_LEG, (0.13, 0.56), -0.034, 0.028),
    Muscle.SHIN: (_LOWER_LEG, (0.16, 0.72), 0.016, 0.02),
    Muscle.HAMSTRING: (_THIGH, (0.52, 0.88), -0.026, 0.028),
    Muscle.FRONT_THIGH: (_THIGH, (0.52, 0.88), 0.026, 0.028),
}
"""Where each muscle lies: on its own side of the limb, as long and as wide as can be seen."""


def _muscle(joints: Joints, works: Muscle | None) -> Iterator[Layer]:
    if works in _ALONG_LEG and "near_toes" in joints.points:
        yield _worked(_beside(joints, *_ALONG_LEG[works]))
    elif works in (Muscle.ARCH, Muscle.TOES) and "near_ball" in joints.points:
        heel, ball, up = joints.points["near_heel"], joints.points["near_ball"], joints.dirs["near_foot"]
        yield _worked(Capsule(placed(heel, up, 0.056, 0.02), 0.017, placed(ball, up, -0.004, 0.02), 0.017))
    elif works in (Muscle.FOREARM, Muscle.HAND):
        yield _worked(_beside(joints, ("near_elbow", "near_wrist"), (0.1, 0.6), 0.008, 0.022))


def _front_trunk(joints: Joints, breath: float, *, pregnant: bool) -> Iterator[Layer]:
    points, chest, waist = joints.points, joints.dirs["chest"], joints.dirs["waist"]
    wider = 0.07 + _BREATH * breath
    hips = (Capsule(points["near_hip"], 0.062, points["far_hip"], 0.062), _below(points["hip"], waist, 0.095))
    shirt: list[Shape] = [
        Capsule(points["hip"], 0.1, points["middle"], 0.085),
        Capsule(points["middle"], 0.085, placed(points["neck"], chest, -0.07, 0), wider + 0.03),
        Capsule(points["near_shoulder"], 0.042, points["far_shoulder"], 0.042),
    ]
    head, top = joints.dirs["head"], points["head"]
    skin = (Capsule(points["neck"], 0.034, top, 0.03), Capsule(placed(top, head, 0.012, 0), 0.068, top, 0.058))
    hair = Capsule(placed(top, head, 0.045, 0.03), 0.04, placed(top, head, 0.045, -0.03), 0.04)
    if pregnant:
        shirt.append(disc(placed(points["hip"], waist, 0.09, 0), 0.125))
    yield Layer(Tone.SHIRT, (*shirt, *hips, *skin))
    yield Layer(Tone.SHORTS, hips, gap=False)
    if pregnant:
        yield Layer(Tone.SHIRT, (shirt[-1],), gap=False)
    yield Layer(Tone.SKIN, skin, gap=False)
    yield Layer(Tone.FAR_SKIN, (hair,), gap=False)


def _front_leg(joints: Joints, side: str, sign: int) -> Iterator[Layer]:
    ankle = joints.points[f"{side}_ankle"]
    leg = (
        _limb(joints, f"{side}_hip", 0.07, f"{side}_knee", 0.046),
        _limb(joints, f"{side}_knee", 0.05, f"{side}_ankle", 0.03),
        Capsule(ankle, 0.03, placed(ankle, joints.dirs[f"{side}_foot"], 0.03, sign * 0.025), 0.022),
    )
    yield Layer(Tone.SKIN, leg)
    yield Layer(Tone.SHORTS, tuple(_clothed(joints, (f"{side}_hip", 0.073, f"{side}_knee", 0.05), _HEM)), gap=False)


def _foot_close_up(joints: Joints, works: Muscle | None, *, cut: bool) -> Iterator[Layer]:
    """A foot with its shin, from the side of the big toe; `cut` where the leg goes on beyond what is shown."""
    above = (Capsule(_on(joints, "shin", "knee", -0.6), 0.22, joints.points["knee"], 0.2),) if cut else ()
    yield Layer(Tone.SKIN, (*above, *_foot_and_shin(joints)))
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


def _sole_close_up(joints: Joints, worked: Muscle | None) -> Iterator[Layer]:
    heel, outer, inner, big = (
        _on(joints, "foot", "heel", *place) for place in ((0.02, 0.0), (0.46, -0.08), (0.52, 0.09), (0.7, 0.16))
    )
    arch = _on(joints, "foot", "heel", 0.26, -0.05)
    yield Layer(
        Tone.SKIN,
        (
            Capsule(heel, 0.15, arch, 0.115),
            Capsule(arch, 0.115, outer, 0.115),
            Capsule(outer, 0.115, inner, 0.125),
            Capsule(arch, 0.11, inner, 0.125),
        ),
    )
    for along, across in ((0.6, -0.2), (0.66, -0.12), (0.7, -0.03), (0.73, 0.05)):
        toe = _on(joints, "foot", "heel", along, across)
        yield Layer(Tone.SKIN, (Capsule(toe, 0.038, _on(joints, "foot", "heel", along - 0.06, across), 0.036),))
    yield Layer(Tone.SKIN, (Capsule(big, 0.062, inner, 0.06),), grown_on=disc(inner, 0.12))
    if worked in (Muscle.ARCH, Muscle.TOES):
        yield _worked(
            Capsule(_on(joints, "foot", "heel", 0.2, 0.0), 0.07, _on(joints, "foot", "heel", 0.38, 0.02), 0.08)
        )


def _on(joints: Joints, bone: str, start: str, along: float, across: float = 0.0) -> Point:
    """A point beside a bone, so far along it and to the left of it."""
    return placed(joints.points[start], joints.dirs[bone], along, across)


def _limb(joints: Joints, start: str, thick: float, end: str, thin: float) -> Capsule:
    return Capsule(joints.points[start], thick, joints.points[end], thin)


def _beside(joints: Joints, ends: tuple[str, str], span: tuple[float, float], out: float, radius: float) -> Capsule:
    """A muscle along part of a limb: from one part of the way to another, so far to the left of it."""
    (x, y), (u, v) = (joints.points[end] for end in ends)
    dx, dy = u - x, v - y
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length * out, dx / length * out
    start, stop = ((x + part * dx + nx, y + part * dy + ny) for part in span)
    return Capsule(start, radius, stop, radius * 0.75)
