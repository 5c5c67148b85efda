"""How much room there is for a session, and what is left out where there is little."""

from dataclasses import dataclass

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
