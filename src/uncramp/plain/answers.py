"""What is said to lines that change nothing, and how the program's own questions are put."""

from uncramp.files.text import shorten, visible
from uncramp.i18n import _
from uncramp.plain import keys


def after_answer() -> str:
    """What can be typed where an answer was a warning sign."""
    return _("Enter ends this. If it was the wrong key, type u, then Enter, to take it back.")


def really_stop() -> str:
    """The question before a routine is stopped by day. The default is to go on."""
    return _("Stop the routine here? Type q, then Enter, to stop. Enter alone goes on.")


def useless(line: str, typed: str) -> str:
    """The answer to a line that does nothing now: one that does elsewhere, one of the screen's, or any other."""
    of_the_screen = {
        "m": _("There is no bell here: all is said in words."),
        "t": _("There are no colours here."),
    }
    if words := of_the_screen.get(line):
        return words
    if key := keys.find(line, (*keys.SESSION, *keys.FINISH)):
        return _("{key} does nothing here. Type ?, then Enter, for all keys.").format(key=keys.shown(key))
    shown = visible(shorten(typed.strip()))
    return _("'{typed}' is no key. Type ?, then Enter, for all keys.").format(typed=shown)
