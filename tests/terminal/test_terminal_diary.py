"""The diary of a real process: what it has played is there, however it ends."""

import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import night
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
    """Whether an entry stands in the diary: its file and its log come before."""

    def look() -> bool:
        there = f"file:{home}/diary/diary.db?mode=ro"
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(there, uri=True)) as db:
            return bool(db.execute("SELECT 1 FROM entries").fetchone())
        return False

    return look


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
        term.send("y")  # Enter does nothing in the first second of what came by itself
        term.wait_for("cramp 0:")


def test_from_the_first_words_on_whatever_ends_the_program_leaves_the_cramp_in_the_diary() -> None:
    """Whether the screen stands already makes no difference: what `q` would forget, nobody has said to forget."""

    def twice(term: Terminal) -> None:  # as by a terminal that is closed, and by the shell that was in it
        term.kill(signal.SIGHUP)
        term.kill(signal.SIGHUP)

    ends: list[tuple[str, Callable[[Terminal], None]]] = [
        ("Pull your toes", twice),
        ("Pull your toes", Terminal.hang_up),
        ("cramp 0:0", lambda term: term.kill(signal.SIGTERM)),
        ("it's stopped", lambda term: term.kill(signal.SIGINT)),
    ]
    for moment, end in ends:
        with terminal("now") as term:
            term.wait_for(moment)
            end(term)
            term.wait_for_end()
            assert end is Terminal.hang_up or term.clean()
    assert [(entry["routine"], entry["unconfirmed"], "relief" in entry) for entry in listed()] == [
        ("cramp-calf", True, False)
    ] * len(ends)


def test_answers_are_there_although_nobody_left_the_page(own_home: Path) -> None:
    with terminal("now", columns=40, lines=12) as term:
        term.wait_for("Pull your toes")
        for answer, until in (("g", "Is one leg"), ("y", "Warning signs")):
            term.send(answer)
            term.wait_for(until)
        read_until(term, has_diary(own_home))
        term.send("q")
        term.wait_for_end()
    (entry,) = listed()
    assert isinstance(entry["relief"], int)


@pytest.mark.parametrize("options", [["now", "--plain"], ["now"]])
def test_line_by_line_on_a_terminal_the_cramp_is_kept_and_what_was_said_of_it(options: list[str]) -> None:
    with terminal(*options, lines=60, TERM="dumb", TZ=night()) as term:  # by day there is one question more
        for words, line in (
            ("Enter: it's stopped.", "g"),
            ("Is one leg swollen", "n"),
            ("Rub the calf", "x"),
            ("Walk about", "x\rx\rx\rx"),
            ("How strong was it?", "7"),
            ("Which leg was it?", "1"),
        ):
            term.wait_for(words)
            term.send(line + "\r")
        term.wait_for("Any of these")
        term.hang_up()
        term.wait_for_end()
    (entry,) = listed()
    assert (entry["strength"], entry["side"], "unconfirmed" in entry) == (7, "left", False)


@pytest.mark.parametrize("options", [["now", "--plain"], ["now"], ["run", "daily-calf", "--plain"]])
def test_what_a_pipe_plays_is_not_kept_whatever_it_says(options: list[str], own_home: Path) -> None:
    """A pipe is no person: it plays to the end, is asked all the questions, and the diary knows nothing of it."""
    typed = ["", "n", "", "", "", "n", "7", "1", "1", "b", "", "", "q", "q"]
    subprocess.run([*PROGRAM, *options], input="\n".join(typed) + "\n", capture_output=True, text=True, check=True)
    assert not (own_home / "diary").exists()


def test_a_hung_up_terminal_and_a_kill_leave_nothing_that_counts(own_home: Path) -> None:
    for end in (Terminal.hang_up, lambda term: term.kill(signal.SIGTERM), lambda term: term.kill(signal.SIGKILL)):
        with terminal("now") as term:
            term.wait_for("Pull your toes")
            read_until(term, has_diary(own_home))
            end(term)
            term.wait_for_end()
    assert all(entry["unconfirmed"] for entry in listed())
    done = subprocess.run([*PROGRAM, "report", "--csv"], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1


KILLED_AS_IT_BEGINS = """
import os, signal
from uncramp.domain.session import Session
start = Session.start
def begin(session, now):
    Session.start = start
    os.kill(os.getpid(), signal.SIGTERM)
    return start(session, now)
Session.start = begin
"""


def test_a_signal_as_the_session_begins_keeps_the_cramp(tmp_path: Path) -> None:
    """The screen that would have told the diary of it is gone before it stands."""
    (tmp_path / "sitecustomize.py").write_text(KILLED_AS_IT_BEGINS)
    with terminal("now", PYTHONPATH=str(tmp_path)) as term:
        assert term.wait_for_end() == 128 + signal.SIGTERM
    (entry,) = listed()
    assert entry["unconfirmed"]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_relief_is_on_the_disk_before_the_screen_says_it(number: signal.Signals) -> None:
    with terminal("now") as term:
        term.wait_for_anything()
        term.send("g")  # as soon as the first words stand
        term.wait_for("stopped after 0:0")
        term.kill(number)
        term.wait_for_end()
    (entry,) = listed()
    assert entry["routine"] == "cramp-calf"
    assert isinstance(entry["relief"], int)


def test_a_cramp_that_another_terminal_leads_is_not_offered_as_cut_off(own_home: Path) -> None:
    with terminal("now") as term:
        term.wait_for("? keys")
        read_until(term, has_diary(own_home))
        with terminal() as other:
            other.wait_for("a about you")
            other.send("d")
            other.wait_for("Diary")
            assert "Go on where you were?" not in other.text()
