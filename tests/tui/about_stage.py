"""The screen about oneself on a stage for tests."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app_driver import AppDriver
from uncramp.tui.screens.about import AboutScreen
from uncramp.tui.widgets.form_list import FormList
from wait_idle import wait_idle


class About(AppDriver):
    """Holds the screen, and what it said as it closed."""

    closed: list[bool | None]

    @property
    def marked(self) -> str | None:
        """The question that is marked."""
        option = self.screen.query_one(FormList).highlighted_option
        return option.id if option else None

    async def mark(self, id_: str) -> None:
        """Mark a question at once; that the arrow keys lead to each of them is a test of its own."""
        questions = self.screen.query_one(FormList)
        questions.highlighted = questions.get_option_index(id_)
        await wait_idle(self.app)

    async def change(self, id_: str, *keys: str) -> None:
        await self.mark(id_)
        await self.press(*(keys or ("enter",)))

    async def type(self, id_: str, text: str) -> None:
        """Open the line of a question, and type over what is there."""
        await self.change(id_, "enter", "end", "ctrl+u", *text, "enter")

    def said(self) -> str:
        """All words on the screen, in one line."""
        return " ".join(re.sub("[▁▂▃▄▅▆▇█▎▊▌]", " ", self.text()).split())

    def part(self, of: str) -> str:
        """The words of one part of the screen, in one line."""
        region = self.screen.query_one(of).region
        lines = self.text().splitlines()[region.y : region.bottom]
        return " ".join(" ".join(line[region.x : region.right] for line in lines).split())

    def row(self, words: str) -> str:
        """The line of a question."""
        width = self.screen.query_one(FormList).region.right
        return next(line[:width].rstrip() for line in self.text().splitlines() if words in line)


@asynccontextmanager
async def about(size: tuple[int, int] = (80, 24), **more: object) -> AsyncIterator[About]:
    hand = About(**more)  # type: ignore[arg-type]
    hand.closed = []
    async with hand.running(None, size):
        hand.app.push_screen(AboutScreen(hand.context), hand.closed.append)
        await wait_idle(hand.app)
        yield hand
