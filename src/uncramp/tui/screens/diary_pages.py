"""Pages of the diary that are only read: a whole note, and whether practice is working."""

from textual.app import ComposeResult

from uncramp.domain.diary import CrampEntry
from uncramp.domain.practice import Working
from uncramp.files.text import visible
from uncramp.i18n import _
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.words.practice import working_lines


class NotePage(Page):
    """All of a note, in its own lines."""

    def __init__(self, cramp: CrampEntry) -> None:
        """Show the note of a cramp."""
        super().__init__()
        self.heading = _("Note, {when}").format(when=f"{cramp.start.local:%Y-%m-%d %H:%M}")
        self._note = "\n".join(visible(line) for line in cramp.note.splitlines())

    def text(self) -> ComposeResult:
        """The note."""
        yield PlainText(self._note, classes="item")


class WorkingPage(Page):
    """Cramps before practice and since, in words."""

    def __init__(self, working: Working) -> None:
        """Show what can be said."""
        super().__init__()
        self.heading = _("Is it working?")
        self._working = working

    def text(self) -> ComposeResult:
        """The answer, and the numbers that it stands on."""
        first, *lines = working_lines(self._working)
        yield PlainText(first, classes="heading first")
        for line in lines:
            yield PlainText("\n" + line, classes="item")
