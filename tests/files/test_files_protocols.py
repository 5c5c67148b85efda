"""Published protocols, each written as a physiotherapist would write it, and their totals to the second."""

from pathlib import Path

import pytest

from uncramp.domain.plan import Interval, IntervalKind, Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Side
from uncramp.files.library import Library

FOLDER = Path(__file__).with_name("protocols")
LIBRARY = Library(FOLDER.parents[2] / "routines", FOLDER)
READY = Profile(get_ready=0)


def plan(name: str, side: Side | None = None) -> Plan:
    return make_plan(LIBRARY.get(name), READY, side, {one: LIBRARY.get(one) for one in ("wall-lean", "rathleff")})


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        ("alfredson", 2 * (3 * 15 * 4 + 2 * 60) + 60),
        ("silbernagel-1", 2 * 20 * 2 + 5 + 37 * 4 + 120 + 2 * (60 * 4 + 3 * 5 + 120) + 30 * 4 + 120),
        ("hallegraeff", 2 * 2 * 3 * 20),
        ("wall-lean", 3 * 15),
        ("rathleff", 3 * 12 * 8 + 2 * 120),
        ("knee-circuit", 3 * (80 + 30 + 15 + 50 + 15 + 70) + 2 * 60),
        ("both-ways", 45 + 60 + 528),
    ],
)
def test_a_protocol_takes_what_it_says(name: str, seconds: int) -> None:
    assert plan(name).seconds == seconds


def test_a_ladder_has_its_own_number_in_each_set() -> None:
    raises = [one for one in plan("silbernagel-1").intervals if one.step.name == "Heel raises on two legs"]
    last = {one.set: one.repetition for one in raises if one.kind is IntervalKind.MOVE}
    assert last == {1: 15, 2: 12, 3: 10}


def test_set_by_set_changes_sides_within_a_set_and_rests_between() -> None:
    drops = [one for one in plan("silbernagel-1", Side.RIGHT).intervals if one.step.name == "Slow heel drops"]
    sets = list(dict.fromkeys((one.set, one.side) for one in drops if one.kind is IntervalKind.MOVE))
    assert sets == [(nth, side) for nth in (1, 2, 3) for side in (Side.RIGHT, Side.LEFT)]
    pauses = [(one.kind.value, one.seconds) for one in drops if one.kind is not IntervalKind.MOVE]
    assert pauses == [("switch sides", 5), ("rest", 60)] * 2 + [("switch sides", 5)]


def test_rounds_come_one_after_the_other_with_a_rest_between() -> None:
    intervals = plan("knee-circuit").intervals
    assert [one.round for one in intervals if one.step.name == "Wall sit" and one.kind is IntervalKind.MOVE] == [
        1,
        2,
        3,
    ]
    rests = [(one.round, one.seconds) for one in intervals if one.kind is IntervalKind.REST]
    assert rests == [(1, 15), (1, 15), (1, 60), (2, 15), (2, 15), (2, 60), (3, 15), (3, 15)]


def own_pace(intervals: tuple[Interval, ...]) -> list[Interval]:
    return [one for one in intervals if one.kind is IntervalKind.OWN_PACE]


def test_at_one_s_own_pace_nothing_is_timed() -> None:
    found = own_pace(plan("knee-circuit").intervals)
    assert [(one.round, one.repetitions, one.seconds) for one in found] == [(1, 10, None), (2, 10, None), (3, 10, None)]


def test_a_fixed_leg_stays_when_the_sides_are_switched() -> None:
    for made in (plan("knee-circuit"), plan("knee-circuit", Side.RIGHT), plan("knee-circuit").other_side()):
        raises = [one.side for one in made.intervals if one.step.name == "Straight leg raise"]
        assert set(raises) == {Side.LEFT, None}  # none in the rest between rounds


def test_used_steps_say_where_they_are_from() -> None:
    used = {one.step.name: one.step.used.name for one in plan("both-ways").intervals if one.step.used}
    assert used == {"Lean toward the wall": "wall-lean", "Heel raise on a towel": "rathleff"}


def test_get_ready_is_not_added_to_a_rest() -> None:
    ready = make_plan(LIBRARY.get("knee-circuit"), Profile(get_ready=7))
    before = [
        a.kind for a, b in zip(ready.intervals, ready.intervals[1:], strict=False) if b.kind is IntervalKind.GET_READY
    ]
    assert IntervalKind.REST not in before
    assert ready.seconds == plan("knee-circuit").seconds + 7 * 2 * 3  # none before a step at one's own pace
