"""The warning signs: when to stop, and whom to call.

They stand in the code, not in a file, so that nothing that is missing or damaged can keep them away. Sources: E1, E2,
E20-E24, E27, E45 (NHS, NHS inform, RCOG, NHS Wales, BMC 2020;20:237, Fiona Stanley Hospital, A.D.A.M.).
"""

from dataclasses import dataclass
from enum import StrEnum

from uncramp.i18n import _


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


def what_now(reason: Reason) -> str:
    """What the moment calls for, above the signs."""
    return {
        Reason.LOOK: "",
        Reason.WORSE: _("Stop for now. Is one of these true? Then call."),
        Reason.URGENT: _("10 minutes, and the cramp is not gone. Get urgent help now."),
        Reason.ANSWER: _("Stop here, and do not rub. Find your sign below, and call."),
    }[reason]


@dataclass(frozen=True, slots=True)
class Group:
    """Signs that call for the same thing."""

    heading: str
    signs: tuple[str, ...]
    urgent: bool = False


def warning_signs(emergency_number: str = "") -> tuple[Group, ...]:
    """All warning signs, the most urgent first.

    Args:
        emergency_number: the number to name; without one, "your local emergency number".
    """
    number = emergency_number or _("your local emergency number")
    return (
        Group(
            _("Call {number} now").format(number=number),
            (
                _(
                    "You can't get your breath, all at once. Pain in the chest or the left arm. You cough up blood. You collapse."
                ),
                _("A fit of the whole body, or you pass out."),
                _("A leg is suddenly cold, pale or numb."),
            ),
            urgent=True,
        ),
        Group(
            _("Doctor, maternity unit or urgent line today"),
            (
                _("ONE leg is swollen, warm, red or darker, or sore to touch."),
                _("The pain stays, or gets worse when the foot bends up."),
                _("These two may be a clot. The risk is higher in pregnancy, and for six weeks after birth."),
                _("A cramp of over 10 minutes."),
                _("A cramp after a dirty wound or poison."),
                _("A cramp in the hand, with tingling round the mouth."),
            ),
            urgent=True,
        ),
        Group(
            _("Pregnant? Call at once for"),
            (
                _("A very bad headache. Flashing lights or blurred sight. Pain under the ribs."),
                _("Sudden swelling of face, hands or feet."),
                _("Bleeding, leaking fluid, or regular painful tightenings."),
                _("The baby moves less. You can't keep fluids down."),
            ),
            urgent=True,
        ),
        Group(
            _("Book a visit for"),
            (
                _("Cramps that spoil your sleep."),
                _("Numbness, weakness or swelling."),
                _("Cramps since a new medicine, such as a water tablet or a statin."),
            ),
        ),
    )


def no_diagnosis() -> str:
    """What stands under the signs."""
    return _("This is no diagnosis. If you are worried, call.")


def signs_text(emergency_number: str = "") -> str:
    """The warning signs as plain text."""
    lines = [_("Warning signs"), ""]
    for group in warning_signs(emergency_number):
        lines += [group.heading + ":", *(f"  - {sign}" for sign in group.signs), ""]
    return "\n".join([*lines, no_diagnosis()])
