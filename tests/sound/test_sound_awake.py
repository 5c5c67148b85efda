"""The machine stays awake while a session goes on, where it can, and no longer."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from sound_stage import plan_of

from uncramp.domain.session import Session
from uncramp.sound.awake import STANDS_MS, Awake


class Keep:
    """Stands in for wakepy."""

    def __init__(self) -> None:
        self.began, self.ended = threading.Semaphore(0), threading.Semaphore(0)
        self.threads: list[threading.Thread] = []

    @contextmanager
    def presenting(self, *, on_fail: str) -> Iterator[None]:
        assert on_fail == "pass"
        self.threads.append(threading.current_thread())
        self.began.release()
        yield
        self.ended.release()


@pytest.fixture
def keep(monkeypatch: pytest.MonkeyPatch) -> Keep:
    keep = Keep()
    monkeypatch.setitem(sys.modules, "wakepy", SimpleNamespace(keep=keep))
    return keep


def playing(name: str = "daily-calf") -> Session:
    session = Session(plan_of(name))
    session.start(0)
    return session


def test_it_is_kept_awake_in_a_thread_until_the_session_is_left(keep: Keep) -> None:
    awake, session = Awake(), playing()
    for now in (0, 500, 1000):
        session.tick(now)
        awake.look(session, now)
    assert keep.began.acquire(timeout=10)
    (thread,) = keep.threads
    assert thread is not threading.current_thread()
    assert thread.daemon
    awake.end()
    assert keep.ended.acquire(timeout=10)


def test_it_may_sleep_in_a_long_pause_and_after_the_end(keep: Keep) -> None:
    awake, session = Awake(), playing()
    awake.look(session, 0)
    assert keep.began.acquire(timeout=10)
    session.pause(100)
    awake.look(session, 100)
    awake.look(session, STANDS_MS)
    assert not keep.ended.acquire(blocking=False)
    awake.look(session, STANDS_MS + 100)
    assert keep.ended.acquire(timeout=10)
    session.resume(STANDS_MS + 200)
    awake.look(session, STANDS_MS + 200)
    assert keep.began.acquire(timeout=10)
    session.stop(STANDS_MS + 300)
    awake.look(session, STANDS_MS + 300)
    assert keep.ended.acquire(timeout=10)


def test_it_never_sleeps_while_a_cramp_goes_on(keep: Keep) -> None:
    awake, session = Awake(), playing("cramp-calf")
    session.pause(100)
    for now in (200, 10 * STANDS_MS):
        awake.look(session, now)
    assert keep.began.acquire(timeout=10)
    assert not keep.ended.acquire(blocking=False)
    awake.end()


@pytest.mark.parametrize("module", [None, SimpleNamespace(), SimpleNamespace(keep=SimpleNamespace(presenting=len))])
def test_where_it_cannot_be_kept_awake_nothing_is_heard_of_it(
    module: object, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", module)
    awake, session = Awake(), playing()
    awake.look(session, 0)
    for thread in threading.enumerate():
        if thread.name == "uncramp-awake":
            thread.join(10)
    awake.end()
    assert capfd.readouterr() == ("", "")
