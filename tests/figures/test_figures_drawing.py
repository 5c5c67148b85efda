"""A figure as text: it fits its room, keeps its shape, is mirrored whole, and can be told apart without colour."""

import re
from itertools import pairwise
from xml.dom.minidom import parseString

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_samples import ALL, SITTING, good
from uncramp.domain.profile import FigurePreference
from uncramp.domain.routine import Side
from uncramp.figures.figure import Figure
from uncramp.figures.forms import Form, Row, choose_form, rows_of
from uncramp.figures.motion import FigureMotion, MotionFrame
from uncramp.figures.picture import Look, Picture
from uncramp.figures.raster import Fit, Raster
from uncramp.figures.shapes import Capsule, Layer, Polygon, Stroke, Tone, bounds, disc
from uncramp.figures.skeleton import Point
from uncramp.figures.stance import stance_of
from uncramp.figures.svg import svg
from uncramp.terminal.palette import ColourDepth

FIGURES = {name: good(text) for name, text in ALL.items()}
SITS = FIGURES["body"]
PLAIN = Fit(1, 0, 40)
places = st.tuples(st.floats(2, 38), st.floats(2, 38))
rooms = st.tuples(st.integers(1, 90), st.integers(1, 40))


def frame(figure: Figure, pose: str) -> MotionFrame:
    return MotionFrame(stance_of(figure, figure.poses[pose]))


def text_of(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(text for text, _paint in row) for row in rows]


def inks_of(rows: tuple[Row, ...]) -> set[Tone]:
    return {ink for row in rows for _text, paint in row for ink in paint if ink is not None}


def dots(raster: Raster, ink: Tone = Tone.SKIN) -> set[tuple[int, int]]:
    return {(x, y) for y, row in enumerate(raster.rows[ink]) for x in range(raster.width) if row >> x & 1}


def drawn(*layers: Layer, size: tuple[int, int] = (40, 40)) -> Raster:
    raster = Raster(*size)
    raster.draw(layers, PLAIN)
    return raster


def test_a_disc_is_round_and_where_it_should_be() -> None:
    found = dots(drawn(Layer(Tone.SKIN, (disc((20, 20), 8),))))
    assert found == {(x, y) for x in range(40) for y in range(40) if (x + 0.5 - 20) ** 2 + (y + 0.5 - 20) ** 2 < 64}


def test_a_limb_is_all_between_its_ends_and_grows_thinner() -> None:
    found = dots(drawn(Layer(Tone.SKIN, (Capsule((8, 20), 6, (32, 20), 3),))))
    height = {x: sum(1 for at, _y in found if at == x) for x in range(40)}
    assert [height[x] for x in (8, 20, 31)] == [12, 8, 6]
    assert all(one >= other for one, other in pairwise(height[x] for x in range(9, 35)))


@given(st.tuples(places, places), st.floats(0.1, 6), st.floats(0.1, 6))
def test_a_limb_is_never_in_pieces(ends: tuple[Point, Point], thick: float, thin: float) -> None:
    found = dots(drawn(Layer(Tone.SKIN, (Capsule(ends[0], thick, ends[1], thin),))))
    reached, ahead = set(), [next(iter(found))]
    while ahead:
        a, b = ahead.pop()
        if (a, b) in found and (a, b) not in reached:
            reached.add((a, b))
            ahead += [(a + da, b + db) for da in (-1, 0, 1) for db in (-1, 0, 1)]
    assert reached == found


@given(
    st.lists(st.tuples(st.floats(-300, 300), st.floats(-300, 300)), min_size=2, max_size=5),
    st.floats(0.01, 200),
)
def test_what_is_far_out_of_the_room_is_left_out_without_a_word(points: list[tuple[float, float]], r: float) -> None:
    shapes = (Capsule(points[0], r, points[-1], r / 2), Polygon(tuple(points)), Stroke(tuple(points)))
    raster = drawn(Layer(Tone.SKIN, shapes))
    assert all(0 <= row < 1 << raster.width for row in raster.rows[Tone.SKIN])


