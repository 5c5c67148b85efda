"""The diary's database file: its schema, opening it for its owner only, errors sorted by meaning, quarantine."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar, TypeVarTuple

from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.store.causes import sorted_errors
from uncramp.store.private import (
    FILE_MODE,
    FOLDER_MODE,
    LockingUnsupportedError,
    NotAFileError,
    make_file,
    make_folder,
    open_file,
    restrict,
    try_lock,
)
from uncramp.store.shared_folder import on_network, sync_service

Result = TypeVar("Result")
Args = TypeVarTuple("Args")

APPLICATION: Final = 0x756E6372
"""What marks a file as an uncramp diary: "uncr" in ASCII."""

_FIRST: Final = """
CREATE TABLE entries (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('cramp', 'session')),
    start INTEGER NOT NULL,                        -- seconds since 1970, UTC
    zone INTEGER NOT NULL,                         -- minutes that the local clocks were ahead of UTC
    day INTEGER NOT NULL,                          -- the night or day that it belongs to, as date.toordinal()
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),  -- a cramp, or a session that was practice
    changed INTEGER NOT NULL,                      -- when it was last written, seconds since 1970, UTC
    deleted INTEGER,                               -- when it was deleted; it can be restored
    UNIQUE (id, kind)
) WITHOUT ROWID;

CREATE TABLE cramps (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL DEFAULT 'cramp' CHECK (kind = 'cramp'),
    relief INTEGER CHECK (relief >= 0),
    side TEXT,
    part TEXT,
    strength INTEGER CHECK (strength BETWEEN 0 AND 10),
    strength_after INTEGER CHECK (strength_after BETWEEN 0 AND 10),
    state TEXT,
    routine TEXT NOT NULL DEFAULT '',
    steps TEXT NOT NULL DEFAULT '[]',              -- a JSON list of names
    ended_in TEXT NOT NULL DEFAULT '',
    signs TEXT NOT NULL DEFAULT '[]',              -- a JSON list of keys
    note TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL DEFAULT 'session' CHECK (kind = 'session'),
    routine TEXT NOT NULL,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    planned INTEGER NOT NULL CHECK (planned >= 0),
    played INTEGER NOT NULL CHECK (played >= 0),
    ending TEXT NOT NULL,
    FOREIGN KEY (id, kind) REFERENCES entries (id, kind) ON DELETE CASCADE
) WITHOUT ROWID;

-- Resume points: where a person is in what is being played.
CREATE TABLE places (
    id TEXT PRIMARY KEY NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    saved INTEGER NOT NULL,                        -- seconds since 1970, UTC
    process INTEGER NOT NULL,
    record TEXT NOT NULL                           -- JSON
) WITHOUT ROWID;

-- What an entry said before it was changed.
CREATE TABLE versions (
    id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    replaced INTEGER NOT NULL,                     -- seconds since 1970, UTC
    record TEXT NOT NULL,                          -- JSON
    PRIMARY KEY (id, number)
) WITHOUT ROWID;

-- The lines of spool files that have been merged, so that none is merged twice.
CREATE TABLE taken (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;

CREATE INDEX entries_by_time ON entries (start DESC, id) WHERE deleted IS NULL;
CREATE INDEX entries_by_day ON entries (day, kind, counts, deleted) WHERE deleted IS NULL;
CREATE INDEX counting_days ON entries (kind, day) WHERE deleted IS NULL AND counts = 1;
"""

_UNCONFIRMED: Final = """
ALTER TABLE cramps ADD COLUMN unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (unconfirmed IN (0, 1));

-- A session that was only tried out: no practice, and not broken off. `counts` of a cramp says that it is confirmed.
ALTER TABLE entries ADD COLUMN tried INTEGER NOT NULL DEFAULT 0 CHECK (tried IN (0, 1));

-- Practice is what was played, whatever the end.
UPDATE entries SET counts = (SELECT played > 0 AND played * 2 >= planned FROM sessions AS s WHERE s.id = entries.id)
WHERE kind = 'session';
UPDATE entries SET tried = 1 WHERE kind = 'session' AND counts = 0 AND EXISTS (
    SELECT 1 FROM sessions AS s WHERE s.id = entries.id AND s.played < 20
);

DROP INDEX entries_by_day;
DROP INDEX counting_days;
CREATE INDEX entries_by_day ON entries (day, kind, counts, tried, deleted) WHERE deleted IS NULL;
CREATE INDEX unconfirmed_cramps ON entries (start) WHERE deleted IS NULL AND kind = 'cramp' AND counts = 0;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _UNCONFIRMED)
"""What makes version n out of version n - 1; the first makes a diary out of nothing. Only ever add to the end."""

# The first bytes of a database: https://www.sqlite.org/fileformat2.html#the_database_header
_HEADER = 100
MAGIC = b"SQLite format 3\0"
_FRACTIONS = bytes((64, 32, 32))
_SMALLEST_PAGE = 512

_LOOK_MS = 20
"""How often to try for a lock that another process holds."""

