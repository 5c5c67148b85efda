"""The one place where the program reads a clock, and when it is night."""

import os
import sys
import time

TYPE_CHECKING = False  # the first words wait for this module, and need no dates
if TYPE_CHECKING:
    from datetime import datetime

_NIGHT_FROM, _NIGHT_TO = 21, 7


def session_clock() -> int:
    """Milliseconds on a clock that never jumps, and that goes on while the machine sleeps, where there is such a one.

    `time.monotonic` stops in suspend on Linux and macOS, and a session would not notice that the lid was closed.
    """
    if sys.platform == "win32":
        return time.monotonic_ns() // 1_000_000
    clock = time.CLOCK_BOOTTIME if hasattr(time, "CLOCK_BOOTTIME") else time.CLOCK_MONOTONIC
    return time.clock_gettime_ns(clock) // 1_000_000


def local_time() -> "datetime":
    """The time of day where the person is."""
    from datetime import datetime

    return datetime.now().astimezone()


def zone_name() -> str:
    """The person's time zone as it is named everywhere, such as `Europe/Berlin`; "" where no place is known."""
    named = os.environ.get("TZ") or os.path.realpath("/etc/localtime").partition("/zoneinfo/")[2]
    name = named.removeprefix(":").removeprefix("posix/").removeprefix("right/")
    area, *places = name.split("/")
    return name if area not in ("", "Etc") and all(places) and places and name.isascii() else ""


def is_night(moment: "datetime") -> bool:
    """Whether the hour is between 21:00 and 07:00."""
    return is_night_hour(moment.hour)


def is_night_hour(hour: int) -> bool:
    """Whether an hour of the day, 0 to 23, is one of the night."""
    return hour >= _NIGHT_FROM or hour < _NIGHT_TO
