"""Reading the bytes of a YAML file into a tree whose nodes know their line and column.

Every byte is hostile until read: what a terminal would obey, what YAML would expand, and what is too large or too deep
is refused here, each with a problem at its position, and nothing is raised.
"""

import re
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from uncramp.files.disk import LARGEST
from uncramp.files.problems import Problems, key_words
from uncramp.files.text import (
    clean,
    describe_look_alike,
    escapes,
    hidden,
    is_wide_space,
    misleading_look_alike,
    position,
    shorten,
    untab,
)

if TYPE_CHECKING:
    import yaml

DEEPEST = 16
"""How deep lists and mappings may be nested."""
MOST_NODES = 20_000
"""How many texts, lists and mappings a file may have."""


@dataclass(slots=True)
class ScalarNode:
    """One text as it was written; `plain` when without quotes. Line and column from 1."""

    text: str
    plain: bool
    line: int
    column: int


@dataclass(slots=True)
class SequenceNode:
    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class KeyValue:
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


def read_document(data: bytes, path: str, problems: Problems) -> Node | None:
    """Read one YAML document; `None` if there is none to speak of. Nothing is raised for any bytes.

    `path` is how messages call the file; what is wrong goes to `problems`, all of it in one pass.
    """
    import yaml

    text = _decode(data, path, problems)
    if text is None:
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with closing(cast(Generator[yaml.Event], yaml.parse(text, Loader=loader))) as events:
            return _TreeBuilder(text, path, problems, events).build()
    except _LimitError:
        return None
    except yaml.YAMLError as error:
        found = _in_plain_words(error, text)
        line, column, message = misleading_look_alike(text, found[0]) or found
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # The pure-Python parser trips over some escapes and directives in ways of its own.
        line, column, message = 1, 1, f"this is not valid YAML: {shorten(str(error), 100)}"
    problems.add(path, line, column, message)
    return None


def _decode(data: bytes, path: str, problems: Problems) -> str | None:
    """The file's text without hidden characters, with plain newlines."""
    if len(data) > LARGEST:
        problems.add(path, 1, 1, f"the file is over {LARGEST // 1024} KB: a file here is a few KB")
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or 0 in data[:2]:
        problems.add(path, 1, 1, "this looks like UTF-16 or UTF-32: save it as UTF-8")
        return None
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode().replace("\r\n", "\n")
        line, column = position(good, len(good))
        problems.add(path, line, column, f"byte 0x{error.object[error.start]:02X} is not UTF-8: save it as UTF-8")
        return None
    text = text.replace("\r\n", "\n")
    text = text if "\n" in text else text.replace("\r", "\n")  # as old Macs end lines
    if text.count("\0") > 1:  # one is a hidden character as others are
        problems.add(path, *position(text, text.index("\0")), "from here on it is no text: save it as text, in UTF-8")
        return None
    text, flaws = clean(untab(text))
    line, column = 1, 1
    for offset, message in flaws:
        # Past that no position is shown, and finding it takes time.
        if not problems.full:
            line, column = position(text, offset)
        problems.add(path, line, column, message)
    return text


_COMMENT = re.compile(r" +(#[^\s#][^\n]*?)[ \t]*(?:\n|$)")
"""What somebody means as a text that begins with a '#'."""


class _LimitError(Exception):
    """A limit was passed: reading the rest could take for ever."""


