"""Waits until an app is idle, without a guess at how long that takes.

Textual's own tests sleep until the process uses little of its processor. On a busy machine that can be too early, and on
any machine it is mostly sleep. Here the event loop is asked: as long as anything is ready to run, it is given its turn,
and whatever waits to be drawn is drawn; what was given to a thread is waited for. What then remains waits for time to pass,
or for a key.

All private names of Textual and of asyncio that the tests need stand in this file.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any
from unittest.mock import patch

from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen
from textual.strip import Strip

from uncramp.guidance.diary_thread import DiaryThread

LONG_S = 30.0
"""Seconds after which something that is waited for will not come any more."""

_LOOK_S = 0.005
"""Seconds between two looks at what comes from a timer."""

_in_threads: set[asyncio.Future[Any]] = set()
"""What was given to threads, as a long text is to be read, and has not come back."""


_jobs: list[Future[Any]] = []
"""What was given to the diary's own threads."""


async def wait_idle(app: App[Any]) -> None:
    """Let everything run that can run now, and draw what there is to draw."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    async with asyncio.timeout(LONG_S):
        while True:
            await asyncio.sleep(0)
            if ready:
                continue
            if _in_threads:
                await asyncio.wait(_in_threads)
                continue
            _jobs[:] = [job for job in _jobs if not job.done()]
            if _jobs:
                await asyncio.sleep(_LOOK_S / 5)
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


async def wait_until(app: App[Any], true: Callable[[], bool]) -> None:
    """Let the app go on until something is true that a timer brings about."""
    async with asyncio.timeout(LONG_S):
        await wait_idle(app)
        while not true():
            await asyncio.sleep(_LOOK_S)
            await wait_idle(app)


def strips(app: App[Any]) -> list[Strip]:
    """What stands on the screen, line by line."""
    return app.screen._compositor.render_strips(app.screen.size)


def filters(app: App[Any]) -> Sequence[LineFilter]:
    """What changes the colours of all that an app draws."""
    return app._filters


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
def idle_pilot(app: App[Any], *, waits_for_diary: bool = True) -> Iterator[None]:
    """Let all that a `Pilot` does wait like this; for the diary's threads only where they ever come back."""

    async def wait(_at_least: float = 0, _at_most: float = 0) -> None:
        await wait_idle(app)

    loop = asyncio.get_running_loop()
    give = loop.run_in_executor

    def noted(executor: Any, work: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        future = give(executor, work, *args)
        _in_threads.add(future)
        future.add_done_callback(_in_threads.discard)
        return future

    do = DiaryThread.do

    def done(thread: DiaryThread, work: Callable[[], Any]) -> Future[Any]:
        job = do(thread, work)
        if waits_for_diary and current_thread() is main_thread():  # another may be what an earlier test has left
            _jobs.append(job)
        return job

    _in_threads.clear()
    _jobs.clear()
    with (
        patch.object(DiaryThread, "do", done),
        patch("textual.pilot.wait_for_idle", wait),
        patch("textual.app.wait_for_idle", wait),
        patch.object(loop, "run_in_executor", noted),
    ):
        yield
