"""A cramp that is back: the same one within fifteen minutes of relief, and ten minutes of pain are of pain alone."""

from domain_making import Player, check, first_aid, plan, step

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, IntervalKind
from uncramp.domain.routine import Purpose
from uncramp.domain.session import Session
from uncramp.domain.session_state import RETURN_MS, Phase

PULL = step("Pull", "pull 30", "ease 10", at_most=100)
REST = step("Rest", "rest 3000")


def eased_after(seconds: float) -> Player:
    """Somebody whose cramp has eased, and who has said that no leg is swollen."""
    player = first_aid(PULL, check(), step("Rub", "rub 60"), REST)
    player.play(seconds)
    player.press(player.session.relief)
    player.answer(Answer.NO)
    return player


def test_it_goes_on_where_it_began_and_its_clock_counts_from_the_first_pain() -> None:
    player = eased_after(60)
    player.play(30)
    player.press(player.session.come_back)
    assert player.step == "Pull"
    assert player.session.cramping
    player.play(10)
    assert player.session.cramp_ms(player.now) == 100_000
    assert player.session.pain_ms(player.now) == 70_000


def test_ten_minutes_are_minutes_in_pain() -> None:
    player = eased_after(500)
    player.play(400)
    assert not player.heard(ev.UrgentHelp)
    player.press(player.session.come_back)
    player.play(99.999)
    assert not player.heard(ev.UrgentHelp)
    player.play(0.001)
    assert [event.at for event in player.heard(ev.UrgentHelp)] == [1_000_000]


def test_a_sign_that_was_not_there_is_not_asked_about_again_in_this_cramp() -> None:
    player = eased_after(20)
    player.press(player.session.come_back)
    player.press(player.session.relief)
    assert player.step == "Rub"
    player.press(player.session.back)
    assert player.session.question is not None, "whoever goes back to it is asked"


def test_another_answer_than_no_is_asked_again() -> None:
    player = first_aid(PULL, check(), step("Rub", "rub 60"), REST)
    player.press(player.session.relief)
    player.press(player.session.next)
    player.press(player.session.come_back)
    player.press(player.session.relief)
    assert player.session.question is not None


def test_undo_takes_the_answer_back_and_it_is_asked_again() -> None:
    player = eased_after(20)
    player.press(player.session.undo)
    assert player.session.question is not None
    player.press(player.session.next)
    player.press(player.session.come_back)
    player.press(player.session.relief)
    assert player.session.question is not None


def test_undo_takes_the_return_back() -> None:
    player = eased_after(20)
    player.play(5)
    before = (player.session.position, player.session.pain_ms(player.now))
    player.press(player.session.come_back)
    player.press(player.session.undo)
    assert (player.session.position, player.session.pain_ms(player.now)) == before
    assert player.session.relieved


def test_later_than_fifteen_minutes_it_is_another_cramp() -> None:
    player = eased_after(20)
    player.play(RETURN_MS / 1000)
    assert player.session.may_return
    player.play(0.001)
    assert not player.session.may_return
    player.press(player.session.come_back)
    assert player.session.relieved
    assert not player.heard(ev.CameBack)


def test_where_nothing_goes_on_until_relief_it_is_helped_at_once_and_not_asked_before() -> None:
    player = first_aid(check(), step("Press", "press 20"), REST)
    player.answer(Answer.NO)
    player.press(player.session.relief)
    player.press(player.session.next)
    player.press(player.session.come_back)
    assert player.step == "Press"
    assert player.session.question is None


def test_without_relief_nothing_can_come_back() -> None:
    player = first_aid(PULL, REST)
    assert not player.session.may_return
    assert not player.press(player.session.come_back)


def test_after_the_end_another_session_goes_on_with_the_same_cramp() -> None:
    player = first_aid(step("Stand", "stand 5"), PULL, check(), step("Rub", "rub 6"))
    player.play(25)
    player.press(player.session.relief)
    player.answer(Answer.NO)
    player.play(10)
    assert player.session.phase is Phase.FINISHED
    assert player.session.relieved_at is not None
    again = player.session.returned(100_000, player.session.relieved_at)
    again.start(100_000)
    assert again.interval is not None
    assert again.interval.kind is IntervalKind.OPEN
    assert again.cramp_ms(110_000) == 110_000
    assert again.pain_ms(110_000) == 35_000
    again.relief(101_000)
    assert again.interval.step.name == "Rub"


def test_started_again_a_cramp_that_goes_on_is_the_same_and_one_that_has_stopped_another() -> None:
    session = Session(plan(PULL, REST, purpose=Purpose.FIRST_AID))
    session.start(1_000)
    session.stop(5_000)
    assert session.again().cramp_began == 1_000
    eased = eased_after(20).session
    assert eased.again().cramp_began is None
