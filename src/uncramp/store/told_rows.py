"""What others are told of the diary, read by columns: a report of many years takes a fraction of the time of entries."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from operator import index
from typing import Any, TypeVar

from uncramp.domain.diary import LONGEST, STRONGEST, When
from uncramp.domain.told import ToldCramp, ToldEntries, ToldSession
from uncramp.store.rows import CELL_READERS

_Row = TypeVar("_Row", ToldCramp, ToldSession)
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


def _rows(make: Callable[[Iterable[Any]], _Row], keys: Sequence[str], rows: Sequence[_Column]) -> list[_Row]:
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
