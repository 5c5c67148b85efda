"""The answers of a session: what is marked, what Enter gives, and the question before one leaves."""

import pytest

from app_driver import NIGHT, AppDriver
from uncramp.domain.session_state import Phase
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.stop import StopScreen
from wait_idle import wait_idle


@pytest.mark.parametrize("key", ["enter", "escape", "backspace", "space"])
async def test_by_day_stopping_is_asked_once_and_the_default_is_to_go_on(key: str) -> None:
    async with AppDriver().running("daily-calf") as hand:
        await hand.press("q", key)
        assert isinstance(hand.screen, SessionScreen)
        assert hand.play.session.phase is Phase.RUNNING
        await hand.press("q", "q")
    assert hand.app.return_code == 0
    assert not hand.app.is_running


async def test_the_stop_question_says_that_it_is_paused_and_can_be_answered_by_arrows_and_mouse() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        await hand.pass_time(20)
        await hand.press("q")
        assert isinstance(hand.screen, StopScreen)
        assert "Paused." in hand.text(), "in the question's own box"
        assert "it's stopped" not in hand.text(), "what Enter does there is not what it does here"
        assert "Pull your toes" not in hand.words(), "nothing else is to be done"
        lines = [line for line in hand.text().splitlines() if line.endswith(("leave", "first aid"))]
        assert [line.split()[0] for line in lines] == ["y", "n", "Enter"]
        assert len({line.index(words) for line, words in zip(lines, ("Yes", "No", "Go on"), strict=True)}) == 1
        await hand.press("enter")
        assert isinstance(hand.screen, SessionScreen)
        await hand.press("q", "up")
        assert "Enter   No" in hand.text()
        await hand.press("u")  # takes back the q
        assert hand.play.session.phase is Phase.RUNNING
        await hand.press("q")
        lines = hand.text().splitlines()
        row = next(nth for nth, line in enumerate(lines) if "keep nothing" in line)
        await hand.pilot.click(offset=(lines[row].index("No"), row))
        await wait_idle(hand.app)
    assert hand.app.return_code == 0


@pytest.mark.parametrize(("size", "said"), [((80, 24), "Press y or n to leave."), ((20, 6), "y, n leave.")])
async def test_a_second_q_is_no_answer_to_whether_it_was_a_cramp(size: tuple[int, int], said: str) -> None:
    async with AppDriver().running("cramp-calf", size) as hand:
        await hand.pass_time(20)
        await hand.press("q", "q")
        assert isinstance(hand.screen, StopScreen)
        assert said in hand.text()
        assert "Was it a cramp?" in hand.words() or hand.in_letters("Was it a cramp?")
        assert "Enter" in hand.text()


async def test_an_answer_that_is_marked_in_the_stop_question_is_given_by_enter() -> None:
    async with AppDriver().running("cramp-calf", (20, 6)) as hand:
        await hand.pass_time(20)
        await hand.press("q", "down")
        assert hand.text().splitlines()[2:5] == ["y yes: diary, leave", "n no: just leave", "Enter yes"]
        await hand.press("down")
        assert "Enter no: just leave" in hand.text()
        await hand.press("enter")
    assert not hand.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
async def test_the_stop_question_says_at_every_size_what_is_kept_and_that_its_answers_leave(
    size: tuple[int, int],
) -> None:
    async with AppDriver().running("cramp-calf", size) as hand:
        await hand.pass_time(20)
        await hand.press("q")
        answers = [line for line in hand.text().splitlines() if line.endswith("leave")]
        assert len(answers) == 2
        assert "diary" in answers[0]
        assert hand.text().count("!") == 1
        assert "Was it a cramp?" in hand.words() or hand.in_letters("Was it a cramp?")
        assert "go on" in hand.text().casefold()
        assert "!" in hand.text()


async def test_nothing_is_marked_at_first_and_enter_alone_is_no_answer() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter")
        assert "▸" not in hand.text()
        await hand.press("enter")
        assert "Skipped “Rub the calf”. No answer." in hand.words()


@pytest.mark.parametrize("keys", [("down", "down"), ("tab", "tab"), ("up", "up"), ("down", "down", "down", "up")])
async def test_once_an_answer_is_marked_enter_gives_it(keys: tuple[str, ...]) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", *keys)
        assert "▸  n   No" in hand.text()
        lines = hand.text().splitlines()
        assert any("Enter" in line and "No" in line for line in lines)
        await hand.press("enter")
        assert "Rub the calf. Gently, and upward." in hand.words()


async def test_a_mark_does_not_outlive_its_question() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter", "down", "right", "right")
        assert "Optional: Warm it" in hand.text()
        assert "▸" not in hand.text()
        await hand.press("up", "left")
        assert "▸" not in hand.text()


async def test_what_comes_of_each_answer_stands_beside_it() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter")
        shown = hand.words()
        assert "y Yes what it may be, and whom to call" in shown
        assert "n No then: Rub the calf" in shown
        assert "d Not sure counts as Yes" in shown
        assert "With no answer, it skips “Rub the calf” in 1 minute." in shown
        assert "Enter no answer: skips “Rub the calf”" in shown, "the same words"


@pytest.mark.parametrize(("size", "large"), [((56, 19), False), ((56, 22), True)])
async def test_the_stop_question_is_large_where_its_answers_stay_in_sight(size: tuple[int, int], large: bool) -> None:
    async with AppDriver().running("cramp-calf", size) as hand:
        await hand.pass_time(20)
        await hand.press("q")
        assert hand.in_letters("Was it a") is large
        assert {"y", "n", "Enter"} <= set(hand.words().split())


async def test_in_a_small_terminal_what_silence_does_stands_apart_from_the_answers() -> None:
    async with AppDriver(NIGHT).running("cramp-calf", (56, 19)) as hand:
        await hand.press("enter")
        lines = hand.text().splitlines()
        silence = next(nth for nth, line in enumerate(lines) if "With no answer" in line)
        assert not lines[silence - 1].strip()
