"""A key that is held is one press, however long and on whatever keyboard; arrows, paging, `+` and typing repeat."""

import random
from collections.abc import Iterator

import pytest
from diary_stage import diary_screen
from recording_stage import GONE, recorded
from textual.widgets import Input

from app_driver import DAY, NIGHT, AppDriver
from diary_making import cramp
from uncramp.domain.session import URGENT_MS
from uncramp.domain.session_state import Phase
from uncramp.tui.keyboard import HeldKey
from uncramp.tui.screens.diary_entry import EntryScreen
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.screens.stop import StopScreen
from wait_idle import press, wait_until

KEYBOARDS = [(250, 20, 0), (250, 100, 30), (500, 33, 10), (660, 100, 40), (660, 20, 5)]
"""Milliseconds to the first repeat, between the later ones, and how much these vary."""


def repeats(keyboard: tuple[int, int, int], for_ms: int) -> Iterator[int]:
    """The waits before each repeat of a key that is held for so long."""
    first, later, jitter = keyboard
    dice = random.Random(for_ms)  # noqa: S311 - a test's, the same each time
    wait, at = first, first
    while at < for_ms:
        yield wait
        wait = max(1, later + dice.randint(-jitter, jitter))
        at += wait


async def hold(hand: AppDriver, key: str, keyboard: tuple[int, int, int] = (500, 33, 5), for_ms: int = 1_300) -> None:
    """Press a key and hold it; the screen looks at the clock meanwhile as it does."""
    await hand.press(key)
    for wait in repeats(keyboard, for_ms):
        hand.now += wait
        await press(hand.app, key)


@pytest.mark.parametrize("keyboard", KEYBOARDS)
@pytest.mark.parametrize("for_ms", [700, 1_300, 10_000])
def test_by_its_times_a_held_key_is_one_press(keyboard: tuple[int, int, int], for_ms: int) -> None:
    held, now = HeldKey(), 5_000
    presses = [held.repeats("enter", now, "here", free=False)]
    for wait in repeats(keyboard, for_ms):
        now += wait
        presses.append(held.repeats("enter", now, "here", free=False))
    assert presses.count(False) == 1
    assert not held.repeats("enter", now + 800, "here", free=False), "let go, and pressed again"


def test_another_key_is_never_a_repeat_and_ends_the_one_before() -> None:
    held = HeldKey()
    pressed = [("enter", 0), ("q", 10), ("enter", 20), ("q", 30)]
    assert not any(held.repeats(key, at, "here", free=False) for key, at in pressed)


def test_two_presses_in_the_time_of_a_first_repeat_cost_no_third() -> None:
    held = HeldKey()
    assert [held.repeats("enter", at, "here", free=False) for at in (0, 500, 1_000)] == [False, True, False]


def test_what_repeats_does_so_only_where_it_was_pressed() -> None:
    held = HeldKey()
    where = ["list", "list", "page", "page", "list"]
    told = [held.repeats("backspace", 30 * nth, place, free=True) for nth, place in enumerate(where)]
    assert told == [False, False, True, True, False]


@pytest.mark.parametrize("for_ms", [1_300, 3_000])
@pytest.mark.parametrize("keyboard", KEYBOARDS[:3])
async def test_enter_held_at_home_starts_first_aid_and_no_more(keyboard: tuple[int, int, int], for_ms: int) -> None:
    async with AppDriver(NIGHT).running(None) as hand:
        await hold(hand, "enter", keyboard, for_ms)
        assert hand.play.session.cramping


@pytest.mark.parametrize("keyboard", KEYBOARDS[2:])
async def test_enter_held_in_first_aid_leads_to_the_question_and_leaves_it_unanswered(
    keyboard: tuple[int, int, int],
) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hold(hand, "enter", keyboard)
        assert hand.play.session.question is not None


@pytest.mark.parametrize("key", ["y", "n", "d", "2"])
async def test_a_held_answer_answers_one_question(key: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter")
        await hold(hand, key)
        if key in "n2":
            assert hand.play.session.interval is not None
            assert "Rub the calf" in hand.words()
        else:
            assert isinstance(hand.screen, SignsScreen)


async def test_q_held_asks_and_does_not_answer() -> None:
    async with AppDriver(DAY).running("daily-calf") as hand:
        await hand.pass_time(2)
        await hold(hand, "q")
        assert isinstance(hand.screen, StopScreen)
        await hand.press("q")
        await hand.pilot.pause()
        assert not hand.app.is_running or hand.app.return_code is not None


@pytest.mark.parametrize("key", ["enter", "right"])
async def test_held_in_an_exercise_it_skips_one_thing(key: str) -> None:
    async with AppDriver(DAY).running("daily-calf") as hand:
        before = hand.play.session.position.index
        await hand.press(key)
        once = hand.play.session.position.index
        await hand.press("u")
        assert hand.play.session.position.index == before
        await hold(hand, key)
        assert hand.play.session.position.index == once


async def test_space_held_pauses() -> None:
    async with AppDriver(DAY).running("daily-calf") as hand:
        await hold(hand, "space")
        assert hand.play.session.phase is Phase.PAUSED


async def test_u_held_takes_back_one_thing() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "n")
        await hold(hand, "u")
        assert hand.play.session.question is not None


