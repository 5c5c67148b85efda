"""Standard input, output and error, in whatever state they were handed to the program."""

import errno
import os
import sys
from contextlib import suppress
from typing import IO

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
