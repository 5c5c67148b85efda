"""In which order routines are shown: first aid first, then by when they are for."""

from collections.abc import Iterable

from uncramp.domain.routine import Purpose, Routine
from uncramp.reading.library import Entry

FIRST = "cramp-calf"
"""The routine that Enter starts at home."""

DAILY, BEDTIME = "daily-calf", "bedtime"

_EVENING, _MORNING = 18, 4
_PURPOSES = list(Purpose)


def in_order(entries: Iterable[Entry]) -> list[tuple[Entry, Routine]]:
    """The routines that can be run, by purpose and then by name."""
    good = [(entry, entry.routine) for entry in entries if entry.routine is not None]
    return sorted(good, key=lambda one: (_PURPOSES.index(one[1].purpose), one[0].name))


def for_today(hour: int) -> tuple[str, ...]:
    """What is worth doing today, by name: the one whose time it is comes first."""
    evening = hour >= _EVENING or hour < _MORNING
    return (BEDTIME, DAILY) if evening else (DAILY, BEDTIME)


def matches(words: str, entry: Entry, routine: Routine) -> bool:
    """Whether a routine is meant by what somebody types: every word is somewhere in it."""
    text = f"{entry.name} {routine.title} {routine.about} {routine.part} {routine.purpose}".casefold()
    return all(word in text for word in words.casefold().split())
