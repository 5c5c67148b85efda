"""`uncramp new` and `uncramp copy`: files of one's own that check clean, and never over another."""

import json
from collections.abc import Callable
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


SHEET = "3 x 15 heel drops, 3 s down, 1 s up, each side, rest 60 s, twice a day"


def test_a_line_of_a_sheet_becomes_a_routine_and_is_said_back(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "heel-drops", SHEET]) == 0
    told = capsys.readouterr().out
    assert "Heel drops: 3 sets of 15." in told
    assert "Each time: down 3 seconds, up 1 second." in told
    assert "2× a day." in told
    assert str(own_home / "routines" / "heel-drops.yaml") in told
    assert "uncramp check heel-drops" in told
    assert "uncramp run heel-drops" in told
    assert main(["check", "heel-drops"]) == 0


def test_a_line_that_is_not_understood_writes_nothing(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "heel-drops", "heel", "drops", "3 x 15,", "tiwce a day"]) == 2
    told = capsys.readouterr().err
    assert "Nothing was written." in told
    assert "“tiwce a day”" in told
    assert not (own_home / "routines").exists()


def written(own_home: Path) -> str:
    return (own_home / "routines" / "mine.yaml").read_text(encoding="utf-8")


def test_five_answers_become_a_routine(
    own_home: Path, types: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    types("calf stretch", "3 tiems", "3 times, twice a day", "hold 30 s", "each", "10 s")
    assert main(["new", "mine"]) == 0
    told = capsys.readouterr().out
    assert told.count("How often?") == 2
    assert "“tiems”: Did you mean 'times'?" in told
    assert "Calf stretch: 3 times." in told
    assert "moves: [hold 30s]" in written(own_home)
    assert "sides: each" in written(own_home)
    assert "rest: 10s" in written(own_home)
    assert main(["check", "mine"]) == 0


@pytest.mark.parametrize(("options", "lines"), [([], [""]), (["--blank"], [])])
def test_an_empty_first_answer_or_blank_writes_the_starter(
    options: list[str], lines: list[str], own_home: Path, types: Callable[..., None]
) -> None:
    types(*lines)
    assert main(["new", "mine", *options]) == 0
    assert "title: My routine" in written(own_home)


def test_the_end_of_the_answers_writes_nothing(own_home: Path, types: Callable[..., None]) -> None:
    types("calf stretch", "3 times")
    assert main(["new", "mine"]) == 1
    assert not (own_home / "routines").exists()


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["new", "mine"], "mine.yaml"),
        (["copy", "walk"], "walk.yaml"),
        (["copy", "--figure", "heel-drop"], "figures/heel-drop.yaml"),
    ],
)
def test_a_file_leads_an_editor_to_the_schema_beside_it(arguments: list[str], file: str, own_home: Path) -> None:
    kind = "figure" if "figures" in file else "routine"
    path = own_home / "routines" / file
    schema = path.with_name(f"{kind}.schema.json")
    schema.parent.mkdir(parents=True)
    schema.write_text("{}")  # that of an earlier version
    assert main(arguments) == 0
    assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={schema.name}\n")
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == f"A {kind} of uncramp"
    assert main(["check"]) == 0
