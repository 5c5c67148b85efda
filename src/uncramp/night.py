"""When it is night: first aid is then dark and red, and asks nothing twice.

This module imports nothing, since the first words wait for it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_FROM, _TO = 21, 7


def is_night(moment: "datetime") -> bool:
    """Whether the hour is between 21:00 and 07:00."""
    return is_night_hour(moment.hour)


def is_night_hour(hour: int) -> bool:
    """Whether an hour of the day, 0 to 23, is one of the night."""
    return hour >= _FROM or hour < _TO
