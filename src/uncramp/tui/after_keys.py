"""The keys of what is asked after a cramp."""

from textual.binding import Binding, BindingType

from uncramp.guidance import actions
from uncramp.guidance.actions import Command
from uncramp.guidance.afterwards import WRITE, all_keys
from uncramp.i18n import _
from uncramp.tui import keys

KEEP_NOTE = Command("keep_note", "enter", "⏎", _("keep"), _("Keep what you typed."), first=True)
DROP_NOTE = Command("drop_note", "escape", "esc", _("no note"), _("Write no note."), first=True)
TICK = Command("tick", "space", "space", _("tick"), _("Tick what is marked, or take the tick away."))

ASKING = (
    KEEP_NOTE, DROP_NOTE, actions.SKIP, actions.NEXT_QUESTION, actions.SKIP_ALL, actions.WRITE_NOTE, TICK,
    actions.UNDO_ANSWER, actions.LEAVE_NOW,
)  # fmt: skip

_NAMES = {
    "+": "plus,equals_sign",
    "-": "minus",
    ">": "greater_than_sign",
    "<": "less_than_sign",
}


def choosing() -> list[BindingType]:
    """A binding for each answer; what is asked shows them beside the words."""
    return [Binding(_NAMES.get(key, key), f"choose('{key}')", show=False) for key in all_keys() if key != WRITE]


def bindings() -> list[BindingType]:
    """All of them, in the order in which the key bar shows them."""
    return [*keys.bind(*ASKING), *choosing()]
