"""How far a pregnancy is on a day, and what of it changes a plan. The day comes in as an argument.

Sources: E26 (from week 16 nothing flat on the back), E25 (from week 28 asleep on a side), E21 (the risk of a clot is
highest after birth, to six weeks). A due date is week 40+0. The weeks and tags after it are our choice: a birth comes at
most two weeks late, so that eight weeks after the due date the six weeks after it have passed for everybody.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from uncramp.domain.routine import Tag

PREGNANCY_TAGS = frozenset({Tag.PREGNANT, Tag.FROM_WEEK_16, Tag.LATE_PREGNANCY})
_WEEK = 7
_WEEK_WORDS = (
    r"(?:weeks?|wk|w)? ?(\d{1,2})(?: ?(?:weeks?|wks?|w))?(?:(?: ?\+ ?| and | ?, ?| |(?<=[a-z]))(\d)(?:/7| ?days?| ?d)?)?"
    r"(?: ?/ ?40| ?weeks?)?"
)
"""A week as midwives write it: `30`, `week 30`, `30+2`, `30w2d`, `30 weeks 2 days`, `30/40`."""
FULL_TERM = 40
"""The week that begins on the due date."""
LATE_FROM = 28
MIDDLE_FROM = 16
AFTER_BIRTH_FROM = 6
"""Weeks after the due date from which the pregnancy counts as over."""
OVER_FROM = 8
"""Weeks after the due date from which the risk of a clot after birth counts as over, too."""


class PregnancyStage(StrEnum):
    """How far a pregnancy is, in the order of time; `UNLIKELY` stands outside it."""

    EARLY = "early"
    FROM_WEEK_16 = "from_week_16"
    LATE = "late"
    PAST_DUE = "past_due"
    """The due date has passed: whether the baby is born is not known, so both are taken as true."""
    AFTER_BIRTH = "after_birth"
    """Six weeks past the due date: the pregnancy is over. The risk of a clot after birth is not yet."""
    OVER = "over"
    """Eight weeks past the due date: it changes nothing any more."""
    UNLIKELY = "unlikely"
    """What was written down lies in a future that no pregnancy of today reaches: it, or the clock, is wrong."""

    @property
    def tags(self) -> frozenset[Tag]:
        """What is true of the person; the tags that these imply are not in it."""
        return _TAGS[self]


def parse_week(text: str) -> tuple[int, int] | None:
    """The whole weeks and the days of what somebody writes for how far a pregnancy is; `None` where it is none."""
    import unicodedata  # late: only what is typed needs it

    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    match = re.fullmatch(_WEEK_WORDS, plain, re.ASCII)
    if match is None or int(match[2] or 0) >= _WEEK:
        return None
    return int(match[1]), int(match[2] or 0)


_UNSURE = frozenset({Tag.LATE_PREGNANCY, Tag.CLOT_RISK})
_TAGS = {
    PregnancyStage.EARLY: frozenset({Tag.PREGNANT}),
    PregnancyStage.FROM_WEEK_16: frozenset({Tag.FROM_WEEK_16}),
    PregnancyStage.LATE: frozenset({Tag.LATE_PREGNANCY}),
    PregnancyStage.PAST_DUE: _UNSURE,
    PregnancyStage.AFTER_BIRTH: frozenset({Tag.CLOT_RISK}),
    PregnancyStage.OVER: frozenset(),
    PregnancyStage.UNLIKELY: _UNSURE,
}


@dataclass(frozen=True, slots=True)
class Pregnancy:
    week: int
    """Whole weeks, as midwives count: 24 means 24+0."""
    day: date
    stated: bool = True
    """Whether the day is the one on which the week was written down, and so can't lie in the future."""

    @classmethod
    def due(cls, day: date) -> "Pregnancy":
        return cls(FULL_TERM, day, stated=False)

    def week_on(self, today: date) -> int:
        """The whole weeks of pregnancy on a day; below 0 before it began, and counting on past its end."""
        week = self.week + (today - self.day).days // _WEEK
        return max(week, self.week) if self.stated else week

    def days_on(self, today: date) -> int:
        return (today - self.day).days % _WEEK

    def stage(self, today: date) -> PregnancyStage:
        passed = (today - self.day).days
        if -passed > (1 if self.stated else FULL_TERM * _WEEK):  # one day for those who travel west
            return PregnancyStage.UNLIKELY
        past_due = passed - (FULL_TERM - self.week) * _WEEK
        if past_due >= OVER_FROM * _WEEK:
            return PregnancyStage.OVER
        if past_due >= AFTER_BIRTH_FROM * _WEEK:
            return PregnancyStage.AFTER_BIRTH
        if past_due > 0:
            return PregnancyStage.PAST_DUE
        week = self.week_on(today)
        if week >= LATE_FROM:
            return PregnancyStage.LATE
        return PregnancyStage.FROM_WEEK_16 if week >= MIDDLE_FROM else PregnancyStage.EARLY
