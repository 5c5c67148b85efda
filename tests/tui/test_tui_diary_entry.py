"""An entry of the diary: a cramp that is added, field after field, and any field corrected."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from diary_stage import DiaryHand, diary_screen

from diary_making import cramp, session
from uncramp.domain.diary import CrampEntry, Ending, SessionEntry, State
from uncramp.domain.routine import Part, Side
from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.store.diary import DiaryStore
from uncramp.tui.screens.diary import DiaryScreen
from uncramp.tui.screens.diary_entry import EntryScreen
from uncramp.tui.screens.signs import SignsScreen


@pytest.fixture(autouse=True)
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Typed times are those of the system's own zone."""
    monkeypatch.setenv("TZ", "UTC0")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def add(hand: DiaryHand, when: str = "03:10") -> None:
    await hand.press("a", *when, "enter")


async def test_a_cramp_is_added_field_after_field() -> None:
    async with diary_screen() as hand:
        await add(hand)
        await hand.press("1", "1", *"2m", "enter", "7", "2", "1", "space", "1", "enter")
        await hand.press(*"pulled; walked", "enter", *"walked", "enter", *"A long day.", "enter")
        assert isinstance(hand.screen, DiaryScreen)
        made = hand.cramp()
        assert made == CrampEntry(
            made.id,
            made.start,
            relief=120,
            side=Side.LEFT,
            part=Part.CALF,
            strength=7,
            strength_after=2,
            state=State.ASLEEP,
            steps=("pulled", "walked"),
            ended_in="walked",
            signs=("breathing",),
            note="A long day.",
        )
        assert f"{made.start.local:%Y-%m-%d %H:%M}" == "2026-11-22 03:10"
        assert "Night 21/22 Nov: 1 cramp" in hand.text()


async def test_all_but_the_time_can_be_skipped() -> None:
    async with diary_screen() as hand:
        await add(hand, "yesterday 23:00")
        await hand.press(*["enter"] * 10)
        assert isinstance(hand.screen, DiaryScreen)
        made = hand.cramp()
        assert made == CrampEntry(made.id, made.start)
        assert hand.days.marked == made


async def test_a_cramp_without_a_time_is_not_added() -> None:
    async with diary_screen() as hand:
        await hand.press("a", "enter")
        assert "Say when it began." in hand.text()
        await hand.press(*"soon", "enter")
        assert "'soon' is not a time" in hand.text()
        await hand.press("escape")
        assert isinstance(hand.screen, DiaryScreen)
        assert hand.kept() == []


async def test_what_has_not_come_yet_is_refused() -> None:
    async with diary_screen() as hand:
        await add(hand, "today 23:59")
        assert "has not come yet" in hand.text()
        assert hand.kept() == []


async def test_what_was_added_is_kept_though_one_leaves_at_once_and_u_takes_it_back() -> None:
    async with diary_screen() as hand:
        await add(hand)
        await hand.press("q")
        assert hand.cramp().side is None
        await hand.press("u")
        assert hand.kept() == []
        assert "Undone" in hand.text()


async def test_each_field_can_be_corrected_and_each_correction_taken_back() -> None:
    before = cramp("2026-11-20 02:00", note="old")
    async with diary_screen(entries=[before]) as hand:
        await hand.press("enter")
        assert isinstance(hand.screen, EntryScreen)
        await hand.mark("side")
        await hand.press("2")
        assert hand.cramp().side is Side.RIGHT
        await hand.mark("strength")
        await hand.press("0")
        assert hand.cramp().strength == 10
        await hand.mark("note")
        await hand.press("enter", "end", *" and new", "enter")
        assert hand.cramp().note == "old and new"
        await hand.press("u", "u", "u")
        assert hand.cramp() == before


async def test_an_answer_is_taken_out_again() -> None:
    async with diary_screen(entries=[cramp("2026-11-20 02:00", relief=90)]) as hand:
        await hand.press("enter")
        await hand.mark("side")
        await hand.press("minus")
        assert hand.cramp().side is None
        await hand.mark("relief")
        await hand.press("enter", "end", "ctrl+u", "enter")
        assert hand.cramp().relief is None


async def test_the_arrows_go_through_the_answers_and_a_click_gives_one() -> None:
    async with diary_screen(entries=[cramp("2026-11-20 02:00")]) as hand:
        await hand.press("enter")
        await hand.mark("side")
        await hand.press("right")
        assert hand.cramp().side is Side.RIGHT
        await hand.press("left")
        assert hand.cramp().side is Side.LEFT
        lines = hand.text().splitlines()
        row = next(nth for nth, line in enumerate(lines) if "3 both sides" in line)
        await hand.pilot.click(offset=(lines[row].index("both"), row))
        await hand.pilot.pause()
        assert hand.cramp().side is Side.BOTH


async def test_a_wrong_answer_is_said_and_can_be_typed_again() -> None:
    async with diary_screen(entries=[cramp("2026-11-20 02:00", relief=90)]) as hand:
        await hand.press("enter")
        await hand.mark("relief")
        await hand.press("enter", "end", "ctrl+u", *"20", "enter")
        assert "'20' has no unit" in hand.text()
        assert hand.cramp().relief == 90
        await hand.press("m", "enter")
        assert hand.cramp().relief == 1200


