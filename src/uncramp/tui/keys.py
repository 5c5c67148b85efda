"""The keys of the screens: Textual's bindings out of actions, and the actions that only a screen has.

The key bar and the help screen are made from these, so they can't drift.
"""

from textual.binding import Binding, BindingType

from uncramp.guidance import actions
from uncramp.guidance.actions import Action
from uncramp.i18n import _

Command = Action

HELD_MS = 150
"""A key that comes again within this time, in milliseconds, is the same press. Terminals repeat a held key every 30 to
100 ms; a person who means two presses is slower than this."""


class KeyRepeat:
    """Tells a new press from the repeats of a key that is held: going on must not run away with it."""

    def __init__(self) -> None:
        """Know no press yet."""
        self._last: int | None = None

    def forget(self) -> None:
        """Another key has come: the next press is a new one."""
        self._last = None

    def repeats(self, now: int) -> bool:
        """Whether a press at `now` (milliseconds) is only a repeat. Each repeat holds on to the press."""
        last, self._last = self._last, now
        return last is not None and now - last < HELD_MS


def bind(*some: Action) -> list[BindingType]:
    """The bindings of a screen, the most important first. What changes a session is done by its `action_do`."""
    return [
        Binding(
            action.keys,
            f"do('{action.id}')" if action.change else action.id,
            action.words,
            id=action.id,
            key_display=action.shown or None,
            show=bool(action.shown),
            tooltip=action.help,
            priority=action.first,
        )
        for action in some
    ]


# Everywhere.

SIGNS, KEYS = actions.SIGNS, actions.KEYS
THEME = Action("theme", "t", "", _("day or night"), _("Change between the day and the night colours."))
QUIT = Action("quit_now", "ctrl+c", "", _("leave"), _("Leave the program at once."), first=True)
SUSPEND = Action(
    "suspend_process", "ctrl+z", "", _("suspend"), _("Go back to the shell; fg comes back here."), first=True
)
CLOSE = Action("close", "escape,q,enter", "⏎", _("back"), _("Close this page."))

# A session and its pages.

SOUND = Action("sound", "m", "m", _("sound"), _("Switch the bell on or off."))
READ_ON = Action(
    "read_on", "down,pagedown", "↓", _("read on"), _("Read on, where there is not room for all words.")
)
READ_BACK = Action(
    "read_back", "up,pageup", "", _("read back"),
    _("Read what stands above, where there is not room for all words."),
)  # fmt: skip
TAKE_BACK = Action("take_back", "u", "u", _("wrong key"), _("Take back what led here, and go on."))
KEEP_GOING = Action("keep_going", "enter,escape,space", "⏎", _("go on"), _("Go on with the routine."))
REALLY_STOP = Action("really_stop", "q,y", "q", _("stop"), _("Stop the routine here."))
DONE, AGAIN, GONE = actions.DONE, actions.AGAIN, actions.GONE

# Home, and a look at a routine before it starts.

START = Action("start", "enter", "⏎", _("start"), _("Start what is marked."))
FIND = Action("find", "slash", "/", _("find"), _("Find a routine: type a word of it."))
ALL = Action("all", "escape", "esc", _("show all"), _("Show all routines again."))
PREVIEW = Action(
    "preview", "space", "space", _("look first"), _("See what is marked step by step, before you start it.")
)
BEGIN = Action("begin", "enter", "⏎", _("start"), _("Start this routine."))
STEP_ON = Action("step_on", "right,space", "→", _("next step"), _("See the next step."))
STEP_BACK = Action("step_back", "left", "←", _("step before"), _("See the step before."))
AWAY = Action("away", "escape,q", "esc", _("back"), _("Go back to the list, and start nothing."))
DIARY = Action("diary", "d", "d", _("diary"), _("See your cramps and your practice by day."))
GUIDE = Action("guide", "g", "g", _("guide"), _("Read about habits, the evidence, and what we left out."))
ABOUT = Action(
    "about", "a", "a", _("about you"), _("Say what is true of you. It changes what you are led through.")
)
LEAVE = Action("leave", "q,escape", "q", _("leave"), _("Leave the program."))
