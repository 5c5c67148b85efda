"""What a page for the doctor counts: pure data, from which each form of the page is made."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from statistics import median
from typing import TypeVar

from uncramp.domain.day_count import count_by_day
from uncramp.domain.day_plan import Dose
from uncramp.domain.diary import CrampEntry, Entry, SessionEntry, State, When
from uncramp.domain.practice import Working, is_it_working
from uncramp.domain.pregnancy import PregnancyStage
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Part, Side, Tag


@dataclass(frozen=True, slots=True)
class RoutinePractice:
    title: str
    """As it was called last."""
    times: int
    """Sessions of it that count."""
    days: int
    """Days with at least one of them."""
    per_day: int = 0
    """How often a day it is planned; 0 where it is not, or where another one of the period stands for the same."""
    done: int = 0
    """Days on which it was done as often as planned, with all that counts for it."""
    due: int = 0
    """Days on which it was planned: from the first time in the period on, today only once it is done."""


def practice_by_routine(
    sessions: Iterable[tuple[date, SessionEntry]], today: date, week: Sequence[Sequence[Dose]] = ()
) -> tuple[RoutinePractice, ...]:
    """Each routine that was practised, the most frequent first, by the sessions that count.

    `week` is what is planned for each weekday from Monday on. As nobody keeps what was planned when, it holds for the
    whole period.
    """
    days = defaultdict[str, Counter[date]](Counter)
    newest: dict[str, SessionEntry] = {}
    for day, session in sessions:
        days[session.routine][day] += 1
        known = newest.setdefault(session.routine, session)
        if (known.start.utc, known.id) < (session.start.utc, session.id):
            newest[session.routine] = session
    titles = {name: session.title.strip() or name for name, session in newest.items()}
    told: set[str] = set()
    found: list[RoutinePractice] = []
    for name in sorted(days, key=lambda name: (-days[name].total(), titles[name], name)):
        planned = [next((dose for dose in plan if name in dose.routines), None) for plan in week]
        doses = [dose for dose in planned if dose]
        least = doses[0].least if doses else 0
        done = due = 0
        if least and name not in told:
            counting = {one for dose in doses for one in dose.routines}
            told |= counting
            all_done = sum((days[one] for one in counting if one in days), Counter[date]())
            due_days = _due_days(all_done, today, planned)
            done = sum(all_done[day] >= least for day in due_days)
            due = len(due_days) - int(today in due_days and all_done[today] < least)
        found.append(RoutinePractice(titles[name], days[name].total(), len(days[name]), least if due else 0, done, due))
    return tuple(found)


def _due_days(done: Counter[date], today: date, planned: Sequence[Dose | None]) -> set[date]:
    first, last = min(done).toordinal(), today.toordinal()
    days = (date.fromordinal(number) for number in range(first, last + 1))
    return {day for day in days if planned[day.weekday()]}


_Of = TypeVar("_Of")

TEN_MINUTES = 600
"""Seconds of a cramp above which it is a warning sign. Source: NHS and NHS inform (E1, E2)."""

LATEST = 10
"""How many of the last cramps a page shows one by one."""

MOST_BARS = 60
"""How many stretches of time a page shows at most: a year is told by the week."""

_WEEK, _HOURS = 7, 24
_OVER_TEN = "over_ten_minutes"
"""The warning sign that the clock can tell by itself."""
_WIDTHS = (1, 4, 13, 52)
_PREGNANT = (PregnancyStage.EARLY, PregnancyStage.FROM_WEEK_16, PregnancyStage.LATE, PregnancyStage.PAST_DUE)


@dataclass(frozen=True, slots=True)
class Bar:
    first: date
    """A Monday."""
    weeks: int
    cramps: int
    practised: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the end of some numbers."""

    known: int
    """How many there are."""
    median: float | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Cramps:
    total: int
    nights: int
    """Nights on which there was at least one; a night goes from noon to noon."""
    hours: tuple[int, ...]
    """How many began in each hour of the day, from 0 to 23, by the clocks where the person was."""
    sides: tuple[tuple[Side | None, int], ...]
    """Those with none left out; `None` is "not said". So with parts and states."""
    parts: tuple[tuple[Part | None, int], ...]
    states: tuple[tuple[State | None, int], ...]
    relief: Spread
    """Seconds to relief."""
    over_ten: int
    """Cramps of over ten minutes."""
    strength: Spread
    after: Spread
    eased_by: tuple[tuple[str, int], ...]
    """The steps in which relief came, the most frequent first."""


