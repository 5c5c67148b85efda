"""Routine files for these tests, and reading them."""

import re
from pathlib import Path

from uncramp.domain.routine import Routine, Step
from uncramp.files.problems import Problems
from uncramp.files.routine import read_routine
from uncramp.files.text import Names

NAMES = Names(
    figures=frozenset({"seated-toe-pull", "wall-lean"}),
    sources=frozenset({"aaos-hold", "our-choice"}),
    routines=frozenset({"x", "cramp-calf", "cramp-calf-standing"}),
)

GOOD = """\
# yaml-language-server: $schema=routine.schema.json
title: Calf cramp, right now
purpose: first-aid
for: calf
about: Stretch it until it is gone.
label: It may help you.
position: Sitting, or in bed
cautions: [Pull slowly.]
notes:
  - |
    A cramp lasts seconds.
    Or minutes.
adapt:
  recent_injury: {instead: cramp-calf, why: You have a new injury.}
  clot_risk: {skip: true, why: Your risk of a clot is raised.}
  pregnant: {caution: Stop for pain., why: You are pregnant.}
steps:
  - name: Pull your toes toward you
    say: Pull your toes toward your shin. Slowly.
    how: >-
      Sit. Keep the leg straight,
      and draw.
    partner: Hold the heel.
    figure: seated-toe-pull
    position: Sitting
    sides: affected
    moves: [pull 30s, ease in 1m30s]
    until: relief
    at_most: 5
    offer_after: 2
    otherwise: cramp-calf-standing
    cautions: [Slowly.]
    sources: [aaos-hold]
    adapt:
      late_pregnancy:
        replace: {say: Loop a towel., figure: wall-lean, moves: [pull 20s]}
        caution: Sit up.
        why: Reaching the toes is hard now.
  - name: Before you rub
    ask: Is one leg swollen?
    if_yes: signs
    wait: 1:30
    unanswered: go-on
    guards: 2
    how: It may be a clot.
    sources: [our-choice]
  - name: Rub
    say: Rub the calf.
    moves: [rub 60s]
    optional: true
    adapt:
      varicose_veins: {skip: true, why: No rubbing over varicose veins.}
  - name: Heel raises
    say: Rise. And lower.
    sides: each
    moves: [rise 2s, hold 1s, lower 2s]
    repetitions: 10
    sets: 2
    rest: 30s
    change: 0s
"""

SMALL = """\
title: Small
purpose: daily
for: calf
steps:
  - name: Lean
    say: Lean in.
    moves: [lean in 3s]
"""

STEPS = SMALL[: SMALL.index("  - name")]


def read(text: str | bytes, name: str = "x", names: Names = NAMES) -> tuple[Routine | None, list[str]]:
    """Read a routine, and what is wrong with it, without the path."""
    problems = Problems()
    data = text.encode() if isinstance(text, str) else text
    routine = read_routine(data, name=name, path="x.yaml", names=names, problems=problems)
    told = [str(problem).removeprefix("x.yaml:") for problem in problems]
    assert (routine is None) == bool(told)
    return routine, told


def told(text: str | bytes) -> list[str]:
    """What is wrong with a routine."""
    return read(text)[1]


def step(*lines: str) -> str:
    """A routine with one step of moves, the first lines of which are these; the first is line 5."""
    first, *rest = ("name: Lean", "say: Lean in.", *lines)
    return STEPS + f"  - {first}\n" + "".join(f"    {line}\n" for line in rest)


def shelf(folder: Path, **routines: str) -> Path:
    """A folder as the program ships it, with these routines (`_` in a name is `-`)."""
    (folder / "figures").mkdir(parents=True)
    for figure in ("seated-toe-pull", "wall-lean"):
        (folder / "figures" / f"{figure}.yaml").write_text("title: F\nshows: A figure.\n")
    sources = "aaos-hold: {name: A, publisher: P, says: Hold., status: V}\n"
    (folder / "sources.yaml").write_text(sources + "our-choice: {name: O, says: Ours., status: D}\n")
    for name, text in routines.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text)
    return folder


def hints(message: str) -> list[str]:
    """What a message says to write, in its own quotes or brackets."""
    after = message.partition(": write ")[2] or message.partition("write ")[2]
    return re.findall(r"'([^']+)'", after.partition(", or with its own words")[0])


def only(routine: Routine | None) -> Step:
    assert routine is not None
    return routine.steps[0]
