"""Over a network little is written: figures stand still, and each moment changes what it must."""

import re
from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import App

from app_driver import DAY, AppDriver
from uncramp.tui.theme import Ink
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.row_widget import Row, Run, _changed
from wait_idle import wait_idle

MOST = 1_500
"""Bytes a second."""
STEP_MS, SECONDS = 500, 12


@pytest.mark.parametrize(
    ("name", "first", "size"), [("cramp-calf", 3, (120, 40)), ("cramp-calf", 3, (80, 24)), ("daily-calf", 8, (80, 24))]
)
async def test_little_is_written_a_second(
    name: str, first: float, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = 0
    display = App._display

    def counted(app: App[Any], screen: Any, renderable: Any) -> None:
        nonlocal written
        if hasattr(renderable, "render_segments"):
            written += len(renderable.render_segments(app.console).encode())
        display(app, screen, renderable)

    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
    monkeypatch.setattr(App, "_display", counted)
    async with AppDriver(DAY).running(name, size) as hand:
        await hand.until(lambda: hand.play.query_one(FigureView)._player is not None)
        await hand.pass_time(first)
        assert re.search("1 [━◀]+▶ 2", hand.text())  # two panels, and no motion
        written = 0
        for _ in range(SECONDS * 1_000 // STEP_MS):
            hand.now += STEP_MS
            hand.look()
            await wait_idle(hand.app)
    assert 100 * SECONDS < written < MOST * SECONDS


TEXTS = st.lists(st.sampled_from(["a", "b", "━", "█", "漢", "e\u0301", " "]), max_size=5).map("".join)
RUNS = st.lists(st.tuples(TEXTS, st.sampled_from([Ink.STRONG, Ink.DIGITS])), max_size=4)


def cells(row: Row) -> list[tuple[str, Ink | Style]]:
    """What stands in each column of a row: a wide character in two, what has no width with the one before."""
    found = list[tuple[str, Ink | Style]]()
    for char, ink in ((char, ink) for text, ink in row for char in text):
        if not cell_len(char) and found:
            found[-1] = found[-1][0] + char, ink
        found += [(char, ink), ("", ink)][: cell_len(char)]
    return found


@given(before=RUNS, after=RUNS, shared=RUNS)
@example([], [("e\u0301a漢", Ink.STRONG)], [("e\u0301漢", Ink.STRONG)])
def test_of_a_row_that_changes_only_the_columns_that_differ_are_sent(
    before: list[Run], after: list[Run], shared: list[Run]
) -> None:
    was, now = (cells((*shared, *one, *shared)) for one in (before, after))
    start, end = _changed((*shared, *before, *shared), (*shared, *after, *shared))
    blank = ("blank", Ink.BLANK)
    differing = [nth for nth, (one, other) in enumerate(zip_longest(was, now, fillvalue=blank)) if one != other]
    assert all(start <= nth < end for nth in differing)
    assert not differing or end > differing[-1] + 1 or end == max(len(was), len(now))


def test_a_second_that_passes_sends_its_digit_and_the_column_behind_it() -> None:
    """A block may reach a pixel into that column: there a thin line stayed behind."""
    face, beside = ("██ ██", Ink.DIGITS), ("Next: ease off", Ink.STRONG)
    assert _changed((face, beside), (("██  █", Ink.DIGITS), beside)) == (3, 5)
