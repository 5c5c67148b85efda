"""The plain mode in processes of its own: pipes, a simple terminal, signals. All waiting is on output."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from instant_clock import FOLDER

NOW = [sys.executable, "-m", "uncramp", "now"]
FIRST = "Pull your toes toward your shin. Slowly."
AT_ONCE = f"import sys; sys.path.insert(0, {str(FOLDER)!r}); import instant_clock; instant_clock.use(); "
PATIENCE_S = 20.0
"""How long to wait for what must come, in seconds; a loaded machine may need it."""


class Running:
    """One process, heard and spoken to through descriptors."""

    def __init__(
        self, arguments: list[str], stdin: int, stdout: int, listen: int, env: dict[str, str], *, alone: bool = False
    ) -> None:
        """Start it as a shell does, in a group of its own; `alone` in a session of its own, which nobody can go on with."""
        group = None if alone else 0
        self.process = subprocess.Popen(
            [*NOW, *arguments],
            stdin=stdin,
            stdout=stdout,
            stderr=stdout,
            env=os.environ | env,
            process_group=group,
            start_new_session=alone,
        )
        self.listen, self.heard = listen, ""

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while words not in self.heard:
            left = end - time.monotonic()
            assert left > 0, f"never said {words!r}:\n{self.heard}"
            if select.select([self.listen], [], [], left)[0]:
                self.heard += os.read(self.listen, 65536).decode()

    def status(self) -> int:
        return self.process.wait(PATIENCE_S)


@contextmanager
def piped(*arguments: str, stdin: int = subprocess.DEVNULL) -> Iterator[Running]:
    listen, stdout = os.pipe()
    running = Running(list(arguments), stdin, stdout, listen, {})
    os.close(stdout)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()
        os.close(listen)


@contextmanager
def terminal(*arguments: str, alone: bool = False, **env: str) -> Iterator[tuple[Running, int]]:
    near, far = pty.openpty()
    running = Running(list(arguments), far, far, near, env, alone=alone)
    os.close(far)
    try:
        yield running, near
    finally:
        running.process.kill()
        running.process.wait()
        os.close(near)


def test_with_no_input_the_first_instruction_stands_at_once_and_it_goes_on() -> None:
    with piped() as running:
        running.wait_for(f"Calf cramp, right now.\n{FIRST}\n")
        running.wait_for("Nothing can be typed here. It goes on by the clock.")
        assert "Enter" not in running.heard
        assert running.process.poll() is None


def test_a_reader_that_has_heard_enough_ends_it_quietly_and_at_once() -> None:
    script = f"'{sys.executable}' -m uncramp now 2>&1 </dev/null | head -2"
    began = time.monotonic()
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["Calf cramp, right now.", FIRST]
    assert done.stderr == ""
    assert time.monotonic() - began < 9  # not only with the next line that is due, at 20 seconds


def test_lines_from_a_pipe_are_keys_and_its_end_leaves_the_clock() -> None:
    read, write = os.pipe()
    with piped(stdin=read) as running:
        os.close(read)
        running.wait_for("Enter: it's stopped.")
        os.write(write, b"\nn\n")
        running.wait_for("Good. The cramp lasted 0 seconds.")
        running.wait_for("Rub. 1 minute. Your cramped leg. Next: Walk about.")
        os.close(write)
        running.wait_for("Nothing can be typed here. It goes on by the clock.")


@pytest.mark.parametrize(("arguments", "term"), [((), "dumb"), ((), ""), (("--plain",), "xterm-256color")])
def test_on_a_simple_terminal_it_is_plain_and_lines_are_keys(arguments: tuple[str, ...], term: str) -> None:
    with terminal(*arguments, TERM=term) as (running, near):
        running.wait_for("Enter: it's stopped.")
        shown = termios.tcgetattr(near)[3] & termios.ECHO
        os.write(near, b"G\n")
        running.wait_for("Is one leg swollen")
        os.write(near, b"nx\x7f\x7fy\n")  # corrected before Enter
        running.wait_for("Enter ends this.")
        os.write(near, b"q\n")
        running.wait_for("Stopped.")
        assert running.status() == 0
        assert "\x1b" not in running.heard
        assert "\r\nG\r\n" in running.heard
        assert not shown
        assert termios.tcgetattr(near)[3] & termios.ECHO  # and all is as it was


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_with_its_status_and_no_traceback(number: signal.Signals, status: int) -> None:
    with piped() as running:
        running.wait_for(FIRST)
        running.process.send_signal(number)
        assert running.status() == status
        assert "Traceback" not in running.heard


def test_ctrl_c_on_a_terminal_leaves_at_once() -> None:
    near, far = pty.openpty()
    # A session of its own takes the first terminal that it opens for its own, and so gets Ctrl-C's signal.
    own = f"import os; os.open(os.ttyname(0), os.O_RDWR); os.execv({NOW[0]!r}, {[*NOW, '--plain']!r})"
    process = subprocess.Popen([sys.executable, "-c", own], stdin=far, stdout=far, stderr=far, start_new_session=True)
    os.close(far)
    heard = b""
    while b"Enter: it's stopped." not in heard:
        heard += os.read(near, 65536)
    os.write(near, b"\x03")
    assert process.wait(PATIENCE_S) == 130
    os.close(near)


def test_a_line_that_is_half_typed_as_it_ends_is_left_and_the_terminal_is_as_it_was() -> None:
    with terminal("--plain", TERM="xterm") as (running, near):
        running.wait_for("Enter: it's stopped.")
        os.write(near, b"hal")
        running.wait_for("hal")
        running.process.send_signal(signal.SIGTERM)
        assert running.status() == 143
        running.wait_for("hal\r\n")
        assert termios.tcgetattr(near)[3] & termios.ECHO
        assert termios.tcgetattr(near)[3] & termios.ICANON


def test_a_program_that_is_stopped_leaves_the_terminal_as_it_was_and_takes_it_again_as_it_goes_on() -> None:
    with terminal("--plain", TERM="xterm") as (running, near):
        running.wait_for("Enter: it's stopped.")
        running.process.send_signal(signal.SIGTSTP)
        os.waitpid(running.process.pid, os.WUNTRACED)
        assert termios.tcgetattr(near)[3] & termios.ECHO
        running.process.send_signal(signal.SIGCONT)
        os.write(near, b"where\n")
        running.wait_for("The cramp has gone on for")
        assert not termios.tcgetattr(near)[3] & termios.ECHO


def test_where_nobody_could_let_it_go_on_it_is_not_stopped_and_keeps_the_terminal() -> None:
    with terminal("--plain", alone=True, TERM="xterm") as (running, near):
        running.wait_for("Enter: it's stopped.")
        running.process.send_signal(signal.SIGTSTP)
        os.write(near, b"where\n")
        running.wait_for("The cramp has gone on for")
        assert not termios.tcgetattr(near)[3] & termios.ECHO


def test_what_is_broken_is_told_afterwards_also_when_a_signal_ends_it(own_home: Path) -> None:
    (own_home / "profile.yaml").write_text("tags: [pregnat]\n")
    with piped() as running:
        running.wait_for("Loop a towel round your foot.")  # the safer side
        running.process.send_signal(signal.SIGTERM)
        running.wait_for("profile.yaml:1:8: tag 1:")
        assert running.status() == 143


def at_once(code: str, **streams: int | None) -> subprocess.CompletedProcess[str]:
    """A process in which the plain mode's time passes at once."""
    script = f"{AT_ONCE}from uncramp.cli.main import main; {code}"
    return subprocess.run([sys.executable, "-c", script], text=True, check=False, timeout=60, **streams)  # type: ignore[call-overload,no-any-return]