async def test_plus_held_repeats_and_is_one_undo() -> None:
    async with AppDriver(DAY).running("daily-calf") as hand:
        await hand.press("s", "space", "space")
        before = hand.play.session.remaining_ms
        await hold(hand, "plus")
        assert hand.play.session.remaining_ms > before + 100_000
        await hand.press("u")
        assert abs(hand.play.session.remaining_ms - before) < 1_000


async def test_at_the_end_enter_held_skips_one_question_and_one_answer_is_given() -> None:
    with recorded(AppDriver(DAY)) as hand:
        async with hand.running("cramp-calf"):
            await hand.press(*GONE)
            assert "1 of 4" in hand.text()
            await hold(hand, "enter")
            assert "2 of 4" in hand.text()
            await hold(hand, "1")
            assert "3 of 4" in hand.text()
            await hold(hand, "u")
            assert "2 of 4" in hand.text()
            await hold(hand, "escape")
            assert isinstance(hand.screen, FinishScreen)


async def test_enter_held_in_the_diary_opens_one_entry_and_x_deletes_one() -> None:
    async with diary_screen(entries=[cramp(f"2026-11-2{day} 02:00") for day in range(3)]) as hand:
        await hold(hand, "x")
        assert len(hand.kept()) == 2
        await hold(hand, "u")
        assert len(hand.kept()) == 3
        await hold(hand, "enter")
        assert isinstance(hand.screen, EntryScreen)
        assert not isinstance(hand.app.focused, Input)
        await hold(hand, "backspace")
        assert hand.screen is not None
        assert not isinstance(hand.screen, EntryScreen | HomeScreen), "one page back"


async def test_arrows_and_typing_repeat() -> None:
    async with diary_screen(entries=[cramp(f"2026-11-{day} 02:00") for day in range(10, 22)]) as hand:
        first = hand.days.highlighted
        await hold(hand, "down", for_ms=700)
        assert (hand.days.highlighted or 0) > (first or 0) + 5
        await hand.press("q", "slash")
        await hold(hand, "e")
        typed = hand.screen.query_one(Input)
        assert len(typed.value) > 10
        await hold(hand, "backspace")
        assert typed.value == ""
        assert isinstance(hand.app.focused, Input), "the search is not left by it"


async def test_the_key_that_opens_a_line_is_not_typed_into_it() -> None:
    async with AppDriver().running(None) as hand:
        await hold(hand, "slash")
        assert hand.screen.query_one(Input).value == ""


# What comes by itself.


async def test_an_enter_that_was_meant_for_the_shell_ends_no_cramp() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        hand.now += 500
        await press(hand.app, "enter")
        assert hand.play.session.cramping
        hand.now += 1_000
        await press(hand.app, "enter")
        assert not hand.play.session.cramping


async def test_whoever_presses_something_else_is_there() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        for key in ("space", "enter"):
            hand.now += 200
            await press(hand.app, key)
        assert not hand.play.session.cramping


async def test_first_aid_from_home_takes_enter_at_once() -> None:
    async with AppDriver(NIGHT).running(None) as hand:
        await hand.press("c")
        hand.now += 300
        await press(hand.app, "enter")
        assert not hand.play.session.cramping


async def come_to_a_question(hand: AppDriver) -> None:
    """Let the time of a step be over, so that the next thing comes by itself."""
    session = hand.play.session
    interval = session.interval
    for _ in range(5_000):
        if session.interval is not interval:
            return
        hand.now += 50
        hand.play.look()
    raise AssertionError("nothing comes")


async def test_enter_that_was_pressed_for_what_was_over_just_then_skips_nothing() -> None:
    async with AppDriver(DAY).running("daily-calf") as hand:
        await come_to_a_question(hand)
        session = hand.play.session
        here = session.interval
        hand.now += 400
        await press(hand.app, "enter")
        assert session.interval is here
        hand.now += 1_000
        await press(hand.app, "enter")
        assert session.interval is not here


async def test_what_was_due_before_the_key_comes_before_it() -> None:
    async with AppDriver(DAY).running("daily-calf") as hand:
        session = hand.play.session
        while (due := session.next_due()) is not None and session.position.index == 0:
            last, hand.now = hand.now, due
            hand.play.look()
        here = session.interval
        hand.now += 10
        await press(hand.app, "enter")
        assert session.interval is here
        assert last < hand.now


async def test_the_card_of_ten_minutes_stays_for_a_second() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        session = hand.play.session
        for _ in range(4):
            await hand.pass_time(140)
            await hand.press("left")  # the stretch anew, before its time is over
        assert isinstance(hand.screen, SessionScreen)
        await hand.pass_time((URGENT_MS - (session.pain_ms(hand.now) or 0)) / 1000)
        await wait_until(hand.app, lambda: isinstance(hand.screen, SignsScreen))
        hand.now += 300
        await press(hand.app, "enter")
        assert isinstance(hand.screen, SignsScreen)
        hand.now += 1_000
        await press(hand.app, "enter")
        assert isinstance(hand.screen, SessionScreen)
