"""What is foreseen of a plan: its steps with what they show, in the time that they take."""

import pytest

from uncramp.domain.position import move_at
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Side, Sides, Tag
from uncramp.files.library import Library
from uncramp.guidance.preview import StepPreview, step_previews
from uncramp.guidance.routines import plan_for
from uncramp.paths import shipped_routines

LIBRARY = Library(shipped_routines(), None)


def steps(name: str, *tags: Tag) -> tuple[StepPreview, ...]:
    return step_previews(plan_for(LIBRARY, LIBRARY.get(name), Profile(tags=frozenset(tags)), Side.LEFT))


def named(name: str, step: str, *tags: Tag) -> StepPreview:
    return next(one for one in steps(name, *tags) if one.step.name == step)


@pytest.mark.parametrize("name", LIBRARY.names())
def test_every_step_that_is_done_is_foreseen_once_and_every_exercise_shows_a_figure(name: str) -> None:
    plan = plan_for(LIBRARY, LIBRARY.get(name), Profile())
    found = [one.number for one in step_previews(plan)]
    assert found == sorted(set(found))
    assert {one.number for one in plan.intervals if one.step.moves} <= set(found)
    assert all(one.pictured(0) is not None for one in step_previews(plan) if one.step.moves or one.step.figure)


def test_questions_are_left_out_but_both_answers_are_shown() -> None:
    found = [one.step.name for one in steps("cramp-thigh")]
    assert "Front or back?" not in found
    assert {"Stretch the back of your thigh", "Stretch the front of your thigh"} <= set(found)


def test_a_step_is_foreseen_as_it_is_changed_for_the_person() -> None:
    plain, late = (
        named("cramp-calf-standing", "Stand, hold on, heel down", *tags)
        for tags in ((), (Tag.PREGNANT, Tag.LATE_PREGNANCY))
    )
    assert (plain.step.figure, late.step.figure) == ("standing-press", "standing-press-chair")


def test_moves_follow_one_another_in_their_time_and_begin_again() -> None:
    pull = named("cramp-calf", "Pull your toes toward you")
    assert pull.moves == ("toes up 30s", "ease off 10s")
    times: dict[int, tuple[int, int]] = {
        0: (0, 0),
        29_999: (0, 29_999),
        30_000: (1, 0),
        39_999: (1, 9_999),
        40_000: (0, 0),
        71_000: (1, 1_000),
    }
    found = {ms: move_at(pull.step, ms) for ms in times}
    assert {ms: (one.nth, one.elapsed) for ms, one in found.items()} == times
    shown = [pull.pictured(ms) for ms in (0, 29_999, 30_000, 40_000)]
    assert [one.move for one in shown if one] == ["toes up", "toes up", "ease off", "toes up"]
    assert [one.turn for one in shown if one] == [(2, 0, 0), (2, 0, 0), (2, 0, 1), (2, 1, 0)]
    assert {one.side for one in shown if one} == {Side.LEFT}


def test_what_is_done_by_turns_is_shown_by_turns() -> None:
    found = next(one for one in steps("bedtime") if one.step.sides is Sides.ALTERNATING)
    length = found.step.repetition_seconds * 1000
    shown = [found.pictured(nth * length) for nth in range(4)]
    sides = [one.side for one in shown if one]
    assert sides == [sides[0], sides[1], sides[0], sides[1]]
    assert set(sides) == {Side.LEFT, Side.RIGHT}


@pytest.mark.parametrize(
    ("routine", "step", "dose"),
    [
        ("cramp-calf", "Pull your toes toward you", "Left leg · until it stops, 5 times at most"),
        ("daily-calf", "Lean at the wall", "Both legs · 50 times"),
        ("ball-roll", "Roll the ball", "One side, then the other"),
        ("bedtime", "Calf stretch", "Left and right by turns · 3 times"),
        ("cramp-calf", "Walk about", ""),
    ],
)
def test_the_dose_is_said_in_words(routine: str, step: str, dose: str) -> None:
    assert named(routine, step).dose == dose
