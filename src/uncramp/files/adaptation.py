"""What a step says and what its dose is, and what changes in them for whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from uncramp.domain.routine import Adaptation, Replacement, RoutineAdaptation, Sides, Tag
from uncramp.files.counts import Count, Ladder, SidesField
from uncramp.files.document import MappingNode, Node
from uncramp.files.fields import Branch, Duration, Field, Flag, ListOf, Location, Reference, Schema, Text, one_of
from uncramp.files.moves import MoveField, MoveList
from uncramp.files.records import (
    MOST_SETS,
    Excludes,
    Fits,
    Group,
    KeySpec,
    Record,
    RestBetweenSets,
    Rule,
    SetsOfLadder,
    SomeOf,
    Values,
)
from uncramp.files.text import shorten

T = TypeVar("T")

LINES = Text(1_500, lines=True)
CAUTIONS = ListOf(Text(400), 20, example="a '- ' before each caution")
_SOURCES = ListOf(Reference("source"), 20, example="[aaos-hold, our-choice]")

NAME = KeySpec("name", Text(60), "The name of the step, for lists and the screen.")
HOW = KeySpec("how", LINES, "How it is done, in full.")
SOURCES = KeySpec("sources", _SOURCES, "Where the dose comes from: ids from sources.yaml.")
WHEN = KeySpec("when", Branch(), "The branch that the step belongs to: what a question at the start chooses.")

WORDS = (
    KeySpec(
        "say", Text(200, most_words=12), "What to do, in 12 words or fewer: spoken, and the biggest on the screen."
    ),
    HOW,
    KeySpec("partner", LINES, "Words for a helper."),
    KeySpec("figure", Reference("figure"), "The picture that shows it: a name from the folder figures."),
    KeySpec("position", Text(120), "Where and how the person sits, lies or stands."),
)

DOSE = (
    KeySpec(
        "sides",
        one_of(Sides, kind=SidesField),
        "Which side: all of one and then the other (each), set by set (each-set), in turn (alternating), or always one.",
    ),
    KeySpec(
        "moves",
        MoveList(MoveField(), 30, example="[pull 30s, ease 10s]"),
        "The timed moves that make one repetition: 'pull 30s', or 'ease 10s: Let it go loose' with words of its own.",
    ),
    KeySpec(
        "repetitions",
        Ladder(Count(1, 1_000)),
        "How often the moves are repeated, on each side, in each set: 10, or [15, 12, 10].",
    ),
    KeySpec("sets", Count(1, MOST_SETS), "How many sets of repetitions."),
    KeySpec("rest", Duration(0, 3_600), "The time between two sets."),
    KeySpec("change", Duration(0, 600), "The time to change sides."),
    KeySpec("rest_after", Duration(0, 3_600), "The rest before the next step."),
)

_CHANGING = tuple(side for side in Sides if side.changes)
_ONE_SIDE = "an open-ended step stays on one side: take it out, or take 'until' out"
_OPEN = "an open-ended step repeats its moves until relief: take one of them out"

OPEN_RULES: tuple[Rule, ...] = (
    *(Excludes("until", key, _OPEN) for key in ("repetitions", "sets", "rest", "rest_after")),
    Fits(
        "until",
        "sides",
        lambda sides: sides not in _CHANGING,
        {"properties": {"sides": {"not": {"enum": list(_CHANGING)}}}},
        _ONE_SIDE,
        blame="sides",
    ),
)
"""Rules for the dose of a step that goes on until relief."""

DOSE_RULES: tuple[Rule, ...] = (
    Fits(
        "change",
        "sides",
        lambda sides: sides in _CHANGING,
        {"required": ["sides"], "properties": {"sides": {"enum": list(_CHANGING)}}},
        "there is no change of sides here: write 'sides: each', 'each-set' or 'alternating', or take it out",
        blame="change",
    ),
    SetsOfLadder(),
    RestBetweenSets(),
)
"""Rules for the dose of a step, and for that of a replacement together with its step."""


_CAUTION = KeySpec("caution", Text(400), "A caution that is added.")
_WHY = KeySpec("why", Text(300), "The reason, said to the person.", required=True)
_SKIPPED = "what is left out needs nothing else"
_FIXED = "is not for a replacement: how a step ends, and what it asks, stays"

_REPLACED = (NAME, *WORDS, *DOSE, SOURCES)
REPLACEMENT = Record(
    "a group",
    _REPLACED,
    (SomeOf(),),
    elsewhere={key: f"'{key}' {_FIXED}" for key in ("until", "at_most", "offer_after", "otherwise", "ask")},
)


STEP_ADAPTATION = Record(
    "a group",
    (
        KeySpec("skip", Flag(only_true=True), "Leaves the step out."),
        KeySpec(
            "replace",
            Group(REPLACEMENT, lambda values: Replacement(**values)),
            "Takes the place of the step's own words and dose.",
        ),
        _CAUTION,
        _WHY,
    ),
    (
        SomeOf(("skip", "replace", "caution")),
        Excludes("skip", "replace", _SKIPPED),
        Excludes("skip", "caution", _SKIPPED),
    ),
    elsewhere={
        key.name: f"'{key.name}' takes the place of the step's own: write it under 'replace:'" for key in _REPLACED
    },
)

ROUTINE_ADAPTATION = Record(
    "a group",
    (
        KeySpec("skip", Flag(only_true=True), "Leaves the routine out."),
        KeySpec("instead", Reference("routine"), "The routine that is done in its place."),
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


@dataclass(eq=False)
class ByTag(Field[tuple[T, ...]], Generic[T]):
    """A mapping from some of the tags to what changes for whom they are true of."""

    record: Record
    build: Callable[..., T]
    """Takes the tag, and what is in the record."""
    example = "skip: true, why: It is too far to reach."

    def read(self, node: Node, location: Location) -> tuple[T, ...] | None:
        if not isinstance(node, MappingNode):
            location.expected(node, "a group with tags as keys", f"write adapt: {{pregnant: {{{self.example}}}}}")
            return None
        before, tags = location.file.problems.count, [tag.value for tag in Tag]
        made: list[T] = []
        for word, entry in node.entries.items():
            here = location.key(word)
            if word not in tags:
                meant = here.meant(word, tags, f"it must be one of {', '.join(tags)}")
                here.problem(entry.key, f"there is no tag '{shorten(word)}': {meant}")
            values = self.record.read(entry.value, here)
            if location.file.problems.count == before and self.record.complete(values):
                made.append(self.build(tag=Tag(word), **values))
        return tuple(made) if location.file.problems.count == before else None

    def schema(self) -> Schema:
        names: Schema = {"enum": list(Tag)}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.record.schema()}


_FOR_WHOM = "What changes for whom: by tag, with the reason."
ADAPT_STEP = KeySpec("adapt", ByTag(STEP_ADAPTATION, Adaptation), _FOR_WHOM)
ADAPT_ROUTINE = KeySpec("adapt", ByTag(ROUTINE_ADAPTATION, RoutineAdaptation), _FOR_WHOM)


def dose_changes(replacement: Replacement) -> Values:
    dose = {key.name: getattr(replacement, key.name) for key in DOSE}
    return {name: value for name, value in dose.items() if value is not None}
