"""A person's plan as an iCalendar file: each routine at its times of day, again and again, with an alarm.

Times are local ones without a zone. Practice is at 8 in the morning wherever the person is, and whatever the clocks do
in March and October: that is what such times mean (RFC 5545, 3.3.5), and what somebody who travels wants. For calendars
that know no such times, the zone of this machine is named once for the whole file.

An event's id follows from the person, the routine, and which time of its day it is. Taking a file in again so changes
the events that are there. Each file is the next revision, since the events begin with the first that is still to come.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event
from icalendar.enums import CLASS, TRANSP

from uncramp import __version__
from uncramp.clock import zone_name
from uncramp.domain.day_plan import Dose, at_times
from uncramp.domain.plan import Plan
from uncramp.domain.routine import Purpose, Routine
from uncramp.guidance.context import Context
from uncramp.guidance.routines import Routines, for_a_day, plan_of_day, swap_of
from uncramp.i18n import _, language
from uncramp.paths import folder_of, person
from uncramp.words.session import swap_words

_IDS = UUID("6f1b6d0e-6f0c-5e0b-9a35-3c2f6a3d8c11")
"""What the ids of all events are made from: never to be changed."""

_FIRST_REVISION = datetime(2026, 1, 1, tzinfo=UTC)
"""Revisions are counted in seconds from here: a later file has a higher number, whatever machine it is made on."""

_DAY, _WEEK = timedelta(days=1), 7


@dataclass(frozen=True, slots=True)
class Appointment:
    routine: Routine
    plan: Plan
    dose: Dose
    days: tuple[int, ...]
    """Of the week, from Monday as 0."""


@dataclass(frozen=True, slots=True)
class WeekPlan:
    appointments: tuple[Appointment, ...]
    left_out: tuple[str, ...]
    """Routines, by name, that can't be read, or are in the plan and not there or not for this person."""


def week_plan(context: Context) -> WeekPlan:
    """The plan of the coming seven days: some routines are for some days of the week."""
    routines = Routines(context.library)
    plans: dict[str, Plan] = {}

    def played(name: str) -> str | None:
        routine = routines.get(name)
        if routine is None or routine.purpose is Purpose.FIRST_AID:
            return None
        plan = plans.setdefault(name, context.plan(routine))
        return plan.routine if plan.intervals else None

    days: dict[str, list[int]] = {}
    doses: dict[str, Dose] = {}
    left_out = dict.fromkeys(entry.name for entry in context.library.own_entries() if entry.routine is None)
    for day in (context.local_time().date() + nth * _DAY for nth in range(_WEEK)):
        plan = plan_of_day(context.library, context.profile, day)
        for name, dose in for_a_day(plan, played).items():
            days.setdefault(name, []).append(day.weekday())
            doses[name] = dose
        left_out |= dict.fromkeys(dose.routines[0] for dose in plan if not any(map(played, dose.routines)))
    return WeekPlan(
        tuple(
            Appointment(routines[name], plans[name], dose, tuple(sorted(days[name]))) for name, dose in doses.items()
        ),
        tuple(left_out),
    )


def as_calendar(appointments: Iterable[Appointment], times: Iterable[time], now: datetime) -> bytes:
    """The file, of at least one appointment; `now` is the local time, aware."""
    calendar = Calendar.new(
        name=" ".join(filter(None, ("uncramp", person()))),
        uid=uuid5(_IDS, _whose()),
        prodid=f"-//uncramp//uncramp {__version__}//{language().upper()}",
    )
    if zone := zone_name():
        calendar.add("x-wr-timezone", zone)
    times = tuple(times)
    for one in appointments:
        for event in _events(one, times, now):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(one: Appointment, times: Iterable[time], now: datetime) -> Iterator[Event]:
    title = one.plan.title
    for nth, clock in enumerate(at_times(one.dose, times), 1):
        named = f"{_whose()}/{one.routine.name}/{nth}"
        start = _first(one.days, clock, now.replace(tzinfo=None))
        alarm = Alarm.new(description=title, uid=uuid5(_IDS, f"{named}/alarm"))
        alarm.add("action", "DISPLAY")
        alarm.TRIGGER = timedelta()
        event = Event.new(
            uid=uuid5(_IDS, named),
            sequence=max(0, (now - _FIRST_REVISION) // timedelta(seconds=1)),
            stamp=now.astimezone(UTC),
            last_modified=now.astimezone(UTC),
            start=start,
            end=start + timedelta(minutes=max(1, -(-one.plan.needed_seconds // 60))),
            summary=title,
            description=_description(one),
            classification=CLASS.PRIVATE,
            transparency=TRANSP.TRANSPARENT,
            subcomponents=[alarm],
        )
        event.add("rrule", _rule(one.days))
        yield event


def _first(days: Iterable[int], clock: time, now: datetime) -> datetime:
    coming = (datetime.combine(now.date() + nth * _DAY, clock) for nth in range(_WEEK + 1))
    return next(start for start in coming if start > now and start.weekday() in days)


def _rule(days: tuple[int, ...]) -> dict[str, object]:
    if len(days) == _WEEK:
        return {"freq": "daily"}
    return {"freq": "weekly", "byday": [("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in days]}


def _description(one: Appointment) -> str:
    swap = swap_of(one.routine, one.plan)
    about = swap_words(swap.old_title, swap.why) if swap else one.routine.about
    whose = f"--as {_whose()} " if _whose() else ""
    start = _("To start it: {command}").format(command=f"uncramp {whose}run {one.routine.name}")
    return "\n".join(filter(None, (about, start)))


def _whose() -> str:
    """The person's name, the same however they write it; "" for the one who needs none."""
    return folder_of(person()) if person() else ""
