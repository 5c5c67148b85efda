"""A copy of the diary from another machine: taken in by id, the newer edit wins, and the copy is never changed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from diary_shell import CRAMP, Shell

from uncramp.store.database import APPLICATION, MIGRATIONS

OLD = sorted((Path(__file__).parent.parent / "store").glob("version*.sql"))


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Another machine, by its name; where its diary is."""

    def go(name: str) -> Path:
        home = tmp_path / name
        monkeypatch.setenv("UNCRAMP_HOME", str(home))
        return home / "diary" / "diary.db"

    return go


def changed_at(path: Path, when: int, **entries: str) -> None:
    """Say when the entries were changed, or deleted, last."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for column, entry_id in entries.items():
            db.execute(f"UPDATE entries SET {column} = ? WHERE id = ?", (when, entry_id))  # noqa: S608 - names of this test


def test_two_machines_meet_and_the_newer_edit_wins_deleted_ones_too(
    shell: Shell, elsewhere: Callable[[str], Path]
) -> None:
    first = elsewhere("first")
    ids = [shell.add(f"2026-01-{day} 03:00", "--note", "at first") for day in (10, 11, 12, 13)]
    second = elsewhere("second")
    assert shell("import", str(first))[:2] == (0, "4 new entries.\n")
    only_there = shell.add("2026-01-20 03:00")
    shell("edit", ids[0], "--note", "newer there")
    shell("edit", ids[1], "--note", "older there")
    shell("delete", ids[2])
    shell("delete", ids[3])
    changed_at(second, 2_000_000_000, changed=ids[0])
    changed_at(second, 1_000_000_000, changed=ids[1])
    changed_at(second, 1_000_000_000, deleted=ids[3])
    before = second.read_bytes()
    assert elsewhere("first") == first
    done = shell.json("import", str(second))
    assert done == {"added": 1, "changed": 1, "same": 0, "older": 2, "deleted": 0, "removed": 1}
    assert {row["id"]: row.get("note") for row in shell.rows()} == {
        ids[0]: "newer there",
        ids[1]: "at first",
        ids[3]: "at first",
        only_there: None,
    }
    assert second.read_bytes() == before
    rows = shell.rows()
    again = shell.json("import", str(second))
    assert isinstance(again, dict)
    assert (again["added"], again["changed"], again["removed"]) == (0, 0, 0)
    assert shell.rows() == rows
    shell("restore", ids[2])
    assert ids[2] in [row["id"] for row in shell.rows()]
    shell("import", str(second))
    assert ids[2] in [row["id"] for row in shell.rows()]  # restoring is newer than deleting


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_copy_of_every_version_is_taken_in_and_stays_as_it_is(shell: Shell, tmp_path: Path, old: Path) -> None:
    copy = tmp_path / "diary (conflicted copy 2026-11-22).db"
    with closing(sqlite3.connect(copy)) as db:
        db.executescript(old.read_text(encoding="utf-8"))
    before = copy.read_bytes()
    status, out, err = shell("import", str(copy))
    assert (status, err) == (0, "")
    assert "3 new entries." in out
    assert "1 was deleted there" in out
    assert copy.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if "conflicted" in path.name] == [copy.name]


def test_what_only_stands_in_a_copys_log_is_taken_in_too(
    shell: Shell, elsewhere: Callable[[str], Path], tmp_path: Path
) -> None:
    there = elsewhere("there")
    shell.add(*CRAMP)
    with closing(sqlite3.connect(there, isolation_level=None)) as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("UPDATE cramps SET note = 'in the log'")
        copy = tmp_path / "diary 2.db"
        for ending in ("", "-wal"):
            copy.with_name(copy.name + ending).write_bytes(there.with_name(there.name + ending).read_bytes())
    elsewhere("here")
    shell("import", str(copy))
    assert [row["note"] for row in shell.rows()] == ["in the log"]


def test_the_diary_itself_is_not_taken_into_itself(shell: Shell, elsewhere: Callable[[str], Path]) -> None:
    here = elsewhere("here")
    shell.add(*CRAMP)
    _status, _out, err = shell("import", str(here))
    assert err == f"{here}: This is your diary itself. Nothing was taken in.\n"


HOSTILE = {
    "a trigger": "CREATE TRIGGER t AFTER UPDATE ON entries BEGIN DELETE FROM entries; END",
    "a view": "DROP TABLE sessions; CREATE VIEW sessions AS WITH RECURSIVE a(b) AS (SELECT 1 UNION ALL SELECT b FROM a) "
    "SELECT b AS id, b AS kind, b AS routine, b AS title, b AS purpose, b AS planned, b AS played, b AS ending FROM a",
    "no table": "DROP TABLE sessions",
    "another table": "DROP TABLE sessions; CREATE TABLE sessions (id)",
    "a newer version": f"PRAGMA user_version = {len(MIGRATIONS) + 1}",
    "another mark": f"PRAGMA application_id = {APPLICATION + 1}",
    "a start that is none": "UPDATE entries SET start = 'noon'",
    "a start to come": "UPDATE entries SET start = 7000000000",
    "a side that is none": "PRAGMA ignore_check_constraints = ON; UPDATE cramps SET side = '\x1b[2J'",
}


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_copy_is_refused_in_a_line_and_changes_nothing(
    shell: Shell, elsewhere: Callable[[str], Path], statements: str
) -> None:
    there = elsewhere("there")
    shell.add(*CRAMP)
    with closing(sqlite3.connect(there)) as db:
        db.executescript(statements)
    before = there.read_bytes()
    elsewhere("here")
    status, out, err = shell("import", str(there))
    assert (status, out) == (1, "")
    assert err.endswith("Nothing was taken in.\n")
    assert len(err.splitlines()) <= 2
    assert "\x1b" not in err
    assert there.read_bytes() == before
    assert shell.rows() == []


@pytest.mark.parametrize("damage", [100, 4096, 8192], ids=lambda at: f"from {at}")
def test_a_damaged_copy_is_named_and_changes_nothing(
    shell: Shell, elsewhere: Callable[[str], Path], damage: int
) -> None:
    there = elsewhere("there")
    for _nth in range(30):
        shell.add(*CRAMP)
    data = there.read_bytes()
    there.write_bytes(data[:damage] + b"\xaa" * 600 + data[damage + 600 :])
    elsewhere("here")
    status, out, err = shell("import", str(there))
    assert (status, out) == (1, "")
    assert "database (SQLite)" in err
    assert len(err.splitlines()) == 1
    there.write_bytes(data[: len(data) // 2])
    assert shell("import", str(there))[0] == 1
    assert shell.rows() == []
