"""The two themes. Every pair of colours that carries words has a contrast of at least 7:1; a test holds it."""

from enum import IntEnum
from functools import cache

from rich.style import Style
from textual.theme import Theme


def _theme(
    name: str,
    *,
    ground: str,
    panel: str,
    words: str,
    quiet: str,
    accent: str,
    alert: str,
    track: str,
    scenery: str,
) -> Theme:
    return Theme(
        name=name,
        primary=accent,
        accent=accent,
        warning=alert,
        error=alert,
        foreground=words,
        background=ground,
        surface=ground,
        panel=panel,
        dark=True,
        variables={
            "quiet": quiet,
            "alert": alert,
            "track": track,
            "scenery": scenery,
            "on-accent": ground,
        },
    )


DAY = _theme(
    "uncramp-day",
    ground="#10161a",
    panel="#1a242a",
    words="#f2f5f3",
    quiet="#b4c2c4",
    accent="#7fdcc0",
    alert="#ffb38a",
    track="#37474f",
    scenery="#7d8f93",
)

NIGHT = _theme(
    "uncramp-night",
    ground="#000000",
    panel="#140202",
    words="#ff8674",
    quiet="#ff6c58",
    accent="#ff7a66",
    alert="#ffa08c",
    track="#5a140e",
    scenery="#a8443a",
)

THEMES = (DAY, NIGHT)


def theme_glyph(name: str) -> str:
    """A moon by night, a sun by day."""
    return "☾" if name == NIGHT.name else "☀"


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
