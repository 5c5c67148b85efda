"""Reading a figure file: its keys, and what only the figure as a whole shows."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.check import figure_faults
from uncramp.figures.figure import Figure, FigureAction, Muscle, Scenery, SkeletonKind, Thing, Water
from uncramp.figures.poses import MOST_POSES, ByName, Number, Pair, PoseField, PoseName, SpotField
from uncramp.files.disk import UnreadableError, read_bytes, yaml_name
from uncramp.files.document import MappingNode, Node, ScalarNode, SequenceNode, read_document
from uncramp.files.fields import Branch, Field, Flag, ListOf, Location, OneOf, Schema, SourceFile, Text, Word, one_of
from uncramp.files.moves import LONGEST_MOVE
from uncramp.files.problems import Problem, Problems
from uncramp.files.records import Group, KeySpec, Needs, Record, Values
from uncramp.files.text import HOW_TO_NAME, shorten, well_named

HOW_TO_DRAW = (
    "A figure is drawn as seen on the right side of the body: the person looks to the right, the working limb is the "
    "near one. Places are [x, y] from the left and from the floor up; 1 is the person's height, or the length of the "
    "hand or foot close up. Angles are degrees and 0 where a person stands straight with hanging arms: hip, knee, "
    "shoulder and elbow say how far the joint bends, ankle is 0 at a right angle and more with the toes toward the shin."
)
"""The conventions, for authors of figures."""

_TURN = Number(-360, 360, " degrees")
_SIZE = Pair(Number(0, 3), "[0.3, 0.1]")


@dataclass(frozen=True)
class Seconds(Word[int]):
    """A short time, written as `1.2s`; read as milliseconds."""

    least: int
    most: int
    what = "a short time such as 1.2s"

    def parse(self, text: str, node: ScalarNode, location: Location) -> int | None:
        found = re.fullmatch(r"([0-9]{1,5}(?:\.[0-9]{1,3})?) ?s", text)
        if found is None:
            location.problem(node, f"'{shorten(text)}' is no time: write it in seconds, such as 1.2s")
            return None
        milliseconds = round(float(found[1]) * 1_000)
        if self.least <= milliseconds <= self.most:
            return milliseconds
        reach = f"from {self.least / 1_000:g}s to {self.most / 1_000:g}s"
        location.problem(node, f"{shorten(text)} is out of range: {reach}")
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? ?s$"}


ACTION = Record(
    "a pose, or a group",
    (
        KeySpec("to", PoseName(), "The pose that it leads to."),
        KeySpec(
            "over", Seconds(100, 60_000), "The time to get there; if not given, a third of the move, but 1.5 s at most."
        ),
        KeySpec(
            "cycle",
            ListOf(PoseName(), MOST_POSES, 2, example="[up, down]"),
            "Poses to go through again and again, the most telling first; a round begins and ends at the last.",
        ),
        KeySpec("every", Seconds(200, 60_000), "The time that one round takes."),
        KeySpec("works", one_of(Muscle), "The muscle that this move works, where it is not the figure's."),
    ),
    (
        Needs("over", "to", "the pose that it leads to"),
        Needs("cycle", "every", "the time that one round takes, such as 1.2s"),
        Needs("every", "cycle", "the poses to go through"),
    ),
)


class ActionField(Field[FigureAction]):
    """What a move does: the name of a pose, or a group that says more."""

    def read(self, node: Node, location: Location) -> FigureAction | None:
        if isinstance(node, ScalarNode):
            pose = PoseName().read(node, location)
            return None if pose is None else FigureAction((pose,))
        action = Group(ACTION, _action).read(node, location)
        if action is not None and not action.poses:
            location.problem(node, "needs one of these keys: to, cycle")
            return None
        return action

    def schema(self) -> Schema:
        return {"anyOf": [PoseName().schema(), ACTION.schema()]}


def _action(values: Values) -> FigureAction:
    if "cycle" in values:
        return FigureAction(values["cycle"], every=values["every"], works=values.get("works"))
    return FigureAction((values["to"],) if "to" in values else (), over=values.get("over"), works=values.get("works"))


def _thing_record(spot: SpotField) -> Record:
    return Record(
        "a thing",
        (
            KeySpec("what", one_of(Thing), "What it is.", required=True, attribute="thing"),
            KeySpec("at", spot, "Where it is: a chair its seat, a wall its foot, a ball its middle."),
            KeySpec("size", _SIZE, "Its width and height."),
            KeySpec("turn", _TURN, "How far it is turned to the left."),
            KeySpec(
                "through",
                ListOf(spot, 12, 2, example="[near_hand, near_ball]"),
                "Where a towel, an arrow or a mark goes along.",
            ),
            KeySpec("name", Branch(), "What poses call it, to move it."),
            KeySpec("front", Flag(only_true=True), "Before the person."),
            KeySpec("flip", Flag(only_true=True), "Left and right exchanged."),
            KeySpec("water", one_of(Water), "What is in a bowl."),
            KeySpec(
                "when",
                ListOf(Text(LONGEST_MOVE), 24, example="[pull]"),
                "The moves that it is shown in, or the poses that are gone to; always if not given.",
            ),
        ),
    )


_ABOUT = (
    KeySpec("title", Text(60), "What the figure is called.", required=True),
    KeySpec("shows", Text(300), "What is to be seen, in words.", required=True),
    KeySpec(
        "skeleton",
        one_of(SkeletonKind),
        "A body from the side, the front or lying on a side; hands, a foot or a sole close up.",
    ),
    KeySpec("works", one_of(Muscle), "The muscle that is worked: it is marked on the near limb."),
    KeySpec("pregnant", Flag(only_true=True), "The person is drawn pregnant whoever looks."),
    KeySpec(
        "before",
        OneOf({"far": True}),
        "Of two hands, the one that is before the other; near if not given.",
        attribute="far_before",
    ),
    KeySpec(
        "hands",
        OneOf({"side": True}),
        "How hands close up are seen: from the side, the thumb toward us; else their palm or back.",
        attribute="hands_aside",
    ),
)
"""The keys of a figure that are the same for each skeleton."""
_NEEDS = (
    Needs("skeleton", "poses", "a skeleton is drawn in poses"),
    Needs("poses", "skeleton", "write 'skeleton: body', or front, hand or foot"),
    Needs("poses", "moves", "what each move of a step leads to"),
    Needs("moves", "poses", "the poses that moves lead to"),
    Needs("start", "poses", "the poses that there are"),
    Needs("scenery", "poses", "things alone show nobody what to do"),
    Needs("view", "poses", "a close-up of nothing shows nothing"),
)


def _record(kind: SkeletonKind | None, things: frozenset[str] = frozenset()) -> Record:
    spot = SpotField(SKELETONS[kind] if kind else None)
    thing = _thing_record(spot)
    item: Group[Scenery] = Group(thing, lambda values: Scenery(**thing.attributes(values)))
    return Record(
        "a figure",
        (
            *_ABOUT,
            KeySpec(
                "scenery", ListOf(item, 24, example="a '- ' before each thing"), "What is about, far things first."
            ),
            KeySpec(
                "poses",
                ByName("the name of a pose", PoseField(kind, things), MOST_POSES),
                "Named positions of the person.",
            ),
            KeySpec(
                "view",
                ListOf(spot, 12, 2, example="[near_knee, near_toes]"),
                "A close-up: the places that it shows in all poses, every arrow, and no limb that is not named. The whole stands beside it.",
            ),
            KeySpec("start", PoseName(), "The pose before and between moves; the first if not given."),
            KeySpec(
                "moves",
                ByName("a move", ActionField(), 24, longest=LONGEST_MOVE),
                "What each move of a step leads to.",
            ),
        ),
        _NEEDS,
    )


def figure_schema() -> Schema:
    """The JSON Schema of a figure. It knows the joints of all skeletons; which go with which, only the reader knows."""
    return {"title": "A figure of uncramp", "description": HOW_TO_DRAW, **_record(None).schema()}


def read_figure(data: bytes, *, name: str, path: str, problems: Problems) -> Figure | None:
    """The figure in a file, or `None` if anything is wrong with it.

    Takes what `read_document` does, and the file's name without its ending.
    """
    before = problems.count
    if not well_named(name):
        problems.add(path, 1, 1, f"a figure's file can't be called '{shorten(name)}': {HOW_TO_NAME}")
    node = read_document(data, path, problems)
    if node is None:
        return None
    if isinstance(node, MappingNode) and "steps" in node.entries and "shows" not in node.entries:
        problems.add(path, 1, 1, "this is a routine: it belongs one folder up, beside the folder 'figures'")
        return None
    location = Location(SourceFile(path, problems, name))
    kind, things = _first_look(node)
    record = _record(kind, things)
    values = record.read(node, location)
    if problems.count > before or not record.complete(values) or not isinstance(node, MappingNode):
        return None
    attributes: dict[str, Any] = record.attributes(values)
    if "poses" in attributes:
        attributes.setdefault("start", next(iter(attributes["poses"])))
    figure = Figure(name=name, **attributes)
    if figure.drawn:
        _check_names(figure, node, location)
        _check_when(figure, node, location)
        if problems.count == before:
            for fault in figure_faults(figure):
                _blame(node, location, fault.pose, fault.key, fault.message)
    return figure if problems.count == before else None


def _first_look(node: Node) -> tuple[SkeletonKind | None, frozenset[str]]:
    """The skeleton and the names of things, which the keys of poses depend on; problems are reported later."""
    if not isinstance(node, MappingNode):
        return None, frozenset()
    entry = node.entries.get("skeleton")
    text = entry.value.text.strip() if entry and isinstance(entry.value, ScalarNode) else ""
    kind = SkeletonKind(text) if text in set(SkeletonKind) else SkeletonKind.BODY
    scenery = node.entries.get("scenery")
    items = scenery.value.items if scenery and isinstance(scenery.value, SequenceNode) else []
    names = (item.entries["name"].value for item in items if isinstance(item, MappingNode) and "name" in item.entries)
    return kind, frozenset(name.text.strip() for name in names if isinstance(name, ScalarNode))


def _check_when(figure: Figure, node: MappingNode, location: Location) -> None:
    """Things are shown in moves and on ways to poses that there are."""
    known = {*figure.moves, *figure.poses}
    for nth, name in (
        (nth, name) for nth, item in enumerate(figure.scenery) for name in item.when if name not in known
    ):
        things = node.entries["scenery"].value
        meant = location.meant(name, known, f"there are {', '.join(sorted(known))}")
        at = things.items[nth] if isinstance(things, SequenceNode) else things
        here = location.key("scenery").item(nth).key("when")
        here.problem(at, f"'{shorten(name)}' is no move and no pose: {meant}")


def _check_names(figure: Figure, node: MappingNode, location: Location) -> None:
    """Moves and the start lead to poses that there are, all of the same parts."""
    moves = node.entries["moves"].value
    for move, action in figure.moves.items():
        for pose in action.poses:
            if pose not in figure.poses and isinstance(moves, MappingNode):
                _no_pose(figure, pose, moves.entries[move].value, location.key("moves").key(move))
    if figure.start not in figure.poses:
        _no_pose(figure, figure.start, node.entries["start"].value, location.key("start"))
    skeleton = SKELETONS[figure.skeleton]
    parts = {name: {skeleton.root_of[mark] for mark in pose.pins} for name, pose in figure.poses.items()}
    first = next(iter(parts))
    for name, pinned in parts.items():
        if pinned != parts[first]:
            _blame(node, location, name, "pin", f"pins other parts than '{first}': a hand can't come or go")
    placed = [("scenery", spot) for item in figure.scenery for spot in (item.at, *item.through)]
    for key, spot in (*placed, *(("view", spot) for spot in figure.view)):
        mark = skeleton.path[spot.on].first if spot.on in skeleton.path else spot.on
        if mark and skeleton.root_of[mark] not in parts[first]:
            location.key(key).problem(node.entries[key].key, f"'{spot.on}' is not in the poses")


def _no_pose(figure: Figure, pose: str, node: Node, location: Location) -> None:
    meant = location.meant(pose, figure.poses, f"there are {', '.join(figure.poses)}")
    location.problem(node, f"there is no pose '{shorten(pose)}': {meant}")


def _blame(node: MappingNode, location: Location, pose: str, key: str, message: str) -> None:
    """Report at a key of a pose, or at the pose where it has that key from another one."""
    poses = node.entries["poses"].value
    entry = poses.entries[pose] if isinstance(poses, MappingNode) else node.entries["poses"]
    here = location.key("poses").key(pose)
    if isinstance(entry.value, MappingNode) and key in entry.value.entries:
        here.key(key).problem(entry.value.entries[key].key, message)
    else:
        here.problem(entry.key, message)


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One figure file as `figure` and `check` see it."""

    figure: Figure | None
    """`None` when anything is wrong with it."""
    problems: tuple[Problem, ...]
    unreadable: bool = False
    """Whether the file could not be read at all."""


def figure_entry(path: Path) -> FigureEntry:
    problems = Problems()
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        return FigureEntry(None, (error.problem,), unreadable=True)
    figure = read_figure(data, name=yaml_name(path), path=str(path), problems=problems)
    return FigureEntry(figure, tuple(problems))
