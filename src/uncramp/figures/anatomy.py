"""A person from the side, and one from the front; 1 is the person's height.

From the side, standing straight with arms hanging, all angles are 0. The trunk's `lean` is forward from upright (on the
back it is -90). `hip`, `knee`, `shoulder` and `elbow` are how far the joint bends: the thigh forward, the shin back,
the arm forward, the forearm forward. `ankle` is 0 at a right angle and more with the toes toward the shin, `toes` more
as they bend up. `wrist` is more as the hand bends back, less toward the palm; `fingers` more as they close.

From the front, `shoulder` and `hip` lift the limb out to its own side, and `elbow`, `wrist` and `knee` bend inward.
"""

from uncramp.figures.skeleton import Bone, Limb, Mark, Path, Skeleton

THIGH, SHIN, ANKLE_HEIGHT = 0.245, 0.235, 0.05
WAIST, CHEST, NECK, HEAD = 0.135, 0.155, 0.06, 0.065
UPPER_ARM, FOREARM, PALM, FINGERS = 0.175, 0.16, 0.055, 0.05
HEEL, BALL, TOES = -0.045, 0.095, 0.048
_SHOULDERS, _HIPS = 0.095, 0.055


def _leg(side: str, shift: float) -> tuple[tuple[Bone, ...], tuple[Mark, ...]]:
    thigh, shin, foot, toes = (f"{side}_{part}" for part in ("thigh", "shin", "foot", "toe"))
    bones = (
        Bone(thigh, "waist", f"{side}_hip", THIGH, f"{side}_hip", 180, 1, -35, 140),
        Bone(shin, thigh, f"{side}_knee", SHIN, f"{side}_knee", 0, -1, 0, 155),
        Bone(foot, shin, f"{side}_ankle", BALL, f"{side}_ankle", 90, 1, -60, 40, level=f"{side}_sole"),
        Bone(toes, foot, f"{side}_ball", TOES, f"{side}_toes", 0, 1, -50, 80),
    )
    marks = (
        Mark(f"{side}_hip", "waist", 0, -shift),
        Mark(f"{side}_knee", thigh, THIGH),
        Mark(f"{side}_ankle", shin, SHIN),
        Mark(f"{side}_heel", foot, HEEL, -ANKLE_HEIGHT),
        Mark(f"{side}_ball", foot, BALL, -ANKLE_HEIGHT),
        Mark(f"{side}_toes", toes, TOES),
    )
    return bones, marks


def _arm(side: str, shift: float) -> tuple[tuple[Bone, ...], tuple[Mark, ...]]:
    upper, fore, palm, fingers = (f"{side}_{part}" for part in ("upper_arm", "forearm", "palm", "finger"))
    bones = (
        Bone(upper, "chest", f"{side}_shoulder", UPPER_ARM, f"{side}_shoulder", 180, 1, -70, 200),
        Bone(fore, upper, f"{side}_elbow", FOREARM, f"{side}_elbow", 0, 1, 0, 150, 8),
        Bone(palm, fore, f"{side}_wrist", PALM, f"{side}_wrist", 0, 1, -85, 90, level=f"{side}_hand"),
        Bone(fingers, palm, f"{side}_knuckles", FINGERS, f"{side}_fingers", 0, -1, -30, 110, 15),
    )
    marks = (
        Mark(f"{side}_shoulder", "chest", CHEST, -shift),
        Mark(f"{side}_elbow", upper, UPPER_ARM),
        Mark(f"{side}_wrist", fore, FOREARM),
        Mark(f"{side}_hand", palm, PALM * 0.8, -0.02),
        Mark(f"{side}_knuckles", palm, PALM),
        Mark(f"{side}_fingertips", fingers, FINGERS),
    )
    return bones, marks


def _paths(side: str) -> tuple[Path, ...]:
    return (
        Path(f"{side}_thigh", f"{side}_hip", f"{side}_knee", 0.055),
        Path(f"{side}_hamstring", f"{side}_hip", f"{side}_knee", -0.055),
        Path(f"{side}_shin", f"{side}_knee", f"{side}_ankle", 0.035),
        Path(f"{side}_calf", f"{side}_knee", f"{side}_ankle", -0.05),
        Path(f"{side}_sole", f"{side}_heel", f"{side}_ball"),
        Path(f"{side}_instep", f"{side}_ankle", f"{side}_ball", 0.03),
        Path(f"{side}_forearm", f"{side}_elbow", f"{side}_wrist", 0.025),
        Path(f"{side}_upper_arm", f"{side}_shoulder", f"{side}_elbow", 0.03),
        Path(f"{side}_palm", f"{side}_wrist", f"{side}_fingertips"),
    )


def _limbs(side: str) -> tuple[Limb, ...]:
    return (
        Limb(
            f"{side}_thigh",
            f"{side}_shin",
            f"{side}_foot",
            (f"{side}_heel", f"{side}_ball", f"{side}_ankle"),
            (f"{side}_toe",),
        ),
        Limb(
            f"{side}_upper_arm",
            f"{side}_forearm",
            f"{side}_palm",
            (f"{side}_hand", f"{side}_wrist", f"{side}_knuckles"),
            (f"{side}_finger",),
        ),
    )


