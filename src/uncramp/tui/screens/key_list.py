"""All keys of a screen by what one needs, made from its live bindings. Each can be clicked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.keys import format_key
from textual.screen import Screen

from uncramp.domain.own_keys import OwnKeys, said, shown
from uncramp.guidance.context import Context
from uncramp.guidance.routines import AIDS
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui import keys
from uncramp.tui.screens.page import FramedScreen, Page
from uncramp.tui.widgets.choices import Clickable
from uncramp.tui.widgets.plain_text import PlainText, hanging

CLOSE = replace(keys.CLOSE, keys=f"{keys.CLOSE.keys},{keys.KEYS.keys}", shown="Esc")
"""Its key bar names Esc: what Enter does is said above it, for the screen below."""


_BETWEEN = ", "
"""Between keys that do the same: side by side they would look like keys that are pressed together."""


class Need(Enum):
    """What a person looks for, in the order in which it is listed."""

    NOW = auto()
    HELP = auto()
    MOVE = auto()
    PROGRAM = auto()


_NEEDS = {
    Need.HELP: {"first_aid", "signs", "worse", "helper", "why", *(f"aid('{name}')" for _key, name, _words, _short in AIDS)},
    Need.MOVE: {
        "on", "back", "close", "topics", "read_on", "read_back", "step(1)", "step(-1)", "day(1)", "day(-1)",
        "next_found", "previous_found", "click_on", "click_back", "leave_search", "answer_again",
    },
    Need.PROGRAM: {"sound", "theme", "stop", "leave", "leave_guide", "leave_now", "quit_now", "suspend_process"},
}  # fmt: skip
"""Commands by their ids; what is in none of these is for now."""

_NAMES = {
    "enter": "Enter", "space": "Space", "escape": "Esc", "backspace": "Backspace", "tab": "Tab", "shift+tab": "Shift-Tab",
    "left": "←", "right": "→", "up": "↑", "down": "↓", "pageup": "PageUp", "pagedown": "PageDown",
    "ctrl+c": "Ctrl-C", "ctrl+z": "Ctrl-Z",
}  # fmt: skip
_ALIASES = {"pageup", "pagedown", "equals_sign", "delete", "backspace", "f1"}
"""Keys that do the same as one that is named: Backspace what Esc does, everywhere."""

_TWO_COLUMNS = 76
"""Columns from which two keys stand side by side."""
_GAP, _KEYS, _FEW = 2, 11, 5
"""Columns between keys and words, and the most that keys take; in a tiny terminal they have a line of their own if longer."""


@dataclass(frozen=True, slots=True)
class Row:
    """One command."""

    need: Need
    keys: tuple[str, ...]
    """As they are shown."""
    words: str
    action: str


class KeyRow(Clickable):
    """A command's keys, and beside them what it does, on as many lines as that takes."""

    def __init__(self, row: Row, nth: int, column: int) -> None:
        """Show a command, which is the `nth`, with its keys at the right of so many columns, or of fewer."""
        super().__init__(row.words)
        self.row, self._action, self._column = row, f"screen.pick({nth})", column

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self._drawn(width).plain.count("\n") + 1

    def render(self) -> Content:
        self._spans = ((0, 0, self.size.width, self._action),)
        return self._drawn(self.size.width)

    def _drawn(self, width: int) -> Content:
        named, column = _BETWEEN.join(self.row.keys), self._column
        if frame_room(*self.app.size).tiny:  # the keys above the words, if they are many
            column = min(column, _FEW)
            named, column = (f"{named}\n", 0) if len(named) > column else (named, column)
        at = column + _GAP
        words = hanging(self.row.words, width, at, at)
        return Content.assemble((f"{named:>{column}}", "bold $accent"), " " * _GAP, words)


class KeyListScreen(Page):
    """What each key does on the screen below."""

    BINDINGS = keys.bind(CLOSE)
    DEFAULT_CSS = """
    KeyListScreen #text { padding: 0; }
    KeyListScreen .column > .heading.first { margin-top: 0; }
    KeyListScreen .column { width: 1fr; height: auto; }
    KeyListScreen .columns { height: auto; }
    KeyListScreen .right { padding: 0 0 0 2; }
    """

    def __init__(self, context: Context, below: Screen[object]) -> None:
        super().__init__(_("Keys"), context)
        self._below = below
        self._rows = sorted(_rows(below, context.profile.keys), key=_order)

    def text(self) -> ComposeResult:
        if self.app.size.width < _TWO_COLUMNS:
            yield from self._column(Need)
            return
        with Horizontal(classes="columns"):
            with Vertical(classes="column"):
                yield from self._column((Need.NOW, Need.MOVE))
            with Vertical(classes="column right"):
                yield from self._column((Need.HELP, Need.PROGRAM))

    def _column(self, needs: Iterable[Need]) -> ComposeResult:
        headings = {
            Need.NOW: self._below.place if isinstance(self._below, FramedScreen) else "",
            Need.HELP: _("Help"),
            Need.MOVE: _("Move about"),
            Need.PROGRAM: _("This program"),
        }
        first = " first"
        by_need = {need: [(nth, row) for nth, row in enumerate(self._rows) if row.need is need] for need in needs}
        named = [len(_BETWEEN.join(row.keys)) for rows in by_need.values() for _nth, row in rows]
        column = min(_KEYS, max(named, default=0))
        for need, rows in by_need.items():
            if rows:
                yield PlainText(headings[need], classes=f"heading{first}")
                yield from (KeyRow(row, nth, column) for nth, row in rows)
                first = ""

    async def action_pick(self, nth: int) -> None:
        """Close this page, and do what the key does on the screen below; by mouse nobody is led out to the shell."""
        action = self._rows[nth].action
        if action.endswith(keys.SUSPEND.id):
            self.key_bar.say(_("Only the key does that."))
            return
        self.dismiss(False)
        self.app.call_later(self._below.run_action, action)


def _is_chord(key: str) -> bool:
    return key.startswith("Ctrl")


def _order(row: Row) -> tuple[int, bool, bool]:
    """By need; Enter first, and what is the same everywhere last."""
    return row.need.value, "Enter" not in row.keys, row.action.startswith("app.")


def _rows(screen: Screen[object], own: OwnKeys) -> Iterator[Row]:
    """Each command that means something now, once; none of Textual's own, and not the one that leads here.

    Commands that say the same have one row.
    """
    found: dict[str, Row] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if not binding.id or not binding.tooltip or binding.id == keys.KEYS.id:
            continue
        numbers = binding.key_display if binding.id in keys.NUMBERED else ""
        named = numbers or shown(own, _NAMES.get(key, format_key(key)), binding.id)
        words = said(binding.tooltip, own, "undo")
        if row := found.get(words):
            if key not in _ALIASES and named not in row.keys:
                found[words] = replace(row, keys=tuple(sorted((*row.keys, named), key=_is_chord)))
            continue
        place = "app" if isinstance(active.node, App) else "screen"
        need = next((need for need, ids in _NEEDS.items() if binding.id in ids), Need.NOW)
        found[words] = Row(need, (named,), words, f"{place}.{binding.action}")
    yield from found.values()
