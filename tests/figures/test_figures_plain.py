"""What makes a small drawing plain: arrows, fingers, and the muscle of each move."""

import re
from pathlib import Path

import pytest

from figure_samples import ALL, SITTING, good
from uncramp.domain.routine import Side
from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.figure import Muscle
from uncramp.figures.figure_file import figure_entry
from uncramp.figures.forms import Form
from uncramp.figures.motion import FigureMotion, MotionFrame, posed
from uncramp.figures.picture import Look, Picture
from uncramp.figures.raster import Fit, Raster
from uncramp.figures.shapes import Layer, Tone, disc
from uncramp.figures.stance import solve, stance_of
from uncramp.figures.svg import svg
from uncramp.paths import shipped_routines

HAND = good(ALL["hand"])


def dots(raster: Raster, ink: Tone = Tone.SKIN) -> set[tuple[int, int]]:
    return {(x, y) for y, row in enumerate(raster.rows[ink]) for x in range(raster.width) if row >> x & 1}


def drawn(*layers: Layer) -> Raster:
    raster = Raster(40, 40)
    raster.draw(layers, Fit(1, 0, 40))
    return raster


POINTING = """\
title: Way
shows: An arrow.
skeleton: body
scenery:
  - {{what: floor}}
  - {{what: arrow, through: [{start}, {end}]}}
poses: {{stand: {{pin: {{near_heel: [0, 0]}}}}}}
moves: {{stand: stand}}
"""


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("room", [(12, 6), (36, 14), (56, 24)])
def test_the_head_of_an_arrow_is_one_character_that_points_its_way(form: Form, room: tuple[int, int]) -> None:
    signs = {Form.ASCII: "><^v", Form.HALVES: "►◄▲▼"}.get(form, "▶◀▲▼")
    for end, turned in (([0.7, 0.5], 0), ([0.3, 0.5], 1), ([0.5, 0.7], 2), ([0.5, 0.3], 3)):
        figure = good(POINTING.format(start=[0.5, 0.5], end=end))
        for side, sign in ((Side.RIGHT, signs[turned]), (Side.LEFT, signs[[1, 0, 2, 3][turned]])):
            rows = Picture(Look(figure, side), *room, form).draw(MotionFrame(stance_of(figure, figure.poses["stand"])))
            heads = [text for row in rows for text, paint in row if paint == (Tone.ARROW, None) and text in signs]
            assert heads == [sign]
            assert all(sum(len(text) for text, _paint in row) == room[0] for row in rows)


def test_a_gap_is_left_out_where_it_would_leave_little() -> None:
    behind = Layer(Tone.SKIN, (disc((20, 20), 8),))
    fine, thick = (Layer(Tone.SKIN, (disc((20, 20), 3),), thick=dots) for dots in (3, 8))
    assert dots(drawn(behind, fine)) == dots(drawn(behind))
    assert dots(drawn(behind, thick)) < dots(drawn(behind))


def test_nothing_is_seen_between_the_parts_of_a_curled_finger() -> None:
    raster, look = Raster(80, 80), Look(HAND)
    closed = MotionFrame(stance_of(HAND, HAND.poses["closed"]))
    raster.draw(look.drawing(closed), look.fit(80, 80))
    person = {*dots(raster), *dots(raster, Tone.FAR_SKIN), *dots(raster, Tone.MUSCLE)}
    alone = {(x, y) for x, y in person if not {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & person}
    assert not alone


def test_an_open_hand_is_far_larger_than_a_fist_and_its_fingers_are_apart() -> None:
    look = Look(HAND)
    seen = {}
    for pose in ("open", "closed"):
        raster = Raster(80, 80)
        raster.draw(look.drawing(MotionFrame(stance_of(HAND, HAND.poses[pose]))), look.fit(80, 80))
        skin = dots(raster)
        columns = ["".join(" #"[(x, y) in skin] for y in range(80)) for x in range(80)]
        seen[pose] = len(skin), max(len(column.split()) for column in columns)
    assert seen["open"][0] > 1.3 * seen["closed"][0]
    assert seen["open"][1] >= 4


def test_from_the_side_a_finger_is_seen_as_long_as_it_is_however_it_bends() -> None:
    aside = good(ALL["hand"].replace("skeleton: hand", "skeleton: hand\nhands: side"))
    for figure, pose, whole in ((aside, "open", True), (aside, "closed", True), (HAND, "closed", False)):
        raster, stance, look = Raster(80, 80), stance_of(figure, figure.poses[pose]), Look(aside)
        raster.draw(Look(figure).drawing(MotionFrame(stance)), look.fit(80, 80))
        points = solve(SKELETONS[figure.skeleton], stance).points
        places = [look.fit(80, 80).point(points[f"near_{joint}"]) for joint in ("middles", "ends", "thumb_middle")]
        assert ({(int(x), int(y)) for x, y in places} <= dots(raster)) is whole, pose


def test_a_move_marks_the_muscle_that_it_works() -> None:
    raised = good(SITTING.replace("pull: pulled\n", "pull: {to: pulled, works: shin}\n", 1))
    look, at_rest = Look(raised), FigureMotion.resting(raised)
    for motion in (at_rest.then("pull", 3_000, 0), at_rest.then("ease", 3_000, 0)):
        for moment in (motion.at(0), motion.at(1_000), motion.at(9_000), motion.still()):
            accents = [layer.shapes for layer in look.drawing(moment) if layer.ink is Tone.MUSCLE]
            plain = MotionFrame(moment.stance, moment.breath, raised.works)
            calf = [layer.shapes for layer in look.drawing(plain) if layer.ink is Tone.MUSCLE]
            assert (accents == calf) is (motion.action.works is None)
    assert (posed(raised, "pulled").works, posed(raised, "rest").works) == (Muscle.SHIN, None)


def test_svg_is_drawn_in_other_colours_on_a_dark_screen_and_never_on_paper() -> None:
    text = svg(Look(good(SITTING)), "pulled")
    dark = re.findall(r"\.([a-z-]+)\{fill:(#[0-9a-f]+)", text)
    assert re.search(r"@media screen and \(prefers-color-scheme: dark\)", text)
    light = dict(re.findall(r'class="([a-z-]+)"[^>]* fill="(#[0-9a-f]+)"', text))
    assert {"paper", "skin", "far-skin", "shirt", "shorts", "muscle"} <= set(light)
    assert {name for name, _colour in dark} >= set(light)
    assert all(light[name] != colour for name, colour in dark if name in light)


@pytest.mark.parametrize(("file", "pose"), [("toe-pull", "pulled"), ("toe-pull-rest", "rest")])
def test_the_pictures_of_the_readme_are_what_the_program_draws(file: str, pose: str) -> None:
    figure = figure_entry(shipped_routines() / "figures" / "seated-toe-pull.yaml").figure
    assert figure is not None
    picture = Path(__file__).parents[2] / ".github" / f"{file}.svg"
    hint = f"make it anew: uncramp figure {figure.name} --pose {pose} --svg -o .github/{file}.svg"
    assert picture.read_text(encoding="utf-8") == svg(Look(figure), pose), hint
