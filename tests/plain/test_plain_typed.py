"""Lines from descriptors: pipes, their ends, and a reader that goes away. Nothing sleeps: all waiting is on data."""

import os
import pty
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from uncramp.plain.typed import LONGEST, MOST_PASTED, PumpedLines, TerminalLines, TypedLines, WatchedLines

LONG_MS = 20_000
"""Longer than anything takes that comes at all."""
KINDS = ("watched", "pumped")


@contextmanager
def pipe(kind: str) -> Iterator[tuple[TypedLines, int]]:
    """Lines from a pipe, and the end that they are written to."""
    read, write = os.pipe()
    typed = WatchedLines(read, None, lambda: 0) if kind == "watched" else PumpedLines(read, lambda: 0)
    try:
        yield typed, write
    finally:
        os.close(write)
        while not typed.ended:
            typed.line(LONG_MS)
        os.close(read)


@pytest.mark.parametrize("kind", KINDS)
def test_lines_come_one_by_one_however_they_were_written(kind: str) -> None:
    with pipe(kind) as (typed, write):
        os.write(write, b"y\r\n\nn")
        assert [typed.line(LONG_MS), typed.line(LONG_MS)] == ["y", ""]
        os.write(write, b"o\n \n")
        assert [typed.line(LONG_MS), typed.line(LONG_MS)] == ["no", " "]


@pytest.mark.parametrize("kind", KINDS)
def test_a_pipe_is_somebody_once_it_has_spoken_and_nobody_when_it_has_ended(kind: str) -> None:
    read, write = os.pipe()
    typed = WatchedLines(read, None, lambda: 0) if kind == "watched" else PumpedLines(read, lambda: 0)
    assert (typed.somebody, typed.ended) == (False, False)
    os.write(write, b"y\nlast")
    assert typed.line(LONG_MS) == "y"
    assert typed.somebody
    os.close(write)
    while (line := typed.line(LONG_MS)) is None:
        assert not typed.ended
    assert line == "last"
    typed.line(1)
    assert (typed.somebody, typed.ended) == (False, True)
    assert typed.line(1) is None
    os.close(read)


@pytest.mark.parametrize("kind", KINDS)
def test_without_standard_input_time_passes_all_the_same(kind: str) -> None:
    typed = WatchedLines(None, None, lambda: 0) if kind == "watched" else PumpedLines(None, lambda: 0)
    assert typed.ended
    assert typed.line(1) is None


def test_bytes_that_are_no_text_and_lines_without_end_are_no_danger() -> None:
    with pipe("watched") as (typed, write):
        os.write(write, b"\xff\xfe\n" + b"x" * 50_000 + b"\n")
        assert typed.line(LONG_MS) == "\ufffd\ufffd"
        assert typed.line(LONG_MS) == "x" * LONGEST


def test_a_folder_for_standard_input_has_ended() -> None:
    folder = os.open("/", os.O_RDONLY)
    typed = WatchedLines(folder, None, lambda: 0)
    typed.line(1)
    assert typed.ended
    os.close(folder)


def test_a_descriptor_that_was_closed_has_ended() -> None:
    read, write = os.pipe()
    typed = WatchedLines(read, None, lambda: 0)
    os.close(read)
    os.close(write)
    typed.line(1)
    assert typed.ended


def test_a_reader_that_goes_away_is_noticed_while_it_waits() -> None:
    read, write = os.pipe()
    typed = WatchedLines(None, write, lambda: 0)
    assert typed.line(1) is None
    os.close(read)
    with pytest.raises(BrokenPipeError):
        typed.line(LONG_MS)
    os.close(write)


def test_an_enter_that_is_held_down_on_a_terminal_is_one_press() -> None:
    near, far = pty.openpty()
    now = iter([0, 5_000, 5_030, 5_060, 5_090, 5_400, 5_410, 5_420])
    typed = WatchedLines(far, None, lambda: next(now))
    assert typed.somebody
    os.write(near, b"\n\n\n\n")
    assert typed.line(LONG_MS) == ""
    assert [typed.line(1) for _repeat in range(3)] == [None, None, None]
    os.write(near, b"\ny\n\n")
    assert [typed.line(LONG_MS) for _press in range(3)] == ["", "y", ""]
    os.close(near)
    os.close(far)


