"""The steps of a routine file: their moves, doses and questions, and what changes in them for whom."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from uncramp.domain.duration import DurationError, parse_duration, read_durations, write_duration
from uncramp.domain.routine import (
    SIGNS,
    Adaptation,
    Ask,
    Call,
    Move,
    Replacement,
    RoutineAdaptation,
    Sides,
    Step,
    Tag,
    Unanswered,
)
from uncramp.files.document import MappingNode, Node, ScalarNode
from uncramp.files.fields import (
    DURATION_PATTERN,
    Branch,
    Count,
    Duration,
    Field,
    Flag,
    ListOf,
    Location,
    OneOf,
    Reference,
    Schema,
    Text,
    Word,
    one_of,
    reach,
)
from uncramp.files.look_alikes import plain_form
from uncramp.files.records import (
    MOST_SETS,
    AtMost,
    Excludes,
    Fits,
    Group,
    KeySpec,
    Needs,
    NotEmpty,
    Record,
    RestBetweenSets,
    Rule,
    SomeOf,
    Values,
    report_broken,
)
from uncramp.files.text import shorten

T = TypeVar("T")

LONGEST_MOVE = 40
"""Characters in the name of a move."""
MOVE_WORDS = Text(200, most_words=12)
"""A move's own sentence."""
_TIME = re.compile(DURATION_PATTERN)


@dataclass(frozen=True)
class MoveField(Word[Move]):
    """A move, its name and its time, such as `lean in 3s`, with or without a sentence of its own behind a colon.

    It takes from `least` to `most` seconds.
    """

    least: int = 1
    most: int = 7_200
    what = "a move such as 'hold 10s'"

    def read(self, node: Node, location: Location) -> Move | None:
        if not isinstance(node, MappingNode):
            return super().read(node, location)
        written, entry = next(iter(node.entries.items()), ("", None))
        if entry is None or len(node.entries) > 1 or not isinstance(entry.value, ScalarNode) or not _timed(written):
            meant = f"{written} {entry.value.text.strip()}" if entry and isinstance(entry.value, ScalarNode) else ""
            right = meant if meant and len(node.entries) == 1 and _right_move(meant) == meant else "hold 10s"
            example = "" if right == meant else "it as in "
            message = f"is no move: write {example}'{right}', or with its own words '{right}: Stay there.'"
            location.problem(node, message)
            return None
        move = self.parse(written, entry.key, location)
        say = MOVE_WORDS.read(entry.value, location)
        return replace(move, say=say) if move is not None and say is not None else None

    def parse(self, text: str, node: ScalarNode, location: Location) -> Move | None:
        name, time = _name_and_time(shorten(text, 200))
        problem = _unlike_a_move(name, time)
        if problem is None:
            seconds = parse_duration(time)
            if self.least <= seconds <= self.most:
                return Move(name, seconds)
            problem = f"{time} is out of range: {reach(self.least, self.most)}"
        location.problem(node, problem)
        return None

    def schema(self) -> Schema:
        pattern = f"^\\s*\\S.*\\s{DURATION_PATTERN}\\s*$"
        with_words: Schema = {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "patternProperties": {pattern: MOVE_WORDS.schema()},
            "additionalProperties": False,
        }
        return {"oneOf": [{"type": "string", "pattern": pattern}, with_words]}


def _timed(written: str) -> bool:
    """Whether this ends with something like a time, as a move does."""
    _name, time = _name_and_time(written)
    return any(char.isdigit() for char in time)


def _name_and_time(text: str) -> tuple[str, str]:
    """The words of a move's name, and those of its time: `1 min 30 s` has four."""
    words = text.split()
    for first in range(max(0, len(words) - 4), len(words)):
        if _TIME.fullmatch(time := " ".join(words[first:])):
            return " ".join(words[:first]), time
    return " ".join(words[:-1]), "".join(words[-1:])


