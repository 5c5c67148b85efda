"""What Textual reads from the environment as it is imported, so this imports nothing of it."""

import os
import sys

from uncramp.terminal import first_paint

_HEEDED = ("TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_ESCDELAY")


def prepare() -> None:
    """Set the environment right, before the first import of Textual."""
    for name in [one for one in os.environ if one.startswith("TEXTUAL_") and one not in _HEEDED]:
        if (
            not sys.flags.dev_mode
        ):  # what is for whoever works on a program, and mistakes in it cost the screen
            del os.environ[name]
    # The kitty protocol's report-all-keys flag upsets some terminals.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # An empty NO_COLOR asks for nothing; Textual takes it as set.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
    _let_the_terminal_tell_its_size()


def _let_the_terminal_tell_its_size() -> None:
    """Forget a size that another window has left in the environment: it would be drawn past the edges of this one."""
    try:
        told = os.get_terminal_size(1)
    except OSError:
        told = os.terminal_size((0, 0))
    for name, known in zip(("COLUMNS", "LINES"), told, strict=True):
        if name in os.environ and (known or not first_paint.size_in(name)):
            del os.environ[name]
