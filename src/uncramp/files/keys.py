"""The keys that steps and their replacements share, and how the keys of a dose go together."""

from uncramp.domain.routine import Sides
from uncramp.files.fields import Branch, Count, Duration, ListOf, Reference, Text, one_of
from uncramp.files.moves import MoveField
from uncramp.files.records import Key
from uncramp.files.rules import Excludes, Fits

LINES = Text(1_500, lines=True)
CAUTIONS = ListOf(Text(400), 20, example="a '- ' before each caution")
_SOURCES = ListOf(Reference("source"), 20, example="[aaos-hold, our-choice]")

NAME = Key("name", Text(60), "The name of the step, for lists and the screen.")
HOW = Key("how", LINES, "How it is done, in full.")
SOURCES = Key("sources", _SOURCES, "Where the dose comes from: ids from sources.yaml.")
WHEN = Key("when", Branch(), "The branch that the step belongs to: what a question at the start chooses.")

WORDS = (
    Key(
        "say",
        Text(200, most_words=12),
        "What to do, in 12 words or fewer: spoken, and the biggest on the screen.",
    ),
    HOW,
    Key("partner", LINES, "Words for a helper."),
    Key("figure", Reference("figure"), "The picture that shows it: a name from the folder figures."),
    Key("position", Text(120), "Where and how the person sits, lies or stands."),
)

DOSE = (
    Key(
        "sides", one_of(Sides), "Which side: all of one and then the other (each), or in turn (alternating)."
    ),
    Key(
        "moves",
        ListOf(MoveField(), 30, example="[pull 30s, ease 10s]"),
        "The timed moves that make one repetition, such as [pull 30s, ease 10s].",
    ),
    Key("repetitions", Count(1, 1_000), "How often the moves are repeated, on each side, in each set."),
    Key("sets", Count(1, 50), "How many sets of repetitions."),
    Key("rest", Duration(0, 3_600), "The time between two sets."),
    Key("change", Duration(0, 600), "The time to change sides."),
)

_CHANGING = (Sides.EACH, Sides.ALTERNATING)
_ONE_SIDE = "an open-ended step stays on one side: take it out, or take 'until' out"
_OPEN = "an open-ended step repeats its moves until relief: take one of them out"

DOSE_RULES = (
    Excludes("until", "repetitions", _OPEN),
    Excludes("until", "sets", _OPEN),
    Excludes("until", "rest", _OPEN),
    Fits(
        "until",
        "sides",
        lambda sides: sides not in _CHANGING,
        {"properties": {"sides": {"not": {"enum": list(_CHANGING)}}}},
        _ONE_SIDE,
        blame="sides",
    ),
    Fits(
        "change",
        "sides",
        lambda sides: sides in _CHANGING,
        {"required": ["sides"], "properties": {"sides": {"enum": list(_CHANGING)}}},
        "there is no change of sides here: write 'sides: each' or 'alternating', or take it out",
        blame="change",
    ),
    Fits(
        "rest",
        "sets",
        lambda sets: isinstance(sets, int) and sets > 1,
        {"required": ["sets"], "properties": {"sets": {"minimum": 2}}},
        "there is no rest in a single set: write 'sets: 2' or more, or take it out",
        blame="rest",
    ),
)
"""What a step may break, and a replacement together with the step that it is for."""
