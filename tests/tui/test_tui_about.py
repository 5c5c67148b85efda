"""The screen about oneself, driven by keys."""

from datetime import date
from pathlib import Path

import pytest
from about_stage import about

from app_driver import DAY, NIGHT
from uncramp.domain.profile import Profile, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.disk import NotSavedError
from uncramp.files.profile import load_profile
from uncramp.guidance.profile_form import profile_groups
from uncramp.tui.screens.about import AboutScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.key_list import KeyListScreen
from uncramp.tui.screens.signs import SignsScreen

TODAY = DAY.date()
SIZES = [(80, 24), (40, 12), (120, 40), (20, 6)]
BY_SIZE = pytest.mark.parametrize("size", SIZES, ids=str)


@pytest.fixture
def path(own_home: Path) -> Path:
    return own_home / "profile.yaml"


def on_disk(path: Path) -> Profile:
    loaded = load_profile(path, TODAY)
    assert not loaded.problems
    return loaded.profile


def read(path: Path) -> str:
    return path.read_text()


def write(path: Path, text: str) -> None:
    path.write_text(text)


def beside(path: Path) -> list[Path]:
    return list(path.parent.iterdir())


@BY_SIZE
async def test_a_yes_is_on_the_disk_at_once_with_each_key(size: tuple[int, int], path: Path) -> None:
    async with about(size) as hand:
        for key in ("enter", "space", "right"):
            await hand.change("varicose_veins", key)
            assert on_disk(path).tags == {Tag.VARICOSE_VEINS}
            await hand.press(key)
            assert on_disk(path).tags == set()
        await hand.press("escape")
        assert isinstance(hand.screen, HomeScreen)
    assert hand.closed == [True]


async def test_choices_go_both_ways_and_all_is_kept(path: Path) -> None:
    async with about() as hand:
        assert hand.row("varicose").endswith("no")
        await hand.change("diabetes")
        assert hand.row("diabetes").endswith("yes")
        assert "Saved." in hand.row("About you")
        await hand.change("usual_side", "left")
        await hand.change("theme", "enter", "enter")
        await hand.change("get_ready", "enter", "enter")
    wanted = Profile(frozenset({Tag.DIABETES}), Side.RIGHT, 5, theme=Theme.NIGHT)
    assert on_disk(path) == wanted


@BY_SIZE
async def test_a_wrong_date_is_explained_and_the_file_untouched(size: tuple[int, int], path: Path) -> None:
    write(path, "theme: day\n")
    async with about(size) as hand:
        await hand.type("due_date", "2027-13-01")
        assert "There is no day" in hand.said()
        assert read(path) == "theme: day\n"
        await hand.press("escape")
        assert "There is no day" not in hand.said()
        await hand.press("q")
    assert hand.closed == [False]


async def test_a_week_is_typed_and_said_in_words(path: Path) -> None:
    async with about() as hand:
        await hand.type("due_date", "24")
        assert hand.row("baby due").endswith("week 24 today")
        assert hand.row("pregnant?").endswith("yes")
    assert read(path).splitlines()[1:] == ["week: 24", "week_on: 2026-11-22"]


@BY_SIZE
async def test_a_clot_risk_for_a_while_is_said_back_with_its_last_day(size: tuple[int, int], path: Path) -> None:
    async with about(size) as hand:
        await hand.change("clot_risk", "enter", "enter")
        assert "as if it was today" in hand.part("#told")
        await hand.type("clot_risk_until", "2026-11-10")
        assert "until Tue 22 Dec 2026" in hand.part("#told")
        assert on_disk(path).clot_risk_until == date(2026, 12, 22)
        assert on_disk(path).all_tags() == (Tag.CLOT_RISK,)
        await hand.type("clot_risk_until", "2026-02-30")
        assert "There is no day" in hand.part("#told")
        await hand.press("escape")
        await hand.change("clot_risk")
    assert on_disk(path) == Profile()
    assert "clot" not in read(path)


