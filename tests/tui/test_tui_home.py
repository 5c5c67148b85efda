"""Home: the key of first aid in its bar, what is marked, what is listed, and the keys."""

from dataclasses import replace
from pathlib import Path

import pytest

from app_driver import DAY, NIGHT, AppDriver
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.files.profile import LoadedProfile
from uncramp.guidance.routines import AIDS, ON_KEYS
from uncramp.terminal.layout import stage_room
from uncramp.terminal.letters import in_bar
from uncramp.tui.screens.about import AboutScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.preview import PreviewScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.widgets.routine_list import RoutineList

SIZES = [(20, 6), (30, 8), (40, 12), (56, 21), (80, 24), (120, 40), (200, 70)]
MINE = "title: {title}\npurpose: {purpose}\nfor: calf\nsteps:\n  - {{name: A, say: Do it., moves: [go 5s]}}\n"


def asks(hand: AppDriver, key: str) -> bool:
    """Whether home's bar has this key for a cramp."""
    room = stage_room(*hand.app.size)
    lines = [line.strip() for line in hand.text().splitlines()]
    return all(row.strip() in lines for row in in_bar("Cramp?", key, room.columns, room.lines))


def listed(hand: AppDriver) -> list[str]:
    """The titles in the list, from above."""
    return [str(option.prompt).strip().split("  ")[0] for option in hand.screen.query_one(RoutineList).options]


def new(hand: AppDriver) -> AppDriver:
    """Somebody who has said nothing of themselves yet."""
    hand.context = replace(hand.context, person=LoadedProfile(Path(), Profile(), there=False))
    return hand


async def click(hand: AppDriver, words: str) -> None:
    """Click on words that are shown."""
    lines = hand.text().splitlines()
    row = next(nth for nth, line in enumerate(lines) if words in line)
    await hand.pilot.click(offset=(lines[row].index(words), row))
    await hand.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_for_a_cramp_and_the_other_cramps_are_in_sight_at_every_size(size: tuple[int, int]) -> None:
    async with AppDriver(NIGHT).running(None, size=size) as hand:
        assert asks(hand, "Enter")
        for key, _name, _words, short in AIDS:
            assert f"{key} {short}" in hand.text()
        assert "! signs" in hand.text() or "! warning signs" in hand.text()
        assert "? keys" in hand.text()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_bar_is_in_block_letters(size: tuple[int, int]) -> None:
    async with AppDriver().running(None, size=size) as hand:
        assert "Cramp?" not in hand.text()
        assert "█" in hand.text()


@pytest.mark.parametrize("keys", [("down",), ("up",), ("tab",), ("shift+tab",), ("end",)])
async def test_nothing_is_marked_until_a_key_marks_it_and_esc_unmarks(keys: tuple[str, ...]) -> None:
    async with AppDriver().running(None) as hand:
        routines = hand.screen.query_one(RoutineList)
        assert routines.marked_id is None
        await hand.press(*keys)
        assert routines.marked_id
        assert asks(hand, "Press c")
        assert "Enter start   Space look first   Esc unmark" in hand.text()
        await hand.press("escape")
        assert routines.marked_id is None
        assert asks(hand, "Enter")
        await hand.press("enter")
        assert hand.play.session.plan.routine == "cramp-calf"


async def test_enter_starts_what_is_marked_and_after_it_first_aid_again() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("down", "enter")
        assert hand.play.session.plan.routine == "daily-calf"
        await hand.press("q", "q")
        assert isinstance(hand.screen, HomeScreen)
        assert asks(hand, "Enter")


async def test_space_looks_at_what_is_marked_and_leaves_it_marked() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("down", "down", "space")
        assert isinstance(hand.screen, PreviewScreen)
        await hand.press("escape")
        assert hand.screen.query_one(RoutineList).marked_id == "ball-roll"


async def test_from_the_last_one_down_leads_to_the_bar_and_up_back() -> None:
    async with AppDriver().running(None) as hand:
        routines = hand.screen.query_one(RoutineList)
        await hand.press("end")
        last = routines.marked_id
        await hand.press("down")
        assert asks(hand, "Enter")
        await hand.press("up")
        assert routines.marked_id == last
        await hand.press("home", "up")
        assert asks(hand, "Enter")


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, name, *_words in AIDS])
async def test_a_digit_starts_the_other_first_aids_by_key_and_by_mouse(key: str, name: str) -> None:
    words = next(f"{one} {said}" for one, _name, said, _short in AIDS if one == key)
    async with AppDriver(NIGHT).running(None) as hand:
        await hand.press("down", key)
        assert hand.play.session.plan.routine == name
    async with AppDriver(NIGHT).running(None) as hand:
        await click(hand, words)
        assert hand.play.session.plan.routine == name


