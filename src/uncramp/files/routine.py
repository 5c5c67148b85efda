"""Reading a routine file: its keys, and what only the file as a whole shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from uncramp.domain.duration import write_duration
from uncramp.domain.routine import Part, Purpose, Routine, Sides, Step, Weekday
from uncramp.files.adaptation import ADAPT_ROUTINE, CAUTIONS, dose_changes
from uncramp.files.counts import TimesADay
from uncramp.files.document import KeyValue, MappingNode, Node, ScalarNode, SequenceNode, read_document
from uncramp.files.fields import ListOf, Location, Reference, Schema, SourceFile, Text, one_of
from uncramp.files.problems import Problems
from uncramp.files.records import Fits, KeySpec, Needs, Record
from uncramp.files.step_list import StepsField
from uncramp.files.steps import GUARDS, STEP_KEYS, STEP_KINDS
from uncramp.files.text import HOW_TO_NAME, Names, shorten, well_named

_LONGEST = 4 * 3_600
"""Seconds that a whole routine may take. Our choice: past it, a number was mistyped."""

ROUTINE = Record(
    "a routine",
    (
        KeySpec("title", Text(60), "What people call the routine.", required=True),
        KeySpec("purpose", one_of(Purpose), "When it is for.", required=True),
        KeySpec("for", one_of(Part), "The part of the body that it is for.", required=True, attribute="part"),
        KeySpec("about", Text(100), "One line for lists."),
        KeySpec("label", Text(300), "What the evidence is worth, said where the routine starts and ends."),
        KeySpec("position", Text(120), "Where and how the person sits, lies or stands."),
        KeySpec("notes", ListOf(Text(1_500, lines=True), 20, example="a '- ' before each note"), "What else to know."),
        KeySpec("cautions", CAUTIONS, "What to look out for, said at the start."),
        ADAPT_ROUTINE,
        KeySpec("per_day", TimesADay(), "How often a day it is to be done: it is in your plan for the day then."),
        KeySpec(
            "days", ListOf(one_of(Weekday), 7, example="[mon, wed, fri]"), "The days on which it is; all if not given."
        ),
        KeySpec("counts_as", Reference("routine"), "The routine in whose place it counts."),
        KeySpec("steps", StepsField(), "What to do, in order.", required=True),
    ),
    (
        Needs("days", "per_day", "how often on each of these days"),
        Fits(
            "per_day",
            "purpose",
            lambda purpose: purpose is not Purpose.FIRST_AID,
            {"properties": {"purpose": {"not": {"const": Purpose.FIRST_AID}}}},
            "first aid is for a cramp, not for a day: take it out",
            blame="per_day",
        ),
    ),
    elsewhere={
        name: f"'{name}' is said in a step: move it there, below 'steps:'"
        for name in STEP_KEYS - {"name", "position", "cautions", "adapt"}
    },
)


def routine_schema() -> Schema:
    """The JSON Schema of a routine, for typing and a first look.

    What depends on other files, and sums of times, only the reader knows.
    """
    kinds = {name: record.schema() for name, record in STEP_KINDS.items()}
    return {"title": "A routine of uncramp", **ROUTINE.schema(), "$defs": kinds}


def read_routine(
    data: bytes, *, name: str, path: str, names: Names, problems: Problems, origin: str | None = None
) -> Routine | None:
    """The routine in a file, or `None` if anything is wrong with it.

    Takes what `read_document` does, the file's name without its ending, the names that the routine may refer to, and
    what it says of where it is from, by default `path`.
    """
    before = problems.count
    if not well_named(name):
        problems.add(path, 1, 1, f"a routine's file can't be called '{shorten(name)}': {HOW_TO_NAME}")
    node = read_document(data, path, problems)
    if node is None:
        return None
    if isinstance(node, MappingNode) and "steps" not in node.entries and "shows" in node.entries:
        problems.add(
            path, 1, 1, "this is a figure: it belongs into the folder 'figures' in the folder of your routines"
        )
        return None
    location = Location(SourceFile(path, problems, name, names))
    values = ROUTINE.read(node, location)
    steps = node.entries["steps"] if isinstance(node, MappingNode) and "steps" in node.entries else None
    if steps is not None:
        _check_guards(steps.value, location.key("steps"))
        _check_branches(steps.value, location.key("steps"))
        _check_length(values.get("steps", ()), steps.key, location.key("steps"))
    if problems.count > before or not ROUTINE.complete(values):
        return None
    values["days"] = frozenset(values.get("days", ()))
    return Routine(name=name, origin=path if origin is None else origin, **ROUTINE.attributes(values))


def _check_guards(steps: Node, location: Location) -> None:
    items = steps.items if isinstance(steps, SequenceNode) else []
    for nth, item in enumerate(items):
        entry = item.entries.get("guards") if isinstance(item, MappingNode) and "ask" in item.entries else None
        if entry is None or not isinstance(entry.value, ScalarNode):
            continue
        number, following = GUARDS.number(entry.value.text.strip()), len(items) - nth - 1
        if number is not None and number > following:
            message = f"{number} is out of range: only {following} follow this question"
            location.item(nth).key("guards").problem(entry.value, message)


def _check_length(steps: tuple[Step, ...], key: Node, location: Location) -> None:
    rests = sum(rounds.rest * (rounds.times - 1) for rounds in {step.rounds for step in steps} if rounds)
    seconds = sum(_longest_seconds(step) for step in steps) + rests
    if seconds > _LONGEST:
        most = write_duration(_LONGEST)
        location.problem(key, f"take {write_duration(seconds)} in all: {most} at most, so a number is too high")


def _longest_seconds(step: Step) -> int:
    """The longest that a step can take with any adaptation, in seconds."""
    replacements = [adaptation.replace for adaptation in step.adapt if adaptation.replace is not None]
    return max(map(_seconds, (step, *(replace(step, **dose_changes(change)) for change in replacements))))


def _seconds(step: Step) -> int:
    if step.ask is not None:
        return step.ask.wait
    if step.until_relief:
        return step.repetition_seconds * (step.at_most or 1)
    times, between = step.rounds.times if step.rounds else 1, len(step.in_sets) - 1
    sides = 2 if step.sides.changes else 1
    moves = step.repetition_seconds * sum(step.in_sets) * sides + step.rest_after
    rests = step.rest * between * (2 if step.sides is Sides.EACH else 1)
    if step.sides is Sides.ALTERNATING:
        changes = 2 * sum(step.in_sets) - len(step.in_sets)
    else:
        changes = between + 1 if step.sides is Sides.EACH_SET else sides - 1
    return (moves + rests + step.change * changes) * times


@dataclass(frozen=True, slots=True)
class _BranchName:
    """A branch's name where a key gives it."""

    name: str
    node: ScalarNode
    location: Location


