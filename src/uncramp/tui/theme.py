"""The day and the night theme, and the styles that widgets paint with.

Every pair of colours that carries words has a contrast of at least 7:1; a test holds it.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from rich.style import Style
from textual.theme import Theme

from uncramp.terminal import palette


def _theme(name: str, colours: Mapping[str, str]) -> Theme:
    ground, accent, alert = colours["ground"], colours["accent"], colours["alert"]
    named = {name: colours[name] for name in ("quiet", "alert", "track", "scenery", "bar", "on-bar")}
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


class Ink(StrEnum):
    """What widgets paint text with: a style for Rich, in the colours of the palette."""

    BLANK = "on {ground}"
    WORDS = "{words} on {ground}"
    STRONG = "bold {words} on {ground}"
    QUIET = "{quiet} on {ground}"
    TITLE = "bold {quiet} on {ground}"
    ACCENT = "{accent} on {ground}"
    DIGITS = "bold {accent} on {ground}"
    CHIP = "{ground} on {accent}"
    """A key. Not bold: sixteen-colour terminals show bold black as grey."""
    TRACK = "{track} on {ground}"
    SCENERY = "{scenery} on {ground}"


@cache
def inks(theme: str) -> dict[Ink, Style]:
    """The style of each ink in a theme of this name; by day for a name that is none of ours."""
    colours = palette.NIGHT if theme == NIGHT.name else palette.DAY
    return {ink: Style.parse(ink.format_map(colours)) for ink in Ink}
