"""The terminal's background: asked for by day, and no piece of the answer is ever a key or on the screen."""

import os
import time
from datetime import UTC, datetime

import pytest
from real_terminal import terminal

from uncramp.terminal import background, first_paint
from uncramp.terminal.background import QUERY, Background, is_light
from uncramp.terminal.first_paint import FirstPaint

WHITE = "\x1b]11;rgb:ffff/ffff/ffff"
ENDS = ["\x07", "\x1b\\"]


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:ff/ff/dd", True),
        ("rgba:fdfd/f6f6/e3e3/ffff", True),
        ("rgb:0000/0000/0000", False),
        ("rgb:00/2b/36", False),
        ("rgb:3030/3434/4646", False),
        ("", None),
        ("?", None),
        ("rgb:zz/00/00", None),
    ],
)
def test_an_answer_is_light_dark_or_none(colour: str, light: bool | None) -> None:
    assert is_light(colour) is light


def test_it_takes_its_own_answer_and_no_other_reply() -> None:
    asked = Background()
    for other in ("\x1b]10;rgb:ffff/ffff/ffff", "\x1bP>|xterm", "\x1b]11"):
        asked.hear(other)
    assert asked.outstanding > -1
    assert not asked.light
    asked.hear(WHITE)
    assert asked.light
    assert asked.outstanding == 0


def test_without_an_answer_the_hint_of_the_environment_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Background()
    for hint, light in (("0;15", True), ("0;default;7", True), ("15;0", False), ("", False)):
        monkeypatch.setenv("COLORFGBG", hint)
        assert asked.light is light
    monkeypatch.setenv("COLORFGBG", "0;15")
    asked.hear("\x1b]11;rgb:0000/0000/0000")
    assert not asked.light


@pytest.mark.parametrize(
    ("term", "asked"),
    [
        ("xterm", True),
        ("tmux-256color", True),
        ("screen", True),
        ("linux", False),
        ("vt100", False),
        ("dumb", False),
        ("", False),
    ],
)
def test_only_terminals_that_swallow_the_question_are_asked(
    term: str, monkeypatch: pytest.MonkeyPatch, *, asked: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    assert background.can_be_asked() is asked


@pytest.mark.parametrize("comes", [True, False])
def test_who_leaves_at_once_leaves_no_answer_to_the_shell(monkeypatch: pytest.MonkeyPatch, *, comes: bool) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    pieces = [WHITE[:7], WHITE[7:], "\x1b\\", "left to the shell"] if comes else []
    monkeypatch.setattr(first_paint, "is_ready", lambda *_: bool(pieces))
    monkeypatch.setattr(os, "read", lambda _fd, _size: pieces.pop(0).encode())
    paint = FirstPaint()
    paint.background = Background()
    paint._take_the_answer()
    assert pieces == (["left to the shell"] if comes else [])
    assert paint.light is comes


# In a real terminal.


def zone(hour: int) -> str:
    """Where it is such an hour now."""
    return f"XXX{datetime.now(UTC).hour - hour:+d}"


@pytest.mark.parametrize("command", [("now",), (), ("run", "daily-calf")])
@pytest.mark.parametrize("end", ENDS)
def test_a_light_terminal_gets_light_colours_by_day_and_keys_that_come_with_the_answer_are_keys(
    command: tuple[str, ...], end: str
) -> None:
    with terminal(*command, TZ=zone(12), TERM="xterm-256color", COLORTERM="truecolor") as term:
        term.wait_until(lambda: QUERY.encode() in term.raw)
        term.send(f"!{WHITE}{end}")
        term.wait_for("Warning signs")
        assert "☼" in term.text()
        assert "rgb" not in term.text()


def test_a_dark_terminal_and_one_that_never_answers_keep_the_day_colours() -> None:
    for answer in (f"{WHITE.replace('ffff', '0000')}\x07", ""):
        with terminal("now", TZ=zone(12), TERM="xterm-256color") as term:
            term.wait_until(lambda term=term: QUERY.encode() in term.raw)  # type: ignore[misc]
            term.send(answer)
            term.wait_for("cramp 0:0")
            assert "☀" in term.text()


@pytest.mark.parametrize("end", ENDS)
def test_a_late_answer_in_pieces_opens_nothing(end: str) -> None:
    with terminal(TZ=zone(12), TERM="xterm-256color") as term:
        term.wait_for("? keys")
        answer = WHITE + end
        for piece in (answer[:1], answer[1:9], answer[9:]):
            term.send(piece)
        term.send("!")
        term.wait_for("Warning signs")
        term.send("\x1b")
        term.wait_for("uncramp: help for leg cramps")
        assert "Guide" not in term.text()


@pytest.mark.parametrize(("hour", "term_name"), [(3, "xterm-256color"), (12, "linux"), (12, "vt100")])
def test_nothing_is_asked_by_night_or_where_it_might_be_printed(hour: int, term_name: str) -> None:
    with terminal("now", TZ=zone(hour), TERM=term_name) as term:
        term.wait_for("cramp 0:0")
        assert b"\x1b]11" not in term.raw


def test_by_day_the_first_words_have_the_terminals_own_colours() -> None:
    with terminal("now", TZ=zone(12), TERM="xterm-256color", COLORTERM="truecolor") as term:
        term.wait_until(lambda: QUERY.encode() in term.raw)
        first = term.raw.partition(QUERY.encode())[0]
        assert b"Pull your toes" in first
        assert b"8;2;" not in first


def test_the_first_words_come_before_the_question() -> None:
    with terminal(TZ=zone(12), TERM="xterm-256color") as term:
        term.wait_until(lambda: QUERY.encode() in term.raw)
        assert "uncramp: help for leg cramps" in term.text()


@pytest.mark.parametrize("hour", [3, 12])
def test_sixteen_colours_have_no_bold_black_and_no_bright_ground(hour: int) -> None:
    with terminal("now", TZ=zone(hour), TERM="xterm", COLORTERM="") as term:
        term.wait_for("cramp 0:0")
        drawn = term.raw.partition(b"cramp")[2]
        assert b";4" in drawn
        assert b"\x1b[1;30" not in drawn
        assert b";10" not in drawn
