"""A person's plan as an iCalendar file: each routine at its times of day, again and again, with an alarm.

Times are local ones without a zone. Practice is at 8 in the morning wherever the person is, and whatever the clocks do
in March and October: that is what such times mean (RFC 5545, 3.3.5), and what somebody who travels wants. For calendars
that know no such times, the zone of this machine is named once for the whole file.

An event's id follows from the person, the routine, and which time of its day it is: its place. Taking a file in again so
changes the events that are there. Each file is the next revision, since the events begin with the first that is still to
come. A place that has left the plan is written as one event long ago, without an alarm. It is no cancelled one: some
calendars leave those out when they take a file in, others never take back what was once cancelled.
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
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.routines import Routines, for_a_day, plan_of_day, swap_of
from uncramp.i18n import _, language
from uncramp.paths import folder_of, person
from uncramp.words.session import swap_words

_IDS = UUID("6f1b6d0e-6f0c-5e0b-9a35-3c2f6a3d8c11")
"""What the ids of all events are made from: never to be changed."""

_FIRST_REVISION = datetime(2026, 1, 1, tzinfo=UTC)
"""Revisions are counted in seconds from here: a later file has a higher number, whatever machine it is made on."""

LONG_AGO = datetime(2026, 1, 1, 8)  # noqa: DTZ001 - a local time, as all of them
"""Where events go that have left the plan."""

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
    unreadable: tuple[str, ...]
    """Routines, by name, of which nobody knows whether they are in the plan."""
    missing: tuple[str, ...]
    """Routines, by name, that are in the plan and not there, or not for this person."""


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
    unreadable = tuple(entry.name for entry in context.library.own_entries() if entry.routine is None)
    missing: dict[str, None] = {}
    for day in (context.local_time().date() + nth * _DAY for nth in range(_WEEK)):
        plan = plan_of_day(context.library, context.profile, day)
        for name, dose in for_a_day(plan, played).items():
            days.setdefault(name, []).append(day.weekday())
            doses[name] = dose
        missing |= dict.fromkeys(dose.routines[0] for dose in plan if not any(map(played, dose.routines)))
    there = (Appointment(routines[name], plans[name], dose, tuple(sorted(days[name]))) for name, dose in doses.items())
    return WeekPlan(tuple(there), unreadable, tuple(name for name in missing if name not in unreadable))


def places(appointments: Iterable[Appointment], times: Iterable[time]) -> Iterator[tuple[str, Appointment, time]]:
    """Where each of them stands: the routine and which of its times of the day that is; and the time."""
    times = tuple(times)
    for one in appointments:
        for nth, clock in enumerate(at_times(one.dose, times), 1):
            yield f"{one.routine.name}/{nth}", one, clock


def as_calendar(
    appointments: Iterable[Appointment], times: Iterable[time], now: datetime, gone: Iterable[str] = ()
) -> bytes:
    """The file, of at least one event; `now` is the local time, aware; `gone` are places that have left the plan."""
    calendar = Calendar.new(
        name=" ".join(filter(None, ("uncramp", person()))),
        uid=uuid5(_IDS, _whose()),
        prodid=f"-//uncramp//uncramp {__version__}//{language().upper()}",
    )
    if zone := zone_name():
        calendar.add("x-wr-timezone", zone)
    for place, one, clock in places(appointments, times):
        calendar.add_component(_event(place, one, clock, now))
    for place in gone:
        title = _("No longer in your plan: {name}").format(name=visible(place.rpartition("/")[0]))
        calendar.add_component(_plain_event(place, title, LONG_AGO, timedelta(minutes=1), now))
    return bytes(calendar.to_ical())


def _event(place: str, one: Appointment, clock: time, now: datetime) -> Event:
    start = _first(one.days, clock, now.replace(tzinfo=None))
    long = timedelta(minutes=max(1, -(-one.plan.needed_seconds // 60)))
    event = _plain_event(place, one.plan.title, start, long, now)
    event.description = _description(one)
    event.add("rrule", _rule(one.days))
    alarm = Alarm.new(description=one.plan.title, uid=uuid5(_IDS, f"{_whose()}/{place}/alarm"))
    alarm.add("action", "DISPLAY")
    alarm.TRIGGER = timedelta()
    event.add_component(alarm)
    return event


def _plain_event(place: str, title: str, start: datetime, long: timedelta, now: datetime) -> Event:
    return Event.new(
        uid=uuid5(_IDS, f"{_whose()}/{place}"),
        sequence=max(0, (now - _FIRST_REVISION) // timedelta(seconds=1)),
        stamp=now.astimezone(UTC),
        last_modified=now.astimezone(UTC),
        start=start,
        end=start + long,
        summary=title,
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
    )


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
