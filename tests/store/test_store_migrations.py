"""An older diary becomes a new one: everything in it is there, and a change that fails changes nothing."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from diary_trouble import asked, opened

from diary_making import Clock, at, cramp, diary
from uncramp.domain.diary import CrampEntry, DayCount, Ending, SessionEntry, State
from uncramp.domain.routine import Part, Purpose, Side
from uncramp.domain.store_problem import DiaryUnusableError, StoreProblem
from uncramp.store.database import MIGRATIONS, open_database

OLD = sorted(Path(__file__).parent.glob("version*.sql"))

CRAMP = CrampEntry(
    "11111111-1111-4111-8111-111111111111",
    at("2026-10-25T02:30:00+02:00"),
    relief=95,
    side=Side.LEFT,
    part=Part.CALF,
    strength=7,
    strength_after=2,
    state=State.ASLEEP,
    routine="cramp-calf",
    steps=("Pull your toes toward you", "Rub the calf"),
    ended_in="Pull your toes toward you",
    signs=("leg_swollen",),
    note="after a long walk",
)
PRACTICE = SessionEntry(
    "22222222-2222-4222-8222-222222222222",
    at("2026-11-22T00:20:00+01:00"),
    "bedtime",
    "Bedtime stretch",
    Purpose.BEDTIME,
    150,
    150,
    Ending.COMPLETED,
)
DELETED, CUT_OFF = "33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444"


def version_of(path: Path) -> object:
    return asked(path, "user_version")


def test_there_is_a_diary_of_every_version() -> None:
    assert [path.name for path in OLD] == [f"version{nth}.sql" for nth in range(1, len(MIGRATIONS) + 1)]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_everything_in_an_older_diary_is_there(tmp_path: Path, old: Path) -> None:
    (tmp_path / "diary").mkdir()
    with opened(tmp_path) as db:
        db.executescript(old.read_text(encoding="utf-8"))
    with diary(tmp_path, Clock()) as store:
        assert store.get(CRAMP.id).entry == CRAMP
        assert store.get(PRACTICE.id).entry == PRACTICE
        assert [one.entry for one in store.versions(CRAMP.id)] == [replace(CRAMP, note="before")]
        assert store.get(DELETED).deleted
        assert [one.id for one in store.page()] == [CUT_OFF, PRACTICE.id, CRAMP.id]
        place = store.resumable()
        assert place is not None
        assert (place.entry, place.interval, place.into_ms) == (CUT_OFF, 20, 1500)
        store.record(cramp())
        assert store.pop_notices() == ()
    assert version_of(tmp_path / "diary" / "diary.db") == len(MIGRATIONS)


def test_an_older_diary_counts_as_a_new_one_and_its_cramps_stay_cramps(tmp_path: Path) -> None:
    """Practice that was only looked through, or tried for seconds, counted as done or as broken off once."""
    db = open_database(tmp_path / "diary" / "diary.db", 50, MIGRATIONS[:1])
    day = date(2026, 11, 21)
    sessions = {
        (305, 2, "completed"),
        (305, 153, "stopped"),
        (305, 19, "stopped"),
        (305, 20, "interrupted"),
        (0, 40, "completed"),
    }
    for nth, (planned, played, ending) in enumerate(sessions):
        db.execute(
            "INSERT INTO entries VALUES (?, 'session', 1795284000, 0, ?, ?, 1, NULL)",
            (str(UUID(int=nth)), day.toordinal(), int(ending == "completed")),
        )
        db.execute(
            "INSERT INTO sessions VALUES (?, 'session', 'daily-calf', 'Calf', 'daily', ?, ?, ?)",
            (str(UUID(int=nth)), planned, played, ending),
        )
    db.execute("INSERT INTO entries VALUES (?, 'cramp', 1795284000, 0, ?, 1, 1, NULL)", (CRAMP.id, day.toordinal()))
    db.execute("INSERT INTO cramps (id) VALUES (?)", (CRAMP.id,))
    db.close()
    with diary(tmp_path) as store:
        assert store.get(CRAMP.id).entry.counts
        assert store.day_counts(day, day) == {day: DayCount(day, cramps=1, sessions=2, broken_off=1)}


SECOND = "ALTER TABLE entries ADD COLUMN place TEXT;\n-- one more\nCREATE TABLE tags (name TEXT);\n"
THIRD = "INSERT INTO tags VALUES ('from; version\n3');"
BROKEN = "CREATE TABLE more (name TEXT);\nINSERT INTO nowhere VALUES (1);\n"


def columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def test_versions_follow_each_other_whichever_one_begins_with(tmp_path: Path) -> None:
    steps = (*MIGRATIONS, SECOND, THIRD)
    for first in range(1, len(steps) + 1):
        path = tmp_path / str(first) / "diary.db"
        open_database(path, 50, steps[:first]).close()
        assert version_of(path) == first
        db = open_database(path, 50, steps)
        assert "place" in columns(db, "entries")
        assert db.execute("SELECT name FROM tags").fetchall() == [("from; version\n3",)]
        db.close()
        assert version_of(path) == len(steps)
        open_database(path, 50, steps).close()


def test_a_migration_that_fails_leaves_the_diary_as_it_was(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        store.record(cramp())
    path = tmp_path / "diary" / "diary.db"
    with pytest.raises(DiaryUnusableError, match="nowhere") as refused:
        open_database(path, 50, (*MIGRATIONS, SECOND, BROKEN))
    assert refused.value.notice.problem is StoreProblem.BROKEN
    assert version_of(path) == len(MIGRATIONS)
    with diary(tmp_path) as store:
        assert len(store.page()) == 1


def test_a_newer_diary_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    open_database(path, 50, (*MIGRATIONS, SECOND)).close()
    before = path.read_bytes()
    with pytest.raises(DiaryUnusableError) as refused:
        open_database(path, 50)
    assert refused.value.notice.problem is StoreProblem.NEWER
    assert path.read_bytes() == before


def test_foreign_keys_hold(tmp_path: Path) -> None:
    db = open_database(tmp_path / "diary.db", 50)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("INSERT INTO cramps (id) VALUES ('nobody')")
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    db.close()
