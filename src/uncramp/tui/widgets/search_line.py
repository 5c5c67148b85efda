"""The line at home into which a word of a routine is typed."""

from textual.widgets import Input

from uncramp.i18n import _


class SearchLine(Input):
    """What is typed narrows the list. Its screen shows it while something is looked for."""

    DEFAULT_CSS = """
    SearchLine, SearchLine:focus {
        display: none; height: 1; border: none; padding: 0;
        background: $panel; background-tint: $panel 0%; color: $foreground;
    }
    SearchLine > .input--placeholder { color: $quiet; }
    """

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(placeholder=_("Type a word: calf, hand, bed ..."), select_on_focus=False)