class _TreeBuilder:
    def __init__(self, text: str, path: str, problems: Problems, events: "Iterator[yaml.Event]") -> None:
        import yaml

        self._yaml = yaml  # late, and looked up once: a file has thousands of nodes
        self._text, self._path, self._problems, self._events = text, path, problems, events
        self._way: list[str | int] = []
        """The keys and indexes that lead to the node that is read."""
        self._nodes = 0
        self._run_on: MappingNode | None = None
        """A list item into which the next one ran, since its '- ' is missing: that is said once."""

    def build(self) -> Node | None:
        root: Node | None = None
        yaml = self._yaml
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event)
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._problem(event, "a second document begins here: keep one to a file")
                return root
        if root is None:
            self._problems.add(self._path, 1, 1, "the file is empty")
        elif isinstance(root, ScalarNode):
            from uncramp.files.yaml_slips import KEY_WANTED, slip_behind  # late: most files have none

            found = misleading_look_alike(self._text, root.line)
            if found := found or slip_behind(KEY_WANTED, self._text.split("\n"), root.line):
                self._problems.add(self._path, *found)
                return None
        return root

    def _node(self, event: "yaml.NodeEvent") -> Node:
        yaml = self._yaml
        mark = _as_mark(event.start_mark)
        line, column = mark.line + 1, mark.column + 1
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"more than {MOST_NODES:,} items: this is no file of ours"
            self._problems.add(self._path, line, column, message)
            raise _LimitError
        if isinstance(event, yaml.AliasEvent):
            name = shorten(event.anchor or "")
            self._problem(event, f"'*{name}' is a YAML alias: write out what it stands for")
            return RefusedNode(line, column)
        if event.anchor is not None:
            self._problem(event, f"'&{shorten(event.anchor)}' is a YAML anchor: take it out")
        if (tag := getattr(event, "tag", None)) is not None:
            tag = tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(event, f"'{shorten(tag)}' is a YAML tag: take it out, or put the text in quotes")
        if isinstance(event, yaml.ScalarEvent):
            return ScalarNode(self._scalar_text(event), event.implicit[0], line, column)
        if len(self._way) >= DEEPEST:
            self._problem(event, f"nested more than {DEEPEST} deep: this is no file of ours")
            raise _LimitError
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(MappingNode(line, column))
        return self._sequence(SequenceNode(line, column))

    def _children(self) -> "Iterator[yaml.NodeEvent]":
        end = self._yaml.CollectionEndEvent
        for event in self._events:
            if isinstance(event, end):
                return
            yield cast("yaml.NodeEvent", event)

    def _sequence(self, node: SequenceNode) -> SequenceNode:
        for event in self._children():
            self._way.append(len(node.items))
            node.items.append(self._node(event))
            self._way.pop()
        return node

    def _mapping(self, node: MappingNode) -> MappingNode:
        children, scalar = self._children(), self._yaml.ScalarEvent
        for event in children:
            self._way.append(event.value if isinstance(event, scalar) else "")
            key = self._node(event)
            refused = self._refuse_key(key, node)
            value = self._node(next(children))
            if isinstance(key, ScalarNode) and not refused:
                node.entries[key.text] = KeyValue(key, value)
            self._way.pop()
        return node

    def _refuse_key(self, key: Node, mapping: MappingNode) -> bool:
        if isinstance(key, ScalarNode):
            if key.plain and is_wide_space(key.text[:1]):
                self._problems.add(self._path, key.line, key.column, describe_look_alike(key.text[0]), self._key())
                return True
            first = mapping.entries.get(key.text)
            if first is None:
                return False
            if mapping is self._run_on:
                return True
            meant = "keep one"
            again = len(mapping.entries) > 1 and key.text == next(iter(mapping.entries))
            if again and any(isinstance(part, int) for part in self._way[-2:]):
                self._run_on, meant = mapping, "begin the next item of the list with '- ', or keep one"
            message = f"'{shorten(key.text)}' is here twice, first on line {first.key.line}: {meant}"
        elif isinstance(key, RefusedNode):
            return True
        else:
            message = "a key must be one word or text"
        self._problems.add(self._path, key.line, key.column, message, self._key())
        return True

    def _scalar_text(self, event: "yaml.ScalarEvent") -> str:
        r"""The text, in double quotes with a problem for each `\e` and its kind where it is written."""
        comment = _COMMENT.match(self._text, _as_mark(event.end_mark).index)
        if comment and (not event.value or (event.implicit[0] and comment[1][1].isdigit())):
            words = f"{event.value} {comment[1]}".strip()
            self._problem(event, f"a '#' begins a comment: write \"{shorten(words)}\" in quotes")
            return words
        text, flaws = clean(event.value) if event.style == '"' else (event.value, [])
        if flaws:
            start = _as_mark(event.start_mark).index
            source = self._text[start : _as_mark(event.end_mark).index]
            spots = [start + offset for offset, char in escapes(source) if hidden(char)]
            spots += [start] * (len(flaws) - len(spots))
            line, column = 1, 1
            for spot, (_, message) in zip(spots, flaws, strict=False):
                if not self._problems.full:  # as in `_decode`
                    line, column = position(self._text, spot)
                self._problems.add(self._path, line, column, message, self._key())
        return text.replace("\t", " ")

    def _problem(self, event: "yaml.Event", message: str) -> None:
        mark = _as_mark(event.start_mark)
        self._problems.add(self._path, mark.line + 1, mark.column + 1, message, self._key())

    def _key(self) -> str:
        return key_words(self._way)


