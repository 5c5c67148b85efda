"""Workarounds for faults in Textual 8.2, in one place, each to be dropped when upstream mends it."""

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType
from typing import Any

from textual.app import App
from textual.driver import Driver

from uncramp.terminal import first_paint
from uncramp.terminal.tty import SIGNALS


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


def leave_when_hung_up(app: App[Any]) -> None:
    """A terminal that has gone need not send a signal: Textual then reads its end over and over, on a whole core."""
    if not hasattr(select, "epoll"):  # only Linux says so without being asked all the time
        return
    watch = select.epoll()
    try:
        watch.register(0, 0)  # no event is asked for: a hang-up is told all the same
    except OSError:  # not a terminal: a test's
        return

    def leave() -> None:
        asyncio.get_running_loop().remove_reader(watch)
        app.exit(return_code=128 + signal.SIGHUP)

    asyncio.get_running_loop().add_reader(watch, leave)


def redraw_after_suspend(app: App[Any]) -> None:
    """Ctrl-Z and fg leave a blank screen (Textual #6298).

    And Textual stops in the middle of whatever the signal meets: if that holds the lock of what is to be written, it
    waits for itself for ever. In the loop's own turn nothing holds it.
    """
    app.app_resume_signal.subscribe(app, lambda _app: app.refresh(layout=True))
    stop, go_on = _handler("SIGTSTP"), _handler("SIGCONT")
    if stop is None or go_on is None:
        return
    stopped = False

    def stop_here() -> None:
        nonlocal stopped
        stopped = True
        stop(signal.SIGTSTP, None)

    def go_on_here() -> None:
        """A terminal that goes sends this, too, right after the signal to leave: then there is nothing to go on."""
        nonlocal stopped
        if stopped:
            stopped = False
            go_on(signal.SIGCONT, None)

    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGTSTP, stop_here)
        loop.add_signal_handler(signal.SIGCONT, go_on_here)


def _handler(name: str) -> Callable[[int, FrameType | None], object] | None:
    """The handler that Textual's driver has set for a signal."""
    handler = signal.getsignal(getattr(signal, name)) if hasattr(signal, name) else None
    if callable(handler) and isinstance(getattr(handler, "__self__", None), Driver):
        return handler
    return None


def end_of_input(app: App[Any]) -> None:
    """Let the thread that reads keys end, however the app came to its end: the process would wait for it for ever."""
    ended = getattr(app._driver, "exit_event", None)  # noqa: SLF001 - there is no other way to it
    if ended is not None:
        ended.set()


@contextlib.contextmanager
def told_if_writing_fails(tell: Callable[[Exception], object]) -> Iterator[None]:
    """The toolkit writes in a thread. If that breaks, the app waits for ever as soon as a few writes are due.

    So what is still to be written is thrown away, nothing waits for room any more, and `tell` is called in that thread.
    """
    usual = threading.excepthook

    def hook(broken: threading.ExceptHookArgs) -> None:
        writes = getattr(broken.thread, "_queue", None)
        ours = broken.thread is not None and broken.thread.name == "textual-output"
        if not ours or writes is None or not isinstance(broken.exc_value, Exception):
            usual(broken)
            return
        with writes.mutex:
            writes.queue.clear()
            writes.maxsize = sys.maxsize
            writes.not_full.notify_all()
        tell(broken.exc_value)

    threading.excepthook = hook
    try:
        yield
    finally:
        threading.excepthook = usual


def type_again(app: App[Any], typed: bytes) -> None:
    """Give the app keys that were read before Textual could read them. It has no public way to take them."""
    if not typed:
        return
    with contextlib.suppress(ImportError, AttributeError, TypeError):  # another Textual: these keys are lost
        from textual._xterm_parser import XTermParser

        for message in XTermParser().feed(typed.decode(errors="replace")):
            app.post_message(message)


def driver_after_first_paint(settings: list[Any]) -> type[Driver]:
    """A driver for a terminal that shows the first instruction already.

    Textual enters the alternate screen again, which clears it: an empty screen would flash up. And it takes the raw
    settings that it finds for the terminal's own: a suspended program would leave the shell with them.
    """
    from textual.drivers.linux_driver import LinuxDriver

    class DriverAfterFirstPaint(LinuxDriver):
        entered = False

        def write(self, data: str) -> None:
            if data == first_paint.ENTER_SCREEN and not self.entered:
                self.entered = True
                return
            super().write(data)

        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            self.attrs_before = settings

    return DriverAfterFirstPaint
