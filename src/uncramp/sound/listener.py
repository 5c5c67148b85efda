"""What listens to a session, and the guard around it: whatever a listener does, the session is as it was without it.

A listener is told in a thread of its own, so it may take its time. One that raises is switched off and reported; one
that hangs misses what comes meanwhile.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Protocol

from uncramp.domain import events as ev
from uncramp.faults import Faults
from uncramp.guidance.sound_choice import no_sound
from uncramp.sound.cues import Cue, Moment

LATE_MS = 300
"""A cue that comes later than this is for a move that has passed: it is left out, unless it says an end or an alarm."""

_WAITING = 8
"""Moments that may wait for a listener; those that come when it is so far behind are dropped."""


class Listener(Protocol):
    """Makes something of what happens heard. All of it is called in one thread, which is not the screen's."""

    def hear(self, moment: Moment) -> None:
        """Take in what has just happened. What is still being said or played gives way to it."""

    def end(self, *, at_once: bool) -> None:
        """Let go of all that was started: at once, or when the last cue has been heard. It may wait, but not long."""


class Guarded:
    """A listener in its own thread, which begins with the first moment and keeps no program from ending."""

    def __init__(self, open_listener: Callable[[], Listener], faults: Faults, clock: Callable[[], int]) -> None:
        """Open nothing yet: `open_listener` is called in the thread. The clock is the session's, in milliseconds."""
        self._open_listener, self._faults, self._clock = open_listener, faults, clock
        self._waiting: SimpleQueue[Moment | None] = SimpleQueue()
        self._at_once = False
        self._thread: threading.Thread | None = None

    def hear(self, moment: Moment) -> None:
        """Hand it to the listener, and return at once."""
        if self._waiting.qsize() >= _WAITING:
            return
        self._waiting.put(moment)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="uncramp-sound")
            self._thread.start()

    def end(self, *, at_once: bool) -> None:
        """Let the listener end. Nothing that waits is heard where it is at once."""
        self._at_once = at_once
        if at_once:
            with suppress(Empty):
                while True:
                    self._waiting.get_nowait()
        self._waiting.put(None)

    def wait(self, seconds: float) -> None:
        """Wait for its end, but not longer: where the program is about to end."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        with self._faults.reported(no_sound()):
            listener = self._open_listener()
            ready = self._clock()  # what came while it was made ready is not late
            try:
                while (moment := self._waiting.get()) is not None:
                    if not self._is_late(moment, ready):
                        listener.hear(moment)
            finally:
                listener.end(at_once=self._at_once)

    def _is_late(self, moment: Moment, ready: int) -> bool:
        weighty = moment.cue in (Cue.DONE, Cue.URGENT) or any(isinstance(event, ev.Paused) for event in moment.events)
        return not weighty and self._clock() - max(moment.now, ready) > LATE_MS
