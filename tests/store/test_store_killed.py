"""Killed at any moment, and written by two at once: whatever was shown as started is there, and the file is sound."""

import os
import secrets
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from child import child
from diary_making import cramp, diary, kept_in
from uncramp.domain.diary import CrampEntry, Ending, SessionEntry

HERE = Path(__file__).parent
TIMES = int(os.environ.get("UNCRAMP_KILLS", "15"))
"""How often a process is killed; the full run is 200: UNCRAMP_KILLS=200 pytest tests/store/test_store_killed.py"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")


@contextmanager
def playing(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that plays one cramp and one session after the other, and says so."""
    with child(str(HERE / "killed.py"), str(folder), beside=HERE) as process:
        yield process


def read_lines(process: subprocess.Popen[str], number: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(number)]


def kill_after(process: subprocess.Popen[str], lines: int) -> list[str]:
    """Kill it while it writes, so many lines on; what it had shown by then."""
    assert process.stdout is not None
    shown = read_lines(process, lines)
    os.kill(process.pid, signal.SIGKILL)
    shown += [line for line in process.stdout.read().split("\n") if line]
    process.wait()
    return shown


def check(folder: Path, shown: list[str]) -> None:
    """Everything that was shown as started is there and whole, and what was shown as over is over."""
    db = sqlite3.connect(folder / "diary" / "diary.db")
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
    kept = kept_in(folder)
    for line in shown:
        what, _, entry_id = line.partition(" ")
        if len(entry_id) < 36:
            continue  # the pipe was cut in the middle of it
        entry = kept[entry_id]
        if isinstance(entry, CrampEntry):
            assert what == "begun" or entry.relief == 3
        elif isinstance(entry, SessionEntry):
            assert what == "begun" or entry.ending is Ending.STOPPED


def test_killed_at_random_moments_everything_that_was_shown_is_there(tmp_path: Path) -> None:
    shown: list[str] = []
    for _ in range(TIMES):
        with playing(tmp_path) as process:
            shown += kill_after(process, 1 + secrets.randbelow(30))
        check(tmp_path, shown)
    assert len(shown) > TIMES


def test_two_processes_at_once_both_write_everything(tmp_path: Path) -> None:
    shown: list[str] = []
    with ExitStack() as stack:
        both = [stack.enter_context(playing(tmp_path)) for _ in range(2)]
        for _ in range(3):
            for process in both:
                shown += read_lines(process, 10)
        for process in both:
            shown += kill_after(process, 1)
    check(tmp_path, shown)
    assert len(shown) >= 60


def test_a_person_can_look_while_another_terminal_writes(tmp_path: Path) -> None:
    with playing(tmp_path) as process, diary(tmp_path, patience_ms=5_000) as store:
        shown = read_lines(process, 4)
        assert {line.split()[1] for line in shown} <= {entry.id for entry in store.page(limit=10_000)}
        mine = cramp()
        store.add(mine)
        shown += kill_after(process, 4)
    check(tmp_path, shown)
    assert mine.id in kept_in(tmp_path)
