"""`uncramp new` and `uncramp copy`: files of one's own that check clean, and never over another."""

from pathlib import Path

import pytest

from uncramp.cli.main import main
from uncramp.files.library import Library
from uncramp.paths import shipped_routines


def test_a_new_routine_checks_clean_and_can_be_shown(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "my-heels"]) == 0
    path = own_home / "routines" / "my-heels.yaml"
    assert str(path) in capsys.readouterr().out
    assert main(["check", str(path)]) == 0
    assert main(["show", "my-heels"]) == 0
    assert "Calf stretch" in capsys.readouterr().out


@pytest.mark.parametrize("name", Library(shipped_routines()).names())
def test_a_copy_of_any_shipped_routine_checks_clean_and_takes_its_place(name: str, own_home: Path) -> None:
    assert main(["copy", name]) == 0
    assert main(["check", str(own_home / "routines")]) == 0
    entry = next(one for one in Library(shipped_routines(), own_home / "routines").entries() if one.name == name)
    assert entry.shadows
    assert entry.routine is not None


def test_neither_writes_over_a_file_that_is_there(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = own_home / "routines"
    folder.mkdir()
    mine = folder / "walk.yaml"
    mine.write_text("mine")
    assert main(["copy", "walk"]) == 2
    assert mine.read_text() == "mine"
    assert "is there already" in capsys.readouterr().err
    mine = folder / "mine.yaml"
    mine.write_text("mine")
    assert main(["new", "mine"]) == 2
    assert mine.read_text() == "mine"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../x", "A B", "", "x" * 200, "ünï", "a/b", "\x1b[31m"])
def test_a_name_that_cannot_be_a_file_is_refused_in_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", name]) == 2
    told = capsys.readouterr().err
    assert "can't be the name of a routine" in told
    assert "\x1b" not in told


def test_copying_what_is_not_there_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copy", "daily-calv"]) == 2
    assert "Did you mean 'daily-calf'?" in capsys.readouterr().err


def test_a_folder_that_is_a_file_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("UNCRAMP_HOME", str(tmp_path / "file"))
    assert main(["new", "mine"]) == 1
    assert "not a folder" in capsys.readouterr().err


def test_a_new_routine_never_takes_the_place_of_a_shipped_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "cramp-calf"]) == 2
    assert "'uncramp copy cramp-calf'" in capsys.readouterr().err
