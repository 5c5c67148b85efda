"""Without the names of POSIX, as on Windows: first words, a session line by line and on the screen, and its record."""

import os
import subprocess
import sys
from pathlib import Path

from real_terminal import Terminal

HIDDEN = """
import asyncio, concurrent.futures, ctypes, email, locale, logging, multiprocessing, pathlib, platform, shutil, signal
import sqlite3, subprocess, sys, tempfile, time, types, uuid, zoneinfo, os
import platformdirs, yaml
import textual.app, textual.drivers.headless_driver, textual.pilot, textual.widgets

for name in ("termios", "tty", "fcntl", "pty", "resource", "pwd", "grp"):
    sys.modules[name] = None
for name in ("fork getuid geteuid getgid getegid getpgrp tcgetpgrp tcsetpgrp statvfs mkfifo killpg setsid fchmod fchown"
             " chown uname openpty set_blocking O_NOFOLLOW O_NONBLOCK O_NOCTTY").split():
    if hasattr(os, name):
        delattr(os, name)
for name in [one for one in dir(signal) if one.startswith("SIG") and one not in
             ("SIGINT", "SIGTERM", "SIGABRT", "SIGFPE", "SIGILL", "SIGSEGV", "SIG_DFL", "SIG_IGN")]:
    delattr(signal, name)
for name in ("clock_gettime", "clock_gettime_ns", "CLOCK_BOOTTIME", "CLOCK_MONOTONIC", "tzset"):
    delattr(time, name)
msvcrt = types.ModuleType("msvcrt")
msvcrt.LK_LOCK, msvcrt.LK_NBLCK, msvcrt.LK_UNLCK, msvcrt.LK_RLCK, msvcrt.LK_NBRLCK = 1, 2, 0, 1, 2
msvcrt.locking = lambda handle, mode, size: None
sys.modules["msvcrt"] = msvcrt
class Kernel:
    def __getattr__(self, name): return lambda *arguments: 0
class Dlls:
    def __getattr__(self, name): return Kernel()
ctypes.windll = Dlls()
asyncio.new_event_loop().close()  # what it takes of the platform is taken now
sys.platform = "win32"
"""
LINES = (
    HIDDEN
    + """
from uncramp.terminal.first_paint import FirstPaint
from uncramp.cli.main import run
sys.exit(run(sys.argv[1:], FirstPaint()))
"""
)
SCREEN = (
    HIDDEN
    + """
from uncramp.cli import main
from uncramp.faults import Faults
from uncramp.terminal.first_paint import FirstPaint
from uncramp.tui.app import UncrampApp

async def play(context):
    plan = context.plan(context.library.get("cramp-calf"))
    app = UncrampApp(context, plan, driver=textual.drivers.headless_driver.HeadlessDriver)
    async with app.run_test() as pilot:
        await pilot.pause(0.1)
        print(type(app.screen).__name__)
        await pilot.press("g")
        await pilot.pause(0.1)
        print(type(app.screen).__name__)
        await pilot.press("ctrl+c")
    return app.return_code

with main._context(Faults(), FirstPaint(), "") as context:
    print(asyncio.run(play(context)))
"""
)
PAINTED = """
import ctypes, os, sys
calls = []
class Kernel:
    class GetStdHandle:
        def __call__(self, number): return 7
    GetStdHandle = GetStdHandle()
    def GetConsoleMode(self, handle, mode): return 1
    def SetConsoleMode(self, handle, mode): calls.append(mode); return 1
class Dlls:
    kernel32 = Kernel()
ctypes.windll = Dlls()
sys.modules["termios"] = None
from uncramp.terminal.first_paint import FirstPaint
os.name = "nt"
paint = FirstPaint()
paint.paint(sys.argv[1:])
if calls != [4]:
    sys.exit(f"no escape codes: {calls}")
input()
paint.leave()
print("left")
"""


def played(script: str, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60, check=False)


def test_a_session_is_played_line_by_line() -> None:
    done = played(LINES, "now", "--plain", typed="o\ng\nn\n\n\n\n\nq\n")
    assert "Toes up. 30 seconds." in done.stdout
    assert "Hold the wall" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_cramp_is_kept_in_the_diary(own_home: Path) -> None:
    kept = played(LINES, "diary", "add", "2026-11-20 03:10", "--note", "at the window")
    assert (own_home / "diary" / "diary.db").is_file(), kept.stderr
    listed = played(LINES, "diary", "list")
    assert (kept.returncode, listed.returncode) == (0, 0), kept.stderr + listed.stderr
    assert "at the window" in played(LINES, "diary", "export").stdout


def test_commands_that_print_do_so() -> None:
    for command in (["list"], ["show", "daily-calf"], ["check"], ["signs"], ["guide"], ["profile"]):
        done = played(LINES, *command)
        assert done.returncode == 0, (command, done.stderr)
        assert "Traceback" not in done.stderr
        assert done.stdout + done.stderr


def test_a_session_is_played_on_the_screen() -> None:
    done = played(SCREEN)
    assert done.stdout.split() == ["SessionScreen", "SessionScreen", "130"], done.stderr
    assert "Traceback" not in done.stderr


def test_the_first_words_are_drawn_once_the_console_heeds_escape_codes() -> None:
    env = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ} | {"LANG": "C.UTF-8"}
    term = Terminal([sys.executable, "-c", PAINTED, "now"], 80, 24, env)
    try:
        term.wait_for("Pull your toes toward your shin.")
        term.send("\n")
        term.wait_for("left")
        assert term.wait_for_end() == 0
        assert term.plain()
    finally:
        term.close()
