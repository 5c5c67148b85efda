"""Workarounds for faults in Textual 8.2, each with its upstream issue, to be dropped when upstream mends it.

This is the only module that knows private names of Textual. Each of them may be gone in another version: then the fault
comes back, but help goes on, if need be line by line. tests/terminal/test_terminal_textual.py shows every fault in plain
Textual; a test that fails there says that upstream has mended it.
"""

import codecs
import contextlib
import os
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeVar

from textual import events, messages
from textual.app import App
from textual.dom import NoScreen
from textual.driver import Driver
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from uncramp.i18n import _
from uncramp.terminal import first_paint
from uncramp.terminal.first_paint import FirstPaint
from uncramp.terminal.input_filter import ESCAPE, LATE_S, InputFilter, Pasted
from uncramp.terminal.tty import USUAL, is_sensible, size_now

_REMOVAL = (events.Unmount, events.ScreenSuspend, messages.Prune, messages.CloseMessages, messages.ExitApp)
"""What a screen that has been left must still take."""

Result = TypeVar("Result")

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
        if _of_a_screen_that_was_left():
            return
        self.failure = self.failure or error
        handle = getattr(super(), "_handle_exception", None)
        if handle is None:
            self.exit(return_code=_FAILED)
        else:
            handle(error)

    def _fatal_error(self) -> None:
        self.exit(return_code=_FAILED)

    async def _on_message(self, message: Message) -> None:
        """Take no message of a screen that another has covered or replaced since: it would be meant for that one."""
        sender = getattr(message, "screen", None)
        if isinstance(sender, Screen) and not sender.is_active:
            return
        await super()._on_message(message)


class DropsLateMessages(Screen[Result]):
    """A screen that takes no message, timer or answer any more once it has been left.

    What was under way to it finds nothing there, since its widgets are gone first. No upstream issue known as of
    2026-11. To report: a screen that was popped should handle no more messages than those of its own removal.
    """

    @property
    def _left(self) -> bool:
        """Whether it was open, and is not any more."""
        return self._pruning or (self.is_mounted and self not in self.app.screen_stack)

    async def _dispatch_message(self, message: Message) -> None:
        if isinstance(message, _REMOVAL) or not self._left:
            await super()._dispatch_message(message)
        elif isinstance(message, (messages.InvokeLater, events.Callback)):  # somebody may wait for it
            with contextlib.suppress(Exception):
                await super()._dispatch_message(message)

    async def _flush_next_callbacks(self) -> None:
        if self._left:
            self._next_callbacks.clear()
        await super()._flush_next_callbacks()


def _of_a_screen_that_was_left() -> bool:
    """Whether what broke is a widget of a screen that has been left: it is going with it, and not seen any more."""
    with contextlib.suppress(ImportError, AttributeError, LookupError, NoScreen):
        from textual._context import active_message_pump

        pump = active_message_pump.get()
        return isinstance(pump, Widget) and isinstance(pump.screen, DropsLateMessages) and pump.screen._left  # noqa: SLF001
    return False


def ansi_color() -> bool | None:
    """Colours as the terminal has them under `NO_COLOR`: Textual would show shades of grey (#839)."""
    return True if os.environ.get("NO_COLOR") else None


def draw_only_what_changed() -> None:
    """Have only the lines of widgets rendered that are seen where something has changed.

    Textual renders all lines of all widgets that could reach there, and what lies behind them, too: eleven widgets for
    one row of a figure, four times a second. No upstream issue known as of 2026-11. To report: `_get_renders` compares
    the changed region with what a widget is clipped to, which is most often the whole screen, and not with where it is.
    """
    name = "render_partial_update"
    try:
        from textual._compositor import ChopsUpdate, Compositor
    except ImportError:
        return
    if not all(hasattr(Compositor, used) for used in (name, "_regions_to_spans", "cuts", "visible_widgets")):
        return

    def update(self: Compositor) -> ChopsUpdate | None:
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        ends = [row[1:] for row in self.cuts]
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(row[:-1]) for row in self.cuts]
        _render(chops, ends, spans, self.visible_widgets)
        return ChopsUpdate(chops, spans, ends)

    setattr(Compositor, name, update)


def _render(
    chops: list[dict[int, Strip | None]],
    ends: list[list[int]],
    spans: list[tuple[int, int, int]],
    widgets: Mapping[Widget, tuple[Region, Region]],
) -> None:
    """Fill the parts of lines that have changed, each with what the first widget that reaches there shows."""
    missing: dict[int, set[int]] = {}
    for y, left, right in spans:
        parts = zip(chops[y], ends[y], strict=True)
        missing.setdefault(y, set()).update(cut for cut, end in parts if cut < right and end > left)
    for widget, (region, clip) in widgets.items():
        shown = region.intersection(clip)
        first, last = shown.column_span
        rows = [y for y in shown.line_range if any(first <= cut < last for cut in missing.get(y, ()))]
        if not rows:
            continue
        lines = Region(shown.x, rows[0], shown.width, rows[-1] + 1 - rows[0])
        for y, strip in zip(lines.line_range, widget.render_lines(lines.translate(-region.offset)), strict=True):
            here, within = missing.get(y, set()), [end for end in ends[y] if first < end <= last]
            pieces = zip((first, *within), strip.divide([end - first for end in within]), strict=False)
            seen = {cut: piece for cut, piece in pieces if cut in here}
            chops[y].update(seen)
            here.difference_update(seen)


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


