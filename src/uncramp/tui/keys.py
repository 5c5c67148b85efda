"""Every key, declared once. The key bar and the help screen are made from these, so they can't drift."""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from uncramp.i18n import _


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person can do with a key."""

    id: str
    keys: str
    """Textual's names for the keys, separated by commas."""
    shown: str
    """The key as it is shown, "" for one that the key bar leaves to the help screen."""
    words: str
    """What it does, in one or two words."""
    help: str
    """What it does, in one sentence."""
    first: bool = False
    """Whether it comes before whatever else is bound to the key."""

    def binding(self) -> Binding:
        """The binding for Textual."""
        return Binding(
            self.keys,
            self.id,
            self.words,
            id=self.id,
            key_display=self.shown or None,
            show=bool(self.shown),
            tooltip=self.help,
            priority=self.first,
        )


def bind(*commands: Command) -> list[BindingType]:
    """The bindings of a screen, the most important first."""
    return [command.binding() for command in commands]


PAUSE = Command("pause", "space", "space", _("pause"), _("Stand still, and go on with the same key."))
GO_ON = Command("go_on", "space", "space", _("go on"), _("Go on where you were."))
RELIEF = Command("relief", "enter", "", _("it's gone"), _("The cramp is gone: stop its clock, and go on."))
NEXT = Command("next", "enter", "", _("done, next"), _("Done with this: go on to the next."))
SILENT = Command(
    "silent", "enter", "", _("no answer"), _("Give no answer. What the question guards is left out.")
)
EASED = Command("eased", "g", "g", _("it's gone"), _("The cramp is gone: stop its clock, and stay here."))
YES = Command("yes", "y", "", _("yes"), _("Answer yes."))
NO = Command("no", "n", "", _("no"), _("Answer no."))
UNSURE = Command("unsure", "d", "", _("not sure"), _("You don't know. It counts as yes."))
OFFER = Command("offer", "o", "o", _("try the other"), _("Go over to the routine that is offered."))
ON = Command("on", "right", "", _("on"), _("Go on to the next, without saying that it's gone."))
BACK = Command("back", "left", "", _("back"), _("Go back to the start of this, or to the one before."))
UNDO = Command("undo", "u", "u", _("undo"), _("Take back the last thing that you did."))
OTHER_SIDE = Command("other_side", "s", "s", _("other side"), _("Change to the other leg, foot or hand."))
WORSE = Command("worse", "w", "w", _("worse"), _("It gets worse: stand still, and see the warning signs."))
SIGNS = Command(
    "signs", "exclamation_mark", "!", _("warning signs"), _("See when to stop, and whom to call.")
)
MORE = Command("more", "plus,equals_sign", "+", _("10 s more"), _("Make this ten seconds longer."))
SOUND = Command("sound", "m", "m", _("sound"), _("Switch the bell on or off."))
HELPER = Command("helper", "p", "p", _("helper"), _("Show the words for somebody who helps you."))
WHY = Command("why", "i", "i", _("why"), _("See why, what to take care of, and where it comes from."))
THEME = Command("theme", "t", "", _("day or night"), _("Change between the day and the night colours."))
KEYS = Command("keys", "question_mark", "?", _("keys"), _("See all keys."))
STOP = Command("stop", "q", "q", _("stop"), _("Stop here."))
QUIT = Command("quit_now", "ctrl+c", "", _("leave"), _("Leave the program at once."), first=True)
SUSPEND = Command(
    "suspend_process", "ctrl+z", "", _("suspend"), _("Go back to the shell; fg comes back here."), first=True
)
READ_ON = Command(
    "read_on", "down,pagedown", "↓", _("read on"), _("Read on, where there is not room for all words.")
)
READ_BACK = Command(
    "read_back",
    "up,pageup",
    "",
    _("read back"),
    _("Read what stands above, where there is not room for all words."),
)
CLOSE = Command("close", "escape,q,enter", "⏎", _("back"), _("Close this page."))

START = Command("start", "enter", "⏎", _("start"), _("Start what is marked."))
FIND = Command("find", "slash", "/", _("find"), _("Find a routine: type a word of it."))
ALL = Command("all", "escape", "esc", _("show all"), _("Show all routines again."))
PREVIEW = Command(
    "preview", "space", "space", _("look first"), _("See what is marked step by step, before you start it.")
)
BEGIN = Command("begin", "enter", "⏎", _("start"), _("Start this routine."))
STEP_ON = Command("step_on", "right,space", "→", _("next step"), _("See the next step."))
STEP_BACK = Command("step_back", "left", "←", _("step before"), _("See the step before."))
AWAY = Command("away", "escape,q", "esc", _("back"), _("Go back to the list, and start nothing."))
DIARY = Command("diary", "d", "d", _("diary"), _("See your cramps and your practice by day."))
GUIDE = Command("guide", "g", "g", _("guide"), _("Read about habits, the evidence, and what we left out."))
ABOUT = Command(
    "about", "a", "a", _("about you"), _("Say what is true of you. It changes what you are led through.")
)
LEAVE = Command("leave", "q,escape", "q", _("leave"), _("Leave the program."))
DONE = Command("done", "enter,q,escape", "⏎", _("done"), _("Leave this page."))
AGAIN = Command("again", "r", "r", _("again"), _("Start the routine again."))
GONE = Command("gone", "enter,g,y", "⏎", _("it's gone"), _("Say that the cramp is gone."))
TAKE_BACK = Command("take_back", "u", "u", _("wrong key"), _("Take back what led here, and go on."))
KEEP_GOING = Command("keep_going", "enter,escape,space", "⏎", _("go on"), _("Go on with the routine."))
REALLY_STOP = Command("really_stop", "q,y", "q", _("stop"), _("Stop the routine here."))
