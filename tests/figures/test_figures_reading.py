"""A figure file is read with the same care as a routine: every problem in one pass, each at its place."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from figure_samples import ALL, HAND, SITTING, good, read
from uncramp.figures.figure import FigureAction, Muscle, SkeletonKind, Spot
from uncramp.figures.figure_file import figure_schema
from uncramp.guidance.own_routines import written
from uncramp.paths import shipped_routines

SCHEMA = figure_schema()
HEAD = "title: T\nshows: S.\n"
SMALL = HEAD + "skeleton: body\nposes:\n  a:\n    pin: {hip: [0, 0.5]}\n%s\nmoves: {go: a}\n"


def accepts(text: str) -> bool:
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(yaml.safe_load(text))


@pytest.mark.parametrize("name", ALL)
def test_a_good_figure_is_read_and_the_schema_accepts_it(name: str) -> None:
    assert read(ALL[name])[1] == []
    assert accepts(ALL[name])


def test_what_a_file_says_is_what_the_figure_has() -> None:
    figure = good(SITTING)
    assert (figure.name, figure.title, figure.skeleton, figure.works) == (
        "sample",
        "Toe pull",
        SkeletonKind.BODY,
        Muscle.CALF,
    )
    assert figure.start == "rest"
    assert figure.poses["rest"].reach["near_hand"] == Spot(on="near_thigh", along=0.8)
    assert figure.moves["slowly pull"] == FigureAction(("pulled",), over=5_000)
    assert figure.moves["pump"] == FigureAction(("pulled", "rest"), every=1_000)
    assert figure.action("no such move") == FigureAction(("rest",))


def test_a_pose_that_is_like_another_has_all_of_it_but_what_it_changes() -> None:
    poses = good(SITTING).poses
    rest, pulled, opened = poses["rest"], poses["pulled"], poses["open"]
    assert pulled.pins == rest.pins
    assert pulled.level == rest.level
    assert pulled.reach == {**rest.reach} | {
        "near_hand": Spot(on="near_toes"),
        "far_hand": Spot(on="near_toes"),
    }
    assert pulled.angles == {**rest.angles} | {"lean": 44, "back": 30, "near_ankle": 20}
    assert set(opened.reach) == set(pulled.reach) - {"near_hand"}


def test_a_slope_takes_the_place_of_the_angle_of_the_same_joint_and_the_other_way_round() -> None:
    text = SMALL % "    near_ankle: 10\n  b: {like: a, near_sole: 5}\n  c: {like: b, near_ankle: 3}"
    poses = good(text).poses
    assert (poses["b"].level, "near_ankle" in poses["b"].angles) == ({"near_sole": 5}, False)
    assert (poses["c"].level, poses["c"].angles) == ({}, {"near_ankle": 3})


def test_words_alone_are_a_figure_that_is_not_drawn() -> None:
    figure = good(HEAD)
    assert not figure.drawn
    assert good(SITTING).drawn


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("    near_knee: 200", "7:16: poses, a, near_knee: 200 is more than 'knee' can bend: from 0 to 155 degrees"),
        ("    near_kne: 20", "7:5: poses, a, near_kne: unknown key 'near_kne': did you mean 'near_knee'?"),
        ("    near_knee: bent", "7:16: poses, a, near_knee: 'bent' is no number such as 30 or 0.25: write a number"),
        ("    near_knee: '20'", "7:16: poses, a, near_knee: '20' is in quotes: write 20 without them"),
        ("    reach: {near_hand: near_too}", "7:24: poses, a, reach, near_hand: there is no joint or limb 'near_too': did"),
        ("    reach: {near_hand: near_calf}", "7:24: poses, a, reach, near_hand: 'near_calf' is no place: write how far"),
        ("    reach: {near_hand: near_toes 0.5}", "7:24: poses, a, reach, near_hand: 'near_toes 0.5' is no place: a joint"),
        ("    reach: {near_hand: [1]}", "7:24: poses, a, reach, near_hand: must be a list of two numbers, such as [0.5,"),
        ("    reach: {near_hand: [2, 0]}", "7:5: poses, a, reach: near_hand does not get there: it is "),
        ("    reach: {near_hand: near_palm 0.5}", "7:5: poses, a, reach: 'near_hand' moves 'near_palm' itself, or that"),
        ("    reach: {near_foot: [0, 0]}", "7:13: poses, a, reach, near_foot: 'near_foot' can't stand here: did you mean"),
        ("    reach: {near_hand: far_hand}\n    near_elbow: 10", "8:5: poses, a, near_elbow: says nothing while 'near_hand'"),
        ("    near_sole: 0\n    near_ankle: 10", "8:5: poses, a, near_ankle: can't be with 'near_sole': both turn the same"),
        ("    like: b", "7:11: poses, a, like: there is no pose 'b' before this one"),
        ("    things: {ball: [0, 0]}", "7:5: poses, a, things: nothing in the scenery is called 'ball'"),
        ("  b: {lean: 10}", "7:6: poses, b, pin: is missing. Say what is held where, such as pin: {hip: [0.3, 0.3]}"),
        ("start: z", "7:8: start: there is no pose 'z': there are a"),
        ("    lean: 3,5", "7:11: poses, a, lean: '3,5' is no number such as 30 or 0.25: write 3.5"),
        ("    lean: -7\u00b0", "7:11: poses, a, lean: '-7\u00b0' is no number such as 30 or 0.25: write -7"),
        ("    reach: {near_hand: [0,3, 0,8]}", "7:24: poses, a, reach, near_hand: must be a list of two numbers, write [0.3, 0.8]"),
        ("    reach: {near_hand: near shin 0.2}", "7:24: poses, a, reach, near_hand: there is no joint or limb 'near shin': write near_shin"),
        ("    reach: {near_hand: right_ankle}", "7:24: poses, a, reach, near_hand: there is no joint or limb 'right_ankle': write near_ankle or far_ankle"),
        ("    reach: {hand: [0.2, 0.6]}", "7:13: poses, a, reach, hand: 'hand' can't stand here: write near_hand or far_hand"),
        ("  ab: {like: b}", "7:14: poses, ab, like: there is no pose 'b' before this one: there is a"),
        ("scenery: [{what: floor}, {what: wall, at: [1, 0], size: [0.1, 1], when: [goo]}]", "7:26: scenery, item 2, when: 'goo' is no move and no pose: did you mean 'go'?"),
        ("works: elbow", "7:8: works: 'elbow' is not known here: it must be one of calf"),
        ("scenery: [{what: sofa}]", "7:18: scenery, item 1, what: 'sofa' is not known here"),
        ("  b: {like: a, near_sole: 100, reach: {near_heel: [0, -0.03]}}", "7:3: poses, b: near_ankle: "),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place_with_what_would_be_right(lines: str, told: str) -> None:
    figure, problems = read(SMALL % lines)
    assert figure is None
    assert problems
    assert problems[0].startswith(told), problems


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        ("{go: b}", "there is no pose 'b'"),
        ("{go: {cycle: [a, a]}}", "needs 'every': the time that one round takes"),
        ("{go: {cycle: [a], every: 1s}}", "has 1 items"),
        ("{go: {to: a, over: 1}}", "'1' is no time: write it in seconds, such as 1.2s"),
        ("{go: {to: a, over: 99999s}}", "99999s is out of range: from 0.1s to 60s"),
        ("{go: {}}", "needs one of these keys: to, cycle"),
        ("{go: }", "is empty: the name of a pose belongs here"),
        ("{go: {cycle: a, every: 1s}}", "must be a list, not 'a': write them as in [up, down]"),
        ("{}", "has 0 keys"),
        ("a", "must be a group with a move as keys"),
    ],
)
def test_moves_lead_to_poses(moves: str, told: str) -> None:
    problems = read((SMALL % "").replace("{go: a}", moves))[1]
    assert any(told in problem for problem in problems), problems


def test_a_hand_that_leaves_what_it_holds_on_the_way_is_told() -> None:
    """In both poses the hand gets there; between them the arm would have to be longer."""
    lines = (
        "    reach: {near_hand: [0.3, 0.62]}\n"
        "  b: {like: a, pin: {hip: [0, 0.5]}, lean: 178, reach: {near_hand: [-0.3, 0.42]}}\n"
    )
    assert read(SMALL % lines)[1] == []
    far = (SMALL % lines).replace("moves: {go: a}", "moves: {go: a, there: b}")
    assert any("on the way to 'b'" in problem for problem in read(far)[1])


def test_a_second_hand_is_in_all_poses_or_in_none() -> None:
    text = HAND.replace("{like: open,", "{like: open, pin: {far_wrist: [1, 1]},")
    assert any("pins other parts than 'open'" in problem for problem in read(text)[1])


def test_a_pose_that_is_like_a_refused_one_has_no_problem_of_its_own() -> None:
    problems = read(SITTING.replace("lean: 44", "lean: 444"))[1]
    assert [problem.split(":")[0] for problem in problems] == ["18"]


def test_hidden_characters_and_yaml_traps_are_refused_as_in_routines() -> None:
    for text in (
        SITTING.replace("Toe pull", "Toe\x1b[31m pull"),
        SITTING + "title: Two\n",
        "&a [*a]",
        "",
        "[[[",
    ):
        figure, problems = read(text)
        assert figure is None
        assert problems
        assert "\x1b" not in "".join(problems)


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read(data.decode("latin-1"))


@given(st.sampled_from(sorted(ALL)), st.data())
def test_a_figure_with_a_line_gone_or_changed_raises_nothing(name: str, data: st.DataObject) -> None:
    lines = ALL[name].splitlines()
    nth = data.draw(st.integers(0, len(lines) - 1))
    lines[nth] = data.draw(st.sampled_from(["", "  x: 1", lines[nth][:-1], lines[nth] + "]", lines[nth].upper()]))
    figure, problems = read("\n".join(lines))
    assert (figure is None) == bool(problems)


@pytest.mark.parametrize("path", sorted((shipped_routines() / "figures").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_figure_is_clean_and_accepted_by_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read(text, path.stem)[1] == []
    assert accepts(text)


def test_the_file_of_the_schema_is_what_the_declarations_make() -> None:
    hint = "write it anew: python -m uncramp.cli.schema figure > routines/figure.schema.json"
    path = shipped_routines() / "figure.schema.json"
    assert path.read_text(encoding="utf-8") == written(SCHEMA), hint
    jsonschema.Draft202012Validator.check_schema(json.loads(written(SCHEMA)))


def test_the_schema_refuses_what_it_can() -> None:
    for text in (
        SITTING.replace("lean: 10", "lean: x"),
        SITTING.replace("body", "boddy"),
        "title: T\n",
        HEAD + "poses: {}\n",
    ):
        assert read(text)[1]
        assert not accepts(text)
