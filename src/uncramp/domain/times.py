"""Moments as people type them: `3:10am`, `last night 3:10`, `22.11.2026 3:10`, `20 min ago`. It reads no clock."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from uncramp.domain.dates import DateError, Days, normalized, read_days
from uncramp.domain.diary import DiaryError, When, check_not_ahead
from uncramp.domain.duration import NUMBER_WORDS, DurationError, read_durations

Zone = Callable[[datetime], datetime]
"""Makes a local time aware: what the clocks were ahead of UTC then, by the system's own rules."""

HOW_TO_WRITE = "write 2026-11-22 03:10, 03:10, yesterday 3:10 or 2026-11-22T03:10+01:00"
"""What a refusal ends with."""

_OFFSET = re.compile(
    r"(?P<rest>.*?)(?: ?\(?(?:utc|gmt) ?(?P<named>[+-]\d{1,2}(?::?\d{2})?)?\)?|(?<=:\d\d) ?(?P<bare>z|[+-]\d{2}:?\d{2}))",
    re.ASCII,
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})(?::(\d{2}))?|h)? ?(am|pm)?", re.ASCII)
_DIGITS = re.compile(r"(?!19[7-9]\d|20\d\d)(\d{1,2})(\d{2}) ?(am|pm)?", re.ASCII)
"""A time without a colon. What may be a year is none."""
_PAST = re.compile(
    r"(half|(?:a )?quarter|\d{1,2})(?: min(?:ute)?s?)? (past|after|to|till?|before) (\d{1,2}) ?(am|pm)?", re.ASCII
)
_HALF = re.compile(r"half (\d{1,2}) ?(am|pm)?", re.ASCII)
"""Half an hour after it in English, before it in German."""
_MIDNIGHT = re.compile(r"(?:last |12 )?midnight|12(?:[:.]00)? ?am", re.ASCII)
_NUMBER_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b")
_MINUTES = {"half": 30, "quarter": 15, "a quarter": 15}
_HALF_DAY, _DAY = 12, timedelta(days=1)
_HOURS = {
    "morning": range(12), "afternoon": range(12, 19), "evening": range(17, 24), "night": (*range(18, 24), *range(9)),
}  # fmt: skip
_FURTHEST = 14 * 60


class UnsureError(DiaryError):
    """It can mean more than one moment: `readings` are those, the likeliest first."""

    def __init__(self, text: str, readings: tuple[When, ...]) -> None:
        twice = len({when.local.replace(tzinfo=None) for when in readings}) < len(readings)
        options = " or ".join(when.local.isoformat() if twice else f"{when.local:%Y-%m-%d %H:%M}" for when in readings)
        why = "was twice, when the clocks went back" if twice else "can mean more than one moment"
        super().__init__("start", f"'{text}' {why}: write {options}")
        self.readings = readings


class NoTimeError(DiaryError):
    """It is a day, and no time of that day was said."""

    def __init__(self, text: str, part: str) -> None:
        clock = "8:10" if part == "evening" else "3:10"
        why = f"'{text}' has no time of day: write '{text.strip()} {clock}', with the time that it was"
        super().__init__("start", why)


def parse_moment(text: str, now: datetime, zone: Zone) -> When:
    """Read a moment of the past.

    A time alone is the last time that the clocks said so. Without an offset the system's own time zone counts, as it
    was on that day.

    Args:
        text: what was typed.
        now: the local time, aware.
        zone: makes a local time aware.

    Raises:
        UnsureError: it can mean more than one moment.
        NoTimeError: it is a day only.
        DiaryError: it is none; the message says what would be right.
    """
    words = normalized(text)
    if words in ("now", "just now"):
        return When.of(now)
    if words.endswith(" ago"):
        with suppress(DurationError):
            return _back(read_durations(words.removesuffix(" ago")), text, now, zone)
    words, offset = re.sub(r"(?<=\d)t(?=\d)", " ", re.sub(r"(?<=\d) ?([:h]) ?(?=\d)", r"\1", words)), None
    if match := _OFFSET.fullmatch(words):
        words, offset = match["rest"], _offset(match, text)
    found = tuple(dict.fromkeys(_readings(text, words, now, zone, offset)))
    past = tuple(when for when in found if when.utc <= now + timedelta(minutes=1))
    if not past:
        check_not_ahead(found[0], now)
    if len(past) > 1:
        raise UnsureError(text, past)
    return past[0]


