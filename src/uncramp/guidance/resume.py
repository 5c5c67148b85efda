"""What somebody was cut off in a short while ago, and the plan to go on with."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from uncramp.domain.diary import CrampEntry, Entry
from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.domain.resume_point import ResumePoint
from uncramp.domain.session import Session
from uncramp.domain.store_problem import DiaryUnusableError
from uncramp.files.library import Library, RoutineBrokenError, RoutineNotFoundError
from uncramp.guidance.routines import plan_for
from uncramp.i18n import _
from uncramp.store.diary import DiaryStore
from uncramp.words.session import spoken_time


@dataclass(frozen=True, slots=True)
class CutOff:
    """A place in a plan, and what was recorded until then."""

    place: ResumePoint
    entry: Entry
    plan: Plan

    def session(self, now: datetime, clock: int) -> Session:
        """A session that is ready to start at the place's interval; `clock` is the session's, in milliseconds, at `now`."""
        first = self.place.interval
        if not isinstance(self.entry, CrampEntry):
            return Session(self.plan, first=first, played=self.place.played_ms)
        began = clock - (now - self.entry.start.utc) // timedelta(milliseconds=1)
        relief = self.entry.relief
        relieved_at = None if relief is None else began + relief * 1000
        return Session(self.plan, cramp_began=began, relieved_at=relieved_at, eased=self.place.eased_ms, first=first)

    def words(self, now: datetime) -> str:
        seconds = max(0, (now - self.place.saved.utc) // timedelta(seconds=1))
        time = spoken_time(seconds // 60 * 60 or seconds)  # whole minutes where there are any
        return _("{title}: {step}, {time} ago").format(title=self.plan.title, step=self.place.step, time=time)


def find(opening: Callable[[], DiaryStore], library: Library, profile: Profile) -> CutOff | None:
    """What can be gone on with: nothing where its plan is not what it was."""
    with suppress(DiaryUnusableError), closing(opening()) as store:  # told when something is to be written
        place = store.resumable()
        if place is None:
            return None
        kept = store.get(place.entry)
        plans = _plans(library, profile, kept.entry.routine, place)
        if kept.deleted or len(plans) != 1:  # two that match: nobody knows which
            return None
        return CutOff(place, kept.entry, plans[0])
    return None


def _plans(library: Library, profile: Profile, begun: str, place: ResumePoint) -> list[Plan]:
    """The plans in which the place is found, among all that the routine that was begun can lead to."""
    try:
        routine = library.get(begun)
    except (RoutineBrokenError, RoutineNotFoundError):
        return []
    found: list[Plan] = []
    for plan in _led_to(plan_for(library, routine, profile, place.side)):
        if plan.routine == place.routine and place.is_in(plan) and plan not in found:
            found.append(plan)
    return found


def _led_to(plan: Plan) -> Iterator[Plan]:
    yield plan
    for _name, other in plan.others:
        yield from _led_to(other)
