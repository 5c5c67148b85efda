"""The warning signs with a reason: what to do in the biggest letters, whom to call, and what is left on the terminal."""

from dataclasses import replace

import pytest
from recording_stage import GONE, recorded, the_cramp

from app_driver import NIGHT, AppDriver
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from wait_idle import wait_idle

KNOWN = Profile(frozenset({Tag.LATE_PREGNANCY}), doctor_number="030 1234", midwife_number="030 5678")
CLOT = "This may be a blood clot. Do not rub. Call your doctor, midwife or urgent line today."


@pytest.mark.parametrize("answer", ["y", "d"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_after_an_answer_what_to_do_stands_in_the_biggest_letters(answer: str, size: tuple[int, int]) -> None:
    async with AppDriver(NIGHT, profile=KNOWN).running("cramp-calf", size) as hand:
        await hand.press("enter", answer)
        assert "This may be a blood clot." in hand.text()
        assert hand.in_letters("Do not rub.")
        assert hand.in_letters("Call today.")
        assert hand.in_letters("Midwife 030 5678"), "first of all while pregnant"
        assert hand.in_letters("Doctor 030 1234") or "Doctor 030 1234" in hand.text()
        assert hand.in_letters("or urgent line") or "or urgent line" in hand.text()
        assert "Trouble breathing or chest pain? Call your local emergency number now." in hand.text()
        assert hand.text().count("emergency number now") == 1, "nothing is said twice"
        assert "Enter leave u take back my answer ↓ more ? keys" in hand.words(), "one way out"


@pytest.mark.parametrize("size", [(40, 12), (20, 6)])
async def test_with_little_room_what_to_do_and_whom_to_call_come_first(size: tuple[int, int]) -> None:
    async with AppDriver(NIGHT).running("cramp-calf", size) as hand:
        await hand.press("enter", "y")
        whom = "Call your doctor, midwife or urgent line." if size == (40, 12) else "Doctor, midwife Enter"
        assert f"This may be a blood clot. Do not rub. Call today. {whom}" in hand.words()
        assert f"Enter leave u {'take it back' if size == (40, 12) else 'back'}" in hand.words()
        assert hand.text().splitlines()[-1].strip() == ("↓ more   ? keys" if size == (40, 12) else "↓  ! signs  ? keys")
        assert size == (20, 6) or "Trouble breathing or chest pain? Call your local" in hand.words()


async def test_enter_leaves_and_keeps_the_last_words_and_a_wrong_key_keeps_none() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "y")
        assert hand.context.last_words == [CLOT]
        await hand.press("u")
        assert isinstance(hand.screen, SessionScreen)
        assert hand.context.last_words == []
        await hand.press("d", "escape")
        assert "Is one leg swollen" in hand.words()
        assert hand.context.last_words == []
        await hand.press("d", "enter")
    assert hand.app.return_code == 0
    assert hand.context.last_words == [CLOT]


async def test_the_mouse_leaves_and_takes_back() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "y")
        row = next(nth for nth, line in enumerate(hand.text().splitlines()) if "take back my answer" in line)
        await hand.pilot.click(offset=(hand.text().splitlines()[row].index("take"), row))
        assert isinstance(hand.screen, SessionScreen)
        await hand.press("y")
        await hand.pilot.click(offset=(hand.text().splitlines()[row].index("leave"), row))
    assert hand.app.return_code == 0


@pytest.mark.parametrize(
    ("number", "below"),
    [
        ("999", "Call 999 now."),
        ("999, or your local emergency number", "Call 999, or your local emergency number, now."),
        ("", "Call your local emergency number now."),
    ],
)
async def test_an_emergency_has_the_number_biggest_and_a_guess_says_so(number: str, below: str) -> None:
    hand = AppDriver(NIGHT)
    hand.context = replace(hand.context, emergency_number=number)
    async with hand.running("cramp-hand"):
        await hand.press("enter", "y")
        assert isinstance(hand.screen, SignsScreen)
        assert "This may be your heart." in hand.text()
        assert hand.in_letters("Call 999 now." if number else "Call for help now.")
        assert below in hand.words()


