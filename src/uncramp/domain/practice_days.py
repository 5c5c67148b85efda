"""Days and nights of the diary: what happened on which, for the strip of weeks and the streak."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from uncramp.domain.diary import CrampEntry, Entry, SessionEntry

WEEKS = 12
"""Weeks in the strip."""

_WEEK = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayCount:
    """What happened on one day and in the night that began on its evening."""

    day: date
    cramps: int = 0
    sessions: int = 0
    """Sessions that count as practice."""


@dataclass(frozen=True, slots=True)
class Streak:
    """Practice counted kindly: so many days of the last few. A missed day does not zero it."""

    done: int
    of: int
    """7, or fewer where practice began less than a week ago; 0 before it began."""


def count_days(entries: Iterable[Entry]) -> dict[date, DayCount]:
    """Each day on which something happened."""
    counts: dict[date, DayCount] = {}
    for entry in entries:
        before = counts.get(entry.day, DayCount(entry.day))
        cramps = before.cramps + isinstance(entry, CrampEntry)
        sessions = before.sessions + (isinstance(entry, SessionEntry) and entry.counts)
        counts[entry.day] = DayCount(entry.day, cramps, sessions)
    return counts


def first_of_strip(today: date, weeks: int = WEEKS) -> date:
    """The Monday with which the strip begins."""
    return today - timedelta(days=today.weekday() + _WEEK * (weeks - 1))


def strip(
    counts: Mapping[date, DayCount], today: date, weeks: int = WEEKS
) -> tuple[tuple[DayCount | None, ...], ...]:
    """The last weeks from Monday to Sunday, the oldest first; `None` for each day that is still to come."""
    first = first_of_strip(today, weeks)

    def on(nth: int) -> DayCount | None:
        day = first + timedelta(days=nth)
        return counts.get(day, DayCount(day)) if day <= today else None

    return tuple(tuple(on(week * _WEEK + nth) for nth in range(_WEEK)) for week in range(weeks))


def streak(days: Collection[date], today: date, first: date | None = None) -> Streak:
    """How many of the last seven days had practice.

    Today counts when something was done on it; until then it is no missed day either.

    Args:
        days: the days with practice; those of the last eight are enough.
        today: the day now.
        first: the first day of all with practice, where `days` may not hold it.
    """
    last = today if today in days else today - _DAY
    begun = min([*days, *([first] if first else [])], default=None)
    if begun is None or begun > last:
        return Streak(0, 0)
    of = min(_WEEK, (last - begun).days + 1)
    return Streak(sum(last - nth * _DAY in days for nth in range(of)), of)
