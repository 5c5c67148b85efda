"""What is played is in the diary, what was cut off is offered again, and what is asked when a cramp is gone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from stage_hand import DAY, NIGHT, StageHand

from uncramp.broken import Broken
from uncramp.diaries import my_diary
from uncramp.domain.diary import CrampEntry, Ending, Entry, SessionEntry, State
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Side, Tag
from uncramp.paths import diary_folder
from uncramp.store.diary import DiaryStore
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.resume import ResumeScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.visit_diary import VisitDiary

GONE = ("enter", "n", "enter", "enter", "enter", "enter")
"""Relief, no clot, and all that comes after it left out."""


@contextmanager
def recorded(hand: StageHand) -> Iterator[StageHand]:
    """The stage hand with a diary of its own home."""
    began = hand.now
    start = hand.when

    def now() -> datetime:
        return start + timedelta(milliseconds=hand.now - began)

    broken = Broken()
    diary = VisitDiary(broken, lambda: my_diary(now=now), now)
    hand.kit = replace(hand.kit, diary=diary, broken=broken, local_time=now)
    try:
        yield hand
    finally:
        diary.close()


def kept() -> list[Entry]:
    """What another process would find, the oldest first."""
    store = my_diary()
    try:
        return [entry for entry, _changed in store.everything()]
    finally:
        store.close()


def the_cramp() -> CrampEntry:
    (entry,) = kept()
    assert isinstance(entry, CrampEntry)
    return entry


async def test_a_cramp_is_on_the_disk_once_the_screen_stands_and_its_relief_at_once() -> None:
    with recorded(StageHand(NIGHT)) as hand:
        async with hand.running("cramp-calf"):
            hand.app._settle()
            assert (the_cramp().routine, the_cramp().relief) == ("cramp-calf", None)
            await hand.pass_time(2)
            await hand.press("enter")
            assert the_cramp().relief == 2


async def test_a_program_that_is_left_in_its_first_second_has_kept_the_cramp() -> None:
    with recorded(StageHand(NIGHT)) as hand:
        async with hand.running("cramp-calf"):
            await hand.press("q")
        hand.kit.diary.close()
        assert the_cramp().relief is None


async def test_a_cramp_stopped_at_night_is_in_the_diary_and_is_not_offered_again() -> None:
    with recorded(StageHand(NIGHT)) as hand:
        async with hand.running("cramp-calf"):
            hand.app._settle()
            await hand.press("q")
        assert the_cramp().relief is None
        written_at(hand.when)
    with recorded(StageHand(NIGHT)) as hand:
        async with hand.running(None):
            assert isinstance(hand.screen, HomeScreen)


async def test_practice_is_kept_and_nothing_is_asked_of_it() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("daily-calf"):
            hand.app._settle()
            await hand.pass_time(20)
            await hand.press("enter", "enter")
            assert isinstance(hand.screen, FinishScreen)
            assert "Well done." in hand.text() or "You kept at it" in hand.text()
            await hand.press("enter")
    (entry,) = kept()
    assert isinstance(entry, SessionEntry)
    assert (entry.routine, entry.ending, entry.played) == ("daily-calf", Ending.COMPLETED, 20)


async def test_two_routines_from_home_are_two_entries() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running(None):
            await hand.press("enter", "q", "q")
            await hand.press("enter", "q", "q")
            assert isinstance(hand.screen, HomeScreen)
        hand.kit.diary.close()
    assert [type(entry) for entry in kept()] == [CrampEntry, CrampEntry]


async def test_after_relief_one_key_each_and_written_at_once() -> None:
    with recorded(StageHand(NIGHT)) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.pass_time(35)
            await hand.press(*GONE)
            assert "1 of 7" in hand.text()
            await hand.press("8")
            assert the_cramp().strength == 8
            await hand.press("2", "1", "1", "m", "enter", "plus", "plus", "minus", "enter")
            cramp = the_cramp()
            assert (cramp.strength_after, cramp.side, cramp.state) == (2, Side.LEFT, State.ASLEEP)
            assert (cramp.signs, cramp.relief) == (("sleep_spoilt",), 45)
            await hand.press("n", "q", "r", "question_mark", "enter")
            assert the_cramp().note == "qr?"
            assert "What you said is kept." in hand.text()
            assert "The cramp took 45 seconds." in hand.text()
            await hand.press("enter")
        assert hand.app.return_code == 0


async def test_ten_has_a_key_of_its_own() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "x")
        assert the_cramp().strength == 10


async def test_enter_skips_one_and_escape_all_and_undo_takes_either_back() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter")
            assert "2 of 7" in hand.text()
            await hand.press("u")
            assert "1 of 7" in hand.text()
            await hand.press("4", "u")
            assert the_cramp().strength is None
            await hand.press("escape")
            assert "The muscle may be sore" in hand.text()
            assert "is kept" not in hand.text()
            await hand.press("u")
            assert "1 of 7" in hand.text()


async def test_leaving_is_one_key_away_whatever_is_asked() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "7", "q")
        assert hand.app.return_code == 0
        assert the_cramp().strength == 7


async def test_again_is_one_key_away_and_is_another_cramp() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "r")
            assert isinstance(hand.screen, SessionScreen)
            await hand.press("enter")
    first, second = kept()
    assert isinstance(first, CrampEntry)
    assert isinstance(second, CrampEntry)
    assert None not in (first.relief, second.relief)


async def test_a_cramp_that_goes_on_again_is_one_cramp_in_the_diary() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf"):
            hand.app._settle()
            for _ in range(6):
                await hand.press("right")
            assert isinstance(hand.screen, FinishScreen)
            await hand.press("r")
            await hand.pass_time(5)
            await hand.press(*GONE)
            assert isinstance(hand.screen, FinishScreen)
        assert (the_cramp().relief or 0) >= 5


async def test_it_is_gone_at_last_is_kept_and_then_asked_about() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf"):
            for _ in range(6):
                await hand.press("right")
            assert isinstance(hand.screen, FinishScreen)
            hand.now += 60_000
            await hand.press("g")
            assert "1 of 7" in hand.text()
            await hand.press("9")
        assert the_cramp().strength == 9
        assert (the_cramp().relief or 0) >= 60


async def test_a_ticked_red_flag_shows_what_to_do_first_and_can_be_taken_back() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter", "enter", "enter", "enter")
            assert "5 of 7" in hand.text()
            await hand.press("d")
            assert isinstance(hand.screen, SignsScreen)
            shown = hand.text()
            assert "You ticked a warning sign." in shown
            assert shown.index("Doctor, maternity unit") < shown.index("Call your local emergency number now")
            assert the_cramp().signs == ("leg_swollen",)
            await hand.press("u")
            assert isinstance(hand.screen, FinishScreen)
            assert the_cramp().signs == ()


async def test_arrows_and_space_tick_a_sign_too() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter", "enter", "enter", "enter", "end", "space")
            assert the_cramp().signs == ("new_medicine",)
            await hand.press("space")
            assert the_cramp().signs == ()


async def test_the_mouse_answers_and_skips() -> None:
    with recorded(StageHand()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE)
            await hand.pilot.click("#answers", offset=(13, 0))
            assert the_cramp().strength == 2
            await hand.pilot.click("#prompt", offset=(3, 0))
            assert "3 of 7" in hand.text()
            await hand.press("1", "1")
            await hand.pilot.click("#signs", offset=(3, 5))
            assert len(the_cramp().signs) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6), (200, 60)])
async def test_every_question_has_its_words_its_answers_and_the_way_on_at_any_size(
    size: tuple[int, int],
) -> None:
    with recorded(StageHand(NIGHT)) as hand:
        async with hand.running("cramp-calf", size=size):
            await hand.press(*GONE)
            for key in ("0", "1", "1", "1"):
                assert "skip this" in hand.text()
                assert key in hand.text()
                await hand.press(key)
            assert "a ·" in hand.text()
            assert "skip this" in hand.text()
            await hand.press("enter")
            assert "10 s" in hand.text()
            assert "next" in hand.text()
            await hand.press("enter", "n")
            assert "keep" in hand.text()


async def test_a_side_that_is_known_is_not_asked() -> None:
    with recorded(StageHand(profile=Profile(usual_side=Side.RIGHT))) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE)
            assert "1 of 6" in hand.text()
        assert the_cramp().side is Side.RIGHT


async def test_a_diary_that_breaks_does_no_harm_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def no_sqlite() -> DiaryStore:
        raise ImportError("No module named '_sqlite3'")

    hand = StageHand()
    broken = Broken()
    hand.kit = replace(hand.kit, broken=broken, diary=VisitDiary(broken, no_sqlite))
    async with hand.running("cramp-calf"):
        hand.app._settle()
        await hand.press(*GONE)
        assert isinstance(hand.screen, FinishScreen)
        assert "The muscle may be sore" in hand.text()
        await hand.press("enter")
    hand.kit.diary.close()
    broken.tell()
    assert "Your diary can't be used." in capsys.readouterr().err


# What was cut off.


async def cut_off(
    name: str,
    seconds: float,
    *keys: str,
    when: datetime = DAY,
    minutes: float = 5,
    profile: Profile | None = None,
) -> StageHand:
    """Play for a while, have it cut off, and come back after some minutes."""
    with recorded(StageHand(when, profile=profile)) as hand:
        async with hand.running(name):
            hand.app._settle()
            await hand.pass_time(seconds)
            await hand.press(*keys)
    written_at(hand.kit.local_time())
    return StageHand(hand.kit.local_time() + timedelta(minutes=minutes), profile=profile)


def written_at(moment: datetime) -> None:
    """Let the diary's files be as old as the stage has it."""
    for file in diary_folder().iterdir():
        os.utime(file, (moment.timestamp(), moment.timestamp()))


