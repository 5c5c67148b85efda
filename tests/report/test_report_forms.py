"""CSV and JSON: shapes that scripts rely on, and cells that no spreadsheet runs."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_samples import HOSTILE, TODAY, a_huge_diary, a_short_diary, at, before, counted, number, practice
from uncramp.domain.diary import CrampEntry, Entry
from uncramp.domain.report import AboutMe
from uncramp.domain.routine import Tag
from uncramp.domain.told import told_entries
from uncramp.report.data import COLUMNS, as_csv, as_data
from uncramp.words.practice import working_lines


def rows(entries: list[Entry]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(told_entries(entries))), strict=True))


def noted(text: str) -> Entry:
    return CrampEntry(number(1), at(TODAY, 2), note=text)


def test_the_table_has_exactly_the_promised_columns() -> None:
    assert as_csv(told_entries([])) == (
        "id,kind,day,start,relief,side,part,strength,strength_after,state,routine,steps,ended_in,signs,note,"
        "title,purpose,planned,played,ending\n"
    )


def test_a_row_is_an_entry_the_oldest_first() -> None:
    cramp, session = a_short_diary()[0], practice(9, TODAY)
    first, second = rows([session, cramp])
    assert first == dict.fromkeys(COLUMNS, "") | {
        "id": number(0),
        "kind": "cramp",
        "day": "2026-10-02",
        "start": "2026-10-03T03:10:00+01:00",
        "relief": "40",
        "side": "left",
        "part": "calf",
        "strength": "4",
        "strength_after": "2",
        "state": "asleep",
        "routine": "cramp-calf",
        "steps": "Pull your toes toward you; Rub the calf",
        "ended_in": "Pull your toes toward you",
    }
    assert second == dict.fromkeys(COLUMNS, "") | {
        "id": number(9),
        "kind": "session",
        "day": "2026-11-22",
        "start": "2026-11-22T18:00:00+01:00",
        "routine": "daily-calf",
        "title": "Daily calf stretch",
        "purpose": "daily",
        "planned": "300",
        "played": "300",
        "ending": "completed",
    }


@pytest.mark.parametrize("first", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\uff1d1", "\n@x", "\r-1"])
def test_a_cell_never_begins_a_formula(first: str) -> None:
    note = rows([noted(first)])[0]["note"]
    assert note.startswith("'")


@pytest.mark.parametrize("text", ["harmless;=1+1", 'a";=1', "x; @SUM(A1)", "y|=cmd"])
def test_what_stands_behind_another_kind_of_comma_is_no_formula_either(text: str) -> None:
    assert "'=" in as_csv(told_entries([noted(text)])) or "'@" in as_csv(told_entries([noted(text)]))


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.sampled_from(HOSTILE)))
def test_whatever_a_note_holds_a_row_is_a_line(text: str) -> None:
    out = as_csv(told_entries([noted(text[:2_000]), practice(2, TODAY)]))
    assert len(out.split("\n")) == 4
    assert len(rows([noted(text[:2_000]), practice(2, TODAY)])) == 2
    assert not set(out) & {"\r", "\x1b", "\u2028", "\x9b", "\x85", "\u202e"}


def test_a_huge_diary_is_all_there() -> None:
    entries = a_huge_diary()
    assert {row["id"] for row in rows(entries)} == {entry.id for entry in entries}


def shape(value: object) -> object:
    """The keys of plain data, without what they hold."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return "."


def test_the_data_has_exactly_the_promised_keys() -> None:
    spread = dict.fromkeys(("known", "median", "most"), ".")
    rate = dict.fromkeys(("cramps", "days", "per_week"), ".")
    me = AboutMe((Tag.FLAT_FEET,), 31, TODAY)
    assert shape(as_data(counted(a_short_diary(), about_me=me))) == {
        "format": ".",
        "version": ".",
        "self_reported": ".",
        "made_on": ".",
        "period": dict.fromkeys(("first", "last", "days", "older_entries"), "."),
        "warning_signs": [dict.fromkeys(("key", "words", "times", "last_night"), ".")],
        "cramps": {
            "total": ".",
            "nights": ".",
            "by_hour": ["."],
            "sides": {"left": ".", "right": "."},
            "parts": {"calf": "."},
            "states": {"asleep": "."},
            "relief_seconds": spread,
            "over_ten_minutes": ".",
            "strength": spread,
            "strength_after": spread,
            "eased_by": [{"step": ".", "times": "."}],
            "per_week": ".",
        },
        "weeks": [dict.fromkeys(("first", "weeks", "cramps", "practice_days"), ".")],
        "notes": [dict.fromkeys(("night", "side", "part", "note"), ".")],
        "practice": {
            "sessions": ".",
            "days": ".",
            "broken_off": ".",
            "routines": [dict.fromkeys(("title", "times", "days", "per_day", "days_done", "days_due"), ".")],
        },
        "working": dict.fromkeys(("verdict", "practice_days", "days_left_out", "began", "ratio", "low", "high"), ".")
        | {"before": rate, "since": rate, "words": ["."]},
        "about_me": {"tags": ["."], "week": ".", "due_date": "."},
    }


@pytest.mark.parametrize(
    ("diary", "since"),
    [(list, None), (a_short_diary, None), (a_huge_diary, before(30))],
    ids=["empty", "short", "huge"],
)
def test_the_data_survives_json_and_says_what_the_page_says(
    diary: Callable[[], list[Entry]], since: date | None
) -> None:
    report = counted(diary(), since=since)
    data = as_data(report)
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert data["self_reported"] is True
    assert data["working"]["words"] == list(working_lines(report.working))  # type: ignore[index]
    assert data["about_me"] is None
