"""Fitting words into lines: their width on a terminal, breaking, cutting, and the notes that there is room for."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from uncramp.files.text import clean
from uncramp.i18n import _, plural

ELLIPSIS = "…"
NOTES_HEADING = _("What else I noted, the newest first")

_LINES_OF_NOTE = 2

_FOR_THE_REST = 2
"""Lines that are kept to say what is missing."""


def tidy(text: str) -> str:
    """A text from the diary on one line, with a stand-in for each hidden character."""
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


@dataclass(frozen=True, slots=True)
class ChosenNotes:
    shown: tuple[str, ...]
    left_out: int
    shortened: int

    @property
    def rest(self) -> str:
        """What of the notes is not on the page, in words; nothing where all is."""
        said = []
        if self.left_out:
            said.append(
                plural(
                    "There is no room here for {n} more note.",
                    "There is no room here for {n} more notes.",
                    self.left_out,
                )
            )
        if self.shortened:
            said.append(plural("{n} note is cut short (…).", "{n} notes are cut short (…).", self.shortened))
        return " ".join([*said, _("My diary has it all.")]) if said else ""

    @property
    def lines(self) -> tuple[str, ...]:
        return (*self.shown, self.rest) if self.rest else self.shown


def choose(notes: Sequence[str], room: int, width: int, more: int = 0) -> ChosenNotes:
    """The notes that there is room for, in whole lines of `width` columns, the first first; `more` there are besides.

    Where there are so many, at least as many are given as there are lines.
    """
    short = [_cut(note, width) for note in notes[: max(room, 0)]]
    sizes = [lines_of(note, width) for note in short]
    changed = [text != note for text, note in zip(short, notes, strict=False)]
    rest = more + len(notes) - len(short)
    if not rest and sum(sizes) + (_FOR_THE_REST if any(changed) else 0) <= room:
        return ChosenNotes(tuple(short), 0, sum(changed))
    number = sum(1 for used in accumulate(sizes) if used + _FOR_THE_REST <= room)
    return ChosenNotes(tuple(short[:number]), more + len(notes) - number, sum(changed[:number]))


def _cut(note: str, width: int) -> str:
    """The note, or as much of it as goes into the lines that one may have, its words broken at their ends."""
    room = _LINES_OF_NOTE * width
    while lines_of(cut(note, room), width) > _LINES_OF_NOTE:
        room -= 1
    return cut(note, room)
