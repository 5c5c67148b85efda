"""Whatever a listener does, the session is as it was without it."""

import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound_stage import brief, moments, plan_of

from uncramp.faults import Faults
from uncramp.sound.cues import Moment
from uncramp.sound.session_sound import LATE_MS, Guarded

PLAN = brief(plan_of("daily-calf"), 12)
ALONE = moments(PLAN)


class Odd:
    """A listener that does as it is told, at each moment."""

    def __init__(self, does: list[str], free: threading.Event) -> None:
        self.does, self.free = does, free
        self.heard: list[Moment] = []
        self.ended = threading.Event()

    def hear(self, moment: Moment) -> None:
        self.heard.append(moment)
        match self.does.pop(0) if self.does else "":
            case "raise":
                raise RuntimeError("odd")
            case "block":
                self.free.wait(10)

    def end(self, *, at_once: bool) -> None:
        self.ended.set()
        if "raise at the end" in self.does:
            raise RuntimeError(at_once)


def guarded(odd: Odd, faults: Faults, clock: Callable[[], int] = lambda: 0) -> Guarded:
    return Guarded(lambda: odd, faults, clock)


DOES = st.lists(st.sampled_from(["", "raise", "block", "raise at the end"]), max_size=6)


@given(does=DOES, at_once=st.booleans())
def test_the_session_tells_the_same_whatever_its_listeners_do(does: list[str], *, at_once: bool) -> None:
    free, faults = threading.Event(), Faults()
    odd = Odd(list(does), free)
    listener = guarded(odd, faults)
    told = moments(PLAN)
    for moment in told:
        listener.hear(moment)
    listener.end(at_once=at_once)
    assert told == ALONE
    free.set()
    listener.wait(10)


def test_one_that_raises_is_switched_off_and_reported_once(capsys: pytest.CaptureFixture[str]) -> None:
    faults = Faults()
    odd = Odd(["", "raise"], threading.Event())
    listener = guarded(odd, faults)
    for moment in ALONE[:4]:
        listener.hear(moment)
    listener.wait(10)
    assert odd.heard == ALONE[:2]
    assert odd.ended.is_set()
    faults.report()
    assert capsys.readouterr().err.count("Sound can't be used") == 1


def test_what_comes_late_is_left_out_but_not_the_end() -> None:
    last = ALONE[-1]
    odd, clock = Odd([], threading.Event()), iter([0])
    listener = guarded(odd, Faults(), lambda: next(clock, last.now + LATE_MS + 1))
    for moment in ALONE[-4:]:
        listener.hear(moment)
    listener.end(at_once=False)
    listener.wait(10)
    assert odd.heard == [last]


def test_what_came_while_it_was_made_ready_is_heard() -> None:
    odd = Odd([], threading.Event())
    listener = guarded(odd, Faults(), lambda: ALONE[0].now + 5 * LATE_MS)
    listener.hear(ALONE[0])
    listener.end(at_once=False)
    listener.wait(10)
    assert odd.heard == ALONE[:1]


def test_one_that_hangs_keeps_nobody_waiting_and_a_few_moments_at_most() -> None:
    free = threading.Event()
    odd = Odd(["block"], free)
    listener = guarded(odd, Faults())
    for moment in ALONE * 3:
        listener.hear(moment)
    free.set()
    listener.end(at_once=True)
    listener.wait(10)
    assert len(odd.heard) <= 10
