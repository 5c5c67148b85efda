"""One line to type in."""

from rich.cells import cell_len
from textual.widgets import Input

from uncramp.files.text import hidden
from uncramp.guidance.form import SHORT
from uncramp.tui import keys

_PART = ", "


class LineInput(Input):
    """A line to type an answer in. The key of the warning signs stays theirs."""

    DEFAULT_CSS = """
    LineInput, LineInput:focus {
        width: 1fr; background: $background; background-tint: $background 0%; color: $foreground;
    }
    LineInput > .input--placeholder { color: $quiet; }
    LineInput > .input--cursor { background: $accent; color: $on-accent; text-style: none; }
    LineInput:nocolor > .input--cursor { text-style: reverse; }
    LineInput > .input--selection { background: $accent; color: $on-accent; }
    """

    _example = ""

    def __init__(self, longest: int = SHORT, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(compact=True, max_length=longest, select_on_focus=False, id=id)
        self.cursor_blink = False

    def ask(self, text: str, example: str) -> None:
        """Begin with a text, the cursor at its end; the `example` stands there while it is empty."""
        self._example = example
        self.on_resize()
        self.value = text
        self.cursor_position = len(text)

    def on_resize(self) -> None:
        """Show as much of the example as has room: each part of it, up to a comma, says something by itself."""
        parts = self._example.split(_PART)
        while len(parts) > 1 and 0 < self.size.width <= cell_len(_PART.join(parts)):
            parts.pop()
        self.placeholder = _PART.join(parts)

    def take_keys(self) -> None:
        """Have the very next key typed here; `focus` would let those that came with it go elsewhere."""
        self.screen.set_focus(self)

    def replace(self, text: str, start: int, end: int) -> None:
        """Take in what is typed or pasted, as much as fits, without anything that could steer the terminal or hide."""
        room = (self.max_length or len(text)) - len(self.value) + abs(end - start)
        text = "".join(" " if char == "\t" else char for char in text if not hidden(char))
        super().replace(text[: max(0, room)], start, end)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Every character is typed but one."""
        return key != keys.SIGNS.keys and super().check_consume_key(key, character)

    def restricted(self) -> None:
        """Refuse in silence: no bell where nobody asked for one."""
