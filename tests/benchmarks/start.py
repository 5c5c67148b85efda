"""How fast and how light the program is, beside a bare Textual app in the same run.

    python tests/benchmarks/start.py [--runs 7] [--watch 60]

Prints a table with ratios: the machine's own speed drops out. Nothing fails for being slow; the goals stand beside the
ratios. Each program runs in a pseudo-terminal of 80×24 of its own.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyte

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("BARE")
Bare().run()
"""
UNCRAMP = [sys.executable, "-m", "uncramp"]
_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u")
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE_S = 30.0


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement beside the bare app's."""

    what: str
    ours: float
    bare: float
    goal: str
    unit: str = "ms"

    def __str__(self) -> str:
        ratio = f"{self.ours / self.bare:.2f}" if self.bare else ""
        return f"| {self.what} | {self.ours:.1f} {self.unit} | {self.bare:.1f} {self.unit} | {ratio} | {self.goal} |"


class Run:
    """One program in a pseudo-terminal, until what is waited for stands on its screen."""

    def __init__(self, command: list[str], home: Path) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        env = os.environ | {"TERM": "xterm-256color", "UNCRAMP_HOME": str(home)}
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, words: str) -> float:
        """Milliseconds from the start until `words` stand on the screen."""
        while words not in "\n".join(self.screen.display):
            if time.perf_counter() - self.began > _PATIENCE_S or not self._read(0.2):
                raise TimeoutError(words)
        return (time.perf_counter() - self.began) * 1000

    def watch(self, seconds: float) -> float:
        """Percent of a core used over so many seconds."""
        before, end = self._cpu(), time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(min(0.2, left))
        return (self._cpu() - before) / seconds * 100

    def memory(self) -> float:
        """The peak of resident memory in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def end(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def _cpu(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def _read(self, seconds: float) -> bool:
        if select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                return False
            self._stream.feed(_KITTY.sub(b"", data))
        return True


def median_start(command: list[str], words: str, home: Path, runs: int) -> tuple[float, float]:
    """Median milliseconds until `words` stand there, and median peak memory in MiB."""
    times, peaks = [], []
    for _ in range(runs + 1):  # the first one warms the disk's cache
        run = Run(command, home)
        try:
            times.append(run.until(words))
            peaks.append(run.memory())
        finally:
            run.end()
    return statistics.median(times[1:]), statistics.median(peaks[1:])


def share_of_a_core(command: list[str], words: str, home: Path, seconds: float) -> float:
    run = Run(command, home)
    try:
        run.until(words)
        return run.watch(seconds)
    finally:
        run.end()


def rows(runs: int, watch: float, home: Path) -> Iterator[Row]:
    bare = [sys.executable, "-c", BARE]
    start, memory = median_start(bare, "BARE", home, runs)
    now = [*UNCRAMP, "now"]
    yield Row("first instruction", median_start(now, "Pull your toes", home, runs)[0], start, "≤ 0.15")
    whole, peak = median_start(now, "it's gone", home, runs)
    yield Row("whole session screen", whole, start, "≤ 1.15")
    yield Row("home", median_start(UNCRAMP, "warning signs", home, runs)[0], start, "≤ 1.15")
    yield Row("peak memory", peak, memory, "≤ 1.2", "MiB")
    for command in (["--version"], ["list"], ["show", "cramp-calf"], ["check"]):
        took = run_time([*UNCRAMP, *command], home, runs)
        yield Row(" ".join(["uncramp", *command]), took, start, "no toolkit")
    if watch:
        idle = share_of_a_core(bare, "BARE", home, watch)
        yield Row(
            f"CPU over {watch:.0f} s", share_of_a_core(now, "it's gone", home, watch), idle, "≤ 1 %", "%"
        )


def run_time(command: list[str], home: Path, runs: int) -> float:
    """Median milliseconds from start to end of a command."""
    env = os.environ | {"UNCRAMP_HOME": str(home)}
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--runs", type=int, default=7)
    options.add_argument(
        "--watch", type=float, default=60.0, help="seconds to watch the CPU; 0 leaves it out"
    )
    given = options.parse_args()
    print("| what | uncramp | bare Textual app | ratio | goal |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        for row in rows(given.runs, given.watch, Path(home)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
