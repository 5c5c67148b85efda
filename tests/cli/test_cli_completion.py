"""Completion: a shell is given the words that can stand where the person types."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from uncramp.cli.completion import answer
from uncramp.cli.main import main

pytest.importorskip("argcomplete")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the shells that are completed give descriptor 8")


def words(line: str) -> set[str]:
    """What a shell is given for a line that is typed as far as this."""
    told, answer = os.pipe()
    script = 'exec 8>&$1; shift; exec "$@"'
    asked = {"_ARGCOMPLETE": "1", "COMP_LINE": line, "COMP_POINT": str(len(line)), "_ARGCOMPLETE_IFS": "\n"}
    command = ["/bin/bash", "-c", script, "sh", str(answer), sys.executable, "-m", "uncramp"]
    with os.fdopen(told) as heard:
        subprocess.run(command, pass_fds=[answer], env=os.environ | asked, check=True, capture_output=True, timeout=60)
        os.close(answer)
        return {word.rstrip() for word in heard.read().splitlines()}


Ask = Callable[[str], set[str]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """The same without a process of its own."""

    def left(_status: int) -> NoReturn:
        raise SystemExit

    def asked(line: str) -> set[str]:
        heard = io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(os, "_exit", left)
            patch.setattr("argcomplete.CompletionFinder._init_debug_stream", lambda _finder: None)
            patch.setattr("argcomplete.finders.open", lambda *_file: heard, raising=False)
            asks = {"COMP_LINE": line, "COMP_POINT": str(len(line)), "_ARGCOMPLETE": "1", "_ARGCOMPLETE_IFS": "\n"}
            for name, value in (asks | {"_ARGCOMPLETE_STDOUT_FILENAME": "heard"}).items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit):
                answer()
        return {word.rstrip() for word in heard.getvalue().splitlines()}

    return asked


@posix
def test_what_is_completed_is_what_there_is_now(own_home: Path, capsys: pytest.CaptureFixture[str], ask: Ask) -> None:
    main(["new", "daily-mine"])
    main(["diary", "add", "yesterday 3:10", "--json"])
    capsys.readouterr()
    main(["diary", "list"])
    entry = capsys.readouterr().out.splitlines()[1].split()[0]
    assert ask("uncramp di") == {"diary"}
    assert ask("uncramp daily-m") == {"daily-mine"}
    assert ask("uncramp diary delete ") == {entry}
    assert ask("uncramp figure calf-r") == {"calf-rub"}
    assert ask("uncramp copy --figure walk") == {"walking"}
    assert ask("uncramp help diary er") == {"erase"}
    assert ask("uncramp guide ton") == {"tonight"}
    assert ask("uncramp diary edit last --sign calf") == {"calf_pop"}
    assert ask("uncramp diary edit last --relief ") == set()
    (own_home / "routines" / "my $(stairs).yaml").touch()
    assert ask("uncramp run my") == set()
    (own_home / "people" / "maria" / "routines").mkdir(parents=True)
    (own_home / "people" / "maria" / "routines" / "hers.yaml").touch()
    assert ask("uncramp --as ") == {"maria"}
    assert ask("uncramp --as maria run her") == {"hers"}
    assert own_home.is_dir()


@posix
def test_options_are_completed_and_no_diary_is_made_by_it(own_home: Path, ask: Ask) -> None:
    assert words("uncramp now --st") == {"--standing"}
    assert ask("uncramp diary edit ") == set()
    assert not list(own_home.iterdir())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_code(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    code = capsys.readouterr().out
    assert "uncramp" in code
    assert ("complete --command" in code) is (shell == "fish")
    assert ("_files" in code) is (shell == "zsh")
    assert "-o default" not in code  # bash's own names files where a time belongs


@pytest.mark.usefixtures("instant_clock")
def test_what_a_shell_asks_never_keeps_help_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("_ARGCOMPLETE", "COMP_LINE", "COMP_POINT"):
        monkeypatch.setenv(name, "1")
    assert main(["now"]) == 0
    assert "Pull your toes" in capsys.readouterr().out
