"""Workarounds for faults in Textual 8.2, each with its upstream issue, to be dropped when upstream mends it.

This is the only module that knows private names of Textual. Each of them may be gone in another version: then the fault
comes back, but help goes on, if need be line by line. tests/terminal/test_terminal_textual.py shows every fault in plain
Textual; a test that fails there says that upstream has mended it.
"""

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
from textual.geometry import Region
from textual.strip import Strip

from uncramp.i18n import _
from uncramp.terminal import first_paint
from uncramp.terminal.background import Background
from uncramp.terminal.tty import SIGNALS

_FAILED = 1
"""The status with which Textual ends an app that an exception has broken."""


class FailsSoftly(App[None]):
    """An app that keeps the exception that broke it, so that the command line can go on line by line.

    Textual prints a traceback with all local variables, and there is no public way to stop it (#3069). Where the thread
    that reads keys breaks, it prints another one, and ends with status 0 (#3431).
    """

    failure: Exception | None = None

    def fail(self, error: Exception) -> None:
        """End because of an error; nothing has to go on where the person has left already."""
        if not getattr(self, "_exit", False):
            self.failure = self.failure or error
            self.exit(return_code=_FAILED)

    def raise_failure(self) -> None:
        """Raise what broke the app, if anything did."""
        if self.failure is not None:
            raise self.failure
        if self.return_code == _FAILED:
            raise RuntimeError(_("The screen broke."))

    def panic(self, *_renderables: object) -> None:
        """Fail: the thread that reads keys has broken."""
        self.fail(RuntimeError(_("Keys can't be read.")))

    def _handle_exception(self, error: Exception) -> None:
        if getattr(self, "_exit", False):  # keys that came after the one that left find no screen any more
            return
        self.failure = self.failure or error
        handle = getattr(super(), "_handle_exception", None)
        if handle is None:
            self.exit(return_code=_FAILED)
        else:
            handle(error)

    def _fatal_error(self) -> None:
        self.exit(return_code=_FAILED)


def ansi_color() -> bool | None:
    """Colours as the terminal has them under `NO_COLOR`: Textual would show shades of grey (#839), which are colours."""
    return True if os.environ.get("NO_COLOR") else None


