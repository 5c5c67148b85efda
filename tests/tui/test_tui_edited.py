"""An own routine that was edited, broken, deleted or added while home is open: what starts is what its file says now."""

from pathlib import Path

import pytest

from app_driver import AppDriver
from uncramp.tui.screens import home
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.preview import PreviewScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.widgets.routine_list import RoutineList

MINE = """\
title: Stairs
purpose: daily
for: calf
steps:
  - name: {name}
    say: {say}
    moves: [rise {time}]
"""


def write(folder: Path, name: str = "stairs", title: str = "Stairs", say: str = "Rise.", time: str = "4s") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(MINE.format(name="Rise", say=say, time=time).replace("Stairs", title), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _looks_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else home may look at the files between what is written and the key, and what was marked is gone."""
    monkeypatch.setattr(home, "_COMPLETE_S", 3_600)


async def mark(hand: AppDriver, name: str = "stairs") -> None:
    routines = hand.screen.query_one(RoutineList)
    routines.unfold()
    routines.mark(name)
    assert routines.marked_id == name


async def told(hand: AppDriver) -> str:
    await hand.until(lambda: len(hand.app._notifications) > 0)
    (said,) = (notice.message for notice in hand.app._notifications)
    return said


def listed(hand: AppDriver) -> str:
    return "\n".join(str(option.prompt) for option in hand.screen.query_one(RoutineList).options)


async def test_what_starts_is_what_the_file_says_now(tmp_path: Path) -> None:
    write(tmp_path)
    async with AppDriver(own=tmp_path).running(None, (100, 50)) as hand:
        await mark(hand)
        write(tmp_path, say="Rise on one foot.", time="9s")
        await hand.press("enter")
        assert isinstance(hand.screen, SessionScreen)
        assert hand.play.session.plan.seconds == 9 + 5
        assert "Rise on one foot." in {interval.step.say for interval in hand.play.session.plan.intervals}


async def test_a_change_of_the_same_length_counts_too(tmp_path: Path) -> None:
    write(tmp_path)
    async with AppDriver(own=tmp_path).running(None, (100, 50)) as hand:
        await mark(hand)
        write(tmp_path, time="7s")
        await hand.press("enter")
        assert hand.play.session.plan.seconds == 7 + 5


async def test_the_look_before_it_starts_is_at_the_file_of_now(tmp_path: Path) -> None:
    write(tmp_path)
    async with AppDriver(own=tmp_path).running(None, (100, 50)) as hand:
        await mark(hand)
        write(tmp_path, say="Rise, and breathe.")
        await hand.press("space")
        assert isinstance(hand.screen, PreviewScreen)
        assert hand.screen.step.step.say == "Rise, and breathe."
        write(tmp_path, say="Rise again.")
        await hand.press("enter")
        assert {interval.step.say for interval in hand.play.session.plan.intervals} == {"Rise again."}


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_one_that_is_broken_now_is_not_started_as_it_was_and_its_line_is_said(tmp_path: Path, key: str) -> None:
    write(tmp_path)
    async with AppDriver(own=tmp_path).running(None, (100, 50)) as hand:
        await mark(hand)
        write(tmp_path, time="soon")
        await hand.press(key)
        assert isinstance(hand.screen, HomeScreen)
        assert "'stairs' was changed and can't be used now. Line 7: " in await told(hand)
        assert "Can't be read" in listed(hand)
        write(tmp_path, time="8s")
        hand.screen.query_one(RoutineList).look_again()
        await mark(hand)
        await hand.press("enter")
        assert hand.play.session.plan.seconds == 8 + 5


async def test_one_that_is_gone_is_not_started(tmp_path: Path) -> None:
    path = write(tmp_path)
    async with AppDriver(own=tmp_path).running(None, (100, 50)) as hand:
        await mark(hand)
        path.unlink()
        await hand.press("enter")
        assert isinstance(hand.screen, HomeScreen)
        assert await told(hand) == "'stairs' is not there any more."


async def test_home_shows_what_is_new_renamed_and_gone_when_one_comes_back_to_it(tmp_path: Path) -> None:
    first = write(tmp_path)
    async with AppDriver(own=tmp_path).running(None, (100, 60)) as hand:
        await mark(hand)
        first.unlink()
        write(tmp_path, "lunges", "Lunges")
        hand.screen.query_one(RoutineList).look_again()
        assert "Lunges" in listed(hand)
        assert "Stairs" not in listed(hand)
        write(tmp_path, "lunges", "Deep lunges")
        hand.screen.query_one(RoutineList).look_again()
        assert "Deep lunges" in listed(hand)


async def test_own_first_aid_that_was_edited_is_what_helps_now(tmp_path: Path) -> None:
    aid = MINE.replace("purpose: daily", "purpose: first-aid")
    path = tmp_path / "cramp-foot.yaml"
    path.write_text(aid.format(name="Mine", say="Press the toes up.", time="30s"))
    async with AppDriver(own=tmp_path).running(None) as hand:
        path.write_text(aid.format(name="Mine", say="Press the toes down.", time="30s"))
        await hand.press("2")
        assert hand.play.session.plan.intervals[-1].step.say == "Press the toes down."


async def test_own_first_aid_that_is_broken_by_now_gives_way_to_the_built_in_one(tmp_path: Path) -> None:
    aid = MINE.replace("purpose: daily", "purpose: first-aid")
    path = tmp_path / "cramp-foot.yaml"
    path.write_text(aid.format(name="Mine", say="Press the toes up.", time="30s"))
    async with AppDriver(own=tmp_path).running(None) as hand:
        path.write_text("title: [")
        await hand.press("2")
        assert hand.play.session.plan.routine == "cramp-foot"
        assert hand.play.session.plan.title != "Stairs"
