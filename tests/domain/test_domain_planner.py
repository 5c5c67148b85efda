"""Planning: a routine laid out flat, for one person and one side."""

from dataclasses import replace
from itertools import pairwise

import pytest
from domain_making import check, plan, routine, step, told
from domain_strategies import (
    few,
    libraries,
    many,
    open_steps,
    optional_steps,
    plans,
    profiles,
    routines,
    timed_plans,
    timed_steps,
)
from domain_strategies import sides as any_side
from hypothesis import assume, given

from uncramp.domain.plan import Consequence, IntervalKind, Plan, Query, as_json
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Purpose, Routine, Side, Sides, Step, Tag, Unanswered

SQUEEZE = step("Squeeze", "squeeze 3", "let go 3")


def test_the_daily_calf_routine_is_305_seconds() -> None:
    found = plan(replace(SQUEEZE, repetitions=50))
    assert told(found.intervals[:3]) == ["get ready 5", "squeeze 3", "let go 3"]
    assert len(found.intervals) == 1 + 50 * 2
    assert found.seconds == 5 + 50 * (3 + 3) == 305


@pytest.mark.parametrize("purpose", [each for each in Purpose if each is not Purpose.FIRST_AID])
def test_five_seconds_to_get_ready_by_day(purpose: Purpose) -> None:
    assert told(plan(step(), step(), purpose=purpose).intervals) == ["get ready 5", "hold 10"] * 2


def test_no_time_to_get_ready_in_first_aid() -> None:
    moved = replace(step("Stand", "lean 20"), position="Standing")
    assert told(plan(step(), moved, purpose=Purpose.FIRST_AID).intervals) == ["hold 10", "lean 20"]


def ready(*steps: Step, position: str = "Sitting", person: Profile | None = None) -> list[int | None]:
    found = make_plan(routine(*steps, position=position), person)
    return [one.seconds for one in found.intervals if one.kind is IntervalKind.GET_READY]


def test_longer_to_get_ready_where_the_position_changes() -> None:
    standing = replace(step(), position="Standing")
    assert ready(step(), standing, standing, step()) == [5, 10, 5, 10]


def test_the_first_step_is_no_change_of_position() -> None:
    assert ready(replace(step(), position="Standing")) == [5]


def test_a_question_in_between_changes_no_position() -> None:
    standing = replace(step(), position="Standing")
    assert ready(standing, check(), standing) == [5, 5]
    assert ready(check(), standing) == [5]


def test_the_profile_sets_the_time_to_get_ready() -> None:
    standing = replace(step(), position="Standing")
    assert ready(step(), standing, person=Profile(get_ready=0)) == [10]
    assert ready(step(), standing, person=Profile(get_ready=8)) == [8, 10]
    assert ready(step(), standing, person=Profile(get_ready=20)) == [20, 20]


def played(one: Step, side: Side | None = None) -> list[str]:
    return told(plan(one, purpose=Purpose.FIRST_AID, side=side).intervals)


def test_rest_between_sets_and_none_after_the_last() -> None:
    one = replace(step("Rise", "rise 2"), sets=3, rest=30)
    assert played(one) == ["rise 2", "rest 30", "rise 2", "rest 30", "rise 2"]


def test_no_rest_costs_nothing() -> None:
    assert played(replace(step("Rise", "rise 2"), sets=3)) == ["rise 2"] * 3


def test_moves_make_a_repetition_and_repetitions_a_set() -> None:
    one = replace(step("Rise", "up 2", "down 3"), repetitions=2, sets=2, rest=9)
    assert played(one) == ["up 2", "down 3", "up 2", "down 3", "rest 9", "up 2", "down 3", "up 2", "down 3"]
    found = plan(one, purpose=Purpose.FIRST_AID).intervals
    assert [(each.set, each.repetition) for each in found if each.kind is IntervalKind.MOVE] == [
        *[(1, 1), (1, 1), (1, 2), (1, 2)],
        *[(2, 1), (2, 1), (2, 2), (2, 2)],
    ]


def test_each_side_is_all_of_one_and_then_the_other() -> None:
    one = replace(step("Lean", "lean 9", sides=Sides.EACH), sets=2, rest=7, change=5)
    assert played(one, Side.RIGHT) == [
        *["right lean 9", "right rest 7", "right lean 9"],
        "left switch sides 5",
        *["left lean 9", "left rest 7", "left lean 9"],
    ]


