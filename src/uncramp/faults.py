"""What breaks on the way: collected in one place, and reported in words when help has been given.

Nothing that serves only convenience may keep help away, and nothing that is broken stays hidden. So whatever may break
is done `with faults.reported(message):`, the one place in the program that takes any exception. And what a command says of
itself: its exit status, and an error with a message for the person.
"""

import errno
import sys
from enum import IntEnum
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from uncramp.i18n import _

_LONGEST = 300
"""Characters of an exception's own words that are reported."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) if hasattr(errno, "EDQUOT") else (errno.ENOSPC, errno.EFBIG)


class Exit(IntEnum):
    """Exit statuses, a contract with scripts. By a signal n it is 128 + n."""

    DONE = 0
    PROBLEMS = 1
    """Problems were found, or an error stopped the program early."""
    USAGE = 2
    """Bad usage, or something can't be read."""


class CommandError(Exception):
    """A command can't do what was asked; the message says what would be right."""

    def __init__(self, message: str, status: Exit = Exit.USAGE) -> None:
        """Keep the message for standard error, and the exit status."""
        super().__init__(message)
        self.status = status


class Faults:
    """Collects what breaks during one run of the program."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def note(self, *lines: str) -> None:
        """Keep lines to be reported, each once: what is broken, and how to mend it."""
        self._lines += [line for line in dict.fromkeys(lines) if line not in self._lines]

    def reported(self, message: str, *, passing: tuple[type[Exception], ...] = ()) -> "Reported":
        """A context in which an exception ends the block, is noted, and goes no further.

        Args:
            message: a whole sentence: what can't be had, and what is done instead.
            passing: exceptions that are re-raised unchanged.
        """
        return Reported(self, message, passing)

    def report(self) -> None:
        """Write all of it to standard error, or to standard output where that fails. Nothing is written twice."""
        lines, self._lines = self._lines, []
        for line in lines:
            _written(sys.stderr, line) or _written(sys.stdout, line)


class Reported:
    """The context that `Faults.reported` gives; `failed` says afterwards whether the block was left by an exception."""

    def __init__(self, faults: Faults, message: str, passing: tuple[type[Exception], ...]) -> None:
        self._faults, self._message, self._passing = faults, message, passing
        self.failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Take any exception but those that pass; an interrupt or an exit is none of them."""
        self.failed = error is not None
        if not isinstance(error, Exception) or isinstance(error, self._passing):
            return False
        self._faults.note(self._message, *cause(error))
        if sys.flags.dev_mode:  # python -X dev: for work on the program
            import traceback

            self._faults.note(*"".join(traceback.format_exception(error)).splitlines())
        return True


def _written(stream: TextIO | None, line: str) -> bool:
    if stream is None:
        return False
    try:
        print(line, file=stream, flush=True)
    except (OSError, ValueError):  # full, or closed
        return False
    return True


def cause(error: BaseException) -> tuple[str, str]:
    """What went wrong inside, for a report, and how to mend it."""
    told = f"{type(error).__name__}: {error}"
    shown = "".join(one if one.isprintable() else "?" for one in told[:_LONGEST])
    return _("The reason: {what} ({where}).").format(what=shown, where=_where(error)), how_to_mend(error)


def how_to_mend(error: BaseException) -> str:
    """What the person can do about it."""
    if isinstance(error, ImportError) and (error.name or "").partition(".")[0] in sys.stdlib_module_names:
        return _("A part of Python itself is missing. To mend it, install Python again, with all its parts.")
    if isinstance(error, ImportError | SyntaxError):
        return _(
            "A part of the installation is missing or damaged. To mend it, install uncramp again: "
            "pip install --force-reinstall uncramp"
        )
    if isinstance(error, OSError) and error.errno in _FULL:
        return _("The disk is full. To mend it, delete what you don't need.")
    if isinstance(error, OSError):
        return mend_file()
    if isinstance(error, MemoryError):
        return _("There is no memory left. To mend it, close other programs.")
    return _("This is a fault in uncramp. Please report it, with the reason above.")


def mend_file() -> str:
    """What the person can do about a file that can't be used."""
    return _("To mend it, see that the file or folder is there, and that you may read and write it.")


def _where(error: BaseException) -> str:
    """The file and line that raised it; nothing of the person's is in that."""
    trace = error.__traceback__
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
