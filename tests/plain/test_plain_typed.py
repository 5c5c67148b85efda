"""Lines from descriptors: pipes, their ends, and a reader that goes away. Nothing sleeps: all waiting is on data."""

import os
import pty
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from uncramp.plain.typed import LONGEST, PumpedLines, TypedLines, WatchedLines

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
    now = iter([0, 30, 60, 90, 400, 410, 420])
    typed = WatchedLines(far, None, lambda: next(now))
    assert typed.somebody
    os.write(near, b"\n\n\n\n")
    assert typed.line(LONG_MS) == ""
    assert [typed.line(1) for _repeat in range(3)] == [None, None, None]
    os.write(near, b"\ny\n\n")
    assert [typed.line(LONG_MS) for _press in range(3)] == ["", "y", ""]
    os.close(near)
    os.close(far)
