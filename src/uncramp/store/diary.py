"""The diary on disk: what is recorded in it, and how a person looks at it and changes it.

Looking and changing raise `DiaryUnusableError` where the database can't be used; then nothing was changed.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from uncramp.domain.diary import CrampEntry, DiaryError, Entry, SessionEntry
from uncramp.domain.diary_resume import ResumePoint, as_place
from uncramp.domain.position import RESUME_WITHIN
from uncramp.domain.practice import DayCount
from uncramp.domain.store_problem import ClashError, UnknownEntryError
from uncramp.store import diary_sql as sql
from uncramp.store.diary_sql import StoredEntry, Version
from uncramp.store.erasing import erase_files
from uncramp.store.processes import alive
from uncramp.store.recording import Recording

PAGE = 50
"""Entries on a page, if nobody says otherwise."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, in entries."""

    added: int = 0
    changed: int = 0
    """Newer than those here; what these said before is kept."""
    same: int = 0
    older: int = 0
    """Changed here since; they stay as they are."""
    deleted: int = 0
    """Deleted here; they stay so, and can be restored."""


class DiaryStore(Recording):
    """One process's diary."""

    # Looking.

    def get(self, entry_id: str) -> StoredEntry:
        """An entry, deleted or not.

        Raises:
            UnknownEntryError: there is none.
        """
        kept = self._run(lambda db: sql.get(db, entry_id))
        if kept is None:
            raise UnknownEntryError(entry_id)
        return kept

    def ids_like(self, beginning: str, most: int = 10) -> list[str]:
        """The ids that begin so, of deleted entries too."""
        return self._run(lambda db: sql.ids_like(db, beginning, most))

    def page(self, before: Entry | None = None, limit: int = PAGE) -> list[Entry]:
        """The newest entries or, with the last one of a page, those that are older. Reads no more than it gives."""
        place = (int(before.start.utc.timestamp()), before.id) if before else None
        return self._run(lambda db: sql.page(db, place, limit))

    def entries(self, first: date, last: date) -> list[Entry]:
        """All entries of these days and nights, the oldest first."""
        return self._run(lambda db: list(sql.between(db, first, last, None)))

    def cramps(self, first: date, last: date) -> list[CrampEntry]:
        """The cramps of these nights, the oldest first."""
        found = self._run(lambda db: list(sql.between(db, first, last, "cramp")))
        return [entry for entry in found if isinstance(entry, CrampEntry)]

    def sessions(self, first: date, last: date) -> list[SessionEntry]:
        """The sessions of these days, the oldest first."""
        found = self._run(lambda db: list(sql.between(db, first, last, "session")))
        return [entry for entry in found if isinstance(entry, SessionEntry)]

    def day_counts(self, first: date, last: date) -> dict[date, DayCount]:
        """Each of these days on which something happened. Reads an index, and no entry."""
        return self._run(lambda db: sql.day_counts(db, first, last))

    def cramp_days(self) -> tuple[date, date] | None:
        """The first and the last night with a cramp."""
        return self._run(lambda db: sql.ends_of(db, "cramp"))

    def practice_days(self) -> tuple[date, date] | None:
        """The first and the last day with practice."""
        return self._run(lambda db: sql.ends_of(db, "session"))

    def count(self) -> int:
        """How many entries there are, but for the deleted ones."""
        return self._run(sql.count)

    def everything(self) -> Iterator[tuple[Entry, int]]:
        """All entries but the deleted ones, and when each was last written (seconds since 1970), the oldest first."""
        yield from self._run(lambda db: list(sql.everything(db)))

    def versions(self, entry_id: str) -> list[Version]:
        """What an entry said before it was changed, the oldest first."""
        return self._run(lambda db: sql.versions(db, entry_id))

    def resumable(self) -> ResumePoint | None:
        """Where somebody was cut off a short while ago, if they were; never in what is being played elsewhere."""
        now = self._now()
        since = int((now - RESUME_WITHIN).timestamp())
        for _entry_id, _saved, process, record in self._run(lambda db: sql.places(db, since)):
            with contextlib.suppress(DiaryError):
                place = as_place(record)
                if place.in_time(now) and not alive(process):
                    return place
        return None

    # Changing. What an entry said before is kept.

    def add(self, entry: Entry) -> None:
        """Write a new entry."""
        self._change(lambda db: sql.put(db, entry, self._seconds()))

    def change(self, entry: Entry) -> None:
        """Write an entry anew.

        Raises:
            UnknownEntryError: there is none of this id.
        """
        self._change(lambda db: self._rewrite(db, entry))

    def delete(self, entry_id: str) -> bool:
        """Delete an entry, so that it can be restored; whether it was there."""
        return self._change(lambda db: sql.set_deleted(db, entry_id, self._seconds()))

    def restore(self, entry_id: str, number: int | None = None) -> Entry:
        """Take back that an entry was deleted or else its last change; with a number, go back to that version.

        Going back is a change like any other, so it can be taken back, too.

        Raises:
            UnknownEntryError: there is no such entry, or nothing to take back.
        """

        def work(db: sqlite3.Connection) -> Entry:
            undeleted = sql.set_deleted(db, entry_id, None)
            found = sql.versions(db, entry_id)
            kept = sql.get(db, entry_id)
            if kept is not None and undeleted and number is None:
                return kept.entry
            chosen = [one.entry for one in found if number in (None, one.number)]
            if not chosen:
                raise UnknownEntryError(entry_id)
            self._rewrite(db, chosen[-1])
            return chosen[-1]

        return self._change(work)

    def bring_in(self, entries: Iterable[tuple[Entry, int]]) -> Imported:
        """Take in entries from elsewhere, with when each was last written: all of them, or none.

        What is newer wins, and what it replaces is kept. So the order of imports, or doing one twice, changes nothing.

        Raises:
            ClashError: one has the id of another kind of entry here. Nothing was taken in.
        """

        def work(db: sqlite3.Connection) -> Imported:
            done = Imported()
            for entry, changed in entries:
                what = self._bring_in_one(db, entry, changed)
                done = replace(done, **{what: getattr(done, what) + 1})
            return done

        return self._change(work)

    def erase(self) -> list[str]:
        """Remove the diary: database, log, side files, and what was set aside. It can't be undone.

        Returns:
            The files that could not be removed.
        """
        self._side.close()
        self._base.close()
        self._beside = False
        return erase_files(self.folders)

    def _bring_in_one(self, db: sqlite3.Connection, entry: Entry, changed: int) -> str:
        kept = sql.get(db, entry.id)
        if kept is None:
            sql.put(db, entry, changed)
            return "added"
        if type(kept.entry) is not type(entry):
            raise ClashError(entry.id)
        if kept.deleted:
            return "deleted"
        if kept.entry == entry:
            return "same"
        if kept.changed > changed:
            return "older"
        sql.keep_version(db, kept.entry, self._seconds())
        sql.put(db, entry, changed)
        return "changed"

    def _rewrite(self, db: sqlite3.Connection, entry: Entry) -> None:
        kept = sql.get(db, entry.id)
        if kept is None:
            raise UnknownEntryError(entry.id)
        if kept.entry != entry:
            sql.keep_version(db, kept.entry, self._seconds())
            sql.put(db, entry, max(self._seconds(), kept.changed))

    def _run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        if self._beside:
            self.settle()
        return self._base.run(work)

    def _change(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        if self._beside:
            self.settle()
        return self._base.change(work)
