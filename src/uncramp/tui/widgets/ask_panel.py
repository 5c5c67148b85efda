"""One question after a cramp: its words as large as there is room for, the answers under it, and what Enter does."""

import re
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize

from uncramp.guidance.afterwards import AfterQuestion
from uncramp.guidance.form import Choice
from uncramp.i18n import _
from uncramp.terminal.layout import Room
from uncramp.tui.widgets.answers import AnswerRow, Answers, Markable, Size, lines_of
from uncramp.tui.widgets.choices import Chips, Label
from uncramp.tui.widgets.form_list import TickList
from uncramp.tui.widgets.plain_text import BigText, PlainText
from uncramp.tui.widgets.stage_layout import Letters, letters_of, line_count
from uncramp.tui.widgets.time_panel import HALF, block_lines

_ROOMY, _LOW = 16, 9
"""Lines from which the question may be in large letters, and below which its hint is away."""
_BOX, _LARGE_BOX, _HIGH = 5, 9, 32
"""Columns of a number in its box, in a large one, and the lines of a terminal from which on there are large ones."""
_FRAME, _NO_FRAME = re.compile("([┌┐└┘─│]+)"), str.maketrans("┌┐└┘─│", " " * 6)
_ROWS = 2
"""Rows of large letters that a question may take."""
_BESIDE = 6
"""Lines of a roomy panel that are neither the question, nor its hint, nor its answers."""


class ScaleRow(Markable[Choice]):
    """The numbers of a scale side by side, as large as the width allows."""

    _columns = 0

    def offer(self, choices: Sequence[Choice], columns: int) -> None:
        self._take(choices)
        self._columns = columns
        self._draw()

    def _draw(self) -> None:
        count = len(self._rows)
        if not count:
            self.lay_out((), gap=0)
        elif self._columns >= count * (_LARGE_BOX + 2) and self.app.size.height >= _HIGH:
            self._boxes(_LARGE_BOX)
        elif self._columns >= count * (_BOX + 2):
            self._boxes(_BOX)
        else:
            width = 3 if self._columns >= count * 4 else 0
            # Where there is hardly any room, the key of ten stands there for what it gives.
            words = [_("0 is 10") if not width and one.key == "0" else one.words for one in self._rows]
            self.lay_out([self._label(nth, f"{one:^{width}}", "bold $accent") for nth, one in enumerate(words)],
                         gap=1, width=self._columns)  # fmt: skip

    def _boxes(self, width: int) -> None:
        """Each in a frame, the larger ones with large digits; a click hits all of it."""
        edge = "─" * (width - 2)
        drawn = [block_lines(one.words, HALF) if width == _LARGE_BOX else [one.words] for one in self._rows]
        boxes = [[f"┌{edge}┐", *(f"│{line:^{width - 2}}│" for line in lines), f"└{edge}┘"] for lines in drawn]
        labels = [self._label(nth, line) for row in zip(*boxes, strict=True) for nth, line in enumerate(row)]
        self.lay_out(labels, gap=2, width=(width + 2) * len(drawn) - 2)

    def _label(self, nth: int, words: str, style: str = "bold $foreground") -> Label:
        """A line of one number; what is marked is filled, and has no frame."""
        action = f"screen.choose('{self._rows[nth].key}')"
        if nth == self._at:
            # Not bold: sixteen-colour terminals show bold black as grey.
            return Label(Content.styled(words.translate(_NO_FRAME), "$on-accent on $accent"), action)
        parts = _FRAME.split(words)
        return Label(Content.assemble(*((part, "$track" if _FRAME.match(part) else style) for part in parts)), action)


class AskPanel(Vertical):
    """Shows one question after the other."""

    DEFAULT_CSS = """
    AskPanel { height: 1fr; padding-top: 1; }
    AskPanel #stopped, AskPanel #hint { color: $quiet; }
    AskPanel #stopped { margin-bottom: 1; }
    AskPanel #question { color: $accent; }
    AskPanel #answers, AskPanel #scale { margin: 1 0; }
    AskPanel #signs { height: 1fr; min-height: 3; margin: 0 0 1 0; display: none; }
    AskPanel.-ticking #signs { display: block; }
    AskPanel.-ticking #prompt { padding-top: 1; }
    AskPanel.-close, AskPanel.-close #prompt { padding-top: 0; }
    AskPanel.-close #stopped, AskPanel.-ticking #stopped { display: none; }
    AskPanel.-close #signs, AskPanel.-low #answers, AskPanel.-low #scale { margin: 0; }
    AskPanel.-low #hint { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._asked: AfterQuestion | None = None
        # Held, not looked up: a key may come before all of it is in its place.
        self._stopped, self._hint = PlainText(id="stopped"), PlainText(id="hint")
        self._question, self._answers, self._scale = BigText(id="question"), Answers(id="answers"), ScaleRow(id="scale")
        self._signs = TickList(id="signs")
        self._prompt = Chips(id="prompt")

    def compose(self) -> ComposeResult:
        yield self._stopped
        yield from (self._question, self._hint, self._answers, self._scale, self._signs, self._prompt)

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.height < _ROOMY, "-close")
        self.set_class(event.size.height < _LOW, "-low")
        # Not within the laying out: that would forget that it has to be done again.
        self.call_after_refresh(self._fit)

    def show(self, question: AfterQuestion, stopped: str) -> None:
        self._asked = question
        self._stopped.show(stopped)
        self._hint.show(question.field.hint)
        self.set_class(question.ticks, "-ticking")
        if question.ticks:
            self._signs.show(question.choices, question.ticked)
            self._signs.focus()
            self.call_after_refresh(self._fit)
        elif self._signs.has_focus:
            self.screen.set_focus(None)
        self._fit()

    @property
    def marked(self) -> str | None:
        if self._asked is None:
            return None
        of = self._signs if self._asked.ticks else self._scale if self._asked.scale else self._answers
        return of.marked.key if of.marked else None

    def read_on(self) -> None:
        self._signs.scroll_page_down(animate=False)
        self.call_after_refresh(self._say_enter)

    def mark(self, way: int) -> None:
        (self._scale if self._asked and self._asked.scale else self._answers).mark(way)
        self._say_enter()

    def _fit(self) -> None:
        question = self._asked
        if question is None:
            return
        columns = self.size.width or self.app.size.width
        self._scale.offer(question.choices if question.scale else (), columns)
        roomy, words = self.size.height >= _ROOMY, question.field.words
        ways = letters_of(words, columns, Room(*self.size).letters or (1,), _ROWS) if roomy else ()
        lines, letters = ways[0] if ways else (1, Letters())
        rows = () if question.ticks or question.scale else question.choices
        answers = [AnswerRow(one.key, one.words, "", f"screen.choose('{one.key}')") for one in rows]
        taken = _BESIDE + lines + line_count(question.field.hint, columns)
        large = roomy and lines_of(answers, columns, Size.LARGE) <= self.size.height - taken
        self._answers.offer(answers, columns, Size.LARGE if large else Size.APART if roomy else Size.CLOSE)
        self._question.say(words, letters.lines, (letters.scale,))
        self._say_enter()

    def _say_enter(self) -> None:
        question = self._asked
        if question is not None:
            marked = None if question.ticks else next((one for one in question.choices if one.key == self.marked), None)
            words = marked.words if marked else _("next") if question.answered else _("skip this")
            more = "screen.more_signs" if question.ticks and self._signs.goes_on else ""
            self._prompt.offer((_("Enter"), words, "screen.press_enter"), more=more)
