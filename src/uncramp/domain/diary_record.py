"""An entry of the diary as plain data, which JSON can hold, and back. An error names the key that is wrong."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from uncramp.domain.diary import CrampEntry, DiaryError, Ending, Entry, SessionEntry, State, When
from uncramp.domain.routine import Part, Purpose, Side

Record = dict[str, object]

_Word = TypeVar("_Word", bound=StrEnum)


def as_record(entry: Entry) -> Record:
    """The entry as plain data; `as_entry` reads it back."""
    record: Record = {"kind": "cramp" if isinstance(entry, CrampEntry) else "session"}
    for key in entry.__match_args__:
        value = getattr(entry, key)
        if isinstance(value, When):
            record[key] = value.local.isoformat()
        elif value is not False and value not in (None, "", ()):
            record[key] = list(value) if isinstance(value, tuple) else value
    return record


def as_entry(record: Mapping[str, object]) -> Entry:
    """The entry that a record stands for.

    Raises:
        DiaryError: it is none; the first thing that is wrong, by its key.
    """
    kind = record.get("kind")
    if not isinstance(kind, str) or kind not in _KEYS:
        raise DiaryError("kind", "write cramp or session")
    unknown = next((key for key in record if key != "kind" and key not in _KEYS[kind]), None)
    if unknown is not None:
        raise DiaryError(unknown, f"a {kind} has no such key: {', '.join(_KEYS[kind])}")
    values = {key: field_reader(key)(value) for key, value in record.items() if key != "kind" and value is not None}
    for key in _REQUIRED[kind]:
        if key not in values:
            raise DiaryError(key, "it has to be there")
    build: Callable[..., Entry] = CrampEntry if kind == "cramp" else SessionEntry
    return build(**values)


def field_reader(key: str) -> Callable[[object], Any]:
    """What reads a field of an entry, by its name, from plain data; it raises `DiaryError` where that is no such thing."""
    return partial(_READERS.get(key, _text), key)


def read_when(text: str) -> When:
    """A moment as a record has it: `2026-11-22T03:10:00+01:00`.

    Raises:
        DiaryError: it is none.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise DiaryError("start", "write it as 2026-11-22T03:10:00+01:00") from error
    return When.of(moment)


_KEYS = {"cramp": CrampEntry.__match_args__, "session": SessionEntry.__match_args__}
_REQUIRED = {"cramp": ("id", "start"), "session": ("id", "start", "routine", "title", "purpose", "planned")}


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise DiaryError(key, "write a text in quotation marks")
    return value


def _number(key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise DiaryError(key, "write a whole number")
    return value


def _flag(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise DiaryError(key, "write true or false")
    return value


def _texts(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise DiaryError(key, "write a list of texts")
    return tuple(_text(key, text) for text in value)


def _one_of(words: tuple[_Word, ...]) -> Callable[[str, object], _Word]:
    known = {word.value: word for word in words}

    def read(key: str, value: object) -> _Word:
        word = known.get(value) if isinstance(value, str) else None
        if word is None:
            raise DiaryError(key, f"write one of {', '.join(words)}")
        return word

    return read


_READERS: dict[str, Callable[[str, object], object]] = {
    "start": lambda key, value: read_when(_text(key, value)),
    "relief": _number,
    "planned": _number,
    "played": _number,
    "strength": _number,
    "strength_after": _number,
    "steps": _texts,
    "signs": _texts,
    "unconfirmed": _flag,
    "side": _one_of((Side.LEFT, Side.RIGHT, Side.BOTH)),
    "part": _one_of(tuple(Part)),
    "state": _one_of(tuple(State)),
    "purpose": _one_of(tuple(purpose for purpose in Purpose if purpose is not Purpose.FIRST_AID)),
    "ending": _one_of(tuple(Ending)),
}
