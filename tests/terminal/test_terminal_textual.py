"""What plain Textual does without our workarounds and signals, and that help goes on where a private name of it is gone.

A test of the first part that fails says that upstream has mended the fault: then the workaround goes, with its test.
"""

import ast
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from real_terminal import PATIENCE_S, Terminal
from textual.app import App
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread
from textual.filter import Monochrome
from textual.screen import Screen
from textual.widgets import Static

import uncramp
from uncramp.terminal.first_paint import ENTER_SCREEN, FirstPaint
from uncramp.tui import textual_workarounds as upstream
from wait_idle import filters

PLAIN = """
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.widgets import Static

class Plain(App):
    def compose(self):
        yield Static("it stands")
    def on_key(self, event):
        if event.key == "x":
            self.exit()
        elif event.key == "a":
            self.query_one(Static).update("it answers")
        elif event.key == "b":
            secret = "it knows " + "too much"
            raise ValueError

class Stuck(LinuxDriver):
    def disable_input(self):
        raise OSError
"""
WAIT_S = 0.5
"""Seconds after which what does not happen is taken not to happen at all."""
HANGS_S = 3.0
"""Seconds after which a program that has not ended is taken to hang: a traceback is printed within one."""


@contextmanager
def plain(run: str = "Plain().run()") -> Iterator[Terminal]:
    """An app that knows no workaround, in a terminal of its own."""
    env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    started = Terminal([sys.executable, "-c", PLAIN + run], 80, 24, env)
    try:
        started.wait_for("it stands")
        yield started
    finally:
        started.close()


def test_upstream_still_leaves_the_terminal_raw_on_a_signal() -> None:
    """#5140."""
    with plain() as term:
        term.kill(signal.SIGTERM)
        assert term.wait_for_end() == 128 + signal.SIGTERM
        assert not term.plain()
        assert term.settings() != term.before


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux")
def test_upstream_still_reads_the_end_of_a_terminal_that_is_gone_over_and_over() -> None:
    """#6690."""
    with plain("import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); Plain().run()") as term:
        term.hang_up()
        before, end = processor_s(term.pid), time.monotonic() + PATIENCE_S
        while processor_s(term.pid) < before + 0.5:
            assert term.alive()
            assert time.monotonic() < end, "it rests: upstream has mended it"
            time.sleep(0.01)


