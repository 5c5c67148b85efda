"""Questions: what an answer leads to, and that no answer is never taken as no."""

from dataclasses import replace

import pytest
from domain_making import Player, check, first_aid, outline, plan, routine, step

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, IntervalKind
from uncramp.domain.routine import Purpose, Unanswered
from uncramp.domain.session_state import Phase

WALK = step("Walk", "walk 60")
RUB = step("Rub", "rub 60")


def answered(answer: Answer, *, wait: float = 3) -> Player:
    player = first_aid(check(), RUB, WALK)
    player.play(wait)
    player.answer(answer)
    return player


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_a_warning_sign_ends_the_routine_and_not_sure_is_one(answer: Answer) -> None:
    player = answered(answer)
    assert outline(player.events)[-3:] == [("Answered", 3_000), ("SignsNeeded", 3_000), ("Stopped", 3_000)]
    assert player.session.phase is Phase.STOPPED


def test_a_question_has_no_next_move() -> None:
    player = first_aid(check(), RUB)
    player.play(1)
    assert player.session.position.interval.question
    assert player.session.position.next_move() is None


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


def test_back_past_more_than_one_move_does_not_lead_round_the_check_either() -> None:
    player = first_aid(check(), RUB, step("Pull", "pull 3", "ease 3", at_most=5), WALK)
    player.play(20 + 4)
    player.press(player.session.back)
    assert player.step == "Pull"
    player.press(player.session.back)
    assert player.session.question is not None


def test_a_check_answered_no_in_the_end_makes_its_step_part_of_the_way_back() -> None:
    player = first_aid(check(), RUB, WALK)
    player.press(player.session.next)
    player.press(player.session.back)
    player.answer(Answer.NO)
    player.press(player.session.next)
    assert player.step == "Walk"
    player.press(player.session.back)
    assert player.step == "Rub"


def test_an_unanswered_check_may_go_on_where_the_routine_says_so() -> None:
    player = first_aid(check(unanswered=Unanswered.GO_ON), RUB, WALK)
    player.play(20)
    assert player.step == "Rub"
    assert player.heard(ev.StepLeftOut) == []


def test_a_key_that_is_no_answer_here_changes_nothing() -> None:
    player = Player(plan(replace(WALK, optional=True), RUB))
    before = player.session.position
    assert player.answer(Answer.UNSURE) == []
    assert player.session.position == before
    assert not player.session.can_undo


def test_an_answer_just_after_its_time_answers_nothing() -> None:
    player = first_aid(check(wait=20), RUB, WALK)
    player.play(19)
    player.now += 1_001
    player.answer(Answer.YES)
    assert player.step == "Walk"
    assert player.heard(ev.SignsNeeded) == []


def test_an_answer_just_after_its_time_does_not_answer_the_next_question() -> None:
    player = first_aid(check(wait=20), RUB, check(wait=20), WALK)
    player.play(19)
    player.now += 1_001
    player.answer(Answer.NO)
    assert [event.answer for event in player.heard(ev.Answered)] == [Answer.NONE]
    assert player.session.question is not None


def test_a_question_waits_through_a_pause_and_a_gap() -> None:
    player = first_aid(check(wait=20), RUB, WALK)
    player.play(10)
    player.jump(600)
    assert player.session.question is not None
    player.answer(Answer.NO)
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
    player.answer(answer)
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
    player.answer(Answer.YES)
    assert player.heard(ev.Switched) == [ev.Switched(0, "seated")]
    assert player.step == "Sit"
    player.press(player.session.undo)
    assert player.session.interval is not None
    assert player.session.interval.kind is IntervalKind.QUESTION


def test_by_itself_an_optional_step_is_left_out_at_once_and_a_check_is_asked_all_the_same() -> None:
    warm = replace(step("Warm", "warm 60"), optional=True)
    player = Player(plan(check(wait=20), RUB, warm, WALK, purpose=Purpose.FIRST_AID), auto=True)
    player.play(19)
    assert player.session.question is not None
    player.answer(Answer.NO)
    player.play(60)
    assert player.step == "Walk"
    assert player.heard(ev.StepLeftOut) == [ev.StepLeftOut(79_000, "Warm", Answer.NONE, optional=True)]
    assert player.session.again().auto


def test_by_itself_whoever_goes_back_to_an_optional_step_is_asked() -> None:
    warm = replace(step("Warm", "warm 60"), optional=True)
    player = Player(plan(warm, WALK, purpose=Purpose.FIRST_AID), auto=True)
    assert player.step == "Walk"
    player.press(player.session.back)
    assert player.session.question is not None
    player.answer(Answer.YES)
    assert player.step == "Warm"
