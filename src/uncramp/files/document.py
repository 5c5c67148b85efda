"""The tree that a document is read into: texts, lists and mappings, each with its line and column from 1."""

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from uncramp.files.disk import LARGEST
from uncramp.files.problems import Problems
from uncramp.files.text import clean, escapes, hidden, position, shorten, untab

if TYPE_CHECKING:
    import yaml


@dataclass(slots=True)
class ScalarNode:
    """One text as it was written; `plain` when without quotes. Line and column from 1."""

    text: str
    plain: bool
    line: int
    column: int


@dataclass(slots=True)
class SequenceNode:
    """A list."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class KeyValue:
    """A key and its value."""

    key: ScalarNode
    value: "Node"


@dataclass(slots=True)
class MappingNode:
    """Keys with their values, in the order of the file."""

    line: int
    column: int
    entries: dict[str, KeyValue] = field(default_factory=dict)


@dataclass(slots=True)
class RefusedNode:
    """Something that was refused and reported already, such as an alias."""

    line: int
    column: int


Node = ScalarNode | SequenceNode | MappingNode | RefusedNode


class Complaint(NamedTuple):
    """A syntax error: where (line and column from 1) and what."""

    line: int
    column: int
    message: str


class _Known(NamedTuple):
    """One complaint of the parser's: what gives it away, what to say, and whether it is about where it began."""

    sign: str
    message: str
    at_start: bool = False


_KNOWN = (
    _Known("tab character", "a tab can't indent in YAML: use spaces"),
    _Known("'\\t'", "a tab can't stand here in YAML: use spaces"),
    _Known("while scanning a quoted scalar", "the text that opens here has no closing quote", at_start=True),
    _Known("escape", "this backslash begins no known character: write \\\\, or use 'single quotes'"),
    _Known(
        "while scanning an anchor", "'&' begins a YAML anchor, which is not used here: put the text in quotes"
    ),
    _Known(
        "while scanning an alias", "'*' begins a YAML alias, which is not used here: put the text in quotes"
    ),
    _Known("tag", "'!' begins a YAML tag, which is not used here: put the text in quotes"),
    _Known("directive", "a line with '%' at its start is a YAML directive, which is not used here"),
    _Known(
        "incompatible YAML document",
        "a line with '%' at its start is a YAML directive, which is not used here",
    ),
    _Known(
        "mapping values are not allowed",
        "a ': ' that belongs to no key: put text with a ': ' in it in quotes",
    ),
    _Known("mapping keys are not allowed", "a '? ' can't stand here: put the text in quotes"),
    _Known("sequence entries are not allowed", "a '- ' can't stand here: put each list item on its own line"),
    _Known("could not find expected ':'", "this line has no ': ' between key and value", at_start=True),
    _Known(
        "while parsing a flow sequence",
        "this list needs ',' between its items and ']' at its end",
        at_start=True,
    ),
    _Known(
        "while parsing a flow mapping", "this needs ',' between its keys and '}' at its end", at_start=True
    ),
    _Known(
        "while parsing a block mapping",
        "this does not line up: keys that belong together begin in one column, each with ': ' after it",
    ),
    _Known(
        "while parsing a block collection",
        "this does not line up: each list item begins with '- ' in one column",
    ),
    _Known(
        "node content", "something is missing here: is a bracket before this not closed, or closed twice?"
    ),
    _Known("cannot start any token", "text can't begin with this character: put it in quotes"),
    _Known("document start", "the document has ended before this: take out what follows, or indent it"),
    _Known("block scalar", "what follows '|' or '>' is the text, on lines of its own, indented"),
)


def complain(error: "yaml.YAMLError", text: str) -> Complaint:
    """Put the parser's error into plain English.

    Args:
        error: what the parser raised.
        text: what it was reading.
    """
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    at, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = f"{context} {problem}"
    known = next((known for known in _KNOWN if known.sign in said), None)
    mark = (began or at) if known is not None and known.at_start else (at or began)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if known is None:
        return Complaint(
            line, column, f"this is not valid YAML: {shorten(problem or 'it cannot be read', 100)}"
        )
    if known.sign == "cannot start any token" and _char_at(text, line, column) == "\t":
        return Complaint(line, column, "a tab can't stand here in YAML: use spaces")
    return Complaint(line, column, known.message)


def _char_at(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line - 1][column - 1 : column] if line <= len(lines) else ""


DEEPEST = 16
MOST_NODES = 20_000


class _Mark(Protocol):
    line: int
    column: int
    index: int