def _check_branches(steps: Node, location: Location) -> None:
    """Report branches without steps, or that the question in the first step does not choose."""
    items = list(_items(steps, location))
    used = [named for entries, here in items for named in _names_of_branches(entries, here, "when")]
    chosen: dict[str, str] = {}
    first = next((nth for nth, (entries, _here) in enumerate(items) if "only_for" not in entries), 0)
    for nth, (entries, here) in enumerate(items):
        if "ask" not in entries or "if_no" not in entries:
            continue
        if nth != first:
            here.key("if_no").problem(
                entries["if_no"].key, "chooses between two branches, so it must be the first step: put it on top"
            )
        chosen |= _check_choice(entries, here, {named.name for named in used})
    for named in used:
        if named.name not in chosen:
            named.location.problem(named.node, _unchosen(named, chosen))


def _items(steps: Node, location: Location) -> Iterator[tuple[Mapping[str, KeyValue], Location]]:
    for nth, item in enumerate(steps.items if isinstance(steps, SequenceNode) else []):
        if isinstance(item, MappingNode):
            yield item.entries, location.item(nth)


def _names_of_branches(entries: Mapping[str, KeyValue], here: Location, key: str) -> Iterator[_BranchName]:
    value = entries[key].value if key in entries else None
    if isinstance(value, ScalarNode) and value.text.strip():
        yield _BranchName(value.text.strip(), value, here.key(key))


def _check_choice(entries: Mapping[str, KeyValue], here: Location, used: set[str]) -> dict[str, str]:
    """Report what is wrong with both answers, and return the branches that they lead to, by name."""
    chosen: dict[str, str] = {}
    for key in ("if_yes", "if_no"):
        for named in _names_of_branches(entries, here, key):
            if named.name in chosen:
                named.location.problem(named.node, f"leads to '{shorten(named.name)}', as the other answer does")
            elif named.name not in used:
                guess = here.guess(named.name, used)
                meant = f"did you mean '{guess}'?" if guess else "write it in the steps that belong to it"
                named.location.problem(named.node, f"no step says 'when: {shorten(named.name)}': {meant}")
                if guess:
                    chosen[guess] = key
            chosen[named.name] = key
    return chosen


def _unchosen(named: _BranchName, chosen: Mapping[str, str]) -> str:
    otherwise = "put a question with 'if_yes' and 'if_no' on top of the steps, or take it out"
    if chosen:
        otherwise = f"it must be one of {', '.join(chosen)}"
    meant = named.location.meant(named.name, chosen, otherwise)
    return f"no question chooses '{shorten(named.name)}': {meant}"
