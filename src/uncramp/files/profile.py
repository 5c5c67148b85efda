"""Reading the profile file: its keys, and a profile to go by whatever is wrong with the file."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, ProfileNotice, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.disk import LARGEST, UnreadableError, absent, read_bytes
from uncramp.files.document import Node, ScalarNode, SequenceNode, read_document
from uncramp.files.fields import Count, Duration, Field, Location, OneOf, Schema, SourceFile, Word, one_of
from uncramp.files.problems import Problem, Problems
from uncramp.files.records import Excludes, KeySpec, Needs, Record, Values
from uncramp.files.text import shorten

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PHONE = re.compile(r"[0-9+ ()/-]+")
_WITH_EXTENSION = re.compile(r"(?=[0-9+(])[0-9+ ()/-]+([A-Za-z]{1,12}[.]? ?[0-9]{1,6})?")


class Day(Word[date]):
    """A day of the calendar, in years that a person's profile can speak of."""

    first_year, last_year = 2000, 2100
    what = "a date such as 2026-03-01"

    def parse(self, text: str, node: ScalarNode, location: Location) -> date | None:
        shown = shorten(text)
        match = _DAY.fullmatch(text)
        if match is None:
            location.problem(node, f"'{shown}' is no date: write year-month-day, such as 2026-03-01")
            return None
        year, month, day = (int(part) for part in match.groups())
        try:
            made = date(year, month, day)
        except ValueError:
            location.problem(node, f"there is no day '{shown}': write year-month-day, such as 2026-03-01")
            return None
        if self.first_year <= year <= self.last_year:
            return made
        location.problem(node, f"{shown} is out of range: the year is from {self.first_year} to {self.last_year}")
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_DAY.pattern}$"}


@dataclass(frozen=True)
class PhoneNumber(Word[str]):
    """A phone number as people write it, maybe with an extension such as `ext 12` behind it."""

    extension: bool = False
    longest, fewest_digits = 30, 2
    what = "a phone number such as 112 or +44 20 7946 0000"

    def parse(self, text: str, node: ScalarNode, location: Location) -> str | None:
        text = " ".join(text.split())
        if len(text) > self.longest:
            location.problem(node, f"is {len(text)} characters long: {self.longest} at most")
        elif self._pattern.fullmatch(text) is None:
            behind = ", and behind them an extension such as ext 12" if self.extension else ""
            here = f"digits, spaces and + ( ) - / belong here{behind}"
            location.problem(node, f"'{shorten(text)}' is no phone number: {here}")
        elif sum(char.isdigit() for char in text) < self.fewest_digits:
            location.problem(node, f"'{shorten(text)}' has too few digits: {self.fewest_digits} at least")
        else:
            return text
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self._pattern.pattern}$", "maxLength": self.longest}

    @property
    def _pattern(self) -> re.Pattern[str]:
        return _WITH_EXTENSION if self.extension else _PHONE


_TAG = one_of(Tag)


class Tags(Field[frozenset[Tag]]):
    """A list of tags. Those that can be read are kept where others can't."""

    def read(self, node: Node, location: Location) -> frozenset[Tag] | None:
        if isinstance(node, SequenceNode):
            read = (_TAG.read(item, location.item(nth)) for nth, item in enumerate(node.items))
            return frozenset(tag for tag in read if tag is not None)
        location.expected(node, "a list", "write [varicose_veins, flat_feet]")
        return None

    def schema(self) -> Schema:
        return {"type": "array", "items": _TAG.schema()}


