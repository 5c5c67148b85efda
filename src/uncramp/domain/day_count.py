"""What happened on each day and in each night of the diary, counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from uncramp.domain.diary import CrampEntry, Entry


@dataclass(frozen=True, slots=True)
class DayCount:
    """What happened on one day and in the night that began on its evening."""

    day: date
    cramps: int = 0
    sessions: int = 0
    """Sessions that count as practice."""
    broken_off: int = 0
    """Sessions that were left before half of them."""
    unconfirmed: int = 0
    """What may have been a cramp."""

    def __add__(self, other: "DayCount") -> "DayCount":
        """Both together, under this one's day."""
        return DayCount(self.day, *(getattr(self, key) + getattr(other, key) for key in self.__match_args__[1:]))

    def __mul__(self, times: int) -> "DayCount":
        """So many of it on the same day."""
        return DayCount(self.day, *(getattr(self, key) * times for key in self.__match_args__[1:]))


def count_entry(entry: Entry) -> DayCount:
    """What one entry counts as: the one place that decides it. Queries count by the same properties."""
    if isinstance(entry, CrampEntry):
        return DayCount(entry.day, cramps=int(entry.counts), unconfirmed=int(not entry.counts))
    return DayCount(entry.day, sessions=int(entry.counts), broken_off=int(not entry.counts and not entry.tried))


def count_days(entries: Iterable[Entry]) -> dict[date, DayCount]:
    """Each day on which something happened."""
    return count_by_day((entry.day, entry) for entry in entries)


def count_by_day(by_day: Iterable[tuple[date, Entry]]) -> dict[date, DayCount]:
    """The same of entries whose days are known. Entries of one day that are alike in this are looked at once."""
    alike: dict[tuple[date, type, bool, bool], Entry] = {}
    times = Counter[tuple[date, type, bool, bool]]()
    for day, entry in by_day:
        key = day, type(entry), entry.counts, entry.told
        alike[key] = entry
        times[key] += 1
    counts: dict[date, DayCount] = {}
    for key, many in times.items():
        counts[key[0]] = counts.get(key[0], DayCount(key[0])) + count_entry(alike[key]) * many
    return counts
