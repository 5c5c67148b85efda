"""The keys of the screens: Textual's bindings out of commands, and the commands that only a screen has.

The key bar and the help screen are made from these, so they can't drift.
"""

from collections.abc import Mapping
from dataclasses import replace

from textual.binding import Binding, BindingType

from uncramp.guidance import actions
from uncramp.i18n import _

Command = actions.Command


def bind(*commands: Command) -> list[BindingType]:
    """The bindings of a screen, the most important first.

    A command's id is the action that it runs; what changes a session is done by its `action_do`.
    """
    return [
        Binding(
            command.keys,
            f"do('{command.id}')" if command.change else command.id,
            command.words,
            id=command.id,
            key_display=command.shown or None,
            show=bool(command.shown),
            tooltip=command.help,
            priority=command.first,
        )
        for command in commands
    ]


def unlisted(by_key: Mapping[str, str]) -> list[BindingType]:
    """Bindings of keys to actions that neither the key bar nor the help screen shows."""
    return [Binding(key, action, show=False) for key, action in by_key.items()]


NUMBERED = {"pick", "tick_key", "choose"}
"""Actions that are given an answer's key."""


def answering(action: str, answers: str, others: tuple[str, ...] = ()) -> list[BindingType]:
    """Bindings of answers' keys to an action that is given the key; the help screen names them together."""
    first, *more = (*answers, *others)
    tooltip = _("Give the answer that stands beside this key.")
    shown = f"{first}–{answers[-1]}"
    return [
        Binding(first, f"{action}('{first}')", _("answer"), id=action, key_display=shown, show=False, tooltip=tooltip),
        *unlisted({key: f"{action}('{key}')" for key in more}),
    ]


# Everywhere.

SIGNS, KEYS = actions.SIGNS, actions.KEYS
WORSE = replace(actions.WORSE, change=None)
"""On a page over a session, which stands still meanwhile."""
THEME = Command("theme", "t", "", _("colours"), _("Change the colours."))
QUIT = Command("quit_now", "ctrl+c", "", _("leave"), _("Leave the program."), first=True)
SUSPEND = Command("suspend_process", "ctrl+z", "", _("suspend"), _("To the shell; fg returns."), first=True)
CLOSE = Command("close", "enter,escape,backspace,q", "Enter", _("back"), _("Go back."))

# A session and its pages.

READ_ON = Command("read_on", "down", "↓", _("read on"), _("Read on."))
READ_BACK = Command("read_back", "up", "", _("read back"), _("Read back."))
CLICK_ON = Command("click_on", "pagedown", "", _("on"), _("Go on, as a clicker does."))
CLICK_BACK = Command("click_back", "pageup", "", _("back"), _("Back, as a clicker does."))
"""In exercises alone: in first aid these keys scroll."""
MORE = replace(READ_ON, keys="down,pagedown", words=_("more"))
MORE_ABOVE = replace(READ_BACK, keys="up,pageup")
"""Of a page that is longer than the screen."""
MARK_NEXT = Command("mark(1)", "down,tab", "↑↓", _("choose"), _("Mark an answer for Enter."))
MARK_BEFORE = Command("mark(-1)", "up,shift+tab", "", _("choose"), _("Mark the answer before."))
KEEP_GOING = Command("press_enter", "enter", "Enter", _("go on"), _("Go on, or what is marked."))
GO_ON_HERE = Command("leave('go_on')", "escape,backspace,space,u", "", _("go on"), _("Go on with the routine."))
REALLY_STOP = Command("answer('q')", "q", "q", _("stop"), _("Stop the routine here."))
WAS_CRAMP = Command("answer('y')", "y", "y", _("yes"), _("Keep the cramp, and leave."))
NO_CRAMP = Command("answer('n')", "n", "n", _("no"), _("Keep nothing, and leave."))

# Home, and a look at a routine before it starts.

