"""The day and the night theme, and the styles that widgets paint with.

Every pair of colours that carries words has a contrast of at least 7:1; a test holds it.
"""

from collections.abc import Mapping
from enum import IntEnum
from functools import cache

from rich.style import Style
from textual.theme import Theme

from uncramp.terminal import palette


def _theme(name: str, colours: Mapping[str, str]) -> Theme:
    ground, accent, alert = colours["ground"], colours["accent"], colours["alert"]
    named = {name: colours[name] for name in ("quiet", "alert", "track", "scenery")}
    return Theme(
        name=name,
        primary=accent,
        accent=accent,
        warning=alert,
        error=alert,
        foreground=colours["words"],
        background=ground,
        surface=ground,
        panel=colours["panel"],
        dark=True,
        variables={**named, "on-accent": ground},
    )


DAY = _theme("uncramp-day", palette.DAY)
NIGHT = _theme("uncramp-night", palette.NIGHT)
THEMES = (DAY, NIGHT)


def theme_glyph(name: str) -> str:
    """A moon by night, a sun by day."""
    return "☾" if name == NIGHT.name else "☀"


class Ink(IntEnum):
    """A colour of the theme with its weight, in which widgets paint text."""

    BLANK = 0
    WORDS = 1
    STRONG = 2
    """Bold words."""
    QUIET = 3
    TITLE = 4
    """Quiet, but bold."""
    ACCENT = 5
    DIGITS = 6
    """The accent, bold."""
    CHIP = 7
    """A key: dark on the accent."""
    TRACK = 8
    SCENERY = 9


@cache
def inks(theme: str) -> tuple[Style, ...]:
    """The style of each `Ink` in a theme of this name, in their order; by day for a name that is none of ours."""
    colours = palette.NIGHT if theme == NIGHT.name else palette.DAY
    ground, accent = colours["ground"], colours["accent"]

    def style(name: str, *, bold: bool = False) -> Style:
        # Not `bold=False`, which would say more than nothing.
        return Style(color=colours[name], bgcolor=ground, bold=bold or None)

    return (
        Style(bgcolor=ground),
        style("words"),
        style("words", bold=True),
        style("quiet"),
        style("quiet", bold=True),
        style("accent"),
        style("accent", bold=True),
        Style(color=ground, bgcolor=accent, bold=True),
        style("track"),
        style("scenery"),
    )
