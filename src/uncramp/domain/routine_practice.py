"""What was done of each routine in a period, beside what was planned."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from uncramp.domain.day_plan import Dose
from uncramp.domain.told import ToldSession


@dataclass(frozen=True, slots=True)
class RoutinePractice:
    title: str
    """As it was called last."""
    times: int
    """Sessions of it that count."""
    days: int
    """Days with at least one of them."""
    per_day: int = 0
    """How often a day it is planned; 0 where it is not, or where another one of the period stands for the same."""
    done: int = 0
    """Days on which it was done as often as planned, with all that counts for it."""
    due: int = 0
    """Days on which it was planned: from the first time in the period on, today only once it is done."""


def practice_by_routine(
    sessions: Sequence[ToldSession], today: date, week: Sequence[Sequence[Dose]] = ()
) -> tuple[RoutinePractice, ...]:
    """Each routine that was practised, the most frequent first, by the sessions that count, the oldest first.

    `week` is what is planned for each weekday from Monday on. As nobody keeps what was planned when, it holds for the
    whole period.
    """
    days = defaultdict[str, Counter[date]](Counter)
    for (name, ordinal), times in Counter((session.routine, session.ordinal) for session in sessions).items():
        days[name][date.fromordinal(ordinal)] = times
    titles = {session.routine: session.title.strip() or session.routine for session in sessions}
    told: set[str] = set()
    found: list[RoutinePractice] = []
    for name in sorted(days, key=lambda name: (-days[name].total(), titles[name], name)):
        planned = [next((dose for dose in plan if name in dose.routines), None) for plan in week]
        doses = [dose for dose in planned if dose]
        least = doses[0].least if doses else 0
        done = due = 0
        if least and name not in told:
            counting = {one for dose in doses for one in dose.routines}
            told |= counting
            all_done = sum((days[one] for one in counting if one in days), Counter[date]())
            due_days = _due_days(all_done, today, planned)
            done = sum(all_done[day] >= least for day in due_days)
            due = len(due_days) - int(today in due_days and all_done[today] < least)
        found.append(RoutinePractice(titles[name], days[name].total(), len(days[name]), least if due else 0, done, due))
    return tuple(found)


def _due_days(done: Counter[date], today: date, planned: Sequence[Dose | None]) -> set[date]:
    first, last = min(done).toordinal(), today.toordinal()
    days = (date.fromordinal(number) for number in range(first, last + 1))
    return {day for day in days if planned[day.weekday()]}
