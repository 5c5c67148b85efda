"""The line at the top: where one is, and what runs."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from uncramp.tui.widgets.line import one_line, side_by_side


class TopBar(Widget):
    """A title at the left and a short note at the right."""

    DEFAULT_CSS = """
    TopBar { height: 1; width: 1fr; color: $quiet; text-style: bold; text-wrap: nowrap; }
    """

    def __init__(self, title: str) -> None:
        """Show a title and no note."""
        super().__init__()
        self._shown = (title, "")

    def show(self, title: str, notes: Iterable[str]) -> None:
        """Show other words."""
        shown = (title, "  ".join(note for note in notes if note))
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def render(self) -> Content:
        """Title and note; of a title that is too long the end is left out."""
        title, note = self._shown
        return side_by_side(one_line(title), one_line(note, "$foreground"), self.size.width)
