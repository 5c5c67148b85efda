"""What the diary keeps: cramps, and sessions of practice.

An entry is checked when it is made: what can't be true of a cramp or a session is refused then. What the person has
not said is `None` or empty, and never guessed. No clock is read here: times come in.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache

from uncramp.domain.routine import Part, Purpose, Side

STRONGEST = 10
"""The end of the scale of strength: 0 is no pain, 10 the worst that the person can think of."""

LONGEST = 24 * 60 * 60
"""The longest cramp or session that is believed, in seconds."""

NOTE_LENGTH = 2_000

TRIED = 20
"""Seconds below which what was begun and left was only tried out. Our own choice."""

MOST_STEPS = 200
MOST_SIGNS = 50
"""How many steps and signs an entry can hold."""

_NAME_LENGTH = 200
_EARLIEST, _LATEST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_FIRST_YEAR = 1971
"""Before that a clock has lost its time: it begins with 1970."""
_WEST, _EAST = -12 * 60, 14 * 60
_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_SIGN = r"[a-z][a-z0-9_]{0,39}"
_NOON, _LATE = 12 * 60, 4 * 60


@lru_cache
def _ahead(minutes: int) -> timedelta:
    return timedelta(minutes=minutes)


@lru_cache
def _zone(minutes: int) -> timezone:
    return timezone(_ahead(minutes))


class DiaryError(ValueError):
    def __init__(self, key: str, message: str) -> None:
        super().__init__(f"{key}: {message}")
        self.key = key
        self.message = message


class State(StrEnum):
    """What the person was doing when the cramp began."""

    ASLEEP = "asleep"
    RESTING = "resting"
    ACTIVE = "active"


class Ending(StrEnum):
    """How a session ended. One that is being played is `INTERRUPTED` until it ends otherwise."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    """The person stopped it, or a warning sign did."""
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A moment, and what the clocks said where the person was.

    The offset is kept with the moment, so a change to summer time, or a move to another time zone, moves no entry
    of the past to another night.
    """

    utc: datetime
    """Whole seconds, in UTC."""
    offset: int
    """Minutes that the local clocks were ahead of UTC."""

    def __post_init__(self) -> None:
        if self.utc.tzinfo is not UTC or self.utc.microsecond:
            raise DiaryError("start", "give the moment in UTC and whole seconds")
        if not _EARLIEST <= self.utc <= _LATEST:
            raise DiaryError("start", "write a year from 1970 to 2199")
        if not _WEST <= self.offset <= _EAST:
            raise DiaryError("start", "write an offset from -12:00 to +14:00")

    @classmethod
    def of(cls, moment: datetime) -> "When":
        """The moment of an aware date and time, to the whole second and the whole minute of its offset."""
        offset = moment.utcoffset()
        if offset is None:
            raise DiaryError("start", "say how far the clocks are from UTC, such as +01:00")
        try:
            utc = moment.astimezone(UTC).replace(microsecond=0)
        except OverflowError as error:
            raise DiaryError("start", "write a year from 1970 to 2199") from error
        return cls(utc, round(offset / timedelta(minutes=1)))

    @property
    def local(self) -> datetime:
        """The date and the time of day where the person was."""
        return self.utc.astimezone(_zone(self.offset))

    @property
    def night(self) -> date:
        """The date on whose evening the night began: nights go from noon to noon. 00:40 is the night before."""
        return (self.utc + _ahead(self.offset - _NOON)).date()

    @property
    def day(self) -> date:
        """The day by which practice counts: until 4 in the morning it is still the day before."""
        return (self.utc + _ahead(self.offset - _LATE)).date()


