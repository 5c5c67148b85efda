"""What a person says while a plan is played: next, back, undo, the other side, and answers."""

from dataclasses import replace

import pytest
from domain_making import Player, check, outline, plan, routine, step

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Sort
from uncramp.domain.routine import Purpose, Side, Sides, Step, Unanswered
from uncramp.domain.session import Phase

RISE = replace(step("Rise", "up 5", "down 5", sides=Sides.EACH), repetitions=2, sets=2, rest=30)
WALK = step("Walk", "walk 60")
RUB = step("Rub", "rub 60")


def first_aid(*steps: Step, side: Side | None = None) -> Player:
    return Player(plan(*steps, purpose=Purpose.FIRST_AID, side=side))


def here(player: Player) -> tuple[str, Side | None, int | None, int]:
    interval = player.session.interval
    assert interval is not None
    return interval.sort.value, interval.side, interval.set, player.session.place.elapsed


def test_next_goes_by_sets_rests_and_sides_not_by_single_moves() -> None:
    player = first_aid(RISE, WALK)
    player.play(2)
    visited = []
    for _ in range(7):
        player.press(player.session.next)
        visited.append(here(player))
    assert visited == [
        ("rest", Side.LEFT, 2, 0),
        ("move", Side.LEFT, 2, 0),
        ("switch sides", Side.RIGHT, 1, 0),
        ("move", Side.RIGHT, 1, 0),
        ("rest", Side.RIGHT, 2, 0),
        ("move", Side.RIGHT, 2, 0),
        ("move", None, 1, 0),
    ]


def test_next_from_the_last_is_the_finish() -> None:
    player = first_aid(WALK)
    player.play(2)
    assert outline(player.press(player.session.next)) == [("Finished", 2_000)]
    assert player.session.phase is Phase.FINISHED
    assert player.session.played_ms == 2_000


def test_next_and_back_stay_in_a_pause() -> None:
    player = first_aid(WALK, RUB)
    player.press(player.session.pause)
    player.press(player.session.next)
    assert (player.step, player.session.phase) == ("Rub", Phase.PAUSED)
    player.press(player.session.back)
    assert (player.step, player.session.phase) == ("Walk", Phase.PAUSED)


def test_back_goes_to_the_start_of_the_set_and_then_to_the_one_before() -> None:
    player = first_aid(RISE, WALK)
    player.play(17)  # in the second repetition
    player.press(player.session.back)
    assert here(player) == ("move", Side.LEFT, 1, 0)
    assert player.session.place.index == 0
    player.play(50)  # past the first rest
    player.press(player.session.next)
    player.press(player.session.back)
    assert here(player) == ("move", Side.LEFT, 2, 0)
    player.press(player.session.back)
    assert here(player) == ("rest", Side.LEFT, 2, 0)


def test_the_first_two_seconds_count_as_the_start() -> None:
    player = first_aid(WALK, RUB)
    player.play(61.999)
    player.press(player.session.back)
    assert player.step == "Walk"
    player.play(62)
    player.press(player.session.back)
    assert (player.step, player.session.place.elapsed) == ("Rub", 0)


def test_back_at_the_very_start_begins_again() -> None:
    player = first_aid(WALK)
    player.play(1)
    player.press(player.session.back)
    assert (player.session.place.index, player.session.place.elapsed) == (0, 0)


def test_back_in_an_open_ended_step_goes_to_its_first_round() -> None:
    player = first_aid(WALK, step("Pull", "pull 30", "ease 10", at_most=5))
    player.play(60 + 40 + 30.5)
    player.press(player.session.back)
    assert (player.step, player.session.place.round, player.session.place.turn) == ("Pull", 1, 0)


def test_undo_takes_back_one_thing_after_the_other() -> None:
    player = first_aid(WALK, RUB, step("Rest"))
    player.play(7)
    player.press(player.session.next)
    player.play(3)
    player.press(player.session.more_time)
    assert outline(player.press(player.session.undo)) == [("Undone", 10_000)]
    assert (player.step, player.session.place.elapsed, player.session.place.extra) == ("Rub", 3_000, 0)
    player.press(player.session.undo)
    assert (player.step, player.session.place.elapsed) == ("Walk", 7_000)
    assert not player.session.can_undo
    assert player.press(player.session.undo) == []


def test_undo_of_stop_goes_on() -> None:
    player = first_aid(WALK)
    player.play(7)
    player.press(player.session.stop)
    player.now += 5_000
    player.press(player.session.undo)
    assert (player.session.phase, player.session.place.elapsed) == (Phase.RUNNING, 7_000)
    assert player.session.cramp_ms(player.now) == 12_000
    player.play(53)
    assert player.session.phase is Phase.FINISHED


def test_a_finish_is_final() -> None:
    player = first_aid(WALK)
    player.press(player.session.next)
    assert not player.session.can_undo
    assert player.press(player.session.undo) == []
    assert player.session.phase is Phase.FINISHED


def test_the_other_side_mirrors_the_plan_and_time_goes_on() -> None:
    player = first_aid(step("Pull", "pull 30", sides=Sides.AFFECTED), side=Side.LEFT)
    player.play(12)
    before = player.session.plan
    heard = player.press(player.session.other_side)
    assert heard == [ev.SideChanged(12_000, Side.RIGHT)]
    assert player.session.plan == before.other_side() != before
    assert player.session.place.elapsed == 12_000
    player.press(player.session.undo)
    assert player.session.plan == before


