"""A cramp under way is not confirmed until the person says that it is one, by whatever they do."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from recorder_stage import CLOCK, WALL, Night, Written, begun, plan

from diary_making import PATIENT, Clock, diary, kept_in
from uncramp.domain.session import Session
from uncramp.faults import Faults
from uncramp.guidance.recorder import Recorder
from uncramp.guidance.recording import Leaving, LiveDiary
from uncramp.store.diary import DiaryStore


def relief(night: Night) -> None:
    night.press(night.session.relief)


def it_is_back(night: Night) -> None:
    """It stopped, so it was one; that it is back takes nothing away from it."""
    night.press(night.session.relief)
    night.play(5)
    night.press(night.session.come_back)


def finish_the_steps(night: Night) -> None:
    while not night.session.phase.over:
        night.play(10)
        night.press(night.session.next)


def say_so(night: Night) -> None:
    night.press(night.session.stop)
    night.recorder.confirm()


def answer_a_question(night: Night) -> None:
    night.press(night.session.stop)
    night.recorder.report(replace(night.cramp, strength=4, unconfirmed=False))


def relief_after_the_routine(night: Night) -> None:
    night.press(night.session.stop)
    night.recorder.relieved(night.now)


@pytest.mark.parametrize(
    "confirm", [relief, it_is_back, finish_the_steps, say_so, answer_a_question, relief_after_the_routine]
)
def test_what_the_person_does_confirms_it(confirm: Callable[[Night], None]) -> None:
    night = Night(plan("cramp-calf"))
    assert night.cramp.unconfirmed
    night.play(25)
    assert night.cramp.unconfirmed
    confirm(night)
    assert not night.cramp.unconfirmed


@pytest.mark.parametrize("name", ["cramp-foot", "cramp-hand", "cramp-thigh", "cramp-calf-standing"])
def test_pauses_sides_time_and_a_stop_confirm_nothing(name: str) -> None:
    night = Night(plan(name))
    for act in (Session.pause, Session.resume, Session.other_side, Session.more_time, Session.worse, Session.resume):
        night.hear(act(night.session, night.now))
        night.play(7)
    night.press(night.session.stop)
    assert night.cramp.unconfirmed


def test_skipping_to_the_end_within_seconds_confirms_nothing() -> None:
    night = Night(plan("cramp-calf"))
    while not night.session.phase.over:
        night.play(1)
        night.press(night.session.next)
    assert night.cramp.unconfirmed
    assert night.recorder.tried


def test_what_was_confirmed_stays_so_in_a_session_that_goes_on_with_it() -> None:
    night = Night(plan("cramp-calf"))
    night.play(25)
    say_so(night)
    written = Written()
    written.all.append(night.cramp)
    resumed = Recorder(written, WALL, CLOCK, night.cramp)
    session = Session(plan("cramp-calf"), cramp_began=CLOCK)
    resumed.on_events(session, session.start(CLOCK), CLOCK)
    resumed.on_events(session, session.stop(CLOCK + 900), CLOCK + 900)
    assert written.all[-1].counts


def played(folder: Path, name: str, seconds: float) -> LiveDiary:
    """Somebody who plays for so long; nothing is closed yet."""
    visit = LiveDiary(Faults(), lambda: DiaryStore(folder / "diary", Clock(), patience_ms=50), Clock(), PATIENT)
    session = begun(visit, name)
    visit.write()
    for now in range(CLOCK, CLOCK + round(seconds * 1000) + 1, 250):
        visit.on_events(session, session.tick(now), now)
    return visit


@pytest.mark.parametrize("name", ["cramp-calf", "cramp-hand", "daily-calf", "ball-roll"])
@pytest.mark.parametrize("leave", [LiveDiary.end_session, lambda visit: visit.leave(Leaving.STOP)])
def test_what_is_left_within_seconds_is_not_kept(tmp_path: Path, name: str, leave: Callable[[LiveDiary], None]) -> None:
    visit = played(tmp_path, name, 19.5)
    leave(visit)
    visit.close()
    assert kept_in(tmp_path) == {}


@pytest.mark.parametrize("name", ["cramp-calf", "cramp-hand", "daily-calf", "bedtime"])
def test_what_is_left_later_is_kept(tmp_path: Path, name: str) -> None:
    visit = played(tmp_path, name, 40)
    visit.leave(Leaving.STOP)
    visit.close()
    (entry,) = kept_in(tmp_path).values()
    assert not entry.counts


def test_a_kill_after_seconds_leaves_nothing_that_counts(tmp_path: Path) -> None:
    played(tmp_path, "cramp-calf", 3).wait()  # and nothing closes it
    with diary(tmp_path) as store:
        (entry,) = [entry for entry, _changed in store.everything()]
        assert not entry.counts


def test_what_goes_on_or_may_be_gone_on_with_is_not_asked_about(tmp_path: Path) -> None:
    visit = played(tmp_path, "cramp-calf", 40)
    visit.wait()
    clock = Clock()
    with diary(tmp_path, clock) as store:
        assert store.unconfirmed(5) == []
        clock.on(minutes=17)
        assert store.unconfirmed(5) == []  # it stands still there, and is not over
        visit.close()
        assert [one.id for one in store.unconfirmed(5)] == list(kept_in(tmp_path))


def test_where_nobody_is_nothing_is_kept(tmp_path: Path) -> None:
    visit = LiveDiary(Faults(), lambda: DiaryStore(tmp_path / "diary", Clock(), patience_ms=50), Clock(), PATIENT)
    visit.keep_nothing()
    session = begun(visit)
    visit.on_events(session, session.relief(CLOCK + 90_000), CLOCK + 90_000)
    visit.write()
    visit.close()
    assert not (tmp_path / "diary").exists()
