"""The real world for the plain mode: standard input and output, and clocks."""

import sys
from collections.abc import Callable

from uncramp.faults import CommandError, Exit, Faults, how_to_mend
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.plain.desk import Desk
from uncramp.plain.interrupts import HeedingTyped, Signals
from uncramp.plain.typed import standard_input
from uncramp.terminal.tty import write_line


class Out:
    """Says lines, wherever they can be heard."""

    def __init__(self, faults: Faults, signals: Signals) -> None:
        """Start with standard output. What can't be written to is told through `faults`; a signal ends a write."""
        self._faults, self._signals = faults, signals
        self._streams = [stream for stream in (sys.stdout, sys.stderr) if stream is not None]
        self.status = Exit.DONE
        """`PROBLEMS` where something could not be written."""

    def say(self, line: str) -> None:
        """Write a line at once: to standard output, or to standard error where that can't be written.

        Raises:
            BrokenPipeError: the reader has gone.
            CommandError: it can't be written anywhere.
        """
        for stream in self._streams.copy():
            with self._signals.waiting():
                error = write_line(stream, line)
            if error is None:
                return
            self._streams.remove(stream)
            self.status = Exit.PROBLEMS
            if isinstance(error, BrokenPipeError):
                raise error
            told = (
                _("Can't write to standard output: {why}.")
                if stream is sys.stdout
                else _("Can't write: {why}.")
            )
            self._faults.note(told.format(why=error.strerror), how_to_mend(error))
        raise CommandError(_("There is nowhere to write to."), Exit.PROBLEMS)


def desk(context: Context, write: Callable[[str], None], signals: Signals) -> Desk:
    """Standard input, with the rest as it is given."""
    typed = HeedingTyped(standard_input(), signals)
    return Desk(
        context.clock,
        context.local_time,
        typed,
        write,
        context.emergency_number,
        context.sources,
        context.diary,
    )
