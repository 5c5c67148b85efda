"""In which order routines are shown: first aid first, then by when they are for."""

from collections.abc import Iterable

from uncramp.domain.routine import Purpose, Routine
from uncramp.files.library import Entry

FIRST = "cramp-calf"
"""The routine that Enter starts at home."""

TODAY = (
    ("daily-calf", "daily-calf-full"),
    ("ball-roll", "desk-break", "daily-calf-full"),
    ("legs-up",),
    ("bedtime",),
)
"""What a day of practice is made of: routines by name, of each group the one to offer first.

These are the doses of `domain.diary_today`, without what the diary brings with it: home shows them first.
"""

_EVENING, _MORNING = 18, 4
_PURPOSES = list(Purpose)


def in_order(entries: Iterable[Entry]) -> list[tuple[Entry, Routine]]:
    """The routines that can be run, by purpose and then by name."""
    good = [(entry, entry.routine) for entry in entries if entry.routine is not None]
    return sorted(good, key=lambda one: (_PURPOSES.index(one[1].purpose), one[0].name))


def for_today(hour: int) -> tuple[tuple[str, ...], ...]:
    """What is worth doing today, as groups of `TODAY`: in the evening what is for bedtime comes first."""
    evening = hour >= _EVENING or hour < _MORNING
    return (TODAY[-1], *TODAY[:-1]) if evening else TODAY


def matches(words: str, entry: Entry, routine: Routine) -> bool:
    """Whether a routine is meant by what somebody types: every word is somewhere in it."""
    text = f"{entry.name} {routine.title} {routine.about} {routine.part} {routine.purpose}".casefold()
    return all(word in text for word in words.casefold().split())
