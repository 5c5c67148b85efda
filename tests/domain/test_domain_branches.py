"""A question at the start that chooses between two branches of a routine: one key, and by itself after a while."""

from dataclasses import replace

import pytest
from domain_making import Player, check, plan, routine, skip, step

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Consequence, IntervalKind, Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import (
    Ask,
    Purpose,
    Routine,
    RoutineAdaptation,
    Side,
    Sides,
    Step,
    Tag,
    Unanswered,
)

VEINS, INJURY = Tag.VARICOSE_VEINS, Tag.RECENT_INJURY
CHOICE = Step("Front or back?", ask=Ask("Is it the front?", "front", 5, Unanswered.GO_ON, guards=1, if_no="back"))
BACK = replace(step("Sit", "sit 30", sides=Sides.AFFECTED), when="back")
FRONT = replace(step("Stand", "stand 20", sides=Sides.AFFECTED), when="front")
WALK = step("Walk", "walk 60")


def thigh(*steps: Step, tag: Tag | None = None, side: Side | None = None) -> Plan:
    return plan(*steps, purpose=Purpose.FIRST_AID, tags=[tag] if tag else [], side=side)


def names(found: Plan | None) -> list[str]:
    assert found is not None
    return [one.step.name for one in found.intervals]


WHOLE = (CHOICE, BACK, FRONT, WALK)


def test_the_plan_is_that_of_a_no_with_the_question_first() -> None:
    assert names(thigh(*WHOLE)) == ["Front or back?", "Sit", "Walk"]


def test_the_other_branch_is_another_plan_without_the_question() -> None:
    (found,) = thigh(*WHOLE).branches
    assert names(found) == ["Stand", "Walk"]
    assert (found.routine, found.title) == ("routine", "Routine")
    assert [one.number for one in found.intervals] == [3, 4]


def test_a_question_for_some_comes_before_the_choice_and_is_not_asked_again_behind_it() -> None:
    asked = check(unanswered=Unanswered.GO_ON)
    assert asked.ask
    injured = replace(asked, name="Your injury", ask=replace(asked.ask, only_for=INJURY))
    found = thigh(injured, *WHOLE, tag=INJURY)
    assert names(found) == ["Your injury", "Front or back?", "Sit", "Walk"]
    assert names(found.branches[0]) == ["Stand", "Walk"]
    assert names(thigh(injured, *WHOLE)) == ["Front or back?", "Sit", "Walk"]


def test_the_question_goes_on_by_itself_and_knows_no_not_sure() -> None:
    question = thigh(*WHOLE).intervals[0].question
    assert question is not None
    assert (question.wait, question.routine) == (5, "routine:front")
    assert (question.yes, question.no) == (Consequence.SWITCH, Consequence.GO_ON)
    assert (question.silent, question.unsure) == (Consequence.GO_ON, None)


@pytest.mark.parametrize(
    ("answer", "played"),
    [(Answer.YES, ["Stand", "Walk"]), (Answer.NO, ["Sit", "Walk"]), (None, ["Sit", "Walk"])],
)
def test_one_key_chooses_and_silence_is_a_no(answer: Answer | None, played: list[str]) -> None:
    player = Player(thigh(*WHOLE))
    if answer:
        player.answer(answer)
    player.play_out()
    moved = [one.interval for one in player.heard(ev.IntervalStarted) if one.interval.kind is IntervalKind.MOVE]
    assert [one.step.name for one in moved] == played


def test_choosing_can_be_undone() -> None:
    player = Player(thigh(*WHOLE))
    player.answer(Answer.YES)
    assert player.step == "Stand"
    player.press(player.session.undo)
    assert player.step == "Front or back?"


def test_the_other_side_is_so_in_both_branches() -> None:
    left = thigh(*WHOLE, side=Side.LEFT)
    assert left.other_side() == thigh(*WHOLE, side=Side.RIGHT)


