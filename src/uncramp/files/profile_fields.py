"""Kinds of values in a profile: days, weeks, times, phone numbers, tags, the day's plan and keys of one's own."""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple

from uncramp.domain.own_keys import KEY_ACTIONS, OwnKeys, without_clashes
from uncramp.domain.pregnancy import parse_week
from uncramp.domain.routine import Tag
from uncramp.files.counts import Count
from uncramp.files.document import MappingNode, Node, ScalarNode, SequenceNode
from uncramp.files.fields import SAYS_NO, Field, ListOf, Location, Word, one_of
from uncramp.files.text import HOW_TO_NAME, shorten, well_named

_PHONE = re.compile(r"[0-9+ ()/-]+")
_WITH_EXTENSION = re.compile(r"(?=[0-9+(])[0-9+ ()/-]+([A-Za-z]{1,12}[.]? ?[0-9]{1,6})?")


class Day(Word[date]):
    """A day of the calendar, in years that a person's profile can speak of."""

    first_year, last_year = 2000, 2100
    what = "a date such as 2026-03-01"

    def parse(self, text: str, node: ScalarNode, location: Location) -> date | None:
        from uncramp.domain.dates import DateError, calendar_days  # late: hardly any profile has a date

        shown = shorten(text)
        try:
            days = calendar_days(text)
        except DateError:
            location.problem(node, f"there is no day '{shown}': write year-month-day, such as 2026-03-01")
            return None
        if not days:
            location.problem(node, f"'{shown}' is no date: write year-month-day, such as 2026-03-01")
        elif len(days) > 1:
            options = " or ".join(day.isoformat() for day in days)
            location.problem(node, f"'{shown}' can be one of two days: write {options}")
        elif not self.first_year <= days[0].year <= self.last_year:
            location.problem(node, f"{shown} is out of range: the year is from {self.first_year} to {self.last_year}")
        else:
            return days[0]
        return None


@dataclass(eq=False)
class PhoneNumber(Word[str]):
    """A phone number as people write it, maybe with an extension such as `ext 12` behind it."""

    extension: bool = False
    longest, fewest_digits = 30, 2
    what = "a phone number such as 112 or +44 20 7946 0000"

    def parse(self, text: str, node: ScalarNode, location: Location) -> str | None:
        text = " ".join(text.split())
        if len(text) > self.longest:
            location.problem(node, f"is {len(text)} characters long: {self.longest} at most")
        elif (_WITH_EXTENSION if self.extension else _PHONE).fullmatch(text) is None:
            behind = ", and behind them an extension such as ext 12" if self.extension else ""
            here = f"digits, spaces and + ( ) - / belong here{behind}"
            location.problem(node, f"'{shorten(text)}' is no phone number: {here}")
        elif sum(char.isdigit() for char in text) < self.fewest_digits:
            location.problem(node, f"'{shorten(text)}' has too few digits: {self.fewest_digits} at least")
        else:
            return text
        return None


class Weeks(NamedTuple):
    weeks: int
    days: int


class WeekField(Word[Weeks]):
    """A week of pregnancy, with days or without: `30`, `30+2`, `30 weeks 2 days`."""

    least, most = 1, 42
    what = "a week of pregnancy such as 24 or 30+2"

    def parse(self, text: str, node: ScalarNode, location: Location) -> Weeks | None:
        found = parse_week(text)
        if found is None:
            location.problem(node, f"'{shorten(text)}' is no week: write it as 24 or 30+2")
        elif not self.least <= found[0] <= self.most:
            location.problem(node, f"{shorten(text)} is out of range: from {self.least} to {self.most}")
        else:
            return Weeks(*found)
        return None


_TAG = one_of(Tag)


class Tags(Field[frozenset[Tag]]):
    """A list of tags. Those that can be read are kept where others can't."""

    _LIST = ListOf(_TAG, len(Tag), example="[varicose_veins, flat_feet]")

    def read(self, node: Node, location: Location) -> frozenset[Tag] | None:
        if isinstance(node, SequenceNode):
            read = (_TAG.read(item, location.item(nth)) for nth, item in enumerate(node.items))
            return frozenset(tag for tag in read if tag is not None)
        location.expected(node, "a list", self._LIST.as_list(node, location))
        return None


