"""The base of widgets that are painted row by row: only rows that have changed are drawn again."""

from collections.abc import Iterable
from functools import lru_cache

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
        changed = [Region(0, y, self._width, 1) for y, row in enumerate(self._rows) if row != before[y]]
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


def side_by_side(left: Run, right: Row, width: int, gap: int = 1) -> Row:
    """One run at the left end of a line and others at the right; the left one makes way."""
    taken = row_length(right)
    room = width - taken - (gap if taken else 0)
    if room <= 0:
        return right
    words = shortened(left[0], room)
    return ((words, left[1]), (" " * (width - taken - cell_len(words)), Ink.BLANK), *right)
