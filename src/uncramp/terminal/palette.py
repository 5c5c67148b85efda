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
