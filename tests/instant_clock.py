"""A clock that jumps ahead as soon as the plain mode waits, with no input: a session ends at once."""

from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).parent
"""Where a fresh interpreter finds this module."""


class InstantClock:
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


def use() -> InstantClock:
    """Give it to the plain mode; for a process of its own, where nothing has to be put back."""
    clock = InstantClock()
    for module, name, value in replacements(clock):
        setattr(import_module(module), name, value)
    return clock


def replacements(clock: InstantClock) -> list[tuple[str, str, object]]:
    """What takes the place of the real clock and input: module, name, and the thing itself."""
    return [
        ("uncramp.cli.main", "session_clock", clock.clock),
        ("uncramp.plain.console", "standard_input", lambda: clock),
    ]
