"""Home: Enter starts help for a cramp; below it everything else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from uncramp.domain.routine import Purpose, Routine
from uncramp.i18n import _
from uncramp.reading.library import Entry
from uncramp.reading.routine import BUILT_IN
from uncramp.tui import keys
from uncramp.tui.kit import Kit
from uncramp.tui.screens.signs import Reason, SignsScreen
from uncramp.tui.themes import theme_glyph
from uncramp.tui.widgets.frame import Frame
from uncramp.tui.widgets.key_bar import KeyBar
from uncramp.tui.widgets.top_bar import TopBar
from uncramp.words import about_how_long, purpose_name

_FIRST = "cramp-calf"


class RoutineList(OptionList, inherit_bindings=False):
    """The list, moved through with the arrow keys; Enter is the screen's own."""

    DEFAULT_CSS = """
    RoutineList, RoutineList:focus {
        height: 1fr; margin: 1 0; padding: 0; border: none; background: $background; background-tint: $background 0%;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    RoutineList > .option-list--option { padding: 0 2; color: $foreground; }
    RoutineList > .option-list--option-disabled { color: $quiet; text-style: bold; }
    RoutineList > .option-list--option-hover { background: $panel; }
    RoutineList > .option-list--option-highlighted, RoutineList:focus > .option-list--option-highlighted {
        background: $accent; color: $on-accent; text-style: bold;
    }
    RoutineList:nocolor > .option-list--option-highlighted,
    RoutineList:focus:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
    ]


class HomeScreen(Screen[None]):
    """The routines, first aid on top."""

    BINDINGS = keys.bind(keys.START, keys.SIGNS, keys.LEAVE)

    @dataclass
    class Chosen(Message):
        """The person wants this routine."""

        routine: Routine

    def __init__(self, kit: Kit) -> None:
        """Show the kit's library."""
        super().__init__()
        self._kit = kit

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        with Frame():
            yield TopBar(_("uncramp"))
            yield RoutineList(*self._options(), markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Mark the help for a cramp, so that Enter starts it."""
        options = self.query_one(RoutineList)
        options.highlighted = options.get_option_index(_FIRST) if _FIRST in self._names() else 1
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Say what time it is."""
        time = self._kit.local_time().strftime("%H:%M")
        self.query_one(TopBar).show(_("uncramp: help for leg cramps"), (time, theme_glyph(self.app.theme)))

    def _names(self) -> set[str]:
        return {entry.name for entry in self._kit.library.entries() if entry.routine}

    def _options(self) -> Iterator[Option]:
        entries = self._kit.library.entries()
        for purpose in Purpose:
            group = [one for one in entries if one.routine and one.routine.purpose is purpose]
            group.sort(key=lambda one: (one.name != _FIRST, one.name))
            if group:
                yield Option(_heading(purpose), disabled=True)
                yield from (self._option(one, one.routine) for one in group if one.routine)
                yield Option("", disabled=True)
        if broken := [one for one in entries if one.routine is None]:
            yield Option(_("Can't be read: run uncramp check to see why"), disabled=True)
            yield from (Option(Content(f"  {one.name}"), disabled=True) for one in broken)

    def _option(self, entry: Entry, routine: Routine) -> Option:
        if entry.name == _FIRST:
            first = _("Cramp now? Press Enter.")
            words = Content.assemble("\n", (first, "bold"), "   ", routine.about, "\n")
            return Option(words, id=entry.name)
        length = about_how_long(routine, self._kit.plan(routine))
        about = (
            routine.about if entry.origin == BUILT_IN else _("(yours) {about}").format(about=routine.about)
        )
        return Option(Content(f"{routine.title:<22}  {length:<15}  {about}"), id=entry.name)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        for entry in self._kit.library.entries():
            if entry.routine and entry.name == event.option_id:
                self.post_message(self.Chosen(entry.routine))

    def action_start(self) -> None:
        """Start what is marked."""
        self.query_one(RoutineList).action_select()

    def action_signs(self) -> None:
        """The warning signs."""
        self.app.push_screen(SignsScreen(Reason.LOOK, self._kit.emergency_number))

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()


def _heading(purpose: Purpose) -> Content:
    return Content(purpose_name(purpose))
