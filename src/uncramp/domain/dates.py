"""Days as people write them: `22.11.2026`, `Nov 22`, `last Monday`, `3 days ago`. No clock is read: today is told.

What can be read in two ways is given in both, so that somebody can be asked. Nothing is guessed.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from uncramp.domain.duration import NUMBER_WORDS

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_LONG_AGO = 92
"""Days for which a date without its year may lie in the year before; past that, it is rather a slip."""
_LONGEST = 100
"""Characters of what is read at all."""
_NO_SUCH_DAY = "has a day that no calendar has: write it as 2026-11-22"
_SMALL_HOURS, _NOON = 6, 12

_IDLE = frozenset({
    "at", "on", "the", "of", "o'clock", "oclock", "o", "clock", "around", "about", "roughly", "approx", "approx.",
    "approximately", "in", "early", "earlier", "late",
})  # fmt: skip
"""Words that change nothing."""
_MONTH = rf"({'|'.join(MONTHS)})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
_WEEKDAY = rf"({'|'.join(WEEKDAYS)})(?:s|day|sday|nesday|rs|r|rsday|urday)?\.?"
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})", re.ASCII)
_NUMBERED = re.compile(r"(\d{1,2})([-./])(\d{1,2})(?:\2(\d{4}|\d{2})|\.)?", re.ASCII)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})\.?[ -]?{_MONTH}(?:[ -]?(\d{{4}}))?", re.ASCII)
_MONTH_DAY = re.compile(rf"{_MONTH}[ -]?(\d{{1,2}})\.?(?: (\d{{4}}))?", re.ASCII)
_DAY_ALONE = re.compile(r"(\d{1,2})\.", re.ASCII)
_NAMED = re.compile(rf"(this |last )?{_WEEKDAY}", re.ASCII)
_AGO = re.compile(r"(\d{1,4}|an?|[a-z]+) (day|night|week)s? ago", re.ASCII)
_NIGHT_DATES = re.compile(
    rf"(?:last |to)?night (?:{_WEEKDAY} )?(\d{{1,2}})\.?(?: {_MONTH})?(?: (\d{{4}}))? ?(?:to|/|-) ?"
    rf"(?:{_WEEKDAY} )?(\d{{1,2}})\.? {_MONTH}(?: (\d{{4}}))?",
    re.ASCII,
)
_PART = re.compile(r"(?:(.*) )?(morning|afternoon|evening|night)", re.ASCII)


class DateError(ValueError):
    """There is no such day; the message goes on from the day as it was written."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that somebody may mean."""

    by_hour: Callable[[int], tuple[date, ...]]
    """The dates that it can be at an hour, the likeliest first: a night has two."""
    part: str = ""
    """The part of the day that was named: morning, afternoon, evening or night."""
    dated: bool = False
    """Whether the year was said."""


