"""Where arrows touch the person: a figure's file says about where each one is, and it slides up to what it belongs to."""

from collections.abc import Iterable, Iterator
from math import hypot

from uncramp.figures.figure import Figure, Scenery, SkeletonKind, Thing
from uncramp.figures.shapes import Capsule, Layer, Tone
from uncramp.figures.skeleton import Point

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
