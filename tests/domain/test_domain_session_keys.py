"""What a person says while a plan is played: next, back, undo and the other side."""

from dataclasses import replace

from domain_making import Player, first_aid, outline, step

from uncramp.domain import events as ev
from uncramp.domain.routine import Side, Sides
from uncramp.domain.session_state import Phase

RISE = replace(step("Rise", "up 5", "down 5", sides=Sides.EACH), repetitions=2, sets=2, rest=30)
WALK = step("Walk", "walk 60")
RUB = step("Rub", "rub 60")


def here(player: Player) -> tuple[str, Side | None, int | None, int]:
    interval = player.session.interval
    assert interval is not None
    return interval.kind.value, interval.side, interval.set, player.session.position.elapsed


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


def test_a_pause_belongs_to_where_it_was_made() -> None:
    player = first_aid(WALK, RUB)
    player.press(player.session.pause)
    player.press(player.session.next)
    assert (player.step, player.session.phase) == ("Rub", Phase.RUNNING)
    player.press(player.session.pause)
    player.press(player.session.back)
    assert (player.step, player.session.phase) == ("Walk", Phase.RUNNING)


def test_back_to_the_start_of_the_same_step_stays_in_a_pause() -> None:
    player = first_aid(WALK, RUB)
    player.play(5)
    player.press(player.session.pause)
    player.press(player.session.back)
    assert (player.step, player.session.phase) == ("Walk", Phase.PAUSED)
    assert player.session.position.elapsed == 0


def test_undo_brings_a_pause_back() -> None:
    player = first_aid(WALK, RUB)
    player.press(player.session.pause)
    player.press(player.session.next)
    player.press(player.session.undo)
    assert (player.step, player.session.phase) == ("Walk", Phase.PAUSED)


def test_back_goes_to_the_start_of_the_set_and_then_to_the_one_before() -> None:
    player = first_aid(RISE, WALK)
    player.play(17)  # in the second repetition
    player.press(player.session.back)
    assert here(player) == ("move", Side.LEFT, 1, 0)
    assert player.session.position.index == 0
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
    assert (player.step, player.session.position.elapsed) == ("Rub", 0)


def test_back_at_the_very_start_begins_again() -> None:
    player = first_aid(WALK)
    player.play(1)
    player.press(player.session.back)
    assert (player.session.position.index, player.session.position.elapsed) == (0, 0)


def test_what_changes_nothing_is_nothing_to_undo() -> None:
    player = first_aid(WALK)
    for key in (player.session.back, player.session.take_offer, player.session.resume):
        player.press(key)
        assert not player.session.can_undo


def test_back_in_an_open_ended_step_goes_to_its_first_round() -> None:
    player = first_aid(WALK, step("Pull", "pull 30", "ease 10", at_most=5))
    player.play(60 + 40 + 30.5)
    player.press(player.session.back)
    assert (player.step, player.session.position.turn, player.session.position.nth) == ("Pull", 1, 0)


def test_undo_takes_back_one_thing_after_the_other() -> None:
    player = first_aid(WALK, RUB, step("Rest"))
    player.play(7)
    player.press(player.session.next)
    player.play(3)
    player.press(player.session.more_time)
    assert outline(player.press(player.session.undo)) == [("Undone", 10_000)]
    assert (player.step, player.session.position.elapsed, player.session.position.extra) == ("Rub", 3_000, 0)
    player.press(player.session.undo)
    assert (player.step, player.session.position.elapsed) == ("Walk", 7_000)
    assert not player.session.can_undo
    assert player.press(player.session.undo) == []


def test_undo_of_stop_goes_on() -> None:
    player = first_aid(WALK)
    player.play(7)
    player.press(player.session.stop)
    player.now += 5_000
    player.press(player.session.undo)
    assert (player.session.phase, player.session.position.elapsed) == (Phase.RUNNING, 7_000)
    assert player.session.cramp_ms(player.now) == 12_000
    player.play(53)
    assert player.session.phase is Phase.FINISHED


def test_a_finish_by_a_key_can_be_taken_back_as_any_key_can() -> None:
    player = first_aid(WALK)
    player.play(20)
    player.press(player.session.next)
    assert player.session.phase is Phase.FINISHED
    player.now += 60_000
    player.press(player.session.undo)
    assert (player.session.phase, player.session.position.elapsed) == (Phase.RUNNING, 20_000)
    player.play(40)
    assert player.session.phase is Phase.FINISHED
    assert not player.session.can_undo


def test_a_finish_by_the_clock_is_final_whatever_was_pressed_before() -> None:
    player = first_aid(WALK)
    player.press(player.session.more_time)
    player.play(70)
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
    assert player.session.position.elapsed == 12_000
    player.press(player.session.undo)
    assert player.session.plan == before


def test_who_has_not_said_which_side_can_say_it() -> None:
    player = first_aid(step("Pull", sides=Sides.AFFECTED))
    assert [event.side for event in player.press(player.session.other_side) if isinstance(event, ev.SideChanged)] == [
        Side.LEFT
    ]


def test_a_run_of_more_time_is_one_undo_and_what_lies_between_parts_it() -> None:
    player = first_aid(WALK, RUB)
    player.play(2)
    before = player.session.remaining_ms
    for _ in range(40):
        player.press(player.session.more_time)
    assert player.session.remaining_ms == before + 400_000
    player.press(player.session.undo)
    assert player.session.remaining_ms == before
    player.press(player.session.more_time)
    player.press(player.session.next)
    player.press(player.session.more_time)
    player.press(player.session.undo)
    assert (player.step, player.session.remaining_ms) == ("Rub", 60_000)
    player.press(player.session.undo)
    assert player.step == "Walk"


def test_more_time_after_a_while_is_an_undo_of_its_own() -> None:
    player = first_aid(WALK)
    player.press(player.session.more_time)
    player.play(5)
    player.press(player.session.more_time)
    player.press(player.session.undo)
    assert player.session.remaining_ms == 65_000
