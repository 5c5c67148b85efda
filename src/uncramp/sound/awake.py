"""Keeps the machine and its screen awake while a session goes on, where the system lets it."""

import threading

from uncramp.domain.session_state import Phase, SessionState
from uncramp.faults import Faults

STANDS_MS = 300_000
"""After a pause of this length, in milliseconds, the machine may sleep again. Our choice."""


class Awake:
    """Asks the system to stay awake, in a thread of its own: neither a slow nor a missing system is ever noticed."""

    def __init__(self) -> None:
        self._release: threading.Event | None = None
        self._stands_since: int | None = None

    def look(self, session: SessionState, now: int) -> None:
        """Ask for it while a session plays, and let go when it is over, or has stood still for long without a cramp."""
        stands = session.phase in (Phase.PAUSED, Phase.AWAY)
        since = self._stands_since if self._stands_since is not None else now
        self._stands_since = since if stands else None
        wanted = not session.phase.over and (session.cramping or not stands or now - since < STANDS_MS)
        if not wanted:
            self.end()
        elif self._release is None:
            self._release = threading.Event()
            threading.Thread(target=_stay_awake, args=(self._release,), daemon=True, name="uncramp-awake").start()

    def end(self) -> None:
        """Let go. A thread that still waits for the system does so when it has its answer."""
        if self._release is not None:
            self._release.set()
            self._release = None


def _stay_awake(release: threading.Event) -> None:
    # What goes wrong is dropped, not reported: the person could do nothing about it.
    with Faults().reported(""):
        from wakepy import keep

        with keep.presenting(on_fail="pass"):
            release.wait()
