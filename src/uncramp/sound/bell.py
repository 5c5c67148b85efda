"""The terminal's bell, where no player is to be had: once, or in the pattern of a cue."""

import os
import sys
import threading
from collections.abc import Callable
from itertools import pairwise

from uncramp.sound.melodies import Melody


def ring_terminal() -> bool:
    """Ring the terminal's bell, if there is a terminal; whether there is. In no pipe and no file stands a bell."""
    stream = next(
        (one for one in (sys.stdout, sys.stderr) if one is not None and not one.closed and one.isatty()), None
    )
    if stream is None:
        return False
    try:
        os.write(stream.fileno(), b"\a")
    except OSError:
        return False
    return True


class Bell:
    """Rings the terminal's bell in the pattern of a cue. What comes next cuts it off."""

    def __init__(
        self, ring: Callable[[], object], pause: Callable[[threading.Event, float], bool] = threading.Event.wait
    ) -> None:
        """Ring with `ring`; `pause` waits so many seconds, or until the event is set, and says whether it is."""
        self._ring, self._pause = ring, pause
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def ring(self, melody: Melody) -> None:
        """Ring at once, and the rest of the pattern in its time."""
        self.stop()
        self._stopped = threading.Event()
        self._ring()
        if len(melody.rings) > 1:
            self._thread = threading.Thread(target=self._go_on, args=(melody.rings, self._stopped), daemon=True)
            self._thread.start()

    def _go_on(self, rings: tuple[int, ...], stopped: threading.Event) -> None:
        for before, at in pairwise(rings):
            if self._pause(stopped, (at - before) / 1000):
                return
            self._ring()

    def wait(self) -> None:
        """Wait until the pattern is over."""
        if self._thread is not None:
            self._thread.join()

    def stop(self) -> None:
        """Ring no more."""
        self._stopped.set()
