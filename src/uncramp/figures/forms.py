"""Dots as text: in braille, blocks, halves or plain characters, as far as the terminal can show them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from uncramp.domain.profile import FigurePreference
from uncramp.figures.raster import Raster
from uncramp.figures.shapes import Tone

Run = tuple[str, Tone | None]
"""Text of one ink; `None` for empty cells."""
Row = tuple[Run, ...]
Quarters = tuple[bytes, ...]


class Form(StrEnum):
    """What a figure is drawn with."""

    BRAILLE = "braille"
    BLOCKS = "blocks"
    """Quarters of a cell."""
    HALVES = "halves"
    """Halves of a cell, which a Linux console has in its font."""
    ASCII = "ascii"


_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell in its braille character: four rows of two."""
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_SHAPES = {
    "_": "00 00 00 11", "-": "00 11 00 00", "=": "00 11 00 11", "'": "10 10 00 00", "`": "01 01 00 00", ".": "00 00 00 10",
    ",": "00 00 10 10", "|": "10 10 10 10", "!": "01 01 01 01", "/": "01 01 10 10", "\\": "10 10 01 01",
    '"': "11 11 00 00", "o": "00 11 11 00", "a": "00 00 11 11", "v": "11 11 01 00", "^": "00 01 11 11",
}  # fmt: skip
_FULL = 6
"""Dots of a cell from which plain characters show it as full."""


def choose_form(wanted: FigurePreference, encoding: str | None, terminal: str) -> Form:
    """The form that the terminal can show, unless the person asks for one.

    Args:
        wanted: what the profile says.
        encoding: of the stream that is written to.
        terminal: the value of `TERM`.
    """
    if wanted is FigurePreference.ASCII or terminal in ("dumb", "vt100") or not _shows("█▀▄▒", encoding):
        return Form.ASCII
    if not _shows("⣿▚", encoding) or (terminal == "linux" and wanted is not FigurePreference.BRAILLE):
        return Form.HALVES
    return Form.BLOCKS if wanted is FigurePreference.BLOCKS else Form.BRAILLE


def _shows(text: str, encoding: str | None) -> bool:
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def rows_of(raster: Raster, form: Form) -> tuple[Row, ...]:
    """The raster as rows of text, its dots two to a cell across and four down."""
    table, columns = _table(form), (raster.width + 1) // 2
    size = (columns + 3) // 4
    made: list[Row] = []
    for top in range(0, raster.height, 4):
        inks = dots = 0
        every = [0, 0, 0, 0]
        for ink, rows in raster.rows.items():
            four = rows[top : top + 4]
            if any(four):
                every = [one | other for one, other in zip(every, four, strict=True)]
                some = four[0] | four[1] | four[2] | four[3]
                inks |= int.from_bytes(_spread(some, size, _MARKED[ink]), "little")
        for row, spread in zip(every, _SPREAD, strict=True):
            if row:
                dots |= int.from_bytes(_spread(row, size, spread), "little")
        cells, kinds = (number.to_bytes(4 * size, "little") for number in (dots, inks))
        made.append(_row(cells, kinds.translate(_HIGHEST), table, columns))
    return tuple(made)


def _spread(row: int, size: int, tables: Quarters) -> bytearray:
    """A row of dots with a byte for each cell, that is for two of them."""
    eights = row.to_bytes(size, "little")
    cells = bytearray(4 * size)
    for nth, table in enumerate(tables):
        cells[nth::4] = eights.translate(table)
    return cells


def _row(cells: bytes, inks: bytes, table: Mapping[Tone, tuple[str, ...]], columns: int) -> Row:
    """One row of text from cells with their inks."""
    runs: list[Run] = []
    for run in _SAME.finditer(inks, 0, columns):
        first, last = run.span()
        kind = inks[first]
        if kind:
            ink = Tone(kind - 1)
            runs.append(("".join(map(table[ink].__getitem__, cells[first:last])), ink))
        else:
            runs.append((" " * (last - first), None))
    return tuple(runs)


_SAME = re.compile(rb"(.)\1*", re.DOTALL)


def _quarters(left: int, right: int, both: int) -> Quarters:
    """For each two of eight dots, what a byte with them becomes."""
    values = (0, left, right, both)
    return tuple(bytes(values[byte >> 2 * nth & 3] for byte in range(256)) for nth in range(4))


_MARKED = {ink: _quarters(1 << ink, 1 << ink, 1 << ink) for ink in Tone}
_HIGHEST = bytes(inks.bit_length() for inks in range(256))
"""From the inks in a cell, a bit each, to the highest of them; from 1, as 0 is none."""
_SPREAD = tuple(_quarters(left, right, left | right) for left, right in _BITS)


def _dots(cell: int) -> tuple[tuple[bool, bool], ...]:
    return tuple((bool(cell & left), bool(cell & right)) for left, right in _BITS)


def _quarter(cell: int) -> str:
    a, b, c, d = _dots(cell)
    quarters = (a[0] + b[0], a[1] + b[1], c[0] + d[0], c[1] + d[1])
    least = 1 if sum(quarters) < _FULL else 2
    return _QUARTERS[sum(1 << nth for nth, dots in enumerate(quarters) if dots >= least)]


def _half(cell: int) -> str:
    a, b, c, d = _dots(cell)
    upper, lower = sum(a) + sum(b), sum(c) + sum(d)
    return "█" if min(upper, lower) > 1 else "▀" if upper >= lower else "▄"


def _plain(cell: int, full: str) -> str:
    if cell.bit_count() >= _FULL:
        return full
    return min(_SHAPES, key=lambda char: (cell ^ _PATTERN[char]).bit_count())


def _pattern(text: str) -> int:
    rows = zip(text.split(), _BITS, strict=True)
    return sum(bit for dots, bits in rows for dot, bit in zip(dots, bits, strict=True) if dot == "1")


_PATTERN = {char: _pattern(text) for char, text in _SHAPES.items()}
_FILL = {Tone.SCENERY: "#", Tone.FAR: ":", Tone.THING: "%", Tone.NEAR: "#", Tone.ACCENT: "x"}


@cache
def _table(form: Form) -> Mapping[Tone, tuple[str, ...]]:
    """The character of every cell, by its ink; made when first needed."""
    return {ink: tuple(_character(cell, ink, form) for cell in range(256)) for ink in Tone}


def _character(cell: int, ink: Tone, form: Form) -> str:
    if not cell:
        return " "
    if form is Form.BRAILLE:
        return chr(0x2800 + cell)
    if form is Form.ASCII:
        return "x" if ink is Tone.ACCENT else _plain(cell, _FILL[ink])
    if ink is Tone.ACCENT:
        return "▒"
    return _quarter(cell) if form is Form.BLOCKS else _half(cell)
