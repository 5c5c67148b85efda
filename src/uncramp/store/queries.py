"""The diary's queries: the one module that knows its tables. It opens nothing and catches nothing."""

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache
from operator import index, itemgetter
from typing import Any, SupportsIndex

from uncramp.domain.diary import (
    CrampEntry,
    DiaryError,
    Ending,
    Entry,
    Record,
    SessionEntry,
    State,
    When,
    as_entry,
    as_record,
)
from uncramp.domain.practice import DayCount
from uncramp.domain.resume_point import ResumePoint, as_resume_point, resume_record
from uncramp.domain.routine import Part, Purpose, Side
from uncramp.domain.store_problem import ClashError, UnknownEntryError

# What a table of details holds besides the id: its columns are named as the fields behind `id` and `start` are.
_CRAMP, _SESSION = CrampEntry.__match_args__[2:], SessionEntry.__match_args__[2:]

_ENTRIES = """
SELECT e.id, e.kind, e.start, e.zone, e.changed, e.deleted IS NOT NULL,
    c.relief, c.side, c.part, c.strength, c.strength_after, c.state, c.routine, c.steps, c.ended_in, c.signs, c.note,
    s.routine, s.title, s.purpose, s.planned, s.played, s.ending
FROM entries AS e LEFT JOIN cramps AS c USING (id) LEFT JOIN sessions AS s USING (id)
"""
_PUT_ENTRY = """
INSERT INTO entries (id, kind, start, zone, day, counts, changed) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    start = excluded.start, zone = excluded.zone, day = excluded.day, counts = excluded.counts,
    changed = excluded.changed
"""
_PUT_CRAMP = """
INSERT OR REPLACE INTO cramps (
    id, relief, side, part, strength, strength_after, state, routine, steps, ended_in, signs, note
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PUT_SESSION = """
INSERT OR REPLACE INTO sessions (id, routine, title, purpose, planned, played, ending) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_CRAMP_FIRST = 6
_SESSION_FIRST = _CRAMP_FIRST + len(_CRAMP)

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry, and what the database knows of it."""

    entry: Entry
    changed: int
    """When it was last written, in seconds since 1970."""
    deleted: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What an entry said before it was changed."""

    number: int
    """From 1, the oldest."""
    replaced: int
    """When it was replaced, in seconds since 1970."""
    entry: Entry


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


# Changes as plain data, which a spool file can hold as well as the database.


def change_record(entry: Entry, before: Entry | None, place: ResumePoint | None, changed: int) -> Record:
    """What this process records of an entry.

    Args:
        entry: the entry as it is now.
        before: what this process wrote last; whatever else the database holds is kept as an earlier version.
        place: where the person is in it; `None` when it is over.
        changed: seconds since 1970.
    """
    return {
        "entry": as_record(entry),
        "before": as_record(before) if before else None,
        "place": resume_record(place) if place else None,
        "process": os.getpid(),
        "changed": changed,
    }


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
    if place is None:
        db.execute("DELETE FROM places WHERE id = ?", (entry.id,))
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
    undeleted = set_deleted(db, entry_id, None)
    stored = get(db, entry_id)
    if stored is not None and undeleted and number is None:
        return stored.entry
    chosen = [version.entry for version in versions(db, entry_id) if number in (None, version.number)]
    if not chosen:
        raise UnknownEntryError(entry_id)
    rewrite(db, chosen[-1], now)
    return chosen[-1]


def bring_in(db: sqlite3.Connection, entries: Iterable[tuple[Entry, int]], now: int) -> Imported:
    """Do what `DiaryStore.bring_in` says, and raise what it says."""
    return Imported(**Counter(_bring_in_one(db, entry, changed, now) for entry, changed in entries))


def _bring_in_one(db: sqlite3.Connection, entry: Entry, changed: int, now: int) -> str:
    """Take in one entry; the field of `Imported` that counts it."""
    stored = get(db, entry.id)
    if stored is None:
        put(db, entry, changed)
        return "added"
    if type(stored.entry) is not type(entry):
        raise ClashError(entry.id)
    if stored.deleted:
        return "deleted"
    if stored.entry == entry:
        return "same"
    if stored.changed > changed:
        return "older"
    keep_version(db, stored.entry, now)
    put(db, entry, changed)
    return "changed"


