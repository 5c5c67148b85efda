"""The guide's screen, driven by keys."""

from pathlib import Path

import pytest
from guide_stage import showing
from textual.events import Paste

from guide_samples import HOSTILE, folder, shipped
from uncramp.guide.topics import read_guide
from uncramp.tui.screens.guide import GuideScreen
from uncramp.tui.screens.key_list import KeyListScreen, KeyRow
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.theme import DAY, NIGHT
from uncramp.tui.widgets.line_input import LineInput

pytestmark = pytest.mark.asyncio

SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
LEFT_OUT = "What we left out, and why"


async def test_the_page_follows_the_topic_that_is_marked() -> None:
    async with showing(shipped()) as stage:
        for topic in shipped().topics:
            assert topic.summary.split()[-1] in stage.text()
            assert f"Guide: {topic.title}" not in stage.text()
            await stage.press("down")


@SIZES
async def test_a_topic_is_read_to_its_end_and_left_again(size: tuple[int, int]) -> None:
    async with showing(shipped(), size=size) as stage:
        assert all(topic.title in stage.text() for topic in shipped().topics)
        await stage.press("down", "down", "enter")
        assert stage.lines()[0].startswith("  Guide: What the evidence says")
        await stage.press("end")
        assert "NCT04694417" in stage.text()
        await stage.press("escape")
        assert stage.lines()[0].startswith("  Guide ")
        assert LEFT_OUT in stage.text()
        await stage.press("escape")
        assert stage.app.closed == [False]


async def test_without_room_the_list_and_the_page_come_one_after_the_other() -> None:
    async with showing(shipped(), size=(40, 12)) as stage:
        assert "By the bed" not in stage.text()
        await stage.press("right")
        assert "By the bed" in stage.text()
        assert LEFT_OUT not in stage.text()
        await stage.press("left")
        assert LEFT_OUT in stage.text()
        await stage.pilot.resize_terminal(80, 24)
        await stage.pilot.pause()
        assert "By the bed" in stage.text()


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_list_closes_the_guide(key: str) -> None:
    async with showing(shipped()) as stage:
        await stage.press(key)
        assert stage.app.closed == [False]


async def test_it_opens_at_a_topic_and_at_the_list_for_an_unknown_one() -> None:
    async with showing(shipped(), at="left-out") as stage:
        assert f"Guide: {LEFT_OUT}" in stage.text()
        await stage.press("q")
        assert stage.app.closed == [False]
    async with showing(shipped(), at="nothing") as stage:
        assert "Guide: " not in stage.text()


@SIZES
async def test_the_search_finds_as_one_types_and_opens_at_the_place(size: tuple[int, int]) -> None:
    async with showing(shipped(), size=size) as stage:
        await stage.press("slash")
        assert "Type what you look for" in stage.text()
        await stage.type("eit")
        assert "2 places found." in stage.text()
        await stage.type("her side")
        assert stage.lines()[-2].startswith("  / either side")
        assert LEFT_OUT in stage.text()
        await stage.press("down", "enter")
        assert stage.lines()[0].startswith(f"  Guide: {LEFT_OUT}")
        assert "Sleep only on the left" in stage.text()
        assert "We leave this out. Either side is fine." in stage.words()
        assert LEFT_OUT not in "\n".join(stage.lines()[1:]) or size[0] == 80


async def test_a_search_that_finds_nothing_says_so_and_enter_stays() -> None:
    async with showing(shipped()) as stage:
        await stage.press("slash")
        await stage.type("zebra")
        assert "Nothing found for “zebra”. Try another word." in stage.text()
        await stage.press("enter", "down", "up")
        assert "Nothing found" in stage.text()
        await stage.press(*["backspace"] * 5)
        assert "Type what you look for" in stage.text()


@pytest.mark.parametrize("before", [(), ("down", "enter")])
async def test_escape_leaves_the_search_for_where_one_was(before: tuple[str, ...]) -> None:
    async with showing(shipped()) as stage:
        await stage.press(*before)
        was = stage.text()
        await stage.press("slash", "a", "b", "escape")
        assert stage.text() == was
        assert stage.app.closed == []


async def test_the_last_search_can_be_gone_on_with_or_typed_over() -> None:
    async with showing(shipped()) as stage:
        await stage.press("slash", *"caffeine", "enter")
        assert "There is no need" in stage.text()
        await stage.press("slash")
        assert "/ caffeine" in stage.text()
        await stage.press(*"insoles")
        assert "1 place found." in stage.text()


async def test_letters_are_typed_in_a_search_and_do_nothing_else() -> None:
    async with showing(shipped()) as stage:
        await stage.press("slash", *"qt/s", "question_mark")
        assert stage.app.screen.query_one(LineInput).value == "qt/s?"
        assert stage.app.closed == []


