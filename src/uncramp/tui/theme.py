"""The day, the night and the light theme, the styles that widgets paint with, and what few colours or none need.

Every pair of colours that carries words has a contrast of at least 7:1, and of 4.5:1 in sixteen colours; a test holds it.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from uncramp.terminal import palette


def _theme(name: str, colours: Mapping[str, str], *, dark: bool = True) -> Theme:
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
        dark=dark,
        variables={**named, "on-accent": ground},
    )


DAY = _theme("uncramp-day", palette.DAY)
NIGHT = _theme("uncramp-night", palette.NIGHT)
LIGHT = _theme("uncramp-light", palette.LIGHT, dark=False)
THEMES = (DAY, NIGHT, LIGHT)
_PALETTES = {DAY.name: palette.DAY, NIGHT.name: palette.NIGHT, LIGHT.name: palette.LIGHT}
_FIGURES = {DAY.name: palette.FIGURE_DAY, NIGHT.name: palette.FIGURE_NIGHT, LIGHT.name: palette.FIGURE_LIGHT}
_GLYPHS = {DAY.name: "☀", NIGHT.name: "☾", LIGHT.name: "☼"}


def theme_glyph(name: str) -> str:
    return _GLYPHS.get(name, "☀")


def next_theme(name: str, *, night: bool) -> str:
    """The theme that comes after one. By night the light one is left out: it would dazzle."""
    names = [theme.name for theme in THEMES if theme is not LIGHT or not night]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


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
    """A key. Not bold: that is for words on the theme's ground."""
    TRACK = "{track} on {ground}"
    SCENERY = "{scenery} on {ground}"


@cache
def inks(theme: str) -> dict[Ink, Style]:
    """The style of each ink in a theme of this name; by day for a name that is none of ours."""
    colours = _PALETTES.get(theme, palette.DAY)
    return {ink: Style.parse(ink.format_map(colours)) for ink in Ink}


@cache
def figure_style(theme: str, front: str, ground: str, *, many: bool = False) -> Style:
    """The style of a figure's ink on another one, each by its name in the palette; empty for the theme's ground.

    With `many` the colours are those picked for a terminal of 256; for one of sixteen `SixteenColourFilter` knows them.
    """
    inks, behind = _FIGURES.get(theme, palette.FIGURE_DAY), _PALETTES.get(theme, palette.DAY)["ground"]
    letters, under = (
        behind if not name else palette.colour_of_256(inks[name][1]) if many else inks[name][0]
        for name in (front, ground)
    )
    return Style(color=letters, bgcolor=under)


class ShapeFilter(LineFilter):
    """Reverse video for a key, what is marked and the cursor: without the accent's colour they have no shape."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [Segment(text, _shaped(style), control) for text, style, control in segments]


class SixteenColourFilter(LineFilter):
    """Colours that can be read where a terminal has sixteen of them.

    The inks of figures have numbers picked by hand. Bold letters are brighter there, so that bold black is grey. And the Linux console has no bright grounds, not even for
    reverse video: it shows white as grey, and bright red as a red that is too dark to mark anything on black.
    """

    def __init__(self, *, console: bool) -> None:
        """Draw for the Linux `console`, or for another terminal of sixteen colours."""
        super().__init__()
        self._linux = console

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Take the nearest of the sixteen colours, or else black or white letters."""
        return [Segment(*_drawn_in_sixteen(text, style, self._linux), control) for text, style, control in segments]


_IN_FIGURES = {
    RichColor.parse(full).get_truecolor(): few for inks in _FIGURES.values() for full, _many, few in inks.values()
}
_MARKS = tuple(
    RichColor.parse(colours[name]).get_truecolor()
    for colours in _PALETTES.values()
    for name in ("accent", "words", "bar")
)
"""The grounds of keys and of what is marked, and of a cursor."""
_ROUNDED = 2
"""How far, of 255, Textual's arithmetic may take a colour from the palette's."""
_REVERSE = Style(reverse=True)
_BRIGHT, _BLACK, _WHITE = 8, 0, 15
_BROWN, _BRIGHT_RED, _ON_NIGHT_BAR = 3, 9, RichColor.parse(palette.NIGHT["on-bar"])
_BLOCK, _SCROLLBAR = "█", frozenset(" ▁▂▃▄▅▆▇▉▊▋▌▍▎▏")
_LEAST = 4.5
"""The contrast that letters have at least, 1 to 21."""


@lru_cache(1024)
def _shaped(style: Style | None) -> Style | None:
    ground = style.bgcolor.triplet if style and style.bgcolor else None
    if style is None or ground is None:
        return style
    marked = any(all(abs(a - b) <= _ROUNDED for a, b in zip(ground, mark, strict=True)) for mark in _MARKS)
    return style + _REVERSE if marked else style


def _drawn_in_sixteen(text: str, style: Style | None, console: bool) -> tuple[str, Style | None]:
    """Text and its style. A scrollbar, which is in reverse video, is drawn with letters: those can be bright."""
    if style is not None and style.reverse and text in _SCROLLBAR:
        return _BLOCK * len(text), _in_sixteen(style + Style(reverse=False), console)
    return text, _in_sixteen(style, console)


@lru_cache(1024)
def _in_sixteen(style: Style | None, console: bool) -> Style | None:
    """A style in the numbers of the sixteen colours, without reverse video and without bold that harms."""
    letters, ground = (_number(style.color), _number(style.bgcolor)) if style else (None, None)
    if style is None or ground is None:
        return style  # the terminal's own colours
    ink, behind = (
        _IN_FIGURES.get(one.triplet) if one and one.triplet else None for one in (style.color, style.bgcolor)
    )
    if ink is not None:
        under = ground % _BRIGHT if behind is None else behind
        return style + Style(color=RichColor.from_ansi(ink), bgcolor=RichColor.from_ansi(under))
    if letters is None:
        letters = ground  # there are none
    if style.reverse:
        letters, ground = ground, letters
    ground = _BROWN if console and ground == _BRIGHT_RED else ground % _BRIGHT
    bold = bool(style.bold)
    if _contrast(letters, ground) < _LEAST:
        letters = max(_BLACK, _WHITE, key=lambda one: _contrast(one, ground))
    if bold and letters < _BRIGHT:
        bold = _contrast(letters + _BRIGHT, ground) >= _LEAST
    colours = Style(color=RichColor.from_ansi(letters), bgcolor=RichColor.from_ansi(ground), bold=bold, reverse=False)
    return style + colours


def _number(colour: RichColor | None) -> int | None:
    if colour is None or colour.is_default:
        return None
    # The nearest of the sixteen to what stands in the night's bar is white.
    return _BRIGHT_RED if colour == _ON_NIGHT_BAR else colour.downgrade(ColorSystem.STANDARD).number


@cache
def _contrast(one: int, other: int) -> float:
    """The contrast of two of the sixteen colours as the Linux console shows them (WCAG 2.2)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(number: int) -> float:
    shade = 85 if number >= _BRIGHT else 0
    red, green, blue = (170 * (number >> bit & 1) + shade for bit in range(3))
    if number == _BROWN:  # which is dark yellow elsewhere
        green = 85
    linear = (((part / 255 + 0.055) / 1.055) ** 2.4 if part else 0 for part in (red, green, blue))
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
