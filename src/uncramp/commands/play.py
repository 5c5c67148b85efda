"""Commands that lead a person through a routine: home, now, run."""

import sys

from uncramp.clocks import local_time, session_clock
from uncramp.commands.find import library, profile, routine_of
from uncramp.domain.plan import Plan
from uncramp.domain.routine import Routine, Side
from uncramp.errors import CommandError, Exit
from uncramp.i18n import _
from uncramp.plans import plan_for
from uncramp.reading.library import Library, RoutineBrokenError, RoutineNotFoundError


def home() -> int:
    """Show home, or the list where there is no terminal."""
    if not can_draw():
        from uncramp.commands.look import list_routines

        return list_routines(as_json=False)
    return _draw(library(), None)


def now(part: str, side: str | None, *, standing: bool) -> int:
    """First aid at once, no question first."""
    name = f"cramp-{part}-standing" if standing else f"cramp-{part}"
    books = library()
    try:
        routine, broken = books.get(name), ""
    except RoutineBrokenError as error:
        routine, broken = books.shipped_copy(name), str(error)
    except RoutineNotFoundError as error:
        raise CommandError(_("There is no routine for that yet. 'uncramp list' names them all.")) from error
    status = _play(books, routine, side)
    if broken:
        print(_("Your own routine can't be used; the built-in one was used in its place:"), file=sys.stderr)
        print(broken, file=sys.stderr)
    return status


def run(wanted: str, side: str | None) -> int:
    """Any routine, by name or path."""
    books = library()
    return _play(books, routine_of(books, wanted), side)


def can_draw() -> bool:
    """Whether there is a terminal to draw on and to read keys from. Textual draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and not stream.closed and stream.isatty() for stream in streams)


def _play(books: Library, routine: Routine, side: str | None) -> int:
    plan = plan_for(books, routine, profile(), Side(side) if side else None)
    if can_draw():
        return _draw(books, plan)
    from uncramp.output import steps_lines

    print("\n".join(steps_lines(plan)))
    return Exit.DONE


def _draw(books: Library, plan: Plan | None) -> int:
    from uncramp.tui.environment import prepare

    prepare()
    from uncramp.tui.app import run_app
    from uncramp.tui.kit import Kit

    status, failure = run_app(Kit(books, profile(), session_clock, local_time), plan)
    if failure is not None:
        _say_failed(failure, plan)
    return status


def _say_failed(failure: BaseException, plan: Plan | None) -> None:
    """The screen broke: leave the person the steps, and say what broke."""
    from uncramp.output import steps_lines

    if plan is not None:
        print("\n".join(steps_lines(plan)))
    print(
        _("The screen failed ({kind}: {what}). The steps stand above.").format(
            kind=type(failure).__name__, what=failure
        ),
        file=sys.stderr,
    )
