"""What a row of the diary's tables says, as an entry. Many years are read at once: so it is done in a quick way first."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache
from operator import index
from typing import Any, SupportsIndex

from uncramp.domain.diary import CrampEntry, DiaryError, Ending, Entry, SessionEntry, State, When
from uncramp.domain.diary_record import Record, as_entry
from uncramp.domain.routine import Part, Purpose, Side

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
_CRAMP_CELLS, _SESSION_CELLS = slice(6, 6 + len(_CRAMP)), slice(-len(_SESSION), None)
"""Where the details of a cramp and of a session stand in either kind of row."""

Row = Sequence[Any]


def entry_of(row: Row) -> Entry:
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
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise TypeError
    return tuple(texts)


def _seconds(value: SupportsIndex | None) -> int | None:
    return None if value is None else index(value)


def _of(words: type[StrEnum]) -> Callable[[Any], object]:
    known: dict[str | None, object] = {word.value: word for word in words}
    return (known | {None: None}).__getitem__


FIELD_READERS: dict[str, Callable[[Any], object]] = {
    "relief": _seconds,
    "side": _of(Side),
    "part": _of(Part),
    "strength": _seconds,
    "strength_after": _seconds,
    "state": _of(State),
    "steps": _texts,
    "signs": _texts,
    "unconfirmed": {0: False, 1: True}.__getitem__,
    "purpose": _of(Purpose),
    "planned": index,
    "played": index,
    "ending": _of(Ending),
}
"""What makes a field out of what its column holds; what is not here is text, which an entry checks by itself."""

_Reading = tuple[Callable[..., Entry], slice, tuple[tuple[int, Callable[[Any], object]], ...]]


def _reading(build: Callable[..., Entry], keys: Sequence[str], cells: slice) -> _Reading:
    """What builds an entry, which of a row's cells it needs besides the first, and which of these are to be read."""
    return build, cells, tuple((at, FIELD_READERS[key]) for at, key in enumerate(keys) if key in FIELD_READERS)


_BUILDING: dict[Any, _Reading] = {
    "cramp": _reading(CrampEntry, _CRAMP, _CRAMP_CELLS),
    "session": _reading(SessionEntry, _SESSION, _SESSION_CELLS),
}


def _record(row: Row) -> Record:
    zone = timezone(timedelta(minutes=int(str(row[3]))))
    start = datetime.fromtimestamp(int(str(row[2])), zone).isoformat()
    record: Record = {"id": row[0], "kind": row[1], "start": start}
    if row[1] != "cramp":
        return record | dict(zip(_SESSION, row[_SESSION_CELLS], strict=True))
    record |= dict(zip(_CRAMP, row[_CRAMP_CELLS], strict=True))
    for key in ("steps", "signs"):
        record[key] = json.loads(str(record[key]))
    record["unconfirmed"] = bool(record["unconfirmed"])
    return {key: value for key, value in record.items() if value != ""}
