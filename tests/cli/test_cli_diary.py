"""`uncramp diary`, as people and scripts use it: entries are added, listed, corrected, deleted and erased."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from diary_shell import CRAMP, Shell

from uncramp.domain.times import HOW_TO_WRITE
from uncramp.store.spool import spool_files


def test_a_note_of_two_lines_is_kept_on_one(shell: Shell) -> None:
    shell.add("03:10", "--note", " after a\nlong  walk ")
    (row,) = shell.rows()
    assert row["note"] == "after a long walk"


def test_an_empty_diary_says_so(shell: Shell) -> None:
    assert shell("list") == (0, "Nothing is in your diary yet.\n", "")
    assert shell.rows() == []


def test_path_says_where_it_is_and_makes_nothing(shell: Shell, own_home: Path) -> None:
    assert shell("path") == (0, f"{own_home / 'diary' / 'diary.db'}\n", "")
    assert not (own_home / "diary").exists()


def test_json_has_exactly_the_promised_keys(shell: Shell) -> None:
    entry_id = shell.add(*CRAMP)
    assert shell.rows() == [
        {
            "id": entry_id,
            "kind": "cramp",
            "day": "2026-01-21",
            "start": "2026-01-22T00:40:00+01:00",
            "relief": 90,
            "side": "left",
            "part": "calf",
            "strength": 7,
            "strength_after": 2,
            "state": "asleep",
            "steps": ["Pull", "Walk"],
            "ended_in": "Pull",
            "signs": ["leg_swollen"],
            "note": "after a long walk",
        }
    ]


def test_practice_is_added_by_its_routine(shell: Shell) -> None:
    shell.add("2026-01-22 09:00", "--session", "daily-calf")
    (row,) = shell.rows()
    assert {key: row[key] for key in ("kind", "day", "routine", "title", "purpose", "planned", "played")} == {
        "kind": "session",
        "day": "2026-01-22",
        "routine": "daily-calf",
        "title": "Calf routine, short",
        "purpose": "daily",
        "planned": 305,
        "played": 305,
    }
    shell.add("2026-01-22 10:00", "--session", "daily-calf", "--played", "1m", "--ending", "stopped")
    assert [(one["played"], one["ending"]) for one in shell.rows()] == [(305, "completed"), (60, "stopped")]


def test_the_list_is_by_night_and_says_what_was(shell: Shell) -> None:
    shell.add(*CRAMP)
    shell.add("2026-01-21 18:00", "--session", "daily-calf")
    status, out, _err = shell("list")
    lines = out.splitlines()
    assert status == 0
    assert lines[0].startswith("Wed 21 Jan")
    assert "Calf routine, short · done in 5 minutes" in lines[1]
    assert lines[2].startswith("night 21/22 Jan")
    assert "Cramp · left · calf · stopped after 1 minute 30 seconds · strength 7 of 10" in lines[3]
    assert "“after a long walk”" in lines[3]


def test_since_leaves_out_what_was_before(shell: Shell) -> None:
    shell.add("2026-01-20 03:00")
    later = shell.add("2026-01-22 03:00")
    assert [row["id"] for row in shell.rows("--since", "2026-01-21")] == [later]
    assert shell("list", "--since", "2026-02-01")[1] == "Nothing since then.\n"


def test_a_sign_of_old_diaries_can_still_be_written_but_is_not_offered(shell: Shell) -> None:
    shell.add("2026-01-22T00:40+01:00", "--sign", "pain_stays")
    assert [row["signs"] for row in shell.rows()] == [["pain_stays"]]
    for words in (("add", "--help"), ("add", "03:10", "--sign", "zzz")):
        _status, out, err = shell(*words)
        assert "leg_swollen" in out + err
        assert "pain_stays" not in out + err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "25:00"), "no clock shows"),
        (("add", "in a while"), HOW_TO_WRITE),
        (("add", "2999-01-01 03:00"), "from 1970 to 2199"),
        (("add", "2190-01-01 03:00"), "has not come yet"),
        (("add", "03:10", "--strength", "11"), "0 to 10"),
        (("add", "03:10", "--strength", "-1"), "0 to 10"),
        (("add", "03:10", "--strength", "strong"), "0 to 10"),
        (("add", "03:10", "--relief", "90"), "no unit"),
        (("add", "03:10", "--relief", "25h"), "which is a day"),
        (("add", "03:10", "--relief", "1500m"), "which is a day"),
        (("add", "03:10", "--side", "up"), "--side can't be 'up'"),
        (("add", "03:10", "--sign", "leg_swolen"), "Did you mean 'leg_swollen'?"),
        (("add", "03:10", "--note", "a\x1b[2Jb"), "hidden character U+001B"),
        (("add", "03:10", "--note", "n" * 2001), "at most 2000"),
        (("add", "03:10", "--played", "3m"), "--played does not go with a cramp"),
        (("add", "03:10", "--session", "daily-calf", "--side", "left"), "--side does not go with practice"),
        (("add", "03:10", "--session", "cramp-calf"), "is first aid"),
        (("add", "03:10", "--session", "daily-clf"), "Did you mean 'daily-calf'?"),
        (("edit", "abc", "--strength", "3"), "There is no entry 'abc'"),
        (("edit", "", "--strength", "3"), "There is no entry ''"),
        (("delete", "%"), "There is no entry '%'"),
        (("restore", "abc"), "There is no entry 'abc'"),
        (("versions", "abc"), "There is no entry 'abc'"),
        (("list", "--since", "1.13.2026"), "no calendar"),
        (("list", "--since", "1/2/2026"), "2026-02-01 or 2026-01-02"),
        (("import", "nowhere.jsonl"), "there is nothing of this name"),
        (("edit", "last", "--strength", "3"), "There is no entry 'last'"),
        (("dream",), "COMMAND can't be 'dream'"),
    ],
)
def test_what_is_wrong_is_said_on_standard_error_with_status_2(shell: Shell, words: tuple[str, ...], said: str) -> None:
    status, out, err = shell(*words)
    assert status == 2
    assert said in err
    assert out == ""
    assert "\x1b" not in err
    assert shell.rows() == []


def test_an_entry_is_corrected_field_by_field_and_taken_back(shell: Shell) -> None:
    entry_id = shell.add(*CRAMP)
    before = shell.rows()
    shell.json("edit", entry_id[:8], "--strength", "3", "--note", "-", "--start", "2026-01-23T00:40+01:00")
    (after,) = shell.rows()
    assert (after["strength"], after["day"], after["relief"], "note" in after) == (3, "2026-01-22", 90, False)
    versions = shell.json("versions", entry_id)
    assert versions == [{"version": 1, "entry": before[0]}]
    shell.json("restore", entry_id)
    assert shell.rows() == before
    assert "until" in shell("versions", entry_id)[1]
    shell.json("restore", entry_id)
    assert shell.rows() == [after]
    shell.json("restore", entry_id, "--version", "1")
    assert shell.rows() == before


def test_an_edit_that_changes_nothing_says_how(shell: Shell) -> None:
    entry_id = shell.add("2026-01-22 03:00")
    status, _out, err = shell("edit", entry_id)
    assert status == 2
    assert "Say what to change" in err
    assert shell("versions", entry_id)[1] == "It was never changed.\n"
    assert "nothing to take back" in shell("restore", entry_id)[2]


def test_what_is_deleted_can_be_restored_and_not_be_edited_before(shell: Shell) -> None:
    first, second = shell.add("2026-01-22 03:00"), shell.add("2026-01-23 03:00")
    before = shell.rows()
    assert shell.json("delete", first, second) == {"deleted": [first, second]}
    assert shell.rows() == []
    assert "is deleted" in shell("edit", first, "--strength", "3")[2]
    restored = shell.json("restore", second)
    assert isinstance(restored, dict)
    assert (restored["id"], restored["restored_with_it"]) == (second, [first])
    assert shell.rows() == before
    status, out, _err = shell("delete", first)
    assert (status, "uncramp diary restore" in out) == (0, True)


def test_restore_brings_back_what_one_delete_took_and_nothing_more(shell: Shell) -> None:
    ids = [shell.add(f"2026-01-{day} 03:00") for day in range(10, 17)]
    shell("delete", ids[0])
    status, out, _err = shell("delete", *ids[1:5])
    assert (status, out.splitlines()[0]) == (0, "4 entries deleted.")
    assert "brings them back" in out
    shell("delete", *ids[5:])
    assert shell.rows() == []
    _status, out, _err = shell("restore", ids[3])
    assert len(out.splitlines()) == 4
    assert [row["id"] for row in shell.rows()] == ids[1:5]
    shell("restore", ids[6])
    assert [row["id"] for row in shell.rows()] == ids[1:]


def test_where_one_of_many_is_unknown_none_is_deleted(shell: Shell) -> None:
    entry_id = shell.add("2026-01-22 03:00")
    assert shell("delete", entry_id, "abc")[0] == 2
    assert len(shell.rows()) == 1


def test_erase_asks_and_without_anybody_to_ask_does_nothing(shell: Shell) -> None:
    shell.add(*CRAMP)
    status, _out, err = shell("erase")
    assert status == 2
    assert "--yes" in err
    assert len(shell.rows()) == 1


@pytest.mark.parametrize(("answers", "left"), [(["yes"], 0), (["YES "], 0), (["y"], 1), ([""], 1), ([], 1)])
def test_erase_takes_yes_alone(shell: Shell, types: Callable[..., None], answers: list[str], left: int) -> None:
    shell.add(*CRAMP)
    types(*answers)
    shell("erase")
    assert len(shell.rows()) == left


def test_erase_really_removes_everything(shell: Shell, own_home: Path) -> None:
    shell.add(*CRAMP)
    status, out, _err = shell("erase", "--yes")
    assert status == 0
    assert "exported" in out
    assert not (own_home / "diary").exists()
    assert shell("erase", "--yes")[1] == "There is no diary.\n"


def test_a_damaged_diary_is_set_aside_and_said(shell: Shell, own_home: Path) -> None:
    folder = own_home / "diary"
    folder.mkdir()
    (folder / "diary.db").write_bytes(b"garbage" * 1000)
    status, out, err = shell("list")
    assert (status, out) == (0, "Nothing is in your diary yet.\n")
    (aside,) = folder.glob("diary-damaged-*.db")
    assert err == f"Your diary could not be read. It is kept as {aside}, and a new one is begun.\n"


def test_a_diary_that_can_not_be_used_is_said_and_nothing_written(shell: Shell, own_home: Path) -> None:
    (own_home / "diary").write_text("")
    for words in (("list",), ("add", "03:10"), ("export",)):
        status, out, err = shell(*words)
        assert (status, out) == (2, "")
        assert err.startswith("Your diary can't be opened or written:")
    assert spool_files([own_home / "diary"]) == []


def test_a_newer_diary_is_said_to_be_newer(shell: Shell, own_home: Path) -> None:
    shell.add("2026-01-22 03:00")
    db = sqlite3.connect(own_home / "diary" / "diary.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    status, _out, err = shell("list")
    assert status == 2
    assert "A newer uncramp wrote your diary" in err
