"""The recorder: what is played is in the diary at once, as it is, and nothing that breaks reaches the session."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from diary_making import Clock, an_id, cramp, diary, kept_in
from uncramp.commands.find import library
from uncramp.domain import events as ev
from uncramp.domain.diary import CrampEntry, Ending, Entry, SessionEntry
from uncramp.domain.diary_place import SavedPlace
from uncramp.domain.plan import Answer, Plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Part, Purpose, Side
from uncramp.domain.session import Session
from uncramp.domain.standing import Phase
from uncramp.plans import plan_for
from uncramp.recorder import Recorder
from uncramp.store.diary import DiaryStore

WALL = datetime(2026, 11, 22, 0, 40, tzinfo=timezone(timedelta(hours=1)))
CLOCK = 5_000_000
PULL, RUB, WALK = "Pull your toes toward you", "Rub the calf", "Walk about"


def plan(name: str, side: Side | None = None) -> Plan:
    books = library()
    return plan_for(books, books.get(name), Profile(), side)


class Written:
    """A diary that only remembers."""

    def __init__(self) -> None:
        self.all: list[Entry] = []
        self.place: SavedPlace | None = None
        self.forgotten: list[str] = []

    def record(self, entry: Entry, place: SavedPlace | None = None, *, before: Entry | None = None) -> None:
        assert before == (self.all[-1] if self.all and self.all[-1].id == entry.id else None)
        self.all.append(entry)
        self.place = place

    def forget(self, entry_id: str) -> None:
        self.forgotten.append(entry_id)


class Night:
    """Somebody who plays a plan, and the recorder that listens."""

    def __init__(self, played: Plan, store: DiaryStore | None = None, cramp_began: int | None = None) -> None:
        self.written = Written()
        self.now = CLOCK
        self.recorder = Recorder(store or self.written, WALL, CLOCK)
        self.begin(Session(played, cramp_began=cramp_began))

    def begin(self, session: Session) -> None:
        self.session = session
        self.hear(session.start(self.now))

    def hear(self, events: list[ev.Event]) -> None:
        self.recorder.hear(self.session, events, self.now)

    def press(self, key: Callable[[int], list[ev.Event]]) -> None:
        self.hear(key(self.now))

    def play(self, seconds: float) -> None:
        end = self.now + round(seconds * 1000)
        while self.now < end:
            self.now = min(self.now + 250, end)
            self.hear(self.session.tick(self.now))

    def play_out(self) -> None:
        while not self.session.phase.over:
            self.play(1)

    @property
    def cramp(self) -> CrampEntry:
        assert isinstance(self.recorder.entry, CrampEntry)
        return self.recorder.entry

    @property
    def practice(self) -> SessionEntry:
        assert isinstance(self.recorder.entry, SessionEntry)
        return self.recorder.entry


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
    assert night.cramp == replace(before, relief=None, ended_in="", steps=(PULL,))


def test_the_side_is_the_one_that_was_played_at_last() -> None:
    night = Night(plan("cramp-calf"))
    assert night.cramp.side is None
    night.press(night.session.other_side)
    assert night.cramp.side is Side.LEFT
    assert Night(plan("cramp-calf", Side.RIGHT)).cramp.side is Side.RIGHT


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
    night.recorder.tell(replace(night.cramp, strength=7, signs=("leg_swollen",)))
    night.press(lambda now: night.session.answer(now, Answer.NO))
    assert (night.cramp.strength, night.cramp.signs, night.cramp.relief) == (7, ("leg_swollen",), 30)
    night.recorder.tell(cramp())  # another one
    assert night.cramp.strength == 7


def test_practice_is_cut_off_until_it_ends_and_its_place_is_kept_at_each_interval() -> None:
    day = Night(plan("daily-calf"))
    assert (day.practice.ending, day.practice.purpose) == (Ending.INTERRUPTED, Purpose.DAILY)
    assert (day.practice.planned, day.practice.played) == (305, 0)
    day.play(12)
    place = day.written.place
    assert place is not None
    assert (place.interval, place.intervals) == (day.session.place.index, len(day.session.plan.intervals))
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
        recorder = Recorder(store, clock.now, CLOCK, resumed)
        session = Session(plan("daily-calf"))
        recorder.hear(session, session.start(CLOCK), CLOCK)
        now = CLOCK
        while session.phase is Phase.RUNNING:
            now += 1000
            recorder.hear(session, session.tick(now), now)
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


def test_a_cramp_that_was_cut_off_says_when_it_began(tmp_path: Path) -> None:
    with diary(tmp_path, Clock(WALL)) as store:
        night = Night(plan("cramp-calf"), store)
        place = store.resumable()
    assert place is not None
    assert place.cramp_began == night.cramp.start


def test_a_deleted_entry_is_not_offered_to_go_on_with(tmp_path: Path) -> None:
    with diary(tmp_path, Clock(WALL)) as store:
        night = Night(plan("daily-calf"), store)
        night.recorder.forget()
        assert store.resumable() is None
        assert store.page() == []
        assert night.recorder.entry is None
        night.play(10)  # and it goes on without a word
        assert store.page() == []


@pytest.mark.parametrize("wall", [datetime(1969, 12, 31, tzinfo=UTC), datetime(2300, 1, 1, tzinfo=UTC)])
def test_a_clock_that_is_plainly_wrong_disturbs_nothing(wall: datetime) -> None:
    written = Written()
    recorder = Recorder(written, wall, CLOCK)
    session = Session(plan("cramp-calf"))
    recorder.hear(session, session.start(CLOCK), CLOCK)
    recorder.hear(session, session.relief(CLOCK + 1000), CLOCK + 1000)
    recorder.relieved(CLOCK)
    recorder.forget()
    assert written.all == []


def test_names_that_are_too_long_for_the_diary_are_cut() -> None:
    long = replace(plan("daily-calf"), routine="r" * 500, title="t" * 500)
    assert (len(Night(long).practice.routine), len(Night(long).practice.title)) == (200, 200)


def test_telling_and_forgetting_before_anything_began_do_nothing() -> None:
    written = Written()
    recorder = Recorder(written, WALL, CLOCK)
    recorder.forget()
    recorder.relieved(CLOCK)
    recorder.tell(replace(cramp(), id=an_id()))
    assert (written.all, written.forgotten, recorder.entry) == ([], [], None)