_TRUNK = (
    Bone("waist", "", "hip", WAIST, "lean", 90, -1, -180, 180),
    Bone("chest", "waist", "middle", CHEST, "back", 0, -1, -30, 60),
    Bone("head", "chest", "neck", NECK + HEAD, "head", 0, -1, -60, 60),
)
_TRUNK_MARKS = (
    Mark("middle", "waist", WAIST),
    Mark("neck", "chest", CHEST),
    Mark("head", "head", NECK + HEAD),
    Mark("seat", "waist", -0.075),
)
_TRUNK_PATHS = (
    Path("back", "hip", "neck", 0.06),
    Path("front", "hip", "neck", -0.06),
)


def _from_the_side() -> Skeleton:
    legs = [_leg("near", 0), _leg("far", 0.012)]
    arms = [_arm("near", 0), _arm("far", 0.02)]
    parts = [*legs, *arms]
    return Skeleton(
        (*_TRUNK, *(bone for bones, _marks in parts for bone in bones)),
        (*_TRUNK_MARKS, *(mark for _bones, marks in parts for mark in marks)),
        (*_TRUNK_PATHS, *_paths("near"), *_paths("far")),
        tuple(sorted((*_limbs("near"), *_limbs("far")), key=lambda limb: limb.end.endswith("palm"))),
        ("hip",),
    )


def _front_half(side: str, sign: int) -> tuple[tuple[Bone, ...], tuple[Mark, ...]]:
    thigh, shin, foot = f"{side}_thigh", f"{side}_shin", f"{side}_foot"
    upper, fore, palm, fingers = (f"{side}_{part}" for part in ("upper_arm", "forearm", "palm", "finger"))
    bones = (
        Bone(thigh, "waist", f"{side}_hip", THIGH, f"{side}_hip", 180, sign, -20, 60, 3),
        Bone(shin, thigh, f"{side}_knee", SHIN, f"{side}_knee", 0, -sign, -5, 60),
        Bone(foot, shin, f"{side}_ankle", ANKLE_HEIGHT, f"{side}_ankle", 0, sign, -40, 40),
        Bone(upper, "chest", f"{side}_shoulder", UPPER_ARM, f"{side}_shoulder", 180, sign, -30, 180, 8),
        Bone(fore, upper, f"{side}_elbow", FOREARM, f"{side}_elbow", 0, -sign, -10, 150, 6),
        Bone(palm, fore, f"{side}_wrist", PALM, f"{side}_wrist", 0, -sign, -85, 85, level=f"{side}_hand"),
        Bone(fingers, palm, f"{side}_knuckles", FINGERS, f"{side}_fingers", 0, -sign, -40, 100),
    )
    marks = (
        Mark(f"{side}_hip", "waist", 0, -sign * _HIPS),
        Mark(f"{side}_knee", thigh, THIGH),
        Mark(f"{side}_ankle", shin, SHIN),
        Mark(f"{side}_heel", foot, ANKLE_HEIGHT),
        Mark(f"{side}_toes", foot, ANKLE_HEIGHT, sign * 0.03),
        Mark(f"{side}_shoulder", "chest", CHEST - 0.01, -sign * _SHOULDERS),
        Mark(f"{side}_elbow", upper, UPPER_ARM),
        Mark(f"{side}_wrist", fore, FOREARM),
        Mark(f"{side}_hand", palm, PALM * 0.8),
        Mark(f"{side}_knuckles", palm, PALM),
        Mark(f"{side}_fingertips", fingers, FINGERS),
    )
    return bones, marks


def _front_limbs(side: str) -> tuple[Limb, ...]:
    return (
        Limb(f"{side}_thigh", f"{side}_shin", f"{side}_foot", (f"{side}_heel", f"{side}_ankle")),
        Limb(
            f"{side}_upper_arm",
            f"{side}_forearm",
            f"{side}_palm",
            (f"{side}_hand", f"{side}_wrist"),
            (f"{side}_finger",),
        ),
    )


def _front_paths(side: str) -> tuple[Path, ...]:
    return (
        Path(f"{side}_thigh", f"{side}_hip", f"{side}_knee"),
        Path(f"{side}_shin", f"{side}_knee", f"{side}_ankle"),
        Path(f"{side}_forearm", f"{side}_elbow", f"{side}_wrist"),
        Path(f"{side}_palm", f"{side}_wrist", f"{side}_fingertips"),
    )


def _from_the_front() -> Skeleton:
    # The person looks at us, so that their right side, the near one, is on our left.
    parts = [_front_half("near", -1), _front_half("far", 1)]
    return Skeleton(
        (*_TRUNK, *(bone for bones, _marks in parts for bone in bones)),
        (*_TRUNK_MARKS, *(mark for _bones, marks in parts for mark in marks)),
        (*_front_paths("near"), *_front_paths("far")),
        (*_front_limbs("near"), *_front_limbs("far")),
        ("hip",),
    )


BODY = _from_the_side()
FRONT = _from_the_front()
