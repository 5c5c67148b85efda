"""A figure as SVG: the same shapes with smooth edges, in one file that needs no other."""

from collections.abc import Iterator
from html import escape
from math import acos, cos, hypot, pi, sin

from uncramp.figures.motion import MotionFrame, posed
from uncramp.figures.picture import Look
from uncramp.figures.raster import Fit
from uncramp.figures.shapes import Arrowhead, Box, Capsule, Drawing, Layer, Polygon, Shaft, Stroke, Tone
from uncramp.figures.skeleton import Point
from uncramp.terminal.palette import DAY, FIGURE_DAY, FIGURE_LIGHT

_HEIGHT = 320.0
"""Of the picture, in the SVG's own units."""
_WHOLE = 150.0
"""The longer side of the whole figure beside a close-up."""
_LINE = 2.5
_GAP = 5
_PAPER = "#fff"
_FILLS = {tone: FIGURE_LIGHT[tone.name.lower()][0] for tone in Tone}
_DARK = {tone: FIGURE_DAY[tone.name.lower()][0] for tone in Tone}
"""The inks where the reader's screen is dark; printed it is always on white."""
_DARK_PAPER = DAY["ground"]
_PRINTED = {
    Tone.SCENERY: "#b4b4b4",
    Tone.PILLOW: "#dedede",
    Tone.WARM: "#8a8a8a",
    Tone.COOL: "#d4d4d4",
    Tone.SHADE: "#848484",
    Tone.FAR_SHORTS: "#7c7c7c",
    Tone.FAR_SHIRT: "#8c8c8c",
    Tone.FAR_SKIN: "#a2a2a2",
    Tone.HELD: "#5c5c5c",
    Tone.SHORTS: "#a0a0a0",
    Tone.SHIRT: "#b4b4b4",
    Tone.SKIN: "#cecece",
    Tone.ARROW: "#000",
    Tone.MUSCLE: "#2e2e2e",
}
"""Greys that take little ink; only what is worked and where it goes is dark."""


