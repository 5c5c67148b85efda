"""Dots as text: in coloured quadrants, or in braille, blocks, halves or plain characters where there are no colours."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache, reduce
from operator import or_

from uncramp.domain.profile import FigurePreference
from uncramp.figures.raster import Raster
from uncramp.figures.shapes import Tone
from uncramp.terminal.palette import ColourDepth

Paint = tuple[Tone | None, Tone | None]
"""The ink of the characters and that of their ground; `None` where nothing is drawn."""
Run = tuple[str, Paint]
Row = tuple[Run, ...]
Heads = dict[tuple[int, int], str]
"""The characters of arrows, by row and column."""
Quarters = tuple[bytes, ...]


class Form(StrEnum):
    QUADRANTS = "quadrants"
    """Quarters of a cell in two inks."""
    BRAILLE = "braille"
    BLOCKS = "blocks"
    """Quarters of a cell in one ink."""
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
_QUARTER_DOTS = (0x03, 0x18, 0x44, 0xA0)
"""The dots of each quarter of a cell, in the order of the bits of `_QUARTERS`."""
_FULL = 6
"""Dots of a cell from which plain characters show it as full."""


def choose_form(wanted: FigurePreference, encoding: str | None, terminal: str, depth: ColourDepth) -> Form:
    """The form that a terminal of this `TERM` can show in such an encoding, unless the person asks for one."""
    if wanted is FigurePreference.ASCII or terminal in ("dumb", "vt100") or not _shows("█▀▄▒", encoding):
        return Form.ASCII
    if not _shows("⣿▚", encoding) or (terminal == "linux" and wanted is not FigurePreference.BRAILLE):
        return Form.HALVES
    if wanted is FigurePreference.BLOCKS:
        return Form.BLOCKS
    return Form.QUADRANTS if wanted is FigurePreference.AUTO and depth else Form.BRAILLE


def _shows(text: str, encoding: str | None) -> bool:
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def arrow_head(right: float, down: float, form: Form) -> str:
    """The head of an arrow that points so far to the right and down."""
    way = (0 if right > 0 else 1) if abs(right) >= abs(down) else (2 if down > 0 else 3)
    return ("><v^" if form is Form.ASCII else "►◄▼▲" if form is Form.HALVES else "▶◀▼▲")[way]


def arrow_shaft(*, level: bool, form: Form) -> str:
    return ("-|" if form is Form.ASCII else "─│" if form is Form.HALVES else "━┃")[not level]


def rows_of(raster: Raster, form: Form, heads: Heads | None = None) -> tuple[Row, ...]:
    """The raster as rows of text, its dots two to a cell across and four down; the heads of arrows lie over them."""
    made = list(_rows(raster, form))
    for (row, column), head in (heads or {}).items():
        made[row] = tuple(_with_head(made[row], column, head))
    return tuple(made)


def _with_head(row: Row, column: int, head: str) -> Iterator[Run]:
    at = 0
    for text, paint in row:
        here = column - at
        at += len(text)
        if 0 <= here < len(text):
            # On what fills the cell: it would be cut else.
            parts = (text[:here], paint), (head, (Tone.ARROW, paint[1])), (text[here + 1 :], paint)
            yield from (part for part in parts if part[0])
        else:
            yield text, paint


def _rows(raster: Raster, form: Form) -> Iterator[Row]:
    columns = (raster.width + 1) // 2
    for top in range(0, raster.height, 4):
        layers = [(ink, tuple(rows[top : top + 4])) for ink, rows in raster.used]
        some = tuple((ink, four) for ink, four in layers if any(four))
        gaps = tuple(raster.gaps[top : top + 4]) if form is Form.QUADRANTS else _NO_GAPS
        yield _row(form, some, gaps, columns)


Four = tuple[int, ...]
_NO_GAPS: Four = (0, 0, 0, 0)


@lru_cache(2_000)
def _row(form: Form, layers: tuple[tuple[Tone, Four], ...], gaps: Four, columns: int) -> Row:
    """One row of text; cached, since much of a figure stands still while some of it moves."""
    size = (columns + 3) // 4
    cell_of = _Cells.of(form, tuple(ink for ink, _four in layers))
    dots = [_cell_bytes(four, size) for _ink, four in layers]
    return tuple(_joined(map(cell_of.__getitem__, zip(_cell_bytes(gaps, size)[:columns], *dots, strict=False))))


def _cell_bytes(four: Four, size: int) -> bytes:
    dots = 0
    for row, tables in zip(four, _SPREAD, strict=False):
        if row:
            dots |= int.from_bytes(_spread(row, size, tables), "little")
    return dots.to_bytes(4 * size, "little")


def _joined(cells: Iterable[Run]) -> Iterator[Run]:
    """Cells as runs, as few as can be: a blank one goes with any other on the same ground."""
    text, front, ground = "", None, None
    for char, paint in cells:
        here, behind = paint
        if behind is ground and (here is front or here is None or front is None):
            text += char
            front = front if here is None else here
        else:
            if text:
                yield text, (front, ground)
            text, front, ground = char, here, behind
    yield text, (front, ground)


class _Cells(dict[tuple[int, ...], Run]):
    """The cell for each combination of dots: those that only part bodies, and then those of each ink."""

    def __init__(self, form: Form, inks: tuple[Tone, ...]) -> None:
        super().__init__()
        self._form, self._inks = form, inks

    @staticmethod
    @cache
    def of(form: Form, inks: tuple[Tone, ...]) -> "_Cells":
        return _Cells(form, inks)

    def __missing__(self, key: tuple[int, ...]) -> Run:
        dots = dict(zip(self._inks, key[1:], strict=True))
        made = self[key] = (
            quadrant_cell(key[0], dots) if self._form is Form.QUADRANTS else _plain_cell(self._form, dots)
        )
        return made


def quadrant_cell(gaps: int, dots: Mapping[Tone, int]) -> Run:
    """A cell in the two inks with the most dots, one of which may be none at all.

    Dots are bits, as braille numbers them; `gaps` only part two bodies. Where both inks have as many in a quarter of
    the cell, the dots that part two bodies win, or else the higher ink.
    """
    counts: list[tuple[int, int, Tone | None]] = [(cell.bit_count(), ink, ink) for ink, cell in dots.items()]
    empty = 8 - sum(count for count, _rank, _ink in counts)
    free = 0xFF & ~reduce(or_, dots.values(), 0)
    counts.append((empty, len(Tone) if gaps & free else -1, None))
    (_most, _r, first), *rest = sorted(counts, reverse=True)
    second = rest[0][2] if rest and rest[0][0] else first
    if second is first:
        return " ", (None, first)
    masks = [free if ink is None else dots[ink] for ink in (first, second)]
    if first is None:
        first, second, masks = second, first, masks[::-1]  # what is drawn on no ground: its glyph shows its shape
    shown = 0
    for nth, quarter in enumerate(_QUARTER_DOTS):
        here, there = ((mask & quarter).bit_count() for mask in masks)
        # What parts two bodies is nothing, or the lower ink: the shadow on the one behind.
        higher = _rank(first) > _rank(second)
        shown |= (here > there or (here == there and higher is not bool(gaps & quarter))) << nth
    if shown in (0, 15):
        return " ", (None, first if shown else second)
    return _QUARTERS[shown], (first, second)


def _rank(ink: Tone | None) -> int:
    return -1 if ink is None else ink


def _spread(row: int, size: int, tables: Quarters) -> bytearray:
    """A row of dots with a byte for each cell, that is for two of them."""
    eights = row.to_bytes(size, "little")
    cells = bytearray(4 * size)
    for nth, table in enumerate(tables):
        cells[nth::4] = eights.translate(table)
    return cells


def _quarters(left: int, right: int, both: int) -> Quarters:
    """For each two of eight dots, what a byte with them becomes."""
    values = (0, left, right, both)
    return tuple(bytes(values[byte >> 2 * nth & 3] for byte in range(256)) for nth in range(4))


_SPREAD = tuple(_quarters(left, right, left | right) for left, right in _BITS)


def _quarter(cell: int) -> str:
    quarters = [(cell & dots).bit_count() for dots in _QUARTER_DOTS]
    least = 1 if sum(quarters) < _FULL else 2
    return _QUARTERS[sum(1 << nth for nth, dots in enumerate(quarters) if dots >= least)]


def _half(cell: int) -> str:
    upper, lower = ((cell & dots).bit_count() for dots in (0x1B, 0xE4))
    return "█" if min(upper, lower) > 1 else "▀" if upper >= lower else "▄"


def _plain(cell: int, full: str) -> str:
    if cell.bit_count() >= _FULL:
        return full
    return min(_SHAPES, key=lambda char: (cell ^ _PATTERN[char]).bit_count())


def _pattern(text: str) -> int:
    rows = zip(text.split(), _BITS, strict=True)
    return sum(bit for dots, bits in rows for dot, bit in zip(dots, bits, strict=True) if dot == "1")


_PATTERN = {char: _pattern(text) for char, text in _SHAPES.items()}
_FILL = {Tone.SCENERY: "#", Tone.FAR_SKIN: ":", Tone.HELD: "%", Tone.SKIN: "#", Tone.MUSCLE: "x"}


_ALONE = {
    Tone.SCENERY: Tone.SCENERY,
    Tone.MUSCLE: Tone.MUSCLE,
    **dict.fromkeys((Tone.SKIN, Tone.SHIRT, Tone.SHORTS), Tone.SKIN),
}
_ALONE |= dict.fromkeys((Tone.SHADE, Tone.FAR_SHORTS, Tone.FAR_SHIRT, Tone.FAR_SKIN), Tone.FAR_SKIN)
"""The inks that are told apart without colours: one stands for several; for the rest it is that of what is held."""


def _plain_cell(form: Form, dots: Mapping[Tone, int]) -> Run:
    """A cell in one ink, the highest in it, whose character has the dots of all."""
    every = reduce(or_, dots.values(), 0)
    if not every:
        return " ", (None, None)
    ink = max(_ALONE.get(ink, Tone.HELD) for ink, cell in dots.items() if cell)
    return _character(every, ink, form), (ink, None)


def _character(cell: int, ink: Tone, form: Form) -> str:
    if form is Form.BRAILLE:
        return chr(0x2800 + cell)
    if form is Form.ASCII:
        return "x" if ink is Tone.MUSCLE else _plain(cell, _FILL[ink])
    if ink is Tone.MUSCLE:
        return "▒"
    return _quarter(cell) if form is Form.BLOCKS else _half(cell)
