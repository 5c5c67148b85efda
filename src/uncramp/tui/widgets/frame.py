"""What holds a screen's parts together, in the middle of a terminal that is larger than anybody can read across."""

from textual.containers import Vertical
from textual.events import Resize

_TINY = (30, 8)
"""Columns and lines below which only the instruction and the time are left."""


class Frame(Vertical):
    """All of a small terminal, the middle of a huge one."""

    DEFAULT_CSS = """
    Frame { width: 100%; height: 100%; max-width: 124; max-height: 48; padding: 0 2; }
    Frame.-tiny { padding: 0; }
    Frame.-tiny TopBar, Frame.-tiny KeyBar { display: none; }
    """

    def on_resize(self, event: Resize) -> None:
        """Leave room for what matters."""
        self.set_class(event.size.width < _TINY[0] or event.size.height < _TINY[1], "-tiny")