def _as_mark(mark: object) -> "yaml.error.Mark":
    """A mark as one: the parser gives one to each event, and its types don't say so."""
    return cast("yaml.error.Mark", mark)


_TAB_HERE = "a tab can't stand here in YAML: use spaces"
_DIRECTIVE = "a line with '%' at its start is a YAML directive, which is not used here"
_COMPLAINTS = {
    "tab character": "a tab can't indent in YAML: use spaces",
    "'\\t'": _TAB_HERE,
    "while scanning a quoted scalar": "the text that opens here has no closing quote",
    "escape": "this backslash begins no known character: write \\\\, or use 'single quotes'",
    "while scanning an anchor": "'&' begins a YAML anchor, which is not used here: put the text in quotes",
    "while scanning an alias": "'*' begins a YAML alias, which is not used here: put the text in quotes",
    "tag": "'!' begins a YAML tag, which is not used here: put the text in quotes",
    "directive": _DIRECTIVE,
    "incompatible YAML document": _DIRECTIVE,
    "mapping values are not allowed": "a ': ' that belongs to no key: put text with a ': ' in it in quotes",
    "mapping keys are not allowed": "a '? ' can't stand here: put the text in quotes",
    "sequence entries are not allowed": "a '- ' can't stand here: put each list item on its own line",
    "could not find expected ':'": "this line has no ': ' between key and value: write it, or indent what goes on more",
    "while parsing a flow sequence": "this list needs ',' between its items and ']' at its end",
    "while parsing a flow mapping": "this needs ',' between its keys and '}' at its end",
    "while parsing a block mapping": "this does not line up: keys that belong together begin in one column, each with ': ' after it",
    "while parsing a block collection": "this does not line up: each list item begins with '- ' in one column",
    "node content": "something is missing here: is a ',' too many, or a bracket before this not closed, or closed twice?",
    "cannot start any token": "text can't begin with this character: put it in quotes",
    "document start": "the document has ended before this: take out what follows, or indent it",
    "block scalar": "what follows '|' or '>' is the text, on lines of its own, indented",
}
"""What gives a complaint of the parser's away, and what to say."""
_AT_START = (
    "could not find expected ':'",
    "while scanning a quoted scalar",
    "while parsing a flow sequence",
    "while parsing a flow mapping",
)
"""Those that are about where what they complain of began."""


def _in_plain_words(error: "yaml.YAMLError", text: str) -> tuple[int, int, str]:
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    at, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    sign = next((sign for sign in _COMPLAINTS if sign in f"{context} {problem}"), None)
    mark = (began or at) if sign in _AT_START else (at or began)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if sign is None:
        return line, column, f"this is not valid YAML: {shorten(problem or 'it cannot be read', 100)}"
    from uncramp.files.yaml_slips import slip_behind  # late: most files have none

    lines = text.split("\n")
    if slip := slip_behind(sign, lines, line):
        return slip
    at_tab = line <= len(lines) and lines[line - 1].startswith("\t", column - 1)
    if sign == "cannot start any token" and at_tab:
        return line, column, _TAB_HERE
    return line, column, _COMPLAINTS[sign]
