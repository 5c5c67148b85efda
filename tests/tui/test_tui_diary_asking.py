"""What is asked when a cramp has stopped: one key each, each written at once, each skipped with one key."""

import pytest
from recording_stage import GONE, recorded, the_cramp

from app_driver import DAY, NIGHT, AppDriver
from uncramp.domain.diary import State
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Side, Tag
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.signs import SignsScreen

MOTHER_TO_BE = Profile(frozenset({Tag.PREGNANT}))


async def test_after_relief_one_key_each_and_written_at_once() -> None:
    with recorded(AppDriver(DAY)) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.pass_time(35)
            await hand.press(*GONE)
            assert "1 of 4" in hand.text()
            await hand.press("8")
            assert the_cramp().strength == 8
            await hand.press("1", "3")
            cramp = the_cramp()
            assert (cramp.side, cramp.state, cramp.relief) == (Side.LEFT, State.ACTIVE, 35)
            await hand.press("0")
            assert the_cramp().signs == ()
            assert hand.in_letters("It's stopped.")
            assert "What you said is kept. You can add more later, in your diary." in hand.words()
            assert "The cramp lasted 35 seconds." in hand.text()
            await hand.press("enter")
        assert hand.app.return_code == 0


async def test_at_night_three_things_are_asked_and_two_where_the_leg_is_known() -> None:
    for profile, many in ((Profile(), 3), (Profile(usual_side=Side.RIGHT), 2)):
        with recorded(AppDriver(NIGHT, profile=profile)) as hand:
            async with hand.running("cramp-calf", size=(100, 40)):
                await hand.press(*GONE)
                assert f"1 of {many}" in hand.text()


async def test_ten_is_0_here_as_in_the_diary_and_letters_keep_their_one_meaning() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE)
            theme = hand.app.theme
            assert "press 0" in hand.words()
            await hand.press("t")
            assert hand.app.theme != theme
            assert the_cramp().strength is None
            await hand.press("0")
            assert the_cramp().strength == 10
            assert "2 of 4" in hand.text()


async def test_no_answer_starts_the_routine_again_but_a_does() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "7", "3")
            assert isinstance(hand.screen, FinishScreen)
            await hand.press("a")
            assert hand.play.session.plan.routine == "cramp-calf"
            assert hand.play.session.cramp_ms(hand.now) == 0


async def test_a_cramp_that_is_back_is_the_same_one_with_what_was_said_of_it() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.pass_time(35)
            await hand.press(*GONE, "7")
            assert (the_cramp().strength, the_cramp().relief) == (7, 35)
            await hand.press("r")
            assert "Pull your toes toward your shin." in hand.text()
            await hand.pass_time(60)
            assert the_cramp().relief is None
            await hand.press("enter")
            assert "Is one leg swollen" not in hand.text(), "answered with no in this cramp"
            assert the_cramp().strength == 7
            assert the_cramp().relief == (hand.now - 50_000) // 1000


async def test_a_cramp_that_comes_later_is_a_new_one() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "escape")
            assert "it's back" in hand.text()
            hand.now += 901_000
            await hand.press("r")
            assert isinstance(hand.screen, FinishScreen)


async def test_enter_skips_one_and_escape_all_and_undo_takes_either_back() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter")
            assert "2 of 4" in hand.text()
            await hand.press("u")
            assert "1 of 4" in hand.text()
            await hand.press("4", "u")
            assert the_cramp().strength is None
            await hand.press("escape")
            assert "The muscle may be sore" in hand.text()
            assert "is kept" not in hand.text()
            await hand.press("u")
            assert "1 of 4" in hand.text()


async def test_leaving_is_one_key_away_whatever_is_asked() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "7", "q")
        assert hand.app.return_code == 0
        assert the_cramp().strength == 7


async def test_it_has_stopped_at_last_is_kept_and_then_asked_about() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            for _ in range(6):
                await hand.press("right")
            assert isinstance(hand.screen, FinishScreen)
            hand.now += 60_000
            await hand.press("g")
            assert "1 of 4" in hand.text()
            await hand.press("9")
        assert the_cramp().strength == 9
        assert (the_cramp().relief or 0) >= 60


async def test_a_ticked_red_flag_shows_what_to_do_first_and_can_be_taken_back() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter", "enter", "enter")
            assert "4 of 4" in hand.text()
            row = next(line for line in hand.text().splitlines() if "leg is swollen" in line)
            await hand.press(row.split()[0])
            assert isinstance(hand.screen, SignsScreen)
            shown = hand.text()
            assert "You ticked: ONE leg is swollen" in shown
            assert shown.index("leg is swollen") < shown.index("Call your local emergency number now")
            assert the_cramp().signs == ("leg_swollen",)
            await hand.press("u")
            assert isinstance(hand.screen, FinishScreen)
            assert the_cramp().signs == ()


