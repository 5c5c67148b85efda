"""The poses of a figure file: their joints, and what is pinned, reached for and moved where."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.figure import Pose, SkeletonKind, Spot
from uncramp.figures.skeleton import Bone, Skeleton, joint_name
from uncramp.files.document import MappingNode, Node, RefusedNode, ScalarNode, SequenceNode
from uncramp.files.fields import NAME_SCHEMA, Branch, Field, Location, Schema, Word
from uncramp.files.records import KeySpec, Record, Values
from uncramp.files.text import HOW_TO_NAME, shorten, well_named

T = TypeVar("T")

_NUMBER = re.compile(r"-?[0-9]{1,4}(?:\.[0-9]{1,4})?")
MOST_POSES = 24
FREE = "free"
"""Written in place of a spot: the pose does not reach for it, though the pose that it is like does."""
HOW_TO_SPOT = "write [x, y], a joint such as near_ball, or a limb and how far along it such as near_calf 0.4"


@dataclass(frozen=True)
class Number(Word[float]):
    """A number with up to four digits before and after the point."""

    least: float
    most: float
    unit: str = ""
    beyond = "out of range"

    @property
    def what(self) -> str:  # type: ignore[override]
        return f"a number from {self.least:g} to {self.most:g}{self.unit}"

    def parse(self, text: str, node: ScalarNode, location: Location) -> float | None:
        shown = shorten(text)
        if _NUMBER.fullmatch(text) is None:
            comma = text.replace(",", ".").rstrip("\u00b0").removesuffix(" degrees").strip()
            right = comma if _NUMBER.fullmatch(comma) else self.what
            location.problem(node, f"'{shown}' is no number such as 30 or 0.25: write {right}")
        elif not node.plain:
            location.problem(node, f"'{shown}' is in quotes: write {shown} without them")
        elif not self.least <= float(text) <= self.most:
            location.problem(node, f"{shown} is {self.beyond}: from {self.least:g} to {self.most:g}{self.unit}")
        else:
            return float(text)
        return None

    def schema(self) -> Schema:
        return {"type": "number", "minimum": self.least, "maximum": self.most}


class PoseName(Branch):
    what = "the name of a pose"


@dataclass(frozen=True)
class Bend(Number):
    joint: str = "this joint"

    @property
    def beyond(self) -> str:  # type: ignore[override]
        return f"more than '{joint_name(self.joint)}' can bend"


@dataclass(frozen=True)
class Pair(Field[tuple[float, float]]):
    """Two numbers, such as a width and a height."""

    number: Number
    example: str

    def read(self, node: Node, location: Location) -> tuple[float, float] | None:
        if isinstance(node, RefusedNode):
            return None
        if not isinstance(node, SequenceNode) or len(node.items) != 2:  # noqa: PLR2004
            items = node.items if isinstance(node, SequenceNode) else []
            texts = [item.text for item in items if isinstance(item, ScalarNode) and _NUMBER.fullmatch(item.text)]
            commas = len(texts) == len(items) == 4  # noqa: PLR2004 - `[0,4, 1,2]`
            right = f"write [{texts[0]}.{texts[1]}, {texts[2]}.{texts[3]}]" if commas else f"such as {self.example}"
            location.problem(node, f"must be a list of two numbers, {right}")
            return None
        one, other = (self.number.read(item, location.item(nth)) for nth, item in enumerate(node.items))
        return None if one is None or other is None else (one, other)

    def schema(self) -> Schema:
        return {"type": "array", "items": self.number.schema(), "minItems": 2, "maxItems": 2}


_LENGTH = Number(-3, 4)
_FIXED = Pair(_LENGTH, "[0.5, 0]")
_PART = Number(-0.5, 1.5)
_OUT = Number(-1, 1)
_DIRECTION = Number(-360, 360, " degrees")


@dataclass(frozen=True)
class SpotField(Field[Spot]):
    """A place: `[x, y]`, a joint, or a limb with how far along it, and how far out from it."""

    skeleton: Skeleton | None = None
    """Whose joints and limbs there are; `None` for the schema, where any will do."""
    may_be_free: bool = False

    def read(self, node: Node, location: Location) -> Spot | None:
        if isinstance(node, SequenceNode):
            pair = _FIXED.read(node, location)
            return None if pair is None else Spot(*pair)
        if not isinstance(node, ScalarNode):
            location.expected(node, "a place", HOW_TO_SPOT)
            return None
        words = shorten(node.text, 100).split()
        if not words:
            location.problem(node, f"is empty: {HOW_TO_SPOT}")
            return None
        if words == [FREE] and self.may_be_free:
            return Spot(on=FREE)
        return self._on(words, node, location)

    def _on(self, words: list[str], node: ScalarNode, location: Location) -> Spot | None:
        assert self.skeleton is not None  # noqa: S101 - only the schema is made without one
        name, numbers = words[0], words[1:]
        paths, marks = self.skeleton.path, self.skeleton.mark
        if name not in paths and name not in marks and name not in self.skeleton.roots:
            name = " ".join(word for word in words if not _NUMBER.fullmatch(word))
            meant = _meant_part(name, [*paths, *marks, *self.skeleton.roots], location, HOW_TO_SPOT)
            location.problem(node, f"there is no joint or limb '{shorten(name)}': {meant}")
            return None
        most = 2 if name in paths else 0
        if len(numbers) > most or (name in paths and not numbers):
            says = "write how far along it, such as 0.5" if name in paths else "a joint takes no number"
            location.problem(node, f"'{shorten(node.text)}' is no place: {says}")
            return None
        read = [field.parse(text, node, location) for field, text in zip((_PART, _OUT), numbers, strict=False)]
        if None in read:
            return None
        along, out = ([number or 0.0 for number in read] + [0.0, 0.0])[:2]
        return Spot(on=name, along=along, out=out)

    def schema(self) -> Schema:
        words: Schema = {"type": "string", "pattern": "^[a-z_]+( -?[0-9.]+){0,2}$"}
        return {"anyOf": [_FIXED.schema(), words]}


@dataclass(frozen=True)
class ByName(Field[dict[str, T]], Generic[T]):
    """A mapping from names that the file gives to values of one kind."""

    what: str
    value: Field[T]
    most: int
    names: tuple[str, ...] | None = None
    """The names that there are, where they are not free."""
    longest: int | None = None
    """Longest name in characters, where it may be words; else it is one as routines have."""

    def read(self, node: Node, location: Location) -> dict[str, T] | None:
        if not isinstance(node, MappingNode):
            location.expected(node, f"a group with {self.what} as keys")
            return None
        if not 1 <= len(node.entries) <= self.most:
            location.problem(node, f"has {len(node.entries)} keys: from 1 to {self.most} belong here")
            return None
        before = location.file.problems.count
        values: dict[str, T] = {}
        for name, entry in node.entries.items():
            here = location.key(name)
            wrong = self._wrong(name, here)
            if wrong:
                here.problem(entry.key, wrong)
                continue
            value = self.value.read(entry.value, here)
            if value is not None:
                values[name] = value
        return values if location.file.problems.count == before else None

    def _wrong(self, name: str, location: Location) -> str:
        if self.names is not None:
            if name in self.names:
                return ""
            meant = _meant_part(name, self.names, location, f"it must be one of {', '.join(self.names)}")
            return f"'{shorten(name)}' can't stand here: {meant}"
        if self.longest is not None:
            good = name == " ".join(name.split()) and 0 < len(name) <= self.longest
            return "" if good else f"must be {self.what} of {self.longest} characters at most"
        return "" if well_named(name) else f"'{shorten(name)}' can't be {self.what}: {HOW_TO_NAME}"

    def schema(self) -> Schema:
        made: Schema = {
            "type": "object",
            "minProperties": 1,
            "maxProperties": self.most,
            "additionalProperties": self.value.schema(),
        }
        if self.names is not None:
            made["propertyNames"] = {"enum": list(self.names)}
        elif self.longest is None:
            made["propertyNames"] = NAME_SCHEMA
        return made


def _meant_part(words: str, names: Collection[str], location: Location, otherwise: str) -> str:
    """What to write for a part of the body in other words; near or far is never guessed."""
    part = re.sub(r"^(?:left|right)_", "", re.sub(r"[\s-]+", "_", words.casefold()))
    alike = [part] if part in names else [name for name in names if name.endswith(f"_{part}")]
    return f"write {' or '.join(alike)}" if alike else location.meant(words, names, otherwise)


@cache
def pose_record(kind: SkeletonKind | None) -> Record:
    """The keys of a pose of one kind of skeleton; without a kind those of all, for the schema."""
    skeletons = [SKELETONS[kind]] if kind else list(SKELETONS.values())
    only = skeletons[0] if kind else None
    spot, free = SpotField(only), SpotField(only, may_be_free=True)
    roots = [root for skeleton in skeletons for root in skeleton.roots]
    marks = [mark for skeleton in skeletons for mark in skeleton.mark if _pins(skeleton, mark)]
    tips = tuple(dict.fromkeys(tip for skeleton in skeletons for tip in skeleton.limb))
    return Record(
        "a pose",
        (
            KeySpec("like", PoseName(), "The pose before it in the file that it changes."),
            KeySpec(
                "pin",
                ByName("a joint", spot, 8, tuple(dict.fromkeys([*roots, *marks]))),
                "What is held where: all else follows.",
            ),
            KeySpec("reach", ByName("a hand or a foot", free, 8, tips), "What is put on what."),
            KeySpec("things", ByName("a thing", spot, 8), "Where things of the scenery are now."),
            *_joints(skeletons),
        ),
    )


def _joints(skeletons: list[Skeleton]) -> Iterator[KeySpec]:
    """A key for each joint, and for each slope; a joint that several skeletons have bends as far as any of them."""
    bones: dict[str, list[Bone]] = {}
    for skeleton in skeletons:
        for joint, bone in skeleton.angles.items():
            bones.setdefault(joint, []).append(bone)
    for joint, alike in bones.items():
        least, most = min(bone.least for bone in alike), max(bone.most for bone in alike)
        about = f"How far it bends, in degrees: from {least:g} to {most:g}."
        yield KeySpec(joint, Bend(least, most, " degrees", joint), about)
    for level in dict.fromkeys(level for skeleton in skeletons for level in skeleton.levels):
        about = "Its slope in the room, whatever the limb does: 0 is level, 90 points up."
        yield KeySpec(level, _DIRECTION, about)


def _pins(skeleton: Skeleton, mark: str) -> bool:
    """Whether a joint can hold the person: a hand that may reach for something can't."""
    limb = skeleton.limb.get(mark)
    return limb is None or not limb.end.endswith("palm")


