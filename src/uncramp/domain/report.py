"""What a page for the doctor counts: pure data, from which each form of the page is made."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TypeVar

from uncramp.domain.diary import CrampEntry, Entry, SessionEntry, State, When
from uncramp.domain.practice import Working, count_days, is_it_working
from uncramp.domain.pregnancy import PregnancyStage
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Part, Side, Tag

TEN_MINUTES = 600
"""Seconds of a cramp above which it is a warning sign. Source: NHS and NHS inform (E1, E2)."""

MOST_BARS = 60
"""How many stretches of time a page shows at most: a year is told by the week."""

_DAY = 1
_WEEK = 7
_WIDTHS = (1, 4, 13, 52)
_PREGNANT = (PregnancyStage.EARLY, PregnancyStage.FROM_WEEK_16, PregnancyStage.LATE, PregnancyStage.PAST_DUE)


@dataclass(frozen=True, slots=True)
class Bar:
    """What happened in one stretch of time."""

    first: date
    """A Monday."""
    weeks: int
    cramps: int
    practised: int
    """Days with practice."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the end of some numbers."""

    known: int
    """How many there are."""
    median: float | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Cramps:
    """The cramps of the period."""

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
    """A warning sign that was there."""

    key: str
    times: int
    """With how many cramps."""
    last: date
    """The latest night."""


@dataclass(frozen=True, slots=True)
class NotedEntry:
    """A note on one cramp."""

    night: date
    side: Side | None
    part: Part | None
    text: str


@dataclass(frozen=True, slots=True)
class Practice:
    """The practice of the period."""

    sessions: int
    """Those that count: done to the end, or at least half."""
    days: int
    broken_off: int
    """Sessions that were stopped before half."""
    routines: tuple[tuple[str, int], ...]
    """Sessions that count by their titles, the most frequent first."""


@dataclass(frozen=True, slots=True)
class AboutMe:
    """What the person has said of themselves in their profile; nothing that the program assumed."""

    tags: tuple[Tag, ...]
    week: int | None = None
    """The week of pregnancy on the day of the page."""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a page tells."""

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
    notes: tuple[NotedEntry, ...]
    """The newest first."""
    practice: Practice
    working: Working
    """Before practice and since, by the whole diary."""
    about_me: AboutMe | None = None

    @property
    def days(self) -> int:
        """Days of the period, the first and the last with it."""
        return self.last.toordinal() - self.first.toordinal() + _DAY

    @property
    def empty(self) -> bool:
        """Whether nothing at all was written down in the period."""
        return not (self.cramps.total or self.practice.sessions or self.practice.broken_off)

    @property
    def per_week(self) -> float | None:
        """Cramps in a week on average; `None` for a period of less than a week."""
        return self.cramps.total * _WEEK / self.days if self.days >= _WEEK else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is to be about."""

    today: date
    tonight: date
    """The night that it is, as `When.night` has it."""
    since: date | None = None
    """The first day; `None` begins with the first entry."""
    about_me: AboutMe | None = None


def asked_at(now: When, since: date | None = None, about_me: AboutMe | None = None) -> Asked:
    """A page that is made now."""
    return Asked(now.local.date(), now.night, since, about_me)


def about(profile: Profile, today: date) -> AboutMe:
    """What the person has said of themselves, as it is true on a day."""
    pregnancy = profile.pregnancy
    stage = pregnancy.stage(today) if pregnancy else None
    said = tuple(tag for tag in Tag if tag in profile.tags)
    if pregnancy is None or stage not in _PREGNANT:
        return AboutMe(said, due=profile.due_date)
    return AboutMe(said, pregnancy.week_on(today), profile.due_date)


