"""The diary of a real process: what it has played is there, however it ends."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from real_terminal import PATIENCE_S, Terminal, terminal

PROGRAM = [sys.executable, "-m", "uncramp"]


def listed() -> list[dict[str, object]]:
    """What `uncramp diary list` says, as scripts read it."""
    done = subprocess.run([*PROGRAM, "diary", "list", "--json"], capture_output=True, text=True, check=True)
    return (
        [json.loads(line) for line in done.stdout.splitlines()] if done.stdout[:1] == "{" else json.loads(done.stdout)
    )


def read_until(term: Terminal, true: Callable[[], bool]) -> None:
    """Read what the program writes until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, f"never came true:\n{term.text()}"
        assert term._read(end)


def has_diary(home: Path) -> Callable[[], bool]:
    """Whether something has been written into the diary."""
    return lambda: any(file.stat().st_size > 0 for file in (home / "diary").glob("*-wal"))


def test_a_cramp_is_in_the_diary_although_the_program_is_killed(own_home: Path) -> None:
    with terminal("now") as term:
        term.wait_for("Pull your toes")
        read_until(term, has_diary(own_home))
        term.kill(signal.SIGKILL)
        term.wait_for_end()
    (entry,) = listed()
    assert entry["routine"] == "cramp-calf"
    with terminal() as term:  # and home leads on to where it was
        term.wait_for("Pull your toes toward you, ")
        term.send("\r")
        term.wait_for("cramp 0:")


def test_answers_are_there_although_nobody_left_the_page(own_home: Path) -> None:
    with terminal("now", columns=40, lines=12) as term:
        term.wait_for("Pull your toes")
        for answer, until in (("\r", "Is one leg"), ("y", "Warning signs")):
            term.send(answer)
            term.wait_for(until)
        read_until(term, has_diary(own_home))
        term.send("q")
        term.wait_for_end()
    (entry,) = listed()
    assert isinstance(entry["relief"], int)


@pytest.mark.parametrize("options", [["now", "--plain"], ["now"]])
def test_line_by_line_with_input_keeps_the_cramp_and_what_was_said_of_it(options: list[str]) -> None:
    # The second 1 answers what only is asked by day; at night it is no key.
    typed = ["", "n", "", "", "", "n", "7", "1", "1", "b", "", ""]
    done = subprocess.run(
        [*PROGRAM, *options], input="\n".join(typed) + "\n", capture_output=True, text=True, check=True
    )
    assert "How strong was it?" in done.stdout
    (entry,) = listed()
    assert (entry["strength"], entry["side"]) == (7, "left")
    assert entry["signs"] == ["breathing"]


def test_practice_line_by_line_is_kept_as_a_session() -> None:
    subprocess.run(
        [*PROGRAM, "run", "daily-calf", "--plain"],
        input="\n\nq\nq\n",
        capture_output=True,
        text=True,
        check=True,
    )
    (entry,) = listed()
    assert (entry["routine"], entry["kind"]) == ("daily-calf", "session")
