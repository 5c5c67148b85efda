"""Lists of a form: fields one under the other, each with its answer at the right, and things to tick."""

from collections.abc import Iterator
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option

from uncramp.files.text import visible
from uncramp.guidance.form import Choice, FieldGroup, FormValue
from uncramp.terminal.layout import frame_room
from uncramp.tui.widgets.menu import Menu
from uncramp.tui.widgets.plain_text import cut_behind_whole, hanging, in_two_lines

_TOP = "top"
_GAP, _EDGES = 2, 2
"""Columns between question and answer at least, and those of the edges of a line."""
_BESIDE = 4
"""Columns of a list beside its lines: the edges, and the bar that scrolls."""
_MARK, _NO_MARK = "› ", "  "


class FormList(Menu):
    """What is said first, then the fields, under headings that can't be marked. What is marked has a glyph before it."""

    DEFAULT_CSS = """
    FormList { text-wrap: wrap; scrollbar-gutter: stable; }
    FormList:disabled:can-focus { opacity: 100%; }
    """

    def __init__(self, groups: tuple[FieldGroup, ...], *, id: str | None = None) -> None:  # noqa: A002
        """List the fields, with no answers yet."""
        self._groups = groups
        self._fields = [one for group in groups for one in group.fields]
        self._top: Content | None = None
        self._rows: dict[str, tuple[str, str]] = {}
        self._shown: dict[str, tuple[str, str, bool, int]] = {}
        super().__init__(*_options(groups, None), id=id, markup=False)  # which marks the first one

    def show_top(self, words: str, *, urgent: bool) -> None:
        """Say this above the fields, until `show` says their answers anew; with no words there is no line for it."""
        said = words if frame_room(*self.app.size).small else f"{words}\n"
        top = Content.styled(said, f"not bold {'$alert' if urgent else '$foreground'}") if words else None
        if top is None or self._top is None or not top.is_same(self._top):
            self._top, marked = top, self.highlighted_option
            self._shown.clear()
            self._rows = {}
            with self.prevent(self.OptionHighlighted):
                self.clear_options()
                self.add_options(_options(self._groups, top))
                self.highlighted = self.get_option_index(marked.id) if marked and marked.id else self.nearest()

    def show(self, value: FormValue | None) -> None:
        """Show the answers; none where there is nothing yet that they would be about."""
        self._rows = {one.id: (one.words, one.answer(value) if value else "") for one in self._fields}
        self._draw()

    def on_resize(self) -> None:
        self._draw()
        self.scroll_to_highlight()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """The mark moves; above the first field stands what is said first."""
        self._draw()
        super().watch_highlighted(highlighted)
        if highlighted == self.nearest():
            self.scroll_home(animate=False, immediate=True)
            self.scroll_to_highlight()

    def _draw(self) -> None:
        room = self.scrollable_content_region.width - (0 if frame_room(*self.app.size).tiny else _EDGES)
        widest = max((_taken(words, answer) for words, answer in self._rows.values()), default=0)
        width = min(room, widest)  # so that no answer is far from its question
        said = max(map(cell_len, self._top.plain.splitlines()), default=0) if self._top else 0
        self.styles.max_width = max(widest, said) + _BESIDE
        for id_, (words, answer) in self._rows.items():
            now = (words, answer, id_ == self.marked_id, width if _taken(words, answer) <= width else room)
            if self._shown.get(id_) != now:
                self._shown[id_] = now
                self.replace_option_prompt(id_, _row(*now))


def _taken(words: str, answer: str) -> int:
    return cell_len(_MARK + words) + _GAP + cell_len(answer)


def _row(words: str, answer: str, marked: bool, width: int) -> Content:
    """Question and answer on one line where there is room; else the answer below, at the right or else on two lines."""
    mark = _MARK if marked else _NO_MARK
    gap = width - cell_len(mark + words + answer)
    if gap >= _GAP:
        return Content.assemble(mark, words, " " * gap, (answer, "bold"))
    above, below = hanging(words, width, len(mark), len(mark)), in_two_lines(answer, width - len(mark))
    indent = " " * max(0, width - cell_len(answer)) if len(below) == 1 else _NO_MARK
    return Content.assemble(mark, above, *((f"\n{indent}{line}", "bold") for line in below))


def _options(groups: tuple[FieldGroup, ...], top: Content | None) -> Iterator[Option]:
    if top is not None:
        yield Option(top, id=_TOP, disabled=True)
    for nth, group in enumerate(groups):
        if group.heading:
            yield Option(Content(f"\n{group.heading}" if nth else group.heading), disabled=True)
        yield from (Option(Content(one.words), id=one.id) for one in group.fields)


_TICKED, _OPEN, _NO_BOX = "☑", "☐", " "
_NARROW = 30
"""Columns below which rows are indented by one column only."""


class TickList(Menu):
    """Things to tick, one a row. Each has a box; the answer that none of them is true has none."""

    DEFAULT_CSS = "TickList { text-wrap: wrap; scrollbar-gutter: stable; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._choices: tuple[Choice, ...] = ()
        self._ticked: tuple[str, ...] = ()
        self._row_heights = list[int]()

    def on_resize(self) -> None:
        if self._choices:
            self.show(self._choices, self._ticked)
        self.call_after_refresh(self._end_whole)

    def _end_whole(self) -> None:
        """Let what is in sight at first end behind a whole row."""
        before = self.styles.padding.bottom
        cut = cut_behind_whole(list(accumulate(self._row_heights)), self.size.height + before)
        if cut != before:
            self.styles.padding = (0, 0, cut, 0)

    def show(self, choices: tuple[Choice, ...], ticked: tuple[str, ...]) -> None:
        self._ticked = ticked
        columns = self.scrollable_content_region.width - 2  # the edges of an option
        rows = [_tick_row(one, columns, ticked=one.value in ticked) for one in choices]
        self._row_heights = [row.plain.count("\n") + 1 for row in rows]
        if choices == self._choices:
            for nth, row in enumerate(rows):
                self.replace_option_prompt_at_index(nth, row)
            return
        self._choices = choices
        self.clear_options()
        self.add_options(rows)
        self.highlighted = None  # a key by habit ticks nothing

    @property
    def goes_on(self) -> bool:
        """Whether there is more below what is in sight."""
        return self.scroll_offset.y < self.max_scroll_y

    def with_key(self, key: str) -> Choice | None:
        return next((one for one in self._choices if one.key == key), None)

    @property
    def marked(self) -> Choice | None:
        return None if self.highlighted is None else self._choices[self.highlighted]


def _tick_row(choice: Choice, columns: int, *, ticked: bool) -> Content:
    """The key, where one digit is enough, the box, and the words, wrapped under their first one."""
    key = choice.key if len(choice.key) == 1 else " "
    box = _NO_BOX if choice.value is None else _TICKED if ticked else _OPEN
    narrow = columns < _NARROW
    before = f"{box} " if narrow else f" {box} "
    first = len(key) + len(before)
    # Only the first line stands beside the box where columns are few.
    words = hanging(visible(choice.words), columns, first, 1 if narrow else first)
    return Content.assemble((key, "bold"), before, (words, "bold" if ticked else ""))