def parse_day(text: str, now: datetime) -> date:
    """Read a day: `2026-11-22`, `yesterday`, `22 Nov`, `last Monday`, `3 days ago`.

    Raises:
        DiaryError: it is none, or may be one of two; the message says what would be right.
    """
    try:
        days = read_days(normalized(text), now.date(), now.hour)
    except DateError as error:
        raise DiaryError("start", f"'{text}' {error}") from error
    if days is None:
        raise DiaryError("start", f"'{text}' is not a day: write 2026-11-22, today or yesterday")
    found = days.by_hour(_HALF_DAY)  # of a night, the day of its evening
    if len(found) > 1:
        options = " or ".join(day.isoformat() for day in found)
        raise DiaryError("start", f"'{text}' can mean more than one day: write {options}")
    return found[0]


def clock_times(text: str) -> tuple[time, ...]:
    """The times of day that a text such as `8:30pm` can mean: two for a bare hour; none where it is no time.

    Raises:
        DateError: no clock shows that.
    """
    return _clocks(normalized(text), "")


def _back(durations: tuple[int, ...], text: str, now: datetime, zone: Zone) -> When:
    """The moment that is one of these durations before now, to the minute; two durations are in doubt."""
    if len(durations) > 1:
        raise DiaryError("start", f"'{text}' has no unit: write {durations[0]} min ago, or hours, or days")
    try:
        utc = When.of(now - timedelta(seconds=durations[0])).utc.replace(second=0)
        offset = zone((utc + (now.utcoffset() or timedelta())).replace(tzinfo=None)).utcoffset()
    except (OverflowError, ValueError, OSError) as error:
        raise DiaryError("start", "write a year from 1970 to 2199") from error
    return When(utc, round((offset or timedelta()) / timedelta(minutes=1)))


def _readings(text: str, words: str, now: datetime, zone: Zone, offset: timezone | None) -> Iterator[When]:
    """The moments that are meant, the likeliest first; at least one.

    Raises:
        DiaryError: there are none.
    """
    problem, found = "", False
    day_only: Days | None = None
    for day_words, time_words in _splits(words.split()):
        try:
            days = read_days(day_words, now.date(), now.hour) if day_words else None
            if day_words and days is None:
                continue
            day_only = day_only or (None if time_words else days)
            clocks = _clocks(time_words, days.part if days else "") if time_words else ()
        except DateError as error:
            problem = problem or str(error)
            continue
        if clocks and offset is not None and not (days and days.dated):
            raise DiaryError("start", f"'{text}' has an offset but no date: {HOW_TO_WRITE}")
        found = found or bool(clocks)
        if days is not None and days.part != "night" and _MIDNIGHT.fullmatch(time_words):
            days = replace(days, by_hour=_either_end(days))
        yield from _moments(clocks, days, now, zone, offset)
    if found:
        return
    if problem:
        raise DiaryError("start", f"'{text}' {problem}")
    if day_only:
        if min(day_only.by_hour(_HALF_DAY)) > now.date():
            raise DiaryError("start", f"'{text}' has not come yet: write a time of the past")
        raise NoTimeError(text, day_only.part)
    raise DiaryError("start", f"'{text}' is not a time: {HOW_TO_WRITE}")


