"""A full disk is called a full disk, whatever SQLite calls it, and nobody is told to move a diary that is whole."""

import errno
import os
import sqlite3
import sys
from pathlib import Path

import pytest
from diary_trouble import begun, begun_and_damaged, database, troubles

from diary_making import cramp, diary
from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.faults import error_number, how_to_mend
from uncramp.store import causes
from uncramp.store.causes import sorted_errors, what_hinders
from uncramp.words.diary import mend_words, notice_words


def sqlite_error(name: str, words: str = "disk I/O error") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorname = name
    return error


def notice_of(error: Exception, path: Path) -> StoreNotice:
    with pytest.raises(DiaryUnusableError) as raised, sorted_errors(path):
        raise error
    return raised.value.notice


def all_words(notice: StoreNotice) -> str:
    return f"{notice_words(notice)} {mend_words(notice)}"


WRITING = [
    "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMOPEN",
    "SQLITE_IOERR_SHMMAP", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_CANTOPEN_ISDIR", "SQLITE_READONLY_CANTINIT",
]  # fmt: skip
HINDERED = {
    errno.ENOSPC: "The disk is full: your diary, ",
    errno.EDQUOT: "The disk is full for you: your diary, ",
    errno.EFBIG: "A file can't get that large here: your diary, ",
    errno.EROFS: "the disk can only be read",
    errno.EMFILE: "too many files are open",
    errno.EACCES: "you may read and write it",
    errno.ESTALE: "the disk is on the network, and can't be reached",
}


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("number", HINDERED)
def test_the_cause_is_what_writing_there_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    def fails(**_more: object) -> None:
        raise OSError(number, os.strerror(number))

    begun(tmp_path, cramp())
    monkeypatch.setattr("tempfile.TemporaryFile", fails)
    told = all_words(notice_of(sqlite_error(name), database(tmp_path)))
    assert HINDERED[number] in told
    assert "To mend it, " in told
    assert "move" not in told


def test_a_full_disk_is_known_by_its_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, cramp())
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 4096}))
    for error in (sqlite_error("SQLITE_IOERR_WRITE"), sqlite_error("SQLITE_FULL", "database or disk is full")):
        notice = notice_of(error, database(tmp_path))
        assert notice.problem is StoreProblem.FULL
        assert "delete what you don't need" in mend_words(notice)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_IOERR_READ", "the disk does not do what it should"),
        ("SQLITE_IOERR_LOCK", "files can't be locked on this disk"),
        ("SQLITE_NOMEM", "there is no memory left"),
        ("SQLITE_IOERR_NOMEM", "there is no memory left"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program uses your diary"),
        ("SQLITE_ERROR", "The file itself is whole: leave it where it is."),
        ("SQLITE_MISMATCH", "The file itself is whole: leave it where it is."),
    ],
)
def test_where_nothing_hinders_the_name_says_it_and_no_whole_diary_is_to_be_moved(
    tmp_path: Path, name: str, words: str
) -> None:
    begun(tmp_path, cramp())
    told = all_words(notice_of(sqlite_error(name), database(tmp_path)))
    assert words in told
    assert "move" not in told


def test_of_a_diary_that_is_not_whole_it_is_not_said_that_it_is(tmp_path: Path) -> None:
    begun_and_damaged(tmp_path)
    notice = notice_of(sqlite_error("SQLITE_ERROR"), database(tmp_path))
    assert not notice.intact
    assert "whole" not in all_words(notice)


def test_nothing_hinders_in_a_folder_that_can_be_written_and_looking_leaves_nothing(tmp_path: Path) -> None:
    begun(tmp_path, cramp())
    before = sorted(path.name for path in database(tmp_path).parent.iterdir())
    assert what_hinders(database(tmp_path)) == 0
    assert sorted(path.name for path in database(tmp_path).parent.iterdir()) == before


def test_what_could_be_kept_nowhere_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

    (tmp_path / "diary").mkdir(mode=0o700)
    monkeypatch.setattr("uncramp.store.spool.os.write", full)
    monkeypatch.setattr("uncramp.store.connection.open_database", full)
    with diary(tmp_path) as store:
        store.record(cramp())
        full_notice, lost = store.pop_notices()
    assert full_notice.problem is StoreProblem.FULL
    assert "could not be written anywhere (the disk is full for you)" in notice_words(lost)


@pytest.mark.parametrize(
    ("winerror", "words"),
    [(32, "Another program uses it."), (112, "The disk is full."), (39, "The disk is full."), (19, "only be read")],
)
def test_errors_of_windows_are_known(winerror: int, words: str) -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    if sys.platform != "win32":
        error.winerror = winerror  # type: ignore[attr-defined]
    assert words in how_to_mend(error)
    assert error_number(error) != errno.EACCES


def test_a_change_that_fails_on_a_full_disk_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, cramp())

    def fails(*_args: object) -> None:
        raise sqlite_error("SQLITE_IOERR_SHMSIZE")

    monkeypatch.setattr(causes, "what_hinders", lambda _path: errno.ENOSPC)
    monkeypatch.setattr("uncramp.store.database._prepare", fails)
    with diary(tmp_path) as store:
        store.record(cramp())
        assert troubles(store) == [StoreProblem.FULL, StoreProblem.SPOOLED]
