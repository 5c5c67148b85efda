"""Asking when a cramp is gone: the order, skipping and undo. The questions are fields of `uncramp.guidance.diary_form`.

Each answer is handed over at once, so that a person who falls asleep has answered what they have answered.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from uncramp.domain.diary import NOTE_LENGTH, CrampEntry
from uncramp.guidance.diary_form import after_fields
from uncramp.guidance.form import Choice, FormField, KeyedField, TextField, TickField
from uncramp.i18n import _
from uncramp.words.signs import group_of

WRITE = "n"
"""The key that begins a note."""


def all_keys() -> tuple[str, ...]:
    """Every key that answers something."""
    fields = (one for one in after_fields() if isinstance(one, KeyedField))
    return (*dict.fromkeys(choice.key for field in fields for choice in field.choices), WRITE)


@dataclass(frozen=True, slots=True)
class AfterQuestion:
    """One field, as it is asked."""

    field: FormField
    number: int
    """Which one it is, from 1."""
    of: int
    ticked: tuple[str, ...] = ()
    """What is ticked by now."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be answered with one key."""
        if isinstance(self.field, KeyedField):
            return self.field.choices
        return (Choice("", _("write a note"), WRITE),)

    @property
    def ticks(self) -> bool:
        """Whether the answers are ticks."""
        return isinstance(self.field, TickField)

    @property
    def stays(self) -> bool:
        """Whether it stays until the person goes on: more than one answer can be given."""
        return self.ticks or self.field.id == "relief"

    @property
    def answered(self) -> bool:
        """Whether going on keeps something, and skips nothing."""
        return bool(self.ticked) or self.field.id == "relief"


class Afterwards:
    """Asks one person about one cramp."""

    def __init__(self, entry: CrampEntry, tell: Callable[[CrampEntry], None]) -> None:
        """Ask what is not known of `entry`; `tell` is given the entry anew with each answer."""
        self._begun = self._entry = entry
        self._tell = tell
        left_out = {"side": entry.side is not None, "relief": entry.relief is None}
        self._asks = [one.id for one in after_fields() if not left_out.get(one.id, False)]
        self._at = 0
        self._before: list[tuple[int, CrampEntry]] = []
        self._warned: set[str] = set()
        self.warning = ""
        """The sign that was ticked just now and calls for help, by its key; "" after any other answer."""

    @property
    def entry(self) -> CrampEntry:
        """What is known of the cramp by now."""
        return self._entry

    @property
    def told(self) -> bool:
        """Whether anything has been said."""
        return self._entry != self._begun

    @property
    def question(self) -> AfterQuestion | None:
        """What is asked now; `None` when all has been asked."""
        if self._at >= len(self._asks):
            return None
        fields = {one.id: one for one in after_fields(self._entry.relief or 0)}
        field = fields[self._asks[self._at]]
        ticked = field.ticked(self._entry) if isinstance(field, TickField) else ()
        return AfterQuestion(field, self._at + 1, len(self._asks), ticked)

    def can(self, command: str) -> bool:
        """Whether a command of what is asked means something now, by its id."""
        if command == "undo":
            return bool(self._before)
        question = self.question
        return question is not None and {
            "skip": not question.answered,
            "on": question.answered,
            "tick": question.ticks,
            "write_note": isinstance(question.field, TextField),
        }.get(command, True)

    def choose(self, key: str) -> bool:
        """Answer by a choice's key; whether there was such a choice. A note is given by `write`."""
        question = self.question
        if question is None or not isinstance(question.field, KeyedField):
            return False
        if key not in [one.key for one in question.choices]:
            return False
        before, after = self._entry, question.field.pick(self._entry, key).value or self._entry
        self._go(0 if question.stays else 1, after)
        self._warn(next(iter(set(after.signs) - set(before.signs)), ""))
        return True

    def write(self, note: str) -> None:
        """Take a note, or none; further ones can't be given."""
        self._go(1, replace(self._entry, note=note.strip()[:NOTE_LENGTH]))

    def skip(self) -> None:
        """On to the next question."""
        if self._at < len(self._asks):
            self._go(1, self._entry)

    def skip_all(self) -> None:
        """Ask no more."""
        self._go(len(self._asks) - self._at, self._entry)

    def undo(self) -> None:
        """Take back the last answer, or the last skip."""
        if self._before:
            self._at, entry = self._before.pop()
            self._keep(entry)

    def _go(self, questions: int, entry: CrampEntry) -> None:
        self._before.append((self._at, self._entry))
        self._at += questions
        self._keep(entry)

    def _keep(self, entry: CrampEntry) -> None:
        self.warning = ""
        if entry != self._entry:
            self._entry = entry
            self._tell(entry)

    def _warn(self, sign: str) -> None:
        """Say once for each group of signs what it calls for."""
        group = group_of(sign)
        if group is not None and group.urgent and group.heading not in self._warned:
            self._warned.add(group.heading)
            self.warning = sign
