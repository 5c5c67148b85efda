"""The question before a routine is stopped by day. The default is to go on."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.tui.widgets.screen_frame import KeyBar


class StopScreen(ModalScreen[bool]):
    """Gives `True` to stop."""

    BINDINGS = keys.bind(keys.KEEP_GOING, keys.REALLY_STOP)
    DEFAULT_CSS = """
    StopScreen { align: center middle; background: $background 60%; }
    StopScreen Vertical { width: 44; max-width: 100%; height: auto; background: $panel; padding: 1 3; }
    StopScreen #ask { text-style: bold; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        with Vertical():
            yield PlainText(_("Stop the routine here?"), id="ask")
            yield KeyBar()
