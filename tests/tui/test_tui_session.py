"""The session screen, driven by keys and by a clock that is told."""

import pytest

from app_driver import NIGHT, AppDriver
from uncramp.domain.plan import IntervalKind
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.domain.session_state import Phase
from uncramp.guidance.view import view_of
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.screens.stop import StopScreen
from uncramp.tui.screens.why import WhyScreen


async def test_a_cramp_is_led_from_the_first_instruction_through_the_rub_to_the_finish() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        assert "Pull your toes toward your shin. Slowly." in hand.words()
        assert "cramp 0:00" in hand.text()
        await hand.pass_time(35)
        assert "cramp 0:35" in hand.text()
        assert "Ease off a little. Or hold on, if that helps more." in hand.words()
        await hand.press("enter")
        assert "Is one leg swollen" in hand.text()
        assert "stopped after 0:35" in hand.text()
        await hand.press("n")
        assert "Rub the calf. Gently, and upward." in hand.words()
        await hand.pass_time(60)
        assert "Now walk about." in hand.text()
        await hand.pass_time(120)
        assert "Optional: Warm it, 10 minutes" in hand.text()
        await hand.press("y")
        await hand.pass_time(600)
        await hand.press("y")
        assert "Lie back." in hand.text()
        await hand.pass_time(300)
        assert isinstance(hand.screen, FinishScreen)
        assert "The cramp lasted 35 seconds." in hand.text()
        await hand.press("enter")
    assert hand.app.return_code == 0


async def test_enter_alone_leads_from_pain_to_the_finish_and_never_answers_the_clot_check() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "enter")
        assert "Now walk about." in hand.text()
        assert "Skipped “Rub the calf”. No answer." in hand.words()
        await hand.press("enter", "enter", "enter")
        assert isinstance(hand.screen, FinishScreen)
        assert hand.in_letters("It's stopped.")


async def test_the_daily_routine_plays_every_interval_to_its_end_on_time() -> None:
    async with AppDriver().running("daily-calf") as hand:
        seen = []
        assert "get ready" in [interval.move for interval in hand.play.session.plan.intervals]
        for _second in range(305):
            seen.append(hand.play.session.position.index)
            await hand.pass_time(1)
        assert sorted(set(seen)) == list(range(101))
        assert isinstance(hand.screen, FinishScreen)
        assert hand.in_letters("You did 5 minutes")
        assert hand.in_letters("5 seconds.")
        assert "Well done." in hand.text(), "in ordinary letters"


async def test_yes_to_the_clot_check_ends_the_routine_with_the_warning_signs() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "y")
        assert isinstance(hand.screen, SignsScreen)
        assert "This may be a blood clot." in hand.words()
        await hand.press("enter")
    assert hand.app.return_code == 0


async def test_not_sure_counts_as_yes_and_a_wrong_key_can_be_taken_back() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "d")
        assert isinstance(hand.screen, SignsScreen)
        hand.now += 30_000  # reading takes a while
        await hand.press("u")
        assert hand.play.session.phase is Phase.RUNNING
        assert "Is one leg swollen" in hand.text()
        await hand.press("n")
        assert "Rub the calf." in hand.text()


async def test_space_stands_still_and_goes_on_where_it_was() -> None:
    async with AppDriver().running("daily-calf") as hand:
        await hand.pass_time(2)
        await hand.press("space")
        assert hand.in_letters("Paused")
        assert "Space go on" in hand.words()
        assert "seconds" in hand.words()
        place = hand.play.session.position
        await hand.pass_time(100)
        assert hand.play.session.position == place
        assert "go on" in hand.text()
        await hand.press("space")
        assert hand.play.session.phase is Phase.RUNNING


async def test_a_gap_pauses_where_the_person_was_and_says_so() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.pass_time(10)
        hand.now += 3_600_000
        hand.look()
        await hand.pilot.pause()
        session = hand.session_below.session
        assert session.phase is Phase.AWAY
        assert session.position.interval.kind is IntervalKind.OPEN  # where the person was
        assert isinstance(hand.screen, SignsScreen)
        await hand.press("enter", "enter")  # the ten-minute card, and on
        assert (session.phase, session.relieved) == (Phase.RUNNING, False)