_SQLITE_FILES = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside a database."""


def open_database(path: Path, patience_ms: int, migrations: Sequence[str] = MIGRATIONS) -> sqlite3.Connection:
    """Open the diary, or create it, and bring it up to date; another program that writes is waited for.

    Raises:
        DiaryUnusableError: it can't be used; `QUARANTINED` says for which problems `quarantine` is the remedy.
    """
    with sorted_errors(path):
        make_folder(path.parent)
        restrict(path.parent, FOLDER_MODE)
        make_file(path)
        for beside in (path.with_name(path.name + ending) for ending in _SQLITE_FILES):
            if beside.exists() and not beside.is_file():
                raise NotAFileError(beside)
            with contextlib.suppress(OSError):  # most are not there, and SQLite may just be removing one
                restrict(beside, FILE_MODE)
        _refuse_damaged_header(path)
        db = _connect(path, patience_ms)
    try:
        with sorted_errors(path):
            if _version(db, path, len(migrations)) < len(migrations):
                transaction(db, _migrate, path, migrations)
    except BaseException:
        db.close()
        raise
    return db


def transaction(db: sqlite3.Connection, work: Callable[[sqlite3.Connection, *Args], Result], *args: *Args) -> Result:
    """Do all of something, on the disk at the end, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        result = work(db, *args)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return result


def quarantine(path: Path, what: str, now: datetime) -> Path:
    """Rename a file, and SQLite's files beside it: what a person recorded is never deleted because it can't be read.

    `what` is a word for the new name, such as `damaged`. It gives where the file is now.

    Raises:
        OSError: it can't be renamed.
    """
    stem = f"{path.stem.partition('-')[0]}-{what}-{now:%Y-%m-%d-%H%M%S}"
    number, target = 1, path.with_name(stem + path.suffix)
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}-{number}{path.suffix}")
    for ending in (*_SQLITE_FILES, ""):  # the log goes first, so that no new file ever meets an old log
        old = path.with_name(path.name + ending)
        if not ending or old.exists():
            old.rename(target.with_name(target.name + ending))
    return target


@contextmanager
def one_at_a_time(path: Path, patience_ms: int) -> Iterator[None]:
    """Hold the lock of the diary's folder, so that of several processes only one quarantines a file.

    Raises:
        DiaryUnusableError: another process holds it for longer. It may stand still.
    """
    lock = path.with_name(".diary.lock")
    make_file(lock)
    handle = os.open(lock, os.O_RDWR)
    try:
        with contextlib.suppress(LockingUnsupportedError):
            for _look in range(patience_ms // _LOOK_MS + 1):
                if try_lock(handle):
                    break
                time.sleep(_LOOK_MS / 1000)
            else:
                raise DiaryUnusableError(StoreNotice(StoreProblem.LOCKED, path))
        yield
    finally:
        os.close(handle)


def _refuse_damaged_header(path: Path) -> None:
    """Check the header as SQLite does, but before it does: it would delete the log of a file that is no database."""
    log = path.with_name(path.name + "-wal")
    logged = log.exists() and log.stat().st_size > 0  # before the file is read: another may be making both
    with os.fdopen(open_file(path, os.O_RDONLY), "rb") as file:
        head = file.read(_HEADER)
    if not head and not logged:
        return
    size = int.from_bytes(head[16:18], "big")
    sound = head[:16] == MAGIC and head[21:24] == _FRACTIONS and {*head[18:20]} <= {1, 2}
    if not sound or (size != 1 and (size < _SMALLEST_PAGE or size & (size - 1))):
        raise DiaryUnusableError(StoreNotice(StoreProblem.DAMAGED, path, "file is not a database"))


def _connect(path: Path, patience_ms: int) -> sqlite3.Connection:
    """Open the database with a log where that is safe, and with the older journal where it is not, or can't be had."""
    shared = bool(sync_service(path.parent)) or on_network(path.parent)
    db = sqlite3.connect(path, timeout=patience_ms / 1000, isolation_level=None)
    try:
        try:
            _prepare(db, "DELETE" if shared else "WAL")
        except sqlite3.OperationalError as error:
            if not _wants_shared_memory(error):
                raise
            db.close()
            db = sqlite3.connect(path, timeout=patience_ms / 1000, isolation_level=None)
            db.execute("PRAGMA locking_mode = EXCLUSIVE")  # so that a log of before is folded in without it
            _prepare(db, "DELETE")
            db.execute("PRAGMA locking_mode = NORMAL")
            db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()  # which lets go of the lock
    except BaseException:
        db.close()
        raise
    return db


def _wants_shared_memory(error: sqlite3.OperationalError) -> bool:
    """Whether a log fails since its readers can share no memory here, as on most disks of a network."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return name.startswith("SQLITE_IOERR_SHM") or name in ("SQLITE_PROTOCOL", "SQLITE_CANTOPEN")


def _prepare(db: sqlite3.Connection, journal: str) -> None:
    """Set what holds for this connection. Another journal is had as soon as no other process has the file open."""
    with contextlib.suppress(sqlite3.OperationalError) if journal == "DELETE" else contextlib.nullcontext():
        db.execute(f"PRAGMA journal_mode = {journal}")
    db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()  # what can't be had fails here
    # A cramp is written a few times an hour: it is worth waiting for the disk each time, so that a power cut takes
    # at most what is being written. (NORMAL would keep what a killed program wrote, but not what a power cut finds.)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA temp_store = MEMORY")  # so that another disk, when full, is no trouble of the diary's
    db.execute("PRAGMA cache_size = -16384")  # KiB for pages at most: a small diary takes as much as it needs


def _migrate(db: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    version = _version(db, path, len(migrations))  # another process may have been faster
    for number in range(version, len(migrations)):
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