async def test_practice_that_was_cut_off_goes_on_at_the_very_interval_in_the_same_entry() -> None:
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running(None):
            assert isinstance(hand.screen, ResumeScreen)
            assert "5 minutes ago" in hand.text()
            assert "Calf routine, short" in hand.text()
            await hand.press("enter")
            first = hand.play.session.place.index
            assert first > 0
            await hand.pass_time(10)
            while isinstance(hand.screen, SessionScreen):
                await hand.press("enter")
            assert isinstance(hand.screen, FinishScreen)
            await hand.press("enter")
            assert isinstance(hand.screen, HomeScreen)
        hand.kit.diary.close()
    (entry,) = kept()
    assert isinstance(entry, SessionEntry)
    assert entry.ending is Ending.COMPLETED
    assert 68 <= entry.played <= 71  # what was played since the last write before the cut is not known


async def test_no_leads_home_and_it_is_not_offered_again() -> None:
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running(None):
            await hand.press("n")
            assert isinstance(hand.screen, HomeScreen)
        written_at(hand.when)
    with recorded(StageHand(hand.when)) as again:
        async with again.running(None):
            assert isinstance(again.screen, HomeScreen)


async def test_a_cramp_that_goes_on_keeps_its_clock_over_the_cut() -> None:
    hand = await cut_off("cramp-calf", 30, when=NIGHT, minutes=2)
    with recorded(hand):
        async with hand.running(None):
            await hand.press("enter")
            assert "cramp 2:3" in hand.text()
            await hand.press("enter")
        hand.kit.diary.close()
    assert 150 <= (the_cramp().relief or 0) <= 152


