"""A Python program that a test starts beside itself."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

_LONG_S = 120.0
"""Seconds after which a program is ended that says nothing: whoever reads from it would wait for ever."""


@contextmanager
def child(*arguments: str, beside: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run it, with what stands in the test's folder `beside`, among the tests and in the source; it ends with this."""
    tests = Path(__file__).parent
    env = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (beside, tests, tests.parent / "src")))}
    command, pipe = [sys.executable, *arguments], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=env) as process, ended(process):
        yield process


@contextmanager
def ended(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> Iterator[None]:
    """A process ends with this context, or when it hangs."""
    watchdog = Timer(_LONG_S, process.kill)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()
        process.kill()
