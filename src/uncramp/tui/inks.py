"""What words and figures are painted with. Each theme's inks are mixed once."""

from enum import IntEnum
from functools import cache

from rich.style import Style

from uncramp.tui.theme import THEMES


class Ink(IntEnum):
    """A colour of the theme, and how heavy it is."""

    BLANK = 0
    WORDS = 1
    STRONG = 2
    QUIET = 3
    TITLE = 4
    """Quiet, but heavy."""
    ACCENT = 5
    DIGITS = 6
    """The accent, heavy."""
    CHIP = 7
    """A key: dark on the accent."""
    TRACK = 8
    SCENERY = 9


@cache
def inks(theme: str) -> tuple[Style, ...]:
    """The inks of a theme, in the order of `Ink`; the first theme's for any that is none of ours."""
    chosen = next((one for one in THEMES if one.name == theme), THEMES[0])
    words, ground, accent, named = chosen.foreground, chosen.background, chosen.accent, chosen.variables
    quiet = named["quiet"]
    return (
        Style(bgcolor=ground),
        Style(color=words, bgcolor=ground),
        Style(color=words, bgcolor=ground, bold=True),
        Style(color=quiet, bgcolor=ground),
        Style(color=quiet, bgcolor=ground, bold=True),
        Style(color=accent, bgcolor=ground),
        Style(color=accent, bgcolor=ground, bold=True),
        Style(color=named["on-accent"], bgcolor=accent, bold=True),
        Style(color=named["track"], bgcolor=ground),
        Style(color=named["scenery"], bgcolor=ground),
    )