def _splits(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Each way to take the words as a day and a time, in either order."""
    for at in range(len(parts), 0, -1):
        yield " ".join(parts[:at]), " ".join(parts[at:])
        if at < len(parts):
            yield " ".join(parts[at:]), " ".join(parts[:at])
        if at - 1 > 0 and at < len(parts):  # `22 Nov at 3:10 in the morning`
            yield " ".join([*parts[: at - 1], *parts[at:]]), parts[at - 1]
    yield "", " ".join(parts)


def _either_end(days: Days) -> Callable[[int], tuple[date, ...]]:
    """The days on which the midnight of a day can be: the one that ends it, or the one that it began with."""
    return lambda hour: tuple(one for day in days.by_hour(hour) for one in (day + _DAY, day) if day < date.max)


def _moments(
    clocks: tuple[time, ...], days: Days | None, now: datetime, zone: Zone, offset: timezone | None
) -> Iterator[When]:
    for clock in clocks:
        if days is not None:
            for day in days.by_hour(clock.hour):
                yield from _aware(datetime.combine(day, clock), zone, offset)
            continue
        local = datetime.combine(now.date(), clock)
        found: tuple[When, ...] = ()
        try:
            found = tuple(_aware(local, zone, None))
        except DiaryError:
            if local <= now.replace(tzinfo=None):
                raise
        past = [when for when in found if when.utc <= now]
        yield from past or _aware(local - _DAY, zone, None)


def _clocks(words: str, part: str) -> tuple[time, ...]:
    """The times of day that are meant, within the part of the day that was named; none where the words are no time.

    Raises:
        DateError: no clock shows that, or not then.
    """
    words = _plain_clock(words)
    if match := _PAST.fullmatch(words):
        minutes = _MINUTES.get(match[1]) or int(match[1])
        ahead = (minutes if match[2] in ("past", "after") else -minutes,)
        return _around(_minutes(match[3], "0", "0", match[4], bare=True, part=part), ahead)
    if match := _HALF.fullmatch(words):
        return _around(_minutes(match[1], "0", "0", match[2], bare=True, part=part), (30, -30))
    if match := _DIGITS.fullmatch(words):
        return _minutes(match[1], match[2], "0", match[3], bare=False, part=part)
    if match := _CLOCK.fullmatch(words):
        bare = match[2] is None and not words.rstrip("apm ").endswith("h")
        return _minutes(match[1], match[2] or "0", match[3] or "0", match[4], bare=bare, part=part)
    return ()


def _around(hours: tuple[time, ...], ahead: tuple[int, ...]) -> tuple[time, ...]:
    """Whole hours, each with these minutes added: one time for each of `ahead`."""
    day = 24 * 60
    return tuple(time(*divmod((one.hour * 60 + minutes) % day, 60)) for one in hours for minutes in ahead)


def _plain_clock(words: str) -> str:
    """A time with its hours and minutes in digits, and without what says that it is not exact: `half past three`."""
    words = re.sub(r"^(?:~|ca?\.|ca) ?|(?<=\d)(?:-?ish| ?uhr)$", "", words)
    words = re.sub(r"(?:last |12 )?midnight", "12am", re.sub(r"(?:12 )?noon|midday", "12pm", words))
    digits = _NUMBER_WORDS.sub(lambda match: str(NUMBER_WORDS[match[0]]), words)
    return digits if digits == words else re.sub(r"^(\d{1,2}) (\d{2})\b", r"\2 past \1", digits)  # `three thirty`


def _minutes(hour: str, minute: str, second: str, half: str | None, *, bare: bool, part: str) -> tuple[time, ...]:
    """The times that these digits can be. `bare` is an hour alone, which may be of either half of the day."""
    try:
        literal = time(int(hour), int(minute), int(second))
    except ValueError as error:
        raise DateError("has a time that no clock shows: write 00:00 to 23:59") from error
    hours = [literal.hour]
    if half and literal.hour <= _HALF_DAY:
        hours = [literal.hour % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)]
    elif half == "am":
        raise DateError("has a time that no clock shows: write 00:00 to 23:59")
    elif (bare or part) and 1 <= literal.hour <= _HALF_DAY and not hour.startswith("0"):
        hours.append((literal.hour + _HALF_DAY) % 24)
    found = [literal.replace(hour=one) for one in hours]
    if part and not (found := [one for one in found if one.hour in _HOURS[part]]):
        raise DateError(f"does not fit: {literal.replace(hour=hours[0]):%H:%M} is not in the {part}")
    return tuple(found)


def _offset(match: re.Match[str], text: str) -> timezone:
    written = match["named"] or match["bare"] or ""
    digits = re.sub(r"\D", "", written).ljust(1, "0")
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))  # noqa: PLR2004
    ahead = hours * 60 + minutes
    if ahead > _FURTHEST or minutes >= 60:  # noqa: PLR2004
        raise DiaryError("start", f"'{text}' is not a time: {HOW_TO_WRITE}")
    return timezone(timedelta(minutes=-ahead if "-" in written else ahead))


def _aware(local: datetime, zone: Zone, offset: timezone | None) -> Iterator[When]:
    """The moment at a local time; two where the clocks said it twice."""
    if offset is not None:
        yield When.of(local.replace(tzinfo=offset))
        return
    try:
        aware = [zone(local), zone(local.replace(fold=1))]
    except (OverflowError, ValueError, OSError) as error:
        raise DiaryError("start", "write a year from 1970 to 2199") from error
    right = [one for one in aware if one.replace(tzinfo=None, fold=0) == local]
    if not right:
        raise DiaryError("start", f"{local:%Y-%m-%d %H:%M} never was: the clocks went forward then")
    yield from dict.fromkeys(map(When.of, right))
