"""The warning signs: when to stop, and whom to call.

They stand in the code, not in a file, so that nothing that is missing or damaged can keep them away. Sources: E1, E2,
E20-E24, E27, E45 (NHS, NHS inform, RCOG, NHS Wales, BMC 2020;20:237, Fiona Stanley Hospital, A.D.A.M.).
"""

from dataclasses import dataclass
from enum import StrEnum

from uncramp.i18n import _
from uncramp.terminal.first_words import TEN_MINUTES


class Reason(StrEnum):
    """Why the warning signs are shown."""

    LOOK = "look"
    """The person wants to see them."""
    WORSE = "worse"
    """The person says that it gets worse."""
    URGENT = "urgent"
    """The cramp has gone on for ten minutes."""
    ANSWER = "answer"
    """The person's answer is a warning sign."""
    TICKED = "ticked"
    """The person has ticked a warning sign, when all was over."""


def what_now(reason: Reason) -> str:
    """What the moment calls for, above the signs."""
    return {
        Reason.LOOK: "",
        Reason.WORSE: _("Stop for now. Is one of these true? Then call."),
        Reason.URGENT: _(TEN_MINUTES),
        Reason.ANSWER: _("Stop here, and do not rub. Find your sign below, and call."),
        Reason.TICKED: _("You ticked a warning sign. Do what it says here."),
    }[reason]


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of the warning signs."""

    key: str
    """How the diary calls it, for good: its words may change. Empty for a remark, which nobody can tick."""
    words: str


@dataclass(frozen=True, slots=True)
class SignGroup:
    """Signs that call for the same thing."""

    heading: str
    lines: tuple[Sign, ...]
    urgent: bool = False

    @property
    def signs(self) -> tuple[str, ...]:
        """Its lines in words."""
        return tuple(line.words for line in self.lines)


def warning_signs(emergency_number: str = "") -> tuple[SignGroup, ...]:
    """All warning signs, the most urgent first.

    Args:
        emergency_number: the number to name; without one, "your local emergency number".
    """
    number = emergency_number or _("your local emergency number")
    call_now = (
        Sign(
            "breath_or_chest",
            _(
                "You can't get your breath, all at once. Pain in the chest or the left arm. You cough up blood. You collapse."
            ),
        ),
        Sign("fit_or_faint", _("A fit of the whole body, or you pass out.")),
        Sign("leg_cold", _("A leg is suddenly cold, pale or numb.")),
    )
    today = (
        Sign("leg_swollen", _("ONE leg is swollen, warm, red or darker, or sore to touch.")),
        Sign("pain_stays", _("The pain stays, or gets worse when the foot bends up.")),
        Sign("", _("These two may be a clot. The risk is higher in pregnancy, and for six weeks after birth.")),
        Sign("over_ten_minutes", _("A cramp of over 10 minutes.")),
        Sign("wound_or_poison", _("A cramp after a dirty wound or poison.")),
        Sign("mouth_tingles", _("A cramp in the hand, with tingling round the mouth.")),
    )
    pregnant = (
        Sign("headache_or_sight", _("A very bad headache. Flashing lights or blurred sight. Pain under the ribs.")),
        Sign("sudden_swelling", _("Sudden swelling of face, hands or feet.")),
        Sign("bleeding_or_tightenings", _("Bleeding, leaking fluid, or regular painful tightenings.")),
        Sign("baby_moves_less", _("The baby moves less. You can't keep fluids down.")),
    )
    visit = (
        Sign("sleep_spoilt", _("Cramps that spoil your sleep.")),
        Sign("numb_or_weak", _("Numbness, weakness or swelling.")),
        Sign("new_medicine", _("Cramps since a new medicine, such as a water tablet or a statin.")),
    )
    return (
        SignGroup(_("Call {number} now").format(number=number), call_now, urgent=True),
        SignGroup(_("Doctor, maternity unit or urgent line today"), today, urgent=True),
        SignGroup(_("Pregnant? Call at once for"), pregnant, urgent=True),
        SignGroup(_("Book a visit for"), visit),
    )


def signs_to_tick() -> dict[str, Sign]:
    """Every sign that a person can tick, by its key, the most urgent first."""
    return {line.key: line for group in warning_signs() for line in group.lines if line.key}


def group_of(key: str, emergency_number: str = "") -> SignGroup | None:
    """The group of a sign, which says what it calls for; `None` where there is no such sign."""
    groups = warning_signs(emergency_number)
    return next((group for group in groups if key and key in [line.key for line in group.lines]), None)


def signs_from(key: str, emergency_number: str = "") -> tuple[SignGroup, ...]:
    """All warning signs, the group of this one first."""
    groups, first = warning_signs(emergency_number), group_of(key, emergency_number)
    return groups if first is None else (first, *(group for group in groups if group != first))


def no_diagnosis() -> str:
    """What stands under the signs."""
    return _("This is no diagnosis. If you are worried, call.")


def signs_text(emergency_number: str = "", first: str = "") -> str:
    """The warning signs as plain text, the group of the sign `first` before the others."""
    lines = [_("Warning signs"), ""]
    for group in signs_from(first, emergency_number):
        lines += [group.heading + ":", *(f"  - {sign}" for sign in group.signs), ""]
    return "\n".join([*lines, no_diagnosis()])
