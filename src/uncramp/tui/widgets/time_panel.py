"""The clock in block digits, to be read across a room, and the move and its progress beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from textual.content import Content

from uncramp.terminal.letters import half_blocks, large
from uncramp.tui.theme import Ink
from uncramp.tui.widgets.row_widget import Row, RowWidget, Run, one_line, shortened

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

PLAIN: Final = -1
"""The scale at which the time is ordinary text."""
HALF: Final = 0
"""The scale at which two dots share a cell: digits three lines high."""


def block_lines(text: str, scale: int) -> list[str]:
    """Draw a clock's face, such as `1:07`; `scale` is the lines that a dot is high (it is two cells wide), or `HALF`."""
    dots = [" ".join(_GLYPHS[character][row] for character in text) for row in range(_HEIGHT)]
    if scale == HALF:
        return half_blocks(dots)
    wide = ["".join(("█" if dot == "#" else " ") * (2 * scale) for dot in row) for row in dots]
    return [row for row in wide for _ in range(scale)]


@dataclass(frozen=True, slots=True)
class Time:
    """What the panel shows."""

    face: str = ""
    """The clock's."""
    scale: int = PLAIN
    """`PLAIN`, `HALF`, or lines a dot."""
    gap: int = 3
    """Columns between the clock and what stands beside it."""
    move: str = ""
    move_lines: int = 0
    """Lines that the move may take in large letters."""
    of: str = ""
    progress: str = ""
    cut: bool = False
    """Whether a long progress is cut, for want of room, and not wrapped."""

    @property
    def clock(self) -> list[str]:
        """The clock's lines."""
        big = self.face and self.scale >= HALF
        return block_lines(self.face, self.scale) if big else [self.face]

    def beside(self, columns: int) -> int:
        """How many of so many columns are left beside the clock."""
        return max(1, columns - len(self.clock[0]) - self.gap)


class TimePanel(RowWidget):
    """A clock, and words beside it. Its scale is set by the stage, which knows the room."""

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
        clock = self._time.clock
        blank, gap = " " * len(clock[0]), (" " * self._time.gap, Ink.BLANK)
        for digits, words in zip_longest(clock, self._words(self._time.beside(width))):
            yield ((digits or blank, Ink.DIGITS), gap, words or ("", Ink.BLANK))

    def _words(self, width: int) -> Iterator[Run]:
        time = self._time
        for line in large(time.move, width, time.move_lines) or [time.move]:
            yield from _wrapped(line, width, Ink.STRONG)
        yield from _wrapped(time.of, width, Ink.QUIET)
        progress = shortened(one_line(time.progress), width) if time.cut else time.progress
        yield from _wrapped(progress, width, Ink.QUIET)


def _wrapped(words: str, width: int, ink: Ink) -> Iterator[Run]:
    """Words on as many lines as they take; no words, no line."""
    yield from ((line.plain, ink) for line in Content(words).wrap(width) if words)
