"""What Enter does now, as a button."""

from textual.content import Content

from uncramp.i18n import _
from uncramp.tui.widgets.clickable import Clickable, Label


class Prompt(Clickable):
    """The one key that matters most, to be clicked too."""

    DEFAULT_CSS = """
    Prompt { width: auto; height: 1; color: $foreground; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make an empty prompt."""
        super().__init__(id=id)
        self._words = ""

    def show(self, words: str) -> None:
        """Say what Enter does."""
        if words != self._words:
            self._words = words
            key = Content.styled(f" {_('Enter')} ", "bold $on-accent on $accent")
            self.lay_out([Label(Content.assemble(key, " ", (words, "bold")), "screen.press_enter")], gap=0)