async def test_ticks_are_kept_with_enter_and_dropped_with_escape() -> None:
    async with diary_screen((100, 50), entries=[cramp("2026-11-20 02:00")]) as hand:
        await hand.press("enter")
        await hand.mark("signs")
        await hand.press("space", "down", "down", "space", "escape")
        assert hand.cramp().signs == ()
        await hand.press("space", "down", "down", "down", "space", "enter")
        assert hand.cramp().signs == ("chest_pain",)
        await hand.press("space", "0")
        assert hand.cramp().signs == ()
        await hand.press("space", "2", "x", "n", "enter")
        assert hand.cramp().signs == ("chest_pain",), "no letter ticks"
        await hand.press("space", "down", "space")
        assert hand.cramp().signs == (), "the first line is none of these"
        await hand.press("space")
        assert "baby" not in hand.text(), "asked only where there may be one"
        await hand.press("exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)


async def test_strength_goes_from_1_to_10_and_an_old_0_still_has_its_words() -> None:
    painless = replace(cramp("2026-11-20 02:00"), strength=0)
    async with diary_screen(entries=[painless]) as hand:
        await hand.press("enter")
        await hand.mark("strength")
        row = next(line for line in hand.text().splitlines() if "How strong at first?" in line)
        assert row.endswith("no pain")
        await hand.press("right")
        assert hand.cramp().strength == 1
        await hand.press("0")
        assert hand.cramp().strength == 10
        await hand.press("u", "u")
        assert hand.cramp() == painless


async def test_enter_changes_what_is_marked_as_on_the_page_about_you() -> None:
    async with diary_screen(entries=[cramp("2026-11-20 02:00")]) as hand:
        await hand.press("enter")
        await hand.mark("side")
        assert "Enter change to: right" in hand.text()
        await hand.press("enter")
        assert hand.cramp().side is Side.RIGHT
        assert hand.field == "side"


async def test_a_sign_of_an_old_diary_is_ticked_in_words_and_an_unknown_one_by_its_key() -> None:
    old = replace(cramp("2026-11-20 02:00"), signs=("pain_stays", "a_new_sign"))
    async with diary_screen((100, 50), entries=[old]) as hand:
        await hand.press("enter")
        await hand.mark("signs")
        await hand.press("space")
        assert "☑ The pain stays, or gets worse when the foot bends up." in hand.text()
        assert "☑ a_new_sign" in hand.text()
        await hand.press("enter")
        assert hand.cramp() == old


async def test_a_session_has_fields_of_its_own() -> None:
    async with diary_screen(entries=[session("2026-11-21 18:00")]) as hand:
        await hand.press("enter")
        await hand.mark("played")
        await hand.press("enter", "end", "ctrl+u", *"2m", "enter")
        await hand.mark("ending")
        await hand.press("2")
        (entry,) = hand.kept()
        assert isinstance(entry, SessionEntry)
        assert (entry.played, entry.ending) == (120, Ending.STOPPED)
        await hand.mark("ending")
        await hand.press("up", "enter", "end", "ctrl+u", "enter")
        assert "Please fill this in." in hand.text()


async def test_a_strange_text_that_is_looked_at_is_not_changed() -> None:
    strange = cramp("2026-11-20 02:00", note="two\nlines \x1b[2J [b]")
    async with diary_screen(entries=[strange]) as hand:
        await hand.press("enter")
        await hand.mark("note")
        await hand.press("enter", "enter")
        assert hand.cramp() == strange
        assert "\x1b" not in hand.text()


async def test_what_cannot_be_saved_is_said_and_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cramp("2026-11-20 02:00")
    async with diary_screen(entries=[before]) as hand:
        await hand.press("enter")
        await hand.mark("side")

        def full(self: DiaryStore, _entry: CrampEntry) -> None:
            raise DiaryUnusableError(StoreNotice(StoreProblem.FULL, self.path))

        monkeypatch.setattr(DiaryStore, "change", full)
        await hand.press("2")
        assert "The disk is full" in hand.text()
        assert hand.cramp() == before


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (80, 24), (120, 40)])
async def test_at_every_size_the_field_that_is_asked_is_in_sight(size: tuple[int, int]) -> None:
    async with diary_screen(size) as hand:
        await hand.press("a")
        assert "When did it begin?" in " ".join(hand.text().split())
        await hand.press(*"03:10", "enter")
        assert "Which side?" in " ".join(hand.text().split())
        assert "left" in hand.text()


async def test_the_warning_signs_are_one_key_away_also_while_one_types() -> None:
    async with diary_screen() as hand:
        await hand.press("a", "0", "exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)


async def test_a_time_as_people_write_it_is_said_back() -> None:
    async with diary_screen() as hand:
        await add(hand, "last night 3.10")
        assert "Saved: Night of Sat 21 to Sun 22 Nov 2026, 03:10 (UTC)." in hand.text()


async def test_what_is_unsure_names_both_readings_and_is_not_added() -> None:
    async with diary_screen() as hand:
        await add(hand, "3/11/2026 3:10")
        text = " ".join(hand.text().split())
        assert "2026-11-03 03:10 or 2026-03-11 03:10" in text
        assert hand.kept() == []


async def test_an_entry_of_another_zone_keeps_its_clocks() -> None:
    async with diary_screen(entries=[cramp("2026-11-21T03:10+13:00")]) as hand:
        await hand.press("enter")
        await hand.mark("start")
        await hand.press("enter", *["backspace"] * 30, *"21.11.2026 4:20", "enter")
        assert hand.cramp().start.local.isoformat() == "2026-11-21T04:20:00+13:00"
        assert "04:20 (UTC+13)" in hand.text()
