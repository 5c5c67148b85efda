"""A cramp: its clock, open-ended steps, relief, ten minutes, and what is offered when a step does not help."""

from dataclasses import replace
from functools import partial

from domain_making import Player, check, first_aid, outline, plan, routine, step

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, IntervalKind, Query
from uncramp.domain.routine import Purpose, Sides, Step
from uncramp.domain.session_state import Phase

PULL = step("Pull", "pull 30", "ease 10", sides=Sides.AFFECTED, at_most=5)
STANDING = routine(step("Stand", "lean 30"), name="standing", purpose=Purpose.FIRST_AID)
OFFERS = replace(PULL, otherwise="standing")
WALK = step("Walk", "walk 60")


cramp = partial(first_aid, others=(STANDING,))


def test_an_open_ended_step_runs_its_moves_round_and_round() -> None:
    player = cramp(PULL, WALK)
    player.play(100)
    found = [(event.move.name, event.turn, event.at) for event in player.heard(ev.MoveStarted)]
    assert found == [
        *[("pull", 1, 0), ("ease", 1, 30_000)],
        *[("pull", 2, 40_000), ("ease", 2, 70_000)],
        ("pull", 3, 80_000),
    ]
    assert player.session.remaining_ms == 60_000


def test_it_ends_at_its_cap_of_200_seconds_and_then_offers_the_other_routine() -> None:
    player = cramp(OFFERS, WALK)
    player.play(200, tick=1_900)
    assert [event.at for event in player.heard(ev.CapReached)] == [200_000]
    assert player.session.question is not None
    assert player.session.question.query is Query.OTHERWISE
    assert player.session.offer == "standing"


def test_twenty_silent_seconds_after_the_offer_it_goes_on() -> None:
    player = cramp(OFFERS, WALK)
    player.play(219.999)
    assert player.session.question is not None
    player.play(0.001)
    assert outline(player.events)[-3:] == [
        ("Answered", 220_000),
        ("IntervalStarted", 220_000),
        ("MoveStarted", 220_000),
    ]
    assert player.heard(ev.Answered)[0].answer is Answer.NONE
    assert player.step == "Walk"


def test_waiting_for_an_answer_is_no_play() -> None:
    player = cramp(OFFERS, WALK)
    player.play(225)
    assert player.session.played_ms == 205_000


def test_the_offer_taken_leads_to_the_other_routine() -> None:
    player = cramp(OFFERS, WALK)
    player.play(205)
    heard = player.answer(Answer.YES)
    assert [type(event) for event in heard][:3] == [ev.Answered, ev.Switched, ev.IntervalStarted]
    assert (player.session.plan.routine, player.step) == ("standing", "Stand")
    player.play_out()
    assert outline(player.events)[-1] == ("Finished", 235_000)


def test_the_offer_declined_goes_on() -> None:
    player = cramp(OFFERS, WALK)
    player.play(201)
    player.answer(Answer.NO)
    assert player.step == "Walk"


def test_an_offer_on_the_side_stops_nothing_and_is_said_once() -> None:
    player = cramp(replace(OFFERS, offer_after=2), WALK)
    player.play(79.999)
    assert player.session.offer is None
    player.play(70)
    assert [(event.routine, event.at) for event in player.heard(ev.Offered)] == [("standing", 80_000)]
    assert player.step == "Pull"
    player.press(player.session.take_offer)
    assert player.step == "Stand"


def test_without_an_offer_there_is_none_to_take() -> None:
    player = cramp(OFFERS, WALK)
    player.play(10)
    assert player.press(player.session.take_offer) == []
    assert player.step == "Pull"


def test_routines_that_offer_each_other_come_to_an_end() -> None:
    pull = replace(PULL, otherwise="standing")
    stand = Step("Stand", moves=PULL.moves, until_relief=True, at_most=2, otherwise="sitting")
    sitting = routine(pull, name="sitting")
    standing = routine(stand, name="standing")
    player = cramp(pull, others=(sitting, standing))
    offers = 0
    for _ in range(5_000):
        player.play(1)
        if player.session.offer:
            offers += 1
            player.press(player.session.take_offer)
    assert player.session.phase is Phase.FINISHED
    assert offers <= 3


