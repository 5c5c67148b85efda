"""What the diary shows of practice: the strip of weeks, the streak, how much of today is done, and whether it works."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from uncramp.domain.day_plan import DAY_PLAN, Dose
from uncramp.domain.diary import DayCount, SessionEntry
from uncramp.domain.statistics import Rate, Ratio, rate_ratio
from uncramp.domain.told import ToldSession

WEEKS = 12

_WEEK = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """Days with practice among the last few. A missed day lowers it, and does not reset it to zero."""

    done: int
    of: int
    """7, or fewer where practice began less than a week ago; 0 before it began."""


def first_of_strip(today: date, weeks: int = WEEKS) -> date:
    """The Monday with which the strip begins."""
    return today - timedelta(days=today.weekday() + _WEEK * (weeks - 1))


def strip(counts: Mapping[date, DayCount], today: date, weeks: int = WEEKS) -> tuple[tuple[DayCount | None, ...], ...]:
    """The last weeks from Monday to Sunday, the oldest first; `None` for each day that is still to come."""
    days = [first_of_strip(today, weeks) + nth * _DAY for nth in range(weeks * _WEEK)]
    known = [counts.get(day, DayCount(day)) if day <= today else None for day in days]
    return tuple(tuple(known[nth : nth + _WEEK]) for nth in range(0, len(known), _WEEK))


def streak(days: Collection[date], today: date) -> Streak:
    """How many of the last seven days are among these days with practice.

    Today counts when something was done on it; until then it is no missed day either.
    """
    last = today if today in days else today - _DAY
    begun = min(days, default=None)
    if begun is None or begun > last:
        return Streak(0, 0)
    of = min(_WEEK, (last - begun).days + 1)
    return Streak(sum(last - nth * _DAY in days for nth in range(of)), of)


@dataclass(frozen=True, slots=True)
class Progress:
    dose: Dose
    done: int

    @property
    def left(self) -> int:
        """How often it is still worth doing; 0 when enough is done."""
        return max(0, self.dose.least - self.done)


def today(
    sessions: Iterable[SessionEntry],
    day: date,
    stand_ins: Mapping[str, str] = MappingProxyType({}),
    plan: tuple[Dose, ...] = DAY_PLAN,
) -> tuple[Progress, ...]:
    """The plan of a day, as `When.day` has it, against what was done of it; sessions of other days are passed over.

    `stand_ins` has by the name of a routine that of the one which this person is led through in its place: it counts
    for whatever it stands in for.
    """
    done = [session.routine for session in sessions if session.day == day and session.counts]
    counting = [{*dose.routines, *(stand_ins.get(name, name) for name in dose.routines)} for dose in plan]
    return tuple(
        Progress(dose, sum(routine in names for routine in done)) for dose, names in zip(plan, counting, strict=True)
    )


LEAST_DAYS = 14
"""Days on each side below which nothing is said: each day of the week twice. Our own choice."""

LEAST_PRACTICE = 7
"""Days with practice below which it can't be about practice. Our own choice."""

LEAST_CRAMPS = 6
"""Cramps in all below which nothing is said.

With stretches of one length, 5 cramps can't tell chance from change even where all of them lie on one side: the
interval for a share of 0 in 5 goes up to 0.52, that of 0 in 6 to 0.46.
"""

SILENCE = 14
"""Days in a row with nothing in the diary, beyond which it counts as laid aside. Our own choice."""

_NONE = Rate(0, 0)


class Verdict(StrEnum):
    NO_PRACTICE = "no-practice"
    NO_BEFORE = "no-before"
    """Practice began too soon after the diary did: there is nothing to compare with, and never will be."""
    TOO_EARLY = "too-early"
    FEWER = "fewer"
    """The whole range lies below no change."""
    MORE = "more"
    """The whole range lies above no change."""
    UNCLEAR = "unclear"
    """The range holds no change."""


@dataclass(frozen=True, slots=True)
class Working:
    """What the diary shows of the time before practice began, and of the time since."""

    verdict: Verdict
    before: Rate = _NONE
    since: Rate = _NONE
    practised: int = 0
    """Days with practice among those since it began."""
    left_out: int = 0
    """Days since practice began on which the diary was laid aside; they are in no rate."""
    began: date | None = None
    """The first day with practice."""
    ratio: Ratio | None = None
    """Cramps since by cramps before, day for day; `None` where nothing is said."""


def is_it_working(counts: Mapping[date, DayCount], tonight: date) -> Working:
    """Compare the nights before the first day with practice with those from it on.

    The diary's first day is left out: a cramp is why most diaries begin, and it would make the time before look
    worse than it was. Of the time since, each silence of over `SILENCE` days is left out: it is not known whether there
    were no cramps or no diary. Of the time before, none is. So each choice can make practice look worse, never
    better.

    Args:
        counts: every day of the diary on which something happened.
        tonight: the night that it is now, as `When.night` has it, whether or not something happened in it.
    """
    happened = sorted(day for day, count in counts.items() if count.cramps or count.sessions)
    practice = [day for day in happened if counts[day].sessions]
    if not practice:
        return Working(Verdict.NO_PRACTICE)
    first, began = happened[0], practice[0]
    last = max(tonight, happened[-1])
    silent = _silent_days([day for day in happened if day >= began], last)
    before = sum(counts[day].cramps for day in happened if first < day < began)
    since = sum(counts[day].cramps for day in happened if day >= began)
    return compare(
        Rate(before, max(0, (began - first).days - 1)),
        Rate(since, (last - began).days + 1 - silent),
        len(practice),
        left_out=silent,
        began=began,
    )


def compare(before: Rate, since: Rate, practised: int, *, left_out: int = 0, began: date | None = None) -> Working:
    """What can be said of the cramps before practice began and since; `practised` is the number of days with any."""
    ratio = None
    if before.days < LEAST_DAYS:
        verdict = Verdict.NO_BEFORE
    elif since.days < LEAST_DAYS or practised < LEAST_PRACTICE or before.events + since.events < LEAST_CRAMPS:
        verdict = Verdict.TOO_EARLY
    else:
        ratio = rate_ratio(since, before)
        fewer = ratio.high is not None and ratio.high < 1
        verdict = Verdict.FEWER if fewer else Verdict.MORE if ratio.low > 1 else Verdict.UNCLEAR
    return Working(verdict, before, since, practised, left_out, began, ratio)


def _silent_days(days: Iterable[date], last: date) -> int:
    gaps = ((end - start).days - 1 for start, end in pairwise([*days, last + _DAY]))
    return sum(gap for gap in gaps if gap > SILENCE)


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
