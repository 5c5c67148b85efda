"""The clock in block digits, to be read across a room, and a few words beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from textual.content import Content

from uncramp.terminal.letters import half_blocks
from uncramp.tui.theme import Ink
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
"""The least columns beside the clock."""

HALF: Final = 0
"""The scale at which two dots share a cell: digits three lines high."""
HALF_HEIGHT: Final = 3


def block_lines(text: str, scale: int) -> list[str]:
    """Draw a clock's face, such as `1:07`; `scale` is the lines that a dot is high (it is two cells wide), or `HALF`."""
    if scale == HALF:
        return half_blocks([" ".join(_GLYPHS[character][row] for character in text) for row in range(_HEIGHT)])
    wide = [
        (" " * scale).join(_widened(_GLYPHS[character][row], scale) for character in text) for row in range(_HEIGHT)
    ]
    return [row for row in wide for _ in range(scale)]


def _widened(dots: str, scale: int) -> str:
    return "".join(("█" if dot == "#" else " ") * (2 * scale) for dot in dots)


@dataclass(frozen=True, slots=True)
class Time:
    """What the panel shows."""

    face: str = ""
    """The clock's; none for words alone."""
    scale: int = HALF
    """Lines a dot, or `HALF`."""
    beside: tuple[str, ...] = ()
    """What stands beside the clock, the most important first."""

    def clock(self, columns: int) -> list[str]:
        """The clock's lines, at the largest scale up to its own that fits."""
        if not self.face:
            return []
        scales = (scale for scale in range(self.scale, HALF, -1) if len(block_lines(self.face, scale)[0]) <= columns)
        return block_lines(self.face, next(scales, HALF))


class TimePanel(RowWidget):
    """A clock, and words beside it. It is as large as the stage wants it, and the words leave room for."""

    DEFAULT_CSS = """
    TimePanel { height: auto; width: 1fr; }
    """

    _time = Time()

    def show(self, time: Time) -> None:
        """Show another time."""
        if time != self._time:
            self._time = time
            self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        clock = self._time.clock(width)
        if not clock:
            yield from (((shortened(words, width), Ink.STRONG),) for words in self._time.beside)
            return
        taken = len(clock[0]) + _GAP
        if width - taken < _BESIDE:
            yield from (((line, Ink.DIGITS),) for line in clock)
            yield from ((run,) for run in _wrapped(" · ".join(filter(None, self._time.beside)), width, Ink.QUIET))
            return
        words = [run for part in self._time.beside for run in _wrapped(part, width - taken, Ink.STRONG)]
        above = max(0, len(clock) - len(words)) // 2
        shown = [*[("", Ink.BLANK)] * above, *words][: len(clock)]
        for line, run in zip_longest(clock, shown, fillvalue=None):
            yield (
                (line or " " * (taken - _GAP), Ink.DIGITS),
                (" " * _GAP, Ink.BLANK),
                run or ("", Ink.BLANK),
            )


def _wrapped(words: str, width: int, ink: Ink) -> Iterator[Run]:
    """Words on as many lines as they take; no words, no line."""
    yield from ((line.plain, ink) for line in Content(words).wrap(width) if words)
