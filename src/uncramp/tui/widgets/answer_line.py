"""One line to type an answer in."""

from textual.widgets import Input

from uncramp.files.text import hidden
from uncramp.tui import keys

_LONGEST = 60
"""Characters; a bit more than any answer has, so that one too long is answered in words."""


class AnswerLine(Input):
    """A line to type in. The key of the warning signs stays theirs."""

    DEFAULT_CSS = """
    AnswerLine, AnswerLine:focus {
        width: 1fr; background: $background; background-tint: $background 0%; color: $foreground;
    }
    AnswerLine > .input--placeholder { color: $quiet; }
    AnswerLine > .input--cursor { background: $accent; color: $on-accent; text-style: none; }
    AnswerLine > .input--selection { background: $accent; color: $on-accent; }
    AnswerLine:nocolor > .input--cursor { text-style: reverse; }
    """

    def __init__(self, longest: int = _LONGEST) -> None:
        """Make it empty; it takes `longest` characters."""
        super().__init__(compact=True, max_length=longest, select_on_focus=False)
        self.cursor_blink = False

    def ask(self, text: str, example: str) -> None:
        """Begin with a text, the cursor at its end."""
        self.placeholder = example
        self.value = text
        self.cursor_position = len(text)

    def replace(self, text: str, start: int, end: int) -> None:
        """Take in what is typed or pasted, without anything that could steer the terminal or hide."""
        super().replace(
            "".join(" " if char == "\t" else char for char in text if not hidden(char)), start, end
        )

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Every character is typed but one."""
        return key != keys.SIGNS.keys and super().check_consume_key(key, character)

    def restricted(self) -> None:
        """Refuse in silence: no bell where nobody asked for one."""
