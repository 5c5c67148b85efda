"""How the screen takes the signals that end, stop and resume it, where Textual 8.2 leaves the terminal in disorder.

Each fault has its upstream issue, and a test that shows it in plain Textual (tests/terminal/test_terminal_textual.py).
"""

import asyncio
import contextlib
import contextvars
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from textual.app import App
from textual.driver import Driver

from uncramp.terminal.tty import HANG_UP, hang_up_watch, heed_ending_signals, let_end, stopping_signals


def leave_cleanly_on_signals(end: Callable[[int], None]) -> None:
    """End the app on a signal: it would leave the terminal raw (#5140).

    Not by handlers of the loop's: for each it looks through all signals that there are, fifty times a start.
    """
    loop, here = asyncio.get_running_loop(), contextvars.copy_context()

    def come(number: int, _frame: FrameType | None) -> None:
        if loop.is_running():
            loop.call_soon_threadsafe(end, number, context=here)
        else:  # the screen is gone, and the terminal clean
            let_end(number)
            signal.raise_signal(number)

    heed_ending_signals(come)


def leave_when_hung_up(end: Callable[[int], None]) -> None:
    """End the app when the terminal is gone, which need not send a signal: Textual reads its end for ever (#6690)."""
    watch = hang_up_watch()
    if watch is None:
        return

    def leave() -> None:
        asyncio.get_running_loop().remove_reader(watch)
        end(HANG_UP)

    asyncio.get_running_loop().add_reader(watch, leave)


def redraw_after_suspend(app: App[Any], before: Callable[[], object]) -> None:
    """Do something before Ctrl-Z stops the program, and draw again after fg, where Textual leaves a blank screen (#6298).

    And stop in the loop's own turn: Textual's signal handler may wait for a lock that the code it interrupts holds
    (#6333).
    """
    app.app_resume_signal.subscribe(app, lambda _app: app.refresh(layout=True))
    stopping, going_on = stopping_signals()
    stop, go_on = _handler(stopping), _handler(going_on)
    if stop is None or go_on is None:
        return
    stopped = False

    def stop_here() -> None:
        nonlocal stopped
        stopped = True
        before()
        stop(stopping, None)

    def go_on_here() -> None:
        """A terminal that goes sends this, too, right after the signal to leave: then there is nothing to go on."""
        nonlocal stopped
        if stopped:
            stopped = False
            go_on(going_on, None)

    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(stopping, stop_here)
        loop.add_signal_handler(going_on, go_on_here)


def _handler(number: int) -> Callable[[int, FrameType | None], object] | None:
    """The handler that Textual's driver has set for a signal."""
    handler = signal.getsignal(number) if number else None
    if callable(handler) and isinstance(getattr(handler, "__self__", None), Driver):
        return handler
    return None