def _unlike_a_move(name: str, time: str) -> str | None:
    """The message for what is wrong with a move's name and time, if anything is."""
    whole = shorten(f"{name} {time}".strip(), LONGEST_MOVE + 20)
    try:
        parse_duration(time)
    except DurationError as error:
        return _unlike_a_time(whole, name, time, str(error))
    if not name:
        return f"'{whole}' has no name: write 'hold {whole}'"
    if len(name) > LONGEST_MOVE:
        return f"'{whole}' has a name of {len(name)} characters: {LONGEST_MOVE} at most"
    if any(_TIME.fullmatch(plain_form(word).rstrip(",")) for word in name.split()):
        return f"'{whole}' has two times: put a comma between two moves"
    return None


def _unlike_a_time(whole: str, name: str, time: str, otherwise: str) -> str:
    """What to write for a move whose time can't be read, in full where it is clear what is meant."""
    if times := _range(whole):
        return f"'{whole}' has a range of times: write one, '{times[0]}' or '{times[1]}'"
    if time.isascii() and time.isdigit() and name:
        return f"'{time}' has no unit: write '{name} {time}s', or '{name} {time}m'"
    if (right := _right_move(whole)) and right != whole:
        return f"'{whole}' is no move: write '{right}'"
    return (
        otherwise if any(map(str.isdigit, time)) else f"'{whole}' has no time: write it behind, such as '{whole} 10s'"
    )


def _range(whole: str) -> tuple[str, str] | None:
    """The two moves that a range such as `hold 5-10s` lies between."""
    match = re.fullmatch(
        r"(.*\S) (\d{1,4})(?: ?s)? ?[-\u2010-\u2015] ?(\d{1,4}) ?(s|m|sec|min|seconds|minutes)", whole, re.ASCII
    )
    if match is None:
        return None
    name, first, last, unit = match.groups()
    return f"{name} {first}{unit[0]}", f"{name} {last}{unit[0]}"


def _right_move(text: str) -> str:
    """What somebody means who writes a move's time in free words, or before its name; "" where it is not clear."""
    words = text.split()
    for at in range(1, len(words)):
        for name, time in ((words[:at], words[at:]), (words[at:], words[:at])):
            if any(any(map(str.isdigit, word)) for word in name):
                continue
            try:
                found = read_durations(" ".join(time))
            except DurationError:
                continue
            if len(found) == 1:
                named = " ".join(name).removesuffix(" for")
                written = f"{named} {' '.join(time)}"
                return (
                    written
                    if _TIME.fullmatch(" ".join(time)) and name == words[:at]
                    else f"{named} {write_duration(found[0])}"
                )
    return ""


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
    KeySpec("sides", one_of(Sides), "Which side: all of one and then the other (each), or in turn (alternating)."),
    KeySpec(
        "moves",
        ListOf(MoveField(), 30, example="[pull 30s, ease 10s]"),
        "The timed moves that make one repetition: 'pull 30s', or 'ease 10s: Let it go loose' with words of its own.",
    ),
    KeySpec("repetitions", Count(1, 1_000), "How often the moves are repeated, on each side, in each set."),
    KeySpec("sets", Count(1, MOST_SETS), "How many sets of repetitions."),
    KeySpec("rest", Duration(0, 3_600), "The time between two sets."),
    KeySpec("change", Duration(0, 600), "The time to change sides."),
)

_CHANGING = (Sides.EACH, Sides.ALTERNATING)
_ONE_SIDE = "an open-ended step stays on one side: take it out, or take 'until' out"
_OPEN = "an open-ended step repeats its moves until relief: take one of them out"