@pytest.mark.parametrize("profile", [Profile(), KNOWN])
async def test_ten_minutes_in_pain_say_call_today_and_never_the_emergency_number(profile: Profile) -> None:
    hand = AppDriver(NIGHT, profile=profile)
    hand.context = replace(hand.context, emergency_number="999")
    async with hand.running("cramp-calf-standing"):
        while not isinstance(hand.screen, SignsScreen):
            await hand.press("left")
            await hand.pass_time(20)
        assert "10 minutes, and still cramping." in hand.text()
        assert hand.in_letters("Call today.")
        who = "your midwife (030 5678), doctor (030 1234)" if profile is KNOWN else "your doctor, midwife"
        large = ("Doctor 030 1234", "Midwife 030 5678", "or urgent line") if profile is KNOWN else ("Doctor, midwife",)
        assert all(hand.in_letters(words) for words in large)
        assert "Enter go on" in hand.words()
        assert "q back" not in hand.text(), "one way on"
        assert "999" not in hand.text()
        await hand.press("exclamation_mark")
        assert "ONE leg is swollen" in hand.text(), "its own group first"
        assert "999" not in "".join(hand.text().splitlines()[:8])
        assert hand.context.last_words == [f"Your cramp lasted over 10 minutes. Call {who} or urgent line today."]
        await hand.press("enter")
        assert isinstance(hand.screen, SessionScreen)


@pytest.mark.parametrize("size", [(80, 24), (80, 30), (40, 12), (20, 6)])
@pytest.mark.parametrize("number", ["+49 (0)30 / 1234567-89", "01 234 5678", "①②③"])
async def test_a_number_is_never_broken_over_lines(number: str, size: tuple[int, int]) -> None:
    profile = Profile(frozenset({Tag.LATE_PREGNANCY}), doctor_number="030 1", midwife_number=number)
    async with AppDriver(NIGHT, profile=profile).running("cramp-calf", size) as hand:
        await hand.press("enter", "y")
        if len(number) < size[0]:
            assert number in hand.text() or hand.in_letters(f"Midwife {number}") or hand.in_letters(number)
        await hand.press("escape", "exclamation_mark")
        for _page in range(40 if len(number) + 6 < size[0] else 0):
            if f"({number})" in hand.text():
                break
            await hand.press("down")
        else:
            assert len(number) + 6 >= size[0], "in a heading, too"


async def test_with_hardly_any_room_worse_shows_a_sign_and_what_enter_means() -> None:
    async with AppDriver(NIGHT).running("cramp-calf", (20, 6)) as hand:
        await hand.press("w")
        assert "Stop. Call your local emergency number now for: • Sudden trouble" in hand.words()
        assert hand.text().splitlines()[-2:] == ["Enter none is true", "↓  ! signs  ? keys"]
        await hand.press("down")
        assert "breathing" in hand.text()


async def test_two_enters_after_the_ten_minute_card_never_say_that_the_cramp_has_stopped() -> None:
    with recorded(AppDriver(NIGHT)) as hand:
        async with hand.running("cramp-calf"):
            await hand.pass_time(25)
            await hand.press(*(["right"] * 6))
            assert hand.in_letters("Has the cramp")
            assert "10 minutes" not in hand.text(), "it is said once it is so"
            hand.now += 601_000
            assert isinstance(hand.screen, FinishScreen)
            hand.screen.look()
            await wait_idle(hand.app)
            assert hand.in_letters("Call today.")
            await hand.press("enter")
            hand.screen.look()
            await wait_idle(hand.app)
            assert "10 minutes, and still cramping? Call your doctor, midwife or urgent line today." in hand.words()
            await hand.press("enter")
            assert "cramp 10:" in hand.text()
            assert "No answer. Press y or n, or q to leave." in hand.words()
            await hand.press("q")
    assert the_cramp().relief is None


