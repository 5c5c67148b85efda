"""A signal ends the plain mode where it waits, is kept in mind anywhere else, and is never lost."""

import os
import signal
from typing import Any, cast

import pytest

from uncramp.plain.console import Console, Signals

NUMBERS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


class Waiting:
    """Nobody types; what happens meanwhile is given."""

    ended, somebody = False, True

    def __init__(self, meanwhile: list[signal.Signals]) -> None:
        self.meanwhile, self.waited = meanwhile, 0

    def line(self, wait_ms: int) -> str | None:  # noqa: ARG002
        self.waited += 1
        for number in self.meanwhile:
            os.kill(os.getpid(), number)
        return None


def wait(typed: Waiting, signals: Signals) -> None:
    Console(cast("Any", None), typed, print, signals=signals).line(1_000)


@pytest.mark.parametrize("number", NUMBERS)
def test_while_it_waits_for_a_line_it_leaves_at_once(number: signal.Signals) -> None:
    signals = Signals()
    with signals.caught(), pytest.raises(SystemExit) as left:
        wait(Waiting([number]), signals)
    assert left.value.code == 128 + number


@pytest.mark.parametrize("number", NUMBERS)
def test_at_work_it_finishes_that_first_and_leaves_before_it_waits(number: signal.Signals) -> None:
    signals, typed = Signals(), Waiting([])
    with signals.caught():
        os.kill(os.getpid(), number)
        with pytest.raises(SystemExit) as left:
            wait(typed, signals)
    assert left.value.code == 128 + number
    assert typed.waited == 0


def test_where_python_swallows_what_a_handler_raises_nothing_is_lost() -> None:
    class Goes:
        def __del__(self) -> None:
            os.kill(os.getpid(), signal.SIGTERM)

    signals, typed, goes = Signals(), Waiting([]), [Goes()]
    with signals.caught():
        goes.clear()
        with pytest.raises(SystemExit):
            wait(typed, signals)
    assert typed.waited == 0


def test_what_is_ignored_stays_so_and_handlers_are_brought_back() -> None:
    before, heeded = signal.signal(signal.SIGHUP, signal.SIG_IGN), signal.getsignal(signal.SIGTERM)
    try:
        signals = Signals()
        with signals.caught():
            wait(Waiting([signal.SIGHUP]), signals)
            assert signal.getsignal(signal.SIGTERM) != heeded
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) == heeded
    finally:
        signal.signal(signal.SIGHUP, before)
