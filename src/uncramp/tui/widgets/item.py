"""One line of a list: a dot, and words that stay beside it."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from uncramp.tui.widgets.words import Words


class Item(Horizontal):
    """An item of a list."""

    DEFAULT_CSS = """
    Item { height: auto; }
    Item .dot { width: 2; color: $accent; }
    Item .words { width: 1fr; color: $foreground; }
    """

    def __init__(self, words: str) -> None:
        """Show `words` beside a dot."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Dot and words."""
        yield Words("•", classes="dot")
        yield Words(self._words, classes="words")
