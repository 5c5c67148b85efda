"""Where a person is in a session, kept so that it can be resumed after a crash, a hang-up or a power cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

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
    began, side = record.get("cramp_began"), record.get("side")
    try:
        return ResumePoint(
            entry=str(record["entry"]),
            saved=read_when(str(record["saved"])),
            routine=str(record["routine"]),
            title=str(record["title"]),
            interval=_count(record["interval"]),
            intervals=_count(record["intervals"]),
            step=str(record["step"]),
            into_ms=_count(record.get("into_ms", 0)),
            played_ms=_count(record.get("played_ms", 0)),
            eased_ms=_count(record.get("eased_ms", 0)),
            side=None if side is None else Side(str(side)),
            cramp_began=None if began is None else read_when(str(began)),
        )
    except (KeyError, ValueError) as error:
        raise DiaryError("place", "it is no place in a plan") from error


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise DiaryError("place", "write a whole number from 0 on")
    return value
