"""The lines under the time: how much of the move and of the whole is over, what comes next, and what Enter does."""

from collections.abc import Iterator

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.widget import Widget

from uncramp.tui.widgets.line import one_line, side_by_side
from uncramp.tui.widgets.prompt import prompt
from uncramp.tui.widgets.room import Room
from uncramp.view import View

_GAP = 2
"""Columns between the bar of the whole and its words."""


class Foot(Widget):
    """At most three lines; where there is little room the most useful of them."""

    DEFAULT_CSS = """
    Foot { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._view: View | None = None
        self._room = Room(0, 0)
        self._shown: list[Content] = []

    def show(self, view: View, room: Room) -> None:
        """Show where a view is; it is drawn anew only where that looks different."""
        self._view, self._room = view, room
        before, self._shown = self._shown, list(self._lines(room.columns))
        if before != self._shown:
            self.refresh(layout=len(before) != len(self._shown))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are."""
        return len(self._shown)

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self._shown)

    def _lines(self, width: int) -> Iterator[Content]:
        view, room = self._view, self._room
        if view is None or view.scene is None:
            return
        scene, asking = view.scene, bool(view.scene.choices)
        if not room.tiny and not (room.small and asking):
            yield _bar(scene.done, width)
        if not room.small:
            left = one_line(" " * _GAP + view.left if view.left else "", "$quiet")
            yield Content.assemble(_bar(view.whole, width - left.cell_length), left)
        if room.large:
            yield Content()
        if not (room.tiny and asking):
            following = one_line("" if room.tiny else view.offer or scene.next, "$quiet")
            enter = prompt(scene.enter)
            yield enter if room.tiny else side_by_side(following, enter, width, gap=0)

    async def on_click(self, event: Click) -> None:
        """Do what Enter does, where the prompt is clicked: it ends the last line, or is all of it."""
        scene = self._view.scene if self._view else None
        if scene is None or event.y != len(self._shown) - 1:
            return
        width, at = prompt(scene.enter).cell_length, event.x
        first = 0 if self._room.tiny else self._room.columns - width
        if first <= at < first + width:
            event.stop()
            await self.run_action("screen.press_enter")


def _bar(done: float, width: int) -> Content:
    """A bar that fills from the left, half a cell at a time."""
    halves = min(int(done * width * 2), width * 2)
    full, half = divmod(max(0, halves), 2)
    rest = max(0, width - full - half)
    return Content.assemble(("━" * full + "╸" * half, "$accent"), ("─" * rest, "$track"))
