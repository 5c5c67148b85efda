"""What is a key and what is none: whole sequences, known or not, split anywhere, and pastes with and without an end."""

import os
import re
import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_terminal import terminal

from uncramp.terminal.input_filter import (
    CTRL_C,
    ESCAPE,
    ESCAPE_S,
    LATE_S,
    MOST_PASTED,
    PASTE_S,
    POURED,
    POURED_S,
    REPLY_S,
    REST_S,
    InputFilter,
    Pasted,
)
from uncramp.tui.textual_workarounds import _messages

SOON, NEVER_MIND = 0.01, LATE_S + 1
REPLIES = [
    b"\x1b[?62;22c",
    b"\x1b[>41;370;0c",
    b"\x1bP!|00000000\x1b\\",
    b"\x1b[24;80R",
    b"\x1b[?24;80;1R",
    b"\x1b[0n",
    b"\x1b[?997;1n",
    b"\x1b[8;24;80t",
    b"\x1b[4;600;800t",
    b"\x1b[?2027;2$y",
    b"\x1b[4;1$y",
    b"\x1b[?0u",
    b"\x1b[<1;2;3;4;5z",
    b"\x1b[=1;1u",
    b"\x1b[?1;2 q",
    b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    b"\x1b]4;1;rgb:cd/00/00\x1b\\",
    b"\x1b]52;c;aGVscCE=\x07",
    b"\x1bP>|XTerm(370)\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^quit\x1b\\",
    b"\x1bXcalf!\x1b\\",
    b"\x1b[M !!",
    b"\x1b[M\xff\xff\xff",
    b"\x1b[32;12;5M",
    b"\x1bO5c",
    b"\x1b[1;2;3@",
    "\x9b?62;22c".encode(),
    "\x9d11;rgb:0/0/0\x9c".encode(),
]
"""What terminals send and no key does: some that a terminal was asked for, and some that nobody asks for."""
KEYS = [
    b"q",
    b"C",
    b"\r",
    b" ",
    "é".encode(),
    "日".encode(),
    b"\t",
    b"\x7f",
    b"\x1b[A",
    b"\x1b[1;5C",
    b"\x1bOP",
    b"\x1b[15~",
    b"\x1b[Z",
    CTRL_C.encode(),
]
NO_TEXT = [b"\xff", b"\xe9", b"\xc0\xaf", b"\xf5\x80\x80\x80", b"\xed\xa0\x80", b"\x00", b"\xfe\xff"]


class Stage:
    """A filter, its clock, and what it has given so far."""

    def __init__(self) -> None:
        self.now = 100.0
        self.heard: list[str] = []
        self.filter = InputFilter(self.heard.append, lambda: self.now)
        self.pieces: list[str] = []

    def send(self, *parts: bytes | float) -> "Stage":
        """Send bytes; a number is a pause in seconds, in which it looks every tenth."""
        for part in parts:
            if isinstance(part, bytes):
                self.pieces += self.filter.feed(part)
                continue
            end = self.now + part
            while self.now < end:
                self.now = min(end, self.now + 0.1)
                self.pieces += self.filter.due()
        return self

    @property
    def keys(self) -> list[str]:
        """What Textual takes for keys of it, by the name; a paste is what was pasted."""
        from textual._xterm_parser import XTermParser
        from textual.events import Key, Paste

        messages = list(_messages(self.pieces, XTermParser().feed))
        return [one.key if isinstance(one, Key) else one.text for one in messages if isinstance(one, Key | Paste)]


def names(*keys: bytes) -> list[str]:
    return Stage().send(*keys, SOON).keys


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_is_no_key_whole_or_in_two_parts_with_a_pause_between(reply: bytes) -> None:
    for cut in range(len(reply) + 1):
        for pause in (SOON, ESCAPE_S * 0.9, REST_S * 0.9):
            if cut == 1 and pause >= ESCAPE_S and reply[:1] == b"\x1b":
                continue  # see below: it may have been the key
            stage = Stage().send(b"y", SOON, reply[:cut], pause, reply[cut:], SOON, b"n")
            assert stage.keys == ["y", "n"], (cut, pause, stage.pieces)


@pytest.mark.parametrize("reply", [reply for reply in REPLIES if b"\xff" not in reply])
def test_the_rest_of_a_reply_is_no_key_however_late_it_comes(reply: bytes) -> None:
    for cut in range(2, len(reply) - 2):
        assert Stage().send(reply[:cut], LATE_S * 0.9, reply[cut:], SOON, b"n").keys == ["n"], cut


