"""Help is on the screen, whatever is broken: a ladder of which each rung holds where the one above it gave way.

1. The first instruction, painted before anything else is imported (`uncramp.terminal.first_paint`).
2. The session on the screen, and where that breaks, the same session line by line, from where it was
   (`uncramp.cli.rungs`).
3. Constant words and a clock, which need no file and next to no code (`uncramp.cli.last_resort`).

What gave way is collected (`uncramp.faults`), and told when help has been given.
"""

import sys
import warnings
from functools import partial

from uncramp.errors import Exit
from uncramp.faults import Faults
from uncramp.i18n import _
from uncramp.terminal import first_paint
from uncramp.terminal.tty import let_go, let_writes_wait, take_the_missing

_INTERRUPTED = 130


def climb(arguments: list[str]) -> int:
    """Run the command line, and help where all of that breaks.

    Args:
        arguments: the command line's.

    Returns:
        The exit status.
    """
    faults = Faults()

    def last_words() -> int:
        return faults.attempt(
            partial(_last_words, arguments), _first_words, _("Not even the last words hold.")
        )

    try:
        faults.attempt(_mend_streams, _nothing, _("Standard input or output can't be mended."))
        return faults.attempt(partial(_program, arguments), last_words, _("Something in uncramp is broken."))
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        first_paint.leave()
        faults.tell()
        let_go()


def keep_python_quiet() -> None:
    """What Python says of code while it runs is for whoever works on it (`python -X dev`), not for somebody in pain."""
    if not (sys.flags.dev_mode or sys.warnoptions):
        warnings.simplefilter("ignore")
        sys.unraisablehook = lambda _unraisable: None


def _mend_streams() -> None:
    take_the_missing()
    let_writes_wait()


def _nothing() -> None:
    return None


def _program(arguments: list[str]) -> int:
    from uncramp.cli.main import main  # late: the first instruction stands before anything heavy is imported

    return main(arguments)


def _last_words(arguments: list[str]) -> int:
    """First aid in constant words, where that was asked for or may have been."""
    if arguments and arguments[0] != "now":
        return Exit.PROBLEMS
    from uncramp.cli.last_resort import asked_for, show

    first_paint.leave()
    show(asked_for(arguments), simple="--plain" in arguments)
    return Exit.PROBLEMS


def _first_words() -> int:
    """What stood on the screen at first, again: the one thing that has to be known."""
    for name in ("cramp-calf", "cramp-calf-standing"):
        print(first_paint.FIRST_WORDS[name][-1], flush=True)
    return Exit.PROBLEMS
