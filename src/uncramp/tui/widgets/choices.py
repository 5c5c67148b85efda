"""The answers to a question, each with its key, each to be clicked."""

from textual.content import Content

from uncramp.domain.plan import Answer
from uncramp.tui.widgets.clickable import Clickable, Label
from uncramp.view import Choice

_KEYS = {Answer.YES: ("y", "yes"), Answer.NO: ("n", "no"), Answer.UNSURE: ("d", "unsure")}


class Choices(Clickable):
    """The answers that can be given now. Without one it takes no room."""

    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; color: $foreground; margin-top: 1; }
    Choices.-empty { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make it empty."""
        super().__init__(id=id)
        self._choices: tuple[Choice, ...] = ()
        self.add_class("-empty")

    def show(self, choices: tuple[Choice, ...]) -> None:
        """Show other answers, if they are other ones."""
        if choices != self._choices:
            self._choices = choices
            self.set_class(not choices, "-empty")
            self.lay_out([_label(choice) for choice in choices], gap=3)


def _label(choice: Choice) -> Label:
    key, action = _KEYS[choice.answer]
    chip = Content.styled(f" {key} ", "bold $on-accent on $accent")
    return Label(Content.assemble(chip, " ", (choice.words, "bold")), f"screen.{action}")
