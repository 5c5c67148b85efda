"""A copy of the catalogue's numbers, with where they come from.

It is kept here on purpose: a number that is changed in a routine must be changed here too, by someone who has looked
it up. `E…` is the number in the table of evidence, `D` our own choice, `S` the articles that began it.
"""

from dataclasses import dataclass

from uncramp.domain.routine import Tag


@dataclass(frozen=True)
class Dose:
    """One step's dose."""

    step: str
    moves: str
    sides: str
    evidence: str
    repetitions: int = 1
    sets: int = 1
    rest: int = 0
    change: int = 5
    at_most: int | None = None
    offer_after: int | None = None
    otherwise: str | None = None
    optional: bool = False


NAMES = (
    *("cramp-calf", "cramp-calf-standing", "cramp-foot", "cramp-thigh", "cramp-hand", "daily-calf"),
    *("daily-calf-full", "bedtime", "legs-up", "legs-up-short", "desk-break", "hand-break", "foot-exercises"),
    *("ball-roll", "foot-bath", "self-massage", "self-massage-pregnant", "walk", "heel-drop", "tonight"),
)

PUMPS = Dose("Feet up and down", "pump 1s", "each", "E18 D", repetitions=30)
CIRCLES = (
    Dose("Circles one way", "circle 2s", "each", "E18 D", repetitions=8),
    Dose("Circles the other way", "circle back 2s", "each", "E18 D", repetitions=8),
)
LYING_PUMPS = Dose("Pump your feet", "pump 1s", "each", "E17 D", repetitions=10, optional=True)

DOSES: dict[str, tuple[Dose, ...]] = {
    "cramp-calf": (
        Dose(
            *("Pull your toes toward you", "toes up 30s, ease off 10s", "affected", "E1 E4 E6 E7 E8 S D"),
            at_most=5,
            offer_after=0,
            otherwise="cramp-calf-standing",
        ),
        Dose("Rub the calf", "rub 60s", "affected", "E1 E3 E23 S D"),
        Dose("Walk about", "walk 2m", "none", "E2 E5 S"),
        Dose("Warm it", "warm 10m", "affected", "E33", optional=True),
        Dose("Raise your legs", "rest 5m", "both", "E36 S", optional=True),
    ),
    "cramp-calf-standing": (
        Dose("Stand, hold on, heel down", "heel down 20s", "affected", "E1 E4 D"),
        Dose(
            *("Stretch at the wall", "lean in 30s, ease off 10s", "affected", "E6 E7 E8"),
            at_most=5,
            offer_after=2,
            otherwise="cramp-calf",
        ),
        Dose("Walk about", "walk 2m", "none", "E2 E5 S"),
    ),
    "cramp-foot": (
        Dose("Pull your toes toward you", "toes up 20s, ease off 10s", "affected", "S D", repetitions=3),
        Dose("Press your foot flat", "press down 20s", "affected", "E1 D"),
        Dose("Rub the arch", "rub 60s", "affected", "E1 D"),
        Dose("Walk about", "walk 2m", "none", "E2 E5 S"),
    ),
    "cramp-thigh": (
        Dose("Stretch the back of your thigh", "lean in 30s, ease off 10s", "affected", "E4 E6 E8 D", at_most=5),
        Dose("Stretch the front of your thigh", "heel up 30s, ease off 10s", "affected", "E4 E6 E8 D", at_most=5),
    ),
    "cramp-hand": (
        Dose("Open your hand", "open up 15s, ease off 10s", "affected", "E44 D", repetitions=3),
        Dose("Rub the hand", "rub 30s", "affected", "D"),
    ),
    "daily-calf": (Dose("Lean at the wall", "lean in 3s, upright 3s", "both", "E1 D", repetitions=50),),
    "daily-calf-full": (
        Dose("March on the spot", "march 60s", "none", "D"),
        Dose(
            *("Wall stretch, knee straight", "hold 30s", "alternating", "E16 E28 E29 D"),
            repetitions=2,
            change=10,
        ),
        Dose("Wall stretch, knee bent", "hold 30s", "each", "D"),
        Dose(*("Heel raises", "rise 2s, stay 1s, lower 2s", "both", "E30 S D"), repetitions=10, sets=2, rest=30),
        Dose("Roll and step", "roll 30s, step 30s", "none", "S D"),
        Dose("Hamstring stretch", "hold 10s", "each", "E8", sets=3, rest=10, change=10),
        PUMPS,
        *CIRCLES,
        Dose("Heels up, seated", "heels up 1s, heels down 1s", "both", "E19 S D", repetitions=10),
        Dose("Toes up, seated", "toes up 1s, toes down 1s", "both", "E19 S D", repetitions=10),
    ),
    "bedtime": (
        Dose("Calf stretch", "hold 10s", "alternating", "E8 D", repetitions=3, change=2),
        Dose("Hamstring stretch", "hold 10s", "alternating", "E8 D", repetitions=3, change=2),
    ),
    "legs-up": (Dose("Raise your legs", "rest 20m", "both", "E36 S"), LYING_PUMPS),
    "legs-up-short": (Dose("Raise your legs", "rest 5m", "both", "E36 S"), LYING_PUMPS),
    "desk-break": (
        Dose("Heels up", "heels up 1s, heels down 1s", "both", "E19 S D", repetitions=10),
        Dose("Toes up", "toes up 1s, toes down 1s", "both", "E19 S D", repetitions=10),
        Dose("Stand up and walk", "walk 5m", "none", "E42", optional=True),
    ),
    "hand-break": (
        Dose("Open and close", "open wide 5s, let go 5s, fist 5s, let go 5s", "both", "E43 D", repetitions=3),
        Dose("Wrist circles", "circle 2s", "both", "S D", repetitions=5),
        Dose("Wrist circles, other way", "circle back 2s", "both", "S D", repetitions=5),
        Dose("Shake", "shake 10s", "both", "E43 S D"),
    ),
    "foot-exercises": (PUMPS, *CIRCLES),
    "ball-roll": (
        Dose("Roll the ball", "roll 2m", "each", "E31 S"),
        Dose("Towel curls", "curl 2s, let go 2s", "each", "E31 D", repetitions=5),
        Dose(*("Toe raise, point and curl", "heels up 5s, point 5s, curl 5s", "both", "E31"), repetitions=10),
        Dose("Toe lifts", "toes up 1s, toes down 1s", "each", "S D", repetitions=10),
    ),
    "foot-bath": (
        Dose("Warm, then cool", "warm 2m, cool 1m", "both", "E35 S D", repetitions=4),
        Dose("End as you like it", "rest 2m", "both", "S D"),
        Dose("Dry your feet", "dry 30s", "both", "D"),
    ),
    "self-massage": (
        Dose("Stroke upward", "stroke 60s", "each", "S D"),
        Dose("Tap lightly", "tap 20s", "each", "S D"),
    ),
    "self-massage-pregnant": (Dose("Stroke upward", "stroke 60s", "each", "E23 S D"), PUMPS),
    "walk": (Dose("Walk", "walk 10m", "none", "S D"),),
    "heel-drop": (Dose(*("Heel drop", "heel down 30s, come up 5s", "each", "E61 D"), repetitions=3, change=10),),
}
DOSES["tonight"] = DOSES["bedtime"]
"""All else of it is at one's own pace."""

