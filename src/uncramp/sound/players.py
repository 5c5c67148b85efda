"""Plays sound files with what the system has: programs that are started, and never waited for.

A player is a process of its own group with all streams closed. There are at most two: the one that plays, and one that
may wait for the sound card; for a third the older one is ended. One that fails or hangs three times is given up.
"""

import atexit
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from uncramp.clock import session_clock
from uncramp.files.text import shorten
from uncramp.i18n import _

PROGRAMS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
"""What can play a file, each with its options, the best first."""

TIMES = 3
"""Failures in a row after which a player or a speaker is given up."""

HANGS_MS = 1_500
"""A player that takes this much longer than its sound is taken to hang, in milliseconds."""

WATCH = "uncramp-player"
"""The name of the threads that wait for players."""

_AT_ONCE = 2
"""Players that may run at once: one plays, one may wait for the sound card."""


@dataclass(slots=True, eq=False)
class Program:
    """A player, and how often it has failed since it last worked."""

    name: str
    command: tuple[str, ...]
    """Its path and its options; the file comes behind them. Without any it is part of Python, on Windows."""
    failures: int = 0


def found_programs(which: Callable[[str], str | None] = shutil.which) -> list[Program]:
    if sys.platform == "win32":
        return [Program("winsound", ())]
    paths = ((name, which(name), options) for name, *options in PROGRAMS)
    return [Program(name, (path, *options)) for name, path, options in paths if path]


@dataclass(slots=True, eq=False)
class _Playing:
    """A player at work."""

    program: Program
    child: "subprocess.Popen[bytes]"
    ends_at: int
    """When the sound is over, on the session's clock."""
    done: bool = False
    """Whether it was ended, or is accounted for."""


class Players:
    """Plays sounds one after the other, with the first program that works."""

    def __init__(
        self, programs: Iterable[Program], failed: Callable[[], object], clock: Callable[[], int] = session_clock
    ) -> None:
        """Start nothing yet. `failed` is called, in a thread, where none of `programs`, the best first, could play."""
        self._programs, self._failed, self._clock = list(programs), failed, clock
        self._playing: list[_Playing] = []
        self._lock = threading.Lock()
        self._ended = False
        atexit.register(self.end)

    @property
    def program(self) -> Program | None:
        """The one to use: of those that have failed least, the best."""
        left = [program for program in self._programs if program.failures < TIMES]
        return min(left, key=lambda program: program.failures, default=None)

    def play(self, file: Path, seconds: float) -> bool:
        """Start to play a file of this length; whether a player was started."""
        while not self._ended and (program := self.program) is not None:
            if not program.command:
                return _play_on_windows(file)
            self._make_room()
            try:
                child = start_child([*program.command, str(file)])
            except OSError:
                program.failures += 1
                continue
            playing = _Playing(program, child, self._clock() + round(seconds * 1000))
            with self._lock:
                if not self._ended:
                    self._playing.append(playing)
            if self._ended:  # meanwhile, by the session, while a watch played on what another player could not
                end_child(child)
                return False
            arguments = playing, file, seconds
            threading.Thread(target=self._watch, args=arguments, daemon=True, name=WATCH).start()
            return True
        return False

    def _make_room(self) -> None:
        """End the oldest player where there are two; it hangs if its sound should be over by now."""
        with self._lock:
            oldest = self._playing[0] if len(self._playing) >= _AT_ONCE else None
        if oldest is not None:
            self._account(oldest, works=self._clock() <= oldest.ends_at + HANGS_MS // 2)
            end_child(oldest.child)

    def _watch(self, playing: _Playing, file: Path, seconds: float) -> None:
        """Reap a player, and take note of how it went; what it could not play is played by the next one at once."""
        program = playing.program
        try:
            works = playing.child.wait(seconds + HANGS_MS / 1000) == 0
            hung = False
        except subprocess.TimeoutExpired:
            works, hung = False, True
        if not self._account(playing, works=works) or works:
            return
        end_child(playing.child)
        if not hung and not (self.program not in (None, program) and self.play(file, seconds)):
            self._failed()

    def _account(self, playing: _Playing, *, works: bool) -> bool:
        """Take note of how a player did; whether that was not known yet."""
        with self._lock:
            if playing.done:
                return False
            playing.done = True
            self._playing.remove(playing)
        playing.program.failures = 0 if works else playing.program.failures + 1
        return True

    def wait(self) -> None:
        """Wait until nothing is played any more, but for no player that hangs."""
        with self._lock:
            left = [*self._playing]
        for playing in left:
            with suppress(subprocess.TimeoutExpired):
                playing.child.wait(max(0, playing.ends_at + HANGS_MS - self._clock()) / 1000)

    def end(self) -> None:
        atexit.unregister(self.end)
        with self._lock:
            self._ended = True
            left, self._playing = self._playing, []
            for playing in left:
                playing.done = True
        for playing in left:
            end_child(playing.child)


def start_child(command: Sequence[str], given: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    """Start a program in a group of its own, with all streams closed but what it may be given.

    Raises:
        OSError: it can't be started.
    """
    return subprocess.Popen(  # noqa: S603 - programs of the system, by the names that stand here, and no shell
        command,
        stdin=given,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def try_out(program: Program, file: Path, seconds: float) -> str:
    """Play a file to its end; why that can't be done, in the program's own words, "" where it is."""
    if not program.command:
        return "" if _play_on_windows(file, waits=True) else "winsound"
    nowhere = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - as in start_child
            [*program.command, str(file)],
            stdin=nowhere,
            stdout=nowhere,
            stderr=subprocess.PIPE,
            timeout=seconds + 2 * HANGS_MS / 1000,
            check=False,
        )
    except OSError as error:
        return error.strerror or str(error)
    except subprocess.TimeoutExpired:
        return _("nothing; it does not end")
    if done.returncode == 0:
        return ""
    last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
    return shorten("".join(last), 100) or _("nothing; it ended with {status}").format(status=done.returncode)


def end_child(child: "subprocess.Popen[bytes]") -> None:
    """End a program and all that it has started, and reap it."""
    if child.poll() is None:
        with suppress(OSError):
            if sys.platform == "win32":
                child.kill()
            else:
                os.killpg(child.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            child.wait(1)


def _play_on_windows(file: Path, *, waits: bool = False) -> bool:
    if sys.platform == "win32":
        import winsound

        way = winsound.SND_FILENAME | winsound.SND_NODEFAULT | (0 if waits else winsound.SND_ASYNC)
        with suppress(RuntimeError):
            winsound.PlaySound(str(file), way)
            return True
    return False