@pytest.mark.parametrize("reply", [reply for reply in REPLIES if reply[:1] == b"\x1b"])
def test_an_escape_may_begin_a_reply_that_is_expected_and_what_follows_too_late_is_no_key(reply: bytes) -> None:
    stage = Stage()
    stage.filter.expect(10)
    assert stage.send(reply[:1], REPLY_S * 0.9, reply[1:], SOON, b"n").keys == ["n"]
    assert Stage().send(reply[:1], REST_S * 0.9, reply[1:], SOON, b"n").keys == ["escape", "n"]


def test_replies_byte_by_byte_are_no_keys() -> None:
    stage = Stage()
    for reply in REPLIES:
        for nth in range(len(reply)):
            stage.send(reply[nth : nth + 1], ESCAPE_S * 0.9)
    assert stage.send(b"q").keys == ["q"]


@pytest.mark.parametrize(
    "cut_short",
    [
        b"\x1b[?62;",
        b"\x1b]11;rgb:ff",
        b"\x1bP>|XTerm",
        b"\x1b_",
        b"\x1b[M",
        b"\x1bO",
        b"\x1b^" + b"x" * 100_000,
        b"\x1b[" + b"1" * 100_000,
    ],
)
def test_what_never_ends_takes_no_key_for_long_and_ctrl_c_at_no_time(cut_short: bytes) -> None:
    assert Stage().send(cut_short, REST_S, b"q").keys == ["q"]
    assert Stage().send(cut_short, b"\x03").keys == ["ctrl+c"] or cut_short == b"\x1b[M"
    assert Stage().send(cut_short, SOON, b"\x1b[A").keys == ["up"] or cut_short == b"\x1b[M"
    stage = Stage().send(*[cut_short, b"x" * 1_000] * 50)
    assert len(stage.filter._held) < 1_000


@pytest.mark.parametrize(
    "reply", [b"\x9b?62;22c", b"\x90>|q\x9c", b"\x9d11;rgb:0/0/0\x07", b"\x9fGi=31;OK\x1b\\", b"\x8f5c"]
)
def test_a_reply_of_a_terminal_of_eight_bits_is_no_key_whole_or_in_two_parts(reply: bytes) -> None:
    for cut in range(len(reply)):
        for pause in (SOON, REST_S * 0.9):
            assert Stage().send(b"y", reply[:cut], pause, reply[cut:], SOON, b"n").keys == ["y", "n"], (cut, pause)


def test_a_string_is_heard_whole_by_whom_it_concerns() -> None:
    stage = Stage().send(b"\x1b]11;rgb:ff", b"ff/0/0\x1b", SOON, b"\\", b"\x1bP>|a\x07")
    assert stage.heard == ["\x1b]11;rgb:ffff/0/0", "\x1bP>|a"]


@pytest.mark.parametrize("data", NO_TEXT)
def test_bytes_that_are_no_text_are_dropped(data: bytes) -> None:
    assert Stage().send(b"y", data, b"n").keys == ["y", "n"]


@pytest.mark.parametrize("text", ["é", "日", "👩‍🦰", "ß"])
def test_half_a_character_waits_for_the_rest(text: str) -> None:
    data = text.encode()
    for cut in range(len(data)):
        assert "".join(Stage().send(data[:cut], 5.0, data[cut:]).pieces) == text


# Keys.


def test_escape_is_a_key_after_a_moment() -> None:
    assert Stage().send(b"\x1b").keys == []
    assert Stage().send(b"\x1b", ESCAPE_S + SOON).keys == ["escape"]
    assert Stage().send(b"\x1b\x1b\x1b", ESCAPE_S + SOON).keys == ["escape"] * 3
    assert Stage().send(b"\x1b", SOON, b"q").keys == ["escape", "q"]
    assert Stage().send(b"\x1b\x1b[?62c", SOON).keys == ["escape"]


@pytest.mark.parametrize("key", [b"\x1bq", b"\x1b!", b"\x1b\r", b"\x1b ", b"\x1bC", b"\x1b\x7f", b"\x1b(B", b"\x1b1"])
def test_a_key_with_alt_is_none(key: bytes) -> None:
    assert Stage().send(key, 1.0, b"n").keys == ["n"]


