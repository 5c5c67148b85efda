"""Large letters out of half blocks, four lines high, for words that have to be read from afar."""

from functools import cache
from itertools import zip_longest
from typing import Final

from uncramp.terminal.layout import Room

HEIGHT: Final = 4
"""Lines that a row of letters takes at scale 1."""

_DOTS: Final = 8

# Each letter's rows of dots from the top; a lower-case letter starts in the third row, what hangs below ends in the
# eighth. Rows that are not given are empty.
_TALL: Final = """
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
"""
_LOW: Final = """
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
"""


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    """Each letter as eight rows of dots."""
    found: dict[str, tuple[str, ...]] = {" ": ("..",) * _DOTS}
    for table, above in ((_TALL, 0), (_LOW, 2)):
        for line in table.split("\n"):
            if line:
                name, *rows = line.split(" ")
                blank = "." * len(rows[0])
                padded = [blank] * above + rows
                found[name] = tuple(padded + [blank] * (_DOTS - len(padded)))
    return found


def can_write(words: str) -> bool:
    """Whether there is a letter for every character."""
    return bool(words) and set(words) <= _letters().keys()


def width_of(words: str) -> int:
    """Columns that the words take in one row."""
    letters = _letters()
    return sum(len(letters[one][0]) + 1 for one in words) - 1


def wrap(words: str, width: int) -> list[str] | None:
    """The words broken into rows of at most `width` columns; `None` where one word alone is wider."""
    rows: list[str] = []
    for word in words.split():
        if width_of(word) > width:
            return None
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and width_of(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def write(words: str, scale: int = 1) -> list[str]:
    """One row of letters: at scale 1 as four lines of half blocks, at scale 2 twice as wide and high."""
    letters = _letters()
    dots = [" ".join(letters[one][row] for one in words) for row in range(_DOTS)]
    return half_blocks(dots) if scale == 1 else _full_blocks(dots)


def _full_blocks(dots: list[str]) -> list[str]:
    """Each dot (`#`) as two full cells, which is about a square."""
    return ["".join("██" if dot == "#" else "  " for dot in row) for row in dots]


def half_blocks(dots: list[str]) -> list[str]:
    """Two rows of dots (`#` where there is one) in each line; after an odd number the last half is empty."""
    halves = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
    pairs = zip_longest(dots[::2], dots[1::2], fillvalue=" " * len(dots[0]))
    return ["".join(halves[a == "#", b == "#"] for a, b in zip(*pair, strict=True)) for pair in pairs]


def large(words: str, width: int, lines: int, scale: int = 1) -> list[str]:
    """The words in large letters, as lines; none where they don't fit into so many lines of that width."""
    if not can_write(words):
        return []
    rows = wrap(words, width // scale)
    if not rows or len(rows) * HEIGHT * scale > lines:
        return []
    return [line for row in rows for line in write(row, scale)]


def headline(words: str, room: Room, rows: int = 1) -> list[str]:
    """The words in the largest letters of which the room takes so many rows; none where it takes none."""
    drawn = (large(words, room.columns, rows * HEIGHT * scale, scale) for scale in room.letters)
    return next(filter(None, drawn), [])
