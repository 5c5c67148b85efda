"""The time, in digits as large as there is room for, and beside it the move and how far one is."""

from collections.abc import Iterator
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from uncramp.domain.value import dataclass
from uncramp.tui.widgets.block import HALF, block_lines
from uncramp.tui.widgets.line import one_line
from uncramp.tui.widgets.say import large

PLAIN = -1
"""The scale at which the time is ordinary text."""


@dataclass(frozen=True, slots=True)
class Time:
    """What the panel shows."""

    face: str = ""
    """The clock's."""
    scale: int = PLAIN
    """`PLAIN`, `HALF`, or lines a dot."""
    gap: int = 3
    """Columns between the clock and what stands beside it."""
    move: str = ""
    move_lines: int = 0
    """Lines that the move may take in large letters."""
    of: str = ""
    progress: str = ""
    cut: bool = False
    """Whether a long progress is cut, for want of room, and not wrapped."""

    @property
    def clock(self) -> list[str]:
        """The clock's lines."""
        big = self.face and self.scale >= HALF
        return block_lines(self.face, self.scale) if big else [self.face]

    def beside(self, columns: int) -> int:
        """How many of so many columns are left beside the clock."""
        return max(1, columns - len(self.clock[0]) - self.gap)


class TimePanel(Widget):
    """A clock, and words beside it. Its scale is set by the stage, which knows the room."""

    DEFAULT_CSS = """
    TimePanel { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._time = Time()
        self._lines: tuple[int, list[Content]] = (0, [])

    def show(self, time: Time) -> None:
        """Show another time; it is laid out anew only where it takes more lines or fewer."""
        if time == self._time:
            return
        before, self._time = self._time, time
        width, lines = self._lines
        self._lines = (0, [])
        self.refresh(layout=len(lines) != len(self._drawn(width)) or time.scale != before.scale)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes."""
        return len(self._drawn(width))

    def render(self) -> Content:
        """Clock and words, side by side."""
        return Content("\n").join(self._drawn(self.size.width))

    def _drawn(self, width: int) -> list[Content]:
        if width != self._lines[0]:
            self._lines = (width, list(self._draw(width)))
        return self._lines[1]

    def _draw(self, width: int) -> Iterator[Content]:
        clock = self._time.clock
        blank = " " * len(clock[0])
        for digits, words in zip_longest(clock, self._beside(self._time.beside(width))):
            yield Content.assemble((digits or blank, "bold $accent"), " " * self._time.gap, words or "")

    def _beside(self, width: int) -> Iterator[Content]:
        time = self._time
        move = large(time.move, width, time.move_lines) or [time.move]
        for line in move if time.move else ():
            yield from Content.styled(line, "bold $foreground").wrap(width)
        if time.of:
            yield from Content.styled(time.of, "$quiet").wrap(width)
        if time.progress and time.cut:
            yield one_line(time.progress, "$quiet").truncate(width, ellipsis=True)
        elif time.progress:
            yield from Content.styled(time.progress, "$quiet").wrap(width)
