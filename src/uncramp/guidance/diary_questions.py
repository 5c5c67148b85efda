"""What can be said of an entry of the diary, field by field: how it is asked, shown, chosen and typed.

Nothing here asks or saves anything; the time comes in as an argument.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from uncramp.domain.diary import (
    NOTE_LENGTH,
    STRONGEST,
    CrampEntry,
    DiaryError,
    Ending,
    Entry,
    State,
    When,
)
from uncramp.domain.duration import DurationError, parse_duration, write_duration
from uncramp.domain.routine import Part, Side
from uncramp.domain.times import parse_moment
from uncramp.files.text import visible
from uncramp.i18n import _, plural
from uncramp.words.diary import ending_word, part_word, side_word, state_word
from uncramp.words.session import spoken_time

_SHORT = 60
_STEPS = 2_000
_BETWEEN = ";"
"""Between the names of steps, which may hold commas."""

UNSAID = "minus"
"""The key that takes an answer back."""


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """A field with a few answers, each with a key of its own."""

    id: str
    words: str
    choices: Mapping[str, tuple[Any, str]]
    """By key: the value, and its word."""

    def answer(self, entry: Entry) -> str:
        """The word for what the entry says."""
        value = getattr(entry, self.id)
        return next((word for known, word in self.choices.values() if known == value), _("not said"))

    def pick(self, entry: Entry, key: str) -> Entry:
        """The entry with the answer of a key."""
        return _with(entry, self.id, self.choices[key][0])

    def step(self, entry: Entry, by: int) -> Entry:
        """The entry with the next answer, round and round."""
        values = [value for value, _word in self.choices.values()]
        value = getattr(entry, self.id)
        at = values.index(value) + by if value in values else 0
        return _with(entry, self.id, values[at % len(values)])


@dataclass(frozen=True, slots=True)
class TextField:
    """A field whose answer is typed."""

    id: str
    words: str
    example: str
    shown: Callable[[Any], str]
    """The value in words, never empty."""
    text: Callable[[Any], str]
    """The value as it is typed."""
    read: Callable[[str, datetime], object]
    """Reads what was typed at a time; raises `DiaryError`."""
    longest: int = _SHORT
    needed: bool = False
    """Whether it can't be left empty."""

    def answer(self, entry: Entry) -> str:
        """What the entry says, in words."""
        return self.shown(getattr(entry, self.id))

    def typed(self, entry: Entry, text: str, now: datetime) -> Entry:
        """The entry with what was typed; nothing typed takes the answer out.

        Raises:
            DiaryError: it is no answer; the message says what would be right.
        """
        if text.strip() == self.text(getattr(entry, self.id)):
            return entry
        if not text.strip() and self.needed:
            raise DiaryError(self.id, _("This has to be there."))
        return _with(entry, self.id, self.read(text.strip(), now))


@dataclass(frozen=True, slots=True)
class CheckField:
    """The warning signs: each is there or not."""

    id: str
    words: str

    def answer(self, entry: Entry) -> str:
        """How many there were."""
        signs = getattr(entry, self.id)
        return plural("{n} ticked", "{n} ticked", len(signs)) if signs else _("none ticked")

    @staticmethod
    def take(entry: CrampEntry, ticked: tuple[str, ...]) -> CrampEntry:
        """The entry with other ticks."""
        return replace(entry, signs=ticked)


Question = ChoiceField | TextField | CheckField


def questions_for(entry: Entry | None) -> tuple[Question, ...]:
    """What can be said of a cramp or a session; of a cramp that is still to be written where there is none yet."""
    return _of_a_cramp() if entry is None or isinstance(entry, CrampEntry) else _of_a_session()


