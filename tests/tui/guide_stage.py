"""Shows the guide for tests, and reads what is on the screen."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from rich.color import Color
from textual.app import App
from textual.pilot import Pilot

from app_driver import AppDriver
from uncramp.guide.topics import Guide
from uncramp.tui import keys
from uncramp.tui.app import UncrampApp
from uncramp.tui.screens.guide import GuideScreen
from uncramp.tui.screens.key_list import KeyListScreen
from uncramp.tui.theme import DAY, THEMES
from wait_idle import idle_pilot, press, strips, wait_idle

_BARS = str.maketrans("▁▂▃▄▅▆▇█▎▊▌", " " * 11)


class GuideApp(App[None]):
    """The guide over an empty screen, in the program's own style."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS = keys.bind(keys.KEYS)
    CSS = UncrampApp.CSS

    def __init__(self, screen: GuideScreen, theme: str) -> None:
        super().__init__()
        self._guide, self._theme = screen, theme
        self.closed: list[bool | None] = []

    def on_load(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme

    def on_mount(self) -> None:
        self.push_screen(self._guide, self.closed.append)

    def action_keys(self) -> None:
        self.push_screen(KeyListScreen(self._guide.context, self.screen))

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        raise AssertionError(f"a link was opened: {url} {new_tab}")


class Stage:
    """The guide on a screen."""

    def __init__(self, app: GuideApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *pressed: str) -> None:
        """Press keys one after the other."""
        for key in pressed:
            await press(self.app, key)

    async def type(self, words: str) -> None:
        await self.press(*("space" if char == " " else char for char in words))

    def lines(self) -> list[str]:
        """The lines on the screen."""
        return [strip.text.rstrip() for strip in strips(self.app)]

    def text(self) -> str:
        return "\n".join(self.lines())

    def words(self) -> str:
        """All words on the screen in one line, without scrollbars and marks at the edge."""
        return " ".join(self.text().translate(_BARS).split())

    def contrasts(self) -> Iterator[tuple[float, str]]:
        """The contrast of each piece of text on the screen."""
        for strip in strips(self.app):
            for text, style, _ in strip:
                if text.translate(_BARS).strip() and style is not None:
                    assert not style.dim, text
                    assert style.color, text
                    assert style.bgcolor, text
                    pair = [style.color, style.bgcolor]
                    yield contrast(*(reversed(pair) if style.reverse else pair)), text


@asynccontextmanager
async def showing(
    guide: Guide, at: str = "", size: tuple[int, int] = (80, 24), theme: str = DAY.name
) -> AsyncIterator[Stage]:
    """Show a guide."""
    app = GuideApp(GuideScreen(replace(AppDriver().context, emergency_number="112"), guide, at), theme)
    with idle_pilot(app):
        async with app.run_test(size=size) as pilot:
            await wait_idle(app)
            yield Stage(app, pilot)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours after WCAG."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
