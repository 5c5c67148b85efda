"""What is asked when a cramp is gone: one question at a time, one key each, all of them can be skipped.

Each answer is handed over at once, so that a person who falls asleep has answered what they have answered.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from uncramp.domain.diary import LONGEST, NOTE_LENGTH, STRONGEST, CrampEntry, State
from uncramp.domain.routine import Side
from uncramp.i18n import _
from uncramp.words.session import spoken_time
from uncramp.words.signs import group_of, signs_to_tick


class AfterTopic(StrEnum):
    """What a question is about."""

    STRENGTH = "strength"
    STRENGTH_AFTER = "strength_after"
    SIDE = "side"
    STATE = "state"
    SIGNS = "signs"
    RELIEF = "relief"
    NOTE = "note"


TEN = "x"
"""The key for 10, which has no key of its own."""

WRITE = "n"
"""The key that begins a note."""

_STRENGTHS = {str(n) if n < STRONGEST else TEN: n for n in range(STRONGEST + 1)}
_SIDES = {"1": Side.LEFT, "2": Side.RIGHT, "3": Side.BOTH}
_STATES = {"1": State.ASLEEP, "2": State.RESTING, "3": State.ACTIVE}
_SIGNS = dict(zip("abcdefghijklmopvwyz", signs_to_tick(), strict=False))  # no letter that does something else
_SECONDS = {"+": 10, "-": -10, ">": 60, "<": -60}


def all_keys() -> tuple[str, ...]:
    """Every key that answers something."""
    return tuple(dict.fromkeys([*_STRENGTHS, *_SIDES, *_STATES, *_SIGNS, *_SECONDS, WRITE]))


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer."""

    key: str
    """What is pressed or typed for it: one character."""
    words: str
    ticked: bool = False
    short: str = ""
    """Words for where there is little room, if others would do."""


@dataclass(frozen=True, slots=True)
class AfterQuestion:
    """One question."""

    ask: AfterTopic
    words: str
    hint: str
    choices: tuple[Choice, ...]
    number: int
    """Which one it is, from 1."""
    of: int
    stays: bool = False
    """Whether it stays until the person goes on: more than one answer can be given."""
    answered: bool = False
    """Whether going on keeps something, and skips nothing."""


class Afterwards:
    """Asks one person about one cramp."""

    def __init__(self, entry: CrampEntry, tell: Callable[[CrampEntry], None]) -> None:
        """Ask what is not known of `entry`; `tell` is given the entry anew with each answer."""
        self._begun = self._entry = entry
        self._tell = tell
        known = {AfterTopic.SIDE: entry.side is not None, AfterTopic.RELIEF: entry.relief is None}
        self._asks = tuple(ask for ask in AfterTopic if not known.get(ask, False))
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
    def can_undo(self) -> bool:
        """Whether there is an answer, or a skip, to take back."""
        return bool(self._before)

    @property
    def question(self) -> AfterQuestion | None:
        """What is asked now; `None` when all has been asked."""
        if self._at >= len(self._asks):
            return None
        ask = self._asks[self._at]
        stays = ask in (AfterTopic.SIGNS, AfterTopic.RELIEF)
        return AfterQuestion(
            ask,
            _words(ask, self._entry),
            _hint(ask),
            _choices(ask, self._entry),
            self._at + 1,
            len(self._asks),
            stays,
            ask is AfterTopic.RELIEF or (ask is AfterTopic.SIGNS and bool(self._entry.signs)),
        )

    def choose(self, key: str) -> bool:
        """Answer by a choice's key; whether there was such a choice. A note is given by `write`."""
        question = self.question
        if question is None or key == WRITE or key not in [one.key for one in question.choices]:
            return False
        answered = _answered(question.ask, self._entry, key)
        self._go(0 if question.stays else 1, answered)
        ticked = set(answered.signs) - set(self._before[-1][1].signs)
        self._warn(next(iter(ticked), ""))
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
            self.warning = ""
            self._keep(entry)

    def _go(self, questions: int, entry: CrampEntry) -> None:
        self._before.append((self._at, self._entry))
        self._at += questions
        self.warning = ""
        self._keep(entry)

    def _keep(self, entry: CrampEntry) -> None:
        if entry != self._entry:
            self._entry = entry
            self._tell(entry)

    def _warn(self, sign: str) -> None:
        """Say once for each group of signs what it calls for."""
        group = group_of(sign)
        if group is not None and group.urgent and group.heading not in self._warned:
            self._warned.add(group.heading)
            self.warning = sign


