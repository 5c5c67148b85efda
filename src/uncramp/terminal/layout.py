"""The session screen's layout in numbers, for the first paint and for the screens alike.

This module imports nothing, since the first words wait for it.
"""

WIDEST, HIGHEST = 124, 48
"""Columns and lines that a screen takes at most; on a larger terminal it stands in the middle."""

SIDES, BARS = 4, 2
"""Columns beside the stage, and the lines of the top bar and the key bar. A tiny screen has neither."""

_SMALL, _MIDDLE, _LARGE = (30, 8), (56, 19), (100, 32)
"""The least columns and lines of what is more than tiny, more than small, and large."""

_FIGURE = (72, 19)
"""The least columns and lines for a figure beside the words."""

GAP = 2
"""Columns between the words and the figure, one of them for the bar that scrolls the words."""

_NARROWEST_FIGURE = 36
"""The least columns of a figure."""

_LETTERS = 15
"""The least lines for large letters above the instruction and the time."""


class Room:
    """Columns and lines, and what there is room for in them."""

    def __init__(self, columns: int, lines: int) -> None:
        self.columns, self.lines = columns, lines

    @property
    def tiny(self) -> bool:
        """Whether there is room for the instruction and the time only."""
        return not self.holds(*_SMALL)

    @property
    def small(self) -> bool:
        """Whether everything dispensable is left out; a tiny room is small, too."""
        return not self.holds(*_MIDDLE)

    @property
    def large(self) -> bool:
        return self.holds(*_LARGE)

    @property
    def pictured(self) -> bool:
        return self.holds(*_FIGURE)

    @property
    def figure_columns(self) -> int:
        """The columns of a figure beside the words: a little less than half, since words and digits need the rest."""
        return max(_NARROWEST_FIGURE, self.columns // 2 - GAP) if self.pictured else 0

    @property
    def word_columns(self) -> int:
        """The columns that a figure leaves to the words."""
        return self.columns - self.figure_columns - GAP if self.pictured else self.columns

    @property
    def letters(self) -> "tuple[int, ...]":
        """The scales of large letters that it has lines for, the largest first."""
        if self.large:
            return (2, 1)
        return (1,) if self.lines >= _LETTERS else ()

    def holds(self, columns: int, lines: int) -> bool:
        """Whether it has at least so many columns and lines."""
        return self.columns >= columns and self.lines >= lines


def frame_room(columns: int, lines: int) -> Room:
    """What a screen takes of a terminal of this size."""
    return Room(min(columns, WIDEST), min(lines, HIGHEST))


def first_line(columns: int, lines: int) -> int:
    """The line of the frame on which the most important words of a screen begin."""
    return 0 if frame_room(columns, lines).tiny else 1 if stage_room(columns, lines).small else 2


def stage_room(columns: int, lines: int) -> Room:
    """What a terminal of this size leaves for the stage, between the bars."""
    frame = frame_room(columns, lines)
    return frame if frame.tiny else Room(frame.columns - SIDES, frame.lines - BARS)
