"""`uncramp guide` prints the list, or a topic that fits the terminal."""

from pathlib import Path

import pytest

import uncramp.cli.guide as command
from guide_samples import folder, shipped
from uncramp.cli.main import main
from uncramp.faults import Exit
from uncramp.words.signs import signs_text, warning_signs


def test_without_a_topic_it_lists_them_one_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["guide"]) == Exit.DONE
    out, err = capsys.readouterr()
    rows = [line for line in out.splitlines() if line.startswith("  ")]
    assert [row.split()[0] for row in rows] == [topic.name for topic in shipped().topics]
    assert "uncramp guide TOPIC" in out
    assert not err


@pytest.mark.parametrize(("columns", "widest"), [("50", 50), ("200", 80)])
def test_a_topic_fits_the_terminal_and_never_goes_past_80(
    columns: str, widest: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["guide", "evidence"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "What the evidence says"
    assert widest - 15 < max(map(len, lines)) <= widest


@pytest.mark.parametrize(("columns", "widest"), [("40", 40), ("200", 80)])
def test_the_signs_fit_the_terminal_and_are_whole(
    columns: str, widest: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert main(["signs"]) == Exit.DONE
    told = capsys.readouterr().out
    assert widest - 15 < max(map(len, told.splitlines())) <= widest
    assert told.split() == signs_text(warning_signs("999")).split()


def test_the_guide_names_the_number_that_the_signs_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    for words in (["signs"], ["guide", "signs"]):
        assert main(words) == Exit.DONE
        assert "Call 112 now" in capsys.readouterr().out


def test_an_unknown_topic_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "evidense"]) == Exit.USAGE
    assert "Did you mean 'evidence'" in capsys.readouterr().err
    assert main(["guide", "zzz"]) == Exit.USAGE
    assert "'uncramp guide' names them all" in capsys.readouterr().err
    assert main(["guide", "\x1b[31m" * 1_000]) == Exit.USAGE
    told = capsys.readouterr().err
    assert "\x1b" not in told
    assert len(told) < 200


def test_without_its_folder_it_says_so_and_has_the_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "shipped_routines", lambda: tmp_path)
    assert main(["guide"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert "signs" in out
    assert "guide:1:1: the guide can't be read: there is nothing of this name" in err
    assert main(["guide", "signs"]) == Exit.DONE
    assert "breath" in capsys.readouterr().out
    assert main(["guide", "habits"]) == Exit.USAGE
    assert "there is nothing of this name" in capsys.readouterr().err


def test_a_damaged_topic_is_refused_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "guide", habits=b"\xff\xff", evidence="# E")
    monkeypatch.setattr(command, "shipped_routines", lambda: tmp_path)
    assert main(["guide", "habits"]) == Exit.USAGE
    assert "habits.md:1:1: this is not UTF-8" in capsys.readouterr().err
