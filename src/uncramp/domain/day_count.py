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


def count_entries(day: date, entries: Iterable[Entry]) -> DayCount:
    """Count the entries of one day."""
    return DayCount(day, **Counter(filter(None, map(_counted_as, entries))))


def _counted_as(entry: Entry) -> str | None:
    """The field that an entry counts in, `None` for what was only tried out. Queries count by the same properties."""
    if isinstance(entry, CrampEntry):
        return "cramps" if entry.counts else "unconfirmed"
    return "sessions" if entry.counts else None if entry.tried else "broken_off"
