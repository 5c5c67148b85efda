"""The guard and the one place that collects what was broken."""

import errno
import os
from pathlib import Path

import pytest

from uncramp.faults import Faults, how_to_mend


def breaks() -> str:
    raise RuntimeError("the clock\x1b[31m stopped")


def test_what_holds_is_given_and_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    broken = Faults()
    assert broken.attempt(lambda: "the profile", lambda: "nobody", "No profile.") == "the profile"
    broken.tell()
    assert capsys.readouterr().err == ""


def test_what_breaks_is_stood_in_for_and_told_with_reason_place_and_mend(
    capsys: pytest.CaptureFixture[str],
) -> None:
    broken = Faults()
    assert broken.attempt(breaks, lambda: "nobody", "No profile.") == "nobody"
    broken.tell()
    words, reason, mend = capsys.readouterr().err.splitlines()
    assert words == "No profile."
    assert reason.startswith("The reason: RuntimeError: the clock?[31m stopped (test_cli_faults.py:")
    assert mend == "This is a fault in uncramp. Please report it, with the reason above."


def test_what_is_none_of_its_business_passes() -> None:
    with pytest.raises(RuntimeError):
        Faults().attempt(breaks, str, "", passing=(RuntimeError,))


def test_each_line_is_told_once_and_only_once(capsys: pytest.CaptureFixture[str]) -> None:
    broken = Faults()
    broken.note("a", "b", "a")
    broken.note("b")
    broken.tell()
    broken.tell()
    assert capsys.readouterr().err == "a\nb\n"


def test_a_listener_that_breaks_is_told_once_and_not_called_again(capsys: pytest.CaptureFixture[str]) -> None:
    broken, heard = Faults(), list[int]()

    def diary(event: int) -> None:
        heard.append(event)
        if event == 2:
            breaks()

    hear = broken.listener(diary, "Nothing more is written in the diary.")
    for event in (1, 2, 3):
        hear(event)
    assert heard == [1, 2]
    broken.tell()
    assert capsys.readouterr().err.splitlines()[0] == "Nothing more is written in the diary."


def test_a_listener_may_answer_with_anything(capsys: pytest.CaptureFixture[str]) -> None:
    broken, heard = Faults(), list[int]()

    def diary(event: int) -> str:
        heard.append(event)
        return ""

    hear = broken.listener(diary, "")
    for event in (1, 2):
        hear(event)
    assert heard == [1, 2]
    broken.tell()
    assert capsys.readouterr().err == ""


def test_whoever_works_on_the_program_is_told_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Flags:
        dev_mode = True

    monkeypatch.setattr("uncramp.faults.sys.flags", Flags)
    broken = Faults()
    broken.attempt(breaks, str, "No profile.")
    broken.tell()
    assert "Traceback (most recent call last):" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_where_standard_error_is_full_standard_output_says_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stderr", full)
        broken = Faults()
        broken.note("The diary is damaged.")
        broken.tell()
    assert capsys.readouterr().out == "The diary is damaged.\n"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ModuleNotFoundError("yaml"), "install uncramp again"),
        (SyntaxError("bad"), "install uncramp again"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "The disk is full."),
        (PermissionError(errno.EACCES, os.strerror(errno.EACCES)), "you may read and write it"),
        (MemoryError(), "no memory left"),
        (ZeroDivisionError(), "Please report it"),
    ],
)
def test_every_kind_of_fault_says_how_to_mend_it(error: Exception, words: str) -> None:
    assert words in how_to_mend(error)
