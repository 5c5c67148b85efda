"""Kinds of values that only a profile has: dates, phone numbers, and tags."""

import re
from dataclasses import dataclass
from datetime import date

from uncramp.domain.routine import Tag
from uncramp.files.fields import Field, OneOf, Schema, Word, one_of
from uncramp.files.location import Place, describe
from uncramp.files.nodes import Node, Refused, Scalar, Sequence
from uncramp.files.text import shorten

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PHONE = re.compile(r"[0-9+ ()/-]+")


@dataclass(frozen=True)
class Day(Word[date]):
    """A day of the calendar, in years that a person's profile can speak of."""

    first_year: int = 2000
    last_year: int = 2100
    what = "a date such as 2026-03-01"

    def parse(self, text: str, node: Scalar, place: Place) -> date | None:
        shown = shorten(text)
        found = _DAY.fullmatch(text)
        if found is None:
            place.problem(node, f"'{shown}' is no date: write year-month-day, such as 2026-03-01")
            return None
        year, month, day = (int(part) for part in found.groups())
        try:
            made = date(year, month, day)
        except ValueError:
            place.problem(node, f"there is no day '{shown}': write year-month-day, such as 2026-03-01")
            return None
        if self.first_year <= year <= self.last_year:
            return made
        place.problem(
            node, f"{shown} is out of range: the year is from {self.first_year} to {self.last_year}"
        )
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_DAY.pattern}$"}


@dataclass(frozen=True)
class PhoneNumber(Word[str]):
    """A phone number as people write it."""

    longest: int = 30
    fewest_digits: int = 2
    what = "a phone number such as 112 or +44 20 7946 0000"

    def parse(self, text: str, node: Scalar, place: Place) -> str | None:
        text = " ".join(text.split())
        if len(text) > self.longest:
            place.problem(node, f"is {len(text)} characters long: {self.longest} at most")
        elif _PHONE.fullmatch(text) is None:
            place.problem(
                node, f"'{shorten(text)}' is no phone number: digits, spaces and + ( ) - / belong here"
            )
        elif sum(char.isdigit() for char in text) < self.fewest_digits:
            place.problem(node, f"'{shorten(text)}' has too few digits: {self.fewest_digits} at least")
        else:
            return text
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_PHONE.pattern}$", "maxLength": self.longest}


@dataclass(frozen=True)
class Tags(Field[frozenset[Tag]]):
    """A list of tags. Those that can be read are kept when others can't: none that was said is lost."""

    example: str = "[varicose_veins, flat_feet]"

    def read(self, node: Node, place: Place) -> frozenset[Tag] | None:
        if isinstance(node, Sequence):
            read = (self._item.read(item, place.item(nth)) for nth, item in enumerate(node.items))
            return frozenset(tag for tag in read if tag is not None)
        if not isinstance(node, Refused):
            place.problem(node, f"must be a list, not {describe(node)}: write {self.example}")
        return None

    def schema(self) -> Schema:
        return {"type": "array", "items": self._item.schema()}

    @property
    def _item(self) -> OneOf[Tag]:
        return one_of(Tag)
