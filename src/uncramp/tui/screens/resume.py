"""What was cut off a short while ago is offered again. The default is to go on."""

from textual.app import ComposeResult
from textual.containers import Vertical

from uncramp.domain.own_keys import shown
from uncramp.guidance.context import Context
from uncramp.guidance.resume import CutOff
from uncramp.i18n import _
from uncramp.terminal.layout import SIDES, Room
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.widgets.answers import AnswerRow, Answers, Size
from uncramp.tui.widgets.plain_text import PlainText

RESUME = Command("press_enter", "enter", "", _("go on"), _("Go on, or what is marked."))
YES = Command("dismiss(True)", "y", "", _("yes"), _("Go on where you were."))
NOT_NOW = Command("dismiss(False)", "n,escape,backspace,q", "", _("no"), _("Leave it: all routines."))


class ResumeScreen(FramedScreen[bool]):
    """Gives `True` to go on."""

    BINDINGS = keys.bind(RESUME, YES, NOT_NOW, keys.MARK_NEXT, keys.MARK_BEFORE, keys.SIGNS)
    HAS_CHIPS = True
    DEFAULT_CSS = """
    ResumeScreen #offer { height: 1fr; padding-top: 1; }
    ResumeScreen #question { color: $accent; text-style: bold; }
    ResumeScreen #answers { margin-top: 1; }
    ResumeScreen #cramp { color: $quiet; margin-top: 1; }
    ResumeScreen.-low #offer { padding: 0; }
    ResumeScreen.-low #answers, ResumeScreen.-low #cramp { margin: 0; }
    """

    def __init__(self, context: Context, cut_off: CutOff) -> None:
        super().__init__(context.home_title, context)
        self._what = PlainText(cut_off.words(context.local_time()), id="what")
        self.of_first_aid = cut_off.plan.measures_cramp
        cramp = "" if self.of_first_aid else context.said(_("A cramp now? Press c."), "first_aid")
        self._cramp = PlainText(cramp, id="cramp")
        self._answers = Answers(id="answers")

    def body(self) -> ComposeResult:
        with Vertical(id="offer"):
            yield PlainText(_("Go on where you were?"), id="question")
            yield from (self._what, self._answers, self._cramp)

    def on_mount(self) -> None:
        self.on_resize()

    def on_resize(self) -> None:
        room = Room(*self.app.size)
        self.set_class(room.small, "-low")
        rows = [
            AnswerRow(_("Enter"), _("Go on"), "", "screen.dismiss(True)"),
            AnswerRow(shown(self.context.profile.keys, "n"), _("No"), _("to all routines"), "screen.dismiss(False)"),
        ]
        self._answers.offer(rows, room.columns - SIDES, Size.CLOSE if room.small else Size.APART)

    def action_mark(self, way: int) -> None:
        self._answers.mark(way)

    async def action_press_enter(self) -> None:
        marked = self._answers.marked
        await self.run_action(marked.action if marked else "screen.dismiss(True)")
