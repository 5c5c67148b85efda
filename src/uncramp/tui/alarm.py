"""Calls back after a while, again and again at times that are not known before."""

import asyncio
from collections.abc import Callable

from textual.events import Callback
from textual.widget import Widget


class Alarm:
    """Rings once each time it is set. It does without the task that the toolkit makes for each of its timers."""

    def __init__(self, widget: Widget, ring: Callable[[], None]) -> None:
        """Let `widget` do `ring`, in its own turn, as long as it is there."""
        self._widget, self._ring = widget, ring
        self._handle: asyncio.TimerHandle | None = None

    def set(self, wait_ms: int) -> None:
        """Ring in so many milliseconds, and not when it was set to before."""
        self.stop()
        self._handle = asyncio.get_running_loop().call_later(max(1, wait_ms) / 1000, self._due)

    def stop(self) -> None:
        """Don't ring any more until it is set."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _due(self) -> None:
        self._widget.post_message(Callback(self._ring))
