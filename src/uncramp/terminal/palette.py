"""The colours of a terminal: how many it shows, and those of the themes, for the first paint and for Textual alike.

A test measures every pair of them that a screen shows, in 24 bits and as a terminal of 256 and of 16 colours has them.
This module imports next to nothing, since the first words wait for it.
"""

import os
from collections.abc import Mapping
from enum import IntEnum


class ColourDepth(IntEnum):
    """How many colours there are."""

    NONE = 0
    SIXTEEN = 4
    MANY = 8
    """256, most of them in a cube of six steps each of red, green and blue."""
    FULL = 24


def is_console(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether it is the Linux console, maybe with a multiplexer on it."""
    return "linux" in environ.get("TERM", "").split(".")


def colour_depth(environ: Mapping[str, str] = os.environ) -> ColourDepth:
    """The colours of a terminal; none where the person wants none. Textual counts them in the same way."""
    terminal = environ.get("TERM", "").strip().lower()
    if environ.get("NO_COLOR") or terminal in ("dumb", "unknown"):
        return ColourDepth.NONE
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColourDepth.FULL
    if os.name == "nt":
        return ColourDepth.FULL if environ.get("WT_SESSION") else ColourDepth.MANY
    return (
        ColourDepth.MANY if terminal == "kitty" or terminal.endswith(("-256color", "-kitty")) else ColourDepth.SIXTEEN
    )


_COLOURS = {
    "ground": ("#10161a", "#000000", "#f7f8f5"),
    "panel": ("#1a242a", "#140202", "#e6eae6"),
    "words": ("#f2f5f3", "#ff8674", "#14191c"),
    "quiet": ("#b4c2c4", "#ff6f5c", "#363d40"),
    "accent": ("#6ce3cb", "#ff7a66", "#0a2c8a"),
    "alert": ("#ffa270", "#ff9682", "#7d2600"),
    "track": ("#708a8a", "#c8463c", "#6f7c80"),
    "scenery": ("#82959a", "#d2463c", "#626f74"),
    "bar": ("#6ce3cb", "#3d0000", "#0a2c8a"),  # by night a bright one would be a flash in the dark
    "on-bar": ("#10161a", "#ffa08c", "#f7f8f5"),
}
"""By day, by night, and on a light ground."""

DAY, NIGHT, LIGHT = ({name: row[nth] for name, row in _COLOURS.items()} for nth in range(3))

_INKS = {
    "skin": (("#eab896", 223, 11), ("#e5705e", 210, 9), ("#d29470", 173, 11)),
    "shirt": (("#c2708f", 168, 13), ("#a5382d", 131, 5), ("#b04a75", 125, 13)),
    "shorts": (("#5f78d8", 69, 12), ("#7d251d", 124, 1), ("#4059c0", 62, 12)),
    "far_skin": (("#a8806a", 137, 3), ("#93463b", 95, 5), ("#96613f", 94, 3)),
    "far_shirt": (("#7f4760", 95, 5), ("#541a14", 88, 5), ("#742f4d", 53, 5)),
    "far_shorts": (("#41539a", 61, 4), ("#3a100c", 88, 5), ("#283a85", 18, 4)),
    "held": (("#ffffff", 231, 7), ("#ffb8a6", 217, 7), ("#6f8c1f", 64, 2)),
    "scenery": (("#56646c", 240, 8), ("#5a1a14", 52, 8), ("#c0c8cb", 249, 8)),
    "pillow": (("#93b0bd", 109, 14), ("#9c6a62", 138, 7), ("#82a3d2", 110, 14)),
    "warm": (("#e8693a", 202, 9), ("#ff9a87", 203, 9), ("#cc3d1c", 160, 9)),
    "cool": (("#3f9fee", 39, 14), ("#b9503f", 131, 1), ("#2f86e0", 33, 14)),
    "shade": (("#70503f", 95, 8), ("#5c2620", 52, 8), ("#5f3a22", 58, 8)),
    "arrow": (("#ffd43b", 220, 15), ("#ffb9a9", 217, 7), ("#171c1f", 16, 0)),
    "muscle": (("#12a999", 37, 6), ("#ffe1d8", 224, 15), ("#00706a", 30, 6)),
}
"""The inks of figures, for the same themes: in 24 bits, the number of 256 colours, and that of 16. Each is picked by hand,
so that those which meet in a figure are told apart. The muscle is calm, as red would be a wound; the far limb is the near
one, darker."""

FIGURE_DAY, FIGURE_NIGHT, FIGURE_LIGHT = ({name: row[nth] for name, row in _INKS.items()} for nth in range(3))


def colour_of_256(number: int) -> str:
    """One of the 256 colours from the sixteenth on, as every terminal has it."""
    if number >= 232:  # noqa: PLR2004 - greys
        levels = (8 + 10 * (number - 232),) * 3
    else:
        at = number - 16
        red, green, blue = (55 + 40 * step if step else 0 for step in (at // 36, at // 6 % 6, at % 6))
        levels = red, green, blue
    return "#{:02x}{:02x}{:02x}".format(*levels)


NIGHT_NUMBERS = {"words": (210, 9), "quiet": (203, 9), "ground": (16, 0), "bar": (52, 0), "on-bar": (216, 7)}
"""Of the night's colours those that the first words have, as Textual shows them in 256 and in 16 colours."""


def night_code(name: str, depth: int, *, ground: bool = False) -> str:
    """The number in an escape code for a colour of the night; `depth` is that of the terminal, in bits."""
    if depth == 24:  # noqa: PLR2004 - as `ColourDepth` counts, which is not imported here
        red, green, blue = (int(NIGHT[name][nth : nth + 2], 16) for nth in (1, 3, 5))
        return f"{48 if ground else 38};2;{red};{green};{blue}"
    of_256, of_16 = NIGHT_NUMBERS[name]
    if depth == 8:  # noqa: PLR2004
        return f"{48 if ground else 38};5;{of_256}"
    return str((40 if ground else 30) + of_16 % 8 + (60 if of_16 > 7 else 0))  # noqa: PLR2004 - the bright ones begin at 8
