"""The inks of figures: those that meet are told apart, in 24 bits and as terminals of 256 and of 16 colours have them."""

from collections.abc import Iterator, Mapping
from colorsys import rgb_to_hls
from itertools import product
from math import dist

import pytest
from rich.color import Color, ColorSystem
from rich.console import Console

from uncramp.figures.shapes import Tone
from uncramp.terminal import palette
from uncramp.terminal.palette import ColourDepth, colour_depth

INKS = {"day": palette.FIGURE_DAY, "night": palette.FIGURE_NIGHT, "light": palette.FIGURE_LIGHT}
GROUNDS = {"day": palette.DAY, "night": palette.NIGHT, "light": palette.LIGHT}
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
VGA = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
SIXTEEN = {"16, xterm": XTERM.split(), "16, VGA": VGA.split()}
DEPTHS = ("24 bits", "256", *SIXTEEN)

MEETING = [
    *(
        ("muscle", other)
        for other in ("skin", "shorts", "shirt", "far_skin", "far_shorts", "scenery", "held", "ground")
    ),
    *(("skin", other) for other in ("shirt", "shorts", "far_skin", "scenery", "held", "ground", "warm", "cool")),
    *(("shorts", other) for other in ("shirt", "scenery", "far_skin", "ground")),
    *(("held", other) for other in ("far_skin", "scenery", "shorts", "ground")),
    *(("scenery", other) for other in ("ground", "far_skin", "warm", "cool")),
    *(("arrow", other) for other in ("skin", "scenery", "shorts", "ground", "far_skin")),
    ("far_skin", "far_shorts"),
    ("far_skin", "far_shirt"),
    ("far_skin", "shade"),
    ("far_skin", "ground"),
    ("far_shorts", "ground"),
    ("far_shorts", "scenery"),
    ("warm", "cool"),
    *(("pillow", other) for other in ("skin", "far_skin", "shirt", "shorts", "scenery", "ground", "held")),
    ("shirt", "far_shirt"),
    ("shorts", "far_shorts"),
]
"""What meets in figures."""
TOO_FEW = {
    ("night", "far_skin", "far_shorts"),
    ("night", "far_skin", "far_shirt"),
    ("night", "skin", "warm"),
    ("night", "muscle", "held"),
    ("night", "pillow", "held"),
    ("night", "shirt", "far_shirt"),
}
"""What sixteen colours can't tell apart: there are two reds and a purple. The far leg is of one ink there."""


def colour(theme: str, name: str, depth: str) -> tuple[float, float, float]:
    """An ink as it is shown, or the theme's ground."""
    if name == "ground":
        ground = Color.parse(GROUNDS[theme]["ground"])
        if depth in SIXTEEN:
            number = ground.downgrade(ColorSystem.STANDARD).number
            assert number is not None
            return rgb(SIXTEEN[depth][number % 8])
        return rgb(ground.get_truecolor().hex[1:])
    full, many, few = INKS[theme][name]
    if depth in SIXTEEN:
        return rgb(SIXTEEN[depth][few])
    return rgb((full if depth == "24 bits" else palette.colour_of_256(many))[1:])


