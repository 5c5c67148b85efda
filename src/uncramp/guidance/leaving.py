"""What comes of the wish to stop, and when it is not asked about."""

from datetime import datetime
from enum import StrEnum

from uncramp.clock import is_night
from uncramp.domain.diary import TRIED
from uncramp.domain.session import Session


class Leaving(StrEnum):
    """What comes of the wish to stop."""

    GO_ON = "go_on"
    STOP = "stop"
    """Stop, and keep what happened. Whether it was a cramp is asked another time."""
    KEEP = "keep"
    """Stop: it was a cramp."""
    FORGET = "forget"
    """Stop, and keep nothing: there was no cramp."""


def leaving_at_once(session: Session, now: int, local_time: datetime) -> Leaving | None:
    """What stopping means where it is not asked about; `None` where it is, which is by day.

    A first aid of a few seconds was tried out, unless somebody has said that it's stopped. At night nobody is asked
    anything.
    """
    if not session.plan.measures_cramp:
        return None
    if not session.relieved and (session.cramp_ms(now) or 0) < TRIED * 1000:
        return Leaving.FORGET
    return Leaving.STOP if is_night(local_time) else None
