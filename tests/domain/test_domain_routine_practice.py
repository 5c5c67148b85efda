"""What was done of each routine, beside what was planned."""

from datetime import date, timedelta

from report_samples import practice
from uncramp.domain.day_plan import Dose
from uncramp.domain.diary import SessionEntry
from uncramp.domain.practice import RoutinePractice, practice_by_routine
from uncramp.domain.told import ToldSession, told_entries

MONDAY = date(2026, 11, 16)
TWICE = Dose(("heel-drops",), 2)


def told(sessions: list[SessionEntry]) -> list[ToldSession]:
    return told_entries(sessions).sessions


def done(routine: str, *days: int, today: int = 6, week: tuple[tuple[Dose, ...], ...] = ()) -> list[RoutinePractice]:
    """A routine that was done on these days after a Monday, by one day of that week."""
    dates = [MONDAY + timedelta(nth) for nth in days]
    sessions = [practice(n, day, routine.title(), routine=routine) for n, day in enumerate(dates)]
    return list(practice_by_routine(told(sessions), MONDAY + timedelta(today), week))


def test_twice_a_day_is_done_on_the_days_with_two_and_due_from_the_first_time_on() -> None:
    (found,) = done("heel-drops", 1, 1, 2, 3, 3, 3, 6, 6, week=((TWICE,),) * 7)
    assert (found.times, found.days, found.per_day, found.done, found.due) == (8, 4, 2, 3, 6)


def test_today_is_due_only_once_it_is_done() -> None:
    (found,) = done("heel-drops", 5, 5, 6, week=((TWICE,),) * 7)
    assert (found.done, found.due) == (1, 1)
    (found,) = done("heel-drops", 6, week=((TWICE,),) * 7)
    assert (found.per_day, found.done, found.due) == (0, 0, 0)


def test_on_a_day_that_is_not_planned_it_is_done_but_not_due() -> None:
    on_mon_wed = tuple((TWICE,) if nth in (0, 2) else () for nth in range(7))
    (found,) = done("heel-drops", 0, 0, 1, 1, 2, week=on_mon_wed)
    assert (found.times, found.days, found.done, found.due) == (5, 3, 1, 2)


def test_what_is_not_planned_has_its_days_and_nothing_is_due() -> None:
    (found,) = done("walk", 0, 3, week=((TWICE,),) * 7)
    assert found == RoutinePractice("Walk", times=2, days=2)


def test_what_stands_for_the_same_counts_together_and_is_told_once() -> None:
    dose = Dose(("short", "long"), 2)
    sessions = [practice(n, MONDAY, name, routine=name) for n, name in enumerate(("short", "long", "short"))]
    first, second = practice_by_routine(told(sessions), MONDAY, ((dose,),) * 7)
    assert (first.title, first.times, first.done, first.due) == ("short", 2, 1, 1)
    assert (second.title, second.times, second.due) == ("long", 1, 0)


def test_a_routine_is_called_as_it_was_last() -> None:
    sessions = [practice(n, MONDAY, title, hour) for n, title, hour in ((1, "New", 19), (2, "Old", 8))]
    assert [one.title for one in practice_by_routine(told(sessions), MONDAY)] == ["New"]