class YamlEvent(Protocol):
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
    entries: dict[str, KeyValue]
    """Of a mapping."""
    key: ScalarNode | None = None
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

    def take(self, events: Iterable[YamlEvent]) -> bool:
        """Build the tree; `False` if there is nothing in the file."""
        import yaml

        scalar: object = yaml.ScalarEvent
        for event in events:
            kind: object = type(event)
            if kind is scalar:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._begin(MappingNode(event.start_mark.line + 1, event.start_mark.column + 1), event)
            elif kind is yaml.SequenceStartEvent:
                self._begin(SequenceNode(event.start_mark.line + 1, event.start_mark.column + 1), event)
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

    def _scalar(self, event: YamlEvent) -> None:
        text, mark = event.value, event.start_mark
        if event.style == '"':
            text = self._unescaped(event)
        if "\t" in text:
            text = text.replace("\t", " ")
        self._place(ScalarNode(text, event.implicit[0], mark.line + 1, mark.column + 1))
        if event.tag is not None or event.anchor is not None:
            self._refuse_marks(event)

    def _begin(self, node: SequenceNode | MappingNode, event: YamlEvent) -> None:
        self._place(node)
        self._refuse_marks(event)
        if len(self._open) >= DEEPEST:
            self._problem(event, f"nested more than {DEEPEST} deep: this is no file of ours")
            raise StopReadingError
        self._into = _Open(node.items, {}) if isinstance(node, SequenceNode) else _Open(None, node.entries)
        self._open.append(self._into)

    def _alias(self, event: YamlEvent) -> None:
        self._place(RefusedNode(event.start_mark.line + 1, event.start_mark.column + 1))
        self._problem(
            event, f"'*{shorten(event.anchor or '')}' is a YAML alias: write out what it stands for"
        )

    def _refuse_marks(self, event: YamlEvent) -> None:
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
                into.entries[into.key.text] = KeyValue(into.key, node)

    def _key(self, into: _Open, entries: dict[str, KeyValue], key: Node) -> None:
        into.ignore = True
        if not isinstance(key, ScalarNode):
            into.key = None
            if not isinstance(key, RefusedNode):
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

    def _unescaped(self, event: YamlEvent) -> str:
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

    def _problem(self, event: YamlEvent, message: str) -> None:
        mark = event.start_mark
        self.problems.add(self.path, mark.line + 1, mark.column + 1, message, self._way())

    def _way(self) -> str:
        """The dotted path to where the builder is."""
        return "".join(opened.label() for opened in self._open).removeprefix(".")


def read_document(data: bytes, path: str, problems: Problems) -> Node | None:
    """Read one YAML document.

    Args:
        data: the file's bytes, whatever they are.
        path: how messages call the file.
        problems: takes in everything that is wrong.

    Returns:
        The tree, or `None` if there is none to speak of. Nothing is raised for any bytes.
    """
    text = _decode(data, path, problems)
    if text is None:
        return None
    builder = Builder(text, path, problems)
    return builder.root if _build(builder, text) else None


def _decode(data: bytes, path: str, problems: Problems) -> str | None:
    """The file's text without hidden characters, with plain newlines."""
    if len(data) > LARGEST:
        problems.add(path, 1, 1, f"the file is over {LARGEST // 1024} KB: a file here is a few KB")
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or 0 in data[:2]:
        problems.add(path, 1, 1, "this looks like UTF-16: save it as UTF-8")
        return None
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode().replace("\r\n", "\n")
        line, column = position(good, len(good))
        problems.add(
            path, line, column, f"byte 0x{error.object[error.start]:02X} is not UTF-8: save it as UTF-8"
        )
        return None
    text, flaws = clean(untab(text.replace("\r\n", "\n")))
    line, column = 1, 1
    for offset, message in flaws:
        if not problems.full:  # past that nobody sees where, and looking takes time
            line, column = position(text, offset)
        problems.add(path, line, column, message)
    return text


def _build(builder: Builder, text: str) -> bool:
    """Feed the parser's events to the builder; whether a tree came of it."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with closing(cast(Generator[YamlEvent], yaml.parse(text, Loader=loader))) as events:
            return builder.take(events)
    except StopReadingError:
        return False
    except yaml.YAMLError as error:
        line, column, message = complain(error, text)
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # The pure-Python parser trips over some escapes and directives in ways of its own.
        line, column, message = 1, 1, f"this is not valid YAML: {shorten(str(error), 100)}"
    builder.problems.add(builder.path, line, column, message)
    return False
