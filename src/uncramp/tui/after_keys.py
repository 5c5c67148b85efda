"""The keys of what is asked after a cramp."""

from textual.binding import Binding, BindingType

from uncramp.guidance.afterwards import WRITE, all_keys
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.keys import Command

KEEP_NOTE = Command("keep_note", "enter", "⏎", _("keep"), _("Keep what you typed."), first=True)
DROP_NOTE = Command("drop_note", "escape", "esc", _("no note"), _("Write no note."), first=True)
SKIP = Command("skip", "enter", "", _("skip this"), _("Go on, and leave this question out."))
NEXT = Command("on", "enter", "", _("next"), _("Go on to the next question."))
SKIP_ALL = Command("skip_all", "escape", "esc", _("skip all"), _("Answer no more questions."))
WRITE_NOTE = Command("write_note", WRITE, "", _("write a note"), _("Write a note about the cramp."))
TICK = Command("tick", "space", "space", _("tick"), _("Tick what is marked, or take the tick away."))
UNDO = Command("undo", "u", "u", _("undo"), _("Take back your last answer."))
LEAVE_NOW = Command("leave_now", "q,escape", "q", _("leave"), _("Leave this page at once."))

ASKING = (KEEP_NOTE, DROP_NOTE, SKIP, NEXT, SKIP_ALL, WRITE_NOTE, TICK, UNDO, LEAVE_NOW)

_NAMES = {
    "+": "plus,equals_sign",
    "-": "minus",
    ">": "greater_than_sign",
    "<": "less_than_sign",
}


def choosing() -> list[BindingType]:
    """A binding for each answer; what is asked shows them beside the words."""
    return [
        Binding(_NAMES.get(key, key), f"choose('{key}')", show=False) for key in all_keys() if key != WRITE
    ]


def bindings() -> list[BindingType]:
    """All of them, in the order in which the key bar shows them."""
    return [*keys.bind(*ASKING), *choosing()]
