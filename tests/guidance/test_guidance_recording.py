"""The recorder: what is played is in the diary at once, as it is, and nothing that breaks reaches the session."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recorder_stage import CLOCK, PULL, RUB, WALK, WALL, Night, Written, begun, plan

from diary_making import Clock, an_id, cramp, diary, kept_in
from uncramp.domain.diary import CrampEntry
from uncramp.domain.plan import Answer
from uncramp.domain.routine import Part, Side
from uncramp.domain.session import Session
from uncramp.guidance.recorder import Recorder


def test_a_cramp_is_on_the_disk_before_anything_else_happens(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        night = Night(plan("cramp-calf"), store)
        found = kept_in(tmp_path)
    (entry,) = found.values()
    assert isinstance(entry, CrampEntry)
    assert entry == night.cramp
    assert (entry.routine, entry.part, entry.relief) == ("cramp-calf", Part.CALF, None)
    assert entry.start.local == WALL
    assert entry.day == date(2026, 11, 21)  # 00:40 belongs to the night before


def test_relief_is_measured_with_the_step_in_which_it_came() -> None:
    night = Night(plan("cramp-calf"))
    night.play(75)
    night.press(night.session.relief)
    assert (night.cramp.relief, night.cramp.ended_in, night.cramp.steps) == (75, PULL, (PULL,))


def test_steps_are_listed_as_they_are_done_and_questions_are_none() -> None:
    night = Night(plan("cramp-calf"))
    night.play(20)
    night.press(night.session.relief)
    night.press(lambda now: night.session.answer(now, Answer.NO))
    assert list(night.cramp.steps) == [PULL, RUB]
    night.play(70)
    assert list(night.cramp.steps) == [PULL, RUB, WALK]
    assert (night.cramp.relief, night.cramp.ended_in) == (20, PULL)


def test_what_is_taken_back_is_taken_back_in_the_diary_too() -> None:
    night = Night(plan("cramp-calf"))
    night.play(20)
    night.press(night.session.relief)
    before = night.cramp
    night.press(night.session.undo)
    assert before.relief == 20
    assert night.cramp == replace(before, relief=None, ended_in="", steps=(PULL,), unconfirmed=True)


def test_the_side_is_the_one_that_was_played_at_last() -> None:
    night = Night(plan("cramp-calf"))
    assert night.cramp.side is None
    night.press(night.session.other_side)
    assert night.cramp.side is Side.LEFT
    assert Night(plan("cramp-calf", Side.RIGHT)).cramp.side is Side.RIGHT


@given(st.lists(st.sampled_from(["side", "undo", "relief", "back", "left", "right"]), max_size=12))
def test_the_side_is_the_last_that_was_really_said(steps: list[str]) -> None:
    night = Night(plan("cramp-calf"))
    answered: Side | None = None
    expected: Side | None = None
    for step in steps:
        night.now += 1_000
        session, before = night.session, night.session.plan.side
        match step:
            case "left" | "right":
                expected = answered = Side(step)
                night.recorder.report(replace(night.cramp, side=answered))
            case "side":
                night.press(session.other_side)
            case "undo":
                night.press(session.undo)
            case "relief":
                night.press(session.relief)
            case "back":
                night.begin(session.returned(night.now, night.now - 500))
        if night.session.plan.side is not before:
            said = night.session.plan.side
            expected = said if said in (Side.LEFT, Side.RIGHT) else answered
        assert night.cramp.side is expected


def test_a_cramp_that_began_with_the_first_words_began_then() -> None:
    night = Night(plan("cramp-calf"), cramp_began=CLOCK - 90_000)
    assert night.cramp.start.local == WALL - timedelta(seconds=90)


def test_again_while_it_is_not_gone_is_the_same_cramp() -> None:
    night = Night(plan("cramp-calf"))
    first = night.cramp.id
    night.play(30)
    night.press(night.session.stop)
    night.begin(Session(plan("cramp-calf"), cramp_began=night.session.cramp_began))
    night.play(30)
    night.press(night.session.relief)
    assert (night.cramp.id, night.cramp.relief) == (first, 60)


def test_again_after_it_was_gone_is_another_cramp() -> None:
    night = Night(plan("cramp-calf"))
    first = night.cramp.id
    night.play(30)
    night.press(night.session.relief)
    night.press(night.session.stop)
    night.begin(Session(plan("cramp-calf")))
    assert night.cramp.id != first
    assert night.cramp.start.local == WALL + timedelta(seconds=30)


def test_relief_on_the_finish_screen_is_measured_from_the_start() -> None:
    night = Night(plan("cramp-calf"))
    night.play(30)
    night.press(night.session.stop)
    night.now += 45_000
    night.recorder.relieved(night.now)
    assert (night.cramp.relief, night.written.all[-1]) == (75, night.cramp)


def test_what_is_told_afterwards_is_written_and_stays() -> None:
    night = Night(plan("cramp-calf"))
    night.play(30)
    night.press(night.session.relief)
    night.recorder.report(replace(night.cramp, strength=7, signs=("leg_swollen",)))
    night.press(lambda now: night.session.answer(now, Answer.NO))
    assert (night.cramp.strength, night.cramp.signs, night.cramp.relief) == (7, ("leg_swollen",), 30)
    night.recorder.report(cramp())  # another one
    assert night.cramp.strength == 7


def test_a_cramp_that_was_cut_off_says_when_it_began(tmp_path: Path) -> None:
    with diary(tmp_path, Clock(WALL)) as store:
        night = Night(plan("cramp-calf"), store)
        place = store.resumable()
    assert place is not None
    assert place.cramp_began == night.cramp.start


@pytest.mark.parametrize(
    "wall",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1969, 12, 31, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1970, 12, 31, 23, 59, tzinfo=UTC),
        datetime(2200, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-12))),
        datetime(2026, 11, 22, tzinfo=timezone(timedelta(hours=15))),
    ],
)
def test_a_clock_that_is_plainly_wrong_is_given_with_what_happened(wall: datetime) -> None:
    written = Written()
    recorder = Recorder(written, wall, CLOCK)
    session = begun(recorder)
    recorder.on_events(session, session.relief(CLOCK + 65_000), CLOCK + 65_000)
    assert isinstance(recorder.entry, CrampEntry)
    assert recorder.entry.relief == 65
    assert written.all[-1] == recorder.entry
    assert written.clock == wall.isoformat(" ", "minutes")


@pytest.mark.parametrize("wall", [datetime(1971, 1, 1, tzinfo=UTC), datetime(2199, 12, 30, tzinfo=UTC)])
def test_any_other_clock_is_believed(wall: datetime) -> None:
    written = Written()
    begun(Recorder(written, wall, CLOCK))
    assert written.clock == ""
    assert written.all[-1].start.utc == wall


def test_names_that_are_too_long_for_the_diary_are_cut() -> None:
    long = replace(plan("daily-calf"), routine="r" * 500, title="t" * 500)
    assert (len(Night(long).practice.routine), len(Night(long).practice.title)) == (200, 200)


def test_telling_before_anything_began_does_nothing() -> None:
    written = Written()
    recorder = Recorder(written, WALL, CLOCK)
    recorder.relieved(CLOCK)
    recorder.report(replace(cramp(), id=an_id()))
    assert (written.all, recorder.entry) == ([], None)
