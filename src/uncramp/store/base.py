"""The diary's database as one thing that can be worked with: opened when needed, mended, side files taken in."""

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from uncramp.domain.diary import DiaryError
from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.store import diary_sql as sql
from uncramp.store.aside import BESIDE, OneAtATime, set_aside
from uncramp.store.change import apply
from uncramp.store.database import open_database, sorted_errors, writing
from uncramp.store.side import Waiting, waiting

NAME = "diary.db"

Result = TypeVar("Result")


class DiaryConnection:
    """One process's way to the database. It is opened at the first use, and again if the file has been changed."""

    def __init__(
        self,
        folders: Sequence[Path],
        now: Callable[[], datetime],
        patience_ms: int,
        tell: Callable[[StoreNotice], None],
    ) -> None:
        """Work with the database in the first of these folders; all of them may hold side files."""
        self.path = folders[0] / NAME
        self._folders = folders
        self._now = now
        self._patience_ms = patience_ms
        self._tell = tell
        self._db: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do something with the database; a damaged one is set aside first, and a new one begun.

        Raises:
            DiaryUnusableError: it can't be done now, and nothing was changed.
        """
        try:
            return self._attempt(work)
        except DiaryUnusableError as error:
            if error.notice.trouble not in (StoreProblem.DAMAGED, StoreProblem.FOREIGN):
                raise
            self._set_aside(error.notice)
            return self._attempt(work)

    def change(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """As `run`, all of it or nothing, on the disk when it is over."""

        def whole(db: sqlite3.Connection) -> Result:
            with writing(db):
                return work(db)

        return self.run(whole)

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
        self._db = self._file = None

    def _attempt(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        try:
            with sorted_errors(self.path):
                return work(self._open())
        except DiaryError as error:  # an entry that somebody has changed by other means
            raise DiaryUnusableError(StoreNotice(StoreProblem.BROKEN, self.path, str(error))) from error

    def _open(self) -> sqlite3.Connection:
        if self._db is not None and self._file == _identity(self.path):
            return self._db
        self.close()  # erased, or set aside by another program
        db = open_database(self.path, self._patience_ms)
        self._db, self._file = db, _identity(self.path)
        self._take_in(db)
        return db

    def _take_in(self, db: sqlite3.Connection) -> None:
        """Take in what side files hold. What can't be taken in now stays for another time."""
        for found in waiting(self._folders):
            try:
                with writing(db):
                    strays = found.strays + sum(not _taken(db, line) for line in found.lines)
            except (
                sqlite3.OperationalError
            ):  # another program writes, or the disk is full: it stays where it is
                continue
            if strays:
                self._put_by(found)
            else:
                with contextlib.suppress(OSError):
                    found.path.unlink()

    def _put_by(self, found: Waiting) -> None:
        with contextlib.suppress(OSError):
            self._tell(StoreNotice(StoreProblem.STRAY, set_aside(found.path, "stray", self._now())))

    def _set_aside(self, notice: StoreNotice) -> None:
        self.close()
        with sorted_errors(self.path), OneAtATime(self.path.parent):
            if self._is_sound():  # another program has been faster
                return
            target = set_aside(self.path, notice.trouble.value, self._now(), BESIDE)
        self._tell(StoreNotice(notice.trouble, target, notice.why))

    def _is_sound(self) -> bool:
        try:
            with sorted_errors(self.path):
                db = open_database(self.path, self._patience_ms)
                with contextlib.closing(db):
                    return bool(db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
        except DiaryUnusableError as error:
            if error.notice.trouble not in (StoreProblem.DAMAGED, StoreProblem.FOREIGN):
                raise
            return False


def _taken(db: sqlite3.Connection, line: dict[str, object]) -> bool:
    """Take in one line; whether it could be understood."""
    db.execute("SAVEPOINT line")
    try:
        if sql.take(db, str(line["line"])):
            apply(db, line)
    except (DiaryError, KeyError, TypeError, ValueError, sqlite3.IntegrityError):
        db.execute("ROLLBACK TO line")
        return False
    finally:
        db.execute("RELEASE line")
    return True


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