@pytest.mark.parametrize("first", [(), ("enter",), ("slash", "a")])
async def test_the_warning_signs_are_one_key_away_everywhere(first: tuple[str, ...]) -> None:
    async with showing(shipped()) as stage:
        await stage.press(*first)
        was = stage.text()
        await stage.press("exclamation_mark")
        assert isinstance(stage.app.screen, SignsScreen)
        assert "Call 112 now" in stage.text()
        await stage.press("escape")
        assert stage.text() == was


async def test_the_keys_are_told_and_a_click_does_the_same() -> None:
    async with showing(shipped()) as stage:
        await stage.press("question_mark")
        assert isinstance(stage.app.screen, KeyListScreen)
        told = {row.row.words for row in stage.app.screen.query(KeyRow)}
        assert told >= {"Search the whole guide.", "Close the guide.", "Read the marked topic."}
        await stage.press("escape")
        bar = stage.lines()[-1]
        assert [word in bar for word in ("scroll the text", "back", "search", "warning signs", "keys")] == [True] * 5
        await stage.pilot.click(offset=(bar.index("search"), 23))
        await stage.pilot.pause()
        assert isinstance(stage.app.screen.focused, LineInput)


async def test_the_mouse_opens_topics_pages_and_what_was_found() -> None:
    async with showing(shipped()) as stage:
        await stage.pilot.click("#topics", offset=(3, 3))
        await stage.pilot.pause()
        assert f"Guide: {LEFT_OUT}" in stage.text()
        await stage.press("escape", "slash", *"either")
        row = next(nth for nth, line in enumerate(stage.lines()) if "Left or right" in line)
        await stage.pilot.click(offset=(10, row))
        await stage.pilot.pause()
        assert "Guide: Small habits" in stage.text()
        await stage.press("escape", "home")
        await stage.pilot.click("GuidePage", offset=(3, 3))
        await stage.pilot.pause()
        assert "Esc topics" in stage.lines()[-1]


@pytest.mark.parametrize("theme", [DAY.name, NIGHT.name])
async def test_every_word_stands_out_seven_to_one(theme: str, tmp_path: Path) -> None:
    text = "# Title\n\nOne *em* **strong** `code`.\n\n## Two\n\n- a\n  - b\n\n1. c\n\n### Three\n\n#### Four\n"
    folder(tmp_path / "guide", habits=text, broken=b"\xff")
    async with showing(read_guide(tmp_path / "guide"), theme=theme, size=(100, 40)) as stage:
        for keys in ((), ("enter",), ("slash",), ("o",), ("zzz",), ("escape", "slash", "o", "enter")):
            await stage.press(*keys)
            found = list(stage.contrasts())
            assert len(found) > 5
            assert min(found)[0] >= 7, min(found)


async def test_what_is_damaged_is_said_and_the_signs_can_be_read(tmp_path: Path) -> None:
    async with showing(read_guide(tmp_path / "gone", "112"), size=(120, 24)) as stage:
        assert "the guide can't be read: there is nothing of this name" in stage.words()
        await stage.press("enter")
        assert "Call 112 now" in stage.text()


async def test_a_hostile_text_is_shown_as_words_and_opens_nothing(tmp_path: Path) -> None:
    guide = read_guide(folder(tmp_path / "guide", habits=HOSTILE))
    async with showing(guide, at="habits", size=(120, 30)) as stage:
        assert all(char.isprintable() for line in stage.lines() for char in line)
        for words in (
            "[bold]markup[/bold] [/x]",
            "[link](http://bad.example)",
            "<b>&#27;[1m</b>.",
            "[@click=app.exit]",
        ):
            assert words in stage.words()
        for row, line in enumerate(stage.lines()):
            for trap in ("link", "//bad.example", "click]"):
                if trap in line:
                    await stage.pilot.click(offset=(line.index(trap) + 2, row))
        assert isinstance(stage.app.screen, GuideScreen)
        await stage.press("slash", *"markup")
        assert "[bold]markup[/bold]" in stage.text()


async def test_of_what_is_pasted_into_the_search_all_that_shows_is_taken_as_much_as_fits() -> None:
    async with showing(shipped()) as stage:
        await stage.press("slash")
        line = stage.app.screen.query_one(LineInput)
        for pasted, taken in (
            ("a\x1b[31mb", "a[31mb"),
            ("a\u202eb", "ab"),
            ("x" * 1_000, "x" * 60),
            ("sleep", "sleep"),
        ):
            line.value = ""
            line.post_message(Paste(pasted))
            await stage.pilot.pause()
            assert line.value == taken


async def test_a_long_text_is_found_in_and_scrolled_to(tmp_path: Path) -> None:
    text = "# T\n\n" + "\n\n".join(f"Paragraph number {nth}." for nth in range(90)) + "\n\n" + "w" * 5_000
    async with showing(read_guide(folder(tmp_path / "guide", long=text))) as stage:
        await stage.press("slash", *"number", "space", *"75", "enter")
        assert "Paragraph number 75." in stage.text()
        assert "Paragraph number 10." not in stage.text()
