"""What is worth doing on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from uncramp.domain.routine import Routine, Weekday


@dataclass(frozen=True, slots=True)
class Dose:
    """How often a day something is worth doing."""

    routines: tuple[str, ...]
    """The routines that count for it, by name; the first is the one to offer."""
    least: int
    """The number of times from which on enough is done."""
    last_at_bedtime: bool = False
    """Whether one of them should be just before bed."""


DAY_PLAN = (
    Dose(("daily-calf", "daily-calf-full"), 3, last_at_bedtime=True),
    Dose(("ball-roll", "desk-break", "daily-calf-full"), 1),
    Dose(("legs-up",), 2),
    Dose(("bedtime", "tonight"), 1, last_at_bedtime=True),
)
"""A day of practice, as the shipped routines say it.

Sources: the calf routine up to 3 times a day, the last just before bed, NHS (E1); the bedtime stretch nightly, the
trial of Hallegraeff 2012 (E8), which is in `tonight`; 10 toe lifts a foot, and legs up for 20 minutes 2 to 3 times a
day, the articles that the project began with. That the full calf routine counts as the short one is our own choice, and
so is that toe lifts count in whichever routine they were done.
"""

_MORNING = time(4)
"""When a day begins: what is done earlier belongs to the evening before."""


def day_plan(own: Iterable[Routine], chosen: Iterable[tuple[str, int]], day: date) -> tuple[Dose, ...]:
    """What one person's day is made of: that of the program, what their own routines say, and what they chose.

    What they chose, by name and how often a day, holds before what a file says; 0 takes a routine out.
    """
    times = dict(chosen)
    doses = {dose.routines[0]: dose for dose in DAY_PLAN}
    weekday = list(Weekday)[day.weekday()]
    counting = [routine for routine in own if routine.counts_as]
    for routine in own:
        if routine.per_day is None:
            continue
        former = doses.get(routine.name, Dose((routine.name,), 0))
        doses[routine.name] = replace(former, least=routine.per_day.least)
        if routine.days and weekday not in routine.days and routine.name not in times:
            del doses[routine.name]
    for name, number in times.items():
        doses[name] = replace(doses.get(name, Dose((name,), 0)), least=number)
    for name, dose in doses.items():
        more = (one.name for one in counting if one.counts_as in dose.routines)
        doses[name] = replace(dose, routines=tuple(dict.fromkeys((*dose.routines, *more))))
    return tuple(dose for dose in doses.values() if dose.least)


def at_times(dose: Dose, times: Iterable[time]) -> tuple[time, ...]:
    """The times of a day that a dose is done at, spread over it; fewer than its number where there are fewer times."""
    day = sorted(times, key=lambda one: (one < _MORNING, one))
    number = min(dose.least, len(day))
    if number <= 1:
        return tuple(day[-number:] if dose.last_at_bedtime else day[:number])
    return tuple(day[round(nth * (len(day) - 1) / (number - 1))] for nth in range(number))