def svg(look: Look, pose: str | MotionFrame, *, described: str = "", printed: bool = False) -> str:
    """One moment as an SVG document, with words for screen readers; `printed` in greys for paper."""
    figure = look.figure
    layers = look.drawing(posed(figure, pose) if isinstance(pose, str) else pose)
    box = look.close_up if figure.view else look.bounds
    beside = _WHOLE * min(1.0, 1 / _shape(look.bounds)) if figure.view and figure.whole else 0.0
    large, small = _HEIGHT * _shape(box), beside * _shape(look.bounds)
    shown = look.close(layers)
    panes = [_pane(shown, look.fit(large, _HEIGHT, margin=8, box=box), (small, large, _HEIGHT), "large")]
    if small:
        signless = tuple(layer for layer in layers if layer.ink is not Tone.ARROW)
        panes.append(_pane(signless, look.fit(small, beside, margin=8), (0, small, beside), "small"))
    body = "\n".join(panes)
    about = " ".join(filter(None, (figure.shows, described)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {small + large:.0f} {_HEIGHT:.0f}" role="img" '
        'aria-labelledby="title desc">\n'
        f'<title id="title">{escape(figure.title)}</title>\n<desc id="desc">{escape(about)}</desc>\n'
        f'{_style(printed=printed)}<rect class="paper" width="100%" height="100%" rx="10" fill="{_PAPER}"/>\n'
        f"{body}\n</svg>\n"
    )


def _shape(box: Box) -> float:
    left, bottom, right, top = box
    return max(0.2, (right - left) / max(top - bottom, 0.1))


def _style(*, printed: bool) -> str:
    """The colours for paper, or for a dark screen; a viewer without styles shows those of the shapes."""
    inks = "".join(
        f".{_class(ink)}{{fill:{colour}}}.line.{_class(ink)}{{fill:none;stroke:{colour}}}"
        for ink, colour in (_PRINTED if printed else _DARK).items()
    )
    if printed:
        return f"<style>{inks}</style>\n"
    return f"<style>@media screen and (prefers-color-scheme: dark){{.paper{{fill:{_DARK_PAPER}}}{inks}}}</style>\n"


def _pane(layers: Drawing, fit: Fit, room: tuple[float, float, float], name: str) -> str:
    """One view in a room of its own, from so far right and so wide and high: nothing goes over its edges."""
    left, width, height = room
    bodies = "\n".join(_bodies(layers, fit, (width, height), name))
    return f'<svg x="{left:.1f}" width="{width:.1f}" height="{height:.1f}">\n{bodies}\n</svg>'


def _bodies(layers: Drawing, fit: Fit, size: tuple[float, float], name: str) -> Iterator[str]:
    """Each body: first its edge, then itself, and what is of another ink on it.

    An edge parts a body from the bodies behind it. It shows the scenery, so that a hand is on the wall, and is left
    out where the body grows on another one, or holds it.
    """
    width, height = size
    scenery = (path for layer in layers if layer.ink is Tone.SCENERY and not layer.under for path in _solid(layer, fit))
    yield (
        f'<pattern id="{name}" width="{width:.0f}" height="{height:.0f}" patternUnits="userSpaceOnUse">'
        f'<rect class="paper" width="100%" height="100%" fill="{_PAPER}"/>'
        f"{_group([*scenery], _filled(Tone.SCENERY))}</pattern>"
    )
    # What lies under all is never parted by an edge.
    for nth, layer in enumerate(sorted(layers, key=lambda layer: layer.under)):
        solid = _solid(layer, fit)
        if solid and layer.gap and not layer.under:
            edge = f'fill="url(#{name})" stroke="url(#{name})" stroke-width="{_GAP}" stroke-linejoin="round"'
            joints = [_capsule(joint, fit) for joint in (layer.grown_on, layer.touching) if joint is not None]
            if joints:
                around = f"M0 0H{width:.0f}V{height:.0f}H0Z " + " ".join(joints)
                yield f'<clipPath id="{name}{nth}"><path clip-rule="evenodd" d="{around}"/></clipPath>'
                edge += f' clip-path="url(#{name}{nth})"'
            yield _group(solid, edge)
        if solid:
            yield _group(solid, _filled(layer.ink))
        yield from (_line(shape, layer.ink, fit, width) for shape in layer.shapes if isinstance(shape, Stroke))


def _class(ink: Tone) -> str:
    return ink.name.lower().replace("_", "-")


def _filled(ink: Tone) -> str:
    return f'class="{_class(ink)}" fill="{_FILLS[ink]}"'


def _group(paths: list[str], how: str) -> str:
    """Paths that overlap: apart from one another, so that none cuts a hole into another."""
    return f"<g {how}>" + "".join(f'<path d="{path}"/>' for path in paths) + "</g>"


def _line(stroke: Stroke, ink: Tone, fit: Fit, width: float) -> str:
    points = [fit.point(at) for at in stroke.points]
    if stroke.endless:
        points = [(0, points[0][1]), (width, points[0][1])]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline class="line {_class(ink)}" points="{path}" fill="none" stroke="{_FILLS[ink]}" stroke-width="{_LINE}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _solid(layer: Layer, fit: Fit) -> list[str]:
    return [_path(shape, fit) for shape in layer.shapes if not isinstance(shape, Stroke)]


def _path(shape: Capsule | Polygon | Arrowhead | Shaft, fit: Fit) -> str:
    shape = shape.capsule if isinstance(shape, Shaft) else shape
    if isinstance(shape, Capsule):
        return _capsule(shape, fit)
    points = shape.corners() if isinstance(shape, Arrowhead) else shape.points
    return "M" + " L".join(_pair(fit.point(at)) for at in points) + "Z"


def _capsule(shape: Capsule, fit: Fit) -> str:
    (x, y), (u, v) = fit.point(shape.start), fit.point(shape.end)
    r, s = shape.start_radius * fit.scale, shape.end_radius * fit.scale
    far = hypot(u - x, v - y)
    # One disc is inside the other.
    if far <= abs(r - s) + 1e-6:
        (x, y), r = ((x, y), r) if r >= s else ((u, v), s)
        return f"M{x - r:.1f} {y:.1f} a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0 a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0Z"
    dx, dy = (u - x) / far, (v - y) / far
    lean = acos((r - s) / far)

    def edge(at: Point, radius: float, angle: float) -> str:
        c, n = cos(angle), sin(angle)
        return _pair((at[0] + radius * (c * dx - n * dy), at[1] + radius * (c * dy + n * dx)))

    big, small = int(lean < pi / 2), int(lean > pi / 2)
    return (
        f"M{edge((x, y), r, lean)} A{r:.1f} {r:.1f} 0 {big} 1 {edge((x, y), r, -lean)} "
        f"L{edge((u, v), s, -lean)} A{s:.1f} {s:.1f} 0 {small} 1 {edge((u, v), s, lean)}Z"
    )


def _pair(at: Point) -> str:
    return f"{at[0]:.1f} {at[1]:.1f}"