def draw_only_what_changed() -> None:
    """Have only the lines of widgets rendered that reach into what has changed.

    Textual renders all lines of all widgets that could reach there, eleven widgets for one row of a figure, four times a
    second. No upstream issue known as of 2026-11. To report: `_get_renders` compares the changed region with what a widget
    is clipped to, which is most often the whole screen, and not with where the widget is.
    """
    name = "_get_renders"
    try:
        from textual._compositor import Compositor
    except ImportError:
        return
    every = getattr(Compositor, name, None)
    if every is None or every.__name__ != name:  # it is ours already
        return

    def renders(self: Compositor, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        if crop is None:
            yield from every(self)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            rows = Region(clip.x, crop.y, clip.width, crop.height).intersection(clip)
            shown = region.intersection(rows)
            if shown and shown.overlaps(crop):
                yield region, rows, widget.render_lines(shown.translate(-region.offset))

    setattr(Compositor, name, renders)


def leave_cleanly_on_signals(app: App[Any]) -> None:
    """End the app on a signal, with status 128 + n: a signal would leave the terminal raw (#5140)."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            # Not on Windows, where a loop has no signal handlers.
            with contextlib.suppress(NotImplementedError, RuntimeError):
                loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))


def leave_when_hung_up(app: App[Any]) -> None:
    """End the app when the terminal is gone, which need not send a signal: Textual reads its end for ever (#6690)."""
    # Only Linux says so without being polled.
    if not hasattr(select, "epoll"):
        return
    watch = select.epoll()
    try:
        # No event is asked for: a hang-up is reported all the same.
        watch.register(0, 0)
    except OSError:
        # Not a terminal, as in tests.
        return

    def leave() -> None:
        asyncio.get_running_loop().remove_reader(watch)
        app.exit(return_code=128 + signal.SIGHUP)

    asyncio.get_running_loop().add_reader(watch, leave)


def redraw_after_suspend(app: App[Any]) -> None:
    """Draw again after Ctrl-Z and fg, where Textual leaves a blank screen (#6298).

    And stop in the loop's own turn: Textual's signal handler may wait for a lock that the code it interrupts holds
    (#6333).
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
    """Let the thread that reads keys end, however the app ended: the process would wait for it for ever.

    No upstream issue known as of 2026-11. To report: a driver that breaks before it has stopped reading keys leaves
    `textual-input` running, which is no daemon thread.
    """
    ended = getattr(getattr(app, "_driver", None), "exit_event", None)
    if ended is not None:
        ended.set()


@contextlib.contextmanager
def told_if_writing_fails(tell: Callable[[Exception], object]) -> Iterator[None]:
    """Call `tell`, in the thread that writes to the terminal, with the exception that has broken it.

    Textual only lets that thread die, and its app waits for ever as soon as the queue of writes is full (#6692). So the
    queue is emptied, and takes any number from then on.
    """
    usual = threading.excepthook

    def hook(broken: threading.ExceptHookArgs) -> None:
        thread, error = broken.thread, broken.exc_value
        if thread is None or thread.name != "textual-output" or not isinstance(error, Exception):
            usual(broken)
            return
        with contextlib.suppress(AttributeError):
            writes = thread._queue  # type: ignore[attr-defined]  # noqa: SLF001 - there is no other way to it
            with writes.mutex:
                writes.queue.clear()
                writes.maxsize = sys.maxsize
                writes.not_full.notify_all()
        tell(error)

    threading.excepthook = hook
    try:
        yield
    finally:
        threading.excepthook = usual


def type_again(app: App[Any], typed: bytes) -> None:
    """Give the app keys that were typed before Textual could read them; where another Textual can't, they are lost.

    No upstream issue known as of 2026-11. To report: a driver should take input that was read before it started.
    """
    if not typed:
        return
    with contextlib.suppress(ImportError, AttributeError, TypeError):
        from textual._xterm_parser import XTermParser

        for message in XTermParser().feed(typed.decode(errors="replace")):
            app.post_message(message)


def driver_after_first_paint(
    settings: list[Any], *, painted: bool = True, typed: bytes = b"", background: Background | None = None
) -> type[Driver] | None:
    """A driver for a terminal that was made raw already; `None` where Textual has to choose one.

    Textual enters the alternate screen again, which clears it: an empty screen would flash up. And it takes the raw
    settings that it finds for the terminal's own: a suspended program would leave the shell with them.

    No upstream issue known as of 2026-11. To report: a driver should take over an alternate screen that was entered
    before, with the settings to be restored.

    Args:
        settings: the terminal's own.
        painted: whether the first instruction stands there.
        typed: keys that were read before.
        background: what the terminal was asked for; its answer may still come.
    """
    try:
        from textual.drivers.linux_driver import LinuxDriver
    except ImportError:
        return None
    if background is not None:
        _swallow_answers(background)

    class DriverAfterFirstPaint(LinuxDriver):
        entered = not painted

        def write(self, data: str) -> None:
            if data == first_paint.ENTER_SCREEN and not self.entered:
                self.entered = True
                return
            super().write(data)

        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            self.attrs_before = settings

        def run_input_thread(self) -> None:
            if typed:
                with contextlib.suppress(ImportError, AttributeError, TypeError):
                    from textual._xterm_parser import XTermParser

                    for message in XTermParser().feed(typed.decode(errors="replace")):
                        self.process_message(message)
            super().run_input_thread()

    return DriverAfterFirstPaint


def _swallow_answers(background: Background) -> None:
    """Take the terminal's answer out of what Textual reads, which would give it to the app as keys.

    No upstream issue known as of 2026-11. To report: the parser knows no OSC sequence, and issues what it does not know
    once more, character by character.
    """
    try:
        from textual._xterm_parser import XTermParser
        from textual.drivers import linux_driver
    except ImportError:
        return

    class ParserWithoutAnswers(XTermParser):
        def feed(self, data: str) -> Iterator[Any]:
            """Parse what was typed; nothing at all is the end of it."""
            keys = background.keys_in(data) if data else ""
            if keys or not data:
                yield from super().feed(keys)

        def tick(self) -> Iterator[Any]:
            """Parse what was held back for too long."""
            if keys := background.given_up():
                yield from super().feed(keys)
            yield from super().tick()

    linux_driver.XTermParser = ParserWithoutAnswers  # type: ignore[attr-defined]
