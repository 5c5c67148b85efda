"""Every routine for every tag, alone and in pairs: planned and looked through.

What is forbidden is told by the picture that a step shows and by its words, not by the routine's name.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from forbidden import BALL, FORBIDDEN, RUB, standing_up
from shipped import BY_TAGS, PROFILES, ROUTINES, all_of, plan_of

from uncramp.domain.adapt import ChangeKind, adapt_steps
from uncramp.domain.plan import Consequence, Interval, Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Call, Part, Purpose, Routine, Step, Tag


def steps_of(plan: Plan) -> Iterator[tuple[Step, Plan]]:
    """Every step with moves, of the plan and of all that it can lead to, once."""
    for one in all_of(plan):
        yield from ((step, one) for step in dict.fromkeys(i.step for i in one.intervals if i.step.moves))


def test_every_tag_is_looked_at() -> None:
    """With flat feet nothing is forbidden: people keep what does not hurt."""
    assert FORBIDDEN.keys() == set(Tag)
    assert [tag for tag, rules in FORBIDDEN.items() if not rules] == [Tag.FLAT_FEET]


@pytest.mark.parametrize("tag", Tag)
def test_what_is_forbidden_is_found_where_nobody_forbids_it(tag: Tag) -> None:
    """Else a rule that looks for nothing would pass."""
    found = [pair for name in ROUTINES for pair in steps_of(plan_of(name))]
    for rule in FORBIDDEN[tag]:
        assert any(rule(*pair) for pair in found)


@BY_TAGS
def test_nothing_forbidden_is_left(tags: tuple[Tag, ...]) -> None:
    for name in ROUTINES:
        for step, plan in steps_of(plan_of(name, *tags)):
            broken = [tag for tag in tags if any(rule(step, plan) for rule in FORBIDDEN[tag])]
            assert not broken, f"{plan.routine}: {step.name} is left for {', '.join(broken)}"


def test_by_day_whoever_gets_too_little_blood_asks_first_and_walks_as_told() -> None:
    for name, routine in ROUTINES.items():
        plan = plan_of(name, Tag.POOR_CIRCULATION)
        if plan.purpose is Purpose.FIRST_AID or plan.part is Part.HAND:
            continue
        told = " ".join(plan.cautions)
        assert "Ask your doctor first." in told or "Walk as your doctor told you." in told, routine.name
    for name in ("legs-up", "legs-up-short", "foot-bath", "self-massage", "self-massage-pregnant", "ball-roll"):
        assert plan_of(name, Tag.POOR_CIRCULATION).routine == "foot-exercises"


@pytest.mark.parametrize("tag", [Tag.PREGNANT, Tag.FROM_WEEK_16, Tag.LATE_PREGNANCY])
def test_by_day_a_pregnant_person_is_told_whom_to_call(tag: Tag) -> None:
    for name in ROUTINES:
        plan = plan_of(name, tag)
        if plan.purpose is not Purpose.FIRST_AID and plan.part is not Part.HAND:
            told = "Stop and call your midwife if the leg swells, or you feel faint, bleed or have contractions."
            assert any(told in caution for caution in plan.cautions), name


def test_with_flat_feet_the_heels_are_raised_standing() -> None:
    plan = plan_of("daily-calf-full", Tag.FLAT_FEET)
    raises = next(step for step, _ in steps_of(plan) if step.name == "Heel raises")
    assert raises.figure == "heel-raise"
    assert "hurt" in " ".join(raises.cautions)


@pytest.mark.parametrize("name", ["walk", "desk-break"])
def test_whoever_may_fall_walks_with_something_to_hold_on_to(name: str) -> None:
    walking = [step for step, _ in steps_of(plan_of(name, Tag.BALANCE_PROBLEM)) if step.figure == "walking"]
    assert [step.say for step in walking] == ["Walk with your stick, frame or a helper."]


@pytest.mark.parametrize("tag", [Tag.PREGNANT, Tag.BALANCE_PROBLEM, Tag.RECENT_INJURY, Tag.REDUCED_SENSATION])
def test_the_step_is_not_for_everybody_and_says_why(tag: Tag) -> None:
    plan = plan_of("heel-drop", tag)
    assert plan.routine in ("daily-calf", "foot-exercises")
    assert plan.changes[0].why


SAYS: dict[Tag, str] = {
    Tag.CLOT_RISK: "clot",
    Tag.RECENT_INJURY: "See a doctor",
    Tag.PREGNANT: "Stop ",
    Tag.FROM_WEEK_16: "Stop ",
    Tag.LATE_PREGNANCY: "Stop ",
}
"""What every routine for foot or leg says, at its start, to people with the tag."""

STANDING_SAYS: dict[Tag, str] = {
    Tag.DIABETES: "shoe",
    Tag.REDUCED_SENSATION: "shoe",
    Tag.FLAT_FEET: "shoe",
}
"""What they are told wherever they stand."""


@pytest.mark.parametrize("tag", SAYS)
def test_the_signs_to_stop_at_are_said(tag: Tag) -> None:
    for name in ROUTINES:
        for plan in all_of(plan_of(name, tag)):
            said = any(SAYS[tag] in caution for caution in plan.cautions)
            assert said or not plan.intervals or plan.part is Part.HAND, plan.routine


@pytest.mark.parametrize("tag", STANDING_SAYS)
def test_whoever_needs_shoes_is_told_so_where_they_stand(tag: Tag) -> None:
    for name in ROUTINES:
        for step, plan in steps_of(plan_of(name, tag)):
            cautions = " ".join(plan.cautions + step.cautions)
            assert STANDING_SAYS[tag] in cautions or not standing_up(step, plan), f"{plan.routine}: {step.name}"


@BY_TAGS
def test_no_plan_is_empty_without_a_reason_and_every_change_has_one(tags: tuple[Tag, ...]) -> None:
    for name in ROUTINES:
        plan = plan_of(name, *tags)
        assert plan.intervals or any(change.kind is ChangeKind.SKIPPED for change in plan.changes), name
        for one in all_of(plan):
            assert all(change.why.strip() and change.name for change in one.changes), name
            assert all(change.caution for change in one.changes if change.kind is ChangeKind.CAUTION), name


@BY_TAGS
def test_only_what_is_true_of_the_person_changes_anything(tags: tuple[Tag, ...]) -> None:
    everything = set(Profile(frozenset(tags)).all_tags())
    for name in ROUTINES:
        for one in all_of(plan_of(name, *tags)):
            assert {change.tag for change in one.changes} <= everything
            assert tags or not one.changes


@BY_TAGS
def test_two_tags_never_mix_two_versions_of_a_step(tags: tuple[Tag, ...]) -> None:
    """Words, picture and dose are those of one version as a whole: nobody pulls a towel while standing."""
    for name, routine in ROUTINES.items():
        alone = [versions(routine, tag) for tag in Profile(frozenset(tags)).all_tags()]
        for number, version in versions(routine, *tags).items():
            known = [one[number] for one in alone if number in one]
            assert not tags or version in known, f"{name}: step {number} for {', '.join(tags)}"


def versions(routine: Routine, *tags: Tag) -> dict[int, tuple[object, ...]]:
    """What each step is for a person: its words, picture, place and dose, without cautions and sources."""
    ask = routine.choice
    found: dict[int, tuple[object, ...]] = {}
    for branch in (ask.if_yes, ask.if_no) if ask else ("",):
        for one in adapt_steps(routine, Profile(frozenset(tags)), branch)[0]:
            step = one.step
            words = (step.name, step.say, step.how, step.partner, step.figure, step.position)
            found[one.number] = (*words, step.moves, step.sides, step.repetitions, step.sets)
    return found


@BY_TAGS
def test_no_rubbing_without_a_check_for_a_clot(tags: tuple[Tag, ...]) -> None:
    """The check comes first, guards every rub, and no answer to it leaves the rub out."""
    for name in ROUTINES:
        for plan in all_of(plan_of(name, *tags)):
            for index, one in enumerate(plan.intervals):
                if one.step.moves and (RUB(one.step, plan) or BALL(one.step, plan)):
                    assert any(guards(before, one) for before in plan.intervals[:index]), plan.routine


def guards(asked: Interval, guarded: Interval) -> bool:
    question = asked.question
    return (
        question is not None
        and question.yes is Consequence.SIGNS
        and question.silent is Consequence.SKIP
        and asked.number < guarded.number <= question.guards_to
    )


def test_a_pregnant_leg_is_stroked_only_after_someone_said_yes_to_it() -> None:
    """Who says it in their profile is asked at once; all others are first asked whether they are pregnant."""
    asked = [one.question for one in plan_of("self-massage").intervals if one.question]
    pregnant = next(one for one in asked if "pregnant" in one.text)
    assert (pregnant.yes, pregnant.silent) == (Consequence.SWITCH, Consequence.SKIP)
    assert pregnant.unsure is Consequence.SWITCH
    assert pregnant.routine == "self-massage-pregnant"
    for tag in (Tag.PREGNANT, Tag.FROM_WEEK_16, Tag.LATE_PREGNANCY):
        plan = plan_of("self-massage", tag)
        question = plan.intervals[0].question
        assert question is not None
        assert question.text == "Has a midwife or doctor said that leg rubbing is fine for you?"
        assert (question.yes, question.no) == (Consequence.SWITCH, Consequence.GO_ON)
        assert question.silent is Consequence.GO_ON
        assert not any(RUB(step, plan) for step in own_steps(plan))
        fine = plan.other("self-massage-pregnant:strokes")
        assert fine is not None
        assert [step.name for step in own_steps(fine)] == ["Stroke upward"]


def own_steps(plan: Plan) -> list[Step]:
    """The steps with moves of the plan itself, not of what it may lead to."""
    return list(dict.fromkeys(one.step for one in plan.intervals if one.step.moves))


def test_whoever_says_that_she_is_pregnant_is_not_laid_on_her_back() -> None:
    """The profile may not say so: the answer does."""
    other = plan_of("self-massage").other("self-massage-pregnant")
    assert other is not None
    rules = FORBIDDEN[Tag.LATE_PREGNANCY]
    assert not any(rule(*pair) for pair in steps_of(other) for rule in rules)


def test_a_hand_is_opened_first_and_then_asked_for_signs() -> None:
    """To open the hand does no harm; chest pain goes on without an answer, and the rub waits for one."""
    for tags in PROFILES:
        opened, *others = (one for one in plan_of("cramp-hand", *tags).intervals if one.step.name != "Your injury")
        assert opened.step.name == "Open your hand"
        chest, mouth = (one.question for one in others if one.question)
        assert (chest.yes, chest.unsure, chest.silent) == (Consequence.SIGNS, Consequence.SIGNS, Consequence.GO_ON)
        assert (chest.call, mouth.call) == (Call.NOW, Call.TODAY)
        assert "Chest pain" in chest.text
        assert "mouth" in mouth.text


LEGS = ("cramp-calf", "cramp-calf-standing", "cramp-foot", "cramp-thigh")
STOP_CHECK = "Is one leg swollen, warm, red or darker? Or sore before, but not from a cramp?"


@BY_TAGS
def test_every_first_aid_of_a_leg_asks_for_a_clot_whatever_is_left_out(tags: tuple[Tag, ...]) -> None:
    for name in LEGS:
        whole = plan_of(name, *tags)
        for plan in (whole, *whole.branches):
            (asked,) = (one.question for one in plan.intervals if one.question and one.question.text == STOP_CHECK)
            assert (asked.yes, asked.unsure, asked.call) == (Consequence.SIGNS, Consequence.SIGNS, Call.TODAY)
            assert asked.means == "This may be a blood clot. Do not rub."


@BY_TAGS
def test_only_somebody_with_a_new_injury_is_asked_before_the_first_pull(tags: tuple[Tag, ...]) -> None:
    for name in (*LEGS, "cramp-hand"):
        plan = plan_of(name, *tags)
        first = next(at for at, one in enumerate(plan.intervals) if one.step.moves)
        asked = [one.question for one in plan.intervals[:first] if one.question]
        choices = [one for one in asked if one.yes is Consequence.SWITCH]
        checks = [one for one in asked if one.yes is not Consequence.SWITCH]
        assert len(checks) == (Tag.RECENT_INJURY in tags), name
        assert all((one.yes, one.silent, one.wait) == (Consequence.SIGNS, Consequence.GO_ON, 20) for one in checks)
        assert asked == [*checks, *choices], "a stretch is not offered before it"
        for branch in plan.branches:
            assert branch.intervals[0].step.moves, "nor is it asked twice"


@BY_TAGS
def test_no_question_waits_less_than_20_seconds(tags: tuple[Tag, ...]) -> None:
    for name in ROUTINES:
        waits = [one.question.wait for plan in all_of(plan_of(name, *tags)) for one in plan.intervals if one.question]
        assert all(wait >= 20 for wait in waits), name


def test_the_mechanism_knows_no_routine_by_name() -> None:
    """Under other names, and in other words, everybody is led through the same."""
    renamed = {f"x-{name}": other_name(routine) for name, routine in ROUTINES.items()}
    for name, routine in ROUTINES.items():
        for tags in PROFILES:
            person = Profile(frozenset(tags))
            same = make_plan(renamed[f"x-{name}"], person, routines=renamed)
            assert outline(same) == outline(make_plan(routine, person, routines=ROUTINES))


def other_name(routine: Routine) -> Routine:
    def renamed(step: Step) -> Step:
        ask = step.ask
        if ask and not ask.if_no and ask.if_yes in ROUTINES:
            ask = replace(ask, if_yes=f"x-{ask.if_yes}")
        return replace(step, ask=ask, otherwise=step.otherwise and f"x-{step.otherwise}")

    adapt = tuple(replace(one, instead=one.instead and f"x-{one.instead}") for one in routine.adapt)
    return replace(
        routine,
        name=f"x-{routine.name}",
        title="Something",
        adapt=adapt,
        steps=tuple(renamed(step) for step in routine.steps),
    )


def outline(plan: Plan) -> list[tuple[object, ...]]:
    return [(one.kind, one.number, one.step.name, one.side, one.moves) for one in plan.intervals]


# The issue's own examples.


def names(plan: Plan) -> list[str]:
    return list(dict.fromkeys(one.step.name for one in plan.intervals))


def test_varicose_veins_no_rub_in_a_calf_cramp_and_why() -> None:
    plan = plan_of("cramp-calf", Tag.VARICOSE_VEINS)
    assert not any("rub" in name.lower() for name in names(plan))
    assert ("Rub the calf", "You have varicose veins. No rubbing over them.") in [
        (change.name, change.why) for change in plan.skipped
    ]


def test_late_pregnancy_has_the_towel_in_a_calf_cramp() -> None:
    first = plan_of("cramp-calf", Tag.LATE_PREGNANCY).intervals[0].step
    assert first.figure == "towel-pull"
    assert "towel" in first.say


@pytest.mark.parametrize("name", ["legs-up", "legs-up-short"])
def test_from_week_16_legs_are_up_while_propped_or_on_a_side(name: str) -> None:
    for step, _ in steps_of(plan_of(name, Tag.FROM_WEEK_16)):
        assert step.position == "Propped up, or on a side"


def test_with_diabetes_the_foot_bath_becomes_foot_exercises() -> None:
    plan = plan_of("foot-bath", Tag.DIABETES)
    assert plan.routine == "foot-exercises"
    assert plan.changes[0].why == "With diabetes, do not soak your feet."


@pytest.mark.parametrize("tag", [Tag.VARICOSE_VEINS, Tag.CLOT_RISK])
def test_where_rubbing_is_not_for_someone_they_rest_with_raised_legs(tag: Tag) -> None:
    assert plan_of("self-massage", tag).routine == "legs-up"


def test_a_thigh_cramp_can_be_in_front_or_behind_for_everybody() -> None:
    for tags in PROFILES:
        plan = plan_of("cramp-thigh", *tags)
        assert plan.intervals[0].question is not None
        assert plan.other("cramp-thigh:front") is not None
