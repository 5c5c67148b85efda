"""The warning signs: one key away from everywhere."""

from textual.app import ComposeResult

from uncramp.guidance.actions import Alarm
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.plain_text import BulletLine, PlainText
from uncramp.words.signs import Reason, no_diagnosis, signs_from


class SignsScreen(Page):
    """All warning signs, under what the moment calls for. `True` takes back the answer that led here."""

    BINDINGS = keys.bind(keys.TAKE_BACK)

    def __init__(self, context: Context, alarm: Alarm) -> None:
        super().__init__(_("Warning signs"), context)
        self._alarm = alarm

    @property
    def answers(self) -> bool:
        """An answer that led here is taken back: it would end the session."""
        return self._alarm.reason is Reason.ANSWER

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "take_back" or self._alarm.reason in (Reason.ANSWER, Reason.TICKED)

    def action_take_back(self) -> None:
        self.dismiss(True)
