"""The keys of what is asked after a cramp."""

from textual.binding import Binding, BindingType

from uncramp.guidance.actions import LEAVE_NOW, NEXT_QUESTION, SKIP, SKIP_ALL, UNDO_ANSWER, WRITE_NOTE, Action
from uncramp.guidance.afterwards import WRITE, all_keys
from uncramp.i18n import _
from uncramp.tui import keys

KEEP_NOTE = Action("keep_note", "enter", "⏎", _("keep"), _("Keep what you typed."), first=True)
DROP_NOTE = Action("drop_note", "escape", "esc", _("no note"), _("Write no note."), first=True)
TICK = Action("tick", "space", "space", _("tick"), _("Tick what is marked, or take the tick away."))

ASKING = (KEEP_NOTE, DROP_NOTE, SKIP, NEXT_QUESTION, SKIP_ALL, WRITE_NOTE, TICK, UNDO_ANSWER, LEAVE_NOW)

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
