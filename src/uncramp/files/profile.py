"""Reading the profile file: its keys, and a profile to go by whatever is wrong with the file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import NamedTuple

from uncramp.domain.own_keys import KEY_ACTIONS, OwnKeys, without_clashes
from uncramp.domain.pregnancy import parse_week
from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, ProfileNotice, SoundPreference, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.counts import Count
from uncramp.files.disk import LARGEST, UnreadableError, absent, read_bytes
from uncramp.files.document import KeyValue, MappingNode, Node, ScalarNode, SequenceNode, read_document
from uncramp.files.fields import SAYS_NO, Duration, Field, ListOf, Location, OneOf, SourceFile, Word, one_of
from uncramp.files.problems import Problem, Problems
from uncramp.files.records import Excludes, KeySpec, Needs, Record, Values, report_broken
from uncramp.files.text import HOW_TO_NAME, closest, shorten, well_named

_PHONE = r"[0-9+ ()/-]+"
_WITH_EXTENSION = r"(?=[0-9+(])[0-9+ ()/-]+([A-Za-z]{1,12}[.]? ?[0-9]{1,6})?"


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
        elif re.fullmatch(_WITH_EXTENSION if self.extension else _PHONE, text) is None:
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

    _LETTER = "[a-zA-Z]"

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
            elif re.fullmatch(self._LETTER, letter := value.text.strip()) is None:
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
    _between = r"[,;&]|\band\b|(?<=[\dm]) +(?=\d)"

    def read(self, node: Node, location: Location) -> tuple[time, ...] | None:
        if isinstance(node, ScalarNode):
            parts: list[Node] = [replace(node, text=part) for part in re.split(self._between, node.text)]
            node = SequenceNode(node.line, node.column, parts)
        found = self._list.read(node, location)
        return None if found is None else tuple(sorted(set(found)))


_SOUND = {"on": SoundPreference.TONES, "yes": SoundPreference.TONES, "true": SoundPreference.TONES}
_SOUND |= {"tone": SoundPreference.TONES} | dict.fromkeys((*SAYS_NO, "mute", "silent"), SoundPreference.OFF)
_COLOURS = ("colour", "colours", "color", "colors")
"""What somebody may call the theme: no word of their health, though it looks like some."""

PROFILE = Record(
    "a profile",
    (
        KeySpec("tags", Tags(), "What is true of you."),
        KeySpec("clot_risk_until", Day(), "The last day of a raised risk of a clot; the tag clot_risk is for good."),
        KeySpec("due_date", Day(), "The day the baby is due."),
        KeySpec("week", WeekField(), "The week of pregnancy on the day in 'week_on'."),
        KeySpec("week_on", Day(), "The day on which it was that week."),
        KeySpec(
            "usual_side", OneOf({side.value: side for side in (Side.LEFT, Side.RIGHT)}), "The side that usually cramps."
        ),
        KeySpec("emergency_number", PhoneNumber(), "Whom to call in an emergency."),
        KeySpec("doctor_number", PhoneNumber(extension=True), "Your doctor's phone number."),
        KeySpec("midwife_number", PhoneNumber(extension=True), "The number of your midwife or maternity unit."),
        KeySpec("get_ready", Duration(0, 60), "Time to get ready before a step by day."),
        KeySpec("plan", DayPlan(), "What you do each day, and how often: plan: {daily-calf: 2, legs-up: no}."),
        KeySpec("keys", KeysOfOnesOwn(), "Keys of your own: keys: {undo: z, sound: k}."),
        KeySpec("times", TimesOfDay(), "The times of day at which you exercise: times: [08:00, 20:30]."),
        KeySpec("theme", one_of(Theme), "The colours."),
        KeySpec("sound", one_of(SoundPreference, _SOUND), "What is heard."),
        KeySpec(
            "sound_at_night",
            OneOf[bool]({"yes": True, "no": False}, {"true": True, "on": True, "false": False, "off": False}),
            "Whether that is heard at night and in first aid, too.",
        ),
        KeySpec("motion", one_of(MotionPreference), "How much may move on the screen."),
        KeySpec("figures", one_of(FigurePreference), "What figures are drawn with."),
    ),
    (
        Excludes("due_date", "week", "they may contradict each other; keep the due date if you know it"),
        Needs(
            "week",
            "week_on",
            "the day on which it was that week, such as 2026-03-01, so that it can move on with the calendar",
        ),
        Needs("week_on", "week", "the week that it was on that day"),
    ),
    elsewhere={tag.value: f"'{tag.value}' is a tag: write tags: [{tag.value}]" for tag in Tag}
    | dict.fromkeys(("pregnancy", "expecting"), "say tags: [pregnant], or due_date: 2027-03-01")
    | dict.fromkeys(("due", "baby", "birth", "edd", "term"), "unknown key: write due_date: 2027-03-01")
    | dict.fromkeys(("month", "trimester", "gestation"), "unknown key: write week: 24, and week_on: 2026-03-01")
    | dict.fromkeys(("thrombosis", "dvt", "clot"), "unknown key: write tags: [clot_risk]")
    | dict.fromkeys(_COLOURS, "unknown key: write theme: auto, day, night or light")
    | {"clot_risk": "'clot_risk' is a tag: write tags: [clot_risk], or for a while clot_risk_until: 2027-01-07"},
)


def read_profile(data: bytes, *, path: str, problems: Problems) -> Profile | None:
    """What the person wrote, or `None` if anything is wrong with it; takes what `read_document` does."""
    before = problems.count
    values = _values(_root(data, path, problems), path, problems)
    return Profile(**values) if problems.count == before else None


def read_value(key: str, text: str) -> tuple[object | None, str]:
    """Read what was typed for one key as the file's reader does: the value, or what is wrong with it."""
    problems = Problems()
    field = next(spec.field for spec in PROFILE.keys if spec.name == key)
    value = field.read(ScalarNode(text, plain=True, line=1, column=1), Location(SourceFile("", problems)))
    return None if problems else value, "".join(problem.message for problem in problems)


