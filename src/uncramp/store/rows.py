"""What a row of the diary's tables says, as an entry."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from operator import index
from typing import Any

from uncramp.domain.diary import CrampEntry, DiaryError, Entry, SessionEntry, When
from uncramp.domain.diary_record import field_reader

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
