"""What is wrong in a file, and where: collected, so that one pass reports all of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from uncramp.files.text import shorten, visible

SHOWN = 200
"""Problems listed of one collection; past them, how many more there are."""
_RECORDED = 1_000


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong. Safe to print: nothing in it can steer a terminal."""

    path: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    key: str
    """The way to it in words, such as `step 3, move 1`; empty when it is about the file."""
    message: str
    """What is wrong, and what would be right."""

    def __post_init__(self) -> None:
        for field in ("path", "key", "message"):
            object.__setattr__(self, field, visible(getattr(self, field)))

    def __str__(self) -> str:
        location = f"{self.path}:{self.line}:{self.column}"
        return f"{location}: {self.key}: {self.message}" if self.key else f"{location}: {self.message}"


_ITEMS = {
    name: name.removesuffix("s") for name in ("steps", "moves", "cautions", "notes", "sources", "tags", "repetitions")
}
"""What one item of a list is called, by the key of the list."""


def key_words(way: Iterable[str | int]) -> str:
    """The way to a place in a file, in words: keys, and indexes from 0, which are counted from 1."""
    words: list[str] = []
    for part in way:
        if isinstance(part, str):
            words.append(shorten(part))
        elif words and words[-1] in _ITEMS:
            words[-1] = f"{_ITEMS[words[-1]]} {part + 1}"
        else:
            words.append(f"item {part + 1}")
    return ", ".join(words)


class Problems:
    """A collector: readers add to it and go on. Iterating gives the problems in order of position."""

    def __init__(self) -> None:
        self._recorded: list[Problem] = []
        self.count = 0
        """How many were added, also those past what is recorded."""

    def add(self, path: str, line: int, column: int, message: str, key: str = "") -> None:
        self.count += 1
        if len(self._recorded) < _RECORDED:
            self._recorded.append(Problem(path, line, column, key, message))

    @property
    def full(self) -> bool:
        """Whether there are more than will be shown, so that work on wording is lost."""
        return self.count > SHOWN

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Problem]:
        shown = sorted(self._recorded)[:SHOWN]
        yield from shown
        if self.count > len(shown):
            last = shown[-1]
            yield Problem(last.path, last.line, last.column, "", f"and {self.count - len(shown)} more problems")
