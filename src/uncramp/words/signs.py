"""The warning signs: when to stop, and whom to call.

They stand in the code, not in a file, so that nothing that is missing or damaged can keep them away.
Where each comes from: `tests/catalogue/signs_and_numbers.md`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from uncramp.i18n import _

TODAY = "leg_swollen"
"""A sign, by its key, of those that call for help today."""


CLOT_SIGNS = frozenset({"leg_swollen", "hard_veins"})
"""Signs that can mean a blood clot, which is never rubbed."""


class Reason(StrEnum):
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


def whom_to_call(doctor: str = "", midwife: str = "", *, pregnant: bool = False) -> str:
    """Whom to call today, in the middle of a sentence: those whose number is known, else anybody who can help.

    Numbers are safe to print; for who is pregnant the midwife comes first.
    """
    if doctor and midwife and pregnant:
        return _("your midwife ({midwife}), doctor ({doctor}) or urgent line").format(doctor=doctor, midwife=midwife)
    if doctor and midwife:
        return _("your doctor ({doctor}), midwife ({midwife}) or urgent line").format(doctor=doctor, midwife=midwife)
    if doctor:
        return _("your doctor ({number}) or urgent line").format(number=doctor)
    if midwife:
        return _("your midwife ({number}) or urgent line").format(number=midwife)
    return _("your doctor, midwife or urgent line")


def what_now(reason: Reason, whom: str) -> str:
    """What the moment calls for, above the signs."""
    return {
        Reason.LOOK: "",
        Reason.WORSE: _("Stop. If any of these is true, call."),
        Reason.ANSWER: after_answer("", whom, None),
        # Without numbers of the person's own, the same as `first_words.TEN_MINUTES`.
        Reason.URGENT: _("10 minutes, and still cramping. Call {whom} today.").format(whom=whom),
        Reason.TICKED: _("You ticked a warning sign. Call, as it says here."),
    }[reason]


def after_answer(means: str, whom: str, emergency_number: str | None) -> str:
    """What an answer calls for: `means` says what it may mean and what not to do, in whole sentences.

    An emergency number is there where it calls for that at once, "" where it is not known.
    """
    if emergency_number is not None:
        return _("{means} {call}.").format(means=means or _("Stop here."), call=call_now(emergency_number))
    if means:
        return _("{means} Call {whom} today.").format(means=means, whom=whom)
    return _("Stop here, and do not rub. Find your sign below, and call.")


def emergency_beside(emergency_number: str = "") -> str:
    """What stands beside a call that can wait for the day: what can't, and the number for that."""
    return _("Trouble breathing or chest pain? {call}.").format(call=call_now(emergency_number))


@dataclass(frozen=True, slots=True)
class Sign:
    key: str
    """How the diary calls it, for good: its words may be put better, but never mean less. Empty for a remark."""
    words: str


_AT_ONCE = (
    Sign("breathing", _("Sudden trouble breathing, or coughing up blood.")),
    Sign("chest_pain", _("Chest pain, or pain that spreads to your arm, neck or jaw.")),
    Sign("fit_or_faint", _("A fit (seizure), or passing out.")),
    Sign("leg_cold", _("A leg that is suddenly cold, pale or numb.")),
    Sign(
        "tight_muscle",
        _("After an injury, or in a cast: sudden, severe pain in a tight, swollen muscle. It may tingle."),
    ),
    Sign("legs_and_bladder", _("Both legs weak or numb, with bladder or bowel trouble.")),
    Sign("hot_day", _("Too hot on a hot day, with confusion or vomiting.")),
)
_TODAY = (
    Sign("leg_swollen", _("ONE leg is swollen, warm, red or darker. Or sore, but not from a cramp.")),
    Sign("hard_veins", _("Swollen veins that feel hard or sore.")),
    Sign("", _("These two can mean a blood clot. You are more at risk while pregnant, and for 6 weeks after birth.")),
    Sign("over_ten_minutes", _("A cramp that lasts over 10 minutes.")),
    Sign("calf_pop", _("A pop in your calf, and you can't stand on tiptoe.")),
    Sign("new_weakness", _("New weakness, or loss of feeling.")),
    Sign("dark_urine", _("Strong muscle pain that stays, or urine as dark as cola.")),
    Sign("statin", _("On a statin, with muscle pain or cramps that nothing explains? Call before the next tablet.")),
    Sign(
        "lost_fluid",
        _("Cramps after vomiting, diarrhoea or a lot of sweat. Or you take water tablets, and feel weak."),
    ),
    Sign("mouth_tingles", _("A cramp in the hand, with tingling round the mouth.")),
    Sign("wound_or_poison", _("A cramp after a dirty wound, or after poison such as lead.")),
)
_OF_PREGNANCY = (
    Sign("headache_or_vision", _("A very bad headache, flashing lights or blurred sight.")),
    Sign("ribs_or_vomiting", _("Pain under your ribs, or vomiting that is not your usual one.")),
    Sign("sudden_swelling", _("Sudden swelling of your face, hands or feet.")),
    Sign(
        "bleeding_or_tightenings",
        _("You bleed or leak fluid from your vagina. Tightenings that hurt and keep coming."),
    ),
    Sign("quiet_baby", _("Your baby moves less than usual.")),
)
_VISIT = (
    Sign("sleep_spoilt", _("Cramps that spoil your sleep.")),
    Sign("new_medicine", _("Cramps that began after a new medicine, such as a water tablet or an inhaler.")),
    Sign("walking_pain", _("Calf pain when you walk that goes when you rest.")),
    Sign("sore_for_days", _("Soreness for more than a day.")),
    Sign("legs_swell", _("Swelling in both legs.")),
    Sign("hand_again", _("Hand cramps that keep coming back.")),
    Sign("thinner_muscle", _("A muscle that is getting thinner.")),
    Sign("kidney_or_thyroid", _("Cramps with a kidney illness, dialysis or a thyroid illness, or heavy drinking.")),
)
_WAS_AT_ONCE = (
    Sign(
        "breath_or_chest",
        _(
            "You can't get your breath, all at once. Pain in the chest or the left arm. You cough up blood. You collapse."
        ),
    ),
)
_WAS_TODAY = (Sign("pain_stays", _("The pain stays, or gets worse when the foot bends up.")),)
_WAS_OF_PREGNANCY = (
    Sign("headache_or_sight", _("A very bad headache. Flashing lights or blurred sight. Pain under the ribs.")),
    Sign("baby_moves_less", _("The baby moves less. You can't keep fluids down.")),
)
_WAS_VISIT = (Sign("numb_or_weak", _("Numbness, weakness or swelling.")),)
"""Signs of old diaries, in the words in which they were ticked: nothing else would be what the person said."""


