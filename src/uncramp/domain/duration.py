"""Durations as people write them (`30s`, `2m`, `1m30s`, `1:30`), and back.

A duration is a whole number of seconds. A bare number is refused: it does not say whether `30` means seconds,
minutes or repetitions, and a dose that is guessed is worse than none.
"""

import re

_MINUTE = 60
_UNITS = r"(?:([0-9]{1,4})m)?(?:([0-9]{1,5})s)?"
_CLOCK = r"([0-9]{1,4}):([0-9]{2})"

HOW_TO_WRITE = "write a duration as 30s, 2m, 1m30s or 1:30"
"""What every refusal ends with."""


class DurationError(ValueError):
    """The text is no duration; the message says what would be right."""


def parse_duration(text: str) -> int:
    """Read a duration in whole seconds.

    Args:
        text: `30s`, `2m`, `1m30s`, `1:30` or `0:30` (minutes and seconds).

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
        if text.isascii() and text.isdigit():
            raise DurationError(f"'{text}' has no unit: {HOW_TO_WRITE}")
        raise DurationError(f"'{text}' is not a duration: {HOW_TO_WRITE}")
    minutes, seconds = int(units[1] or 0), int(units[2] or 0)
    if units[1] and seconds >= _MINUTE:
        raise DurationError(f"'{text}' has {seconds} seconds beside its minutes, which must be under 60")
    return minutes * _MINUTE + seconds


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