@pytest.mark.parametrize(
    ("sequence", "keys"),
    [
        (b"\x1b[113u", ["q"]),
        (b"\x1b[113;1u", ["q"]),
        (b"\x1b[113:81;2u", ["Q"]),
        (b"\x1b[113;2u", ["Q"]),
        (b"\x1b[113;65u", ["q"]),
        (b"\x1b[113;1:1u", ["q"]),
        (b"\x1b[113;1:3u", []),
        (b"\x1b[113;3u", []),
        (b"\x1b[47;2;63u", ["question_mark"]),
        (b"\x1b[13u", ["enter"]),
        (b"\x1b[27u", ["escape"]),
        (b"\x1b[9;2u", ["shift+tab"]),
        (b"\x1b[127u", ["backspace"]),
        (b"\x1b[32u", ["space"]),
        (b"\x1b[99;5u", ["ctrl+c"]),
        (b"\x1b[1089::99;5u", ["ctrl+c"]),
        (b"\x1b[1089::99u", ["с"]),
        (b"\x1b[57414u", ["enter"]),
        (b"\x1b[57419u", ["up"]),
        (b"\x1b[57441u", []),
        (b"\x1b[55296u", []),
        (b"\x1b[99999999999999999999u", []),
        (b"\x1b[27;5;99~", ["ctrl+c"]),
        (b"\x1b[27;2;33~", ["exclamation_mark"]),
        (b"\x1b[27;1;13~", ["enter"]),
        (b"\x1b[[A", ["f1"]),
        (b"\x1bOA", ["up"]),
        (b"\x1bOp", ["0"]),
    ],
)
def test_keys_of_newer_and_older_protocols_are_keys(sequence: bytes, keys: list[str]) -> None:
    for cut in range(2, len(sequence) + 1):
        assert Stage().send(sequence[:cut], SOON, sequence[cut:]).keys == keys


# Pastes.


@pytest.mark.parametrize(
    ("sent", "pasted"),
    [
        (b"two\nlines", "two lines"),
        (b"two\r\nlines\r\n", "two lines"),
        (b"\n\ta\tb\x07c\x00", "a bc"),
        (b"\x1b[31mred\x1b[0m\x1b]", "red]"),
        ("a\u2028b\x85c\xad".encode(), "a b c\xad"),
        (b"\xffa\xe9", "a"),
        (b"q\x03q", "qq"),
    ],
)
def test_a_paste_is_one_clean_line_of_text(sent: bytes, pasted: str) -> None:
    whole = b"\x1b[200~" + sent + b"\x1b[201~"
    for cut in range(6, len(whole)):
        if whole[cut - 1] == CTRL_C.encode()[0]:
            continue  # at the end of what was read it is the key
        stage = Stage().send(whole[:cut], 0.5, whole[cut:], b"q")
        assert stage.pieces == [pasted, "q"]
        assert isinstance(stage.pieces[0], Pasted)


def test_an_empty_paste_and_the_end_of_none_are_nothing() -> None:
    assert Stage().send(b"\x1b[200~\n\x1b[201~q\x1b[201~").pieces[:1] == ["q"]
    assert names(b"\x1b[201~") == []


def test_an_unfinished_paste_ends_by_itself_and_keys_do_not_keep_it_open() -> None:
    stage = Stage().send(b"\x1b[200~abc")
    for _key in range(20):
        stage.send(0.3, b"q")
    assert stage.pieces[0].startswith("abcq")
    assert stage.pieces[-1] == "q"
    assert not isinstance(stage.pieces[-1], Pasted)
    assert len([piece for piece in stage.pieces if piece == "q"]) > 20 - 2 - PASTE_S / 0.3


@pytest.mark.parametrize("before", [b"", b"abc", b"x" * 100_000])
def test_ctrl_c_ends_an_unfinished_paste_at_once(before: bytes) -> None:
    assert Stage().send(b"\x1b[200~" + before + b"\x03").pieces == [CTRL_C]
    assert Stage().send(b"\x1b[200~" + before, 0.2, b"\x03", b"q").pieces == [CTRL_C, "q"]


