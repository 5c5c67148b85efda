"""Two panels in place of motion: numbered, side by side, where there is room for two."""

import pytest

from figure_samples import ALL, SITTING, good
from uncramp.domain.routine import Side
from uncramp.figures.forms import Form, Row
from uncramp.figures.motion import FigureMotion
from uncramp.figures.panels import GAP, LEAST, panel_rows
from uncramp.figures.picture import Look, Picture
from uncramp.figures.shapes import Tone
from uncramp.guidance.figure_player import FigurePlayer
from uncramp.guidance.preview import FigureState

SITS = good(SITTING)
PULLED = FigureMotion.resting(SITS).then("pull", 30_000, 0)


def panels(motion: FigureMotion, columns: int, rows: int, form: Form = Form.QUADRANTS) -> tuple[Row, ...]:
    return panel_rows(Look(motion.figure), columns, rows, form, motion)


def text_of(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(text for text, _paint in row) for row in rows]


def filled(rows: tuple[Row, ...], columns: range) -> set[Tone]:
    """The inks of a person in some columns."""
    inks = set()
    for row in rows[:-1]:
        paints = [paint for text, paint in row for _char in text]
        inks |= {ink for column in columns for ink in paints[column] if ink is not None}
    return inks & {Tone.SKIN, Tone.SHIRT, Tone.SHORTS, Tone.MUSCLE}


@pytest.mark.parametrize(
    ("room", "form"),
    [
        *((room, Form.QUADRANTS) for room in ((36, 14), (56, 24), (57, 24), (31, 11), (1, 1), (80, 8))),
        *(((37, 14), form) for form in Form if form is not Form.QUADRANTS),
    ],
)
def test_they_are_as_large_as_their_room(room: tuple[int, int], form: Form) -> None:
    at_rest = [FigureMotion.resting(good(text)) for text in ALL.values()]
    for motion in (rest.then(move, 2_000, 0) for rest in at_rest for move in rest.figure.moves):
        drawn = text_of(panels(motion, *room, form))
        assert (len(drawn), {len(line) for line in drawn}) == (room[1], {room[0]})


@pytest.mark.parametrize("room", [(36, 14), (56, 24), (2 * LEAST[0] + GAP, LEAST[1] + 1)])
def test_the_start_stands_on_the_left_and_where_the_move_leads_on_the_right(room: tuple[int, int]) -> None:
    drawn = panels(PULLED, *room)
    whole = {Tone.SKIN, Tone.SHIRT, Tone.SHORTS, Tone.MUSCLE}
    half = (room[0] - GAP) // 2
    assert filled(drawn, range(half)) == filled(drawn, range(half + GAP, room[0])) == whole
    assert filled(drawn, range(half, half + GAP)) == set()
    line = text_of(drawn)[-1]
    assert (line.index("1"), line.index("2")) == (half // 2, half + GAP + half // 2)
    assert line.split() == ["1", line.split()[1], "2"]
    assert set(line.split()[1]) == {"━", "▶"}


@pytest.mark.parametrize(("form", "there", "round_"), [(Form.QUADRANTS, "▶", "◀"), (Form.ASCII, ">", "<")])
def test_the_line_goes_back_again_where_the_move_does(form: Form, there: str, round_: str) -> None:
    pump = FigureMotion.resting(SITS).then("pump", 9_000, 0)
    lines = [text_of(panels(motion, 40, 16, form))[-1].split()[1] for motion in (PULLED, pump)]
    assert [line[-1] for line in lines] == [there, there]
    assert [line[0] == round_ for line in lines] == [False, True]


@pytest.mark.parametrize("room", [(2 * LEAST[0] + GAP - 1, 20), (60, LEAST[1]), (20, 8)])
def test_where_there_is_no_room_for_two_the_end_is_shown(room: tuple[int, int]) -> None:
    assert panels(PULLED, *room) == Picture(Look(SITS), *room).draw(PULLED.still())


def test_at_rest_there_is_one_picture_in_all_of_the_room() -> None:
    resting = FigureMotion.resting(SITS)
    assert panels(resting, 36, 14) == Picture(Look(SITS), 36, 14).draw(resting.at(0))


def test_for_the_left_side_each_panel_is_mirrored_and_their_order_stays() -> None:
    text = SITTING.replace(
        "poses:\n", "  - {what: arrow, through: [[0.9, 0.5], [0.7, 0.5]], when: [pulled]}\nposes:\n", 1
    )
    motion = FigureMotion.resting(good(text)).then("pull", 30_000, 0)
    for side, head in ((Side.RIGHT, "◀"), (Side.LEFT, "▶")):
        drawn = text_of(panel_rows(Look(motion.figure, side), 36, 14, Form.QUADRANTS, motion))
        places = [line.index(head) for line in drawn[:-1] if head in line]
        assert len(places) == 1
        assert places[0] > 18
        assert "1" in drawn[-1][:18]


def test_while_brief_moves_lead_there_and_back_the_panels_stay_as_they_are() -> None:
    figure = good(SITTING)
    player = FigurePlayer(lambda _name: figure, Form.QUADRANTS, still=True)

    def shown(move: str, nth: int, seconds: int) -> tuple[Row, ...]:
        state = FigureState("sitting", move, (0, 1, nth), None, 0, seconds * 1_000, running=True)
        assert player.show(state, 40, 16, seconds * 1_000)
        return player.rows(0)

    first = shown("pull", 1, 3)
    assert text_of(first)[-1].split()[1][0] == "◀"
    assert shown("ease", 2, 3) is first
    assert shown("pull", 3, 3) is first
    assert shown("pull", 4, 30) != first  # a hold is shown the way that it goes
