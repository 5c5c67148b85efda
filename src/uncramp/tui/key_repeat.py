"""A key that is held down repeats itself; going on must not run away with it."""

HELD_MS = 150
"""A key that comes again within this time, in milliseconds, is the same press. Terminals repeat a held key every 30 to
100 ms; a person who means two presses is slower than this."""


class KeyRepeat:
    """Tells a new press from the repeats of one that is held."""

    def __init__(self) -> None:
        """Know no press yet."""
        self._last: int | None = None

    def forget(self) -> None:
        """Another key has come: the next press is a new one."""
        self._last = None

    def repeats(self, now: int) -> bool:
        """Whether a press at `now` (milliseconds) is only a repeat. Each repeat holds on to the press."""
        last, self._last = self._last, now
        return last is not None and now - last < HELD_MS
