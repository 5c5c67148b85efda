"""Shapes to dots. A row of dots is one whole number, its lowest bit the leftmost dot, so that a span is one step."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil, floor, hypot, sqrt

from uncramp.figures.shapes import Arrowhead, Capsule, Drawing, Layer, Shaft, Shape, Stroke, Tone
from uncramp.figures.skeleton import Point

_THINNEST = 0.55
"""Radius in dots below which nothing is drawn thinner, so that a limb never falls apart."""
_SLIGHT = 5
"""Thickness in dots below which the gap round a finger would leave little of the one behind it."""
_SHADES = {
    Tone.FAR_SKIN: Tone.SHADE,
    Tone.SKIN: Tone.FAR_SKIN,
    Tone.SHIRT: Tone.FAR_SHIRT,
    Tone.SHORTS: Tone.FAR_SHORTS,
}
"""The inks of a line between two bodies of one ink: a shadow, where a gap would cut the one behind in pieces."""
FLOOR = 2
"""Rows of dots that a line from side to side takes."""
_LEVEL = 0.5
_INFINITY = 1e9
_Edge = tuple[float, float, float, float]
"""A line from one row and column to another row and column."""


@dataclass(frozen=True)
class Fit:
    """How a figure's measure becomes dots: `scale` dots to 1, mirrored where `mirrored`."""

    scale: float
    left: float
    """The dot of x = 0."""
    base: float
    """The row of y = 0, rows counting down from the top."""
    mirrored: bool = False

    @cached_property
    def across(self) -> float:
        """Dots to 1 to the right."""
        return -self.scale if self.mirrored else self.scale

    def point(self, at: Point) -> Point:
        return self.left + self.across * at[0], self.base - self.scale * at[1]

    def straight(self, one: Point, other: Point) -> bool:
        """Whether a line is level or upright, to half a dot."""
        return min(abs(one[0] - other[0]), abs(one[1] - other[1])) * self.scale <= _LEVEL


