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
    TopBar #top-note { width: auto; padding-left: 1; color: $foreground; text-style: bold; }
    """

    def __init__(self, title: str) -> None:
        """Show a title and no note."""
        super().__init__()
        # Held, not looked up: a program that is told to end as it starts has not put them in their place yet.
        self._title = Words(title, id="top-title")
        self._note = Words(id="top-note")

    def compose(self) -> ComposeResult:
        """Title and note."""
        yield self._title
        yield self._note

    def show(self, title: str, notes: Iterable[str]) -> None:
        """Show other words."""
        self._title.show(title)
        self._note.show("  ".join(note for note in notes if note))
