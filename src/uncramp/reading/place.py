"""Where in a file a reader is, so that every problem says so, and which names are known there."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from uncramp.reading.nodes import Node, Scalar
from uncramp.reading.problems import Problems
from uncramp.reading.text import shorten

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
LONGEST_NAME = 60
HOW_TO_NAME = f"a name is small letters, digits and '-', {LONGEST_NAME} at most"


@dataclass(frozen=True, slots=True)
class Names:
    """What a routine may refer to. `None` where it is not known, so that nothing is refused for it."""

    figures: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    routines: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class File:
    """The file that is being read: what messages call it, its routine's name, and where problems go."""

    path: str
    name: str
    names: Names
    problems: Problems


@dataclass(slots=True)
class Place:
    """A key's or an item's place in a file; its dotted path is only put together for a problem."""

    file: File
    part: str | int = ""
    """A key, or an index from 0."""
    parent: "Place | None" = None

    def key(self, name: str) -> "Place":
        """The place of a key in this mapping."""
        return Place(self.file, name, self)

    def item(self, index: int) -> "Place":
        """The place of an item in this list; `index` from 0."""
        return Place(self.file, index, self)

    def problem(self, node: Node, message: str) -> None:
        """Report what is wrong with the node that stands here."""
        self.file.problems.add(self.file.path, node.line, node.column, message, str(self))

    def __str__(self) -> str:
        parts: list[str] = []
        here: Place | None = self
        while here is not None and here.parent is not None:
            parts.append(f"[{here.part}]" if isinstance(here.part, int) else f".{shorten(here.part)}")
            here = here.parent
        return "".join(reversed(parts)).removeprefix(".")

    def guess(self, word: str, options: Collection[str]) -> str | None:
        """The option that was probably meant; looks for none once problems are no longer shown."""
        return None if self.file.problems.full else closest(word, options)


def closest(word: str, options: Collection[str]) -> str | None:
    """The option most like the word, if any is like it."""
    import difflib

    found = difflib.get_close_matches(shorten(word, LONGEST_NAME), sorted(options), 1)
    return found[0] if found else None


def well_named(name: str) -> bool:
    """Whether this can be the name of a routine, a figure or a source."""
    return len(name) <= LONGEST_NAME and NAME.fullmatch(name) is not None


def describe(node: Node) -> str:
    """What a node is, in words for a message."""
    if isinstance(node, Scalar):
        return f"'{shorten(node.text.strip())}'" if node.text.strip() else "nothing"
    return {"Sequence": "a list", "Mapping": "a group of keys"}.get(type(node).__name__, "something refused")