def _of_a_cramp() -> tuple[Question, ...]:
    sides = (Side.LEFT, Side.RIGHT, Side.BOTH)
    return (
        _when(),
        ChoiceField("side", _("Which side?"), _few({side: side_word(side) for side in sides})),
        ChoiceField("part", _("Where?"), _few({part: part_word(part) for part in Part})),
        _time("relief", _("How long until it was gone?")),
        ChoiceField("strength", _("How strong at first?"), _scale()),
        ChoiceField("strength_after", _("How strong after?"), _scale()),
        ChoiceField("state", _("What were you doing?"), _few({state: state_word(state) for state in State})),
        CheckField("signs", _("Any of the warning signs?")),
        TextField(
            "steps",
            _("What did you do?"),
            _("such as: pulled the toes; walked"),
            _named,
            _listed,
            _names,
            _STEPS,
        ),
        _text("ended_in", _("What eased it?"), _("such as: walked"), 200),
        _text("note", _("Anything else?"), _("such as: long walk that day"), NOTE_LENGTH),
    )


def _of_a_session() -> tuple[Question, ...]:
    endings = {ending: ending_word(ending) for ending in Ending}
    return (_when(), _time("played", _("How long did you do it?"), needed=True), _ended(endings))


def _ended(endings: Mapping[Ending, str]) -> ChoiceField:
    choices = {str(nth): (value, word) for nth, (value, word) in enumerate(endings.items(), 1)}
    return ChoiceField("ending", _("How did it end?"), choices)


def _few(words: Mapping[Any, str]) -> Mapping[str, tuple[Any, str]]:
    numbered = {str(nth): (value, word) for nth, (value, word) in enumerate(words.items(), 1)}
    return numbered | {UNSAID: (None, _("not said"))}


def _scale() -> Mapping[str, tuple[Any, str]]:
    """0 to 9 by their keys; 10 has one of its own."""
    words = {0: _("no pain"), STRONGEST: _("10, the worst")}
    digits: dict[str, tuple[Any, str]] = {str(n): (n, words.get(n, str(n))) for n in range(STRONGEST)}
    return digits | {"t": (STRONGEST, words[STRONGEST]), UNSAID: (None, _("not said"))}


def _when() -> TextField:
    return TextField(
        "start",
        _("When did it begin?"),
        _("03:10, yesterday 3:10 or 2026-11-22 03:10"),
        _moment_text,
        _moment_text,
        lambda text, now: parse_moment(text, now, lambda local: local.astimezone()),
        needed=True,
    )


def _moment_text(when: When) -> str:
    """A moment as it is typed; with its offset where the clocks here would say something else."""
    local = when.local
    elsewhere = local.replace(tzinfo=None).astimezone().utcoffset() != local.utcoffset()
    return local.strftime("%Y-%m-%d %H:%M") + (local.isoformat()[-len("+01:00") :] if elsewhere else "")


def _time(key: str, words: str, *, needed: bool = False) -> TextField:
    return TextField(
        key,
        words,
        _("such as 90s, 2m or 1m30s"),
        lambda seconds: _("not said") if seconds is None else spoken_time(seconds),
        lambda seconds: "" if seconds is None else write_duration(seconds),
        partial(_seconds, key),
        needed=needed,
    )


def _text(key: str, words: str, example: str, longest: int) -> TextField:
    return TextField(
        key, words, example, lambda text: one_line(text) or _("not said"), one_line, _as_typed, longest
    )


def one_line(text: str) -> str:
    """A text that may hold anything, on one line, with everything hidden in sight."""
    return visible(" ".join(text.split()))


def _as_typed(text: str, _now: datetime) -> str:
    return text


def _seconds(key: str, text: str, _now: datetime) -> int | None:
    if not text:
        return None
    try:
        return parse_duration(text)
    except DurationError as error:
        raise DiaryError(key, str(error)) from error


def _named(steps: tuple[str, ...]) -> str:
    return one_line(", ".join(steps)) or _("not said")


def _listed(steps: tuple[str, ...]) -> str:
    return one_line(f"{_BETWEEN} ".join(steps))


def _names(text: str, _now: datetime) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(_BETWEEN) if name.strip())


def _with(entry: Entry, key: str, value: object) -> Entry:
    changes: dict[str, Any] = {key: value}
    return replace(entry, **changes)
