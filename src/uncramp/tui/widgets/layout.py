"""How much room there is for a session, and what is left out where there is little."""

from dataclasses import dataclass

from textual.containers import Vertical
from textual.events import Resize

_SMALL, _MIDDLE, _LARGE = (30, 8), (56, 19), (100, 32)
"""From how many columns and lines on the stage is more than tiny, more than small, and large."""

_FIGURE = (72, 19)
"""From how many columns and lines on there is room for a figure beside the words."""

_ROOMY = 44
"""From how many lines on the clock is as large as can be beside a figure, too."""


@dataclass(frozen=True, slots=True)
class Room:
    """Columns and lines between the bars of a screen."""

    columns: int
    lines: int

    @property
    def tiny(self) -> bool:
        """Whether there is room for the instruction and the time, and for nothing else."""
        return not self._holds(_SMALL)

    @property
    def small(self) -> bool:
        """Whether what one can do without has to go; a tiny one is small, too."""
        return not self._holds(_MIDDLE)

    @property
    def large(self) -> bool:
        """Whether there is room for large letters."""
        return self._holds(_LARGE)

    @property
    def roomy(self) -> bool:
        """Whether a figure and the largest digits have room together."""
        return self.lines >= _ROOMY

    @property
    def pictured(self) -> bool:
        """Whether there is room for a figure beside the words."""
        return self._holds(_FIGURE)

    def _holds(self, needed: tuple[int, int]) -> bool:
        return self.columns >= needed[0] and self.lines >= needed[1]


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


class ScreenFrame(Vertical):
    """All of a small terminal, the middle of a huge one."""

    DEFAULT_CSS = """
    ScreenFrame { width: 100%; height: 100%; max-width: 124; max-height: 48; padding: 0 2; }
    ScreenFrame.-tiny { padding: 0; }
    ScreenFrame.-tiny TopBar, ScreenFrame.-tiny KeyBar { display: none; }
    """

    def on_resize(self, event: Resize) -> None:
        """Leave room for what matters."""
        self.set_class(_is_tiny(event.size.width, event.size.height), "-tiny")

    def on_mount(self) -> None:
        """Leave it from the first picture on."""
        size = self.app.size
        self.set_class(_is_tiny(min(size.width, _WIDEST), min(size.height, _HIGHEST)), "-tiny")
