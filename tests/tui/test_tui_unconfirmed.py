"""What may have been a cramp: home asks about it by day, the diary marks it, and first aid stays one key away."""

from dataclasses import replace
from datetime import timedelta

import pytest
from diary_stage import DiaryHand, diary_screen, fill

from app_driver import DAY, NIGHT
from diary_making import cramp, session
from uncramp.domain.diary import CrampEntry, Ending, Entry
from uncramp.tui.screens import home
from uncramp.tui.screens.diary_entry import EntryScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.session import SessionScreen


def unsure(written: str = "2026-11-22 03:10") -> CrampEntry:
    return replace(cramp(written, relief=None), unconfirmed=True)


async def look(hand: DiaryHand) -> str:
    """What home shows when the diary has been looked into, and what was answered has been written."""
    assert isinstance(hand.screen, HomeScreen)
    await hand.app.workers.wait_for_complete()
    await hand.pilot.pause()
    hand.screen.read_diary()
    await hand.app.workers.wait_for_complete()
    await hand.pilot.pause()
    return hand.words()


@pytest.fixture(autouse=True)
def _looks_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "_COMPLETE_S", 3_600)


async def test_home_asks_by_day_and_yes_makes_it_count() -> None:
    fill([unsure()])
    hand = DiaryHand(DAY)
    async with hand.running(None):
        assert "Night 21/22 Nov, 03:10: was it a cramp? y yes n no" in await look(hand)
        await hand.press("y")
        assert "was it a cramp?" not in await look(hand)
        assert hand.cramp().counts
        await hand.press("u")
        assert "was it a cramp?" in await look(hand)
        assert not hand.cramp().counts


async def test_no_deletes_it_and_u_brings_it_back() -> None:
    fill([unsure()])
    hand = DiaryHand(DAY)
    async with hand.running(None):
        await look(hand)
        await hand.press("n")
        assert "u brings it back" in await look(hand)
        assert hand.kept() == []
        await hand.press("u")
        await look(hand)
        assert not hand.cramp().counts


async def test_each_is_asked_about_the_newest_first_and_too_many_by_none() -> None:
    fill([unsure("2026-11-20 23:00"), unsure("2026-11-21 16:30")])
    hand = DiaryHand(DAY)
    async with hand.running(None):
        assert "Sat 21 Nov 16:30: was it a cramp? (1 more)" in await look(hand)
        await hand.press("y")
        assert "Night 20/21 Nov, 23:00: was it a cramp?" in await look(hand)
        await hand.press("n")
        await look(hand)
        assert [one.counts for one in hand.kept()] == [True]
    fill([unsure(f"2026-10-{day:02} 02:00") for day in range(1, 30)])
    async with (hand := DiaryHand(DAY)).running(None):
        assert "More than 5 entries say 'Cramp?'." in await look(hand)
        await hand.press("y")
        await look(hand)
        assert sum(not one.counts for one in hand.kept()) == 29


@pytest.mark.parametrize("key", ["enter", "c"])
async def test_the_keys_of_first_aid_start_it_all_the_same(key: str) -> None:
    fill([unsure()])
    hand = DiaryHand(DAY)
    async with hand.running(None):
        await look(hand)
        await hand.press(key)
        assert isinstance(hand.screen, SessionScreen)
        assert hand.screen.is_first_aid


async def test_esc_puts_it_off_until_the_next_start() -> None:
    fill([unsure()])
    for _start in range(2):
        hand = DiaryHand(DAY)
        async with hand.running(None):
            assert "was it a cramp?" in await look(hand)
            await hand.press("escape")
            assert "was it a cramp?" not in await look(hand)
            await hand.press("y")
            await look(hand)
            assert not hand.cramp().counts


async def test_letters_that_are_typed_are_letters() -> None:
    fill([unsure()])
    hand = DiaryHand(DAY)
    async with hand.running(None):
        await look(hand)
        await hand.press("slash", "y", "n")
        await hand.app.workers.wait_for_complete()
        assert not hand.cramp().counts


async def test_nothing_is_asked_at_night() -> None:
    fill([unsure("2026-11-20 16:30")], NIGHT)
    hand = DiaryHand(NIGHT)
    async with hand.running(None):
        assert "was it a cramp?" not in await look(hand)
        await hand.press("y")
        await look(hand)
        assert not hand.cramp().counts


async def test_nothing_is_asked_of_what_began_in_this_visit() -> None:
    hand = DiaryHand(DAY)
    async with hand.running(None):
        hand.when = DAY + timedelta(hours=1)
        fill([unsure("2026-11-22 12:20")], hand.when)
        assert "was it a cramp?" not in await look(hand)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 16), (20, 6)])
async def test_it_fits_and_never_takes_the_place_of_first_aid(size: tuple[int, int]) -> None:
    fill([unsure()])
    hand = DiaryHand(DAY)
    async with hand.running(None, size):
        words = await look(hand)
        assert (" a cramp?" in words) is (words.count("y yes") == 1) is (size != (20, 6))


async def test_the_diary_marks_it_and_its_key_makes_it_count() -> None:
    async with diary_screen(entries=[unsure()]) as hand:
        assert "Night 21/22 Nov: 1 cramp?" in hand.text()
        assert "? Cramp? · left · calf" in hand.text()
        assert hand.words().count(" 1 cramp?") == 2, "in the calendar, and above the list"
        await hand.press("y")
        assert hand.cramp().counts
        assert "Night 21/22 Nov: 1 cramp\n" in hand.text() + "\n"
        await hand.press("u")
        assert not hand.cramp().counts


@pytest.mark.parametrize("field_and_key", [("unconfirmed", "1"), ("side", "1"), ("strength", "4")])
async def test_whoever_corrects_it_confirms_it(field_and_key: tuple[str, str]) -> None:
    field, key = field_and_key
    async with diary_screen(entries=[unsure()]) as hand:
        await hand.press("enter")
        assert isinstance(hand.screen, EntryScreen)
        assert "Cramp? night 21/22 Nov, 03:10" in hand.text()
        await hand.mark(field)
        await hand.press(key)
        assert hand.cramp().counts


async def test_one_screen_has_one_count() -> None:
    entries: list[Entry] = [
        cramp("2026-11-21 16:00"),
        unsure("2026-11-21 17:00"),
        session("2026-11-21 18:00"),
        session("2026-11-21 18:30", played=60, ending=Ending.STOPPED),
        session("2026-11-21 19:00", played=8, ending=Ending.STOPPED),
        session("2026-11-21 19:30", played=9, ending=Ending.COMPLETED),
        session("2026-11-21 20:00", played=70, ending=Ending.COMPLETED),
    ]
    async with diary_screen(entries=entries) as hand:
        said = "1 cramp, 1 cramp?, 1 session, 2 broken off"
        assert f"Yesterday, Sat 21 Nov: {said}" in hand.text()
        calendar = "\n".join(line[42:] for line in hand.text().splitlines())
        assert said in " ".join(calendar.split())
        assert hand.text().count("only tried") == 2
        assert hand.text().count("skipped to the end") == 1