async def test_a_clot_risk_that_lapsed_is_said_at_the_top(path: Path) -> None:
    write(path, "clot_risk_until: 2026-11-21\n")
    async with about() as hand:
        assert "The last day of your clot risk has passed" in hand.said()
        assert hand.row("since when?").endswith("Sat 21 Nov 2026, over")
        await hand.type("clot_risk_until", "")
        assert "has passed" not in hand.said()


async def test_escape_leaves_the_line_without_a_change(path: Path) -> None:
    async with about() as hand:
        await hand.change("doctor_number", "enter", "1", "2", "3", "q", "escape")
        assert hand.row("doctor").endswith("not said")
        assert not beside(path)
        await hand.press("u")
        assert isinstance(hand.screen, AboutScreen)


async def test_a_number_is_typed_checked_and_taken_out(path: Path) -> None:
    async with about() as hand:
        await hand.type("emergency_number", "call")
        assert "is no phone number" in hand.said()
        await hand.press("ctrl+u", *"999", "enter")
        assert on_disk(path).emergency_number == "999"
        assert hand.row("Emergency").endswith("999")
        await hand.type("emergency_number", "")
        assert on_disk(path).emergency_number == ""


async def test_nothing_that_is_pasted_steers_the_terminal_or_is_markup() -> None:
    async with about() as hand:
        await hand.change("doctor_number", "enter", *"[red]", "enter")
        assert "'[red]' is no phone number" in hand.said()
        line = hand.screen.query_one("LineInput")
        line.replace("\x1b[31m\u202e", 0, 0)  # type: ignore[attr-defined]
        assert line.value == "[31m[red]"  # type: ignore[attr-defined]


async def test_undo_takes_back_one_change_after_the_other(path: Path) -> None:
    async with about() as hand:
        await hand.change("diabetes")
        await hand.change("flat_feet")
        await hand.press("u")
        assert on_disk(path).tags == {Tag.DIABETES}
        assert "Undone." in hand.said()
        await hand.press("u")
        assert on_disk(path) == Profile()
        assert hand.row("diabetes").endswith("no")


async def test_comments_stay_or_are_said_to_be_lost(path: Path) -> None:
    write(path, "# mine\nsound: on  # loud\n")
    async with about() as hand:
        await hand.change("flat_feet")
        assert read(path) == "# mine\nsound: on  # loud\ntags: [flat_feet]\n"
        write(path, "# mine\n{sound: on}\n")
    async with about() as hand:
        await hand.change("flat_feet")
        assert "These comments could not be kept: # mine" in hand.said()
        await hand.press("u")
        assert read(path) == "# mine\n{sound: on}\n"


@BY_SIZE
async def test_a_broken_file_is_said_at_the_top_and_kept(size: tuple[int, int], path: Path) -> None:
    text = "tags: [clot_rsik, diabetes]\n"
    write(path, text)
    async with about(size) as hand:
        if size[0] >= 40:
            assert "can't be used. To be safe it counts as late pregnancy and clot risk." in hand.part("#questions")
            assert hand.row("pregnant?").endswith("yes, late")
        if size[1] >= 24:
            assert "profile.yaml:1:8: tag 1: 'clot_rsik' is not known here" in hand.part("#told")
        await hand.change("flat_feet")
        if size[1] >= 24:
            assert "The former file had problems. It is kept as" in hand.part("#told")
        assert "can't be used" not in hand.said()
    assert read(path.with_name("profile.old1.yaml")) == text
    assert on_disk(path).tags == {Tag.LATE_PREGNANCY, Tag.CLOT_RISK, Tag.DIABETES, Tag.FLAT_FEET}


async def test_a_due_date_that_has_passed_is_said_at_the_top(path: Path) -> None:
    write(path, "due_date: 2026-11-01\n")
    async with about() as hand:
        assert "Your due date has passed." in hand.said()
        await hand.change("pregnant")
        assert "Your due date has passed." not in hand.said()
        assert "Clot risk is now yes" in hand.said()
        assert "yes, until Sun 3 Jan 2027" in hand.row("clot?")


