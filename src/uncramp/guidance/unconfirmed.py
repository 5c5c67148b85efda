"""Cramps that nobody has confirmed, as home asks about them by day: one after the other, each answer undone by a key."""

from collections.abc import Sequence
from datetime import datetime

from uncramp.domain.diary import CrampEntry
from uncramp.guidance.diary_browser import DiaryBrowser
from uncramp.i18n import _, plural
from uncramp.words.diary import when_words

MOST = 5
"""With more of them nobody wants to be asked one by one: the diary has them."""


class CrampQuestions:
    """What is asked, and what was answered in this visit. An answer is written by whoever calls: in a thread."""

    def __init__(self, browser: DiaryBrowser, began: datetime) -> None:
        """Ask nothing yet; and never about what is later than `began`, the start of the visit."""
        self._browser = browser
        self._open: list[CrampEntry] = []
        self._answered: list[CrampEntry] = []
        self._began = began
        self._put_off = False

    def take(self, cramps: Sequence[CrampEntry]) -> None:
        """Ask about these, but for what began in this visit; about none if that was put off."""
        answered = {cramp.id for cramp in self._answered}
        new = [cramp for cramp in cramps if cramp.start.utc < self._began and cramp.id not in answered]
        self._open = [] if self._put_off else new

    @property
    def asked(self) -> CrampEntry | None:
        """The cramp that is asked about; `None` for none, and for too many."""
        return self._open[0] if 0 < len(self._open) <= MOST else None

    @property
    def can_undo(self) -> bool:
        return bool(self._answered)

    @property
    def told(self) -> str:
        return self._browser.told

    def words(self, now: datetime, width: int) -> str:
        """The question in so many columns; where they are too many, where to answer it; "" where there is none."""
        said: list[str] = []
        if self.asked is not None:
            when = when_words(self.asked, now.date())
            words = _("{when}: was it a cramp?").format(when=when[:1].upper() + when[1:])
            more = plural("({n} more)", "({n} more)", len(self._open) - 1)
            said = [f"{words} {more}"] if len(self._open) > 1 else []
            said += [words, _("{when}: a cramp?").format(when=when)]
        elif self._open:
            said = [
                _("More than {n} entries say 'Cramp?'. Were they? d shows them.").format(n=MOST),
                _("Cramps? Press d."),
            ]
        return next((words for words in said if len(words) <= width), "")

    def answer(self, *, yes: bool) -> None:
        """Keep what is asked about, or delete it so that it can be restored."""
        cramp = self.asked
        if cramp is None:
            return
        if self._browser.confirm(cramp) if yes else self._browser.delete(cramp):
            self._answered.append(self._open.pop(0))
        self._browser.close()

    def undo(self) -> None:
        """Take back the last answer: it is asked again."""
        if self._answered and self._browser.undo():
            self._open.insert(0, self._answered.pop())
        self._browser.close()

    def put_off(self) -> None:
        self._open, self._put_off = [], True
