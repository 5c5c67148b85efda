"""The constant words of first aid: what is painted first, and what is told when everything else is broken.

And whether a command line asks for them: this is read before there is a parser, and where that is broken.
This module imports nothing, since the first words wait for it. A test holds every sentence equal to the routine files.
"""


class FirstAid:
    """One first-aid routine in constant words, safe for a person of whom nothing is known."""

    def __init__(self, title: str, step: str, big: str, say: str, *then: "tuple[str, str]") -> None:
        """Take the words.

        Args:
            title: the routine's title.
            step: the name of its first step.
            big: its first move, the biggest words; the step's name where it asks.
            say: what that step says: the first instruction.
            then: what follows, as pairs of a situation and what to do in it.
        """
        self.title, self.step, self.big, self.say, self.then = title, step, big, say, then


STOP_CHECK = (
    "Is one leg swollen, warm, red or darker? Or sore before, but not from a cramp?",
    "This may be a blood clot. Do not rub. Call your doctor, midwife or urgent line today.",
)
"""What is asked in first aid of the leg or foot, and what "yes" and "not sure" mean."""

FIRST_AID = {
    "cramp-calf": FirstAid(
        "Calf cramp, right now",
        "Pull your toes toward you",
        "Toes up",
        "Pull your toes toward your shin. Slowly.",
        ("Hard to reach?", "Loop a towel round your foot. Pull it slowly."),
        STOP_CHECK,
        ("When it has stopped:", "Now walk about. Or shake the leg."),
        ("Optional:", "Lean back on pillows. Rest with your legs up."),
    ),
    "cramp-calf-standing": FirstAid(
        "Calf cramp, standing",
        "Stand, hold on, heel down",
        "Heel down",
        "Hold the wall. Press your heel down.",
        ("No wall?", "Hold a chair. Press your heel down."),
        ("Then:", "Other foot forward. Back knee straight, heel flat."),
        STOP_CHECK,
        ("When it has stopped:", "Now walk about. Heels down."),
    ),
    "cramp-foot": FirstAid(
        "Foot or toe cramp",
        "Pull your toes toward you",
        "Toes up",
        "Pull your toes toward your shin. Slowly.",
        ("Hard to reach?", "Loop a towel round your toes. Pull it slowly."),
        ("Then:", "Stand. Hold a chair. Press your whole foot down."),
        STOP_CHECK,
        ("When it has stopped:", "Now walk about. Heels down."),
    ),
    "cramp-thigh": FirstAid(
        "Thigh cramp, right now",
        "Front or back?",
        "Front or back?",
        "Front or back of the thigh?",
        ("Back:", "Sit. Leg straight. Pull the towel slowly."),
        ("Front:", "Lie on your good side. Draw your heel back."),
        STOP_CHECK,
    ),
    "cramp-hand": FirstAid(
        "Hand cramp, right now",
        "Open your hand",
        "Open up",
        "Open your fingers gently with the other hand.",
        (
            "Chest pain? Or pain spreading to arm, neck or jaw?",
            "This may be your heart. Call your local emergency number now.",
        ),
        (
            "Tingling round your mouth? Or is the arm swollen, hot or red?",
            "This may be more than a cramp. Do not rub. Call your doctor, midwife or urgent line today.",
        ),
    ),
}
"""By the routine's name."""

CAUTIONS = (
    "It may hurt at first, then ease. If it keeps getting worse, stop and call.",
    "Was the leg sore or swollen before? It may be a blood clot. Call today.",
    "Stop and call your midwife if the leg swells, or you feel faint, bleed or have contractions.",
)
"""What a person late in pregnancy and prone to clots is told in every first aid of the leg."""

FEW_SIGNS = (
    "Trouble breathing, chest pain or a cold leg? Call your local emergency number now. "
    "ONE leg swollen? Call your doctor, midwife or urgent line today."
)
"""The warning signs in short, for when the list of them can't be had."""

TEN_MINUTES = "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."

HOME = ("uncramp: help for leg cramps", "uncramp", "Cramp?", "Enter")
"""Home's title, the same where it has little room, and the words and the key of its bar."""


def without_person(arguments: "list[str]") -> "tuple[list[str], str | None]":
    """A command line without `--as NAME`, wherever that stands, and the name: "" where it is missing."""
    rest: list[str] = []
    name = None
    left = iter(arguments)
    for word in left:
        if word == "--":
            return [*rest, word, *left], name
        if word == "--as":
            name = next(left, "")
        elif word.startswith("--as="):
            name = word[5:]
        else:
            rest.append(word)
    return rest, name


def is_slip_of_now(word: str) -> bool:
    """Whether it is `now`, or one letter too many, too few, wrong, or two that changed places make it that."""
    word, now = word.lower(), "now"
    if word in (now, "new"):  # the other is a command
        return word == now
    places = range(len(word))
    shorter = {word[:at] + word[at + 1 :] for at in places}
    swapped = {word[:at] + word[at : at + 2][::-1] + word[at + 2 :] for at in places}
    one_wrong = len(word) == len(now) and sum(a != b for a, b in zip(word, now, strict=True)) == 1
    return one_wrong or now in shorter | swapped or word in ("ow", "nw", "no")


_NOW_OPTIONS = {
    "--for": {"calf": "calf leg", "foot": "foot feet toe toes", "thigh": "thigh", "hand": "hand finger fingers"},
    "--side": {"left": "left l", "right": "right r"},
    "--sound": {"tones": "tones", "voice": "voice", "off": "off"},
    "--standing": {"": "standing"},
}
"""The options of `now` and their values, each with the words that may mean it."""


def options_of_now(words: "list[str]") -> "list[str]":
    """The options of `now` that such words mean, as far as that can be told: of `lfet foot`, `--foot`, `--for=Tigh`."""
    from difflib import get_close_matches

    known = {
        word: (option, value)
        for option, values in _NOW_OPTIONS.items()
        for value in values
        for word in values[value].split()
    }
    typed = " ".join(words).replace("=", " ").lower().split()
    meant: dict[str, tuple[str, ...]] = {option: () for option in ("--auto", "--plain") if option in typed}
    for word in typed:
        for name in get_close_matches(word.strip("-"), known, 1, 0.7):
            option, value = known[name]
            meant[option] = (value,) if value else ()
    return [word for option, value in meant.items() for word in (option, *value)]
