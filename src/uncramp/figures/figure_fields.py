"""Kinds of values that only a figure has: angles, lengths, and places fixed or on the person."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from uncramp.figures.figure import Spot
from uncramp.figures.skeleton import Skeleton
from uncramp.files import nodes
from uncramp.files.fields import Field, Schema, Word
from uncramp.files.location import Place, describe
from uncramp.files.names import HOW_TO_NAME, LONGEST_NAME, NAME, well_named
from uncramp.files.nodes import Node, Refused, Scalar, Sequence
from uncramp.files.text import shorten

T = TypeVar("T")

_NUMBER = re.compile(r"-?[0-9]{1,4}(?:\.[0-9]{1,4})?")
FREE = "free"
"""Written in place of a spot: what a pose is like reaches for it, this pose does not."""


@dataclass(frozen=True)
class Number(Word[float]):
    """A number with up to four digits before and after the point."""

    least: float
    most: float
    unit: str = ""

    @property
    def what(self) -> str:  # type: ignore[override]
        """The range."""
        return f"a number from {self.least:g} to {self.most:g}{self.unit}"

    def parse(self, text: str, node: Scalar, place: Place) -> float | None:
        shown = shorten(text)
        if _NUMBER.fullmatch(text) is None:
            place.problem(node, f"'{shown}' is no number such as 30 or 0.25: write {self.what}")
        elif not node.plain:
            place.problem(node, f"'{shown}' is in quotes: write {shown} without them")
        elif not self.least <= float(text) <= self.most:
            place.problem(node, f"{shown} is out of range: from {self.least:g} to {self.most:g}{self.unit}")
        else:
            return float(text)
        return None

    def schema(self) -> Schema:
        return {"type": "number", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Bend(Number):
    """How far one joint bends, in degrees."""

    joint: str = "this joint"

    def parse(self, text: str, node: Scalar, place: Place) -> float | None:
        if _NUMBER.fullmatch(text) is None or not node.plain or self.least <= float(text) <= self.most:
            return super().parse(text, node, place)
        joint = self.joint.removeprefix("near_").removeprefix("far_").replace("_", " ")
        reach = f"{self.least:g} to {self.most:g}"
        place.problem(node, f"{shorten(text)} is more than '{joint}' can bend: from {reach} degrees")
        return None


@dataclass(frozen=True)
class Pair(Field[tuple[float, float]]):
    """Two numbers, such as a width and a height."""

    number: Number
    example: str

    def read(self, node: Node, place: Place) -> tuple[float, float] | None:
        if isinstance(node, Refused):
            return None
        if not isinstance(node, Sequence) or len(node.items) != 2:  # noqa: PLR2004
            place.problem(node, f"must be a list of two numbers, such as {self.example}")
            return None
        one, other = (self.number.read(item, place.item(nth)) for nth, item in enumerate(node.items))
        return None if one is None or other is None else (one, other)

    def schema(self) -> Schema:
        return {"type": "array", "items": self.number.schema(), "minItems": 2, "maxItems": 2}


_LENGTH = Number(-3, 4)
_FIXED = Pair(_LENGTH, "[0.5, 0]")
_PART = Number(-0.5, 1.5)
_OUT = Number(-1, 1)
HOW_TO_SPOT = "write [x, y], a joint such as near_ball, or a limb and how far along it such as near_calf 0.4"


@dataclass(frozen=True)
class SpotField(Field[Spot]):
    """A place: `[x, y]`, a joint, or a limb with how far along it, and how far out from it."""

    skeleton: Skeleton | None = None
    """Whose joints and limbs there are; `None` for the schema, where any will do."""
    may_be_free: bool = False

    def read(self, node: Node, place: Place) -> Spot | None:
        if isinstance(node, Sequence):
            pair = _FIXED.read(node, place)
            return None if pair is None else Spot(*pair)
        if not isinstance(node, Scalar):
            if not isinstance(node, Refused):
                place.problem(node, f"must be a place, not {describe(node)}: {HOW_TO_SPOT}")
            return None
        words = shorten(node.text, 100).split()
        if not words:
            place.problem(node, f"is empty: {HOW_TO_SPOT}")
            return None
        if words == [FREE] and self.may_be_free:
            return Spot(on=FREE)
        return self._on(words, node, place)

    def _on(self, words: list[str], node: Scalar, place: Place) -> Spot | None:
        assert self.skeleton is not None  # noqa: S101 - only the schema is made without one
        name, numbers = words[0], words[1:]
        paths, marks = self.skeleton.path, self.skeleton.mark
        if name not in paths and name not in marks and name not in self.skeleton.roots:
            guess = place.guess(name, [*paths, *marks, *self.skeleton.roots])
            meant = f"did you mean '{guess}'?" if guess else HOW_TO_SPOT
            place.problem(node, f"there is no joint or limb '{shorten(name)}': {meant}")
            return None
        most = 2 if name in paths else 0
        if len(numbers) > most or (name in paths and not numbers):
            says = "write how far along it, such as 0.5" if name in paths else "a joint takes no number"
            place.problem(node, f"'{shorten(node.text)}' is no place: {says}")
            return None
        read = [field.parse(text, node, place) for field, text in zip((_PART, _OUT), numbers, strict=False)]
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
    value: Callable[[str], Field[T]]
    """The field of the value with this name."""
    most: int
    names: tuple[str, ...] | None = None
    """The names that there are, where they are not free."""
    longest: int | None = None
    """Longest name in characters, where it may be words; else it is one as routines have."""

    def read(self, node: Node, place: Place) -> dict[str, T] | None:
        if not isinstance(node, nodes.Mapping):
            if not isinstance(node, Refused):
                place.problem(node, f"must be a group with {self.what} as keys, not {describe(node)}")
            return None
        if not 1 <= len(node.entries) <= self.most:
            place.problem(node, f"has {len(node.entries)} keys: from 1 to {self.most} belong here")
            return None
        before = place.file.problems.count
        found: dict[str, T] = {}
        for name, entry in node.entries.items():
            here = place.key(name)
            wrong = self._wrong(name, here)
            if wrong:
                here.problem(entry.key, wrong)
                continue
            value = self.value(name).read(entry.value, here)
            if value is not None:
                found[name] = value
        return found if place.file.problems.count == before else None

    def _wrong(self, name: str, place: Place) -> str:
        if self.names is not None:
            if name in self.names:
                return ""
            guess = place.guess(name, self.names)
            meant = f"did you mean '{guess}'?" if guess else f"it must be one of {', '.join(self.names)}"
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
            "additionalProperties": self.value("").schema(),
        }
        if self.names is not None:
            made["propertyNames"] = {"enum": list(self.names)}
        elif self.longest is None:
            made["propertyNames"] = {"pattern": f"^{NAME.pattern}$", "maxLength": LONGEST_NAME}
        return made
