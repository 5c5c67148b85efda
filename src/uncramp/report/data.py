"""The report as data: the entries as CSV, the counts as JSON. Columns and keys are a contract.

The CSV has one row an entry that is told, the oldest first; its columns are the keys of an entry's record, and the night or day that
it belongs to. What a person or a routine file wrote is on one line, and can't become a formula: some spreadsheets run a
cell that begins with one of `=+-@`.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import repeat

from uncramp.domain.practice import RoutinePractice, Working
from uncramp.domain.report import AboutMe, Cramps, Report
from uncramp.domain.statistics import Rate
from uncramp.domain.told import ToldCramp, ToldEntries, ToldSession
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

_SIGN = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"
_ANY_SIGN = re.compile(_SIGN)
_FORMULA = re.compile(f"(^|[;|])(\\s*)(?='*{_SIGN})")
"""Where a cell could turn into a formula: at its beginning, or behind what some take for the end of a cell."""

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the clocks where the person was


def as_csv(told: ToldEntries) -> str:
    """The table with its heading, each line ending with a newline."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    entries = (*told.cramps, *told.sessions)
    rows = (*_cramp_rows(told.cramps), *_session_rows(told.sessions))
    table.writerows(row for _entry, row in sorted(zip(entries, rows, strict=True)))
    return out.getvalue()


# By columns, which for many years takes two thirds of the time; the cells of the other kind stay empty.


def _cramp_rows(cramps: Sequence[ToldCramp]) -> Iterable[tuple[object, ...]]:
    starts, zones, ids, ordinals, *values = zip(*cramps, strict=True) if cramps else ((),) * len(ToldCramp._fields)
    values, texts = values[:6], values[6:]  # from `relief` to `note` they are columns in that order
    cells = (*values, *(map(_text_cell, column) for column in texts), *[repeat(None)] * 5)
    return zip(ids, repeat("cramp"), map(_day_cell, ordinals), map(_start_cell, starts, zones), *cells, strict=False)


def _session_rows(sessions: Sequence[ToldSession]) -> Iterable[tuple[object, ...]]:
    columns = zip(*sessions, strict=True) if sessions else ((),) * len(ToldSession._fields)
    starts, zones, ids, ordinals, routines, titles, *values, _counts = columns
    cells = (*[repeat(None)] * 6, map(_text_cell, routines), *[repeat(None)] * 4, map(_text_cell, titles), *values)
    return zip(ids, repeat("session"), map(_day_cell, ordinals), map(_start_cell, starts, zones), *cells, strict=False)


def _start_cell(start: int, zone: int) -> str:
    return f"{(_EPOCH + timedelta(seconds=start + zone * 60)).isoformat()}{_zone_cell(zone)}"


@lru_cache
def _zone_cell(zone: int) -> str:
    hours, minutes = divmod(abs(zone), 60)
    return f"{'-' if zone < 0 else '+'}{hours:02}:{minutes:02}"


@lru_cache
def _day_cell(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


@lru_cache(maxsize=4096)  # most texts stand in many entries
def _text_cell(value: str | tuple[str, ...]) -> str:
    text = tidy(value) if isinstance(value, str) else "; ".join(map(tidy, value))
    return _FORMULA.sub(r"\1\2'", text) if _ANY_SIGN.search(text) else text


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
            {"first": bar.first.isoformat(), "weeks": bar.weeks, "cramps": bar.cramps, "practice_days": bar.practised}
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
        "about_me": report.about_me and _about_me(report.about_me),
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