def test_relief_ends_the_open_ended_step_and_skips_the_offer() -> None:
    player = cramp(OFFERS, WALK)
    player.play(84)
    heard = player.press(player.session.relief)
    assert outline(heard) == [("Relief", 84_000), ("IntervalStarted", 84_000), ("MoveStarted", 84_000)]
    assert player.heard(ev.Relief)[0].cramp_ms == 84_000
    assert player.step == "Walk"
    assert player.session.relieved


def test_relief_stops_the_cramp_clock() -> None:
    player = cramp(OFFERS, WALK)
    player.play(84)
    player.press(player.session.relief)
    player.play(30)
    assert player.session.cramp_ms(player.now) == 84_000
    assert not player.session.cramping


def test_relief_goes_on_from_a_pause() -> None:
    player = cramp(PULL, WALK)
    player.press(player.session.pause)
    player.press(player.session.relief)
    assert (player.step, player.session.phase) == ("Walk", Phase.RUNNING)


def test_relief_in_a_timed_step_only_stops_the_clock() -> None:
    player = cramp(WALK, step("Rest"))
    player.play(20)
    assert outline(player.press(player.session.relief)) == [("Relief", 20_000)]
    assert player.session.position.elapsed == 20_000


def test_relief_before_or_instead_of_the_main_step_goes_on_behind_it() -> None:
    before = cramp(WALK, PULL, check(), WALK)
    assert outline(before.press(before.session.relief)) == [("Relief", 0), ("IntervalStarted", 0)]
    assert before.step == "Before you rub"
    without = cramp(step("Pull"), step("Press"), check(), WALK)
    without.press(without.session.relief)
    assert without.step == "Before you rub"
    assert without.session.position.left_out == frozenset()
    without.press(without.session.undo)
    assert (without.step, without.session.relieved) == ("Pull", False)


def test_relief_keeps_a_question_whose_silence_would_leave_something_out() -> None:
    player = cramp(step("Pull"), check(guards=2, if_yes="standing"), PULL, WALK)
    player.press(player.session.relief)
    assert player.session.question is not None
    player.answer(Answer.NO)
    assert player.step == "Walk"


def test_relief_is_said_once() -> None:
    player = cramp(WALK, step("Rest"))
    player.press(player.session.relief)
    assert player.press(player.session.relief) == []


def test_without_a_cramp_to_measure_relief_still_ends_the_step() -> None:
    player = Player(plan(PULL, WALK))
    player.play(30)
    heard = player.press(player.session.relief)
    assert [type(event) for event in heard] == [ev.IntervalStarted, ev.MoveStarted]
    assert player.session.cramp_ms(player.now) is None
    player.play(5)
    assert player.step == "Walk"


def test_undoing_relief_makes_the_cramp_clock_run_through() -> None:
    player = cramp(PULL, WALK)
    player.play(84)
    player.press(player.session.relief)
    player.play(16)
    player.press(player.session.undo)
    assert (player.step, player.session.position.elapsed) == ("Pull", 4_000)
    assert player.session.cramping
    assert player.session.cramp_ms(player.now) == 100_000


def test_the_cramp_clock_runs_on_through_pauses_and_gaps() -> None:
    player = cramp(PULL)
    player.play(10)
    player.press(player.session.pause)
    player.play(10)
    assert player.session.cramp_ms(player.now) == 20_000
    player.press(player.session.resume)
    player.jump(40)
    assert player.session.phase is Phase.AWAY
    assert player.session.cramp_ms(player.now) == 60_000
    assert player.session.cramp_ms(player.now + 500) == 60_500


def test_a_cramp_may_have_begun_before_the_session() -> None:
    player = cramp(PULL, began=-90_000)
    assert player.session.cramp_ms(0) == 90_000


def test_worse_stands_still_and_says_so() -> None:
    player = cramp(PULL)
    player.play(10)
    assert outline(player.press(player.session.worse)) == [("Paused", 10_000), ("Worse", 10_000)]
    assert player.session.phase is Phase.PAUSED
    assert player.session.cramping
    assert player.session.interval is not None
    assert player.session.interval.kind is IntervalKind.OPEN


def test_relief_during_the_offer_goes_on_without_it() -> None:
    player = cramp(OFFERS, WALK)
    player.play(205)
    player.press(player.session.relief)
    assert player.session.offer is None
    assert player.step == "Walk"
