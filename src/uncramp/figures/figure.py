"""A figure as its file says: a skeleton, named poses, scenery, and the pose that each move leads to.

Where things are is measured in the skeleton's own length: for a body 1 is the height of the person, for a foot or a
hand its length. `x` goes to the right and `y` up, the floor being 0. A figure is written as seen on the right side of
the body: the working limb is the near one, and the person looks to the right. For the left side it is mirrored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SkeletonKind(StrEnum):
    """What is drawn: a whole person from the side, from the front or lying on a side, or one part close up."""

    BODY = "body"
    FRONT = "front"
    LYING = "lying"
    HAND = "hand"
    FOOT = "foot"
    SOLE = "sole"


class Muscle(StrEnum):
    CALF = "calf"
    SHIN = "shin"
    HAMSTRING = "hamstring"
    FRONT_THIGH = "front-thigh"
    ARCH = "arch"
    TOES = "toes"
    HAND = "hand"
    FOREARM = "forearm"


class Thing(StrEnum):
    """What can stand about, lie about or be held."""

    FLOOR = "floor"
    WALL = "wall"
    CHAIR = "chair"
    STOOL = "stool"
    BED = "bed"
    PILLOW = "pillow"
    STEP = "step"
    BALL = "ball"
    BOWL = "bowl"
    BUCKET = "bucket"
    BOTTLE = "bottle"
    PACK = "pack"
    TOWEL = "towel"
    ARROW = "arrow"
    MARK = "mark"


class Water(StrEnum):
    WARM = "warm"
    COOL = "cool"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: fixed, or on the person, and then it goes where that goes."""

    x: float = 0.0
    y: float = 0.0
    on: str = ""
    """A joint or a limb, such as `near_heel` or `near_shin`; empty where the place is fixed."""
    along: float = 0.0
    """How far along the limb, from 0 to 1."""
    out: float = 0.0
    """How far out from it, to the side that its muscles bulge on."""


@dataclass(frozen=True, slots=True)
class Pose:
    """A named position of the person. Angles in degrees; what is not given is 0, or where the reach leads."""

    name: str
    angles: Mapping[str, float]
    """How far each joint bends, by its name: see the skeleton."""
    pins: Mapping[str, Spot]
    """Where a joint is held; all else follows from it."""
    reach: Mapping[str, Spot] = field(default_factory=dict)
    """Where a hand or a foot is put; its two joints bend as far as they have to."""
    level: Mapping[str, float] = field(default_factory=dict)
    """The slope of a sole or a palm in the room, whatever the limb above does."""
    things: Mapping[str, Spot] = field(default_factory=dict)
    """Where named things are in this pose, if not where the scenery has them."""


@dataclass(frozen=True, slots=True)
class Scenery:
    thing: Thing
    at: Spot = Spot()
    """Its own point: see the thing in `uncramp.figures.things`."""
    size: tuple[float, float] | None = None
    """Width and height; `None` for the usual ones."""
    turn: float = 0.0
    """Degrees to the left, round its point."""
    through: tuple[Spot, ...] = ()
    """For a towel, an arrow or a mark: where it goes along."""
    name: str = ""
    """What poses call it, to move it."""
    front: bool = False
    """Whether it is before the person."""
    flip: bool = False
    """Left and right exchanged."""
    water: Water | None = None
    """For a bowl: what is in it."""
    when: tuple[str, ...] = ()
    """The moves that it is shown in, or the poses that are gone to; empty for always."""

    def shown(self, doing: tuple[str, ...]) -> bool:
        """Whether it is shown, where a move is made and a pose is gone to."""
        return not self.when or any(name in self.when for name in doing)


@dataclass(frozen=True, slots=True)
class FigureAction:
    """What the figure does in one move: it goes to a pose, or round through several for as long as the move lasts."""

    poses: tuple[str, ...]
    """One to go to; or two and more to go through again and again, the last being where a round begins and ends."""
    every: int | None = None
    """Milliseconds that one round takes; `None` for a single pose."""
    over: int | None = None
    """Milliseconds to get to a single pose; `None` for the usual time."""
    works: Muscle | None = None
    """The muscle that this move works; `None` for the figure's own."""

    @property
    def cycle(self) -> bool:
        return self.every is not None


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    """The file's name without its ending, which is also how steps call it."""
    title: str
    shows: str
    """What is to be seen, in words."""
    skeleton: SkeletonKind = SkeletonKind.BODY
    poses: Mapping[str, Pose] = field(default_factory=dict)
    """Empty for a figure that has words only."""
    start: str = ""
    """The pose before a move, and between moves."""
    moves: Mapping[str, FigureAction] = field(default_factory=dict)
    works: Muscle | None = None
    scenery: tuple[Scenery, ...] = ()
    view: tuple[Spot, ...] = ()
    """What is shown large, the whole figure small beside it; empty where the whole figure is."""
    pregnant: bool = False
    far_before: bool = False
    """Whether the far one of two hands is drawn before the near one."""
    hands_aside: bool = False
    """Whether hands close up are seen from the side."""

    @property
    def drawn(self) -> bool:
        return bool(self.poses)

    @property
    def whole(self) -> bool:
        """Whether there is more of the person than a close-up shows."""
        return self.skeleton in (SkeletonKind.BODY, SkeletonKind.FRONT)

    def action(self, move: str) -> FigureAction:
        """What the figure does in a move; where it knows none of this name, it goes to its start."""
        return self.moves.get(move) or FigureAction((self.start,))
