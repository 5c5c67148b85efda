"""What is shown in place of a routine whose plan is empty for this person."""

from textual.app import ComposeResult

from uncramp.domain.plan import Plan
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui.messages import Done
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.words.session import change_sentence


class NothingScreen(Page):
    """Says why the routine is not for this person."""

    def __init__(self, context: Context, plan: Plan) -> None:
        super().__init__(plan.title, context)
        self._plan = plan

    def text(self) -> ComposeResult:
        yield PlainText(_("This routine is not for you."), classes="heading first")
        for change in self._plan.changes:
            yield PlainText(change_sentence(change), classes="item")
        yield PlainText(_("Choose another one, or ask your doctor or midwife."), classes="quiet")

    def action_close(self) -> None:
        """Leave; it may be the first screen of all, which can't be dismissed."""
        self.post_message(Done())
