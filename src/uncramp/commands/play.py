"""Commands that lead a person through a routine: home, now, run."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from uncramp import first_paint
from uncramp.clocks import local_time, session_clock
from uncramp.commands.find import library, not_found, routine_of
from uncramp.domain.plan import Plan
from uncramp.domain.routine import Purpose, Routine, Side
from uncramp.emergency import emergency_number
from uncramp.errors import CommandError
from uncramp.i18n import _
from uncramp.plans import plan_for
from uncramp.profile_words import person_lines
from uncramp.profiles import my_profile
from uncramp.reading.library import Library, RoutineBrokenError, RoutineNotFoundError
from uncramp.reading.loaded import Loaded

_CAN_NOT_DRAW = ("", "dumb")
"""Terminals, by the name in TERM, that can only write one line after the other."""


@dataclass
class _Visit:
    """One run of the program: what it works with, and what has to be said when it is over."""

    books: Library
    person: Loaded
    afterwards: list[str] = field(default_factory=list)


def home() -> int:
    """Show home, or the list where there is no terminal."""
    if not can_draw():
        from uncramp.commands.look import list_routines

        return list_routines(as_json=False)
    with _visiting() as visit:
        return _draw(visit, None)


def now(part: str, side: str | None, *, standing: bool, plain: bool = False) -> int:
    """First aid at once, no question first; `plain` line by line, as it is where nothing can be drawn."""
    name = f"cramp-{part}"
    with _visiting() as visit:
        if standing and f"{name}-standing" in visit.books.names():
            name += "-standing"
        elif standing:
            visit.afterwards.append(_("There is no standing routine for that; the other one was used."))
        return _play(visit, _first_aid(visit, name), side, plain=plain)


def run(wanted: str, side: str | None, *, plain: bool = False) -> int:
    """Any routine, by name or path; `plain` as with `now`."""
    with _visiting() as visit:
        return _play(visit, routine_of(visit.books, wanted), side, plain=plain)


def can_draw() -> bool:
    """Whether there is a terminal to draw on and to read keys from. Textual draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and not stream.closed and stream.isatty() for stream in streams):
        return False
    return os.name == "nt" or os.environ.get("TERM", "") not in _CAN_NOT_DRAW


@contextmanager
def _visiting() -> Iterator[_Visit]:
    person = my_profile()
    visit = _Visit(library(), person, list(person_lines(person)))
    try:
        yield visit
    finally:
        for line in visit.afterwards:
            print(line, file=sys.stderr)


def _first_aid(visit: _Visit, name: str) -> Routine:
    """The routine; the shipped one where the person's own is broken, or no first aid."""
    books = visit.books
    try:
        routine = books.get(name)
    except RoutineBrokenError as error:
        visit.afterwards += [
            _("Your own routine can't be used; the built-in one was used in its place:"),
            *(str(problem) for problem in error.problems),
        ]
        return books.shipped_copy(name)
    except RoutineNotFoundError as error:
        raise CommandError(not_found(name, books.names())) from error
    if routine.purpose is Purpose.FIRST_AID:
        return routine
    # Whatever the person has called so: it is no help now.
    words = _("Your own '{name}' is not for first aid; the built-in one was used in its place.")
    visit.afterwards.append(words.format(name=name))
    return books.shipped_copy(name)


def _play(visit: _Visit, routine: Routine, side: str | None, *, plain: bool) -> int:
    plan = plan_for(visit.books, routine, visit.person.profile, Side(side) if side else None)
    if can_draw() and not plain:
        return _draw(visit, plan)
    from uncramp.plain.real import run_plain

    first_paint.leave()
    number = emergency_number(visit.person.profile.emergency_number)
    return run_plain(plan, number, lambda: visit.books.sources)


def _draw(visit: _Visit, plan: Plan | None) -> int:
    from uncramp.tui.environment import prepare

    prepare()
    from uncramp.tui.app import run_app
    from uncramp.tui.kit import Kit

    person = visit.person.profile
    number = emergency_number(person.emergency_number)
    notices = tuple(person_lines(visit.person))
    kit = Kit(visit.books, person, session_clock, local_time, number, notices)
    status, failure = run_app(kit, plan)
    if failure is not None:
        _leave_the_steps(visit, failure, plan)
    return status


def _leave_the_steps(visit: _Visit, failure: BaseException, plan: Plan | None) -> None:
    """The screen broke: leave the person the steps, and say what broke."""
    from uncramp.output import steps_lines

    if plan is not None:
        print("\n".join(steps_lines(plan)), flush=True)
    visit.afterwards.append(
        _("The screen failed ({kind}: {what}). 'uncramp show' prints the steps.").format(
            kind=type(failure).__name__, what=failure
        )
    )
