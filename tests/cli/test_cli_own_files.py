"""Files of one's own under every name that people give them: found, checked by name, in the right place, copied."""

from pathlib import Path

import pytest

from uncramp.cli.main import main

GOOD = """\
title: Stairs
purpose: daily
for: calf
steps:
  - name: Rise
    say: Rise.
    moves: [rise 4s]
"""
FIGURE = "title: Mine\nshows: A person stands.\n"


@pytest.fixture
def own(own_home: Path) -> Path:
    (own_home / "routines" / "figures").mkdir(parents=True)
    return own_home / "routines"


@pytest.mark.parametrize("file", ["stairs.yml", "STAIRS.YAML", "Stairs.Yml", "stairs.YML"])
def test_an_own_file_is_taken_with_any_ending_and_in_any_case(
    own: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / file).write_text(GOOD)
    assert main(["show", "stairs"]) == 0
    assert main(["check"]) == 0
    assert main(["show", str(own / file)]) == 0
    main(["list"])
    assert "stairs" in capsys.readouterr().out


def test_a_figure_is_taken_with_any_ending(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "figures" / "MINE.YML").write_text(FIGURE)
    (own / "stairs.yaml").write_text(GOOD + "    figure: mine\n")
    assert main(["check"]) == 0
    assert main(["figure", "mine"]) == 0
    assert "A person stands." in capsys.readouterr().out


def test_of_two_files_of_one_name_one_is_used_and_the_other_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "stairs.yaml").write_text(GOOD)
    (own / "stairs.yml").write_text(GOOD.replace("Stairs", "Other"))
    (own / "figures" / "mine.yaml").write_text(FIGURE)
    (own / "figures" / "Mine.yml").write_text(FIGURE)
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert f"{own / 'stairs.yml'}:1:1: this has the same name as 'stairs.yaml', which is used" in out
    assert f"{own / 'figures' / 'Mine.yml'}:1:1: this has the same name as 'mine.yaml'" in out
    main(["list"])
    out, err = capsys.readouterr()
    assert "Stairs" in out
    assert "stairs.yml" in err


@pytest.mark.parametrize(
    ("name", "path"), [("stairs", "stairs.yaml"), ("STAIRS", "stairs.yaml"), ("mine", "figures/mine.yaml")]
)
def test_check_takes_a_name(own: Path, name: str, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "stairs.yaml").write_text(GOOD.replace("4s", "soon"))
    (own / "figures" / "mine.yaml").write_text("title: Mine\n")
    assert main(["check", name]) == 1
    assert capsys.readouterr().out.startswith(f"{own / path}:")


def test_check_of_a_built_in_name_is_clean_and_an_unknown_one_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "daily-calf"]) == 0
    assert main(["check", "daily-clf"]) == 2
    assert "Did you mean 'daily-calf'?" in capsys.readouterr().err


def test_a_figure_in_the_wrong_place_is_told(own: Path, own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "figures").mkdir()
    beside = own_home / "figures" / "mine.yaml"
    beside.write_text(FIGURE)
    (own / "yours.yaml").write_text(FIGURE)
    (own / "figures" / "stairs.yaml").write_text(GOOD)
    assert main(["check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert f"{beside}:1:1: figures are read from {own / 'figures'}: move it there" in told
    assert f"{own / 'yours.yaml'}:1:1: this is a figure: it belongs into the folder 'figures'" in "\n".join(told)
    assert f"{own / 'figures' / 'stairs.yaml'}:1:1: this is a routine: it belongs one folder up" in "\n".join(told)
    assert len(told) == 3


def test_where_only_a_figure_lies_in_the_wrong_place_it_is_told_too(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "figures").mkdir()
    (own_home / "figures" / "mine.yml").write_text(FIGURE)
    assert main(["check"]) == 1
    assert "move it there" in capsys.readouterr().out


def test_a_figure_can_be_copied_and_checks_clean_where_it_is_put(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copy", "wall-lean"]) == 0
    path = own / "figures" / "wall-lean.yaml"
    assert path.read_text().startswith("# yaml-language-server: $schema=figure.schema.json\n")
    assert main(["check", "wall-lean"]) == 0
    assert main(["check"]) == 0
    assert main(["copy", "wall-lean"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_a_name_of_both_is_the_routine_unless_the_figure_is_asked_for(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["copy", "heel-drop"]) == 0
    assert (own / "heel-drop.yaml").exists()
    assert "'uncramp copy --figure heel-drop'" in capsys.readouterr().out
    assert main(["copy", "--figure", "heel-drop"]) == 0
    assert (own / "figures" / "heel-drop.yaml").exists()
    assert main(["copy", "--figure", "heel-drp"]) == 2
    assert "Did you mean 'heel-drop'?" in capsys.readouterr().err


def test_nothing_is_written_beside_a_file_of_the_same_name(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "Walk.YML").write_text(GOOD)
    assert main(["copy", "walk"]) == 2
    assert "Walk.YML is there already" in capsys.readouterr().err
