"""First aid in constant words, with a clock: for when nothing else of the program can be used.

It needs no file, no library and next to no code. Nothing is known of the person, so the words are those that are safe
for anybody: the first instruction, then what a person late in pregnancy and prone to clots is told.
"""

import os
import queue
import sys
import textwrap
import threading
import time
from collections.abc import Iterable

from uncramp.faults import Exit, Faults, cause
from uncramp.i18n import _
from uncramp.terminal.first_words import (
    CAUTIONS,
    FEW_SIGNS,
    FIRST_AID,
    TEN_MINUTES,
    is_slip_of_now,
    options_of_now,
    without_person,
)

_URGENT_S = 600
_WIDTH = 79
"""Columns of a line: a terminal would break a longer one within a word."""
_LINES_S, _REPAINT_S = 30, 1
"""How often the clock is said, in seconds: in lines of their own, and in place."""
_SIGNS = "!"
"""The line that asks for the warning signs; any other one says that the cramp has stopped."""


def stand_in_for(arguments: list[str], error: Exception) -> int:
    """Help, where the command line can't even be imported, and then report why; the exit status."""
    faults = Faults()
    faults.note(_("Something in uncramp is broken."), *cause(error))
    status = stand_in(arguments)
    faults.report()
    return status


def stand_in(arguments: list[str]) -> int:
    """First aid in constant words, where that was asked for or may have been; the exit status."""
    arguments, _name = without_person(arguments)
    if not arguments or is_slip_of_now(arguments[0]):
        show(asked_for(arguments), simple="--plain" in arguments)
    return Exit.PROBLEMS


def asked_for(arguments: list[str]) -> str:
    """The first-aid routine that a command line asks for, however odd it is; the calf's where none can be seen."""
    words = options_of_now(arguments)
    part = words[words.index("--for") + 1] if "--for" in words else "calf"
    standing = f"cramp-{part}-standing"
    name = standing if "--standing" in words and standing in FIRST_AID else f"cramp-{part}"
    return name if name in FIRST_AID else "cramp-calf"


def show(name: str, number: str = "", *, began: int | None = None, simple: bool = False) -> None:
    """Say what to do, and count the cramp where somebody sits at a terminal.

    It stands in for the routine of this name. The cramp began now or at `began`, in milliseconds on the session's
    clock; with `simple`, as for a screen reader, the clock has lines of its own.
    """
    out = sys.stdout or sys.stderr
    if out is None:
        return
    ignored = Faults()  # why these break has been noted already, or can't be helped
    with ignored.reported(""):
        from uncramp.terminal.tty import let_lines_be_typed  # late: it may be damaged, too

        let_lines_be_typed()
    signs = _(FEW_SIGNS)
    with ignored.reported(""):
        from uncramp.words.signs import signs_text, warning_signs  # as above

        signs = signs_text(warning_signs(number))
    signs = "\n".join(_wrapped(signs.splitlines(), "    "))
    there = sys.stdin is not None and sys.stdin.isatty() and out.isatty()
    lines = words(name)
    if there:
        lines.append(_("Enter: it's stopped. Type !, then Enter: the warning signs."))
    else:
        lines += ["", signs]
    print(*lines, sep="\n", file=out, flush=True)
    if there:
        in_place = not simple and (os.name == "nt" or os.environ.get("TERM", "dumb") not in ("", "dumb"))
        _count(signs, _now() if began is None else began / 1000, _lines_of(sys.stdin.fileno()), in_place=in_place)


def words(name: str) -> list[str]:
    aid = FIRST_AID[name]
    then = [f"  {_(situation)} {_(say)}" for situation, say in aid.then]
    cautions = CAUTIONS if name != "cramp-hand" else CAUTIONS[:1]  # the others are about a leg
    lines = [aid.title, "", aid.say, *then, "", *cautions, ""]
    return _wrapped(lines, "  ")


def _wrapped(lines: Iterable[str], indent: str) -> list[str]:
    return [row for line in lines for row in textwrap.wrap(line, _WIDTH, subsequent_indent=indent) or [""]]


def _now() -> float:
    if sys.platform == "win32" or not hasattr(time, "CLOCK_BOOTTIME"):
        return time.monotonic()
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _count(signs: str, began: float, typed: queue.SimpleQueue[str], *, in_place: bool) -> None:
    """Count the cramp until the person says that it's stopped, or has hung up."""
    every = _REPAINT_S if in_place else _LINES_S
    urgent = False
    while True:
        seconds = int(_now() - began)
        if seconds >= _URGENT_S and not urgent:
            urgent = True
            print("", _(TEN_MINUTES), signs, "", sep="\n", flush=True)
        clock = _("cramp {minutes}:{seconds:02}").format(minutes=seconds // 60, seconds=seconds % 60)
        print(f"\r{clock} " if in_place else clock, end="" if in_place else "\n", flush=True)
        wait = began + (seconds // every + 1) * every - _now()
        line = _line_within(max(0.001, wait), typed)
        if line is not None and line.strip() != _SIGNS:
            return
        if line is not None:
            print(signs, flush=True)


def _line_within(seconds: float, typed: queue.SimpleQueue[str]) -> str | None:
    try:
        return typed.get(timeout=seconds)
    except queue.Empty:
        return None


def _lines_of(terminal: int) -> queue.SimpleQueue[str]:
    """What is typed there, read in a thread: not every platform can wait for a terminal and a clock."""
    typed: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(terminal, typed), daemon=True).start()
    return typed


def _read(terminal: int, typed: queue.SimpleQueue[str]) -> None:
    """Read lines to the one that ends the count, and none of what is typed after it; a terminal's end is "" as a line."""
    line = _SIGNS
    while line.strip() == _SIGNS:
        try:
            line = os.read(terminal, 1_024).decode("latin-1")
        except OSError:  # it has hung up
            line = ""
        typed.put(line)
