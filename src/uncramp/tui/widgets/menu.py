"""The base of lists to choose from: the arrow keys move, the screen's own key chooses."""

from contextlib import suppress
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.widgets import OptionList


class Menu(OptionList, inherit_bindings=False, inherit_css=False):
    """A list without a frame. What is marked stands out by colour, and in reverse video where no colour is.

    All of its style is here: to read the style of Textual's list and to overrule it takes home two milliseconds.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = OptionList.COMPONENT_CLASSES
    DEFAULT_CSS = """
    Menu {
        height: 1fr; background: $background; color: $foreground; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    Menu > .option-list--option { padding: 0 1; color: $foreground; }
    Menu > .option-list--option-disabled { color: $quiet; text-style: bold; }
    Menu > .option-list--option-hover { background: $panel; }
    Menu > .option-list--option-highlighted {
        background: $background; color: $accent; text-style: bold;
    }
    Menu:focus > .option-list--option-highlighted, Menu.-chosen-from > .option-list--option-highlighted {
        background: $accent; color: $on-accent; text-style: none;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "cursor_down", show=False),
        Binding("up,shift+tab", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
    ]

    @property
    def marked_id(self) -> str | None:
        return self.highlighted_option.id if self.highlighted_option else None

    def on_click(self, event: Click) -> None:
        """Ignore a click on what the list has no more: Textual's list would look for it, and break."""
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default()

    def action_page_down(self) -> None:
        """Go down by a page; where there is no room for a line, Textual knows of no page."""
        with suppress(LookupError):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        with suppress(LookupError):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def nearest(self, at: int = 0) -> int | None:
        """Where the option stands that can be marked and is nearest to a place, if any is."""
        free = [nth for nth, option in enumerate(self.options) if not option.disabled]
        return min(free, key=lambda nth: abs(nth - at), default=None)
