"""What holds a screen's parts together, in the middle of a terminal that is larger than anybody can read across."""

from textual.containers import Vertical
from textual.events import Resize

_TINY = (30, 8)
"""Columns and lines below which only the instruction and the time are left."""

_WIDEST, _HIGHEST = 124, 48
_SIDES, _BARS = 4, 2
"""Columns beside the stage, and the lines of the top bar and the key bar."""


def _is_tiny(columns: int, lines: int) -> bool:
    return columns < _TINY[0] or lines < _TINY[1]


def stage_room(columns: int, lines: int) -> tuple[int, int]:
    """Columns and lines that a terminal of this size leaves between the bars."""
    columns, lines = min(columns, _WIDEST), min(lines, _HIGHEST)
    return (columns, lines) if _is_tiny(columns, lines) else (columns - _SIDES, lines - _BARS)


class Frame(Vertical):
    """All of a small terminal, the middle of a huge one."""

    DEFAULT_CSS = """
    Frame { width: 100%; height: 100%; max-width: 124; max-height: 48; padding: 0 2; }
    Frame.-tiny { padding: 0; }
    Frame.-tiny TopBar, Frame.-tiny KeyBar { display: none; }
    """

    def on_resize(self, event: Resize) -> None:
        """Leave room for what matters."""
        self.set_class(_is_tiny(event.size.width, event.size.height), "-tiny")

    def on_mount(self) -> None:
        """Leave it from the first picture on."""
        size = self.app.size
        self.set_class(_is_tiny(min(size.width, _WIDEST), min(size.height, _HIGHEST)), "-tiny")
