"""Where a person is in a session, kept so that it can be resumed after a crash, a hang-up or a power cut."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from uncramp.domain.diary import DiaryError, When
from uncramp.domain.diary_record import Record, read_when
from uncramp.domain.plan import Plan
from uncramp.domain.position import RESUME_WITHIN
from uncramp.domain.routine import Side


@dataclass(frozen=True, slots=True)
class ResumePoint:
    """A place in a plan at which a session was cut off."""

    entry: str
    """The id of the cramp or session that is being recorded."""
    saved: When
    routine: str
    """The routine that is being played, by the plan's own name."""
    title: str
    interval: int
    """The interval's index in the plan, from 0."""
    intervals: int
    """How many the plan has: another number means that the routine has changed since."""
    step: str
    into_ms: int = 0
    """Milliseconds into the interval."""
    played_ms: int = 0
    """Milliseconds played before."""
    eased_ms: int = 0
    """Milliseconds without pain since the cramp began."""
    side: Side | None = None
    """The plan's affected side."""
    cramp_began: When | None = None
    """When the cramp began that is not gone."""

    def in_time(self, now: datetime) -> bool:
        return timedelta() <= now - self.saved.utc < RESUME_WITHIN

    def is_in(self, plan: Plan) -> bool:
        """Whether it can be found in a plan: the same number of intervals, and the same step there."""
        same_length = self.interval < self.intervals == len(plan.intervals)
        return same_length and plan.intervals[self.interval].step.name == self.step


def resume_record(point: ResumePoint) -> Record:
    """The resume point as plain data; `as_resume_point` reads it back."""
    values = {name: getattr(point, name) for name in ResumePoint.__match_args__}
    for key, value in values.items():
        if isinstance(value, When):
            values[key] = value.local.isoformat()
    return {key: value for key, value in values.items() if value is not None}


def as_resume_point(record: Mapping[str, object]) -> ResumePoint:
    """The resume point that a record stands for.

    Raises:
        DiaryError: it is none.
    """
    try:
        values = {key: _READERS.get(key, str)(value) for key, value in record.items()}
        return ResumePoint(**values)
    except (TypeError, ValueError) as error:
        raise DiaryError("place", "it is no place in a plan") from error


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise DiaryError("place", "write a whole number from 0 on")
    return value


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("interval", "intervals", "into_ms", "played_ms", "eased_ms"), _count),
    **dict.fromkeys(("saved", "cramp_began"), read_when),
    "side": Side,
}