def _words(ask: AfterTopic, entry: CrampEntry) -> str:
    return {
        AfterTopic.STRENGTH: _("How strong was it at first?"),
        AfterTopic.STRENGTH_AFTER: _("How strong is it now?"),
        AfterTopic.SIDE: _("Which side was it?"),
        AfterTopic.STATE: _("What did you do when it came?"),
        AfterTopic.SIGNS: _("Was one of these there, too?"),
        AfterTopic.RELIEF: _("It took {time}. Is that right?").format(time=spoken_time(entry.relief or 0)),
        AfterTopic.NOTE: _("Anything else to keep?"),
    }[ask]


def _hint(ask: AfterTopic) -> str:
    scale = _("0 is no pain. 10 is the worst that you can think of.")
    return {
        AfterTopic.STRENGTH: scale,
        AfterTopic.STRENGTH_AFTER: scale,
        AfterTopic.SIGNS: _("A letter ticks it, or takes the tick away."),
        AfterTopic.RELIEF: _("If it was more or less, change it."),
    }.get(ask, "")


def _choices(ask: AfterTopic, entry: CrampEntry) -> tuple[Choice, ...]:
    match ask:
        case AfterTopic.STRENGTH | AfterTopic.STRENGTH_AFTER:
            found = {key: str(n) if key == TEN else "" for key, n in _STRENGTHS.items()}
        case AfterTopic.SIDE:
            found = dict(zip(_SIDES, (_("left"), _("right"), _("both")), strict=True))
        case AfterTopic.STATE:
            found = dict(zip(_STATES, (_("sleep"), _("rest"), _("move about")), strict=True))
        case AfterTopic.SIGNS:
            signs = signs_to_tick()
            return tuple(Choice(key, signs[sign].words, sign in entry.signs) for key, sign in _SIGNS.items())
        case AfterTopic.RELIEF:
            times = (_("10 s more"), _("10 s less"), _("1 min more"), _("1 min less"))
            short = (_("10 s"), _("10 s"), _("1 min"), _("1 min"))
            rows = zip(_SECONDS, times, short, strict=True)
            return tuple(Choice(key, words, short=brief) for key, words, brief in rows)
        case AfterTopic.NOTE:
            found = {WRITE: _("write a note")}
    return tuple(Choice(key, words) for key, words in found.items())


def _answered(ask: AfterTopic, entry: CrampEntry, key: str) -> CrampEntry:
    """The entry with an answer, which is one of the question's."""
    match ask:
        case AfterTopic.STRENGTH:
            entry = replace(entry, strength=_STRENGTHS[key])
        case AfterTopic.STRENGTH_AFTER:
            entry = replace(entry, strength_after=_STRENGTHS[key])
        case AfterTopic.SIDE:
            entry = replace(entry, side=_SIDES[key])
        case AfterTopic.STATE:
            entry = replace(entry, state=_STATES[key])
        case AfterTopic.SIGNS:
            sign = _SIGNS[key]
            kept = tuple(one for one in entry.signs if one != sign)
            entry = replace(entry, signs=kept if sign in entry.signs else (*entry.signs, sign))
        case AfterTopic.RELIEF:
            entry = replace(entry, relief=max(0, min(LONGEST, (entry.relief or 0) + _SECONDS[key])))
        case AfterTopic.NOTE:
            pass  # it is typed
    return entry
