"""The diary's queries; with `rows` all that knows its tables. It opens nothing and catches nothing."""

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import islice

from uncramp.domain.diary import CrampEntry, DayCount, DiaryError, Entry, SessionEntry
from uncramp.domain.diary_record import Record, as_entry, as_record
from uncramp.domain.resume_point import ResumePoint, as_resume_point, resume_record
from uncramp.domain.store_problem import ClashError, UnknownEntryError
from uncramp.domain.told import ToldEntries, told_entries
from uncramp.store.rows import ENTRIES, OF_ONE_KIND, Row, entry_of, told_rows

_PUT_ENTRY = """
INSERT INTO entries (id, kind, start, zone, day, counts, tried, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    start = excluded.start, zone = excluded.zone, day = excluded.day, counts = excluded.counts,
    tried = excluded.tried, changed = excluded.changed
"""
_PUT_CRAMP = """
INSERT OR REPLACE INTO cramps (
    id, relief, side, part, strength, strength_after, state, routine, steps, ended_in, signs, note, unconfirmed
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PUT_SESSION = """
INSERT OR REPLACE INTO sessions (id, routine, title, purpose, planned, played, ending) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_UNCONFIRMED = """
WHERE e.deleted IS NULL AND e.kind = 'cramp' AND e.counts = 0 AND e.id NOT IN ({})
    AND NOT EXISTS (SELECT 1 FROM places AS p WHERE p.id = e.id AND p.saved >= ?)
ORDER BY e.start DESC, e.id LIMIT ?
"""
_COUNTS = """
SELECT day, count(*) FILTER (WHERE kind = 'cramp' AND counts), count(*) FILTER (WHERE kind = 'session' AND counts),
    count(*) FILTER (WHERE kind = 'session' AND NOT counts AND NOT tried),
    count(*) FILTER (WHERE kind = 'cramp' AND NOT counts)
FROM entries AS e WHERE {} AND day BETWEEN ? AND ? GROUP BY day
"""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    entry: Entry
    changed: int
    """When it was last written, in seconds since 1970."""
    deleted: bool


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    """From 1, the oldest."""
    replaced: int
    """When it was replaced, in seconds since 1970."""
    entry: Entry


@dataclass(frozen=True, slots=True)
class Imported:
    added: int = 0
    changed: int = 0
    """Newer than those here; what these said before is kept."""
    same: int = 0
    older: int = 0
    """Changed here since; they stay as they are."""
    deleted: int = 0
    """Deleted here; they stay so, and can be restored."""
    removed: int = 0
    """Deleted there after they were last changed here; they can be restored."""


# Changes as plain data, which a spool file can hold as well as the database.


def change_record(
    entry: Entry, before: Entry | None, place: ResumePoint | None, changed: int, *, deleted: bool = False
) -> Record:
    """What this process records of an entry, `changed` in seconds since 1970.

    `before` is what it wrote last: whatever else the database holds is kept as an earlier version. `place` is where the
    person is in it, `None` when it is over.
    """
    change: Record = {
        "entry": as_record(entry),
        "before": as_record(before) if before else None,
        "place": resume_record(place) if place else None,
        "process": os.getpid(),
        "changed": changed,
    }
    return change | {"deleted": True} if deleted else change


def apply_change(db: sqlite3.Connection, change: Record) -> None:
    """Write what `change_record` made. The caller has begun a transaction.

    Raises:
        DiaryError, KeyError, TypeError, ValueError: it is no such change.
    """
    entry, place, changed = _as_entry(change["entry"]), change["place"], change["changed"]
    if not isinstance(changed, int):
        raise DiaryError("changed", "write a whole number")
    before = _as_entry(change["before"]) if change["before"] is not None else None
    stored = get(db, entry.id)
    if stored is not None and stored.changed > changed and stored.entry != before:  # a spool file's, merged late
        keep_version(db, entry, changed)
        return
    if stored is not None and stored.entry not in (before, entry):
        keep_version(db, stored.entry, changed)
    put(db, entry, changed)
    if change.get("deleted"):
        delete(db, [entry.id], changed)
    if place is None:
        forget_place(db, entry.id)
    elif isinstance(place, dict) and isinstance(change["process"], int):
        saved = int(as_resume_point(place).saved.utc.timestamp())
        db.execute(
            "INSERT OR REPLACE INTO places (id, saved, process, record) VALUES (?, ?, ?, ?)",
            (entry.id, saved, change["process"], _json(place)),
        )


