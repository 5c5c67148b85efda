"""The recorder and practice: what was played, and where to go on with what was cut off."""

from pathlib import Path

import pytest
from recorder_stage import CLOCK, WALL, Night, plan

from diary_making import Clock, Direct, diary
from uncramp.domain.diary import Ending, SessionEntry
from uncramp.domain.routine import Purpose
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.guidance.finish import praise
from uncramp.guidance.recorder import Recorder


def test_practice_is_cut_off_until_it_ends_and_its_place_is_kept_at_each_interval() -> None:
    day = Night(plan("daily-calf"))
    assert (day.practice.ending, day.practice.purpose) == (Ending.INTERRUPTED, Purpose.DAILY)
    assert (day.practice.planned, day.practice.played) == (305, 0)
    day.play(12)
    place = day.written.place
    assert place is not None
    assert (place.interval, place.intervals) == (day.session.position.index, len(day.session.plan.intervals))
    assert place.is_in(plan("daily-calf"))
    assert not place.is_in(plan("bedtime"))
    assert day.practice.played == 11  # the last interval began then
    day.play_out()
    assert (day.practice.ending, day.practice.played) == (Ending.COMPLETED, 305)
    assert day.written.place is None


def test_practice_that_is_stopped_is_stopped_and_undo_lets_it_go_on() -> None:
    day = Night(plan("daily-calf"))
    day.play(60)
    day.press(day.session.stop)
    assert (day.practice.ending, day.practice.played, day.practice.counts) == (Ending.STOPPED, 60, False)
    assert day.written.place is None
    day.press(day.session.undo)
    assert day.practice.ending is Ending.INTERRUPTED
    assert day.written.place is not None


def test_pauses_are_no_play() -> None:
    day = Night(plan("daily-calf"))
    day.play(60)
    day.press(day.session.pause)
    day.play(600)
    day.press(day.session.resume)
    day.press(day.session.stop)
    assert day.practice.played == 60


def test_within_a_long_interval_the_place_is_kept_each_minute() -> None:
    day = Night(plan("legs-up"))
    day.play(10 * 60)
    place = day.written.place
    assert place is not None
    assert place.into_ms >= 8 * 60_000
    assert len(day.written.all) < 15


def test_looking_at_the_clock_writes_nothing() -> None:
    day = Night(plan("legs-up"))
    day.play(10)
    before = len(day.written.all)
    day.play(30)
    assert len(day.written.all) == before


def test_what_was_cut_off_goes_on_as_the_same_entry(tmp_path: Path) -> None:
    clock = Clock(WALL)
    with diary(tmp_path, clock) as store:
        day = Night(plan("daily-calf"), store)
        day.play(30)
        first = day.practice
        clock.on(minutes=10)
        place = store.resumable()
        assert place is not None
        resumed = store.get(place.entry).entry
        assert resumed == first
        recorder = Recorder(Direct(store), clock.now, CLOCK, resumed)
        session = Session(plan("daily-calf"), played=first.played * 1000)
        recorder.on_events(session, session.start(CLOCK), CLOCK)
        now = CLOCK
        while session.phase is Phase.RUNNING:
            now += 1000
            recorder.on_events(session, session.tick(now), now)
        assert store.page() == [recorder.entry]
        assert isinstance(recorder.entry, SessionEntry)
        assert recorder.entry.played == first.played + 305
        assert store.versions(first.id) == []
        assert store.resumable() is None


@pytest.mark.parametrize(("minutes", "offered"), [(0, True), (14.9, True), (15, False), (-1, False)])
def test_a_cut_is_offered_for_fifteen_minutes(tmp_path: Path, minutes: float, offered: bool) -> None:
    clock = Clock(WALL)
    with diary(tmp_path, clock) as store:
        Night(plan("daily-calf"), store)
        clock.on(minutes=minutes)
        assert (store.resumable() is not None) is offered


def test_a_deleted_entry_is_not_offered_to_go_on_with(tmp_path: Path) -> None:
    with diary(tmp_path, Clock(WALL)) as store:
        night = Night(plan("daily-calf"), store)
        store.delete(night.practice.id)
        assert store.resumable() is None
        assert store.page() == []
        night.play(10)  # and it goes on without a word
        assert store.page() == []


@pytest.mark.parametrize(("seconds", "counts"), [(152.75, False), (153, True)])
def test_the_end_praises_what_the_diary_counts_also_by_a_part_of_a_second(seconds: float, *, counts: bool) -> None:
    night = Night(plan("daily-calf"))
    night.play(seconds)
    night.press(night.session.stop)
    assert night.practice.counts is counts
    assert praise(night.session.plan, night.session.played_ms) == ("Well done." if counts else "That was all.")
