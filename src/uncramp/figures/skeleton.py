"""Skeletons: bones of fixed length on joints that bend, as pure data, and where each point of them comes to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

Point = tuple[float, float]
"""From the left, and up from the floor."""


@dataclass(frozen=True, slots=True)
class Bone:
    """One bone. Its direction is its parent's plus `turn` plus or minus the joint's angle, in degrees."""

    name: str
    parent: str
    """Empty for a bone that begins a part of its own: then its direction is one in the room."""
    start: str
    """The mark that it begins at."""
    length: float
    angle: str
    """The joint's name in a pose."""
    turn: float = 0.0
    sign: int = 1
    least: float = 0.0
    most: float = 0.0
    usual: float = 0.0
    """The joint's angle where a pose says nothing of it."""
    level: str = ""
    """The name that a pose has for the bone's direction in the room."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that is fixed to a bone: so far along it, and so far to the left of its direction."""

    name: str
    bone: str
    along: float
    across: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """A line between two marks that something can be put on; `across` to the left of it."""

    name: str
    first: str
    last: str
    across: float = 0.0


@dataclass(frozen=True, slots=True)
class Limb:
    """Two bones and an end that can reach for something: an arm with its hand, a leg with its foot."""

    upper: str
    lower: str
    end: str
    tips: tuple[str, ...]
    """The marks that can be put somewhere: on the end bone, or where it begins."""
    after: tuple[str, ...] = ()
    """Bones that hang on the end."""


@dataclass(frozen=True)
class Skeleton:
    """Bones in an order in which each comes after its parent, with marks, paths and limbs."""

    bones: tuple[Bone, ...]
    marks: tuple[Mark, ...]
    paths: tuple[Path, ...]
    limbs: tuple[Limb, ...]
    roots: tuple[str, ...]
    """The mark that each part begins at; a part that no pose pins is not there."""

    @cached_property
    def bone(self) -> Mapping[str, Bone]:
        return {bone.name: bone for bone in self.bones}

    @cached_property
    def mark(self) -> Mapping[str, Mark]:
        return {mark.name: mark for mark in self.marks}

    @cached_property
    def path(self) -> Mapping[str, Path]:
        return {path.name: path for path in self.paths}

    @cached_property
    def angles(self) -> Mapping[str, Bone]:
        """The bone that each angle belongs to; where several share one, the first."""
        by_name: dict[str, Bone] = {}
        for bone in self.bones:
            by_name.setdefault(bone.angle, bone)
        return by_name

    @cached_property
    def levels(self) -> Mapping[str, Bone]:
        """The bone that each direction in the room belongs to."""
        return {bone.level: bone for bone in self.bones if bone.level}

    @cached_property
    def marks_of(self) -> Mapping[str, tuple[Mark, ...]]:
        return {bone.name: tuple(mark for mark in self.marks if mark.bone == bone.name) for bone in self.bones}

    @cached_property
    def root_of(self) -> Mapping[str, str]:
        """The root of the part that each mark belongs to."""
        by_name = {root: root for root in self.roots}
        for bone in self.bones:
            by_name.update({mark.name: by_name[bone.start] for mark in self.marks_of[bone.name]})
        return by_name

    @cached_property
    def part(self) -> Mapping[str, tuple[Bone, ...]]:
        return {root: tuple(bone for bone in self.bones if self.root_of[bone.start] == root) for root in self.roots}

    @cached_property
    def first_bone(self) -> Mapping[str, str]:
        """For each mark and path the first bone of the limb that it is on, or of all where it is on none."""
        limbs = {bone: limb.upper for limb in self.limbs for bone in (limb.upper, limb.lower, limb.end, *limb.after)}
        marks = dict.fromkeys(self.roots, self.bones[0].name)
        marks |= {mark.name: limbs.get(mark.bone, self.bones[0].name) for mark in self.marks}
        return marks | {path.name: marks[path.last] for path in self.paths}

    @cached_property
    def limb(self) -> Mapping[str, Limb]:
        """The limb that each mark which can be put somewhere is on."""
        return {tip: limb for limb in self.limbs for tip in limb.tips}


def placed(start: Point, direction: float, along: float, across: float) -> Point:
    """The point so far along a direction in degrees from a start, and so far to the left of it."""
    turn = radians(direction)
    dx, dy = cos(turn), sin(turn)
    return start[0] + along * dx - across * dy, start[1] + along * dy + across * dx


def joint_name(angle: str) -> str:
    """The name of a joint in a message, on whichever side it is."""
    return angle.removeprefix("near_").removeprefix("far_").replace("_", " ")