@BY_SIZE
async def test_what_can_not_be_saved_is_said_and_stays_on_the_screen(
    size: tuple[int, int], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _data: bytes) -> None:
        raise NotSavedError(path, "you have no permission to write there")

    async with about(size) as hand:
        with monkeypatch.context() as patch:
            patch.setattr("uncramp.files.profile_saving.write_whole", refuse)
            await hand.change("diabetes")
            assert "Your profile is not saved" in hand.said()
            await hand.press("down", "up")
            assert "Your profile is not saved" in hand.said()
            await hand.press("q")
            assert "Press Esc again to leave" in hand.said()
            assert isinstance(hand.screen, AboutScreen)
            await hand.change("flat_feet")
        await hand.press("q")
        assert isinstance(hand.screen, HomeScreen)
    assert hand.closed == [True]
    assert on_disk(path).tags == {Tag.DIABETES, Tag.FLAT_FEET}


async def test_who_leaves_twice_leaves_without_saving(monkeypatch: pytest.MonkeyPatch) -> None:
    async with about() as hand:
        monkeypatch.setattr("uncramp.files.profile_saving.write_whole", _full)
        await hand.change("diabetes")
        await hand.press("q", "q")
        assert isinstance(hand.screen, HomeScreen)
    assert hand.closed == [False]


def _full(path: Path, _data: bytes) -> None:
    raise NotSavedError(path, "the disk is full")


async def test_an_empty_profile_can_be_skipped_and_says_what_it_is(path: Path) -> None:
    async with about() as hand:
        assert "All of this is optional." in hand.said()
        assert "Esc back" in hand.said()
        await hand.press("q")
    assert hand.closed == [False]
    assert not beside(path)


@BY_SIZE
async def test_the_arrow_keys_lead_to_every_question_and_it_says_why_wherever_there_is_room(
    size: tuple[int, int],
) -> None:
    async with about(size) as hand:
        for question in (one for group in profile_groups(TODAY) for one in group.fields):
            assert hand.marked == question.id
            assert "›" in hand.text()
            if size[1] >= 12:
                assert " ".join(question.hint.split()) in hand.part("#why")
            if size[0] >= 40:
                assert question.words in hand.said()
            await hand.press("down")


async def test_a_click_changes_what_it_is_on(path: Path) -> None:
    async with about() as hand:
        lines = hand.text().splitlines()
        for words in ("poor circulation", "varicose"):
            row = next(nth for nth, line in enumerate(lines) if words in line.lower())
            await hand.pilot.click(offset=(20, row))
            await hand.pilot.pause()
        assert on_disk(path).tags == {Tag.POOR_CIRCULATION, Tag.VARICOSE_VEINS}
        row = next(nth for nth, line in enumerate(hand.text().splitlines()) if "baby due" in line)
        await hand.pilot.click(offset=(20, row))
        await hand.press(*"12")
        await hand.pilot.click(offset=(20, row))
        await hand.press("enter")
        assert on_disk(path).week == 12


async def test_a_key_that_is_held_changes_once(path: Path) -> None:
    async with about() as hand:
        await hand.mark("diabetes")
        await hand.press("enter")
        for _ in range(3):
            hand.now += 40
            await hand.pilot.press("enter")
        assert on_disk(path).tags == {Tag.DIABETES}


@pytest.mark.parametrize("typing", [False, True])
async def test_the_warning_signs_are_one_key_away(typing: bool) -> None:
    async with about(when=NIGHT) as hand:
        await hand.mark("due_date")
        if typing:
            await hand.press("enter", "1")
        await hand.press("exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)
        await hand.press("escape")
        assert isinstance(hand.screen, AboutScreen)


async def test_the_keys_are_explained() -> None:
    async with about(size=(100, 40)) as hand:
        await hand.press("question_mark")
        assert isinstance(hand.screen, KeyListScreen)
        assert "Change what is marked." in hand.text()


async def test_without_colour_a_glyph_shows_what_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with about() as hand:
        await hand.mark("diabetes")
        assert hand.row("diabetes").strip().startswith("›")
        assert hand.text().count("›") == 1
