"""Copies beside the diary on the command line: told once on standard error, found by name, and named when all is erased."""

import shutil
from pathlib import Path

import pytest
from diary_shell import CRAMP, Shell

from uncramp.paths import diary_folder


def copied(name: str) -> Path:
    return Path(shutil.copy(diary_folder() / "diary.db", diary_folder() / name))


def test_a_copy_is_told_of_once_and_taken_in_by_its_name(shell: Shell) -> None:
    kept = shell.add(*CRAMP)
    gone = shell.add("2026-01-23 03:00")
    copied("diary-LAPTOP.db")
    _status, out, err = shell("list")
    assert out.count("Cramp") == 2
    assert "diary-LAPTOP.db" in err
    assert "uncramp diary import" in err
    assert shell("list")[2] == ""
    shell("edit", kept, "--note", "newer")
    shell("delete", gone)
    status, out, err = shell("import", "diary-LAPTOP.db")
    assert (status, err) == (0, "")
    assert "1 is deleted here and stays so." in out
    assert [row["note"] for row in shell.rows()] == ["newer"]


def test_one_that_was_taken_in_is_not_told_of_afterwards(shell: Shell) -> None:
    shell.add(*CRAMP)
    copied("diary 2.db")
    assert shell("import", "diary 2.db")[2] == ""
    assert shell("list")[2] == ""


def test_erase_names_what_stays_and_removes_nothing_of_it(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    shell.add(*CRAMP)
    files = [copied("diary-LAPTOP.db"), copied("Copy of diary.db")]
    files += [diary_folder() / "export.jsonl", tmp_path / "uncramp-report-2026-11-22.html"]
    files += [diary_folder().parent / name for name in ("report.html", "march.CSV", "all.jsonl")]
    for path in files[2:]:
        path.write_text("mine")
    (diary_folder().parent / "profile.yaml").write_text("theme: day\n")
    (diary_folder().parent / "calendar.json").write_text("[]")
    (diary_folder() / ".stfolder").mkdir()
    shell("list")
    status, out, _err = shell("erase", "--yes")
    assert status == 0
    assert "Your diary is erased." in out
    for path in files:
        assert str(path) in out
        assert path.exists()
    assert "profile.yaml" not in out
    assert "calendar.json" not in out, "uncramp's own, and not of the diary"
    assert "Syncthing may keep older versions" in out
    assert not (diary_folder() / "diary.db").exists()
