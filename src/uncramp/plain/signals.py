"""Signals that end a session line by line, at a moment that nothing is lost by."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

from uncramp.terminal.tty import ending_signals


class Signals:
    """Signals that end the program with 128 + n, at a moment that nothing is lost by.

    An exception out of a signal handler may come in the middle of anything; in some places Python itself only complains
    of it and goes on. So it is raised where the program waits: for a line, or until one is written. Anywhere else the
    signal is kept in mind until it waits again, within a second.
    """

    def __init__(self) -> None:
        self._came: int | None = None
        self._waits = False

    @contextlib.contextmanager
    def caught(self) -> Iterator[None]:
        """Catch them, but for those that are ignored already, as under nohup."""
        heeded = ending_signals()
        before = {number: signal.getsignal(number) for number in heeded}
        with contextlib.suppress(ValueError):  # only the main thread may
            for number in heeded:
                signal.signal(number, self._come)
        try:
            yield
        finally:
            with contextlib.suppress(ValueError):
                for number in heeded:
                    signal.signal(number, before[number] or signal.SIG_DFL)

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Leave at once if one has come, or comes meanwhile."""
        self._waits = True
        try:
            self._leave()
            yield
        finally:
            self._waits = False

    def _come(self, number: int, _frame: FrameType | None) -> None:
        self._came = number
        if self._waits:
            self._leave()

    def _leave(self) -> None:
        if self._came is not None:
            raise SystemExit(128 + self._came)
