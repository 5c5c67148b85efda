"""A diary as JSON lines: a header that says which version, then one entry a line with when it was last written."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from uncramp.domain.diary import DiaryError, Entry, check_not_ahead
from uncramp.domain.diary_record import as_entry, as_record
from uncramp.files.problems import Problems
from uncramp.files.text import flaws, shorten

HEADER = "uncramp-diary"
VERSION = 1
LARGEST = 256 * 1024 * 1024
"""Bytes of a file: more than half a million entries."""

_CHANGED = "changed"
_LATEST = 2**53
_HOW = '{"uncramp-diary": 1}'


def diary_lines(entries: Iterable[tuple[Entry, int]]) -> Iterator[str]:
    """The lines of a file, without line ends, of entries with when each was last written, in seconds since 1970."""
    yield json.dumps({HEADER: VERSION})
    for entry, changed in entries:
        yield json.dumps(as_record(entry) | {_CHANGED: changed}, ensure_ascii=False)


def read_diary_lines(data: bytes, *, path: str, now: datetime, problems: Problems) -> list[tuple[Entry, int]]:
    """Read a file of entries, each with when it was last written; 0 where the file does not say.

    Nothing can have happened after `now`; what is wrong goes to `problems`, all of it in one pass.
    """
    if len(data) > LARGEST:
        problems.add(path, 1, 1, f"this is larger than {LARGEST // 1024**2} MB: split it")
        return []
    reader = _Reader(path, now, problems)
    lines = enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
    filled = ((number, line) for number, line in lines if line.strip())
    first = next(filled, None)
    if first is None:
        problems.add(path, 1, 1, f"there is nothing in it: the first line has to be {_HOW}")
    elif reader.is_header(*first):  # else every line would be as wrong as the first
        for number, line in filled:
            reader.read(number, line)
    return reader.entries


class _Reader:
    def __init__(self, path: str, now: datetime, problems: Problems) -> None:
        self._path, self._now, self._problems = path, now, problems
        self._lines: dict[str, int] = {}
        self.entries: list[tuple[Entry, int]] = []

    def is_header(self, number: int, line: bytes) -> bool:
        """Whether a line says that a diary of this version follows."""
        record = self._record(number, line)
        if record is None:
            return False
        version = record.get(HEADER)
        if isinstance(version, int) and version > VERSION:
            self._add(number, f"a newer uncramp wrote this ({version}): get it to read this", key=HEADER)
        elif version != VERSION or isinstance(version, bool):
            self._add(number, f"this is no diary: the first line has to be {_HOW}", key=HEADER)
        return version == VERSION

    def read(self, number: int, line: bytes) -> None:
        record = self._record(number, line)
        if record is None:
            return
        try:
            changed = _changed(record.pop(_CHANGED, 0))
            _refuse_hidden(record)
            entry = as_entry(record)
            check_not_ahead(entry.start, self._now)
        except DiaryError as error:
            self._add(number, error.message, key=shorten(error.key))
            return
        before = self._lines.setdefault(entry.id, number)
        if before == number:
            self.entries.append((entry, changed))
        else:
            self._add(number, f"line {before} has the same: keep one of them", key="id")

    def _record(self, number: int, line: bytes) -> dict[str, object] | None:
        """The object of a line; `None` after a problem was added."""
        try:
            record = json.loads(line.decode(), object_pairs_hook=_once)
        except UnicodeDecodeError as error:
            self._add(number, "this is not UTF-8", column=error.start + 1)
        except json.JSONDecodeError as error:
            self._add(number, f"this is not JSON: {error.msg}", column=error.colno)
        except _TwiceError:
            self._add(number, "a key stands in it twice: keep one of them")
        except (ValueError, RecursionError):
            self._add(number, "this is not JSON that can be read")
        else:
            if isinstance(record, dict):
                return record
            self._add(number, "write one object in curly brackets")
        return None

    def _add(self, number: int, message: str, *, column: int = 1, key: str = "") -> None:
        self._problems.add(self._path, number, column, message, key)


def _changed(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LATEST:
        raise DiaryError(_CHANGED, "write seconds since 1970")
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; a key that stands in it twice is ambiguous, and refused."""
    record = dict(pairs)
    if len(record) < len(pairs):
        raise _TwiceError
    return record


class _TwiceError(ValueError):
    pass


def _refuse_hidden(record: dict[str, object]) -> None:
    for key, value in record.items():
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and (flaw := next(flaws(text), None)):
                raise DiaryError(key, flaw[1])
