"""All keys of a screen, made from its live bindings."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.keys import format_key
from textual.screen import Screen

from uncramp.i18n import _
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.words import Words

_OWN_NAMES = {
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "ctrl+c": "Ctrl-C",
}


class KeyListScreen(Page):
    """What each key does on the screen below."""

    def __init__(self, below: Screen[object]) -> None:
        """List the keys of `below`."""
        super().__init__()
        self.heading = _("Keys")
        self._rows = list(_rows(below))

    def text(self) -> ComposeResult:
        """One line a key."""
        for key, words in self._rows:
            yield Words(f"{key:>9}   {words}", classes="item")


def _rows(screen: Screen[object]) -> Iterator[tuple[str, str]]:
    """Each command once, with all its keys."""
    rows: dict[str, tuple[list[str], str]] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if binding.tooltip and not binding.system:
            rows.setdefault(binding.id or key, ([], binding.tooltip))[0].append(
                _OWN_NAMES.get(key, format_key(key))
            )
    for names, tooltip in rows.values():
        yield names[0], tooltip
