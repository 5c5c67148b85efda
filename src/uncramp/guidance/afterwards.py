"""Asking when a cramp has stopped: the order, skipping and undo. What is asked stands in `uncramp.guidance.diary_form`.

Each answer is handed over at once, so that a person who falls asleep has answered what they have answered.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from uncramp.domain.diary import CrampEntry
from uncramp.domain.pregnancy import FULL_TERM
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.diary_form import NONE_OF_THESE
from uncramp.guidance.form import Choice, FormField, KeyedField, TickField
from uncramp.i18n import _
from uncramp.words.signs import SignGroup, group_of, signs_from

_WEEKS_AFTER_BIRTH, _WEEKS_LATE = 8, 2
"""Pre-eclampsia can come up to eight weeks after a birth (NHS). A birth two weeks after the due date is our assumption."""

ANSWER_KEYS = "1234567890"
"""Every key that answers something. No letter does: each has its one meaning in a session and on its pages."""


def pregnancy_counts(profile: Profile, today: date) -> bool:
    """Whether the warning signs of pregnancy, and of the weeks after a birth, can be true of the person."""
    if Tag.PREGNANT in profile.all_tags():
        return True
    pregnancy = profile.pregnancy
    return pregnancy is not None and pregnancy.week_on(today) < FULL_TERM + _WEEKS_LATE + _WEEKS_AFTER_BIRTH


def signs_for(context: Context, first: str = "") -> tuple[SignGroup, ...]:
    """All warning signs, with the numbers that the person has saved; the group of the sign `first`, by its key, first."""
    profile = context.profile
    return signs_from(
        first,
        context.emergency_number,
        visible(profile.doctor_number),
        visible(profile.midwife_number),
        pregnant=pregnancy_counts(profile, context.local_time().date()),
    )


@dataclass(frozen=True, slots=True)
class AfterQuestion:
    """One field, as it is asked."""

    field: KeyedField
    number: int
    """Which one it is, from 1."""
    of: int
    ticked: tuple[str, ...] = ()
    """What is ticked by now."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be answered, a line each; that nothing of it is true comes first."""
        none = self.field.none if isinstance(self.field, TickField) else None
        return (none, *self.field.choices) if none else self.field.choices

    @property
    def scale(self) -> bool:
        return self.field.id == "strength"

    @property
    def ticks(self) -> bool:
        """Whether the answers are ticks. Then it stays until the person goes on."""
        return isinstance(self.field, TickField)

    @property
    def answered(self) -> bool:
        """Whether going on keeps something, and skips nothing."""
        return bool(self.ticked)

    def spoken(self) -> Iterator[str]:
        """The question and its answers by their keys, a phrase each: for a voice."""
        yield self.field.words
        yield self.field.hint
        if not self.scale:  # of whose keys the hint speaks
            yield from (_("{key}: {words}").format(key=one.key, words=one.words) for one in self.choices)
        if self.number == 1:
            yield _("Enter: skip this")


class Afterwards:
    """Asks one person about one cramp."""

    def __init__(self, entry: CrampEntry, fields: Sequence[FormField], tell: Callable[[CrampEntry], None]) -> None:
        """Ask `fields` of `entry`, those that keys answer; `tell` is given the entry anew with each answer."""
        self._begun = self._entry = entry
        self._tell = tell
        self._fields = [one for one in fields if isinstance(one, KeyedField)]
        self._at = 0
        self._before: list[tuple[int, CrampEntry]] = []
        self._warned: set[str] = set()
        self.warning = ""
        """The sign that was ticked just now and calls for help, by its key; "" after any other answer."""

    @property
    def entry(self) -> CrampEntry:
        return self._entry

    @property
    def told(self) -> bool:
        return self._entry != self._begun

    @property
    def question(self) -> AfterQuestion | None:
        """What is asked now; `None` when all has been asked."""
        if self._at >= len(self._fields):
            return None
        field = self._fields[self._at]
        ticked = field.ticked(self._entry) if isinstance(field, TickField) else ()
        return AfterQuestion(field, self._at + 1, len(self._fields), ticked)

    def can(self, command: str) -> bool:
        """Whether a command of what is asked means something now, by its id."""
        if command == "undo":
            return bool(self._before)
        question = self.question
        return question is not None and {
            "skip": not question.answered,
            "on": question.answered,
            "tick": question.ticks,
        }.get(command, True)

    def choose(self, key: str) -> bool:
        """Answer by a choice's key; whether there was such a choice.

        That no sign was there takes all ticks away and goes on: the diary has no other word for it.
        """
        question = self.question
        if not key or question is None or key not in [one.key for one in question.choices]:
            return False
        before, after = self._entry, question.field.pick(self._entry, key).value or self._entry
        stays = question.ticks and key != NONE_OF_THESE
        self._go(0 if stays else 1, after)
        self._warn(next(iter(set(after.signs) - set(before.signs)), ""))
        return True

    def skip(self) -> None:
        if self._at < len(self._fields):
            self._go(1, self._entry)

    def skip_all(self) -> None:
        self._go(len(self._fields) - self._at, self._entry)

    def undo(self) -> None:
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
