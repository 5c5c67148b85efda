"""Large letters out of half blocks, four lines high, for words that have to be read from afar.

This module imports next to nothing, since the first words wait for it.
"""

from itertools import zip_longest

from uncramp.terminal.layout import Room

HEIGHT = 4
"""Lines that a row of letters takes at scale 1."""

_DOTS = 8

BAR_MARGIN = 2
"""Columns beside the words of a bar."""

_LARGE = 10
_HUGE = 30
"""Lines between the bars of a screen from which on its bar has large letters, and those of double size."""

# Each letter's rows of dots from the top; a lower-case letter starts in the third row, what hangs below ends in the
# eighth. Rows that are not given are empty.
_TALL = """
A .##. #..# #..# #### #..# #..#
B ###. #..# ###. #..# #..# ###.
C .### #... #... #... #... .###
D ###. #..# #..# #..# #..# ###.
E #### #... ###. #... #... ####
F #### #... ###. #... #... #...
G .### #... #... #.## #..# .###
H #..# #..# #### #..# #..# #..#
I ### .#. .#. .#. .#. ###
J ..## ...# ...# ...# #..# .##.
K #..# #.#. ##.. ##.. #.#. #..#
L #... #... #... #... #... ####
M #...# ##.## #.#.# #.#.# #...# #...#
N #...# ##..# #.#.# #..## #...# #...#
O .##. #..# #..# #..# #..# .##.
P ###. #..# #..# ###. #... #...
Q .##. #..# #..# #..# #.#. .#.#
R ###. #..# #..# ###. #.#. #..#
S .### #... .##. ...# ...# ###.
T ##### ..#.. ..#.. ..#.. ..#.. ..#..
U #..# #..# #..# #..# #..# .##.
V #...# #...# #...# .#.#. .#.#. ..#..
W #...# #...# #.#.# #.#.# ##.## #...#
X #...# .#.#. ..#.. ..#.. .#.#. #...#
Y #...# #...# .#.#. ..#.. ..#.. ..#..
Z #### ...# ..#. .#.. #... ####
b #... #... ###. #..# #..# ###.
d ...# ...# .### #..# #..# .###
f .## #.. ### #.. #.. #..
h #... #... ###. #..# #..# #..#
i # . # # # #
j .# .. .# .# .# .# .# #.
k #... #... #..# #.#. ##.. #.##
l # # # # # #
t ... #.. ### #.. #.. .##
0 .##. #..# #..# #..# #..# .##.
1 .#. ##. .#. .#. .#. ###
2 .##. #..# ...# ..#. .#.. ####
3 ###. ...# .##. ...# ...# ###.
4 ..#. .##. #.#. #### ..#. ..#.
5 #### #... ###. ...# ...# ###.
6 .##. #... ###. #..# #..# .##.
7 #### ...# ..#. ..#. .#.. .#..
8 .##. #..# .##. #..# #..# .##.
9 .##. #..# #..# .### ...# .##.
! # # # # . #
? ##. ..# .#. .#. ... .#.
' # #
’ # #
( .# #. #. #. #. .#
) #. .# .# .# .# #.
/ ..# ..# .#. .#. #.. #..
"""
_LOW = """
a .### #..# #..# .###
c .## #.. #.. .##
e .##. #### #... .###
g .### #..# #..# .### ...# .##.
m ####. #.#.# #.#.# #.#.#
n ###. #..# #..# #..#
o .##. #..# #..# .##.
p ###. #..# #..# ###. #... #...
q .### #..# #..# .### ...# ...#
r #.# ##. #.. #..
s .## #.. .## ##.
u #..# #..# #..# .###
v #.# #.# #.# .#.
w #.#.# #.#.# #.#.# .#.#.
x #.# .#. .#. #.#
y #..# #..# #..# .### ...# .##.
z ### ..# #.. ###
. . . . #
, .. .. .. .# #.
: . # . #
- ... ### ... ...
+ ... .#. ### .#. ...
"""

_found: dict[str, tuple[str, ...]] = {}


def _letters() -> dict[str, tuple[str, ...]]:
    if not _found:
        _found[" "] = ("..",) * _DOTS
        for table, above in ((_TALL, 0), (_LOW, 2)):
            for line in filter(None, table.split("\n")):
                name, *rows = line.split(" ")
                blank = "." * len(rows[0])
                _found[name] = tuple(([blank] * above + rows + [blank] * _DOTS)[:_DOTS])
    return _found


