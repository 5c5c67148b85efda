"""The first instruction, before the toolkit: the right words, in the right place, and a clean terminal after it."""

import signal
from datetime import UTC, datetime
from pathlib import Path

import pyte
import pytest
from faults import night
from real_terminal import terminal

from uncramp.clock import is_night
from uncramp.terminal import first_paint
from uncramp.terminal.first_words import FIRST_AID

ENTER, LEAVE = first_paint.ENTER_SCREEN.encode(), b"\x1b[?1049l"


def test_night_is_from_21_to_7() -> None:
    night = {hour for hour in range(24) if is_night(datetime(2026, 1, 1, hour, tzinfo=UTC))}
    assert night == {*range(21, 24), *range(7)}


@pytest.mark.parametrize(
    ("arguments", "routine"),
    [
        (["now"], "cramp-calf"),
        (["now", "--side", "left"], "cramp-calf"),
        (["now", "--side=right", "--standing", "--auto"], "cramp-calf-standing"),
        (["now", "--for", "foot"], "cramp-foot"),
        (["now", "--as", "Maria"], "cramp-calf"),
        (["--as=Maria", "now", "--for", "foot"], "cramp-foot"),
        (["now", "--plain"], ""),
        (["now", "--help"], ""),
        (["now", "--side", "middle"], ""),
        (["now", "--sound", "tones"], "cramp-calf"),
        (["now", "--sound=loud"], ""),
        (["now", "--side"], ""),
        (["now", "extra"], ""),
        (["run", "cramp-calf"], ""),
    ],
)
def test_only_a_plain_command_line_is_painted_for(arguments: list[str], routine: str) -> None:
    assert first_paint._routine(arguments) == routine


@pytest.mark.parametrize(
    ("command", "stands", "columns", "lines"),
    [
        *(
            (("now",), "it's stopped", *size)
            for size in ((80, 24), (40, 12), (20, 6), (56, 21), (120, 40), (160, 50), (200, 70))
        ),
        *((("now", "--for", "thigh"), "no answer", *size) for size in ((80, 24), (56, 21), (120, 40))),
        *(((), "signs", *size) for size in ((80, 24), (40, 12), (20, 6), (26, 14), (56, 21), (120, 40), (160, 50))),
    ],
)
def test_the_words_do_not_move_when_the_screen_takes_over(
    command: tuple[str, ...], stands: str, columns: int, lines: int
) -> None:
    painted = pyte.Screen(columns, lines)
    aid = FIRST_AID.get(f"cramp-{command[-1]}" if len(command) > 1 else "cramp-calf")
    assert aid is not None
    drawn = first_paint._screen(aid, columns, lines) if command else first_paint._home_screen(columns, lines)
    pyte.Stream(painted).feed(drawn)
    with terminal(*command, columns=columns, lines=lines) as term:
        term.wait_for(stands)
        moved = []
        for nth, (before, after) in enumerate(zip(painted.display, term.screen.display, strict=True)):
            if before.strip() and not after.startswith(before.rstrip()):
                moved.append((nth, before.rstrip(), after.rstrip()))
        assert not moved


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40), (40, 12), (20, 6)])
def test_homes_bar_keeps_its_place_and_its_colours(
    columns: int, lines: int, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(first_paint, "_is_night", lambda: True)  # by day the first colours are the terminal's own
    painted = pyte.Screen(columns, lines)
    pyte.Stream(painted).feed(first_paint._home_screen(columns, lines))
    with terminal(columns=columns, lines=lines, TZ=night(), COLORTERM="truecolor", **env) as term:
        term.wait_for("signs")
        bar = [
            (y, x)
            for y in range(lines)
            for x in range(columns)
            if painted.buffer[y][x].reverse
            or painted.buffer[y][x].bg not in ("default", painted.buffer[lines - 1][0].bg)
        ]
        assert len(bar) >= columns - 4
        for y, x in bar:
            before, after = painted.buffer[y][x], term.screen.buffer[y][x]
            assert (before.data, before.reverse, before.bg) == (after.data, after.reverse, after.bg), (y, x)
            assert before.fg == after.fg or before.data == " "


@pytest.mark.parametrize("cut_off", [False, True])
def test_enter_on_homes_first_words_is_first_aid_whatever_page_would_come(tmp_path: Path, *, cut_off: bool) -> None:
    if cut_off:  # home would offer to go on with this one
        with terminal("run", "daily-calf", UNCRAMP_HOME=str(tmp_path)) as term:
            term.wait_for("lean in")
            term.kill(signal.SIGKILL)
    with terminal(UNCRAMP_HOME=str(tmp_path)) as term:
        term.wait_for("uncramp: help for leg cramps")
        term.send("\r")
        term.wait_for("cramp 0:0")


@pytest.mark.parametrize("before", ["", "d\x1b[A" * 300])
def test_ctrl_c_on_homes_first_words_ends_it(before: str) -> None:
    with terminal() as term:
        term.wait_for("uncramp: help for leg cramps")
        term.send(before + "\x03")
        assert term.wait_for_end() == 130
        assert term.settings() == term.before


def test_other_keys_on_homes_first_words_are_homes() -> None:
    with terminal() as term:
        term.wait_for("uncramp: help for leg cramps")
        term.send("!")
        term.wait_for("Warning signs")


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
        term.send("g")
        term.wait_for("Is one leg swollen")


def test_an_enter_so_soon_may_be_the_shells_and_ends_no_cramp() -> None:
    with terminal("now") as term:
        term.wait_for("Pull your toes")
        term.send("\r!")
        term.wait_for("Warning signs")
        term.send("\x1b")
        term.wait_for("cramp 0:0")
        assert "Is one leg swollen" not in term.told()


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