def around(some: set[tuple[int, int]]) -> set[tuple[int, int]]:
    return {(x + dx, y + dy) for x, y in some for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - some


def test_without_colours_a_gap_parts_a_nearer_limb_from_what_is_behind_it() -> None:
    raster = Raster(40, 40, coloured=False)
    raster.draw((Layer(Tone.FAR_SKIN, (disc((20, 20), 15),)), Layer(Tone.SKIN, (disc((20, 20), 6),))), PLAIN)
    near, far = dots(raster), dots(raster, Tone.FAR_SKIN)
    assert not (near | around(near)) & far


@pytest.mark.parametrize("behind", [Tone.SKIN, Tone.SHIRT, Tone.FAR_SKIN, Tone.HELD, Tone.PILLOW])
def test_in_colours_a_nearer_limb_cuts_nothing_and_has_a_shadow_on_its_own_ink(behind: Tone) -> None:
    body = Layer(behind, (disc((20, 20), 15),))
    raster = drawn(body, Layer(Tone.SKIN, (disc((20, 20), 6),)))
    limb, whole = dots(drawn(Layer(Tone.SKIN, (disc((20, 20), 6),)))), dots(drawn(body), behind)
    shadow = around(limb) if behind is Tone.SKIN else set()
    assert dots(raster, behind) - limb == whole - limb - shadow
    assert (dots(raster) & whole) - limb == (whole - limb - shadow if behind is Tone.SKIN else set())
    assert shadow <= dots(raster, Tone.FAR_SKIN)


def test_a_limb_goes_over_into_the_body_that_it_grows_on() -> None:
    trunk, leg = disc((20, 20), 10), (Capsule((20, 20), 4, (20, 2), 3),)
    joined = drawn(Layer(Tone.SKIN, (trunk,)), Layer(Tone.SKIN, leg, grown_on=disc((20, 20), 12)))
    parted = drawn(Layer(Tone.SKIN, (trunk,)), Layer(Tone.SKIN, leg))
    assert dots(parted) < dots(joined)
    assert dots(joined) == dots(drawn(Layer(Tone.SKIN, (trunk, *leg))))


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("name", ALL)
def test_every_row_is_as_wide_as_the_room(name: str, form: Form) -> None:
    figure = FIGURES[name]
    look = Look(figure)
    for columns, rows in ((30, 10), (60, 24), (1, 1), (7, 3)):
        picture = Picture(look, columns, rows, form)
        for pose in figure.poses:
            found = text_of(picture.draw(frame(figure, pose)))
            assert len(found) == rows
            assert {len(line) for line in found} == {columns}


@given(rooms, st.sampled_from(sorted(ALL)), st.booleans(), st.integers(0, 9_000))
def test_a_figure_keeps_its_shape_and_stays_in_its_room(
    room: tuple[int, int], name: str, mirrored: bool, moment: int
) -> None:
    look = Look(FIGURES[name], Side.LEFT if mirrored else None, pregnant=True)
    fit = look.fit(2 * room[0], 4 * room[1])
    assert abs(fit.across) == fit.scale
    motion = FigureMotion.resting(look.figure).then(next(iter(look.figure.moves)), 2_000, 0)
    for layer in look.foreground(motion.at(moment)):
        for shape in layer.shapes:
            left, bottom, right, top = bounds([shape])
            (x, y), (u, v) = fit.point((left, bottom)), fit.point((right, top))
            slack = max(2, 0.07 * fit.scale)  # a limb may swing a little out on its way
            assert min(x, u) > -slack
            assert max(x, u) < 2 * room[0] + slack
            assert min(y, v) > -slack
            assert max(y, v) < 4 * room[1] + slack


def test_an_empty_cell_is_a_space() -> None:
    rows = Picture(Look(SITS), 30, 12).draw(frame(SITS, "rest"))
    assert "\u2800" not in "".join(text_of(rows))
    assert all(not text.strip() for row in rows for text, (ink, _ground) in row if ink is None)


def test_the_worked_muscle_shows_without_colour() -> None:
    for form, marks in ((Form.BRAILLE, "⢕⡪⢝"), (Form.BLOCKS, "▒"), (Form.HALVES, "▒"), (Form.ASCII, "x")):
        rows = Picture(Look(SITS), 40, 16, form).draw(frame(SITS, "rest"))
        accent = "".join(text for row in rows for text, (ink, _ground) in row if ink is Tone.MUSCLE)
        other = "".join(text for row in rows for text, (ink, _ground) in row if ink is not Tone.MUSCLE)
        assert set(accent) & set(marks)
        assert not set(other) & set(marks)


def test_far_limbs_and_scenery_have_inks_of_their_own() -> None:
    rows = Picture(Look(SITS), 40, 16).draw(frame(SITS, "rest"))
    far = {Tone.FAR_SKIN, Tone.FAR_SHORTS, Tone.FAR_SHIRT}
    near = {Tone.SKIN, Tone.SHORTS, Tone.SHIRT, Tone.MUSCLE}
    assert near | {Tone.FAR_SKIN, Tone.SCENERY, Tone.HELD} <= inks_of(rows) <= near | far | {Tone.SCENERY, Tone.HELD}
    plain = Picture(Look(SITS), 40, 16, Form.BRAILLE).draw(frame(SITS, "rest"))
    assert inks_of(plain) == {Tone.SKIN, Tone.FAR_SKIN, Tone.MUSCLE, Tone.SCENERY, Tone.HELD}


def test_the_left_side_is_the_mirror_of_the_right() -> None:
    """Dot by dot: a braille cell mirrored has its columns exchanged."""
    right, left = (Picture(Look(SITS, side), 40, 16) for side in (Side.RIGHT, Side.LEFT))
    for pose in SITS.poses:
        right.draw(frame(SITS, pose))
        left.draw(frame(SITS, pose))
        for ink in (Tone.SKIN, Tone.FAR_SKIN):
            one, other = dots(right.large.raster, ink), dots(left.large.raster, ink)
            flipped = {(79 - x, y) for x, y in other}
            assert len(one ^ flipped) <= 0.1 * len(one)  # rounding, and the pattern's own grid


def test_both_sides_and_none_are_drawn_as_written() -> None:
    drawings = [Picture(Look(SITS, side), 40, 16).draw(frame(SITS, "rest")) for side in (None, Side.BOTH, Side.RIGHT)]
    assert drawings[0] == drawings[1] == drawings[2]


def test_a_pregnant_person_is_drawn_with_a_belly() -> None:
    slim, round_ = (Picture(Look(SITS, pregnant=pregnant), 60, 24) for pregnant in (False, True))
    one, other = text_of(slim.draw(frame(SITS, "rest"))), text_of(round_.draw(frame(SITS, "rest")))
    assert one != other
    told = good(SITTING.replace("works:", "pregnant: true\nworks:"))
    assert text_of(Picture(Look(told), 60, 24).draw(frame(told, "rest"))) == other


def test_a_frame_is_the_same_whatever_was_drawn_before() -> None:
    picture = Picture(Look(SITS), 40, 16)
    first = picture.draw(frame(SITS, "rest"))
    picture.draw(frame(SITS, "pulled"))
    assert picture.draw(frame(SITS, "rest")) == first


def test_a_breath_is_seen_but_only_just() -> None:
    picture = Picture(Look(SITS), 60, 24)
    stance = stance_of(SITS, SITS.poses["rest"])
    still, full = (picture.draw(MotionFrame(stance, breath)) for breath in (0.0, 1.0))
    assert 0 < sum(one != other for one, other in zip(still, full, strict=True)) < 8


@pytest.mark.parametrize(
    ("wanted", "encoding", "terminal", "depth", "form"),
    [
        (FigurePreference.AUTO, "utf-8", "xterm-256color", ColourDepth.MANY, Form.QUADRANTS),
        (FigurePreference.AUTO, "utf-8", "xterm", ColourDepth.SIXTEEN, Form.QUADRANTS),
        (FigurePreference.AUTO, "utf-8", "xterm-256color", ColourDepth.NONE, Form.BRAILLE),
        (FigurePreference.AUTO, "UTF-8", "linux", ColourDepth.SIXTEEN, Form.HALVES),
        (FigurePreference.BLOCKS, "utf-8", "linux", ColourDepth.SIXTEEN, Form.HALVES),
        (FigurePreference.BRAILLE, "utf-8", "linux", ColourDepth.SIXTEEN, Form.BRAILLE),
        (FigurePreference.BRAILLE, "utf-8", "xterm", ColourDepth.FULL, Form.BRAILLE),
        (FigurePreference.BLOCKS, "utf-8", "xterm", ColourDepth.FULL, Form.BLOCKS),
        (FigurePreference.ASCII, "utf-8", "xterm", ColourDepth.FULL, Form.ASCII),
        (FigurePreference.AUTO, "ascii", "xterm", ColourDepth.FULL, Form.ASCII),
        (FigurePreference.BRAILLE, "latin-1", "xterm", ColourDepth.FULL, Form.ASCII),
        (FigurePreference.BLOCKS, "cp437", "xterm", ColourDepth.FULL, Form.HALVES),
        (FigurePreference.AUTO, "cp437", "xterm", ColourDepth.FULL, Form.HALVES),
        (FigurePreference.AUTO, None, "xterm", ColourDepth.FULL, Form.ASCII),
        (FigurePreference.AUTO, "no-such-encoding", "xterm", ColourDepth.FULL, Form.ASCII),
        (FigurePreference.AUTO, "utf-8", "dumb", ColourDepth.NONE, Form.ASCII),
    ],
)
def test_the_form_goes_by_the_person_and_then_by_the_terminal(
    wanted: FigurePreference, encoding: str | None, terminal: str, depth: ColourDepth, form: Form
) -> None:
    assert choose_form(wanted, encoding, terminal, depth) is form


@pytest.mark.parametrize(("form", "encoding"), [(Form.ASCII, "ascii"), (Form.HALVES, "cp437")])
def test_a_form_is_drawn_with_what_its_terminals_can_show(form: Form, encoding: str) -> None:
    for figure in FIGURES.values():
        for pose in figure.poses:
            "".join(text_of(Picture(Look(figure), 40, 16, form).draw(frame(figure, pose)))).encode(encoding)


def test_every_dot_has_its_place_in_a_braille_cell() -> None:
    numbers = {
        (0, 0): 0x01,
        (0, 1): 0x02,
        (0, 2): 0x04,
        (1, 0): 0x08,
        (1, 1): 0x10,
        (1, 2): 0x20,
        (0, 3): 0x40,
        (1, 3): 0x80,
    }
    for (x, y), bit in numbers.items():
        raster = Raster(20, 8)
        raster.draw((Layer(Tone.SKIN, (disc((12.5 + x, 3.5 - y), 0.1),)),), Fit(1, 0, 8))
        ((text, paint),) = rows_of(raster, Form.BRAILLE)[1]
        assert (text, paint) == (f"{'':6}{chr(0x2800 + bit)}{'':3}", (Tone.SKIN, None))


@pytest.mark.parametrize("name", ALL)
def test_svg_is_one_whole_file_with_words_for_who_cannot_see_it(name: str) -> None:
    figure = FIGURES[name]
    for pose in figure.poses:
        text = svg(Look(figure, Side.LEFT), pose, described="Left <leg> & more.")
        root = parseString(text).documentElement  # noqa: S318 - our own
        assert root is not None
        said = [root.getElementsByTagName(name)[0].firstChild for name in ("title", "desc")]
        assert [getattr(node, "data", "") for node in said] == [
            figure.title,
            f"{figure.shows} Left <leg> & more.",
        ]
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
        assert "nan" not in text.lower()
