"""A figure's frames as rows of text: one size for all of its poses, so that nothing jumps."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, dropwhile, product, repeat, takewhile
from math import ceil, hypot

from uncramp.domain.routine import Side
from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.check import ways
from uncramp.figures.figure import Figure, Scenery, SkeletonKind, Thing
from uncramp.figures.forms import Form, Heads, Row, Run, arrow_head, arrow_shaft, rows_of
from uncramp.figures.motion import MotionFrame
from uncramp.figures.person import hand_by_foot, person_layers
from uncramp.figures.raster import FLOOR, Fit, Raster
from uncramp.figures.shapes import Arrowhead, Box, Capsule, Drawing, Layer, Shaft, Shape, Tone, bounds, disc
from uncramp.figures.skeleton import Point
from uncramp.figures.stance import Joints, Stance, between, held_at, solve, spot_at, stance_of
from uncramp.figures.things import SIGNS, thing_layers

_BEHIND = {Tone.SCENERY, Tone.PILLOW, Tone.WARM, Tone.COOL, Tone.HELD, Tone.ARROW}
_CLEAR = {SkeletonKind.BODY: 0.008, SkeletonKind.FRONT: 0.008}
_CLEAR_CLOSE = 0.02
"""How much is left free between an arrow and a limb, close up and else of a person, so that it covers nothing of it."""
_LOOKED_AT = 8
"""Parts of an arrow at whose ends the way to the person is measured."""


def slides(item: Scenery) -> bool:
    """Whether a thing is an arrow that touches the person.

    One that goes through several places is a way of its own, and one that is always there stands where it is.
    """
    return item.thing is Thing.ARROW and bool(item.when) and len(item.through) == 2  # noqa: PLR2004 - it is straight


def goals(figure: Figure, item: Scenery) -> tuple[tuple[str, str], ...]:
    """The moves that a thing is shown in, each with the pose that is gone to."""
    every = ((move, pose) for move, action in figure.moves.items() for pose in action.poses)
    return tuple(goal for goal in every if item.shown(goal))


def way_to(person: Iterable[Layer], arrow: tuple[Point, ...], kind: SkeletonKind) -> Point:
    """How far an arrow slides so that it touches the person: right and up."""
    (x, y), (u, v) = arrow
    on_it = [(x + (u - x) * nth / _LOOKED_AT, y + (v - y) * nth / _LOOKED_AT) for nth in range(_LOOKED_AT + 1)]
    far, nearest = min(_ways(person, on_it), default=(0.0, (0.0, 0.0)))
    part = 1 - _CLEAR.get(kind, _CLEAR_CLOSE) / far if far else 0.0
    return (nearest[0] * part, nearest[1] * part) if part > 0 else (0.0, 0.0)


def _ways(person: Iterable[Layer], on_it: list[Point]) -> Iterator[tuple[float, Point]]:
    """From each point of an arrow to each limb: how far it is, and which way."""
    for layer in person:
        if layer.ink in _BEHIND:
            continue
        for shape in layer.shapes:
            if isinstance(shape, Capsule):
                for at in on_it:
                    yield _to_limb(shape, at)


def _to_limb(limb: Capsule, at: Point) -> tuple[float, Point]:
    """From a point to the skin of a limb; nothing from within it."""
    (x, y), (u, v) = limb.start, limb.end
    dx, dy = u - x, v - y
    square = dx * dx + dy * dy
    along = min(1.0, max(0.0, ((at[0] - x) * dx + (at[1] - y) * dy) / square)) if square else 0.0
    right, up = x + along * dx - at[0], y + along * dy - at[1]
    middle = hypot(right, up)
    far = max(0.0, middle - limb.start_radius - along * (limb.end_radius - limb.start_radius))
    return far, ((right * far / middle, up * far / middle) if middle else (0.0, 0.0))


_CACHE_SIZE = 64
"""Frames that are kept as they were drawn last: a hold goes through two, breath after breath, a heel raise through 32."""


_COARSE = (Form.BLOCKS, Form.HALVES)
_MARGIN = dict.fromkeys((SkeletonKind.HAND, SkeletonKind.FOOT, SkeletonKind.SOLE), 0.15)
"""What a close-up shows round its places, close up and else of a person: the thickness of a limb."""
_LIMB = 0.045
_BESIDE, _HIGHEST = 0.3, 0.65
"""Beside a close-up the whole figure has what that leaves free, or this part of the room; and so many rows of its at most."""
_WIDE, _ABOVE = 2.6, 0.36
"""A figure that has so many columns to a row is above the close-up, in so many of its rows."""
_LEAST, _NARROWEST = 4, 5
"""Rows and columns with fewer of which a whole figure would say nothing."""


@dataclass(frozen=True)
class Look:
    """How a figure is seen: which side, and whether the person is pregnant."""

    figure: Figure
    side: Side | None = None
    """Figures are written for the right side; for the left one they are mirrored."""
    pregnant: bool = False

    @cached_property
    def bounds(self) -> Box:
        """What is round all that is ever drawn of it, on the way between poses too; the arrows of a close-up are in that."""
        every = tuple(name for item in self.figure.scenery for name in item.when if item.thing not in SIGNS)
        frames = (MotionFrame(stance, 1.0, doing=every) for stance in self._stances)
        layers = (layer for frame in frames for layer in self.drawing(frame) if layer.ink is not Tone.ARROW)
        return bounds(
            chain((shape for layer in layers for shape in layer.shapes), () if self.figure.view else self._signs)
        )

    @cached_property
    def close_up(self) -> Box:
        """What a close-up shows: its places in all poses and on the way, and every arrow."""
        skeleton = SKELETONS[self.figure.skeleton]
        round_it = _MARGIN.get(self.figure.skeleton, _LIMB)
        shapes: list[Shape] = []
        for joints in (solve(skeleton, stance) for stance in self._stances):
            shapes += (disc(spot_at(skeleton, spot, joints), round_it) for spot in self.figure.view)
        left, bottom, right, top = bounds((*shapes, *self._signs))
        below = 0.0 if any(layer.under for layer in self.background) else self.bounds[1]
        return left, max(bottom, below), right, top  # nothing is to be seen under the floor

    def close(self, layers: Drawing) -> Drawing:
        """What is shown large: in a close-up only what it names of the person, for a piece of more at its edge is a riddle."""
        if not self.figure.view:
            return layers
        first = SKELETONS[self.figure.skeleton].first_bone
        named = {"", *(first[spot.on] for spot in self.figure.view if spot.on)}
        return tuple(layer for layer in layers if layer.part in named)

    @cached_property
    def _signs(self) -> tuple[Shape, ...]:
        """All arrows and marks, each where it is when a move has led to where it leads."""
        shapes: list[Shape] = []
        for item in (item for item in self.figure.scenery if item.thing in SIGNS):
            for goal in goals(self.figure, item):
                stance = stance_of(self.figure, self.figure.poses[goal[1]])
                joints = solve(SKELETONS[self.figure.skeleton], stance)
                layers = self._thing(item, MotionFrame(stance, doing=goal), joints)
                parts = (shape for layer in layers for shape in layer.shapes)
                # A head is one character, or as good as on the margin.
                shapes += (disc(one.tip, 0) if isinstance(one, Arrowhead) else one for one in parts)
        return tuple(shapes)

    @cached_property
    def _slid(self) -> dict[tuple[Scenery, str], Point]:
        """How far arrows slide to touch the person in the pose that is gone to, as far as that is known."""
        return {}

    def _slide(self, item: Scenery, pose: str, through: tuple[Point, ...]) -> Point:
        """How far an arrow slides. It stands still on the way: the limb comes to it."""
        if (item, pose) not in self._slid:
            figure, stance = self.figure, stance_of(self.figure, self.figure.poses[pose])
            joints = solve(SKELETONS[figure.skeleton], stance)
            person = person_layers(figure, joints, MotionFrame(stance), pregnant=self.pregnant or figure.pregnant)
            shown = self.close((*person, *hand_by_foot(figure, joints)))
            self._slid[item, pose] = way_to(shown, through, figure.skeleton)
        return self._slid[item, pose]

    @cached_property
    def _stances(self) -> tuple[Stance, ...]:
        """All poses, and what is halfway between two that it goes between."""
        poses = {name: stance_of(self.figure, pose) for name, pose in self.figure.poses.items()}
        return (*poses.values(), *(between(poses[one], poses[two], 0.5) for one, two in ways(self.figure)))

    @cached_property
    def background(self) -> Drawing:
        """What every frame begins with, not mirrored: the things that never move."""
        still = takewhile(_is_background, self.figure.scenery)
        return tuple(
            layer
            for item in still
            for layer in thing_layers(item, (item.at.x, item.at.y), tuple((spot.x, spot.y) for spot in item.through))
        )

    def foreground(self, frame: MotionFrame) -> Drawing:
        """The rest of one frame, not mirrored: the person, and things that move or are before them."""
        figure = self.figure
        joints = solve(SKELETONS[figure.skeleton], frame.stance)
        things = [item for item in dropwhile(_is_background, figure.scenery) if item.shown(frame.doing)]
        signs = [item for item in things if item.thing in SIGNS]
        behind = [item for item in things if not item.front and item not in signs]
        before = [item for item in things if item.front and item not in signs]
        return (
            *(layer for item in behind for layer in self._thing(item, frame, joints)),
            *person_layers(figure, joints, frame, pregnant=self.pregnant or figure.pregnant),
            *(layer for item in before for layer in self._thing(item, frame, joints)),
            *hand_by_foot(figure, joints),
            *(layer for item in signs for layer in self._thing(item, frame, joints)),
        )

    def _thing(self, item: Scenery, frame: MotionFrame, joints: Joints) -> Iterator[Layer]:
        skeleton = SKELETONS[self.figure.skeleton]
        at = held_at(skeleton, frame.stance.things.get(item.name, ((item.at, 1.0),)), joints)
        through = tuple(spot_at(skeleton, spot, joints) for spot in item.through)
        if slides(item) and frame.doing:
            right, up = self._slide(item, frame.doing[-1], through)
            through = tuple((x + right, y + up) for x, y in through)
        return thing_layers(item, at, through)

    def drawing(self, frame: MotionFrame) -> Drawing:
        """One whole frame as layers, far ones first, not mirrored."""
        return (*self.background, *self.foreground(frame))

    def fit(self, width: float, height: float, margin: float = 0.5, floor: int = 0, box: Box | None = None) -> Fit:
        """How the figure fills so many dots, in the middle and down to the bottom of them.

        With `floor`, 0 lies so many dots above the bottom, on an even row, so that no cell has half of the floor.
        With `box` that part of it does.
        """
        left, bottom, right, top = box or self.bounds
        mirrored = self.side is Side.LEFT
        high = height - 2 * margin - floor
        scale = max(1e-3, min((width - 2 * margin) / max(right - left, 0.1), high / max(top - bottom, 0.1)))
        middle = scale * (left + right) / 2
        base = height - margin - floor + scale * bottom
        if floor:
            base = 2.0 * round(base / 2)
        return Fit(scale, width / 2 + (middle if mirrored else -middle), base, mirrored)


def _is_background(item: Scenery) -> bool:
    """Whether it is always shown, nothing moves it, and it is not before the person."""
    return not (item.front or item.name or item.when or any(spot.on for spot in (item.at, *item.through)))


class Picture:
    """A look at a figure in a room of so many cells, drawn frame by frame."""

    def __init__(self, look: Look, columns: int, rows: int, form: Form = Form.QUADRANTS) -> None:
        self.look, self.form = look, form
        self.columns, self.rows = max(1, columns), max(1, rows)
        box = look.close_up if look.figure.view else None
        small, high, self._above = (
            _small_size(look, self.columns, self.rows) if box and look.figure.whole else (0, 0, False)
        )
        wide, tall = (0, high) if self._above else (small + 1 if small else 0, 0)
        self.large = Pane(look, self.columns - wide, self.rows - tall, form, box)
        self._small = Pane(look, small, high, form) if small else None
        self._drawn: deque[tuple[MotionFrame, tuple[Row, ...]]] = deque(maxlen=_CACHE_SIZE)

    def draw(self, frame: MotionFrame) -> tuple[Row, ...]:
        """The frame as rows of text, each as wide as the room."""
        for before, rows in self._drawn:
            if before == frame:
                return rows
        layers = self.look.foreground(frame)
        rows = self.large.draw(layers)
        if self._small is not None:
            small, wide = self._small.draw(layers), self._small.columns
            if self._above:
                rows = (*((*row, _blank(self.columns - wide)) for row in small), *rows)
            else:
                beside = chain(((*row, _blank(1)) for row in small), repeat((_blank(wide + 1),)))
                rows = tuple(one + other for one, other in zip(beside, rows, strict=False))
        self._drawn.append((frame, rows))
        return rows


def _blank(columns: int) -> Run:
    return " " * columns, (None, None)


def _small_size(look: Look, columns: int, rows: int) -> tuple[int, int, bool]:
    """The columns and rows of the whole figure, 0 where there is no room, and whether it is above the close-up."""
    (left, bottom, right, top), (west, south, east, north) = look.bounds, look.close_up
    shape, large = 2 * (right - left) / (top - bottom), 2 * (east - west) / (north - south)
    if above := shape > _WIDE:
        high = int(_ABOVE * rows)
        small = min(columns, ceil(high * shape))
    else:
        free = max(int(_BESIDE * columns), columns - ceil(rows * large)) - 1
        small = min(ceil(_HIGHEST * rows * shape), free)
        high = min(rows, ceil(small / shape))
    return (small, high, above) if high >= _LEAST and small >= _NARROWEST else (0, 0, False)


class Pane:
    """One view of a figure, in columns of its own: the whole of it, or a close-up."""

    def __init__(self, look: Look, columns: int, rows: int, form: Form, box: Box | None = None) -> None:
        self._look, self.columns, self._rows, self._form = look, columns, rows, form
        self._small = bool(look.figure.view) and box is None
        size = 2 * columns, 4 * rows
        coloured = form is Form.QUADRANTS
        # In a small figure a gap would leave little of the limbs; colours part them, too.
        gap = 2 if form in _COARSE else 0 if self._small and coloured else 1
        self.raster = Raster(*size, gap=gap, coloured=coloured)
        still = self._shown(look.background)
        # Laid under all the rest, frame by frame.
        self._floor = tuple(layer for layer in still if layer.under)
        self.fit = look.fit(*size, floor=FLOOR if self._floor else 0, box=box)
        kept = tuple(layer for layer in still if not layer.under)
        self.raster.keep(kept, self.fit)
        self._heads = self._heads_of(kept)

    def draw(self, layers: Drawing) -> tuple[Row, ...]:
        layers = self._shown(layers)
        self.raster.draw((*layers, *self._floor), self.fit)
        return rows_of(self.raster, self._form, self._heads | self._heads_of(layers))

    def _shown(self, layers: Drawing) -> Drawing:
        """What of them belongs here: of a small figure no far arm, which would be crumbs, and no arrow, as large as a limb."""
        if self._small:
            return tuple(one for one in layers if one.ink is not Tone.ARROW and one.part != "far_upper_arm")
        return self._look.close(layers)

    def _heads_of(self, layers: Drawing) -> Heads:
        found: Heads = {}
        for shape in (shape for layer in layers for shape in layer.shapes):
            if isinstance(shape, Arrowhead):
                (x, y), (u, v) = self.fit.point(shape.back), self.fit.point(shape.tip)
                long = hypot(u - x, v - y) or 1.0
                # The cell of its tip, where it touches what moves; the tip itself is on the edge of the next one.
                found[int((v - (v - y) / long) // 4), int((u - (u - x) / long) // 2)] = arrow_head(
                    u - x, v - y, self._form
                )
            elif isinstance(shape, Shaft) and self.fit.straight(shape.start, shape.end):
                found.update(self._shaft(shape))
        return {
            (row, column): char
            for (row, column), char in found.items()
            if row in range(self._rows) and column in range(self.columns)
        }

    def _shaft(self, shaft: Shaft) -> Heads:
        (x, y), (u, v) = self.fit.point(shaft.start), self.fit.point(shaft.end)
        long, level = hypot(u - x, v - y) or 1.0, abs(u - x) > abs(v - y)
        u, v = u - (u - x) / long, v - (v - y) / long  # no further than the cell of the head
        rows, columns = (sorted((int(one // size), int(other // size))) for one, other, size in ((y, v, 4), (x, u, 2)))
        char = arrow_shaft(level=level, form=self._form)
        cells = product(range(rows[0], rows[1] + 1), range(columns[0], columns[1] + 1))
        return dict.fromkeys(cells, char)
