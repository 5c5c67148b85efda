"""A routine file becomes a routine, or every problem in it is told where it stands, in one pass."""

import pytest
from routine_samples import GOOD, SMALL, STEPS, read, step, told

from uncramp.domain.routine import (
    Adaptation,
    Ask,
    Move,
    Part,
    Purpose,
    Replacement,
    RoutineAdaptation,
    Sides,
    Step,
    Tag,
    Unanswered,
)
from uncramp.files.text import Names


def test_a_whole_routine_is_read() -> None:
    routine, problems = read(GOOD)
    assert problems == []
    assert routine is not None
    assert (routine.name, routine.title, routine.origin) == ("x", "Calf cramp, right now", "x.yaml")
    assert (routine.purpose, routine.part) == (Purpose.FIRST_AID, Part.CALF)
    assert routine.notes == ("A cramp lasts seconds.\nOr minutes.",)
    assert routine.adapt == (
        RoutineAdaptation(Tag.RECENT_INJURY, "You have a new injury.", instead="cramp-calf"),
        RoutineAdaptation(Tag.CLOT_RISK, "Your risk of a clot is raised.", skip=True),
        RoutineAdaptation(Tag.PREGNANT, "You are pregnant.", caution="Stop for pain."),
    )
    pull, ask, rub, raises = routine.steps
    assert pull == Step(
        name="Pull your toes toward you",
        say="Pull your toes toward your shin. Slowly.",
        how="Sit. Keep the leg straight, and draw.",
        partner="Hold the heel.",
        figure="seated-toe-pull",
        position="Sitting",
        sides=Sides.AFFECTED,
        moves=(Move("pull", 30), Move("ease in", 90)),
        until_relief=True,
        at_most=5,
        offer_after=2,
        otherwise="cramp-calf-standing",
        cautions=("Slowly.",),
        sources=("aaos-hold",),
        adapt=(
            Adaptation(
                Tag.LATE_PREGNANCY,
                "Reaching the toes is hard now.",
                replace=Replacement(say="Loop a towel.", figure="wall-lean", moves=(Move("pull", 20),)),
                caution="Sit up.",
            ),
        ),
    )
    assert ask == Step(
        name="Before you rub",
        how="It may be a clot.",
        sources=("our-choice",),
        ask=Ask("Is one leg swollen?", "signs", 90, Unanswered.GO_ON, 2),
    )
    assert rub.optional
    assert (raises.sides, raises.repetitions, raises.sets, raises.rest, raises.change) == (
        Sides.EACH,
        10,
        2,
        30,
        0,
    )


def test_a_question_waits_a_minute_and_guards_one_step_by_itself() -> None:
    routine, _ = read(STEPS + "  - {name: A, ask: B?, if_yes: cramp-calf}\n" + step("moves: [a 1s]")[len(STEPS) :])
    assert routine is not None
    assert routine.steps[0].ask == Ask("B?", "cramp-calf", 60, Unanswered.SKIP, 1)


SEVEN = """\
title: Seven mistakes
purpose: dayly
for: calf
steps:
  - name: Heel raises
    say: Rise. And lower.
    repititions: 10
    sets: 99
    rest: 30
    moves: [rise 2s, hold]
    figure: wall-leen
  - name: Walk
    name: Walk about
    say: Walk.
    moves: [walk 2m]
"""


