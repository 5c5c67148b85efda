"""The kinds of questions about a person: what each answer is now, and what a change of it makes of the profile.

Nothing here asks or saves anything; a day comes in as an argument.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from uncramp.domain.pregnancy import FULL_TERM, PregnancyStage
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.files.profile import read_value
from uncramp.i18n import _, plural

_OF_PREGNANCY = frozenset({Tag.PREGNANT, Tag.FROM_WEEK_16, Tag.LATE_PREGNANCY})
_LONGEST_WEEK = 2
"""Digits in a week of pregnancy; whatever is longer is meant as a date."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What an answer comes to."""

    profile: Profile | None
    """The changed profile; `None` where nothing changes."""
    told: str = ""
    """What the person is told of it; where nothing changes, why not."""


@dataclass(frozen=True, slots=True)
class HasTag:
    """Whether a tag is true of the person."""

    tag: Tag
    words: str
    why: str

    @property
    def id(self) -> str:
        """The tag's name."""
        return self.tag.value

    def answer(self, person: Profile, today: date) -> str:  # noqa: ARG002
        """Yes, no, or yes by the calendar."""
        if self.tag in person.derived - person.tags:
            return _("yes, by your due date")
        return yes_or_no(yes=self.tag in person.all_tags())

    def step(self, person: Profile, today: date, by: int = 1) -> Edit:  # noqa: ARG002
        """The other of yes and no; what the calendar derives stays."""
        told = ""
        if self.tag in person.derived:
            told = _("This follows from your due date. Change the date to change this.")
            if self.tag not in person.tags:
                return Edit(None, told)
        return Edit(replace(person, tags=person.tags ^ {self.tag}), told)


@dataclass(frozen=True, slots=True)
class IsPregnant:
    """Whether the person is pregnant, said outright or by a due date."""

    words: str
    why: str
    id: str = Tag.PREGNANT.value

    def answer(self, person: Profile, today: date) -> str:  # noqa: ARG002
        """Yes or no, or late where somebody wrote so."""
        if Tag.LATE_PREGNANCY in person.tags:
            return _("yes, late")
        return yes_or_no(yes=Tag.PREGNANT in person.all_tags())

    def step(self, person: Profile, today: date, by: int = 1) -> Edit:  # noqa: ARG002
        """The other of yes and no. With a no the date goes, but after a late pregnancy the clot risk stays."""
        tags = person.all_tags()
        if Tag.PREGNANT not in tags:
            told = _("Now say when the baby is due. From week 16 on, more is changed for you.")
            return Edit(replace(person, tags=person.tags | {Tag.PREGNANT}), told)
        left = replace(person, tags=person.tags - _OF_PREGNANCY)
        if (
            _stage(person, today) is not PregnancyStage.AFTER_BIRTH
        ):  # then the date says no more than the clot risk
            left = replace(left, due_date=None, week=None, week_on=None)
        if Tag.LATE_PREGNANCY not in tags:
            return Edit(left, _("Was there a birth in the last 6 weeks? Then say yes to the clot risk too."))
        told = _(
            "Clot risk is now yes: it is highest in the 6 weeks after a birth. Say no if there was none."
        )
        return Edit(replace(left, tags=left.tags | {Tag.CLOT_RISK}), told)


