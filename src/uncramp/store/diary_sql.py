"""The diary's queries: the one module that knows its tables. It opens nothing and catches nothing."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from uncramp.domain.diary import (
    CrampEntry,
    DiaryError,
    Entry,
    Record,
    SessionEntry,
    When,
    as_entry,
    as_record,
)
from uncramp.domain.practice import DayCount

_CRAMP = (
    "relief", "side", "part", "strength", "strength_after", "state", "routine", "steps", "ended_in", "signs", "note",
)  # fmt: skip
_SESSION = ("routine", "title", "purpose", "planned", "played", "ending")

_ENTRIES = """
SELECT e.id, e.kind, e.start, e.zone,
    c.relief, c.side, c.part, c.strength, c.strength_after, c.state, c.routine, c.steps, c.ended_in, c.signs, c.note,
    s.routine, s.title, s.purpose, s.planned, s.played, s.ending
FROM entries AS e LEFT JOIN cramps AS c USING (id) LEFT JOIN sessions AS s USING (id)
"""
_ALL = _ENTRIES.replace("\nFROM", ", e.changed\nFROM")
_PUT_CRAMP = """
INSERT INTO cramps (
    id, relief, side, part, strength, strength_after, state, routine, steps, ended_in, signs, note
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    relief = excluded.relief, side = excluded.side, part = excluded.part, strength = excluded.strength,
    strength_after = excluded.strength_after, state = excluded.state, routine = excluded.routine,
    steps = excluded.steps, ended_in = excluded.ended_in, signs = excluded.signs, note = excluded.note
"""
_PUT_SESSION = """
INSERT INTO sessions (id, routine, title, purpose, planned, played, ending) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    routine = excluded.routine, title = excluded.title, purpose = excluded.purpose, planned = excluded.planned,
    played = excluded.played, ending = excluded.ending
"""
_CRAMP_FIRST = 4
_SESSION_FIRST = _CRAMP_FIRST + len(_CRAMP)

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry as it is kept."""

    entry: Entry
    changed: int
    """When it was last written, in seconds since 1970."""
    deleted: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What an entry said before somebody changed it."""

    number: int
    """From 1, the oldest."""
    replaced: int
    """When it was replaced, in seconds since 1970."""
    entry: Entry


# Writing. The caller has begun a transaction.


def put(db: sqlite3.Connection, entry: Entry, changed: int) -> None:
    """Write an entry, over what it said before; one that was deleted stays deleted."""
    cramp = isinstance(entry, CrampEntry)
    counts = entry.counts if isinstance(entry, SessionEntry) else True
    db.execute(
        "INSERT INTO entries (id, kind, start, zone, day, counts, changed) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET start = excluded.start, zone = excluded.zone, day = excluded.day, "
        "counts = excluded.counts, changed = excluded.changed",
        (
            entry.id,
            "cramp" if cramp else "session",
            _seconds(entry.start),
            entry.start.offset,
            entry.day.toordinal(),
            int(counts),
            changed,
        ),
    )
    values = [_plain(getattr(entry, name)) for name in (_CRAMP if cramp else _SESSION)]
    db.execute(_PUT_CRAMP if cramp else _PUT_SESSION, (entry.id, *values))


def keep_version(db: sqlite3.Connection, entry: Entry, replaced: int) -> None:
    """Keep what an entry said until now."""
    db.execute(
        "INSERT INTO versions (id, number, replaced, record) "
        "SELECT ?, coalesce(max(number), 0) + 1, ?, ? FROM versions WHERE id = ?",
        (entry.id, replaced, json.dumps(as_record(entry), ensure_ascii=False), entry.id),
    )


def set_deleted(db: sqlite3.Connection, entry_id: str, when: int | None) -> bool:
    """Delete an entry so that it can be restored, or restore it; whether that changed anything."""
    done = db.execute(
        "UPDATE entries SET deleted = :when WHERE id = :id AND (deleted IS NULL) = (:when IS NOT NULL)",
        {"id": entry_id, "when": when},
    )
    return done.rowcount > 0


def put_place(db: sqlite3.Connection, entry_id: str, saved: int, process: int, record: Record) -> None:
    """Keep where somebody is in what they play."""
    db.execute(
        "INSERT OR REPLACE INTO places (id, saved, process, record) VALUES (?, ?, ?, ?)",
        (entry_id, saved, process, json.dumps(record, ensure_ascii=False)),
    )


def drop_place(db: sqlite3.Connection, entry_id: str) -> None:
    """It is over: there is nothing to go on with."""
    db.execute("DELETE FROM places WHERE id = ?", (entry_id,))


def take(db: sqlite3.Connection, line_id: str) -> bool:
    """Mark a side file's line as taken in; whether it was not before."""
    return db.execute("INSERT OR IGNORE INTO taken (id) VALUES (?)", (line_id,)).rowcount > 0


# Reading.


def get(db: sqlite3.Connection, entry_id: str) -> StoredEntry | None:
    """An entry, and what is known of it."""
    row = db.execute(_ENTRIES + "WHERE e.id = ?", (entry_id,)).fetchone()
    if row is None:
        return None
    known = db.execute(
        "SELECT changed, deleted IS NOT NULL FROM entries WHERE id = ?", (entry_id,)
    ).fetchone()
    return StoredEntry(_entry(row), int(known[0]), bool(known[1]))


def ids_like(db: sqlite3.Connection, beginning: str, most: int) -> list[str]:
    """The ids that begin so, deleted ones among them."""
    end = beginning + "~"
    rows = db.execute("SELECT id FROM entries WHERE id >= ? AND id < ? LIMIT ?", (beginning, end, most))
    return [str(row[0]) for row in rows]


def page(db: sqlite3.Connection, before: tuple[int, str] | None, limit: int) -> list[Entry]:
    """The newest entries, or those after (older than) the one of this start and id."""
    if before is None:
        where, values = "", tuple[int | str, ...]()
    else:
        where = "AND (e.start < ? OR (e.start = ? AND e.id > ?)) AND e.start <= ? "
        values = (before[0], before[0], before[1], before[0])
    query = _ENTRIES + f"WHERE e.deleted IS NULL {where}ORDER BY e.start DESC, e.id LIMIT ?"
    return [_entry(row) for row in db.execute(query, (*values, limit))]


def between(db: sqlite3.Connection, first: date, last: date, kind: str | None) -> Iterator[Entry]:
    """The entries of these days and nights, the oldest first."""
    query = _ENTRIES + "WHERE e.deleted IS NULL AND e.day BETWEEN ? AND ? "
    query += "AND e.kind = ? " if kind else ""
    values = (first.toordinal(), last.toordinal(), *([kind] if kind else []))
    for row in db.execute(query + "ORDER BY e.start, e.id DESC", values):
        yield _entry(row)


def everything(db: sqlite3.Connection) -> Iterator[tuple[Entry, int]]:
    """All entries but the deleted ones, and when each was last written, the oldest first."""
    rows = db.execute(_ALL + "WHERE e.deleted IS NULL ORDER BY e.start, e.id DESC")
    for row in rows:
        yield _entry(row[:-1]), row[-1]


def day_counts(db: sqlite3.Connection, first: date, last: date) -> dict[date, DayCount]:
    """What happened on each of these days, from an index alone."""
    rows = db.execute(
        "SELECT day, sum(kind = 'cramp'), sum(kind = 'session' AND counts) FROM entries "
        "WHERE deleted IS NULL AND day BETWEEN ? AND ? GROUP BY day",
        (first.toordinal(), last.toordinal()),
    )
    return {
        day: DayCount(day, cramps, sessions)
        for day, cramps, sessions in ((date.fromordinal(row[0]), row[1], row[2]) for row in rows)
    }


def ends_of(db: sqlite3.Connection, kind: str) -> tuple[date, date] | None:
    """The first and the last day with a cramp, or with a session that was practice."""
    first, last = db.execute(
        "SELECT (SELECT min(day) FROM entries WHERE deleted IS NULL AND kind = :kind AND counts = 1), "
        "(SELECT max(day) FROM entries WHERE deleted IS NULL AND kind = :kind AND counts = 1)",
        {"kind": kind},
    ).fetchone()
    return (date.fromordinal(first), date.fromordinal(last)) if first is not None else None


def touch(db: sqlite3.Connection) -> None:
    """Read something, which shows whether it can be read."""
    db.execute("SELECT 1 FROM entries LIMIT 1").fetchone()


def count(db: sqlite3.Connection) -> int:
    """How many entries there are, but for the deleted ones."""
    return int(db.execute("SELECT count(*) FROM entries WHERE deleted IS NULL").fetchone()[0])


def versions(db: sqlite3.Connection, entry_id: str) -> list[Version]:
    """What an entry said before, the oldest first."""
    rows = db.execute(
        "SELECT number, replaced, record FROM versions WHERE id = ? ORDER BY number", (entry_id,)
    )
    return [Version(row[0], row[1], as_entry(json.loads(row[2]))) for row in rows]


def places(db: sqlite3.Connection, since: int) -> list[tuple[str, int, int, Record]]:
    """The places that were kept since then, the newest first: entry, when, by which process, and the record."""
    rows = db.execute(
        "SELECT p.id, p.saved, p.process, p.record FROM places AS p CROSS JOIN entries AS e USING (id) "  # few places: they come first
        "WHERE p.saved >= ? AND e.deleted IS NULL ORDER BY p.saved DESC",
        (since,),
    )
    return [(row[0], row[1], row[2], json.loads(row[3])) for row in rows]


def _plain(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _seconds(when: When) -> int:
    return int(when.utc.timestamp())


def _entry(row: Row) -> Entry:
    try:
        return as_entry(_record(row))
    except (ValueError, OverflowError, OSError) as error:  # somebody has changed it by other means
        raise DiaryError(str(row[0]), f"this entry can't be read: {error}") from error


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
