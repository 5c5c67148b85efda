"""The report as data: the entries as CSV, the counts as JSON. Columns and keys are a contract.

The CSV has one row an entry that is told, the oldest first; its columns are the keys of an entry's record, and the night or day that
it belongs to. What a person or a routine file wrote is on one line, and can't become a formula: some spreadsheets run a
cell that begins with one of `=+-@`.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from operator import attrgetter, itemgetter

from uncramp.domain.diary import CrampEntry, Entry, SessionEntry
from uncramp.domain.practice import Working
from uncramp.domain.report import AboutMe, Cramps, Report, RoutinePractice
from uncramp.domain.statistics import Rate
from uncramp.report.layout import tidy
from uncramp.words.practice import working_lines
from uncramp.words.signs import known_signs

FORMAT = "uncramp-report"
VERSION = 1

Data = dict[str, object]

COLUMNS = (
    "id", "kind", "day", "start", "relief", "side", "part", "strength", "strength_after", "state", "routine",
    "steps", "ended_in", "signs", "note", "title", "purpose", "planned", "played", "ending",
)  # fmt: skip

_FORMULA = re.compile("(^|[;|])(\\s*)(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a cell could turn into a formula: at its beginning, or behind what some take for the end of a cell."""


def as_csv(entries: Iterable[Entry]) -> str:
    """The table with its heading, each line ending with a newline."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(map(_row, sorted(entries, key=attrgetter("start.utc", "start.offset", "id"))))
    return out.getvalue()


def _row(entry: Entry) -> tuple[object, ...]:
    """The cells of an entry; those of the other kind stay empty."""
    kind = "cramp" if isinstance(entry, CrampEntry) else "session"
    said, in_columns = _CELLS[kind]
    cells = [value if value is None or isinstance(value, int) else _text_cell(value) for value in said(entry)]
    return in_columns((None, kind, _date_cell(entry.day), entry.start.local.isoformat(), entry.id, *cells))


_date_cell = lru_cache(date.isoformat)


def _columns_of(keys: tuple[str, ...]) -> tuple[Callable[[Entry], Iterable[object]], Callable[..., tuple[object, ...]]]:
    """What gets the values of these keys, and what puts them into the order of the columns."""
    known = ("", "kind", "day", "start", "id", *keys)
    return attrgetter(*keys), itemgetter(*(known.index(column) if column in known else 0 for column in COLUMNS))


_CELLS = {
    "cramp": _columns_of(CrampEntry.__match_args__[2:]),
    "session": _columns_of(SessionEntry.__match_args__[2:]),
}


@lru_cache(maxsize=4096)  # most texts stand in many entries
def _text_cell(value: object) -> str:
    texts = value if isinstance(value, tuple) else (value,)
    return _FORMULA.sub(r"\1\2'", "; ".join(tidy(str(text)) for text in texts))


def as_data(report: Report) -> Data:
    known = known_signs()
    return {
        "format": FORMAT,
        "version": VERSION,
        "self_reported": True,
        "made_on": report.made_on.isoformat(),
        "period": {
            "first": report.first.isoformat(),
            "last": report.last.isoformat(),
            "days": report.days,
            "older_entries": report.older,
        },
        "warning_signs": [
            {
                "key": sign.key,
                "words": known[sign.key].words if sign.key in known else sign.key,
                "times": sign.times,
                "last_night": sign.last.isoformat(),
            }
            for sign in report.signs
        ],
        "cramps": {**_cramps(report.cramps), "per_week": report.per_week},
        "weeks": [
            {
                "first": bar.first.isoformat(),
                "weeks": bar.weeks,
                "cramps": bar.cramps,
                "practice_days": bar.practised,
            }
            for bar in report.bars
        ],
        "notes": [
            {"night": note.day.isoformat(), "side": note.side, "part": note.part, "note": note.note}
            for note in report.notes
        ],
        "practice": {
            "sessions": report.practice.sessions,
            "days": report.practice.days,
            "broken_off": report.practice.broken_off,
            "routines": [_routine(one) for one in report.practice.routines],
        },
        "working": _working(report.working),
        "about_me": _about_me(report.about_me) if report.about_me else None,
    }


def _routine(routine: RoutinePractice) -> Data:
    return {
        "title": routine.title,
        "times": routine.times,
        "days": routine.days,
        "per_day": routine.per_day,
        "days_done": routine.done,
        "days_due": routine.due,
    }


def _cramps(cramps: Cramps) -> Data:
    return {
        "total": cramps.total,
        "nights": cramps.nights,
        "by_hour": list(cramps.hours),
        "sides": _counts(cramps.sides),
        "parts": _counts(cramps.parts),
        "states": _counts(cramps.states),
        "relief_seconds": asdict(cramps.relief),
        "over_ten_minutes": cramps.over_ten,
        "strength": asdict(cramps.strength),
        "strength_after": asdict(cramps.after),
        "eased_by": [{"step": step, "times": times} for step, times in cramps.eased_by],
    }


def _counts(counts: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    return {"not_said" if what is None else str(what): n for what, n in counts}


def _working(working: Working) -> Data:
    ratio = working.ratio
    return {
        "verdict": working.verdict,
        "before": _rate(working.before),
        "since": _rate(working.since),
        "practice_days": working.practised,
        "days_left_out": working.left_out,
        "began": working.began.isoformat() if working.began else None,
        "ratio": ratio.ratio if ratio else None,
        "low": ratio.low if ratio else None,
        "high": ratio.high if ratio else None,
        "words": list(working_lines(working)),
    }


def _rate(rate: Rate) -> Data:
    return {"cramps": rate.events, "days": rate.days, "per_week": rate.per_week if rate.days else None}


def _about_me(me: AboutMe) -> Data:
    return {
        "tags": [str(tag) for tag in me.tags],
        "week": me.week,
        "due_date": me.due.isoformat() if me.due else None,
    }
