"""Durations as people write them (`30s`, `2 min`, `1m30s`, `1:30`), and back.

A duration is a whole number of seconds. A bare number is refused: it does not say whether `30` means seconds,
minutes or repetitions, and a dose that is guessed is worse than none.
"""

import re
from math import ceil, floor

_MINUTE, _HOUR = 60, 3_600
MINUTES, SECONDS = "(?:m|mins?|minutes?)", "(?:s|secs?|seconds?)"
"""The units of a file, as patterns."""
_UNITS = rf"(?:([0-9]{{1,4}}) ?{MINUTES})?(?: ?([0-9]{{1,5}}) ?{SECONDS})?"
_CLOCK = r"([0-9]{1,4}):([0-9]{2})"
_LONGEST = 100
"""Characters of what is read at all."""

HOW_TO_WRITE = "write a duration as 30s, 2m, 1m30s or 1:30"
"""What a refusal ends with, where nothing is near."""


class DurationError(ValueError):
    """The text is no duration; the message says what would be right."""


def parse_duration(text: str) -> int:
    """Read `30s`, `2m`, `1m30s`, `1:30` or `0:30` (minutes and seconds), `2 min` or `30 seconds` in whole seconds.

    Raises:
        DurationError: for anything else, a bare number, a fraction or a minus among them.
    """
    if clock := re.fullmatch(_CLOCK, text):
        minutes, seconds = int(clock[1]), int(clock[2])
        if seconds >= _MINUTE:
            raise DurationError(f"'{text}' has {seconds} seconds after the colon, which must be under 60")
        return minutes * _MINUTE + seconds
    units = re.fullmatch(_UNITS, text)
    if units is None or not text:
        meant, bare = meant_durations(text), text.strip()
        why, right = "is not a duration", ", or ".join(map(write_duration, meant))
        if bare.isdigit():
            why, right = "has no unit", f"{bare}s, or {bare}m"
        raise DurationError(f"'{text}' {why}: {f'write {right}' if meant else HOW_TO_WRITE}")
    minutes, seconds = int(units[1] or 0), int(units[2] or 0)
    if units[1] and seconds >= _MINUTE:
        raise DurationError(f"'{text}' has {seconds} seconds beside its minutes, which must be under 60")
    return minutes * _MINUTE + seconds


def read_durations(text: str) -> tuple[int, ...]:
    """The seconds that somebody may mean who speaks as people do: `half an hour`, `2½ min`, `1 h 5`.

    A bare number has two readings, seconds and minutes; all else has one.

    Raises:
        DurationError: it is none; the message says what would be right.
    """
    return tuple(map(round, _spoken(text))) or (parse_duration(text),)


def meant_durations(text: str) -> tuple[int, ...]:
    """The whole seconds that a file can say in place of free words; nothing where these are no duration.

    A fraction of a second gives the two whole numbers beside it, a bare number its seconds and its minutes, and a range
    both of its ends.
    """
    spoken = _spoken(text)
    if not spoken and (
        ends := re.fullmatch(r"(\d{1,4}) ?(\D*?) ?(?:[-\u2010-\u2015\u2212]|to|or|/) ?(\d{1,4} ?(\D+))", text)
    ):
        first, last = _spoken(f"{ends[1]} {ends[2] or ends[4]}"), _spoken(ends[3])
        spoken = (*first, *last) if len(first) == len(last) == 1 else ()
    if len(spoken) == 1 and spoken[0] % 1:
        return tuple(dict.fromkeys((max(1, floor(spoken[0])), ceil(spoken[0]))))
    return tuple(map(round, spoken))


