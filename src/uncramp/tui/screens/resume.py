"""What was cut off a short while ago is offered again. The default is to go on."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize

from uncramp.guidance.context import Context
from uncramp.guidance.resume import CutOff
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.widgets.choices import Prompt
from uncramp.tui.widgets.plain_text import BigText, PlainText

RESUME = Command("dismiss(True)", "enter,y", "", _("go on"), _("Go on where you were cut off."))
NOT_NOW = Command("dismiss(False)", "n,escape,backspace,q", "n", _("no"), _("Leave it, and go to all routines."))

_ROOMY = 14
"""Lines from which the question is in large letters."""
_LETTERS = 8


class ResumeScreen(FramedScreen[bool]):
    """Gives `True` to go on."""

    BINDINGS = keys.bind(RESUME, NOT_NOW, keys.SIGNS)
    DEFAULT_CSS = """
    ResumeScreen #offer { height: 1fr; align: left middle; }
    ResumeScreen #question { color: $accent; }
    ResumeScreen #what { margin: 1 0; }
    ResumeScreen #cramp { color: $quiet; margin-top: 1; }
    ResumeScreen.-low #what, ResumeScreen.-low #cramp { margin: 0; }
    """

    def __init__(self, context: Context, cut_off: CutOff) -> None:
        super().__init__(_("uncramp: help for leg cramps"), context)
        self._what = PlainText(cut_off.words(context.local_time()), id="what")
        aid = cut_off.plan.measures_cramp
        self._cramp = PlainText("" if aid else _("A cramp now? Press n, then Enter."), id="cramp")
        self._say, self._prompt = BigText(id="question"), Prompt(id="prompt")

    def body(self) -> ComposeResult:
        """What was cut off, and what Enter does."""
        with Vertical(id="offer"):
            yield from (self._say, self._what, self._prompt, self._cramp)

    def on_mount(self) -> None:
        self._prompt.show(_("go on"))
        self._fit(self.app.size.height)

    def on_resize(self, event: Resize) -> None:
        self._fit(event.size.height)

    def _fit(self, lines: int) -> None:
        self.set_class(lines < _ROOMY, "-low")
        self._say.say(_("Go on where you were?"), _LETTERS if lines >= _ROOMY else 0)

    def action_press_enter(self) -> None:
        self.dismiss(True)
