"""What a day is made of: the program's plan, the person's own routines, and what they chose."""

from dataclasses import replace
from datetime import date, time

import pytest
from domain_making import routine, step

from uncramp.domain.day_plan import DAY_PLAN, Dose, at_times, day_plan
from uncramp.domain.routine import PerDay, Routine, Weekday

MONDAY = date(2026, 11, 23)


def own(name: str = "heel-drops", least: int = 2, **changed: object) -> Routine:
    return replace(routine(step(), name=name), per_day=PerDay(least, least), **changed)  # type: ignore[arg-type]


def times(*routines: Routine, chosen: tuple[tuple[str, int], ...] = (), day: date = MONDAY) -> dict[str, int]:
    return {dose.routines[0]: dose.least for dose in day_plan(routines, chosen, day)}


SHIPPED = {dose.routines[0]: dose.least for dose in DAY_PLAN}


def test_nothing_of_one_s_own_leaves_the_plan_of_the_program() -> None:
    assert day_plan((), (), MONDAY) == DAY_PLAN
    assert day_plan([routine(step(), name="just-so")], (), MONDAY) == DAY_PLAN


def test_an_own_routine_that_says_how_often_is_in_the_day() -> None:
    assert times(own()) == {**SHIPPED, "heel-drops": 2}


def test_on_other_days_of_the_week_it_is_not() -> None:
    some = own(days=frozenset({Weekday.MON, Weekday.FRI}))
    found = ["heel-drops" in times(some, day=date(2026, 11, day)) for day in range(23, 30)]
    assert found == [True, False, False, False, True, False, False]


def test_a_choice_holds_before_what_a_file_says() -> None:
    chosen = (("heel-drops", 0), ("legs-up", 0), ("daily-calf", 1), ("walk", 2))
    assert times(own(), chosen=chosen) == {"daily-calf": 1, "ball-roll": 1, "bedtime": 1, "walk": 2}
    assert times(own(days=frozenset({Weekday.SUN})), chosen=(("heel-drops", 3),))["heel-drops"] == 3


def test_an_own_file_of_a_shipped_name_says_how_often() -> None:
    found = {dose.routines[0]: dose for dose in day_plan([own("daily-calf", 1)], (), MONDAY)}
    assert found["daily-calf"] == Dose(("daily-calf", "daily-calf-full"), 1, last_at_bedtime=True)


def test_what_counts_as_another_one_counts_for_it() -> None:
    stairs = replace(routine(step(), name="stairs"), counts_as="heel-drops")
    lean = replace(routine(step(), name="lean"), counts_as="daily-calf")
    found = {dose.routines[0]: dose.routines for dose in day_plan([own(), stairs, lean], (), MONDAY)}
    assert found["heel-drops"] == ("heel-drops", "stairs")
    assert found["daily-calf"] == ("daily-calf", "daily-calf-full", "lean")


@pytest.mark.parametrize(
    ("least", "bedtime", "hours"),
    [
        (1, False, [7]),
        (1, True, [1]),
        (2, False, [7, 1]),
        (3, True, [7, 20, 1]),
        (4, False, [7, 12, 20, 1]),
        (6, True, [7, 12, 20, 1]),
        (0, False, []),
    ],
)
def test_a_dose_is_spread_over_the_times_of_a_day_whose_evening_ends_after_midnight(
    least: int, hours: list[int], *, bedtime: bool
) -> None:
    dose = Dose(("legs-up",), least, last_at_bedtime=bedtime)
    assert at_times(dose, [time(hour) for hour in (1, 7, 12, 20)]) == tuple(map(time, hours))
    assert at_times(dose, ()) == ()
