"""The figure in a session: there where there is room, moving with the timer, and never in the way."""

import re
from pathlib import Path
from unittest import mock

import pytest

from app_driver import AppDriver
from figure_samples import painted, quarters
from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, Theme
from uncramp.domain.routine import Tag
from uncramp.terminal import palette
from uncramp.tui.widgets.figure_view import FigureView
from wait_idle import strips

INKS = {Theme.DAY: palette.FIGURE_DAY, Theme.NIGHT: palette.FIGURE_NIGHT, Theme.LIGHT: palette.FIGURE_LIGHT}
MINE = """\
title: Mine
purpose: daily
for: calf
steps:
  - name: Rise
    say: Rise.
    figure: {figure}
    moves: [{move} 20s]
"""


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is near and quick."""
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


async def drawn(hand: AppDriver) -> FigureView:
    """The figure, when what draws it has been loaded."""
    view = hand.screen.query_one(FigureView)
    await hand.until(lambda: view._player is not None)
    return view


def text(view: FigureView) -> str:
    return "\n".join(view.render_line(y).text for y in range(view.size.height))


async def test_it_stands_beside_the_words_at_80_by_24_and_takes_none_of_them_away() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        view = await drawn(hand)
        assert painted(view) > 60
        assert view.size.width >= 36
        assert view.size.height >= 14
        words = hand.words()
        assert "Pull your toes toward your shin. Slowly." in words
        assert "Leg straight, heel pushed away." in words


async def test_there_is_more_of_it_where_there_is_more_room() -> None:
    async with AppDriver().running("cramp-calf", size=(120, 40)) as hand:
        view = await drawn(hand)
        assert view.size.width >= 56
        assert view.size.height >= 24


@pytest.mark.parametrize("size", [(40, 12), (60, 24), (80, 18), (20, 6), (1, 1)])
async def test_it_goes_first_where_there_is_little_room(size: tuple[int, int]) -> None:
    async with AppDriver().running("cramp-calf", size=size) as hand:
        await drawn(hand)
        assert not quarters(hand.text())


async def test_it_moves_with_the_timer_and_then_stays() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        view = await drawn(hand)
        seen = [text(view)]
        for _ in range(3):
            await hand.pass_time(1)
            await hand.pilot.pause()
            seen.append(text(view))
        assert seen[0] != seen[-1]
        await hand.press("space")
        stands = text(view)
        hand.now += 3_000
        await hand.pilot.pause(0.3)
        assert text(view) == stands


async def test_in_a_hold_the_way_into_the_pose_is_shown_again_and_a_pause_shows_the_pose() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        view = await drawn(hand)
        seen = {}
        for second in range(1, 13):
            await hand.pass_time(1)
            await hand.pilot.pause()
            seen[second] = text(view)
        assert seen[6] == seen[10]  # a breath later
        assert seen[8] != seen[12]
        await hand.pass_time(5)
        moving = text(view)
        await hand.press("space")
        assert text(view) != moving


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("far", [False, True])
async def test_it_is_two_numbered_panels_where_nothing_should_move_or_the_terminal_is_far_away(
    far: bool, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    if far:
        monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 2 10.0.0.2 22")
    profile = Profile(motion=MotionPreference.FULL if far else MotionPreference.REDUCED)
    async with AppDriver(profile=profile).running("cramp-calf", size=size) as hand:
        view = await drawn(hand)
        first = text(view)
        assert re.fullmatch(r" +1 ━+▶ 2 +", first.splitlines()[-1])
        drawn_anew = mock.Mock()
        monkeypatch.setattr(view, "refresh", drawn_anew)
        await hand.pass_time(20)
        drawn_anew.assert_not_called()
        assert text(view) == first
        await hand.pass_time(15)  # the toes go back
        assert text(view) != first
        assert drawn_anew.called


async def test_the_other_side_mirrors_it() -> None:
    async with AppDriver(profile=Profile(motion=MotionPreference.REDUCED)).running("cramp-calf") as hand:
        view = await drawn(hand)
        await hand.press("s")
        left = text(view)
        await hand.press("s")
        assert text(view) != left
        assert "Right leg" in hand.text()


async def test_a_pregnant_person_is_drawn_pregnant() -> None:
    shown = []
    for tags in (frozenset[Tag](), frozenset({Tag.PREGNANT})):
        profile = Profile(tags, motion=MotionPreference.REDUCED)
        async with AppDriver(profile=profile).running("daily-calf") as hand:
            shown.append(text(await drawn(hand)))
    assert shown[0] != shown[1]


async def test_plain_characters_draw_it_for_whoever_wants_them() -> None:
    async with AppDriver(profile=Profile(figures=FigurePreference.ASCII)).running("cramp-calf") as hand:
        words = text(await drawn(hand))
        assert words.isascii()
        assert words.strip()


@pytest.mark.parametrize(
    ("terminal", "nth"), [(("xterm-256color", "truecolor"), 0), (("xterm-256color", ""), 1), (("xterm", ""), 2)]
)
@pytest.mark.parametrize("theme", [Theme.DAY, Theme.NIGHT, Theme.LIGHT])
async def test_its_colours_are_those_picked_for_the_theme_and_the_terminal(
    terminal: tuple[str, str], nth: int, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in zip(("TERM", "COLORTERM"), terminal, strict=True):
        monkeypatch.setenv(name, value)
    async with AppDriver(profile=Profile(theme=theme)).running("cramp-calf") as hand:
        view = await drawn(hand)
        x, y, width, height = view.region
        lines = [strip.crop(x, x + width) for strip in strips(hand.app)[y : y + height]]
        styles = [segment.style for line in lines for segment in line if segment.style]
        colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
        seen = {one.number if nth == 2 else one.get_truecolor().hex for one in colours}
        for name in ("skin", "shirt", "shorts", "muscle", "far_skin", "scenery"):
            picked = INKS[theme][name]
            assert (palette.colour_of_256(picked[1]) if nth == 1 else picked[nth]) in seen, name


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "linux")])
async def test_without_colours_or_quarters_it_has_one_ink_a_cell(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    async with AppDriver().running("cramp-calf") as hand:
        words = text(await drawn(hand))
        assert not quarters(words)
        shapes = {char for char in words if not char.isspace() and char not in "◀▶▲▼━┃"}
        assert "▒" in shapes if value == "linux" else all("\u2800" < char <= "\u28ff" for char in shapes)


async def test_a_question_has_no_figure_beside_it() -> None:
    async with AppDriver().running("cramp-calf") as hand:
        await drawn(hand)
        await hand.press("enter")
        assert "swollen" in hand.text()
        assert not quarters(hand.text())


async def test_a_figure_that_is_damaged_is_not_drawn_and_told(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "odd.yaml").write_text(
        "title: Odd\nshows: Odd.\nskeleton: body\nposes: {a: {pin: {no: [0]}}}\n"
    )
    (tmp_path / "mine.yaml").write_text(MINE.format(figure="odd", move="rise"))
    async with AppDriver(own=tmp_path).running("mine") as hand:
        await drawn(hand)
        assert not quarters(hand.text())
        assert "Rise." in hand.text()
        assert any("odd.yaml:" in line for line in hand.context.faults._lines)


async def test_a_move_that_the_figure_does_not_know_shows_its_start(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE.format(figure="heel-raise", move="wobble"))
    async with AppDriver(own=tmp_path).running("mine") as hand:
        assert painted(await drawn(hand)) > 60
