"""A foot close up from the side of the big toe, with its shin, and a hand if a pose pins one; 1 is the foot's length.

`shin` is the lean of the shin from upright, forward with the toes in front of it. `ankle` is 0 at a right angle and more
with the toes toward the shin; `toes` and `tips` are the two joints of the toes, more as they bend up, less as they curl
down. The hand's joints have the names that they have in a hand close up, and begin with `hand_`.
"""

from uncramp.figures.hand import hand
from uncramp.figures.skeleton import Bone, Mark, Path, Skeleton

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
