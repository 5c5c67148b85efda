"""A line of labels, each of which can be clicked. No links: those bring colours and underlines of their own."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Label:
    """Some words, and the action that a click on them runs."""

    words: Content
    action: str


class Clickable(Static):
    """Labels side by side."""

    DEFAULT_CSS = """
    Clickable { height: auto; width: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make it empty."""
        super().__init__("", markup=False, id=id)
        self._spans: list[tuple[int, int, str]] = []

    def lay_out(self, labels: list[Label], gap: int) -> None:
        """Show the labels with `gap` columns between them."""
        self.update(self.placed(labels, gap))

    def placed(self, labels: list[Label], gap: int) -> Content:
        """The labels with `gap` columns between them; a click from now on finds them there."""
        self._spans, at = [], 0
        for label in labels:
            end = at + label.words.cell_length
            self._spans.append((at, end, label.action))
            at = end + gap
        return Content(" " * gap).join([label.words for label in labels])

    async def on_click(self, event: Click) -> None:
        """Run the action under the pointer."""
        for start, end, action in self._spans:
            if start <= event.x < end:
                event.stop()
                await self.run_action(action)
                return
