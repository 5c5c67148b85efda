"""Over a network little is written: figures stand still, and each moment changes what it must."""

import re
from typing import Any

import pytest
from textual.app import App

from app_driver import DAY, AppDriver
from uncramp.tui.widgets.figure_view import FigureView
from wait_idle import wait_idle

MOST = 2_000
"""Bytes a second."""
STEP_MS, SECONDS = 500, 12


@pytest.mark.parametrize(("name", "first"), [("cramp-calf", 3), ("daily-calf", 8)])
async def test_little_is_written_a_second(name: str, first: float, monkeypatch: pytest.MonkeyPatch) -> None:
    written = 0
    display = App._display

    def counted(app: App[Any], screen: Any, renderable: Any) -> None:
        nonlocal written
        if hasattr(renderable, "render_segments"):
            written += len(renderable.render_segments(app.console).encode())
        display(app, screen, renderable)

    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
    monkeypatch.setattr(App, "_display", counted)
    async with AppDriver(DAY).running(name) as hand:
        await hand.until(lambda: hand.play.query_one(FigureView)._player is not None)
        await hand.pass_time(first)
        assert re.search("1 [━◀]+▶ 2", hand.text())  # two panels, and no motion
        written = 0
        for _ in range(SECONDS * 1_000 // STEP_MS):
            hand.now += STEP_MS
            hand.look()
            await wait_idle(hand.app)
    assert 100 * SECONDS < written < MOST * SECONDS
