"""Any keyboard: either case, full-width forms, other layouts; and what says so of a key that does nothing."""

import pytest
from diary_stage import diary_screen
from textual import events
from textual.widgets import Input

from app_driver import DAY, NIGHT, AppDriver
from diary_making import cramp
from uncramp.domain.diary import NOTE_LENGTH
from uncramp.domain.session_state import Phase
from uncramp.terminal.input_filter import InputFilter, Pasted
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.key_list import KeyListScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from wait_idle import wait_idle

UNKNOWN = "? shows the keys."


async def type_chars(hand: AppDriver, chars: str) -> None:
    """Press the keys of these characters, as a terminal sends them."""
    for char in chars:
        hand.now += 900
        hand.app.post_message(events.Key(char if char.isalnum() else "a_name_of_its_own", char))
        await wait_idle(hand.app)


@pytest.mark.parametrize("char", "yYｙＹнНυΥטغㅛัყ1１١&")
async def test_yes_at_the_clot_question(char: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter")
        await type_chars(hand, char)
        assert isinstance(hand.screen, SignsScreen)


@pytest.mark.parametrize("char", "nNｎтνמىㅜื2２٢é")
async def test_no_at_the_clot_question(char: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("enter")
        await type_chars(hand, char)
        assert "Rub the calf" in hand.words()


@pytest.mark.parametrize(("char", "page"), [("！", SignsScreen), ("？", KeyListScreen), ("؟", KeyListScreen)])
async def test_signs_and_keys_in_other_forms(char: str, page: type[object]) -> None:
    async with AppDriver().running(None) as hand:
        await type_chars(hand, char)
        assert isinstance(hand.screen, page)


@pytest.mark.parametrize("first", ["/", "/leg"])
@pytest.mark.parametrize("char", ["！", "﹗", "!"])
async def test_the_key_of_the_signs_is_never_typed(first: str, char: str) -> None:
    async with AppDriver().running(None) as hand:
        await type_chars(hand, first + char)
        assert isinstance(hand.screen, SignsScreen)


@pytest.mark.parametrize(("before", "burst"), [("", "/calf"), ("g", "/quad"), ("da", "\rc1q")])
async def test_keys_that_come_at_once_do_what_they_do_one_after_the_other(before: str, burst: str) -> None:
    async with AppDriver().running(None) as hand:
        await type_chars(hand, before)
        for char in burst:
            key = {"\r": "enter", "/": "slash", "?": "question_mark"}.get(char, char)
            hand.app.post_message(events.Key(key, char))
        await wait_idle(hand.app)
        assert hand.screen.query_one(Input).value == burst.lstrip("/\r")


@pytest.mark.parametrize("chars", ["é", "ñ", "Ü", "ö", "가", "漢", "ё", "zj", "~", "#"])
async def test_a_key_that_does_nothing_says_where_the_keys_are_for_a_while(chars: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        before = hand.words()
        await type_chars(hand, chars)
        assert UNKNOWN in hand.text()
        assert before.split(" Slowly")[0].split()[-6:] == hand.words().split(" Slowly")[0].split()[-6:]
        assert hand.play.session.phase is Phase.RUNNING
        hand.play.key_bar.say()  # what its timer does
        await wait_idle(hand.app)
        assert UNKNOWN not in hand.text()


SAID = [("y", UNKNOWN), ("copy", "Ctrl-C")]


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
@pytest.mark.parametrize(("key", "said"), SAID)
async def test_whatever_the_key_bar_says_the_warning_signs_stay_beside_it(
    size: tuple[int, int], key: str, said: str
) -> None:
    async with AppDriver(NIGHT).running("cramp-calf", size=size) as hand:
        first = hand.text().splitlines()[0]
        if key == "copy":
            hand.app._dragged = True  # what the mouse drawn over words leaves
            await hand.press("ctrl+c")
        else:
            await hand.press(key)
        line = hand.text().splitlines()[-1]
        # In the smallest terminal it stands above the instruction, and hides no key.
        shown = hand.text().splitlines()[0] if size == (20, 6) else line
        assert said in shown or (said == UNKNOWN and "? for keys." in shown)
        assert size == (20, 6) or hand.text().splitlines()[0] == first
        await hand.pilot.click(offset=(line.index("!"), size[1] - 1))
        await wait_idle(hand.app)
        assert isinstance(hand.screen, SignsScreen)


@pytest.mark.parametrize("key", ["f5", "ctrl+g", "alt+x", "insert", "pagedown", "left_shift"])
async def test_keys_without_a_character_say_nothing(key: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        hand.app.post_message(events.Key(key, None))
        await wait_idle(hand.app)
        assert UNKNOWN not in hand.text()


@pytest.mark.parametrize("way", [("slash",), ("g", "slash"), ("a", "down", "enter"), ("d", "a")])
async def test_in_a_field_letters_stay_what_they_are_and_only_the_warning_signs_open(way: tuple[str, ...]) -> None:
    async with AppDriver(DAY).running(None) as hand:
        await hand.press(*way)
        field = hand.app.focused
        assert isinstance(field, Input)
        field.clear()
        for char in "йＷqu?éＷ":
            hand.app.post_message(events.Key(char if char.isalnum() else "question_mark", char))
        for key, char in (("ctrl+at", "\x00"), ("ctrl+g", "\x07"), ("ctrl+left_square_brace", "\x1b")):
            hand.app.post_message(events.Key(key, char))
        await wait_idle(hand.app)
        assert field.value == "йＷqu?éＷ"
        await hand.press("exclamation_mark")
        assert isinstance(hand.screen, SignsScreen)
        assert field.value == "йＷqu?éＷ"


def pasted(text: str) -> list[events.Paste]:
    """What comes of it on its way from the terminal: in pieces, as they are read."""
    data, filtered = f"\x1b[200~{text}\x1b[201~".encode(), InputFilter()
    pieces = [piece for at in range(0, len(data), 65_536) for piece in filtered.feed(data[at : at + 65_536])]
    return [events.Paste(str(piece)) for piece in pieces if isinstance(piece, Pasted)]


async def test_lines_that_are_pasted_into_a_note_are_joined_and_a_megabyte_is_cut_to_a_note() -> None:
    async with diary_screen(entries=[cramp(note="A.")]) as hand:
        await hand.press("enter")
        await hand.mark("note")
        await hand.press("enter")
        field = hand.app.focused
        assert isinstance(field, Input)
        for event in pasted(" first line!\r\n\tsecond line\n\nthird\n"):
            hand.app.post_message(event)
        await wait_idle(hand.app)
        assert field.value == "A.first line! second line third"
        await hand.press("enter")
        assert hand.cramp().note == "A.first line! second line third"
        await hand.press("enter")
        events_of_it = pasted("a line of a long text\n" * 50_000)
        for event in events_of_it:
            hand.app.post_message(event)
        await wait_idle(hand.app)
        assert isinstance(hand.app.focused, Input)
        assert len(events_of_it) <= 1
        assert len(hand.app.focused.value) <= NOTE_LENGTH


@pytest.mark.parametrize("where", [("slash",), ("g", "slash")])
async def test_escape_after_a_search_never_leaves_the_program(where: tuple[str, ...]) -> None:
    async with AppDriver(DAY).running(None) as hand:
        await hand.press(
            *where, "c", "a", "backspace", "backspace", "backspace", "escape", "escape", "escape", "escape"
        )
        assert isinstance(hand.screen, HomeScreen)
        assert hand.app.return_value is None
        assert hand.app.is_running


def mouse(of: type[events.MouseEvent], x: int, button: int) -> events.MouseEvent:
    return of(
        None, x=x, y=9, delta_x=0, delta_y=0, button=button, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=9
    )


DRAG = [(events.MouseDown, 3, 1), (events.MouseMove, 20, 1), (events.MouseUp, 20, 1), (events.MouseMove, 21, 0)]
CLICK = [(events.MouseDown, 3, 1), (events.MouseUp, 3, 1), (events.MouseMove, 9, 0)]


@pytest.mark.parametrize(("moves", "after", "asks"), [(DRAG, (), True), (DRAG, ("down",), False), (CLICK, (), False)])
async def test_ctrl_c_after_words_were_marked_by_mouse_says_how_to_copy(
    moves: list[tuple[type[events.MouseEvent], int, int]], after: tuple[str, ...], asks: bool
) -> None:
    async with AppDriver(DAY).running(None) as hand:
        await hand.press("exclamation_mark")
        for of, x, button in moves:
            hand.app.post_message(mouse(of, x, button))
        await wait_idle(hand.app)
        await hand.press(*after, "ctrl+c")
        assert (hand.app.return_code is None) is asks
        if asks:
            assert "To copy, hold Shift and drag. Ctrl-C again leaves." in hand.text()
            await hand.press("ctrl+c")
            assert hand.app.return_code == 130


async def test_a_session_is_not_left_by_escape() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        await hand.press("escape", "backspace", "escape")
        assert isinstance(hand.screen, SessionScreen)
