"""`uncramp report` as scripts and people rely on it: forms, files, statuses, and a cramp that was really played."""

import json
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from uncramp.cli.main import main
from uncramp.clock import local_time
from uncramp.store.diary import my_diary


@pytest.fixture
def a_cramp(capsys: pytest.CaptureFixture[str]) -> str:
    """A cramp at 00:40 of yesterday, and the night that it belongs to."""
    assert main(["diary", "add", "yesterday 00:40", "--relief", "90s", "--side", "left", "--note", "=woke"]) == 0
    capsys.readouterr()
    return (local_time().date() - timedelta(days=2)).isoformat()


@pytest.mark.usefixtures("a_cramp")
def test_text_is_what_it_prints_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("LEG CRAMPS: SELF-REPORTED\n")
    assert told.err == ""
    assert main(["report", "--text"]) == 0
    assert capsys.readouterr().out == told.out


def test_a_cramp_at_0_40_is_in_the_night_before(a_cramp: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["period"]["first"], data["notes"][0]["night"]) == (a_cramp, a_cramp)
    assert data["cramps"]["by_hour"][0] == 1


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["--html"], "<!DOCTYPE html>"),
        (["--csv"], "id,kind,day,start,"),
        (["--json"], "{"),
        (["--text"], "LEG CRAMPS"),
        (["-o", "page.HTML"], "<!DOCTYPE html>"),
        (["-o", "page.csv"], "id,kind,day,start,"),
        (["-o", "page.json"], "{"),
        (["-o", "page"], "LEG CRAMPS"),
        (["-o", "page.txt"], "LEG CRAMPS"),
        (["-o", "page.md", "--text"], "LEG CRAMPS"),
        (["-o", "page.csv", "--html"], "<!DOCTYPE html>"),
        (["-o", "-", "--json"], "{"),
    ],
)
def test_the_form_is_asked_for_or_told_by_the_ending(
    arguments: list[str],
    begins: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", *arguments]) == 0
    written = [path for path in tmp_path.iterdir() if path.is_file()]
    text = written[0].read_text(encoding="utf-8") if written else capsys.readouterr().out
    assert text.startswith(begins)
    assert bool(written) == any(one.startswith("page") for one in arguments)


@pytest.mark.usefixtures("a_cramp")
@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_file_is_for_its_owner_only_even_where_one_was_for_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    path.chmod(0o644)
    assert main(["report", "-o", str(path)]) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"Written: {path}. Only you can read it.\n"


@pytest.mark.parametrize("command", [("report",), ("report", "--csv"), ("diary", "export")])
def test_the_diary_itself_is_never_written_over(
    command: tuple[str, ...], a_cramp: str, capsys: pytest.CaptureFixture[str]
) -> None:
    diary = my_diary()
    diary.close()
    kept = diary.path.read_bytes()
    assert main([*command, "-o", str(diary.path)]) == 2
    assert "is your diary" in capsys.readouterr().err
    assert diary.path.read_bytes() == kept
    assert main(["report", "--json"]) == 0
    assert a_cramp in capsys.readouterr().out


@pytest.mark.parametrize("command", ["report", "card", "diary export", "figure calf-rub"])
def test_a_tilde_that_no_shell_took_is_the_home_folder(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    name = "page.svg" if "figure" in command else "page.html"
    assert main([*command.split(), f"--output=~/{name}"]) == 0
    assert (tmp_path / name).is_file()


@pytest.mark.skipif(os.name != "posix", reason="these are files of POSIX")
def test_what_is_no_file_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for wanted in (os.devnull, str(tmp_path), str(pipe)):
        assert main(["report", "-o", wanted]) == 2
        assert capsys.readouterr().err == f"{wanted} is not a file that can be written.\n"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_can_not_be_written_is_said_in_words_and_nothing_is_left_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("uncramp.files.disk.os.fsync", full)
    path = tmp_path / "page.html"
    path.write_text("old")
    before = sorted(tmp_path.iterdir())
    assert main(["report", "-o", str(path)]) == 1
    assert "the disk is full" in capsys.readouterr().err
    assert path.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("2999-01-01", "has not come yet"),
        ("soon", "is not a day"),
        ("2026-02-30", "no calendar has"),
    ],
)
def test_a_day_that_can_not_be_is_refused(since: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--since", since]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""


def test_a_form_that_it_can_not_make_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", "-o", "page.pdf"]) == 2
    assert "For a PDF, write .html, and print it from a browser." in capsys.readouterr().err
    assert not [*tmp_path.glob("page*")]


def test_two_forms_at_once_are_bad_usage() -> None:
    assert main(["report", "--html", "--csv"]) == 2


@pytest.mark.parametrize("form", ["--text", "--html", "--csv", "--json"])
def test_an_empty_period_says_so_in_every_form(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", form]) == 0
    told = capsys.readouterr()
    assert "In this time nothing was written down." in told.out + told.err


def test_the_profile_is_on_the_page_only_when_asked_for(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    due = local_time().date() + timedelta(weeks=9)
    (own_home / "profile.yaml").write_text(f"tags: [flat_feet]\ndue_date: {due.isoformat()}\n")
    assert main(["report"]) == 0
    assert "flat feet" not in capsys.readouterr().out
    assert main(["report", "--about-me"]) == 0
    assert f"About me  pregnant, week 31, flat feet, due date {due.isoformat()}" in capsys.readouterr().out


def test_a_profile_that_can_not_be_read_tells_a_doctor_nothing(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "profile.yaml").write_text("tags: [flat_foot]\n")
    assert main(["report", "--about-me"]) == 0
    told = capsys.readouterr()
    assert "About me" not in told.out
    assert "clot" not in told.out
    assert "So the page says nothing about you." in told.err


def test_a_damaged_diary_is_said_beside_the_page(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = own_home / "diary"
    folder.mkdir(mode=0o700)
    (folder / "diary.db").write_bytes(b"SQLite format 3\0" + b"rubbish" * 500)
    assert main(["report"]) == 0
    told = capsys.readouterr()
    assert "nothing was written down" in told.out
    assert "It is kept as" in told.err


@pytest.mark.parametrize(
    ("profile", "session", "line"),
    [
        ("", "drops", "Heel drops: 2 times; 2× a day, as planned, on 1 of 1 day\n"),
        ("plan: {drops: 3}\n", "drops", "Heel drops: 2 times; 3× a day, as planned, on 0 of 1 day\n"),
        ("plan: {drops: no}\n", "drops", "Heel drops: 2 times, on 1 day\n"),
        # An injury swaps the walk for these:
        (
            "plan: {walk: 1, daily-calf: no, ball-roll: no}\ntags: [recent_injury]\n",
            "foot-exercises",
            "2 times; 1× a day, as planned, on 1 of 1 day\n",
        ),
    ],
)
def test_each_routine_has_a_line_with_the_days_on_which_it_was_done_as_planned(
    profile: str, session: str, line: str, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "profile.yaml").write_text(profile)
    (own_home / "routines").mkdir()
    (own_home / "routines" / "drops.yaml").write_text(
        "title: Heel drops\npurpose: daily\nfor: calf\nper_day: 2\n"
        "steps: [{name: Drop, say: Drop your heel., moves: [down 3s], repetitions: 15}]\n"
    )
    for hour in (9, 18):
        assert main(["diary", "add", f"yesterday {hour}:00", "--session", session]) == 0
    capsys.readouterr()
    assert main(["report"]) == 0
    assert line in capsys.readouterr().out
