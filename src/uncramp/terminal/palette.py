"""The colours of the themes, for the first paint and for Textual alike.

A test measures every pair of them that a screen shows, in 24 bits and as a terminal of 256 and of 16 colours has them.
This module imports nothing, since the first words wait for it.
"""

DAY = {
    "ground": "#10161a",
    "panel": "#1a242a",
    "words": "#f2f5f3",
    "quiet": "#b4c2c4",
    "accent": "#6ce3cb",
    "alert": "#ffa270",
    "track": "#708a8a",
    "scenery": "#82959a",
    "bar": "#6ce3cb",
    "on-bar": "#10161a",
}

NIGHT = {
    "ground": "#000000",
    "panel": "#140202",
    "words": "#ff8674",
    "quiet": "#ff6f5c",
    "accent": "#ff7a66",
    "alert": "#ff9682",
    "track": "#c8463c",
    "scenery": "#d2463c",
    "bar": "#3d0000",  # a bright one would be a flash in the dark
    "on-bar": "#ffa08c",
}

LIGHT = {
    "ground": "#f7f8f5",
    "panel": "#e6eae6",
    "words": "#14191c",
    "quiet": "#363d40",
    "accent": "#0a2c8a",
    "alert": "#7d2600",
    "track": "#6f7c80",
    "scenery": "#626f74",
    "bar": "#0a2c8a",
    "on-bar": "#f7f8f5",
}

Inks = dict[str, tuple[str, int, int]]

FIGURE_DAY: Inks = {
    "skin": ("#eab896", 223, 11),
    "shirt": ("#c2708f", 168, 13),
    "shorts": ("#5f78d8", 69, 12),
    "far_skin": ("#a8806a", 137, 3),
    "far_shirt": ("#7f4760", 95, 5),
    "far_shorts": ("#41539a", 61, 4),
    "held": ("#ffffff", 231, 7),
    "scenery": ("#56646c", 240, 8),
    "warm": ("#e8693a", 202, 9),
    "cool": ("#3f9fee", 39, 14),
    "arrow": ("#ffd43b", 220, 15),
    "muscle": ("#12a999", 37, 6),
}
"""The inks of figures: in 24 bits, the number of 256 colours, and that of 16. Each is picked by hand, so that those which
meet in a figure are told apart. The muscle is calm, as red would be a wound; the far limb is the near one, darker."""

FIGURE_NIGHT: Inks = {
    "skin": ("#e5705e", 210, 9),
    "shirt": ("#a5382d", 131, 5),
    "shorts": ("#7d251d", 124, 1),
    "far_skin": ("#93463b", 95, 5),
    "far_shirt": ("#541a14", 88, 5),
    "far_shorts": ("#3a100c", 88, 5),
    "held": ("#ff9a86", 217, 7),
    "scenery": ("#5a1a14", 52, 8),
    "warm": ("#ff9a87", 203, 9),
    "cool": ("#b9503f", 131, 1),
    "arrow": ("#ffb9a9", 217, 7),
    "muscle": ("#ffe1d8", 224, 15),
}

FIGURE_LIGHT: Inks = {
    "skin": ("#d29470", 173, 11),
    "shirt": ("#b04a75", 125, 13),
    "shorts": ("#4059c0", 62, 12),
    "far_skin": ("#96613f", 94, 3),
    "far_shirt": ("#742f4d", 53, 5),
    "far_shorts": ("#283a85", 18, 4),
    "held": ("#6f8c1f", 64, 2),
    "scenery": ("#c0c8cb", 249, 8),
    "warm": ("#cc3d1c", 160, 9),
    "cool": ("#2f86e0", 33, 14),
    "arrow": ("#171c1f", 16, 0),
    "muscle": ("#00706a", 30, 6),
}


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
    """The number in an escape code for a colour of the night, on a terminal of so many bits of colour."""
    if depth == 24:  # noqa: PLR2004 - as `ColourDepth` counts, which is not imported here
        red, green, blue = (int(NIGHT[name][nth : nth + 2], 16) for nth in (1, 3, 5))
        return f"{48 if ground else 38};2;{red};{green};{blue}"
    of_256, of_16 = NIGHT_NUMBERS[name]
    if depth == 8:  # noqa: PLR2004
        return f"{48 if ground else 38};5;{of_256}"
    return str((40 if ground else 30) + of_16 % 8 + (60 if of_16 > 7 else 0))  # noqa: PLR2004 - the bright ones begin at 8
