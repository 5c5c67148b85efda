"""What the moment calls for, in parts, so that a screen can put whom to call in the biggest letters."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from uncramp.i18n import _
from uncramp.words.signs import (
    CLOT_SIGNS,
    Reason,
    after_answer,
    call_now,
    group_of,
    known_signs,
    maternity,
    whom_to_call,
)


@dataclass(frozen=True, slots=True)
class CallCard:
    """What the moment calls for, in parts: `call` is the biggest, with `warning` before it where there is room."""

    call: str
    """`Call today.`"""
    whom: str
    """Whom to call, as a sentence."""
    people: tuple[str, ...] = ()
    """The same in as few words as can be, a line each, the first the most important: `Doctor 030 1234`."""
    means: str = ""
    """What it may be, or what has come to pass."""
    warning: str = ""
    told: str = ""
    """All of it in plain sentences, for when the screen is gone."""

    @property
    def whole_call(self) -> str:
        """What not to do, and what to do."""
        return f"{self.warning} {self.call}".strip()

    @property
    def before(self) -> str:
        """What stands before the call alone."""
        return f"{self.means} {self.warning}".strip()


def call_card(
    reason: Reason,
    *,
    means: str = "",
    emergency_number: str | None = None,
    ticked: str = "",
    doctor: str = "",
    midwife: str = "",
    pregnant: bool = False,
) -> CallCard | None:
    """What stands above the signs in the biggest letters; nothing where somebody only looks at them.

    After an answer `means` says what it may mean and what not to do, in whole sentences; the number is "" where it is
    not known, and `None` where the answer does not call for it. A sign that was `ticked` is named by its key.
    """
    people = _people(doctor, midwife, pregnant=pregnant)
    whom = _Whom(whom_to_call(doctor, midwife, pregnant=pregnant), people)
    match reason:
        case Reason.LOOK:
            return None
        case Reason.WORSE:
            return CallCard(_("Stop."), _("If any of these is true, call."))
        case Reason.URGENT:
            told = _("Your cramp lasted over 10 minutes. Call {whom} today.").format(whom=whom.words)
            return _today(whom, means=_("10 minutes, and still cramping."), told=told)
        case Reason.ANSWER:
            return _for_answer(means, whom, emergency_number)
        case Reason.TICKED:
            return _for_sign(ticked, whom, emergency_number or "", midwife)


class _Whom(NamedTuple):
    """Whom to call today."""

    words: str
    """In the middle of a sentence."""
    people: tuple[str, ...]
    """As in `CallCard.people`."""


def _people(doctor: str, midwife: str, *, pregnant: bool) -> tuple[str, ...]:
    numbers = [(_("Doctor {number}"), doctor), (_("Midwife {number}"), midwife)]
    if pregnant:
        numbers.reverse()
    known = tuple(words.format(number=number) for words, number in numbers if number)
    return (*(known or (_("Doctor, midwife"),)), _("or urgent line"))


def _for_answer(means: str, whom: _Whom, number: str | None) -> CallCard:
    """What an answer calls for: the first of the sentences says what it may be, the others what not to do."""
    told = after_answer(means, whom.words, number)
    what, *warnings = re.split(r"(?<=[.!?])\s+", means.strip())
    warning = " ".join(warnings)
    if number is not None:
        return _now(number, means=what or _("Stop here."), warning=warning, told=told)
    if means:
        return _today(whom, means=what, warning=warning, told=told)
    return CallCard(_("Do not rub."), _("Find your sign below, and call."), warning=_("Stop."), told=told)


def _today(whom: _Whom, *, means: str, warning: str = "", told: str) -> CallCard:
    call = _("Call {whom}.").format(whom=whom.words)
    return CallCard(_("Call today."), call, whom.people, means, warning, told)


def _now(number: str, *, means: str, warning: str = "", told: str) -> CallCard:
    """The number alone in the biggest letters; that it is a guess, or not known, is said right beneath."""
    bare = number.partition(",")[0]
    call = _("Call {number} now.").format(number=bare) if bare else _("Call for help now.")
    whom = _("{call}.").format(call=call_now(number))
    return CallCard(call, whom, means=means, warning=warning, told=told)


def _for_sign(key: str, whom: _Whom, number: str, midwife: str) -> CallCard | None:
    group, sign = group_of(key, number), known_signs().get(key)
    if group is None or sign is None or not group.urgent:
        return None
    means = _("You ticked: {sign}").format(sign=sign.words)
    if group.at_once:
        return _now(number, means=means, told=_("{means} {call}.").format(means=means, call=call_now(number)))
    if group.of_pregnancy:
        call = _("Call {whom}.").format(whom=maternity(midwife))
        first = _("Midwife {number}").format(number=midwife) if midwife else _("Midwife")
        people = (first, _("or maternity unit"))
        return CallCard(_("Call at once."), call, people, means, told=f"{means} {call}")
    warning = _("Do not rub.") if key in CLOT_SIGNS else ""
    told = _("{means} {warning} Call {whom} today.").format(means=means, warning=warning, whom=whom.words)
    return _today(whom, means=means, warning=warning, told=told.replace("  ", " "))
