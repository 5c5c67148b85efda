"""What a tag changes in a step or in a whole routine, and why."""

from uncramp.domain.routine import Adaptation, Replacement, RoutineAdaptation, Tag
from uncramp.files.fields import Flag, Reference, Text
from uncramp.files.keys import DOSE, NAME, SOURCES, WORDS
from uncramp.files.records import ByWord, Group, Key, Record, Values
from uncramp.files.rules import Excludes, NotEmpty, SomeOf

_TAGS = tuple(tag.value for tag in Tag)
_CAUTION = Key("caution", Text(400), "A caution that is added.")
_WHY = Key("why", Text(300), "The reason, said to the person.", required=True)
_SKIPPED = "what is left out needs nothing else"
_FIXED = "is not for a replacement: how a step ends, and what it asks, stays"

_REPLACED = (NAME, *WORDS, *DOSE, SOURCES)
REPLACEMENT = Record(
    "a group",
    _REPLACED,
    (NotEmpty(),),
    elsewhere={key: f"'{key}' {_FIXED}" for key in ("until", "at_most", "offer_after", "otherwise", "ask")},
)


def _replacement(values: Values) -> Replacement:
    return Replacement(**REPLACEMENT.attributes(values))


STEP_ADAPTATION = Record(
    "a group",
    (
        Key("skip", Flag(only_true=True), "Leaves the step out."),
        Key("replace", Group(REPLACEMENT, _replacement), "Takes the place of the step's own words and dose."),
        _CAUTION,
        _WHY,
    ),
    (
        SomeOf(("skip", "replace", "caution")),
        Excludes("skip", "replace", _SKIPPED),
        Excludes("skip", "caution", _SKIPPED),
    ),
)

ROUTINE_ADAPTATION = Record(
    "a group",
    (
        Key("skip", Flag(only_true=True), "Leaves the routine out."),
        Key("instead", Reference("routine"), "The routine that is done in its place."),
        _CAUTION,
        _WHY,
    ),
    (
        SomeOf(("skip", "instead", "caution")),
        Excludes("skip", "instead", _SKIPPED),
        Excludes("skip", "caution", _SKIPPED),
        Excludes("instead", "caution", "the other routine has cautions of its own"),
    ),
)


def _for_step(tag: str, values: Values) -> Adaptation:
    return Adaptation(tag=Tag(tag), **STEP_ADAPTATION.attributes(values))


def _for_routine(tag: str, values: Values) -> RoutineAdaptation:
    return RoutineAdaptation(tag=Tag(tag), **ROUTINE_ADAPTATION.attributes(values))


ADAPT_STEP = Key(
    "adapt",
    ByWord("tag", _TAGS, STEP_ADAPTATION, _for_step),
    "What changes for whom: by tag, with the reason.",
)
ADAPT_ROUTINE = Key(
    "adapt",
    ByWord("tag", _TAGS, ROUTINE_ADAPTATION, _for_routine),
    "What changes for whom: by tag, with the reason.",
)
