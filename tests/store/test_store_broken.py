"""A diary that is damaged, of another program or of a newer one: nothing is deleted, and the person is told."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from diary_trouble import begun, begun_and_damaged, database, opened, troubles

from diary_making import Clock, cramp, diary, kept_in, session
from uncramp.domain.diary import Entry
from uncramp.domain.store_problem import DiaryUnusableError, StoreProblem
from uncramp.store.database import MIGRATIONS
from uncramp.store.spool import spool_files

GARBAGE = {
    "no database": b"this is no database at all, but long enough to be one " * 50,
    "half a header": b"SQLite format 3\0" + b"\xff" * 4080,
    "another sort of file": b"\x89PNG\r\n\x1a\n" + b"\0" * 8000,
}


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_a_damaged_file_is_set_aside_under_a_dated_name_and_a_new_one_begun(tmp_path: Path, garbage: bytes) -> None:
    database(tmp_path).parent.mkdir(parents=True)
    database(tmp_path).write_bytes(garbage)
    entry = cramp()
    with diary(tmp_path) as store:
        store.record(entry)
        (notice,) = store.pop_notices()
    assert notice.problem is StoreProblem.DAMAGED
    assert notice.path.name == "diary-damaged-2026-11-22-031000.db"
    assert notice.path.read_bytes() == garbage
    assert kept_in(tmp_path) == {entry.id: entry}


@pytest.mark.skipif(sys.platform == "win32", reason="files are locked by other means")
def test_nobody_waits_for_ever_for_a_process_that_stands_still_while_it_sets_a_damaged_file_aside(
    tmp_path: Path,
) -> None:
    import fcntl

    database(tmp_path).parent.mkdir(parents=True)
    database(tmp_path).write_bytes(GARBAGE["no database"])
    entry = cramp()
    with database(tmp_path).with_name(".diary.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with diary(tmp_path) as store:
            store.record(entry)
            assert [notice.problem for notice in store.pop_notices()] == [StoreProblem.LOCKED, StoreProblem.SPOOLED]
    assert kept_in(tmp_path) == {entry.id: entry}


def test_a_page_in_the_middle_that_is_damaged_costs_no_recording(tmp_path: Path) -> None:
    size = begun_and_damaged(tmp_path)
    entry = cramp()
    with diary(tmp_path) as store:
        store.record(entry)
        assert troubles(store) == [StoreProblem.DAMAGED]
    assert list(kept_in(tmp_path)) == [entry.id]
    (aside,) = database(tmp_path).parent.glob("diary-damaged-*.db")
    assert aside.stat().st_size == size


def test_two_damaged_files_of_one_second_keep_two_names(tmp_path: Path) -> None:
    for _ in range(2):
        database(tmp_path).parent.mkdir(parents=True, exist_ok=True)
        database(tmp_path).write_bytes(GARBAGE["no database"])
        with diary(tmp_path) as store:
            assert len(store.page()) == 0
    assert len(list(database(tmp_path).parent.glob("diary-damaged-*.db"))) == 2


@pytest.mark.parametrize("garbage", [*GARBAGE.values(), b""], ids=[*GARBAGE, "nothing"])
def test_a_log_of_the_damaged_file_goes_aside_with_it(tmp_path: Path, garbage: bytes) -> None:
    """It may hold the last cramps, SQLite would delete it, and beside a new file it would be played into that."""
    database(tmp_path).parent.mkdir(parents=True)
    database(tmp_path).write_bytes(garbage)
    log = database(tmp_path).with_name("diary.db-wal")
    log.write_bytes(b"an old log")
    with diary(tmp_path) as store:
        assert len(store.page()) == 0
        (notice,) = store.pop_notices()
    assert notice.path.with_name(notice.path.name + "-wal").read_bytes() == b"an old log"


def test_a_database_of_another_program_is_set_aside_whole(tmp_path: Path) -> None:
    database(tmp_path).parent.mkdir(parents=True)
    with opened(tmp_path) as other:
        other.execute("CREATE TABLE entries (id TEXT)")
    with diary(tmp_path) as store:
        store.record(cramp())
        (notice,) = store.pop_notices()
    assert notice.problem is StoreProblem.FOREIGN
    with closing(sqlite3.connect(notice.path)) as kept:
        assert kept.execute("SELECT sql FROM sqlite_master").fetchall() == [("CREATE TABLE entries (id TEXT)",)]


def test_a_file_that_was_damaged_while_it_was_open_is_set_aside_too(tmp_path: Path) -> None:
    first, second = cramp(), session()
    with diary(tmp_path) as store:
        store.record(first)
        store.merge()
        for ending in ("", "-wal", "-shm"):
            path = database(tmp_path).with_name("diary.db" + ending)
            if path.exists():
                path.unlink()
        database(tmp_path).write_bytes(GARBAGE["no database"])
        store.record(second)
        assert troubles(store) == [StoreProblem.DAMAGED]
    assert list(kept_in(tmp_path)) == [second.id]


def test_a_diary_of_a_newer_program_is_left_alone_and_what_happens_kept_beside(tmp_path: Path) -> None:
    old, new = cramp(), session()
    begun(tmp_path, old)
    with opened(tmp_path) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = database(tmp_path).read_bytes()
    with diary(tmp_path) as store:
        store.record(new)
        with pytest.raises(DiaryUnusableError) as refused:
            store.page()
        assert refused.value.notice.problem is StoreProblem.NEWER
        assert troubles(store) == [StoreProblem.NEWER, StoreProblem.SPOOLED]
    assert database(tmp_path).read_bytes() == before
    with opened(tmp_path) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")  # the newer program is there at last
    assert kept_in(tmp_path) == {old.id: old, new.id: new}
    assert spool_files([tmp_path / "diary"]) == []


def test_an_entry_that_was_changed_by_other_means_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    entry, sound = cramp(), session()
    begun(tmp_path, entry, sound)
    with opened(tmp_path) as other:
        other.execute("UPDATE cramps SET side = 'up'")
    with diary(tmp_path) as store:
        looks: list[Callable[[], list[Entry]]] = [
            lambda: store.page(None, 1),
            lambda: store.entries(date.min, date.max),
            lambda: [kept for kept, _changed in store.everything()],
        ]
        for look in looks:
            assert look() == [sound]
            (notice,) = store.pop_notices()
            assert notice.problem is StoreProblem.UNREADABLE
            assert notice.why == f"{entry.id[:8]}: this entry can't be read: side: write one of left, right, both"
        with pytest.raises(DiaryUnusableError, match="side: write one of left, right, both"):
            store.get(entry.id)
        store.record(cramp())
        assert sum(count.cramps for count in store.day_counts(date.min, date.max).values()) == 2
    assert database(tmp_path).exists()


@pytest.mark.parametrize(
    "change",
    [
        "cramps SET relief = 1.5",
        "cramps SET steps = '\"abc\"'",
        "cramps SET signs = '[1]'",
        "cramps SET note = x'00'",
        "entries SET start = 'noon'",
        "entries SET start = 1e300",
        "entries SET zone = 4000",
    ],
)
def test_no_cell_of_the_wrong_sort_is_taken_for_what_it_is_not(tmp_path: Path, change: str) -> None:
    begun(tmp_path, cramp(relief=90), cramp())
    with opened(tmp_path) as other:
        other.execute(f"UPDATE {change}")
    with diary(tmp_path) as store:
        assert len(store.told()) < 2
        assert troubles(store) == [StoreProblem.UNREADABLE]


def test_erased_or_moved_by_another_program_a_new_file_is_begun(tmp_path: Path) -> None:
    second = session()
    with diary(tmp_path, Clock()) as store:
        store.record(cramp())
        with diary(tmp_path) as other:
            assert other.erase() == []
        store.record(second)
    assert kept_in(tmp_path) == {second.id: second}
