"""Lines from a terminal, a pipe or a file. Where it has ended or there is none, time passes all the same."""

import contextlib
import os
import queue
import signal
import stat
import sys
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import FrameType
from typing import IO, Any, Protocol

from uncramp.clock import session_clock
from uncramp.terminal.input_filter import CTRL_C, ESCAPE, POURED, InputFilter, Pasted
from uncramp.terminal.tty import is_ready, ready, set_settings, stopping_signals, take_keys

HELD_MS = 150
"""An Enter that comes again on a terminal within this time, in milliseconds, is a key that is held down."""

EARLY_MS = 2_000
"""An Enter on a terminal this soon after the program began, in milliseconds, may have been meant for the shell."""

LONGEST = 1_000
"""Bytes of one line that are kept: nobody types more."""

MOST_PASTED = 200
"""Characters of pasted text that are kept: an answer is shorter."""

_AT_ONCE = 65_536
"""Bytes that are read at once."""

_LOOKED_AT = 8_192
"""Bytes of what is pasted that are taken apart."""

_PASTE_END = b"\x1b[201~"

_ENTER = ("\n", "\r")
_ERASE, _ERASE_ALL, _END = ("\x7f", "\b"), "\x15", "\x04"
"""Backspace, Ctrl-U and Ctrl-D, as a terminal sends them."""

_POURED_S = 0.02
"""Seconds in which more of what is pasted comes."""


class TypedInput(Protocol):
    """The lines that the person types."""

    @property
    def ended(self) -> bool:
        """Whether nothing more can come."""

    @property
    def somebody(self) -> bool:
        """Whether somebody is there to type: play stands still for nobody else."""

    def line(self, wait_ms: int) -> str | None:
        """The next line, without its end; `None` if none has come within `wait_ms`, which then are over."""


def standard_input() -> TypedInput:
    """What is typed on standard input, and whether somebody still reads standard output."""
    source, shown = _descriptor(sys.stdin), _descriptor(sys.stdout)
    if sys.platform == "win32":
        return PumpedLines(source, session_clock)
    if source is not None and shown is not None and os.isatty(source) and os.isatty(shown):
        return TerminalLines(source, shown, session_clock)
    lines = WatchedLines(source, _pipe(sys.stdout), session_clock)
    lines.look()  # where nothing can be typed, nothing is said of keys from the first line on
    return lines


class TypedLines(ABC):
    """Lines out of bytes, and whether somebody is there."""

    def __init__(self, source: int | None, clock: Callable[[], int]) -> None:
        """Read from `source`, a file descriptor, `None` where there is none; a held key is told by the clock."""
        self._source, self._clock = source, clock
        self._terminal = source is not None and os.isatty(source)
        self._lines: deque[str] = deque()
        self._begun = b""
        self._heard = False
        self._began = clock()
        self._entered: int | None = None

    @property
    def ended(self) -> bool:
        return self._source is None and not self._lines

    @property
    def somebody(self) -> bool:
        """Whether a person is there: at a terminal, or at the other end of a pipe that has spoken."""
        return not self.ended and (self._terminal or self._heard)

    def line(self, wait_ms: int) -> str | None:
        """The next line; `None` if none has come within the time, which then is over.

        Raises:
            BrokenPipeError: the reader has gone.
        """
        if not self._lines:
            self._read(wait_ms / 1000)
        while self._lines:
            line = self._lines.popleft()
            self._heard = True
            if not self._is_no_press(line):
                return line
        return None

    def look(self) -> None:
        """Take what has come by now, and notice if it has ended."""
        self._read(0)

    @abstractmethod
    def _read(self, wait_s: float) -> None:
        """Take what comes within the time, in seconds."""

    def _is_no_press(self, line: str) -> bool:
        """Whether it is an Enter of a key that is held down on a terminal, or one that came too early."""
        last, now = self._entered, self._clock()
        self._entered = None if line else now
        held = last is not None and now - last < HELD_MS
        return self._terminal and not line and (held or now - self._began < EARLY_MS)

    def _take(self, data: bytes) -> None:
        """Take bytes as they were read; none where it has ended."""
        *lines, rest = (self._begun + data).split(b"\n")
        if not data:
            self._source = None
            lines, rest = ([rest] if rest else []), b""
        self._begun = rest[:LONGEST]
        self._lines += [line[:LONGEST].decode("utf-8", "replace").rstrip("\r") for line in lines]