def merge_lines(db: sqlite3.Connection, lines: Iterable[Record]) -> int:
    """Apply the lines of a spool file, each once, whenever it is read again; how many could not be understood."""
    return sum(not _merge_line(db, line) for line in lines)


def _merge_line(db: sqlite3.Connection, line: Record) -> bool:
    db.execute("SAVEPOINT line")
    try:
        if db.execute("INSERT OR IGNORE INTO taken (id) VALUES (?)", (line["line"],)).rowcount > 0:
            apply_change(db, line)
    except (DiaryError, KeyError, TypeError, ValueError, sqlite3.IntegrityError):
        db.execute("ROLLBACK TO line")
        return False
    finally:
        db.execute("RELEASE line")
    return True


# Of which copies the person was told is remembered beside the lines that were merged.


def told_copies(db: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    return {key for key in keys if db.execute("SELECT 1 FROM taken WHERE id = ?", (key,)).fetchone()}


def tell_copies(db: sqlite3.Connection, keys: Iterable[str]) -> None:
    db.executemany("INSERT OR IGNORE INTO taken (id) VALUES (?)", [(key,) for key in keys])


# Changing what a person wrote. The caller has begun a transaction; what an entry said before is kept.


def rewrite(db: sqlite3.Connection, entry: Entry, now: int) -> None:
    """Write an entry anew, `now` in seconds since 1970; `UnknownEntryError` where there is none of this id."""
    stored = get(db, entry.id)
    if stored is None:
        raise UnknownEntryError(entry.id)
    if stored.entry != entry:
        keep_version(db, stored.entry, now)
        put(db, entry, max(now, stored.changed))


def restore(db: sqlite3.Connection, entry_id: str, number: int | None, now: int) -> Entry:
    """Do what `DiaryStore.restore` says, and raise what it says."""
    together = deleted_with(db, entry_id) if number is None else [entry_id]
    undeleted = [set_deleted(db, one, None, now) for one in together or [entry_id]]
    stored = get(db, entry_id)
    if stored is not None and any(undeleted) and number is None:
        return stored.entry
    chosen = [version.entry for version in versions(db, entry_id) if number in (None, version.number)]
    if not chosen:
        raise UnknownEntryError(entry_id)
    rewrite(db, chosen[-1], now)
    return chosen[-1]


def bring_in(
    db: sqlite3.Connection, entries: Iterable[tuple[Entry, int]], now: int, deleted: Mapping[str, int]
) -> Imported:
    """Do what `DiaryStore.bring_in` says, and raise what it says."""
    counts = Counter(_bring_in_one(db, entry, changed, now, deleted.get(entry.id)) for entry, changed in entries)
    return Imported(**counts)


def _bring_in_one(db: sqlite3.Connection, entry: Entry, changed: int, now: int, deleted: int | None) -> str:
    stored = get(db, entry.id)
    if stored is not None and type(stored.entry) is not type(entry):
        raise ClashError(entry.id)
    if deleted is not None:
        return _bring_in_deleted(db, entry, changed, min(deleted, now), stored)
    if stored is None:
        put(db, entry, changed)
        return "added"
    if stored.deleted:
        return "deleted"
    if stored.entry == entry:
        return "same"
    # Of two edits in one second, what an entry once said here was the first.
    if stored.changed > changed or (
        stored.changed == changed and entry in (one.entry for one in versions(db, entry.id))
    ):
        return "older"
    keep_version(db, stored.entry, now)
    put(db, entry, changed)
    return "changed"


def _bring_in_deleted(
    db: sqlite3.Connection, entry: Entry, changed: int, deleted: int, stored: StoredEntry | None
) -> str:
    """Take in that an entry was deleted elsewhere; it is kept as deleted, so that it can be restored here, too."""
    if stored is not None and stored.deleted:
        return "same"
    if stored is not None and stored.changed > deleted:
        return "older"
    if stored is None:
        put(db, entry, changed)
    set_deleted(db, entry.id, deleted, deleted)
    return "removed"


# Writing, in the same transaction.


def put(db: sqlite3.Connection, entry: Entry, changed: int) -> None:
    """Write an entry, over what it said before; one that was deleted stays deleted."""
    kind, details, tried = "cramp", _PUT_CRAMP, False
    if isinstance(entry, SessionEntry):
        kind, details, tried = "session", _PUT_SESSION, entry.tried
    start, day = int(entry.start.utc.timestamp()), entry.day.toordinal()
    db.execute(_PUT_ENTRY, (entry.id, kind, start, entry.start.offset, day, entry.counts, tried, changed))
    values = (getattr(entry, name) for name in entry.__match_args__[2:])
    db.execute(details, (entry.id, *(_json(value) if isinstance(value, tuple) else value for value in values)))


def keep_version(db: sqlite3.Connection, entry: Entry, replaced: int) -> None:
    db.execute(
        "INSERT INTO versions (id, number, replaced, record) "
        "SELECT ?, coalesce(max(number), 0) + 1, ?, ? FROM versions WHERE id = ?",
        (entry.id, replaced, _json(as_record(entry)), entry.id),
    )


def delete(db: sqlite3.Connection, entry_ids: Iterable[str], now: int) -> list[str]:
    """Delete entries so that they can be restored together; those that were there.

    All of one deletion have its moment, and nothing else has it: of two in one second, the later one is a second later.
    """
    while db.execute("SELECT 1 FROM entries WHERE deleted = ?", (now,)).fetchone():
        now += 1
    return [entry_id for entry_id in entry_ids if set_deleted(db, entry_id, now, now)]


def deleted_with(db: sqlite3.Connection, entry_id: str) -> list[str]:
    query = "SELECT id FROM entries WHERE deleted = (SELECT deleted FROM entries WHERE id = ?) ORDER BY start DESC, id"
    return [str(row[0]) for row in db.execute(query, (entry_id,))]


def set_deleted(db: sqlite3.Connection, entry_id: str, when: int | None, now: int) -> bool:
    """Delete an entry so that it can be restored, or restore it, which changes it now; whether that changed anything."""
    done = db.execute(
        "UPDATE entries SET deleted = :when, changed = iif(:when IS NULL, max(changed, :now, deleted + 1), changed) "
        "WHERE id = :id AND (deleted IS NULL) = (:when IS NOT NULL)",
        {"id": entry_id, "when": when, "now": now},
    )
    return done.rowcount > 0


# Reading: as the methods of `DiaryStore` say that are called so; `played` is what other processes play,
# and to `unreadable` is added what is wrong with entries that can't be read.


def _shown(played: Sequence[str]) -> str:
    return f"e.deleted IS NULL AND (e.counts OR e.id NOT IN ({_marks(played)}))"


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def get(db: sqlite3.Connection, entry_id: str) -> StoredEntry | None:
    row = db.execute(ENTRIES + "WHERE e.id = ?", (entry_id,)).fetchone()
    return StoredEntry(entry_of(row), row[4], bool(row[5])) if row else None


def ids_like(db: sqlite3.Connection, beginning: str, most: int) -> list[str]:
    rows = db.execute("SELECT id FROM entries WHERE id >= ? AND id < ? LIMIT ?", (beginning, beginning + "~", most))
    return [str(row[0]) for row in rows]


def page(
    db: sqlite3.Connection, before: Entry | None, limit: int, played: Sequence[str], unreadable: list[str]
) -> list[Entry]:
    where, values = "", tuple[int | str, ...]()
    if before is not None:
        start = int(before.start.utc.timestamp())
        where = "AND (e.start < ? OR (e.start = ? AND e.id > ?)) AND e.start <= ? "
        values = (start, start, before.id, start)
    query = f"{ENTRIES} WHERE {_shown(played)} {where}ORDER BY e.start DESC, e.id"
    with closing(db.execute(query, (*played, *values))) as rows:  # nobody reads it to its end
        return [entry for entry, _changed in islice(readable(rows, unreadable), limit)]


def between(
    db: sqlite3.Connection, first: date, last: date, played: Sequence[str], unreadable: list[str]
) -> list[Entry]:
    query = f"{ENTRIES} WHERE {_shown(played)} AND e.day BETWEEN ? AND ? ORDER BY e.start, e.id DESC"
    rows = db.execute(query, (*played, first.toordinal(), last.toordinal()))
    return [entry for entry, _changed in readable(rows, unreadable)]


def everything(db: sqlite3.Connection, unreadable: list[str]) -> list[tuple[Entry, int]]:
    # By their ids, and each kind by itself, they are read in the order of the tables, which takes a third of the time.
    rows = (row for read in OF_ONE_KIND for row in db.execute(read + "AND +e.deleted IS NULL ORDER BY e.id DESC"))
    return sorted(readable(rows, unreadable), key=lambda kept: kept[0].start.utc)


def told(db: sqlite3.Connection, played: Sequence[str], unreadable: list[str]) -> ToldEntries:
    try:
        found = told_rows(db)
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        found = told_entries(entry for entry, _changed in everything(db, unreadable))
    if not played:
        return found
    return ToldEntries(found.cramps, [one for one in found.sessions if one.counts or one.id not in played])


def all_that_was(db: sqlite3.Connection, unreadable: list[str]) -> Iterator[tuple[Entry, int]]:
    """All entries, deleted ones among them, and when each was last written."""
    return readable(db.execute(ENTRIES + "ORDER BY e.id").fetchall(), unreadable)


def readable(rows: Iterable[Row], unreadable: list[str]) -> Iterator[tuple[Entry, int]]:
    """The entries of rows, and when each was last written; what is wrong with others is added."""
    for row in rows:
        try:
            yield entry_of(row), row[4] if isinstance(row[4], int) else 0
        except DiaryError as error:
            unreadable.append(f"{str(row[0])[:8]}: {error.message}")


def deletions(db: sqlite3.Connection) -> dict[str, int]:
    rows = db.execute("SELECT id, deleted FROM entries WHERE typeof(deleted) = 'integer'")
    return {str(entry_id): deleted for entry_id, deleted in rows}


def unconfirmed(
    db: sqlite3.Connection, since: int, most: int, played: Sequence[str], unreadable: list[str]
) -> list[CrampEntry]:
    """The newest cramps that nobody has confirmed; but for those whose place was saved since then.

    These may still be going on, or be gone on with.
    """
    rows = db.execute(ENTRIES + _UNCONFIRMED.format(_marks(played)), (*played, since, most))
    return [entry for entry, _changed in readable(rows, unreadable) if isinstance(entry, CrampEntry)]


def day_counts(db: sqlite3.Connection, first: date, last: date, played: Sequence[str]) -> dict[date, DayCount]:
    rows = db.execute(_COUNTS.format(_shown(played)), (*played, first.toordinal(), last.toordinal()))
    return {(day := date.fromordinal(number)): DayCount(day, *counts) for number, *counts in rows}


def versions(db: sqlite3.Connection, entry_id: str) -> list[Version]:
    rows = db.execute("SELECT number, replaced, record FROM versions WHERE id = ? ORDER BY number", (entry_id,))
    return [Version(number, replaced, as_entry(json.loads(record))) for number, replaced, record in rows]


def forget_place(db: sqlite3.Connection, entry_id: str) -> None:
    db.execute("DELETE FROM places WHERE id = ?", (entry_id,))


def places(db: sqlite3.Connection, since: int) -> list[Record]:
    """The resume points that were saved since then, the newest first, as records."""
    # There are few places: the cross join has SQLite begin with them.
    rows = db.execute(
        "SELECT p.record FROM places AS p CROSS JOIN entries AS e USING (id) "
        "WHERE p.saved >= ? AND e.deleted IS NULL ORDER BY p.saved DESC",
        (since,),
    )
    return [json.loads(row[0]) for row in rows]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _as_entry(record: object) -> Entry:
    if not isinstance(record, dict):
        raise DiaryError("entry", "write an object")
    return as_entry(record)
