"""First aid in constant words, with a clock: for when nothing else of the program can be used.

It needs no file, no library and next to no code. Nothing is known of the person, so the words are those that are safe
for anybody: the first instruction, then what a person late in pregnancy and prone to clots is told. Nobody is told to
rub. A test holds every instruction equal to the routines'.
"""

import os
import select
import sys
import time
from functools import partial

from uncramp.faults import Faults
from uncramp.i18n import _
from uncramp.terminal.first_paint import FIRST_WORDS

# What each routine goes on with after the first words: instructions by what they are for, "" for the next thing to do.
STEPS = {
    "cramp-calf": (
        (_("Hard to reach?"), "Loop a towel round your foot. Pull it slowly."),
        (_("When it's gone:"), "Now walk about. Or shake the leg."),
        (_("If you like:"), "Lean back, well propped up. Rest your legs raised."),
    ),
    "cramp-calf-standing": (
        (_("No wall?"), "Hold a chair. Press your heel down."),
        (_("Then:"), "Other foot forward. Back knee straight, heel flat."),
        (_("When it's gone:"), "Now walk about. Heels down."),
    ),
    "cramp-foot": (
        (_("Hard to reach?"), "Loop a towel round your toes. Pull it slowly."),
        (_("Then:"), "Stand. Hold a chair. Press your whole foot down."),
        (_("When it's gone:"), "Now walk about. Heels down."),
    ),
    "cramp-thigh": (
        (_("If it is the back:"), "Sit. Leg straight. Pull the towel slowly."),
        (_("If it is the front:"), "Lie on your good side. Draw your heel back."),
    ),
    "cramp-hand": (
        (_("Yes, or not sure?"), _("Stop, and look at the warning signs.")),
        (_("If not:"), "Stop. Let your other hand open the fingers gently."),
    ),
}

CAUTIONS = (
    "Pull slowly. A hard pull can strain the muscle.",
    "Does the pain stay, or get worse? Stop, and see the warning signs.",
    "Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.",
)

_URGENT_S = 600
_LINES_S, _REPAINT_S = 30, 1
"""How often the clock is said, in seconds: in lines of their own, and in place."""


def asked_for(arguments: list[str]) -> str:
    """The first-aid routine that a command line asks for, however odd it is; the calf's where none can be seen."""
    words = " ".join(arguments).replace("=", " ").split()
    part = words[words.index("--for") + 1] if "--for" in words[:-1] else "calf"
    standing = f"cramp-{part}-standing"
    name = standing if "--standing" in words and standing in STEPS else f"cramp-{part}"
    return name if name in STEPS else "cramp-calf"


def show(name: str, number: str = "", *, began: int | None = None, simple: bool = False) -> None:
    """Say what to do, and count the cramp where somebody sits at a terminal.

    Args:
        name: the routine that this stands in for.
        number: the emergency number, "" where it is not known.
        began: when the cramp began, in milliseconds on the session's clock; by default now.
        simple: whether the clock has to be in lines of its own, as for a screen reader.
    """
    out = sys.stdout or sys.stderr
    if out is None:
        return
    Faults().attempt(_let_lines_be_typed, lambda: None, "")
    signs = Faults().attempt(partial(_signs, number), _few_signs, "")
    there = sys.stdin is not None and sys.stdin.isatty() and out.isatty() and os.name == "posix"
    lines = words(name)
    if there:
        lines.append(_("Enter: it's gone. Type !, then Enter: the warning signs."))
    else:
        lines += ["", signs]
    print(*lines, sep="\n", file=out, flush=True)
    if there:
        in_place = not simple and os.environ.get("TERM", "dumb") not in ("", "dumb")
        _count(signs, _now() if began is None else began / 1000, in_place=in_place)


def _let_lines_be_typed() -> None:
    from uncramp.terminal.tty import let_lines_be_typed  # late, behind the guard: it may be damaged, too

    let_lines_be_typed()


def words(name: str) -> list[str]:
    """What to do, a line each."""
    title, _step, first = FIRST_WORDS[name]
    steps = [f"  {lead} {say}" for lead, say in STEPS[name]]
    return [title, "", first, *steps, "", *CAUTIONS, ""]


def _signs(number: str) -> str:
    from uncramp.words.signs import signs_text  # late, behind the guard: it may be damaged

    return signs_text(number)


def _urgent() -> str:
    from uncramp.words.signs import Reason, what_now  # as above

    return what_now(Reason.URGENT)


def _now_urgent() -> str:
    return _("10 minutes, and the cramp is not gone. Get urgent help now.")


def _few_signs() -> str:
    return _("No breath, pain in the chest, a cold or swollen leg: call your local emergency number now.")


def _now() -> float:
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def _count(signs: str, began: float, *, in_place: bool) -> None:
    """Count the cramp until the person says that it's gone, or has hung up."""
    every = _REPAINT_S if in_place else _LINES_S
    urgent = False
    while True:
        seconds = int(_now() - began)
        if seconds >= _URGENT_S and not urgent:
            urgent = True
            words_now = Faults().attempt(_urgent, _now_urgent, "")
            print("", words_now, signs, "", sep="\n", flush=True)
        clock = _("cramp {minutes}:{seconds:02}").format(minutes=seconds // 60, seconds=seconds % 60)
        print(f"\r{clock} " if in_place else clock, end="" if in_place else "\n", flush=True)
        wait = began + (seconds // every + 1) * every - _now()
        if not select.select([sys.stdin], [], [], max(0.0, wait))[0]:
            continue
        typed = sys.stdin.readline()
        if typed.strip() != "!":
            return
        print(signs, flush=True)
