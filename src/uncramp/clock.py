"""The one place where the program reads a clock, and when it is night."""

import sys
import time
from datetime import datetime


def _source() -> int:
    """The id of a clock that goes on while the machine sleeps.

    `time.monotonic` stops in suspend on Linux and macOS, and a session would not notice that the lid was closed.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.CLOCK_BOOTTIME
    return time.CLOCK_MONOTONIC


def session_clock() -> int:
    """Milliseconds on a clock that never stops and never jumps."""
    if sys.platform == "win32":
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(_source()) // 1_000_000


def local_time() -> datetime:
    """The time of day where the person is."""
    return datetime.now().astimezone()


_FROM, _TO = 21, 7


def is_night(moment: datetime) -> bool:
    """Whether the hour is between 21:00 and 07:00."""
    return is_night_hour(moment.hour)


def is_night_hour(hour: int) -> bool:
    """Whether an hour of the day, 0 to 23, is one of the night."""
    return hour >= _FROM or hour < _TO
