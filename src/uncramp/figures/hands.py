"""A hand close up as layers of shapes: its palm to us, or its back where it lies on another one.

Fingers bend toward us: the more they do, the shorter they are seen, until they lie folded over the palm.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import cos, radians

from uncramp.figures.anatomy import FINGER
from uncramp.figures.figure import Muscle
from uncramp.figures.shapes import Capsule, Layer, Polygon, Tone, disc
from uncramp.figures.skeleton import Point, placed
from uncramp.figures.stance import Joints

_FINGERS = ((0.41, 0.165, 0.82, 13.0), (0.44, 0.055, 0.95, 3.0), (0.43, -0.055, 0.87, -7.0), (0.38, -0.16, 0.68, -18.0))
"""From the first finger to the little one: where its knuckle is, along the palm and toward the thumb, how long it is, and
how far it turns toward the thumb where the fingers are spread."""
_THICK, _THUMB = 0.058, 0.068
_CLOSED, _WIDEST = 40.0, 1.3
"""Degrees at the knuckles from which fingers lie side by side; and how far they are spread at most."""


def hand_layers(
    joints: Joints, side: str, works: Muscle | None = None, *, left: bool = False, back: bool = False, size: float = 1.0
) -> Iterator[Layer]:
    """A hand with its forearm, far parts first; with `left` the thumb is on the left of it, the fingers up.

    With `back` it lies on something, its back to us; then it is darker, and where that is small its fingers are one.
    """
    ink = Tone.FAR_SKIN if back else Tone.SKIN
    hand = _Hand(joints, side, -1.0 if left else 1.0, size)
    elbow, wrist = joints.points[f"{side}_elbow"], hand.at(0, 0)
    corners = tuple(hand.at(*place) for place in ((0, 0.1), (0.41, 0.165), (0.44, 0.055), (0.38, -0.16), (0, -0.1)))
    palm = (Capsule(one, 0.065 * size, two, 0.065 * size) for one, two in pairwise(corners))
    yield Layer(ink, (Capsule(elbow, 0.15 * size, wrist, 0.12 * size), Polygon(corners), *palm))
    if works is Muscle.HAND:
        yield Layer(
            Tone.MUSCLE, (Capsule(hand.at(0.08, 0.05), 0.07 * size, hand.at(0.18, 0.03), 0.08 * size),), gap=False
        )
    elif works is Muscle.FOREARM:
        x, y = elbow
        start, end = ((x + part * (wrist[0] - x), y + part * (wrist[1] - y)) for part in (0.2, 0.75))
        yield Layer(Tone.MUSCLE, (Capsule(start, 0.08 * size, end, 0.07 * size),), gap=False)
    for nth in (3, 2, 1, 0):
        along, across, _length, _turn = _FINGERS[nth]
        root = disc(hand.at(along - 0.06, across), 0.06 * size)
        yield Layer(ink, tuple(hand.finger(nth)), grown_on=root, thick=2.4 * _THICK * size if back else None)
    yield Layer(ink, tuple(hand.thumb()), grown_on=disc(hand.at(0.12, 0.1), 0.12 * size))


def side_hand_layers(joints: Joints, side: str, works: Muscle | None = None, *, size: float = 1.0) -> Iterator[Layer]:
    """A hand with its forearm from the side: the fingers are one behind the other, and the thumb is on the palm."""
    ink = Tone.FAR_SKIN if side == "far" else Tone.SKIN
    marks = ["elbow", "wrist", "knuckles", "middles", "ends", "fingertips", "thumb_base", "thumb_middle", "thumbtip"]
    elbow, wrist, knuckles, middles, ends, tips, base, middle, tip = (joints.points[f"{side}_{mark}"] for mark in marks)
    yield Layer(
        ink, (Capsule(elbow, 0.15 * size, wrist, 0.11 * size), Capsule(wrist, 0.11 * size, knuckles, 0.09 * size))
    )
    bones = ((knuckles, 0.085 * size, middles), (middles, 0.07 * size, ends), (ends, 0.062 * size, tips))
    fingers = tuple(Capsule(one, r, other, 0.85 * r) for one, r, other in bones)
    yield Layer(ink, fingers, grown_on=disc(knuckles, 0.16 * size))
    thumb = (Capsule(base, 0.075 * size, middle, 0.062 * size), Capsule(middle, 0.062 * size, tip, 0.05 * size))
    yield Layer(ink, thumb, grown_on=disc(base, 0.14 * size))
    if works is Muscle.HAND:
        direction = joints.dirs[f"{side}_palm"]
        low, high = (placed(wrist, direction, along, -0.05) for along in (0.1, 0.32))
        yield Layer(Tone.MUSCLE, (Capsule(low, 0.06, high, 0.055),), gap=False)


class _Hand:
    def __init__(self, joints: Joints, side: str, sign: float, size: float) -> None:
        self._joints, self._side, self._sign, self._size = joints, side, sign, size
        self._wrist, self._palm = joints.points[f"{side}_wrist"], joints.dirs[f"{side}_palm"]

    def at(self, along: float, across: float) -> Point:
        """A place so far along the palm and toward the thumb."""
        return placed(self._wrist, self._palm, along * self._size, -self._sign * across * self._size)

    def finger(self, nth: int) -> Iterator[Capsule]:
        along, across, length, turn = _FINGERS[nth]
        bends = [self._joints.angles[f"{self._side}_{joint}"] for joint in ("knuckles", "fingers", "tips")]
        spread = min(_WIDEST, max(0.0, 1 - bends[0] / _CLOSED))
        direction = self._palm - self._sign * turn * spread
        at, bent, thick = self.at(along, across), 0.0, _THICK * self._size
        for bone, bend in zip(FINGER, bends, strict=True):
            bent += bend
            end = placed(at, direction, bone * length * self._size * cos(radians(bent)), 0)
            yield Capsule(at, thick, end, thick * 0.95)
            at, thick = end, thick * 0.95

    def thumb(self) -> Iterator[Capsule]:
        first, second = (self._palm - self._joints.dirs[f"{self._side}_thumb_{nth}"] for nth in (1, 2))
        thick, start = _THUMB * self._size, self.at(0.1, 0.13)
        middle = placed(start, self._palm - self._sign * first, 0.22 * self._size, 0)
        yield Capsule(start, thick * 1.3, middle, thick)
        yield Capsule(
            middle, thick, placed(middle, self._palm - self._sign * second, 0.17 * self._size, 0), thick * 0.85
        )
