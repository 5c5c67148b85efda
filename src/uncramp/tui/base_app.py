"""What the app does with keys and colours, whichever screens follow one another."""

from collections import deque
from collections.abc import Mapping, Sequence

from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Event, Key, MouseDown, MouseMove, Paste
from textual.filter import LineFilter
from textual.widgets import Input

from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.terminal.palette import is_console
from uncramp.tui import textual_workarounds as upstream
from uncramp.tui.keyboard import COMMANDS_WHILE_TYPING, REPEATING, HeldKey, is_signs, own_key, plain_key, taken_in
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.theme import THEMES, ShapeFilter, SixteenColourFilter

_SIXTEEN = ("standard", "windows")
"""What Rich calls terminals of sixteen colours."""


class BaseApp(upstream.FailsSoftly):
    """Takes in keys by the clock of its context, and draws in the colours that the terminal has."""

    def __init__(self, context: Context, driver: type[Driver] | None) -> None:
        super().__init__(driver_class=driver, ansi_color=upstream.ansi_color())
        self.context = context
        self._held = HeldKey()
        self._key_at_work = False
        self._typed_with_it = deque[Event]()
        """What was typed at once with the key that is at work, in order."""
        self._dragged = False
        """Whether the mouse was drawn over the screen since the last key."""

        few = not self.no_color and self.console.color_system in _SIXTEEN
        self._own_filters: tuple[list[LineFilter], list[LineFilter]] = (
            [ShapeFilter()] if self.no_color else [],
            [SixteenColourFilter(console=is_console())] if few else [],
        )

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours; none while it is not one of ours: Textual asks before one can be chosen."""
        return super().get_css_variables() if any(self.theme == theme.name for theme in THEMES) else {}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and those for few colours or none: a shape before the colour goes, numbers where all is mixed."""
        first, last = self._own_filters
        return [*first, *super().get_line_filters(), *last]

    def choose_colours(self, theme_name: str) -> None:
        """Choose them before any style is read: a theme that is set later has all of them read a second time."""
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, theme_name)
        self.stylesheet.set_variables(self.get_css_variables())

    # Keys.

    def takes_at_once(self, _key: str) -> bool:
        """Whether a key was for what stood there before there was a screen."""
        return False

    async def on_event(self, event: Event) -> None:
        """Take in what is typed one after the other: a key may open a line that those which came with it belong to."""
        typed = isinstance(event, Key | Paste) and not event.is_forwarded
        if typed and self._key_at_work and not (isinstance(event, Key) and event.key == "ctrl+c"):  # which never waits
            self._typed_with_it.append(event)
            return
        await self._take_in(event)
        if typed and self.screen_stack and (self.message_queue_size or self._typed_with_it):
            self._key_at_work = True
            await taken_in(self.focused or self.screen)
            self.call_later(self._next_typed)  # what the key is bound to comes back to the app before this

    async def _next_typed(self) -> None:
        self._key_at_work = False
        if self._typed_with_it:
            await self.on_event(self._typed_with_it.popleft())

    async def _take_in(self, event: Event) -> None:
        """Take in a key as commands know it; one that is only held, or that came too soon, does nothing."""
        if isinstance(event, MouseDown | MouseMove) and not event.is_forwarded:
            self._dragged = isinstance(event, MouseMove) and (self._dragged or event.button > 0)
        if isinstance(event, Key) and not event.is_forwarded and self.screen_stack:  # a forwarded one has been here
            typing = isinstance(self.focused, Input)
            there = self.screen.active_bindings if self.screen.is_mounted else {}
            bound = {key for key, one in there.items() if one.enabled}
            event = event if typing and not is_signs(event) else plain_key(event, bound)
            if not typing:
                event = own_key(event, self.context.profile.keys, {key: there[key].binding.id for key in bound})
            if self._is_held(event.key, typing=typing):
                return
            if self.takes_at_once(event.key):
                return
            if not typing and self._came_too_soon(event.key, bound):
                return
            if not typing and event.is_printable and there and event.key not in bound:
                self.say_at_the_foot(_("? shows the keys."), _("? for keys."))
        await super().on_event(event)

    def _is_held(self, key: str, *, typing: bool) -> bool:
        """Whether a key is only held, where that counts as one press."""
        screen, typed = self.screen, typing and key not in COMMANDS_WHILE_TYPING
        once = isinstance(screen, FramedScreen) and key in screen.ONCE
        self._dragged = self._dragged and key == "ctrl+c"
        free = typed or (key in REPEATING and not once)
        return self._held.repeats(key, self.context.clock(), (screen, typed), free=free)

    def _came_too_soon(self, key: str, bound: set[str]) -> bool:
        """Whether an Enter was meant for the shell, or for what stood there before the page came by itself."""
        screen = self.screen
        if isinstance(screen, FramedScreen) and key == "enter":
            return not screen.takes_enter(self.context.clock())
        if isinstance(screen, FramedScreen) and key in bound:
            screen.came_by_itself(None)  # whoever does something else has seen it
        return False

    def say_at_the_foot(self, *words: str) -> None:
        """Say something in place of the key bar for a while: the longest of the words that fits."""
        framed = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, FramedScreen)), None)
        if framed is not None:
            framed.say_at_the_foot(*words)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, unless it is of a page that is still being put together: there is nothing yet to act on."""
        if default_namespace not in (None, self) and not self.screen.is_mounted:
            return False
        return await super().run_action(action, default_namespace, namespaces)