class Raster:
    """Dots in rows, apart for each ink. Kept and cleared from frame to frame: nothing is made anew."""

    def __init__(self, width: int, height: int, *, gap: int = 1, coloured: bool = True) -> None:
        """Begin with nothing drawn. Sizes are in dots, `gap` that between a body and what it is before.

        Where inks are told apart by their colours, a body touches the scenery that it is on, with no gap, and the
        worked muscle needs no pattern.
        """
        self.width, self.height, self.gap = width, height, gap
        self.rows: dict[Tone, list[int]] = {ink: [0] * height for ink in Tone}
        self.gaps = [0] * height
        """The dots that only part two bodies."""
        self._used: set[Tone] = set()
        self._empty = [0] * height
        self._kept: dict[Tone, list[int]] = {}
        self._kept_gaps = self._empty
        self._mask = [0] * height
        self._all = (1 << width) - 1
        self._checks = [int(dots * (width // 2 + 1), 2) for dots in ("01", "10")]
        self._coloured = coloured

    @property
    def used(self) -> list[tuple[Tone, list[int]]]:
        """The inks that there is anything of, the lowest first, and their rows."""
        return [(ink, self.rows[ink]) for ink in sorted(self._used)]

    def keep(self, drawing: Drawing, fit: Fit) -> None:
        """Draw what every frame begins with, once for all."""
        self.draw(drawing, fit)
        self._kept = {ink: self.rows[ink][:] for ink in self._used}
        self._kept_gaps = self.gaps[:]

    def draw(self, drawing: Drawing, fit: Fit) -> None:
        """Draw all layers over what is kept, the first one farthest away."""
        for ink in self._used:
            self.rows[ink][:] = self._kept.get(ink, self._empty)
        self.gaps[:] = self._kept_gaps
        self._used = set(self._kept)
        for layer in drawing:
            if not layer.under:
                self._stamp(layer, fit)
        for layer in drawing:
            if layer.under:
                self._fill_up(layer, fit)

    def _fill_up(self, layer: Layer, fit: Fit) -> None:
        """Lay one body under all that is there."""
        mask = self._mask
        top, bottom = self._fill(layer.shapes, fit, mask)
        self._used.add(layer.ink)
        for y in range(top, bottom + 1):
            free = mask[y]
            for ink in self._used:
                free &= ~self.rows[ink][y]
            self.rows[layer.ink][y] |= free
            self.gaps[y] &= ~free
            mask[y] = 0

    def _stamp(self, layer: Layer, fit: Fit) -> None:
        """Lay one body over what is there, and part it from that."""
        mask, ink, gaps = self._mask, layer.ink, self.gaps
        top, bottom = self._fill(layer.shapes, fit, mask)
        if top > bottom:
            return
        gap = self._gap(layer, fit)
        first, last = max(0, top - gap), min(self.height - 1, bottom + gap)
        own = mask[first : last + 1]
        grown = self._grown(mask, first, last) if gap else own
        for where in (layer.grown_on, layer.touching):
            if gap and where is not None:
                self._join(grown, where, fit, first)
        self._used.add(ink)
        for other in self._used:
            rows = self.rows[other]
            for y, clear in enumerate(grown if other is ink or not self._coloured else own, first):
                if hit := rows[y] & clear:
                    rows[y] ^= hit
                    gaps[y] |= hit
        rows, checked = self.rows[ink], ink is Tone.MUSCLE and not self._coloured
        for y, dots in enumerate(own, first):
            rows[y] |= dots & self._checks[y & 1] if checked else dots
            gaps[y] &= ~dots
            mask[y] = 0
        if gap and self._coloured and ink in _SHADES:
            self._used.add(_SHADES[ink])
            rows = self.rows[_SHADES[ink]]
            for y, clear in enumerate(grown, first):
                rows[y] |= gaps[y] & clear

    def _gap(self, layer: Layer, fit: Fit) -> int:
        """How wide a line parts a body from those behind it; colours part it from those of other inks."""
        slight = layer.thick is not None and layer.thick * fit.scale < _SLIGHT
        alone = self._coloured and layer.ink not in self._used
        return self.gap if layer.gap and not slight and not alone else 0

    def _grown(self, mask: list[int], first: int, last: int) -> list[int]:
        """The mask and the gap round it."""
        wide = self.gap
        across = [0] * (last - first + 1 + 2 * wide)
        for nth in range(last - first + 1):
            row = widened = mask[first + nth]
            for shift in range(1, wide + 1):
                widened |= row << shift | row >> shift
            across[nth + wide] = widened & self._all
        grown = across[wide : len(across) - wide]
        for shift in range(1, wide + 1):
            for nth in range(len(grown)):
                grown[nth] |= across[nth + wide - shift] | across[nth + wide + shift]
        return grown

    def _join(self, grown: list[int], where: Capsule, fit: Fit, first: int) -> None:
        """Take the gap away where a body goes over into the one behind it."""
        joint = [0] * self.height
        self._fill((where,), fit, joint)
        for nth in range(len(grown)):
            grown[nth] &= ~joint[first + nth] | self._mask[first + nth]

    def _fill(self, shapes: Iterable[Shape], fit: Fit, rows: list[int]) -> tuple[int, int]:
        """Set the dots of some shapes; the first and the last row touched."""
        top, bottom = self.height, -1
        for shape in shapes:
            if isinstance(shape, Capsule):
                first, last = self._capsule(shape, fit, rows)
            elif isinstance(shape, Arrowhead):
                continue  # a character, which is laid over the cells
            elif isinstance(shape, Shaft):
                if fit.straight(shape.start, shape.end):
                    continue  # characters, too
                first, last = self._capsule(shape.capsule, fit, rows)
            elif isinstance(shape, Stroke):
                first, last = self._line(shape, fit, rows)
            else:
                first, last = self._solid([fit.point(at) for at in shape.points], rows)
            top, bottom = min(top, first), max(bottom, last)
        return top, bottom

    def _capsule(self, shape: Capsule, fit: Fit, rows: list[int]) -> tuple[int, int]:
        """Fill two discs, and all between the two lines that touch both."""
        scale = fit.scale
        (x, y), (u, v) = fit.point(shape.start), fit.point(shape.end)
        r, s = max(_THINNEST, shape.start_radius * scale), max(_THINNEST, shape.end_radius * scale)
        first = max(0, ceil(min(y - r, v - s) - 0.5))
        last = min(self.height - 1, floor(max(y + r, v + s) - 0.5))
        if first > last or (x + r < 0 and u + s < 0) or (x - r > self.width and u - s > self.width):
            return self.height, -1
        lefts, rights = [_INFINITY] * (last - first + 1), [-_INFINITY] * (last - first + 1)
        far = hypot(u - x, v - y)
        if far + s >= r:
            _disc((u, v), s, first, lefts, rights)
        if far + r > s:
            _disc((x, y), r, first, lefts, rights)
        if far > abs(r - s):
            dx, dy, c = (u - x) / far, (v - y) / far, (r - s) / far
            n = sqrt(1 - c * c)
            for cx, cy in ((c * dx - n * dy, c * dy + n * dx), (c * dx + n * dy, c * dy - n * dx)):
                side = (y + r * cy, x + r * cx, v + s * cy, u + s * cx)
                _widen(side, first, lefts if cx < 0 else rights, -1 if cx < 0 else 1)
        self._spans(first, lefts, rights, rows)
        return first, last

    def _solid(self, corners: list[Point], rows: list[int]) -> tuple[int, int]:
        """Fill an outline without dents."""
        ys = [y for _x, y in corners]
        first, last = ceil(min(ys) - 0.5), floor(max(ys) - 0.5)
        if first > last:
            first = last = floor((min(ys) + max(ys)) / 2)
        first, last = max(0, first), min(self.height - 1, last)
        if first > last:
            return self.height, -1
        count = last - first + 1
        lefts, rights = [_INFINITY] * count, [-_INFINITY] * count
        for (x, y), (u, v) in pairwise([corners[-1], *corners]):
            _widen((y, x, v, u), first, lefts, -1)
            _widen((y, x, v, u), first, rights, 1)
        self._spans(first, lefts, rights, rows)
        return first, last

    def _spans(self, first: int, lefts: list[float], rights: list[float], rows: list[int]) -> None:
        """Set the dots between two sides, one in each row at least."""
        most = self.width - 1
        for row, (left, right) in enumerate(zip(lefts, rights, strict=True), first):
            if left > right or right < 0:
                continue
            begin, end = int(left + 0.5), int(right + 0.5) - 1
            if begin > end:
                begin = end = int((left + right) / 2)
            if left < 0:
                begin = 0
            end = min(end, most)
            if begin <= end:
                rows[row] |= (2 << end) - (1 << begin)

    def _line(self, stroke: Stroke, fit: Fit, rows: list[int]) -> tuple[int, int]:
        """Set the dots of a thin line."""
        points = [fit.point(at) for at in stroke.points]
        if stroke.endless:
            first = max(0, floor(points[0][1]))
            last = min(self.height - 1, first + FLOOR - 1)
            rows[first : last + 1] = [self._all] * (last + 1 - first)
            return first, last
        top, bottom = self.height, -1
        for (x, y), (u, v) in pairwise(points):
            if y == v:  # level, as most are
                first, last = sorted(min(max(0, floor(at)), self.width) for at in (x, u))
                if 0 <= y < self.height:
                    rows[floor(y)] |= (1 << last + 1) - (1 << first) & self._all
                    top, bottom = min(top, floor(y)), max(bottom, floor(y))
                continue
            steps = min(4 * (self.width + self.height), max(1, ceil(max(abs(u - x), abs(v - y)))))
            for nth in range(steps + 1):
                column, row = floor(x + (u - x) * nth / steps), floor(y + (v - y) * nth / steps)
                if 0 <= column < self.width and 0 <= row < self.height:
                    rows[row] |= 1 << column
                    top, bottom = min(top, row), max(bottom, row)
        return top, bottom


def _disc(middle: Point, r: float, first: int, lefts: list[float], rights: list[float]) -> None:
    """Widen the rows that a disc is in, measured at each row's middle."""
    x, y = middle
    squared, y = r * r, y - first - 0.5
    for row in range(max(0, ceil(y - r)), min(len(lefts), floor(y + r) + 1)):
        half = squared - (row - y) * (row - y)
        half = sqrt(half) if half > 0 else 0.0
        if x - half < lefts[row]:  # noqa: PLR1730 - the innermost loop: min() takes three times as long
            lefts[row] = x - half
        if x + half > rights[row]:  # noqa: PLR1730 - as above
            rights[row] = x + half


def _widen(side: _Edge, first: int, edges: list[float], way: int) -> None:
    """Widen the rows that a line goes through to the left (-1) or the right (1), measured at each row's middle."""
    y, x, v, u = side if side[0] <= side[2] else (*side[2:], *side[:2])
    y, v = y - first - 0.5, v - first - 0.5
    slope = (u - x) / (v - y) if v > y else 0.0
    for row in range(max(0, ceil(y)), min(len(edges), floor(v) + 1)):
        here = x + slope * (row - y)
        if (here - edges[row]) * way > 0:
            edges[row] = here