@dataclass(frozen=True)
class PoseField(Field[Pose]):
    kind: SkeletonKind | None
    things: frozenset[str]
    """What it may move."""
    earlier: dict[str, Pose | None] = field(default_factory=dict)
    """Poses that were read before; `None` for one with problems, so that what is like it is not refused for that."""

    def read(self, node: Node, location: Location) -> Pose | None:
        name = str(location.way[-1])
        pose = self.earlier[name] = self._read(name, node, location)
        return pose

    def _read(self, name: str, node: Node, location: Location) -> Pose | None:
        kind, before = self.kind, location.file.problems.count
        values = pose_record(kind).read(node, location)
        if kind is None or not isinstance(node, MappingNode) or location.file.problems.count > before:
            return None
        like = values.pop("like", None)
        base = self.earlier.get(like)
        if like is not None and base is None:
            if like not in self.earlier:
                before_it = ", ".join(self.earlier.keys() - {name}) or "none"
                meant = location.meant(like, self.earlier.keys() - {name}, f"there is {before_it}")
                message = f"there is no pose '{shorten(like)}' before this one: {meant}"
                location.key("like").problem(node.entries["like"].value, message)
            return None
        pose = _pose(name, values, base, SKELETONS[kind])
        _OwnKeys(values, node, location, SKELETONS[kind]).check(pose, self.things)
        return pose if location.file.problems.count == before else None

    def schema(self) -> Schema:
        return pose_record(None).schema()


