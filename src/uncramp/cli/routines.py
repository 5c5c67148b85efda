"""Commands that print and run nothing: list, show, check."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from uncramp.cli.find import library, routine_of
from uncramp.cli.output import list_rows, plan_lines
from uncramp.domain.plan import as_json as plan_as_json
from uncramp.domain.routine import Side
from uncramp.errors import Exit
from uncramp.files.check import check_paths
from uncramp.guidance.order import in_order
from uncramp.guidance.plans import plan_for
from uncramp.guidance.profiles import my_profile
from uncramp.i18n import _, plural
from uncramp.paths import own_routines, shipped_routines
from uncramp.words.profile import person_lines


def list_routines(*, as_json: bool) -> int:
    """Print every routine that can be run; those that can't are named on standard error."""
    books, person = library(), my_profile().profile
    entries = books.entries()
    good = [(entry, plan_for(books, routine, person)) for entry, routine in in_order(entries)]
    if as_json:
        rows = [
            {
                "name": entry.name,
                "title": entry.routine.title if entry.routine else "",
                "purpose": entry.routine.purpose if entry.routine else "",
                "seconds": None if plan.open_ended else plan.seconds,
                "open_ended": plan.open_ended,
                "origin": entry.origin,
            }
            for entry, plan in good
        ]
        print(json.dumps(rows, indent=2))
    else:
        print("\n".join(list_rows(good)))
    for problem in (*books.problems(), *(one for entry in entries for one in entry.problems)):
        print(problem, file=sys.stderr)
    return Exit.DONE


def show(wanted: str, side: str | None, *, as_json: bool, figures: bool = False) -> int:
    """Print a routine's plan for this person; with `figures` its steps in pictures."""
    books = library()
    person = my_profile()
    plan = plan_for(books, routine_of(books, wanted), person.profile, Side(side) if side else None)
    if as_json:
        print(json.dumps(plan_as_json(plan), indent=2))
    elif figures:
        from uncramp.cli.figures import plan_figures

        print("\n".join(plan_figures(plan, books, person.profile)))
    else:
        print("\n".join(plan_lines(plan, dict(books.sources))))
    for line in person_lines(person):
        print(line, file=sys.stderr)
    return Exit.DONE


def check(paths: Sequence[str]) -> int:
    """Print every problem in the files, one a line; by default in the person's own routines."""
    asked = [Path(path) for path in paths]
    if not asked:
        own = own_routines()
        asked = [own] if own.is_dir() else [shipped_routines()]
    checked = check_paths(library(), asked)
    for problem in checked.problems:
        print(problem)
    for problem in checked.unreadable:
        print(problem, file=sys.stderr)
    if checked.unreadable:
        return Exit.USAGE
    files = plural("{n} file checked.", "{n} files checked.", checked.files)
    if checked.problems:
        print(files, plural("{n} problem.", "{n} problems.", len(checked.problems)), file=sys.stderr)
        return Exit.PROBLEMS
    print(files, _("No problems."), file=sys.stderr)
    return Exit.DONE
