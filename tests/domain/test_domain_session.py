"""Playing a plan by the clock: deadlines, pauses, gaps and cues."""

from dataclasses import replace

import pytest
from domain_making import Player, first_aid, moves, outline, plan, step
from domain_strategies import few, tick_patterns, ticks_until
from hypothesis import given, settings

from uncramp.domain import events as ev
from uncramp.domain.plan import Plan
from uncramp.domain.routine import Purpose, Step
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase

TWO = (step("Lean", "lean 20"), step("Walk", "walk 60"))


def test_a_session_starts_once_with_its_first_interval_and_move() -> None:
    player = Player(plan(step()), start=777)
    assert outline(player.events) == [("Started", 777), ("IntervalStarted", 777), ("MoveStarted", 777)]
    assert player.press(player.session.start) == []
    assert player.session.phase is Phase.RUNNING


def test_before_the_start_nothing_happens() -> None:
    session = Session(plan(step()))
    for key in (session.tick, session.next, session.pause, session.stop, session.undo, session.relief):
        assert key(99_000) == []
    assert (session.phase, session.played_ms, session.remaining_ms) == (Phase.READY, 0, 15_000)


def test_a_plan_without_intervals_is_finished_at_once() -> None:
    player = Player(plan())
    assert outline(player.events) == [("Started", 0), ("Finished", 0)]
    assert player.session.interval is None
    assert player.session.remaining_ms == 0


def test_the_daily_calf_routine_ends_after_305_seconds() -> None:
    player = Player(plan(replace(step("Squeeze", "squeeze 3", "let go 3"), repetitions=50)))
    player.play_out(tick=700)
    assert outline(player.events)[-1] == ("Finished", 305_000)
    assert player.session.played_ms == 305_000


def test_an_interval_ends_at_its_deadline_not_at_the_tick_that_finds_out() -> None:
    player = Player(plan(step("Lean", "lean 20"), purpose=Purpose.BATH))
    player.play(5.0, tick=1900)
    player.play(1.9, tick=1900)
    assert [event.at for event in player.heard(ev.IntervalStarted)] == [0, 5_000]


def hour() -> Plan:
    return plan(replace(step("Rise", "rise 41", "lower 19"), repetitions=60), purpose=Purpose.FIRST_AID)


@settings(few, max_examples=8)
@given(tick_patterns)
def test_an_hour_of_play_ends_exactly_on_time_however_irregular_the_ticks(pattern: list[int]) -> None:
    session = Session(hour())
    session.start(0)
    heard = ticks_until(session, 0, pattern)
    assert outline(heard)[-1] == ("Finished", 3_600_000)
    assert session.played_ms == 3_600_000


def test_several_deadlines_in_one_tick_all_happen_each_at_its_time() -> None:
    player = first_aid(*(step(name, "hold 1") for name in "abc"))
    player.press(lambda _: player.session.tick(2_000))
    assert [event.at for event in player.heard(ev.IntervalStarted)] == [0, 1_000, 2_000]


def test_the_moment_of_the_deadline_belongs_to_the_next_interval() -> None:
    player = first_aid(*TWO)
    player.play(19.999)
    assert player.step == "Lean"
    player.play(0.001)
    assert (player.step, player.session.position.elapsed) == ("Walk", 0)


def test_a_time_before_the_last_one_counts_as_the_last_one() -> None:
    player = first_aid(*TWO)
    player.play(5)
    assert player.session.tick(1_000) == []
    assert (player.session.played_ms, player.session.position.elapsed) == (5_000, 5_000)


def cues(seconds: int) -> list[tuple[str, int]]:
    player = first_aid(step("Hold", f"hold {seconds}"))
    player.play_out(tick=300)
    return [
        (str(event.seconds) if isinstance(event, ev.SecondsLeft) else "half", event.at)
        for event in player.events
        if isinstance(event, ev.SecondsLeft | ev.Halfway)
    ]


def test_a_long_move_says_its_half_its_last_ten_seconds_and_the_last_three() -> None:
    last = [("10", 50_000), ("3", 57_000), ("2", 58_000), ("1", 59_000)]
    assert cues(60) == [("half", 30_000), *last]


def test_shorter_moves_say_less_and_the_shortest_nothing() -> None:
    assert [cue for cue, _ in cues(30)] == ["10", "3", "2", "1"]
    assert [cue for cue, _ in cues(10)] == ["3", "2", "1"]
    assert cues(9) == []


def test_a_pause_adds_nothing_to_the_play() -> None:
    player = first_aid(*TWO)
    player.play(12)
    player.press(player.session.pause)
    player.play(300)
    assert (player.session.played_ms, player.session.remaining_ms) == (12_000, 68_000)
    player.press(player.session.resume)
    player.play(8)
    assert outline(player.heard(ev.IntervalStarted))[-1] == ("IntervalStarted", 320_000)


def test_a_pause_may_be_longer_than_a_gap() -> None:
    player = first_aid(*TWO)
    player.press(player.session.pause)
    player.jump(3_600)
    player.press(player.session.resume)
    assert player.session.phase is Phase.RUNNING
    assert player.heard(ev.WentAway) == []
    assert player.session.remaining_ms == 80_000


