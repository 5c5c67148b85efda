"""`c`: first aid for a calf cramp from every page, outside a line that is typed into."""

from dataclasses import replace

import pytest
from diary_stage import DiaryHand, fill
from recording_stage import GONE

from app_driver import DAY, AppDriver
from diary_making import PATIENT, cramp
from uncramp.domain.diary import Ending, SessionEntry
from uncramp.domain.routine import Tag
from uncramp.domain.session_state import Phase
from uncramp.faults import Faults
from uncramp.guidance.recording import LiveDiary
from uncramp.store.diary import my_diary
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.stop import StopScreen

PAGES = {
    "home": (),
    "home, marked": ("down",),
    "diary": ("d",),
    "entry": ("d", "enter"),
    "guide": ("g",),
    "about": ("a",),
    "preview": ("down", "space"),
    "signs": ("exclamation_mark",),
    "keys": ("question_mark",),
    "signs over the diary": ("d", "exclamation_mark"),
}


@pytest.mark.parametrize("key", ["c", "C"])
@pytest.mark.parametrize("page", PAGES)
async def test_c_starts_first_aid_on_every_page(page: str, key: str) -> None:
    fill([cramp("2026-11-22 02:00")])
    hand = DiaryHand()
    async with hand.running(None):
        await hand.press(*PAGES[page], key)
        assert hand.play.session.plan.routine == "cramp-calf"
        assert hand.play.session.phase is Phase.RUNNING


@pytest.mark.parametrize("over", [(), ("i",), ("exclamation_mark",), ("question_mark",), ("q",)])
@pytest.mark.parametrize("start", [None, "daily-calf"])
async def test_an_exercise_waits_meanwhile(start: str | None, over: tuple[str, ...]) -> None:
    hand = DiaryHand(DAY)
    async with hand.running(start):
        if start is None:
            await hand.press("down", "enter")
        exercise = hand.play.session
        await hand.press(*over, "c")
        assert hand.play.session.plan.routine == "cramp-calf"
        assert hand.play.session.phase is Phase.RUNNING
        assert exercise.phase is Phase.PAUSED
        await hand.pass_time(3)
        assert hand.play.session.plan.routine == "cramp-calf"


async def test_a_c_that_was_a_wrong_key_costs_nothing() -> None:
    hand = DiaryHand(DAY)
    diary = LiveDiary(Faults(), lambda: my_diary(now=lambda: hand.when), lambda: hand.when)
    hand.context = replace(hand.context, diary=diary)
    async with hand.running("daily-calf"):
        hand.settle()
        await hand.pass_time(25)
        exercise = hand.play.session
        await hand.press("c")
        assert "Press q to go back to it." in hand.text()
        await hand.pass_time(5)
        await hand.press("q")
        assert hand.play.session is exercise
        assert "Space go on" in hand.words()
        await hand.press("space")
        assert exercise.phase is Phase.RUNNING
        await hand.pass_time(4)
        await hand.press("q", "q")
    diary.close()
    (kept,) = hand.kept()
    assert isinstance(kept, SessionEntry)
    assert kept.ending is Ending.STOPPED
    assert kept.played == exercise.played_ms // 1000


async def test_what_waits_and_the_cramp_are_two_entries() -> None:
    hand = DiaryHand(DAY)
    diary = LiveDiary(Faults(), lambda: my_diary(now=lambda: hand.when), lambda: hand.when, PATIENT)
    hand.context = replace(hand.context, diary=diary)
    async with hand.running("daily-calf"):
        hand.settle()
        await hand.pass_time(28)
        await hand.press("c")
        await hand.pass_time(22)
        await hand.press(*GONE, "q", "q", "q")
    diary.close()
    kinds = {type(entry).__name__: entry for entry in hand.kept()}
    assert set(kinds) == {"CrampEntry", "SessionEntry"}
    exercise = kinds["SessionEntry"]
    assert isinstance(exercise, SessionEntry)
    assert exercise.ending is Ending.STOPPED


@pytest.mark.parametrize("over", [(), ("i",), ("exclamation_mark",), ("w",), ("question_mark",)])
async def test_in_first_aid_c_leads_back_to_it(over: tuple[str, ...]) -> None:
    async with AppDriver().running("cramp-foot") as hand:
        session = hand.play.session
        await hand.press(*over, "c", "c")
        assert hand.play.session is session
        assert len(hand.app.screen_stack) == 1
        assert not session.phase.over


async def test_over_the_stop_question_of_a_first_aid_it_goes_on() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        session = hand.play.session
        await hand.pass_time(25)
        await hand.press("q")
        assert isinstance(hand.screen, StopScreen)
        await hand.press("c")
        assert hand.play.session is session
        assert session.phase is Phase.RUNNING


async def test_a_pause_that_was_there_before_stays_and_one_that_a_page_made_ends() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        await hand.press("i", "c")
        phases = [hand.play.session.phase]
        await hand.press("space", "i", "c")
        assert [*phases, hand.play.session.phase] == [Phase.RUNNING, Phase.PAUSED]


async def test_after_a_yes_c_leads_back_to_the_question() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        await hand.press("enter", "y", "c")
        assert isinstance(hand.screen, SessionScreen)
        assert hand.play.session.question is not None
        await hand.pass_time(1)
        assert isinstance(hand.screen, SessionScreen)


async def test_at_the_end_of_an_exercise_it_begins_anew_and_at_the_end_of_a_cramp_it_is_the_same_one() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("down", "enter", "enter", "enter")
        assert isinstance(hand.screen, FinishScreen)
        await hand.press("exclamation_mark", "c")
        first = hand.play.session
        assert first.plan.routine == "cramp-calf"
        began = first.cramp_began
        await hand.press("enter", "n", "enter", "enter", "enter", "enter")
        assert isinstance(hand.screen, FinishScreen)
        await hand.press("c")
        assert hand.play.session is not first
        assert hand.play.session.cramp_began == began
        await hand.press("q", "q")
        assert isinstance(hand.screen, HomeScreen)


async def test_while_one_types_it_is_a_c() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("a", "down", "enter", "c", "c")
        assert "cc" in hand.text()
        assert not isinstance(hand.screen, SessionScreen)


async def test_what_was_just_said_about_the_person_counts() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("a", "enter", "c")
        assert Tag.PREGNANT in hand.app.context.profile.tags
        assert hand.play.session.plan.changes
        assert hand.play.context.profile.tags


async def test_it_is_in_the_list_of_keys() -> None:
    async with AppDriver().running("daily-calf", size=(75, 60)) as hand:
        await hand.press("question_mark")
        assert "First aid for the calf." in hand.text()
