"""What was broken on the way: collected in one place, and told in words when help has been given.

Nothing that serves only convenience may keep help away, and nothing that is broken stays hidden. So whatever may break
goes through one guard, `Faults.attempt`: it is the one place in the program that takes any exception.
"""

import errno
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from uncramp.i18n import _
from uncramp.terminal.tty import write_line

T = TypeVar("T")
_LONGEST = 300
"""Characters of an exception's own words that are told."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) if hasattr(errno, "EDQUOT") else (errno.ENOSPC, errno.EFBIG)


class Faults:
    """Collects what was broken during one run of the program."""

    def __init__(self) -> None:
        """Nothing is broken."""
        self._lines: list[str] = []

    def note(self, *lines: str) -> None:
        """Keep lines to be told, each once: what is broken, and how to mend it."""
        self._lines += [line for line in dict.fromkeys(lines) if line not in self._lines]

    def attempt(
        self,
        work: Callable[[], T],
        otherwise: Callable[[], T],
        words: str,
        *,
        passing: tuple[type[Exception], ...] = (),
    ) -> T:
        """Do something that may break.

        Args:
            work: what to do.
            otherwise: does in its place where it broke, with nothing that can break.
            words: a whole sentence: what can't be had, and what is done instead.
            passing: exceptions that are none of the guard's business.

        Returns:
            What `work` or, where that raised anything, `otherwise` gave. The exception is told later.
        """
        try:
            return work()
        except passing:
            raise
        except Exception as error:  # noqa: BLE001 - the outermost layer: help goes on whatever broke
            self.note(words, *cause(error))
            if sys.flags.dev_mode:  # python -X dev: whoever works on the program wants to see all of it
                self.note(*_all_of(error))
        return otherwise()

    def listener(self, hear: Callable[[T], object], words: str) -> Callable[[T], None]:
        """A listener to a session that can't harm it: the diary, a bell, a voice.

        Args:
            hear: takes what the session tells.
            words: a whole sentence for when that raises: what is lost. It is told once; `hear` is not called again.
        """
        holds = True

        def guarded(told: T) -> None:
            nonlocal holds
            if holds:
                holds = self.attempt(lambda: hear(told) is None or True, lambda: False, words)

        return guarded

    def tell(self) -> None:
        """Say it all on standard error, or on standard output where that can't be written; then it has been told."""
        lines, self._lines = self._lines, []
        for line in lines:
            if write_line(sys.stderr, line) is not None:
                write_line(sys.stdout, line)


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


def _all_of(error: BaseException) -> list[str]:
    import traceback

    return "".join(traceback.format_exception(error)).splitlines()


def _where(error: BaseException) -> str:
    """The file and line that raised it; nothing of the person's is in that."""
    trace = error.__traceback__
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
