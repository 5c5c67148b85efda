"""Branches: some steps that a question at the start chooses, and others in their place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from uncramp.domain.duration import write_duration
from uncramp.domain.routine import Part, Purpose, Routine, Step
from uncramp.files.document import KeyValue, MappingNode, Node, ScalarNode, SequenceNode, read_document
from uncramp.files.fields import ListOf, Location, SourceFile, Text, one_of
from uncramp.files.names import HOW_TO_NAME, Names, well_named
from uncramp.files.problems import Problems
from uncramp.files.records import KeySpec, Record
from uncramp.files.steps import ADAPT_ROUTINE, CAUTIONS, GUARDS, StepField, longest_seconds
from uncramp.files.text import shorten


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a branch is named."""

    name: str
    node: ScalarNode
    location: Location


def check_branches(steps: Node, location: Location) -> None:
    """Every branch has steps, and a question that chooses it, which is the first step of all."""
    items = list(_items(steps, location))
    used = [named for entries, here in items for named in _named(entries, here, "when")]
    chosen: dict[str, str] = {}
    for nth, (entries, here) in enumerate(items):
        if "ask" not in entries or "if_no" not in entries:
            continue
        if nth:
            here.key("if_no").problem(
                entries["if_no"].key,
                "chooses between two branches, so it must be the first step: put it on top",
            )
        chosen |= _check_choice(entries, here, {one.name for one in used})
    for one in used:
        if one.name not in chosen:
            one.location.problem(one.node, _unchosen(one, chosen))


def _items(steps: Node, location: Location) -> Iterator[tuple[Mapping[str, KeyValue], Location]]:
    for nth, item in enumerate(steps.items if isinstance(steps, SequenceNode) else []):
        if isinstance(item, MappingNode):
            yield item.entries, location.item(nth)


def _named(entries: Mapping[str, KeyValue], here: Location, key: str) -> Iterator[_Named]:
    value = entries[key].value if key in entries else None
    if isinstance(value, ScalarNode) and value.text.strip():
        yield _Named(value.text.strip(), value, here.key(key))


def _check_choice(entries: Mapping[str, KeyValue], here: Location, used: set[str]) -> dict[str, str]:
    """Report what is wrong with both answers; the branches that they lead to, by name."""
    chosen: dict[str, str] = {}
    for key in ("if_yes", "if_no"):
        for one in _named(entries, here, key):
            if one.name in chosen:
                one.location.problem(one.node, f"leads to '{shorten(one.name)}', as the other answer does")
            elif one.name not in used:
                guess = here.guess(one.name, used)
                meant = f"did you mean '{guess}'?" if guess else "write it in the steps that belong to it"
                one.location.problem(one.node, f"no step says 'when: {shorten(one.name)}': {meant}")
                if guess:
                    chosen[guess] = key
            chosen[one.name] = key
    return chosen


def _unchosen(one: _Named, chosen: Mapping[str, str]) -> str:
    guess = one.location.guess(one.name, chosen)
    if guess:
        meant = f"did you mean '{guess}'?"
    elif chosen:
        meant = f"it must be one of {', '.join(chosen)}"
    else:
        meant = "put a question with 'if_yes' and 'if_no' on top of the steps, or take it out"
    return f"no question chooses '{shorten(one.name)}': {meant}"


LONGEST = 4 * 3_600
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
        KeySpec(
            "notes",
            ListOf(Text(1_500, lines=True), 20, example="a '- ' before each note"),
            "What else to know.",
        ),
        KeySpec("cautions", CAUTIONS, "What to look out for, said at the start."),
        ADAPT_ROUTINE,
        KeySpec(
            "steps",
            ListOf(StepField(), 100, example="a '- ' before each step"),
            "What to do, in order.",
            required=True,
        ),
    ),
)


def read_routine(
    data: bytes, *, name: str, path: str, names: Names, problems: Problems, origin: str | None = None
) -> Routine | None:
    """Read a routine file.

    Args:
        data: the file's bytes, whatever they are.
        name: the file's name without its ending.
        path: how messages call the file.
        names: what the routine may refer to.
        problems: takes in everything that is wrong, in one pass.
        origin: what the routine says of where it is from, by default `path`.

    Returns:
        The routine, or `None` if anything is wrong with it. Nothing is raised for any bytes.
    """
    before = problems.count
    if not well_named(name):
        problems.add(path, 1, 1, f"a routine's file can't be called '{shorten(name)}': {HOW_TO_NAME}")
    node = read_document(data, path, problems)
    if node is None:
        return None
    location = Location(SourceFile(path, name, names, problems))
    values = ROUTINE.read(node, location)
    steps = node.entries["steps"] if isinstance(node, MappingNode) and "steps" in node.entries else None
    if steps is not None:
        _check_guards(steps.value, location.key("steps"))
        check_branches(steps.value, location.key("steps"))
        _check_length(values.get("steps", ()), steps.key, location.key("steps"))
    if problems.count > before or not ROUTINE.complete(values):
        return None
    return Routine(name=name, origin=path if origin is None else origin, **ROUTINE.attributes(values))


def _check_guards(steps: Node, location: Location) -> None:
    """A question can't guard more steps than follow it."""
    items = steps.items if isinstance(steps, SequenceNode) else []
    for nth, item in enumerate(items):
        entry = (
            item.entries.get("guards") if isinstance(item, MappingNode) and "ask" in item.entries else None
        )
        if entry is None or not isinstance(entry.value, ScalarNode):
            continue
        number, following = GUARDS.number(entry.value.text.strip()), len(items) - nth - 1
        if number is not None and number > following:
            message = f"{number} is out of range: only {following} follow this question"
            location.item(nth).key("guards").problem(entry.value, message)


def _check_length(steps: tuple[Step, ...], key: Node, location: Location) -> None:
    seconds = sum(longest_seconds(step) for step in steps)
    if seconds > LONGEST:
        most = write_duration(LONGEST)
        location.problem(
            key, f"take {write_duration(seconds)} in all: {most} at most, so a number is too high"
        )