@contextmanager
def typing(clock: int = 0) -> Iterator[tuple[TerminalLines, int, Callable[[str], None]]]:
    """Lines from a terminal, its other end, and how to say something on it."""
    near, far = pty.openpty()
    typed = TerminalLines(far, far, lambda: clock)
    with typed.taken():
        yield typed, near, typed.around(lambda line: void(os.write(far, f"{line}\n".encode())))
    os.close(near)
    os.close(far)


def void(_written: int) -> None:
    """Nothing more."""


def shows(near: int, wanted: str) -> bool:
    """Whether this comes to stand on the terminal, and nothing else: what is written there comes a moment later."""
    seen = ""
    while len(seen) < len(wanted) and select.select([near], [], [], LONG_MS / 1000)[0]:
        seen += os.read(near, 65_536).decode()
    return seen == wanted


def test_an_enter_in_the_first_two_seconds_is_the_shells_but_a_letter_or_a_pipe_is_meant() -> None:
    near, far = pty.openpty()
    now = iter([0, 100, 200, 1_999, 2_200])
    typed = WatchedLines(far, None, lambda: next(now))
    os.write(near, b"\ny\n\n\n")
    assert [typed.line(LONG_MS) for _line in range(4)] == [None, "y", None, ""]
    os.close(near)
    os.close(far)
    with pipe("watched") as (piped, write):
        os.write(write, b"\n")
        assert piped.line(LONG_MS) == ""


def test_what_is_said_never_stands_on_a_line_that_is_half_typed() -> None:
    with typing() as (typed, near, say):
        os.write(near, b"sto")
        assert typed.line(LONG_MS) is None
        say("Halfway.")
        os.write(near, b"pped\n")
        assert typed.line(LONG_MS) == "stopped"
        say("Good.")
        assert shows(near, "sto\r\nHalfway.\r\nstopped\r\nGood.\r\n")


def test_nothing_is_said_on_a_new_line_where_all_that_was_typed_is_erased() -> None:
    with typing() as (typed, near, say):
        os.write(near, "ä語e\u0301\x7f\x7f\x7f\x7f\x7f".encode())
        assert typed.line(LONG_MS) is None
        say("Halfway.")
        assert shows(near, "ä語e\u0301" + "\b \b" * 4 + "Halfway.\r\n")
        os.write(near, b"abc\x15n\n")
        assert typed.line(LONG_MS) == "n"


@pytest.mark.parametrize("keys", ["\x1b[A", "\x1bOP", "\x1b[1;5C", "\x00\x01\t\x04"])
def test_keys_that_are_no_letters_are_no_part_of_a_line(keys: str) -> None:
    with typing() as (typed, near, _say):
        os.write(near, f"y{keys}\n".encode())
        assert typed.line(LONG_MS) == "y"
        assert shows(near, "y\r\n")


def test_the_end_of_input_on_a_terminal_is_the_end() -> None:
    with typing() as (typed, near, _say):
        os.write(near, b"\x04")
        assert typed.line(LONG_MS) is None
        assert typed.ended


def test_keys_that_ctrl_c_threw_away_before_they_were_read_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C empties a terminal's queue: what was there to be read a moment ago is gone, and no end has come."""
    with typing() as (typed, near, _say):
        looks = iter([[typed._source], []])  # there is something, and then there is not
        monkeypatch.setattr("uncramp.plain.typed.ready", lambda _watched, _seconds: next(looks))
        assert typed.line(LONG_MS) is None
        assert not typed.ended
        monkeypatch.undo()
        os.write(near, b"y\n")
        assert typed.line(LONG_MS) == "y"