@pytest.mark.parametrize("keys", [(), ("down",), ("slash", "x")])
async def test_a_click_on_the_bar_is_first_aid_whatever_is_marked(keys: tuple[str, ...]) -> None:
    async with AppDriver().running(None) as hand:
        await hand.press(*keys)
        await hand.pilot.click("CrampBar")
        await hand.pilot.pause()
        assert hand.play.session.plan.routine == "cramp-calf"


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_esc_says_how_to_leave_and_does_not(key: str) -> None:
    async with AppDriver().running(None) as hand:
        before = hand.text()
        await hand.press(key, key)
        assert "q leaves uncramp." in hand.text()
        assert hand.app.is_running
        foot = hand.screen.query_one("#foot")
        assert foot.styles.color != hand.screen.query_one("#notices").styles.color
        await click(hand, "q leaves uncramp.")
    assert "q leaves" not in before
    assert hand.app.return_code == 0


async def test_the_list_of_keys_has_those_that_have_no_room_in_the_bar() -> None:
    async with AppDriver().running(None, size=(75, 60)) as hand:
        await hand.press("question_mark")
        shown = hand.text()
        for key, words in (
            ("Enter", "Start first aid."),
            ("Space", "Look first, step by step."),
            ("1", "First aid: standing."),
            ("4", "First aid: thigh."),
            ("↓", "Mark the next routine."),
        ):
            (line,) = (line for line in shown.splitlines() if words in line)
            assert line.split()[0] == key


async def test_what_is_marked_is_in_sight_in_a_tiny_terminal() -> None:
    async with AppDriver().running(None, size=(20, 6)) as hand:
        await hand.press("down")
        assert "Calf routine" in hand.text()
        assert "Enter start" in hand.text()
        assert asks(hand, "Press c")


async def test_every_key_is_in_the_two_last_rows_at_80_columns() -> None:
    async with AppDriver().running(None) as hand:
        *_above, foot, bar = hand.text().splitlines()
        assert foot.strip().split("   ") == ["↑↓ choose", "/ find", "n new routine"]
        assert bar.split("  ")[1:] == [
            "! warning signs", "a about you", "p plan", "d diary", "g guide", "q leave", "? keys",
        ]  # fmt: skip


@pytest.mark.parametrize(("size", "says"), [((40, 12), "3 a day"), ((80, 24), "3 a day · Lean at a wall, 50 times.")])
async def test_how_often_stands_in_words_beside_a_title_that_is_whole(size: tuple[int, int], says: str) -> None:
    async with AppDriver().running(None, size) as hand:
        line = next(line for line in hand.text().splitlines() if "Calf routine, short" in line)
        assert says in line
        assert "…" not in hand.text()


async def test_today_stands_first_and_nothing_is_listed_twice() -> None:
    async with AppDriver().running(None, size=(100, 60)) as hand:
        titles = [title for title in listed(hand) if title]
        assert len(titles) == len(set(titles))
        today, others = titles.index("Today"), titles.index("More routines")
        assert titles[today + 1 : others] == [
            "Calf routine, short",
            "Ball under the foot",
            "Legs up, 20 minutes",
            "Bedtime stretch",
        ]
        named = {entry.routine.title for entry in hand.context.library.entries() if entry.routine is not None}
        on_keys = {hand.context.library.get(name).title for name in ON_KEYS}
        assert set(titles) - {"Today", "More routines"} == named - on_keys


@pytest.mark.parametrize("opening", ["enter", "click"])
async def test_by_night_all_are_folded_into_one_line_that_opens(opening: str, tmp_path: Path) -> None:
    (tmp_path / "stairs.yaml").write_text(MINE.format(title="Stairs", purpose="daily"))
    (tmp_path / "broken.yaml").write_text("title: [\n")
    async with AppDriver(NIGHT, own=tmp_path).running(None, size=(80, 40)) as hand:
        assert "Bedtime stretch" in listed(hand)
        assert "Stairs" not in hand.text()
        assert "Can't be read" in hand.text()
        assert "broken" in hand.text()
        if opening == "click":
            await click(hand, "All routines ›")
        else:
            await hand.press("down", "down", "down", "down", "down", "enter")
        assert isinstance(hand.screen, HomeScreen)
        assert "Stairs" in listed(hand)
        assert "All routines ›" not in hand.text()
        assert hand.screen.query_one(RoutineList).marked_id == "daily-calf-full"


