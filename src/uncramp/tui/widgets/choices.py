"""Labels, each of which can be clicked. No links: those bring colours and underlines of their own."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui.widgets.plain_text import PlainText

_BUTTON_GAP = 2
"""Columns between two keys in a row of them."""


class Label(NamedTuple):
    """Some words, and the action that a click on them runs."""

    words: Content
    action: str


def keyed(key: str, words: str, action: str) -> Label:
    """A key and what it does; one that says it itself, as a number or an arrow may, stands there alone."""
    return Label(Content.assemble((key, "bold $accent"), f" {words}" if words not in ("", key) else ""), action)


def helping(columns: int, *more: tuple[str, str]) -> list[tuple[str, str, str]]:
    """The keys of a terminal that has no room for a key bar, each with what it does, and the action of a click.

    `more` is the arrow that reads on, and its action. It makes way with its words first: an arrow says where there is more.
    """
    others = [("!", _("signs"), "screen.signs"), ("?", _("keys"), "app.keys")]
    read = [(arrow, _("more"), action) for arrow, action in more]
    if taken([keyed(*one) for one in (*read, *others)], _BUTTON_GAP) > columns:
        read = [(arrow, "", action) for arrow, action in more]
    return [*read, *others]


def taken(labels: Sequence[Label], gap: int) -> int:
    """The columns that labels take side by side, with `gap` columns between them."""
    return sum(label.words.cell_length + gap for label in labels) - gap


class Spans(Widget):
    """Does what stands where it is clicked: a subclass keeps where that is."""

    _spans: tuple[tuple[int, int, int, str], ...] = ()
    """Row, first column, the one behind the last, and the action."""

    async def on_click(self, event: Click) -> None:
        """Run the action; none from a screen that another has covered since: it would reach that one."""
        if self.screen is not self.app.screen:
            return
        at = event.get_content_offset(self)
        for row, start, end, action in self._spans:
            # What is below the last row belongs to it: its words may be wrapped.
            if at is not None and row == min(at.y, self._spans[-1][0]) and start <= at.x < end:
                event.stop()
                await self.run_action(action)
                return


class Clickable(PlainText, Spans):
    """Labels side by side, in as many rows as they need. Without one it takes no room."""

    DEFAULT_CSS = "Clickable { width: 1fr; color: $foreground; text-wrap: nowrap; text-overflow: clip; }"

    def lay_out(self, labels: Sequence[Label], gap: int, width: int | None = None) -> None:
        """Show the labels with `gap` columns between them; in one row, or in rows of at most `width` columns."""
        self.show_styled(self.placed(labels, gap, width))

    def placed(self, labels: Sequence[Label], gap: int, width: int | None = None) -> Content:
        """The labels as they are to be shown; a click from now on finds them there."""
        return self.placed_in_rows([(labels, gap)], width)

    def placed_in_rows(self, blocks: Sequence[tuple[Sequence[Label], int]], width: int | None = None) -> Content:
        """The same for blocks of labels, each with the columns between them; each block begins a row."""
        spans, rows = list[tuple[int, int, int, str]](), list[Content]()
        for labels, gap in blocks:
            row, at = list[Content](), 0
            for label in labels:
                end = at + label.words.cell_length
                if row and width is not None and end > width:
                    rows.append(Content(" " * gap).join(row))
                    row, at, end = [], 0, label.words.cell_length
                row.append(label.words)
                spans.append((len(rows), at, end, label.action))
                at = end + gap
            rows.append(Content(" " * gap).join(row))
        self._spans = tuple(spans)
        return Content("\n").join(rows)


_GAP = 3
"""Columns between two answers."""


class FieldChoices(Clickable):
    """The keys that answer a field of the diary, in as many rows as they take; the lines around them stay apart."""

    DEFAULT_CSS = """
    FieldChoices { max-height: 4; }
    FieldChoices.-empty { display: block; height: 0; }
    """

    def offer(self, answers: list[tuple[str, str, str]], columns: int, rows: int) -> None:
        """Show answers: the key as it is shown, its word, and the action that a click runs.

        Where so many rows don't hold them they stand closer together, and if need be without the last, which says nothing.
        """
        labels = [keyed(*answer) for answer in answers]
        for shown, gap in ((labels, _GAP), (labels, 1), (labels[:-1], 1)):
            self.lay_out(shown, gap, columns)
            if self.words.count("\n") < rows:
                break


class Chips(Clickable):
    """The few keys that matter most on a page, as buttons. A tiny terminal has them in plain words, and its key bar here."""

    def offer(self, *keys: tuple[str, str, str], more: str = "") -> None:
        """Show keys: each as it is shown, what it does, and the action that a click runs; `more` is the one that reads on."""
        width, tiny = self.app.size.width, frame_room(*self.app.size).tiny
        read = [("↓", more)] if more else []
        others = helping(width, *read) if tiny else [(arrow, _("more"), action) for arrow, action in read]
        draw = keyed if tiny else _button
        self.lay_out([*(draw(*one) for one in keys), *(keyed(*one) for one in others)], _BUTTON_GAP, width)


def _button(key: str, words: str, action: str) -> Label:
    # Not bold: sixteen-colour terminals show bold black as grey.
    chip = Content.styled(f" {key} ", "$on-accent on $accent")
    return Label(chip if words == key else Content.assemble(chip, " ", (words, "bold")), action)
