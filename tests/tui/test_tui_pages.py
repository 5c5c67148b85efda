"""Home and the pages, driven by keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.events import Click
from textual.screen import Screen

from app_driver import DAY, NIGHT, AppDriver
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.guidance.context import Context
from uncramp.guide.topics import FOLDER, read_guide
from uncramp.paths import shipped_routines
from uncramp.tui.screens.about import AboutScreen
from uncramp.tui.screens.diary import DiaryScreen
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.guide import GuideScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.key_list import KeyListScreen, KeyRow
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.screens.why import NothingScreen
from uncramp.tui.widgets.routine_list import RoutineList
from uncramp.words.signs import no_diagnosis, warning_signs


async def test_home_starts_help_for_a_cramp_with_enter() -> None:
    async with AppDriver().running(None) as hand:
        assert isinstance(hand.screen, HomeScreen)
        await hand.press("enter")
        assert "Pull your toes toward your shin." in hand.text()


async def test_home_comes_back_after_a_routine() -> None:
    async with AppDriver().running(None, size=(100, 50)) as hand:
        await hand.press("enter")
        assert isinstance(hand.screen, SessionScreen)
        await hand.press("enter", "enter", "enter", "enter", "enter")
        assert isinstance(hand.screen, FinishScreen)
        await hand.press("enter")
        assert isinstance(hand.screen, HomeScreen)
        await hand.press("q")
    assert hand.app.return_code == 0


async def test_home_shows_own_routines_and_says_which_cannot_be_read(tmp_path: Path) -> None:
    good = "title: Mine\npurpose: daily\nfor: calf\nabout: From my physio\nsteps:\n  - {name: A, say: Do it., moves: [go 5s]}\n"
    (tmp_path / "mine.yaml").write_text(good)
    (tmp_path / "broken.yaml").write_text("title: [\n")
    async with AppDriver(own=tmp_path).running(None, size=(100, 50)) as hand:
        assert "(yours) From my physio" in hand.text()
        assert "Can't be read: run uncramp check to see why" in hand.text()
        assert "broken" in hand.text()


@pytest.mark.parametrize("start", [None, "cramp-calf", "daily-calf"])
async def test_the_warning_signs_are_one_key_away_and_whole(start: str | None) -> None:
    async with AppDriver().running(start, size=(100, 60)) as hand:
        await hand.press("exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)
        shown = " ".join(hand.text().split())
        for group in warning_signs():
            assert group.heading in shown
            for sign in group.signs:
                assert sign in shown
        assert no_diagnosis() in shown


async def test_the_warning_signs_are_one_key_away_from_the_finish() -> None:
    async with AppDriver().running("daily-calf") as hand:
        await hand.press("enter", "enter")
        assert isinstance(hand.screen, FinishScreen)
        await hand.press("exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)


async def test_why_names_the_sources_of_the_step() -> None:
    async with AppDriver(NIGHT).running("cramp-calf", size=(100, 60)) as hand:
        await hand.press("i")
        assert "Runner's stretch (Merck Manual)" in hand.text()
        assert "We read it at the publisher." in hand.text()
        assert "Go slowly." in hand.text()


async def test_the_help_screen_lists_every_key_of_the_screen_below() -> None:
    async with AppDriver().running("daily-calf", size=(100, 60)) as hand:
        below: Screen[Any] = hand.play
        tooltips = {
            active.binding.tooltip
            for active in below.active_bindings.values()
            if active.binding.tooltip and active.binding.id and active.binding.id != "keys"
        }
        assert len(tooltips) > 10
        await hand.press("question_mark")
        assert isinstance(hand.screen, KeyListScreen)
        assert {row.row.words for row in hand.screen.query(KeyRow)} == tooltips
        await hand.press("question_mark")
        assert hand.screen is below


@pytest.mark.parametrize(("start", "place"), [("cramp-calf", "In first aid"), ("daily-calf", "In this routine")])
async def test_the_keys_stand_by_need_on_one_screen_enter_first_and_none_of_them_textuals(
    start: str, place: str
) -> None:
    async with AppDriver().running(start) as hand:
        await hand.press("question_mark")
        shown = hand.text()
        headings = [shown.index(heading) for heading in (place, "Help", "Move about", "This program")]
        assert all(at > 0 for at in headings)
        first = shown.splitlines()[2].split()[0].rstrip(",")
        assert first == "Enter"
        assert "command prompt" not in hand.words()
        assert "Ctrl-Z" in shown
        assert "? keys" not in shown
        assert "↓ more" not in shown, "all of it is in sight"


async def test_all_keys_of_home_are_in_sight_and_none_touches_the_edge() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("question_mark")
        assert "↓ more" not in hand.text()
        assert all(len(line) < 78 for line in hand.text().splitlines()[1:])


async def test_a_routine_that_is_not_for_the_person_says_why() -> None:
    profile = Profile(frozenset({Tag.RECENT_INJURY}))
    async with AppDriver(profile=profile).running("daily-calf-full") as hand:
        assert isinstance(hand.screen, NothingScreen)
        assert "This routine is not for you." in hand.text()
        assert "You have a new injury." in hand.text()
        await hand.press("enter")
    assert hand.app.return_code == 0


async def test_every_label_in_the_key_bar_can_be_clicked() -> None:
    async with AppDriver().running("daily-calf") as hand:
        bar = hand.play.query_one("KeyBar")
        x = hand.text().splitlines()[-1].index("warning signs")
        await hand.pilot.click(offset=(x, 23))
        await hand.pilot.pause()
        assert isinstance(hand.screen, SignsScreen)
        assert bar.size.height == 1


async def test_a_second_click_does_not_reach_the_page_that_the_first_has_opened() -> None:
    async with AppDriver().running("daily-calf") as hand:
        session = hand.play
        bar = session.query_one("KeyBar")
        x = hand.text().splitlines()[-1].index("warning signs")
        for _click in range(2):
            bar.post_message(Click(bar, x, 0, 0, 0, 1, False, False, False, screen_x=x, screen_y=23))
        await hand.pilot.pause()
        assert isinstance(hand.screen, SignsScreen)
        await hand.press("escape")
        assert hand.app.screen is session


PAGES: dict[str, Callable[[Context], FramedScreen[Any]]] = {
    "home": HomeScreen,
    "about you": AboutScreen,
    "diary": DiaryScreen,
    "guide": lambda context: GuideScreen(context, read_guide(shipped_routines() / FOLDER)),
}


@pytest.mark.parametrize("name", PAGES)
async def test_a_key_that_comes_before_a_page_stands_does_no_harm(name: str) -> None:
    async with AppDriver().running(None) as hand:
        page = PAGES[name](hand.context)
        hand.app.push_screen(page)
        actions = {bound.binding.action for bound in page.active_bindings.values() if bound.node is page}
        assert actions
        for action in actions:
            await hand.app.run_action(action, page)
        assert hand.screen is page
        await hand.pilot.pause()
        assert hand.app.failure is None


async def test_a_key_that_comes_after_the_one_that_leaves_does_no_harm() -> None:
    async with AppDriver().running(None) as hand:
        hand.app.exit()
        hand.app._handle_exception(LookupError("no screen"))
    assert hand.app.failure is None
    assert hand.app.return_code == 0


async def test_a_click_on_what_a_list_has_no_more_does_no_harm() -> None:
    async with AppDriver().running(None) as hand:
        routines = hand.screen.query_one(RoutineList)
        gone = Style(meta={"option": routines.option_count})
        routines.post_message(Click(routines, 5, 5, 0, 0, 1, False, False, False, style=gone))
        await hand.pilot.pause()
        assert hand.app.failure is None


@pytest.mark.parametrize("keys", [(), ("question_mark",), ("exclamation_mark",)])
async def test_the_sign_of_the_theme_changes_with_it_on_every_page(keys: tuple[str, ...]) -> None:
    async with AppDriver(DAY).running(None) as hand:
        await hand.press(*keys)
        assert "☀" in hand.text().splitlines()[0]
        await hand.press("t")
        assert "☾" in hand.text().splitlines()[0]


async def test_the_prompt_and_the_answers_can_be_clicked() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        lines = hand.text().splitlines()
        row = next(nth for nth, line in enumerate(lines) if "it's stopped" in line)
        await hand.pilot.click(offset=(79, row))  # nothing is there to be clicked
        assert "Pull your toes" in hand.text()
        await hand.pilot.click(offset=(lines[row].index("it's stopped"), row))
        await hand.pilot.pause()
        assert "Is one leg swollen" in hand.text()
        lines = hand.text().splitlines()
        row = next(nth for nth, line in enumerate(lines) if " n   No" in line)
        await hand.pilot.click(offset=(lines[row].index("No"), row))
        await hand.pilot.pause()
        assert "Rub the calf." in hand.text()


async def test_a_typed_word_narrows_home_to_what_it_names_and_enter_starts_it() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("slash", "b", "e", "d", "t")
        assert "Bedtime stretch" in hand.text()
        assert "Calf routine, short" not in hand.text()
        await hand.press("enter")
        assert "Back knee straight, heel down." in hand.words()


async def test_escape_shows_all_routines_again_and_does_not_leave() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("slash", "x", "x")
        assert "Nothing is called that. Esc shows all." in hand.text()
        await hand.press("escape")
        assert "More routines" in hand.text()
        await hand.press("escape")
        assert hand.app.is_running


async def test_bedtime_comes_first_in_the_evening_and_the_daily_routine_by_day() -> None:
    for hour, first in ((12, "Calf routine, short"), (21, "Bedtime stretch")):
        async with AppDriver(DAY.replace(hour=hour)).running(None) as hand:
            today = hand.text().split("Today")[1]
            assert first in today.split("\n")[1]


async def test_every_key_can_be_clicked_on_the_help_screen() -> None:
    async with AppDriver().running("daily-calf") as hand:
        await hand.press("question_mark")
        lines = hand.text().splitlines()
        row = next(nth for nth, line in enumerate(lines) if "Ten seconds more." in line)
        await hand.pilot.click(offset=(lines[row].index("more."), row))
        await hand.pilot.pause()
        assert "10 seconds more." in hand.text()


async def test_no_click_leads_out_to_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[bool] = []
    async with AppDriver(NIGHT).running("cramp-calf", (80, 60)) as hand:
        monkeypatch.setattr(hand.app, "action_suspend_process", lambda: gone.append(True))
        await hand.press("question_mark")
        lines = hand.text().splitlines()
        row = next(nth for nth, line in enumerate(lines) if "Ctrl-Z" in line)
        await hand.pilot.click(offset=(lines[row].index("Ctrl-Z"), row))
        await hand.pilot.pause()
        assert "Only the key does that." in hand.text()
        assert not gone
        assert isinstance(hand.screen, KeyListScreen)


async def test_what_is_said_about_you_changes_what_home_leads_through(own_home: Path) -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("a", "down", "down", "space")
        saved = (own_home / "profile.yaml").read_text(encoding="utf-8")
        assert "tags: [" in saved
        tag = Tag(saved.split("[")[1].split("]")[0])
        await hand.press("q")
        assert isinstance(hand.screen, HomeScreen)
        assert tag in hand.screen.context.profile.tags
