"""The answers to a question, one a line: by key, by arrows and Tab, by mouse. None is marked until somebody marks one."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from textual.content import Content

from uncramp.tui.widgets.choices import Clickable, Label, taken

Item = TypeVar("Item")

_FRAME = 8
"""Columns beside the words of an answer: the pointer, the chip's edges, and what stands between its parts."""
_NARROW = 30
"""Columns below which answers stand in one row, if they can."""


class AnswerRow(NamedTuple):
    """One answer."""

    key: str
    words: str
    hint: str
    """What comes of it; left out where there is no room."""
    action: str
    """What the key, a click, or Enter on the marked line does."""


class Markable(Clickable, Generic[Item]):
    """Things of which one can be marked. None is at first, and others than before have no mark."""

    _rows: tuple[Item, ...] = ()
    _at: int | None = None

    @property
    def marked(self) -> Item | None:
        return None if self._at is None else self._rows[self._at]

    def mark(self, way: int) -> None:
        """Mark the next one, or with -1 the one before; round and round."""
        if self._rows:
            first = 0 if way > 0 else len(self._rows) - 1
            self._at = first if self._at is None else (self._at + way) % len(self._rows)
            self._draw()

    def _take(self, rows: Sequence[Item]) -> None:
        if tuple(rows) != self._rows:
            self._rows, self._at = tuple(rows), None

    def _draw(self) -> None:
        """Show all of them, and the mark, which a subclass does."""


class Answers(Markable[AnswerRow]):
    """Answers with their keys, one a line."""

    DEFAULT_CSS = "Answers { height: auto; }"

    _room = (0, 0)
    lines = 0
    """The lines that they take."""
    _last: AnswerRow | None = None

    def offer(self, rows: Sequence[AnswerRow], columns: int, gap: int = 0, last: AnswerRow | None = None) -> None:
        """Show answers, each wrapped to so many columns, with `gap` empty lines between them.

        `last` stands below them in the same columns, and can't be marked: what Enter does.
        """
        if (tuple(rows), (columns, gap), last) == (self._rows, self._room, self._last):
            return
        self._take(rows)
        self._room, self._last = (columns, gap), last
        self._draw()

    def _draw(self) -> None:
        columns, gap = self._room
        if columns < _NARROW and self._draw_closely(columns):
            return
        lines, spans = list[Content](), []
        taken = _FRAME + self._wide(0) + self._wide(1)
        hints = all(taken + cell_len(row.hint) <= columns for row in self._shown)
        for nth, row in enumerate(self._shown):
            lines += [Content()] * (gap if nth else 0)
            for line in self._lines(row, columns, marked=nth == self._at, hints=hints):
                spans.append((len(lines), 0, max(columns, line.cell_length), row.action))
                lines.append(line)
        self._spans, self.lines = tuple(spans), len(lines)
        self.show_styled(Content("\n").join(lines))

    @property
    def _shown(self) -> tuple[AnswerRow, ...]:
        return (*self._rows, self._last) if self._last else self._rows

    def _draw_closely(self, columns: int) -> bool:
        """Show the answers in the smallest form, side by side or one a line; whether they have room."""
        labels = [
            Label(
                Content.assemble(
                    (row.key, "bold $accent"), " ", (row.words, "reverse $foreground" if nth == self._at else "")
                ),
                row.action,
            )
            for nth, row in enumerate(self._shown)
        ]
        fits = all(label.words.cell_length <= columns for label in labels)
        if fits:
            one_row = taken(labels, 1) <= columns
            self.lay_out(labels, gap=1, width=columns if one_row else 1)
            self.lines = 1 if one_row else len(labels)
        return fits

    def _wide(self, part: int) -> int:
        return max((cell_len(row[part]) for row in (self._rows if part else self._shown)), default=0)

    def _lines(self, row: AnswerRow, columns: int, *, marked: bool, hints: bool) -> Iterator[Content]:
        """One answer: wrapped under its first word, with what comes of it where all of those have room."""
        pointer = ("▸ ", "$accent") if marked else "  "
        # Not bold: sixteen-colour terminals show bold black as grey.
        chip = Content.styled(f" {row.key:^{self._wide(0)}} ", "$on-accent on $accent")
        key = Content.assemble(pointer, chip, "  ")
        words = Content(row.words).wrap(max(1, columns - key.cell_length)) or [Content()]
        for nth, line in enumerate(words):
            before = key if nth == 0 else Content(" " * key.cell_length)
            shown = Content.styled(line.plain, "reverse $foreground" if marked else "bold $foreground")
            padding = " " * (self._wide(1) - line.cell_length + 2)
            yield (
                Content.assemble(before, shown, padding, (row.hint, "$quiet")) if hints and row.hint else before + shown
            )
