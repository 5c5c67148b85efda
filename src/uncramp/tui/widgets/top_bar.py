"""The line at the top: where one is, and what runs."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal

from uncramp.tui.widgets.words import Words


class TopBar(Horizontal):
    """A title at the left and a short note at the right."""

    DEFAULT_CSS = """
    TopBar { height: 1; width: 1fr; }
    TopBar #top-title { width: 1fr; color: $quiet; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    TopBar #top-note { width: auto; color: $foreground; text-style: bold; }
    """

    def __init__(self, title: str) -> None:
        """Show a title and no note."""
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Title and note."""
        yield Words(self._title, id="top-title")
        yield Words(id="top-note")

    def show(self, title: str, notes: Iterable[str]) -> None:
        """Show other words."""
        self.query_one("#top-title", Words).show(title)
        self.query_one("#top-note", Words).show("  ".join(note for note in notes if note))