@dataclass(frozen=True, slots=True)
class SignCount:
    key: str
    times: int
    """With how many cramps."""
    last: date
    """The latest night."""


@dataclass(frozen=True, slots=True)
class Practice:
    sessions: int
    """Those that count: done to the end, or at least half."""
    days: int
    broken_off: int
    """Sessions that were stopped before half."""
    routines: tuple[RoutinePractice, ...]
    """The most frequent first."""


@dataclass(frozen=True, slots=True)
class AboutMe:
    """What the person has said of themselves in their profile; nothing that the program assumed."""

    tags: tuple[Tag, ...]
    week: int | None = None
    """The week of pregnancy on the day of the page."""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    made_on: date
    first: date
    last: date
    older: int
    """Entries from before the period, which are not on the page."""
    cramps: Cramps
    signs: tuple[SignCount, ...]
    """The most urgent first."""
    bars: tuple[Bar, ...]
    """The whole period, week by week, or in longer stretches where it is long."""
    latest: tuple[CrampEntry, ...]
    """The last cramps, the newest first."""
    notes: tuple[CrampEntry, ...]
    """The cramps with a note, the newest first."""
    practice: Practice
    working: Working
    """Before practice and since, by the whole diary."""
    about_me: AboutMe | None = None

    @property
    def days(self) -> int:
        """Days of the period, the first and the last with it."""
        return (self.last - self.first).days + 1

    @property
    def empty(self) -> bool:
        """Whether nothing at all was written down in the period."""
        return not (self.cramps.total or self.practice.sessions or self.practice.broken_off)

    @property
    def per_week(self) -> float | None:
        """Cramps in a week on average; `None` for a period of less than a week."""
        return self.cramps.total * _WEEK / self.days if self.days >= _WEEK else None


def about(profile: Profile, today: date) -> AboutMe:
    """What the person has said of themselves, as it is true on a day."""
    pregnancy = profile.pregnancy
    week = pregnancy.week_on(today) if pregnancy and pregnancy.stage(today) in _PREGNANT else None
    said = profile.tags | ({Tag.CLOT_RISK} if profile.clot_risk_for_now(today) else set())
    return AboutMe(tuple(tag for tag in Tag if tag in said), week, profile.due_date)


