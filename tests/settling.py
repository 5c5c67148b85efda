"""Waiting for a screen without a guess at how long it takes: until nothing is left to be done.

Textual's own tests sleep until the process uses little of its processor. On a busy machine that can be too early, and on
any machine it is mostly sleep. Here the event loop is asked: as long as anything is ready to run, it is given its turn,
and whatever waits to be drawn is drawn. What then remains waits for time to pass, for a key, or for another thread.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from textual.app import App
from textual.screen import Screen

LONG_S = 30.0
"""Seconds after which something that is waited for will not come any more."""

_LOOK_S = 0.005
"""Seconds between two looks at what comes from a timer or from another thread."""


async def settle(app: App[Any]) -> None:
    """Let everything run that can run now, and draw what there is to draw."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    async with asyncio.timeout(LONG_S):
        while True:
            await asyncio.sleep(0)
            if ready:
                continue
            if app._resize_event:
                app._check_resize()
                continue
            screen = app.screen_stack[-1] if app.screen_stack else None
            if screen is None or not _unfinished(screen):
                return
            screen._on_timer_update()


async def press(app: App[Any], key: str) -> None:
    """Press a key, and let it have its effect."""
    await app._press_keys([key])


async def until(app: App[Any], true: Callable[[], bool]) -> None:
    """Let the app go on until something is true that a timer or another thread brings about."""
    async with asyncio.timeout(LONG_S):
        await settle(app)
        while not true():
            await asyncio.sleep(_LOOK_S)
            await settle(app)


def _unfinished(screen: Screen[Any]) -> bool:
    """Whether the screen has something to draw, or to do when it is drawn, and may."""
    if not screen.is_current or not screen.is_running or screen.app._batch_count:
        return False
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


@contextmanager
def settling(app: App[Any]) -> Iterator[None]:
    """All that a `Pilot` does waits like this."""

    async def wait(_at_least: float = 0, _at_most: float = 0) -> None:
        await settle(app)

    with patch("textual.pilot.wait_for_idle", wait), patch("textual.app.wait_for_idle", wait):
        yield
