"""How many colours a terminal shows, by what it says of itself in the environment."""

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