def _pose(name: str, values: Values, base: Pose | None, skeleton: Skeleton) -> Pose:
    """A pose from its own keys and, where they say nothing, from the pose that it is like."""
    level = {key: value for key, value in values.items() if key in skeleton.levels}
    angles = {key: value for key, value in values.items() if key in skeleton.angles}
    pins: Mapping[str, Spot] = values.get("pin", {})
    reach: dict[str, Spot] = dict(values.get("reach", {}))
    things: Mapping[str, Spot] = values.get("things", {})
    if base is not None:
        parts = {skeleton.root_of[mark] for mark in pins}
        limbs = {skeleton.limb[tip].end for tip in reach}
        bent = {skeleton.angles[joint].level for joint in angles}
        straight = {skeleton.levels[name].angle for name in level}
        pins = {m: spot for m, spot in base.pins.items() if skeleton.root_of[m] not in parts} | dict(pins)
        reach |= {tip: spot for tip, spot in base.reach.items() if skeleton.limb[tip].end not in limbs}
        level = {key: value for key, value in base.level.items() if key not in bent} | level
        angles = {key: value for key, value in base.angles.items() if key not in straight} | angles
        things = {**base.things, **things}
    reach = {tip: spot for tip, spot in reach.items() if spot.on != FREE}
    return Pose(name, angles, dict(pins), reach, level, dict(things))


