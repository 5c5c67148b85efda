"""Entries as plain records, and back."""

import json

import pytest
from hypothesis import given

from diary_making import ENTRIES
from uncramp.domain.diary import DiaryError, Entry
from uncramp.domain.diary_record import as_entry, as_record

CRAMP = {"kind": "cramp", "id": "3f2b8c1e-58a4-4a86-9d5c-0d9d4a1f7e22", "start": "2026-11-22T00:40:00+01:00"}
SESSION = CRAMP | {"kind": "session", "routine": "r", "title": "R", "purpose": "daily", "planned": 300}


@given(ENTRIES)
def test_every_entry_comes_back_from_its_record(entry: Entry) -> None:
    assert as_entry(json.loads(json.dumps(as_record(entry)))) == entry


def test_what_nobody_has_said_is_not_in_a_record() -> None:
    assert as_record(as_entry(CRAMP)) == CRAMP


@pytest.mark.parametrize(
    ("wrong", "key", "words"),
    [
        ({"kind": "nap"}, "kind", "cramp or session"),
        ({"kind": ["cramp"]}, "kind", "cramp or session"),
        ({"id": 5}, "id", "text"),
        ({"id": None}, "id", "has to be there"),
        ({"start": "yesterday"}, "start", "2026-11-22T03:10:00"),
        ({"start": "2026-11-22T00:40:00"}, "start", r"\+01:00"),
        ({"start": 5}, "start", "text"),
        ({"relief": "120"}, "relief", "whole number"),
        ({"relief": 1.5}, "relief", "whole number"),
        ({"relief": True}, "relief", "whole number"),
        ({"side": "affected"}, "side", "left, right, both"),
        ({"side": ["left"]}, "side", "left, right, both"),
        ({"part": "arm"}, "part", "calf"),
        ({"state": "dead"}, "state", "asleep"),
        ({"steps": "rub"}, "steps", "list"),
        ({"steps": [1]}, "steps", "text"),
        ({"strength": 11}, "strength", "0 to 10"),
        ({"mood": "bad"}, "mood", "no such key"),
        ({"planned": 300}, "planned", "no such key"),
    ],
)
def test_what_is_wrong_in_a_cramp_is_said_by_its_key(wrong: dict[str, object], key: str, words: str) -> None:
    with pytest.raises(DiaryError, match=words) as refused:
        as_entry(CRAMP | wrong)
    assert refused.value.key == key


@pytest.mark.parametrize("key", ["routine", "title", "purpose", "planned"])
def test_a_session_needs_its_routine_and_its_plan(key: str) -> None:
    as_entry(SESSION)
    with pytest.raises(DiaryError, match="has to be there") as refused:
        as_entry({name: value for name, value in SESSION.items() if name != key})
    assert refused.value.key == key


def test_first_aid_is_no_session() -> None:
    with pytest.raises(DiaryError) as refused:
        as_entry(SESSION | {"purpose": "first-aid"})
    assert refused.value.key == "purpose"
