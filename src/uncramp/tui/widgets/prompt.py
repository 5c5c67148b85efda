"""What Enter does now, as a button."""

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

_CLICK = Style.from_meta({"@click": "screen.press_enter"})


class Prompt(Static):
    """The one key that matters most, to be clicked too."""

    DEFAULT_CSS = """
    Prompt { width: auto; height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make an empty prompt."""
        super().__init__("", markup=False, id=id)
        self._words = ""

    def show(self, words: str) -> None:
        """Say what Enter does."""
        if words != self._words:
            self._words = words
            label = Content.assemble(
                (" Enter ", "bold $on-accent on $accent"), " ", (words, "bold $foreground")
            )
            self.update(label.stylize(_CLICK))
