"""The program in a real pseudo-terminal, read as a person reads the screen. Nothing sleeps: all waiting is on output."""

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
from collections.abc import Iterator
from contextlib import contextmanager

import pyte

PATIENCE_S = 20.0
"""How long to wait for what must come, in seconds; a loaded machine may need it."""

_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u")
"""Keyboard requests that pyte does not know and would print."""


class Terminal:
    """One program in one terminal."""

    def __init__(self, arguments: list[str], columns: int, lines: int, env: dict[str, str]) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "uncramp", *arguments], env)
        self.resize(columns, lines)
        self.before = termios.tcgetattr(self.fd)

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def send(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read until the screen shows `words`."""
        end = time.monotonic() + PATIENCE_S
        while words not in self.text():
            assert time.monotonic() < end, f"never showed {words!r}:\n{self.text()}"
            assert self._read(end), f"ended before it showed {words!r}:\n{self.text()}"

    def wait_for_end(self) -> int:
        """Read until the program has ended; its exit status, 128 + n by a signal as a shell has it."""
        end = time.monotonic() + PATIENCE_S
        while self._read(end):
            assert time.monotonic() < end, f"never ended:\n{self.text()}"
        return self._reap()

    def kill(self, number: int) -> None:
        os.kill(self.pid, number)

    def settings(self) -> list[object]:
        """The terminal's settings as they are now."""
        return termios.tcgetattr(self.fd)

    def _read(self, end: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], max(0.0, min(0.5, end - time.monotonic())))
        if not ready:
            return self._alive()
        try:
            data = os.read(self.fd, 65536)
        except OSError:  # the other end is closed
            return False
        self.raw += data
        self._stream.feed(_KITTY.sub(b"", data))
        return bool(data)

    def _alive(self) -> bool:
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
        if self._alive():
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        os.close(self.fd)


@contextmanager
def terminal(*arguments: str, columns: int = 80, lines: int = 24, **env: str) -> Iterator[Terminal]:
    """Start the program with a plain environment and its own home."""
    base = {name: os.environ[name] for name in ("PATH", "UNCRAMP_HOME", "PYTHONPATH") if name in os.environ}
    started = Terminal(
        list(arguments), columns, lines, base | {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | env
    )
    try:
        yield started
    finally:
        started.close()