def can_write(words: str) -> bool:
    return bool(words) and set(words) - {"\n"} <= _letters().keys()


def width_of(words: str) -> int:
    """Columns that the words take in one row."""
    letters = _letters()
    return sum(len(letters[one][0]) + 1 for one in words) - 1


def wrap(words: str, width: int) -> list[str] | None:
    """The words in rows of at most `width` columns, about as long as one another; `None` where one is too wide.

    A line break begins another row. A number stays with the word after it.
    """
    rows = fewest = _filled_rows(words, width)
    while rows and len(rows) > 1 and len(rows) == len(fewest or ()):
        fewest = rows
        rows = _filled_rows(words, max(map(width_of, rows)) - 1)
    return fewest


def _filled_rows(words: str, width: int) -> list[str] | None:
    rows: list[str] = []
    for line in words.split("\n"):
        begun = len(rows)
        for word in _units(line):
            if width_of(word) > width:
                return None
            longer = f"{rows[-1]} {word}" if len(rows) > begun else word
            if len(rows) > begun and width_of(longer) <= width:
                rows[-1] = longer
            else:
                rows.append(word)
    return rows


def _units(line: str) -> list[str]:
    """What no line break parts: a word, or a number with what it counts."""
    units: list[str] = []
    for word in line.split():
        if units and units[-1].isdigit():
            units[-1] += f" {word}"
        else:
            units.append(word)
    return units


def write(words: str, scale: int = 1) -> list[str]:
    """One row of letters: at scale 1 as four lines of half blocks, at scale 2 a dot is two cells, about a square."""
    return half_blocks(_dots(words, scale))


def _dots(words: str, scale: int) -> list[str]:
    letters = _letters()
    rows = [" ".join(letters[one][row] for one in words) for row in range(_DOTS)]
    return ["".join(dot * scale for dot in row) for row in rows for _ in range(scale)]


def half_blocks(dots: list[str]) -> list[str]:
    """Two rows of dots (`#` where there is one) in each line; after an odd number the last half is empty."""
    halves = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
    pairs = zip_longest(dots[::2], dots[1::2], fillvalue=" " * len(dots[0]))
    return ["".join(halves[a == "#", b == "#"] for a, b in zip(*pair, strict=True)) for pair in pairs]


def in_bar(words: str, key: str, width: int, lines: int) -> list[str]:
    """What it is about and the key for it, as the lines of a bar that fill its width, as large as fits.

    Where not all of it has room in large letters, the key has it; where that has none, both stand on one plain line. How
    large the letters are goes by the `lines` that the screen has for all that it shows: a tiny one has none.
    """
    both = f"{words} {key}"
    before = " " * BAR_MARGIN + words + "  "
    if can_write(both) and lines >= _LARGE:
        if lines >= _HUGE and BAR_MARGIN + 2 * width_of(both) <= width:
            return _filled(_spread(both, 2), BAR_MARGIN, width)
        if BAR_MARGIN + width_of(both) <= width:
            return _filled(_spread(both, 1), BAR_MARGIN, width)
        if len(before) + width_of(key) <= width:
            rows = _filled(_spread(key, 1), len(before), width)
            middle = len(rows) // 2
            rows[middle] = before + rows[middle][len(before) :]
            return rows
    return _filled([both], BAR_MARGIN, width)


def _spread(words: str, scale: int) -> list[str]:
    """One row of letters, `scale` times as large, with half a line of that scale above and below, as lines of half blocks."""
    wide = _dots(words, scale)
    blank = [" " * len(wide[0])] * scale  # so that large dots fill whole cells: half ones show seams in some fonts
    return half_blocks([*blank, *wide, *blank])


def _filled(lines: list[str], margin: int, width: int) -> list[str]:
    return [(" " * margin + line)[:width].ljust(width) for line in lines]


def large(words: str, width: int, lines: int, scale: int = 1) -> list[str]:
    """The words in large letters, as lines; none where they don't fit into these lines and columns."""
    if not can_write(words):
        return []
    rows = wrap(words, width // scale)
    if not rows or len(rows) * HEIGHT * scale > lines:
        return []
    return [line for row in rows for line in write(row, scale)]


def headline(words: str, room: Room, rows: int = 1) -> list[str]:
    """The words in the largest letters that fit, in `rows` rows at most; none where there is no room."""
    drawn = (large(words, room.columns, rows * HEIGHT * scale, scale) for scale in room.letters)
    return next(filter(None, drawn), [])