class WatchedLines(TypedLines):
    """Waits for standard input and for the reader's end, wherever `select` can wait for files."""

    def __init__(self, source: int | None, reader: int | None, clock: Callable[[], int]) -> None:
        """Read from `source`; `reader` is a pipe that is written to, if it is one."""
        super().__init__(source, clock)
        self._reader = reader

    def _read(self, wait_s: float) -> None:
        watched = [fd for fd in (self._source, self._reader) if fd is not None]
        data: bytes | None = None
        try:
            readable = ready(watched, wait_s)
            if self._source in readable:
                data = _bytes(self._source)
                if not data and not ready([self._source], 0):  # Ctrl-C has thrown away what could be read
                    data = None
        except (OSError, ValueError):  # it was closed under us
            self._source = self._reader = None
            return
        if self._reader in readable:  # nothing is ever read there: its other end is closed
            raise BrokenPipeError
        if data is not None:
            self._take(data)


class TerminalLines(WatchedLines):
    """Lines typed at a terminal, which are shown and corrected here.

    A terminal that does both itself tells nobody what is on a line before Enter: what the program says would stand on
    that line, behind the letters. So it is asked for each key as it comes, and a line that is half typed is left for
    what is said and stands again below it.
    """

    def __init__(self, source: int, shown: int, clock: Callable[[], int]) -> None:
        """Read from `source` and show what is typed on `shown`: a terminal's file descriptors."""
        super().__init__(source, None, clock)
        self._keyboard, self._shown = source, shown
        self._filter = InputFilter()
        self._half = ""
        self._before: list[Any] | None = None
        """The terminal's settings to bring back; none while it shows what is typed by itself."""
        self._shows = False
        self.before_stop: Callable[[], object] = lambda: None

    @contextlib.contextmanager
    def taken(self) -> Iterator[None]:
        """Show here what is typed, and no longer by the terminal itself; also after the program was stopped."""
        self._take_over()
        self._read(0)  # what was typed before now has been shown
        self._shows = self._before is not None
        stopping, going_on = stopping_signals()
        handlers = {stopping: self._stop, going_on: lambda *_signal: self._take_over()}
        heeded = [number for number in handlers if number and signal.getsignal(number) is signal.SIG_DFL]
        with contextlib.suppress(ValueError):  # only the main thread may
            for number in heeded:
                signal.signal(number, handlers[number])
        try:
            yield
        finally:
            with contextlib.suppress(ValueError):
                for number in heeded:
                    signal.signal(number, signal.SIG_DFL)
            self._make_way()
            self._give_back()

    def around(self, write: Callable[[str], None]) -> Callable[[str], None]:
        """Write lines so that none stands on a line that is half typed."""

        def apart(line: str) -> None:
            self._make_way()
            write(line)
            self._show(self._half)

        return apart

    def _read(self, wait_s: float) -> None:
        super()._read(wait_s)
        self._press_keys(self._filter.due())

    def _take(self, data: bytes) -> None:
        """Take keys as they come: show them, and correct the line."""
        if not data:
            super()._take(b"")
        elif len(data) <= POURED:
            self._press_keys(self._filter.feed(data))
        else:
            self._take_pasted(data)

    def _take_pasted(self, data: bytes) -> None:
        """Take what is pasted, all of it as one line, by terminals that say so and by those that don't."""
        text, named, room = "", False, _LOOKED_AT
        while data:
            poured = len(data) > POURED
            left, rest = data[:room], data[room:]
            room -= len(left)
            if rest:  # more than is kept: only how it ends matters
                left += (_PASTE_END if _PASTE_END in rest else b"") + rest[-len(_PASTE_END) :]
            for piece in self._filter.feed(left):
                if isinstance(piece, Pasted):
                    named = True
                    self._type(piece[:MOST_PASTED])
                elif named:
                    self._press_keys([piece])
                elif piece[0] != ESCAPE:
                    text = text[:MOST_PASTED] + piece[:MOST_PASTED] + piece[-1]  # the last may be Enter
            more = poured and self._source is not None and is_ready(self._source, _POURED_S)
            data = _bytes(self._source) if more else b""
        self._type(" ".join(text[:MOST_PASTED].split()))
        if text.endswith(_ENTER):
            self._press("\n")

    def _press_keys(self, pieces: Iterable[str]) -> None:
        for piece in pieces:
            if isinstance(piece, Pasted):
                self._type(piece)
            elif piece[0] != ESCAPE:
                for char in piece:
                    self._press(char)

    def _press(self, char: str) -> None:
        if char in _ENTER:
            self._lines.append(self._half)
            self._half = ""
            self._show("\n")
        elif char in (*_ERASE, _ERASE_ALL):
            kept = "" if char == _ERASE_ALL else self._half[:-1]
            gone, self._half = self._half[len(kept) :], kept
            self._show("\b \b" * _cells(gone))
        elif char == CTRL_C:  # the terminal has sent a number for it, and no signal
            signal.raise_signal(signal.SIGINT)
        elif char == _END and not self._half:
            super()._take(b"")
        else:
            self._type(char)

    def _type(self, text: str) -> None:
        text = "".join(char for char in text[: LONGEST - len(self._half)] if char.isprintable())
        self._half += text
        self._show(text)

    def _make_way(self) -> None:
        if self._half:
            self._show("\n")

    def _show(self, text: str) -> None:
        if text and self._shows:
            with contextlib.suppress(OSError):  # it has hung up, which is noticed where it is read
                os.write(self._shown, text.encode())

    def _take_over(self) -> None:
        before = take_keys(self._keyboard)
        self._before = self._before or before

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            set_settings(before, self._keyboard)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        """Ctrl-Z: the shell gets its terminal as it was, until the program goes on, or where nobody could let it go on."""
        self.before_stop()
        self._give_back()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)  # in this very thread, so that it stops before it goes on
        signal.signal(number, self._stop)
        self._take_over()  # without a shell the system ignores the signal, and sends none to go on