async def test_a_short_gap_is_told_until_the_person_goes_on() -> None:
    async with AppDriver().running("daily-calf") as hand:
        await hand.pass_time(7)
        hand.now += 300_000
        hand.look()
        await hand.pilot.pause()
        assert "You were away for 5 minutes. You are where you were." in hand.words()
        await hand.press("space")
        assert hand.play.session.remaining_ms == 298_000


async def test_at_ten_minutes_of_cramp_the_urgent_help_card_comes_up() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        for _round in range(4):
            await hand.pass_time(190)
            await hand.press("left")  # starts the stretch anew
            if isinstance(hand.screen, SignsScreen):
                break
        assert isinstance(hand.screen, SignsScreen)
        assert "10 minutes, and still cramping." in hand.text()


async def test_a_held_enter_key_is_one_press() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter")
        for _repeat in range(20):
            hand.now += 30
            await hand.pilot.press("enter")
        assert "Is one leg swollen" in hand.text()


async def test_worse_stands_still_and_shows_the_warning_signs() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("w")
        assert isinstance(hand.screen, SignsScreen)
        assert "If any of these is true, call." in hand.text()
        hand.now += 30_000  # reading takes a while
        await hand.press("enter")
        assert hand.play.session.phase is Phase.RUNNING
        await hand.press("space", "w", "escape")
        assert hand.play.session.phase.value == "paused", "a pause that was there before stays"


async def test_the_session_stands_still_behind_a_page_and_then_goes_on() -> None:
    async with AppDriver().running("daily-calf") as hand:
        await hand.pass_time(6)
        for key, page in (("exclamation_mark", SignsScreen), ("i", WhyScreen), ("q", StopScreen)):
            await hand.press(key)
            assert isinstance(hand.screen, page)
            assert hand.session_below.session.phase is Phase.PAUSED
            await hand.press("enter")
            assert hand.play.session.phase is Phase.RUNNING


async def test_which_leg_is_asked_only_where_one_is_worked() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        assert "s which leg" in hand.text()
        await hand.press("enter")
        before = hand.play.session.plan
        await hand.press("s")
        assert hand.play.session.plan == before
    async with AppDriver(NIGHT).running("cramp-hand") as hand:
        assert "s which hand" in hand.text()
    async with AppDriver().running("daily-calf") as hand:
        assert "which" not in hand.text()


async def test_of_brief_moves_the_step_stands_large_and_the_time_of_the_set_counts_down() -> None:
    async with AppDriver().running("desk-break") as hand:
        session = hand.play.session
        while session.interval is None or session.interval.moves[0].seconds > 1:
            await hand.pass_time(1)
        scene = view_of(session, hand.now).scene
        assert scene is not None
        assert session.interval is not None
        assert scene.headline == session.interval.step.name
        left = scene.seconds
        await hand.pass_time(1)
        after = view_of(session, hand.now).scene
        assert after is not None
        assert (after.headline, after.seconds) == (scene.headline, left - 1)
        assert left > 5


async def test_first_aid_at_night_stops_without_a_question() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("q")
    assert not hand.app.is_running
    assert hand.app.return_code == 0


async def test_undo_takes_back_it_is_gone_and_the_cramp_clock_has_run_through() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.pass_time(10)
        await hand.press("enter")
        await hand.pass_time(20)
        await hand.press("u")
        assert "Pull your toes" in hand.text()
        assert "cramp 0:30" in hand.text()  # 10 s, 20 s, and two presses of 0.4 s


async def test_other_side_more_time_helper_and_sound_are_answered_in_words() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("s")
        assert "Now the left leg." in hand.words()
        assert "Left leg · turn 1 of up to 5" in hand.text()
        await hand.press("s")
        assert "Right leg" in hand.text()
        await hand.press("plus")
        assert "10 seconds more." in hand.words()
        assert hand.play.session.position.length == 40_000
        await hand.press("p")
        assert "For your helper: Hold the heel in one hand." in hand.words()
        await hand.press("m")
        assert "Sound: tones." in hand.text()


async def test_standing_is_offered_at_once_and_can_be_had() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        assert "o  Stand, hold on, heel" in hand.text()
        await hand.press("o")
        assert "Hold the wall. Press your heel down." in hand.words()
        assert "cramp 0:00" in hand.text()


