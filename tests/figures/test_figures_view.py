"""A close-up shows its part of the body large, and the whole figure small beside it where there is room."""

import re

import pytest

from figure_samples import CLOSE_UP, FOOT, SITTING, SOLE, good, read
from uncramp.domain.routine import Side
from uncramp.figures.forms import Form, Row
from uncramp.figures.motion import posed
from uncramp.figures.picture import Look, Picture
from uncramp.figures.shapes import Tone
from uncramp.figures.svg import svg

WHOLE, CLOSE = good(SITTING), good(CLOSE_UP)
POINTED = good(CLOSE_UP.replace("scenery:", "scenery:\n  - {what: arrow, through: [[0.9, 0.3], [0.9, 0.5]]}"))


def cells(rows: tuple[Row, ...], ink: Tone) -> set[tuple[int, int]]:
    """Where an ink is, by row and column."""
    found = set()
    for nth, row in enumerate(rows):
        at = 0
        for text, paint in row:
            if ink in paint:
                found |= {(nth, column) for column in range(at, at + len(text))}
            at += len(text)
    return found


def test_a_close_up_is_larger_than_the_whole_figure_in_the_same_room() -> None:
    for room in ((31, 11), (36, 14), (56, 24)):
        muscle, larger = (
            len(cells(Picture(Look(figure), *room).draw(posed(figure, "pulled")), Tone.MUSCLE))
            for figure in (WHOLE, CLOSE)
        )
        assert larger > 1.5 * muscle


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize(("room", "beside"), [((36, 14), True), ((56, 24), True), ((12, 5), False)])
def test_the_whole_figure_stands_beside_it_where_there_is_room(side: Side, room: tuple[int, int], beside: bool) -> None:
    rows = Picture(Look(CLOSE, side), *room).draw(posed(CLOSE, "rest"))
    columns = {column for _row, column in cells(rows, Tone.SHIRT)}
    assert bool(columns) is beside  # no shirt is near a foot
    assert all(column < room[0] / 2 for column in columns)


def test_every_arrow_is_in_the_close_up_and_not_beside_the_small_figure() -> None:
    rows = Picture(Look(POINTED), 40, 16).draw(posed(POINTED, "pulled"))
    assert [text for row in rows for text, _paint in row if text in "▲▼"] == ["▲"]
    muscle = cells(rows, Tone.MUSCLE)
    assert min(column for _row, column in cells(rows, Tone.ARROW)) > max(column for _row, column in muscle)


@pytest.mark.parametrize(("named", "parts"), [("", {"near_thigh"}), (", hip", {"near_thigh", "waist"})])
def test_a_close_up_shows_of_the_person_only_what_it_names(named: str, parts: set[str]) -> None:
    look = Look(good(CLOSE_UP.replace("near_toes]", f"near_toes{named}]")))
    layers = look.drawing(posed(look.figure, "pulled"))
    assert {layer.part for layer in look.close(layers)} == parts | {""}
    assert {layer.part for layer in Look(WHOLE).close(layers)} > parts | {"far_thigh", "near_upper_arm"}


def test_a_small_figure_is_drawn_in_every_form() -> None:
    for form in Form:
        rows = Picture(Look(CLOSE), 40, 16, form).draw(posed(CLOSE, "rest"))
        assert any(text.strip() for text, paint in rows[0][:-1] if paint != (None, None)), form


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            CLOSE_UP.replace("near_toes]", "near_toe]"),
            "there is no joint or limb 'near_toe': did you mean 'near_toes'?",
        ),
        (CLOSE_UP.replace("[near_knee, near_toes]", "[near_knee]"), "has 1 items: from 2 to 12 belong here"),
        (CLOSE_UP.replace("[near_knee, near_toes]", "near_knee"), "must be a list"),
        (
            SOLE.replace("skeleton:", "view: [heel, hand_palm]\nskeleton:")
            .replace(", hand_fingertips: arch 0.9", "")
            .replace(", pin: {hand_fingertips: arch 0.1}", ""),
            "'hand_palm' is not in the poses",
        ),
        ("title: T\nshows: S.\nview: [[0, 0], [1, 1]]\n", "a close-up of nothing shows nothing"),
    ],
)
def test_what_is_wrong_with_a_close_up_is_said_at_its_place(text: str, told: str) -> None:
    figure, problems = read(text)
    assert figure is None
    assert any("view" in problem and told in problem for problem in problems), problems


def panes(text: str) -> dict[str, str]:
    """What each view of an SVG holds, by its name."""
    found = re.findall(r"<svg x.*?</svg>", text, re.DOTALL)
    return {re.findall(r'<pattern id="(\w+)"', pane)[0]: pane for pane in found}


def test_svg_shows_the_same_views_and_arrows_in_the_large_one_alone() -> None:
    whole, close = (panes(svg(Look(figure), "pulled")) for figure in (WHOLE, POINTED))
    assert (list(whole), list(close)) == (["large"], ["large", "small"])
    assert ['class="arrow"' in pane for pane in close.values()] == [True, False]
    radii = [max(map(float, re.findall(r"A([\d.]+)", pane))) for pane in close.values()]
    assert radii[0] > 3 * radii[1]
    assert list(panes(svg(Look(good(FOOT)), "flat"))) == ["large"]


def test_an_edge_in_svg_never_parts_a_hand_from_the_wall_or_from_what_it_holds() -> None:
    for pose, most in (("rest", 1), ("pulled", 2)):  # joints without an edge: the sleeve, and then the toes, too
        text = svg(Look(WHOLE), pose)
        assert re.search(r'<pattern id="large"[^>]*><rect class="paper"[^>]*/><g class="scenery".*?</pattern>', text)
        edges = re.findall(r'<g fill="([^"]*)" stroke="([^"]*)"', text)
        assert edges
        assert {paint for edge in edges for paint in edge} == {"url(#large)"}
        holes = [path.count("Z") - 1 for path in re.findall(r'evenodd" d="([^"]*)"', text)]
        assert max(holes) == most
