"""A routine file: its keys, and reading one."""

from uncramp.domain.duration import write_duration
from uncramp.domain.routine import Part, Purpose, Routine, Step
from uncramp.files import nodes
from uncramp.files.adaptations import ADAPT_ROUTINE
from uncramp.files.branches import check_branches
from uncramp.files.document import read_document
from uncramp.files.fields import ListOf, Text, one_of
from uncramp.files.keys import CAUTIONS
from uncramp.files.location import File, Place
from uncramp.files.names import HOW_TO_NAME, Names, well_named
from uncramp.files.nodes import Mapping, Node
from uncramp.files.problems import Problems
from uncramp.files.records import Key, Record
from uncramp.files.steps import GUARDS, StepField, longest_seconds
from uncramp.files.text import shorten

LONGEST = 4 * 3_600
"""Seconds that a whole routine may take. Our choice: past it, a number was mistyped."""

ROUTINE = Record(
    "a routine",
    (
        Key("title", Text(60), "What people call the routine.", required=True),
        Key("purpose", one_of(Purpose), "When it is for.", required=True),
        Key("for", one_of(Part), "The part of the body that it is for.", required=True, attribute="part"),
        Key("about", Text(100), "One line for lists."),
        Key("label", Text(300), "What the evidence is worth, said where the routine starts and ends."),
        Key("position", Text(120), "Where and how the person sits, lies or stands."),
        Key(
            "notes",
            ListOf(Text(1_500, lines=True), 20, example="a '- ' before each note"),
            "What else to know.",
        ),
        Key("cautions", CAUTIONS, "What to look out for, said at the start."),
        ADAPT_ROUTINE,
        Key(
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
    place = Place(File(path, name, names, problems))
    values = ROUTINE.read(node, place)
    steps = node.entries["steps"] if isinstance(node, Mapping) and "steps" in node.entries else None
    if steps is not None:
        _check_guards(steps.value, place.key("steps"))
        check_branches(steps.value, place.key("steps"))
        _check_length(values.get("steps", ()), steps.key, place.key("steps"))
    if problems.count > before or not ROUTINE.complete(values):
        return None
    return Routine(name=name, origin=path if origin is None else origin, **ROUTINE.attributes(values))


def _check_guards(steps: Node, place: Place) -> None:
    """A question can't guard more steps than follow it."""
    items = steps.items if isinstance(steps, nodes.Sequence) else []
    for nth, item in enumerate(items):
        entry = item.entries.get("guards") if isinstance(item, Mapping) and "ask" in item.entries else None
        if entry is None or not isinstance(entry.value, nodes.Scalar):
            continue
        number, following = GUARDS.number(entry.value.text.strip()), len(items) - nth - 1
        if number is not None and number > following:
            message = f"{number} is out of range: only {following} follow this question"
            place.item(nth).key("guards").problem(entry.value, message)


def _check_length(steps: tuple[Step, ...], key: Node, place: Place) -> None:
    seconds = sum(longest_seconds(step) for step in steps)
    if seconds > LONGEST:
        most = write_duration(LONGEST)
        place.problem(key, f"take {write_duration(seconds)} in all: {most} at most, so a number is too high")
