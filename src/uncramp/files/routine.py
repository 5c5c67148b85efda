"""Reading a routine file: its keys, and what only the file as a whole shows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from uncramp.domain.duration import write_duration
from uncramp.domain.routine import Part, Purpose, Routine, Sides, Step, Weekday
from uncramp.files.adaptation import ADAPT_ROUTINE, CAUTIONS, dose_changes
from uncramp.files.counts import TimesADay, WeekdayField
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
            "days",
            ListOf(one_of(Weekday, kind=WeekdayField), 7, example="[mon, wed, fri]"),
            "The days on which it is; all if not given.",
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
    following = len(steps.items) if isinstance(steps, SequenceNode) else 0
    for entries, here in _items(steps, location):
        following -= 1
        value = entries["guards"].value if "ask" in entries and "guards" in entries else None
        number = GUARDS.number(value.text.strip()) if isinstance(value, ScalarNode) else None
        if value is not None and number is not None and number > following:
            message = f"{number} is out of range: only {following} follow this question"
            here.key("guards").problem(value, message)


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


_Branch = tuple[str, ScalarNode, Location]
"""A branch's name where a key gives it."""


def _check_branches(steps: Node, location: Location) -> None:
    """Report branches without steps, or that the question in the first step does not choose."""
    items = [(entries, here) for entries, here in _items(steps, location) if entries]
    used = [branch for entries, here in items for branch in _branches(entries, here, "when")]
    chosen: list[str] = []
    first = next((nth for nth, (entries, _here) in enumerate(items) if "only_for" not in entries), 0)
    for nth, (entries, here) in enumerate(items):
        if "ask" not in entries or "if_no" not in entries:
            continue
        if nth != first:
            here.key("if_no").problem(
                entries["if_no"].key, "chooses between two branches, so it must be the first step: put it on top"
            )
        chosen += _check_choice(entries, here, {name for name, _node, _here in used})
    otherwise = f"it must be one of {', '.join(dict.fromkeys(chosen))}"
    for name, node, here in used:
        if name not in chosen:
            top = "put a question with 'if_yes' and 'if_no' on top of the steps, or take it out"
            meant = here.meant(name, chosen, otherwise if chosen else top)
            here.problem(node, f"no question chooses '{shorten(name)}': {meant}")


def _items(steps: Node, location: Location) -> Iterator[tuple[Mapping[str, KeyValue], Location]]:
    """The keys of each step, none where it is no group, and where it is."""
    for nth, item in enumerate(steps.items if isinstance(steps, SequenceNode) else []):
        yield item.entries if isinstance(item, MappingNode) else {}, location.item(nth)


def _branches(entries: Mapping[str, KeyValue], here: Location, *keys: str) -> Iterator[_Branch]:
    for key in keys:
        value = entries[key].value if key in entries else None
        if isinstance(value, ScalarNode) and value.text.strip():
            yield value.text.strip(), value, here.key(key)


def _check_choice(entries: Mapping[str, KeyValue], here: Location, used: set[str]) -> list[str]:
    """Report what is wrong with both answers, and return the branches that they lead to."""
    chosen: list[str] = []
    for name, node, at in _branches(entries, here, "if_yes", "if_no"):
        if name in chosen:
            at.problem(node, f"leads to '{shorten(name)}', as the other answer does")
        elif name not in used:
            guess = here.guess(name, used)
            meant = f"did you mean '{guess}'?" if guess else "write it in the steps that belong to it"
            at.problem(node, f"no step says 'when: {shorten(name)}': {meant}")
            chosen += [guess] if guess else []
        chosen.append(name)
    return chosen
