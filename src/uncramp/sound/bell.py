"""The events at which the terminal's bell rings, where it is on."""

from uncramp.domain import events as ev
from uncramp.domain.plan import IntervalKind


def rings(event: ev.Event) -> bool:
    """Whether the bell rings: as a move begins, at the urgent-help card and at the end. Counting down is silent."""
    match event:
        case ev.MoveStarted(interval=interval):
            return interval.sort is not IntervalKind.GET_READY
        case ev.UrgentHelp() | ev.Finished():
            return True
        case _:
            return False
