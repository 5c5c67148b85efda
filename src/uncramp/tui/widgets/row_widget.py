"""The base of widgets that are painted row by row: only what has changed of a row is drawn again."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from uncramp.tui.theme import Ink, inks

Run = tuple[str, Ink | Style]
"""Text in one ink, or in a style of its own."""
Row = tuple[Run, ...]

_CACHED = 1_000
"""Rows whose strips are cached: a figure's in a minute of exercise, and the clock's beside it."""


class RowWidget(Widget):
    """Rows of runs. A subclass gives them in `paint`, and calls `repaint` when they may have changed."""

    _width = 0
    _rows: tuple[Row, ...] = ()

    def paint(self, width: int) -> Iterable[Row]:
        """The rows for so many columns; each is cut or filled to them."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw rows that have changed; lay out only if their number has changed and gives the height."""
        before, self._rows = self._rows, tuple(self.paint(self._width)) if self._width else ()
        if not self._width or len(before) != len(self._rows):
            self.refresh(layout=self.styles.is_auto_height)
            return
        changed = [
            Region(start, y, end - start, 1)
            for y, row in enumerate(self._rows)
            if row != before[y]
            for start, end in [_changed(before[y], row)]
            if start < end
        ]
        # With no region at all, all of it would be drawn.
        if changed:
            self.refresh(*changed)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._width = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._rows_for(width))

    def render_line(self, y: int) -> Strip:
        rows = self._rows_for(self.size.width)
        return _strip(rows[y] if y < len(rows) else (), self._width, self.app.theme)

    def _rows_for(self, width: int) -> tuple[Row, ...]:
        if width != self._width:
            self._width, self._rows = width, tuple(self.paint(width))
        return self._rows


@lru_cache(_CACHED)
def _strip(row: Row, width: int, theme: str) -> Strip:
    """A row as Textual draws it, cached with what Textual caches in it: most rows come again."""
    mixed = inks(theme)
    segments = [Segment(text, ink if isinstance(ink, Style) else mixed[ink]) for text, ink in row]
    return Strip(segments).adjust_cell_length(width, mixed[Ink.BLANK])


def one_line(words: str) -> str:
    return words.replace("\n", " ")


def shortened(words: str, width: int) -> str:
    """Words cut to so many columns, with an ellipsis."""
    if cell_len(words) <= width:
        return words
    return set_cell_size(words, width - 1) + "…" if width > 0 else ""


def row_length(row: Row) -> int:
    """Columns that a row takes."""
    return sum(cell_len(text) for text, _ink in row)


def _changed(before: Row, row: Row) -> tuple[int, int]:
    """From which column to which one a row is drawn again: over a network each cell counts.

    The column behind what has changed is drawn, too: many terminals let a block reach a pixel into it.
    """
    length, former = row_length(row), row_length(before)
    behind = _alike(before[::-1], row[::-1], -1) if length == former else 0
    return _alike(before, row, 1), max(length, former) - max(0, behind - 1)


def _alike(before: Row, row: Row, way: int) -> int:
    """Columns in which two rows are alike before they differ; `way` is -1 for texts that are read from their ends."""
    columns = 0
    for (former, inked), (text, ink) in zip(before, row, strict=False):
        if inked != ink:
            break
        if former != text:
            plain = all(cell_len(char) == 1 for char in {*former, *text})  # none is wide, or joins the one before
            same = takewhile(lambda both: both[0] == both[1], zip(former[::way], text[::way], strict=False))
            return columns + (sum(1 for _both in same) if plain else 0)
        columns += cell_len(text)
    return columns


def side_by_side(left: Run, right: Row, width: int) -> Row:
    """One run at the left end of a line and others at the right; the left one makes way."""
    taken = row_length(right)
    room = width - taken - bool(taken)
    if room <= 0:
        return right
    words = shortened(left[0], room)
    return ((words, left[1]), (" " * (width - taken - cell_len(words)), Ink.BLANK), *right)