def processor_s(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_upstream_still_leaves_a_blank_screen_after_ctrl_z_and_fg() -> None:
    """#6298."""
    with plain() as term:
        term.send("a")
        term.wait_for("it answers")
        term.kill(signal.SIGTSTP)
        os.waitpid(term.pid, os.WUNTRACED)
        term.kill(signal.SIGCONT)
        term.send("x")
        term.wait_for_end()
        before, after = term.raw.rsplit(ENTER_SCREEN.encode(), 1)
        assert b"it answers" in before
        assert b"it answers" not in after


def test_upstream_still_prints_local_variables_where_an_app_breaks() -> None:
    """#3069."""
    with plain() as term:
        term.send("b")
        term.wait_for_end()
        assert "it knows too much" in term.told()


def test_upstream_still_waits_for_the_keys_of_an_app_whose_driver_breaks() -> None:
    """No issue known."""
    with plain("Plain(driver_class=Stuck).run()") as term:
        term.send("x")
        end = time.monotonic() + HANGS_S
        while time.monotonic() < end:
            term.read_what_is_there()
            time.sleep(0.01)
        assert term.alive()


def test_upstream_still_enters_the_alternate_screen_a_second_time() -> None:
    """No issue known."""
    with plain(f"import os; os.write(1, {ENTER_SCREEN.encode()!r}); Plain().run()") as term:
        assert term.raw.count(ENTER_SCREEN.encode()) == 2


class Broken:
    """A file that can't be written to."""

    def write(self, _text: str) -> None:
        raise OSError

    def flush(self) -> None: ...


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_upstream_still_waits_for_ever_for_a_dead_thread_to_write() -> None:
    """#6692."""
    thread = WriterThread(Broken())  # type: ignore[arg-type]

    def write() -> None:
        for _ in range(MAX_QUEUED_WRITES + 2):
            thread.write("x")

    thread.start()
    writing = threading.Thread(target=write, daemon=True)
    writing.start()
    thread.join(PATIENCE_S)
    writing.join(WAIT_S)
    assert not thread.is_alive()
    assert writing.is_alive()


def test_upstream_still_shows_shades_of_grey_where_no_colour_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """#839."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert any(isinstance(one, Monochrome) for one in filters(App[None]()))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not any(isinstance(one, Monochrome) for one in filters(App[None](ansi_color=upstream.ansi_color())))


# Where a private name is gone.


class Breaks(upstream.FailsSoftly):
    """An app that breaks as it starts."""

    def on_mount(self) -> None:
        raise ValueError("broken")


UPSTREAMS = "from textual._compositor import Compositor\nplain = Compositor.render_partial_update\n"
RENDERED = """
import asyncio
from textual.app import App
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

class Counted(Static):
    lines = 0
    def render_lines(self, crop):
        Counted.lines += crop.height
        return super().render_lines(crop)

class Two(App):
    CSS = "Counted { height: 6; }"
    def compose(self):
        yield Counted("one\\n" * 6)
        yield Counted("two\\n" * 6, id="changes")

class Over(ModalScreen):
    CSS = "Over { align: center middle; } VerticalScroll { width: 31; height: 9; } #wide { width: 50; height: 20; }"
    def compose(self):
        with VerticalScroll():
            yield Counted("three\\n" * 20, id="wide")

async def main():
    async with Two().run_test() as pilot:
        await pilot.pause()
        from textual.geometry import Region
        Counted.lines = 0
        pilot.app.query_one("#changes").refresh(Region(0, 2, 5, 1))
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        print(Counted.lines, "one" in strips[0].text, "two" in strips[8].text)
        pilot.app.push_screen(Over())
        await pilot.pause()
        alike, compositor = True, pilot.app.screen._compositor
        for regions in (((0, 0, 80, 1), (30, 0, 20, 20)), ((0, 3, 9, 2), (44, 3, 30, 2)), ((79, 23, 1, 1), (0, 0, 1, 1))):
            drawn = []
            for update in plain, Compositor.render_partial_update:
                compositor._dirty_regions = {Region(*region) for region in regions}
                drawn.append(update(compositor).render_segments(pilot.app.console))
            alike = alike and drawn[0] == drawn[1] and len(drawn[0]) > 40
        print(alike, compositor.render_partial_update())

asyncio.run(main())
"""


def test_upstream_still_renders_all_lines_in_sight_where_one_has_changed_and_ours_draws_the_same() -> None:
    ours = "from uncramp.tui.textual_workarounds import draw_only_what_changed as ours; ours(); ours()\n"
    told = [
        subprocess.run(
            [sys.executable, "-c", UPSTREAMS + first + RENDERED], capture_output=True, text=True, check=True
        ).stdout
        for first in ("", ours)
    ]
    whole = 12  # what `render_strips` asks for, which is the whole screen
    assert told == [f"{lines} True True\nTrue None\n" for lines in (whole + 12, whole + 1)]


@pytest.mark.parametrize("name", ["_handle_exception", "_fatal_error", "_close_messages_no_wait", "panic"])
async def test_what_broke_an_app_is_kept_where_textual_has_another_name_for_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = next(one for one in App.__mro__ if name in vars(one))
    monkeypatch.delattr(owner, name)
    app = Breaks()
    await app.run_async(headless=True)
    with pytest.raises(ValueError, match="broken"):
        app.raise_failure()


@pytest.mark.parametrize("name", ["_handle_exception", "_fatal_error"])
async def test_an_app_that_broke_is_not_taken_for_one_that_was_left(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(upstream.FailsSoftly, name)
    app = Breaks()
    await app.run_async(headless=True)
    with pytest.raises((ValueError, RuntimeError), match="broke"):
        app.raise_failure()


def test_an_app_without_a_driver_has_no_input_to_end() -> None:
    upstream.end_of_input(object())  # type: ignore[arg-type]


def test_a_thread_that_can_not_write_is_told_of_whatever_it_is_made_of() -> None:
    told: list[Exception] = []
    thread = threading.Thread(name="textual-output", target=Broken().write, args=("x",))
    with upstream.told_if_writing_fails(told.append):
        thread.start()
        thread.join(PATIENCE_S)
    assert [type(one) for one in told] == [OSError]


def test_without_textuals_driver_for_linux_textual_chooses_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual.drivers.linux_driver", None)
    assert upstream.driver_after_first_paint(FirstPaint(), painted=False) is None


def test_no_private_name_of_textual_stands_outside_the_workarounds() -> None:
    """Neither used nor, by chance, taken for something of ours."""
    parts = (App[None](), Screen[None](), Static())
    theirs = {name for part in parts for name in dir(part) if name.startswith("_") and name[1] != "_"}
    source = Path(uncramp.__file__).parent
    found = {
        f"{path.relative_to(source)}: {name}"
        for path in source.rglob("tui/**/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (name := getattr(node, "attr", getattr(node, "name", None))) in theirs
    }
    assert {one for one in found if not one.startswith("tui/textual_workarounds.py")} == set()
    assert found


def test_keys_that_were_typed_early_are_lost_where_textual_reads_them_in_another_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "textual._xterm_parser", None)
    upstream.type_again(App[None](), ["q"])
