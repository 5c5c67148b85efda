"""What the plain mode works with: the run's context, lines that are typed, where lines are written, and signals that end it."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from types import FrameType

from uncramp.faults import CommandError, Exit, Faults, how_to_mend
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.plain.typed import TerminalLines, TypedInput, standard_input
from uncramp.terminal.tty import ending_signals, write_line

LOOK_MS = 1_000
"""How often to look at least, in milliseconds: a gap has to be noticed, and must not be one of our own."""


class Signals:
    """Signals that end the program with 128 + n, at a moment that nothing is lost by.

    An exception out of a signal handler may come in the middle of anything; in some places Python itself only complains
    of it and goes on. So it is raised where the program waits: for a line, or until one is written. Anywhere else the
    signal is kept in mind until it waits again, within a second.
    """

    def __init__(self) -> None:
        self._came: int | None = None
        self._waits = False

    @contextlib.contextmanager
    def caught(self) -> Iterator[None]:
        """Catch them, but for those that are ignored already, as under nohup."""
        heeded = ending_signals()
        before = {number: signal.getsignal(number) for number in heeded}
        with contextlib.suppress(ValueError):  # only the main thread may
            for number in heeded:
                signal.signal(number, self._come)
        try:
            yield
        finally:
            with contextlib.suppress(ValueError):
                for number in heeded:
                    signal.signal(number, before[number] or signal.SIG_DFL)

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Leave at once if one has come, or comes meanwhile."""
        self._waits = True
        try:
            self._leave()
            yield
        finally:
            self._waits = False

    def _come(self, number: int, _frame: FrameType | None) -> None:
        self._came = number
        if self._waits:
            self._leave()

    def _leave(self) -> None:
        if self._came is not None:
            raise SystemExit(128 + self._came)


@dataclass(frozen=True, slots=True)
class Console:
    """All that the plain mode knows of the world."""

    context: Context
    typed: TypedInput
    write: Callable[[str], None]
    """Writes one line, at once."""
    before_stop: Callable[[Callable[[], object]], object] = lambda _do: None
    """Takes what is to be done before Ctrl-Z stops the program."""
    signals: Signals = field(default_factory=Signals)

    def line(self, wait_ms: int) -> str | None:
        """The next line that is typed; `None` if none has come within the time. A signal ends the wait for it."""
        with self.signals.waiting():
            return self.typed.line(wait_ms)

    def say(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)


@contextmanager
def standard_console(context: Context, write: Callable[[str], None], signals: Signals) -> Iterator[Console]:
    """A console that reads standard input; a signal ends a wait for it."""
    typed = standard_input()
    if not isinstance(typed, TerminalLines):
        yield Console(context, typed, write, signals=signals)
        return
    with typed.taken():
        yield Console(context, typed, typed.around(write), partial(setattr, typed, "before_stop"), signals)


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
            told = _("Can't write to standard output: {why}.") if stream is sys.stdout else _("Can't write: {why}.")
            self._faults.note(told.format(why=error.strerror), how_to_mend(error))
        raise CommandError(_("There is nowhere to write to."), Exit.PROBLEMS)
