"""Kinds of values in a file: each reads one node, reports what is wrong with it, and has a JSON Schema.

Fields, records and rules are declared once and never compared, so they are made without what that needs: it is most of
the time that the import of a data class takes.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from uncramp.domain.duration import (
    HOW_TO_WRITE,
    MINUTES,
    SECONDS,
    DurationError,
    meant_durations,
    parse_duration,
    write_duration,
)
from uncramp.files.document import MappingNode, Node, RefusedNode, ScalarNode, SequenceNode
from uncramp.files.problems import Problems, key_words
from uncramp.files.text import (
    HOW_TO_NAME,
    LONGEST_NAME,
    NAME,
    STAND_IN,
    Names,
    closest,
    describe_look_alike,
    first_look_alike,
    plain_form,
    shorten,
    well_named,
)

Schema = dict[str, object]
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)

DURATION_PATTERN = (
    f"(?:[0-9]{{1,4}}:[0-5][0-9]|[0-9]{{1,5}} ?{SECONDS}|[0-9]{{1,4}} ?{MINUTES}(?: ?0{{0,3}}[0-5]?[0-9] ?{SECONDS})?)"
)
NAME_SCHEMA: Schema = {"pattern": f"^{NAME.pattern}$", "patternErrorMessage": HOW_TO_NAME, "maxLength": LONGEST_NAME}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that is being read: what messages call it, and where problems go."""

    path: str
    problems: Problems
    name: str = ""
    """Its routine's."""
    names: Names = field(default_factory=Names)


@dataclass(slots=True)
class Location:
    """Where a key or an item is in a file. The words for it are only put together for a problem."""

    file: SourceFile
    way: tuple[str | int, ...] = ()
    """The keys and indexes, from 0, that lead to it."""

    def key(self, name: str) -> "Location":
        return Location(self.file, (*self.way, name))

    def item(self, index: int) -> "Location":
        return Location(self.file, (*self.way, index))

    def problem(self, node: Node, message: str) -> None:
        self.file.problems.add(self.file.path, node.line, node.column, message, str(self))

    def quiet(self) -> "Location":
        """The same place, where nothing is reported: to see whether something could be read."""
        return Location(replace(self.file, problems=Problems()), self.way)

    def expected(self, node: Node, what: str, hint: str = "") -> None:
        """Report that `what` belongs here, unless the node was refused already."""
        if isinstance(node, ScalarNode) and (at := first_look_alike(node.text.strip()[:1])) is not None:
            self.problem(node, describe_look_alike(node.text.strip()[at]))
        elif not isinstance(node, RefusedNode):
            self.problem(node, f"must be {what}, not {describe(node)}" + (f": {hint}" if hint else ""))

    def __str__(self) -> str:
        return key_words(self.way)

    def guess(self, word: str, options: Collection[str]) -> str | None:
        """The option that was probably meant; looks for none once problems are no longer shown.

        What says no, or two things, is no slip of one of them; nor is a number in words: `one` is not `none`.
        """
        from uncramp.domain.dates import number_word  # late: good files have no slip

        plain = plain_form(word).casefold()
        if self.file.problems.full or number_word(plain) or _NOT_ONE.search(plain):
            return None
        begun = (one for one in options if len(one) > 2 and plain.startswith(one))  # noqa: PLR2004 - `wednesday`
        return closest(word, options) or next(begun, None)

    def meant(self, word: str, options: Collection[str], otherwise: str) -> str:
        """A question for the option that was probably meant; `otherwise` where none is like the word."""
        guess = self.guess(word, options)
        return f"did you mean '{guess}'?" if guess else otherwise


SAYS_NO = ("no", "none", "off", "false", "never")
_NOT_ONE = re.compile(r"[,;/&+]|\b(?:and|or|then|no|not|non|never|without)\b")


def describe(node: ScalarNode | SequenceNode | MappingNode) -> str:
    if isinstance(node, ScalarNode):
        return f"'{shorten(node.text.strip())}'" if node.text.strip() else "nothing"
    return "a list" if isinstance(node, SequenceNode) else "a group of keys"


class Field(ABC, Generic[T_co]):
    @abstractmethod
    def read(self, node: Node, location: Location) -> T_co | None:
        """The value; `None` after a problem was reported."""

    def schema(self) -> Schema:
        """The same as JSON Schema; anything, where no editor reads one."""
        return {}

    def meant(self, _text: str) -> str:
        """What somebody means who writes this, as it can be read; "" where that is not clear."""
        return ""

    def parts(self, text: str) -> list[str]:
        """The values that stand in one text, where a list of them belongs."""
        return [
            part.strip() for part in re.split(r"[,;]|(?:^|\s)[-*+](?=[ \w])(?!\s*\d)", plain_form(text)) if part.strip()
        ]


