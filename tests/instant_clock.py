"""Time that passes as soon as somebody waits for it, and nobody there to type: a session ends at once."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where a fresh interpreter finds this module."""


class Hurried:
    """A clock, and a standard input on which nothing comes."""

    ended = True
    somebody = False

    def __init__(self) -> None:
        self.now = 0

    def clock(self) -> int:
        return self.now

    def line(self, wait_ms: int) -> str | None:
        self.now += wait_ms
        return None


def hurry() -> Hurried:
    """Let the plain mode's time pass at once; for a process of its own, where nothing has to be put back."""
    from uncramp.plain import real

    time = Hurried()
    for name, value in seams(time).items():
        setattr(real, name, value)
    return time


def seams(time: Hurried) -> dict[str, object]:
    """What `uncramp.plain.real` has to be given in place of the real clock and input."""
    return {"session_clock": time.clock, "standard_input": lambda: time}