def test_pausing_twice_or_going_on_while_running_says_nothing() -> None:
    player = first_aid(*TWO)
    assert player.press(player.session.resume) == []
    assert outline(player.press(player.session.pause)) == [("Paused", 0)]
    assert player.press(player.session.pause) == []
    assert outline(player.press(player.session.resume)) == [("Resumed", 0)]


@pytest.mark.parametrize("stall", [2.1, 3.7, 10.0])
def test_a_machine_that_stands_still_for_some_seconds_sends_nobody_away(stall: float) -> None:
    player = first_aid(*TWO)
    player.play(12)
    player.jump(stall)
    assert player.heard(ev.WentAway) == []
    assert player.session.phase is Phase.RUNNING
    assert player.session.played_ms == 12_000 + int(stall * 1000)


def test_what_was_due_in_a_stall_happens_in_its_order_at_its_time() -> None:
    player = first_aid(*TWO)
    player.play(15)
    stalled, smooth = player.jump(9.5), first_aid(*TWO)
    smooth.play(15)
    assert outline(stalled) == outline(smooth.play(9.5)) != []


def test_a_longer_time_means_that_nobody_was_here() -> None:
    player = first_aid(*TWO)
    player.play(12)
    heard = player.jump(10.001)
    assert [type(event) for event in heard] == [ev.WentAway]
    assert player.heard(ev.WentAway)[0].gap_ms == 10_001
    assert player.session.phase is Phase.AWAY
    assert (player.session.position.elapsed, player.session.played_ms) == (12_000, 12_000)


def test_after_a_gap_it_waits_to_be_told_to_go_on() -> None:
    player = first_aid(*TWO)
    player.play(12)
    player.jump(3_600)
    player.play(60)
    assert (player.step, player.session.position.elapsed) == ("Lean", 12_000)
    assert outline(player.press(player.session.resume)) == [("Resumed", 3_672_000)]
    player.play(8)
    assert (player.step, player.session.position.elapsed) == ("Walk", 0)


def test_after_a_gap_a_person_can_say_pause() -> None:
    player = first_aid(*TWO)
    player.jump(60)
    assert outline(player.press(player.session.pause)) == [("Paused", 60_000)]
    assert player.session.phase is Phase.PAUSED


def test_a_key_after_a_gap_works_from_where_the_person_was() -> None:
    player = first_aid(*TWO, step("Rest", "rest 9"))
    player.play(12)
    player.now += 60_000
    player.press(player.session.next)
    assert (player.step, player.session.phase) == ("Walk", Phase.RUNNING)


def test_more_time_makes_the_move_ten_seconds_longer() -> None:
    player = first_aid(*TWO)
    player.play(15)
    assert outline(player.press(player.session.more_time)) == [("MoreTime", 15_000)]
    assert player.session.remaining_ms == 5_000 + 10_000 + 60_000
    player.play(15)
    assert outline(player.heard(ev.IntervalStarted))[-1] == ("IntervalStarted", 30_000)


def test_more_time_in_the_last_seconds_counts_them_down_again() -> None:
    player = first_aid(step("Lean", "lean 20"))
    player.play(19)
    player.press(player.session.more_time)
    player.play_out(tick=100)
    countdown = [(event.seconds, event.at) for event in player.heard(ev.SecondsLeft)]
    assert countdown[:3] == [(3, 17_000), (2, 18_000), (1, 19_000)]
    assert countdown[3:] == [(10, 20_000), (3, 27_000), (2, 28_000), (1, 29_000)]


def test_more_time_brings_up_no_cue_of_the_past() -> None:
    player = first_aid(step("Lean", "lean 50"))
    player.play(45)
    player.press(player.session.more_time)
    assert player.play(0.5) == []


def test_stopping_stops_everything() -> None:
    player = first_aid(*TWO)
    player.play(5)
    assert outline(player.press(player.session.stop)) == [("Stopped", 5_000)]
    assert (player.session.phase, player.session.remaining_ms) == (Phase.STOPPED, 0)
    assert player.jump(60) == []
    assert player.press(player.session.resume) == []


@pytest.mark.parametrize("tick", [13, 333, 2_000])
def test_the_next_thing_is_due_when_it_happens(tick: int) -> None:
    session = Session(plan(replace(step("Lean", "lean 33"), adapt=()), purpose=Purpose.FIRST_AID))
    session.start(0)
    now, due = 0, session.next_due()
    while due is not None:
        now += tick
        heard = session.tick(now)
        assert bool(heard) == (due <= now)
        if heard:
            assert heard[0].at == due
        due = session.next_due()
    assert session.phase is Phase.FINISHED


def test_in_a_move_of_its_own_the_countdown_starts_anew() -> None:
    player = first_aid(Step("Lean", moves=moves("lean 10", "ease 10")))
    player.play_out(tick=500)
    assert [event.at for event in player.heard(ev.SecondsLeft)] == [
        7_000,
        8_000,
        9_000,
        17_000,
        18_000,
        19_000,
    ]
