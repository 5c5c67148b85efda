"""The skeletons: a person from the side, from the front or lying on a side; two hands, a foot and a sole close up.

Body: 1 is the person's height. From the side, standing straight with arms hanging, all angles are 0. The trunk's `lean`
is forward from upright (on the back it is -90). `hip`, `knee`, `shoulder` and `elbow` are how far the joint bends: the
thigh forward, the shin back, the arm forward, the forearm forward. `ankle` is 0 at a right angle and more with the toes
toward the shin, `toes` more as they bend up. `wrist` is more as the hand bends back, less toward the palm; `fingers`
more as they close. From the front, `shoulder` and `hip` lift the limb out to its own side, and `elbow`, `wrist` and
`knee` bend inward. A person lying on a side (`lean` 90) has trunk and arms as from the front and legs as from the side:
a knee bends away from us, which a little from above is up.

Close up: 1 is the length of the hand or foot, and a part is there if a pose pins it. A hand has its palm to us, or its
back where it lies on the other one or on a foot; with `hands: side` it is seen from the side. Beside a foot seen from
the side there may be an `other` hand, too. `arm` is the direction of the forearm toward the hand in the room (0 to the
right, 90 up). `knuckles`, `fingers` and `tips` are the three joints of the fingers, more as they close; `thumb` and
`thumb_tip` bend the thumb toward them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from uncramp.figures.figure import SkeletonKind
from uncramp.figures.skeleton import Bone, Limb, Mark, Path, Skeleton

THIGH, SHIN, ANKLE_HEIGHT = 0.245, 0.235, 0.05
WAIST, CHEST, NECK, HEAD = 0.135, 0.155, 0.06, 0.065
UPPER_ARM, FOREARM, PALM, FINGERS = 0.175, 0.16, 0.055, 0.05
HEEL, BALL, TOES = -0.045, 0.095, 0.048
_SHOULDERS, _HIPS = 0.095, 0.055

_HAND_FOREARM, _HAND_PALM = 0.36, 0.42
FINGER = (0.24, 0.17, 0.13)
"""The three bones of a finger, close up."""
_THUMB_BASE, _THUMB_FIRST, _THUMB_TIP = 0.12, 0.24, 0.17
_FOOT_SHIN, _FOOT_BALL, _FOOT_HEEL, _FOOT_SOLE, _TOE, _TOE_TIP = 0.62, 0.46, -0.25, -0.3, 0.15, 0.13
_SOLE_BALL, _SOLE_TOES = 0.55, 0.8

HAND_BY_FOOT = 0.72
"""How long a hand is beside a foot."""


class _Part(NamedTuple):
    bones: tuple[Bone, ...]
    marks: tuple[Mark, ...]
    paths: tuple[Path, ...] = ()
    limbs: tuple[Limb, ...] = ()


def _skeleton(parts: Iterable[_Part], *roots: str) -> Skeleton:
    bones, marks, paths, limbs = (tuple(chain.from_iterable(column)) for column in zip(*parts, strict=True))
    return Skeleton(bones, marks, paths, limbs, roots)


_TRUNK = _Part(
    (
        Bone("waist", "", "hip", WAIST, "lean", 90, -1, -180, 180),
        Bone("chest", "waist", "middle", CHEST, "back", 0, -1, -30, 60),
        Bone("head", "chest", "neck", NECK + HEAD, "head", 0, -1, -60, 60),
    ),
    (
        Mark("middle", "waist", WAIST),
        Mark("neck", "chest", CHEST),
        Mark("head", "head", NECK + HEAD),
        Mark("seat", "waist", -0.075),
    ),
)
_SIDE_PATHS = _Part((), (), (Path("back", "hip", "neck", 0.06), Path("front", "hip", "neck", -0.06)))


def _leg(side: str, shift: float) -> _Part:
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
    paths = (
        Path(f"{side}_thigh", f"{side}_hip", f"{side}_knee", 0.055),
        Path(f"{side}_hamstring", f"{side}_hip", f"{side}_knee", -0.055),
        Path(f"{side}_shin", f"{side}_knee", f"{side}_ankle", 0.035),
        Path(f"{side}_calf", f"{side}_knee", f"{side}_ankle", -0.05),
        Path(f"{side}_sole", f"{side}_heel", f"{side}_ball"),
        Path(f"{side}_instep", f"{side}_ankle", f"{side}_ball", 0.03),
    )
    tips = (f"{side}_heel", f"{side}_ball", f"{side}_ankle")
    return _Part(bones, marks, paths, (Limb(thigh, shin, foot, tips, (toes,)),))


def _arm(side: str, shift: float) -> _Part:
    upper, fore, palm, fingers = (f"{side}_{part}" for part in ("upper_arm", "forearm", "palm", "finger"))
    bones = (
        Bone(upper, "chest", f"{side}_shoulder", UPPER_ARM, f"{side}_shoulder", 180, 1, -70, 200),
        Bone(fore, upper, f"{side}_elbow", FOREARM, f"{side}_elbow", 0, 1, 0, 150, 8),
        Bone(palm, fore, f"{side}_wrist", PALM, f"{side}_wrist", 0, 1, -85, 90, level=f"{side}_hand"),
        Bone(fingers, palm, f"{side}_knuckles", FINGERS, f"{side}_fingers", 0, -1, -30, 110, 15),
    )
    marks = _arm_marks(side, Mark(f"{side}_shoulder", "chest", CHEST, -shift), -0.02)
    paths = (
        Path(f"{side}_forearm", f"{side}_elbow", f"{side}_wrist", 0.025),
        Path(f"{side}_upper_arm", f"{side}_shoulder", f"{side}_elbow", 0.03),
        Path(f"{side}_palm", f"{side}_wrist", f"{side}_fingertips"),
    )
    tips = (f"{side}_hand", f"{side}_wrist", f"{side}_knuckles")
    return _Part(bones, marks, paths, (Limb(upper, fore, palm, tips, (fingers,)),))


def _arm_marks(side: str, shoulder: Mark, hand: float) -> tuple[Mark, ...]:
    return (
        shoulder,
        Mark(f"{side}_elbow", f"{side}_upper_arm", UPPER_ARM),
        Mark(f"{side}_wrist", f"{side}_forearm", FOREARM),
        Mark(f"{side}_hand", f"{side}_palm", PALM * 0.8, hand),
        Mark(f"{side}_knuckles", f"{side}_palm", PALM),
        Mark(f"{side}_fingertips", f"{side}_finger", FINGERS),
    )


def _front_leg(side: str, sign: int) -> _Part:
    thigh, shin, foot = f"{side}_thigh", f"{side}_shin", f"{side}_foot"
    bones = (
        Bone(thigh, "waist", f"{side}_hip", THIGH, f"{side}_hip", 180, sign, -20, 60, 3),
        Bone(shin, thigh, f"{side}_knee", SHIN, f"{side}_knee", 0, -sign, -5, 60),
        Bone(foot, shin, f"{side}_ankle", ANKLE_HEIGHT, f"{side}_ankle", 0, sign, -40, 40),
    )
    marks = (
        Mark(f"{side}_hip", "waist", 0, -sign * _HIPS),
        Mark(f"{side}_knee", thigh, THIGH),
        Mark(f"{side}_ankle", shin, SHIN),
        Mark(f"{side}_heel", foot, ANKLE_HEIGHT),
        Mark(f"{side}_toes", foot, ANKLE_HEIGHT, sign * 0.03),
    )
    paths = (
        Path(f"{side}_thigh", f"{side}_hip", f"{side}_knee"),
        Path(f"{side}_shin", f"{side}_knee", f"{side}_ankle"),
    )
    return _Part(bones, marks, paths, (Limb(thigh, shin, foot, (f"{side}_heel", f"{side}_ankle")),))


def _front_arm(side: str, sign: int) -> _Part:
    upper, fore, palm, fingers = (f"{side}_{part}" for part in ("upper_arm", "forearm", "palm", "finger"))
    bones = (
        Bone(upper, "chest", f"{side}_shoulder", UPPER_ARM, f"{side}_shoulder", 180, sign, -30, 180, 8),
        Bone(fore, upper, f"{side}_elbow", FOREARM, f"{side}_elbow", 0, -sign, -10, 150, 6),
        Bone(palm, fore, f"{side}_wrist", PALM, f"{side}_wrist", 0, -sign, -85, 85, level=f"{side}_hand"),
        Bone(fingers, palm, f"{side}_knuckles", FINGERS, f"{side}_fingers", 0, -sign, -40, 100),
    )
    marks = _arm_marks(side, Mark(f"{side}_shoulder", "chest", CHEST - 0.01, -sign * _SHOULDERS), 0.0)
    paths = (
        Path(f"{side}_forearm", f"{side}_elbow", f"{side}_wrist"),
        Path(f"{side}_palm", f"{side}_wrist", f"{side}_fingertips"),
    )
    return _Part(bones, marks, paths, (Limb(upper, fore, palm, (f"{side}_hand", f"{side}_wrist"), (fingers,)),))


def _hand(side: str) -> _Part:
    fore, palm, first, second, third, thumb, tip = (
        f"{side}_{part}" for part in ("forearm", "palm", "finger_1", "finger_2", "finger_3", "thumb_1", "thumb_2")
    )
    bones = (
        Bone(fore, "", f"{side}_elbow", _HAND_FOREARM, f"{side}_arm", 0, 1, -360, 360),
        Bone(palm, fore, f"{side}_wrist", _HAND_PALM, f"{side}_wrist", 0, 1, -85, 90),
        Bone(first, palm, f"{side}_knuckles", FINGER[0], f"{side}_knuckles", 0, -1, -45, 100, 10),
        Bone(second, first, f"{side}_middles", FINGER[1], f"{side}_fingers", 0, -1, -10, 115, 12),
        Bone(third, second, f"{side}_ends", FINGER[2], f"{side}_tips", 0, -1, -10, 90, 8),
        Bone(thumb, palm, f"{side}_thumb_base", _THUMB_FIRST, f"{side}_thumb", -50, 1, -60, 75),
        Bone(tip, thumb, f"{side}_thumb_middle", _THUMB_TIP, f"{side}_thumb_tip", 0, 1, -30, 90, 10),
    )
    marks = (
        Mark(f"{side}_wrist", fore, _HAND_FOREARM),
        Mark(f"{side}_knuckles", palm, _HAND_PALM),
        Mark(f"{side}_palm", palm, _HAND_PALM * 0.6, -0.16),
        Mark(f"{side}_middles", first, FINGER[0]),
        Mark(f"{side}_ends", second, FINGER[1]),
        Mark(f"{side}_fingertips", third, FINGER[2]),
        Mark(f"{side}_thumb_base", palm, _THUMB_BASE, -0.1),
        Mark(f"{side}_thumb_middle", thumb, _THUMB_FIRST),
        Mark(f"{side}_thumbtip", tip, _THUMB_TIP),
    )
    paths = (
        Path(f"{side}_forearm", f"{side}_elbow", f"{side}_wrist", -0.12),
        Path(f"{side}_palm_side", f"{side}_wrist", f"{side}_knuckles", -0.15),
        Path(f"{side}_back_side", f"{side}_wrist", f"{side}_knuckles", 0.12),
        Path(f"{side}_finger", f"{side}_knuckles", f"{side}_fingertips", -0.07),
        Path(f"{side}_finger_back", f"{side}_knuckles", f"{side}_fingertips", 0.07),
    )
    return _Part(bones, marks, paths)


def _foot() -> _Part:
    bones = (
        Bone("shin", "", "knee", _FOOT_SHIN, "shin", 270, -1, -110, 110),
        Bone("foot", "shin", "ankle", _FOOT_BALL, "ankle", 90, 1, -60, 40, level="sole"),
        Bone("toe", "foot", "ball", _TOE, "toes", 0, 1, -60, 80),
        Bone("tip", "toe", "toe_middle", _TOE_TIP, "tips", 0, 1, -80, 30),
    )
    marks = (
        Mark("ankle", "shin", _FOOT_SHIN),
        Mark("heel", "foot", _FOOT_HEEL, _FOOT_SOLE),
        Mark("ball", "foot", _FOOT_BALL, _FOOT_SOLE + 0.07),
        Mark("sole", "foot", _FOOT_BALL, _FOOT_SOLE),
        Mark("toe_middle", "toe", _TOE),
        Mark("toes", "tip", _TOE_TIP),
    )
    paths = (
        Path("arch", "heel", "sole"),
        Path("instep", "ankle", "ball", 0.12),
        Path("calf", "knee", "ankle", -0.2),
    )
    return _Part(bones, marks, paths)


def _sole() -> _Part:
    bones = (Bone("foot", "", "heel", _SOLE_BALL, "turn", 90, 1, -180, 180),)
    marks = (Mark("ball", "foot", _SOLE_BALL), Mark("toes", "foot", _SOLE_TOES))
    return _Part(bones, marks, (Path("arch", "heel", "ball"),))


def _by_foot(part: _Part, side: int = 1) -> _Part:
    """A hand as large as it is beside a foot; with -1 its palm is on the other side."""
    size = HAND_BY_FOOT
    return _Part(
        tuple(
            replace(bone, length=bone.length * size, turn=bone.turn * side, sign=bone.sign * side if bone.parent else 1)
            for bone in part.bones
        ),
        tuple(replace(mark, along=mark.along * size, across=mark.across * size * side) for mark in part.marks),
        tuple(replace(path, across=path.across * size * side) for path in part.paths),
    )


# From the front the person looks at us, so that their right side, the near one, is on our left.
SKELETONS: Mapping[SkeletonKind, Skeleton] = {
    SkeletonKind.BODY: _skeleton(
        (_TRUNK, _SIDE_PATHS, _leg("near", 0), _leg("far", 0.012), _arm("near", 0), _arm("far", 0.02)), "hip"
    ),
    SkeletonKind.FRONT: _skeleton(
        (_TRUNK, _front_leg("near", -1), _front_leg("far", 1), _front_arm("near", -1), _front_arm("far", 1)), "hip"
    ),
    SkeletonKind.LYING: _skeleton(
        (_TRUNK, _leg("near", -_HIPS), _leg("far", _HIPS), _front_arm("near", -1), _front_arm("far", 1)), "hip"
    ),
    SkeletonKind.HAND: _skeleton((_hand("near"), _hand("far")), "near_elbow", "far_elbow"),
    SkeletonKind.FOOT: _skeleton(
        (_foot(), _by_foot(_hand("hand"), -1), _by_foot(_hand("other"))), "knee", "hand_elbow", "other_elbow"
    ),
    SkeletonKind.SOLE: _skeleton((_sole(), _by_foot(_hand("hand"))), "heel", "hand_elbow"),
}
