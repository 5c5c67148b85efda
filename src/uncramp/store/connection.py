"""The connection to the diary's database: opened at the first use, and again if its file has been replaced."""

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from uncramp.domain.diary import DiaryError
from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice
from uncramp.store.causes import QUARANTINED, broken, sorted_errors
from uncramp.store.database import one_at_a_time, open_database, quarantine

Result = TypeVar("Result")


class DiaryConnection:
    """One process's connection. A damaged database is quarantined, and a new one begun."""

    def __init__(
        self,
        path: Path,
        patience_ms: int,
        now: Callable[[], datetime],
        *,
        opened: Callable[[sqlite3.Connection], None],
        note: Callable[[StoreNotice], None],
    ) -> None:
        """Open nothing yet.

        `opened` is called with each new connection before it is used, `note` with what the person has to be told.
        """
        self._path, self._patience_ms, self._now = path, patience_ms, now
        self._when_opened, self._note = opened, note
        self._db: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def use(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Use the database; a damaged one is quarantined first, and a new one begun.

        Raises:
            DiaryUnusableError: it can't be used now, and nothing was changed.
        """
        try:
            return self._use(work)
        except DiaryUnusableError as error:
            if error.notice.problem not in QUARANTINED:
                raise
            self._quarantine(error.notice)
            return self._use(work)

    def _use(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        try:
            with sorted_errors(self._path):
                return work(self._opened())
        except DiaryError as error:  # another program has changed an entry
            raise DiaryUnusableError(broken(self._path, str(error))) from error

    def close(self) -> None:
        """Let go of the file. The next use opens it again."""
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
        self._db = self._file = None

    def _opened(self) -> sqlite3.Connection:
        if self._db is None or self._file != _identity(self._path):
            self.close()  # erased, or quarantined by another process
            self._db = open_database(self._path, self._patience_ms)
            self._file = _identity(self._path)
            self._when_opened(self._db)
        return self._db

    def _quarantine(self, notice: StoreNotice) -> None:
        self.close()
        with sorted_errors(self._path), one_at_a_time(self._path, self._patience_ms):
            if self._is_sound():  # another process has been faster
                return
            target = quarantine(self._path, notice.problem.value, self._now())
        self._note(StoreNotice(notice.problem, target, notice.why))

    def _is_sound(self) -> bool:
        try:
            with sorted_errors(self._path), contextlib.closing(open_database(self._path, self._patience_ms)) as db:
                return bool(db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
        except DiaryUnusableError as error:
            if error.notice.problem not in QUARANTINED:
                raise
            return False


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
