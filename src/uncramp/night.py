"""When it is night: first aid is then dark and red, and asks nothing twice."""

from datetime import datetime

_FROM, _TO = 21, 7


def is_night(moment: datetime) -> bool:
    """Whether the hour is between 21:00 and 07:00."""
    return moment.hour >= _FROM or moment.hour < _TO
