"""Ten minutes of cramp: urgent help, in play, in pauses and in absence."""

import pytest
from domain_making import Player, first_aid, outline, plan, step

from uncramp.domain import events as ev
from uncramp.domain.session_state import Phase

WALK = step("Walk", "walk 60")
LONG = step("Pull", "pull 30", at_most=100)


def urgent(player: Player) -> list[int]:
    return [event.at for event in player.heard(ev.UrgentHelp)]


@pytest.mark.parametrize("tick", [7, 1_000, 1_999])
def test_ten_minutes_of_cramp_need_urgent_help_and_end_the_open_ended_step(tick: int) -> None:
    player = first_aid(LONG, WALK)
    player.play(599.999, tick=1_500)
    assert urgent(player) == []
    player.play(3, tick=tick)
    assert urgent(player) == [600_000]
    assert outline(player.heard(ev.IntervalStarted))[-1] == ("IntervalStarted", 600_000)
    assert player.step == "Walk"


def test_urgent_help_is_said_in_a_timed_step_too_and_only_once() -> None:
    player = first_aid(step("Walk", "walk 2000"))
    player.play(1_900)
    assert urgent(player) == [600_000]
    assert (player.step, player.session.position.elapsed) == ("Walk", 1_900_000)


def test_ten_minutes_count_in_a_pause() -> None:
    player = first_aid(LONG, WALK)
    player.play(10)
    player.press(player.session.pause)
    player.jump(700)
    assert urgent(player) == [600_000]
    assert player.session.phase is Phase.PAUSED
    assert player.step == "Walk", "what comes next is said to be over by nobody's Enter"


def test_ten_minutes_count_while_nobody_is_here() -> None:
    player = first_aid(LONG, WALK)
    player.play(10)
    player.jump(700)
    assert urgent(player) == [600_000]
    assert player.session.phase is Phase.AWAY


def test_no_urgent_help_after_relief() -> None:
    player = first_aid(LONG, step("Walk", "walk 900"))
    player.play(599)
    player.press(player.session.relief)
    player.play(500)
    assert urgent(player) == []


def test_no_urgent_help_where_no_cramp_is_measured() -> None:
    player = Player(plan(step("Walk", "walk 900")))
    player.play(800)
    assert urgent(player) == []


def test_what_happened_is_told_in_order_even_after_a_gap_over_the_ten_minutes() -> None:
    player = first_aid(LONG, WALK)
    player.play(10)
    times = [event.at for event in player.jump(700)]
    assert times == sorted(times)


def test_urgent_help_that_is_overdue_takes_no_time_back() -> None:
    """The cramp began eleven minutes before the session: the help is due now, not a minute ago."""
    player = first_aid(WALK, began=-660_000)
    player.play(2)
    assert urgent(player) == [0]
    assert (player.session.played_ms, player.session.position.elapsed) == (2_000, 2_000)


def test_relief_undone_after_the_ten_minutes_takes_no_time_back() -> None:
    player = first_aid(step("Walk", "walk 2000"))
    player.play(590)
    player.press(player.session.relief)
    player.play(60)
    player.press(player.session.undo)
    player.play(2)
    assert urgent(player) == [650_000]
    assert player.session.played_ms == 652_000
    assert player.session.position.elapsed == 592_000


def test_absence_completes_nothing_even_over_the_ten_minutes() -> None:
    """A gap, or a pause, never finishes a routine."""
    player = first_aid(LONG)
    player.play(10)
    player.jump(700)
    assert player.session.phase is Phase.AWAY
    player = first_aid(LONG)
    player.press(player.session.pause)
    player.play(700)
    assert player.session.phase is Phase.PAUSED