PROFILE = Record(
    "a profile",
    (
        KeySpec("tags", Tags(), "What is true of you."),
        KeySpec("clot_risk_until", Day(), "The last day of a raised risk of a clot; the tag clot_risk is for good."),
        KeySpec("due_date", Day(), "The day the baby is due."),
        KeySpec("week", Count(1, 42), "The week of pregnancy on the day in 'week_on'."),
        KeySpec("week_on", Day(), "The day on which it was that week."),
        KeySpec(
            "usual_side", OneOf({side.value: side for side in (Side.LEFT, Side.RIGHT)}), "The side that usually cramps."
        ),
        KeySpec("emergency_number", PhoneNumber(), "Whom to call in an emergency."),
        KeySpec("doctor_number", PhoneNumber(extension=True), "Your doctor's phone number."),
        KeySpec("midwife_number", PhoneNumber(extension=True), "The number of your midwife or maternity unit."),
        KeySpec("get_ready", Duration(0, 60), "Time to get ready before a step by day."),
        KeySpec("theme", one_of(Theme), "The colours."),
        KeySpec("sound", OneOf({"on": True, "off": False}), "Whether there is sound."),
        KeySpec("motion", one_of(MotionPreference), "How much may move on the screen."),
        KeySpec("figures", one_of(FigurePreference), "What figures are drawn with."),
    ),
    (
        Excludes("due_date", "week", "they may contradict each other; keep the due date if you know it"),
        Needs("week", "week_on", "the day on which it was that week, so that it can move on with the calendar"),
        Needs("week_on", "week", "the week that it was on that day"),
    ),
    elsewhere={tag.value: f"'{tag.value}' is a tag: write tags: [{tag.value}]" for tag in Tag}
    | {"clot_risk": "'clot_risk' is a tag: write tags: [clot_risk], or for a while clot_risk_until: 2027-01-07"},
)


def read_profile(data: bytes, *, path: str, problems: Problems) -> Profile | None:
    """What the person wrote, or `None` if anything is wrong with it; takes what `read_document` does."""
    before = problems.count
    values = read_values(data, path, problems)
    return Profile(**values) if problems.count == before else None


def read_value(key: str, text: str) -> tuple[object | None, str]:
    """Read what was typed for one key as the file's reader does: the value, or what is wrong with it."""
    problems = Problems()
    field = next(spec.field for spec in PROFILE.keys if spec.name == key)
    value = field.read(ScalarNode(text, plain=True, line=1, column=1), Location(SourceFile("", problems)))
    return value, "".join(problem.message for problem in problems)


def read_values(data: bytes, path: str, problems: Problems) -> Values:
    """What can be read of a profile file, by key."""
    if _only_comments(data):
        return {}
    node = read_document(data, path, problems)
    location = Location(SourceFile(path, problems))
    return PROFILE.read(node, location) if node is not None else {}


def _only_comments(data: bytes) -> bool:
    """Whether the file says nothing on purpose. An empty file may have lost what it held."""
    try:
        lines = [line.strip() for line in data.removeprefix(b"\xef\xbb\xbf").decode().splitlines()]
    except UnicodeDecodeError:
        return False
    return len(data) <= LARGEST and any(lines) and all(line.startswith("#") for line in lines if line)


SAFER_PROFILE = Profile(frozenset({Tag.LATE_PREGNANCY, Tag.CLOT_RISK}))
"""For a person of whom nothing is known: what could harm someone late in pregnancy or prone to clots is left out."""


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """The profile in force, and what is wrong with its file."""

    path: Path
    profile: Profile
    """As it is true today."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in the file, or with it. If anything is, the profile is on the safer side."""
    notices: tuple[ProfileNotice, ...] = ()
    there: bool = True
    """Whether there is a file, readable or not."""


def load_profile(path: Path, today: date) -> LoadedProfile:
    """Read the profile for today.

    Without a file it is the empty one. Of a file with problems what can be read is kept, and the tags of the
    safer profile are added. Nothing is raised, and nothing waited for.
    """
    problems = Problems()
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        if absent(path, error):
            return LoadedProfile(path, Profile(), there=False)
        return LoadedProfile(path, SAFER_PROFILE, (error.problem,), (ProfileNotice.NOT_READ,))

    profile = Profile(**read_values(data, str(path), problems)).on(today)
    if problems:
        safer = replace(profile, tags=profile.tags | SAFER_PROFILE.tags)
        return LoadedProfile(path, safer, tuple(problems), (ProfileNotice.NOT_READ,))
    return LoadedProfile(path, profile, (), profile.notices(today))
