"""The diary of one run of the program: it listens from the first event on, and is opened when there is time for it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from recorder_stage import CLOCK, begun

from diary_making import NOW, PATIENT, Clock, diary, kept_in
from uncramp.domain.diary import CrampEntry, SessionEntry
from uncramp.faults import Faults
from uncramp.guidance.recording import LiveDiary
from uncramp.store.diary import DiaryStore


class Opening:
    """Gives a diary, and counts how often it was asked for one."""

    def __init__(self, folder: Path) -> None:
        self.times = 0
        self._folder = folder

    def __call__(self) -> DiaryStore:
        self.times += 1
        return DiaryStore(self._folder / "diary", Clock(), spare=(self._folder / "spare",), patience_ms=50)


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    return Opening(tmp_path)


def test_nothing_is_opened_while_the_first_picture_is_on_its_way(tmp_path: Path, opening: Opening) -> None:
    visit = LiveDiary(Faults(), opening, Clock(), PATIENT)
    session = begun(visit)
    for now in range(CLOCK, CLOCK + 900, 100):
        visit.on_events(session, session.tick(now), now)
    assert opening.times == 0
    assert isinstance(visit.entry, CrampEntry)
    assert not (tmp_path / "diary").exists()


def test_what_was_kept_in_mind_is_written_with_the_time_at_which_it_was(tmp_path: Path, opening: Opening) -> None:
    clock = Clock()
    visit = LiveDiary(Faults(), opening, clock, PATIENT)
    begun(visit)
    clock.on(seconds=30)
    visit.wait()
    (entry,) = kept_in(tmp_path).values()
    assert entry.start.local == NOW


def test_relief_in_the_very_first_second_is_not_lost(tmp_path: Path, opening: Opening) -> None:
    visit = LiveDiary(Faults(), opening, Clock(), PATIENT)
    begun(visit)
    visit.relieved(CLOCK + 900)
    (entry,) = kept_in(tmp_path).values()
    assert isinstance(entry, CrampEntry)
    assert entry.relief is not None


def test_what_was_not_written_yet_is_as_the_program_ends(tmp_path: Path, opening: Opening) -> None:
    visit = LiveDiary(Faults(), opening, Clock(), PATIENT)
    begun(visit)
    visit.close()
    assert [type(entry) for entry in kept_in(tmp_path).values()] == [CrampEntry]


def test_a_program_that_plays_nothing_opens_nothing(opening: Opening) -> None:
    visit = LiveDiary(Faults(), opening, Clock(), PATIENT)
    visit.end_session()
    visit.close()
    assert opening.times == 0


def test_each_visit_knows_the_time_anew(tmp_path: Path, opening: Opening) -> None:
    clock = Clock()
    visit = LiveDiary(Faults(), opening, clock, PATIENT)
    session = begun(visit, "daily-calf")
    visit.write()
    for now in range(CLOCK, CLOCK + 30_000, 250):
        visit.on_events(session, session.tick(now), now)
    visit.end_session()
    clock.on(hours=30)
    begun(visit, "bedtime", CLOCK + 45_000)  # the machine's own clock was put right meanwhile
    visit.close()
    starts = sorted(entry.start.local for entry in kept_in(tmp_path).values())
    assert starts == [NOW, NOW + timedelta(hours=30)]


def test_an_old_session_that_says_nothing_is_no_new_one(tmp_path: Path, opening: Opening) -> None:
    visit = LiveDiary(Faults(), opening, Clock(), PATIENT)
    old = begun(visit, "daily-calf")
    visit.on_events(old, old.stop(CLOCK + 10), CLOCK + 10)
    new = begun(visit, "bedtime", CLOCK + 20)
    for now in (CLOCK + 30, CLOCK + 40):
        visit.on_events(old, old.tick(now), now)
        visit.on_events(new, new.tick(now), now)
    visit.close()
    assert len(kept_in(tmp_path)) == 2


def _never() -> DiaryStore:
    raise ModuleNotFoundError("No module named '_sqlite3'")


def _always(broken: Faults) -> LiveDiary:
    return LiveDiary(broken, _never, Clock(), PATIENT)


@pytest.mark.parametrize(
    "act",
    [
        LiveDiary.wait,
        LiveDiary.close,
        LiveDiary.end_session,
        lambda visit: visit.relieved(CLOCK),
    ],
)
def test_a_python_without_sqlite_is_told_once_and_harms_nothing(
    act: Callable[[LiveDiary], None], capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Faults()
    visit = _always(broken)
    session = begun(visit)
    act(visit)
    visit.on_events(session, session.relief(CLOCK + 500), CLOCK + 500)
    visit.close()
    broken.report()
    assert visit.entry is None
    assert capsys.readouterr().err.count("Your diary can't be used.") == 1


def test_what_is_wrong_with_the_files_is_told_at_the_end(
    tmp_path: Path, opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    with diary(tmp_path) as store:
        store.path.parent.mkdir(parents=True)
        store.path.write_bytes(b"this is no database, however long one looks at it" * 100)
    broken = Faults()
    visit = LiveDiary(broken, opening, Clock(), PATIENT)
    begun(visit, "daily-calf")
    visit.close()
    broken.report()
    assert "It is kept as" in capsys.readouterr().err
    assert [type(entry) for entry in kept_in(tmp_path).values()] == [SessionEntry]
