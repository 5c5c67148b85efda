"""The entries as a table for spreadsheets: CSV, one row an entry, the oldest first. Its columns are a contract.

They are the keys of an entry's record, the night or day that it belongs to with them. What a person or a routine file
wrote is on one line, and can't become a formula: some spreadsheets run a cell that begins with one of `=+-@`.
"""

import csv
import io
import re
from collections.abc import Iterable

from uncramp.domain.diary import Entry
from uncramp.domain.diary_record import as_record
from uncramp.report.room import tidy

COLUMNS = (
    "id", "kind", "day", "start", "relief", "side", "part", "strength", "strength_after", "state", "routine",
    "steps", "ended_in", "signs", "note", "title", "purpose", "planned", "played", "ending",
)  # fmt: skip

_FORMULA = re.compile("(^|[;|])(\\s*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a cell could turn into a formula: at its beginning, or behind what some take for the end of a cell."""


def as_csv(entries: Iterable[Entry]) -> str:
    """The table with its heading, each line ending with a newline."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for entry in sorted(entries, key=lambda one: (one.start, one.id)):
        record = {**as_record(entry), "day": entry.day.isoformat()}
        table.writerow([_cell(record.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list):
        return _safe("; ".join(tidy(str(one)) for one in value))
    return str(value) if isinstance(value, int) else _safe(tidy(str(value)))


def _safe(text: str) -> str:
    return _FORMULA.sub(r"\1\2'", text)
