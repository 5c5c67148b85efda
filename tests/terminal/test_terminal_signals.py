"""Signals, terminals that go, windows that change, and all sorts of keys: help stays, and leaves a clean terminal."""

import os
import random
import signal
from pathlib import Path

import pytest
from faults import FIRST, LINES, night
from real_terminal import terminal

CTRL_C = "\x03"
ESCAPE = "\x1b"
SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR2]
OTHERS = [
    *("USR1", "ALRM", "VTALRM", "PROF", "XCPU", "IO", "PWR", "STKFLT", "TRAP", "ABRT", "SYS", "RTMIN", "RTMAX"),
]
"""Signals that would end a program, too, by their names; not every system has all of them."""
HELP = {
    "screen": ("now", "cramp 0:0"),
    "lines": ("now --plain", "Toes up. 30 seconds."),
    "home": ("", "uncramp: help"),
}
BACK = {"screen": "it's stopped", "lines": "See all keys.", "home": "? keys"}
"""What can be read when it goes on."""
PID = "sh -c 'echo $$ >$UNCRAMP_HOME/pid; exec $UNCRAMP {}'"


RESIZED = "stty rows {} cols {}"


def pid(own_home: Path) -> int:
    return int((own_home / "pid").read_text())


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("where", HELP)
def test_a_signal_ends_it_with_its_status_and_a_clean_terminal(where: str, number: signal.Signals) -> None:
    arguments, there = HELP[where]
    with terminal(*arguments.split()) as term:
        term.wait_for(there)
        term.kill(number)
        assert term.wait_for_end() == 128 + number
        assert b"Traceback" not in term.raw
        assert term.clean()


@pytest.mark.parametrize("name", [name for name in OTHERS if hasattr(signal, f"SIG{name}")])
def test_signals_that_hardly_anybody_sends_end_it_as_well(name: str) -> None:
    number = int(getattr(signal, f"SIG{name}"))
    with terminal("now") as term:
        term.wait_for("it's stopped")
        os.kill(term.pid, number)
        assert term.wait_for_end() == 128 + number
        assert term.clean()


@pytest.mark.parametrize("name", ["QUIT", "USR1", "ALRM", "XCPU"])
def test_before_the_screen_as_it_comes_and_as_it_goes_a_signal_leaves_a_clean_terminal(name: str) -> None:
    number = int(getattr(signal, f"SIG{name}"))
    for stands in ("Pull your toes", "cramp 0:0", "it's stopped", "leave"):
        with terminal("now") as term:
            if stands == "leave":
                term.wait_for("it's stopped")
                term.send("q")
            else:
                term.wait_for(stands)
            os.kill(term.pid, number)
            assert term.wait_for_end() in (128 + number, *([0] if stands == "leave" else []))
            assert term.clean(), stands


@pytest.mark.parametrize("where", HELP)
def test_signals_that_are_ignored_from_outside_are_ignored(where: str) -> None:
    arguments, there = HELP[where]
    with terminal(script=f"trap '' USR1; exec $UNCRAMP {arguments}") as term:
        term.wait_for(there)
        os.kill(term.pid, signal.SIGUSR1)
        term.kill(signal.SIGTERM)
        assert term.wait_for_end() == 143


@pytest.mark.parametrize("encoding", ["idna", "utf-16", "cp037", "punycode"])
@pytest.mark.parametrize("command", ["now", "now --plain", ""])
def test_an_encoding_that_no_terminal_can_read_keeps_neither_help_nor_the_terminal(command: str, encoding: str) -> None:
    with terminal(*command.split(), PYTHONIOENCODING=encoding) as term:
        term.wait_for("Toes up. 30 seconds." if "plain" in command else "cramp 0:0" if command else "? keys")
        term.send(CTRL_C)
        assert term.wait_for_end() == 130
        assert term.clean()