def bars(first: date, last: date, cramps: Iterable[tuple[date, int]], practice: Iterable[date]) -> tuple[Bar, ...]:
    """The period in stretches of one length, from a Monday on, and at most `MOST_BARS` of them.

    Args:
        first: the first day.
        last: the last day.
        cramps: how many there were, by the night.
        practice: each day with practice, once.
    """
    start = first.toordinal() - first.weekday()
    weeks = (last.toordinal() - start) // _WEEK + 1
    width = next((width for width in _WIDTHS if weeks <= width * MOST_BARS), -(-weeks // MOST_BARS))
    number = -(-weeks // width)
    in_each, practised = [0] * number, [0] * number
    for night, many in cramps:
        in_each[(night.toordinal() - start) // (_WEEK * width)] += many
    for day in practice:
        practised[(day.toordinal() - start) // (_WEEK * width)] += 1
    return tuple(
        Bar(date.fromordinal(start + nth * _WEEK * width), width, in_each[nth], practised[nth]) for nth in range(number)
    )


_Of = TypeVar("_Of")

_HOURS = 24
_OVER_TEN = "over_ten_minutes"
"""The warning sign that the clock can tell by itself."""


def count_report(entries: Iterable[Entry], asked: Asked, signs: Sequence[str] = ()) -> Report:
    """Count all that a page tells.

    Args:
        entries: the whole diary, in any order.
        asked: what the page is to be about.
        signs: the keys of the warning signs, the most urgent first; others that were ticked come after them.
    """
    everything = list(entries)
    inside = [entry for entry in everything if asked.since is None or entry.day >= asked.since]
    cramps = [entry for entry in inside if isinstance(entry, CrampEntry)]
    sessions = [entry for entry in inside if isinstance(entry, SessionEntry)]
    older = len(everything) - len(inside)
    first, last = _period([entry.day for entry in inside], asked, older > 0)
    practised = {session.day for session in sessions if session.counts}
    return Report(
        made_on=asked.today,
        first=first,
        last=last,
        older=older,
        cramps=_cramps(cramps),
        signs=_signs(cramps, signs),
        bars=bars(first, last, Counter(cramp.day for cramp in cramps).items(), practised),
        notes=_notes(cramps),
        practice=_practice(sessions, len(practised)),
        working=is_it_working(count_days(everything), asked.tonight),
        about_me=asked.about_me,
    )


def _period(days: Sequence[date], asked: Asked, is_older: bool) -> tuple[date, date]:
    """The first and the last day. Before the diary began there was nothing to count, even if it was asked for."""
    begun = min(days, default=asked.today)
    first = asked.since if asked.since and (is_older or not days) else begun
    return first, max([asked.today, first, *days])


def _cramps(cramps: Sequence[CrampEntry]) -> Cramps:
    by_hour = Counter(cramp.start.local.hour for cramp in cramps)
    reliefs = [cramp.relief for cramp in cramps]
    return Cramps(
        total=len(cramps),
        nights=len({cramp.day for cramp in cramps}),
        hours=tuple(by_hour[hour] for hour in range(_HOURS)),
        sides=_in_order((cramp.side for cramp in cramps), Side),
        parts=_in_order((cramp.part for cramp in cramps), Part),
        states=_in_order((cramp.state for cramp in cramps), State),
        relief=_spread(reliefs),
        over_ten=sum(relief is not None and relief > TEN_MINUTES for relief in reliefs),
        strength=_spread([cramp.strength for cramp in cramps]),
        after=_spread([cramp.strength_after for cramp in cramps]),
        eased_by=_most_first(cramp.ended_in for cramp in cramps if cramp.ended_in),
    )


def _signs(cramps: Iterable[CrampEntry], order: Sequence[str]) -> tuple[SignCount, ...]:
    nights: dict[str, list[date]] = {}
    for cramp in cramps:
        over_ten = {_OVER_TEN} if cramp.relief is not None and cramp.relief > TEN_MINUTES else set[str]()
        for key in {*cramp.signs} | over_ten:
            nights.setdefault(key, []).append(cramp.day)
    ranks = {key: rank for rank, key in enumerate(order)}
    keys = sorted(nights, key=lambda key: (ranks.get(key, len(ranks)), key))
    return tuple(SignCount(key, len(nights[key]), max(nights[key])) for key in keys)


def _notes(cramps: Iterable[CrampEntry]) -> tuple[NotedEntry, ...]:
    newest = sorted(cramps, key=lambda cramp: (cramp.start, cramp.id), reverse=True)
    return tuple(NotedEntry(one.day, one.side, one.part, one.note) for one in newest if one.note.strip())


def _practice(sessions: Sequence[SessionEntry], days: int) -> Practice:
    counted = [session for session in sessions if session.counts]
    titles = _most_first(session.title.strip() or session.routine for session in counted)
    return Practice(len(counted), days, len(sessions) - len(counted), titles)


def _spread(numbers: Iterable[int | None]) -> Spread:
    known = [number for number in numbers if number is not None]
    return Spread(len(known), median(known), max(known)) if known else Spread(0)


def _in_order(values: Iterable[_Of | None], order: Iterable[_Of]) -> tuple[tuple[_Of | None, int], ...]:
    counts = Counter(values)
    return tuple((value, counts[value]) for value in (*order, None) if counts[value])


def _most_first(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda counted: (-counted[1], counted[0])))
