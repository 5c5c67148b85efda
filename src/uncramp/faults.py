"""What breaks on the way: collected in one place, and reported in words when help has been given.

Nothing that serves only convenience may keep help away, and nothing that is broken stays hidden. So whatever may break
is done `with faults.reported(message):`, the one place in the program that takes any exception. And what a command says of
itself: its exit status, and an error with a message for the person.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TextIO

from uncramp.i18n import _

_LONGEST = 300
"""Characters of an exception's own words that are reported."""
_ON_WINDOWS = {19: "EROFS", 32: "EBUSY", 33: "EBUSY", 39: "ENOSPC", 112: "ENOSPC", 1295: "EDQUOT"}
"""Errors of Windows that Python takes for another one, or for none that is known."""


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

    @contextmanager
    def reported(self, message: str, *, passing: tuple[type[Exception], ...] = ()) -> Iterator["Attempt"]:
        """A context in which an exception ends the block, is noted, and goes no further; an interrupt does.

        Args:
            message: a whole sentence: what can't be had, and what is done instead.
            passing: exceptions that are re-raised unchanged.
        """
        attempt = Attempt()
        try:
            yield attempt
        except Exception as error:
            attempt.failed = True
            if isinstance(error, passing):
                raise
            self.note(message, *cause(error))
            if sys.flags.dev_mode:  # python -X dev: for work on the program
                import traceback

                self.note(*"".join(traceback.format_exception(error)).splitlines())

    def report(self) -> None:
        """Write all of it to standard error, or to standard output where that fails. Nothing is written twice."""
        lines, self._lines = self._lines, []
        for line in lines:
            _written(sys.stderr, line) or _written(sys.stdout, line)


class Attempt:
    """What was done under `Faults.reported`; `failed` says afterwards whether an exception has ended it."""

    failed = False


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
    whole = f"{type(error).__name__}: {error}"
    shown = "".join(char if char.isprintable() else "?" for char in whole[:_LONGEST])
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
    if isinstance(error, OSError):
        known = system_words(error_number(error))
        if known is None:
            return mend_file()
        why, mend = known
        return _("{why}. {mend}").format(why=why[:1].upper() + why[1:], mend=mend)
    if isinstance(error, MemoryError):
        return _("There is no memory left. To mend it, close other programs.")
    return _("This is a fault in uncramp. Please report it, with the reason above.")


def error_number(error: OSError) -> int:
    """The `errno` of an error; 0 where it has none."""
    on_windows = _ON_WINDOWS.get(getattr(error, "winerror", None) or 0, "")
    return getattr(errno, on_windows, None) or error.errno or 0


def system_words(number: int) -> tuple[str, str] | None:
    """What an `errno` means where the machine itself hinders, whatever is read or written, and what mends it.

    Returns:
        The cause, to stand behind a colon, and a sentence; `None` for errors that are about one file or its name.
    """
    make_room = _("To mend it, delete what you don't need.")
    close = _("To mend it, close other programs.")
    look_after = _("To mend it, see whether the disk is well, and copy what is on it to another one.")
    known = (
        ("ENOSPC", _("the disk is full"), make_room),
        ("EDQUOT", _("the disk is full for you"), make_room),
        (
            "EFBIG",
            _("a file can't get that large here"),
            _("To mend it, see what limits the size of files: 'ulimit -f'."),
        ),
        ("EROFS", _("the disk can only be read"), _("To mend it, make the disk one that can be written to.")),
        ("EMFILE ENFILE", _("too many files are open"), close),
        ("ENOMEM", _("there is no memory left"), close),
        ("EBUSY ETXTBSY", _("another program uses it"), _("To mend it, close the other program.")),
        ("EIO", _("the disk does not do what it should"), look_after),
        ("ENXIO ENODEV", _("the disk is not there"), look_after),
        ("ENOLCK", _("files can't be locked on this disk"), _("To mend it, keep them on a disk of this machine.")),
        (
            "ESTALE ENOTCONN EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ETIMEDOUT",
            _("the disk is on the network, and can't be reached"),
            _("To mend it, see that the network works."),
        ),
    )
    name = errno.errorcode.get(number, "")
    return next(((why, mend) for names, why, mend in known if name in names.split()), None)


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
