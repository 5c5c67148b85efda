"""Text without markup, since a routine may hold anything: plain, as an item of a list, and in large letters."""

from rich.cells import cell_len
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from uncramp.terminal.letters import HEIGHT, large


class PlainText(Static):
    """Text without markup. Empty words take no room."""

    DEFAULT_CSS = """
    PlainText { height: auto; }
    PlainText.-empty { display: none; }
    """

    def __init__(self, words: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(Content(words), markup=False, id=id, classes=classes)
        self.words, self.shown = words, Content(words)
        self.set_class(not words, "-empty", update=False)

    def show(self, words: str) -> None:
        """Show these words, and draw them only if they are others."""
        if words != self.words:
            old, self.words = self.words, words
            same_room = len(old) == len(words) and "\n" not in old + words
            # Laying out is the dear part of a tick.
            self.shown = Content(words)
            self.update(self.shown, layout=not same_room)
            self.set_class(not words, "-empty", update=self.is_attached)

    def show_styled(self, content: Content) -> None:
        """Show these words, which have styles of their own: what is marked may be all that has changed."""
        if not content.is_same(self.shown):
            self.words, self.shown = content.plain, content
            self.update(content)
            self.set_class(not self.words, "-empty", update=self.is_attached)


_GLUE = "\ue000"
"""Stands for a blank that no line break takes: a line break takes the blanks that Unicode has for this, too."""


def wrapped_whole(words: str, columns: int, kept: tuple[str, ...]) -> str:
    """The words on lines of at most `columns` columns, none of which breaks one of `kept` that has room on a line."""
    for one in kept:
        if cell_len(one) + 3 <= columns:  # with what encloses it
            words = words.replace(one, one.replace(" ", _GLUE))
    lines = Content(words).wrap(max(1, columns))
    return "\n".join(line.plain.rstrip() for line in lines).replace(_GLUE, " ")


class BulletLine(Horizontal):
    """An item of a list, beside a dot."""

    DEFAULT_CSS = """
    BulletLine { height: auto; }
    BulletLine .dot { width: 2; color: $accent; }
    BulletLine .words { width: 1fr; color: $foreground; }
    """

    def __init__(self, words: str) -> None:
        super().__init__(PlainText("•", classes="dot"), PlainText(words, classes="words"))


class BigText(PlainText):
    """Words in large letters if they fit into so many lines, else in ordinary bold ones."""

    DEFAULT_CSS = """
    BigText { width: 1fr; height: auto; color: $foreground; text-style: bold; }
    """

    _lines = _expected = 0
    _scales: tuple[int, ...] = (1,)
    _drawn = ""
    _large_first = False

    def expect(self, columns: int) -> None:
        """Assume so many columns until the first laying out."""
        self._expected = columns

    def say(self, words: str, lines: int, scales: tuple[int, ...] = (1,), *, large_first: bool = False) -> None:
        """Say `words` in as few rows as can be, of at most `lines` lines at scale 1, at the first of `scales` that fits.

        With `large_first` it is at the first scale that fits in so many lines at all.
        """
        if (words, lines, scales) != (self.words, self._lines, self._scales):
            self.words, self._lines, self._scales, self._large_first = words, lines, scales, large_first
            self.set_class(not words, "-empty", update=self.is_attached)
            self._write()

    def on_resize(self, event: Resize) -> None:
        if event.size.width:
            # Not within the laying out: that would forget that it has to be done again.
            self.call_after_refresh(self._write)

    def _write(self) -> None:
        width = self.size.width or self._expected
        tries = [(lines, scale) for lines in range(HEIGHT, self._lines + 1, HEIGHT) for scale in self._scales]
        if self._large_first:
            tries.sort(key=lambda one: -one[1])
        drawn = (large(self.words, width, lines * scale, scale) for lines, scale in tries)
        shown = "\n".join(next(filter(None, drawn), [self.words]))
        if shown != self._drawn:
            # Laying out is the dear part, and a move's name has as many lines as the one before.
            same_room = bool(self._drawn and shown) and shown.count("\n") == self._drawn.count("\n") > 0
            self._drawn = shown
            self.update(Content(shown), layout=not same_room)
