"""The last resort: words that are the routines' own and safe for anybody, and a clock."""

import os
import pty
import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import uncramp
from uncramp.__main__ import HELP
from uncramp.cli import last_resort
from uncramp.cli.last_resort import CAUTIONS, STEPS, asked_for, show, words
from uncramp.domain.plan import Plan, Query
from uncramp.files.library import Library
from uncramp.files.profile import SAFER_PROFILE
from uncramp.guidance.routines import plan_for
from uncramp.paths import shipped_routines
from uncramp.terminal.first_paint import FIRST_WORDS

LIBRARY = Library(shipped_routines())
NOT_A_ROUTINES = {"Stop, and look at the warning signs."}
"""An answer's consequence, which a routine has no words for."""


def plan(name: str) -> Plan:
    """The routine for a person of whom nothing is known."""
    return plan_for(LIBRARY, LIBRARY.get(name), SAFER_PROFILE)


def says(plan: Plan) -> Iterator[str]:
    """What a plan tells the person to do, each once."""
    whole = [*plan.intervals, *(one for branch in plan.branches for one in branch.intervals)]
    yield from dict.fromkeys(one.step.say for one in whole if one.step.say)


@pytest.mark.parametrize("name", FIRST_WORDS)
def test_the_steps_are_those_of_a_person_of_whom_nothing_is_known(name: str) -> None:
    told = [say for _lead, say in STEPS[name] if say not in NOT_A_ROUTINES]
    assert told == list(says(plan(name)))


def test_every_first_aid_routine_has_constant_words() -> None:
    assert set(STEPS) == set(FIRST_WORDS)


def test_cautions_are_the_routines_own() -> None:
    theirs = {caution for name in STEPS for caution in plan(name).cautions}
    assert set(CAUTIONS) <= theirs


def test_what_is_said_beneath_the_ladder_is_the_routines_own_too() -> None:
    first, chair, _call = HELP
    assert first == FIRST_WORDS["cramp-calf"][-1]
    assert chair == " ".join(STEPS["cramp-calf-standing"][0])


@pytest.mark.parametrize("name", STEPS)
def test_nobody_is_told_to_rub(name: str) -> None:
    assert not [line for line in words(name) if "rub" in line.casefold()]


def test_an_answer_of_the_hand_is_yes_unless_it_is_no() -> None:
    questions = [one.question for one in plan("cramp-hand").intervals if one.question]
    assert questions[0].query is Query.CHECK
    assert words("cramp-hand")[2] == questions[0].text


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ([], "cramp-calf"),
        (["now"], "cramp-calf"),
        (["now", "--plain", "--for", "hand"], "cramp-hand"),
        (["now", "--for=foot", "--side", "left"], "cramp-foot"),
        (["now", "--standing"], "cramp-calf-standing"),
        (["now", "--for", "thigh", "--standing"], "cramp-thigh"),
        (["now", "--for", "nothing"], "cramp-calf"),
        (["now", "--for"], "cramp-calf"),
    ],
)
def test_what_is_asked_for_is_found_in_any_command_line(arguments: list[str], name: str) -> None:
    assert asked_for(arguments) == name


def test_without_a_terminal_it_says_all_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    show("cramp-calf", "112")
    told = capsys.readouterr().out
    assert "Pull your toes toward your shin. Slowly." in told
    assert "Call 112 now:" in told


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal from which the program reads: the end that a person types on."""
    near, far = pty.openpty()
    with os.fdopen(far) as typed:
        monkeypatch.setattr(sys, "stdin", typed)
        yield near
    os.close(near)


def test_the_clock_counts_the_cramp_and_urges_after_ten_minutes(
    keyboard: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 598.2

    def wait(reading: list[object], _w: object, _e: object, seconds: float) -> tuple[list[object], ...]:
        nonlocal now
        now += seconds
        if now > 600.5:
            os.write(keyboard, b"\n")
            return reading, [], []
        return [], [], []

    monkeypatch.setattr(last_resort, "_now", lambda: now)
    monkeypatch.setattr(select, "select", wait)
    last_resort._count("Call 112 now:", 0.0, in_place=True)
    told = capsys.readouterr().out
    assert told.startswith("\rcramp 9:58 \rcramp 9:59 \n10 minutes, and the cramp is not gone.")
    assert told.endswith("Call 112 now:\n\n\rcramp 10:00 ")


def test_the_signs_can_be_asked_for_and_enter_ends_it(
    keyboard: int, capsys: pytest.CaptureFixture[str]
) -> None:
    os.write(keyboard, b"!\n\n")
    last_resort._count("Call 112 now:", last_resort._now(), in_place=False)
    assert capsys.readouterr().out == "cramp 0:00\nCall 112 now:\ncramp 0:00\n"


def test_only_one_place_takes_any_exception() -> None:
    source = Path(uncramp.__file__).parent
    broad = [
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "except Exception" in path.read_text() or "except:" in path.read_text()
    ]
    assert sorted(broad) == ["__main__.py", "faults.py"]  # and what stands beneath all of it
