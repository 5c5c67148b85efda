"""All keys of a screen, made from its live bindings. Each can be clicked, whether or not the key bar has room for it."""

from collections.abc import Iterator

from textual.app import App, ComposeResult
from textual.content import Content
from textual.keys import format_key
from textual.screen import Screen

from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.choices import Clickable, Label

_OWN_NAMES = {
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "ctrl+c": "Ctrl-C",
    "ctrl+z": "Ctrl-Z",
}


class KeyListScreen(Page):
    """What each key does on the screen below."""

    DEFAULT_CSS = """
    KeyListScreen Page Clickable, KeyListScreen #text Clickable { width: 1fr; text-wrap: wrap; }
    """

    def __init__(self, context: Context, below: Screen[object]) -> None:
        super().__init__(_("Keys"), context)
        self._below = below
        self._rows = list(_rows(below))

    def text(self) -> ComposeResult:
        """One line a key."""
        for nth, (key, words, _action) in enumerate(self._rows):
            row = Clickable()
            line = Content.assemble((f"{key:>9}", "bold $foreground"), "   ", words)
            row.lay_out([Label(line, f"screen.pick({nth})")], gap=0)
            yield row

    async def action_pick(self, nth: int) -> None:
        """Close this page, and do what the key does on the screen below."""
        action = self._rows[nth][2]
        self.dismiss(False)
        self.app.call_later(self._below.run_action, action)


def _rows(screen: Screen[object]) -> Iterator[tuple[str, str, str]]:
    """Each command once: its first key, what it does, and its action."""
    seen = set()
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if binding.tooltip and not binding.system and (binding.id or key) not in seen:
            seen.add(binding.id or key)
            place = "app" if isinstance(active.node, App) else "screen"
            yield _OWN_NAMES.get(key, format_key(key)), binding.tooltip, f"{place}.{binding.action}"
