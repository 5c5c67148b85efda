"""What is asked when a cramp is gone, line by line. Each answer is kept at once."""

from collections.abc import Iterator

from uncramp.domain.diary import STRONGEST
from uncramp.files.text import hidden
from uncramp.guidance.afterwards import AfterQuestion, Afterwards
from uncramp.guidance.diary_form import TEN
from uncramp.guidance.form import Choice
from uncramp.i18n import _
from uncramp.plain import keys
from uncramp.plain.desk import Desk
from uncramp.plain.pages import signs_lines
from uncramp.words.signs import Reason


class After:
    """Asks about one cramp, as long as there is something to ask."""

    def __init__(self, asking: Afterwards, desk: Desk) -> None:
        """Ask what there is to ask."""
        self._desk = desk
        self._asking = asking
        self._typing = False
        self._asked = ""
        """The field that was asked last."""

    @property
    def asking(self) -> bool:
        """Whether something is still asked."""
        return self._asking.question is not None

    def useful(self) -> tuple[keys.TypedKey, ...]:
        """The keys that do something now, besides the answers."""
        question = self._asking.question
        can = {
            keys.SKIP: question is not None and not question.answered,
            keys.NEXT_QUESTION: question is not None and question.answered,
            keys.WRITE_NOTE: question is not None and question.typed,
            keys.UNDO_ANSWER: self._asking.can_undo,
            keys.SKIP_ALL: question is not None,
            keys.LEAVE_NOW: question is not None,
        }
        return tuple(key for key in keys.ASKING if can.get(key, True))

    def ask(self) -> Iterator[str]:
        """The question, the answers, and what else can be typed."""
        question = self._asking.question
        if self._typing:
            yield _("Type your note in one line, then Enter.")
            return
        if question is None:
            yield from ([_("What you said is kept.")] if self._asking.told else [])
            return
        yield _("{n} of {many}. {question}").format(
            n=question.number, many=question.of, question=question.field.words
        )
        again = question.stays and question.field.id == self._asked
        self._asked = question.field.id
        yield from _ticked(question) if again else _answers(question)
        if question.answered:
            yield _("Enter goes on.")
        elif question.number == 1:
            yield _("Type one, then Enter. Enter alone skips this. To skip all, type s, then Enter.")
        else:
            yield _("Enter alone skips this.")

    def hear(self, line: str, typed: str) -> bool:
        """Take a line; whether it was an answer, or one of the keys here."""
        if self._typing:
            self._typing = False
            self._asking.write("".join(" " if char == "\t" else char for char in typed if not hidden(char)))
            return True
        if self._asking.choose(TEN if line == str(STRONGEST) else line):
            self._warn()
            return True
        key = keys.find(line, self.useful())
        if key is keys.WRITE_NOTE:
            self._typing = True
            return True
        acts = {
            keys.SKIP: self._asking.skip,
            keys.NEXT_QUESTION: self._asking.skip,
            keys.SKIP_ALL: self._asking.skip_all,
            keys.UNDO_ANSWER: self._asking.undo,
        }
        if key is None or key not in acts:
            return False
        acts[key]()
        return True

    def _warn(self) -> None:
        if sign := self._asking.warning:
            for line in signs_lines(Reason.TICKED, self._desk.emergency_number, sign):
                self._desk.write(line)


def _answers(question: AfterQuestion) -> Iterator[str]:
    """The answers as lines: a scale as one, and everything that has words as a line each."""
    if question.field.hint and not question.ticks:
        yield question.field.hint
    if question.field.id in ("strength", "strength_after"):
        yield _("Type a number from 0 to 10.")
        return
    yield from (_answer(question, choice) for choice in question.choices)


def _ticked(question: AfterQuestion) -> Iterator[str]:
    """What has been ticked: nobody has to hear all of them again for each tick."""
    yield from (_answer(question, choice) for choice in question.choices if choice.value in question.ticked)


def _answer(question: AfterQuestion, choice: Choice) -> str:
    ticked = choice.value in question.ticked
    line = _("{key}: {words} (ticked)") if ticked else _("{key}: {words}")
    return line.format(key=choice.key, words=choice.words)
