"""The environment variables that Textual reads as it is imported; so this imports nothing of it."""

import os
import sys

from uncramp.terminal.tty import size_in

_KEPT = ("TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_ESCDELAY")


def prepare() -> None:
    # The others are for developers, and a mistake in one of them costs the screen.
    if not sys.flags.dev_mode:
        for name in [one for one in os.environ if one.startswith("TEXTUAL_") and one not in _KEPT]:
            del os.environ[name]
    # The kitty protocol's report-all-keys flag upsets some terminals.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # An empty NO_COLOR asks for nothing; Textual takes it as set.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
    # A size that another window has left: the screen would be drawn past the edges.
    try:
        size = os.get_terminal_size(1)
    except OSError:
        size = os.terminal_size((0, 0))
    for name, known in zip(("COLUMNS", "LINES"), size, strict=True):
        if name in os.environ and (known or not size_in(name)):
            del os.environ[name]
