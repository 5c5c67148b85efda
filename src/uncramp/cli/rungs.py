"""Leads a person through a plan: on the screen, line by line where that breaks, in constant words where that does.

The session is in hand all the while: what takes over goes on where the other broke off.
"""

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Source
from uncramp.domain.session import Session
from uncramp.errors import CommandError, Exit
from uncramp.faults import Faults
from uncramp.files.library import Library
from uncramp.files.profile import LoadedProfile
from uncramp.guidance.recording import LiveDiary
from uncramp.i18n import _
from uncramp.terminal import first_paint
from uncramp.terminal.tty import brought_back, can_draw, let_lines_be_typed, settings_now


@dataclass(frozen=True, slots=True)
class Visit:
    """One run of the program: what it works with, and what was broken on the way."""

    books: Library
    person: LoadedProfile
    emergency_number: str
    faults: Faults
    diary: LiveDiary

    def sources(self) -> Mapping[str, Source]:
        """The sources by id, as far as they can be read."""
        return self.faults.attempt(lambda: self.books.sources, dict, _("The sources can't be read."))


class CurrentSession:
    """The session that is being played, so that something else can go on with it."""

    def __init__(self, cramp_began: int | None) -> None:
        """Nothing is being played. `cramp_began`: when the first words stood there, on the session's clock."""
        self.session: Session | None = None
        self.cramp_began = cramp_began

    def take(self, session: Session | None) -> None:
        """Keep a session that begins; `None` as it has been left."""
        self.session = session


def lead(visit: Visit, plan: Plan | None, name: str = "", *, plain: bool = False) -> int:
    """Lead the person through a plan, whatever gives way.

    Args:
        visit: what there is to work with.
        plan: what to play; `None` for home, or with a name where there is none to be had.
        name: the first-aid routine, for constant words in its place; "" for any other routine.
        plain: whether the person wants it line by line.

    Returns:
        The exit status: 1 where something gave way, also if help went on.
    """
    found, began = first_paint.painted() or (settings_now(), None)
    hand = CurrentSession(began)
    if plan is None and name:
        return _in_words(visit, hand, name)
    broke = False
    if can_draw() and not plain:
        words = _("The screen can't be used. It went on line by line.")
        drawn = visit.faults.attempt(partial(_on_screen, visit, plan, hand, found), _nothing, words)
        if drawn is not None:
            return drawn
        broke = True
    first_paint.leave()
    told = _in_lines(visit, plan, hand, name, broke=broke)
    return max(told, Exit.PROBLEMS) if broke else told


def _nothing() -> None:
    return None


def _on_screen(visit: Visit, plan: Plan | None, hand: CurrentSession, found: list[Any] | None) -> int:
    from uncramp.tui.environment import prepare

    with brought_back(found):
        prepare()
        from uncramp.clock import local_time, session_clock
        from uncramp.guidance.context import Context
        from uncramp.tui.app import run_app
        from uncramp.words.profile import person_lines

        notices = tuple(person_lines(visit.person))
        context = Context(
            visit.books,
            visit.person.profile,
            session_clock,
            local_time,
            visit.emergency_number,
            notices,
            visit.faults,
            visit.diary,
        )
        return run_app(context, plan, hand.take)


def _in_lines(visit: Visit, plan: Plan | None, hand: CurrentSession, name: str, *, broke: bool) -> int:
    """Line by line; where that breaks, in constant words."""
    let_lines_be_typed()
    gc.enable()  # it was stopped for the start, and the screen is not there to begin again
    work = partial(_line_by_line, visit, plan, hand, broke=broke)
    words = _("uncramp can't lead you line by line.")
    passing = (BrokenPipeError, CommandError)  # nobody hears, or nothing can be written: no words help
    told = visit.faults.attempt(work, _nothing, words, passing=passing)
    if told is not None:
        return told
    return _in_words(visit, hand, name) if name else Exit.PROBLEMS


def _in_words(visit: Visit, hand: CurrentSession, name: str) -> int:
    from uncramp.cli.last_resort import show

    first_paint.leave()
    show(name, visit.emergency_number, began=hand.cramp_began)
    return Exit.PROBLEMS


def _line_by_line(visit: Visit, plan: Plan | None, hand: CurrentSession, *, broke: bool) -> int:
    if plan is None and hand.session is None:
        from uncramp.cli.routines import list_routines

        status = list_routines(as_json=False)
        print("", _("For a cramp, run: uncramp now"), sep="\n", flush=True)
        return status
    from uncramp.plain.interrupts import Signals
    from uncramp.plain.play import lead_on, play_plain
    from uncramp.plain.real import Out, desk

    signals = Signals()
    out = Out(visit.faults, signals)
    with signals.caught():
        if broke:
            out.say(_("The screen can't be used. It goes on here, line by line."))
        table = desk(out.say, visit.emergency_number, visit.sources, visit.diary, signals)
        if hand.session is not None:
            lead_on(hand.session, table)
        elif plan is not None:
            play_plain(plan, table, cramp_began=hand.cramp_began)
    return out.status