@dataclass(frozen=True, slots=True)
class WhenDue:
    """When the baby is due: as a date, or as the week that it is today."""

    words: str
    why: str
    id: str = "due_date"

    @property
    def example(self) -> str:
        """Both ways."""
        return _("2027-03-01, or the week: 24")

    def answer(self, person: Profile, today: date) -> str:
        """What was said, and what it means today."""
        pregnancy = person.pregnancy
        if pregnancy is None:
            return _("not said")
        when = {
            PregnancyStage.PAST_DUE: _("past the due date"),
            PregnancyStage.AFTER_BIRTH: _("over"),
            PregnancyStage.UNLIKELY: _("too far ahead"),
        }.get(pregnancy.stage(today), _("week {n} today").format(n=max(0, pregnancy.week_on(today))))
        if person.due_date is None:
            return when
        return _("{day}, {when}").format(day=person.due_date.isoformat(), when=when)

    def text(self, person: Profile, today: date) -> str:
        """The date, or the week that it is today."""
        if person.due_date is not None:
            return person.due_date.isoformat()
        return str(max(0, person.pregnancy.week_on(today))) if person.pregnancy else ""

    def typed(self, person: Profile, today: date, text: str) -> Edit:
        """Take in a date or a week; it then says whether the person is pregnant, and no tag does."""
        none = replace(person, due_date=None, week=None, week_on=None)
        if not text:
            still = Tag.PREGNANT in person.all_tags()
            return Edit(replace(none, tags=person.tags | {Tag.PREGNANT}) if still else none)
        by_date = replace(none, tags=person.tags - _OF_PREGNANCY)
        as_week = text.isascii() and text.isdigit() and len(text) <= _LONGEST_WEEK
        value, problem = read_value("week" if as_week else "due_date", text)
        if isinstance(value, int):
            return Edit(replace(by_date, week=value, week_on=today))
        if not isinstance(value, date):
            return _refused(problem)
        said = replace(by_date, due_date=value)
        if _stage(said, today) is PregnancyStage.UNLIKELY:
            weeks = plural("{n} week", "{n} weeks", FULL_TERM)
            return Edit(None, _("That is more than {weeks} ahead. Check the year.").format(weeks=weeks))
        return Edit(said)


@dataclass(frozen=True, slots=True)
class OneOfFew:
    """A key of the profile with a few values, each with its words."""

    id: str
    words: str
    why: str
    choices: Mapping[Any, str]

    def answer(self, person: Profile, today: date) -> str:  # noqa: ARG002
        """The words of the value; a number of seconds for one that only a file can say."""
        value = getattr(person, self.id)
        return self.choices.get(value) or plural("{n} second", "{n} seconds", value)

    def step(self, person: Profile, today: date, by: int = 1) -> Edit:  # noqa: ARG002
        """The next value, round and round."""
        values, value = list(self.choices), getattr(person, self.id)
        at = values.index(value) + by if value in values else 0
        return Edit(_saying(person, self.id, values[at % len(values)]))


@dataclass(frozen=True, slots=True)
class NumberQuestion:
    """A phone number."""

    id: str
    words: str
    why: str
    otherwise: str
    """What stands there where the person has said none."""
    example: str

    def answer(self, person: Profile, today: date) -> str:
        """The number."""
        return self.text(person, today) or self.otherwise

    def text(self, person: Profile, today: date) -> str:  # noqa: ARG002
        """The number."""
        return str(getattr(person, self.id))

    def typed(self, person: Profile, today: date, text: str) -> Edit:  # noqa: ARG002
        """Take in a number."""
        value, problem = read_value(self.id, text) if text else ("", "")
        return _refused(problem) if value is None else Edit(_saying(person, self.id, value))


Chosen = HasTag | IsPregnant | OneOfFew
"""A question with a few answers, to go through one by one: `step` gives the next."""
Typed = WhenDue | NumberQuestion
"""A question whose answer is typed: `text` is the answer to begin with, `typed` takes in the new one."""


def yes_or_no(*, yes: bool) -> str:
    """An answer in one word."""
    return _("yes") if yes else _("no")


def _refused(problem: str) -> Edit:
    """A message that elsewhere follows the name of a key stands alone here."""
    return Edit(None, problem[:1].upper() + problem[1:])


def _saying(person: Profile, key: str, value: object) -> Profile:
    changes: dict[str, Any] = {key: value}
    return replace(person, **changes)


def _stage(person: Profile, today: date) -> PregnancyStage | None:
    return person.pregnancy.stage(today) if person.pregnancy else None
