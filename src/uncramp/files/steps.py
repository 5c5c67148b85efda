"""The steps of a routine file: with moves, with a question, or with a choice between two branches."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from uncramp.domain.routine import SIGNS, Ask, Call, Move, Replacement, Step, Tag, Unanswered
from uncramp.files.adaptation import (
    ADAPT_STEP,
    CAUTIONS,
    DOSE,
    DOSE_RULES,
    HOW,
    NAME,
    OPEN_RULES,
    SOURCES,
    WHEN,
    WORDS,
    dose_changes,
)
from uncramp.files.counts import Count
from uncramp.files.document import KeyValue, MappingNode, Node, ScalarNode
from uncramp.files.fields import Branch, Duration, Field, Flag, Location, OneOf, Reference, Schema, Text, one_of
from uncramp.files.records import AtMost, Fits, KeySpec, Needs, Record, Values, report_broken
from uncramp.files.text import shorten

GUARDS = Count(1, 20)


class _Until(OneOf[str]):
    """What ends a step: one word for each kind of step, and messages name both."""

    what = "relief (until it stops) or done (at one's own pace)"


_RELIEF, _DONE = "relief", "done"
_UNTIL = KeySpec(
    "until", _Until({_RELIEF: _RELIEF}), "Goes on until the person says so: relief, or done (at one's own pace)."
)

_NAME = replace(NAME, required=True)
_MOVE_KEYS = (
    _NAME,
    *(replace(key, required=key.name == "say") for key in WORDS),
    *(replace(key, required=key.name == "moves") for key in DOSE),
    _UNTIL,
    KeySpec("at_most", Count(1, 100), "Turns of the moves before the session goes on by itself."),
    KeySpec("offer_after", Count(0, 100), "Turns before the other routine is offered; 0 offers it at once."),
    KeySpec("otherwise", Reference("routine"), "The routine that is offered when this does not help."),
    KeySpec("optional", Flag(), "Whether the person is asked if they want this step."),
    KeySpec("cautions", CAUTIONS, "What to look out for."),
    WHEN,
    SOURCES,
    ADAPT_STEP,
)
_TEXT = KeySpec("ask", Text(300), "A question with a one-key answer.", required=True, attribute="text")
_WAIT = KeySpec("wait", Duration(20, 600), "The time to wait for an answer; a minute if not given.")
_ANSWER = Text(60)
_ONLY_FOR = KeySpec("only_for", one_of(Tag), "The tag of the only people who are asked.")
_ASK_KEYS = (
    _NAME,
    HOW,
    _TEXT,
    KeySpec("if_yes", Reference("routine", (SIGNS,)), "What a yes leads to: signs, or a routine.", required=True),
    _WAIT,
    KeySpec("unanswered", one_of(Unanswered), "What no answer does: skip the steps that are guarded, or go on."),
    KeySpec("guards", GUARDS, "How many of the following steps are left out when there is no answer."),
    KeySpec("means", Text(200), "What a yes may mean and what not to do, said before whom to call."),
    KeySpec("call", one_of(Call), "How soon a yes calls for help: now (the emergency number), or today."),
    _ONLY_FOR,
    WHEN,
    SOURCES,
)
_CHOICE_KEYS = (
    _NAME,
    HOW,
    _TEXT,
    KeySpec("if_yes", Branch(), "The branch that a yes leads to: the steps with this 'when'.", required=True),
    KeySpec("if_no", Branch(), "The branch for all other answers, and for none.", required=True),
    KeySpec("yes", _ANSWER, "The yes in words of its own; its key is 1."),
    KeySpec("no", _ANSWER, "The no in words of its own; its key is 2."),
    _WAIT,
    KeySpec("unanswered", OneOf({"go-on": Unanswered.GO_ON}), "No answer goes on, as a no does."),
    SOURCES,
)
_CHOICE_NAMES = {key.name for key in _CHOICE_KEYS}
_MOVE_NAMES, _ASK_NAMES = {key.name for key in _MOVE_KEYS}, {key.name for key in _ASK_KEYS} | _CHOICE_NAMES

_TO_SIGNS: Schema = {"properties": {"if_yes": {"const": SIGNS}}}
_NO_SIGNS = "is said with the warning signs: write 'if_yes: signs', or take it out"


def _signs_or_nothing(target: object) -> bool:
    """Whether a question leads to the warning signs; that it leads nowhere has been reported."""
    return target in (None, SIGNS)


_OF_ROUTINE = {
    name: f"'{name}' is said once, at the top of the file, beside 'title': move it there"
    for name in ("purpose", "for", "about", "label", "notes", "per_day", "days", "counts_as")
}
WITH_MOVES = Record(
    "a step",
    _MOVE_KEYS,
    (
        Needs("until", "at_most", "how many turns, so that it never goes on for ever"),
        Needs("at_most", "until", "write 'until: relief', or take it out"),
        Needs("otherwise", "until", "another routine is offered where a step goes on until relief"),
        Needs("offer_after", "otherwise", "name the routine that is offered"),
        AtMost("offer_after", "at_most"),
        *OPEN_RULES,
        *DOSE_RULES,
    ),
    elsewhere=_OF_ROUTINE
    | {
        name: f"'{name}' belongs to a question, and this step has moves: make it a step before this one"
        for name in _ASK_NAMES - _MOVE_NAMES
    },
)
_OF_OPEN = ("at_most", "offer_after", "otherwise")
AT_OWN_PACE = Record(
    "a step",
    tuple(
        {
            "until": replace(_UNTIL, field=_Until({_DONE: _DONE}), required=True),
            "moves": replace(key, required=False),
        }.get(key.name, key)
        for key in _MOVE_KEYS
        if key.name not in _OF_OPEN
    ),
    DOSE_RULES,
    elsewhere=dict(WITH_MOVES.elsewhere)
    | {name: f"'{name}' is for 'until: relief', and this step ends when it is done: take it out" for name in _OF_OPEN},
)
WITH_QUESTION = Record(
    "a step",
    _ASK_KEYS,
    (
        Fits("means", "if_yes", _signs_or_nothing, _TO_SIGNS, _NO_SIGNS, "means"),
        Fits("call", "if_yes", _signs_or_nothing, _TO_SIGNS, _NO_SIGNS, "call"),
    ),
    elsewhere=_OF_ROUTINE
    | {
        name: f"'{name}' belongs to moves, and this step is a question: make it a step after this one"
        for name in _MOVE_NAMES - _ASK_NAMES
    }
    | {
        name: f"'{name}' is for a question that chooses between two branches ('if_no'): take it out"
        for name in ("yes", "no")
    },
)
WITH_CHOICE = Record(
    "a step",
    _CHOICE_KEYS,
    (
        Needs("yes", "no", "give both answers words of their own"),
        Needs("no", "yes", "give both answers words of their own"),
    ),
    elsewhere={name: why for name, why in WITH_QUESTION.elsewhere.items() if name not in ("yes", "no")}
    | {
        "guards": "a choice between two branches leaves no other step out: take it out",
        "when": "a choice between two branches belongs to no branch itself: take it out",
    },
)


STEP_KEYS = _MOVE_NAMES | _ASK_NAMES

STEP_KINDS = {"timed": WITH_MOVES, "own-pace": AT_OWN_PACE, "question": WITH_QUESTION, "choice": WITH_CHOICE}
"""The kinds of step, by their names in the schema."""


class StepField(Field[Step]):
    def read(self, node: Node, location: Location) -> Step | None:
        before = location.file.problems.count
        keys = node.entries if isinstance(node, MappingNode) else {}
        asks = "moves" not in keys and not keys.keys().isdisjoint(_ASK_NAMES - _MOVE_NAMES)
        record = AT_OWN_PACE if _at_own_pace(keys) else WITH_MOVES
        if asks:
            record = WITH_CHOICE if "if_no" in keys else WITH_QUESTION
        values = record.read(node, location)
        if record is WITH_CHOICE and values.get("yes") is not None and values["yes"] == values.get("no"):
            location.key("no").problem(node, "says the same as 'yes': give each answer words of its own")
        if isinstance(node, MappingNode) and not asks:
            rules = OPEN_RULES + DOSE_RULES if record is WITH_MOVES else DOSE_RULES
            for replacement, other, here in _replacements(node, values, location):
                merged = values | dose_changes(replacement)
                report_broken(rules, other, node.entries.keys() | other.entries.keys(), merged, here)
            _check_shown(node, values, location)
        if location.file.problems.count > before or not record.complete(values):
            return None
        if asks:
            return _question(record, values)
        until = values.pop("until", None)
        return Step(**values, until_relief=until == _RELIEF, until_done=until == _DONE)

    def schema(self, *, in_rounds: bool = False) -> Schema:
        """The step as JSON Schema; in rounds it has no question, is not optional, and does not go on until relief."""
        names = list(STEP_KINDS)[:2] if in_rounds else STEP_KINDS
        return {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in names]}


def _at_own_pace(keys: Mapping[str, KeyValue]) -> bool:
    """Whether a step ends when it is done; a word that says neither is taken for it where nothing else is of relief."""
    until = keys["until"].value if "until" in keys else None
    if not isinstance(until, ScalarNode):
        return False
    word = until.text.strip()
    return word == _DONE or (word != _RELIEF and keys.keys().isdisjoint(_OF_OPEN))


def _question(record: Record, values: Values) -> Step:
    silent = Unanswered.GO_ON if record is WITH_CHOICE else Unanswered.SKIP
    asked: Values = {"wait": 60, "unanswered": silent, "guards": 1} | record.attributes(values)
    own = {key: asked.pop(key) for key in ("name", "how", "when", "sources") if key in asked}
    return Step(**own, ask=Ask(**asked))


def _replacements(
    step: MappingNode, values: Values, location: Location
) -> Iterator[tuple[Replacement, MappingNode, Location]]:
    for adaptation in values.get("adapt", ()):
        if adaptation.replace is None:
            continue
        node, here = step, location
        for key in ("adapt", adaptation.tag.value, "replace"):
            child = node.entries[key].value
            assert isinstance(child, MappingNode)  # noqa: S101 - it was read as one
            node, here = child, here.key(key)
        yield adaptation.replace, node, here


def _check_shown(step: MappingNode, values: Values, location: Location) -> None:
    """Where a file is checked: report moves that the figure does not show, and sentences that a replacement drops."""
    if location.file.names.moves is None:
        return
    moves, figure = values.get("moves", ()), values.get("figure")
    _check_figure(figure, moves, step, location)
    for replacement, node, here in _replacements(step, values, location):
        if replacement.figure is not None or replacement.moves is not None:
            _check_figure(replacement.figure or figure, replacement.moves or moves, node, here)
        if replacement.say is not None and replacement.moves is None and any(move.say for move in moves):
            here.key("say").problem(
                node.entries["say"].key,
                "drops the sentences of the moves: write 'moves' here, too, with what to say now",
            )


def _check_figure(figure: str | None, moves: tuple[Move, ...], node: MappingNode, location: Location) -> None:
    shown = (location.file.names.moves or {}).get(figure or "")
    if figure is None or not shown:
        return
    key = "moves" if "moves" in node.entries else "figure"
    for name in dict.fromkeys(move.name for move in moves):
        if name not in shown:
            message = f"the figure '{figure}' does not show '{shorten(name)}': it has {', '.join(sorted(shown))}"
            location.key(key).problem(node.entries[key].key, message)
