"""The base of pages that are read and closed again, on top of another screen."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen

from uncramp.tui import keys
from uncramp.tui.widgets.screen_frame import KeyBar, ScreenFrame, TopBar


class Page(Screen[bool]):
    """A title, a text that scrolls, and the keys. Closing it gives `False`."""

    BINDINGS = keys.bind(keys.CLOSE)
    DEFAULT_CSS = """
    Page #text { height: 1fr; padding-top: 1; scrollbar-size-vertical: 1; }
    Page .heading { color: $accent; text-style: bold; margin-top: 1; }
    Page .heading.first { margin-top: 0; }
    Page .urgent { color: $alert; }
    Page .item { color: $foreground; }
    Page .quiet { color: $quiet; }
    Page .indented { padding-left: 2; }
    """

    heading = ""

    def compose(self) -> ComposeResult:
        with ScreenFrame():
            yield TopBar(self.heading)
            with VerticalScroll(id="text"):
                yield from self.text()
            yield KeyBar()

    def text(self) -> ComposeResult:
        """The page's text, which a subclass gives."""
        yield from ()

    def on_mount(self) -> None:
        """Show the theme's glyph, and let the arrow keys scroll.

        A page that a key has closed before it was drawn has nothing in it.
        """
        for top in self.query(TopBar):
            top.show(self.heading)
        for text in self.query("#text"):
            text.focus()

    def action_close(self) -> None:
        self.dismiss(False)
