"""The answers to a question, one a line: by key, by arrows and Tab, by mouse. None is marked until somebody marks one."""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import zip_longest
from typing import Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from textual.content import Content

from uncramp.terminal.letters import HEIGHT, large
from uncramp.tui.widgets.choices import Clickable, Label, taken

Item = TypeVar("Item")

_POINTER, _NO_POINTER = "▸ ", "  "
_GAP = 2
"""Columns between a key, its answer, and what comes of it."""
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


class Size(IntEnum):
    """How large answers are."""

    CLOSE = 0
    """One below the other."""
    APART = 1
    """With an empty line between them."""
    LARGE = 2
    """Each as high as large letters, and in them where they fit."""


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
    """Answers with their keys, one a line or larger."""

    DEFAULT_CSS = "Answers { height: auto; }"

    _columns = 0
    _scale = Size.CLOSE
    _last: AnswerRow | None = None

    def offer(
        self, rows: Sequence[AnswerRow], columns: int, size: Size = Size.CLOSE, last: AnswerRow | None = None
    ) -> None:
        """Show answers, each wrapped to so many columns.

        `last` stands below them in the same columns, and can't be marked: what Enter does.
        """
        if (tuple(rows), columns, size, last) == (self._rows, self._columns, self._scale, self._last):
            return
        self._take(rows)
        self._columns, self._scale, self._last = columns, size, last
        self._draw()

    def _draw(self) -> None:
        rows = (*self._rows, self._last) if self._last else self._rows
        if closely := _closely(rows, self._columns, self.marked):
            labels, gap = closely
            self.lay_out(labels, gap, self._columns if gap else 1)
            return
        drawn, spans = list[Content](), []
        for nth, lines in enumerate(_drawn(rows, self._columns, self._scale, self._at)):
            drawn += [Content()] if nth and self._scale is not Size.CLOSE else []
            for line in lines:
                spans.append((len(drawn), 0, max(self._columns, line.cell_length), rows[nth].action))
                drawn.append(line)
        self._spans = tuple(spans)
        self.show_styled(Content("\n").join(drawn))


def lines_of(rows: Sequence[AnswerRow], columns: int, size: Size) -> int:
    """The lines that answers take at a size."""
    if closely := _closely(rows, columns):
        return 1 if closely[1] else len(rows)
    drawn = _drawn(tuple(rows), columns, size, None)
    return sum(map(len, drawn)) + (len(drawn) - 1 if size is not Size.CLOSE else 0)


def _closely(
    rows: Sequence[AnswerRow], columns: int, marked: AnswerRow | None = None
) -> tuple[list[Label], int] | None:
    """Where columns are few, the answers in few words, and the columns between them: 0 where each has a line of its own."""
    labels = list[Label]()
    for row in rows:
        words = (row.words, "reverse $foreground" if row is marked else "")
        labels.append(Label(Content.assemble((row.key, "bold $accent"), " ", words), row.action))
    if columns >= _NARROW or any(label.words.cell_length > columns for label in labels):
        return None
    return labels, next((gap for gap in (2, 1) if taken(labels, gap) <= columns), 0)


@lru_cache(16)
def _drawn(rows: tuple[AnswerRow, ...], columns: int, size: Size, marked: int | None) -> list[list[Content]]:
    """The lines of each answer: its key, its words, and what comes of it where that has room beside all of them."""
    keys = max((cell_len(row.key) for row in rows), default=0)
    hints = max((cell_len(row.hint) for row in rows), default=0)
    middle = 1 if size is Size.LARGE else 0
    beside = len(_POINTER) + keys + 2 * (1 + middle) + _GAP
    room = max(1, columns - beside)
    letters = [large(row.words, room - bool(hints) * (_GAP + hints), HEIGHT) for row in rows]
    if size is not Size.LARGE or not all(letters):
        words = [Content(row.words).wrap(room) or [Content()] for row in rows]
        letters = [[line.plain for line in lines] for lines in words]
    wide = max((cell_len(line) for lines in letters for line in lines), default=0)
    hinted = hints and beside + wide + _GAP + hints <= columns
    # Letters of blocks can't be read in reverse: they take the colour of the keys.
    mark = (
        "bold $accent"
        if any("█" in line or "▀" in line for lines in letters for line in lines)
        else "reverse $foreground"
    )
    drawn = []
    for nth, (row, lines) in enumerate(zip(rows, letters, strict=True)):
        is_marked = nth == marked
        shown = ["", *lines] if middle and len(lines) == 1 else lines
        chip = _chip(row.key, keys, size)
        rest = row.hint if hinted else ""
        drawn.append(
            [
                Content.assemble(
                    (_POINTER if is_marked and at == middle else _NO_POINTER, "$accent"),
                    (key or " " * cell_len(chip[0]), _KEY[size] if key else ""),
                    " " * _GAP,
                    (line, mark if is_marked and line else "bold $foreground"),
                    " " * (wide - cell_len(line) + _GAP if rest and at == middle else 0),
                    (rest if at == middle else "", "$quiet"),
                )
                for at, (key, line) in enumerate(zip_longest(chip, shown, fillvalue=""))
            ]
        )
    return drawn


_KEY = {
    # Not bold: sixteen-colour terminals show bold black as grey.
    Size.LARGE: "$on-accent on $accent",
    Size.APART: "$on-accent on $accent",
    # Chips right above one another would look like one.
    Size.CLOSE: "bold $accent",
}


def _chip(key: str, wide: int, size: Size) -> list[str]:
    if size is Size.LARGE:
        return [" " * (wide + 4), f"  {key:^{wide}}  ", " " * (wide + 4)]
    return [f" {key:^{wide}} " if size is Size.APART else f"[{key:^{wide}}]"]
