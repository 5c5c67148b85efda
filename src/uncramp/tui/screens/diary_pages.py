"""Pages of the diary: a whole note, whether practice is working, and the warning signs to be ticked."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from uncramp.domain.diary import CrampEntry
from uncramp.domain.practice import Working
from uncramp.files.text import visible
from uncramp.guidance.form import Choice
from uncramp.i18n import _
from uncramp.tui import diary_keys as dk
from uncramp.tui import keys
from uncramp.tui.screens.page import Page
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.widgets.form_list import TickList
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.tui.widgets.screen_frame import KeyBar, ScreenFrame, TopBar
from uncramp.words.practice import working_lines
from uncramp.words.signs import Reason

_TICKED, _OPEN = "[x]", "[ ]"


class NotePage(Page):
    """All of a note, in its own lines."""

    def __init__(self, cramp: CrampEntry) -> None:
        super().__init__()
        self.heading = _("Note, {when}").format(when=f"{cramp.start.local:%Y-%m-%d %H:%M}")
        self._note = "\n".join(visible(line) for line in cramp.note.splitlines())

    def text(self) -> ComposeResult:
        """The note."""
        yield PlainText(self._note, classes="item")


class WorkingPage(Page):
    """Cramps before practice and since, in words."""

    def __init__(self, working: Working) -> None:
        super().__init__()
        self.heading = _("Is it working?")
        self._working = working

    def text(self) -> ComposeResult:
        """The answer, and the numbers that it stands on."""
        first, *lines = working_lines(self._working)
        yield PlainText(first, classes="heading first")
        for line in lines:
            yield PlainText("\n" + line, classes="item")


class TickSigns(Screen[tuple[str, ...] | None]):
    """The signs. Closing it gives those that are ticked, or `None` for as it was."""

    BINDINGS = keys.bind(dk.TICK, dk.KEEP_TICKS, dk.DROP_TICKS, dk.SIGNS)
    DEFAULT_CSS = """
    TickSigns TickList, TickSigns TickList:focus { margin: 1 0; }
    TickSigns #urgent { color: $alert; margin-top: 1; }
    """

    def __init__(self, signs: tuple[Choice, ...], ticked: tuple[str, ...], emergency_number: str) -> None:
        """Begin with what is ticked, signs among it that this program has no words for."""
        super().__init__()
        self._number = emergency_number
        known = {one.value for one in signs}
        self._signs = (*signs, *(Choice(one, one) for one in ticked if one not in known))
        self._ticked = set(ticked)

    def compose(self) -> ComposeResult:
        """The signs, and what to do if one is there now."""
        with ScreenFrame():
            yield TopBar(_("Warning signs: which were there?"))
            yield PlainText(_("Is one of these true now? Press ! and call."), id="urgent")
            yield TickList(_row)
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(TopBar).show(_("Warning signs: which were there?"))
        self._show()
        self.query_one(TickList).focus()

    def _show(self) -> None:
        self.query_one(TickList).show(self._signs, tuple(self._ticked))

    @on(OptionList.OptionSelected)
    def _tick(self) -> None:
        if marked := self.query_one(TickList).marked:
            self._ticked ^= {marked.value}
            self._show()

    def action_tick(self) -> None:
        self.query_one(TickList).action_select()

    def action_keep_ticks(self) -> None:
        self.dismiss(tuple(one.value for one in self._signs if one.value in self._ticked))

    def action_signs(self) -> None:
        self.app.push_screen(SignsScreen(Reason.LOOK, self._number))

    def action_drop_ticks(self) -> None:
        self.dismiss(None)


def _row(sign: Choice, ticked: bool) -> Content:
    return Content(f"{_TICKED if ticked else _OPEN} {visible(sign.words)}")
