"""The warning signs: one key away from everywhere."""

from enum import StrEnum

from textual.app import ComposeResult

from uncramp.i18n import _
from uncramp.signs import no_diagnosis, warning_signs
from uncramp.tui import keys
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.item import Item
from uncramp.tui.widgets.words import Words


class Reason(StrEnum):
    """Why the warning signs are shown."""

    LOOK = "look"
    """The person wants to see them."""
    WORSE = "worse"
    """The person says that it gets worse."""
    URGENT = "urgent"
    """The cramp has gone on for ten minutes."""
    ANSWER = "answer"
    """The person's answer is a warning sign."""


class SignsScreen(Page):
    """All warning signs, under what the moment calls for. `True` takes back the answer that led here."""

    BINDINGS = keys.bind(keys.TAKE_BACK)

    def __init__(self, reason: Reason, emergency_number: str = "") -> None:
        """Show the signs, with the number to call."""
        super().__init__()
        self.heading = _("Warning signs")
        self._reason = reason
        self._number = emergency_number

    def text(self) -> ComposeResult:
        """What to do now, and the signs."""
        if words := _now(self._reason):
            yield Words(words, id="now", classes="heading first urgent")
        for nth, group in enumerate(warning_signs(self._number)):
            first = " first" if nth == 0 and not words else ""
            yield Words(group.heading, classes=f"heading{' urgent' if group.urgent else ''}{first}")
            for sign in group.signs:
                yield Item(sign)
        yield Words(no_diagnosis(), classes="heading")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only an answer can be taken back."""
        return action != "take_back" or self._reason is Reason.ANSWER

    def action_take_back(self) -> None:
        """It was the wrong key."""
        self.dismiss(True)


def _now(reason: Reason) -> str:
    return {
        Reason.LOOK: "",
        Reason.WORSE: _("Stop for now. Is one of these true? Then call."),
        Reason.URGENT: _("10 minutes, and the cramp is not gone. Get urgent help now."),
        Reason.ANSWER: _("Stop here. Do not rub the leg. This may be a clot: call today."),
    }[reason]
