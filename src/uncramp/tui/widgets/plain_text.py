"""Text without markup, since a routine may hold anything: plain, as an item of a list, and in large letters."""

import re
from collections.abc import Sequence

from rich.cells import cell_len
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from uncramp.terminal.letters import large
from uncramp.tui.widgets.row_widget import shortened


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

_COUNTED = re.compile(r"\d+ [^\W\d]+")


def wrapped_whole(words: str, columns: int, kept: tuple[str, ...]) -> str:
    """The words on lines of at most `columns` columns, none of which breaks one of `kept` that has room on a line."""
    for one in kept:
        if cell_len(one) + 3 <= columns:  # with what encloses it
            words = words.replace(one, one.replace(" ", _GLUE))
    lines = Content(words).wrap(max(1, columns))
    return "\n".join(line.plain.rstrip() for line in lines).replace(_GLUE, " ")


def in_two_lines(words: str, columns: int) -> list[str]:
    """The words on a line, or on two, no number parted from what it counts; what has no room there is cut."""
    first = wrapped_whole(words, columns, counted(words)).partition("\n")[0]
    rest = words[len(first) :].lstrip()
    return [first, *filter(None, [shortened(rest, columns)])]


def hanging(words: str, columns: int, first: int, rest: int) -> str:
    """The words on lines that end before column `columns`: the first is to stand at column `first`, the others at `rest`."""
    if columns <= max(first, rest):  # not laid out yet
        return words
    head = next((line.plain for line in Content(words).wrap(columns - first)), "")
    tail = Content(words[len(head) :].lstrip()).wrap(columns - rest)
    return f"\n{' ' * rest}".join([head.rstrip(), *(line.plain.rstrip() for line in tail if line)])


def counted(words: str) -> tuple[str, ...]:
    """The numbers in the words, each with what it counts."""
    return tuple(_COUNTED.findall(words))


def broken_well(words: str, columns: int) -> list[str] | None:
    """The words on one line, or on two that part behind a comma or a colon; `None` where neither has room."""
    if cell_len(words) <= columns:
        return [words]
    parts = [(words[: at + 1], words[at + 2 :]) for at, mark in enumerate(words) if mark in ",:" and words[at + 1 :]]
    longest, *lines = min(((max(map(cell_len, pair)), *pair) for pair in parts), default=(columns + 1,))
    return lines if longest <= columns else None


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

    DEFAULT_CSS = "BigText { width: 1fr; height: auto; color: $foreground; text-style: bold; }"

    _lines = _expected = 0
    _scales: tuple[int, ...] = (1,)
    _drawn = ""

    def expect(self, columns: int) -> None:
        """Assume so many columns until the first laying out."""
        self._expected = columns

    def say(self, words: str, lines: int, scales: tuple[int, ...] = (1,)) -> None:
        """Say `words` at the first of `scales` at which they fit into `lines` lines of scale 1, in as few rows as can be."""
        if (words, lines, scales) != (self.words, self._lines, self._scales):
            self.words, self._lines, self._scales = words, lines, scales
            self.set_class(not words, "-empty", update=self.is_attached)
            self._write()

    def on_resize(self, event: Resize) -> None:
        if event.size.width:
            # Not within the laying out: that would forget that it has to be done again.
            self.call_after_refresh(self._write)

    def _write(self) -> None:
        width = self.size.width or self._expected
        drawn = (large(self.words, width, self._lines * scale, scale) for scale in self._scales)
        plain = wrapped_whole(self.words, width, counted(self.words)) if width else self.words  # not laid out yet
        shown = "\n".join(next(filter(None, drawn), [plain]))
        if shown != self._drawn:
            # Laying out is the dear part, and a move's name has as many lines as the one before.
            same_room = bool(self._drawn and shown) and shown.count("\n") == self._drawn.count("\n") > 0
            self._drawn = shown
            self.update(Content(shown), layout=not same_room)


def cut_behind_whole(ends: Sequence[int], lines: int) -> int:
    """How many of the `lines` in sight to leave empty, so that they end behind a whole item; `ends` has the line of each end.

    None where an item is hardly lower than what is in sight: then a part of it is better than nothing.
    """
    whole = max((end for end in ends if end <= lines), default=0)
    return lines - whole if max(ends, default=0) > lines and 2 * whole >= lines else 0


class ScrolledText(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Words below one another; where they are scrolled to, and how much there is, decides what the screen's keys do."""

    DEFAULT_CSS = "ScrolledText { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def on_mount(self) -> None:
        self.watch(self, "scroll_y", self.on_resize, init=False)
        self.watch(self, "virtual_size", self.on_resize, init=False)

    def on_resize(self) -> None:
        # Whether there is more below is known when the words are laid out.
        self.call_after_refresh(self.screen.refresh_bindings)

    def has_more(self, way: int) -> bool:
        """Whether there is more below, or with -1 above."""
        return self.scroll_offset.y < self.max_scroll_y if way > 0 else self.scroll_offset.y > 0

    def scroll_on(self, way: int) -> None:
        """By half of what is in sight, so that the eye finds its place again."""
        self.scroll_relative(y=way * max(1, self.size.height // 2), animate=False)