def type_again(app: App[Any], typed: Sequence[str]) -> None:
    """Give the app keys that were typed before Textual could read them; where another Textual can't, they are lost.

    No upstream issue known as of 2026-11. To report: a driver should take input that was read before it started.
    """
    for message in _typed_before(typed):
        app.post_message(message)


def driver_after_first_paint(paint: FirstPaint, *, painted: bool, typed: Sequence[str] = ()) -> type[Driver] | None:
    """A driver for a terminal that may have been made raw already; `None` where Textual has to choose one.

    Textual enters the alternate screen again, which clears it: where the first instruction is `painted`, an empty screen
    would flash up. And it takes the raw settings that it finds for the terminal's own: a suspended program would leave the
    shell with them. It draws for whatever size a terminal tells, which may be none or take all the memory. Keys that were
    `typed` before would be lost.

    No upstream issue known as of 2026-11. To report: a driver should take over an alternate screen that was entered
    before, with the settings to be restored; and a size of 65,535 by 65,535 is none.
    """
    _read_whole_sequences(paint.input)
    try:
        from textual.drivers.linux_driver import LinuxDriver
    except ImportError:
        return None

    class DriverAfterFirstPaint(LinuxDriver):
        entered = not painted
        size_before = USUAL

        def __init__(
            self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
        ) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            self._size = size or self._get_terminal_size()  # else the app would ask the terminal itself

        def write(self, data: str) -> None:
            if data == first_paint.ENTER_SCREEN and not self.entered:
                self.entered = True
                return
            super().write(data)

        def start_application_mode(self) -> None:
            paint.input.expect(LATE_S)  # Textual asks for two modes
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if paint.settings is not None:
                self.attrs_before = paint.settings

        def run_input_thread(self) -> None:
            for message in _typed_before(typed):
                self.process_message(message)
            super().run_input_thread()

        def _get_terminal_size(self) -> tuple[int, int]:
            self.size_before = size_now(self.size_before)
            return self.size_before

    return DriverAfterFirstPaint


_MOUSE = re.compile(r"\x1b\[<\d{1,3};-?\d{1,5};-?\d{1,5}[Mm]")
_MODE = re.compile(r"\x1b\[\?(2026|2048);[0-4]\$y")
_SIZE = re.compile(r"\x1b\[48;(\d{1,4});(\d{1,4});\d{1,6};\d{1,6}t")
_FOCUS = ("\x1b[I", "\x1b[O")
_LAST_ASKED = "2048"
"""The mode that Textual asks for last."""


def _messages(pieces: Iterable[str], parse: Callable[[str], Iterable[Message]]) -> Iterator[Message]:
    """What Textual's parser makes of keys, and of sequences that it knows.

    No upstream issue known as of 2026-11. To report: the parser issues a sequence that it does not know once more, as
    the keys of its characters, and waits for the end of a paste for ever.
    """
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

    for piece in pieces:
        if isinstance(piece, Pasted):
            yield Paste(str(piece))
        elif piece == ESCAPE:
            yield Key("escape", ESCAPE)
        elif piece[0] != ESCAPE or piece in ANSI_SEQUENCES_KEYS or piece in _FOCUS or _is_heeded(piece):
            yield from parse(piece)


def _is_heeded(sequence: str) -> bool:
    """Whether it is the mouse, a mode that Textual has asked for, or a size that makes sense."""
    size = _SIZE.fullmatch(sequence)
    if size is not None:
        return is_sensible(int(size[2]), int(size[1]))
    return bool(_MOUSE.fullmatch(sequence) or _MODE.fullmatch(sequence))


def _typed_before(typed: Sequence[str]) -> list[Message]:
    with contextlib.suppress(ImportError, AttributeError, TypeError):
        from textual._xterm_parser import XTermParser

        return list(_messages(typed, XTermParser().feed))
    return []


def _read_whole_sequences(filtered: InputFilter) -> None:
    """Let Textual read keys through a filter that takes any bytes: its own decoder breaks on what is no text."""
    with contextlib.suppress(ImportError, AttributeError):
        from textual._xterm_parser import XTermParser

        class KeysOnly(XTermParser):
            def feed(self, data: str) -> Iterator[Message]:
                """Parse what came; nothing at all is the end of it."""
                if not data:
                    yield from super().feed("")
                elif sys.platform == "win32":
                    yield from self._heed(filtered.feed_text(data))
                else:
                    yield from self._heed(filtered.feed(data.encode("latin-1")))

            def tick(self) -> Iterator[Message]:
                """Parse what nothing more is waited for."""
                yield from self._heed(filtered.due())

            def _heed(self, pieces: Iterable[str]) -> Iterator[Message]:
                for piece in pieces:
                    if (mode := _MODE.fullmatch(piece)) and mode[1] == _LAST_ASKED:
                        filtered.expect(0)
                    yield from _messages([piece], super().feed)

        name = "win32" if sys.platform == "win32" else "linux_driver"
        driver: Any = import_module(f"textual.drivers.{name}")
        driver.XTermParser = KeysOnly
        driver.getincrementaldecoder = lambda _utf8: codecs.getincrementaldecoder("latin-1")
