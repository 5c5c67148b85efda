"""The routines of a library as a person meets them: their order, those for today, finding one, and plans of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from uncramp.domain.adapt import ChangeKind
from uncramp.domain.day_plan import Dose, day_plan
from uncramp.domain.plan import Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Purpose, Routine, Side
from uncramp.files.library import Library, RoutineBrokenError, RoutineEntry, RoutineNotFoundError
from uncramp.i18n import _

FIRST = "cramp-calf"
"""The routine that Enter starts at home."""

AIDS = (
    ("1", "cramp-calf-standing", _("standing"), _("standing")),
    ("2", "cramp-foot", _("foot or toe"), _("foot")),
    ("3", "cramp-hand", _("hand"), _("hand")),
    ("4", "cramp-thigh", _("thigh"), _("thigh")),
)
"""The other routines of first aid that home has a key for: key, name, what is said of it, and in short."""

ON_KEYS = frozenset({FIRST, *(name for _key, name, *_words in AIDS)})
"""The routines that home has a key for."""

_EVENING, _MORNING = 18, 4
_PURPOSES = list(Purpose)


def first_aid(library: Library, name: str) -> Routine | None:
    """A routine of first aid by name: the person's own, or the built-in one where that can't be used; `None` without."""
    for get in (library.get, library.shipped_copy):
        with suppress(RoutineNotFoundError, RoutineBrokenError):
            routine = get(name)
            if routine.purpose is Purpose.FIRST_AID:
                return routine
    return None


def as_it_is_now(library: Library, name: str) -> tuple[Routine | None, str]:
    """The routine as its file says by now; where it can't be used any more, `None` and what the person is told."""
    library.refresh()
    try:
        return library.get(name), ""
    except RoutineBrokenError as error:
        first = error.problems[0]
        told = _("'{name}' was changed and can't be used now. Line {line}: {message}")
        return None, told.format(name=error.name, line=first.line, message=first.message)
    except RoutineNotFoundError as error:
        return None, _("'{name}' is not there any more.").format(name=error.name)


def in_order(entries: Iterable[RoutineEntry]) -> list[tuple[RoutineEntry, Routine]]:
    """The routines that can be run, by purpose and then by name."""
    good = [(entry, entry.routine) for entry in entries if entry.routine is not None]
    return sorted(good, key=lambda one: (_PURPOSES.index(one[1].purpose), one[0].name))


def by_the_hour(plan: Iterable[Dose], hour: int) -> list[Dose]:
    """The plan of a day in the order in which it is worth doing: in the evening what is for bedtime comes first."""
    evening = hour >= _EVENING or hour < _MORNING
    return sorted(plan, key=lambda dose: not (evening and dose.last_at_bedtime and dose.least == 1))


def plan_of_day(library: Library, profile: Profile, day: date) -> tuple[Dose, ...]:
    """What this person's day is made of, with what their own routines say. Those are read for it."""
    own = (entry.routine for entry in library.own_entries() if entry.routine is not None)
    return day_plan(list(own), profile.plan, day)


def stand_ins(library: Library, profile: Profile, plan: Iterable[Dose]) -> Mapping[str, str]:
    """What this person is led through in place of a routine of the day, by the name of that."""
    routines = Routines(library)
    names = {name for dose in plan for name in dose.routines if name in routines}
    return {name: plan_for(library, routines[name], profile).routine for name in names}


def planned_week(library: Library, profile: Profile, day: date) -> tuple[tuple[Dose, ...], ...]:
    """What this person's weekdays are made of, from Monday on, by today's plan; with what stands in for a routine."""
    own = [entry.routine for entry in library.own_entries() if entry.routine is not None]
    monday = day.toordinal() - day.weekday()
    week = [day_plan(own, profile.plan, date.fromordinal(monday + nth)) for nth in range(7)]
    others = stand_ins(library, profile, chain.from_iterable(week))

    def with_others(dose: Dose) -> Dose:
        played = (others.get(name, name) for name in dose.routines)
        return replace(dose, routines=tuple(dict.fromkeys((*dose.routines, *played))))

    return tuple(tuple(map(with_others, plan)) for plan in week)


def for_a_day(plan: Iterable[Dose], played: Callable[[str], str | None]) -> dict[str, Dose]:
    """One routine for each aim of a day, by name; none that would play what another one plays.

    `played` gives what this person is led through in the place of one; `None` where there is nothing for them.
    """
    found: dict[str, Dose] = {}
    there: set[str] = set()
    for dose in plan:
        plays = {name: other for name in dose.routines if (other := played(name))}
        themselves = {name for name, other in plays.items() if name == other}
        for name, other in plays.items():
            if other not in there and (name == other or other not in themselves):
                found[name] = dose
                there.add(other)
                break
    return found


@dataclass(frozen=True, slots=True)
class Swap:
    """Another routine that this person is led through in the place of the one that they choose."""

    name: str
    """Of the routine that is played."""
    title: str
    old_title: str
    """Of the routine that was chosen."""
    why: str


def swap_of(routine: Routine, plan: Plan) -> Swap | None:
    """What is played in a routine's place by its plan; `None` where it is played itself, or nothing is."""
    if plan.routine == routine.name or not plan.intervals:
        return None
    whole = (change for change in plan.changes if change.kind is ChangeKind.REPLACED and not change.number)
    return Swap(plan.routine, plan.title, routine.title, next((change.why for change in whole), ""))


def matches(words: str, entry: RoutineEntry, routine: Routine, played: str = "") -> bool:
    """Whether a routine is meant by what somebody types: every word is somewhere in it, or in the title `played`."""
    text = f"{entry.name} {routine.title} {routine.about} {routine.part} {routine.purpose} {played}".casefold()
    return all(word in text for word in words.casefold().split())


class Routines(Mapping[str, Routine]):
    """The library's routines by name. One that is missing or broken is not there: it is not offered."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __getitem__(self, name: str) -> Routine:
        try:
            return self._library.get(name)
        except (RoutineNotFoundError, RoutineBrokenError) as error:
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._library.names())

    def __len__(self) -> int:
        return len(self._library.names())


def plan_for(library: Library, routine: Routine, profile: Profile, side: Side | None = None) -> Plan:
    """The routine for this person, with the plans that it may lead to."""
    return make_plan(routine, profile, side, Routines(library))
