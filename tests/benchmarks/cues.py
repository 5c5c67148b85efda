"""How exactly cues come: a session is really played, and each cue's moment is held against its deadline.

    python tests/benchmarks/cues.py [--seconds 600]

Prints a table: when the screen knows of a cue, and when a player is started for it. The player here plays nothing.
Nothing fails for being late. The goals: 20 ms at the 99th percentile, and no drift.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from terminal_run import Run, shows

PLAYER = """
import json, sys
from uncramp.tui.environment import prepare
prepare()
from uncramp.clock import local_time, session_clock
from uncramp.files.library import Library
from uncramp.paths import shipped_routines
from uncramp.domain import events as ev
from uncramp.guidance.context import my_profile
from uncramp.tui.app import UncrampApp
from uncramp.guidance.context import Context
from uncramp.tui.screens.session import SessionScreen

BY_THE_CLOCK = (ev.IntervalStarted, ev.MoveStarted, ev.Halfway, ev.SecondsLeft)
late, started, deadlines = [], [], []
tell = SessionScreen._tell

def telling(self, events):
    now = session_clock()
    late.extend((event.at, now - event.at) for event in events if isinstance(event, BY_THE_CLOCK))
    deadlines.extend(event.at for event in events if isinstance(event, BY_THE_CLOCK))
    tell(self, events)

from uncramp.domain.profile import SoundPreference
from uncramp.sound import players
start = players.start_child

def starting(command):
    now = session_clock()
    started.append((deadlines[-1], now - deadlines[-1]))
    return start(["true"])

players.start_child = starting
players.found_programs.__defaults__ = (lambda name: "true",)
SessionScreen._tell = telling
context = Context(Library(shipped_routines()), my_profile(), session_clock, local_time)
context.sound.asked = SoundPreference.TONES
app = UncrampApp(context, context.plan(context.library.get("daily-calf-full")))
app.run()
with open(sys.argv[1], "w") as file:
    json.dump([late, started], file)
"""


Cues = list[tuple[int, int]]
"""Each one's deadline and how late it came, in milliseconds."""


def play(seconds: float, told: Path) -> tuple[Cues, Cues]:
    """Play so long; what the screen knew, and what was played."""
    env = os.environ | {"TERM": "xterm-256color", "UNCRAMP_HOME": str(told.parent)}
    run = Run([sys.executable, "-c", PLAYER, str(told)], env)
    try:
        run.until(shows("pause"))
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and run.read(0.2):
            pass
        run.press("\x03")
        while run.read(1.0):
            pass
    finally:
        run.end()
    known, played = json.loads(told.read_text())
    return known[2:], played[1:]  # the first ones wait for the screen


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--seconds", type=float, default=600.0)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        known, played = play(given.seconds, Path(home) / "late.json")
    print("| cues | median | 99th percentile | latest | drift, first third to last | goal |\n|---|---|---|---|---|---|")
    print(row(f"known, in {given.seconds:.0f} s", known), row("played", played), sep="\n")


def row(name: str, cues: Cues) -> str:
    """A row of the table."""
    late = sorted(one for _at, one in cues)
    third = max(1, len(cues) // 3)
    drift = statistics.median(one for _at, one in cues[-third:]) - statistics.median(one for _at, one in cues[:third])
    return (
        f"| {len(late)} {name} | {statistics.median(late):.0f} ms | "
        f"{late[min(len(late) - 1, int(len(late) * 0.99))]} ms | {late[-1]} ms | {drift:.0f} ms | ≤ 20 ms, no drift |"
    )


if __name__ == "__main__":
    main()