DOSE_RULES: tuple[Rule, ...] = (
    *(Excludes("until", key, _OPEN) for key in ("repetitions", "sets", "rest")),
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
    (NotEmpty(),),
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


@dataclass(frozen=True)
class ByTag(Field[tuple[T, ...]], Generic[T]):
    """A mapping from some of the tags to what changes for whom they are true of."""

    record: Record
    build: Callable[..., T]
    """Takes the tag, and what is in the record."""

    def read(self, node: Node, location: Location) -> tuple[T, ...] | None:
        if not isinstance(node, MappingNode):
            location.expected(node, "a group with tag as keys")
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


GUARDS = Count(1, 20)

_NAME = replace(NAME, required=True)
_MOVE_KEYS = (
    _NAME,
    *(replace(key, required=key.name == "say") for key in WORDS),
    *(replace(key, required=key.name == "moves") for key in DOSE),
    KeySpec("until", OneOf({"relief": True}), "Repeats the moves until the person says so.", attribute="until_relief"),
    KeySpec("at_most", Count(1, 100), "Rounds of the moves before the session goes on by itself."),
    KeySpec("offer_after", Count(0, 100), "Rounds before the other routine is offered; 0 offers it at once."),
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
    elsewhere={name: f"'{name}' belongs to a question, and this step has moves" for name in _ASK_NAMES - _MOVE_NAMES},
)
WITH_QUESTION = Record(
    "a step",
    _ASK_KEYS,
    (
        Fits("means", "if_yes", _signs_or_nothing, _TO_SIGNS, _NO_SIGNS, "means"),
        Fits("call", "if_yes", _signs_or_nothing, _TO_SIGNS, _NO_SIGNS, "call"),
    ),
    elsewhere={name: f"'{name}' belongs to moves, and this step is a question" for name in _MOVE_NAMES - _ASK_NAMES}
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


LATER_STEPS = frozenset({"rounds", "use"})
"""Keys that make a step of another kind, which is still to come."""


class StepField(Field[Step]):
    """One step of a routine."""

    def read(self, node: Node, location: Location) -> Step | None:
        before = location.file.problems.count
        keys = node.entries if isinstance(node, MappingNode) else {}
        if later := next((entry.key for name, entry in keys.items() if name in LATER_STEPS), None):
            location.key(later.text).problem(later, f"'{later.text}' is not known yet: take it out")
            return None
        asks = "moves" not in keys and not keys.keys().isdisjoint(_ASK_NAMES - _MOVE_NAMES)
        record = (WITH_CHOICE if "if_no" in keys else WITH_QUESTION) if asks else WITH_MOVES
        values = record.read(node, location)
        if record is WITH_CHOICE and values.get("yes") is not None and values["yes"] == values.get("no"):
            location.key("no").problem(node, "says the same as 'yes': give each answer words of its own")
        if isinstance(node, MappingNode) and not asks:
            _check_replacements(node, values, location)
            _check_shown(node, values, location)
        if location.file.problems.count > before or not record.complete(values):
            return None
        return _question(record, values) if asks else Step(**WITH_MOVES.attributes(values))

    def schema(self) -> Schema:
        return {"oneOf": [record.schema() for record in (WITH_MOVES, WITH_QUESTION, WITH_CHOICE)]}


def _question(record: Record, values: Values) -> Step:
    silent = Unanswered.GO_ON if record is WITH_CHOICE else Unanswered.SKIP
    asked: Values = {"wait": 60, "unanswered": silent, "guards": 1} | record.attributes(values)
    own = {key: asked.pop(key) for key in ("name", "how", "when", "sources") if key in asked}
    return Step(**own, ask=Ask(**asked))


def _check_replacements(step: MappingNode, values: Values, location: Location) -> None:
    """Report where a replacement contradicts its step."""
    for replacement, node, here in _replacements(step, values, location):
        merged = values | dose_changes(replacement)
        report_broken(DOSE_RULES, node, step.entries.keys() | node.entries.keys(), merged, here)


def _replacements(
    step: MappingNode, values: Values, location: Location
) -> Iterator[tuple[Replacement, MappingNode, Location]]:
    """Each replacement of a step, with where it stands."""
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


def dose_changes(replacement: Replacement) -> Values:
    """The keys of the dose that a replacement changes."""
    dose = {key.name: getattr(replacement, key.name) for key in DOSE}
    return {name: value for name, value in dose.items() if value is not None}
