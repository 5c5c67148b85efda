"""The lines under the time: one bar with what it belongs to, and the keys that matter most."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from uncramp.terminal.layout import Room
from uncramp.tui.theme import Ink
from uncramp.tui.widgets.choices import Spans
from uncramp.tui.widgets.row_widget import Row, RowWidget, one_line, row_length, shortened

_GAPS, _TINY_GAPS = ("   ", "  ", " "), ("  ", " ")
"""What stands between two chips: the first that leaves room for all of them, or else the first."""
_LEAST_BAR = 12
"""The least columns of the bar; its words are cut for them."""
_LEAST_WORDS = 10


class Chip(NamedTuple):
    """A key as a chip, and what it does."""

    key: str
    words: str
    action: str


class ProgressFooter(RowWidget, Spans):
    """The bar and the chips; in a large room with an empty line between them, in a small one without the bar."""

    DEFAULT_CSS = "ProgressFooter { height: auto; width: 1fr; }"

    _done: float | None = None
    _words = ""
    _chips: tuple[Chip, ...] = ()
    _room = Room(0, 0)

    def show(self, done: float | None, words: str, chips: tuple[Chip, ...], room: Room) -> None:
        """Show a bar that is so full (0 to 1, `None` for no bar) with its words, if any, and chips."""
        self._done, self._words, self._chips, self._room = done, words, chips, room
        self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        room, lines = self._room, 0
        if not room.small and (self._done is not None or self._words):
            words = shortened(one_line(self._words), width - _LEAST_BAR)
            words = f"  {words}" if words else ""
            left = width - cell_len(words)
            bar: Row = ((" " * left, Ink.BLANK),) if self._done is None else _bar(self._done, left)
            yield (*bar, (words, Ink.STRONG))
            lines += 1
        if room.large:
            yield ()
            lines += 1
        spans = []
        space = _space(self._chips, width, tiny=room.tiny)
        for nth, row in enumerate(_rows(self._chips, width, space, tiny=room.tiny), lines):
            line: Row = ()
            for chip, run in row:
                line = (*line, (space if line else "", Ink.BLANK))
                start = row_length(line)
                line = (*line, *run)
                spans.append((nth, start, row_length(line), chip.action))
            yield line
        self._spans = tuple(spans)


def rows_of(chips: tuple[Chip, ...], room: Room) -> int:
    return len(list(_rows(chips, room.columns, _space(chips, room.columns, tiny=room.tiny), tiny=room.tiny)))


def _space(chips: tuple[Chip, ...], width: int, *, tiny: bool) -> str:
    gaps, edges = (_TINY_GAPS, 0) if tiny else (_GAPS, 2)
    taken = sum(edges + cell_len(one.key) + (1 + cell_len(one.words) if one.words else 0) for one in chips)
    return next((gap for gap in gaps if taken + len(gap) * (len(chips) - 1) <= width), gaps[0])


def _rows(chips: tuple[Chip, ...], width: int, space: str, *, tiny: bool) -> Iterator[list[tuple[Chip, Row]]]:
    """The chips in one row, in a tiny room in more: those that fit, the last one shortened where it is worth it."""
    most, edge = (len(chips), "") if tiny else (1, " ")
    row, left = list[tuple[Chip, Row]](), width
    for chip in chips:
        key: Row = ((f"{edge}{chip.key}{edge}", Ink.CHIP), (" " if chip.words else "", Ink.BLANK))
        left_for_words = left - row_length(key) - (len(space) if row else 0)
        if row and cell_len(chip.words) > left_for_words and most > 1:
            yield row
            row, left, most = [], width, most - 1
            left_for_words = left - row_length(key)
        words = shortened(one_line(chip.words), left_for_words)
        if row and cell_len(words) < min(_LEAST_WORDS, cell_len(chip.words)):
            break
        row.append((chip, (*key, (words, Ink.STRONG))))
        left = left_for_words - cell_len(words)
    if row:
        yield row


def _bar(done: float, width: int) -> Row:
    """A bar that fills from the left, half a cell at a time."""
    full, half = divmod(max(0, min(int(done * width * 2), width * 2)), 2)
    rest = max(0, width - full - half)
    return ("━" * full + "╸" * half, Ink.ACCENT), ("─" * rest, Ink.TRACK)
