"""A key that is held down repeats itself; going on must not run away with it."""

HELD_MS = 300
"""A key that comes again within this time, in milliseconds, is the same press."""


class HeldKey:
    """Tells a new press from the repeats of one that is held."""

    def __init__(self) -> None:
        """Know no press yet."""
        self._last: int | None = None

    def repeats(self, now: int) -> bool:
        """Whether a press at `now` (milliseconds) is only a repeat. Each repeat holds on to the press."""
        last, self._last = self._last, now
        return last is not None and now - last < HELD_MS