def normalized(text: str) -> str:
    """The text with one form of each letter, digit, dash and space; words that change nothing are gone."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return ""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("\u2019", "'").replace("\u2044", "/")
    plain = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", plain.replace(",", " "))
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", ".", plain)
    return " ".join(word for word in plain.split() if word not in _IDLE)


def number_word(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word)
    return 1 if word in ("a", "an") else NUMBER_WORDS.get(word)


def calendar_days(text: str) -> tuple[date, ...]:
    """The days that a date with its year can be; none where it is no date, or its year is missing.

    Raises:
        DateError: no calendar has that day.
    """
    days = _dated(normalized(text), None)
    return days.by_hour(0) if days is not None and days.dated else ()


def is_like_a_date(text: str) -> bool:
    """Whether it is a date with its year, or was meant for one."""
    try:
        return bool(calendar_days(text))
    except DateError:
        return True


def read_days(words: str, today: date, hour_now: int) -> Days | None:
    """The days that somebody may mean by `normalized` words; `None` where these are no day.

    It depends on the hour: in the small hours it is not sure which night is the last one.

    Raises:
        DateError: no calendar has that day.
    """
    if found := _spoken(words, today, hour_now) or _dated(words, today):
        return found
    match = _PART.fullmatch(words)
    day = read_days(match[1], today, hour_now) if match and match[1] else None
    if match is None or day is None:
        return None
    if match[2] != "night":
        return Days(day.by_hour, match[2], day.dated)
    if day.part:
        return None
    evenings = day.by_hour(0)
    # `Sunday night 3:10` is Monday for most people, and Sunday for some.
    return Days(
        lambda hour: evenings if hour >= _NOON else tuple(dict.fromkeys((*_after(evenings), *evenings))),
        "night",
        day.dated,
    )


def _spoken(words: str, today: date, hour_now: int) -> Days | None:
    """A day by its distance from today, or by its weekday."""
    yesterday = today - _DAY
    days = {"today": today, "yesterday": yesterday, "tomorrow": today + _DAY, "day before yesterday": yesterday - _DAY}
    if words in days:
        return Days(lambda _hour: (days[words],))
    if words.removeprefix("this ") in ("morning", "afternoon", "evening"):
        return Days(lambda _hour: (today,), words.removeprefix("this "))
    this = (today,) if hour_now >= _NOON else (yesterday,)
    last = (yesterday, yesterday - _DAY) if hour_now < _SMALL_HOURS else (yesterday,)
    nights = {"tonight": this, "this night": this, "last night": last, "night": last}
    nights |= dict.fromkeys(("night before", "night before last"), (yesterday - _DAY,))
    return _nights(nights[words]) if words in nights else _ago(words, today) or _weekday(words, today)


def _ago(words: str, today: date) -> Days | None:
    match = _AGO.fullmatch(words)
    count = number_word(match[1]) if match else None
    if match is None or count is None:
        return None
    try:
        day = today - count * (_WEEK if match[2] == "week" else _DAY)
    except OverflowError as error:
        raise DateError("is out of reach: write a year from 1970 to 2199") from error
    return _nights((day,)) if match[2] == "night" else Days(lambda _hour: (day,))


def _weekday(words: str, today: date) -> Days | None:
    match = _NAMED.fullmatch(words)
    if match is None:
        return None
    back = (today.weekday() - WEEKDAYS.index(match[2])) % 7
    latest = today - back * _DAY
    if match[1] != "last ":
        found = (latest,) if back else (latest, latest - _WEEK)
    elif not back:
        found = (latest - _WEEK,)
    else:  # on a Wednesday, last Monday may be that of last week
        found = (latest,) if back > today.weekday() else (latest, latest - _WEEK)
    return Days(lambda _hour: found)


def _dated(words: str, today: date | None) -> Days | None:
    """A day by its date; without `today` its year has to be there."""
    if match := _NIGHT_DATES.fullmatch(words):
        return _night_dates(match, today)
    first, _space, rest = words.partition(" ")
    named = re.fullmatch(_WEEKDAY, first) if rest else None
    words = rest if named else words
    found = _dates(words, today) or _day_of_month(words, today)
    if found is None:
        return None
    days, dated = found
    if named:
        right = tuple(day for day in days if day.weekday() == WEEKDAYS.index(named[1]))
        if not right:
            raise DateError(f"does not fit: {days[0].isoformat()} is a {days[0]:%A}")
        days = right
    return Days(lambda _hour: days, dated=dated)


def _dates(words: str, today: date | None) -> tuple[tuple[date, ...], bool] | None:
    """The dates that are meant, and whether the year was said."""
    if match := _YEAR_FIRST.fullmatch(words):
        return (_made(int(match[1]), int(match[3]), int(match[4])),), True
    if match := _NUMBERED.fullmatch(words):
        first, other, year = int(match[1]), int(match[3]), match[4]
        orders = [(other, first)] if match[2] == "." else [(other, first), (first, other)]
        if not year and match[2] == "-":
            return None
    elif match := _DAY_MONTH.fullmatch(words):
        orders, year = [(MONTHS.index(match[2]) + 1, int(match[1]))], match[3]
    elif match := _MONTH_DAY.fullmatch(words):
        orders, year = [(MONTHS.index(match[1]) + 1, int(match[2]))], match[3]
    else:
        return None
    if year:
        whole = int(year) if len(year) == len("2026") else 2000 + int(year)
        return _possible(lambda month, day: _made(whole, month, day), orders), True
    if today is None:
        return None
    return _possible(lambda month, day: _without_year(month, day, today), orders), False


def _possible(make: Callable[[int, int], date], orders: list[tuple[int, int]]) -> tuple[date, ...]:
    """The dates of those orders of day and month that the calendar has.

    Raises:
        DateError: it has none of them.
    """
    found, problems = [], []
    for month, day in orders:
        try:
            found.append(make(month, day))
        except DateError as error:
            problems.append(error)
    if not found:
        raise problems[0]
    return tuple(dict.fromkeys(found))


def _day_of_month(words: str, today: date | None) -> tuple[tuple[date, ...], bool] | None:
    """The last day that was this day of its month: `the 22nd`."""
    match = _DAY_ALONE.fullmatch(words)
    if match is None or today is None:
        return None
    found = next((day for back in range(62) if (day := today - back * _DAY).day == int(match[1])), None)
    if found is None:
        raise DateError(_NO_SUCH_DAY)
    return (found,), False


def _made(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateError(_NO_SUCH_DAY) from error


def _without_year(month: int, day: int, today: date) -> date:
    """The last time that there was this date."""
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            if year < today.year and (today - found).days > _LONG_AGO:
                break
            return found
    else:
        raise DateError(_NO_SUCH_DAY)
    raise DateError(f"has not come yet: write {found.isoformat()} if you mean that")


def _night_dates(match: re.Match[str], today: date | None) -> Days | None:
    _from_weekday, evening, from_month, from_year, _to_weekday, morning, to_month, to_year = match.groups()
    year = to_year or from_year
    found = _dates(f"{morning} {to_month}" + (f" {year}" if year else ""), today)
    if found is None:
        return None
    days, dated = found
    before = days[0] - _DAY
    if before.day != int(evening) or from_month not in (None, MONTHS[before.month - 1]):
        raise DateError("does not fit: a night ends on the day after it began")
    for weekday, day in ((_from_weekday, before), (_to_weekday, days[0])):
        if weekday and WEEKDAYS[day.weekday()] != weekday:
            raise DateError(f"does not fit: {day.isoformat()} is a {day:%A}")
    return Days(_nights((before,)).by_hour, "night", dated)


def _nights(evenings: tuple[date, ...]) -> Days:
    return Days(lambda hour: evenings if hour >= _NOON else _after(evenings), "night")


def _after(days: tuple[date, ...]) -> tuple[date, ...]:
    return tuple(day + _DAY for day in days)
