"""One program in a pseudo-terminal of its own, timed from outside."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pyte

_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u")
"""Reports of keys that pyte would print."""

_PATIENCE_S = 60.0


def shows(words: str) -> Callable[[str], bool]:
    """Whether these words stand on the screen."""
    return lambda screen: words in screen


def shows_anything(screen: str) -> bool:
    """Whether anything stands on the screen."""
    return bool(screen.strip())


class Run:
    """A program that runs in a terminal of 80×24 until it is ended."""

    def __init__(self, command: list[str], env: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self._began = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.execvpe(command[0], command, dict(env))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, seen: Callable[[str], bool], look_s: float = 0.2) -> float:
        """Milliseconds from the start until the screen holds what is looked for, or until another look finds it."""
        while not seen("\n".join(self._screen.display)):
            if time.perf_counter() - self._began > _PATIENCE_S or not self.read(look_s):
                raise TimeoutError("\n".join(self._screen.display))
        return (time.perf_counter() - self._began) * 1000

    def watch(self, seconds: float) -> float:
        """Percent of a core used over so many seconds."""
        before, end = self._cpu_seconds(), time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(min(0.2, left))
        return (self._cpu_seconds() - before) / seconds * 100

    def memory(self) -> float:
        """The peak of resident memory in MiB."""
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self._pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self._fd, key.encode())

    def read(self, seconds: float) -> bool:
        """Take in what is written within so many seconds; whether there may be more."""
        if select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                return False
            self._stream.feed(_KITTY.sub(b"", data))
        return True

    def end(self) -> None:
        """Kill it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    def _cpu_seconds(self) -> float:
        tasks = Path(f"/proc/{self._pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9
