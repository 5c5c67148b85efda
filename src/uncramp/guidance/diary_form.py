"""The form of an entry of the diary: all that can be said of a cramp or a session, and what is asked after a cramp.

What is asked after a cramp are fields of the same entry, in whole sentences, and with keys for somebody in the dark.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from uncramp.domain.diary import LONGEST, NOTE_LENGTH, STRONGEST, CrampEntry, DiaryError, Ending, Entry, State, When
from uncramp.domain.duration import DurationError, parse_duration, write_duration
from uncramp.domain.routine import Part, Side
from uncramp.domain.times import parse_moment
from uncramp.files.text import visible
from uncramp.guidance.form import Choice, ChoiceField, Edit, FormField, TextField, TickField, refused, with_answer
from uncramp.i18n import _
from uncramp.words.diary import ending_word, part_word, side_word, state_word
from uncramp.words.session import spoken_time
from uncramp.words.signs import signs_to_tick

_BETWEEN = ";"
"""Between the names of steps, which may hold commas."""
_LONG, _NAME = 2_000, 200

UNSAID = "minus"
"""The key that takes an answer back."""

TEN, _TEN_IN_THE_DIARY = "x", "t"
"""The keys for 10, which has no key of its own."""

_LETTERS = "abcdefghijklmopvwxyz0123456789"
"""The keys that tick a sign: no letter that does something else."""


def entry_fields(entry: Entry | None, now: Callable[[], datetime]) -> tuple[FormField, ...]:
    """What can be said of a cramp or a session; of a cramp that is still to be written where there is none yet."""
    return _of_a_cramp(now) if entry is None or isinstance(entry, CrampEntry) else _of_a_session(now)


def _of_a_cramp(now: Callable[[], datetime]) -> tuple[FormField, ...]:
    scale = _scale(_TEN_IN_THE_DIARY, {0: _("no pain"), STRONGEST: _("10, the worst")})
    sides = {side: side_word(side) for side in (Side.LEFT, Side.RIGHT, Side.BOTH)}
    return (
        _start(now),
        _maybe("side", _("Which side?"), _numbered(sides)),
        _maybe("part", _("Where?"), _numbered({part: part_word(part) for part in Part})),
        _time("relief", _("How long until it was gone?")),
        _maybe("strength", _("How strong at first?"), scale),
        _maybe("strength_after", _("How strong after?"), scale),
        _maybe("state", _("What were you doing?"), _numbered({state: state_word(state) for state in State})),
        TickField("signs", _("Any of the warning signs?"), _signs()),
        TextField(
            "steps",
            _("What did you do?"),
            _("such as: pulled the toes; walked"),
            lambda cramp: one_line(", ".join(cramp.steps)) or _("not said"),
            lambda cramp: one_line(f"{_BETWEEN} ".join(cramp.steps)),
            partial(_put, "steps", _names),
            longest=_LONG,
        ),
        _text("ended_in", _("What eased it?"), _("such as: walked"), _NAME),
        _text("note", _("Anything else?"), _("such as: long walk that day"), NOTE_LENGTH),
    )


def _of_a_session(now: Callable[[], datetime]) -> tuple[FormField, ...]:
    endings = _numbered({ending: ending_word(ending) for ending in Ending})
    return (
        _start(now),
        _time("played", _("How long did you do it?"), needed=True),
        ChoiceField("ending", _("How did it end?"), endings),
    )


def after_fields(relief: int = 0) -> tuple[FormField, ...]:
    """What is asked when a cramp is gone, in this order; it took `relief` seconds."""
    scale = _("0 is no pain. 10 is the worst that you can think of.")
    sides = {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both")}
    states = {State.ASLEEP: _("sleep"), State.RESTING: _("rest"), State.ACTIVE: _("move about")}
    seconds = (
        Choice(10, _("10 s more"), "+", _("10 s")),
        Choice(-10, _("10 s less"), "-", _("10 s")),
        Choice(60, _("1 min more"), ">", _("1 min")),
        Choice(-60, _("1 min less"), "<", _("1 min")),
    )
    return (
        ChoiceField("strength", _("How strong was it at first?"), _scale(TEN, {}), hint=scale),
        ChoiceField("strength_after", _("How strong is it now?"), _scale(TEN, {}), hint=scale),
        ChoiceField("side", _("Which side was it?"), _numbered(sides)),
        ChoiceField("state", _("What did you do when it came?"), _numbered(states)),
        TickField(
            "signs", _("Was one of these there, too?"), _signs(), hint=_("A letter ticks it, or takes the tick away.")
        ),
        ChoiceField(
            "relief",
            _("It took {time}. Is that right?").format(time=spoken_time(relief)),
            seconds,
            put=_longer,
            hint=_("If it was more or less, change it."),
        ),
        _text("note", _("Anything else to keep?"), "", NOTE_LENGTH),
    )


def one_line(text: str) -> str:
    """A text that may hold anything, on one line, with everything hidden in sight."""
    return visible(" ".join(text.split()))


def refusal(error: DiaryError) -> str:
    """What is wrong with something that was typed, as a sentence."""
    return refused(visible(error.message)).told


# The answers of the choices.


def _maybe(key: str, words: str, choices: tuple[Choice, ...]) -> ChoiceField:
    """A choice that can be left open again."""
    return ChoiceField(key, words, (*choices, Choice(None, _("not said"), UNSAID)))


def _numbered(words: Mapping[Any, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, word, str(nth)) for nth, (value, word) in enumerate(words.items(), 1))


def _scale(ten: str, words: Mapping[int, str]) -> tuple[Choice, ...]:
    """0 to 9 by their keys; 10 has one of its own."""
    return tuple(Choice(n, words.get(n, str(n)), ten if n == STRONGEST else str(n)) for n in range(STRONGEST + 1))


def _signs() -> tuple[Choice, ...]:
    signs = signs_to_tick().items()
    return tuple(Choice(name, sign.words, key) for key, (name, sign) in zip(_LETTERS, signs, strict=False))


def _longer(cramp: CrampEntry, seconds: int) -> Edit[CrampEntry]:
    relief = max(0, min(LONGEST, (cramp.relief or 0) + seconds))
    return Edit(with_answer(cramp, "relief", relief))


# The texts that are typed.


def _start(now: Callable[[], datetime]) -> TextField:
    def text(entry: Entry) -> str:
        return _start_text(entry.start)

    put = partial(_put, "start", lambda text: read_start(text, now()), needed=True)
    example = _("03:10, yesterday 3:10 or 2026-11-22 03:10")
    return TextField("start", _("When did it begin?"), example, text, text, put)


def read_start(text: str, now: datetime) -> When:
    """Read when something began.

    Raises:
        DiaryError: it is no time; the message says what would be right.
    """
    return parse_moment(text, now, lambda local: local.astimezone())


def _start_text(when: When) -> str:
    """A moment as it is typed; with its offset where the clocks here would say something else."""
    local = when.local
    elsewhere = local.replace(tzinfo=None).astimezone().utcoffset() != local.utcoffset()
    return local.strftime("%Y-%m-%d %H:%M") + (local.isoformat()[-len("+01:00") :] if elsewhere else "")


def _time(key: str, words: str, *, needed: bool = False) -> TextField:
    def said(write: Callable[[int], str], unsaid: str, entry: Entry) -> str:
        seconds = getattr(entry, key)
        return unsaid if seconds is None else write(seconds)

    shown, text = partial(said, spoken_time, _("not said")), partial(said, write_duration, "")
    put = partial(_put, key, partial(_seconds, key), needed=needed)
    return TextField(key, words, _("such as 90s, 2m or 1m30s"), shown, text, put)


def _text(key: str, words: str, example: str, longest: int) -> TextField:
    def text(entry: Entry) -> str:
        return one_line(getattr(entry, key))

    put = partial(_put, key, str)
    return TextField(key, words, example, lambda entry: text(entry) or _("not said"), text, put, longest=longest)


def _put(key: str, read: Callable[[str], object], entry: Entry, text: str, *, needed: bool = False) -> Edit[Entry]:
    if needed and not text:
        return Edit(None, _("This has to be there."))
    try:
        return Edit(with_answer(entry, key, read(text)))
    except DiaryError as error:
        return Edit(None, refusal(error))


def _seconds(key: str, text: str) -> int | None:
    if not text:
        return None
    try:
        return parse_duration(text)
    except DurationError as error:
        raise DiaryError(key, str(error)) from error


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(_BETWEEN) if name.strip())
