"""What all tests share: no test touches the real home, and time passes only when a test says so."""

import gc
import io
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from instant_clock import InstantClock, replacements

if TYPE_CHECKING:
    from diary_shell import Shell

# What needs a pseudo-terminal or signals of POSIX can't even be imported on Windows.
POSIX = [
    "terminal",
    "cli/test_cli_sound.py",
    "sound/test_sound_players.py",
    "sound/test_sound_voice.py",
    *(f"plain/test_plain_{name}.py" for name in ("interrupts", "real", "typed")),
]
collect_ignore = POSIX if sys.platform == "win32" else []


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--fuzz-examples N`: how many mutated files the fuzz tests of the reader try. `--monkey MINUTES`: random keys for so long."""
    parser.addoption("--fuzz-examples", type=int, default=300, help="mutated files that each fuzz test tries")
    parser.addoption(
        "--monkey", type=float, default=0, help="minutes of random keys on all pages; a few seconds without"
    )


# A script's background job ignores some of these, and so would all that its tests start; `nohup` the last.
for name, usual in (("SIGINT", signal.default_int_handler), ("SIGQUIT", signal.SIG_DFL), ("SIGHUP", signal.SIG_DFL)):
    if signal.getsignal(getattr(signal, name, signal.SIGINT)) is signal.SIG_IGN:
        signal.signal(getattr(signal, name), usual)

# No test fails for a machine that is busy with something else.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """Look for garbage less often, and not among what was collected: it is there till the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for everything that is the person's own."""
    home = tmp_path / "uncramp-home"
    home.mkdir()
    monkeypatch.setenv("UNCRAMP_HOME", str(home))
    for name in ("UNCRAMP_AS", "NO_COLOR", "FORCE_COLOR", "TEXTUAL", "TEXTUAL_THEME", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")  # whatever terminal the tests are run in
    return home


@pytest.fixture
def instant_clock(monkeypatch: pytest.MonkeyPatch) -> InstantClock:
    """The plain mode with a clock that jumps ahead as soon as it waits, and no input."""
    clock = InstantClock()
    for module, name, value in replacements(clock):
        monkeypatch.setattr(f"{module}.{name}", value)
    return clock


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> "Shell":
    """Types `uncramp diary`."""
    from diary_shell import Shell  # late: it stands beside the tests that use it

    return Shell(capsys)


class Typed(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Types answers at a terminal, one line a question; after the last one there is no more."""

    def answer(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", Typed("".join(f"{line}\n" for line in lines)))
        for shown in (sys.stdout, sys.stderr):
            monkeypatch.setattr(shown, "isatty", lambda: True)

    return answer
