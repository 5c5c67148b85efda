"""`uncramp guide` prints the list, or a topic that fits the terminal."""

from pathlib import Path

import pytest

import uncramp.cli.guide as command
from guide_samples import folder, shipped
from uncramp.cli.guide import show_guide
from uncramp.errors import CommandError, Exit


def test_without_a_topic_it_lists_them_one_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert show_guide() == Exit.DONE
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
    assert show_guide("evidence") == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "What the evidence says"
    assert widest - 15 < max(map(len, lines)) <= widest


def test_an_unknown_topic_gets_a_suggestion() -> None:
    with pytest.raises(CommandError, match="Did you mean 'evidence'") as caught:
        show_guide("evidense")
    assert caught.value.status == Exit.USAGE
    with pytest.raises(CommandError, match="'uncramp guide' names them all"):
        show_guide("zzz")


def test_without_its_folder_it_says_so_and_has_the_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "shipped_routines", lambda: tmp_path)
    assert show_guide() == Exit.DONE
    out, err = capsys.readouterr()
    assert "signs" in out
    assert "guide:1:1: the guide can't be read: there is nothing of this name" in err
    assert show_guide("signs") == Exit.DONE
    assert "breath" in capsys.readouterr().out
    with pytest.raises(CommandError, match="there is nothing of this name"):
        show_guide("habits")


def test_a_damaged_topic_is_refused_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "guide", habits=b"\xff\xff", evidence="# E")
    monkeypatch.setattr(command, "shipped_routines", lambda: tmp_path)
    with pytest.raises(CommandError, match=r"habits\.md:1:1: this is not UTF-8"):
        show_guide("habits")
