"""What can be said of an entry, one under the other, each with what the entry says at the right."""

from collections.abc import Iterable

from textual.content import Content
from textual.events import Resize
from textual.widgets.option_list import Option

from uncramp.domain.diary import Entry
from uncramp.files.text import shorten
from uncramp.guidance.diary_questions import Question
from uncramp.tui.widgets.menu import Menu
from uncramp.tui.widgets.question_list import answer_row

_WIDEST = 76


class FieldList(Menu):
    """The fields. What is marked has a glyph before it, too."""

    DEFAULT_CSS = """
    FieldList, FieldList:focus { text-wrap: wrap; scrollbar-gutter: stable; min-height: 2; }
    FieldList:disabled:can-focus { opacity: 100%; }
    """

    def __init__(self, questions: tuple[Question, ...]) -> None:
        """List the questions, with no answers yet."""
        self._rows: list[tuple[str, str, str]] = []
        super().__init__(*(Option(Content(one.words), id=one.id) for one in questions), markup=False)

    def show(self, questions: Iterable[Question], entry: Entry | None) -> None:
        """Show what an entry says; nothing where there is none yet."""
        self._rows = [(one.id, one.words, one.answer(entry) if entry else "") for one in questions]
        self._draw()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """The answers move to the right edge."""
        self._draw()
        self.scroll_to_highlight()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """The mark moves."""
        self._draw()
        super().watch_highlighted(highlighted)

    def _draw(self) -> None:
        width = min(self.scrollable_content_region.width - 2, _WIDEST)
        marked = self.highlighted_option
        for id_, words, answer in self._rows:
            cut = shorten(answer, max(8, width // 2))
            row = answer_row(words, cut, marked is not None and marked.id == id_, width)
            self.replace_option_prompt(id_, row)
