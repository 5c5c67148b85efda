"""What one cell of a person's own table says: when, how long, which side, how strong."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from uncramp.domain.diary import DiaryError, State
from uncramp.domain.duration import read_durations
from uncramp.domain.routine import Part, Side

T = TypeVar("T")

_ONLY_TIME = re.compile(r"\d{1,2}(?:[:.]\d{2}){0,2}(?:\.\d+)?\s*(?:[ap]\.?\s?m\.?)?", re.IGNORECASE)
_TWO_WAYS = re.compile(r"\s*(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)")
_MONTHS_OF_YEAR = 12

_BARE = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?")
IN_SECONDS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
}

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
    """A moment whose day stands first as in 2026-11-22, where it could be two; all else is read as people write it."""
    text = re.sub(r"(:\d\d)\.\d+", r"\1", text.strip())  # no parts of a second
    match = _TWO_WAYS.match(text)
    if match is None or order is None:
        return text
    day, month = match[1], match[2]
    if order == "mdy":
        day, month = month, day
    century = "" if match[3][2:] else "20"
    return f"{century}{match[3]}-{month:0>2}-{day:0>2}{text[match.end() :]}"


def is_bare(text: str) -> bool:
    """Whether a cell is a number with nothing that says what it counts."""
    return _BARE.fullmatch(text.strip()) is not None


def seconds(key: str, text: str, unit: int | None) -> int:
    """A length of time in seconds; `unit` is what a bare number counts."""
    if unit is not None and is_bare(text):
        return round(float(text.replace(",", ".")) * unit)
    try:
        (found,) = read_durations(text)
    except ValueError as error:  # none, or a number that can be two
        raise DiaryError(key, f"'{text}' is no length of time: write 90 s, 2 min or 1:30") from error
    return found


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