def test_alternating_changes_side_at_each_repetition() -> None:
    one = replace(step("Lean", "lean 9", sides=Sides.ALTERNATING), repetitions=2, change=3)
    assert played(one, Side.LEFT) == [
        *["left lean 9", "right switch sides 3", "right lean 9"],
        "left switch sides 3",
        *["left lean 9", "right switch sides 3", "right lean 9"],
    ]


def test_an_alternating_step_rests_between_its_sets() -> None:
    one = replace(step("Lean", "lean 9", sides=Sides.ALTERNATING), sets=2, rest=20, change=3)
    pair = ["left lean 9", "right switch sides 3", "right lean 9"]
    assert played(one) == [*pair, "left rest 20", *pair]


def test_an_alternating_step_without_rest_still_changes_side_between_its_sets() -> None:
    one = replace(step("Lean", "lean 9", sides=Sides.ALTERNATING), sets=2, rest=0, change=3)
    pair = ["left lean 9", "right switch sides 3", "right lean 9"]
    assert played(one) == [*pair, "left switch sides 3", *pair]


@pytest.mark.parametrize("sides", [Sides.EACH, Sides.ALTERNATING])
def test_changing_sides_can_cost_nothing(sides: Sides) -> None:
    one = replace(step("Lean", "lean 9", sides=sides), change=0)
    assert played(one) == ["left lean 9", "right lean 9"]


@pytest.mark.parametrize(
    ("sides", "side", "expected"),
    [
        (Sides.AFFECTED, Side.RIGHT, ["right hold 10"]),
        (Sides.AFFECTED, None, ["affected hold 10"]),
        (Sides.BOTH, Side.RIGHT, ["both hold 10"]),
        (Sides.NONE, Side.RIGHT, ["hold 10"]),
    ],
)
def test_the_side_that_a_step_is_done_on(sides: Sides, side: Side | None, expected: list[str]) -> None:
    assert played(step(sides=sides), side) == expected


def test_the_usual_side_holds_until_another_is_said() -> None:
    one, person = routine(step(sides=Sides.AFFECTED)), Profile(usual_side=Side.RIGHT)
    assert make_plan(one, person).side is Side.RIGHT
    assert make_plan(one, person, Side.LEFT).side is Side.LEFT


def test_an_open_ended_step_is_one_interval_without_a_length() -> None:
    found = plan(step("Pull", "pull 30", "ease 10", at_most=5), purpose=Purpose.FIRST_AID)
    assert told(found.intervals) == ["pull 30s, ease 10s"]
    assert (found.open_ended, found.seconds, found.intervals[0].longest) == (True, 0, 200)


def test_otherwise_is_offered_after_its_step() -> None:
    one = replace(step("Pull", "pull 30", at_most=5), otherwise="standing")
    found = plan(one, purpose=Purpose.FIRST_AID, others=[routine(step("Stand"), name="standing")])
    question = found.intervals[1].question
    assert question is not None
    assert (question.query, question.text, question.wait) == (Query.OTHERWISE, "Stand", 20)
    assert question.yes is Consequence.SWITCH
    assert found.other("standing") is not None


def test_a_routine_that_is_missing_or_empty_for_this_person_is_not_offered() -> None:
    one = replace(step("Pull", "pull 30", at_most=5), otherwise="standing")
    empty = routine(name="standing")
    assert [each.kind for each in plan(one, others=[empty]).intervals] == [
        IntervalKind.GET_READY,
        IntervalKind.OPEN,
    ]
    assert [each.kind for each in plan(one).intervals] == [IntervalKind.GET_READY, IntervalKind.OPEN]


def test_routines_that_offer_each_other_end() -> None:
    pull = replace(step("Pull", "pull 30", at_most=5), otherwise="standing")
    stand = replace(step("Stand", "lean 30", at_most=5), otherwise="sitting")
    sitting, standing = routine(pull, name="sitting"), routine(stand, name="standing")
    found = make_plan(sitting, routines={"sitting": sitting, "standing": standing})
    other = found.other("standing")
    assert other is not None
    assert [each.kind for each in other.intervals] == [IntervalKind.GET_READY, IntervalKind.OPEN]


def test_an_optional_step_is_asked_for_first() -> None:
    found = plan(replace(step("Walk"), optional=True))
    question = found.intervals[0].question
    assert told(found.intervals) == ["answer", "get ready 5", "hold 10"]
    assert question is not None
    assert (question.query, question.text, question.silent) == (Query.OPTIONAL, "Walk", Consequence.SKIP)


