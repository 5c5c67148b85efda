"""Questions one under the other, each with its answer at the right, under headings that can't be marked."""

from collections.abc import Iterator

from textual.content import Content
from textual.events import Resize
from textual.widgets.option_list import Option

from uncramp.domain.profile import Profile
from uncramp.guidance.form import FieldGroup
from uncramp.tui.widgets.menu import Menu

_TOP = "top"
_WIDEST = 76
"""Columns beyond which an answer is too far from its question to be read as one line."""
_GAP = 2
_MARK, _NO_MARK = "› ", "  "


class QuestionList(Menu):
    """What is said first, then the questions. What is marked has a glyph before it, too."""

    DEFAULT_CSS = """
    QuestionList, QuestionList:focus { text-wrap: wrap; scrollbar-gutter: stable; min-height: 3; }
    QuestionList:disabled:can-focus { opacity: 100%; }
    """

    def __init__(self, groups: tuple[FieldGroup, ...], *, id: str) -> None:  # noqa: A002
        """List the questions of the groups, with no answers yet."""
        self._fields = [one for group in groups for one in group.fields]
        self._rows: dict[str, tuple[str, str]] = {}
        self._shown: dict[str, tuple[str, str, bool, int]] = {}
        super().__init__(*_options(groups), id=id, markup=False)  # which marks the first one

    def show_top(self, words: str, *, urgent: bool) -> None:
        """Say something above all questions."""
        self.replace_option_prompt(
            _TOP, Content.styled(f"{words}\n", "not bold $alert" if urgent else "not bold $foreground")
        )

    def show(self, person: Profile) -> None:
        """Show a person's answers."""
        self._rows = {one.id: (one.words, one.answer(person)) for one in self._fields}
        self._draw()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """The answers move to the right edge."""
        self._draw()
        self.scroll_to_highlight()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """The mark moves; above the first question stands what is said first."""
        self._draw()
        super().watch_highlighted(highlighted)
        if self._is_first(highlighted):
            self.scroll_home(animate=False, immediate=True)
            self.scroll_to_highlight()

    def _is_first(self, nth: int | None) -> bool:
        return nth == next((at for at, option in enumerate(self.options) if not option.disabled), None)

    def _draw(self) -> None:
        """Draw the rows that have changed."""
        width = min(self.scrollable_content_region.width - 2, _WIDEST)
        marked = self.highlighted_option
        for id_, (words, answer) in self._rows.items():
            now = (words, answer, marked is not None and marked.id == id_, width)
            if self._shown.get(id_) != now:
                self._shown[id_] = now
                self.replace_option_prompt(id_, answer_row(*now))


def answer_row(words: str, answer: str, marked: bool, width: int) -> Content:
    """Question and answer on one line where there is room, else the answer below."""
    left, right = Content((_MARK if marked else _NO_MARK) + words), Content.styled(answer, "bold")
    gap = width - left.cell_length - right.cell_length
    if gap >= _GAP:
        return Content.assemble(left, " " * gap, right)
    return Content.assemble(left, "\n", " " * max(0, width - right.cell_length), right)


def _options(groups: tuple[FieldGroup, ...]) -> Iterator[Option]:
    yield Option("", id=_TOP, disabled=True)
    for nth, group in enumerate(groups):
        heading = f"\n{group.heading}" if nth else group.heading
        yield Option(Content(heading), disabled=True)
        for question in group.fields:
            yield Option(Content(question.words), id=question.id)
