"""The command line: the one place that builds everything. Each command imports only what it needs."""

import os
import sys
from collections.abc import Sequence

from uncramp.errors import CommandError, Exit
from uncramp.i18n import _
from uncramp.terminal import first_paint

_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: see `Exit`; 128 + n by a signal.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a locale that can't show a character must not stop help
            stream.reconfigure(errors="replace")
    try:
        status = int(_run(sys.argv[1:] if arguments is None else list(arguments)))
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()
    except CommandError as error:
        first_paint.leave()
        print(error, file=sys.stderr)
        return error.status
    except BrokenPipeError:
        _stop_writing()
        return _BROKEN_PIPE
    except OSError as error:  # nothing can be written where the words should go
        first_paint.leave()
        _stop_writing()
        print(_("This can't be written: {why}.").format(why=error.strerror), file=sys.stderr)
        return Exit.PROBLEMS
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _stop_writing() -> None:
    """Nobody reads, or nothing can be written: Python would complain as it flushes at exit."""
    if sys.stdout is not None and not sys.stdout.closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    """What is called most, and in pain, needs no parser; all else has one."""
    if arguments == ["now"]:
        from uncramp.cli.play import now

        return now()
    if not arguments:
        from uncramp.cli.play import home

        return home()
    from uncramp.cli.parser import run

    return run(arguments)