async def test_in_the_smallest_room_the_number_to_call_after_ten_minutes_is_whole() -> None:
    expecting = Profile(frozenset({Tag.PREGNANT}), midwife_number="0176 555 4321")
    async with AppDriver(NIGHT, profile=expecting).running("cramp-calf", (20, 6)) as hand:
        await hand.pass_time(25)
        await hand.press(*(["right"] * 6))
        hand.now += 601_000
        assert isinstance(hand.screen, FinishScreen)
        hand.screen.look()
        await wait_idle(hand.app)
        await hand.press("enter")
        hand.screen.look()
        await wait_idle(hand.app)
        assert hand.text().splitlines()[2:4] == ["Not yet? Call today:", "0176 555 4321"]


async def test_worse_says_stop_in_the_biggest_letters_and_what_to_call_for() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("w")
        assert hand.in_letters("Stop.")
        assert "If any of these is true, call." in hand.text()
        assert "Enter none is true: go on" in hand.words()
        await hand.press("enter")
        assert isinstance(hand.screen, SessionScreen)
        assert hand.context.last_words == []


@pytest.mark.parametrize(
    ("sign", "call", "whom"),
    [
        ("Sudden trouble breathing", "Call 999 now.", "Call 999 now."),
        ("ONE leg is swollen", "Call today.", "Midwife 030 5678"),
        ("Your baby moves less", "Call at once.", "Midwife 030 5678"),
    ],
)
async def test_a_ticked_sign_says_what_its_group_calls_for(sign: str, call: str, whom: str) -> None:
    with recorded(AppDriver(NIGHT, profile=KNOWN)) as hand:
        hand.context = replace(hand.context, emergency_number="999")
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.press(*GONE, "enter", "enter")
            lines = hand.text().splitlines()
            row = next(nth for nth, line in enumerate(lines) if sign in line)
            await hand.pilot.click(offset=(lines[row].index(sign), row))
            await hand.pilot.pause()
            assert isinstance(hand.screen, SignsScreen)
            assert f"You ticked: {sign}" in hand.words()
            assert hand.in_letters(call)
            assert whom in hand.words() or hand.in_letters(whom)
            assert "Enter go back u take back my answer" in hand.words()
            await hand.press("enter")
            assert isinstance(hand.screen, FinishScreen)


async def test_the_signs_of_pregnancy_stand_second_for_who_is_pregnant() -> None:
    for profile, second in ((Profile(), "▲ Call your doctor"), (KNOWN, "◆ Pregnant")):
        async with AppDriver(profile=profile).running(None) as hand:
            await hand.press("exclamation_mark")
            headings = [line.strip() for line in hand.text().splitlines() if line.strip().startswith(("▲", "◆"))]
            assert headings[0].startswith(second)


async def test_the_groups_are_told_apart_by_their_shape() -> None:
    async with AppDriver(NIGHT).running("daily-calf", size=(100, 60)) as hand:
        await hand.press("exclamation_mark")
        shown = hand.text()
        assert "▲ Call your doctor, midwife or urgent line today" in shown
        assert "◆ Pregnant, or had a baby" in shown
        now = hand.screen.query_one(".now")
        assert now.styles.background.a == 1
        assert now.styles.background != hand.screen.styles.background


async def test_more_below_is_said_until_the_end_and_the_arrows_lead_there() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("exclamation_mark")
        assert "↓ more" in hand.text().splitlines()[-1]
        for _page in range(12):
            await hand.press("down")
        assert "This list can't tell what is wrong. Worried? Call." in hand.text()
        assert "↓ more" not in hand.text()
        await hand.press("up")
        assert "↓ more" in hand.text()
        await hand.press("home")
        assert "Sudden trouble breathing" in hand.text()


async def test_a_number_that_has_no_room_beside_its_owner_stands_alone_in_the_biggest_letters() -> None:
    profile = Profile(frozenset({Tag.LATE_PREGNANCY}), midwife_number="01 234 5678", doctor_number="030 1")
    async with AppDriver(NIGHT, profile=profile).running("cramp-calf") as hand:
        await hand.press("enter", "y")
        assert hand.in_letters("01 234 5678")
        assert "Midwife Doctor 030 1 or urgent line" in hand.words()
        assert "Trouble breathing or chest pain?" in hand.words()
