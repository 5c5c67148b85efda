"""The answers to a question, each with its key, each to be clicked."""

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from uncramp.domain.plan import Answer
from uncramp.view import Choice

_KEYS = {Answer.YES: ("y", "yes"), Answer.NO: ("n", "no"), Answer.UNSURE: ("d", "unsure")}


class Choices(Static):
    """The answers that can be given now."""

    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; color: $foreground; margin-top: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make it empty, which takes no room."""
        super().__init__("", markup=False, id=id)
        self._choices: tuple[Choice, ...] = ()
        self.display = False

    def show(self, choices: tuple[Choice, ...]) -> None:
        """Show other answers, if they are other ones."""
        if choices == self._choices:
            return
        self._choices = choices
        self.display = bool(choices)
        self.update(Content("    ").join([_button(choice) for choice in choices]))


def _button(choice: Choice) -> Content:
    key, action = _KEYS[choice.answer]
    click = Style.from_meta({"@click": f"screen.{action}"})
    return Content.assemble((f" {key} ", "bold $on-accent on $accent"), " ", (choice.words, "bold")).stylize(
        click
    )
