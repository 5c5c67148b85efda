"""The keys of the diary's screens, each declared once."""

from dataclasses import replace

from textual.binding import Binding, BindingType

from uncramp.guidance.actions import Command
from uncramp.guidance.diary_form import UNSAID
from uncramp.i18n import _
from uncramp.tui import keys

BACK = Command("back", "q,escape", "q", _("back"), _("Go back. What you changed is saved."))
UNDO = Command("undo", "u", "u", _("undo"), _("Take back the last thing that you changed."))
READ_NOTE = Command("note", "n", "n", _("note"), _("Read the whole note."))
SIGNS = replace(keys.SIGNS, first=True)
"""One key away also while one types."""

# The days.

OPEN = Command("open_entry", "enter", "⏎", _("open"), _("See all of what is marked, and correct it."))
ADD = Command("add_cramp", "a", "a", _("add a cramp"), _("Add a cramp that was not followed here."))
DELETE = Command("delete", "x,delete", "x", _("delete"), _("Delete what is marked. u brings it back."))
WORKING = Command("working", "w", "w", _("is it working?"), _("Compare the cramps before practice and since."))
OLDER = Command("day(1)", "right", "", _("day before"), _("Go to the day before."))
NEWER = Command("day(-1)", "left", "", _("day after"), _("Go to the day after."))

# One entry.

ON = Command("go_on", "enter", "⏎", _("next"), _("Type what is marked, or go on to the next."))
CHANGE = Command("change", "space,right", "space", _("change"), _("Change what is marked."))
CHANGE_BACK = Command("change_back", "left", "", _("one back"), _("Go back to the answer before this one."))
KEEP = Command(
    "keep_answer",
    "enter",
    "⏎",
    _("keep, next"),
    _("Keep what you typed. Nothing typed skips it."),
    first=True,
)
DROP = Command("drop_answer", "escape", "esc", _("as it was"), _("Leave the answer as it was."), first=True)

PICKS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "t", UNSAID)
"""Keys that answer, as many as an answer may need."""


def pick_keys() -> list[BindingType]:
    """A key for each answer; the help page names them together."""
    first, *others = PICKS
    tooltip = _("Give the answer that stands beside this key.")
    return [
        Binding(first, f"pick('{first}')", _("answer"), id="pick", key_display="1", show=False, tooltip=tooltip),
        *(Binding(key, f"pick('{key}')", show=False) for key in others),
    ]


# The warning signs that were there.

TICK = Command("tick", "space,x", "space", _("tick"), _("Tick what is marked, or take its tick away."))
KEEP_TICKS = Command("keep_ticks", "enter", "⏎", _("keep"), _("Keep these ticks."))
DROP_TICKS = Command("drop_ticks", "escape,q", "esc", _("as it was"), _("Leave the ticks as they were."))
