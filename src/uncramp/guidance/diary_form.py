"""The form of an entry of the diary: all that can be said of a cramp or a session, and what is asked after a cramp.

What is asked after a cramp are fields of the same entry, in whole sentences, and with keys for somebody in the dark.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any

from uncramp.domain.diary import (
    NOTE_LENGTH,
    STRONGEST,
    CrampEntry,
    DiaryError,
    Ending,
    Entry,
    SessionEntry,
    State,
    When,
)
from uncramp.domain.duration import DurationError, read_durations, write_duration
from uncramp.domain.routine import Part, Side
from uncramp.domain.times import parse_moment
from uncramp.files.text import visible
from uncramp.guidance.form import Choice, ChoiceField, Edit, FormField, TextField, TickField, refused, with_answer
from uncramp.i18n import _
from uncramp.words.diary import ending_word, part_word, side_word, state_word, when_words
from uncramp.words.session import spoken_time
from uncramp.words.signs import Sign, group_of, signs_to_tick, warning_signs

_BETWEEN = ";"
"""Between the names of steps, which may hold commas."""
_LONG, _NAME = 2_000, 200

UNSAID = "minus"
"""The key that takes an answer back."""

TEN = "0"
"""The key for 10, which has none of its own, wherever a strength is asked for."""

NONE_OF_THESE = "0"
"""The key that says that none of the signs was there."""

_MEASURED = frozenset({"over_ten_minutes"})
"""Signs that the clock has answered."""


def entry_fields(entry: Entry | None, now: Callable[[], datetime], *, pregnancy: bool) -> tuple[FormField, ...]:
    """What can be said of a cramp or a session; of a cramp that is still to be written where there is no `entry` yet.

    Signs of pregnancy stand there where they can be true of the person, or are ticked.
    """
    if isinstance(entry, SessionEntry):
        return _of_a_session(now)
    ticked = entry.signs if entry else ()
    signs = [sign for sign in signs_to_tick().values() if pregnancy or sign.key in ticked or not _is_of_pregnancy(sign)]
    return (*_was_it_one(entry), *_of_a_cramp(now, signs))


def _was_it_one(cramp: CrampEntry | None) -> Iterator[FormField]:
    if cramp is not None and cramp.unconfirmed:
        answers = (Choice(False, _("yes"), "1"), Choice(True, _("not sure"), "2"))
        yield ChoiceField("unconfirmed", _("Was it a cramp?"), answers)


def _of_a_cramp(now: Callable[[], datetime], signs: Iterable[Sign]) -> tuple[FormField, ...]:
    scale = (Choice(0, _("no pain")), *_scale({STRONGEST: _("10, the worst")}))
    sides = {side: side_word(side) for side in (Side.LEFT, Side.RIGHT, Side.BOTH)}
    return (
        _start(now),
        _maybe("side", _("Which side?"), _numbered(sides)),
        _maybe("part", _("Where?"), _numbered({part: part_word(part) for part in Part})),
        _time("relief", _("How long until it stopped?")),
        _maybe("strength", _("How strong at first?"), scale),
        _maybe("strength_after", _("How strong after?"), scale),
        _maybe("state", _("What were you doing when it started?"), _states()),
        TickField("signs", _("Any of the warning signs?"), _signs(signs)),
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


def after_fields(cramp: CrampEntry, *, night: bool, pregnancy: bool) -> tuple[FormField, ...]:
    """What is asked when a cramp has stopped, in this order.

    Few, since the person wants to sleep: how strong it was, which fades from memory first and which the report counts;
    the leg, where it is not known; and the warning signs that call for help now or today, which must not wait. By day
    also what the person was doing: at night it is nearly always sleep. All else (the strength after, a time put right,
    a note, what can wait for a visit) keeps until morning, in the form of the entry.

    Args:
        cramp: what is known of it by now.
        night: whether to ask no more than what must not wait.
        pregnancy: whether the signs of pregnancy and of the weeks after a birth can be true of the person.
    """
    hint = _("1 is hardly any pain, 10 the worst. For 10 press 0.")
    fields: list[FormField] = [ChoiceField("strength", _("How strong was it?"), _scale({}), hint=hint)]
    if cramp.side is None:
        sides = {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both")}
        fields.append(ChoiceField("side", _which_side(cramp.part), _numbered(sides)))
    if not night:
        fields.append(ChoiceField("state", _("What were you doing?"), _states(), hint=_("When the cramp started.")))
    signs, none = _signs(_pressing_signs(pregnancy=pregnancy)), Choice(None, _("None of these"), NONE_OF_THESE)
    asked = TickField("signs", _("Any of these?"), signs, none=none, hint=_("When the cramp started, or now."))
    return (*fields, asked)


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


def _states() -> tuple[Choice, ...]:
    return _numbered({state: state_word(state) for state in State})


def _scale(words: Mapping[int, str]) -> tuple[Choice, ...]:
    """1 to 9 by their keys; 10 has one of its own. That it did not hurt is no answer to how strong it was."""
    return tuple(Choice(n, words.get(n, str(n)), TEN if n == STRONGEST else str(n)) for n in range(1, STRONGEST + 1))


def _which_side(part: Part | None) -> str:
    words = {Part.HAND: _("Which hand was it?"), Part.FOOT: _("Which foot was it?")}
    return words.get(part or Part.LEG, _("Which leg was it?"))


def _signs(signs: Iterable[Sign]) -> tuple[Choice, ...]:
    """Each by its number. Lines take any of them, the screen has keys for the first nine."""
    return tuple(Choice(sign.key, sign.words, str(nth)) for nth, sign in enumerate(signs, 1))


def _pressing_signs(*, pregnancy: bool) -> list[Sign]:
    """The signs that call for help now or today, but for what the clock has measured."""
    pressing = (line for group in warning_signs() if group.urgent for line in group.lines if line.key)
    return [sign for sign in pressing if sign.key not in _MEASURED and (pregnancy or not _is_of_pregnancy(sign))]


def _is_of_pregnancy(sign: Sign) -> bool:
    group = group_of(sign.key)
    return group is not None and group.of_pregnancy


# The texts that are typed.


def _start(now: Callable[[], datetime]) -> TextField:
    def put(entry: Entry, typed: str) -> Edit[Entry]:
        return _put("start", lambda text: read_start(text, now(), entry.start), entry, typed, needed=True)

    example = _("03:10, yesterday 3:10 or 2026-11-22 03:10")
    words = _("When did it begin?")
    return TextField("start", words, example, lambda entry: when_words(entry, now().date()), _start_text, put)


def read_start(text: str, now: datetime, before: When | None = None) -> When:
    """Read when something began.

    Args:
        text: what was typed.
        now: the local time, aware.
        before: when an entry that is there began until now. Where its clocks were not those of here, they are kept:
            of their time zone only the offset is known.

    Raises:
        DiaryError: it is no time, or not sure which; the message says what would be right.
    """
    if before is None or not is_from_elsewhere(before):
        return parse_moment(text, now, lambda local: local.astimezone())
    zone = timezone(timedelta(minutes=before.offset))
    return parse_moment(text, now.astimezone(zone), lambda local: local.replace(tzinfo=zone))


def is_from_elsewhere(when: When) -> bool:
    """Whether the clocks here would have said something else at that moment."""
    return when.local.replace(tzinfo=None).astimezone().utcoffset() != when.local.utcoffset()


def _start_text(entry: Entry) -> str:
    """When it began, as it is typed; with its offset where the clocks here would say something else."""
    local = entry.start.local
    offset = local.isoformat()[-len("+01:00") :] if is_from_elsewhere(entry.start) else ""
    return local.strftime("%Y-%m-%d %H:%M") + offset


def _time(key: str, words: str, *, needed: bool = False) -> TextField:
    def said(write: Callable[[int], str], unsaid: str, entry: Entry) -> str:
        seconds = getattr(entry, key)
        return unsaid if seconds is None else write(seconds)

    shown, text = partial(said, spoken_time, _("not said")), partial(said, write_duration, "")
    put = partial(_put, key, partial(_seconds, key), needed=needed)
    return TextField(key, words, _("such as 90s, 2 min or 1:30"), shown, text, put)


def _text(key: str, words: str, example: str, longest: int) -> TextField:
    def text(entry: Entry) -> str:
        return one_line(getattr(entry, key))

    put = partial(_put, key, str)
    return TextField(key, words, example, lambda entry: text(entry) or _("not said"), text, put, longest=longest)


def _put(key: str, read: Callable[[str], object], entry: Entry, text: str, *, needed: bool = False) -> Edit[Entry]:
    if needed and not text:
        return Edit(None, _("Please fill this in."))
    try:
        return Edit(with_answer(entry, key, read(text)))
    except DiaryError as error:
        return Edit(None, refusal(error))


def _seconds(key: str, text: str) -> int | None:
    if not text:
        return None
    try:
        found = read_durations(text)
    except DurationError as error:
        raise DiaryError(key, str(error)) from error
    if len(found) > 1:
        options = " or ".join(map(write_duration, found))
        raise DiaryError(key, f"'{text}' has no unit: write {options}")
    return found[0]


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(_BETWEEN) if name.strip())
