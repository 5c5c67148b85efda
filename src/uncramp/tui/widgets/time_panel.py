"""The clock in block digits, to be read across a room, and a few words beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from uncramp.terminal.letters import half_blocks
from uncramp.tui.theme import Ink
from uncramp.tui.widgets.plain_text import broken_well
from uncramp.tui.widgets.row_widget import Row, RowWidget, Run, shortened

_GLYPHS: Final = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", " ##", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
_HEIGHT: Final = 5

_GAP: Final = 2
"""Columns between the clock and what stands beside it."""
_BESIDE: Final = 10
"""The least columns beside a small clock."""

HALF: Final = 0
"""The scale at which two dots share a cell: digits three lines high."""
HALF_HEIGHT: Final = 3


def block_lines(text: str, scale: int) -> list[str]:
    """Draw a clock's face, such as `1:07`; `scale` is the lines that a dot is high (it is two cells wide), or `HALF`."""
    if scale == HALF:
        return half_blocks([" ".join(_GLYPHS[character][row] for character in text) for row in range(_HEIGHT)])
    gap, cells = " " * scale, str.maketrans({"#": "██" * scale, " ": "  " * scale})
    wide = (gap.join(_GLYPHS[character][row].translate(cells) for character in text) for row in range(_HEIGHT))
    return [row for row in wide for _ in range(scale)]


@dataclass(frozen=True, slots=True)
class Time:
    """What the panel shows."""

    face: str = ""
    """The clock's; none for words alone."""
    scale: int = HALF
    """Lines a dot, or `HALF`."""
    beside: tuple[tuple[str, ...], ...] = ()
    """What stands beside the clock, the most important first: each in its forms, the longest first."""

    def clock(self, columns: int) -> list[str]:
        """The clock's lines, at the largest scale up to its own that fits."""
        if not self.face:
            return []
        scales = (scale for scale in range(self.scale, HALF, -1) if len(block_lines(self.face, scale)[0]) <= columns)
        return block_lines(self.face, next(scales, HALF))

    def has_room(self, columns: int) -> bool:
        """Whether all that stands beside the clock has room there."""
        clock, beside = self.clock(columns), [forms for forms in self.beside if forms[0]]
        return not clock or _fitted(beside, columns - len(clock[0]) - _GAP, always=False) is not None


class TimePanel(RowWidget):
    """A clock, and words beside it. It is as large as the stage wants it, and the words leave room for."""

    DEFAULT_CSS = "TimePanel { height: auto; width: 1fr; }"

    _time = Time()
    _gaps = (0, 0)

    def show(self, time: Time, *, above: int = 0, below: int = 0) -> None:
        """Show a time, with so many empty lines above and below it."""
        if (time, (above, below)) != (self._time, self._gaps):
            self._time, self._gaps = time, (above, below)
            self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        above, below = self._gaps
        yield from [()] * above
        yield from self._painted(width - 1)  # what stands beside it keeps its distance
        yield from [()] * below

    def _painted(self, width: int) -> Iterator[Row]:
        clock, beside = self._time.clock(width), [forms for forms in self._time.beside if forms[0]]
        if not clock:
            yield from (((shortened(forms[0], width), Ink.STRONG),) for forms in beside)
            return
        taken = len(clock[0]) + _GAP
        words = _fitted(beside, width - taken, always=len(clock) == HALF_HEIGHT and width - taken >= _BESIDE) or []
        above = max(0, len(clock) - len(words)) // 2
        shown = [*[("", Ink.BLANK)] * above, *words][: len(clock)]
        for line, run in zip_longest(clock, shown, fillvalue=None):
            yield ((line or " " * (taken - _GAP), Ink.DIGITS), (" " * _GAP, Ink.BLANK), run or ("", Ink.BLANK))


def _fitted(beside: Sequence[tuple[str, ...]], columns: int, *, always: bool) -> list[Run] | None:
    """Each in the longest form that has one line, or on two that part well; `None` where one has no room, unless `always`."""
    runs = list[Run]()
    for forms in beside:
        one_line = next((form for form in forms if cell_len(form) <= columns), "")
        lines = [one_line] if one_line else broken_well(forms[0], columns)
        if lines is None and not always:
            return None
        lines = lines or [line.plain for line in Content(forms[0]).wrap(columns)]
        runs += [(line, Ink.STRONG) for line in lines]
    return runs
