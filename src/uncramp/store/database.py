"""Opening the diary's database: private, brought up to date, and every error sorted by what it means."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.store.private import (
    NoFileError,
    make_file,
    make_folder,
    open_at_once,
    refuse_no_file,
    restrict_file,
)
from uncramp.store.schema import APPLICATION, MIGRATIONS

# The first bytes of a database: https://www.sqlite.org/fileformat2.html#the_database_header
_HEAD = 100
_MAGIC = b"SQLite format 3\0"
_FRACTIONS = bytes((64, 32, 32))
_SMALLEST_PAGE = 512

_CACHE_KIB = 16 * 1024
"""The most memory for pages of the file; a small diary takes as much as it needs."""

_BY_NAME = {
    "SQLITE_CORRUPT": StoreProblem.DAMAGED,
    "SQLITE_NOTADB": StoreProblem.DAMAGED,
    "SQLITE_BUSY": StoreProblem.LOCKED,
    "SQLITE_LOCKED": StoreProblem.LOCKED,
    "SQLITE_PROTOCOL": StoreProblem.LOCKED,
    "SQLITE_READONLY": StoreProblem.READ_ONLY,
    "SQLITE_CANTOPEN": StoreProblem.READ_ONLY,
    "SQLITE_PERM": StoreProblem.READ_ONLY,
    "SQLITE_FULL": StoreProblem.FULL,
}


def open_database(path: Path, patience_ms: int, migrations: Sequence[str] = MIGRATIONS) -> sqlite3.Connection:
    """Open the diary, or make it, and bring it up to date.

    Args:
        path: the database file.
        patience_ms: how long to wait for another program that writes, in milliseconds.
        migrations: what makes each version out of the one before.

    Raises:
        DiaryUnusableError: it can't be used; `DAMAGED` and `FOREIGN` ask for it to be set aside.
    """
    with sorted_errors(path):
        make_folder(path.parent)
        make_file(path)
        for ending in ("-wal", "-shm", "-journal"):
            beside = path.with_name(path.name + ending)
            refuse_no_file(beside)
            restrict_file(beside)
        _refuse_no_database(path)
        db = sqlite3.connect(path, timeout=patience_ms / 1000, isolation_level=None)
    try:
        with sorted_errors(path):
            _prepare(db)
            _bring_up_to_date(db, path, migrations)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def sorted_errors(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with the file into a `DiaryUnusableError` that says what it means."""
    try:
        yield
    except sqlite3.Error as error:
        raise DiaryUnusableError(StoreNotice(_trouble(error), path, str(error))) from error
    except NoFileError as error:
        raise DiaryUnusableError(StoreNotice(StoreProblem.FOREIGN, path)) from error
    except OSError as error:
        raise DiaryUnusableError(
            StoreNotice(StoreProblem.READ_ONLY, path, error.strerror or str(error))
        ) from error


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing, on the disk when it is over."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _refuse_no_database(path: Path) -> None:
    """Look at the file's first bytes as SQLite does, but before it: it would delete a log that it finds beside it."""
    log = path.with_name(path.name + "-wal")
    logged = log.exists() and log.stat().st_size > 0  # before the file is read: another may be making both
    with os.fdopen(open_at_once(path, os.O_RDONLY), "rb") as file:
        head = file.read(_HEAD)
    if not head and not logged:
        return
    size = int.from_bytes(head[16:18], "big")
    sound = head[:16] == _MAGIC and head[21:24] == _FRACTIONS and {*head[18:20]} <= {1, 2}
    if not sound or (size != 1 and (size < _SMALLEST_PAGE or size & (size - 1))):
        raise DiaryUnusableError(StoreNotice(StoreProblem.DAMAGED, path, "file is not a database"))


def _prepare(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")  # where it can't be had, the older journal does as well
    # A cramp is written a few times an hour: it is worth waiting for the disk each time, so that a power cut takes
    # at most what is being written. (NORMAL would keep what a killed program wrote, but not what a power cut finds.)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _bring_up_to_date(db: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    if _version(db, path, len(migrations)) == len(migrations):
        return
    with writing(db):
        for number in range(
            _version(db, path, len(migrations)), len(migrations)
        ):  # another may have been faster
            for statement in _statements(migrations[number]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number + 1}")
        db.execute(f"PRAGMA application_id = {APPLICATION}")


def _version(db: sqlite3.Connection, path: Path, newest: int) -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    empty = db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    if application != APPLICATION and not (empty and version == 0):
        raise DiaryUnusableError(StoreNotice(StoreProblem.FOREIGN, path))
    if version > newest:
        raise DiaryUnusableError(StoreNotice(StoreProblem.NEWER, path, f"version {version}, not {newest}"))
    return version


def _statements(script: str) -> Iterator[str]:
    """The script's statements one by one: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _trouble(error: sqlite3.Error) -> StoreProblem:
    name = getattr(error, "sqlite_errorname", "") or ""
    kind = next((kind for start, kind in _BY_NAME.items() if name.startswith(start)), None)
    return kind or StoreProblem.BROKEN
