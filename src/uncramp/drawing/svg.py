"""A figure as SVG: the same shapes with smooth edges, in one file that needs no other."""

from collections.abc import Iterator
from html import escape
from math import acos, cos, hypot, pi, sin

from uncramp.domain.figure_stance import stance_of
from uncramp.domain.motion import Frame
from uncramp.drawing.picture import Look
from uncramp.drawing.raster import Fit
from uncramp.drawing.shapes import Capsule, Ink, Layer, Point, Polygon, Shape, Stroke

_HEIGHT = 320.0
"""Of the picture, in the SVG's own units."""
_LINE = 2.5
_FILLS = {
    Ink.SCENERY: "#c9c4bb",
    Ink.FAR: "#8f99a8",
    Ink.THING: "#c98a2b",
    Ink.NEAR: "#2f3e55",
    Ink.ACCENT: "url(#worked)",
}
_PATTERN = (
    '<defs><pattern id="worked" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#e4572e"/><rect width="2" height="6" fill="#ffd9cc"/></pattern></defs>'
)


def svg(look: Look, pose: str, *, described: str = "") -> str:
    """One pose as an SVG document.

    Args:
        look: the figure, and how it is seen.
        pose: the name of one of its poses.
        described: words for whoever can't see it, besides the figure's own.
    """
    figure = look.figure
    left, bottom, right, top = look.bounds
    width = _HEIGHT * max(0.2, (right - left) / max(top - bottom, 0.1))
    fit = look.fit(width, _HEIGHT, margin=8)
    layers = look.drawing(Frame(stance_of(figure, figure.poses[pose])))
    body = "\n".join(line for layer in layers for line in _layer(layer, fit, width))
    about = " ".join(filter(None, (figure.shows, described)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {_HEIGHT:.0f}" role="img" '
        'aria-labelledby="title desc">\n'
        f'<title id="title">{escape(figure.title)}</title>\n<desc id="desc">{escape(about)}</desc>\n'
        f"{_PATTERN}\n{body}\n</svg>\n"
    )


def _layer(layer: Layer, fit: Fit, width: float) -> Iterator[str]:
    """One body: first its edge in the paper's colour, then itself."""
    fill = _FILLS[layer.ink]
    solid = " ".join(_path(shape, fit) for shape in layer.shapes if not isinstance(shape, Stroke))
    if solid and layer.gap:
        yield f'<path d="{solid}" fill="#fff" stroke="#fff" stroke-width="5" stroke-linejoin="round"/>'
    if solid:
        yield f'<path d="{solid}" fill="{fill}"/>'
    if layer.gap and layer.grown_on is not None:  # the edge cut into the body that this one goes over into
        yield from _seam(layer, layer.grown_on, fit)
    for shape in layer.shapes:
        if isinstance(shape, Stroke):
            points = [fit.point(at) for at in shape.points]
            if shape.endless:
                points = [(0, points[0][1]), (width, points[0][1])]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            yield (
                f'<polyline points="{path}" fill="none" stroke="{fill}" stroke-width="{_LINE}" '
                'stroke-linecap="round" stroke-linejoin="round"/>'
            )


def _seam(layer: Layer, joint: Capsule, fit: Fit) -> Iterator[str]:
    smaller = Capsule(joint.start, joint.start_radius * 0.7, joint.end, joint.end_radius * 0.7)
    yield f'<path d="{_path(smaller, fit)}" fill="{_FILLS[layer.ink]}"/>'


def _path(shape: Shape, fit: Fit) -> str:
    if isinstance(shape, Capsule):
        return _capsule(shape, fit)
    points = shape.points if isinstance(shape, Polygon) else ()
    return "M" + " L".join(_pair(fit.point(at)) for at in points) + "Z"


def _capsule(shape: Capsule, fit: Fit) -> str:
    """The outline of two discs and all between them, with real arcs."""
    (x, y), (u, v) = fit.point(shape.start), fit.point(shape.end)
    r, s = shape.start_radius * fit.scale, shape.end_radius * fit.scale
    far = hypot(u - x, v - y)
    if far <= abs(r - s) + 1e-6:  # one disc is inside the other
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
