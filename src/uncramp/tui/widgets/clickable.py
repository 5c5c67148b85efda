"""Labels, each of which can be clicked. No links: those bring colours and underlines of their own."""

from collections.abc import Sequence
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
    """Labels side by side, in as many rows as they need."""

    DEFAULT_CSS = """
    Clickable { height: auto; width: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make it empty."""
        super().__init__("", markup=False, id=id)
        self._spans: list[tuple[int, int, int, str]] = []

    def lay_out(self, labels: Sequence[Label], gap: int, width: int | None = None) -> None:
        """Show the labels with `gap` columns between them; in one row, or in rows of at most `width` columns."""
        self.update(self.placed(labels, gap, width))

    def placed(self, labels: Sequence[Label], gap: int, width: int | None = None) -> Content:
        """The labels as they are to be shown; a click from now on finds them there."""
        self._spans, rows, at = [], [list[Content]()], 0
        for label in labels:
            end = at + label.words.cell_length
            if rows[-1] and width is not None and end > width:
                rows.append([])
                at, end = 0, label.words.cell_length
            rows[-1].append(label.words)
            self._spans.append((len(rows) - 1, at, end, label.action))
            at = end + gap
        return Content("\n").join([Content(" " * gap).join(row) for row in rows])

    async def on_click(self, event: Click) -> None:
        """Run the action under the pointer."""
        at = event.get_content_offset(self)
        last = self._spans[-1][0] if self._spans else 0
        for row, start, end, action in self._spans:
            # What is below the last row belongs to it: its words may be wrapped.
            if at is not None and row == min(at.y, last) and start <= at.x < end:
                event.stop()
                await self.run_action(action)
                return