FIRST_AID = Command("first_aid", "c", "", _("first aid"), _("First aid for the calf."))
START = Command("start", "enter", "", _("start"), _("Start first aid."))
START_MARKED = Command("start_marked", "enter", "", _("start"), _("Start what is marked."))
FIND = Command("find", "slash", "", _("find"), _("Find a routine by a word."))
ALL = Command("all", "escape", "", _("show all"), _("Show all routines again."))
MARK_ROUTINE = Command("move('down')", "down", "", _("choose"), _("Mark the next routine."))
MARK_ROUTINE_BEFORE = Command("move('up')", "up", "", _("choose"), _("Mark the one before."))
UNMARK = Command("unmark", "escape,backspace", "", _("unmark"), _("Mark nothing."))
PREVIEW = Command("preview", "space", "", _("look first"), _("Look first, step by step."))
BEGIN = Command("dismiss(True)", "enter", "Enter", _("start"), _("Start this routine."))
STEP_ON = Command("step(1)", "right,space", "→", _("next step"), _("See the next step."))
STEP_BACK = Command("step(-1)", "left", "←", _("step before"), _("See the step before."))
AWAY = Command("dismiss(False)", "escape,backspace,q", "Esc", _("back"), _("Go back, start nothing."))
WAS_ONE = Command("was_cramp(True)", "y", "", _("yes"), _("It was a cramp: it counts."))
WAS_NONE = Command("was_cramp(False)", "n", "", _("no"), _("It was none: delete it."))
LATER = Command("later", "escape", "", _("later"), _("Ask about it the next time."))
UNDO_ANSWER = Command("undo", "u", "", _("undo"), _("Take back your last answer."))
DIARY = Command("diary", "d", "d", _("diary"), _("Your cramps and practice."))
GUIDE = Command("guide", "g", "g", _("guide"), _("Read what may help."))
ABOUT = Command("about", "a", "a", _("about you"), _("Say what is true of you."))
MY_PLAN = Command("my_plan", "p", "p", _("plan"), _("Choose what you do daily."))
NEW = Command("new_routine", "n", "", _("new routine"), _("Make your own routine."))
EDIT = Command("edit", "e", "", _("edit"), _("Edit your own routine."))
LEAVE = Command("leave", "q", "q", _("leave"), _("Leave the program."))

# What is filled in.

SIGNS_FIRST = replace(SIGNS, first=True)
"""One key away also while one types."""
CHANGE_BACK = Command("change_back", "left", "", _("one back"), _("The answer before this."))
DROP = Command("drop_answer", "escape", "Esc", _("as it was"), _("Leave it as it was."), first=True)

# The diary: its days, one entry, the warning signs that were there.

BACK = Command("back", "escape,backspace,q", "Esc", _("back"), _("Go back. All is saved."))
UNDO_EDIT = Command("undo", "u", "u", _("undo"), _("Undo your last change."))
READ_NOTE = Command("note", "n", "n", _("note"), _("Read the whole note."))

OPEN = Command("open_entry", "enter", "Enter", _("open"), _("See all of it; correct it."))
ADD = Command("add_cramp", "a", "a", _("add"), _("Add a cramp."))
DELETE = Command("delete", "x,delete", "x", _("delete"), _("Delete it. u undoes that."))
CONFIRM = Command("confirm", "y", "y", _("was a cramp"), _("It was a cramp: it counts."))
WORKING = Command("working", "w", "w", _("does practice help?"), _("Cramps before and since."))
FOR_DOCTOR = Command("for_doctor", "p", "p", _("report"), _("A page for your doctor."))
MAKE_PAGE = Command("make_page", "1,enter", "Enter", _("make it"), _("Write the page to a file."))
MAKE_ABOUT_ME = Command("make_about_me", "2", "2", _("add about you"), _("Add what you said of you."))
OLDER = Command("day(1)", "right", "", _("day before"), _("Go to the day before."))
NEWER = Command("day(-1)", "left", "", _("day after"), _("Go to the day after."))

CHANGE = Command("change", "enter,space,right", "Enter", _("change"), _("Change what is marked."))
NEXT_FIELD = Command("go_on", "enter", "Enter", _("next"), _("Type it, or go on."))
CHANGE_TOO = Command("change_too", "space,right", "Space", _("change"), _("Change what is marked."))
"""Where Enter goes on."""
KEEP = Command("keep_answer", "enter", "Enter", _("keep, next"), _("Keep it. Empty skips it."), first=True)

TICK = Command("tick", "space", "Space", _("tick"), _("Tick it, or untick it."))
KEEP_TICKS = Command("keep_ticks", "enter", "Enter", _("keep"), _("Keep these ticks."))
DROP_TICKS = Command("dismiss(None)", "escape,backspace,q", "Esc", _("as it was"), _("Leave ticks as they were."))