@pytest.mark.parametrize("where", HELP)
def test_stopped_by_a_signal_and_back_it_goes_on(where: str, own_home: Path) -> None:
    arguments, there = HELP[where]
    with terminal(script=f"set -m; {PID.format(arguments)}; echo halted; read x; fg") as term:
        term.wait_for(there)
        os.kill(pid(own_home), signal.SIGTSTP)
        term.wait_for("halted")
        term.screen.reset()  # what stood there before does not count
        term.send("\n" if where != "lines" else "\n?\n")
        term.wait_for(BACK[where])
        os.kill(pid(own_home), signal.SIGTERM)
        assert term.wait_for_end() == 143
        assert term.clean()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to see a process end")
@pytest.mark.parametrize("where", ["", "--plain"])
def test_stopped_by_a_signal_it_says_no_more(where: str, own_home: Path, tmp_path: Path) -> None:
    speaker, said = tmp_path / "espeak-ng", tmp_path / "said"
    speaker.write_text(f"#!/bin/sh\necho $$ >> {said}\nexec sleep 600\n")
    speaker.chmod(0o755)
    path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
    start = PID.format(f"run daily-calf --sound voice {where}")
    with terminal(script=f"set -m; {start}; echo halted; read x", PATH=path) as term:
        term.wait_until(lambda: said.exists() and said.read_text().endswith("\n"))
        os.kill(pid(own_home), signal.SIGTSTP)
        term.wait_for("halted")
        assert all(term.gone(int(one)) for one in said.read_text().split())
        os.kill(pid(own_home), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to see a process end")
@pytest.mark.parametrize("heeded", ["a signal", "no signal", "a signal that is ignored"])
@pytest.mark.parametrize("where", HELP)
def test_a_closed_terminal_leaves_no_process(where: str, heeded: str, own_home: Path) -> None:
    arguments, there = HELP[where]
    scripts = {
        "a signal": f"exec {PID.format(arguments)}",
        "no signal": f"trap '' HUP; {PID.format(arguments)}; true",
        "a signal that is ignored": f"trap '' HUP; exec {PID.format(arguments)}",
    }
    with terminal(script=scripts[heeded]) as term:
        term.wait_for(there)
        process = pid(own_home)
        term.hang_up()
        assert term.gone(process), "it still runs, and may do so for ever"


def test_killed_it_starts_again_and_lines_can_be_typed(own_home: Path) -> None:
    with terminal(script=f"{PID.format('now')}; $UNCRAMP now --plain", TZ=night()) as term:
        term.wait_for("? keys")  # the end of a picture: no sequence is cut short
        os.kill(pid(own_home), signal.SIGKILL)
        term.wait_for(LINES)
        term.send("g\r")  # what the Enter key sends
        term.wait_for("Is one leg swollen")
        term.send(CTRL_C)
        assert term.wait_for_end() == 130
        assert term.plain()


def test_a_window_that_changes_all_the_while_keeps_the_instruction() -> None:
    sizes = [(1, 1), (20, 6), (200, 70), (4, 50), (120, 2), (40, 12)]
    with terminal("now", columns=1, lines=1) as term:
        term.wait_for_anything()
        for columns, lines in sizes * 20:
            term.resize(columns, lines)
            term.read_what_is_there()
        term.resize(80, 24)
        term.wait_for(FIRST)
        term.wait_for("it's stopped")
        term.send(CTRL_C)
        assert term.wait_for_end() == 130
        assert term.clean()


NO_SIZES = [(0, 0), (1, 1), (65_535, 65_535), (80, 65_535), (3, 24), (30_000, 2)]


@pytest.mark.parametrize("where", ["screen", "home"])
def test_a_size_beyond_sense_changes_nothing(where: str) -> None:
    arguments, _there = HELP[where]
    with terminal(*arguments.split()) as term:
        term.wait_for(BACK[where])
        before = len(term.raw)
        for columns, lines in NO_SIZES:
            term.tell_size(columns, lines)
        for report in ("\x1b[48;65535;65535;1;1t", "\x1b[48;0;0;0;0t", "\x1b[48;1;1;1;1t", "\x1b[48;-3;80;1;1t"):
            term.send(report)
        term.send("?")
        term.wait_for("Keys")
        assert b"\x1b[25;" not in term.raw[before:]
        term.send(CTRL_C)
        assert term.wait_for_end() == 130


@pytest.mark.parametrize(("columns", "lines"), NO_SIZES)
def test_the_first_words_are_drawn_for_a_usual_size_where_there_is_none(columns: int, lines: int) -> None:
    with terminal(script=f"{RESIZED.format(lines, columns)}; exec $UNCRAMP now", TZ=night()) as term:
        term.wait_for(FIRST)
        term.wait_for("it's stopped")
        term.send(CTRL_C)
        assert term.wait_for_end() == 130


@pytest.mark.parametrize("where", HELP)
def test_a_paste_of_a_megabyte_does_no_harm(where: str) -> None:
    arguments, there = HELP[where]
    pasted = "a line that somebody copied, with q and y\n" * 25_000
    with terminal(*arguments.split(), TZ=night()) as term:
        term.wait_for(there)
        term.watched = False
        term.pour(f"\x1b[200~{pasted}\x1b[201~".encode())
        term.watched = True
        term.send("?" if where != "lines" else "\n?\n")
        term.wait_for("See all keys." if where == "lines" else "Keys")
        term.send(CTRL_C)
        assert term.wait_for_end() == 130
        assert term.clean()


@pytest.mark.parametrize("where", HELP)
def test_a_megabyte_that_the_terminal_does_not_call_a_paste_is_no_keys_and_ctrl_c_is_heard_behind_it(
    where: str,
) -> None:
    arguments, there = HELP[where]
    with terminal(*arguments.split(), TZ=night()) as term:
        term.wait_for(there)
        term.watched = False
        term.pour(b"a line that somebody copied, with q and y\n" * 25_000)
        term.send(CTRL_C)
        assert term.wait_for_end() == 130
        assert term.clean()


def random_input(seed: int, count: int, without: str) -> bytes:
    """So many keys and mouse presses: anything but what leaves the program, all of `without`."""
    dice = random.Random(seed)  # noqa: S311 - a test's, the same each time
    keys = [chr(code) for code in range(32, 127)]
    keys += [
        "\r",
        "\t",
        "\x7f",
        ESCAPE,
        "\x1b[A",
        "\x1b[B",
        "\x1b[C",
        "\x1b[D",
        "\x1b[5~",
        "\x1b[Z",
        "\x00",
        "é",
    ]
    keys = [key for key in keys if key not in without]

    def press() -> str:
        if dice.random() < 0.8:
            return dice.choice(keys)
        button, column, line = dice.choice((0, 1, 2, 64, 65)), dice.randint(1, 90), dice.randint(1, 30)
        return f"\x1b[<{button};{column};{line}M\x1b[<{button};{column};{line}m"

    return "".join(press() for _ in range(count)).encode()


PRESSES = {"screen": 700, "lines": 5_000, "home": 300}
"""How many are given at once: so many take a few seconds."""

LEAVING = {"screen": "qQ", "lines": "qQ", "home": "qQ" + ESCAPE}
"""The keys that leave the program, after which nobody would be there for the others."""


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("where", HELP)
def test_random_keys_and_mouse_presses_do_no_harm(where: str, seed: int) -> None:
    arguments, there = HELP[where]
    with terminal(*arguments.split(), TZ=night()) as term:
        # home's first words stand before anything reads more than a few keys
        term.wait_for(BACK[where] if where == "home" else there)
        term.watched = False
        term.pour(random_input(seed, PRESSES[where], LEAVING[where]))
        if term.alive():
            term.send(CTRL_C)
        assert term.wait_for_end(patience_s=60) in (0, 130)
        assert b"Traceback" not in term.raw
        assert "broken" not in term.told()
        assert "can't be used" not in term.told()
        assert term.clean()
