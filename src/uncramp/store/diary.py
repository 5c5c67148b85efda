"""The diary on disk: what is recorded in it, and how a person looks at it and changes it.

Recording never raises: what the database can't take goes into the spool, and is merged when it can. Looking and changing raise `DiaryUnusableError` where the database can't be used; then nothing was changed.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, TypeVarTuple

from uncramp.clock import local_time
from uncramp.domain.diary import CrampEntry, DayCount, DiaryError, Entry, SessionEntry
from uncramp.domain.diary_record import Record, as_record
from uncramp.domain.position import RESUME_WITHIN
from uncramp.domain.resume_point import ResumePoint, as_resume_point
from uncramp.domain.store_problem import PATIENCE_MS, DiaryUnusableError, StoreNotice, StoreProblem, UnknownEntryError
from uncramp.domain.told import ToldEntries
from uncramp.faults import error_number
from uncramp.paths import diary_folder
from uncramp.store import queries
from uncramp.store.causes import QUARANTINED, sorted_errors
from uncramp.store.connection import DiaryConnection
from uncramp.store.copies import erase_files, keyed, other_diaries
from uncramp.store.database import quarantine, transaction
from uncramp.store.playing import PlayingLocks
from uncramp.store.queries import Imported, StoredEntry, Version
from uncramp.store.spool import UNDATED, SpoolFile, read_spool, spare_folders

PAGE = 50

_PASSING = (StoreProblem.LOCKED, StoreProblem.SPOOLED)
"""Problems that are over, and not worth a word, when the spool is merged."""

_NONE: Mapping[str, int] = MappingProxyType({})

Result = TypeVar("Result")
Args = TypeVarTuple("Args")


class DiaryStore:
    """One process's diary. The database is opened at the first use, and again if its file has been replaced."""

    def __init__(
        self, folder: Path, now: Callable[[], datetime], *, spare: Sequence[Path] = (), patience_ms: int = PATIENCE_MS
    ) -> None:
        """Keep the diary in a folder of its own; `spare` are for the spool where that can't be written.

        Another program that writes is waited for so many milliseconds.
        """
        self.folder = folder
        self.folders = (folder, *spare)
        self.path = folder / "diary.db"
        self._now = now
        self._notices: list[StoreNotice] = []
        self._connection = DiaryConnection(self.path, patience_ms, now, opened=self._when_opened, note=self.note)
        self._spool, self._undated = SpoolFile(self.folders), SpoolFile(self.folders, UNDATED)
        self._spool_path: Path | None = None
        self._unmerged = False
        """Whether the last try to merge the spool has left any of it."""
        self._playing = PlayingLocks(folder)

    def pop_notices(self) -> tuple[StoreNotice, ...]:
        """What the person has to be told, each thing once; asking empties it."""
        notices, self._notices = tuple(self._notices), []
        return notices

    def close(self) -> None:
        """Let go of all files."""
        self._spool.close()
        self._undated.close()
        self._playing.release_all()
        self._connection.close()

    # Recording.

    def write(
        self, entry: Entry, place: ResumePoint | None, before: Entry | None = None, *, deleted: bool = False
    ) -> None:
        """Write what is happening into the database, on the disk when this returns; hold the lock of what is played.

        `place` is where the person is in it, `None` when it is over; `before` what was recorded of it last. With
        `deleted` it is deleted, so that it can be restored.

        Raises:
            DiaryUnusableError: it can't be used now.
        """
        change = queries.change_record(entry, before, place, self._seconds(), deleted=deleted)
        if place is not None:
            self._playing.take(entry.id)
        self._connection.use(lambda db: transaction(db, queries.apply_change, change))
        if place is None:
            self._playing.release(entry.id)

    def spool(
        self, entry: Entry, place: ResumePoint | None, before: Entry | None = None, *, deleted: bool = False
    ) -> None:
        """Keep what is happening in the spool, as `write` would, and with its lock; it never raises."""
        change = queries.change_record(entry, before, place, self._seconds(), deleted=deleted)
        self._append(self._spool, change, StoreProblem.SPOOLED)
        if place is None:
            self._playing.release(entry.id)

    def keep_undated(self, entry: Entry, clock: str) -> None:
        """Keep an entry in a file of its own, where the computer's clock can't be right; it never raises.

        Its start means nothing; `clock` is what the clock said as it began.
        """
        self._append(self._undated, as_record(entry) | {"start": clock}, StoreProblem.UNDATED, clock)

    def _append(self, spool: SpoolFile, record: Record, problem: StoreProblem, why: str = "") -> None:
        try:
            notice = StoreNotice(problem, spool.append(record, self._seconds()), why)
        except OSError as error:
            notice = StoreNotice(StoreProblem.LOST, self.folder, error.strerror or str(error), error_number(error))
        self.note(notice)

    def close_spool(self) -> None:
        """Close the spool's file, so that it can be merged."""
        self._spool_path = self._spool.path or self._spool_path
        self._spool.close()

    def merge(self) -> bool:
        """Try to merge the spool, which was closed; whether the database can take what follows, in its order."""
        self._connection.close()
        try:
            self._connection.use(lambda _db: None)  # opening merges it
        except DiaryUnusableError as error:
            self.note(error.notice)
            return False
        if self._unmerged:
            return False
        if self._spool_path is None or not self._spool_path.exists():
            self._notices = [notice for notice in self._notices if notice.problem not in _PASSING]
        return True

    # Looking. What another process plays is no part of the diary until it counts, or is over; an export has it.

    def get(self, entry_id: str) -> StoredEntry:
        """An entry, deleted or not.

        Raises:
            UnknownEntryError: there is none.
        """
        stored = self._read(queries.get, entry_id)
        if stored is None:
            raise UnknownEntryError(entry_id)
        return stored

    def ids_like(self, beginning: str, most: int) -> list[str]:
        """The ids that begin so, of deleted entries too."""
        return self._read(queries.ids_like, beginning, most)

    def page(self, before: Entry | None = None, limit: int = PAGE) -> list[Entry]:
        """The newest entries or, with the last one of a page, those that are older. Reads no more than it gives."""
        return self._look(queries.page, before, limit, self._playing.all_elsewhere())

    def entries(self, first: date, last: date) -> list[Entry]:
        """All entries of these days and nights, the oldest first."""
        return self._look(queries.between, first, last, self._playing.all_elsewhere())

    def sessions(self, first: date, last: date) -> list[SessionEntry]:
        """The sessions of these days, the oldest first."""
        return [entry for entry in self.entries(first, last) if isinstance(entry, SessionEntry)]

    def day_counts(self, first: date, last: date) -> dict[date, DayCount]:
        """Each of these days on which something happened. Reads an index, and no entry."""
        return self._read(queries.day_counts, first, last, self._playing.all_elsewhere())

    def unconfirmed(self, most: int) -> list[CrampEntry]:
        """The newest cramps that nobody has confirmed; never one that may be going on, or be gone on with."""
        since = int((self._now() - RESUME_WITHIN).timestamp())
        return self._look(queries.unconfirmed, since, most, self._playing.all_elsewhere())

    def everything(self) -> list[tuple[Entry, int]]:
        """All entries but the deleted ones, and when each was last written (seconds since 1970), the oldest first."""
        return self._look(queries.everything)

    def told(self) -> ToldEntries:
        """All that is told to others, for a report: no entries, but rows, which are read much faster."""
        return self._look(queries.told, self._playing.all_elsewhere())

    def versions(self, entry_id: str) -> list[Version]:
        """What an entry said before it was changed, the oldest first."""
        return self._read(queries.versions, entry_id)

    def resumable(self) -> ResumePoint | None:
        """Where the person was cut off a short while ago, if they were; never in what another process plays."""
        now = self._now()
        for record in self._read(queries.places, int((now - RESUME_WITHIN).timestamp())):
            with contextlib.suppress(DiaryError):
                point = as_resume_point(record)
                if point.in_time(now) and not self._playing.elsewhere(point.entry, now - point.saved.utc):
                    return point
        return None

    def copies(self) -> list[Path]:
        """Other diaries in the folder, such as a sync program's conflict copies, that the person was not told of."""
        found = keyed(other_diaries(self.folder))
        told = self._read(queries.told_copies, found) if found else set[str]()
        return [path for key, path in found.items() if key not in told]

    def told_copies(self, paths: Iterable[Path]) -> None:
        if keys := list(keyed(paths)):
            self._write(queries.tell_copies, keys)

    def take_up(self, entry_id: str) -> bool:
        """Go on with what was cut off; not where another process does already."""
        return self._playing.take(entry_id)

    def dismiss(self, entry_id: str) -> None:
        """Offer it no more to go on with what was cut off; not where another process has gone on with it."""
        if self._playing.take(entry_id):
            try:
                self._write(queries.forget_place, entry_id)
            finally:
                self._playing.release(entry_id)

    # Changing. What an entry said before is kept.

    def add(self, entry: Entry) -> None:
        self._write(queries.put, entry, self._seconds())

    def change(self, entry: Entry) -> None:
        """Write an entry anew.

        Raises:
            UnknownEntryError: there is none of this id.
        """
        self._write(queries.rewrite, entry, self._seconds())

    def delete(self, entry_id: str) -> bool:
        """Delete an entry, so that it can be restored; whether it was there."""
        return bool(self.delete_all([entry_id]))

    def delete_all(self, entry_ids: Iterable[str]) -> list[str]:
        """Delete entries at once, so that they can be restored at once; the ids of those that were there."""
        return self._write(queries.delete, entry_ids, self._seconds())

    def deleted_with(self, entry_id: str) -> list[str]:
        """The ids of what the deletion of an entry took, its own among them; nothing where it is not deleted."""
        return self._read(queries.deleted_with, entry_id)

    def restore(self, entry_id: str, number: int | None = None) -> Entry:
        """Take back the deletion that took an entry, with all that it took, or else the entry's last change.

        With a number, this entry alone goes back to that version.

        Going back is a change like any other, so it can be taken back, too.

        Raises:
            UnknownEntryError: there is no such entry, or nothing to take back.
        """
        return self._write(queries.restore, entry_id, number, self._seconds())

    def bring_in(self, entries: Iterable[tuple[Entry, int]], deleted: Mapping[str, int] = _NONE) -> Imported:
        """Take in entries from elsewhere, with when each was last written: all of them, or none.

        What is newer wins, and what it replaces is kept. So the order of imports, or doing one twice, changes nothing.
        `deleted` has by id when entries were deleted elsewhere; all times are in seconds since 1970.

        Raises:
            ClashError: one has the id of another kind of entry here. Nothing was taken in.
        """
        return self._write(queries.bring_in, entries, self._seconds(), deleted)

    def erase(self) -> list[str]:
        """Remove the diary: database, log, spool, and what was quarantined. It can't be undone.

        It gives the files that could not be removed.
        """
        self.close()
        return erase_files(self.folders)

    # The connection.

    def _read(self, query: Callable[[sqlite3.Connection, *Args], Result], *args: *Args) -> Result:
        return self._connection.use(lambda db: query(db, *args))

    def _look(self, query: Callable[[sqlite3.Connection, *Args, list[str]], Result], *args: *Args) -> Result:
        """Read entries. One that another program has changed hides no other one: it is told."""
        unreadable: list[str] = []
        found = self._read(query, *args, unreadable)
        if unreadable:
            self.note(StoreNotice(StoreProblem.UNREADABLE, self.path, unreadable[0]))
        return found

    def _write(self, query: Callable[[sqlite3.Connection, *Args], Result], *args: *Args) -> Result:
        return self._read(lambda db: transaction(db, query, *args))

    def _when_opened(self, db: sqlite3.Connection) -> None:
        self._merge_files(db)
        self._playing.all_elsewhere()

    def _merge_files(self, db: sqlite3.Connection) -> None:
        """Merge what spool files hold, the oldest first. What can't be merged now stays for another time, and is told."""
        strange, self._unmerged = [], False
        with contextlib.closing(read_spool(self.folders)) as contents:
            for content in contents:
                try:
                    with sorted_errors(self.path):
                        strays = content.strays + transaction(db, queries.merge_lines, content.lines)
                except DiaryUnusableError as error:  # another program writes, or the disk is full
                    if error.notice.problem in QUARANTINED:
                        raise
                    self._unmerged = True
                    self.note(error.notice)
                    self.note(StoreNotice(StoreProblem.SPOOLED, content.path))
                    break
                content.merged = not strays
                if strays:
                    strange.append(content.path)
        for path in strange:  # by now they are closed, as Windows wants it
            with contextlib.suppress(OSError):
                self.note(StoreNotice(StoreProblem.STRAY, quarantine(path, "stray", self._now())))

    def note(self, notice: StoreNotice) -> None:
        """Keep something that the person has to be told; of several spool files in one folder the first is enough."""
        spooled = [one.path.parent for one in self._notices if one.problem is StoreProblem.SPOOLED]
        told = notice.problem is StoreProblem.SPOOLED and notice.path.parent in spooled
        if not told and notice not in self._notices:
            self._notices.append(notice)

    def _seconds(self) -> int:
        return int(self._now().timestamp())


def my_diary(patience_ms: int = PATIENCE_MS, now: Callable[[], datetime] = local_time) -> DiaryStore:
    """The person's diary. Nothing is opened or made by this."""
    folder = diary_folder()
    return DiaryStore(folder, now, spare=spare_folders(folder), patience_ms=patience_ms)
