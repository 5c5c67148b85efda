"""Two hands close up, from the thumb's side; 1 is the length of a hand. Each is there if a pose pins it.

`arm` is the direction of the forearm toward the hand in the room (0 to the right, 90 up). `wrist` is more as the hand
bends back, less toward the palm. `knuckles`, `fingers` and `tips` are the three joints of the fingers, more as they
close; `thumb` and `thumb_tip` bend the thumb toward the fingers; `spread` fans the fingers out.
"""

from uncramp.figures.skeleton import Bone, Limb, Mark, Path, Skeleton

FOREARM, PALM, FIRST, SECOND, THIRD = 0.6, 0.42, 0.24, 0.17, 0.13
THUMB_BASE, THUMB_FIRST, THUMB_TIP = 0.12, 0.24, 0.17


def hand(side: str) -> tuple[tuple[Bone, ...], tuple[Mark, ...], tuple[Path, ...]]:
    """The bones, marks and paths of one hand with its forearm."""
    fore, palm, first, second, third, thumb, tip = (
        f"{side}_{part}"
        for part in ("forearm", "palm", "finger_1", "finger_2", "finger_3", "thumb_1", "thumb_2")
    )
    bones = (
        Bone(fore, "", f"{side}_elbow", FOREARM, f"{side}_arm", 0, 1, -360, 360),
        Bone(palm, fore, f"{side}_wrist", PALM, f"{side}_wrist", 0, 1, -85, 90),
        Bone(first, palm, f"{side}_knuckles", FIRST, f"{side}_knuckles", 0, -1, -45, 100, 10),
        Bone(second, first, f"{side}_middles", SECOND, f"{side}_fingers", 0, -1, -10, 115, 12),
        Bone(third, second, f"{side}_ends", THIRD, f"{side}_tips", 0, -1, -10, 90, 8),
        Bone(thumb, palm, f"{side}_thumb_base", THUMB_FIRST, f"{side}_thumb", -50, 1, -60, 75),
        Bone(tip, thumb, f"{side}_thumb_middle", THUMB_TIP, f"{side}_thumb_tip", 0, 1, -30, 90, 10),
    )
    marks = (
        Mark(f"{side}_wrist", fore, FOREARM),
        Mark(f"{side}_knuckles", palm, PALM),
        Mark(f"{side}_palm", palm, PALM * 0.6, -0.16),
        Mark(f"{side}_middles", first, FIRST),
        Mark(f"{side}_ends", second, SECOND),
        Mark(f"{side}_fingertips", third, THIRD),
        Mark(f"{side}_thumb_base", palm, THUMB_BASE, -0.1),
        Mark(f"{side}_thumb_middle", thumb, THUMB_FIRST),
        Mark(f"{side}_thumbtip", tip, THUMB_TIP),
    )
    paths = (
        Path(f"{side}_forearm", f"{side}_elbow", f"{side}_wrist", -0.12),
        Path(f"{side}_palm_side", f"{side}_wrist", f"{side}_knuckles", -0.15),
        Path(f"{side}_back_side", f"{side}_wrist", f"{side}_knuckles", 0.12),
        Path(f"{side}_finger", f"{side}_knuckles", f"{side}_fingertips", -0.07),
        Path(f"{side}_finger_back", f"{side}_knuckles", f"{side}_fingertips", 0.07),
    )
    return bones, marks, paths


def _hands() -> Skeleton:
    parts = [hand("near"), hand("far")]
    no_limbs: tuple[Limb, ...] = ()
    return Skeleton(
        tuple(bone for bones, _marks, _paths in parts for bone in bones),
        tuple(mark for _bones, marks, _paths in parts for mark in marks),
        tuple(path for _bones, _marks, paths in parts for path in paths),
        no_limbs,
        ("near_elbow", "far_elbow"),
    )


HANDS = _hands()


SHIN, BALL, HEEL, ANKLE_HEIGHT, TOE, TIP = 0.62, 0.46, -0.25, 0.3, 0.15, 0.13
_HAND = 0.72
"""How long a hand is beside a foot."""


def _foot() -> tuple[tuple[Bone, ...], tuple[Mark, ...], tuple[Path, ...]]:
    bones = (
        Bone("shin", "", "knee", SHIN, "shin", 270, -1, -110, 110),
        Bone("foot", "shin", "ankle", BALL, "ankle", 90, 1, -60, 40, level="sole"),
        Bone("toe", "foot", "ball", TOE, "toes", 0, 1, -60, 80),
        Bone("tip", "toe", "toe_middle", TIP, "tips", 0, 1, -80, 30),
    )
    marks = (
        Mark("ankle", "shin", SHIN),
        Mark("heel", "foot", HEEL, -ANKLE_HEIGHT),
        Mark("ball", "foot", BALL, -ANKLE_HEIGHT + 0.07),
        Mark("sole", "foot", BALL, -ANKLE_HEIGHT),
        Mark("toe_middle", "toe", TOE),
        Mark("toes", "tip", TIP),
    )
    paths = (
        Path("arch", "heel", "sole"),
        Path("instep", "ankle", "ball", 0.12),
        Path("calf", "knee", "ankle", -0.2),
    )
    return bones, marks, paths


def _scaled_hand() -> tuple[tuple[Bone, ...], tuple[Mark, ...], tuple[Path, ...]]:
    bones, marks, paths = hand("hand")
    smaller = tuple(
        Bone(b.name, b.parent, b.start, b.length * _HAND, b.angle, b.turn, b.sign, b.least, b.most, b.usual)
        for b in bones
    )
    nearer = tuple(Mark(m.name, m.bone, m.along * _HAND, m.across * _HAND) for m in marks)
    return smaller, nearer, tuple(Path(p.name, p.first, p.last, p.across * _HAND) for p in paths)


def _close_up() -> Skeleton:
    parts = [_foot(), _scaled_hand()]
    return Skeleton(
        tuple(bone for bones, _marks, _paths in parts for bone in bones),
        tuple(mark for _bones, marks, _paths in parts for mark in marks),
        tuple(path for _bones, _marks, paths in parts for path in paths),
        (),
        ("knee", "hand_elbow"),
    )


FOOT = _close_up()
