"""At home `n` makes a routine from a line of a sheet, and `e` opens one's own file and reads it again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app_driver import AppDriver
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.own_routine import NewRoutineScreen, ProblemsPage
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.widgets.routine_list import RoutineList

SHEET = "3 x 15 toe curls, 3 s down, 1 s up"


def marked(hand: AppDriver) -> str | None:
    return hand.screen.query_one(RoutineList).marked_id


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)], ids=str)
async def test_a_line_is_said_back_kept_and_can_be_started(size: tuple[int, int], own_home: Path) -> None:
    hand = AppDriver(own=own_home / "routines")
    async with hand.running(None, size):
        await hand.press("n")
        assert isinstance(hand.screen, NewRoutineScreen)
        await hand.press(*SHEET)
        assert "3 sets of 15" in hand.words()
        await hand.press("enter")
        assert isinstance(hand.screen, HomeScreen)
        assert (own_home / "routines" / "toe-curls.yaml").exists()
        assert marked(hand) == "toe-curls"
        await hand.press("enter")
        assert isinstance(hand.screen, SessionScreen)
        assert hand.play.session.plan.routine == "toe-curls"


async def test_a_line_that_is_not_understood_stays_to_be_mended_and_a_second_one_has_a_name_of_its_own(
    own_home: Path,
) -> None:
    hand = AppDriver(own=own_home / "routines")
    async with hand.running(None):
        await hand.press("n", *"toe curls 10 x, tiwce", "enter")
        assert isinstance(hand.screen, NewRoutineScreen)
        assert "Did you mean 'twice'?" in hand.words()
        assert not (own_home / "routines").exists()
        await hand.press(*["backspace"] * len(", tiwce"), "enter", "n", *"toe curls 12 x", "enter")
        assert marked(hand) == "toe-curls-2"
        await hand.press("n", *"toe", "escape")
        assert isinstance(hand.screen, HomeScreen)


@contextmanager
def nothing_suspended() -> Iterator[None]:
    """Stands in for leaving the screen to another program, which no test's terminal can do."""
    yield


def edited(folder: Path, monkeypatch: pytest.MonkeyPatch, *texts: str) -> None:
    """Let the editor be a program that writes the next of these texts each time."""
    for nth, text in enumerate(texts):
        (folder / f"{nth}.txt").write_text(text, encoding="utf-8")
    script = folder / "editor.sh"
    script.write_text(f'next=$(ls "{folder}"/*.txt | head -1)\nmv "$next" "$1"\n', encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"sh '{script}'")


GOOD = "title: {}\npurpose: daily\nfor: calf\nsteps:\n  - name: Lower\n    say: Lower.\n    moves: [down {}]\n"


async def test_an_edited_file_is_read_again_with_its_problems_by_line(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = own_home / "routines" / "mine.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(GOOD.format("Mine", "3s"), encoding="utf-8")
    (tmp_path / "ed").mkdir()
    edited(tmp_path / "ed", monkeypatch, GOOD.format("Mine", "30"), GOOD.format("Quite another", "9s"))
    hand = AppDriver(own=own_home / "routines")
    async with hand.running(None, (100, 50)):
        monkeypatch.setattr(hand.app, "suspend", nothing_suspended)
        hand.screen.query_one(RoutineList).mark("mine")
        assert "e edit" in hand.words()
        await hand.press("e")
        assert isinstance(hand.screen, ProblemsPage)
        assert "Line 7: " in hand.words()
        assert "write 'down 30s'" in hand.words()
        await hand.press("e")
        assert isinstance(hand.screen, HomeScreen)
        assert "Quite another" in hand.words()
        assert marked(hand) == "mine"


async def test_without_an_editor_the_file_is_named_and_what_came_with_the_program_has_no_file_to_edit(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    mine = own_home / "routines" / "mine.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(GOOD.format("Mine", "3s"), encoding="utf-8")
    hand = AppDriver(own=own_home / "routines")
    async with hand.running(None, (140, 50)):
        await hand.press("down")
        assert "e edit" not in hand.words()
        await hand.press("e")
        assert "editor" not in hand.words()
        hand.screen.query_one(RoutineList).mark("mine")
        await hand.press("e")
        await hand.until(lambda: len(hand.app._notifications) > 0)
        (said,) = (notice.message for notice in hand.app._notifications)
        assert said == f"No editor is set (VISUAL or EDITOR). The file: {mine}"