# Writing, in the same transaction.


def put(db: sqlite3.Connection, entry: Entry, changed: int) -> None:
    """Write an entry, over what it said before; one that was deleted stays deleted."""
    if isinstance(entry, CrampEntry):
        kind, counts, details = "cramp", True, _PUT_CRAMP
    else:
        kind, counts, details = "session", entry.counts, _PUT_SESSION
    start, day = int(entry.start.utc.timestamp()), entry.day.toordinal()
    db.execute(_PUT_ENTRY, (entry.id, kind, start, entry.start.offset, day, counts, changed))
    values = (getattr(entry, name) for name in entry.__match_args__[2:])
    db.execute(details, (entry.id, *(_json(value) if isinstance(value, tuple) else value for value in values)))


def keep_version(db: sqlite3.Connection, entry: Entry, replaced: int) -> None:
    """Keep what an entry said until now."""
    db.execute(
        "INSERT INTO versions (id, number, replaced, record) "
        "SELECT ?, coalesce(max(number), 0) + 1, ?, ? FROM versions WHERE id = ?",
        (entry.id, replaced, _json(as_record(entry)), entry.id),
    )


def set_deleted(db: sqlite3.Connection, entry_id: str, when: int | None) -> bool:
    """Delete an entry so that it can be restored, or restore it; whether that changed anything."""
    done = db.execute(
        "UPDATE entries SET deleted = :when WHERE id = :id AND (deleted IS NULL) = (:when IS NOT NULL)",
        {"id": entry_id, "when": when},
    )
    return done.rowcount > 0


# Reading.


def get(db: sqlite3.Connection, entry_id: str) -> StoredEntry | None:
    """An entry, deleted or not; `None` where there is none."""
    row = db.execute(_ENTRIES + "WHERE e.id = ?", (entry_id,)).fetchone()
    return StoredEntry(_entry(row), row[4], bool(row[5])) if row else None


def ids_like(db: sqlite3.Connection, beginning: str, most: int) -> list[str]:
    """The ids that begin so, deleted ones among them."""
    rows = db.execute("SELECT id FROM entries WHERE id >= ? AND id < ? LIMIT ?", (beginning, beginning + "~", most))
    return [str(row[0]) for row in rows]


def page(db: sqlite3.Connection, before: Entry | None, limit: int) -> list[Entry]:
    """The newest entries, or those that are older than this one."""
    where, values = "", tuple[int | str, ...]()
    if before is not None:
        start = int(before.start.utc.timestamp())
        where = "AND (e.start < ? OR (e.start = ? AND e.id > ?)) AND e.start <= ? "
        values = (start, start, before.id, start)
    query = _ENTRIES + f"WHERE e.deleted IS NULL {where}ORDER BY e.start DESC, e.id LIMIT ?"
    return [_entry(row) for row in db.execute(query, (*values, limit))]


def between(db: sqlite3.Connection, first: date, last: date) -> list[Entry]:
    """The entries of these days and nights, the oldest first."""
    query = _ENTRIES + "WHERE e.deleted IS NULL AND e.day BETWEEN ? AND ? ORDER BY e.start, e.id DESC"
    return [_entry(row) for row in db.execute(query, (first.toordinal(), last.toordinal()))]


def everything(db: sqlite3.Connection) -> list[tuple[Entry, int]]:
    """All entries but the deleted ones, and when each was last written, the oldest first."""
    # By their ids they are read from three tables in the order of each, which takes half the time.
    rows = db.execute(_ENTRIES + "WHERE +e.deleted IS NULL ORDER BY e.id DESC").fetchall()
    rows.sort(key=itemgetter(2))
    return [(_entry(row), row[4]) for row in rows]


def day_counts(db: sqlite3.Connection, first: date, last: date) -> dict[date, DayCount]:
    """What happened on each of these days, from an index alone."""
    rows = db.execute(
        "SELECT day, sum(kind = 'cramp'), sum(kind = 'session' AND counts) FROM entries "
        "WHERE deleted IS NULL AND day BETWEEN ? AND ? GROUP BY day",
        (first.toordinal(), last.toordinal()),
    )
    return {(day := date.fromordinal(number)): DayCount(day, *counts) for number, *counts in rows}


