"""The colours of the two themes, for the first paint and for Textual alike.

This module imports nothing, since the first words wait for it.
"""

DAY = {
    "ground": "#10161a",
    "panel": "#1a242a",
    "words": "#f2f5f3",
    "quiet": "#b4c2c4",
    "accent": "#7fdcc0",
    "alert": "#ffb38a",
    "track": "#37474f",
    "scenery": "#7d8f93",
    "bar": "#7fdcc0",
    "on-bar": "#10161a",
}

NIGHT = {
    "ground": "#000000",
    "panel": "#140202",
    "words": "#ff8674",
    "quiet": "#ff6c58",
    "accent": "#ff7a66",
    "alert": "#ffa08c",
    "track": "#5a140e",
    "scenery": "#a8443a",
    "bar": "#3d0000",  # a bright one would be a flash in the dark
    "on-bar": "#ff8674",
}