class PumpedLines(TypedLines):
    """The same where `select` can't wait for files: a thread reads, and dies with the program."""

    def __init__(self, source: int | None, clock: Callable[[], int]) -> None:
        super().__init__(source, clock)
        self._queue: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        if source is not None:
            threading.Thread(target=self._pump, args=(source,), daemon=True).start()

    def _pump(self, source: int) -> None:
        while data := _bytes(source):
            self._queue.put(data)
        self._queue.put(b"")

    def _read(self, wait_s: float) -> None:
        try:
            self._take(self._queue.get(timeout=wait_s))
        except queue.Empty:
            return


def _cells(text: str) -> int:
    """The columns that a text takes on a terminal."""
    import unicodedata  # late: hardly anybody takes back what is not ASCII

    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "FW") for char in text)


def _bytes(source: int | None) -> bytes:
    try:
        return os.read(source, _AT_ONCE) if source is not None else b""
    except OSError:  # a terminal that has hung up, a folder
        return b""


def _descriptor(stream: IO[str] | None) -> int | None:
    try:
        return None if stream is None else stream.fileno()
    except (OSError, ValueError):  # no file behind it, or closed
        return None


def _pipe(stream: IO[str] | None) -> int | None:
    """The stream's descriptor where it is a pipe, whose other end can be closed."""
    fd = _descriptor(stream)
    if fd is None or sys.platform == "win32":
        return None
    return fd if stat.S_ISFIFO(os.fstat(fd).st_mode) else None
