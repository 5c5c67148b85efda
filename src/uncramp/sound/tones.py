"""Cues as tones; by the terminal's bell, in a pattern, where nothing plays them."""

import os
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import pairwise

from uncramp.files.disk import NotSavedError
from uncramp.sound.cues import Cue, Moment
from uncramp.sound.melodies import LOUD, MELODIES, SOFT, Melody, ToneFiles
from uncramp.sound.players import Players, Program, found_programs


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
        """Ring with `ring`; `pause` waits for a time in seconds or for the event, and says whether that is set."""
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

    def wait(self, more_s: float = 0.0) -> None:
        """Wait until the pattern is over, and `more_s` seconds more."""
        if self._thread is not None:
            self._thread.join()
        if more_s:
            self._pause(self._stopped, more_s)

    def stop(self) -> None:
        self._stopped.set()


class Tones:
    """Plays the weightiest cue of each moment."""

    def __init__(
        self, ring: Callable[[], object], *, night: bool, programs: Callable[[], Iterable[Program]] = found_programs
    ) -> None:
        """Find the players, and start none. By night all is softer."""
        self._bell = Bell(ring)
        self._last = Cue.DONE
        self._players = Players(programs(), lambda: self._bell.ring(MELODIES[self._last]))
        self._files = ToneFiles(SOFT if night else LOUD)
        self._made = False

    def hear(self, moment: Moment) -> None:
        """Play the cue; nothing waits for it. Behind the first all other files are made."""
        cue = moment.cue
        if cue is None or cue not in MELODIES:
            return
        self._bell.stop()
        self._last = cue
        if self._players.program is None or not self._plays(cue):
            self._bell.ring(MELODIES[cue])

    def _plays(self, cue: Cue) -> bool:
        with suppress(NotSavedError):  # a disk that is full: then the bell rings
            plays = self._players.play(self._files.get(cue), MELODIES[cue].seconds)
            if not self._made:
                self._files.make_all()
                self._made = True
            return plays
        return False

    def end(self, *, at_once: bool) -> None:
        """End what plays: at once, or when it has been heard."""
        if not at_once:
            self._players.wait()
            self._bell.wait()
        self._bell.stop()
        self._players.end()
