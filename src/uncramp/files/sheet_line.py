"""What is understood of a line of an exercise sheet, and what is not."""

from dataclasses import dataclass

from uncramp.domain.routine import Move, PerDay, Repetitions, Sides, Weekday


@dataclass(frozen=True, slots=True)
class Taken:
    """Words that say more than one thing, and what was taken of them."""

    written: str
    took: str


@dataclass(frozen=True, slots=True)
class SheetLine:
    name: str
    moves: tuple[Move, ...]
    """One repetition; none where it is done at one's own pace."""
    repetitions: Repetitions
    sets: int
    counted: tuple[Move, ...]
    """At one's own pace: the parts of a repetition whose time is said, which the person counts."""
    rest: int
    """Seconds between two sets."""
    change: int | None
    """Seconds to change sides, where the sheet says so."""
    sides: Sides
    per_day: PerDay | None
    days: tuple[Weekday, ...]
    bedtime: bool
    more: tuple[str, ...]
    """Words that are no part of the dose, as they were written."""
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Words that were not understood, and what would be right."""

    words: str
    hint: str
