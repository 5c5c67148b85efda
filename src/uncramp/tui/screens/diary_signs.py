"""The warning signs that were there at a cramp, each to be ticked."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from uncramp.files.text import visible
from uncramp.i18n import _
from uncramp.tui import diary_keys as dk
from uncramp.tui import keys
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.widgets.menu import Menu
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.tui.widgets.screen_frame import KeyBar, ScreenFrame, TopBar
from uncramp.words.diary import sign_words
from uncramp.words.signs import Reason, signs_to_tick

_TICKED, _OPEN = "[x]", "[ ]"


class TickSigns(Screen[tuple[str, ...] | None]):
    """The signs. Closing it gives those that are ticked, or `None` for as it was."""

    BINDINGS = keys.bind(dk.TICK, dk.KEEP_TICKS, dk.DROP_TICKS, dk.SIGNS)
    DEFAULT_CSS = """
    TickSigns Menu, TickSigns Menu:focus { text-wrap: wrap; margin: 1 0; }
    TickSigns #urgent { color: $alert; margin-top: 1; }
    """

    def __init__(self, ticked: tuple[str, ...], emergency_number: str) -> None:
        """Begin with what is ticked, signs among it that this program has no words for."""
        super().__init__()
        self._number = emergency_number
        self._keys = tuple(dict.fromkeys((*signs_to_tick(), *ticked)))
        self._ticked = set(ticked)

    def compose(self) -> ComposeResult:
        """The signs, and what to do if one is there now."""
        with ScreenFrame():
            yield TopBar(_("Warning signs: which were there?"))
            yield PlainText(_("Is one of these true now? Press ! and call."), id="urgent")
            yield Menu(*(Option(self._line(key), id=key) for key in self._keys), markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Mark the first."""
        self.query_one(TopBar).show(_("Warning signs: which were there?"))
        self.query_one(Menu).focus()
        self.query_one(Menu).action_first()

    def _line(self, key: str) -> Content:
        return Content(f"{_TICKED if key in self._ticked else _OPEN} {visible(sign_words(key))}")

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self._ticked ^= {event.option_id}
            self.query_one(Menu).replace_option_prompt(event.option_id, self._line(event.option_id))

    def action_tick(self) -> None:
        """Tick, or take the tick away."""
        self.query_one(Menu).action_select()

    def action_keep_ticks(self) -> None:
        """Keep them."""
        self.dismiss(tuple(key for key in self._keys if key in self._ticked))

    def action_signs(self) -> None:
        """The warning signs, with whom to call."""
        self.app.push_screen(SignsScreen(Reason.LOOK, self._number))

    def action_drop_ticks(self) -> None:
        """Leave them."""
        self.dismiss(None)
