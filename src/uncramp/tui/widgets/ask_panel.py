"""One question after a cramp: its words as large as there is room for, the answers, and what Enter does."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize

from uncramp.guidance.afterwards import AfterQuestion
from uncramp.i18n import _
from uncramp.tui.widgets.choices import AskedChoices, Prompt
from uncramp.tui.widgets.form_list import TickList
from uncramp.tui.widgets.plain_text import BigText, PlainText

_ROOMY, _LOW = 13, 9
"""Lines from which the question may be in large letters, and below which its hint is away."""
_LETTERS = 8
"""Lines that large letters may take."""


class AskPanel(Vertical):
    """Shows one question after the other."""

    DEFAULT_CSS = """
    AskPanel { height: 1fr; align: left middle; }
    AskPanel #stopped { color: $quiet; margin-bottom: 1; }
    AskPanel #question { color: $accent; }
    AskPanel #hint { color: $quiet; margin-top: 1; }
    AskPanel #answers { margin: 1 0; }
    AskPanel #signs { height: 1fr; min-height: 3; margin: 1 0; display: none; }
    AskPanel #signs > .option-list--option-highlighted { background: $panel; color: $accent; }
    AskPanel.-ticking #signs { display: block; }
    AskPanel.-close #stopped, AskPanel.-ticking #stopped { display: none; }
    AskPanel.-close #hint, AskPanel.-ticking #hint { margin: 0; }
    AskPanel.-close #signs, AskPanel.-low #answers { margin: 0; }
    AskPanel.-low #hint { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        # Held, not looked up: a key may come before all of it is in its place.
        self._stopped, self._hint = PlainText(id="stopped"), PlainText(id="hint")
        self._question, self._answers = BigText(id="question"), AskedChoices(id="answers")
        self._signs = TickList(id="signs")
        self._prompt = Prompt(id="prompt")

    def compose(self) -> ComposeResult:
        yield from (self._stopped, self._question, self._hint, self._answers, self._signs, self._prompt)

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.height < _ROOMY, "-close")
        self.set_class(event.size.height < _LOW, "-low")
        self._say()

    def show(self, question: AfterQuestion, stopped: str) -> None:
        """Show a question, under what is over."""
        self._stopped.show(stopped)
        self._hint.show(question.field.hint)
        self._answers.offer(() if question.ticks else question.choices)
        self.set_class(question.ticks, "-ticking")
        if question.ticks:
            self._signs.show(question.choices, question.ticked)
            self._signs.focus()
        self._prompt.show(_("next") if question.answered else _("skip this"))
        self._say(question.field.words)

    @property
    def marked(self) -> str | None:
        """The key of the sign that is marked."""
        return self._signs.marked.key if self._signs.marked else None

    def _say(self, words: str = "") -> None:
        large = self.size.height >= _ROOMY and not self.has_class("-ticking")
        self._question.say(words or self._question.words, _LETTERS if large else 0)
