"""What is asked when a cramp is gone: one key each, each written at once, each skipped with one key."""

import pytest
from recording_stage import GONE, recorded, the_cramp

from app_driver import NIGHT, AppDriver
from uncramp.domain.diary import State
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Side
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.signs import SignsScreen


async def test_after_relief_one_key_each_and_written_at_once() -> None:
    with recorded(AppDriver(NIGHT)) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.pass_time(35)
            await hand.press(*GONE)
            assert "1 of 7" in hand.text()
            await hand.press("8")
            assert the_cramp().strength == 8
            await hand.press("2", "1", "1", "2", "enter", "plus", "plus", "minus", "enter")
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
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "x")
        assert the_cramp().strength == 10


async def test_enter_skips_one_and_escape_all_and_undo_takes_either_back() -> None:
    with recorded(AppDriver()) as hand:
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
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "7", "q")
        assert hand.app.return_code == 0
        assert the_cramp().strength == 7


async def test_it_is_gone_at_last_is_kept_and_then_asked_about() -> None:
    with recorded(AppDriver()) as hand:
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
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter", "enter", "enter", "enter")
            assert "5 of 7" in hand.text()
            await hand.press("h")
            assert isinstance(hand.screen, SignsScreen)
            shown = hand.text()
            assert "You ticked a warning sign." in shown
            assert shown.index("Call your doctor, maternity unit") < shown.index("Call your local emergency number now")
            assert the_cramp().signs == ("leg_swollen",)
            await hand.press("u")
            assert isinstance(hand.screen, FinishScreen)
            assert the_cramp().signs == ()


async def test_arrows_and_space_tick_a_sign_too() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter", "enter", "enter", "enter", "end", "space")
            assert the_cramp().signs == ("kidney_or_thyroid",)
            await hand.press("space")
            assert the_cramp().signs == ()


async def test_the_mouse_answers_and_skips() -> None:
    with recorded(AppDriver()) as hand:
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
    with recorded(AppDriver(NIGHT)) as hand:
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
    with recorded(AppDriver(profile=Profile(usual_side=Side.RIGHT))) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE)
            assert "1 of 6" in hand.text()
        assert the_cramp().side is Side.RIGHT
