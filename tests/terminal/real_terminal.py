"""The program in a real pseudo-terminal, read as a person reads the screen. Nothing sleeps: all waiting is on output."""

import ctypes
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pyte

PATIENCE_S = 20.0
"""How long to wait for what must come, in seconds; a loaded machine may need it."""

_PR_CAPBSET_DROP, _DAC_OVERRIDE, _DAC_READ_SEARCH = 24, 1, 2
"""From `linux/prctl.h` and `linux/capability.h`."""

_KEPT = 1_000_000
"""Bytes of what was written that are kept at least."""

LEAVE_SCREEN = b"\x1b[?1049l"
_MODE = re.compile(rb"\x1b\[\?([0-9]+)([hl])")
_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u")
"""Keyboard requests that pyte does not know and would print."""


class Terminal:
    """One program in one terminal."""

    def __init__(self, command: list[str], columns: int, lines: int, env: dict[str, str]) -> None:
        self.screen = pyte.Screen(columns or 80, lines or 24)  # what stands for no size
        self._stream = pyte.ByteStream(self.screen)
        self._raw = bytearray()
        self.status: int | None = None
        self.watched = True
        """Whether the screen is kept up to date, which takes longer than to draw it."""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            be_an_ordinary_user()
            wait_for_the_size(columns, lines)
            os.execve(command[0], command, env)
        self.resize(columns, lines)
        self.before = termios.tcgetattr(self.fd)

    def tell_size(self, columns: int, lines: int) -> None:
        """Tell the program a size that is not the window's."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def resize(self, columns: int, lines: int) -> None:
        self.tell_size(columns, lines)
        self.screen.resize(lines or 24, columns or 80)

    @property
    def raw(self) -> bytes:
        """What was written, or the last of it."""
        return bytes(self._raw)

    def text(self) -> str:
        """What can be read on the screen now."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def send(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def wait_for(self, words: str | re.Pattern[str]) -> None:
        """Read until the screen shows `words`, or what they match: of a clock no single second is sure to be seen."""
        end = time.monotonic() + PATIENCE_S
        wanted = re.compile(re.escape(words)) if isinstance(words, str) else words
        while not wanted.search(self.text()):
            assert time.monotonic() < end, f"never showed {wanted.pattern!r}:\n{self.text()}"
            assert self._read(end), f"ended before it showed {wanted.pattern!r}:\n{self.text()}"

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Read until something else holds that the program brings about."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, f"never came to it:\n{self.text()}"
            assert self._read(end), f"ended before it came to it:\n{self.text()}"

    def wait_for_anything(self) -> None:
        """Read until the program has written something: it has its size by then."""
        end = time.monotonic() + PATIENCE_S
        while not self._raw:
            assert time.monotonic() < end, "never wrote anything"
            assert self._read(end), "ended before it wrote anything"

    def wait_for_end(self, patience_s: float = PATIENCE_S) -> int:
        """Read until the program has ended; its exit status, 128 + n by a signal as a shell has it."""
        end = time.monotonic() + patience_s
        while self._read(end):
            assert time.monotonic() < end, f"never ended:\n{self.text()}"
        return self._reap()

    def told(self) -> str:
        """All that was written since the screen was left, or since the start where there was none."""
        return self.raw.rsplit(LEAVE_SCREEN, 1)[-1].decode(errors="replace")

    def clean(self) -> bool:
        """Whether the terminal is as it was: its settings too."""
        return self.plain() and self.settings() == self.before

    def plain(self) -> bool:
        """Whether it is at the first screen, with a cursor, no mouse, and lines that wrap."""
        modes = {found[1]: found[2] for found in _MODE.finditer(self.raw)}
        usual = {b"1049": b"l", b"25": b"h", b"1000": b"l", b"1003": b"l", b"2004": b"l", b"7": b"h"}
        return all(modes.get(mode, at) == at for mode, at in usual.items())

    def kill(self, number: int) -> None:
        os.kill(self.pid, number)

    def pour(self, data: bytes) -> None:
        """Type a lot, reading all the while; ends early where the program does."""
        end = time.monotonic() + PATIENCE_S * 6
        while data:
            assert time.monotonic() < end, f"never took it all:\n{self.text()}"
            reading, writing, _ = select.select([self.fd], [self.fd], [], 1.0)
            if reading and not self._read(end):
                return
            if writing:
                data = data[os.write(self.fd, data[:1024]) :]

    def hang_up(self) -> None:
        """Close the terminal, as somebody does who closes its window."""
        os.close(self.fd)
        self.fd = os.open(os.devnull, os.O_RDWR)

    def gone(self, pid: int = 0) -> bool:
        """Whether the process has ended, or does within the time that one waits for what must come."""
        try:
            watched = os.pidfd_open(pid or self.pid)
        except ProcessLookupError:
            return True
        try:
            return bool(select.select([watched], [], [], PATIENCE_S)[0])
        finally:
            os.close(watched)

    def settings(self) -> list[object]:
        """The terminal's settings as they are now."""
        return termios.tcgetattr(self.fd)

    def _read(self, end: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], max(0.0, min(0.5, end - time.monotonic())))
        if not ready:
            return self.alive()
        try:
            data = os.read(self.fd, 65536)
        except OSError:  # the other end is closed
            return False
        self._raw += data
        if len(self._raw) > 2 * _KEPT:
            del self._raw[:-_KEPT]
        if self.watched:
            self._stream.feed(_KITTY.sub(b"", data))
        return bool(data)

    def read_what_is_there(self) -> None:
        """Read what has been written by now, without waiting."""
        while select.select([self.fd], [], [], 0)[0] and self._read(time.monotonic()):
            pass

    def alive(self) -> bool:
        """Whether the program still runs."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is None

    def _reap(self) -> int:
        if self.status is None:
            _pid, self.status = os.waitpid(self.pid, 0)
        code = os.waitstatus_to_exitcode(self.status)
        return code if code >= 0 else 128 - code

    def close(self) -> None:
        if self.alive():
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        os.close(self.fd)


def be_an_ordinary_user() -> None:
    """Let rights on files hold for this process and what it becomes, also where root runs the tests."""
    if sys.platform == "linux":
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


def wait_for_the_size(columns: int, lines: int) -> None:
    """Wait until the terminal has been given its size, which comes from the other side."""
    while os.get_terminal_size(0) != (columns, lines):
        select.select([], [], [], 0.001)


@contextmanager
def terminal(*arguments: str, columns: int = 80, lines: int = 24, script: str = "", **env: str) -> Iterator[Terminal]:
    """Start the program with a plain environment and its own home.

    Args:
        arguments: of the program.
        columns: the terminal's width.
        lines: the terminal's height.
        script: what a shell is to run instead, with the program as `$UNCRAMP`.
        env: what the environment has besides; "" takes a variable out of it.
    """
    names = ("PATH", "UNCRAMP_HOME", "PYTHONPATH")
    base = {name: os.environ[name] for name in names if name in os.environ}
    base |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "UNCRAMP": f"{sys.executable} -m uncramp"}
    whole = {name: value for name, value in (base | env).items() if value}
    command = ["/bin/sh", "-c", script] if script else [sys.executable, "-m", "uncramp", *arguments]
    started = Terminal(command, columns, lines, whole)
    try:
        yield started
    finally:
        started.close()
