"""Home, a routine, Space: the routine is seen step by step before it is begun."""

import pytest

from app_driver import DAY, NIGHT, AppDriver
from figure_samples import painted
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.preview import PreviewScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.screens.why import NothingScreen
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.routine_list import RoutineList


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is near and quick."""
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


async def preview(hand: AppDriver, routine: str) -> PreviewScreen:
    """Mark a routine at home, unfolded if need be, and look at it; first aid for the calf with nothing marked."""
    routines = hand.screen.query_one(RoutineList)
    if routine != "cramp-calf":
        routines.unfold()
        routines.mark(routine)
        assert routines.marked_id == routine
    await hand.press("space")
    screen = hand.screen
    assert isinstance(screen, PreviewScreen)
    figure = screen.query_one(FigureView)
    await hand.until(lambda: figure._player is not None)
    return screen


def figure_text(screen: PreviewScreen) -> str:
    figure = screen.query_one(FigureView)
    return "\n".join(figure.render_line(y).text for y in range(figure.size.height)) if figure.display else ""


async def later(hand: AppDriver, screen: PreviewScreen, ms: int) -> None:
    """Let time pass, with looks at the clock as the timer has them."""
    hand.now += ms
    screen.look()
    await hand.pilot.pause()


async def test_what_is_played_for_this_person_is_named_at_home_and_before_it_starts_with_the_reason() -> None:
    hand = AppDriver(profile=Profile(frozenset({Tag.VARICOSE_VEINS})))
    async with hand.running(None, size=(140, 60)) as hand:
        (row,) = [line for line in hand.text().splitlines() if "Foot exercises" in line]
        assert "You have varicose veins. (Instead of Ball" in row
        assert "2½ min" in row
        screen = await preview(hand, "ball-roll")
        assert "(Instead of Ball under the foot.)" in hand.words()
        await hand.press("right")
        assert screen.step.number > 1
        assert "(Instead of" not in hand.words()
        await hand.press("escape", "slash", *"bath")
        assert "(Instead of Warm" in hand.text()
        assert "Bedtime stretch" not in hand.text()


@pytest.mark.parametrize("when", [DAY, NIGHT])
async def test_space_opens_the_steps_one_by_one_and_esc_comes_back(when: object) -> None:
    async with AppDriver(DAY if when is DAY else NIGHT).running(None) as hand:
        screen = await preview(hand, "daily-calf-full")
        seen: list[str] = []
        many = int(next(line for line in hand.text().splitlines() if "step 1 of" in line).split("of")[-1].split()[0])
        for nth in range(1, many + 1):
            assert f"step {nth} of {many}" in hand.text()
            assert screen.step.step.say.split()[0] in hand.text()
            assert painted(screen.query_one(FigureView)) > 60, screen.step.step.name
            seen.append(screen.step.step.name)
            await hand.press("right" if nth % 2 else "space")
        assert len(set(seen)) == many
        assert screen.step.step.name == seen[0]
        await hand.press("left")
        assert screen.step.step.name == seen[-1]
        await hand.press("escape")
        assert isinstance(hand.screen, HomeScreen)


async def test_the_figure_moves_in_the_time_of_the_step_and_the_move_is_marked() -> None:
    async with AppDriver().running(None) as hand:
        screen = await preview(hand, "cramp-calf")
        begun = figure_text(screen)
        assert "▸ toes up 30s" in hand.text()
        await later(hand, screen, 4_000)  # a whole breath
        pulled = figure_text(screen)
        assert pulled != begun
        await later(hand, screen, 26_000)
        assert "▸ ease off 10s" in hand.text()
        assert unlike(figure_text(screen), pulled) > ARROW, "a new word never stands beside the old pose"
        await later(hand, screen, 4_000)
        eased = figure_text(screen)
        assert unlike(eased, pulled) > unlike(begun, pulled)
        await later(hand, screen, 6_000)
        assert figure_text(screen) == begun, "the next round begins as the first one"


ARROW = 16
"""Cells that an arrow and what it covers may take: each stands in its own move alone."""


def unlike(one: str, other: str) -> int:
    """In how many cells two pictures of one size differ."""
    return sum(mine != theirs for mine, theirs in zip(one, other, strict=True))


async def test_enter_starts_it_and_its_end_leads_home() -> None:
    async with AppDriver().running(None) as hand:
        await preview(hand, "daily-calf")
        await hand.press("enter")
        assert isinstance(hand.screen, SessionScreen)
        assert not any(isinstance(screen, PreviewScreen) for screen in hand.app.screen_stack)
        await hand.press("q", "q")
        assert isinstance(hand.screen, HomeScreen)


async def test_the_warning_signs_are_one_key_away() -> None:
    async with AppDriver().running(None) as hand:
        await preview(hand, "daily-calf")
        await hand.press("exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)


async def test_where_there_is_one_step_no_key_leads_to_another() -> None:
    async with AppDriver().running(None) as hand:
        await preview(hand, "daily-calf")
        assert "next step" not in hand.text()
        await hand.press("right", "space", "left")
        assert "step 1 of 1" in hand.text()


@pytest.mark.parametrize(
    ("size", "place"),
    [((120, 40), "beside"), ((80, 24), "beside"), ((50, 34), "below"), ((40, 12), "none"), ((20, 6), "none")],
)
async def test_the_words_stay_and_the_figure_goes_first(size: tuple[int, int], place: str) -> None:
    async with AppDriver().running(None, size=size) as hand:
        screen = await preview(hand, "heel-drop")
        figure, words = screen.query_one(FigureView), screen.query_one("#words")
        assert screen.step.step.name in hand.words()
        if place == "none":
            assert not figure.display
            return
        assert painted(screen.query_one(FigureView)) > 60
        assert (figure.region.x >= words.region.right) is (place == "beside")
        assert (figure.region.y >= words.region.bottom) is (place == "below")


async def test_what_is_not_for_the_person_says_why() -> None:
    profile = Profile(tags=frozenset({Tag.CLOT_RISK, Tag.VARICOSE_VEINS, Tag.RECENT_INJURY}))
    async with AppDriver(profile=profile).running(None) as hand:
        routines = hand.screen.query_one(RoutineList)
        empty = next(name for name in hand.context.library.names() if not hand.plan(name).intervals)
        routines.mark(empty)
        await hand.press("space")
        assert isinstance(hand.screen, NothingScreen)
