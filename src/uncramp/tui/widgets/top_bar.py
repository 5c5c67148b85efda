"""The line at the top: where one is, what runs, and whether it is the day or the night theme."""

from collections.abc import Iterator

from uncramp.tui.inks import Ink
from uncramp.tui.theme import theme_glyph
from uncramp.tui.widgets.painted import Painted, Row, one_line, side_by_side


class TopBar(Painted):
    """A title at the left and a short note at the right; of a title that is too long the end is left out."""

    DEFAULT_CSS = """
    TopBar { height: 1; width: 1fr; }
    """

    def __init__(self, title: str) -> None:
        """Show a title and no note."""
        super().__init__()
        self._title, self._note = title, ""

    def show(self, title: str, note: str = "") -> None:
        """Show other words."""
        self._title, self._note = title, note
        self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        """Title, note, and the theme's glyph."""
        notes = "  ".join(filter(None, (one_line(self._note), theme_glyph(self.app.theme))))
        yield side_by_side((one_line(self._title), Ink.TITLE), ((notes, Ink.STRONG),), width)
