"""Pages in small terminals: what Enter does, the way back and the way to help are in sight, and no words are cut."""

from dataclasses import replace
from pathlib import Path

import pytest
from diary_stage import DiaryHand, fill

from diary_making import cramp, session
from uncramp.domain.diary import CrampEntry
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.files.profile import load_profile
from uncramp.tui.screens.about import AboutScreen
from uncramp.tui.screens.diary import DiaryScreen
from uncramp.tui.screens.diary_entry import EntryScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.key_list import KeyListScreen
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.screens.signs import SignsScreen

SMALL = [(20, 6), (40, 12)]
NOTE = "Woke up at three."

TOUR = (
    *("down", "up", "space", "right", "escape", "exclamation_mark", "down", "enter", "slash", "b", "escape"),
    *("a", *["down"] * 3, "enter", "escape", "down", "enter", "right", "u", *["down"] * 16, "escape"),
    *(
        "p",
        "down",
        "right",
        "right",
        "down",
        "escape",
        "n",
        "3",
        "escape",
        "g",
        "enter",
        "down",
        "slash",
        "x",
        "escape",
    ),
    *("escape", "escape", "d", "enter", *["down"] * 10, "n", "escape", "up", "up", "up", "enter", "down", "escape"),
    *("escape", "w", "escape", "p", "enter", "escape", "a", "3", "enter", "down", "down", "down", "escape", "escape"),
)
"""From home through every page, and back to it."""


def some_cramp() -> CrampEntry:
    return replace(cramp("2026-11-22 03:12", relief=150, note=NOTE), strength=8)


def check(hand: DiaryHand) -> None:
    """See whether the page says what Enter does, how to go back, and where help is."""
    screen = hand.screen
    assert isinstance(screen, FramedScreen)
    can = {key for key, one in screen.active_bindings.items() if one.enabled and one.binding.id}
    bar, where = screen.key_bar.render().plain, f"{screen}\n{hand.text()}"
    assert " ".join(bar.split()) in hand.words(), f"it should say {bar}: {where}"
    if not isinstance(screen, KeyListScreen):
        assert "?" in bar or "F1" in bar, where
        large = isinstance(screen, HomeScreen) and screen.check_action("start", ())  # home says it in block letters
        assert large or "enter" not in can or "Enter" in hand.words(), where
    assert "!" in bar or isinstance(screen, SignsScreen), where
    assert isinstance(screen, HomeScreen) or "Esc" in bar or "Enter back" in bar, where


@pytest.mark.parametrize("size", SMALL)
async def test_every_page_says_what_enter_does_and_how_to_get_back_and_to_help(size: tuple[int, int]) -> None:
    fill([some_cramp(), session()])
    hand = DiaryHand()
    async with hand.running(None, size):
        seen = set()
        for key in TOUR:
            await hand.press(key)
            check(hand)
            seen.add(type(hand.screen).__name__)
        assert isinstance(hand.screen, HomeScreen)
        assert seen >= {"AboutScreen", "MyPlanScreen", "NewRoutineScreen", "NotePage", "TickSigns", "WorkingPage"}
        assert seen >= {"DoctorPage", "EntryScreen", "GuideScreen", "PreviewScreen", "SignsScreen", "DiaryScreen"}


@pytest.mark.parametrize("keys", [("exclamation_mark",), ("g", "enter"), ("space",)])
async def test_a_text_is_paged_on_and_back(keys: tuple[str, ...]) -> None:
    hand = DiaryHand()
    async with hand.running(None, (20, 6)):
        await hand.press(*keys)
        first = hand.text()
        await hand.press("pagedown")
        assert hand.text() != first
        await hand.press("pageup")
        assert hand.text() == first


@pytest.mark.parametrize("size", SMALL)
async def test_what_one_types_about_oneself_is_in_sight(size: tuple[int, int]) -> None:
    hand = DiaryHand()
    async with hand.running(None, size):
        await hand.press("a", *["down"] * 3, "enter")
        assert isinstance(hand.screen, AboutScreen)
        assert "› 2026-11-26" in hand.text()
        assert "surgery 2" not in hand.text(), "an example that has no room is not begun"
        await hand.press("7")
        assert "› 7" in hand.text()


@pytest.mark.parametrize("size", SMALL)
async def test_an_entry_is_read_whole(size: tuple[int, int]) -> None:
    fill([some_cramp()])
    hand = DiaryHand()
    async with hand.running(None, size):
        await hand.press("d")
        assert isinstance(hand.screen, DiaryScreen)
        assert "…" not in hand.text()
        await hand.press("enter")
        assert isinstance(hand.screen, EntryScreen)
        assert "night 21/22 Nov, 03:12" in hand.words()
        for _ in range(3):
            assert "…" not in hand.text()
            await hand.press("down")
        assert "2 minutes 30 seconds" in hand.words()


@pytest.mark.parametrize("size", [*SMALL, (80, 24)])
async def test_home_says_where_a_broken_profile_is_mended_and_nothing_else_makes_way(
    size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("tags: [pregnnt]\nwek: 3\n", encoding="utf-8")
    hand = DiaryHand()
    hand.context = replace(hand.context, person=load_profile(path, hand.when.date()))
    async with hand.running(None, size):
        for keys in ((), ("down",), ("slash",), ("escape",)):
            await hand.press(*keys)
            check(hand)
            shown = keys != ("slash",) and (size != (20, 6) or keys != ("down",))
            assert ("ress a" in hand.words()) is shown
        await hand.press("down")
        assert "Calf routine, short" in hand.text()


async def test_what_is_found_in_the_guide_is_shown_whole_beside_the_bar_that_scrolls() -> None:
    hand = DiaryHand()
    async with hand.running(None, (40, 12)):
        await hand.press("g", "slash", *"sleep")
        assert "Get your bed and your legs ready before you sleep." in hand.words()
        assert "…" not in hand.text()


async def test_why_a_routine_is_swapped_never_reads_as_what_that_routine_does() -> None:
    for width in range(56, 130, 3):
        hand = DiaryHand(profile=Profile(frozenset({Tag.CLOT_RISK})))
        async with hand.running(None, (width, 40)):
            (row,) = (line for line in hand.text().splitlines() if "Foot exercises" in line)
            assert "clot" not in row or "(Instead of Ball under the foot.)" in row
            assert width < 80 or "Instead of Ball under the foot" in row


async def test_a_dose_is_never_parted_from_what_it_counts() -> None:
    hand = DiaryHand()
    async with hand.running(None, (80, 24)):
        await hand.press("down", "down", "space", "right")
        assert "\nOne side, then the other ·" in "\n".join(line.strip() for line in hand.text().splitlines())
        assert any(line.strip().startswith("5 times") for line in hand.text().splitlines())