async def test_a_search_finds_what_is_folded_and_what_stands_on_keys() -> None:
    async with AppDriver(NIGHT).running(None) as hand:
        await hand.press("slash", *"thigh")
        assert "thigh" in hand.text().splitlines()[-2]  # what is typed
        assert "Thigh cramp, right now" in listed(hand)
        await hand.press("enter")
        assert hand.play.session.plan.routine == "cramp-thigh"


async def test_in_a_search_letters_are_typed_and_the_bar_says_so() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("slash", "c", "1", "a", "q")
        assert isinstance(hand.screen, HomeScreen)
        assert "c1aq" in hand.text()
        assert "Cramp? Esc, Enter" in hand.text()
        assert "about you" not in hand.text()
        await hand.press("enter")  # nothing is called that
        assert isinstance(hand.screen, HomeScreen)
        await hand.press("escape")
        assert asks(hand, "Enter")
        await hand.press("escape", "enter")
        assert hand.play.session.plan.routine == "cramp-calf"


async def test_the_warning_signs_are_one_key_away_while_one_searches() -> None:
    async with AppDriver().running(None) as hand:
        await hand.press("slash", "c", "exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)


@pytest.mark.parametrize("tag", [Tag.CLOT_RISK, Tag.VARICOSE_VEINS, Tag.PREGNANT])
async def test_what_several_are_played_as_is_listed_once(tag: Tag) -> None:
    async with AppDriver(profile=Profile(frozenset({tag}))).running(None, size=(100, 60)) as hand:
        titles = [title for title in listed(hand) if title]
        assert len(titles) == len(set(titles))
        await hand.press("slash", *"foot")
        found = listed(hand)
        assert found.count("Foot exercises") == 1
        if tag is not Tag.PREGNANT:
            await hand.press(*("backspace",) * 4, *"ball")
            assert listed(hand) == ["Foot exercises"]


async def test_somebody_new_is_asked_about_pregnancy_and_veins_until_they_have_looked(own_home: Path) -> None:
    asked = "Pregnant, or varicose veins? Press a."
    async with new(AppDriver()).running(None) as hand:
        assert asked in hand.text()
        await click(hand, asked)
        assert isinstance(hand.screen, AboutScreen)
        await hand.press("q")
        assert isinstance(hand.screen, HomeScreen)
        assert asked not in hand.text()
        assert hand.app.context.person.there
        assert hand.app.context.profile == Profile()
        assert (own_home / "profile.yaml").read_text().startswith("#")


async def test_somebody_who_has_a_profile_is_not_asked() -> None:
    async with AppDriver().running(None) as hand:
        assert "Pregnant" not in hand.text()


async def test_a_profile_that_was_made_meanwhile_is_not_lost(own_home: Path) -> None:
    async with new(AppDriver()).running(None) as hand:
        await hand.press("a")
        (own_home / "profile.yaml").write_text("tags: [flat_feet]\n")
        await hand.press("q")
        assert hand.app.context.profile.tags == {Tag.FLAT_FEET}


@pytest.mark.parametrize("text", ["title: [\n", MINE.format(title="Mine", purpose="daily")])
async def test_first_aid_of_ones_own_that_is_none_or_broken_makes_way_for_the_built_in(
    tmp_path: Path, text: str
) -> None:
    for name in ("cramp-calf", "cramp-foot"):
        (tmp_path / f"{name}.yaml").write_text(text)
    async with AppDriver(own=tmp_path).running(None) as hand:
        await hand.press("enter")
        assert "Pull your toes toward your shin." in hand.text()
    async with AppDriver(own=tmp_path).running(None) as hand:
        await hand.press("2")
        assert isinstance(hand.screen, SessionScreen)
        assert hand.play.session.plan.title == "Foot or toe cramp"


async def test_where_no_routine_can_be_read_the_first_words_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uncramp.tui.app.first_aid", lambda _library, _name: None)
    async with AppDriver().running(None) as hand:
        await hand.press("enter")
        (said,) = (notice.message for notice in hand.app._notifications)
        assert said == "Pull your toes toward your shin. Slowly. For more, run: uncramp now"


async def test_by_day_all_stand_open() -> None:
    async with AppDriver(DAY).running(None) as hand:
        assert "More routines" in hand.text()
        assert "All routines ›" not in hand.text()