def test_not_sure_counts_as_yes_for_a_clot_check() -> None:
    question = plan(check(), step()).intervals[0].question
    assert question is not None
    assert question.unsure is question.yes is Consequence.SIGNS


@pytest.mark.parametrize("unanswered", Unanswered)
def test_no_answer_is_no_answer(unanswered: Unanswered) -> None:
    """Silence leaves the guarded steps out, unless the routine itself says to go on."""
    question = plan(check(unanswered=unanswered), step()).intervals[0].question
    assert question is not None
    expected = Consequence.SKIP if unanswered is Unanswered.SKIP else Consequence.GO_ON
    assert question.silent is expected


def test_the_json_has_the_plan_s_own_numbers() -> None:
    found = plan(step("Pull", "pull 30", at_most=2), replace(step(), adapt=()), tags=[Tag.PREGNANT])
    data = as_json(found)
    assert (data["routine"], data["seconds"], data["open_ended"]) == ("routine", None, True)
    intervals = data["intervals"]
    assert isinstance(intervals, list)
    assert [one["seconds"] for one in intervals] == [5, None, 5, 10]
    assert as_json(plan(step()))["seconds"] == 15


@few
@given(routines(), profiles, any_side, libraries)
def test_the_same_input_gives_the_same_plan(
    one: Routine, person: Profile, side: Side | None, library: dict[str, Routine]
) -> None:
    assert make_plan(one, person, side, library) == make_plan(one, person, side, dict(library))


@many
@given(plans)
def test_what_remains_falls_by_each_interval_from_all_to_nothing(found: Plan) -> None:
    assert found.remaining(0) == found.seconds
    assert found.remaining(len(found.intervals)) == 0
    for index, interval in enumerate(found.intervals):
        length = interval.seconds or 0
        assert found.remaining(index) - found.remaining(index + 1) == length


@many
@given(timed_plans)
def test_rest_and_changing_sides_stand_only_between_moves(found: Plan) -> None:
    pauses = {IntervalKind.REST, IntervalKind.CHANGE}
    before: IntervalKind | None = None
    for interval, after in zip(found.intervals, [*found.intervals[1:], None], strict=True):
        if interval.kind in pauses:
            assert before is IntervalKind.MOVE
            assert after is not None
            assert after.kind is IntervalKind.MOVE
            within = (after.number, after.round, after.side) == (interval.number, interval.round, interval.side)
            assert within or (interval.kind is IntervalKind.REST and interval.set is None)
        assert interval.seconds
        before = interval.kind


@many
@given(routines(timed_steps | open_steps | optional_steps), any_side)
def test_blocks_are_counted_up_and_steps_keep_their_order(one: Routine, side: Side | None) -> None:
    found = make_plan(one, Profile(), side).intervals
    assert [each.block for each in found] == sorted(each.block for each in found)
    order = [(each.round or 1, each.number) for each in found]  # steps before the rounds have smaller numbers
    assert order == sorted(order)
    for here, after in pairwise(found):
        if here.number != after.number:
            assert here.block < after.block


@many
@given(routines(timed_steps), any_side)
def test_every_repetition_is_planned_on_every_side(one: Routine, side: Side | None) -> None:
    found = make_plan(one, Profile(), side)
    for number, each in enumerate(one.steps, 1):
        both = 2 if each.sides.changes else 1
        planned = sum(
            interval.seconds or 0
            for interval in found.intervals
            if interval.number == number and interval.kind is IntervalKind.MOVE
        )
        times = each.rounds.times if each.rounds else 1
        assert planned == both * sum(each.in_sets) * each.repetition_seconds * times


@many
@given(routines(), profiles, libraries)
def test_the_other_side_is_the_plan_for_the_other_side(
    one: Routine, person: Profile, library: dict[str, Routine]
) -> None:
    left = make_plan(one, person, Side.LEFT, library)
    assert left.other_side() == make_plan(one, person, Side.RIGHT, library)
    assert left.other_side().other_side() == left


@few
@given(plans)
def test_the_blocks_cover_the_plan(found: Plan) -> None:
    assume(found.intervals)
    index, firsts = 0, []
    while index < len(found.intervals):
        firsts.append(index)
        behind = found.after_block(index)
        assert all(found.first_of_block(each) == index for each in range(index, behind))
        index = behind
    assert index == len(found.intervals)
    assert firsts
