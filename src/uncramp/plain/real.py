"""The real world for the plain mode: standard input and output, clocks and signals."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import NoReturn

from uncramp.clocks import local_time, session_clock
from uncramp.domain.plan import Plan
from uncramp.domain.source import Source
from uncramp.errors import CommandError, Exit
from uncramp.i18n import _
from uncramp.plain.desk import Desk
from uncramp.plain.play import play_plain
from uncramp.plain.typed import standard_input

_SIGNALS = ("SIGTERM", "SIGHUP")


def run_plain(plan: Plan, emergency_number: str, sources: Callable[[], Mapping[str, Source]]) -> int:
    """Play a plan on standard input and output.

    Returns:
        The exit status.

    Raises:
        BrokenPipeError: the reader has gone.
        SystemExit: a signal came; 128 + n.
    """
    with _status_of_signals():
        play_plain(plan, Desk(session_clock, local_time, standard_input(), say, emergency_number, sources))
    return Exit.DONE


def say(line: str) -> None:
    """Write a line at once: to standard output, or to standard error where there is none.

    Raises:
        BrokenPipeError: the reader has gone.
        CommandError: it can't be written.
    """
    stream = sys.stdout or sys.stderr
    if stream is None:
        raise CommandError(_("There is nowhere to write to."), Exit.PROBLEMS)
    try:
        print(line, file=stream, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is left unwritten stays so
        raise CommandError(_("Can't write: {what}.").format(what=error.strerror), Exit.PROBLEMS) from error


@contextlib.contextmanager
def _status_of_signals() -> Iterator[None]:
    """Leave with 128 + n by a signal, unless it is ignored already, as under nohup."""

    def leave(number: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    heeded = [number for number in numbers if before[number] is not signal.SIG_IGN]
    with contextlib.suppress(ValueError):  # only the main thread may
        for number in heeded:
            signal.signal(number, leave)
    try:
        yield
    finally:
        with contextlib.suppress(ValueError):
            for number in heeded:
                signal.signal(number, before[number] or signal.SIG_DFL)
