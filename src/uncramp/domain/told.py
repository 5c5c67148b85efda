"""The diary as others are told of it: rows of plain values, since a report reads many years at once.

An entry checks all that it is given, which takes ten times as long.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

from uncramp.domain.diary import CrampEntry, Ending, Entry, SessionEntry, State, When
from uncramp.domain.routine import Part, Purpose, Side


class ToldCramp(NamedTuple):
    """A confirmed cramp. Rows are in the order of their first three fields."""

    start: int
    """Seconds since 1970, UTC."""
    zone: int
    """Minutes that the local clocks were ahead of UTC."""
    id: str
    ordinal: int
    """The night that it belongs to, as `date.toordinal()`."""
    relief: int | None
    side: Side | None
    part: Part | None
    strength: int | None
    strength_after: int | None
    state: State | None
    routine: str
    steps: tuple[str, ...]
    ended_in: str
    signs: tuple[str, ...]
    note: str

    @property
    def day(self) -> date:
        return date.fromordinal(self.ordinal)

    @property
    def entry(self) -> CrampEntry:
        return CrampEntry(self.id, When(datetime.fromtimestamp(self.start, UTC), self.zone), *self[4:])


class ToldSession(NamedTuple):
    """A session that was more than tried out. Rows are in the order of their first three fields."""

    start: int
    zone: int
    id: str
    ordinal: int
    """The day that it belongs to, as `date.toordinal()`."""
    routine: str
    title: str
    purpose: Purpose
    planned: int
    played: int
    ending: Ending
    counts: bool
    """Whether it was practice."""


@dataclass(frozen=True, slots=True)
class ToldEntries:
    """All that is told, the oldest first."""

    cramps: list[ToldCramp]
    sessions: list[ToldSession]

    def since(self, day: date | None) -> "ToldEntries":
        """What is of this day or night, or a later one."""
        if day is None:
            return self
        first = day.toordinal()
        return ToldEntries(
            [cramp for cramp in self.cramps if cramp.ordinal >= first],
            [session for session in self.sessions if session.ordinal >= first],
        )

    def __len__(self) -> int:
        return len(self.cramps) + len(self.sessions)


def told_entries(entries: Iterable[Entry]) -> ToldEntries:
    """What of these entries is told: no cramp that nobody has confirmed, and nothing that was only tried out."""
    told = ToldEntries([], [])
    for entry in entries:
        head = int(entry.start.utc.timestamp()), entry.start.offset, entry.id, entry.day.toordinal()
        if isinstance(entry, CrampEntry) and entry.counts:
            told.cramps.append(ToldCramp(*head, *(getattr(entry, key) for key in ToldCramp._fields[4:])))
        elif isinstance(entry, SessionEntry) and not entry.tried:
            told.sessions.append(ToldSession(*head, *(getattr(entry, key) for key in ToldSession._fields[4:])))
    told.cramps.sort()
    told.sessions.sort()
    return told
