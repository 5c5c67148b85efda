"""The time, in block digits as large as there is room for."""

from textual.content import Content
from textual.widgets import Static

from uncramp.tui.widgets.block import HALF, block_lines

PLAIN = -1
"""The scale at which the time is ordinary text."""


class BigClock(Static):
    """A clock's face. Its scale is set by the screen, which knows the room."""

    DEFAULT_CSS = """
    BigClock { width: auto; height: auto; color: $accent; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make an empty clock."""
        super().__init__("", markup=False, id=id)
        self._shown = ("", PLAIN)

    @property
    def columns(self) -> int:
        """How wide the clock is that is shown."""
        face, scale = self._shown
        return len(block_lines(face, scale)[0]) if face and scale >= HALF else len(face)

    def show(self, face: str, scale: int) -> None:
        """Show a clock's face at a scale: `PLAIN`, `HALF`, or lines a dot."""
        if (face, scale) == self._shown:
            return
        same_room = len(face) == len(self._shown[0]) and scale == self._shown[1]
        self._shown = (face, scale)
        big = face and scale >= HALF
        self.update(Content("\n".join(block_lines(face, scale)) if big else face), layout=not same_room)