class DayPlan(Field[tuple[tuple[str, int], ...]]):
    """Routines by name, each with how often a day; `no` takes one out of the plan."""

    _times = Count(0, 6)

    def read(self, node: Node, location: Location) -> tuple[tuple[str, int], ...] | None:
        if not isinstance(node, MappingNode):
            location.expected(node, "a group", "write plan: {daily-calf: 2}")
            return None
        found: dict[str, int] = {}
        for name, entry in node.entries.items():
            here, value = location.key(name), entry.value
            if not well_named(name):
                slug = "-".join(name.casefold().replace("_", " ").split())
                right = f"write {slug}" if well_named(slug) else HOW_TO_NAME
                here.problem(entry.key, f"'{shorten(name)}' can't be the name of a routine: {right}")
            elif isinstance(value, ScalarNode) and value.text.strip() in SAYS_NO:
                found[name] = 0
            elif (times := self._times.read(value, here)) is not None:
                found[name] = times
        return tuple(found.items())


class KeysOfOnesOwn(Field[OwnKeys]):
    """Actions by name, each with the letter of its key. A wrong entry costs that entry alone."""

    _LETTER = re.compile("[a-zA-Z]")

    def read(self, node: Node, location: Location) -> OwnKeys | None:
        if not isinstance(node, MappingNode):
            location.expected(node, "a group", "write keys: {undo: z}")
            return None
        found: dict[str, str] = {}
        for name, entry in node.entries.items():
            here, value = location.key(name), entry.value
            if name not in KEY_ACTIONS:
                meant = here.meant(name, KEY_ACTIONS, f"there are {', '.join(KEY_ACTIONS)}")
                here.problem(entry.key, f"no key does '{shorten(name)}': {meant}")
            elif not isinstance(value, ScalarNode):
                here.expected(value, "one letter from a to z")
            elif self._LETTER.fullmatch(letter := value.text.strip()) is None:
                kept = "Enter, Esc, Space, !, digits and arrows keep what they do"
                here.problem(
                    value, f"'{shorten(letter)}' can't be a key of your own: write one letter from a to z. {kept}"
                )
            else:
                found[name] = letter.lower()
        good, clashing = without_clashes(found)
        for name, other in clashing.items():
            key = found[name]
            message = (
                f"'{key}' is the key of '{other}' on the same page: take another letter, or give '{other}' one, too"
            )
            location.key(name).problem(node.entries[name].value, message)
        return tuple(good.items())


class ClockTime(Word[time]):
    what = "a time of day such as 08:00 or 8pm"

    def parse(self, text: str, node: ScalarNode, location: Location) -> time | None:
        from uncramp.domain.dates import DateError  # late, as in `Day`
        from uncramp.domain.times import clock_times

        shown = shorten(text)
        try:
            found = clock_times(text)
        except DateError as error:
            location.problem(node, f"'{shown}' {error}")
            return None
        if len(found) == 1 and not found[0].second:
            return found[0]
        options = " or ".join(f"{one:%H:%M}" for one in found[1:] and found)
        told = f"can be either: write {options}" if options else "is no time of day: write one such as 08:00 or 8pm"
        location.problem(node, f"'{shown}' {told}")
        return None


class TimesOfDay(Field[tuple[time, ...]]):
    """Times of day: a list, or as people type them, `8:00, 20:30`."""

    _list = ListOf(ClockTime(), 6, example="[08:00, 20:30]")
    _between = re.compile(r"[,;&]|\band\b")

    def read(self, node: Node, location: Location) -> tuple[time, ...] | None:
        if isinstance(node, ScalarNode):
            parts: list[Node] = [replace(node, text=part) for part in self._between.split(node.text)]
            node = SequenceNode(node.line, node.column, parts)
        found = self._list.read(node, location)
        return None if found is None else tuple(sorted(set(found)))
