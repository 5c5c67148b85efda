"""The answers to a question, each with its key, each to be clicked."""

from textual.content import Content

from uncramp.domain.plan import Answer
from uncramp.guidance.view import AnswerChoice
from uncramp.i18n import _
from uncramp.tui.widgets.clickable import Clickable, Label

_KEYS = {Answer.YES: ("y", "yes"), Answer.NO: ("n", "no"), Answer.UNSURE: ("d", "unsure")}

_GAP = 3


class Choices(Clickable):
    """The answers that can be given now. Without one it takes no room."""

    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; color: $foreground; margin-bottom: 1; }
    Choices.-empty { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make it empty."""
        super().__init__(id=id)
        self._choices: tuple[AnswerChoice, ...] = ()
        self._columns = 0
        self.add_class("-empty", update=False)

    def show(self, choices: tuple[AnswerChoice, ...], columns: int) -> None:
        """Show other answers, if they are other ones; each in one word where `columns` are too few for more."""
        if (choices, columns) == (self._choices, self._columns):
            return
        self._choices, self._columns = choices, columns
        self.set_class(not choices, "-empty", update=self.is_attached)
        labels = [_label(choice, narrow=False) for choice in choices]
        if sum(label.words.cell_length + _GAP for label in labels) - _GAP <= columns:
            self.lay_out(labels, gap=_GAP)
        else:
            self.lay_out([_label(choice, narrow=True) for choice in choices], gap=1)


def _label(choice: AnswerChoice, *, narrow: bool) -> Label:
    key, action = _KEYS[choice.answer]
    if narrow:
        short = {Answer.YES: _("yes"), Answer.NO: _("no"), Answer.UNSURE: _("unsure")}[choice.answer]
        return Label(Content.assemble((key, "bold $accent"), " ", short), f"screen.do('{action}')")
    chip = Content.styled(f" {key} ", "bold $on-accent on $accent")
    return Label(Content.assemble(chip, " ", (choice.words, "bold")), f"screen.do('{action}')")
