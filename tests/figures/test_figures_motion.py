"""A figure in motion: no bone changes its length, no joint bends too far, nothing jumps, and each move gets where it leads."""

from itertools import pairwise
from math import ceil, dist, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_samples import ALL, SITTING, good, read
from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.check import MISS, SLACK
from uncramp.figures.figure import Figure
from uncramp.figures.motion import AGAIN, BREATH, FRAME, LEAST, PART, REPLAY, USUAL, FigureMotion, MotionFrame
from uncramp.figures.picture import Look
from uncramp.figures.shapes import Tone
from uncramp.figures.stance import Joints, between, solve, stance_of

FIGURES = {name: good(text) for name, text in ALL.items()}

figures = st.sampled_from(sorted(FIGURES))
lengths = st.integers(0, 60_000)
moments = st.integers(0, 90_000)


@st.composite
def motions(draw: st.DrawFn) -> FigureMotion:
    """A figure some moves on, each one left at any moment, before its end or after."""
    figure = FIGURES[draw(figures)]
    motion = FigureMotion.resting(figure)
    for _ in range(draw(st.integers(0, 4))):
        move = draw(st.sampled_from([None, "unknown", *figure.moves]))
        motion = motion.then(move, draw(lengths), draw(moments))
    return motion


def joints(figure: Figure, frame: MotionFrame) -> Joints:
    return solve(SKELETONS[figure.skeleton], frame.stance)


def lengths_of(figure: Figure, found: Joints) -> dict[str, float]:
    """How long each bone is drawn whose two ends are marks."""
    skeleton = SKELETONS[figure.skeleton]
    return {
        bone.name: dist(found.points[bone.start], found.points[mark.name])
        for bone in skeleton.bones
        for mark in skeleton.marks_of[bone.name]
        if mark.along == bone.length and not mark.across and bone.start in found.points
    }


@given(motions(), moments)
def test_no_bone_ever_changes_its_length(motion: FigureMotion, moment: int) -> None:
    found = lengths_of(motion.figure, joints(motion.figure, motion.at(moment)))
    skeleton = SKELETONS[motion.figure.skeleton]
    assert found
    for bone, length in found.items():
        assert length == pytest.approx(skeleton.bone[bone].length)


@given(motions(), moments)
def test_every_point_is_somewhere(motion: FigureMotion, moment: int) -> None:
    found = joints(motion.figure, motion.at(moment))
    assert all(isfinite(x) and isfinite(y) for x, y in found.points.values())


@pytest.mark.parametrize("name", FIGURES)
def test_no_joint_bends_too_far_on_any_way(name: str) -> None:
    figure = FIGURES[name]
    skeleton = SKELETONS[figure.skeleton]
    for one in figure.poses.values():
        for other in figure.poses.values():
            ends = stance_of(figure, one), stance_of(figure, other)
            for part in range(11):
                found = solve(skeleton, between(*ends, part / 10))
                for joint, angle in found.angles.items():
                    bone = skeleton.angles[joint]
                    assert bone.least - SLACK <= angle <= bone.most + SLACK, (one.name, other.name, joint)


@given(motions(), moments)
def test_nothing_jumps_within_a_move(motion: FigureMotion, moment: int) -> None:
    """In 10 ms no point goes further than a tenth of a body, which is the fastest that a shaken limb goes."""
    if motion.replayed and moment % REPLAY > REPLAY - 10:
        return  # there the way into a pose begins anew
    one, other = (joints(motion.figure, motion.at(at)) for at in (moment, moment + 10))
    assert max(dist(one.points[name], other.points[name]) for name in one.points) < 0.1


@given(motions(), moments, lengths, st.data())
def test_a_move_begins_where_the_one_before_left_the_figure(
    motion: FigureMotion, moment: int, length: int, data: st.DataObject
) -> None:
    move = data.draw(st.sampled_from([None, *motion.figure.moves]))
    following = motion.then(move, length, moment)
    if following.arrival:
        assert following.at(0).stance == motion.at(moment).stance


