"""Workarounds for faults in Textual 8.2, in one place, each to be dropped when upstream mends it."""

import asyncio
import contextlib
import os
import signal
from functools import partial
from typing import Any

from textual.app import App

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def ansi_color() -> bool | None:
    """Without it `NO_COLOR` gives shades of grey, which are colours too."""
    return True if os.environ.get("NO_COLOR") else None


def leave_cleanly_on_signals(app: App[Any]) -> None:
    """Without this a signal kills the process and leaves the terminal raw. Exit status 128 + n."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            # Not on Windows, where a loop has no signal handlers.
            with contextlib.suppress(NotImplementedError, RuntimeError):
                loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))


def redraw_after_suspend(app: App[Any]) -> None:
    """Ctrl-Z and fg leave a blank screen (Textual #6298)."""
    app.app_resume_signal.subscribe(app, lambda _app: app.refresh(layout=True))
