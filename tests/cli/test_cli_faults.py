"""What breaks is collected in one place, and reported."""

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from uncramp.faults import Faults, how_to_mend


def breaks() -> str:
    raise RuntimeError("the clock\x1b[31m stopped")


def test_what_holds_reports_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    faults = Faults()
    with faults.reported("No profile.") as attempt:
        profile = "the profile"
    assert (profile, attempt.failed) == ("the profile", False)
    faults.report()
    assert capsys.readouterr().err == ""


def test_what_breaks_ends_the_block_and_is_reported_with_reason_place_and_mend(
    capsys: pytest.CaptureFixture[str],
) -> None:
    faults, profile = Faults(), "nobody"
    with faults.reported("No profile.") as attempt:
        profile = breaks()
    assert (profile, attempt.failed) == ("nobody", True)
    faults.report()
    words, reason, mend = capsys.readouterr().err.splitlines()
    assert words == "No profile."
    assert reason.startswith("The reason: RuntimeError: the clock?[31m stopped (test_cli_faults.py:")
    assert mend == "This is a fault in uncramp. Please report it, with the reason above."


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_what_is_to_pass_passes_and_is_not_reported(
    error: type[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    faults = Faults()
    with pytest.raises(error), faults.reported("", passing=(RuntimeError,)):
        raise error
    faults.report()
    assert capsys.readouterr().err == ""


def test_each_line_is_reported_once_and_only_once(capsys: pytest.CaptureFixture[str]) -> None:
    faults = Faults()
    faults.note("a", "b", "a")
    faults.note("b")
    faults.report()
    faults.report()
    assert capsys.readouterr().err == "a\nb\n"


def test_in_development_mode_all_of_it_is_reported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Flags:
        dev_mode = True

    monkeypatch.setattr("uncramp.faults.sys.flags", Flags)
    faults = Faults()
    with faults.reported("No profile."):
        breaks()
    faults.report()
    assert "Traceback (most recent call last):" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_where_standard_error_is_full_standard_output_says_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with suppress(OSError), Path("/dev/full").open("w") as full:  # it can't be closed either
        monkeypatch.setattr("sys.stderr", full)
        faults = Faults()
        faults.note("The diary is damaged.")
        faults.report()
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
