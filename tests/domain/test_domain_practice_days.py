"""The strip of weeks, the streak, and today's practice."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary_making import counts_by_day
from uncramp.domain.day_plan import DAY_PLAN
from uncramp.domain.diary import CrampEntry, DayCount, Ending, Entry, SessionEntry, When
from uncramp.domain.practice import Progress, Streak, first_of_strip, streak, strip, today
from uncramp.domain.routine import Purpose

ID = "3f2b8c1e-58a4-4a86-9d5c-0d9d4a1f7e22"
SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def moment(written: str) -> When:
    return When.of(datetime.fromisoformat(written).replace(tzinfo=UTC))


def practice(written: str, routine: str = "daily-calf", ending: Ending = Ending.COMPLETED) -> SessionEntry:
    played = 300 if ending is Ending.COMPLETED else 40
    return SessionEntry(ID, moment(written), routine, routine, Purpose.DAILY, 300, played, ending)


def days_ago(*numbers: int) -> set[date]:
    return {SUNDAY - timedelta(days=number) for number in numbers}


def test_days_count_cramps_by_night_and_practice_by_day() -> None:
    entries: list[Entry] = [
        CrampEntry(ID, moment("2026-11-22 00:40")),
        CrampEntry(ID, moment("2026-11-21 23:00")),
        practice("2026-11-21 18:00"),
        practice("2026-11-21 19:00", ending=Ending.STOPPED),  # broken off: no practice
        replace(practice("2026-11-21 19:10", ending=Ending.STOPPED), played=19),  # only tried out: nothing
        replace(practice("2026-11-21 19:20"), played=10),  # looked through to its end: nothing
        CrampEntry(ID, moment("2026-11-22 01:40"), unconfirmed=True),
    ]
    day = date(2026, 11, 21)
    assert counts_by_day(entries) == {day: DayCount(day, cramps=2, sessions=1, broken_off=1, unconfirmed=1)}


def test_the_strip_ends_with_this_week_and_leaves_what_is_to_come_empty() -> None:
    wednesday = date(2026, 11, 18)
    counts = {wednesday: DayCount(wednesday, cramps=1)}
    weeks = strip(counts, wednesday)
    assert len(weeks) == 12
    assert weeks[-1] == (
        DayCount(date(2026, 11, 16)),
        DayCount(date(2026, 11, 17)),
        DayCount(wednesday, cramps=1),
        None,
        None,
        None,
        None,
    )


@given(DAYS, st.integers(1, 30))
def test_the_strip_holds_every_day_once_from_a_monday_on(day: date, weeks: int) -> None:
    found = [one.day for week in strip({}, day, weeks) for one in week if one is not None]
    assert found[0].weekday() == 0
    assert found[0] == first_of_strip(day, weeks)
    assert found[-1] == day
    assert found == [found[0] + timedelta(days=nth) for nth in range(len(found))]


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (days_ago(), Streak(0, 0)),
        (days_ago(0), Streak(1, 1)),
        (days_ago(1), Streak(1, 1)),  # today is not over: it is not missed yet
        (days_ago(0, 1, 2, 3, 4, 5, 6), Streak(7, 7)),
        (days_ago(0, 1, 2, 4, 5, 6), Streak(6, 7)),  # a missed day does not zero it
        (days_ago(1, 2, 3, 4, 5, 6, 7), Streak(7, 7)),
        (days_ago(0, 2), Streak(2, 3)),
        (days_ago(30), Streak(0, 7)),
        (days_ago(0, 30), Streak(1, 7)),
    ],
)
def test_the_streak_is_kind(done: set[date], found: Streak) -> None:
    assert streak(done, SUNDAY) == found


@given(st.sets(st.integers(0, 20)))
def test_a_streak_never_counts_more_than_there_was(numbers: Collection[int]) -> None:
    found = streak(days_ago(*numbers), SUNDAY)
    assert 0 <= found.done <= found.of <= 7
    assert (found.done > 0) or not any(number <= 6 for number in numbers)


@given(st.sets(st.integers(1, 20)))
def test_practising_today_never_makes_a_streak_smaller(numbers: Collection[int]) -> None:
    before, after = streak(days_ago(*numbers), SUNDAY), streak(days_ago(0, *numbers), SUNDAY)
    assert after.done >= before.done or after.of == before.of == 7
    assert after.of >= before.of


def progress(*sessions: SessionEntry) -> dict[str, Progress]:
    return {one.dose.routines[0]: one for one in today(sessions, SUNDAY)}


def test_a_day_begins_with_everything_to_do() -> None:
    left = {name: one.left for name, one in progress().items()}
    assert left == {"daily-calf": 3, "bedtime": 1, "ball-roll": 1, "legs-up": 2}


def test_what_was_done_counts_for_its_aim_alone() -> None:
    found = progress(practice("2026-11-22 09:00"), practice("2026-11-22 14:00", "legs-up"))
    assert (found["daily-calf"].done, found["daily-calf"].left) == (1, 2)
    assert found["legs-up"].left == 1
    assert found["bedtime"].done == 0


def test_the_full_calf_routine_counts_for_calf_and_toe_lifts() -> None:
    found = progress(practice("2026-11-22 09:00", "daily-calf-full"))
    assert (found["daily-calf"].done, found["ball-roll"].done) == (1, 1)


def test_another_day_and_what_was_broken_off_count_nothing() -> None:
    found = progress(practice("2026-11-21 09:00"), practice("2026-11-22 09:00", ending=Ending.INTERRUPTED))
    assert found["daily-calf"].done == 0


@given(st.integers(0, 20))
def test_nothing_left_is_never_below_zero(number: int) -> None:
    for one in today([practice("2026-11-22 09:00")] * number, SUNDAY):
        assert one.left >= 0


def test_every_routine_of_the_plan_is_shipped() -> None:
    from uncramp.paths import shipped_routines

    shipped = {path.stem for path in shipped_routines().glob("*.yaml")}
    assert {name for dose in DAY_PLAN for name in dose.routines} <= shipped