_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = dict(zip(("twenty", "thirty", "forty", "fifty"), range(20, 60, 10), strict=True))
NUMBER_WORDS = {word: nth for nth, word in enumerate(_ONES, 1)} | _TENS
"""Whole numbers as words, up to 59: `twenty-five` and `twenty five`."""
NUMBER_WORDS |= {f"{ten}{by}{_ONES[one - 1]}": _TENS[ten] + one for ten in _TENS for one in range(1, 10) for by in "- "}
_FRACTIONS = {"half": 0.5, "a half": 0.5, "quarter": 0.25, "a quarter": 0.25, "three quarters": 0.75}
_NUMBERS = _FRACTIONS | NUMBER_WORDS | {"a": 1, "an": 1}
_NUMBERS |= {f"{part}{of}": _FRACTIONS[part] for part in _FRACTIONS for of in (" a", " an", " of a", " of an")}
_UNIT_SECONDS = {"h": _HOUR, "m": _MINUTE, "'": _MINUTE, "s": 1, '"': 1}


def _spoken(text: str) -> tuple[float, ...]:
    words = _plain(text)
    if re.fullmatch(r"\d{1,5}", words, re.ASCII) or _NUMBERS.get(words, 0) > 1:
        number = int(words) if words.isdigit() else _NUMBERS[words]
        return number, number * _MINUTE
    if clock := re.fullmatch(r"(\d{1,2}):([0-5]\d):([0-5]\d)", words, re.ASCII):
        return (int(clock[1]) * _HOUR + int(clock[2]) * _MINUTE + int(clock[3]),)
    if clock := re.fullmatch(r"(\d{1,4}):([0-5]\d)", words, re.ASCII):
        return (int(clock[1]) * _MINUTE + int(clock[2]),)
    numbers = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    part = re.compile(
        rf"(?:(\d{{1,5}}(?:\.\d{{1,3}})?)|({numbers}))(?: and (a half|a quarter))? ?"
        r"(?:(hours?|hrs?|h|minutes?|mins?|min\.|m|'|seconds?|secs?|s|\")|$)"
        r"\.?(?: ?(?:and )?|$)",
        re.ASCII,
    )
    seconds, at, last = 0.0, 0, 60 * _HOUR
    while at < len(words):
        match = part.match(words, at)
        if match is None:
            return ()
        rest = last if match[2] in _FRACTIONS else last // _MINUTE  # `an hour and a half`, `1 hour 5`
        unit = _UNIT_SECONDS[match[4][0]] if match[4] else rest if at else 0
        number = (float(match[1]) if match[1] else _NUMBERS[match[2]]) + _FRACTIONS.get(match[3], 0)
        if not 1 <= unit < (last + (match[4] is None)) or (at and number * unit >= last):
            return ()
        seconds, at, last = seconds + number * unit, match.end(), unit
    return (round(seconds, 3),) if at and last < 60 * _HOUR else ()


def _plain(text: str) -> str:
    """One form of each digit, space and fraction, in small letters."""
    import unicodedata  # late: routines need none of it

    text = " ".join(text.split())
    if len(text) > _LONGEST or any(char in text for char in "²³¹"):
        return ""
    text = re.sub(
        r"(?<![\d/])(1/2|1/4|3/4)(?![\d/])", lambda match: {"1/2": "½", "1/4": "¼", "3/4": "¾"}[match[1]], text
    )
    for sign, decimals in (("½", ".5"), ("¼", ".25"), ("¾", ".75")):
        text = re.sub(rf"(?<=\d) ?{sign}", decimals, text).replace(sign, f"0{decimals}")
    text = re.sub(r"(?<=[^\W\d]), ", " ", text)
    text = re.sub("[\u2019\u2032]", "'", text.replace("\u2033", '"'))
    text = unicodedata.normalize("NFKC", re.sub(r"(?<=\d),(?=\d)", ".", text)).casefold()
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return re.sub(r"^(?:(?:about|around|for|ca)\b|~)\.? ?", "", text).strip()


def write_duration(seconds: int) -> str:
    """The shortest form that `parse_duration` reads back: `30s`, `2m`, `1m30s`."""
    minutes, rest = divmod(seconds, _MINUTE)
    if minutes and rest:
        return f"{minutes}m{rest}s"
    return f"{minutes}m" if minutes else f"{rest}s"


def clock_face(seconds: int) -> str:
    """Seconds as a clock shows them: `0:07`, `12:30`, `1:02:03`."""
    minutes, rest = divmod(seconds, _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
