"""A bar of one line that fills from the left."""

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


class Bar(Widget):
    """Shows how much is over. It is drawn anew only when half a cell has changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--done", "bar--rest"}
    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    Bar > .bar--done { color: $accent; }
    Bar > .bar--rest { color: $track; }
    """

    halves: reactive[int] = reactive(0)
    """How many half cells are over."""

    def show(self, done: float) -> None:
        """Fill the bar: `done` is 0 to 1."""
        self.halves = int(done * self.size.width * 2)

    def render_line(self, y: int) -> Strip:
        """The bar's one line."""
        width = self.size.width
        if y or not width:
            return Strip.blank(width, self.rich_style)
        full, half = divmod(min(self.halves, width * 2), 2)
        done, rest = self.get_component_rich_style("bar--done"), self.get_component_rich_style("bar--rest")
        drawn = [Segment("━" * full + "╸" * half, done), Segment("─" * (width - full - half), rest)]
        return Strip(drawn, width)