def test_seven_mistakes_are_seven_problems_with_the_right_lines_and_columns() -> None:
    assert told(SEVEN) == [
        "2:10: purpose: 'dayly' is not known here: did you mean 'daily'?",
        "7:5: step 1, repititions: unknown key 'repititions': did you mean 'repetitions'?",
        "8:11: step 1, sets: 99 is out of range: from 1 to 50",
        "9:11: step 1, rest: '30' has no unit: write 30s, or 30m",
        "10:22: step 1, move 2: 'hold' has no time: write it behind, such as 'hold 10s'",
        "11:13: step 1, figure: there is no figure 'wall-leen': did you mean 'wall-lean'?",
        "13:5: step 2, name: 'name' is here twice, first on line 12: keep one",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALL.replace("title: Small\n", ""), "1:1: title: is missing. What people call the routine."),
        (SMALL.replace("Small", "x" * 61), "1:8: title: is 61 characters long: 60 at most"),
        (SMALL.replace("Small", "''"), "1:8: title: is empty: text belongs here"),
        (SMALL.replace("Small", "~"), "1:8: title: is empty: text belongs here"),
        (SMALL.replace("Small", "[a]"), "1:8: title: must be text, not a list"),
        (SMALL.replace("Small", "{a: b}"), "1:8: title: must be text, not a group of keys"),
        (
            SMALL.replace("calf", "elbow"),
            "3:6: for: 'elbow' is not known here: it must be one of calf, foot, thigh, hand, leg",
        ),
        (
            SMALL + "zzz: 1\n",
            (
                "8:1: zzz: unknown key 'zzz': the keys here are title, purpose, for, about, label, position, notes,"
                " cautions, adapt, per_day, days, counts_as, steps"
            ),
        ),
        (SMALL.replace("    say: Lean in.\n", ""), None),
        (SMALL.replace("title", "titel"), "1:1: titel: unknown key 'titel': did you mean 'title'?"),
        (
            SMALL.replace("Lean in.", "one two three four five six seven eight nine ten eleven twelve thirteen"),
            "6:10: step 1, say: has 13 words: 12 at most, to be taken in at a glance",
        ),
        (STEPS + "  []\n", "5:3: steps: has 0 items: from 1 to 100 belong here"),
        (STEPS + "  - a\n", "5:5: step 1: must be a step with keys such as 'name:', not 'a'"),
        (
            STEPS + "  - {name: A, ask: B?}\n",
            "5:5: step 1, if_yes: is missing. What a yes leads to: signs, or a routine.",
        ),
        (
            STEPS + "  - {name: A, ask: B?, if_yes: x}\n",
            "5:32: step 1, if_yes: 'x' is this routine itself: name another one",
        ),
        (
            STEPS + "  - {name: A, ask: B?, if_yes: signs, repetitions: 3}\n",
            "5:39: step 1, repetitions: 'repetitions' belongs to moves, and this step is a question: make it a step after this one",
        ),
        (
            STEPS + "  - {name: A, ask: B?, if_yes: signs, guards: 1}\n",
            "5:47: step 1, guards: 1 is out of range: only 0 follow this question",
        ),
        (
            SMALL + "adapt: {pregnant: {instead: x, why: W}}\n",
            "8:29: adapt, pregnant, instead: 'x' is this routine itself: name another one",
        ),
        (
            SMALL + "adapt: {pregnant: {instead: cramp-calf, skip: true, why: W}}\n",
            "8:20: adapt, pregnant, instead: can't be with 'skip': what is left out needs nothing else",
        ),
        (
            SMALL + "notes: a note\n",
            "8:8: notes: must be a list, not 'a note': write a '- ' before each note",
        ),
        (SMALL + "reps: 3\n", "8:1: reps: 'repetitions' is said in a step: move it there, below 'steps:'"),
        ("- a\n- b\n", "1:1: must be a routine with keys such as 'title:', not a list"),
        ("text", "1:1: must be a routine with keys such as 'title:', not 'text'"),
        ("", "1:1: the file is empty"),
        (SMALL + 'about: "x\\e[31m"\n', "8:10: about: hidden character U+001B: take it out"),
    ],
)
def test_each_mistake_in_a_routine_is_told_where_it_stands(text: str, problem: str | None) -> None:
    found = told(text)
    assert len(found) == 1 if problem is None else found == [problem]


@pytest.mark.parametrize("name", ["", "Big", "a b", "-a", "a" * 61, "é", "a.b", "\x1b"])
def test_a_file_name_that_nobody_can_call_is_a_problem(name: str) -> None:
    routine, problems = read(SMALL, name=name)
    assert routine is None
    assert "can't be called" in problems[0]
    assert problems[0].isprintable()


def test_names_that_are_not_known_are_not_checked() -> None:
    text = step("moves: [a 1s]", "figure: some-figure", "sources: [some-source]")
    assert read(text, names=Names())[1] == []


def test_each_way_to_write_a_duration_is_read() -> None:
    routine, problems = read(step("moves: [a 90s, b 1m30s, c 1:30, d 0:30, e 01:30, f 2m]"))
    assert problems == []
    assert routine is not None
    assert [move.seconds for move in routine.steps[0].moves] == [90, 90, 90, 30, 90, 120]


def test_words_that_yaml_would_turn_into_something_else_stay_words() -> None:
    routine, _ = read(SMALL.replace("Small", "no").replace("Lean in.", "1:30"))
    assert routine is not None
    assert (routine.title, routine.steps[0].say) == ("no", "1:30")


def test_many_problems_are_capped_and_the_rest_counted() -> None:
    found = told(SMALL + "".join(f"k{nth}: 1\n" for nth in range(500)))
    assert len(found) == 201
    assert found[-1].endswith("and 300 more problems")