def test_who_has_not_said_which_side_can_say_it() -> None:
    player = first_aid(step("Pull", sides=Sides.AFFECTED))
    assert [
        event.side for event in player.press(player.session.other_side) if isinstance(event, ev.SideChanged)
    ] == [Side.LEFT]


def answered(answer: Answer, *, wait: float = 3) -> Player:
    player = first_aid(check(), RUB, WALK)
    player.play(wait)
    player.press(lambda now: player.session.answer(now, answer))
    return player


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_a_warning_sign_ends_the_routine_and_not_sure_is_one(answer: Answer) -> None:
    player = answered(answer)
    assert outline(player.events)[-3:] == [("Answered", 3_000), ("SignsNeeded", 3_000), ("Stopped", 3_000)]
    assert player.session.phase is Phase.STOPPED


def test_only_no_is_no() -> None:
    assert answered(Answer.NO).step == "Rub"


def test_an_unanswered_check_leaves_its_step_out_and_says_so() -> None:
    player = first_aid(check(wait=20), RUB, WALK)
    player.play(20)
    assert player.heard(ev.Answered)[0].answer is Answer.NONE
    assert player.heard(ev.StepLeftOut) == [ev.StepLeftOut(20_000, "Rub", Answer.NONE)]
    assert player.step == "Walk"


def test_a_check_can_guard_several_steps() -> None:
    player = first_aid(check(guards=2), RUB, step("Press"), WALK)
    player.play(20)
    assert [event.name for event in player.heard(ev.StepLeftOut)] == ["Rub", "Press"]
    assert player.step == "Walk"


def test_next_at_a_check_is_no_answer() -> None:
    player = first_aid(check(), RUB, WALK)
    player.press(player.session.next)
    assert [event.name for event in player.heard(ev.StepLeftOut)] == ["Rub"]
    assert player.step == "Walk"


def test_back_does_not_lead_round_an_unanswered_check() -> None:
    """The step that was left out is not the one before: its question is."""
    player = first_aid(check(), RUB, WALK)
    player.play(21)
    player.press(player.session.back)
    assert player.session.question is not None


def test_after_a_no_back_leads_to_the_step_itself() -> None:
    player = answered(Answer.NO)
    player.press(player.session.next)
    player.press(player.session.back)
    assert player.step == "Rub"
    assert player.session.question is None


def test_an_unanswered_check_may_go_on_where_the_routine_says_so() -> None:
    player = first_aid(check(unanswered=Unanswered.GO_ON), RUB, WALK)
    player.play(20)
    assert player.step == "Rub"
    assert player.heard(ev.StepLeftOut) == []


def test_a_key_that_is_no_answer_here_changes_nothing() -> None:
    player = Player(plan(replace(WALK, optional=True), RUB))
    before = player.session.place
    assert player.press(lambda now: player.session.answer(now, Answer.UNSURE)) == []
    assert player.session.place == before
    assert not player.session.can_undo


def test_an_answer_just_after_its_time_answers_nothing() -> None:
    player = first_aid(check(wait=20), RUB, WALK)
    player.play(19)
    player.now += 1_001
    player.press(lambda now: player.session.answer(now, Answer.YES))
    assert player.step == "Walk"
    assert player.heard(ev.SignsNeeded) == []


def test_a_question_waits_through_a_pause_and_a_gap() -> None:
    player = first_aid(check(wait=20), RUB, WALK)
    player.play(10)
    player.jump(600)
    assert player.session.question is not None
    player.press(lambda now: player.session.answer(now, Answer.NO))
    assert (player.step, player.session.phase) == ("Rub", Phase.RUNNING)


def test_more_time_to_answer() -> None:
    player = first_aid(check(wait=20), RUB, WALK)
    player.press(player.session.more_time)
    player.play(29.999)
    assert player.session.question is not None
    player.play(0.001)
    assert player.step == "Walk"


@pytest.mark.parametrize(("answer", "name"), [(Answer.YES, "Walk"), (Answer.NO, "Rub"), (Answer.NONE, "Rub")])
def test_an_optional_step_is_done_only_when_wanted(answer: Answer, name: str) -> None:
    player = first_aid(replace(WALK, optional=True), RUB)
    player.press(lambda now: player.session.answer(now, answer))
    assert player.step == name
    assert [event.name for event in player.heard(ev.StepLeftOut)] == ([] if name == "Walk" else ["Walk"])


def test_an_answer_can_be_taken_back() -> None:
    player = answered(Answer.YES)
    player.press(player.session.undo)
    assert player.session.question is not None
    assert player.session.phase is Phase.RUNNING


def test_a_check_can_lead_to_another_routine() -> None:
    seated = routine(step("Sit"), name="seated", purpose=Purpose.FIRST_AID)
    player = Player(plan(check(if_yes="seated"), RUB, purpose=Purpose.FIRST_AID, others=[seated]))
    player.press(lambda now: player.session.answer(now, Answer.YES))
    assert player.heard(ev.Switched) == [ev.Switched(0, "seated")]
    assert player.step == "Sit"
    player.press(player.session.undo)
    assert player.session.interval is not None
    assert player.session.interval.sort is Sort.QUESTION
