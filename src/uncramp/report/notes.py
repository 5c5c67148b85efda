"""Which notes there is room for on one page. What is left out or cut short is counted, and the page says it."""

from collections.abc import Sequence
from dataclasses import dataclass

from uncramp.i18n import _, plural
from uncramp.report.room import cut, lines_of

_LINES = 2
"""Lines that one note may take."""

_FOR_THE_REST = 2
"""Lines that are kept to say what is missing."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The notes on the page."""

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


def heading() -> str:
    """What stands above the notes."""
    return _("What else I noted, the newest first")


def choose(notes: Sequence[str], room: int, width: int, more: int = 0) -> Chosen:
    """The notes that there is room for, in whole lines of `width` columns, the first ones first.

    Args:
        notes: the first of them; at least as many as there are lines, if there are so many.
        room: the lines there are, without the heading.
        width: columns of a line.
        more: how many there are besides.
    """
    short = [_cut(note, width) for note in notes[: max(room, 0)]]
    sizes = [lines_of(note, width) for note in short]
    changed = [one != note for one, note in zip(short, notes, strict=False)]
    rest = more + len(notes) - len(short)
    if not rest and sum(sizes) + (_FOR_THE_REST if any(changed) else 0) <= room:
        return Chosen(tuple(short), 0, sum(changed))
    used, number = _FOR_THE_REST, 0
    while number < len(sizes) and used + sizes[number] <= room:
        used += sizes[number]
        number += 1
    return Chosen(tuple(short[:number]), more + len(notes) - number, sum(changed[:number]))


def _cut(note: str, width: int) -> str:
    """The note, or as much of it as goes into the lines that one may have, its words broken at their ends."""
    room = _LINES * width
    while lines_of(cut(note, room), width) > _LINES:
        room -= 1
    return cut(note, room)
