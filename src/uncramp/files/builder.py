"""Makes a tree of nodes from the YAML parser's events, within limits and on a stack of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from uncramp.files.nodes import Entry, Mapping, Node, Refused, Scalar, Sequence
from uncramp.files.problems import Problems
from uncramp.files.text import clean, escapes, hidden, position, shorten

DEEPEST = 16
MOST_NODES = 20_000


class _Mark(Protocol):
    line: int
    column: int
    index: int


class Event(Protocol):
    """What is used of the parser's events; each kind has only some of it."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    implicit: tuple[bool, bool]


class StopReadingError(Exception):
    """A limit was passed: iterating the rest could take for ever."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled, and the key that its next value belongs to."""

    items: list[Node] | None
    """Of a list."""
    entries: dict[str, Entry]
    """Of a mapping."""
    key: Scalar | None = None
    wants_key: bool = True
    ignore: bool = False
    """The value that comes belongs to a key that was refused."""

    def label(self) -> str:
        if self.items is not None:
            return f"[{len(self.items) - 1}]"
        return f".{shorten(self.key.text)}" if self.key is not None else ""


class Builder:
    """Makes the tree from events."""

    def __init__(self, text: str, path: str, problems: Problems) -> None:
        self.text = text
        self.path = path
        self.problems = problems
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._into: _Open | None = None
        self._nodes = 0

    def take(self, events: Iterable[Event]) -> bool:
        """Build the tree; `False` if there is nothing in the file."""
        import yaml

        scalar: object = yaml.ScalarEvent
        for event in events:
            kind: object = type(event)
            if kind is scalar:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._begin(Mapping(event.start_mark.line + 1, event.start_mark.column + 1), event)
            elif kind is yaml.SequenceStartEvent:
                self._begin(Sequence(event.start_mark.line + 1, event.start_mark.column + 1), event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._open.pop()
                self._into = self._open[-1] if self._open else None
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent and self.root is not None:
                self._problem(event, "a second document begins here: keep one to a file")
                return True
        if self.root is None:
            self.problems.add(self.path, 1, 1, "the file is empty")
        return self.root is not None

    def _scalar(self, event: Event) -> None:
        text, mark = event.value, event.start_mark
        if event.style == '"':
            text = self._unescaped(event)
        if "\t" in text:
            text = text.replace("\t", " ")
        self._place(Scalar(text, event.implicit[0], mark.line + 1, mark.column + 1))
        if event.tag is not None or event.anchor is not None:
            self._refuse_marks(event)

    def _begin(self, node: Sequence | Mapping, event: Event) -> None:
        self._place(node)
        self._refuse_marks(event)
        if len(self._open) >= DEEPEST:
            self._problem(event, f"nested more than {DEEPEST} deep: this is no file of ours")
            raise StopReadingError
        self._into = _Open(node.items, {}) if isinstance(node, Sequence) else _Open(None, node.entries)
        self._open.append(self._into)

    def _alias(self, event: Event) -> None:
        self._place(Refused(event.start_mark.line + 1, event.start_mark.column + 1))
        self._problem(
            event, f"'*{shorten(event.anchor or '')}' is a YAML alias: write out what it stands for"
        )

    def _refuse_marks(self, event: Event) -> None:
        if event.anchor is not None:
            self._problem(event, f"'&{shorten(event.anchor)}' is a YAML anchor: take it out")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._problem(event, f"'{shorten(tag)}' is a YAML tag: take it out, or put the text in quotes")

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: at the top, into a list, or as a key or a value."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"more than {MOST_NODES:,} items: this is no file of ours"
            self.problems.add(self.path, node.line, node.column, message)
            raise StopReadingError
        into = self._into
        if into is None:
            self.root = node
        elif into.items is not None:
            into.items.append(node)
        elif into.wants_key:
            into.wants_key = False
            self._key(into, into.entries, node)
        else:
            into.wants_key = True
            if into.key is not None and not into.ignore:
                into.entries[into.key.text] = Entry(into.key, node)

    def _key(self, into: _Open, entries: dict[str, Entry], key: Node) -> None:
        into.ignore = True
        if not isinstance(key, Scalar):
            into.key = None
            if not isinstance(key, Refused):
                self.problems.add(
                    self.path, key.line, key.column, "a key must be one word or text", self._way()
                )
            return
        into.key = key
        first = entries.get(key.text)
        if first is None:
            into.ignore = False
            return
        message = f"'{shorten(key.text)}' is here twice, first on line {first.key.line}: keep one"
        self.problems.add(self.path, key.line, key.column, message, self._way())

    def _unescaped(self, event: Event) -> str:
        r"""The text of double quotes, with a problem for each `\e` and its kind where it is written."""
        value, flaws = clean(event.value)
        if not flaws:
            return value
        start, end = event.start_mark, event.end_mark
        source = self.text[start.index : end.index]
        spots = [start.index + offset for offset, char in escapes(source) if hidden(char)]
        spots += [start.index] * (len(flaws) - len(spots))
        for spot, (_, message) in zip(spots, flaws, strict=False):
            self.problems.add(self.path, *position(self.text, spot), message, self._way())
        return value

    def _problem(self, event: Event, message: str) -> None:
        mark = event.start_mark
        self.problems.add(self.path, mark.line + 1, mark.column + 1, message, self._way())

    def _way(self) -> str:
        """The dotted path to where the builder is."""
        return "".join(opened.label() for opened in self._open).removeprefix(".")
