"""`uncramp figure` and `show --figure`: for the eye, for print, and for whoever draws a figure of their own."""

import json
import re
from pathlib import Path

import pytest

from figure_samples import SITTING
from uncramp.cli.main import main
from uncramp.domain.planner import make_plan
from uncramp.files.library import Library
from uncramp.paths import shipped_routines

Output = pytest.CaptureFixture[str]


def test_without_a_name_it_lists_the_figures(capsys: Output) -> None:
    assert main(["figure"]) == 0
    assert "seated-toe-pull" in capsys.readouterr().out.splitlines()


def test_a_figure_is_printed_with_its_words_and_every_pose(capsys: Output) -> None:
    assert main(["figure", "seated-toe-pull", "--width", "80"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "seated-toe-pull · Toe pull, seated"
    assert lines[1].startswith("A person sits on a bed, one leg straight on it,")
    assert lines[-1].split() == ["1", "rest", "▶", "2", "pulled"]
    assert len(lines) == 3 + 1 + 14 + 1
    assert all(len(line) <= 80 for line in lines)
    assert any("⣿" in line for line in lines)


def test_no_colour_goes_where_nobody_looks(capsys: Output) -> None:
    main(["figure", "seated-toe-pull"])
    assert "\x1b" not in capsys.readouterr().out


def test_one_pose_in_a_room_of_its_own_for_the_left_side(capsys: Output) -> None:
    assert main(["figure", "seated-toe-pull", "--pose", "pulled", "--size", "50x20", "--side", "left"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("· Left leg")
    assert len(lines) == 3 + 1 + 20 + 1


def test_in_plain_characters(capsys: Output) -> None:
    assert main(["figure", "heel-raise", "--form", "ascii"]) == 0
    assert "".join(capsys.readouterr().out.splitlines()[2:]).isascii()


def test_the_sheet_has_every_figure(capsys: Output, own_home: Path) -> None:
    (own_home / "routines" / "figures").mkdir(parents=True)
    (own_home / "routines" / "figures" / "mine.yaml").write_text(SITTING)
    assert main(["figure", "--all", "--width", "120"]) == 0
    found = capsys.readouterr().out
    names = {path.stem for path in (shipped_routines() / "figures").glob("*.yaml")} | {"mine"}
    assert names == {line.split(" · ")[0] for line in found.splitlines() if " · " in line}


def test_svg_goes_to_a_file_or_to_standard_output(capsys: Output, tmp_path: Path) -> None:
    assert main(["figure", "seated-toe-pull", "--pose", "pulled", "--svg"]) == 0
    printed = capsys.readouterr().out
    assert main(["figure", "seated-toe-pull", "--pose", "pulled", "-o", str(tmp_path / "a.svg")]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "a.svg").read_text() == printed
    main(["figure", "seated-toe-pull", "--pose", "pulled", "--svg", "--pregnant"])
    assert capsys.readouterr().out != printed


def test_a_file_gets_one_svg_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rub.svg"
    for other in (["calf-rub", "--json"], ["--all"], []):
        assert main(["figure", *other, "-o", str(file)]) == 2
        assert "-o writes one figure as SVG" in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["seated-toe-pul"], 2, "There is no figure 'seated-toe-pul'. Did you mean 'seated-toe-pull'?"),
        (["zzzz"], 2, "There is no figure 'zzzz'. 'uncramp figure' names them all."),
        (["seated-toe-pull", "--pose", "x"], 2, "There is no pose 'x'. There are: rest, pulled"),
        (["seated-toe-pull", "--size", "big"], 2, "A size is columns and rows, such as 40x16."),
        (
            ["seated-toe-pull", "--svg", "-o", "/dev/null/all.svg"],
            1,
            "/dev/null/all.svg: part of the way to it is not a folder.",
        ),
        (["nothing.yaml"], 2, "nothing.yaml:1:1: there is nothing of this name"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_would_be_right(
    arguments: list[str], status: int, told: str, capsys: Output
) -> None:
    assert main(["figure", *arguments]) == status
    assert capsys.readouterr().err.startswith(told)


def test_a_figure_of_ones_own_is_drawn_by_its_path_and_checked(capsys: Output, own_home: Path) -> None:
    folder = own_home / "routines" / "figures"
    folder.mkdir(parents=True)
    path = folder / "mine.yaml"
    path.write_text(SITTING)
    assert main(["figure", str(path)]) == 0
    assert main(["check", str(path)]) == 0
    assert main(["check", str(folder)]) == 0
    path.write_text(SITTING.replace("lean: 44", "lean: 444"))
    capsys.readouterr()
    for arguments in (
        ["check", str(path)],
        ["check", str(folder)],
        ["check"],
        ["figure", "mine"],
        ["figure", "--all"],
    ):
        assert main(arguments) == 1
        found = capsys.readouterr()
        assert f"{path}:18:11: poses, pulled, lean: 444 is more than 'lean' can bend" in found.out + found.err


def test_ones_own_figure_wins_over_a_shipped_one(capsys: Output, own_home: Path) -> None:
    (own_home / "routines" / "figures").mkdir(parents=True)
    (own_home / "routines" / "figures" / "heel-raise.yaml").write_text(SITTING)
    main(["figure", "heel-raise"])
    assert capsys.readouterr().out.startswith("heel-raise · Toe pull")


def test_a_routine_is_shown_in_pictures_step_by_step(capsys: Output) -> None:
    assert main(["show", "cramp-calf", "--side", "left", "--figure"]) == 0
    found = capsys.readouterr().out
    plan = make_plan(Library(shipped_routines()).get("cramp-calf"))
    for interval in plan.intervals:
        if not interval.question:
            assert interval.step.name in found
    assert "A person sits on a bed, one leg straight on it," in found
    assert re.search(r"^ +1 +▶ +2 toes up 30s", found, re.MULTILINE)
    assert "3 ease off 10s" in found
    assert "⣿" in found


def test_a_plan_as_json_has_no_pictures(capsys: Output) -> None:
    assert main(["show", "cramp-calf", "--figure", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["routine"] == "cramp-calf"