async def test_a_cramp_that_was_gone_before_the_cut_has_no_new_clock() -> None:
    hand = await cut_off("cramp-calf", 30, "enter", "n", when=NIGHT, minutes=2)
    before = the_cramp()
    with recorded(hand):
        async with hand.running(None):
            await hand.press("enter")
            assert "gone after 0:30" in hand.text()
            await hand.pass_time(3)
        hand.kit.diary.close()
    assert (the_cramp().relief, the_cramp().ended_in) == (before.relief, before.ended_in)


@pytest.mark.parametrize(("minutes", "offered"), [(14, True), (16, False)])
async def test_it_is_offered_for_a_quarter_of_an_hour(minutes: float, offered: bool) -> None:
    hand = await cut_off("daily-calf", 60, minutes=minutes)
    with recorded(hand):
        async with hand.running(None):
            assert isinstance(hand.screen, ResumeScreen) is offered


async def test_now_never_asks() -> None:
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running("cramp-calf"):
            assert isinstance(hand.screen, SessionScreen)


async def test_a_plan_that_is_another_one_by_now_is_not_offered() -> None:
    hand = await cut_off("cramp-calf", 30, "enter", "n", minutes=2)
    changed = StageHand(hand.when, profile=Profile(frozenset({Tag.VARICOSE_VEINS})))
    with recorded(changed):
        async with changed.running(None):
            assert isinstance(changed.screen, HomeScreen)


async def test_the_other_side_is_still_the_other_side() -> None:
    left = Profile(usual_side=Side.LEFT)
    hand = await cut_off("cramp-calf", 10, "s", when=NIGHT, minutes=2, profile=left)
    with recorded(hand):
        async with hand.running(None):
            await hand.press("enter")
            assert hand.play.session.plan.side is Side.RIGHT


async def test_a_routine_of_ones_own_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.yaml").write_text(
        "title: Mine\npurpose: daily\nfor: calf\nabout: Mine\nsteps:\n"
        "  - {name: A, say: Do it., moves: [go 30s]}\n  - {name: B, say: And this., moves: [go 30s]}\n"
    )
    with recorded(StageHand(own=own)) as hand:
        async with hand.running("mine"):
            hand.app._settle()
            await hand.pass_time(5)
    written_at(hand.when)
    (own / "mine.yaml").unlink()
    with recorded(StageHand(hand.when + timedelta(minutes=1), own=own)) as again:
        async with again.running(None):
            assert isinstance(again.screen, HomeScreen)
