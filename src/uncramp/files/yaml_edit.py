"""Changing single keys in the text of a small YAML file, so that comments and order stay as they were written.

Only block mappings of keys with short values are changed. The caller reads the outcome back, and writes the file anew
where it is not what was meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

_COMMENT = re.compile(r"(?:(?<=\s)|^)#.*$")


def comments(text: str) -> tuple[str, ...]:
    """The comments in a text whose values hold no `#`, in order."""
    matches = (_COMMENT.search(line) for line in text.splitlines())
    return tuple(match[0].rstrip() for match in matches if match)


def set_keys(text: str, changes: Mapping[str, str | None]) -> str | None:
    """The text with some keys changed; `None` if it is written in a way that can't be changed line by line.

    `changes` has what each key is to say, as YAML on one line; `None` takes the key out.
    """
    spans = _spans(text)
    if spans is None:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    end = max((span.last for span in spans.values()), default=-1) + 1
    indent = next((span.indent for span in spans.values()), "")
    added = [f"{indent}{key}: {value}" for key, value in changes.items() if value and key not in spans]
    if not spans:
        end = len(lines) - (not lines[-1])
    lines[end:end] = added
    for key, span in sorted(spans.items(), key=lambda item: -item[1].first):
        if key in changes:
            lines[span.first : span.last + 1] = span.changed(lines, key, changes[key])
    return newline.join(lines) + ("" if not lines[-1] else newline)


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines that a key and its value stand on, from 0."""

    first: int
    last: int
    indent: str

    def changed(self, lines: list[str], key: str, value: str | None) -> list[str]:
        """These lines with another value; the comments on them stay."""
        matches = map(_COMMENT.search, lines[self.first : self.last + 1])
        kept = [match[0] for match in matches if match]
        if value is None:
            return [self.indent + comment for comment in kept]
        line = f"{self.indent}{key}: {value}"
        if self.first == self.last and kept:
            return [f"{line}  {kept[0]}"]
        return [*(self.indent + comment for comment in kept), line]


def _spans(text: str) -> dict[str, _Span] | None:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    lines = text.split("\n")
    spans: dict[str, _Span] = {}
    for key, value in root.value:
        first = key.start_mark.line
        indent = lines[first][: key.start_mark.column]
        if not isinstance(key, yaml.ScalarNode) or indent.strip():
            return None
        spans[key.value] = _Span(first, _last_line(value), indent)
    return spans


def _last_line(node: yaml.Node) -> int:
    """The last line that a value stands on. The end of a block list is only known from its last item."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _last_line(node.value[-1])
    mark = node.end_mark
    return int(mark.line if mark.column or mark.line == node.start_mark.line else mark.line - 1)
