"""The line at the top: where one is, what runs, and whether it is the day or the night theme."""

from collections.abc import Iterator

from textual.app import App
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen

from uncramp.tui.theme import Ink, theme_glyph
from uncramp.tui.widgets.clickable import Clickable, Label
from uncramp.tui.widgets.painted import Row, RowWidget, one_line, side_by_side


class TopBar(RowWidget):
    """A title at the left and a short note at the right; of a title that is too long the end is left out."""

    DEFAULT_CSS = """
    TopBar { height: 1; width: 1fr; }
    """

    def __init__(self, title: str) -> None:
        """Show a title and no note."""
        super().__init__()
        self._title, self._note = title, ""

    def show(self, title: str, note: str = "") -> None:
        """Show other words."""
        self._title, self._note = title, note
        self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        """Title, note, and the theme's glyph."""
        notes = "  ".join(filter(None, (one_line(self._note), theme_glyph(self.app.theme))))
        yield side_by_side((one_line(self._title), Ink.TITLE), ((notes, Ink.STRONG),), width)


_GAP, _NARROW_GAP = 3, 2
_ALWAYS = "keys"
"""The key that leads to all others."""


class KeyBar(Clickable):
    """The screen's keys that can be used now, the first declared first; what does not fit is on the help screen."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; color: $quiet; }
    """

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        """As many keys as fit."""
        labels, width = _shown(self.screen), self.size.width
        shown, close = (list(_fitting(dict(labels), width, gap)) for gap in (_GAP, _NARROW_GAP))
        if len(close) > len(shown):  # closer together there is room for one more
            return self.placed(close, _NARROW_GAP)
        return self.placed(shown, _GAP)


def _shown(screen: Screen[object]) -> dict[str, Label]:
    """A label for each command, by its id."""
    labels: dict[str, Label] = {}
    for active in screen.active_bindings.values():
        id_ = active.binding.id
        if id_ and id_ not in labels and active.binding.show and active.enabled:
            labels[id_] = _label(active)
    return labels


def _fitting(labels: dict[str, Label], width: int, gap: int) -> Iterator[Label]:
    """As many labels as fit, in their order; room for the way to all keys is kept."""
    last = labels.pop(_ALWAYS, None)
    left = width - (last.words.cell_length if last else -gap)
    for label in labels.values():
        left -= label.words.cell_length + gap
        if left < 0:
            break
        yield label
    if last:
        yield last


def _label(active: ActiveBinding) -> Label:
    binding = active.binding
    place = "app" if isinstance(active.node, App) else "screen"
    key = Content.styled(binding.key_display or binding.key, "bold $foreground")
    return Label(Content.assemble(key, " ", binding.description), f"{place}.{binding.action}")