class Word(Field[T_co]):
    """A kind of value that is written as one text."""

    what: str
    """What belongs here, such as `a duration`."""
    free = False
    """Whether any character may be meant as it is."""

    def read(self, node: Node, location: Location) -> T_co | None:
        if not isinstance(node, ScalarNode):
            right = self._as_one(node, location)
            location.expected(node, self.what, f"write {right}" if right else "")
            return None
        text = node.text.strip()
        if not text or (node.plain and text in ("~", "null")):
            location.problem(node, f"is empty: {self.what} belongs here")
            return None
        if text.isascii() or self.free:
            return self.parse(text, node, location)
        if STAND_IN in text and location.file.problems:  # what stood there has been reported
            text = text.replace(STAND_IN, "")
        quiet = location.quiet()
        value = self.parse(text, node, quiet)
        if not quiet.file.problems:
            return value
        at, plain = first_look_alike(text), " ".join(plain_form(text).strip("\"'").split())
        if at is None or self.parse(plain, replace(node, plain=True), location.quiet()) is None:
            return self.parse(text, node, location)
        place = replace(node, column=node.column + at + (not node.plain))
        location.problem(place, f"{describe_look_alike(text[at])}: '{shorten(plain)}'")
        return None

    @abstractmethod
    def parse(self, text: str, node: ScalarNode, location: Location) -> T_co | None:
        """The value of a text that is not empty."""

    def _as_one(self, node: Node, location: Location) -> str:
        """What to write in place of a list, where one value belongs."""
        items = node.items if isinstance(node, SequenceNode) and not self.free else []
        text = ", ".join(item.text.strip() for item in items if isinstance(item, ScalarNode))
        fits = (
            len(items) == 1 and self.read(ScalarNode(text, True, node.line, node.column), location.quiet()) is not None
        )
        return text if fits else self.meant(text)


@dataclass(eq=False)
class Text(Word[str]):
    """Words for a person: one line, or with `lines` as many as were written."""

    longest: int
    most_words: int | None = None
    lines: bool = False
    what = "text"
    free = True

    def parse(self, text: str, node: ScalarNode, location: Location) -> str | None:
        text = text if self.lines else " ".join(text.split())
        if len(text) > self.longest:
            location.problem(node, f"is {len(text)} characters long: {self.longest} at most")
            return None
        if self.most_words is not None and (words := len(text.split())) > self.most_words:
            location.problem(node, f"has {words} words: {self.most_words} at most, to be taken in at a glance")
            return None
        return text

    def schema(self) -> Schema:
        more = f"(?:\\s+\\S+){{0,{self.most_words - 1}}}\\s*$" if self.most_words is not None else ""
        pattern = f"^\\s*\\S+{more}" if more else "\\S"
        message = f"{self.most_words} words at most, to be taken in at a glance" if more else "some words belong here"
        return {"type": "string", "maxLength": self.longest, "pattern": pattern, "patternErrorMessage": message}


@dataclass(eq=False)
class OneOf(Word[T_co]):
    options: dict[str, T_co]
    also: Mapping[str, T_co] = field(default_factory=dict)
    """Other words that are understood, and named nowhere."""

    @property
    def what(self) -> str:  # type: ignore[override]
        return f"one of {', '.join(self.options)}" if len(self.options) > 1 else f"'{next(iter(self.options))}'"

    def parse(self, text: str, node: ScalarNode, location: Location) -> T_co | None:
        if text in self.options:
            return self.options[text]
        if text.casefold() in self.also:
            return self.also[text.casefold()]
        right = self.meant(text)
        meant = f"write {right}" if right else location.meant(text, self.options, f"it must be {self.what}")
        location.problem(node, f"'{shorten(text)}' is not known here: {meant}")
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.options)}


def one_of(enum: type[E], also: Mapping[str, E] | None = None, kind: type[OneOf[E]] = OneOf) -> OneOf[E]:
    return kind({member.value: member for member in enum}, also or {})


def reach(least: int, most: int) -> str:
    """A range of times in words; in seconds."""
    return f"from {write_duration(least)} to {write_duration(most)}"


@dataclass(eq=False)
class Duration(Word[int]):
    least: int
    most: int
    what = "a duration such as 30s or 1m30s"

    def parse(self, text: str, node: ScalarNode, location: Location) -> int | None:
        try:
            seconds = parse_duration(" ".join(shorten(text).split()))
        except DurationError as error:
            none = self.least == 0 and text.casefold() in SAYS_NO
            location.problem(node, f"'{text}' is not a duration: write 0s, or take it out" if none else str(error))
            return None
        if self.least <= seconds <= self.most:
            return seconds
        location.problem(node, f"{shorten(text)} is out of range: {reach(self.least, self.most)}")
        return None

    def meant(self, text: str) -> str:
        found = meant_durations(text)
        return write_duration(found[0]) if len(found) == 1 and self.least <= found[0] <= self.most else ""

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{DURATION_PATTERN}$", "patternErrorMessage": HOW_TO_WRITE}