def versions(db: sqlite3.Connection, entry_id: str) -> list[Version]:
    """What an entry said before, the oldest first."""
    rows = db.execute("SELECT number, replaced, record FROM versions WHERE id = ? ORDER BY number", (entry_id,))
    return [Version(number, replaced, as_entry(json.loads(record))) for number, replaced, record in rows]


def places(db: sqlite3.Connection, since: int) -> list[tuple[int, Record]]:
    """The resume points that were saved since then, the newest first: by which process, and the record."""
    # There are few places: the cross join has SQLite begin with them.
    rows = db.execute(
        "SELECT p.process, p.record FROM places AS p CROSS JOIN entries AS e USING (id) "
        "WHERE p.saved >= ? AND e.deleted IS NULL ORDER BY p.saved DESC",
        (since,),
    )
    return [(process, json.loads(record)) for process, record in rows]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _as_entry(record: object) -> Entry:
    if not isinstance(record, dict):
        raise DiaryError("entry", "write an object")
    return as_entry(record)


def _entry(row: Row) -> Entry:
    """The entry of a row; what the quick way can't read is read again by the one that says what is wrong with it."""
    try:
        return _quick_entry(row)
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        pass
    try:
        return as_entry(_record(row))
    except (ValueError, TypeError, OverflowError, OSError) as error:  # another program has changed it
        raise DiaryError(str(row[0]), f"this entry can't be read: {error}") from error


def _quick_entry(row: Row) -> Entry:
    """The entry of a row as this program writes rows, for diaries of many years; an error for any other."""
    build, cells, readers = _BUILDING[row[1]]
    values = list(row[cells])
    for at, read in readers:
        values[at] = read(values[at])
    return build(row[0], When(datetime.fromtimestamp(index(row[2]), UTC), index(row[3])), *values)


@lru_cache(maxsize=4096)  # the same few steps and signs, over and over
def _texts(written: str) -> tuple[str, ...]:
    texts = json.loads(written)
    if not isinstance(texts, list):
        raise TypeError
    return tuple(texts)


def _seconds(value: SupportsIndex | None) -> int | None:
    return None if value is None else index(value)


def _of(words: type[StrEnum]) -> Callable[[Any], object]:
    return {None: None, **{word.value: word for word in words}}.__getitem__


_READERS: dict[str, Callable[[Any], object]] = {
    "relief": _seconds,
    "side": _of(Side),
    "part": _of(Part),
    "strength": _seconds,
    "strength_after": _seconds,
    "state": _of(State),
    "steps": _texts,
    "signs": _texts,
    "purpose": _of(Purpose),
    "planned": index,
    "played": index,
    "ending": _of(Ending),
}
"""What makes a field out of what its column holds; what is not here is text, which an entry checks by itself."""

_Reading = tuple[Callable[..., Entry], slice, tuple[tuple[int, Callable[[Any], object]], ...]]


def _reading(build: Callable[..., Entry], keys: Sequence[str], first: int) -> _Reading:
    """What builds an entry, which of a row's cells it needs besides the first, and which of these are to be read."""
    return (
        build,
        slice(first, first + len(keys)),
        tuple((at, _READERS[key]) for at, key in enumerate(keys) if key in _READERS),
    )


_BUILDING: dict[Any, _Reading] = {
    "cramp": _reading(CrampEntry, _CRAMP, _CRAMP_FIRST),
    "session": _reading(SessionEntry, _SESSION, _SESSION_FIRST),
}


def _record(row: Row) -> Record:
    zone = timezone(timedelta(minutes=int(str(row[3]))))
    start = datetime.fromtimestamp(int(str(row[2])), zone).isoformat()
    record: Record = {"id": row[0], "kind": row[1], "start": start}
    if row[1] != "cramp":
        return record | dict(zip(_SESSION, row[_SESSION_FIRST:], strict=True))
    record |= dict(zip(_CRAMP, row[_CRAMP_FIRST:], strict=False))
    for key in ("steps", "signs"):
        record[key] = json.loads(str(record[key]))
    return {key: value for key, value in record.items() if value != ""}
