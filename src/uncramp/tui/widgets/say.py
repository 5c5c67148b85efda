"""Words that may be written in large letters, where there is room for them."""

from textual.content import Content
from textual.events import Resize

from uncramp.terminal.letters import HEIGHT, can_write, wrap, write
from uncramp.tui.widgets.words import Words


class Say(Words):
    """Words in large letters if they fit into so many lines, else in ordinary bold ones."""

    DEFAULT_CSS = """
    Say { width: 1fr; height: auto; color: $foreground; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Say nothing yet."""
        super().__init__(id=id)
        self._lines = 0
        self._expected = 0
        self._drawn = ""

    def expect(self, columns: int) -> None:
        """Reckon with so many columns until the first laying out has given some."""
        self._expected = columns

    def say(self, words: str, lines: int) -> None:
        """Say `words`, in large letters if they take at most `lines` lines."""
        if (words, lines) != (self._words, self._lines):
            self._words, self._lines = words, lines
            self.set_class(not words, "-empty", update=self.is_attached)
            self._write()

    def on_resize(self, event: Resize) -> None:
        """Another width may hold other letters."""
        if event.size.width:
            self.call_later(
                self._write
            )  # not within the laying out, which would forget that it has to be done again

    def _write(self) -> None:
        found = large(self._words, self.size.width or self._expected, self._lines)
        drawn = "\n".join(found) if found else self._words
        if drawn != self._drawn:
            self._drawn = drawn
            self.update(Content(drawn))


def large(words: str, width: int, lines: int) -> list[str]:
    """The words in large letters, as lines; none where they don't fit into so many lines of that width."""
    if not can_write(words):
        return []
    rows = wrap(words, width)
    if not rows or len(rows) * HEIGHT > lines:
        return []
    return [line for row in rows for line in write(row)]
