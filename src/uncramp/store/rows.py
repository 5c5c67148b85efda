"""What the rows of the diary's tables say: as entries, and by columns as what others are told of them.

By columns a report of many years takes a fraction of the time.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from operator import index
from typing import Any, TypeVar

from uncramp.domain.diary import LONGEST, STRONGEST, CrampEntry, DiaryError, Entry, SessionEntry, When
from uncramp.domain.diary_record import field_reader
from uncramp.domain.told import ToldCramp, ToldEntries, ToldSession

# What a table of details holds besides the id: its columns are named as the fields behind `id` and `start` are.
_CRAMP, _SESSION = CrampEntry.__match_args__[2:], SessionEntry.__match_args__[2:]

_HEAD = "SELECT e.id, e.kind, e.start, e.zone, e.changed, e.deleted IS NOT NULL"
_OF_CRAMP, _OF_SESSION = (
    "".join(f", {table}.{key}" for key in keys) for table, keys in (("c", _CRAMP), ("s", _SESSION))
)
ENTRIES = f"""
{_HEAD}{_OF_CRAMP}{_OF_SESSION} FROM entries AS e LEFT JOIN cramps AS c USING (id) LEFT JOIN sessions AS s USING (id)
"""
"""What begins a query for rows that `entry_of` reads; then come `WHERE` and the rest."""
OF_ONE_KIND = (
    f"{_HEAD}{_OF_CRAMP} FROM entries AS e LEFT JOIN cramps AS c USING (id) WHERE e.kind = 'cramp' ",
    f"{_HEAD}{_OF_SESSION} FROM entries AS e LEFT JOIN sessions AS s USING (id) WHERE e.kind = 'session' ",
)
"""The same of each kind by itself, for many at once; then comes `AND`."""
_UNSAID = ("relief", "side", "part", "strength", "strength_after", "state")

Row = Sequence[Any]


def entry_of(row: Row) -> Entry:
    """The entry of a row.

    Raises:
        DiaryError: another program has changed it.
    """
    try:
        build, cells, readers = _KINDS[row[1]]
        start = When(datetime.fromtimestamp(index(row[2]), UTC), index(row[3]))
        return build(row[0], start, *[read(cell) for read, cell in zip(readers, row[cells], strict=True)])
    except (ValueError, TypeError, KeyError, OverflowError, OSError) as error:
        raise DiaryError(str(row[0]), f"this entry can't be read: {error}") from error


def _reader(key: str) -> Callable[[Any], Any]:
    read = field_reader(key)
    if key in _UNSAID:
        return lambda cell: None if cell in (None, "") else read(cell)
    if key in ("steps", "signs"):
        return lru_cache(maxsize=4096)(lambda cell: read(json.loads(cell)))  # the same few, over and over
    return bool if key in ("unconfirmed", "counts") else read


CELL_READERS = {key: _reader(key) for key in (*_CRAMP, *_SESSION, "counts")}
"""What makes a field, by its name, out of what its column holds."""
_KINDS: dict[str, tuple[Callable[..., Entry], slice, list[Callable[[Any], Any]]]] = {
    "cramp": (CrampEntry, slice(6, 6 + len(_CRAMP)), [CELL_READERS[key] for key in _CRAMP]),
    "session": (SessionEntry, slice(-len(_SESSION), None), [CELL_READERS[key] for key in _SESSION]),
}
"""What builds an entry, where its fields behind `id` and `start` stand in either kind of row, and what reads them."""


_Told = TypeVar("_Told", ToldCramp, ToldSession)
_Column = Sequence[Any]

_TOLD = (  # in the order of the tables, which is the fastest
    "SELECT start, zone, id, day, {} FROM entries AS e LEFT JOIN {}s USING (id) "
    "WHERE e.kind = '{}' AND {} AND +deleted IS NULL ORDER BY id"
)
_CRAMPS = _TOLD.format(", ".join(ToldCramp._fields[4:]), "cramp", "cramp", "counts")
_SESSIONS = _TOLD.format(", ".join(ToldSession._fields[4:]), "session", "session", "NOT tried")
_ID_LENGTH = 36
_ID_CHARACTERS = frozenset("0123456789abcdef-")
_SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def told_rows(db: sqlite3.Connection) -> ToldEntries:
    """All that is told, the oldest first.

    Raises:
        ValueError, TypeError, KeyError, OverflowError, OSError: another program has written something else.
    """
    return ToldEntries(
        _rows(ToldCramp._make, ToldCramp._fields, db.execute(_CRAMPS).fetchall()),
        _rows(ToldSession._make, ToldSession._fields, db.execute(_SESSIONS).fetchall()),
    )


def _rows(make: Callable[[Iterable[Any]], _Told], keys: Sequence[str], rows: Sequence[_Column]) -> list[_Told]:
    if not rows:
        return []
    columns = (_read(key, column) for key, column in zip(keys, zip(*rows, strict=True), strict=True))
    return sorted(map(make, zip(*columns, strict=True)))


def _read(key: str, column: _Column) -> Iterable[Any]:
    """A column as rows hold it. Its cells are checked as an entry checks its fields; of those that say the same, one."""
    if key in _CHECKS:
        _CHECKS[key](column)
        return column
    known = {cell: _READERS[key](cell) for cell in set(column)}
    if key in _MOST and not all(number is None or 0 <= number <= _MOST[key] for number in known.values()):
        raise ValueError
    return map(known.__getitem__, column)


def _check_ids(column: _Column) -> None:
    if set(map(len, column)) != {_ID_LENGTH} or not _ID_CHARACTERS.issuperset("".join(column)):
        raise ValueError


def _check_texts(column: _Column) -> None:
    if set(map(type, column)) != {str}:
        raise TypeError


def _check_starts(column: _Column) -> None:
    for seconds in min(column), max(column):
        When(datetime.fromtimestamp(seconds, UTC), 0)


_CHECKS: dict[str, Callable[[_Column], None]] = {
    **dict.fromkeys(("routine", "title", "ended_in", "note"), _check_texts),
    "start": _check_starts,
    "id": _check_ids,
}
_READERS: dict[str, Callable[[Any], Any]] = CELL_READERS | {
    "zone": lambda minutes: When(_SOME_TIME, index(minutes)).offset,
    "ordinal": lambda ordinal: date.fromordinal(ordinal).toordinal(),
}
_MOST = dict.fromkeys(("relief", "planned", "played"), LONGEST) | dict.fromkeys(
    ("strength", "strength_after"), STRONGEST
)
