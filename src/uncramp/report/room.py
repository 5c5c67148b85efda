"""How much room words take, and breaking and cutting them by it. What is cut ends in an ellipsis."""

import unicodedata
from collections.abc import Iterator

from uncramp.files.text import clean

ELLIPSIS = "…"


def tidy(text: str) -> str:
    """A text from the diary on one line, with a stand-in for whatever could steer a screen."""
    return clean(" ".join(text.split()))[0]


def cells(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_cell(char) for char in text)


def cut(text: str, room: int) -> str:
    """The text, or as much of it as there is room for in `room` columns, with an ellipsis."""
    if next(_split(text, room)) == text:
        return text
    return next(_split(text, max(room - 1, 1))).rstrip() + ELLIPSIS


def wrap(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Break words into lines of at most `width` columns: `first` stands before the first, `rest` before the others."""
    room = max(width - max(cells(first), cells(rest)), 2)
    line, start = "", first
    for word in (piece for whole in text.split() for piece in _split(whole, room)):
        if line and cells(line) + 1 + cells(word) > room:
            yield start + line
            line, start = word, rest
        else:
            line = f"{line} {word}" if line else word
    yield start + line


def lines_of(text: str, width: int) -> int:
    """How many lines of `width` columns a text takes."""
    return sum(1 for _line in wrap(text, width))


def _split(text: str, room: int) -> Iterator[str]:
    piece, used = "", 0
    for char in text:
        size = _cell(char)
        if piece and used + size > room:
            yield piece
            piece, used = "", 0
        piece += char
        used += size
    yield piece


def _cell(char: str) -> int:
    if char < "\x7f":
        return 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
