"""The constant words of first aid: what is painted first, and what is told when everything else is broken.

This module imports nothing, since the first words wait for it. A test holds every sentence equal to the routine files.
"""


class FirstAid:
    """One first-aid routine in constant words, safe for a person of whom nothing is known."""

    def __init__(self, title: str, step: str, say: str, *then: "tuple[str, str]") -> None:
        """Take the words.

        Args:
            title: the routine's title.
            step: the name of its first step.
            say: what that step says: the first instruction.
            then: what follows, as pairs of a situation and what to do in it.
        """
        self.title, self.step, self.say, self.then = title, step, say, then


STOP_CHECK = (
    "Is one leg swollen, hot, red or darker? Does it hurt more as the foot bends up?",
    "Do not rub. Look at the warning signs.",
)
"""What is asked before a leg or foot is rubbed, and what "yes" and "not sure" mean."""

FIRST_AID = {
    "cramp-calf": FirstAid(
        "Calf cramp, right now",
        "Pull your toes toward you",
        "Pull your toes toward your shin. Slowly.",
        ("Hard to reach?", "Loop a towel round your foot. Pull it slowly."),
        STOP_CHECK,
        ("When it's gone:", "Now walk about. Or shake the leg."),
        ("If you like:", "Lean back, well propped up. Rest your legs raised."),
    ),
    "cramp-calf-standing": FirstAid(
        "Calf cramp, standing",
        "Stand on it",
        "Hold the wall. Press your heel down.",
        ("No wall?", "Hold a chair. Press your heel down."),
        ("Then:", "Other foot forward. Back knee straight, heel flat."),
        STOP_CHECK,
        ("When it's gone:", "Now walk about. Heels down."),
    ),
    "cramp-foot": FirstAid(
        "Foot or toe cramp",
        "Pull your toes toward you",
        "Pull your toes toward your shin. Slowly.",
        ("Hard to reach?", "Loop a towel round your toes. Pull it slowly."),
        ("Then:", "Stand. Hold a chair. Press your whole foot down."),
        STOP_CHECK,
        ("When it's gone:", "Now walk about. Heels down."),
    ),
    "cramp-thigh": FirstAid(
        "Thigh cramp, right now",
        "Front or back?",
        "Is it the front of your thigh?",
        ("If it is the back:", "Sit. Leg straight. Pull the towel slowly."),
        ("If it is the front:", "Lie on your good side. Draw your heel back."),
        STOP_CHECK,
    ),
    "cramp-hand": FirstAid(
        "Hand cramp, right now",
        "Before you start",
        "Does your mouth tingle? Do your chest or left arm hurt?",
        ("Yes, or not sure?", "Stop, and look at the warning signs."),
        ("If not:", "Stop. Let your other hand open the fingers gently."),
    ),
}
"""By the routine's name."""

CAUTIONS = (
    "Pull slowly. A hard pull can strain the muscle.",
    "Does the pain stay, or get worse? Stop, and see the warning signs.",
    "Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.",
)
"""What a person late in pregnancy and prone to clots is told in every first aid of the leg."""

FEW_SIGNS = (
    "Trouble breathing, chest pain or a cold leg? Call your local emergency number now. "
    "ONE leg swollen? Call your doctor, midwife or urgent line today."
)
"""The warning signs in short, for when the list of them can't be had."""

TEN_MINUTES = "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."

HOME = ("uncramp: help for leg cramps", "Cramp now? Press Enter.")
"""Home's title, and the first line of its list."""
