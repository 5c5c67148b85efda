"""Where in a file a reader is, so that every problem says so."""

from collections.abc import Collection
from dataclasses import dataclass

from uncramp.files.names import Names, closest
from uncramp.files.nodes import Node, Scalar
from uncramp.files.problems import Problems
from uncramp.files.text import shorten


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


def describe(node: Node) -> str:
    """What a node is, in words for a message."""
    if isinstance(node, Scalar):
        return f"'{shorten(node.text.strip())}'" if node.text.strip() else "nothing"
    return {"Sequence": "a list", "Mapping": "a group of keys"}.get(type(node).__name__, "something refused")