def test_a_long_paste_is_cut_and_its_rest_is_no_keys_even_after_a_stall() -> None:
    part = b"q and y, again and again\n" * 100
    stage = Stage().send(b"\x1b[200~", *[part] * 100, PASTE_S, part, part, b"q\x1b[201~", b"n")
    assert MOST_PASTED - 1 <= len(stage.pieces[0]) <= MOST_PASTED
    assert stage.pieces[1:] == ["n"]


@pytest.mark.parametrize("text", [b"q and y\n" * 2_000, b"x" * 4_095, "été ".encode() * 200])
def test_text_that_is_poured_in_is_a_paste_where_the_terminal_names_none(text: bytes) -> None:
    stage = Stage()
    stage.filter = InputFilter(clock=lambda: stage.now, most_typed=POURED)
    stage.send(*[text] * 9, SOON, b"y", POURED_S + SOON, b"n")
    assert [type(piece) for piece in stage.pieces if piece != "n"] == [Pasted]
    assert stage.pieces[-1] == "n"
    assert stage.send(text, SOON, CTRL_C.encode()).pieces[-1] == CTRL_C


def test_a_key_that_was_held_while_nothing_was_read_is_no_paste() -> None:
    stage = Stage()
    stage.filter = InputFilter(clock=lambda: stage.now, most_typed=POURED)
    assert len(stage.send(b"\x1b[B" * 1_000).pieces) == 1_000
    assert stage.send(SOON, b"+" * POURED).pieces[-1] == "+" * POURED


# Anything, split anywhere.

params = st.text("0123456789;:", max_size=12)
csi = st.builds(
    "\x1b[{}{}{}{}".format,
    st.sampled_from("?><="),
    params,
    st.sampled_from(["", "$", " ", "'"]),
    st.sampled_from("cnytRuqpzhlx"),
)
strings = st.builds(
    "\x1b{}{}{}".format,
    st.sampled_from("]P^_X"),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30),
    st.sampled_from(["\x07", "\x1b\\"]),
)
noise = st.one_of(st.sampled_from(REPLIES), csi.map(str.encode), strings.map(str.encode), st.sampled_from(NO_TEXT))
events = st.lists(
    st.one_of(st.tuples(st.just(True), st.sampled_from(KEYS)), st.tuples(st.just(False), noise)), max_size=12
)


@given(events, st.data())
def test_of_anything_split_anywhere_exactly_the_real_keys_come_out(
    sent: list[tuple[bool, bytes]], data: st.DataObject
) -> None:
    whole = b"".join(part for _real, part in sent)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=6)))
    pauses = data.draw(st.lists(st.sampled_from([SOON, ESCAPE_S * 0.9]), min_size=len(cuts), max_size=len(cuts)))
    stage, at = Stage(), 0
    for cut, pause in zip(cuts, pauses, strict=True):
        stage.send(whole[at:cut], pause)
        at = cut
    stage.send(whole[at:], NEVER_MIND)
    assert stage.keys == [name for real, part in sent if real for name in names(part)]
    assert all(
        re.fullmatch("[^\x00\x1b\x80-\x9f\ud800-\udfff]+", piece) or piece[0] == ESCAPE for piece in stage.pieces
    )


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_no_bytes_break_it_and_afterwards_keys_are_keys(parts: list[bytes]) -> None:
    stage = Stage()
    for part in parts:
        stage.send(part, SOON)
    assert stage.send(NEVER_MIND, b"\x03", NEVER_MIND).keys[-1] == "ctrl+c"


# In a real terminal.


@pytest.mark.parametrize(
    ("command", "there"), [("now", "it's stopped"), ("", "? keys"), ("now --plain", "Toes up. 30 seconds.")]
)
def test_nothing_that_a_terminal_sends_changes_what_stands_there(command: str, there: str) -> None:
    with terminal(*command.split()) as term:
        term.wait_for({"now": "Pull your toes", "": "uncramp: help"}.get(command, there))
        for _time in ("before the screen, as it comes, and on it", "once more"):
            for reply in [*REPLIES, *NO_TEXT]:
                half = len(reply) // 2 + 1
                os.write(term.fd, reply[:half])
                os.write(term.fd, reply[half:])
            term.wait_for(there)
        assert "Keys" not in term.text()
        os.write(term.fd, b"\x1b[200~q!?")
        term.send(CTRL_C)
        if "plain" in command:
            term.kill(signal.SIGINT)
        assert term.wait_for_end() == 130
        assert b"Warning" not in term.raw
        assert b"can't be used" not in term.raw
        assert term.clean()
