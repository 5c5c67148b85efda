"""What a page for the doctor counts: pure data, from which each form of the page is made."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TypeVar

from uncramp.domain.day_plan import Dose
from uncramp.domain.diary import CrampEntry, DayCount, State, When
from uncramp.domain.practice import RoutinePractice, Working, is_it_working, practice_by_routine
from uncramp.domain.pregnancy import PregnancyStage
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Part, Side, Tag
from uncramp.domain.told import ToldCramp, ToldEntries, ToldSession

_Of = TypeVar("_Of")

TEN_MINUTES = 600
"""Seconds of a cramp above which it is a warning sign. Source: NHS and NHS inform (E1, E2)."""

LATEST = 10
"""How many of the last cramps a page shows one by one."""

MOST_BARS = 60
"""How many stretches of time a page shows at most: a year is told by the week."""

_WEEK, _HOURS, _MINUTES = 7, 24, 60
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
    notes: tuple[ToldCramp, ...]
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


def bars(first: date, last: date, days: Iterable[DayCount]) -> tuple[Bar, ...]:
    """The period in stretches of one length, from a Monday on, and at most `MOST_BARS` of them."""
    start = first.toordinal() - first.weekday()
    weeks = (last.toordinal() - start) // _WEEK + 1
    width = next((width for width in _WIDTHS if weeks <= width * MOST_BARS), -(-weeks // MOST_BARS))
    cramps, practised = Counter[int](), Counter[int]()
    for one in days:
        nth = (one.day.toordinal() - start) // (_WEEK * width)
        cramps[nth] += one.cramps
        practised[nth] += one.sessions > 0
    mondays = (date.fromordinal(start + nth * _WEEK * width) for nth in range(-(-weeks // width)))
    return tuple(Bar(monday, width, cramps[nth], practised[nth]) for nth, monday in enumerate(mondays))


def count_report(
    told: ToldEntries,
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
    inside = told.since(since)
    older = len(told) - len(inside)
    first, last = _period(inside, today, since, older=older > 0)
    newest = inside.cramps[::-1]
    return Report(
        made_on=today,
        first=first,
        last=last,
        older=older,
        cramps=_cramps(inside.cramps),
        signs=_signs(inside.cramps, signs),
        bars=bars(first, last, _by_day(inside).values()),
        latest=tuple(cramp.entry for cramp in newest[:LATEST]),
        notes=tuple(cramp for cramp in newest if cramp.note.strip()),
        practice=_practice(inside.sessions, now.day, week),
        working=is_it_working(_by_day(told), now.night),
        about_me=about_me,
    )


def _by_day(told: ToldEntries) -> dict[date, DayCount]:
    cramps = Counter(cramp.ordinal for cramp in told.cramps)
    practice = Counter(session.ordinal for session in told.sessions if session.counts)
    days = ((date.fromordinal(ordinal), ordinal) for ordinal in cramps.keys() | practice.keys())
    return {day: DayCount(day, cramps[ordinal], practice[ordinal]) for day, ordinal in days}


def _period(inside: ToldEntries, today: date, since: date | None, *, older: bool) -> tuple[date, date]:
    """The first and the last day: before the diary began there was nothing to count, even if it was asked for."""
    ordinals = *(cramp.ordinal for cramp in inside.cramps), *(session.ordinal for session in inside.sessions)
    first = since if since and (older or not ordinals) else date.fromordinal(min(ordinals, default=today.toordinal()))
    return first, max(today, first, date.fromordinal(max(ordinals, default=1)))


def _practice(sessions: Sequence[ToldSession], today: date, week: Sequence[Sequence[Dose]]) -> Practice:
    counted = [session for session in sessions if session.counts]
    days = {session.ordinal for session in counted}
    routines = practice_by_routine(counted, today, week)
    return Practice(len(counted), len(days), len(sessions) - len(counted), routines)


def _cramps(cramps: Sequence[ToldCramp]) -> Cramps:
    hours = Counter((cramp.start // 60 + cramp.zone) // _MINUTES % _HOURS for cramp in cramps)  # whole minutes
    eased = Counter(cramp.ended_in for cramp in cramps if cramp.ended_in)
    return Cramps(
        total=len(cramps),
        nights=len({cramp.ordinal for cramp in cramps}),
        hours=tuple(hours[hour] for hour in range(_HOURS)),
        sides=_in_order((cramp.side for cramp in cramps), Side),
        parts=_in_order((cramp.part for cramp in cramps), Part),
        states=_in_order((cramp.state for cramp in cramps), State),
        relief=_spread(cramp.relief for cramp in cramps),
        over_ten=sum(map(_over_ten, cramps)),
        strength=_spread(cramp.strength for cramp in cramps),
        after=_spread(cramp.strength_after for cramp in cramps),
        eased_by=tuple(sorted(eased.items(), key=lambda counted: (-counted[1], counted[0]))),
    )


def _over_ten(cramp: ToldCramp) -> bool:
    return cramp.relief is not None and cramp.relief > TEN_MINUTES


def _signs(cramps: Iterable[ToldCramp], order: Sequence[str]) -> tuple[SignCount, ...]:
    nights = defaultdict[str, list[int]](list)
    for cramp in cramps:
        for key in cramp.signs:
            nights[key].append(cramp.ordinal)
        if _over_ten(cramp) and _OVER_TEN not in cramp.signs:
            nights[_OVER_TEN].append(cramp.ordinal)
    ranks = {key: rank for rank, key in enumerate(order)}
    keys = sorted(nights, key=lambda key: (ranks.get(key, len(ranks)), key))
    return tuple(SignCount(key, len(nights[key]), date.fromordinal(max(nights[key]))) for key in keys)


def _spread(numbers: Iterable[int | None]) -> Spread:
    known = [number for number in numbers if number is not None]
    return Spread(len(known), median(known), max(known)) if known else Spread(0)


def _in_order(values: Iterable[_Of | None], order: Iterable[_Of]) -> tuple[tuple[_Of | None, int], ...]:
    counts = Counter(values)
    return tuple((value, counts[value]) for value in (*order, None) if counts[value])