@dataclass(eq=False)
class Flag(Word[bool]):
    """`true` or `false`; with `only_true` the key says something just by being there."""

    only_true: bool = False

    @property
    def what(self) -> str:  # type: ignore[override]
        return "true" if self.only_true else "true or false"

    def parse(self, text: str, node: ScalarNode, location: Location) -> bool | None:
        allowed = ("true",) if self.only_true else ("true", "false")
        if text in allowed and node.plain:
            return text == "true"
        quoted = " without quotes" if text in allowed else ""
        leave = ", or leave the key out" if self.only_true else ""
        location.problem(node, f"'{shorten(text)}' is not known here: write {self.what}{quoted}{leave}")
        return None

    def schema(self) -> Schema:
        return {"const": True} if self.only_true else {"type": "boolean"}


class Branch(Word[str]):
    """The name of a branch: some steps of the same file. Whether there is one is checked with the whole file."""

    what = "the name of a branch"

    def parse(self, text: str, node: ScalarNode, location: Location) -> str | None:
        if well_named(text):
            return text
        location.problem(node, f"'{shorten(text)}' can't be {self.what}: {HOW_TO_NAME}")
        return None

    def schema(self) -> Schema:
        return {"type": "string", **NAME_SCHEMA}


_WHERE = {
    "figure": "'uncramp figure --all' shows them, or take it out",
    "source": "name one of sources.yaml, or take it out",
    "routine": "'uncramp list' names them",
}
"""Where the names are that there are."""


@dataclass(eq=False)
class Reference(Branch):
    """The name of a figure, a source or a routine; `also` are words that may stand in its place."""

    kind: Literal["figure", "source", "routine"]
    also: tuple[str, ...] = ()

    @property
    def what(self) -> str:  # type: ignore[override]
        return f"the name of a {self.kind}"

    def parse(self, text: str, node: ScalarNode, location: Location) -> str | None:
        if text in self.also:
            return text
        known = getattr(location.file.names, f"{self.kind}s")
        slug = re.sub(r"[\s_]+", "-", re.sub(r"^.*/|\.\w+$", "", text.casefold()))  # `figures/wall_lean.yaml`
        if known is not None and slug != text and slug in known:
            location.problem(node, f"there is no {self.kind} '{shorten(text)}': write {slug}")
            return None
        if super().parse(text, node, location) is None:
            return None
        if self.kind == "routine" and text == location.file.name:
            location.problem(node, f"'{text}' is this routine itself: name another one")
        elif known is not None and text not in known:
            meant = location.meant(text, [*known, *self.also], _WHERE[self.kind])
            location.problem(node, f"there is no {self.kind} '{text}': {meant}")
        else:
            return text
        return None

    def schema(self) -> Schema:
        return {**super().schema(), "$comment": self.kind}


@dataclass(eq=False)
class ListOf(Field[tuple[T_co, ...]]):
    """A list of one kind of value; `example` is how it is written."""

    item: Field[T_co]
    most: int
    least: int = 1
    example: str = "[…]"

    def read(self, node: Node, location: Location) -> tuple[T_co, ...] | None:
        if not isinstance(node, SequenceNode):
            location.expected(node, "a list", self.as_list(node, location))
            return None
        if not self.least <= len(node.items) <= self.most:
            location.problem(node, f"has {len(node.items)} items: from {self.least} to {self.most} belong here")
        read = [self.item.read(item, location.item(nth)) for nth, item in enumerate(node.items)]
        good = tuple(item for item in read if item is not None)
        return good if len(good) == len(read) else None

    def as_list(self, node: Node, location: Location) -> str:
        """How to write it as a list: as it stands, where that is clear."""
        text = node.text if isinstance(node, ScalarNode) else ""
        if isinstance(node, MappingNode):
            pairs = ((key, entry.value) for key, entry in node.entries.items())
            text = ", ".join(f"{key} {value.text}" for key, value in pairs if isinstance(value, ScalarNode))
        if text and not isinstance(self.item, Text):
            parts = [ScalarNode(part, True, node.line, node.column) for part in self.item.parts(text)]
            good = all(self.item.read(part, location.quiet()) is not None for part in parts)
            if good and self.least <= len(parts) <= self.most:
                return f"write [{', '.join(part.text for part in parts)}]"
        return f"write {self.example}" if self.example.startswith("a ") else f"write them as in {self.example}"

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema(), "minItems": self.least, "maxItems": self.most}
