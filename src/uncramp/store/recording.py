"""Recording what happens, at once. It never raises and never waits long.

What the database can't take is kept in a side file, and taken in when it can.
"""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from uncramp.domain.diary import DiaryError, Entry
from uncramp.domain.diary_resume import ResumePoint
from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.store import diary_sql as sql
from uncramp.store.base import DiaryConnection
from uncramp.store.change import apply, deleting, recording
from uncramp.store.side import SideFile

PATIENCE_MS = 250
"""How long a recording waits for another program that writes: a screen stands still no longer than this."""

_PASSING = (StoreProblem.LOCKED, StoreProblem.BESIDE)


class Recording:
    """One process's diary, as far as it is written while something is played. Nothing is opened until it is used."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        *,
        spare: Sequence[Path] = (),
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        """Keep the diary in a folder of its own.

        Args:
            folder: where it is.
            now: the local time, aware.
            spare: folders for the side file where the diary's own can't be written.
            patience_ms: how long to wait for another program that writes, in milliseconds.
        """
        self.folder = folder
        self.folders = (folder, *spare)
        self._now = now
        self._notices: list[StoreNotice] = []
        self._base = DiaryConnection(self.folders, now, patience_ms, self._tell)
        self._side = SideFile(self.folders)
        self._beside = False

    @property
    def path(self) -> Path:
        """The database file, which need not be there yet."""
        return self._base.path

    def told(self) -> tuple[StoreNotice, ...]:
        """What the person has to be told, each thing once; asking empties it."""
        told, self._notices = tuple(self._notices), []
        return told

    def close(self) -> None:
        """Let go of all files; what is beside the database is taken in, if it can be by now."""
        if self._beside:
            self.settle()
        self._side.close()
        self._base.close()

    # Recording: never raises, never waits long.

    def record(self, entry: Entry, place: ResumePoint | None = None, *, before: Entry | None = None) -> None:
        """Write what is happening; on the disk when this returns.

        Args:
            entry: the cramp or session as it is now.
            place: where the person is in it; `None` when it is over.
            before: what was recorded of it last.
        """
        self._keep(recording(entry, before, place, os.getpid(), self._seconds()))

    def forget(self, entry_id: str) -> None:
        """It was no cramp: delete what was recorded. It can be restored."""
        self._keep(deleting(entry_id, self._seconds()))

    def settle(self) -> bool:
        """Try to take in what is kept beside the database; whether it is in now."""
        path = self._side.path
        self._side.close()
        self._base.close()
        try:
            self._base.run(sql.touch)
        except DiaryUnusableError as error:
            self._tell(error.notice)
            return False
        self._beside = False
        if path is None or not path.exists():  # nobody needs to know any more
            self._notices = [one for one in self._notices if one.trouble not in _PASSING]
            return True
        return False

    def _keep(self, change: dict[str, object]) -> None:
        if not self._beside:
            try:
                self._base.change(lambda db: apply(db, change))
            except DiaryUnusableError as error:
                # From here on everything goes into the side file, so that its order stays right.
                self._beside = True
                self._tell(error.notice)
            except DiaryError:
                self._tell(StoreNotice(StoreProblem.BROKEN, self.path))
            else:
                return
        self._keep_beside(change)

    def _keep_beside(self, change: dict[str, object]) -> None:
        try:
            path = self._side.append(change, self._seconds())
        except OSError as error:
            self._tell(StoreNotice(StoreProblem.LOST, self.folder, error.strerror or str(error)))
        else:
            self._tell(StoreNotice(StoreProblem.BESIDE, path))

    def _tell(self, notice: StoreNotice) -> None:
        if notice not in self._notices:
            self._notices.append(notice)

    def _seconds(self) -> int:
        return int(self._now().timestamp())
