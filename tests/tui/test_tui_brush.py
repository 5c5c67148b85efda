"""What is drawn at once is what the toolkit would draw there, and nothing else is asked for it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pyte
import pytest
from stage_hand import DAY, NIGHT, StageHand
from textual._compositor import Compositor
from textual.drivers.headless_driver import HeadlessDriver
from textual.strip import Strip
from textual.widgets import Static

from uncramp.tui import brush
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.foot import Foot
from uncramp.tui.widgets.top_bar import TopBar

Cells = list[tuple[str, str, str, bool]]


class Terminal:
    """What a person sees, fed by all that the toolkit's driver is given."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.screen)

    def write(self, data: str) -> None:
        self._stream.feed(data)

    def cells(self) -> list[Cells]:
        """Line by line each cell's character, colours and weight; what has no character has no colour of its own."""
        rows = (self.screen.buffer[y] for y in range(self.screen.lines))
        return [
            [
                (one.data, one.fg if one.data.strip() else "", one.bg, one.bold)
                for one in map(row.__getitem__, range(80))
            ]
            for row in rows
        ]


class Counted:
    """Counts the calls of something that goes on as before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
        self.calls = 0
        real: Callable[..., Any] = getattr(owner, name)

        def counted(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, counted)


@pytest.fixture
def term(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal that is near, and drawn on as a real one is."""
    terminal = Terminal()
    monkeypatch.setattr(HeadlessDriver, "is_headless", property(lambda _driver: False))
    monkeypatch.setattr(HeadlessDriver, "write", lambda _driver, data: terminal.write(data))
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return terminal


def wanted(hand: StageHand) -> list[Cells]:
    """What the toolkit would draw now, were it to draw all of it."""
    full = Terminal()
    strips = hand.screen._compositor.render_strips(hand.screen.size)
    full.write("\r\n".join(strip.render(hand.app.console) for strip in strips))
    return full.cells()


async def figure_stands(hand: StageHand) -> None:
    figure = hand.screen.query_one(FigureView)
    await hand.until(lambda: figure.loaded)
    await hand.pass_time(0.1)


@pytest.mark.parametrize("when", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("name", ["cramp-calf", "daily-calf"])
@pytest.mark.parametrize("no_color", ["", "1"], ids=["colours", "no colours"])
async def test_what_stands_there_is_what_the_toolkit_would_draw(
    term: Terminal, no_color: str, name: str, when: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
    async with StageHand(when).running(name) as hand:
        await figure_stands(hand)
        at_once = Counted(monkeypatch, brush, "_write")
        for _ in range(20):
            await hand.pass_time(0.4)
            assert term.cells() == wanted(hand)
        assert at_once.calls > 20
        for keys in ("t", "s", "p", "space", "space"):  # other colours, another side, other words
            await hand.press(keys)
            await hand.pass_time(1.2)
            assert term.cells() == wanted(hand)


async def test_a_second_that_only_moves_the_clock_asks_nothing_of_the_toolkit(
    term: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with StageHand().running("cramp-calf") as hand:
        await figure_stands(hand)
        await hand.pass_time(2)
        whole = Counted(monkeypatch, Compositor, "render_update")
        before = term.cells()
        await hand.pass_time(5)
        assert term.cells() != before
        assert whole.calls == 0


async def test_behind_another_page_nothing_is_drawn(term: Terminal) -> None:
    async with StageHand().running("cramp-calf") as hand:
        await figure_stands(hand)
        await hand.press("exclamation_mark")
        assert "Warning signs" in "\n".join(term.screen.display)
        shown = term.cells()
        hand.session_below.query_one(TopBar).show("Other words", "at the right")
        await hand.pass_time(3)
        assert term.cells() == shown
        await hand.press("q")
        assert term.cells() == wanted(hand)


async def test_under_something_in_front_the_toolkit_draws(term: Terminal) -> None:
    async with StageHand().running("cramp-calf") as hand:
        await figure_stands(hand)
        cover = Static("in front")
        cover.styles.layer = "front"
        hand.screen.set_styles("layers: default front;")
        await hand.screen.mount(cover)
        await hand.pass_time(1)
        hand.screen.query_one(TopBar).show("Other words", "at the right")
        await hand.pass_time(2)
        assert "in front" in "\n".join(term.screen.display)
        assert term.cells() == wanted(hand)


@pytest.mark.usefixtures("term")
async def test_where_the_toolkit_has_other_insides_it_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    async with StageHand().running("daily-calf") as hand:
        await figure_stands(hand)
        foot = hand.screen.query_one(Foot)
        with monkeypatch.context() as other:
            other.delattr(Compositor, "visible_widgets")
            brush.redraw(foot, {0: Strip.blank(foot.size.width)})
        assert foot._repaint_regions
