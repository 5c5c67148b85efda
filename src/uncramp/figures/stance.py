"""A stance: what holds a figure at one moment, a pose or something between poses, and where its joints come to be.

Between two poses the angles go over from one to the other, and each hold (a pin, a reach, a level) goes over by its
weight. What is held in both poses is therefore held all the way, and no bone ever changes its length.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import acos, atan2, degrees, hypot, radians, sin, sqrt
from typing import TypeVar

from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.figure import Figure, Pose, Spot
from uncramp.figures.skeleton import Bone, Limb, Point, Skeleton, placed

T = TypeVar("T")
Weighted = tuple[tuple[T, float], ...]
"""Values with their weights, which add up to at most 1."""
Holds = Weighted[Spot]

_FREE = (0.0, 0.0)
"""The level of a bone that no pose levels."""


@dataclass(frozen=True, slots=True)
class Stance:
    angles: Mapping[str, float]
    """Of every joint, also of those that a reach decides."""
    pins: Weighted[tuple[str, Spot]]
    """Marks, each with the spot that it is held at."""
    reach: Mapping[str, Holds]
    level: Mapping[str, tuple[float, float]]
    """Directions times their weight, and the weight."""
    things: Mapping[str, Holds]


@dataclass(slots=True)
class Joints:
    """Where everything is. `dirs` are the directions of bones in degrees, `angles` how far joints really bend."""

    points: dict[str, Point]
    """Only of the parts that are in the picture."""
    dirs: dict[str, float]
    angles: dict[str, float]
    missed: dict[str, float] = field(default_factory=dict)
    """How far a hand or a foot stays from what it reaches for, where it can't reach it."""


def stance_of(figure: Figure, pose: Pose) -> Stance:
    skeleton = SKELETONS[figure.skeleton]
    angles = {name: bone.usual for name, bone in skeleton.angles.items()} | dict(pose.angles)
    first = Stance(
        angles=angles,
        pins=tuple((pin, 1.0) for pin in pose.pins.items()),
        reach={tip: ((spot, 1.0),) for tip, spot in pose.reach.items()},
        level={name: (value, 1.0) for name, value in pose.level.items()},
        things={item.name: ((pose.things.get(item.name, item.at), 1.0),) for item in figure.scenery if item.name},
    )
    return replace(first, angles=angles | solve(skeleton, first).angles)


def between(one: Stance, other: Stance, part: float) -> Stance:
    """The stance on the way from one to another; `part` from 0 to 1."""
    if part <= 0:
        return one
    if part >= 1:
        return other
    return Stance(
        angles={name: (1 - part) * angle + part * other.angles[name] for name, angle in one.angles.items()},
        pins=_blend(one.pins, other.pins, part),
        reach=_blend_holds(one.reach, other.reach, part),
        level={
            name: _toward(one.level.get(name, _FREE), other.level.get(name, _FREE), part)
            for name in {**one.level, **other.level}
        },
        things=_blend_holds(one.things, other.things, part),
    )


def _toward(one: Point, other: Point, part: float) -> Point:
    return (1 - part) * one[0] + part * other[0], (1 - part) * one[1] + part * other[1]


def _blend(one: Weighted[T], other: Weighted[T], part: float) -> Weighted[T]:
    weights: dict[T, float] = {}
    for held, share in ((one, 1 - part), (other, part)):
        for what, weight in held:
            weights[what] = weights.get(what, 0.0) + weight * share
    return tuple(weights.items())


def _blend_holds(one: Mapping[str, Holds], other: Mapping[str, Holds], part: float) -> dict[str, Holds]:
    return {name: _blend(one.get(name, ()), other.get(name, ()), part) for name in {**one, **other}}


def solve(skeleton: Skeleton, stance: Stance) -> Joints:
    """Where everything is in a stance: bones by their angles, then pins, then what reaches for something."""
    joints = Joints({}, {}, {})
    pinned = {skeleton.root_of[mark] for (mark, _spot), _weight in stance.pins}
    for root in skeleton.roots:
        if root in pinned:
            _pin(skeleton, stance, root, joints)
    for tip in sorted(stance.reach, key=lambda tip: skeleton.limbs.index(skeleton.limb[tip])):
        _reach(skeleton, stance, tip, stance.reach[tip], joints)
    return joints


def _pin(skeleton: Skeleton, stance: Stance, root: str, joints: Joints) -> None:
    part = Joints({root: (0.0, 0.0)}, {}, {})
    for bone in skeleton.part[root]:
        _lay(skeleton, stance, bone, part)
    offsets: list[tuple[Point, float]] = []
    for (mark, spot), weight in stance.pins:
        if skeleton.root_of[mark] == root:
            there, here = spot_at(skeleton, spot, joints), part.points[mark]
            offsets.append(((there[0] - here[0], there[1] - here[1]), weight))
    x, y = _mean(offsets)
    joints.points.update({mark: (at[0] + x, at[1] + y) for mark, at in part.points.items()})
    joints.dirs.update(part.dirs)
    joints.angles.update(part.angles)


def _lay(skeleton: Skeleton, stance: Stance, bone: Bone, joints: Joints, direction: float | None = None) -> None:
    base = joints.dirs.get(bone.parent, 0.0) + bone.turn
    if direction is None:
        direction = base + bone.sign * stance.angles[bone.angle]
        if bone.level and bone.level in stance.level:
            value, weight = stance.level[bone.level]
            direction = (1 - weight) * direction + nearest(value / weight, direction) * weight
    joints.dirs[bone.name] = direction
    # With as many turns as bring it to the middle of what the joint can do.
    joints.angles[bone.angle] = nearest(bone.sign * (direction - base), (bone.least + bone.most) / 2)
    start = joints.points[bone.start]
    for mark in skeleton.marks_of[bone.name]:
        joints.points[mark.name] = placed(start, direction, mark.along, mark.across)


