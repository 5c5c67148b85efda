"""The warning signs, to be ticked."""

from textual.content import Content
from textual.widgets.option_list import Option

from uncramp.guidance.afterwards import Choice
from uncramp.tui.widgets.menu import Menu

_TICKED, _OPEN = "✓", "·"


class SignList(Menu):
    """One sign a row: its key, whether it is ticked, its words."""

    DEFAULT_CSS = """
    SignList, SignList:focus { text-wrap: wrap; min-height: 3; }
    SignList > .option-list--option-highlighted, SignList:focus > .option-list--option-highlighted {
        background: $panel; color: $accent;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make it empty."""
        super().__init__(id=id, markup=False)

    def show(self, choices: tuple[Choice, ...]) -> None:
        """Show what can be ticked, and what is."""
        if [option.id for option in self.options] != [choice.key for choice in choices]:
            self.clear_options()
            self.add_options(Option(_row(choice), id=choice.key) for choice in choices)
            self.highlighted = 0 if choices else None
            return
        for choice in choices:
            self.replace_option_prompt(choice.key, _row(choice))

    @property
    def marked(self) -> str | None:
        """The key of the row that is marked."""
        option = self.highlighted_option
        return option.id if option else None


def _row(choice: Choice) -> Content:
    mark = _TICKED if choice.ticked else _OPEN
    words = Content.styled(choice.words, "bold") if choice.ticked else Content(choice.words)
    return Content.assemble((choice.key, "bold"), f" {mark} ", words)