def test_it_ends_by_itself_with_status_zero() -> None:
    done = at_once("sys.exit(main(['now']))", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert "Has the cramp stopped?" in done.stdout


def test_closed_standard_output_leaves_standard_error() -> None:
    code = "sys.stdout.close(); sys.stdout = None; sys.exit(main(['now']))"
    done = at_once(code, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert done.returncode == 0
    assert FIRST in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_words_that_a_full_disk_takes_no_more_of_go_to_standard_error() -> None:
    with Path("/dev/full").open("w") as full:
        done = at_once(
            "sys.exit(main(['now']))", stdin=subprocess.DEVNULL, stdout=full.fileno(), stderr=subprocess.PIPE
        )
    assert done.returncode == 1
    assert FIRST in done.stderr
    assert "Has the cramp stopped?" in done.stderr
    assert done.stderr.splitlines()[-2:] == [
        "Can't write to standard output: No space left on device.",
        "The disk is full. To mend it, delete what you don't need.",
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_where_nothing_can_be_written_at_all_it_ends_with_status_one() -> None:
    with Path("/dev/full").open("w") as full:
        done = at_once("sys.exit(main(['now']))", stdin=subprocess.DEVNULL, stdout=full.fileno(), stderr=full.fileno())
    assert done.returncode == 1
