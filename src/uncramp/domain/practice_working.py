"""Is it working? Cramps before practice began and since, compared as far as so few can be.

Nothing here says why: fewer cramps since practice began need not come from practice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from uncramp.domain.practice_days import DayCount
from uncramp.domain.statistics import Rate, Ratio, rate_ratio

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
    """What can be said."""

    NO_PRACTICE = "no-practice"
    """Practice has not begun."""
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
    worse than it was. Of the time since, each silence of over `SILENCE` days is left out: nobody knows whether there
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
    before = Rate(
        _cramps(counts, (day for day in happened if first < day < began)), max(0, _days(first, began) - 1)
    )
    since = Rate(_cramps(counts, (day for day in happened if day >= began)), _days(began, last) + 1 - silent)
    return compare(before, since, len(practice), left_out=silent, began=began)


def compare(
    before: Rate, since: Rate, practised: int, *, left_out: int = 0, began: date | None = None
) -> Working:
    """What can be said of so many cramps in so many nights before, and since practice began."""
    verdict, ratio = _first_hindrance(before, since, practised), None
    if verdict is None:
        ratio = rate_ratio(since, before)
        verdict = _of(ratio)
    return Working(verdict, before, since, practised, left_out, began, ratio)


def _first_hindrance(before: Rate, since: Rate, practised: int) -> Verdict | None:
    if before.days < LEAST_DAYS:
        return Verdict.NO_BEFORE
    enough = since.days >= LEAST_DAYS and practised >= LEAST_PRACTICE
    return None if enough and before.events + since.events >= LEAST_CRAMPS else Verdict.TOO_EARLY


def _of(ratio: Ratio) -> Verdict:
    if ratio.high is not None and ratio.high < 1:
        return Verdict.FEWER
    return Verdict.MORE if ratio.low > 1 else Verdict.UNCLEAR


def _silent_days(days: Iterable[date], last: date) -> int:
    """Days in silences of over `SILENCE` days, from the first of `days` to `last`."""
    gaps = (_days(one, other) - 1 for one, other in pairwise([*days, date.fromordinal(last.toordinal() + 1)]))
    return sum(gap for gap in gaps if gap > SILENCE)


def _cramps(counts: Mapping[date, DayCount], days: Iterable[date]) -> int:
    return sum(counts[day].cramps for day in days)


def _days(first: date, last: date) -> int:
    return last.toordinal() - first.toordinal()
