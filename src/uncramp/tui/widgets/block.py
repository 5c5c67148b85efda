"""Digits out of blocks, to be read from the bed's other end."""

from typing import Final

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

HALF: Final = 0
"""The scale at which two dots share a cell: digits three lines high."""


def block_lines(text: str, scale: int, full: str = "█") -> list[str]:
    """Draw digits and colons.

    Args:
        text: a clock's face, such as `1:07`.
        scale: lines a dot is high (each two cells wide), or `HALF`.
        full: what a full cell is drawn with, where blocks can't be shown.
    """
    dots = [" ".join(_GLYPHS[character][row] for character in text) for row in range(_HEIGHT)]
    if scale == HALF:
        return _halves(dots)
    wide = ["".join((full if dot == "#" else " ") * (2 * scale) for dot in row) for row in dots]
    return [row for row in wide for _ in range(scale)]


def _halves(dots: list[str]) -> list[str]:
    """Two rows of dots in one line, with half blocks."""
    blank = " " * len(dots[0])
    pairs = zip(dots[::2], [*dots[1::2], blank], strict=True)
    halves = {("#", "#"): "█", ("#", " "): "▀", (" ", "#"): "▄", (" ", " "): " "}
    return ["".join(halves[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs]
