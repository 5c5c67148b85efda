"""What is written while something is played, as plain data that a side file can hold as well as the database."""

import sqlite3

from uncramp.domain.diary import DiaryError, Entry, Record, as_entry, as_record
from uncramp.domain.diary_resume import ResumePoint, as_place, place_record
from uncramp.store import diary_sql as sql


def recording(
    entry: Entry, before: Entry | None, place: ResumePoint | None, process: int, changed: int
) -> Record:
    """An entry as it is now.

    Args:
        entry: what to write.
        before: what the same writer wrote last; whatever else is there is kept as an earlier version.
        place: where somebody is in it; `None` when it is over.
        process: the writer's process.
        changed: seconds since 1970.
    """
    return {
        "entry": as_record(entry),
        "before": as_record(before) if before else None,
        "place": place_record(place) if place else None,
        "process": process,
        "changed": changed,
    }


def deleting(entry_id: str, changed: int) -> Record:
    """An entry is deleted, so that it can be restored; `changed` in seconds since 1970."""
    return {"delete": entry_id, "changed": changed}


def apply(db: sqlite3.Connection, change: Record) -> None:
    """Make a change. The caller has begun a transaction.

    Raises:
        DiaryError, KeyError, TypeError, ValueError: it is none.
    """
    changed = change["changed"]
    if not isinstance(changed, int):
        raise DiaryError("changed", "write a whole number")
    if "delete" in change:
        sql.set_deleted(db, str(change["delete"]), changed)
        return
    entry, place = _entry(change["entry"]), change["place"]
    before = _entry(change["before"]) if change["before"] is not None else None
    kept = sql.get(db, entry.id)
    if kept is not None and kept.changed > changed and kept.entry != before:  # taken in late: a side file's
        sql.keep_version(db, entry, changed)
        return
    if kept is not None and kept.entry not in (before, entry):
        sql.keep_version(db, kept.entry, changed)
    sql.put(db, entry, changed)
    if place is None:
        sql.drop_place(db, entry.id)
    elif isinstance(place, dict) and isinstance(change["process"], int):
        found = as_place(place)
        sql.put_place(db, entry.id, int(found.saved.utc.timestamp()), change["process"], place)


def _entry(record: object) -> Entry:
    if not isinstance(record, dict):
        raise DiaryError("entry", "write an object")
    return as_entry(record)
