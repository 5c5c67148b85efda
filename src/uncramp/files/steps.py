"""A step: either timed moves or a question."""

from collections.abc import Iterator
from dataclasses import replace

from uncramp.domain.routine import SIGNS, Ask, Replacement, Sides, Step, Unanswered
from uncramp.files import nodes
from uncramp.files.adaptations import ADAPT_STEP
from uncramp.files.fields import (
    Branch,
    Count,
    Duration,
    Field,
    Flag,
    OneOf,
    Reference,
    Schema,
    Text,
    one_of,
)
from uncramp.files.keys import CAUTIONS, DOSE, DOSE_RULES, HOW, NAME, SOURCES, WHEN, WORDS
from uncramp.files.location import Place
from uncramp.files.nodes import Node
from uncramp.files.records import Key, Record, Values, report_broken
from uncramp.files.rules import AtMost, Needs

GUARDS = Count(1, 20)

_NAME = replace(NAME, required=True)
_MOVE_KEYS = (
    _NAME,
    *(replace(key, required=key.name == "say") for key in WORDS),
    *(replace(key, required=key.name == "moves") for key in DOSE),
    Key(
        "until",
        OneOf({"relief": True}),
        "Repeats the moves until the person says so.",
        attribute="until_relief",
    ),
    Key("at_most", Count(1, 100), "Rounds of the moves before the session goes on by itself."),
    Key("offer_after", Count(1, 100), "Rounds before the other routine is offered."),
    Key("otherwise", Reference("routine"), "The routine that is offered when this does not help."),
    Key("optional", Flag(), "Whether the person is asked if they want this step."),
    Key("cautions", CAUTIONS, "What to look out for."),
    WHEN,
    SOURCES,
    ADAPT_STEP,
)
_TEXT = Key("ask", Text(300), "A question with a one-key answer.", required=True, attribute="text")
_WAIT = Key("wait", Duration(1, 600), "The time to wait for an answer; a minute if not given.")
_ASK_KEYS = (
    _NAME,
    HOW,
    _TEXT,
    Key("if_yes", Reference("routine", (SIGNS,)), "What a yes leads to: signs, or a routine.", required=True),
    _WAIT,
    Key("unanswered", one_of(Unanswered), "What no answer does: skip the steps that are guarded, or go on."),
    Key("guards", GUARDS, "How many of the following steps are left out when there is no answer."),
    WHEN,
    SOURCES,
)
_CHOICE_KEYS = (
    _NAME,
    HOW,
    _TEXT,
    Key("if_yes", Branch(), "The branch that a yes leads to: the steps with this 'when'.", required=True),
    Key("if_no", Branch(), "The branch for all other answers, and for none.", required=True),
    _WAIT,
    Key("unanswered", OneOf({"go-on": Unanswered.GO_ON}), "No answer goes on, as a no does."),
    SOURCES,
)
_CHOICE_NAMES = {key.name for key in _CHOICE_KEYS}
_MOVE_NAMES, _ASK_NAMES = {key.name for key in _MOVE_KEYS}, {key.name for key in _ASK_KEYS} | _CHOICE_NAMES

WITH_MOVES = Record(
    "a step",
    _MOVE_KEYS,
    (
        Needs("until", "at_most", "how many rounds, so that it never goes on for ever"),
        Needs("at_most", "until", "write 'until: relief', or take it out"),
        Needs("otherwise", "until", "another routine is offered where a step goes on until relief"),
        Needs("offer_after", "otherwise", "name the routine that is offered"),
        AtMost("offer_after", "at_most"),
        *DOSE_RULES,
    ),
    elsewhere={
        name: f"'{name}' belongs to a question, and this step has moves" for name in _ASK_NAMES - _MOVE_NAMES
    },
)
WITH_QUESTION = Record(
    "a step",
    _ASK_KEYS,
    elsewhere={
        name: f"'{name}' belongs to moves, and this step is a question" for name in _MOVE_NAMES - _ASK_NAMES
    },
)
WITH_CHOICE = Record(
    "a step",
    _CHOICE_KEYS,
    elsewhere=dict(WITH_QUESTION.elsewhere)
    | {
        "guards": "a choice between two branches leaves no other step out: take it out",
        "when": "a choice between two branches belongs to no branch itself: take it out",
    },
)


class StepField(Field[Step]):
    """One step of a routine."""

    def read(self, node: Node, place: Place) -> Step | None:
        before = place.file.problems.count
        keys = node.entries if isinstance(node, nodes.Mapping) else {}
        asks = "moves" not in keys and not keys.keys().isdisjoint(_ASK_NAMES - _MOVE_NAMES)
        record = (WITH_CHOICE if "if_no" in keys else WITH_QUESTION) if asks else WITH_MOVES
        values = record.read(node, place)
        if isinstance(node, nodes.Mapping) and not asks:
            _check_replacements(node, values, place)
        if place.file.problems.count > before or not record.complete(values):
            return None
        return _question(record, values) if asks else Step(**WITH_MOVES.attributes(values))

    def schema(self) -> Schema:
        return {"oneOf": [record.schema() for record in (WITH_MOVES, WITH_QUESTION, WITH_CHOICE)]}


def _question(record: Record, values: Values) -> Step:
    silent = Unanswered.GO_ON if record is WITH_CHOICE else Unanswered.SKIP
    asked: Values = {"wait": 60, "unanswered": silent, "guards": 1} | record.attributes(values)
    own = {key: asked.pop(key) for key in ("name", "how", "when", "sources") if key in asked}
    return Step(**own, ask=Ask(**asked))


def _check_replacements(step: nodes.Mapping, values: Values, place: Place) -> None:
    """Report what in a replacement contradicts the step that it is for."""
    for adaptation in values.get("adapt", ()):
        if adaptation.replace is None:
            continue
        way = ("adapt", adaptation.tag.value, "replace")
        node, here = step, place
        for key in way:
            child = node.entries[key].value
            assert isinstance(child, nodes.Mapping)  # noqa: S101 - it was read as one
            node, here = child, here.key(key)
        merged = values | dict(_given(adaptation.replace))
        report_broken(DOSE_RULES, node, step.entries.keys() | node.entries.keys(), merged, here)


def _given(replacement: Replacement) -> Iterator[tuple[str, object]]:
    for key in DOSE:
        value = getattr(replacement, key.name)
        if value is not None:
            yield key.name, value


def longest_seconds(step: Step) -> int:
    """The longest that a step can take for anybody, in seconds."""
    replaced = [_replaced(step, one.replace) for one in step.adapt if one.replace is not None]
    return max(_seconds(one) for one in (step, *replaced))


def _replaced(step: Step, replacement: Replacement) -> Step:
    changes = dict(_given(replacement))
    return replace(step, **changes)  # type: ignore[arg-type]


def _seconds(step: Step) -> int:
    if step.ask is not None:
        return step.ask.wait
    if step.until_relief:
        return step.round_seconds * (step.at_most or 1)
    sides = 2 if step.sides.changes else 1
    moves = step.round_seconds * step.repetitions * step.sets * sides
    if step.sides is Sides.ALTERNATING:
        return moves + step.change * (2 * step.repetitions - 1) * step.sets + step.rest * (step.sets - 1)
    return moves + step.change * (sides - 1) + step.rest * (step.sets - 1) * sides