def nearest(angle: float, other: float) -> float:
    """The same direction with as many turns as bring it next to the other; in degrees."""
    return angle + 360 * round((other - angle) / 360)


def spot_at(skeleton: Skeleton, spot: Spot, joints: Joints) -> Point:
    if not spot.on:
        return spot.x, spot.y
    path = skeleton.path.get(spot.on)
    if path is None:
        x, y = joints.points[spot.on]
        return x + spot.x, y + spot.y
    first, last = joints.points[path.first], joints.points[path.last]
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = hypot(dx, dy) or 1.0
    out = path.across + (spot.out if path.across >= 0 else -spot.out)
    return (
        first[0] + spot.along * dx - out * dy / length + spot.x,
        first[1] + spot.along * dy + out * dx / length + spot.y,
    )


def held_at(skeleton: Skeleton, holds: Holds, joints: Joints) -> Point:
    """Where several spots with their weights lead together."""
    return _mean((spot_at(skeleton, spot, joints), weight) for spot, weight in holds)


def _mean(points: Iterable[tuple[Point, float]]) -> Point:
    x = y = total = 0.0
    for at, weight in points:
        x, y, total = x + weight * at[0], y + weight * at[1], total + weight
    return (x / total, y / total) if total else (0.0, 0.0)


def _reach(skeleton: Skeleton, stance: Stance, tip: str, holds: Holds, joints: Joints) -> None:
    limb, weight = skeleton.limb[tip], min(1.0, sum(share for _spot, share in holds))
    if weight <= 0:
        return
    wanted, now = held_at(skeleton, holds, joints), joints.points[tip]
    goal = (now[0] + weight * (wanted[0] - now[0]), now[1] + weight * (wanted[1] - now[1]))
    upper, lower, end = (skeleton.bone[name] for name in (limb.upper, limb.lower, limb.end))
    level = stance.level.get(end.level, _FREE)[1] if end.level else 0.0
    bends = [
        (share, _bend(skeleton, limb, goal, tip, joints, level=rigid))
        for share, rigid in ((1 - level, False), (level, True))
        if share > 0
    ]
    first = sum(share * nearest(both[0], bends[0][1][0]) for share, both in bends)
    second = sum(share * nearest(both[1], bends[0][1][1]) for share, both in bends)
    _lay(skeleton, stance, upper, joints, first)
    _lay(skeleton, stance, lower, joints, second)
    for bone in (end, *(skeleton.bone[name] for name in limb.after)):
        _lay(skeleton, stance, bone, joints)
    at = joints.points[tip]
    miss = hypot(at[0] - goal[0], at[1] - goal[1])
    if miss > 1e-6 and weight > 1 - 1e-9:  # noqa: PLR2004 - less than a float's own error
        joints.missed[tip] = miss


def _bend(skeleton: Skeleton, limb: Limb, goal: Point, tip: str, joints: Joints, *, level: bool) -> tuple[float, float]:
    """The directions of a limb's two bones that bring its tip to the goal, as near as they can.

    With `level` the end keeps its direction in the room; else the end is stiff on the lower bone.
    """
    upper, lower = skeleton.bone[limb.upper], skeleton.bone[limb.lower]
    hinge, mark = joints.points[skeleton.bone[limb.end].start], joints.points[tip]
    aside = (mark[0] - hinge[0], mark[1] - hinge[1])
    reach, skew = lower.length, 0.0
    if level:
        goal = (goal[0] - aside[0], goal[1] - aside[1])
    else:
        elbow = joints.points[lower.start]
        dx, dy = mark[0] - elbow[0], mark[1] - elbow[1]
        reach, skew = hypot(dx, dy), degrees(atan2(dy, dx)) - joints.dirs[lower.name]
    start = joints.points[upper.start]
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    return _two_bones(upper, lower, (reach, nearest(skew, 0)), (hypot(dx, dy), degrees(atan2(dy, dx))))


def _two_bones(upper: Bone, lower: Bone, tip: tuple[float, float], goal: tuple[float, float]) -> tuple[float, float]:
    """The directions of two bones whose tip comes to a goal.

    The tip is so far from the middle joint, and so many degrees off the lower bone; the goal is so far from where the
    upper bone begins, and in that direction.
    """
    (reach, skew), (far, toward) = tip, goal
    most, least = (max(0.0, bend + lower.sign * skew) for bend in (lower.most, lower.least))
    low, high = _span(upper.length, reach, most), _span(upper.length, reach, least)
    far = min(max(far, low, 1e-9), max(high, low))
    whole = 2 * upper.length * reach
    cosine = (far * far - upper.length**2 - reach**2) / whole if whole else 1.0
    bend = degrees(acos(min(1.0, max(-1.0, cosine))))
    offset = degrees(atan2(reach * sin(radians(bend)), upper.length + reach * _cos(bend)))
    first = toward - lower.sign * offset
    return first, first + lower.sign * bend - skew


def _span(one: float, other: float, bend: float) -> float:
    """How far apart the ends of two bones are, with so many degrees bent."""
    return sqrt(max(0.0, one * one + other * other + 2 * one * other * _cos(bend)))


def _cos(angle: float) -> float:
    # By the sine: the cosine rounds otherwise, and at the floor the last digit decides over a row of dots.
    return sin(radians(angle + 90))
