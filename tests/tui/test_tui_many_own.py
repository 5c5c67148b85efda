"""Home with very many routines of the person's own: it stands at once, and the others follow."""

from pathlib import Path

from app_driver import AppDriver
from uncramp.tui.widgets.routine_list import RoutineList

MINE = """\
title: Mine {n:03}
purpose: daily
for: calf
steps:
  - name: Rise
    say: Rise on your toes.
    moves: [rise 2s]
"""
MANY = 60
BROKEN = 7


def own(folder: Path) -> Path:
    for n in range(MANY):
        text = "title: [" if n == BROKEN else MINE.format(n=n)
        (folder / f"mine-{n:03}.yaml").write_text(text)
    return folder


async def all_read(hand: AppDriver) -> RoutineList:
    routines = hand.screen.query_one(RoutineList)
    await hand.until(lambda: "are being read" not in str([option.prompt for option in routines.options]))
    return routines


async def test_all_of_them_are_listed_in_the_end_and_the_broken_one_is_named(tmp_path: Path) -> None:
    async with AppDriver(own=own(tmp_path)).running(None) as hand:
        routines = await all_read(hand)
        listed = {option.id for option in routines.options}
        assert {f"mine-{n:03}" for n in range(MANY) if n != BROKEN} <= listed
        assert "mine-007" in str(routines.options[-1].prompt)


async def test_what_is_marked_stays_marked_when_the_others_have_come(tmp_path: Path) -> None:
    async with AppDriver(own=own(tmp_path)).running(None) as hand:
        await hand.press("down", "down")
        routines = hand.screen.query_one(RoutineList)
        marked = routines.highlighted_option
        assert marked is not None
        await all_read(hand)
        after = routines.highlighted_option
        assert after is not None
        assert after.id == marked.id


async def test_a_word_that_is_typed_finds_those_that_came_late(tmp_path: Path) -> None:
    async with AppDriver(own=own(tmp_path)).running(None) as hand:
        await all_read(hand)
        await hand.press("slash", *"059")
        assert "Mine 059" in hand.text()
        await hand.press("enter")
        assert hand.play.session.plan.title == "Mine 059"