@given(motions(), st.sampled_from([1_000, 2_000, 3 * USUAL + 1, 30_000]))
def test_a_move_to_a_pose_gets_there_and_stays(motion: FigureMotion, length: int) -> None:
    figure = motion.figure
    for move, action in figure.moves.items():
        if not action.cycle:
            going = motion.then(move, length, 700)
            there = stance_of(figure, figure.poses[action.poses[0]])
            assert going.at(length).stance == there
            assert going.at(length + 60_000).stance == there
            if action.poses[0] == figure.start:
                assert {going.at(at).stance == there for at in range(going.arrival, length, 200)} <= {True}
            if action.over is None:
                assert going.arrival == (min(USUAL, max(2 * LEAST, length // PART)))


@pytest.mark.parametrize("length", [1_000, 3_000])
def test_the_first_frame_of_a_short_move_is_already_nearer_to_its_pose(length: int) -> None:
    figure = good(SITTING)
    going = FigureMotion.resting(figure).then("pull", 9_000, 0).then("ease", length, 9_000)
    pulled, seen, rest = going.at(0), going.at(going.moment(0)), going.at(length)
    assert dist_of(going, seen, rest) < dist_of(going, seen, pulled)


def test_a_short_round_ends_with_its_move_and_the_next_one_goes_on_from_there() -> None:
    figure = good(SITTING)
    first = FigureMotion.resting(figure).then("pump", 1_000, 0)
    rest, pulled = (stance_of(figure, figure.poses[name]) for name in ("rest", "pulled"))
    assert first.arrival == 0
    assert first.at(500).stance == pulled
    assert first.at(1_000).stance == rest
    second = first.then("pump", 1_000, 1_000)
    assert (second.arrival, second.at(0).stance, second.at(500).stance) == (0, rest, pulled)


def test_a_round_that_is_begun_from_elsewhere_gets_to_its_beginning_first() -> None:
    figure = good(SITTING)
    going = FigureMotion.resting(figure).then("pull", 30_000, 0).then("pump", 1_000, 30_000)
    assert 0 < going.arrival <= LEAST
    assert going.at(1_000).stance == stance_of(figure, figure.poses["rest"])


def test_the_hands_stay_on_the_foot_all_the_way_that_both_poses_have_them_there() -> None:
    text = SITTING + "  more: further\n"
    text = text.replace("  open:\n", "  further:\n    like: pulled\n    near_ankle: 25\n    lean: 46\n  open:\n")
    figure = good(text)
    going = FigureMotion.resting(figure).then("pull", 3_000, 0).then("more", 3_000, 3_000)
    for moment in range(0, 3_001, 100):
        found = joints(figure, going.at(moment))
        for hand in ("near_hand", "far_hand"):
            assert dist(found.points[hand], found.points["near_toes"]) <= MISS


def test_in_a_hold_the_way_into_the_pose_is_shown_again_every_few_seconds_and_else_the_pose_stands() -> None:
    figure = good(SITTING)
    rest, pulled = (stance_of(figure, figure.poses[name]) for name in ("rest", "pulled"))
    first = FigureMotion.resting(figure).then("pull", 30_000, 0)
    held = FigureMotion(figure, pulled, first.action, 30_000, "pull")
    for going in (first, held):
        ways = [at for at in range(going.arrival, 30_000, 50) if going.at(at).stance != pulled]
        assert {at // REPLAY for at in ways} == {1, 2, 3}
        assert len(ways) * 50 <= 30_000 / 5
        for nth in (1, 2, 3):
            again = [going.at(going.moment(nth * REPLAY + at)) for at in range(0, AGAIN + 100, 50)]
            assert (again[0].stance, again[-1].stance) == (rest, pulled)
            assert {frame.doing for frame in again} == {("pull", "pulled")}
            assert again[:-2] == [going.at(going.moment(REPLAY + at)) for at in range(0, AGAIN, 50)]
        assert going.at(going.settled(REPLAY + 500)).stance == pulled
        assert going.settled(REPLAY - 500) == REPLAY - 500


@pytest.mark.parametrize(
    ("move", "length"), [("pull", 9_000), ("ease", 30_000), ("pump", 30_000), ("slowly pull", 11_000)]
)
def test_nothing_is_shown_again_in_a_short_hold_at_rest_or_going_round(move: str, length: int) -> None:
    going = FigureMotion.resting(good(SITTING)).then("pull", 2_000, 0).then(move, length, 2_000)
    assert all(going.settled(at) == at for at in range(0, length, 50))


def test_a_hold_breathes_in_few_steps_and_says_when() -> None:
    going = FigureMotion.resting(good(SITTING)).then("pull", 30_000, 0)
    assert len({going.at(moment).breath for moment in range(USUAL, USUAL + BREATH)}) == 2
    moment, changes = BREATH, []
    while moment < 2 * BREATH:
        following = going.next_change(moment)
        assert all(going.at(at) == going.at(moment) for at in range(moment, following, 50))
        changes.append(following)
        moment = following
    assert len(changes) == 2


@given(motions(), moments)
def test_the_next_change_is_always_ahead_and_soon_while_something_moves(motion: FigureMotion, moment: int) -> None:
    following = motion.next_change(moment)
    assert following > moment
    if motion.at(moment).stance != motion.at(following - 1).stance:
        assert following - moment <= 2 * FRAME


@given(motions(), moments)
def test_what_is_seen_is_the_frame_that_came_last_and_stays_until_the_next_change(
    motion: FigureMotion, moment: int
) -> None:
    following = motion.next_change(moment)
    seen = motion.at(motion.moment(moment))
    assert motion.moment(moment) <= (following if moment < motion.arrival else moment)
    assert motion.at(motion.moment(following - 1)) == seen
    # A way of few frames is a jump from one to the next; a brisk one takes most of a fist in its first quarter.
    going_round = motion.action.cycle and moment >= motion.arrival
    if going_round or moment < motion.arrival >= 4 * FRAME:
        assert dist_of(motion, seen, motion.at(moment)) < 0.75


@given(motions(), moments)
def test_a_round_shows_the_frames_of_the_one_before_and_each_of_its_poses(motion: FigureMotion, moment: int) -> None:
    if not motion.action.cycle:
        return
    once = motion.arrival + ceil(motion.round)
    frames = [motion.moment(at) for at in range(motion.arrival, once)]
    again = motion.moment(max(moment, motion.arrival))
    assert again in frames
    poses = [stance_of(motion.figure, motion.figure.poses[name]) for name in motion.action.poses]
    shown = [motion.at(at) for at in set(frames)]
    for pose in poses:
        there = MotionFrame(pose, works=motion.action.works)
        assert min(dist_of(motion, there, frame) for frame in shown) < 0.05


def test_a_move_that_comes_again_shows_the_same_frames() -> None:
    going, rounds = FigureMotion.resting(good(SITTING)), []
    for nth in range(3):
        pulled = going.then("pull", 3_000, 3_000)
        going = pulled.then("ease", 2_000, 3_000)
        rounds.append([one.at(one.moment(at)) for one in (pulled, going) for at in range(nth * 7, 2_000, 40)])
    assert [frame for frame in rounds[2] if frame not in rounds[1]] == []
    assert len(rounds[1]) > 2 * max(1, sum(one != other for one, other in pairwise(rounds[1])))


def dist_of(motion: FigureMotion, one: MotionFrame, other: MotionFrame) -> float:
    """How far apart two frames are where they are furthest apart, in bodies."""
    first, second = (joints(motion.figure, frame).points for frame in (one, other))
    return max(dist(first[name], second[name]) for name in first)


@pytest.mark.parametrize(
    ("moves", "begins", "leads"),
    [
        (("pull",), "rest", "pulled"),
        (("pull", "pull"), "rest", "pulled"),
        (("pull", "ease"), "pulled", "rest"),
        (("pull", "ease", "ease"), None, "rest"),
        (("ease",), None, "rest"),
        (("pump",), "rest", "pulled"),
        (("turn",), "rest", "pulled"),
        (("none of these",), None, "rest"),
    ],
)
def test_reduced_motion_shows_where_a_move_begins_and_where_it_leads(
    moves: tuple[str, ...], begins: str | None, leads: str
) -> None:
    figure = good(SITTING + "  turn: {cycle: [open, pulled, rest], every: 2s}\n")
    going = FigureMotion.resting(figure)
    for move in moves:
        going = going.then(move, 2_000, 700)
    frames = [] if begins is None else [MotionFrame(stance_of(figure, figure.poses[begins]))]
    frames.append(MotionFrame(stance_of(figure, figure.poses[leads]), doing=(moves[-1], leads)))
    assert list(going.stills()) == frames
    assert going.still() == frames[-1]
    assert len(going.then(None, 0, 0).stills()) == 1


def test_frames_are_the_same_for_the_same_moment() -> None:
    one, other = (FigureMotion.resting(good(SITTING)).then("wave", 9_000, 0).at(4_321) for _ in range(2))
    assert one == other


def test_the_ways_between_moments_are_small() -> None:
    going = FigureMotion.resting(good(SITTING)).then("pull", 2_000, 0)
    found = [joints(going.figure, going.at(moment)).points["near_toes"] for moment in range(0, 2_001, 20)]
    assert all(dist(one, other) < 0.01 for one, other in pairwise(found))


def test_an_arrow_is_shown_in_its_move_and_not_at_rest() -> None:
    text = SITTING.replace(
        "poses:\n", "  - {what: arrow, through: [[0.9, 0.5], [0.7, 0.5]], when: [pulled]}\nposes:\n", 1
    )
    figure = good(text)
    look, resting = Look(figure), FigureMotion.resting(figure)

    def arrows(frame: MotionFrame) -> int:
        return sum(layer.ink is Tone.ARROW for layer in look.drawing(frame))

    pulling = resting.then("pull", 9_000, 0)
    assert [arrows(pulling.at(moment)) for moment in (0, 700, 9_000)] == [1, 1, 1]
    assert arrows(pulling.still()) == 1
    assert arrows(resting.at(0)) == arrows(pulling.then("ease", 3_000, 9_000).at(1_000)) == 0
    assert read(text.replace("[pulled]", "[puled]"))[1]
