"""A table with named columns as diary entries: what `report --csv` wrote, and what people keep in a spreadsheet.

A column is known by its heading, in many spellings. What a cell says is never guessed: where a date could be two days,
or a number minutes or seconds, the whole table is refused, and the message says what would be right.
"""

import csv
import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from uncramp.domain.diary import DiaryError, Entry, When
from uncramp.domain.diary_record import as_entry
from uncramp.files import table_cells as cells
from uncramp.files.problems import Problems
from uncramp.files.text import flaws, shorten

_IDS = uuid.UUID("6f0c1f43-9f6e-5c39-8a5e-3d1f0d9b7a11")
"""What ids are made from for rows that have none: the same row always gets the same."""

_IDENTITY = ("kind", "start", "side", "part", "routine")
"""What tells an entry from others, where a table gives no ids."""

_MOST_COLUMNS = 200

_NAMES = {
    "id": "id, uuid",
    "kind": "kind, type",
    "date": "date, day, start date",
    "time": "time, clock, time of day, at, hour",
    "start": "start, started, begin, began, begins, beginning, start time, started at, datetime, date time, "
    "date and time, timestamp, when, onset",
    "relief": "relief, duration, length, lasted, how long, time to relief, stopped after, minutes, seconds",
    "side": "side, leg, limb, which leg, which side, leg side, left or right, left right",
    "part": "part, body part, muscle, where, location, place, area, site",
    "strength": "strength, pain, severity, intensity, how bad, how strong",
    "strength_after": "strength after, pain after, severity after, pain afterwards",
    "state": "state, activity, doing, what i was doing",
    "routine": "routine",
    "steps": "steps",
    "ended_in": "ended in, eased by, what helped, helped",
    "signs": "signs, warning signs",
    "note": "note, notes, comment, comments, remark, remarks, description, memo",
    "title": "title",
    "purpose": "purpose",
    "planned": "planned",
    "played": "played",
    "ending": "ending",
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names.split(", ")}
_FILLING = {
    "the", "my", "of", "a", "cramp", "cramps", "level", "score", "scale", "rating", "in", "from", "to", "what", "was",
    "were", "did", "it", "last", "you", "your",
}  # fmt: skip

_CODES = ("id", "kind", "purpose", "ending")