def next_line(typed: TypedLines, near: int) -> str:
    """The next line; what is shown of it is read, and not looked at."""
    line = None
    while line is None:
        line = typed.line(LONG_MS)
        if select.select([near], [], [], 0)[0]:
            os.read(near, 65_536)
    return line


def test_a_letter_in_two_pieces_is_one_and_a_line_without_end_is_cut() -> None:
    with typing() as (typed, near, _say):
        os.write(near, "ß".encode()[:1])
        assert typed.line(LONG_MS) is None
        os.write(near, "ß".encode()[1:] + b"x" * 99)
        for _more in range(20):
            assert typed.line(LONG_MS) is None
            os.write(near, b"x" * 100)
        assert typed.line(LONG_MS) is None
        os.write(near, b"\n")
        assert next_line(typed, near) == "ß" + "x" * (LONGEST - 1)


@pytest.mark.parametrize("end", ["", "\n"])
def test_what_is_pasted_is_one_line_and_not_a_command_a_line(end: str) -> None:
    """A terminal that was asked for nothing sends pasted lines as if they had been typed."""
    with typing() as (typed, near, _say):
        os.write(near, ("q\ty\n" * 300 + "last" + end).encode())
        if not end:
            assert typed.line(LONG_MS) is None
            os.write(near, b"\n")
        assert next_line(typed, near) == ("q y " * 300)[:MOST_PASTED].rstrip()
        os.write(near, b"n\n?\n")
        assert [next_line(typed, near), next_line(typed, near)] == ["n", "?"]


@pytest.mark.parametrize(
    "pasted", ["a note\nof two lines\r\n", "a note\tof\x07 two lines", "\x1b[1ma note\x1b[0m\n\nof two lines"]
)
def test_a_paste_that_the_terminal_names_is_text(pasted: str) -> None:
    with typing() as (typed, near, _say):
        os.write(near, f"\x1b[200~{pasted}\x1b[201~\n".encode())
        assert next_line(typed, near) == "a note of two lines"


@pytest.mark.parametrize(
    "data",
    [b"\xff", b"\xe9", b"\xc0\xaf", b"\xed\xa0\x80", b"\x1b[M\xff\xff\xff", b"\x1b[?62;22c", b"\x1b]11;rgb:0/0/0\x07"],
)
def test_replies_and_bytes_that_are_no_text_are_no_part_of_a_line(data: bytes) -> None:
    with typing() as (typed, near, _say):
        os.write(near, b"y" + data + b"\n")
        assert typed.line(LONG_MS) == "y"


@pytest.mark.parametrize("piece", [b"a line that somebody copied\n", b"up\x1b[A\n", b"\x1b[200~named\n\x1b[201~"])
def test_a_pasted_megabyte_is_soon_taken(piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured here is only that no more of it is taken apart than can be kept."""
    with typing() as (typed, _near, _say):
        shown: list[str] = []
        fed: list[int] = []
        feed = typed._filter.feed
        monkeypatch.setattr(typed, "_show", shown.append)

        def counted(data: bytes) -> Iterator[str]:
            fed.append(len(data))
            return feed(data)

        monkeypatch.setattr(typed._filter, "feed", counted)
        typed._take(b"")  # nothing is read behind it
        typed._take_pasted(piece * (2**20 // len(piece)) + b"\x1b[201~\n")
        assert sum(fed) < 2**14
        assert shown[0][:2] == piece.removeprefix(b"\x1b[200~")[:2].decode()
        assert len(typed._lines) == 1


def test_what_was_typed_before_it_began_is_kept_and_not_shown_twice() -> None:
    near, far = pty.openpty()
    os.write(near, b"n\nha")
    assert shows(near, "n\r\nha")
    typed = TerminalLines(far, far, lambda: 0)
    with typed.taken():
        typed.around(lambda line: void(os.write(far, f"{line}\n".encode())))("Calf cramp.")
        assert typed.line(LONG_MS) == "n"
        assert shows(near, "\r\nCalf cramp.\r\nha")
    os.close(near)
    os.close(far)
