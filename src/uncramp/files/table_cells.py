"""What one cell of a person's own table says: when, how long, which side, how strong."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from uncramp.domain.dates import MONTHS
from uncramp.domain.diary import DiaryError, State
from uncramp.domain.routine import Part, Side

T = TypeVar("T")

_TIME = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\.?)?"
_ONLY_TIME = re.compile(_TIME, re.IGNORECASE)
_DATE = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+)?"
    r"(?:(?P<year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<between>[-/.])(?P<second_part>\d{1,2})[-/.](?P<end_year>\d{4}|\d{2})"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?[.\s-]+(?P<month>[a-z]{3})[a-z]*[.,\s-]+(?P<named_year>\d{4})"
    r"|(?P<us_month>[a-z]{3})[a-z]*[.\s]+(?P<us_day>\d{1,2})(?:st|nd|rd|th)?[,\s]+(?P<us_year>\d{4}))"
)
_MOMENT = re.compile(rf"{_DATE}(?:[T,\s]+{_TIME}\s*(?P<offset>Z|[+-]\d{{2}}:?\d{{2}})?)?", re.IGNORECASE)
_TWO_WAYS = re.compile(r"\s*(\d{1,2})[-/](\d{1,2})[-/](?:\d{4}|\d{2})(?!\d)")
_MONTHS_OF_YEAR = 12
_NOON = 12

_LENGTH = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([a-z]*)\.?")
IN_SECONDS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
}
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,4}):(\d{2})")

_SIDES = {"left": Side.LEFT, "l": Side.LEFT, "right": Side.RIGHT, "r": Side.RIGHT, "both": Side.BOTH, "b": Side.BOTH,
          "bilateral": Side.BOTH}  # fmt: skip
_PARTS = {
    **dict.fromkeys(("calf", "calves", "gastrocnemius", "soleus"), Part.CALF),
    **dict.fromkeys(("foot", "feet", "toe", "toes", "sole", "arch"), Part.FOOT),
    **dict.fromkeys(("thigh", "thighs", "hamstring", "hamstrings", "quad", "quads", "quadriceps"), Part.THIGH),
    **dict.fromkeys(("hand", "hands", "finger", "fingers"), Part.HAND),
    **dict.fromkeys(("leg", "legs"), Part.LEG),
}
_STATES = {
    **dict.fromkeys(("asleep", "sleeping", "sleep", "slept", "in sleep"), State.ASLEEP),
    **dict.fromkeys(("resting", "rest", "sitting", "lying", "lying down", "awake in bed", "relaxing"), State.RESTING),
    **dict.fromkeys(("active", "moving", "walking", "exercise", "exercising", "running", "sport"), State.ACTIVE),
}
_OF_TEN = re.compile(r"(\d{1,2})(?:[.,]0+)?(?:\s*(?:/|of|out of)\s*10)?")


def order_of_dates(texts: Iterable[str]) -> tuple[str | None, str]:
    """In which order dates such as 3/4/2026 are written, `dmy` or `mdy`, and what to say where that can't be told."""
    found = [match for text in texts if (match := _TWO_WAYS.match(text))]
    day_first = any(int(match[1]) > _MONTHS_OF_YEAR for match in found)
    month_first = any(int(match[2]) > _MONTHS_OF_YEAR for match in found)
    if day_first and month_first:
        return None, "its dates are written in two ways: write each as 2026-11-22"
    unlike = next((match for match in found if match[1] != match[2]), None)
    if unlike and not day_first and not month_first:
        return None, f"'{unlike[0].strip()}' can be two days: write it as 2026-11-22, with the month in the middle"
    return ("mdy" if month_first else "dmy" if found else None), ""


def is_time(text: str) -> bool:
    return _ONLY_TIME.fullmatch(text.strip()) is not None


def plain_moment(text: str, order: str | None) -> str:
    """A moment in the form `2026-11-22 03:10`, where it is in one that is known here; else as it is."""
    match = _MOMENT.fullmatch(text.strip())
    day = _day(match, order) if match else None
    if match is None or day is None:
        return text
    if match["hour"] is None or (match["minute"] is None and not match["half"]):
        raise DiaryError("start", f"'{text.strip()}' has no time: write 2026-11-22 03:10")
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= _NOON:
            raise DiaryError("start", f"'{text}' has a time that no clock shows: write 00:00 to 23:59")
        hour = hour % _NOON + (_NOON if match["half"][0] in "pP" else 0)
    second = f":{match['second']}" if match["second"] else ""
    return f"{day} {hour:02}:{match['minute'] or '00'}{second}{match['offset'] or ''}"


def _day(match: re.Match[str], order: str | None) -> str | None:
    if match["year"]:
        year, month, day = match["year"], match["iso_month"], match["iso_day"]
    elif match["first"]:
        year, month, day = match["end_year"], match["second_part"], match["first"]
        if match["between"] != "." and order == "mdy":
            month, day = day, month
    else:
        name = (match["month"] or match["us_month"]).casefold()
        if name not in MONTHS:
            return None
        month = str(MONTHS.index(name) + 1)
        year, day = match["named_year"] or match["us_year"], match["day"] or match["us_day"]
    century = "20" if len(year) == 2 else ""  # noqa: PLR2004 - two digits
    return f"{century}{year}-{int(month):02}-{int(day):02}"


def is_bare(text: str) -> bool:
    """Whether a cell is a number with nothing that says what it counts."""
    match = _LENGTH.fullmatch(text.strip().casefold())
    return bool(match and not match[2])


def seconds(key: str, text: str, unit: int | None) -> int:
    """A length of time in seconds; `unit` is what a bare number counts."""
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    total, end = 0.0, 0
    for match in _LENGTH.finditer(text.casefold()):
        size = IN_SECONDS.get(match[2]) if match[2] else unit
        if size is None or text[end : match.start()].strip(" ,"):
            break
        total += float(match[1].replace(",", ".")) * size
        end = match.end()
    if not end or text[end:].strip():
        raise DiaryError(key, f"'{text}' is no length of time: write 90 s, 2 min or 1:30")
    return round(total)


def side(text: str) -> str:
    found = _words_of(_SIDES, text)
    if not found:
        raise DiaryError("side", f"'{text}' is no side: write left, right or both")
    return Side.BOTH if len(found) > 1 else found.pop()


def part(text: str) -> tuple[str, str]:
    """Which part of the body a cell names, and which side, where it says that too."""
    found, sides = _words_of(_PARTS, text), _words_of(_SIDES, text)
    narrow = found - {Part.LEG} or found
    if len(narrow) != 1:
        raise DiaryError("part", f"'{text}' is no part: write {', '.join(Part)}")
    return narrow.pop(), (Side.BOTH if len(sides) > 1 else sides.pop()) if sides else ""


def strength(text: str) -> int:
    match = _OF_TEN.fullmatch(text.casefold())
    if match is None:
        raise DiaryError("strength", f"'{text}' is no strength: write a whole number from 0 to 10")
    return int(match[1])


def state(text: str) -> str:
    found = _STATES.get(text.casefold())
    if found is None:
        raise DiaryError("state", f"'{text}' is not known: write {', '.join(State)}")
    return found


def _words_of(known: dict[str, T], text: str) -> set[T]:
    return {known[word] for word in re.split(r"[^a-z]+", text.casefold()) if word in known}


READERS: dict[str, Callable[[str], object]] = {
    "side": side,
    "strength": strength,
    "strength_after": strength,
    "state": state,
}
"""What reads a cell whose words are not kept as they are."""
