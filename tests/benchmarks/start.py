"""How fast and how light the program is, beside a bare Textual app in the same run.

    python tests/benchmarks/start.py [--runs 9] [--watch 60]

Prints a table with ratios: the machine's own speed drops out. Nothing fails for being slow; the goals stand beside the
ratios. Each program runs in a pseudo-terminal of 80×24 of its own, and all of them take turns. Needs Linux.
"""

import argparse
import contextlib
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from terminal_run import Run, shows, shows_anything

BARE_APP = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("BARE")
Bare().run()
"""
BARE = [sys.executable, "-c", BARE_APP]
UNCRAMP = [str(Path(sys.executable).with_name("uncramp"))]
NOW = [*UNCRAMP, "now"]
FIRST_WORDS, WHOLE_SCREEN, HOME = shows("Pull your toes"), shows("it's stopped"), shows("about you")
_NOT_KEPT = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
"""What would have each start compile anew, beside a toolkit that is compiled."""
OWN_FILES = 1_000
OWN = """title: My routine {n}
purpose: daily
for: calf
steps:
  - name: Rise
    say: Rise on your toes.
    sides: both
    moves: [rise 2s, hold 1s, lower 2s]
    repetitions: 10
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A program to be started, and what shows that it stands."""

    name: str
    command: list[str]
    seen: Callable[[str], bool]
    home: Path
    env: tuple[tuple[str, str], ...] = ()

    def run(self) -> Run:
        told = {"TERM": "xterm-256color", "UNCRAMP_HOME": str(self.home)}
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_KEPT}
        return Run(self.command, kept | told | dict(self.env))


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians of one case."""

    ms: float
    mib: float


def measure(cases: list[Case], runs: int) -> dict[str, Measured]:
    """Start each case so many times, in turns, so that whatever slows the machine slows them all."""
    taken: dict[str, list[tuple[float, float]]] = {case.name: [] for case in cases}
    for _ in range(runs + 1):
        for case in cases:
            run = case.run()
            try:
                taken[case.name].append((run.until(case.seen), run.memory()))
            finally:
                run.end()
    return {
        name: Measured(*(statistics.median(column) for column in zip(*each[1:], strict=True)))
        for name, each in taken.items()  # the first one warms the disk's cache
    }


def share_of_a_core(case: Case, seconds: float) -> float:
    run = case.run()
    try:
        run.until(case.seen)
        run.watch(3)  # what the start leaves to be done after it
        return run.watch(seconds)
    finally:
        run.end()


def kept_after_ms(home: Path, runs: int) -> float:
    """How long after the whole screen stands the cramp is on the disk; the median."""
    taken = []
    for nth in range(runs + 1):
        own = home / f"kept-{nth}"
        run = Case("kept", NOW, WHOLE_SCREEN, own).run()
        try:
            stands = run.until(WHOLE_SCREEN)
            taken.append(run.until(partial(_is_kept, own), 0.002) - stands)
        finally:
            run.end()
    return statistics.median(taken[1:])


def _is_kept(home: Path, _screen: str) -> bool:
    there = f"file:{home}/diary/diary.db?mode=ro"
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(there, uri=True)) as db:
        return bool(db.execute("SELECT 1 FROM entries").fetchone())
    return False


def cases(home: Path) -> list[Case]:
    empty, full = home / "empty", home / "full"
    own = full / "routines"
    own.mkdir(parents=True)
    for n in range(OWN_FILES):
        (own / f"mine-{n}.yaml").write_text(OWN.format(n=n))
    no_bytecode = (("PYTHONDONTWRITEBYTECODE", "1"), ("PYTHONPYCACHEPREFIX", str(home / "no-bytecode")))
    found = [
        Case("bare", BARE, shows("BARE"), empty),
        Case("first instruction", NOW, FIRST_WORDS, empty),
        Case("whole session screen", NOW, WHOLE_SCREEN, empty),
        Case("first words of home", UNCRAMP, shows("uncramp: help"), empty),
        Case("home, complete", UNCRAMP, HOME, empty),
        Case(f"home, {OWN_FILES} own files", UNCRAMP, HOME, full),
        Case("bare, no .pyc", BARE, shows("BARE"), empty, no_bytecode),
        Case("first instruction, no .pyc", NOW, FIRST_WORDS, empty, no_bytecode),
        Case("whole session screen, no .pyc", NOW, WHOLE_SCREEN, empty, no_bytecode),
        *(
            Case(" ".join(["uncramp", *command]), [*UNCRAMP, *command], shows_anything, empty)
            for command in (["--version"], ["list"], ["show", "cramp-calf"])
        ),
    ]
    if termdown := shutil.which("termdown", path=str(Path(sys.executable).parent)):
        found.append(Case("termdown, for comparison", [termdown, "95"], shows_anything, empty))
    return found


def row(what: str, ours: float, beside: float, goal: str = "", unit: str = "ms") -> str:
    return f"| {what} | {ours:.0f} {unit} | {beside:.0f} {unit} | {ours / beside:.2f} | {goal} |"


def table(found: dict[str, Measured]) -> Iterator[str]:
    bare, cold, home = found["bare"], found["bare, no .pyc"], found["home, complete"]
    goals = {
        "first instruction": "≤ 0.12",
        "first words of home": "≤ 0.12",
        "whole session screen": "≤ 1.7",
        "home, complete": "≤ 1.8",
    }
    for name, each in found.items():
        if name.startswith("bare"):
            continue
        if name.endswith("own files"):
            yield row(f"{name}; beside home with none", each.ms, home.ms, "≤ 1.5")
        elif name.endswith("no .pyc"):
            yield row(f"{name}; beside bare, no .pyc", each.ms, cold.ms)
        else:
            yield row(name, each.ms, bare.ms, goals.get(name, ""))
    yield row("peak memory of a session", found["whole session screen"].mib, bare.mib, "≤ 1.3", "MiB")


def processor(home: Path, seconds: float) -> Iterator[str]:
    """A cramp is mostly held; in the calf routine the figure moves all the time."""
    bare = share_of_a_core(Case("bare", BARE, shows("BARE"), home), seconds)
    for what, command, goal in (
        ("a cramp", NOW, "≤ 1 %"),
        ("the calf routine", [*UNCRAMP, "run", "daily-calf"], "≤ 3 %"),
    ):
        ours = share_of_a_core(Case(what, command, shows("? keys"), home), seconds)
        yield f"| CPU, {seconds:.0f} s of {what} | {ours:.2f} % | {bare:.2f} % | | {goal} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--watch", type=float, default=60.0, help="seconds to watch the CPU; 0 leaves it out")
    given = options.parse_args()
    print("| what | uncramp | bare Textual app | ratio | goal |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        every = cases(Path(home))
        for line in table(measure(every, given.runs)):
            print(line, flush=True)
        kept = kept_after_ms(Path(home), given.runs)
        print(f"| a cramp on the disk, after the whole screen stands | {kept:.0f} ms | | | ≤ 100 ms |", flush=True)
        if given.watch:
            for line in processor(Path(home) / "empty", given.watch):
                print(line, flush=True)


if __name__ == "__main__":
    main()
