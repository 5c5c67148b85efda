"""Standard input, output and error, in whatever state they were handed to the program."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO, Any

_silenced: set[IO[str]] = set()


def take_the_missing() -> None:
    """Put `/dev/null` in place of a closed standard stream.

    Otherwise the next file that is opened would get its number, and what is written to a stream would go into it.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 - 0, 1 and 2 are the three
        pass
    os.close(number)


def let_writes_wait() -> None:
    """Let a terminal or pipe that can't take more for a moment be waited for.

    Another program that shares it may have left it so that such a write fails, and half of it is lost.
    """
    for number in range(3):
        with suppress(OSError, AttributeError):  # Windows has it from Python 3.12 on
            os.set_blocking(number, True)


def silence(stream: IO[str] | None) -> None:
    """Write no more to a stream that can't be written: Python would complain as it flushes at exit."""
    if stream is None or stream.closed:
        return
    _silenced.add(stream)
    try:
        nowhere, number = os.open(os.devnull, os.O_WRONLY), stream.fileno()
    except (OSError, ValueError):  # no file behind it
        return
    os.dup2(nowhere, number)
    os.close(nowhere)


def write_line(stream: IO[str] | None, line: str) -> OSError | None:
    """Write a line at once; a stream that can't take it is silenced.

    Returns:
        What kept it from being written, nothing where it was.
    """
    if stream is None or stream.closed or stream in _silenced:
        return OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        print(line, file=stream, flush=True)
    except OSError as error:
        silence(stream)
        return error
    return None


def let_go() -> None:
    """Write what is left, as Python does at its end; where that can't be written, it changes no exit status."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            try:
                stream.flush()
            except OSError:
                silence(stream)


SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")

_BACK = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # no mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2048l"  # no reports of focus, paste and size
    "\x1b[?2026l\x1b[?7h"  # nothing held back, lines that wrap
    "\x1b[?1049l\x1b[?25h\x1b[0m"  # the first screen, the cursor, plain letters
)


def can_draw() -> bool:
    """Whether there is a terminal to draw on and to read keys from. Textual draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and not stream.closed and stream.isatty() for stream in streams):
        return False
    return os.name == "nt" or os.environ.get("TERM", "") not in ("", "dumb")  # these write one line after the other


def settings_now() -> list[Any] | None:
    """The settings of the terminal as they are now; nothing where there are none to be had."""
    if os.name != "posix":
        return None
    import termios

    try:
        return termios.tcgetattr(0)
    except (OSError, termios.error):
        return None


def let_lines_be_typed() -> None:
    """Bring a terminal back that a program has left without lines, echo and Ctrl-C, as one does that was killed.

    Such a program will have left the mouse and the second screen on, too.
    """
    settings = settings_now()
    if settings is None:
        return
    import termios

    if settings[3] & termios.ICANON:
        return
    settings[0] |= termios.ICRNL | termios.IXON
    settings[1] |= termios.OPOST | termios.ONLCR
    settings[3] |= termios.ICANON | termios.ECHO | termios.ECHOE | termios.ECHOK | termios.ISIG | termios.IEXTEN
    settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
    with suppress(OSError, termios.error):
        if can_draw():
            os.write(2, _BACK.encode())
        termios.tcsetattr(0, termios.TCSADRAIN, settings)


@contextmanager
def brought_back(settings: list[Any] | None) -> Iterator[None]:
    """Bring the terminal back if what runs inside raises, or a signal comes where it listens to none.

    Args:
        settings: what to bring back, as `settings_now` gave it.
    """

    def end(number: int, _frame: FrameType | None) -> None:
        _bring_back(settings)
        os._exit(128 + number)

    if settings is not None:
        for name in SIGNALS:
            signal.signal(getattr(signal, name), end)
    try:
        yield
    except BaseException:
        _bring_back(settings)
        if settings is not None:
            for name in SIGNALS:
                usual = signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL
                signal.signal(getattr(signal, name), usual)
        raise


def _bring_back(settings: list[Any] | None) -> None:
    if settings is None:
        return
    import termios

    with suppress(OSError, ValueError):  # what could not be written before would come after this
        if sys.__stderr__ is not None:
            sys.__stderr__.flush()
    with suppress(OSError, termios.error):  # the terminal is gone: nothing is left to bring back
        os.write(2, _BACK.encode())
        termios.tcsetattr(0, termios.TCSADRAIN, settings)
