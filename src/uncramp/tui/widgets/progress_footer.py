"""The lines under the time: progress of the move and of the plan, what comes next, and what Enter does."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.events import Click

from uncramp.guidance.view import View
from uncramp.i18n import _
from uncramp.terminal.layout import Room
from uncramp.tui.theme import Ink
from uncramp.tui.widgets.row_widget import Row, RowWidget, one_line, row_length, side_by_side

_GAP = "  "
"""Between the bar of the whole and its words."""


class ProgressFooter(RowWidget):
    """At most three lines, in a large room with an empty one between them; in a small room the most useful."""

    DEFAULT_CSS = """
    ProgressFooter { height: auto; width: 1fr; }
    """

    _view: View | None = None
    _room = Room(0, 0)

    def show(self, view: View, room: Room) -> None:
        """Show where a view is."""
        self._view, self._room = view, room
        self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        view, room = self._view, self._room
        if view is None or view.scene is None:
            return
        scene, asking = view.scene, bool(view.scene.choices)
        if not room.tiny and not (room.small and asking):
            yield _bar(scene.done, width)
        if not room.small:
            left = _GAP + one_line(view.left) if view.left else ""
            yield (*_bar(view.whole, width - cell_len(left)), (left, Ink.QUIET))
        if room.large:
            yield ()
        enter = _prompt(scene.enter)
        if room.tiny:
            yield from () if asking else (enter,)
        else:
            yield side_by_side((one_line(view.offer or scene.next), Ink.QUIET), enter, width, gap=0)

    async def on_click(self, event: Click) -> None:
        """Do what Enter does where its prompt is clicked: at the end of the last line, or all of it."""
        scene = self._view.scene if self._view else None
        if scene is None or event.y != self.size.height - 1:
            return
        width = row_length(_prompt(scene.enter))
        first = 0 if self._room.tiny else self.size.width - width
        if first <= event.x < first + width:
            event.stop()
            await self.run_action("screen.press_enter")


def _prompt(words: str) -> Row:
    return (f" {_('Enter')} ", Ink.CHIP), (" ", Ink.BLANK), (words, Ink.STRONG)


def _bar(done: float, width: int) -> Row:
    """A bar that fills from the left, half a cell at a time."""
    full, half = divmod(max(0, min(int(done * width * 2), width * 2)), 2)
    rest = max(0, width - full - half)
    return ("━" * full + "╸" * half, Ink.ACCENT), ("─" * rest, Ink.TRACK)
