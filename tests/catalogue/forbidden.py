"""What may not be left for whom: told by the picture that a step shows, and by its words."""

import re
from collections.abc import Callable

from shipped import ROUTINES

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Part, Step, Tag

Rule = Callable[[Step, Plan], bool]


def shows(*figures: str, says: str = "") -> Rule:
    """A step that shows one of these pictures, or says one of these words."""
    words = re.compile(says, re.IGNORECASE) if says else None

    def found(step: Step, plan: Plan) -> bool:
        del plan
        spoken = f"{step.name}. {step.say} {', '.join(move.name for move in step.moves)}"
        return step.figure in figures or bool(words and words.search(spoken))

    return found


def on_legs(rule: Rule) -> Rule:
    return lambda step, plan: plan.part is not Part.HAND and rule(step, plan)


RUB = shows(*("calf-rub", "arch-rub", "hand-rub", "upward-strokes", "tapping"), says=r"\b(rub|massage|strok|tap)")
TAP = shows("tapping", says=r"\btap")
HEAT = shows("warm-pack", says=r"\b(warm|heat|hot)\b")
BALL = shows("ball-roll", says=r"\bball\b")
SOAK = shows("foot-bath", says=r"\b(bath|soak|bowl)")
RAISED = shows("legs-raised-pillow", "legs-raised-propped", says=r"\blegs? (up|raised)\b|\braise your legs\b")
STEP = shows("heel-drop", says=r"\bstep\b")
ON_THE_BACK = shows("legs-raised-pillow", "ankle-pump-lying", says=r"\blie back\b|\bflat on\b")
LOADED = shows(
    *("standing-press", "wall-lean", "wall-stretch-straight", "wall-stretch-bent", "heel-raise"),
    *("front-thigh-standing", "walking", "marching", "toe-heel-roll", "heel-drop"),
    says=r"\bstand\b|\bwalk\b|\bheel raises\b|\bheels up\b",
)
STANDING = shows(
    *("standing-press", "wall-lean", "wall-stretch-straight", "wall-stretch-bent", "heel-raise"),
    *("front-thigh-standing", "walking", "marching", "toe-heel-roll", "heel-drop"),
    says=r"\bstand\b|\bwalk\b|\bwall\b",
)
ONE_LEG = shows(
    *("front-thigh-standing", "marching", "toe-heel-roll"),
    says=r"\bone leg stand|\bmarch on\b|\bfoot to foot\b",
)


def held(step: Step) -> bool:
    """Whether it is a walk that one is held on, which is for people who may fall, too."""
    return step.figure == "walking" and "stick, frame or a helper" in step.say


def standing_unheld(step: Step, plan: Plan) -> bool:
    return (STANDING(step, plan) or standing_up(step, plan)) and not held(step)


def too_warm_when_pregnant(step: Step, plan: Plan) -> bool:
    del plan
    return any(int(degrees) > 35 for degrees in re.findall(r"(\d+) °C", f"{step.say} {step.how}"))


def standing_up(step: Step, plan: Plan) -> bool:
    position = step.position or ROUTINES[plan.routine].position
    return position.startswith("Standing")


def flat_on_the_back(step: Step, plan: Plan) -> bool:
    return (step.position or ROUTINES[plan.routine].position).startswith("Lying down")


def reaching(step: Step, plan: Plan) -> bool:
    del plan
    return step.figure == "seated-toe-pull"


FORBIDDEN: dict[Tag, tuple[Rule, ...]] = {
    Tag.CLOT_RISK: (RUB, HEAT, BALL, SOAK),
    Tag.POOR_CIRCULATION: (HEAT, SOAK, BALL, RAISED),
    Tag.VARICOSE_VEINS: (on_legs(RUB), HEAT, BALL, SOAK),
    Tag.DIABETES: (HEAT, BALL, SOAK, shows("arch-rub")),
    Tag.REDUCED_SENSATION: (HEAT, BALL, SOAK, shows("arch-rub")),
    Tag.RECENT_INJURY: (LOADED, RUB, shows("warm-pack")),
    Tag.BALANCE_PROBLEM: (standing_unheld, reaching),
    Tag.FROM_WEEK_16: (ON_THE_BACK, flat_on_the_back, ONE_LEG, STEP, TAP, too_warm_when_pregnant),
    Tag.LATE_PREGNANCY: (ON_THE_BACK, flat_on_the_back, ONE_LEG, STEP, TAP, too_warm_when_pregnant, reaching),
    Tag.PREGNANT: (ON_THE_BACK, flat_on_the_back, ONE_LEG, STEP, TAP, too_warm_when_pregnant),
    Tag.FLAT_FEET: (),
}