_FOR = _(" for")
"""At the end of headings that begin a sentence."""


@dataclass(frozen=True, slots=True)
class SignGroup:
    heading: str
    lines: tuple[Sign, ...]
    """The most dangerous and the most likely first."""
    urgent: bool = False
    at_once: bool = False
    """Whether they call for the emergency number."""
    of_pregnancy: bool = False
    """Whether only somebody who is pregnant, or was of late, can have them."""
    retired: tuple[Sign, ...] = ()
    """Signs that are no longer shown or offered, but may stand in a diary."""

    @property
    def heading_for(self) -> str:
        """The heading as the beginning of a sentence that its lines end: no order to somebody who has none of them."""
        return _("{call} for:").format(call=self.heading.removesuffix(_FOR))

    @property
    def signs(self) -> tuple[str, ...]:
        return tuple(line.words for line in self.lines)


def maternity(midwife: str) -> str:
    if midwife:
        return _("your midwife ({number}) or maternity unit").format(number=midwife)
    return _("your midwife or maternity unit")


def warning_signs(
    emergency_number: str = "", doctor: str = "", midwife: str = "", *, pregnant: bool = False
) -> tuple[SignGroup, ...]:
    """All warning signs, the most urgent first. Numbers are safe to print, and need not be known."""
    return (
        SignGroup(call_now(emergency_number), _AT_ONCE, urgent=True, at_once=True, retired=_WAS_AT_ONCE),
        SignGroup(
            _("Call {whom} today").format(whom=whom_to_call(doctor, midwife, pregnant=pregnant)),
            _TODAY,
            urgent=True,
            retired=_WAS_TODAY,
        ),
        SignGroup(
            _("Pregnant, or had a baby in the last 8 weeks? Call {whom} at once for").format(whom=maternity(midwife)),
            _OF_PREGNANCY,
            urgent=True,
            of_pregnancy=True,
            retired=_WAS_OF_PREGNANCY,
        ),
        SignGroup(_("Book a visit for"), _VISIT, retired=_WAS_VISIT),
    )


def call_now(emergency_number: str) -> str:
    """To call the number now. One that is a guess says so behind a comma, and wants another one after it."""
    number = emergency_number or _("your local emergency number")
    return (_("Call {number}, now") if "," in number else _("Call {number} now")).format(number=number)


def signs_to_tick() -> dict[str, Sign]:
    """Every sign that a person can tick, by its key, the most urgent first."""
    return {line.key: line for group in warning_signs() for line in group.lines if line.key}


def known_signs() -> dict[str, Sign]:
    """Every sign that a diary may hold, by its key, the most urgent first: those of today, and those of old diaries."""
    return {line.key: line for group in warning_signs() for line in (*group.lines, *group.retired) if line.key}


def group_of(key: str, emergency_number: str = "") -> SignGroup | None:
    """The group of a sign, which says what it calls for; `None` where there is no such sign."""
    groups = warning_signs(emergency_number)
    return next(
        (group for group in groups if key and key in [line.key for line in (*group.lines, *group.retired)]), None
    )


def signs_from(
    key: str, emergency_number: str = "", doctor: str = "", midwife: str = "", *, pregnant: bool = False
) -> tuple[SignGroup, ...]:
    """All warning signs, this one's group first; for who is `pregnant` those of pregnancy follow the emergencies."""
    groups = warning_signs(emergency_number, doctor, midwife, pregnant=pregnant)
    first = group_of(key)

    def place(group: SignGroup) -> tuple[bool, bool]:
        return first is None or group.lines != first.lines, pregnant and not (group.at_once or group.of_pregnancy)

    return tuple(sorted(groups, key=place))


def no_diagnosis() -> str:
    """What stands under the signs."""
    return _("This list can't tell what is wrong. Worried? Call.")


def signs_text(groups: Iterable[SignGroup]) -> str:
    """Warning signs as plain text, in the order of the groups."""
    lines = [_("Warning signs"), ""]
    for group in groups:
        lines += [
            group.heading_for,
            *(f"  - {one.words}" if one.key else f"    {one.words}" for one in group.lines),
            "",
        ]
    return "\n".join([*lines, no_diagnosis()])
