"""What is being played has a lock: it is cut off only when nobody plays it, and gone on with only once."""

import errno
import os
import signal
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from diary_trouble import begun, opened

from child import child
from diary_making import NOW, Clock, RecordingStore, an_id, cramp, diary, session
from uncramp.domain.diary import DayCount, Entry, SessionEntry, When
from uncramp.domain.resume_point import ResumePoint
from uncramp.store import private
from uncramp.store.copies import diary_files

PLAYS = (
    "import sys\nfrom pathlib import Path\nfrom test_store_playing import play\nfrom diary_making import diary\n"
    "with diary(Path(sys.argv[1])) as store:\n    print(play(store).id, flush=True)\n    sys.stdin.readline()\n"
)


def play(store: RecordingStore) -> SessionEntry:
    """Begin to play something."""
    entry = session("2026-11-22 03:00", played=60)
    place = ResumePoint(entry.id, When.of(NOW - timedelta(seconds=5)), "daily-calf", "Title", 3, 20, "Step")
    store.record(entry, place)
    return entry


def locks(folder: Path) -> list[Path]:
    return [*(folder / "diary").glob(".diary-playing-*")]


def cut_off(folder: Path) -> str | None:
    """What another process is offered to go on with."""
    with diary(folder) as store:
        place = store.resumable()
        return place.entry if place else None


def test_what_is_played_is_not_offered_until_its_process_has_let_go(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        entry = play(store)
        assert cut_off(tmp_path) is None
        assert len(locks(tmp_path)) == 1
    assert cut_off(tmp_path) == entry.id
    assert locks(tmp_path) == []


def test_a_cramp_that_stands_still_elsewhere_is_not_asked_about_until_its_process_has_let_go(tmp_path: Path) -> None:
    later = Clock(NOW + timedelta(hours=3))
    entry, over = (replace(cramp(), unconfirmed=True) for _ in range(2))
    with diary(tmp_path) as playing:
        playing.record(over)
        playing.record(entry, ResumePoint(entry.id, When.of(NOW), "cramp-calf", "Title", 3, 20, "Step"))
        with diary(tmp_path, later) as other:
            assert other.unconfirmed(5) == [over]
    with diary(tmp_path, later) as other:
        assert {one.id for one in other.unconfirmed(5)} == {entry.id, over.id}


def test_what_is_played_elsewhere_is_in_no_list_and_no_count_until_it_counts_or_is_over(tmp_path: Path) -> None:
    with diary(tmp_path) as playing:
        first = play(playing)
        with diary(tmp_path) as other:
            assert shown(other) == ([], 0, [], {})
            assert [one for one, _changed in other.everything()] == [first]
            half = replace(first, played=200)
            playing.record(half, ResumePoint(half.id, When.of(NOW), "daily-calf", "Title", 9, 20, "Step"), before=first)
            assert shown(other) == ([half], 1, [half.id], {half.day: DayCount(half.day, sessions=1)})
        playing.record(first, None, before=half)
    with diary(tmp_path) as other:
        assert shown(other) == ([first], 1, [first.id], {first.day: DayCount(first.day, broken_off=1)})


def shown(store: RecordingStore) -> tuple[list[Entry], int, list[str], dict[date, DayCount]]:
    """What lists, a page, a report and counts have."""
    told = [one.id for one in store.told().sessions]
    counts = store.day_counts(date.min, date.max)
    return store.entries(date.min, date.max), len(store.page()), told, counts


def test_what_is_over_holds_no_lock(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        entry = play(store)
        store.record(entry, None, before=entry)
        assert locks(tmp_path) == []
        assert cut_off(tmp_path) is None


def test_what_is_over_holds_no_lock_either_where_another_program_holds_the_diary(tmp_path: Path) -> None:
    begun(tmp_path, cramp())
    with opened(tmp_path) as hog, diary(tmp_path) as store:
        hog.execute("BEGIN IMMEDIATE")
        entry = play(store)
        assert len(locks(tmp_path)) == 1
        store.record(entry, None, before=entry)
        assert locks(tmp_path) == []


def test_it_is_gone_on_with_once(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        entry = play(store)
    with diary(tmp_path) as first, diary(tmp_path) as second:
        assert first.take_up(entry.id)
        assert first.take_up(entry.id)
        assert not second.take_up(entry.id)
        second.dismiss(entry.id)  # which is nothing for it to say any more
    assert cut_off(tmp_path) == entry.id
    with diary(tmp_path) as third:
        third.dismiss(entry.id)
    assert cut_off(tmp_path) is None
    assert locks(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_process_that_is_killed_lets_go_and_leaves_no_litter(tmp_path: Path) -> None:
    with child("-c", PLAYS, str(tmp_path), beside=Path(__file__).parent) as process:
        assert process.stdout is not None
        entry_id = process.stdout.readline().strip()
        assert cut_off(tmp_path) is None
        os.kill(process.pid, signal.SIGKILL)
    assert len(locks(tmp_path)) == 1
    with diary(tmp_path) as store:
        store.page()
        assert locks(tmp_path) == []
    assert cut_off(tmp_path) == entry_id


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
@pytest.mark.parametrize(("seconds", "offered"), [(5, False), (80, False), (100, True), (800, True)])
def test_where_no_file_can_be_locked_what_was_saved_lately_is_still_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, seconds: int, offered: bool
) -> None:
    def refused(*_arguments: object, **_more: object) -> bool:
        raise private.LockingUnsupportedError(number, "no locks here")

    monkeypatch.setattr("uncramp.store.playing.try_lock", refused)
    with diary(tmp_path) as store:
        entry = play(store)
        assert store.take_up(entry.id)
    clock = Clock()
    clock.on(seconds=seconds - 5)
    with diary(tmp_path, clock) as store:
        assert (store.resumable() is not None) is offered


def test_locks_are_erased_with_the_diary(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        play(store)
        assert locks(tmp_path)[0] in diary_files(store.folders)
        assert store.erase() == []


def test_a_folder_that_takes_no_file_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("this is no folder")
    with diary(tmp_path) as store:
        assert store.take_up(an_id())
