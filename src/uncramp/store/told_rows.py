"""What others are told of the diary, read by columns: a report of many years takes a fraction of the time of entries."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeVar

from uncramp.domain.diary import LONGEST, STRONGEST, When
from uncramp.domain.told import ToldCramp, ToldEntries, ToldSession
from uncramp.store.rows import FIELD_READERS

_Row = TypeVar("_Row", ToldCramp, ToldSession)
_Column = Sequence[Any]

_CRAMPS, _SESSIONS = (
    ", ".join(("SELECT start, zone, id, day", *keys[4:])) + source + " AND +deleted IS NULL ORDER BY id"
    for keys, source in (  # in the order of the tables, which is the fastest
        (ToldCramp._fields, " FROM entries AS e LEFT JOIN cramps USING (id) WHERE e.kind = 'cramp' AND counts"),
        (
            ToldSession._fields,
            " FROM entries AS e LEFT JOIN sessions USING (id) WHERE e.kind = 'session' AND NOT tried",
        ),
    )
)
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
    columns = (_READERS.get(key, _texts)(column) for key, column in zip(keys, zip(*rows, strict=True), strict=True))
    return sorted(map(make, zip(*columns, strict=True)))


# Each checks a column as an entry checks its field, and makes of it what a row holds.


def _texts(column: _Column) -> _Column:
    if set(map(type, column)) != {str}:
        raise TypeError
    return column


def _ids(column: _Column) -> _Column:
    if set(map(len, column)) != {_ID_LENGTH} or not _ID_CHARACTERS.issuperset("".join(column)):
        raise ValueError
    return column


def _numbers(column: _Column, least: int = 0, most: int = LONGEST) -> _Column:
    known = {number for number in column if number is not None}
    if not set(map(type, known)) <= {int} or not all(least <= number <= most for number in known):
        raise ValueError
    return column


def _starts(column: _Column) -> _Column:
    for seconds in min(column), max(column):
        When(datetime.fromtimestamp(seconds, UTC), 0)
    return column


def _zones(column: _Column) -> _Column:
    for minutes in set(column):
        When(_SOME_TIME, minutes)
    return column


_READERS: dict[str, Callable[[_Column], Iterable[Any]]] = {
    **{key: partial(map, read) for key, read in FIELD_READERS.items()},
    "start": _starts,
    "zone": _zones,
    "id": _ids,
    "ordinal": partial(_numbers, least=1, most=date.max.toordinal()),
    "relief": _numbers,
    "strength": partial(_numbers, most=STRONGEST),
    "strength_after": partial(_numbers, most=STRONGEST),
    "planned": _numbers,
    "played": _numbers,
    "counts": partial(map, bool),
}
