"""The line at the top: where one is, and what runs."""

from collections.abc import Iterable, Iterator

from uncramp.tui.inks import Ink
from uncramp.tui.widgets.painted import Painted, Row, one_line, side_by_side


class TopBar(Painted):
    """A title at the left and a short note at the right; of a title that is too long the end is left out."""

    DEFAULT_CSS = """
    TopBar { height: 1; width: 1fr; }
    """

    def __init__(self, title: str) -> None:
        """Show a title and no note."""
        super().__init__()
        self._shown = (title, "")

    def show(self, title: str, notes: Iterable[str]) -> None:
        """Show other words."""
        self._shown = (title, "  ".join(note for note in notes if note))
        self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        """Title and note."""
        title, note = (one_line(words) for words in self._shown)
        yield side_by_side((title, Ink.TITLE), ((note, Ink.STRONG),) if note else (), width)
