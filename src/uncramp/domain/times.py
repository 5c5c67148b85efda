"""Moments as people type them: `2026-11-22 03:10`, `03:10`, `yesterday 3:10`. No clock is read: now is told."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from uncramp.domain.diary import DiaryError, When, check_not_ahead

Zone = Callable[[datetime], datetime]
"""Makes a local time aware: what the clocks were ahead of UTC then, by the system's own rules."""

HOW_TO_WRITE = "write 2026-11-22 03:10, 03:10, yesterday 3:10 or 2026-11-22T03:10+01:00"
"""What a refusal ends with."""

_TYPED = re.compile(
    r"(?:(?P<day>\d{4}-\d{2}-\d{2}|today|yesterday)[ T]+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?P<offset>Z|[+-]\d{2}:?\d{2})?",
    re.ASCII | re.IGNORECASE,
)
_DAY = timedelta(days=1)


def parse_moment(text: str, now: datetime, zone: Zone) -> When:
    """Read a moment of the past.

    A time alone is the last time that the clocks said so. Without an offset the system's own time zone counts, as it
    was on that day.

    Args:
        text: what was typed.
        now: the local time, aware.
        zone: makes a local time aware.

    Raises:
        DiaryError: it is none; the message says what would be right.
    """
    typed = text.strip()
    if typed.casefold() == "now":
        return When.of(now)
    match = _TYPED.fullmatch(typed)
    if match is None:
        raise DiaryError("start", f"'{text}' is not a time: {HOW_TO_WRITE}")
    at = _time(match, text)
    if match["offset"]:
        start = When.of(_with_offset(match, at, text))
    elif match["day"]:
        start = _aware(datetime.combine(_day(match["day"], now, text), at), zone)
    else:
        start = _aware(datetime.combine(now.date(), at), zone)
        if start.utc > now:
            start = _aware(datetime.combine(now.date() - _DAY, at), zone)
    check_not_ahead(start, now)
    return start


def parse_day(text: str, now: datetime) -> date:
    """Read a day: `2026-11-22`, `today` or `yesterday`.

    Raises:
        DiaryError: it is none; the message says what would be right.
    """
    return _day(text.strip(), now, text)


def _day(word: str, now: datetime, text: str) -> date:
    if word.casefold() in ("today", "yesterday"):
        return now.date() - (_DAY if word.casefold() == "yesterday" else timedelta())
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word, re.ASCII):
            return date.fromisoformat(word)
    except ValueError as error:
        raise DiaryError("start", f"'{text}' has a day that no calendar has: write it as 2026-11-22") from error
    raise DiaryError("start", f"'{text}' is not a day: write 2026-11-22, today or yesterday")


def _time(match: re.Match[str], text: str) -> time:
    try:
        return time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    except ValueError as error:
        raise DiaryError("start", f"'{text}' has a time that no clock shows: write 00:00 to 23:59") from error


def _with_offset(match: re.Match[str], at: time, text: str) -> datetime:
    if not match["day"] or not match["day"][0].isdigit():
        raise DiaryError("start", f"'{text}' has an offset but no date: {HOW_TO_WRITE}")
    try:
        return datetime.fromisoformat(f"{match['day']}T{at.isoformat()}{match['offset'].upper()}")
    except ValueError as error:
        raise DiaryError("start", f"'{text}' is not a time: {HOW_TO_WRITE}") from error


def _aware(local: datetime, zone: Zone) -> When:
    try:
        aware = zone(local)
    except (OverflowError, ValueError, OSError) as error:
        raise DiaryError("start", "write a year from 1970 to 2199") from error
    if aware.replace(tzinfo=None, fold=0) != local:
        raise DiaryError("start", f"{local:%Y-%m-%d %H:%M} never was: the clocks went forward then")
    return When.of(aware)
