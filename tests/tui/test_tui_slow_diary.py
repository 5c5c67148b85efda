"""No screen stands still for a diary that hangs: keys act, the clock runs on, and nothing of what happened is lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app_driver import NIGHT, AppDriver
from diary_making import cramp, diary, kept_in
from slow_diary import IMPATIENT, SlowStore, spooled
from uncramp.domain.diary import CrampEntry
from uncramp.faults import Faults
from uncramp.guidance.recording import LiveDiary
from uncramp.tui.screens.diary import DiaryScreen
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.home import HomeScreen


@contextmanager
def hanging(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[AppDriver, threading.Event]]:
    """Somebody whose diary answers nothing until the event is set."""
    let_go, hand = threading.Event(), AppDriver(NIGHT)
    faults = Faults()

    def opened(*_settings: object) -> SlowStore:
        return SlowStore(folder, let_go)

    monkeypatch.setattr("uncramp.store.diary.my_diary", opened)
    monkeypatch.setattr("uncramp.guidance.recording._written_lately", lambda _now: True)
    hand.context = replace(hand.context, faults=faults, diary=LiveDiary(faults, opened, writer=IMPATIENT))
    hand.waits_for_diary = False
    try:
        yield hand, let_go
    finally:
        let_go.set()
        hand.context.diary.close()


async def test_a_cramp_is_led_and_kept_beside_a_diary_that_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hanging(tmp_path, monkeypatch) as (hand, _let_go):
        async with hand.running("cramp-calf"):
            hand.settle()
            await hand.pass_time(20)
            assert "cramp 0:20" in hand.text()
            await hand.press("enter")
            assert "stopped after 0:20" in hand.text()
            assert spooled(tmp_path)[-1]["relief"] == 20
            await hand.press("n", *["enter"] * 4)
            assert isinstance(hand.screen, FinishScreen)
            await hand.press("7")
            assert spooled(tmp_path)[-1]["strength"] == 7
    (entry,) = kept_in(tmp_path).values()
    assert isinstance(entry, CrampEntry)
    assert (entry.relief, entry.strength) == (20, 7)


async def test_home_and_first_aid_do_not_wait_for_a_diary_that_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hanging(tmp_path, monkeypatch) as (hand, _let_go):
        async with hand.running(None):
            assert isinstance(hand.screen, HomeScreen)
            await hand.press("down", "escape", "enter")
            assert hand.play.session.plan.routine == "cramp-calf"
            await hand.pass_time(3)
            assert "cramp 0:03" in hand.text()


async def test_the_diary_says_that_it_takes_long_and_shows_what_there_is_when_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uncramp.guidance.diary_browser.WAIT_MS", 20)
    with hanging(tmp_path, monkeypatch) as (hand, let_go):
        async with hand.running(None):
            await hand.press("d")
            assert isinstance(hand.screen, DiaryScreen)
            assert "Your diary takes long to answer" in hand.words()
            await hand.press("exclamation_mark", "escape", "e")
            let_go.set()
            await hand.until(lambda: "Nothing is in your diary yet." in hand.words())
            await hand.press("escape")
            assert isinstance(hand.screen, HomeScreen)


async def test_a_clock_that_cannot_be_right_is_said_also_after_a_diary_took_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uncramp.guidance.diary_browser.WAIT_MS", 20)
    with hanging(tmp_path, monkeypatch) as (hand, let_go):
        hand.when = datetime(1969, 5, 4, 3, 10, tzinfo=UTC)
        async with hand.running(None):
            await hand.press("d")
            assert "Your diary takes long to answer" in hand.words()
            let_go.set()
            await hand.until(lambda: "The clock says 1969-05-04 03:10, which can't be right." in hand.words())
            assert "Your diary can't be shown now." in hand.words()


async def test_a_change_of_a_diary_that_takes_long_is_made_when_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uncramp.guidance.diary_browser.WAIT_MS", 30_000)
    with diary(tmp_path) as store:
        entry = cramp()
        store.add(entry)
    with hanging(tmp_path, monkeypatch) as (hand, let_go):
        let_go.set()
        async with hand.running(None):
            await hand.press("d")
            await hand.until(lambda: "1 cramp" in hand.words())
            let_go.clear()
            monkeypatch.setattr("uncramp.guidance.diary_browser.WAIT_MS", 20)
            await hand.press("x")
            assert "It is saved as soon as it does." in hand.words()
            monkeypatch.setattr("uncramp.guidance.diary_browser.WAIT_MS", 30_000)
            let_go.set()
            await hand.until(lambda: "Nothing is in your diary yet." in hand.words())
            await hand.press("u")
            await hand.until(lambda: kept_in(tmp_path) == {entry.id: entry})
