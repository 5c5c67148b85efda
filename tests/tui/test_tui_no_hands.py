"""Clickers and foot pedals, and a session that goes on by itself."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from app_driver import AppDriver
from uncramp.domain.profile import SoundPreference
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.key_list import KeyListScreen
from uncramp.tui.screens.session import SessionScreen


async def test_a_clicker_leads_through_an_exercise_and_back_and_the_key_list_says_so() -> None:
    async with AppDriver().running("daily-calf-full") as hand:
        await hand.press("pagedown", "pagedown", "pagedown")
        assert hand.play.session.position.interval.step.name == "Wall stretch, knee straight"
        await hand.press("pageup", "pageup")
        assert hand.play.session.position.interval.step.name == "March on the spot"
        await hand.press("question_mark")
        assert isinstance(hand.screen, KeyListScreen)
        assert "PageDown" in hand.text()
        assert "clicker" in hand.words()


async def test_a_pedal_that_is_held_skips_one_thing() -> None:
    async with AppDriver().running("daily-calf-full") as hand:
        for _repeat in range(3):
            hand.now += 40
            await hand.pilot.press("pagedown")
        assert hand.play.session.position.index == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_in_first_aid_the_keys_of_a_clicker_skip_nothing(size: tuple[int, int]) -> None:
    async with AppDriver().running("cramp-calf", size) as hand:
        await hand.press("pagedown", "pageup")
        assert hand.play.session.position.index == 0
        await hand.press("question_mark")
        assert "clicker" not in hand.words()


async def test_by_itself_an_exercise_needs_no_key_and_its_page_closes() -> None:
    async with AppDriver().running("daily-calf", auto=True) as hand:
        assert "It goes on by itself." in hand.words()
        await hand.pass_time(306)
        assert isinstance(hand.screen, FinishScreen)
        assert "This page closes by itself." in hand.words()
        hand.screen.action_done()  # what its timer does
        await hand.until(lambda: hand.app.return_code == 0)


async def test_by_itself_first_aid_answers_nothing_and_says_of_no_cramp_that_it_stopped() -> None:
    async with AppDriver().running("cramp-calf", auto=True) as hand:
        session = hand.play.session
        await hand.pass_time(210)
        assert session.question is not None, "whether to stand up is for the person to say"
        await hand.pass_time(11)
        assert session.question is not None, "so is whether it is a clot"
        await hand.pass_time(180)
        await hand.until(lambda: isinstance(hand.screen, FinishScreen))
        assert not session.relieved
        assert hand.in_letters("Has the cramp")
        assert "This page closes by itself." not in hand.words()


async def test_with_a_voice_there_is_time_to_hear_how_before_an_exercise_and_none_is_lost_before_first_aid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SessionScreen, "_open_sound", lambda _screen: None)  # nothing is heard here
    for name, ready in (("daily-calf", 23), ("cramp-calf", 30)):
        hand = AppDriver()
        hand.context.sound.asked = SoundPreference.VOICE
        async with hand.running(name):
            assert hand.play.session.position.length == ready * 1_000


async def test_the_machine_may_sleep_once_the_session_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Semaphore(0)

    @contextmanager
    def presenting(*, on_fail: str) -> Iterator[None]:
        yield
        assert on_fail == "pass"
        released.release()

    monkeypatch.setitem(sys.modules, "wakepy", SimpleNamespace(keep=SimpleNamespace(presenting=presenting)))
    async with AppDriver().running("daily-calf") as hand:
        await hand.pass_time(2)
        await hand.press("ctrl+c")
    assert released.acquire(timeout=10)
