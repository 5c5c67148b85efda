"""Drives the app in tests: a clock that is set, a time of day, keys, and what can be read on the screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.files.library import Library
from uncramp.files.profile import LoadedProfile
from uncramp.guidance.context import Context
from uncramp.paths import shipped_routines
from uncramp.terminal.letters import HEIGHT, write
from uncramp.tui.app import UncrampApp
from uncramp.tui.keyboard import REPEATING
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.screens.session import SessionScreen
from wait_idle import idle_pilot, press, strips, wait_idle, wait_until

DAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
STEP_MS = 1_000
PRESS_MS, AGAIN_MS = 400, 800
"""Before a key, and before one that would count as still held."""


class AppDriver:
    """Holds the clock and the app."""

    def __init__(self, when: datetime = DAY, own: Path | None = None, profile: Profile | None = None) -> None:
        self.now = 50_000
        self.when = when
        self._last = ""
        library = Library(shipped_routines(), own)
        self.context = Context(
            library, LoadedProfile(Path(), profile or Profile()), lambda: self.now, lambda: self.when
        )
        self.waits_for_diary = True
        self.pilot: Pilot[Any]
        self.app: UncrampApp

    def plan(self, name: str) -> Plan:
        return self.context.plan(self.context.library.get(name))

    @asynccontextmanager
    async def running(
        self, name: str | None, size: tuple[int, int] = (80, 24), *, auto: bool = False
    ) -> AsyncIterator["AppDriver"]:
        """Run a routine at once, or home; `auto` lets it go on by itself."""
        self.app = UncrampApp(self.context, None if name is None else self.plan(name), auto=auto)
        with idle_pilot(self.app, waits_for_diary=self.waits_for_diary):
            async with self.app.run_test(size=size) as pilot:
                self.pilot = pilot
                await wait_idle(self.app)
                yield self

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    @property
    def play(self) -> SessionScreen:
        screen = self.app.screen
        assert isinstance(screen, SessionScreen), f"not in a session but on {screen}"
        return screen

    @property
    def session_below(self) -> SessionScreen:
        """The session's screen, whatever is open on top of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, SessionScreen))

    async def press(self, *keys: str) -> None:
        """Press keys as a person does who has read what stands there: one after the other, never held."""
        for key in keys:
            self.now += AGAIN_MS if key == self._last and key not in REPEATING - {"right"} else PRESS_MS
            self._last = key
            while key == "enter" and isinstance(self.screen, FramedScreen) and self.screen.just_came(self.now):
                self.now += 100
            await press(self.app, key)

    async def until(self, true: Callable[[], bool]) -> None:
        """Let the screen go on until something is true."""
        await wait_until(self.app, true)

    async def pass_time(self, seconds: float) -> None:
        """Let time pass in steps that are no gap."""
        left = round(seconds * 1000)
        while left > 0:
            step = min(STEP_MS, left)
            self.now += step
            left -= step
            self.look()
        await wait_idle(self.app)

    def settle(self) -> None:
        """Load what waits until the first screen stands, as the app's timer does, and wait for what is written."""
        self.app._settle()
        self.context.diary.wait()

    def look(self) -> None:
        """Let the screen look at the clock, as its timer does."""
        for screen in self.app.screen_stack:
            if isinstance(screen, SessionScreen):
                screen.look()

    def words(self) -> str:
        """What can be read, on one line and without the figure beside it."""
        return " ".join("".join(" " if _drawn(char) else char for char in self.text()).split())

    def in_letters(self, words: str) -> bool:
        """Whether these words stand there in block letters of any scale, in one row."""
        lines = self.text().splitlines()
        return any(
            all(row.rstrip() in line for row, line in zip(write(words, scale), lines[at:], strict=False))
            for scale in (1, 2)
            for at in range(len(lines) - HEIGHT * scale + 1)
        )

    def text(self) -> str:
        """What can be read on the screen."""
        width, height = self.app.size
        lines = strips(self.app)
        assert len(lines) <= height
        return "\n".join(line.text[:width].rstrip() for line in lines)


def _drawn(char: str) -> bool:
    """Whether a character is part of a figure, or of block letters."""
    return "\u2580" <= char <= "\u259f" or "\u2800" <= char <= "\u28ff"
