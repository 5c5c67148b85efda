"""A figure's frames as rows of text: one size for all of its poses, so that nothing jumps."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, takewhile

from uncramp.domain.routine import Side
from uncramp.figures import person as body
from uncramp.figures import person as closeups
from uncramp.figures.check import ways
from uncramp.figures.figure import Figure, Scenery, SkeletonKind, Spot
from uncramp.figures.forms import Form, Row, rows_of
from uncramp.figures.motion import MotionFrame
from uncramp.figures.raster import Fit, Raster
from uncramp.figures.shapes import Drawing, Layer, Point, Tone, bounds
from uncramp.figures.stance import SKELETONS, Joints, between, held_at, solve, spot_at, stance_of
from uncramp.figures.things import thing

_HAND_BY_FOOT = 0.72


def background(figure: Figure) -> Drawing:
    """What is the same in every frame, behind all else: the things that nothing moves."""
    still = takewhile(_behind, figure.scenery)
    return tuple(thing(item, (item.at.x, item.at.y), _places(item.through)) for item in still)


def _behind(item: Scenery) -> bool:
    """Whether nothing moves it, and it is not before the person."""
    return not (item.front or item.name or any(spot.on for spot in (item.at, *item.through)))


def _places(spots: tuple[Spot, ...]) -> tuple[Point, ...]:
    return tuple((spot.x, spot.y) for spot in spots)


def foreground(figure: Figure, frame: MotionFrame, *, pregnant: bool) -> Drawing:
    """The rest of one frame: the person, and things that move or are before them.

    Args:
        figure: what is drawn.
        frame: the moment.
        pregnant: whether the person is drawn pregnant; a figure may say so for everybody.
    """
    joints = solve(SKELETONS[figure.skeleton], frame.stance)
    items = tuple(dropwhile(_behind, figure.scenery))
    before = tuple(_thing(figure, item, frame, joints) for item in items if not item.front)
    after = tuple(_thing(figure, item, frame, joints) for item in items if item.front)
    person = tuple(_person(figure, joints, frame, pregnant=pregnant or figure.pregnant))
    return (*before, *person, *after)


def _thing(figure: Figure, item: Scenery, frame: MotionFrame, joints: Joints) -> Layer:
    skeleton = SKELETONS[figure.skeleton]
    holds = frame.stance.things.get(item.name, ((item.at, 1.0),))
    at = held_at(skeleton, holds, joints)
    return thing(item, at, tuple(spot_at(skeleton, spot, joints) for spot in item.through))


def _person(figure: Figure, joints: Joints, frame: MotionFrame, *, pregnant: bool) -> Iterator[Layer]:
    worked = frame.works or figure.works
    match figure.skeleton:
        case SkeletonKind.BODY:
            yield from body.far_limbs(joints)
            yield body.trunk(joints, frame.breath, pregnant=pregnant)
            yield from body.near_limbs(joints, worked)
        case SkeletonKind.FRONT:
            yield from body.front_layers(joints, frame.breath, pregnant=pregnant, works=worked)
        case SkeletonKind.HAND:
            hands = [("near", Tone.NEAR)]
            if joints.there("far_wrist"):
                hands.insert(1 if figure.far_before else 0, ("far", Tone.FAR))
            for side, ink in hands:
                works = worked if side == "near" else None
                yield from closeups.hand_layers(joints, side, ink, works)
        case SkeletonKind.FOOT:
            yield from closeups.foot_layers(joints, worked)
            if joints.there("hand_wrist"):
                yield from closeups.hand_layers(joints, "hand", Tone.NEAR, None, _HAND_BY_FOOT)


_KEPT = 64
"""Frames that are kept as they were drawn last: a hold goes through four, breath after breath, a heel raise through 32."""


@dataclass(frozen=True)
class Look:
    """How a figure is seen: which side, and whether the person is pregnant."""

    figure: Figure
    side: Side | None = None
    """Figures are written for the right side; for the left one they are mirrored."""
    pregnant: bool = False

    @property
    def mirrored(self) -> bool:
        """Whether left and right are exchanged."""
        return self.side is Side.LEFT

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of all that is ever drawn of it, on the way between poses too."""
        stances = {name: stance_of(self.figure, pose) for name, pose in self.figure.poses.items()}
        seen = [
            *stances.values(),
            *(between(stances[one], stances[two], 0.5) for one, two in ways(self.figure)),
        ]
        boxes = [bounds(self.drawing(MotionFrame(stance, 1.0))) for stance in seen]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)

    @cached_property
    def background(self) -> Drawing:
        """What every frame begins with, not mirrored."""
        return background(self.figure)

    def foreground(self, frame: MotionFrame) -> Drawing:
        """The rest of one frame, not mirrored."""
        return foreground(self.figure, frame, pregnant=self.pregnant)

    def drawing(self, frame: MotionFrame) -> Drawing:
        """One whole frame as layers, far ones first, not mirrored."""
        return (*self.background, *self.foreground(frame))

    def fit(self, width: float, height: float, margin: float = 0.5) -> Fit:
        """How the figure fills so many dots, in the middle and down to the floor of them."""
        left, bottom, right, top = self.bounds
        scale = min(
            (width - 2 * margin) / max(right - left, 0.1), (height - 2 * margin) / max(top - bottom, 0.1)
        )
        middle = scale * (left + right) / 2
        base = height - margin + scale * bottom
        return Fit(scale, width / 2 + (middle if self.mirrored else -middle), base, self.mirrored)


class Picture:
    """A look at a figure in a room of so many cells, drawn frame by frame."""

    def __init__(self, look: Look, columns: int, rows: int, form: Form = Form.BRAILLE) -> None:
        self.look, self.form = look, form
        self.columns, self.rows = max(1, columns), max(1, rows)
        fine = form is Form.BRAILLE
        self._raster = Raster(2 * self.columns, 4 * self.rows, gap=1 if fine else 2)
        self._fit = look.fit(2 * self.columns, 4 * self.rows)
        self._raster.keep(look.background, self._fit)
        self._drawn: deque[tuple[MotionFrame, tuple[Row, ...]]] = deque(maxlen=_KEPT)

    def draw(self, frame: MotionFrame) -> tuple[Row, ...]:
        """The frame as rows of text, each as wide as the room."""
        for before, rows in self._drawn:
            if before == frame:
                return rows
        self._raster.draw(self.look.foreground(frame), self._fit)
        rows = rows_of(self._raster, self.form)
        self._drawn.append((frame, rows))
        return rows
