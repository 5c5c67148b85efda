"""The little Markdown that the guide is written in: headings, paragraphs, lists, emphasis and `code`.

Nothing else has a meaning: a link, a picture or a piece of HTML stays the characters that it is. Every pattern here
looks at a character once, so that no text takes long.
"""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from uncramp.files.text import clean

DEEPEST = 6
"""The lowest level of heading."""

NARROWEST = 20
"""Columns below which lines are broken no further."""

_MARGIN = "  "
_INDENT = 2
"""Spaces before an item, for each list that it is in."""
_ITEM = re.compile(r"[-*+][ ]+|\d{1,9}[.)][ ]+")
_INLINE = re.compile(r"\\([!-/:-@\[-`{-~])|`([^`]*)`|\*+|_+")
_MARKED = re.compile(r"([\\`*_#+>\[\]{}()<&|~!.-])")


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or an item of a list, as plain words on one line."""

    kind: BlockKind
    text: str
    line: int
    """Where it begins in the Markdown, from 0."""
    level: int = 0
    """Of a heading 1 to 6; of an item how deep its list is, from 0."""
    mark: str = ""
    """What stands before an item: `-` or `1.`."""


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text, in order. Hidden characters are replaced."""
    return tuple(_blocks(tidy(markdown).split("\n")))


def tidy(text: str) -> str:
    """The text with plain newlines, spaces for tabs, and a stand-in for each hidden character."""
    return clean(text.replace("\r\n", "\n").replace("\t", " "))[0]


def escaped(words: str) -> str:
    """Words as Markdown that shows them as they are, on one line."""
    return _MARKED.sub(r"\\\1", " ".join(words.split()))


def _blocks(lines: list[str]) -> Iterator[Block]:
    # The block that the next line may go on with.
    begun: Block | None = None
    parts: list[str] = []
    for number, line in enumerate([*lines, ""]):
        words = line.strip()
        beginning = _begin(line, number)
        if words and not beginning and begun:
            parts.append(words)
            continue
        if begun:
            yield _whole(begun, parts)
        begun = beginning or (Block(BlockKind.PARAGRAPH, words, number) if words else None)
        if begun:
            parts = [begun.text]
            if begun.kind is BlockKind.HEADING:
                yield _whole(begun, parts)
                begun = None


def _begin(line: str, number: int) -> Block | None:
    words = line.strip()
    rest = words.lstrip("#")
    level = len(words) - len(rest)
    if 0 < level <= DEEPEST and rest[:1] in ("", " "):
        return Block(BlockKind.HEADING, rest.rstrip("#").strip(), number, level)
    if mark := _ITEM.match(words):
        indent = len(line) - len(line.lstrip())
        shown = "-" if words[0] in "-*+" else mark[0].strip()
        return Block(BlockKind.ITEM, words[mark.end() :], number, indent // _INDENT, shown)
    return None


def _whole(block: Block, parts: list[str]) -> Block:
    text = _INLINE.sub(_plain, " ".join(parts))
    return replace(block, text=" ".join(text.split()))


def _plain(markup: re.Match[str]) -> str:
    escaped_char, code = markup[1], markup[2]
    if escaped_char is not None:
        return escaped_char
    if code is not None:
        return code
    text, (start, end) = markup.string, markup.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    loose = not before.strip() and not after.strip()
    inside = markup[0].startswith("_") and before.isalnum() and after.isalnum()
    return markup[0] if loose or inside else ""


def as_plain(markdown: str, width: int) -> str:
    """The text in lines of at most `width` columns; what stands under a heading is set in."""
    return "\n".join(_lines(blocks(markdown), max(width, NARROWEST)))


def _lines(content: tuple[Block, ...], width: int) -> Iterator[str]:
    indent = ""
    before: Block | None = None
    for block in content:
        together = before is not None and before.kind is block.kind is BlockKind.ITEM
        under = before is not None and before.kind is BlockKind.HEADING and before.level > 1
        if before is not None and not together and not under:
            yield ""
        if block.kind is BlockKind.HEADING:
            indent = _MARGIN if block.level > 1 else ""
            yield from wrap(block.text, width)
        elif block.kind is BlockKind.ITEM:
            start = indent + _MARGIN * min(block.level, 2) + block.mark + " "
            yield from wrap(block.text, width, start, " " * len(start))
        else:
            yield from wrap(block.text, width, indent, indent)
        before = block


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break words into lines: `first` stands before the first one, `rest`, as long, before the others."""
    room = max(width - len(first), 1)
    # A word that is longer than a line begins on a line of its own.
    pieces = (word[at : at + room] for word in text.split() for at in range(0, len(word), room))
    return textwrap.wrap(
        " ".join(pieces), len(first) + room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