def rgb(text: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(text)
    return red / 255, green / 255, blue / 255


def linear(rgb: tuple[float, float, float]) -> Iterator[float]:
    return (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)


def luminance(colour: tuple[float, float, float]) -> float:
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def seen(colour: tuple[float, float, float]) -> tuple[float, float, float]:
    """A colour in CIE L*a*b*, in which distances are what eyes make of them: 2.3 can just be seen."""
    red, green, blue = linear(colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize(("theme", "depth"), [*product(INKS, DEPTHS)])
def test_inks_that_meet_are_told_apart(theme: str, depth: str) -> None:
    near: dict[tuple[str, str], object] = {}
    for one, other in MEETING:
        if depth in SIXTEEN and (theme, one, other) in TOO_FEW:
            continue
        first, second = (colour(theme, name, depth) for name in (one, other))
        darker, lighter = sorted((luminance(first), luminance(second)))
        if dist(seen(first), seen(second)) < 12:
            near[one, other] = round(dist(seen(first), seen(second)), 1)
        elif theme == "night" and depth in ("24 bits", "256") and (lighter + 0.05) / (darker + 0.05) < 1.2:
            near[one, other] = f"{(lighter + 0.05) / (darker + 0.05):.2f}:1"
    assert not near


@pytest.mark.parametrize("theme", INKS)
def test_every_ink_has_its_colours(theme: str) -> None:
    assert set(INKS[theme]) == {tone.name.lower() for tone in Tone}


@pytest.mark.parametrize("depth", ["24 bits", "256"])
def test_by_night_there_is_one_hue_and_the_muscle_is_the_lightest(depth: str) -> None:
    colours = {name: colour("night", name, depth) for name in palette.FIGURE_NIGHT}
    for name, one in colours.items():
        hue = rgb_to_hls(*one)[0] * 360
        assert min(hue, 360 - hue) < 20, name
    assert max(colours, key=lambda name: luminance(colours[name])) == "muscle"


@pytest.mark.parametrize(("theme", "depth"), [*product(["day", "light"], ["24 bits", "256"])])
def test_the_muscle_is_no_wound_and_the_arrow_has_its_colour_alone(theme: str, depth: str) -> None:
    muscle = rgb_to_hls(*colour(theme, "muscle", depth))[0] * 360
    assert 90 < muscle < 270
    arrow = seen(colour(theme, "arrow", depth))
    assert all(dist(arrow, seen(colour(theme, name, depth))) > 15 for name in INKS[theme] if name != "arrow")


@pytest.mark.parametrize("theme", INKS)
def test_the_far_limb_is_of_the_same_person_only_darker(theme: str) -> None:
    for name in ("skin", "shirt", "shorts"):
        near, far = (colour(theme, each, "24 bits") for each in (name, f"far_{name}"))
        assert luminance(far) < 0.75 * luminance(near)
        hues = [360 * rgb_to_hls(*one)[0] for one in (near, far)]
        assert abs((hues[0] - hues[1] + 180) % 360 - 180) < 15


@pytest.mark.parametrize("number", [16, 17, 59, 102, 223, 231, 232, 240, 255])
def test_a_colour_of_256_is_what_terminals_show_for_it(number: int) -> None:
    assert palette.colour_of_256(number) == Color.from_ansi(number).get_truecolor().hex


@pytest.mark.parametrize("theme", INKS)
def test_a_colour_that_was_picked_for_256_stays_what_it_is(theme: str) -> None:
    for name, (_full, many, _few) in INKS[theme].items():
        number = Color.parse(palette.colour_of_256(many)).downgrade(ColorSystem.EIGHT_BIT).number
        assert number is not None
        assert number == many or (many >= 232 and abs(number - many) == 1), name  # Rich is a step off in greys


SYSTEMS = {None: 0, "standard": 4, "256": 8, "truecolor": 24}


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "xterm-256color"},
        {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
        {"TERM": "xterm", "COLORTERM": " 24bit "},
        {"TERM": "xterm"},
        {"TERM": "xterm-16color"},
        {"TERM": "xterm-kitty"},
        {"TERM": "screen"},
        {"TERM": "linux", "COLORTERM": "yes"},
        {"TERM": "dumb", "COLORTERM": "truecolor"},
        {"TERM": ""},
        {},
    ],
)
def test_colours_are_counted_as_the_toolkit_counts_them(environ: Mapping[str, str]) -> None:
    toolkit = Console(force_terminal=True, _environ=environ).color_system
    assert colour_depth(environ) == SYSTEMS[toolkit]
    assert colour_depth({**environ, "NO_COLOR": "1"}) is ColourDepth.NONE
    assert colour_depth({**environ, "NO_COLOR": ""}) is colour_depth(environ)