TOWEL_UP = Dose("Stretch the back of your thigh", "toes up 30s, ease off 10s", "affected", "E4 E6 E8 D", at_most=5)
ADAPTED: dict[tuple[str, Tag], tuple[Dose, ...]] = {
    ("cramp-thigh", Tag.BALANCE_PROBLEM): (TOWEL_UP,),
    ("cramp-thigh", Tag.RECENT_INJURY): (
        Dose("Stretch the front of your thigh", "rest 30s, ease off 10s", "affected", "D", at_most=5),
        Dose("Stretch the back of your thigh", "toes up 30s, ease off 10s", "affected", "D", at_most=5),
    ),
    ("cramp-thigh", Tag.LATE_PREGNANCY): (TOWEL_UP,),
    ("daily-calf", Tag.BALANCE_PROBLEM): (
        Dose("Towel pull, seated", "pull 3s, let go 3s", "both", "E1 E8 E17 D", repetitions=50),
    ),
    ("daily-calf-full", Tag.BALANCE_PROBLEM): (
        Dose("Towel pull, seated", "pull 20s", "each", "E17 D", sets=3, rest=10, change=10),
    ),
    ("foot-bath", Tag.PREGNANT): (
        Dose("Warm, then cool", "mild 1m, cool 1m", "both", "E34 S D", repetitions=4),
        Dose("End as you like it", "rest 1m", "both", "E34 S D"),
    ),
}
"""The doses that are another for some people; all others stay as they are."""


@dataclass(frozen=True)
class Times:
    """What a routine's time is made of, in minutes and seconds."""

    work: str
    """Moves, rests and changes of side, without what is optional or lasts until relief."""
    ready: int = 0
    """Seconds to get ready."""
    optional: str = "0:00"
    says: str = ""
    """What the catalogue says of it."""


TIMES = {
    "cramp-calf": Times("3:00", optional="15:00", says="60 s, 2 min; optional 10 min, 5 min"),
    "cramp-calf-standing": Times("2:20", says="20 s, 2 min"),
    "cramp-foot": Times("4:50", says="3 × 30 s, 20 s, 60 s, 2 min"),
    "cramp-thigh": Times("0:00", says="until relief"),
    "cramp-hand": Times("1:45", says="3 × 15 s, 30 s, with 10 s of ease"),
    "daily-calf": Times("5:00", ready=5, says="5:00"),
    "daily-calf-full": Times("12:34", ready=60, says="about 13 min"),
    "bedtime": Times("2:20", ready=15, says="about 2:30"),
    "tonight": Times("2:20", ready=20, says="the bedtime stretch"),
    "legs-up": Times("20:00", ready=5, optional="0:30", says="20 min"),
    "legs-up-short": Times("5:00", ready=5, optional="0:30", says="5 min"),
    "desk-break": Times("0:40", ready=10, optional="5:10", says="40 s; walk 5 min"),
    "hand-break": Times("1:30", ready=20, says="3 × 20 s, 10 circles, 10 s"),
    "foot-exercises": Times("2:19", ready=15, says="30 pumps of 1 s, 16 circles of 2 s, each foot"),
    "ball-roll": Times("8:05", ready=20, says="2 min, 5 curls, 10 lifts, each foot; 5 s ×3 ×10"),
    "foot-bath": Times("14:30", ready=15, says="about 14 min"),
    "self-massage": Times("2:50", ready=10, says="about 3 min"),
    "self-massage-pregnant": Times("1:05", ready=5, says="30 pumps of 1 s, each foot; or 60 s of strokes, each leg"),
    "heel-drop": Times("3:40", ready=5, says="30 s ×3 each side"),
    "walk": Times("10:00", ready=5, says="10 min"),
}
