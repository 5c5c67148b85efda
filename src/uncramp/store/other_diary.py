"""A diary of ours in another file, such as a copy from another machine: read, whichever version wrote it, never changed.

All work is on a copy for this process alone, so neither the file nor what stands beside it is touched. Its tables are
another machine's, or nobody knows whose: so nothing in them is run, and looking through them has an end.
"""

import contextlib
import sqlite3
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from uncramp.domain.diary import DiaryError, Entry, check_not_ahead
from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.store import queries
from uncramp.store.causes import sorted_errors
from uncramp.store.database import APPLICATION, open_database
from uncramp.store.private import make_file, make_folder

_PATIENCE_MS = 1_000
_STEPS = 100_000
"""Steps of SQLite between two looks at how many there were."""
_MOST_LOOKS = 20_000
"""Looks after which a file is one that keeps SQLite busy for ever: many times what the largest diary needs."""


@dataclass(frozen=True, slots=True)
class OtherDiary:
    entries: list[tuple[Entry, int]] = field(default_factory=list)
    """With when each was last written; those that are deleted there among them."""
    deleted: Mapping[str, int] = field(default_factory=dict)
    """When each of these was deleted there, by id."""
    unreadable: list[str] = field(default_factory=list)
    """What is wrong with the others, one line each."""


def read_other_diary(path: Path, data: bytes, log: bytes, now: datetime) -> OtherDiary:
    """Read a diary from the bytes of its file, and of the log beside it; nothing can have happened after `now`.

    Raises:
        DiaryUnusableError: it is damaged, of another program, or of a newer one.
    """
    with tempfile.TemporaryDirectory(prefix="uncramp-", ignore_cleanup_errors=True) as name:
        folder = Path(name) / "copy"
        make_folder(folder)
        copy = folder / "diary.db"
        for file, content in ((copy, data), (copy.with_name("diary.db-wal"), log)):
            if content or file == copy:
                make_file(file)
                file.write_bytes(content)
        try:
            _refuse_strange(copy)
            with sorted_errors(copy), contextlib.closing(open_database(copy, _PATIENCE_MS)) as db:
                _limit(db)
                return _read(db, now)
        except DiaryUnusableError as error:
            problem = error.notice.problem
            if problem is StoreProblem.BROKEN:  # tables that are not ours under our mark
                problem = StoreProblem.DAMAGED
            raise DiaryUnusableError(StoreNotice(problem, path, error.notice.why, error.notice.number)) from error


def _refuse_strange(copy: Path) -> None:
    """Refuse what is no diary before anything is changed in it, and what could run by being read."""
    with sorted_errors(copy), contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        _limit(db)
        application = db.execute("PRAGMA application_id").fetchone()[0]
        strange = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
        if application != APPLICATION or db.execute(strange).fetchone():
            raise DiaryUnusableError(StoreNotice(StoreProblem.FOREIGN, copy))
        if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DiaryUnusableError(StoreNotice(StoreProblem.DAMAGED, copy))


def _limit(db: sqlite3.Connection) -> None:
    left = _MOST_LOOKS

    def look() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    db.set_progress_handler(look, _STEPS)


def _read(db: sqlite3.Connection, now: datetime) -> OtherDiary:
    found, latest = OtherDiary([], queries.deletions(db), []), int(now.timestamp())
    for entry, changed in queries.all_that_was(db, found.unreadable):
        try:
            check_not_ahead(entry.start, now)
        except DiaryError as error:
            found.unreadable.append(f"{entry.id[:8]}: {error.message}")
        else:
            found.entries.append((entry, min(changed, latest)))
    return found
