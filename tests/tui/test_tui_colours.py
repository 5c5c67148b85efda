"""Every word on every screen has a contrast of at least 7:1, by day and by night, and none of them blinks."""

from collections.abc import Iterator

import pytest
from rich.color import Color
from rich.segment import Segment

from app_driver import DAY, NIGHT, AppDriver
from uncramp.tui.theme import THEMES
from wait_idle import strips

LEAST = 7.0
GROUND = {theme.name: theme.background for theme in THEMES}


def luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours (WCAG 2.2), 1 to 21."""
    lighter, darker = sorted((luminance(*one.get_truecolor()), luminance(*other.get_truecolor())), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def words(hand: AppDriver) -> Iterator[Segment]:
    """Everything on the screen that is to be read."""
    for strip in strips(hand.app):
        for segment in strip:
            scrollbar = len(segment.text) == 1 and not segment.text.isalnum()
            if not scrollbar and any(character.isalnum() or character in "█▀▄" for character in segment.text):
                yield segment


async def check(hand: AppDriver) -> None:
    for segment in words(hand):
        style = segment.style
        assert style is not None
        assert style.color is not None
        assert style.bgcolor is not None
        assert not style.blink
        found = contrast(style.color, style.bgcolor)
        assert found >= LEAST, f"{segment.text!r} has {found:.1f}:1"


@pytest.mark.parametrize("when", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(
    ("start", "typed"),
    [
        (None, ()),
        (None, ("slash", "c")),
        (None, ("g",)),
        ("cramp-calf", ()),
        ("cramp-calf", ("enter",)),
        ("cramp-calf", ("space",)),
        ("cramp-calf", ("exclamation_mark",)),
        ("cramp-calf", ("i",)),
        ("cramp-calf", ("question_mark",)),
        ("cramp-calf", ("right", "right", "right", "right", "right", "right")),
        ("cramp-calf", ("enter", "enter", "enter", "enter", "enter")),
    ],
)
async def test_every_word_stands_out_by_seven_to_one(start: str | None, typed: tuple[str, ...], when: object) -> None:
    async with AppDriver(NIGHT if when is NIGHT else DAY).running(start, size=(100, 40)) as hand:
        await hand.press(*typed)
        await hand.pilot.pause()
        await check(hand)


async def test_by_night_first_aid_is_red_and_by_day_it_is_not() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        reds = [segment.style.color.get_truecolor() for segment in words(hand) if segment.style and segment.style.color]
        assert all(red >= max(green, blue) for red, green, blue in reds)
    async with AppDriver(DAY).running("cramp-calf") as hand:
        assert hand.app.theme == "uncramp-day"


async def test_a_daytime_routine_keeps_the_day_colours_in_the_evening_and_t_changes_them() -> None:
    async with AppDriver(NIGHT).running("daily-calf") as hand:
        assert hand.app.theme == "uncramp-day"
        await hand.press("t")
        assert hand.app.theme == "uncramp-night"
