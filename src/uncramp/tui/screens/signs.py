"""The warning signs: one key away from everywhere."""

from dataclasses import replace

from textual.app import ComposeResult

from uncramp.guidance.actions import Alarm
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.plain_text import BulletLine, PlainText
from uncramp.words.signs import Reason, no_diagnosis, signs_from

LEAVE = Command("leave", "enter,q", "Enter", _("leave"), _("Leave first aid. What to do stays on the terminal."))
WRONG_KEY = Command("take_back", "u", "u", _("wrong key"), _("Take back the answer that led here."))
ANSWER_AGAIN = Command("answer_again", "escape,backspace", "Esc", _("back"), _("Go back to the question."))

HERE = replace(keys.SIGNS, shown="", help=_("Go to the top of the warning signs."))


class SignsScreen(Page):
    """All warning signs, under what the moment calls for. `True` takes back the answer that led here."""

    BINDINGS = keys.bind(LEAVE, WRONG_KEY, ANSWER_AGAIN, keys.CLOSE, HERE)

    def __init__(self, context: Context, alarm: Alarm) -> None:
        super().__init__(_("Warning signs"), context)
        self._alarm = alarm

    def text(self) -> ComposeResult:
        """What to do now, and the signs."""
        if words := self._alarm.words(self.context.profile, self.context.emergency_number):
            yield PlainText(words, id="now", classes="heading first urgent")
        for nth, group in enumerate(signs_from(self._alarm.first, self.context.emergency_number)):
            first = " first" if nth == 0 and not words else ""
            yield PlainText(group.heading, classes=f"heading{' urgent' if group.urgent else ''}{first}")
            for sign in group.signs:
                yield BulletLine(sign)
        yield PlainText(no_diagnosis(), classes="heading")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After an answer Enter leaves, and back is the question."""
        answered = self._alarm.reason is Reason.ANSWER
        can = {
            LEAVE.id: answered,
            ANSWER_AGAIN.id: answered,
            keys.CLOSE.id: not answered,
            WRONG_KEY.id: answered or self._alarm.reason is Reason.TICKED,
        }
        return can.get(action, True) and super().check_action(action, parameters)

    def action_signs(self) -> None:
        """They are here already."""
        self.action_to_edge("top")

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_take_back(self) -> None:
        self.dismiss(True)

    action_answer_again = action_take_back
