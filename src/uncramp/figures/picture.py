"""A figure's frames as rows of text: one size for all of its poses, so that nothing jumps."""

from collections import deque
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, takewhile

from uncramp.domain.routine import Side
from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.check import ways
from uncramp.figures.figure import Figure, Scenery
from uncramp.figures.forms import Form, Row, rows_of
from uncramp.figures.motion import MotionFrame
from uncramp.figures.person import person_layers
from uncramp.figures.raster import Fit, Raster
from uncramp.figures.shapes import Box, Drawing, Layer, bounds
from uncramp.figures.stance import Joints, between, held_at, solve, spot_at, stance_of
from uncramp.figures.things import thing_layer

_CACHE_SIZE = 64
"""Frames that are kept as they were drawn last: a hold goes through four, breath after breath, a heel raise through 32."""


@dataclass(frozen=True)
class Look:
    """How a figure is seen: which side, and whether the person is pregnant."""

    figure: Figure
    side: Side | None = None
    """Figures are written for the right side; for the left one they are mirrored."""
    pregnant: bool = False

    @cached_property
    def bounds(self) -> Box:
        """What is round all that is ever drawn of it, on the way between poses too."""
        stances = {name: stance_of(self.figure, pose) for name, pose in self.figure.poses.items()}
        seen = [*stances.values(), *(between(stances[one], stances[two], 0.5) for one, two in ways(self.figure))]
        layers = (layer for stance in seen for layer in self.drawing(MotionFrame(stance, 1.0)))
        return bounds(shape for layer in layers for shape in layer.shapes)

    @cached_property
    def background(self) -> Drawing:
        """What every frame begins with, not mirrored: the things that never move."""
        still = takewhile(_is_background, self.figure.scenery)
        return tuple(
            thing_layer(item, (item.at.x, item.at.y), tuple((spot.x, spot.y) for spot in item.through))
            for item in still
        )

    def foreground(self, frame: MotionFrame) -> Drawing:
        """The rest of one frame, not mirrored: the person, and things that move or are before them."""
        figure = self.figure
        joints = solve(SKELETONS[figure.skeleton], frame.stance)
        things = list(dropwhile(_is_background, figure.scenery))
        return (
            *(self._thing(item, frame, joints) for item in things if not item.front),
            *person_layers(figure, joints, frame, pregnant=self.pregnant or figure.pregnant),
            *(self._thing(item, frame, joints) for item in things if item.front),
        )

    def _thing(self, item: Scenery, frame: MotionFrame, joints: Joints) -> Layer:
        skeleton = SKELETONS[self.figure.skeleton]
        at = held_at(skeleton, frame.stance.things.get(item.name, ((item.at, 1.0),)), joints)
        return thing_layer(item, at, tuple(spot_at(skeleton, spot, joints) for spot in item.through))

    def drawing(self, frame: MotionFrame) -> Drawing:
        """One whole frame as layers, far ones first, not mirrored."""
        return (*self.background, *self.foreground(frame))

    def fit(self, width: float, height: float, margin: float = 0.5) -> Fit:
        """How the figure fills so many dots, in the middle and down to the floor of them."""
        left, bottom, right, top = self.bounds
        mirrored = self.side is Side.LEFT
        scale = min((width - 2 * margin) / max(right - left, 0.1), (height - 2 * margin) / max(top - bottom, 0.1))
        middle = scale * (left + right) / 2
        base = height - margin + scale * bottom
        return Fit(scale, width / 2 + (middle if mirrored else -middle), base, mirrored)


def _is_background(item: Scenery) -> bool:
    """Whether nothing moves it, and it is not before the person."""
    return not (item.front or item.name or any(spot.on for spot in (item.at, *item.through)))


class Picture:
    """A look at a figure in a room of so many cells, drawn frame by frame."""

    def __init__(self, look: Look, columns: int, rows: int, form: Form = Form.BRAILLE) -> None:
        self.look, self.form = look, form
        self.columns, self.rows = max(1, columns), max(1, rows)
        fine = form is Form.BRAILLE
        self._raster = Raster(2 * self.columns, 4 * self.rows, gap=1 if fine else 2)
        self._fit = look.fit(2 * self.columns, 4 * self.rows)
        self._raster.keep(look.background, self._fit)
        self._drawn: deque[tuple[MotionFrame, tuple[Row, ...]]] = deque(maxlen=_CACHE_SIZE)

    def draw(self, frame: MotionFrame) -> tuple[Row, ...]:
        """The frame as rows of text, each as wide as the room."""
        for before, rows in self._drawn:
            if before == frame:
                return rows
        self._raster.draw(self.look.foreground(frame), self._fit)
        rows = rows_of(self._raster, self.form)
        self._drawn.append((frame, rows))
        return rows
