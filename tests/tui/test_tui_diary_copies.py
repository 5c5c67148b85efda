"""Another copy of the diary beside it: home says so by day, the diary names it once, and undo brings back a deletion."""

import shutil
from pathlib import Path

import pytest
from diary_stage import DiaryHand, diary_screen, fill
from test_tui_diary_home import glanced

from app_driver import DAY, NIGHT
from diary_making import cramp
from uncramp.paths import diary_folder
from uncramp.tui.screens import home

TOLD = "There is another copy of your diary. Press d to see."


@pytest.fixture(autouse=True)
def _looks_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Home does not look by itself: two looks would cut each other off."""
    monkeypatch.setattr(home, "_COMPLETE_S", 3_600)


def copied(name: str) -> Path:
    return Path(shutil.copy(diary_folder() / "diary.db", diary_folder() / name))


async def test_home_says_it_until_the_diary_has_named_it() -> None:
    fill([cramp("2026-11-20 02:00")])
    copied("diary-LAPTOP.db")
    hand = DiaryHand(DAY)
    async with hand.running(None, (100, 40)):
        assert TOLD in await glanced(hand)
        await hand.press("d")
        assert "diary-LAPTOP.db" in hand.text()
        assert "uncramp diary import diary-LAPTOP.db" in " ".join(hand.text().split())
        await hand.press("escape")
        assert TOLD not in await glanced(hand)
        await hand.press("d")
        assert "diary-LAPTOP.db" not in hand.text()


async def test_by_night_home_says_nothing_of_it() -> None:
    fill([cramp("2026-11-20 02:00")], NIGHT)
    copied("diary 2.db")
    hand = DiaryHand(NIGHT)
    async with hand.running(None, (100, 40)):
        assert TOLD not in await glanced(hand)


async def test_a_name_with_escapes_is_shown_as_text() -> None:
    fill([cramp("2026-11-20 02:00")])
    copied("diary [red]\x1b[2J 2.db")
    async with diary_screen(size=(100, 40)) as hand:
        assert "[red]\\x1b[2J" in hand.text()