_GUARD = re.compile("(^|[;|])(\\s*)'(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""What the CSV of a report puts before a text that a spreadsheet would take for a formula."""


@dataclass(frozen=True, slots=True)
class DiaryTable:
    entries: list[tuple[Entry, int]] = field(default_factory=list)
    """With when each was last written: 0, since a table does not say."""
    taken: Mapping[str, str] = field(default_factory=dict)
    """The key of an entry that each column was taken for, by its heading."""
    left: tuple[str, ...] = ()
    """The headings of columns that nothing was taken from."""


@dataclass(frozen=True, slots=True)
class _Column:
    at: int
    heading: str
    unit: int | None
    """Seconds of what its numbers count; `None` where the heading does not say."""
    rest: "_Column | None" = None
    """A column with another unit, such as seconds beside minutes."""


def read_diary_table(
    text: str, *, path: str, read_start: Callable[[str], When], problems: Problems
) -> DiaryTable | None:
    """Read a table; `None` where the first line names no column that says when something was.

    `read_start` reads a moment as people write it, and raises `DiaryError`; each cell that can't be read is a problem.
    """
    rows = _rows(text, path, problems)
    _line, headings = next(rows, (1, []))
    if "".join(headings).startswith("sep="):  # a line of Excel's own
        _line, headings = next(rows, (1, []))
    columns, left = _columns(headings[:_MOST_COLUMNS])
    if not columns.keys() & {"start", "date"}:
        return None
    table = _Table(path, columns, read_start, problems, len(headings))
    entries = table.read([(line, row) for line, row in rows if any(cell.strip() for cell in row)])
    taken = {one.heading: key for key, column in columns.items() for one in (column, column.rest) if one}
    return DiaryTable(entries, taken, left)


def _rows(text: str, path: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    first = text.lstrip("\r\n").removeprefix("sep=").partition("\n")[0]
    delimiter = first[0] if first[:1] in tuple(",;\t") else max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            why = "the quote that opens in it is not closed" if "unexpected end" in str(error) else error
            problems.add(path, line, 1, f"this is no row of a table: {why}")
            return
        if row is None:
            return
        if row:
            yield line, row


def _columns(headings: Sequence[str]) -> tuple[dict[str, _Column], tuple[str, ...]]:
    found: dict[str, _Column] = {}
    left = []
    for at, heading in enumerate(headings):
        words = re.sub(r"[\W_]+", " ", heading.casefold()).split()
        key = _KEYS.get(" ".join(words))
        units = [word for word in words if word in cells.IN_SECONDS]
        rest = [word for word in words if not (word in cells.IN_SECONDS or word in _FILLING or word.isdigit())]
        key = key or _KEYS.get(" ".join(rest)) or ("relief" if units and not rest else None)
        of_report = heading.strip() in ("relief", "planned", "played")  # whose numbers are seconds
        unit = cells.IN_SECONDS[units[0]] if units else 1 if of_report else None
        before = found.get(key or "")
        if key == "relief" and before and not before.rest and unit and before.unit not in (None, unit):
            found[key] = replace(before, rest=_Column(at, heading, unit))
        elif key and before is None:
            found[key] = _Column(at, heading, unit)
        elif heading.strip():
            left.append(heading)
    return found, tuple(left)


class _Table:
    def __init__(
        self, path: str, columns: dict[str, _Column], read_start: Callable[[str], When], problems: Problems, width: int
    ) -> None:
        self._path, self._columns, self._read_start, self._problems = path, columns, read_start, problems
        self._width = width
        self._order: str | None = None
        self._same: Counter[str] = Counter()
        self._ids: dict[str, int] = {}

    def read(self, rows: list[tuple[int, list[str]]]) -> list[tuple[Entry, int]]:
        """The entries of all rows that can be read; none where the table as a whole is in doubt."""
        if not self._is_clear([row for _line, row in rows]):
            return []
        read = (self._entry(line, row) for line, row in rows)
        return [(entry, 0) for entry in read if entry is not None]

    def _is_clear(self, rows: list[list[str]]) -> bool:
        """Whether dates have one meaning, and numbers a unit; what is in doubt is said once, of the whole column."""
        dates = [self._cell(row, key) for row in rows for key in ("start", "date")]
        self._order, doubt = cells.order_of_dates(dates)
        if doubt:
            self._add(1, "start" if "start" in self._columns else "date", doubt)
        lengths = self._columns.get("relief")
        if lengths and lengths.unit is None and any(cells.is_bare(self._cell(row, "relief")) for row in rows):
            self._add(1, "relief", "its numbers have no unit: call the column 'minutes' or 'seconds'")
            return False
        return not doubt

    def _entry(self, line: int, row: list[str]) -> Entry | None:
        if any(cell.strip() for cell in row[self._width :]):
            why = "there are more cells than headings: put text with commas in quotes"
            self._problems.add(self._path, line, self._width + 1, why)
            return None
        key = "start"
        try:
            start = self._start(row)
            record: dict[str, Any] = {"kind": "cramp", "start": start.local.isoformat()}
            for key, column in self._columns.items():
                if key not in ("start", "date", "time") and (text := self._text(row, key)):
                    record |= self._read_cell(key, text)
                if column.rest and (text := _in(row, column.rest).strip()):
                    record[key] = record.get(key, 0) + cells.seconds(key, text, column.rest.unit)
            if "id" not in record:
                record["id"] = self._made_id(record)
            key = "id"
            entry = as_entry(record)
        except DiaryError as error:
            self._add(line, error.key if error.key in self._columns else key, error.message)
            return None
        before = self._ids.setdefault(entry.id, line)
        if before != line:
            self._add(line, "id", f"line {before} has the same: keep one of them")
            return None
        return entry

    def _start(self, row: list[str]) -> When:
        start, day = self._text(row, "start"), self._text(row, "date")
        if day and (not start or cells.is_time(start)):
            start = f"{day} {start or self._text(row, 'time')}"
        if not start or cells.is_time(start):
            raise DiaryError("start", "it has no date: write 2026-11-22 03:10")
        return self._read_start(cells.plain_moment(start, self._order))

    def _read_cell(self, key: str, text: str) -> dict[str, object]:
        if key == "part":
            part, side = cells.part(text)
            return {key: part, **({"side": side} if side and "side" not in self._columns else {})}
        if key in ("steps", "signs"):
            return {key: [_unguarded(one) for one in text.split("; ")]}
        if key in _CODES:
            return {key: text.casefold()}
        if key in ("relief", "planned", "played"):
            return {key: cells.seconds(key, text, self._columns[key].unit)}
        read = cells.READERS.get(key)
        return {key: read(text) if read else _unguarded(text)}

    def _made_id(self, record: Mapping[str, object]) -> str:
        """An id for a row that has none: from the moment, and from what cramped or was done.

        So the same table twice is the same entries, also where its pain or its notes were corrected in between; and a
        cramp of the other leg in the same minute is another one, in this table or another. Of rows that are alike in
        all of it, the second gets another id, always the same.
        """
        what = " ".join(str(record.get(key, "")) for key in _IDENTITY)
        self._same[what] += 1
        return str(uuid.uuid5(_IDS, f"{what} {self._same[what]}"))

    def _cell(self, row: list[str], key: str) -> str:
        return _in(row, self._columns.get(key))

    def _text(self, row: list[str], key: str) -> str:
        """A cell's text on one line.

        Raises:
            DiaryError: there is something hidden in it.
        """
        text = " ".join(self._cell(row, key).split())
        if flaw := next(flaws(text), None):
            raise DiaryError(key, flaw[1])
        return text

    def _add(self, line: int, key: str, message: str) -> None:
        column = self._columns.get(key)
        if column is None and key == "start":
            column = self._columns.get("date")
        at, heading = (column.at + 1, column.heading) if column else (1, "")
        self._problems.add(self._path, line, at, message, shorten(heading))


def _in(row: list[str], column: _Column | None) -> str:
    return row[column.at] if column and column.at < len(row) else ""


def _unguarded(text: str) -> str:
    return _GUARD.sub(r"\1\2", text)
