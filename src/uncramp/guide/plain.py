"""A text of the guide for a terminal that can't draw, a pipe or a screen reader."""

from collections.abc import Iterator

from uncramp.guide.blocks import Block, Kind, blocks

NARROWEST = 20
"""Columns below which lines are broken no further."""

_INDENT = "  "


def as_plain(markdown: str, width: int) -> str:
    """The text in lines of at most `width` columns; what stands under a heading is set in."""
    return "\n".join(_lines(blocks(markdown), max(width, NARROWEST)))


def _lines(found: tuple[Block, ...], width: int) -> Iterator[str]:
    indent = ""
    before: Block | None = None
    for block in found:
        together = before is not None and before.kind is block.kind is Kind.ITEM
        under = before is not None and before.kind is Kind.HEADING and before.level > 1
        if before is not None and not together and not under:
            yield ""
        if block.kind is Kind.HEADING:
            indent = _INDENT if block.level > 1 else ""
            yield from wrap(block.text, width)
        elif block.kind is Kind.ITEM:
            start = indent + _INDENT * min(block.level, 2) + block.mark + " "
            yield from wrap(block.text, width, start, " " * len(start))
        else:
            yield from wrap(block.text, width, indent, indent)
        before = block


def wrap(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Break words into lines: `first` stands before the first one, `rest`, as long, before the others."""
    room = max(width - len(first), 1)
    line, start = "", first
    for word in _pieces(text, room):
        if line and len(line) + 1 + len(word) > room:
            yield start + line
            line, start = word, rest
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield start + line


def _pieces(text: str, room: int) -> Iterator[str]:
    """The words, and those that are longer than a line in pieces."""
    for word in text.split():
        yield from (word[at : at + room] for at in range(0, len(word), room))
