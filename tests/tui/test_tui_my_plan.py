"""One's plan of the day, chosen at home by keys."""

from pathlib import Path

import pytest
from about_stage import About

from app_driver import DAY, AppDriver
from uncramp.domain.profile import Profile
from uncramp.files.profile import load_profile
from uncramp.tui.screens.about import MyPlanScreen
from uncramp.tui.screens.home import HomeScreen

OWN = (
    "title: Heel drops\npurpose: daily\nfor: calf\nper_day: 2\n"
    "steps:\n  - name: Lower\n    say: Lower.\n    moves: [down 3s]\n"
)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)], ids=str)
async def test_a_routine_is_taken_out_of_the_day_and_into_it(size: tuple[int, int], own_home: Path) -> None:
    hand = About()
    async with hand.running(None, size):
        await hand.press("p")
        assert isinstance(hand.screen, MyPlanScreen)
        assert "Enter change to: 2 a day" in hand.words() or "Enter 2 a day" in hand.words()
        await hand.change("legs-up", "left")  # two times, then once
        await hand.change("walk", "right")
        assert load_profile(own_home / "profile.yaml", DAY.date()).profile.plan == (("legs-up", 1), ("walk", 1))
        await hand.press("escape")
        assert isinstance(hand.screen, HomeScreen)


async def test_an_own_file_that_says_how_often_stands_under_today(own_home: Path) -> None:
    (own_home / "routines").mkdir(parents=True)
    (own_home / "routines" / "heel-drops.yaml").write_text(OWN, encoding="utf-8")
    hand = About(own=own_home / "routines")
    async with hand.running(None):
        today = hand.text().split("Pregnant")[0]
        assert "Heel drops" in today
        assert "2 a day · (yours)" in today


async def test_a_plan_written_by_hand_holds_before_the_file_and_has_no_first_aid_in_it(own_home: Path) -> None:
    (own_home / "routines").mkdir(parents=True)
    (own_home / "routines" / "heel-drops.yaml").write_text(OWN, encoding="utf-8")
    profile = Profile(plan=(("cramp-foot", 3), ("nothing", 2), ("heel-drops", 1)))
    async with AppDriver(own=own_home / "routines", profile=profile).running(None, (80, 60)) as hand:
        today = hand.text().split("Today")[1].split("More routines")[0]
    assert "Heel drops" in today
    assert "2× a day" not in today
    assert "toe cramp" not in today
    assert "nothing" not in today