def _root(data: bytes, path: str, problems: Problems) -> Node | None:
    """The tree of the file; `None` where it says nothing, on purpose or not."""
    return None if _only_comments(data) else read_document(data, path, problems)


def _values(node: Node | None, path: str, problems: Problems) -> Values:
    """What can be read of a profile, by key."""
    if node is None:
        return {}
    values = PROFILE.read(node, Location(SourceFile(path, problems)))
    if "week" in values:
        values["week"], days = values["week"]
        if "week_on" in values:
            values["week_on"] -= timedelta(days)
    return values


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
    path: Path
    profile: Profile
    problems: tuple[Problem, ...] = ()
    """What is wrong in the file, or with it. The notices say whether the profile is on the safer side for it."""
    notices: tuple[ProfileNotice, ...] = ()
    there: bool = True
    """Whether there is a file, readable or not."""


def load_profile(path: Path, today: date) -> LoadedProfile:
    """Read the profile for today.

    Without a file it is the empty one. Of a file with problems what can be read is kept. Where a tag or a date may be
    among what can't, the tags of the safer profile are added. Nothing is raised, and nothing waited for.
    """
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        if absent(path, error):
            return LoadedProfile(path, Profile(), there=False)
        return LoadedProfile(path, SAFER_PROFILE, (error.problem,), (ProfileNotice.NOT_READ,))

    problems = Problems()
    node = _root(data, str(path), problems)
    of_document = tuple(problems)
    profile = Profile(**_values(node, str(path), problems)).on(today)
    if not problems:
        return LoadedProfile(path, profile, (), profile.notices(today))
    if isinstance(node, MappingNode) and _health_is_sure(node, of_document):
        return LoadedProfile(path, profile, tuple(problems), (ProfileNotice.IN_PART, *profile.notices(today)))
    safer = replace(profile, tags=profile.tags | SAFER_PROFILE.tags)
    return LoadedProfile(path, safer, tuple(problems), (ProfileNotice.NOT_READ,))


_OF_HEALTH = ("tags", "clot_risk_until", "due_date", "week", "week_on")
_PREFERENCES = frozenset(key.name for key in PROFILE.keys) - frozenset(_OF_HEALTH) | frozenset(_COLOURS)


def _health_is_sure(node: MappingNode, of_document: Iterable[Problem]) -> bool:
    """Whether every tag and every date of a file was read, whatever is wrong with the rest of it."""
    for problem in of_document:
        above = [name for name, entry in node.entries.items() if entry.key.line <= problem.line]
        hidden = problem.message.startswith("hidden")  # it hides no more than its line
        if problem.key.partition(", ")[0] not in _PREFERENCES and not (hidden and above and above[-1] in _PREFERENCES):
            return False
    found = Problems()
    location = Location(SourceFile("", found))
    for key in PROFILE.keys:
        if key.name in _OF_HEALTH and key.name in node.entries:
            key.field.read(node.entries[key.name].value, location)
    report_broken(PROFILE.rules, node, node.entries, {}, location)
    return not found and not any(map(_may_be_health, node.entries.values()))


def _may_be_health(entry: KeyValue) -> bool:
    """Whether a key that is not known, or its value, may be meant for a tag or a date of the person's health."""
    from uncramp.domain.dates import is_like_a_date  # late, as in `Day`

    name = entry.key.text.strip().casefold()
    if entry.key.text in _OF_HEALTH or name in _PREFERENCES:  # `Tags` is none: it is not read
        return False
    known = (*Tag, *_OF_HEALTH, *_PREFERENCES)
    value = entry.value
    items = value.items if isinstance(value, SequenceNode) else [value]
    said = {item.text.strip().casefold() for item in items if isinstance(item, ScalarNode)}
    meant = name in PROFILE.elsewhere or closest(name, known) not in (None, *_PREFERENCES)
    return meant or any(closest(one, list(Tag)) or is_like_a_date(one) for one in said)
