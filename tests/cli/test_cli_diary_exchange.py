"""`uncramp diary export` and `import`: all comes back, and nothing is taken in of a file with a mistake."""

import os
import stat
from pathlib import Path

import pytest
from diary_shell import CRAMP, Shell


def test_an_export_comes_back_whole_and_a_second_time_changes_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.add(*CRAMP)
    shell.add("2026-01-21 18:00", "--session", "bedtime")
    before = shell.rows()
    file = tmp_path / "out" / "diary.jsonl"
    assert shell("export", "-o", str(file)) == (0, "", f"Written: {file}. Only you can read it.\n2 entries written.\n")
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert shell("export")[1] == file.read_text(encoding="utf-8")
    monkeypatch.setenv("UNCRAMP_HOME", str(tmp_path / "elsewhere"))
    done = {"added": 2, "changed": 0, "same": 0, "older": 0, "deleted": 0, "removed": 0}
    assert shell.json("import", str(file)) == done
    assert shell.rows() == before
    assert shell.json("import", str(file)) == done | {"added": 0, "same": 2}
    assert shell.rows() == before
    assert shell("export")[1] == file.read_text(encoding="utf-8")


def test_an_export_where_nothing_can_be_written_says_so(shell: Shell, tmp_path: Path) -> None:
    shell.add("2026-01-22 03:00")
    (tmp_path / "file").write_text("")
    status, _out, err = shell("export", "-o", str(tmp_path / "file" / "diary.jsonl"))
    assert status == 1
    assert "not a folder" in err


HEADER = '{"uncramp-diary": 1}'
GOOD = '{"kind": "cramp", "id": "11111111-1111-4111-8111-111111111111", "start": "2026-01-22T00:40:00+01:00"}'


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], " This file is empty."),
        ([GOOD], "1:1: uncramp-diary: this is no diary"),
        (['{"uncramp-diary": 2}', GOOD], "1:1: uncramp-diary: a newer uncramp wrote this (2)"),
        (['{"uncramp-diary": true}', GOOD], "1:1: uncramp-diary: this is no diary"),
        ([HEADER, GOOD, GOOD], "3:1: id: line 2 has the same"),
        ([HEADER, GOOD, "{]"], "3:2: this is not JSON"),
        ([HEADER, "", GOOD, "[]"], "4:1: write one object"),
        ([HEADER, GOOD.replace("cramp", "nap")], "2:1: kind: write cramp or session"),
        ([HEADER, GOOD.replace("+01:00", "")], "2:1: start: say how far the clocks are from UTC"),
        ([HEADER, GOOD.replace("2026", "2190")], "2:1: start: 2190-01-22 00:40 has not come yet"),
        ([HEADER, GOOD[:-1] + ', "strength": 11}'], "2:1: strength: write a whole number from 0 to 10"),
        ([HEADER, GOOD[:-1] + ', "strength": 1, "strength": 2}'], "2:1: a key stands in it twice"),
        ([HEADER, GOOD[:-1] + ', "mood": 1}'], "2:1: mood: a cramp has no such key"),
        ([HEADER, GOOD[:-1] + ', "note": "\\u001b[2J"}'], "2:1: note: hidden character U+001B"),
        ([HEADER, GOOD[:-1] + ', "steps": ["\\u202e"]}'], "2:1: steps: hidden character U+202E"),
        ([HEADER, GOOD[:-1] + ', "changed": -1}'], "2:1: changed: write seconds since 1970"),
        ([HEADER, GOOD[:-1] + ', "relief": ' + "9" * 5000 + "}"], "2:1: this is not JSON that can be read"),
        ([HEADER, "[" * 100_000], "2:1: this is not JSON that can be read"),
        ([HEADER, GOOD[:-1] + ', "\\u001b": 1}'], "2:1: \\x1b: a cramp has no such key"),
    ],
)
def test_a_file_with_anything_wrong_is_not_taken_in_at_all(
    shell: Shell, tmp_path: Path, lines: list[str], said: str
) -> None:
    file = tmp_path / "diary.jsonl"
    file.write_text("\n".join(lines) + "\n")
    status, out, err = shell("import", str(file))
    assert (status, out) == (1, "")
    assert f"{file}:{said}" in err
    assert "Nothing was taken in." in err
    assert "\x1b" not in err
    assert shell.rows() == []


def test_all_problems_of_a_file_are_said_at_once(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "diary.jsonl"
    file.write_bytes(b"\n".join([HEADER.encode(), b"{", GOOD.encode(), b"\xff", b"5"]))
    _status, _out, err = shell("import", str(file))
    assert [line.partition(": ")[0] for line in err.splitlines()[:-1]] == [
        f"{file}:2:2",
        f"{file}:4:1",
        f"{file}:5:1",
    ]


def test_an_entry_of_another_kind_under_the_same_id_is_refused(shell: Shell, tmp_path: Path) -> None:
    entry_id = shell.add("2026-01-22 09:00", "--session", "daily-calf")
    file = tmp_path / "diary.jsonl"
    file.write_text(f"{HEADER}\n{GOOD.replace('11111111-1111-4111-8111-111111111111', entry_id)}\n")
    status, _out, err = shell("import", str(file))
    assert status == 1
    assert "another kind of entry" in err
    assert len(shell.rows()) == 1
