"""Today's practice: what of it is done, and what is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from uncramp.domain.diary import SessionEntry

EVENING = 18
"""The hour from which a session may have been the last before bed. Our own choice."""

_MORNING = 4


class Aim(StrEnum):
    """One thing that a day of practice is made of."""

    CALF = "calf"
    BEDTIME = "bedtime"
    TOE_LIFTS = "toe_lifts"
    LEGS_UP = "legs_up"


@dataclass(frozen=True, slots=True)
class Dose:
    """How often a day something is worth doing."""

    aim: Aim
    routines: tuple[str, ...]
    """The routines that count for it, by name; the first is the one to offer."""
    least: int
    """From so many on, nothing is left to do."""
    most: int
    last_at_bedtime: bool = False
    """Whether one of them should be just before bed."""


DAY_PLAN = (
    Dose(Aim.CALF, ("daily-calf", "daily-calf-full"), 3, 3, last_at_bedtime=True),
    Dose(Aim.BEDTIME, ("bedtime",), 1, 1, last_at_bedtime=True),
    Dose(Aim.TOE_LIFTS, ("ball-roll", "desk-break", "daily-calf-full"), 1, 1),
    Dose(Aim.LEGS_UP, ("legs-up",), 2, 3),
)
"""A day of practice, as the shipped routines say it.

Sources: the calf routine up to 3 times a day, the last just before bed, NHS (E1); the bedtime stretch nightly, the
trial of Hallegraeff 2012 (E8); 10 toe lifts a foot, and legs up for 20 minutes 2 to 3 times a day, the articles that
the project began with. That the full calf routine counts as the short one is our own choice, and so is that toe
lifts count in whichever routine they were done.
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one aim is on a day."""

    dose: Dose
    done: int
    in_the_evening: bool
    """Whether it was done in the evening, so that the one before bed is behind the person."""

    @property
    def left(self) -> int:
        """How often it is still worth doing; 0 when the day's aim is reached."""
        return max(0, self.dose.least - self.done)

    @property
    def may_more(self) -> int:
        """How often it can still be done today without being too much."""
        return max(0, self.dose.most - self.done)


def today(sessions: Iterable[SessionEntry], day: date) -> tuple[Progress, ...]:
    """Today's plan against what was done of it.

    Args:
        sessions: the sessions of the day; others are passed over, and so are those that were broken off early.
        day: the day, as `When.day` has it.
    """
    counted = [one for one in sessions if one.day == day and one.counts]

    def of(dose: Dose) -> Progress:
        those = [one for one in counted if one.routine in dose.routines]
        return Progress(dose, len(those), any(_in_the_evening(one) for one in those))

    return tuple(of(dose) for dose in DAY_PLAN)


def _in_the_evening(session: SessionEntry) -> bool:
    hour = session.start.local.hour
    return hour >= EVENING or hour < _MORNING
