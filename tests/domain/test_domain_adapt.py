"""Adaptation: the strictest wins, cautions add up, and everything that changes is said with its reason."""

from dataclasses import replace

from domain_making import check, moves, plan, routine, skip, step
from domain_strategies import few, profiles, routines, timed_steps
from hypothesis import given

from uncramp.domain.adapt import Change, ChangeKind, adapt_steps
from uncramp.domain.plan import Consequence
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import (
    Adaptation,
    Move,
    Purpose,
    Replacement,
    Routine,
    RoutineAdaptation,
    Sides,
    Step,
    Tag,
    Unanswered,
)

VEINS = Tag.VARICOSE_VEINS
LATE = Tag.LATE_PREGNANCY


def adapted(one: Step, *tags: Tag) -> Step | None:
    kept, _ = adapt_steps(routine(one), Profile(frozenset(tags)))
    return kept[0].step if kept else None


def test_a_profile_without_the_tag_changes_nothing() -> None:
    one = replace(step(), adapt=(skip(VEINS),))
    assert adapted(one, LATE) == one


def test_a_skip_leaves_the_step_out_and_says_why() -> None:
    one = replace(step("Rub"), adapt=(skip(VEINS, "No rubbing over varicose veins."),))
    found = plan(one, step("Walk"), tags=[VEINS])
    assert {interval.step.name for interval in found.intervals} == {"Walk"}
    assert found.skipped == (Change("Rub", ChangeKind.SKIPPED, VEINS, "No rubbing over varicose veins.", number=1),)


def test_an_implied_tag_adapts_too() -> None:
    assert adapted(replace(step(), adapt=(skip(Tag.PREGNANT),)), LATE) is None


def test_a_replacement_takes_only_what_it_names() -> None:
    one = replace(
        step("Pull", "pull 30", sides=Sides.EACH),
        say="Pull.",
        adapt=(Adaptation(LATE, "Hard to reach.", replace=Replacement(how="Loop a towel.", sets=2)),),
    )
    assert adapted(one, LATE) == replace(one, how="Loop a towel.", sets=2)


def test_a_replaced_dose_is_the_dose_of_the_plan() -> None:
    gentler = Replacement(moves=moves("pull 10"), repetitions=2)
    one = replace(step("Pull", "pull 30"), adapt=(Adaptation(LATE, "Gently.", replace=gentler),))
    assert plan(one, tags=[LATE]).seconds == 5 + 2 * 10


def test_a_skip_beats_a_replacement_in_either_order() -> None:
    gentler = Adaptation(VEINS, "Gently.", replace=Replacement(say="Stroke."))
    for rules in ((skip(LATE), gentler), (gentler, skip(LATE))):
        kept, changes = adapt_steps(routine(replace(step(), adapt=rules)), Profile(frozenset({LATE, VEINS})))
        assert kept == ()
        assert [change.kind for change in changes] == [ChangeKind.SKIPPED]


def test_the_weightier_tag_replaces_where_two_do() -> None:
    rules = (
        Adaptation(VEINS, "Veins.", replace=Replacement(say="Weightier.")),
        Adaptation(LATE, "Late.", replace=Replacement(say="Lighter.", how="Only here.")),
    )
    for order in (rules, rules[::-1]):
        found = adapted(replace(step(), adapt=order), LATE, VEINS)
        assert found is not None
        assert (found.say, found.how) == ("Weightier.", "Only here.")


def test_cautions_add_up_and_are_said_once() -> None:
    one = replace(
        step(),
        cautions=("Slowly.",),
        adapt=(
            Adaptation(VEINS, "Veins.", caution="Lightly."),
            Adaptation(LATE, "Late.", caution="Hold on to something."),
            Adaptation(Tag.PREGNANT, "Pregnant.", caution="Slowly."),
        ),
    )
    found = adapted(one, LATE, VEINS)
    assert found is not None
    assert found.cautions == ("Slowly.", "Lightly.", "Hold on to something.")


def test_a_replacement_may_bring_a_caution_too() -> None:
    rule = Adaptation(LATE, "Late.", replace=Replacement(say="Sit."), caution="Slowly.")
    found = adapted(replace(step(), adapt=(rule,)), LATE)
    assert found is not None
    assert (found.say, found.cautions) == ("Sit.", ("Slowly.",))


def test_skipping_everything_gives_a_plan_that_says_so() -> None:
    found = plan(*(replace(step(name), adapt=(skip(VEINS),)) for name in ("Rub", "Press")), tags=[VEINS])
    assert found.intervals == ()
    assert found.seconds == 0
    assert [(change.name, change.why) for change in found.skipped] == [
        ("Rub", "Not for you."),
        ("Press", "Not for you."),
    ]


def test_a_question_goes_with_the_steps_that_it_guards() -> None:
    rub = replace(step("Rub"), adapt=(skip(VEINS),))
    asked = check(if_yes="other")
    others = [routine(step("Sit"), name="other")]
    names = [one.step.name for one in plan(asked, rub, step("Walk"), tags=[VEINS], others=others).intervals]
    assert "Before you rub" not in names
    assert plan(asked, rub, step("Walk"), others=others).intervals[0].question is not None