async def test_arrows_and_space_tick_a_sign_too_and_say_that_none_was_there() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter", "enter", "enter", "down", "down", "space")
            assert the_cramp().signs == ("breathing",)
            await hand.press("enter", "space")
            assert the_cramp().signs == ()
            await hand.press("space", "up", "space")
            assert the_cramp().signs == ()
            assert hand.in_letters("It's stopped.")


@pytest.mark.parametrize("profile", [Profile(), MOTHER_TO_BE])
async def test_a_baby_is_asked_about_only_where_there_may_be_one(profile: Profile) -> None:
    with recorded(AppDriver(profile=profile)) as hand:
        async with hand.running("cramp-calf", size=(100, 50)):
            await hand.press(*GONE, "enter", "enter", "enter")
            assert "None of these" in hand.text()
            assert ("baby" in hand.text()) == bool(profile.tags)


async def test_the_mouse_answers_and_skips() -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE)
            for row in (0, 2):  # a number's box is three lines high
                await hand.pilot.click("#scale", offset=(15, row))
                assert the_cramp().strength == 3
                await hand.press("u")
            await hand.press("3")
            await hand.pilot.click("#prompt", offset=(3, 0))
            assert "3 of 4" in hand.text()
            await hand.pilot.click("#answers", offset=(8, 2))
            assert the_cramp().state is State.RESTING
            await hand.pilot.click("#signs", offset=(3, 5))
            assert len(the_cramp().signs) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6), (200, 60)])
async def test_every_question_has_its_words_its_answers_and_the_way_on_at_any_size(
    size: tuple[int, int],
) -> None:
    with recorded(AppDriver()) as hand:
        async with hand.running("cramp-calf", size=size):
            await hand.press(*GONE)
            for key in ("0", "1", "1"):
                assert "skip this" in hand.text()
                assert key in hand.text()
                await hand.press(key)
            assert "None of these" in hand.words()
            assert "skip this" in hand.text()
            await hand.press("0")
            assert hand.in_letters("It's stopped.") or "stopped" in hand.text()


async def test_nothing_is_marked_at_first_and_enter_gives_only_what_somebody_has_marked() -> None:
    with recorded(AppDriver(DAY)) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "down", "right", "right", "left")
            assert "Enter 2" in hand.words()
            await hand.press("enter")
            assert the_cramp().strength == 2
            assert "Enter skip this" in hand.words()
            await hand.press("enter")
            assert the_cramp().side is None
            assert "Enter skip this" in hand.words()
            await hand.press("tab", "tab", "shift+tab", "up")
            assert "Enter moving" in hand.words()
            await hand.press("enter")
            assert the_cramp().state is State.ACTIVE
            await hand.press("u")
            assert "Enter skip this" in hand.words(), "a question that is asked again has no mark"


async def test_the_answers_stand_right_under_the_question() -> None:
    with recorded(AppDriver(DAY)) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "7")
            question, answers = hand.screen.query_one("#question"), hand.screen.query_one("#answers")
            assert 0 <= answers.region.y - question.region.bottom <= 1
            assert question.region.height >= 4, "large"
            below = hand.text().splitlines()[answers.region.y : answers.region.bottom]
            assert [line.split()[0] for line in below if line.strip()] == ["1", "2", "3"]


async def test_a_digit_that_is_held_answers_one_question() -> None:
    with recorded(AppDriver(DAY)) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE, "1")
            for _repeat in range(4):
                hand.now += 40
                await hand.pilot.press("1")
            assert "2 of 4" in hand.text()
            assert the_cramp().side is None
            await hand.press("1")
            assert the_cramp().side is Side.LEFT


async def test_the_first_nine_signs_have_digits_and_each_has_a_box() -> None:
    with recorded(AppDriver(NIGHT, profile=Profile(usual_side=Side.LEFT))) as hand:
        async with hand.running("cramp-calf", size=(130, 48)):
            await hand.press(*GONE, "enter")
            lines = hand.text().splitlines()
            first = next(nth for nth, line in enumerate(lines) if "None of these" in line)
            assert lines[first].split()[0] == "0"
            assert [line.split()[:2] for line in lines[first + 1 : first + 10]] == [[str(n), "☐"] for n in range(1, 10)]
            assert lines[first + 10].split()[0] == "☐"
            await hand.press("b", "d", "x")
            assert the_cramp().signs == (), "letters tick nothing"


async def test_has_it_stopped_is_answered_by_y_and_n_and_by_enter_only_once_one_is_marked() -> None:
    for pressed in (["y"], ["g"], ["n"], ["enter", "down", "enter"], ["enter", "up", "enter"]):
        with recorded(AppDriver(NIGHT)) as hand:
            async with hand.running("cramp-calf"):
                await hand.press(*(["right"] * 6))
                assert "y It's stopped n Not yet" in hand.words()
                assert "Enter no answer: the clock goes on" in hand.words()
                await hand.press(*pressed)
                if {"n", "up"} & set(pressed):
                    assert "Pull your toes toward your shin." in hand.words()
                else:
                    assert "1 of 3" in hand.text()
