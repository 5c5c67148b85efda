"""Commands that lead a person through a routine: home, now, run.

What serves only convenience (a profile, routines of the person's own) is read behind the guard: help needs none of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from uncramp.cli.find import library, routine_of
from uncramp.cli.rungs import Visit, lead
from uncramp.domain.plan import Plan
from uncramp.domain.profile import ProfileNotice
from uncramp.domain.routine import Purpose, Routine, Side
from uncramp.faults import Faults
from uncramp.files.library import Library, RoutineBrokenError, RoutineNotFoundError
from uncramp.files.profile import SAFER_PROFILE, LoadedProfile
from uncramp.files.text import visible
from uncramp.guidance.profiles import my_profile
from uncramp.guidance.recording import LiveDiary, own_diary
from uncramp.guidance.routines import plan_for
from uncramp.i18n import _
from uncramp.paths import shipped_routines
from uncramp.terminal.first_paint import FIRST_WORDS
from uncramp.words.emergency import emergency_number
from uncramp.words.profile import person_lines


def home() -> int:
    """Show home, or the list where there is no terminal."""
    with _visiting() as visit:
        return lead(visit, None)


def now(part: str = "calf", side: str | None = None, *, standing: bool = False, plain: bool = False) -> int:
    """First aid at once, no question first; `plain` line by line, as it is where nothing can be drawn."""
    with _visiting() as visit:
        name = _name(visit, part, standing=standing)
        return lead(visit, _first_aid(visit, name, Side(side) if side else None), name, plain=plain)


def run(wanted: str, side: str | None, *, plain: bool = False) -> int:
    """Any routine, by name or path; `plain` as with `now`."""
    with _visiting() as visit:
        routine = routine_of(visit.books, wanted)
        plan = plan_for(visit.books, routine, visit.person.profile, Side(side) if side else None)
        name = routine.name if routine.name in FIRST_WORDS else ""
        return lead(visit, plan, name, plain=plain)


@contextmanager
def _visiting() -> Iterator[Visit]:
    faults = Faults()
    diary = LiveDiary(faults, own_diary)
    try:
        person = faults.attempt(my_profile, _nobody_known, _("Your profile can't be read."))
        faults.note(*person_lines(person))
        if person.problems:
            faults.note(
                _("To mend it, correct your profile, or delete it: {path}").format(
                    path=visible(str(person.path))
                )
            )
        no_own = _("Your own routines can't be found. The built-in ones were used.")
        books = faults.attempt(library, lambda: Library(shipped_routines()), no_own)
        yield Visit(books, person, emergency_number(person.profile.emergency_number), faults, diary)
        _note_folders(books, faults)
    finally:
        diary.close()
        faults.tell()


def _note_folders(books: Library, faults: Faults) -> None:
    """What keeps a whole folder of routines from being read."""
    for folder in books.folders:
        if folder.listing.problem is not None:
            mend = _("To mend it, see that the folder is there, and that you may read it.")
            faults.note(str(folder.listing.problem), mend)


def _nobody_known() -> LoadedProfile:
    """Whoever it may be: led towards the safer side."""
    return LoadedProfile(Path(), SAFER_PROFILE, (), (ProfileNotice.NOT_READ,))


def _name(visit: Visit, part: str, *, standing: bool) -> str:
    name = f"cramp-{part}"
    if not standing:
        return name
    if f"{name}-standing" in FIRST_WORDS or f"{name}-standing" in visit.books.names():
        return f"{name}-standing"
    visit.faults.note(_("There is no standing routine for that; the other one was used."))
    return name


def _first_aid(visit: Visit, name: str, side: Side | None) -> Plan | None:
    """The plan of the person's own routine or the built-in one; nothing where neither can be read."""

    def plan() -> Plan | None:
        routine = _own_or_built_in(visit, name) or _built_in(visit, name)
        return plan_for(visit.books, routine, visit.person.profile, side) if routine else None

    words = _("No routine can be used. Constant words stood in for it.")
    return visit.faults.attempt(plan, _nothing, words)


def _nothing() -> None:
    return None


def _own_or_built_in(visit: Visit, name: str) -> Routine | None:
    """The person's own routine or the built-in one, unless it is broken or no first aid."""
    words = _("Your own routine can't be used; the built-in one was used in its place:")
    own = any(name in folder.listing.files for folder in visit.books.folders[1:])
    work = partial(visit.books.get, name)
    passing = (
        RoutineBrokenError,
        RoutineNotFoundError,
        ImportError,
    )  # without the parser nothing can be read
    try:
        read = _("The file of the built-in routine can't be read.")
        routine = visit.faults.attempt(work, _nothing, words if own else read, passing=passing)
    except RoutineBrokenError as error:
        if own:
            mend = _("To mend it, correct the file, or delete it. 'uncramp check' shows what is wrong.")
            visit.faults.note(words, *map(str, error.problems), mend)
        return None
    except RoutineNotFoundError:
        return None
    if routine is None or routine.purpose is Purpose.FIRST_AID:
        return routine
    # Whatever the person has called so: it is no help now.
    no_aid = _("Your own '{name}' is not for first aid; the built-in one was used in its place.")
    visit.faults.note(no_aid.format(name=name))
    return None


def _built_in(visit: Visit, name: str) -> Routine | None:
    """The built-in routine out of its file, unless that is missing or damaged."""
    try:
        return visit.books.shipped_copy(name)
    except (RoutineBrokenError, RoutineNotFoundError) as error:
        problems = error.problems if isinstance(error, RoutineBrokenError) else ()
        file = shipped_routines() / f"{name}.yaml"
        missing = _("{file} is missing or damaged. Constant words stood in for it.").format(file=file)
        again = _("To mend it, install uncramp again: pip install --force-reinstall uncramp")
        visit.faults.note(missing, *map(str, problems), again)
        return None
