"""What was cut off is offered again, and goes on where it was."""

from datetime import timedelta
from pathlib import Path

import pytest
from recording_stage import cut_off, kept, recorded, the_cramp, written_at

from app_driver import NIGHT, AppDriver
from uncramp.domain.diary import Ending, SessionEntry
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Side, Tag
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.resume import ResumeScreen
from uncramp.tui.screens.session import SessionScreen


async def test_practice_that_was_cut_off_goes_on_at_the_very_interval_in_the_same_entry() -> None:
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running(None):
            assert isinstance(hand.screen, ResumeScreen)
            assert "5 minutes ago" in hand.text()
            assert "Calf routine, short" in hand.text()
            await hand.press("enter")
            first = hand.play.session.position.index
            assert first > 0
            await hand.pass_time(10)
            while isinstance(hand.screen, SessionScreen):
                await hand.press("enter")
            assert isinstance(hand.screen, FinishScreen)
            await hand.press("enter")
            assert isinstance(hand.screen, HomeScreen)
        hand.context.diary.close()
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
    with recorded(AppDriver(hand.when)) as again:
        async with again.running(None):
            assert isinstance(again.screen, HomeScreen)


@pytest.mark.parametrize(
    "typed", [("escape",), ("backspace",), ("q",), ("down", "down", "enter"), ("tab", "tab", "enter")]
)
async def test_back_and_a_marked_no_lead_home_too(typed: tuple[str, ...]) -> None:
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running(None):
            await hand.press(*typed)
            assert isinstance(hand.screen, HomeScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
async def test_what_enter_does_is_in_sight_at_every_size(size: tuple[int, int]) -> None:
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running(None, size):
            assert "Go on where you were? Calf routine, short" in hand.words()
            assert "Enter Go on" in hand.words().replace("[Enter]", "Enter")
            assert "n No" in hand.words().replace("[ n ]", "n")


@pytest.mark.parametrize("over", [(), ("exclamation_mark",)])
async def test_c_is_first_aid_in_place_of_practice_that_was_cut_off(over: tuple[str, ...]) -> None:
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running(None):
            await hand.press(*over, "c")
            assert hand.play.session.plan.routine == "cramp-calf"
            assert not any(isinstance(screen, ResumeScreen) for screen in hand.app.screen_stack)
            await hand.pass_time(30)
            await hand.press("enter")
        hand.context.diary.close()
    assert {type(entry).__name__ for entry in kept()} == {"CrampEntry", "SessionEntry"}


async def test_c_goes_on_with_a_cramp_that_was_cut_off() -> None:
    hand = await cut_off("cramp-calf", 30, when=NIGHT, minutes=2)
    with recorded(hand):
        async with hand.running(None):
            await hand.press("c")
            assert "cramp 2:3" in hand.text()
            await hand.press("enter")
        hand.context.diary.close()
    assert 150 <= (the_cramp().relief or 0) <= 152


async def test_a_cramp_that_goes_on_keeps_its_clock_over_the_cut() -> None:
    hand = await cut_off("cramp-calf", 30, when=NIGHT, minutes=2)
    with recorded(hand):
        async with hand.running(None):
            await hand.press("enter")
            assert "cramp 2:3" in hand.text()
            await hand.press("enter")
        hand.context.diary.close()
    assert 150 <= (the_cramp().relief or 0) <= 152


async def test_a_cramp_that_was_gone_before_the_cut_has_no_new_clock() -> None:
    hand = await cut_off("cramp-calf", 30, "enter", "n", when=NIGHT, minutes=2)
    before = the_cramp()
    with recorded(hand):
        async with hand.running(None):
            await hand.press("enter")
            assert "stopped after 0:30" in hand.text()
            await hand.pass_time(3)
        hand.context.diary.close()
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
    changed = AppDriver(hand.when, profile=Profile(frozenset({Tag.VARICOSE_VEINS})))
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
    with recorded(AppDriver(own=own)) as hand:
        async with hand.running("mine"):
            hand.settle()
            await hand.pass_time(5)
    written_at(hand.when)
    (own / "mine.yaml").unlink()
    with recorded(AppDriver(hand.when + timedelta(minutes=1), own=own)) as again:
        async with again.running(None):
            assert isinstance(again.screen, HomeScreen)


async def test_minutes_without_pain_before_the_cut_bring_no_card_after_it() -> None:
    hand = await cut_off("cramp-calf", 60, "enter", when=NIGHT, minutes=2, then=(400, "r", 30))
    with recorded(hand):
        async with hand.running(None):
            await hand.press("enter")
            session = hand.play.session
            assert session.eased_ms >= 400_000
            await hand.pass_time(20)  # over ten minutes since it began, of which less than four in pain
            assert (session.cramp_ms(hand.now) or 0) > 600_000
            assert hand.play is hand.screen
