"""The first instruction, before the toolkit: the right words, in the right place, and a clean terminal after it."""

import signal
from datetime import UTC, datetime

import pyte
import pytest
from real_terminal import terminal

from uncramp.clock import session_clock
from uncramp.domain.profile import Profile
from uncramp.files.library import Library
from uncramp.guidance.routines import plan_for
from uncramp.night import is_night
from uncramp.paths import shipped_routines
from uncramp.terminal import first_paint

LIBRARY = Library(shipped_routines())
ENTER, LEAVE = first_paint.ENTER_SCREEN.encode(), b"\x1b[?1049l"


def test_the_words_are_those_of_every_first_aid_routine() -> None:
    told = {}
    for name in LIBRARY.names():
        plan = plan_for(LIBRARY, LIBRARY.get(name), Profile())
        if plan.measures_cramp:
            first = plan.intervals[0]
            told[name] = (
                plan.title,
                first.step.name,
                first.question.text if first.question else first.step.say,
            )
    assert told == first_paint.FIRST_WORDS


def test_night_is_from_21_to_7() -> None:
    night = {hour for hour in range(24) if is_night(datetime(2026, 1, 1, hour, tzinfo=UTC))}
    assert night == {*range(21, 24), *range(7)}


def test_its_clock_is_the_sessions() -> None:
    assert abs(first_paint._milliseconds() - session_clock()) < 1_000


@pytest.mark.parametrize(
    ("arguments", "routine"),
    [
        (["now"], "cramp-calf"),
        (["now", "--side", "left"], "cramp-calf"),
        (["now", "--side=right", "--standing"], "cramp-calf-standing"),
        (["now", "--for", "foot"], "cramp-foot"),
        (["now", "--plain"], ""),
        (["now", "--help"], ""),
        (["now", "--side", "middle"], ""),
        (["now", "--side"], ""),
        (["now", "extra"], ""),
        (["run", "cramp-calf"], ""),
        ([], ""),
    ],
)
def test_only_a_plain_command_line_is_painted_for(arguments: list[str], routine: str) -> None:
    assert first_paint._routine(arguments) == routine


@pytest.mark.parametrize(
    ("columns", "lines"), [(80, 24), (40, 12), (20, 6), (56, 21), (120, 40), (160, 50), (200, 70)]
)
def test_the_words_do_not_move_when_the_screen_takes_over(columns: int, lines: int) -> None:
    painted = pyte.Screen(columns, lines)
    pyte.Stream(painted).feed(first_paint._screen(first_paint.FIRST_WORDS["cramp-calf"], columns, lines))
    with terminal("now", columns=columns, lines=lines) as term:
        term.wait_for("it's gone")
        moved = []
        for nth, (before, after) in enumerate(zip(painted.display, term.screen.display, strict=True)):
            if before.strip() and not after.startswith(before.rstrip()):
                moved.append((nth, before.rstrip(), after.rstrip()))
        assert not moved


def test_the_screen_is_entered_once_and_left_once() -> None:
    with terminal("now") as term:
        term.wait_for("cramp 0:0")
        term.kill(signal.SIGTERM)
        assert term.wait_for_end() == 143
        assert term.raw.count(ENTER) == 1
        assert term.raw.count(LEAVE) == 1
        assert term.settings() == term.before


def test_a_key_that_is_pressed_before_the_toolkit_is_there_is_not_lost() -> None:
    with terminal("now") as term:
        term.wait_for("Pull your toes")
        term.send("\r")
        term.wait_for("Is one leg swollen")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_before_the_toolkit_is_there_leaves_a_clean_terminal(number: signal.Signals) -> None:
    with terminal("now") as term:
        term.wait_for("Pull your toes")
        term.kill(number)
        assert term.wait_for_end() == 128 + number
        assert term.settings() == term.before
        assert term.raw.count(LEAVE) == 1


def test_ctrl_c_before_the_toolkit_is_there_ends_it() -> None:
    with terminal("now") as term:
        term.wait_for("Pull your toes")
        term.send("\x03")
        assert term.wait_for_end() == 130
        assert term.settings() == term.before
