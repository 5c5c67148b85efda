"""What is played is in the diary: at once, and as it was."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from recording_stage import GONE, kept, recorded, the_cramp, written_at

from app_driver import DAY, NIGHT, AppDriver
from uncramp.domain.diary import CrampEntry, Ending, SessionEntry
from uncramp.domain.routine import Side
from uncramp.faults import Faults
from uncramp.guidance.recording import LiveDiary
from uncramp.paths import diary_folder
from uncramp.store.diary import DiaryStore, my_diary
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.session import SessionScreen


async def test_a_cramp_is_on_the_disk_once_the_screen_stands_and_its_relief_at_once() -> None:
    with recorded(AppDriver(NIGHT)) as hand:
        async with hand.running("cramp-calf"):
            hand.settle()
            assert (the_cramp().routine, the_cramp().relief) == ("cramp-calf", None)
            await hand.pass_time(2)
            await hand.press("enter")
            assert the_cramp().relief == 2


@pytest.mark.parametrize("when", [DAY, NIGHT])
@pytest.mark.parametrize("written", [False, True])
async def test_a_first_aid_that_is_only_looked_at_is_not_kept(when: datetime, *, written: bool) -> None:
    with recorded(AppDriver(when)) as hand:
        async with hand.running("cramp-calf"):
            if written:
                hand.settle()
            await hand.pass_time(19)
            await hand.press("q")
        hand.context.diary.close()
        assert kept() == []


async def test_a_cramp_is_kept_where_somebody_says_by_day_that_it_was_one() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            hand.settle()
            await hand.pass_time(20)
            await hand.press("q", "y")
        hand.context.diary.close()
        assert the_cramp().relief is None


async def test_what_was_no_cramp_by_day_is_not_kept_and_can_be_restored() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            hand.settle()
            await hand.pass_time(20)
            (entry,) = kept()
            await hand.press("q", "n")
            assert kept() == []
        hand.context.diary.close()
    store = my_diary()
    store.restore(entry.id)
    store.close()
    assert [one.id for one in kept()] == [entry.id]


async def test_a_cramp_stopped_at_night_is_in_the_diary_and_is_not_offered_again() -> None:
    with recorded(AppDriver(NIGHT)) as hand:
        async with hand.running("cramp-calf"):
            hand.settle()
            await hand.pass_time(20)
            await hand.press("q")
        assert the_cramp().relief is None
        written_at(hand.when)
    with recorded(AppDriver(NIGHT)) as hand:
        async with hand.running(None):
            assert isinstance(hand.screen, HomeScreen)


async def test_practice_is_kept_and_nothing_is_asked_of_it() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("daily-calf"):
            hand.settle()
            await hand.pass_time(20)
            await hand.press("enter", "enter")
            assert isinstance(hand.screen, FinishScreen)
            assert "You did 20 seconds." in hand.words()
            assert "Well done." not in hand.text(), "what was skipped is not praised"
            await hand.press("enter")
    (entry,) = kept()
    assert isinstance(entry, SessionEntry)
    assert (entry.routine, entry.ending, entry.played) == ("daily-calf", Ending.COMPLETED, 20)


async def test_two_routines_from_home_are_two_entries() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running(None):
            for _nth in range(2):
                await hand.press("enter")
                await hand.pass_time(20)
                await hand.press("q", "y")
            assert isinstance(hand.screen, HomeScreen)
        hand.context.diary.close()
    assert [type(entry) for entry in kept()] == [CrampEntry, CrampEntry]


async def test_again_is_one_key_away_and_is_another_cramp() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "a")
            assert isinstance(hand.screen, SessionScreen)
            await hand.press("enter")
    first, second = kept()
    assert isinstance(first, CrampEntry)
    assert isinstance(second, CrampEntry)
    assert None not in (first.relief, second.relief)


async def test_a_cramp_that_goes_on_again_is_one_cramp_in_the_diary() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            hand.settle()
            for _ in range(6):
                await hand.press("right")
            assert isinstance(hand.screen, FinishScreen)
            await hand.press("n")
            await hand.pass_time(5)
            await hand.press(*GONE)
            assert isinstance(hand.screen, FinishScreen)
        assert (the_cramp().relief or 0) >= 5


async def test_a_diary_that_breaks_does_no_harm_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def no_sqlite() -> DiaryStore:
        raise ImportError("No module named '_sqlite3'")

    hand = AppDriver()
    broken = Faults()
    hand.context = replace(hand.context, faults=broken, diary=LiveDiary(broken, no_sqlite))
    async with hand.running("cramp-calf"):
        hand.settle()
        await hand.press(*GONE)
        assert isinstance(hand.screen, FinishScreen)
        assert "The muscle may be sore" in hand.text()
        await hand.press("enter")
    hand.context.diary.close()
    broken.report()
    assert "Your diary can't be used." in capsys.readouterr().err


@pytest.mark.parametrize("skip", ["enter", "right", "pagedown"])
async def test_a_routine_that_was_only_skipped_through_is_not_praised_and_u_leads_back_into_it(
    skip: str,
) -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("daily-calf"):
            hand.settle()
            await hand.pass_time(2)
            while isinstance(hand.screen, SessionScreen):
                at = hand.play.session.position.index
                await hand.press(skip)
            assert isinstance(hand.screen, FinishScreen)
            assert "Well done." not in hand.text()
            await hand.press("u")
            assert hand.play.session.position.index == at
            await hand.pass_time(3)
            assert hand.play.session.played_ms >= 5_000
            (entry,) = kept()
            assert isinstance(entry, SessionEntry)
            assert entry.ending is Ending.INTERRUPTED


async def test_a_routine_that_ended_by_the_clock_has_nothing_to_take_back() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("daily-calf"):
            await hand.pass_time(5)
            await hand.press("plus")
            await hand.pass_time(330)
            assert isinstance(hand.screen, FinishScreen)
            assert "Well done." in hand.text()
            await hand.press("u")
            assert isinstance(hand.screen, FinishScreen)


async def test_a_side_that_was_taken_back_is_asked_for() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            hand.settle()
            await hand.press("s", "u", *GONE, "7")
            assert "1 left 2 right 3 both" in hand.words()
            assert the_cramp().side is None
            await hand.press("2")
        hand.context.diary.close()
        assert the_cramp().side is Side.RIGHT


@pytest.mark.parametrize("year", [1969, 1970, 2200])
async def test_a_clock_that_cannot_be_right_is_said_and_what_happened_is_kept_beside(
    year: int, capsys: pytest.CaptureFixture[str]
) -> None:
    when = DAY.replace(year=year)
    with recorded(AppDriver(when)) as hand:
        async with hand.running(None):
            await hand.press("enter")
            await hand.pass_time(30)
            await hand.press(*GONE, "7", "enter")
            while not isinstance(hand.screen, HomeScreen):
                await hand.press("enter")
            await hand.press("d")
            assert f"The clock says {year}" in hand.words()
            await hand.press("p", "escape")
            assert isinstance(hand.screen, HomeScreen)
        hand.context.diary.close()
        hand.context.faults.report()
        told = capsys.readouterr().err
    assert f"The clock of this computer says {year}-11-22 12:00" in told
    assert kept() == []
    (file,) = diary_folder().glob("diary-undated-*.jsonl")
    last = json.loads(file.read_text().splitlines()[-1])
    assert (last["relief"], last["strength"]) == (30, 7)


async def test_a_record_stands_as_soon_as_the_first_picture_does() -> None:
    with recorded(AppDriver(NIGHT)) as hand:
        async with hand.running("cramp-calf"):
            assert the_cramp().relief is None
