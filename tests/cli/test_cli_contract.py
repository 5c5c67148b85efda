"""The command line as scripts rely on it: shapes and exit statuses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from uncramp.cli.main import main
from uncramp.cli.output import folded

SEVEN = """\
title: [not text]
purpose: dayly
for: calf
colour: red
steps:
  - name: Stretch
    say: Pull.
    moves: [hold]
  - name: Raise
    say: Rise.
    moves: [rise 0s]
    repetitions: 10000
  - name: Rub
    say: Rub.
    moves: [rub 30s]
    until: relief
"""


def test_list_json_has_exactly_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {frozenset(row) for row in rows} == {
        frozenset({"name", "title", "purpose", "seconds", "open_ended", "origin"})
    }
    by_name = {row["name"]: row for row in rows}
    assert by_name["cramp-calf"]["open_ended"] is True
    assert by_name["cramp-calf"]["seconds"] is None
    assert by_name["daily-calf"]["seconds"] == 305
    assert by_name["daily-calf"]["origin"] == "built-in"


def test_list_names_what_is_played_for_this_person_and_why(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "profile.yaml").write_text("tags: [varicose_veins]\n")
    assert main(["list", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    bath, played = rows["foot-bath"], rows["foot-exercises"]
    assert (bath["instead"], bath["purpose"]) == ("foot-exercises", "bath")
    assert (bath["title"], bath["seconds"]) == (played["title"], played["seconds"])
    assert "instead" not in played
    main(["list"])
    lines = {line.split()[0]: line.split(maxsplit=1)[-1] for line in capsys.readouterr().out.splitlines() if line}
    minutes = lines["foot-exercises"].split(" min")[0]
    assert lines["foot-bath"].split(" min")[0] == minutes
    assert "Foot exercises. You have varicose veins. No heat on them. (Instead of Warm and cool" in lines["foot-bath"]


def test_show_begins_with_what_is_played_for_this_person_and_why(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["show", "foot-bath"])
    assert capsys.readouterr().out.startswith("Warm and cool foot bath (")
    (own_home / "profile.yaml").write_text("tags: [varicose_veins]\n")
    main(["show", "foot-bath"])
    told = capsys.readouterr().out
    first = told.splitlines()[0]
    assert first.startswith("Foot exercises (")
    assert first.endswith("You have varicose veins. No heat on them. (Instead of Warm and cool foot bath.)")
    assert told.count("No heat on them.") == 1


def test_a_routine_with_nothing_left_for_this_person_is_named_as_it_is(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = own_home / "routines"
    own.mkdir()
    steps = "steps: [{name: Pull, say: Pull., moves: [pull 5s]}]\n"
    head = "purpose: daily\nfor: calf\n"
    no = "adapt: {flat_feet: {skip: true, why: It may hurt.}}\n"
    (own / "one.yaml").write_text(f"title: One\n{head}adapt: {{flat_feet: {{instead: two, why: W.}}}}\n{steps}")
    (own / "two.yaml").write_text(f"title: Two\n{head}{no}{steps}")
    (own_home / "profile.yaml").write_text("tags: [flat_feet]\n")
    main(["list"])
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("one ")]
    assert " ".join(line.split()).startswith("one not for you One")


def test_list_names_the_path_of_an_own_routine(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "mine"])
    capsys.readouterr()
    main(["list", "--json"])
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["mine"]["origin"] == str(own_home / "routines" / "mine.yaml")


def test_show_json_has_exactly_the_promised_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "cramp-calf", "--side", "left", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert set(shown) == {"routine", "title", "seconds", "open_ended", "intervals", "skipped"}
    for interval in shown["intervals"]:
        keys = {"step", "name", "move", "seconds", "side", "set", "repetition", "round", "say", "figure", "sources"}
        assert set(interval) == keys | ({"moves"} if interval["move"].count(",") else set())
    first = shown["intervals"][0]
    assert first["say"] == "Pull your toes toward your shin. Slowly."
    assert first["moves"] == [
        {"name": "toes up", "seconds": 30, "say": "Pull your toes toward your shin. Slowly."},
        {"name": "ease off", "seconds": 10, "say": "Ease off a little. Or hold on, if that helps more."},
    ]
    assert (first["seconds"], first["side"], first["figure"]) == (None, "left", "seated-toe-pull")


def test_show_json_of_the_daily_routine_has_getting_ready_as_an_interval_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["show", "daily-calf", "--json"]) == 0
    ready, *exercise = json.loads(capsys.readouterr().out)["intervals"]
    assert ready["move"] == "get ready"
    assert sum(interval["seconds"] for interval in exercise) == 300


def test_check_reports_seven_mistakes_of_a_file_at_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "seven.yaml"
    path.write_text(SEVEN)
    assert main(["check", str(path)]) == 1
    told = capsys.readouterr().out.splitlines()
    places = [tuple(map(int, line.removeprefix(f"{path}:").split(":")[:2])) for line in told]
    assert places == [(1, 8), (2, 10), (4, 1), (8, 13), (11, 13), (12, 18), (16, 5)]
    assert "did you mean 'daily'" in told[1]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check", "nowhere.yaml"], 2),
        (["show", "nowhere"], 2),
        (["run", "nowhere.yaml"], 2),
        (["signs"], 0),
        (["list"], 0),
        (["guide"], 0),
        (["guide", "evidence"], 0),
        (["guide", "nothing-like-it"], 2),
        (["profile"], 0),
    ],
)
def test_exit_statuses(arguments: list[str], status: int) -> None:
    assert main(arguments) == status


def test_on_a_terminal_a_long_line_is_broken_between_words_and_columns_stay() -> None:
    lines = ["  walk   10 min  A walk of many words", "", "short"]
    assert [*folded(lines, 24)] == ["  walk   10 min  A walk", "    of many words", "", "short"]


def test_bad_usage_is_status_two() -> None:
    assert main(["run", "walk", "--side", "middle"]) == 2


def test_a_file_with_problems_is_not_run_and_every_problem_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "seven.yaml"
    path.write_text(SEVEN)
    assert main(["run", str(path)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 7


@pytest.mark.usefixtures("instant_clock")
@pytest.mark.parametrize("arguments", [["now"], ["now", "--plain"], ["run", "cramp-calf", "--plain"]])
def test_without_a_terminal_it_leads_line_by_line_and_ends_by_itself(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    told = capsys.readouterr()
    title, first, *rest = told.out.splitlines()
    assert (title, first) == ("Calf cramp, right now.", "Pull your toes toward your shin. Slowly.")
    assert "Has the cramp stopped?" in rest
    assert told.err == ""


@pytest.mark.usefixtures("instant_clock")
def test_a_broken_own_routine_gives_way_to_the_shipped_one_and_that_is_said(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = own_home / "routines"
    folder.mkdir()
    (folder / "cramp-calf.yaml").write_text("title: [")
    assert main(["now"]) == 0
    told = capsys.readouterr()
    assert "Pull your toes toward your shin." in told.out
    assert "cramp-calf.yaml:2:1:" in told.err


def test_a_broken_profile_leads_on_the_safer_side_and_says_so(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "profile.yaml").write_text("tags: [pregnat]\n")
    assert main(["show", "cramp-calf"]) == 0
    told = capsys.readouterr()
    assert "Skipped “Rub the calf”." in told.out
    assert "Your profile can't be used as it is." in told.err
    assert "profile.yaml:1:8: tag 1:" in told.err


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    script = f"{sys.executable} -m uncramp show daily-calf | head -1"
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.usefixtures("instant_clock")
def test_an_own_routine_that_is_no_first_aid_never_stands_in_for_help(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = own_home / "routines"
    folder.mkdir()
    main(["new", "mine"])
    (folder / "mine.yaml").rename(folder / "cramp-calf.yaml")
    capsys.readouterr()
    assert main(["now"]) == 0
    told = capsys.readouterr()
    assert "Pull your toes toward your shin." in told.out
    assert "not for first aid" in told.err


@pytest.mark.usefixtures("instant_clock")
def test_standing_where_there_is_no_standing_routine_still_helps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["now", "--for", "hand", "--standing"]) == 0
    assert "hand" in capsys.readouterr().out
