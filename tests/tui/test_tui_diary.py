"""The diary's screen: by day, page by page, with a calendar; deleting, and undoing it."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from diary_stage import DiaryHand, diary_screen, fill

from app_driver import DAY, NIGHT
from diary_making import cramp, session
from uncramp.domain.diary import CrampEntry, Entry, When
from uncramp.guidance import diary_summary as diary_glance
from uncramp.guidance.context import Context
from uncramp.guidance.diary_summary import DiarySummary, summarize
from uncramp.store import queries, rows
from uncramp.store.diary import my_diary
from uncramp.tui.screens.diary import DiaryScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.key_list import KeyListScreen, KeyRow
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.widgets.heat_strip import CRAMPS, PRACTICE, HeatStrip

SIZES = [(40, 12), (60, 20), (60, 40), (80, 24), (120, 40), (200, 60)]
HOSTILE = "[red]new shoes[/red] [/x] [@click=app.quit]go[/] \x1b[2J\x07 \u202e end"


def some() -> list[Entry]:
    return [
        cramp("2026-11-04 00:40"),
        session("2026-11-03 18:00"),
        session("2026-11-03 09:00"),
        cramp("2026-11-20 02:00", note="A long walk that day."),
    ]


async def test_what_happened_stands_under_its_day_and_night_the_newest_first() -> None:
    async with diary_screen(entries=some()) as hand:
        text = hand.text()
        days = ["Night 19/20 Nov: 1 cramp", "Night 3/4 Nov: 1 cramp", "Tue 3 Nov: 2 sessions"]
        assert [text.index(day) for day in days] == sorted(text.index(day) for day in days)
        assert text.split(days[1])[1].splitlines()[1].split()[0] == "00:40"
        assert text.split(days[2])[1].splitlines()[1].split()[0] == "18:00"


async def test_last_night_is_never_called_yesterday_and_an_afternoon_is_no_night() -> None:
    entries: list[Entry] = [
        cramp("2026-11-22 03:10"),
        cramp("2026-11-21 22:00"),
        session("2026-11-21 21:30"),
        cramp("2026-11-21 14:00"),
    ]
    async with diary_screen(entries=entries) as hand:
        text = hand.text()
        assert "Night 21/22 Nov: 2 cramps, 1 session" in text
        assert "Yesterday, Sat 21 Nov: 1 cramp" in text
        await hand.press("enter")
        assert "Cramp, night 21/22 Nov, 03:10" in hand.text()


async def test_a_cramp_of_the_morning_does_not_split_the_day_before_in_two() -> None:
    entries: list[Entry] = [cramp("2026-11-20 09:00"), session("2026-11-20 07:00"), cramp("2026-11-20 01:00")]
    async with diary_screen(entries=entries) as hand:
        text = hand.text()
        assert "Night 19/20 Nov: 2 cramps" in text
        assert "Fri 20 Nov: 1 session" in text
        assert text.count("Night 19/20 Nov") == 1


async def test_the_words_beside_the_calendar_follow_the_mark() -> None:
    async with diary_screen(entries=some()) as hand:
        beside = hand.screen.query_one("#day")
        assert beside.words == "Thu 19 Nov and night 19/20 Nov:\n1 cramp"  # type: ignore[attr-defined]
        await hand.press("right")
        assert beside.words == "Tue 3 Nov and night 3/4 Nov:\n1 cramp, 2 sessions"  # type: ignore[attr-defined]
        await hand.press("left")
        assert beside.words == "Thu 19 Nov and night 19/20 Nov:\n1 cramp"  # type: ignore[attr-defined]


async def test_the_calendar_tells_nights_and_days_by_glyph_with_a_legend() -> None:
    entries: list[Entry] = [cramp(f"2026-11-1{day} 02:00") for day in (0, 2, 2, 4, 4, 4)]
    entries.append(session("2026-11-16 18:00"))
    async with diary_screen(entries=entries) as hand:
        region = hand.screen.query_one(HeatStrip).region
        shown = [line[region.x : region.right] for line in hand.text().splitlines()[region.y : region.bottom]]
        cells = {line[:3]: line for line in shown}
        assert CRAMPS[0] in cells["Mon"]  # in the night of the 9th
        assert CRAMPS[1] in cells["Wed"]
        assert CRAMPS[2] in cells["Fri"]
        assert PRACTICE in cells["Mon"]
        assert "Sep" in shown[0]
        assert "1, 2, 3 or more cramps" in hand.text()
        assert "practice" in hand.text()


async def test_a_click_in_the_calendar_says_what_was_on_that_day() -> None:
    async with diary_screen(entries=some()) as hand:
        await hand.pilot.click(HeatStrip, offset=(4 + 3 * 11, 1))  # the last Monday
        await hand.pilot.pause()
        assert hand.screen.query_one("#day").words == "Mon 16 Nov and night 16/17 Nov:\nnothing"  # type: ignore[attr-defined]
        await hand.pilot.click(HeatStrip, offset=(4 + 3 * 9, 2))
        await hand.pilot.pause()
        assert "Tue 3 Nov and night 3/4 Nov:" in hand.text().splitlines()[2]
        assert hand.days.marked is not None
        assert hand.days.marked.day == date(2026, 11, 3)


async def test_deleting_is_taken_back_with_one_key() -> None:
    async with diary_screen(entries=some()) as hand:
        before = hand.kept()
        await hand.press("x")
        assert "Deleted: Cramp" in hand.text()
        assert "Night 19/20 Nov" not in hand.text()
        assert len(hand.kept()) == len(before) - 1
        await hand.press("delete")
        assert len(hand.kept()) == len(before) - 2
        await hand.press("u", "u")
        assert hand.kept() == before
        assert "Restored: Cramp" in hand.text()
        assert hand.days.marked == before[0]
        await hand.press("u")
        assert hand.kept() == before


async def test_an_empty_diary_says_what_will_be_there_and_how() -> None:
    async with diary_screen() as hand:
        assert "Nothing is in your diary yet." in hand.text()
        assert "Press a to add it." in hand.text()
        await hand.press("enter", "x", "u", "n", "left", "right", "down", "end")
        assert isinstance(hand.screen, DiaryScreen)
        await hand.press("q")
        assert isinstance(hand.screen, HomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_hostile_note_is_shown_as_text_and_can_be_read_whole(size: tuple[int, int]) -> None:
    note = HOSTILE + " long" * 300 + " tail."
    async with diary_screen(size, entries=[cramp("2026-11-20 02:00", note=note)]) as hand:
        assert "“[red]new" in hand.text()
        assert "…”" in hand.text()
        await hand.press("n")
        shown = hand.text()
        assert "[red]new shoes[/red]" in " ".join(shown.split())
        await hand.press("end")
        assert "tail." in hand.text()
        assert not any(hidden in shown + hand.text() for hidden in "\x1b\x07\u202e")
        await hand.press("escape")
        assert isinstance(hand.screen, DiaryScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_at_every_size_the_days_stand_and_the_calendar_goes_first(size: tuple[int, int]) -> None:
    async with diary_screen(size, entries=some()) as hand:
        assert "Night 19/20 Nov: 1 cramp" in hand.text()
        assert "02:00" in hand.text()
        strip = hand.screen.query_one(HeatStrip)
        assert bool(strip.region.height) == (size[1] >= 24 or (size[0] >= 70 and size[1] >= 20))
        assert hand.days.region.height >= 6
        assert "? keys" in hand.text()


async def test_a_page_is_read_and_then_as_much_as_one_scrolls(monkeypatch: pytest.MonkeyPatch) -> None:
    many = 2_000
    fill(
        CrampEntry(one.id, When.of(DAY - timedelta(hours=7 * nth + 1)))
        for nth, one in enumerate(cramp() for _ in range(many))
    )
    read: list[str] = []
    make = rows.entry_of

    def counted(row: Sequence[object]) -> object:
        read.append(str(row[0]))
        return make(row)

    monkeypatch.setattr("uncramp.store.queries.entry_of", counted)
    async with diary_screen(size=(120, 40)) as hand:
        assert len(read) <= 150, len(read)  # three pages, whatever else there is
        opened = len(hand.days.options)
        for _ in range(4):
            await hand.press("end")
        assert len(hand.days.options) > opened
        assert len(read) < many / 2
    assert len(set(read)) == len(read)  # and none twice


async def test_scrolled_to_the_end_everything_has_been_shown_once() -> None:
    entries = [cramp(f"2026-{month:02}-{day:02} 03:00") for month in range(1, 11) for day in range(1, 29)]
    async with diary_screen(entries=entries) as hand:
        for _ in range(40):
            await hand.press("end")
        shown = [option.id for option in hand.days.options if option.id]
        assert sorted(shown) == sorted(entry.id for entry in entries)


async def test_a_day_of_very_many_entries_is_shown_without_reading_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(cramp("2026-11-20 02:00") for _ in range(600))
    pages: list[int] = []
    make = queries.page

    def counted(*args: Any) -> list[Entry]:
        pages.append(1)
        return make(*args)

    monkeypatch.setattr(queries, "page", counted)
    async with diary_screen() as hand:
        assert len(pages) <= 6
        assert "Thu 19 Nov" in hand.text()


async def test_a_diary_that_cannot_be_opened_says_so_and_nothing_breaks(own_home: Path) -> None:
    (own_home / "diary").mkdir()
    (own_home / "diary" / "diary.db").symlink_to("/gone/diary.db")
    async with diary_screen(size=(120, 40)) as hand:
        assert "Your diary can't be opened or written" in hand.text()
        assert "Nothing is in your diary yet." not in hand.text()
        assert "Help for a cramp works all the same." in hand.text()
        await hand.press("a", *"03:10", "enter")
        assert "Your diary can't be opened or written" in hand.text()
        await hand.press("escape", "w", "escape", "exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)


async def test_a_damaged_diary_is_set_aside_and_that_is_said(own_home: Path) -> None:
    (own_home / "diary").mkdir()
    (own_home / "diary" / "diary.db").write_bytes(b"no database at all" * 100)
    hand = DiaryHand()
    async with hand.running(None, (160, 30)):
        await hand.until(lambda: "Your diary could not be read. It is kept as" in hand.text())
        await hand.press("enter")
        assert "Pull your toes" in hand.text().replace("\n", " ") or hand.play


async def test_is_it_working_is_said_whole_on_a_page_of_its_own() -> None:
    async with diary_screen(entries=some()) as hand:
        assert "We can't tell" in hand.text() or "too early" in hand.text()
        await hand.press("w")
        assert "Does practice help?" in hand.text()
        assert "You practised on 1 day." in hand.text()


async def test_every_key_of_the_diary_is_on_the_key_page() -> None:
    async with diary_screen((100, 50), entries=some()) as hand:
        await hand.press("question_mark")
        assert isinstance(hand.screen, KeyListScreen)
        told = {row.row.words for row in hand.screen.query(KeyRow)}
        assert told >= {
            "Add a cramp.",
            "Go to the day before.",
            "When to stop and call.",
        }
        row = next(nth for nth, line in enumerate(hand.text().splitlines()) if "Add a cramp" in line)
        await hand.pilot.click(offset=(20, row))
        await hand.pilot.pause()
        assert "When was it?" in hand.text()


async def test_by_night_the_diary_is_red() -> None:
    async with diary_screen(when=NIGHT, entries=some()) as hand:
        assert hand.app.theme == "uncramp-night"


async def test_looking_at_home_makes_no_diary(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[DiarySummary] = []

    def look(context: Context) -> DiarySummary:
        looks.append(summarize(context))
        return looks[-1]

    monkeypatch.setattr(diary_glance, "summarize", look)
    hand = DiaryHand()
    async with hand.running(None):
        await hand.until(lambda: len(looks) == 1)
    assert not (own_home / "diary").exists()
    assert my_diary(now=lambda: DAY).path.parent == own_home / "diary"
