"""Home's question about cramps that nobody has confirmed: a line of its own, while Enter and c stay first aid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from uncramp.domain.own_keys import shown
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.widgets.choices import Clickable, Label, keyed

if TYPE_CHECKING:  # hardly anything is ever asked, and home waits for no database
    from uncramp.domain.diary import CrampEntry
    from uncramp.guidance.unconfirmed import CrampQuestions

_NOT_WRITTEN = _("Your diary can't be shown now.")
_GAP = 2


class UnconfirmedLine(Clickable):
    """The question and its keys. It takes no room while nothing is asked."""

    DEFAULT_CSS = """
    UnconfirmedLine { display: none; margin-top: 1; padding-left: 2; color: $accent; }
    UnconfirmedLine.-asking { display: block; }
    """

    @dataclass
    class Answered(Message):
        """A thread has written an answer."""

        told: str

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._questions: CrampQuestions | None = None
        self._writes = False
        self._began = context.local_time()

    @property
    def asks(self) -> bool:
        """Whether something is asked, and is in sight."""
        return self.has_class("-asking") and not self._writes

    @property
    def can_answer(self) -> bool:
        """Whether yes and no mean something: too many cramps are asked about elsewhere."""
        return self.asks and self._questions is not None and self._questions.asked is not None

    @property
    def can_undo(self) -> bool:
        return self._questions is not None and self._questions.can_undo and not self._writes

    def take(self, cramps: "Sequence[CrampEntry]") -> None:
        if cramps and self._questions is None:
            from uncramp.guidance.diary_browser import DiaryBrowser
            from uncramp.guidance.unconfirmed import CrampQuestions

            browser = DiaryBrowser(self.context.open_diary(), self.context.local_time)
            self._questions = CrampQuestions(browser, self._began)
        if self._questions is not None:
            self._questions.take(cramps)

    def ask(self, width: int, *, room: bool) -> None:
        """Show what is asked in so many columns, if there is room for it."""
        words = self._questions.words(self.context.local_time(), width) if self._questions and room else ""
        self.set_class(bool(words), "-asking")
        if not words or self._questions is None:
            return
        own = self.context.profile.keys
        answers = [(shown(own, _("y")), keys.WAS_ONE), (shown(own, _("n"), keys.WAS_NONE.id), keys.WAS_NONE)]
        useful = [*(answers if self._questions.asked else []), (_("Esc"), keys.LATER)]
        question = Label(Content(self.context.said(words, "diary")), "screen.diary")
        labels = (keyed(key, command.words, f"screen.{command.id}") for key, command in useful)
        self.lay_out([question, *labels], _GAP, width)

    def answer(self, *, yes: bool) -> None:
        if self._questions is not None:
            self._write(partial(self._questions.answer, yes=yes))

    def undo(self) -> None:
        if self._questions is not None:
            self._write(self._questions.undo)

    def put_off(self) -> None:
        if self._questions is not None:
            self._questions.put_off()

    def _write(self, answer: Callable[[], None]) -> None:
        """Write in a thread: the diary may be slow, or held by another program."""

        def write() -> None:
            told = _NOT_WRITTEN
            with self.context.faults.reported(_NOT_WRITTEN):
                answer()
                told = self._questions.told if self._questions else ""
            self._writes = False
            self.post_message(self.Answered(told))

        self._writes = True
        self.run_worker(write, thread=True, exit_on_error=False)
