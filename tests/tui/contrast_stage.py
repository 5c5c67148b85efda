"""Measures what is on the screen: every pair of colours that is drawn, in every theme and on every kind of terminal."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.widgets import Markdown

from app_driver import AppDriver
from uncramp.terminal import palette
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.stop import StopScreen
from uncramp.tui.theme import DAY, LIGHT, NIGHT, SixteenColourFilter
from wait_idle import strips, wait_idle

PALETTES = {DAY.name: palette.DAY, NIGHT.name: palette.NIGHT, LIGHT.name: palette.LIGHT}
_ANSI = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
_CONSOLE = (
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
_ON_CONSOLE = "16, Linux console"
SIXTEEN = {"16, xterm": _ANSI.split(), _ON_CONSOLE: _CONSOLE.split()}
"""What a terminal shows for each of the sixteen colours."""
DEPTHS = ("24 bits", "256", *SIXTEEN)

_FIRST_BRIGHT, _BLACK = 8, 0
_LETTER_BLOCKS = "█▀▄"
_ROUNDED = 2
"""How far Textual's arithmetic may take a colour from the palette's."""

Pair = tuple[ColorTriplet, ColorTriplet]


@dataclass(frozen=True)
class Finding:
    """The contrast of something that is drawn, and where."""

    ratio: float
    theme: str
    depth: str
    what: str
    """"text", "scenery", "shape" (bars), or "mark" (the ground of a key and of what is marked)."""
    words: str
    colours: str
    where: str

    def __str__(self) -> str:
        words = f"{self.ratio:.2f}:1 {self.what} {self.words!r} ({self.colours})"
        return f"{words}, {self.theme}, {self.depth}, on {self.where}"

    @property
    def is_good(self) -> bool:
        """Whether it is as high as it has to be."""
        least = {"text": 4.5 if self.depth in SIXTEEN else 7.0, "scenery": 4.5, "shape": 3.0, "mark": 3.0}
        return self.ratio >= least[self.what]


@dataclass
class Gallery:
    """What was looked at, and the worst of each kind."""

    worst: dict[tuple[str, str, str], Finding] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """The names of the screens, and what the sessions on them were doing."""
    bold_black: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    """What blinks, or has no colours."""
    _looks: set[tuple[str, str]] = field(default_factory=set)

    async def look(self, hand: AppDriver) -> None:
        """Measure what is on the screen in each theme; what is the same as before but for its numbers, only once.

        To change the theme takes half a second. So it is changed where a screen has colours that are not the palette's, as
        what lies under a dialog, or comes first with text whose rules ask whether the theme is light. Else the other
        theme's colours are put in their place.
        """
        name = type(hand.screen).__name__
        asks_for_theme = name not in self.seen and bool(hand.screen.query(Markdown))
        self.seen.add(name)
        if isinstance(hand.screen, SessionScreen):
            session = hand.screen.session
            self.seen |= {session.phase, session.interval.kind if session.interval else ""}
        words = "".join(one for one in hand.text() if one.isalpha() or one in "!?")
        if (name, words) in self._looks:
            return
        self._looks.add((name, words))
        own, drawn = hand.app.theme, _drawn(hand)
        mixed = {theme: [(text, recoloured(style, own, theme)) for text, style in drawn] for theme in PALETTES}
        for theme in PALETTES:
            if asks_for_theme or any(
                style and not recolour for (_t, style), (_u, recolour) in zip(drawn, mixed[theme], strict=True)
            ):
                hand.app.theme = theme
                await wait_idle(hand.app)
                mixed[theme] = _drawn(hand)
            for text, style in mixed[theme]:
                self._measure(theme, text, style, name)
        if hand.app.theme != own:
            hand.app.theme = own
            await wait_idle(hand.app)

    @property
    def findings(self) -> list[Finding]:
        """The worst of each kind, theme and depth, the worst first."""
        return sorted(self.worst.values(), key=lambda one: one.ratio)

    def _measure(self, theme: str, text: str, style: Style | None, where: str) -> None:
        if style is None or style.color is None or style.bgcolor is None or style.blink or style.dim:
            if text.strip() or style is None or style.bgcolor is None:
                self.plain.append(f"{text!r} {style}, {theme}, on {where}")
            return
        for what, depth in product(_kinds(theme, text, style), DEPTHS):
            pair = letters, ground = shown(style, depth, text[:1])
            if not text.strip():
                as_letters = depth in SIXTEEN and drawn_in_sixteen(text[:1], style, depth)[0].strip()
                pair = (letters if as_letters else ground, _theme_ground(theme, depth))
            ratio = contrast(*pair)
            if depth in SIXTEEN and what == "text" and _is_bold_black(style, depth):
                self.bold_black.append(f"{text!r} {style}, {theme}, on {where}")
            key = (theme, depth, what)
            if key not in self.worst or ratio < self.worst[key].ratio:
                colours = f"{pair[0].hex} on {pair[1].hex}"
                self.worst[key] = Finding(ratio, theme, depth, what, text.strip()[:30], colours, where)


def _drawn(hand: AppDriver) -> list[tuple[str, Style | None]]:
    """What is on the screen; of a dialog not what lies under it, which is dimmed on purpose."""
    lines = strips(hand.app)
    if isinstance(hand.screen, StopScreen):
        regions = [child.region for child in hand.screen.query("#panel, KeyBar") if child.display]
        lines = [line.crop(one.x, one.right) for one in regions for line in lines[one.y : one.bottom]]
        assert any(line.text.strip() for line in lines)
    return list({(one.text, one.style) for line in lines for one in line})


@cache
def recoloured(style: Style | None, theme: str, other: str) -> Style | None:
    """A style with another theme's colours; `None` if it has one that is none of the palette's."""
    colours = []
    for colour in (style.color, style.bgcolor) if style else ():
        names = [name for name, wanted in PALETTES[theme].items() if colour and _near(colour, wanted)]
        if colour and not names:
            return None
        colours.append(Color.parse(PALETTES[other][names[0]]) if names else None)
    return style + Style.from_color(*colours) if style else None


def shown(style: Style, depth: str, text: str = "x") -> Pair:
    """The letters' colour and their ground's, as a terminal shows them."""
    if depth not in SIXTEEN:
        system = ColorSystem.EIGHT_BIT if depth == "256" else ColorSystem.TRUECOLOR
        assert style.color is not None
        assert style.bgcolor is not None
        letters, ground = (one.downgrade(system).get_truecolor() for one in (style.color, style.bgcolor))
        return (ground, letters) if style.reverse else (letters, ground)
    mixed = drawn_in_sixteen(text, style, depth)[1]
    letter, behind = _number(mixed.color), _number(mixed.bgcolor)
    if mixed.bold and letter < _FIRST_BRIGHT:
        letter += _FIRST_BRIGHT
    if depth == _ON_CONSOLE:
        behind %= _FIRST_BRIGHT
    colours = SIXTEEN[depth]
    return _triplet(colours[letter]), _triplet(colours[behind])


@cache
def drawn_in_sixteen(text: str, style: Style, depth: str) -> tuple[str, Style]:
    """Text and style as the app has them on a terminal of sixteen colours."""
    (segment,) = SixteenColourFilter(console=depth == _ON_CONSOLE).apply([Segment(text, style)], TextualColor(0, 0, 0))
    assert segment.style is not None
    return segment.text, segment.style


@cache
def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast of two colours (WCAG 2.2), 1 to 21."""
    darker, lighter = sorted((luminance(*one), luminance(*other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def _kinds(theme: str, text: str, style: Style) -> Iterator[str]:
    """What a piece of text is: words, a figure, bars and what else has a shape."""
    letters, ground = style.color, style.bgcolor
    assert letters is not None
    assert ground is not None
    colours = PALETTES[theme]
    drawn = {one for one in text if not one.isspace()}
    if not drawn:
        seen = letters if style.reverse else ground
        if not any(_near(seen, colours[name]) for name in ("ground", "panel")):
            yield "mark" if any(_near(seen, colours[name]) for name in ("accent", "words")) else "shape"
        return
    figure = {one for one in drawn if "\u2800" <= one <= "\u28ff"}
    shapes = {one for one in drawn if "\u2500" <= one <= "\u259f"}
    is_bar = _near(letters, colours["track"]) or _near(ground, colours["track"])
    if not is_bar:  # block letters
        shapes -= set(_LETTER_BLOCKS)
    if figure:
        yield "scenery"
    if shapes:
        yield "shape"
    if drawn - figure - shapes:
        yield "text"


def _is_bold_black(style: Style, depth: str) -> bool:
    mixed = drawn_in_sixteen("x", style, depth)[1]
    return bool(mixed.bold) and _number(mixed.color) == _BLACK


def _theme_ground(theme: str, depth: str) -> ColorTriplet:
    ground = PALETTES[theme]["ground"]
    return shown(Style.parse(f"on {ground}") + Style(color=ground), depth)[1]


def _near(colour: Color, wanted: str) -> bool:
    pairs = zip(colour.get_truecolor(), _triplet(wanted.lstrip("#")), strict=True)
    return all(abs(one - other) <= _ROUNDED for one, other in pairs)


def _number(colour: Color | None) -> int:
    assert colour is not None
    number = colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return number


def _triplet(colour: str) -> ColorTriplet:
    return ColorTriplet(*bytes.fromhex(colour))
