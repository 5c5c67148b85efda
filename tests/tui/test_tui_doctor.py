"""The page for the doctor, made from the diary's screen."""

from pathlib import Path

import pytest
from diary_stage import diary_screen

from diary_making import cramp
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.tui.screens.diary import DiaryScreen
from uncramp.tui.screens.doctor import DoctorPage


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("key", "says"), [("1", False), ("enter", False), ("2", True)])
async def test_it_is_written_where_it_says_with_what_is_true_of_the_person_only_if_asked(
    key: str, says: bool, home: Path
) -> None:
    entries = [cramp("2026-11-20 02:00", note="A long walk.")]
    async with diary_screen(entries=entries, profile=Profile(frozenset({Tag.PREGNANT}))) as hand:
        await hand.press("p")
        assert isinstance(hand.screen, DoctorPage)
        assert "uncramp report --about-me" in hand.text()
        assert "Enter make it 2 add about you Esc back ! warning signs" in hand.words()
        assert "2 The same, and what you said about you: pregnant." in hand.words()
        assert "Enter back" not in hand.words()
        assert "↓ more" not in hand.text()
        await hand.press(key)
        written = home / "uncramp-report-2026-11-22.html"
        assert "".join(hand.text().split()).count(written.name) == 1, "said once where it goes, or where it is"
        assert "Written:" in hand.text()
        assert "".join(str(written).split()) in "".join(hand.text().split())
        page = written.read_text(encoding="utf-8")
        assert "A long walk." in page
        assert ("About me" in page) is says
        await hand.press("escape")
        assert isinstance(hand.screen, DiaryScreen)


async def test_where_nothing_is_said_of_the_person_nothing_is_offered_to_be_added() -> None:
    async with diary_screen(entries=[cramp("2026-11-20 02:00")]) as hand:
        await hand.press("p")
        assert "Nothing is said yet: go home, and press a." in hand.words()
        assert "add about you" not in hand.text()
        await hand.press("2")
        assert "Written" not in hand.text()


async def test_where_it_can_not_be_written_that_is_said(home: Path) -> None:
    (home / "uncramp-report-2026-11-22.html").mkdir()
    async with diary_screen(entries=[cramp("2026-11-20 02:00")]) as hand:
        await hand.press("p", "1")
        assert "Written" not in hand.text()
        assert "there is a folder of that name" in " ".join(hand.text().split())