@dataclass(frozen=True, slots=True)
class CrampEntry:
    id: str
    """A UUID as text. It stays the same through edits, export and import."""
    start: When
    relief: int | None = None
    """Seconds from the start to relief; `None` where the person has not said that it was gone."""
    side: Side | None = None
    """Left, right or both."""
    part: Part | None = None
    strength: int | None = None
    """At the start, from 0 to `STRONGEST`."""
    strength_after: int | None = None
    state: State | None = None
    routine: str = ""
    """The name of the routine that was begun for it; empty where none was."""
    steps: tuple[str, ...] = ()
    ended_in: str = ""
    """The name of the step in which relief came; empty where it didn't."""
    signs: tuple[str, ...] = ()
    note: str = ""
    unconfirmed: bool = False
    """Whether nobody has said yet that it was a cramp: first aid was begun for it, and left, cut off or killed."""

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check_seconds("relief", self.relief)
        if self.side is Side.AFFECTED:
            raise DiaryError("side", "write left, right or both")
        _check_strength("strength", self.strength)
        _check_strength("strength_after", self.strength_after)
        _check_text("routine", self.routine, _NAME_LENGTH)
        if len(self.steps) > MOST_STEPS:
            raise DiaryError("steps", f"write at most {MOST_STEPS} steps")
        for step in self.steps:
            _check_text("steps", step, _NAME_LENGTH)
        _check_text("steps", self.ended_in, _NAME_LENGTH)
        if self.signs:
            _check_signs(self.signs)
        _check_text("note", self.note, NOTE_LENGTH)

    @property
    def day(self) -> date:
        """The night that it belongs to, by the date on which the night began."""
        return self.start.night

    @property
    def counts(self) -> bool:
        return not self.unconfirmed


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """A session of practice. First aid is kept as the cramp that it was for."""

    id: str
    """A UUID as text. It stays the same through edits, export and import."""
    start: When
    routine: str
    title: str
    """The routine's title as it was then: the file may be gone by now."""
    purpose: Purpose
    planned: int
    """Seconds of the plan."""
    played: int = 0
    """Seconds that were played. Pauses and gaps are no play."""
    ending: Ending = Ending.INTERRUPTED

    def __post_init__(self) -> None:
        _check_id(self.id)
        if not self.routine:
            raise DiaryError("routine", "name the routine")
        _check_text("routine", self.routine, _NAME_LENGTH)
        _check_text("title", self.title, _NAME_LENGTH)
        if self.purpose is Purpose.FIRST_AID:
            raise DiaryError("purpose", "first aid is kept as a cramp, not as a session")
        _check_seconds("planned", self.planned)
        _check_seconds("played", self.played)

    @property
    def day(self) -> date:
        return self.start.day

    @property
    def counts(self) -> bool:
        """Whether it was practice."""
        return is_practice(self.played, self.planned)

    @property
    def tried(self) -> bool:
        """Whether it was only tried out: it is no practice, and was not broken off."""
        return not self.counts and self.played < TRIED


Entry = CrampEntry | SessionEntry


def is_practice(played: int, planned: int) -> bool:
    """Whether these seconds of a plan count as practice: at least half of it. Our own choice."""
    return played > 0 and played * 2 >= planned


def can_be_true(now: datetime) -> bool:
    """Whether a clock that says so can be right, and an entry can be of that time."""
    offset = now.utcoffset()
    in_a_zone = offset is not None and _WEST <= offset / timedelta(minutes=1) <= _EAST
    return in_a_zone and _FIRST_YEAR <= now.year < _LATEST.year


def check_not_ahead(start: When, now: datetime) -> None:
    """Refuse what has not happened yet.

    Raises:
        DiaryError: the moment is more than a minute after `now`.
    """
    if start.utc > now + timedelta(minutes=1):
        raise DiaryError("start", f"{start.local:%Y-%m-%d %H:%M} has not come yet: write a time of the past")


def _check_id(text: str) -> None:
    if not re.fullmatch(_UUID, text):
        raise DiaryError("id", "write a UUID in small letters, such as 3f2b8c1e-58a4-4a86-9d5c-0d9d4a1f7e22")


def _check_seconds(key: str, seconds: int | None) -> None:
    if seconds is not None and not 0 <= seconds <= LONGEST:
        raise DiaryError(key, f"write a number of seconds from 0 to {LONGEST}, which is a day")


def _check_strength(key: str, strength: int | None) -> None:
    if strength is not None and not 0 <= strength <= STRONGEST:
        raise DiaryError(key, f"write a whole number from 0 to {STRONGEST}")


def _check_signs(signs: tuple[str, ...]) -> None:
    if len(signs) > MOST_SIGNS or len(set(signs)) < len(signs):
        raise DiaryError("signs", f"write each sign once, and at most {MOST_SIGNS}")
    for sign in signs:
        if not re.fullmatch(_SIGN, sign):
            raise DiaryError("signs", "write a sign by its key, such as leg_swollen")


def _check_text(key: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise DiaryError(key, f"write at most {longest} characters; these are {len(text)}")
    if "\0" in text or not _can_be_encoded(text):
        raise DiaryError(key, "write letters that can be stored: there is half a character or a zero in it")


def _can_be_encoded(text: str) -> bool:
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


@dataclass(frozen=True, slots=True)
class DayCount:
    """What happened on one day and in the night that began on its evening."""

    day: date
    cramps: int = 0
    sessions: int = 0
    """Sessions that count as practice."""
    broken_off: int = 0
    """Sessions that were left before half of them."""
    unconfirmed: int = 0
    """What may have been a cramp."""


def count_entries(day: date, entries: Iterable[Entry]) -> DayCount:
    """Count the entries of one day."""
    return DayCount(day, **Counter(filter(None, map(_counted_as, entries))))


def _counted_as(entry: Entry) -> str | None:
    """The field that an entry counts in, `None` for what was only tried out. Queries count by the same properties."""
    if isinstance(entry, CrampEntry):
        return "cramps" if entry.counts else "unconfirmed"
    return "sessions" if entry.counts else None if entry.tried else "broken_off"