def test_a_question_for_a_warning_sign_stays_and_guards_nothing_then() -> None:
    rub = replace(step("Rub"), adapt=(skip(VEINS),))
    asked, walk = plan(check(), rub, step("Walk"), tags=[VEINS]).intervals[:2]
    assert asked.question is not None
    assert (asked.question.yes, asked.question.unsure) == (Consequence.SIGNS, Consequence.SIGNS)
    assert asked.question.silent is Consequence.GO_ON
    assert walk.step.name == "Walk"


def test_a_question_for_some_is_asked_of_nobody_else() -> None:
    asked = check(unanswered=Unanswered.GO_ON)
    assert asked.ask
    asked = replace(asked, ask=replace(asked.ask, only_for=VEINS))
    assert plan(asked, step("Pull")).intervals[0].question is None
    assert plan(asked, step("Pull"), tags=[VEINS]).intervals[0].question is not None


def test_other_words_for_a_step_drop_the_sentences_of_its_moves_unless_they_bring_their_own() -> None:
    pull = replace(step("Pull"), say="Pull.", moves=(Move("pull", 30), Move("ease", 10, "Let go.")))
    moves = (Move("pull", 30), Move("ease", 10, "Loosen the towel."))
    for own, said in ((None, "Loop a towel."), (moves, "Loosen the towel.")):
        other = Replacement(say="Loop a towel.", moves=own)
        changed = replace(pull, adapt=(Adaptation(VEINS, "Not so.", replace=other),))
        found = plan(changed, tags=[VEINS], purpose=Purpose.FIRST_AID).intervals
        assert [one.say() for one in found] == ["Loop a towel.", said]
    assert [one.say() for one in plan(pull, purpose=Purpose.FIRST_AID).intervals] == ["Pull.", "Let go."]


def test_a_question_stays_while_one_of_its_steps_does() -> None:
    rub = replace(step("Rub"), adapt=(skip(VEINS),))
    assert plan(check(guards=2), rub, step("Press"), tags=[VEINS]).intervals[0].question is not None


def test_a_question_that_guards_nothing_when_silent_stays() -> None:
    rub = replace(step("Rub"), adapt=(skip(VEINS),))
    found = plan(check(unanswered=Unanswered.GO_ON), rub, step("Walk"), tags=[VEINS])
    assert found.intervals[0].question is not None


def whole(**rule: object) -> RoutineAdaptation:
    return replace(RoutineAdaptation(LATE, "Late."), **rule)  # type: ignore[arg-type]


def adapted_routine(*rules: RoutineAdaptation, library: bool = True) -> tuple[str, list[tuple[str, ChangeKind]]]:
    other = routine(step("Sit"), name="seated")
    one = routine(step(), adapt=rules)
    found = make_plan(one, Profile(frozenset({LATE, VEINS})), routines={"seated": other} if library else {})
    return found.routine if found.intervals else "", [(change.name, change.kind) for change in found.changes]


def test_a_whole_routine_can_be_left_out() -> None:
    assert adapted_routine(whole(skip=True)) == ("", [("Routine", ChangeKind.SKIPPED)])


def test_another_routine_can_take_its_place() -> None:
    assert adapted_routine(whole(instead="seated")) == ("seated", [("Routine", ChangeKind.REPLACED)])


def test_a_routine_whose_replacement_is_missing_is_left_out_not_played() -> None:
    assert adapted_routine(whole(instead="seated"), library=False) == ("", [("Routine", ChangeKind.SKIPPED)])


def test_leaving_a_routine_out_beats_another_routine_and_a_caution() -> None:
    rules = (whole(tag=VEINS, caution="Lightly."), whole(tag=VEINS, instead="seated"), whole(skip=True))
    assert adapted_routine(*rules) == ("", [("Routine", ChangeKind.SKIPPED)])


def test_cautions_for_a_whole_routine_add_up() -> None:
    one = routine(step(), adapt=(whole(caution="Slowly."), whole(tag=VEINS, caution="Lightly.")))
    assert make_plan(one, Profile(frozenset({LATE, VEINS}))).cautions == ("Lightly.", "Slowly.")


def test_two_routines_that_point_at_each_other_end() -> None:
    one = routine(step(), adapt=(whole(instead="seated"),))
    two = routine(step(), name="seated", adapt=(whole(instead="routine"),))
    found = make_plan(one, Profile(frozenset({LATE})), routines={"routine": one, "seated": two})
    assert found.intervals == ()
    assert found.skipped != ()


@few
@given(routines(timed_steps), profiles)
def test_every_step_is_kept_or_its_absence_has_a_reason(one: Routine, person: Profile) -> None:
    kept, changes = adapt_steps(one, person)
    numbers = {each.number for each in kept}
    left_out = [each.name for number, each in enumerate(one.steps, 1) if number not in numbers]
    assert set(left_out) == {change.name for change in changes if change.kind is ChangeKind.SKIPPED}
    assert all(change.why for change in changes)
