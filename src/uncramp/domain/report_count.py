"""Counting a diary for the page for the doctor."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median
from typing import TypeVar

from uncramp.domain.diary import CrampEntry, Entry, SessionEntry, State
from uncramp.domain.practice_days import count_days
from uncramp.domain.practice_working import is_it_working
from uncramp.domain.report import (
    TEN_MINUTES,
    Asked,
    Cramps,
    Noted,
    Practice,
    Report,
    SignCount,
    Spread,
    bars,
)
from uncramp.domain.routine import Part, Side

_Of = TypeVar("_Of")

_HOURS = 24
_OVER_TEN = "over_ten_minutes"
"""The warning sign that the clock can tell by itself."""


def count_report(entries: Iterable[Entry], asked: Asked, signs: Sequence[str] = ()) -> Report:
    """Count all that a page tells.

    Args:
        entries: the whole diary, in any order.
        asked: what the page is to be about.
        signs: the keys of the warning signs, the most urgent first; others that were ticked come after them.
    """
    everything = list(entries)
    inside = [one for one in everything if asked.since is None or one.day >= asked.since]
    cramps = [one for one in inside if isinstance(one, CrampEntry)]
    sessions = [one for one in inside if isinstance(one, SessionEntry)]
    older = len(everything) - len(inside)
    first, last = _period([one.day for one in inside], asked, older > 0)
    practised = {one.day for one in sessions if one.counts}
    return Report(
        made_on=asked.today,
        first=first,
        last=last,
        older=older,
        cramps=_cramps(cramps),
        signs=_signs(cramps, signs),
        bars=bars(first, last, Counter(one.day for one in cramps).items(), practised),
        notes=_notes(cramps),
        practice=_practice(sessions, len(practised)),
        working=is_it_working(count_days(everything), asked.tonight),
        about_me=asked.about_me,
    )


def _period(days: Sequence[date], asked: Asked, is_older: bool) -> tuple[date, date]:
    """The first and the last day. Before the diary began there was nothing to count, whatever was asked for."""
    begun = min(days, default=asked.today)
    first = asked.since if asked.since and (is_older or not days) else begun
    return first, max([asked.today, first, *days])


def _cramps(cramps: Sequence[CrampEntry]) -> Cramps:
    by_hour = Counter(one.start.local.hour for one in cramps)
    reliefs = [one.relief for one in cramps]
    return Cramps(
        total=len(cramps),
        nights=len({one.day for one in cramps}),
        hours=tuple(by_hour[hour] for hour in range(_HOURS)),
        sides=_in_order((one.side for one in cramps), Side),
        parts=_in_order((one.part for one in cramps), Part),
        states=_in_order((one.state for one in cramps), State),
        relief=_spread(reliefs),
        over_ten=sum(relief is not None and relief > TEN_MINUTES for relief in reliefs),
        strength=_spread([one.strength for one in cramps]),
        after=_spread([one.strength_after for one in cramps]),
        eased_by=_most_first(one.ended_in for one in cramps if one.ended_in),
    )


def _signs(cramps: Iterable[CrampEntry], order: Sequence[str]) -> tuple[SignCount, ...]:
    nights: dict[str, list[date]] = {}
    for one in cramps:
        found, night = set(one.signs), one.day
        if one.relief is not None and one.relief > TEN_MINUTES:
            found.add(_OVER_TEN)
        for key in found:
            nights.setdefault(key, []).append(night)
    ranks = {key: rank for rank, key in enumerate(order)}
    keys = sorted(nights, key=lambda key: (ranks.get(key, len(ranks)), key))
    return tuple(SignCount(key, len(nights[key]), max(nights[key])) for key in keys)


def _notes(cramps: Iterable[CrampEntry]) -> tuple[Noted, ...]:
    noted = sorted(
        (one for one in cramps if one.note.strip()), key=lambda one: (one.start, one.id), reverse=True
    )
    return tuple(Noted(one.day, one.side, one.part, one.note) for one in noted)


def _practice(sessions: Sequence[SessionEntry], days: int) -> Practice:
    counted = [one for one in sessions if one.counts]
    titles = _most_first(one.title.strip() or one.routine for one in counted)
    return Practice(len(counted), days, len(sessions) - len(counted), titles)


def _spread(numbers: Iterable[int | None]) -> Spread:
    known = [number for number in numbers if number is not None]
    return Spread(len(known), median(known), max(known)) if known else Spread(0)


def _in_order(found: Iterable[_Of | None], order: Iterable[_Of]) -> tuple[tuple[_Of | None, int], ...]:
    counts = Counter(found)
    return tuple((one, counts[one]) for one in (*order, None) if counts[one])


def _most_first(found: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(found).items(), key=lambda one: (-one[1], one[0])))