async def test_after_five_rounds_the_offer_is_a_question_that_goes_on_by_itself() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.pass_time(200)
        assert "Try this: Stand, hold on, heel down" in hand.text()
        await hand.pass_time(20)
        assert "Is one leg swollen" in hand.text()


async def test_a_cramp_that_has_not_stopped_at_the_end_keeps_its_clock() -> None:
    async with AppDriver(NIGHT).running("cramp-calf-standing") as hand:
        await hand.press("right", "right", "right", "right", "right")
        assert isinstance(hand.screen, FinishScreen)
        assert hand.in_letters("Has the cramp")
        hand.now += 60_000
        hand.screen.look()
        await hand.pilot.pause()
        assert "cramp 1:03" in hand.text()
        await hand.press("a")
        assert isinstance(hand.screen, FinishScreen), "only n starts again"
        await hand.press("n")
        assert "Hold the wall." in hand.text()
        assert "cramp 1:0" in hand.text()


async def test_a_cramp_that_has_stopped_at_the_end_is_said_so_with_one_key() -> None:
    async with AppDriver(NIGHT).running("cramp-calf-standing") as hand:
        await hand.press("right", "right", "right", "right", "right", "g")
        assert "The cramp lasted 4 seconds." in hand.text()


async def test_what_was_left_out_for_the_person_is_said_with_its_reason_to_who_reads_on() -> None:
    hand = AppDriver(NIGHT, profile=Profile(frozenset({Tag.VARICOSE_VEINS, Tag.DIABETES})))
    async with hand.running("cramp-calf"):
        await hand.press("enter", "n")
        assert "Now walk about." in hand.text()
        shown = hand.words()
        assert "Put shoes on first. Look at your skin after. With diabetes, never go barefoot." in shown
        assert "Skipped" not in shown
        await hand.press("down")
        assert "Skipped “Rub the calf”. You have varicose veins." in hand.words()
        await hand.press("up", "up")
        assert "Skipped" not in hand.words()
        await hand.press("i")
        assert "Skipped “Rub the calf”." in hand.words()


async def test_what_is_left_out_is_said_at_once_where_there_is_no_other_caution() -> None:
    hand = AppDriver(NIGHT, profile=Profile(frozenset({Tag.VARICOSE_VEINS, Tag.CLOT_RISK})))
    async with hand.running("cramp-calf"):
        await hand.press("enter", "n")
        assert "▲ Skipped “Rub the calf”. Your risk of a clot is raised. No rubbing." in hand.words()


async def test_words_that_do_not_all_fit_can_be_read_with_keys_and_the_key_bar_says_so() -> None:
    async with AppDriver(profile=Profile(frozenset({Tag.LATE_PREGNANCY}))).running("cramp-calf") as hand:
        words = hand.screen.query_one("#words")
        assert "Stop and call your midwife" not in hand.words()
        assert "↓ read on" in hand.text()
        await hand.press("down", "down", "down")
        assert words.scroll_y > 0
        assert "Stop and call your midwife" in hand.words()
        hand.look()  # the person is there all the time
        await hand.press("up", "up", "up")
        assert words.scroll_y == 0
        hand.look()
        await hand.press("down", "enter")  # another step begins with its first words
        await hand.press("n")
        assert words.scroll_y == 0


async def test_where_all_words_fit_no_key_is_offered_for_more() -> None:
    async with AppDriver().running("walk", size=(120, 40)) as hand:
        await hand.pass_time(6)
        assert "read on" not in hand.text()


async def test_letters_work_in_either_case() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("O")
        assert "Hold the wall." in hand.text()
        await hand.press("U")
        assert "Pull your toes" in hand.text()
        await hand.press("enter", "N")
        assert "Rub the calf." in hand.text()
        await hand.press("W")
        assert isinstance(hand.screen, SignsScreen)


@pytest.mark.parametrize("key", ["left", "b", "escape", "backspace"])
async def test_back_leads_to_the_start_of_the_step_and_then_to_the_one_before(key: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "n")
        await hand.pass_time(10)
        await hand.press(key)
        session = hand.play.session
        assert (session.plan.intervals[session.position.index].step.name, session.position.elapsed) == (
            "Rub the calf",
            0,
        )
        await hand.press(key)
        assert session.question is not None
        await hand.press("u")
        assert session.position.interval.step.name == "Rub the calf"