def bars(first: date, last: date, cramps: Iterable[date], practice: Iterable[date]) -> tuple[Bar, ...]:
    """The period in stretches of one length, from a Monday on, and at most `MOST_BARS` of them.

    `cramps` has the night of each, `practice` each day with practice, once.
    """
    start = first.toordinal() - first.weekday()
    weeks = (last.toordinal() - start) // _WEEK + 1
    width = next((width for width in _WIDTHS if weeks <= width * MOST_BARS), -(-weeks // MOST_BARS))
    days = _WEEK * width
    in_each, practised = (Counter((day.toordinal() - start) // days for day in of) for of in (cramps, practice))
    return tuple(
        Bar(date.fromordinal(start + nth * days), width, in_each[nth], practised[nth])
        for nth in range(-(-weeks // width))
    )


def count_report(
    entries: Sequence[Entry],
    now: When,
    signs: Sequence[str] = (),
    *,
    since: date | None = None,
    about_me: AboutMe | None = None,
    week: Sequence[Sequence[Dose]] = (),
) -> Report:
    """Count all that a page tells: of the whole diary, or of what is told to others since a day.

    `signs` are keys, the most urgent first; others that were ticked come after them. `week` is what is planned for each
    weekday from Monday on; without it nothing is said of it.
    """
    today = now.local.date()
    by_day = [(entry.day, entry) for entry in entries if entry.told]  # reckoned once: a diary may hold many years
    inside = by_day if since is None else [(day, entry) for day, entry in by_day if day >= since]
    cramps = [(night, entry) for night, entry in inside if isinstance(entry, CrampEntry)]
    sessions = [(day, entry) for day, entry in inside if isinstance(entry, SessionEntry)]
    older = len(by_day) - len(inside)
    first, last = _period({day for day, _entry in inside}, today, since, older=older > 0)
    newest = sorted(
        (cramp for _night, cramp in cramps), key=attrgetter("start.utc", "start.offset", "id"), reverse=True
    )
    counted = [one for one in sessions if one[1].counts]
    practised = {day for day, _session in counted}
    return Report(
        made_on=today,
        first=first,
        last=last,
        older=older,
        cramps=_cramps(cramps),
        signs=_signs(cramps, signs),
        bars=bars(first, last, (night for night, _cramp in cramps), practised),
        latest=tuple(newest[:LATEST]),
        notes=tuple(one for one in newest if one.note.strip()),
        practice=Practice(
            len(counted), len(practised), len(sessions) - len(counted), practice_by_routine(counted, now.day, week)
        ),
        working=is_it_working(count_by_day(by_day), now.night),
        about_me=about_me,
    )


def _period(days: set[date], today: date, since: date | None, *, older: bool) -> tuple[date, date]:
    """The first and the last day: before the diary began there was nothing to count, even if it was asked for."""
    first = since if since and (older or not days) else min(days, default=today)
    return first, max([today, first, *days])


def _cramps(by_night: Sequence[tuple[date, CrampEntry]]) -> Cramps:
    cramps = [cramp for _night, cramp in by_night]
    hours = Counter(cramp.start.local.hour for cramp in cramps)
    eased = Counter(cramp.ended_in for cramp in cramps if cramp.ended_in)
    return Cramps(
        total=len(cramps),
        nights=len({night for night, _cramp in by_night}),
        hours=tuple(hours[hour] for hour in range(_HOURS)),
        sides=_in_order((cramp.side for cramp in cramps), Side),
        parts=_in_order((cramp.part for cramp in cramps), Part),
        states=_in_order((cramp.state for cramp in cramps), State),
        relief=_spread(cramp.relief for cramp in cramps),
        over_ten=sum((cramp.relief or 0) > TEN_MINUTES for cramp in cramps),
        strength=_spread(cramp.strength for cramp in cramps),
        after=_spread(cramp.strength_after for cramp in cramps),
        eased_by=tuple(sorted(eased.items(), key=lambda counted: (-counted[1], counted[0]))),
    )


def _signs(by_night: Iterable[tuple[date, CrampEntry]], order: Sequence[str]) -> tuple[SignCount, ...]:
    nights = defaultdict[str, list[date]](list)
    for night, cramp in by_night:
        over_ten = [_OVER_TEN] if (cramp.relief or 0) > TEN_MINUTES else []
        for key in {*cramp.signs, *over_ten}:
            nights[key].append(night)
    ranks = {key: rank for rank, key in enumerate(order)}
    keys = sorted(nights, key=lambda key: (ranks.get(key, len(ranks)), key))
    return tuple(SignCount(key, len(nights[key]), max(nights[key])) for key in keys)


def _spread(numbers: Iterable[int | None]) -> Spread:
    known = [number for number in numbers if number is not None]
    return Spread(len(known), median(known), max(known)) if known else Spread(0)


def _in_order(values: Iterable[_Of | None], order: Iterable[_Of]) -> tuple[tuple[_Of | None, int], ...]:
    counts = Counter(values)
    return tuple((value, counts[value]) for value in (*order, None) if counts[value])