@dataclass(frozen=True)
class _OwnKeys:
    values: Values
    node: MappingNode
    location: Location
    skeleton: Skeleton

    def check(self, pose: Pose, things: frozenset[str]) -> None:
        """Report what of them contradicts the rest of the pose, or leads nowhere."""
        if not pose.pins:
            what = "is missing. Say what is held where, such as pin: {hip: [0.3, 0.3]}"
            self.location.key("pin").problem(self.node, what)
        for level in set(self.values) & set(self.skeleton.levels):
            joint = self.skeleton.levels[level].angle
            if joint in self.values:
                self._blame(joint, f"can't be with '{level}': both turn the same")
        for name in self.values.get("things", {}):
            if name not in things:
                self._blame("things", f"nothing in the scenery is called '{shorten(name)}'")
        self._check_pins(pose)
        for tip, spot in pose.reach.items():
            self._check_reach(pose, tip, spot)

    def _blame(self, key: str, message: str) -> None:
        entry = self.node.entries.get(key)
        self.location.key(key).problem(entry.key if entry else self.node, message)

    def _check_pins(self, pose: Pose) -> None:
        """What a pin leads to must be there before it."""
        skeleton = self.skeleton
        pinned = {skeleton.root_of[mark] for mark in pose.pins}
        order = [root for root in skeleton.roots if root in pinned]
        for mark, spot in pose.pins.items():
            earlier = order[: order.index(skeleton.root_of[mark])]
            if spot.on and _root(skeleton, spot) not in earlier:
                self._blame("pin", f"'{mark}' hangs on '{shorten(spot.on)}' itself, or that is not there")

    def _check_reach(self, pose: Pose, tip: str, spot: Spot) -> None:
        """A limb can't reach for itself, and bends by its reach alone."""
        skeleton, limb = self.skeleton, self.skeleton.limb[tip]
        for bone in (limb.upper, limb.lower):
            if (joint := skeleton.bone[bone].angle) in self.values:
                self._blame(joint, f"says nothing while '{tip}' reaches for something: take one of them out")
        if any(skeleton.limb.get(mark) is limb for mark in pose.pins):
            self._blame("reach", f"'{tip}' can't both reach and be pinned")
        path = skeleton.path.get(spot.on)
        ends = {path.first, path.last} if path else {spot.on} if spot.on else set()
        bones = {skeleton.mark[end].bone for end in ends if end in skeleton.mark}
        pinned = {skeleton.root_of[mark] for mark in pose.pins}
        if ends and (_root(skeleton, spot) not in pinned or bones & {limb.upper, limb.lower, limb.end, *limb.after}):
            self._blame("reach", f"'{tip}' moves '{shorten(spot.on)}' itself, or that is not there")


def _root(skeleton: Skeleton, spot: Spot) -> str:
    path = skeleton.path.get(spot.on)
    return skeleton.root_of[path.first if path else spot.on]
