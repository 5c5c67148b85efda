"""Answers, each with its key, each to be clicked; in as many rows as the width calls for."""

from textual.content import Content
from textual.events import Click, Resize
from textual.widgets import Static

from uncramp.guidance.afterwards import Choice

_GAPS = (3, 2, 1)
"""Columns between two answers: as many as let all of them stand in one row."""
_NARROW = 30
"""Columns below which no key is a button."""


class Chips(Static):
    """The answers to one question. Without one it takes no room."""

    DEFAULT_CSS = """
    Chips { height: auto; width: 1fr; color: $foreground; text-wrap: nowrap; text-overflow: clip; }
    Chips.-empty { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Make it empty."""
        super().__init__("", markup=False, id=id)
        self._choices: tuple[Choice, ...] = ()
        self._spans: list[tuple[int, int, int, str]] = []
        self.add_class("-empty", update=False)

    def show(self, choices: tuple[Choice, ...]) -> None:
        """Show other answers."""
        self._choices = choices
        self.set_class(not choices, "-empty")
        self._lay_out(self.size.width or self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """Another width may need other rows."""
        if event.size.width:
            self._lay_out(event.size.width)

    async def on_click(self, event: Click) -> None:
        """Choose what is under the pointer."""
        for row, start, end, key in self._spans:
            if event.y == row and start <= event.x < end:
                event.stop()
                await self.run_action(f"screen.choose('{key}')")
                return

    def _lay_out(self, width: int) -> None:
        labels, gap = _labels(self._choices, width)
        self._spans, rows, at = [], [Content("")], 0
        for choice, label in zip(self._choices, labels, strict=True):
            if at and at + gap + label.cell_length > width:
                rows.append(Content(""))
                at = 0
            start = at + gap if at else 0
            rows[-1] = Content.assemble(rows[-1], " " * (start - at), label)
            at = start + label.cell_length
            self._spans.append((len(rows) - 1, start, at, choice.key))
        self.update(Content("\n").join(rows))


def _labels(choices: tuple[Choice, ...], width: int) -> tuple[list[Content], int]:
    """The answers, and the gap between them: as buttons if those stand in one row, or nothing else does."""
    buttons, plain = [_button(choice) for choice in choices], [_plain(choice) for choice in choices]
    for labels in (buttons, plain):
        whole = sum(label.cell_length for label in labels)
        for gap in _GAPS:
            if whole + gap * (len(labels) - 1) <= width:
                return labels, gap
    return (buttons, 2) if width >= _NARROW else (plain, 1)


def _plain(choice: Choice) -> Content:
    key = Content.styled(choice.key, "bold $accent")
    words = choice.short or choice.words
    return Content.assemble(key, " ", words) if words else key


def _button(choice: Choice) -> Content:
    chip = Content.styled(f" {choice.key} ", "bold $on-accent on $accent")
    return Content.assemble(chip, " ", (choice.words, "bold")) if choice.words else chip
