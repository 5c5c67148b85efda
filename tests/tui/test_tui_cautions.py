"""What is to be minded by this person is in sight before the act, at every size; no message takes its place."""

import pytest

from app_driver import NIGHT, AppDriver
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.tui.widgets.time_panel import HALF, block_lines
from wait_idle import strips

SIZES = [(20, 6), (40, 12), (80, 24), (120, 40)]
WEEK_30 = Profile(frozenset({Tag.PREGNANT, Tag.FROM_WEEK_16, Tag.LATE_PREGNANCY}), midwife_number="01 234 5678")
VEINS = Profile(frozenset({Tag.VARICOSE_VEINS}))
LEFT_OUT_TWICE = Profile(frozenset({Tag.VARICOSE_VEINS, Tag.DIABETES, Tag.FROM_WEEK_16}))


@pytest.mark.parametrize("size", SIZES)
async def test_what_holds_in_pregnancy_is_in_sight_before_each_act(size: tuple[int, int]) -> None:
    async with AppDriver(NIGHT, profile=WEEK_30).running("cramp-calf", size) as hand:
        await hand.press("enter", "n")
        assert "Only if your midwife says it's fine." in hand.words()
        assert "Rub the calf." in hand.words(), "the act itself, too"
        if size == (20, 6):
            return  # the others are behind the key that reads on
        await hand.press("enter", "enter")
        for caution in ("do not get too hot.", "do not lie flat on your back."):
            assert caution in hand.words(), "while it is decided"
            await hand.press("y")
            assert caution in hand.words(), "and while it is done"
            await hand.press("enter")


@pytest.mark.parametrize(
    ("name", "step", "caution"),
    [
        ("cramp-foot", "Rub the arch", "Only if your midwife says it's fine. Else press Enter."),
        ("ball-roll", "Roll the ball", "Roll lightly. Never press deep."),
    ],
)
async def test_the_condition_for_a_rub_comes_before_other_cautions(name: str, step: str, caution: str) -> None:
    async with AppDriver(profile=WEEK_30).running(name, (40, 12)) as hand:
        for _step in range(9):
            interval = hand.play.session.interval
            if interval is None or interval.step.name == step:
                break
            await hand.press("n" if interval.question else "right")
        assert f"▲ {caution}" in hand.words()


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_what_is_left_out_is_said_where_the_next_is_decided(size: tuple[int, int]) -> None:
    async with AppDriver(NIGHT, profile=VEINS).running("cramp-calf", size) as hand:
        await hand.press("enter", "n")
        assert "Skipped “Rub the calf”. You have varicose veins." in hand.words()
        await hand.press("enter")
        assert "Skipped “Warm it”. You have varicose veins. No heat on them." in hand.words()


async def test_one_reason_for_what_is_left_out_is_enough_where_the_next_is_decided() -> None:
    async with AppDriver(NIGHT, profile=LEFT_OUT_TWICE).running("cramp-calf") as hand:
        await hand.press("enter", "n", "enter")
        assert hand.words().count("Skipped “Warm it”.") == 1
        await hand.press("i")
        assert hand.words().count("Skipped “Warm it”.") == 2


async def test_in_the_smallest_room_all_can_be_read_on_and_back() -> None:
    async with AppDriver(NIGHT, profile=WEEK_30).running("cramp-calf", (20, 6)) as hand:
        await hand.press("enter", "n")
        read = hand.words()
        assert "↓ ! signs ? keys" in read
        for _page in range(16):
            await hand.press("down")
            hand.look()
            read += hand.words()
        assert "a clot may be" in read
        assert "Rub the calf." in read
        assert "Stop if it hurts." in read
        assert "↑ ! signs ? keys" in hand.words()
        for _page in range(16):
            await hand.press("up")
            hand.look()
        assert "Only if your midwife" in hand.words()


async def test_what_is_left_out_stands_behind_what_to_do() -> None:
    veins = Profile(frozenset({Tag.VARICOSE_VEINS}))
    async with AppDriver(NIGHT, profile=veins).running("cramp-calf", (20, 6)) as hand:
        await hand.press("enter", "n")
        assert hand.words().startswith("Now walk about. Or shake the leg.")


@pytest.mark.parametrize("key", ["down", "tab"])
async def test_no_answer_is_marked_before_all_words_of_its_question_were_in_sight(key: str) -> None:
    async with AppDriver(NIGHT, profile=LEFT_OUT_TWICE).running("cramp-calf", (20, 6)) as hand:
        await hand.press("enter", "n", "enter")
        assert "y yes n no" in hand.words()
        assert "Enter no answer ↓ ! signs ? keys" in hand.words()
        await hand.press(key)
        assert "Enter no answer" in hand.words(), "nothing is marked"
        for _page in range(4):
            if "Skipped" in hand.words():
                break
            await hand.press(key)
        assert "Skipped “Warm it”." in hand.words()
        for _page in range(9):
            if "Enter yes" in hand.words():
                break
            await hand.press(key)
        assert "Enter yes" in hand.words()


@pytest.mark.parametrize("key", ["down", "tab", "up"])
async def test_in_the_smallest_room_the_marked_answer_is_seen(key: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf", (20, 6)) as hand:
        await hand.press("enter", "n", "enter", "enter")
        assert not _marked(hand)
        await hand.press(key)
        assert _marked(hand) == ["no" if key == "up" else "yes"]


def _marked(hand: AppDriver) -> list[str]:
    return [one.text for line in strips(hand.app) for one in line if one.style and one.style.reverse]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_message_takes_the_place_of_nothing_but_the_title(size: tuple[int, int]) -> None:
    async with AppDriver(NIGHT).running("cramp-calf", size) as hand:
        title, *before = hand.text().splitlines()
        await hand.press("s")
        assert "Now the left leg." in hand.text().splitlines()[0]
        shown = hand.words()
        assert "▲ It may hurt at first, then ease." in shown
        assert "Pull your toes toward your shin. Slowly." in shown
        assert len(hand.text().splitlines()) == len(before) + 1
        await hand.pass_time(7)
        assert hand.text().splitlines()[0].split(" cramp ")[0] == title.split(" cramp ")[0]


async def test_a_message_goes_at_the_next_thing_that_happens() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "u")
        assert "Calf cramp, right now · Taken back: it's stopped." in hand.words()
        await hand.press("enter")
        assert "Taken back" not in hand.words()


async def test_the_time_is_in_digits_before_the_move_is_in_large_letters() -> None:
    async with AppDriver(NIGHT).running("cramp-calf", (40, 12)) as hand:
        await hand.pass_time(18)
        assert all(row.strip() in hand.text() for row in block_lines("12", HALF))
        assert "seconds Toes up Your cramped leg" in hand.words()
        assert not hand.in_letters("Toes up")
    async with AppDriver(NIGHT).running("cramp-calf", (40, 17)) as hand:
        assert hand.in_letters("Toes up")


async def test_all_of_the_other_routines_name_is_in_sight() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        assert "o  Stand, hold on, heel down" in hand.text()