def test_both_branches_are_adapted() -> None:
    """What changes in one branch is said in that one only."""
    shown = replace(FRONT, name="Kneel", adapt=(skip(VEINS),))
    found = thigh(CHOICE, BACK, FRONT, shown, tag=VEINS)
    assert found.changes == ()
    other = found.other("routine:front")
    assert other is not None
    assert names(other) == ["Stand"]
    assert [change.name for change in other.changes] == ["Kneel"]


@pytest.mark.parametrize("gone", ["front", "back"])
def test_a_branch_with_nothing_left_is_no_choice(gone: str) -> None:
    """The other one is played at once, and what was left out is said."""
    steps = [replace(one, adapt=(skip(VEINS),)) if one.when == gone else one for one in WHOLE]
    found = thigh(*steps, tag=VEINS)
    assert names(found) == ["Sit" if gone == "front" else "Stand", "Walk"]
    assert found.others == ()
    assert [change.name for change in found.skipped] == ["Stand" if gone == "front" else "Sit"]


def test_a_question_alone_is_nothing_left() -> None:
    asked = replace(check(), when="front")
    found = thigh(CHOICE, BACK, asked, replace(FRONT, adapt=(skip(VEINS),)), tag=VEINS)
    assert names(found) == ["Sit"]


def test_with_both_branches_gone_the_plan_says_why() -> None:
    gone = [replace(one, adapt=(skip(VEINS, f"No {one.name}."),)) for one in (BACK, FRONT)]
    found = thigh(CHOICE, *gone, tag=VEINS)
    assert found.intervals == ()
    assert sorted(change.why for change in found.changes) == ["No Sit.", "No Stand."]


def test_what_both_branches_share_is_changed_and_said_once() -> None:
    walk = replace(WALK, adapt=(skip(VEINS),))
    gone = replace(FRONT, adapt=(skip(VEINS),))
    assert [change.name for change in thigh(CHOICE, BACK, gone, walk, tag=VEINS).changes] == ["Stand", "Walk"]


def test_what_is_true_of_the_routine_is_true_of_both_branches() -> None:
    caution = RoutineAdaptation(INJURY, "You have a new injury.", caution="See a doctor.")
    one = replace(routine(*WHOLE, adapt=(caution,)), label="It may help.")
    found = make_plan(one, Profile(frozenset({INJURY})))
    other = found.other("routine:front")
    assert other is not None
    assert (other.cautions, other.label) == (found.cautions, found.label) == (("See a doctor.",), "It may help.")
    assert other.changes == found.changes


def test_a_branch_can_guard_its_steps_and_offer_another_routine() -> None:
    open_ended = replace(step("Pull", "pull 30", at_most=2), when="front", otherwise="walk")
    asked = replace(check(), when="front")
    other = plan(
        CHOICE, BACK, asked, FRONT, open_ended, others=[routine(WALK, name="walk"), routine(name="front")]
    ).other("routine:front")
    assert other is not None
    assert other.other("walk") is not None
    assert other.intervals[0].question is not None


def test_a_branch_is_no_routine_of_that_name() -> None:
    found = plan(*WHOLE, others=[routine(WALK, name="front")])
    assert [other for _name, other in found.others] == list(found.branches)


def test_a_guard_that_leads_to_a_routine_that_is_missing_leaves_out_what_it_guards() -> None:
    """It may not vanish: what it guards would be done unasked."""
    player = Player(plan(check(if_yes="missing"), step("Rub"), WALK, purpose=Purpose.FIRST_AID))
    question = player.session.question
    assert question is not None
    assert (question.yes, question.silent, question.routine) == (Consequence.SKIP, Consequence.SKIP, "")
    player.answer(Answer.YES)
    assert player.step == "Walk"


def test_a_question_that_guards_nothing_vanishes_with_its_routine() -> None:
    found = plan(check(if_yes="missing", unanswered=Unanswered.GO_ON), WALK, purpose=Purpose.FIRST_AID)
    assert names(found) == ["Walk"]


def test_a_routine_that_only_lists_branches_plays_what_belongs_to_none() -> None:
    one: Routine = routine(BACK, FRONT, WALK, purpose=Purpose.FIRST_AID)
    assert names(make_plan(one)) == ["Walk"]
