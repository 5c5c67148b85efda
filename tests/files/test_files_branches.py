"""A choice between two branches: read, and each mistake told where it stands."""

import pytest
from routine_samples import STEPS, read, told
from test_files_schema import accepts

from uncramp.domain.routine import Ask, Unanswered

CHOICE = """\
  - name: Which part?
    ask: Is it the front?
    if_yes: front
    if_no: back
    wait: 25s
"""


def step(name: str, *lines: str) -> str:
    return f"  - name: {name}\n    say: Do it.\n    moves: [hold 10s]\n" + "".join(f"    {one}\n" for one in lines)


BACK, FRONT = step("Sit", "when: back"), step("Stand", "when: front")


def test_a_choice_and_its_branches_are_read() -> None:
    routine, problems = read(STEPS + CHOICE + BACK + FRONT + step("Walk"))
    assert problems == []
    assert routine is not None
    assert routine.choice == Ask("Is it the front?", "front", 25, Unanswered.GO_ON, guards=1, if_no="back")
    assert [one.when for one in routine.steps] == ["", "back", "front", ""]


def test_a_routine_without_a_choice_has_none() -> None:
    routine, _ = read(STEPS + step("Walk"))
    assert routine is not None
    assert routine.choice is None


def test_a_question_can_belong_to_a_branch() -> None:
    asked = "  - {name: Check, ask: Is it hot?, if_yes: signs, when: front}\n"
    assert told(STEPS + CHOICE + BACK + asked + FRONT) == []


def test_both_may_say_what_silence_does() -> None:
    assert told(STEPS + CHOICE + "    unanswered: go-on\n" + BACK + FRONT) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            CHOICE.replace("front\n", "frnt\n") + BACK + FRONT,
            "7:13: step 1, if_yes: no step says 'when: frnt': did you mean 'front'?",
        ),
        (
            CHOICE + step("Sit", "when: bak") + FRONT,
            "8:12: step 1, if_no: no step says 'when: back': did you mean 'bak'?",
        ),
        (
            CHOICE + BACK,
            "7:13: step 1, if_yes: no step says 'when: front': write it in the steps that belong to it",
        ),
        (
            CHOICE + BACK + FRONT + step("Kneel", "when: frnt"),
            "21:11: step 4, when: no question chooses 'frnt': did you mean 'front'?",
        ),
        (
            CHOICE + BACK + FRONT + step("Kneel", "when: zzz"),
            "21:11: step 4, when: no question chooses 'zzz': it must be one of front, back",
        ),
        (
            BACK,
            (
                "8:11: step 1, when: no question chooses 'back': put a question with 'if_yes' and 'if_no' on top"
                " of the steps, or take it out"
            ),
        ),
        (
            CHOICE.replace("back", "front") + FRONT,
            "8:12: step 1, if_no: leads to 'front', as the other answer does",
        ),
        (
            step("Walk") + CHOICE + BACK + FRONT,
            ("11:5: step 2, if_no: chooses between two branches, so it must be the first step: put it on top"),
        ),
        (
            CHOICE + "    guards: 1\n" + BACK + FRONT,
            "10:5: step 1, guards: a choice between two branches leaves no other step out: take it out",
        ),
        (
            CHOICE + "    unanswered: skip\n" + BACK + FRONT,
            "10:17: step 1, unanswered: 'skip' is not known here: it must be 'go-on'",
        ),
        (
            CHOICE + "    when: front\n" + BACK + FRONT,
            "10:5: step 1, when: a choice between two branches belongs to no branch itself: take it out",
        ),
        (
            CHOICE.replace("    if_yes: front\n", "") + BACK + step("Stand"),
            "5:5: step 1, if_yes: is missing. The branch that a yes leads to: the steps with this 'when'.",
        ),
        (
            CHOICE.replace("if_yes: front", "if_yes: Front") + BACK + FRONT,
            (
                "7:13: step 1, if_yes: 'Front' can't be the name of a branch: a name is small letters, digits and"
                " '-', 60 at most"
            ),
        ),
        (
            step("Walk", "if_no: back"),
            "8:5: step 1, if_no: 'if_no' belongs to a question, and this step has moves: make it a step before this one",
        ),
    ],
)
def test_each_mistake_is_told_where_it_stands(text: str, problem: str) -> None:
    assert problem in told(STEPS + text)


@pytest.mark.parametrize(
    "text",
    [
        CHOICE.replace("front\n", "frnt\n") + BACK + FRONT,
        CHOICE + step("Sit", "when: bak") + FRONT,
        CHOICE + BACK,
        BACK,
        step("Walk") + CHOICE + BACK + FRONT,
    ],
)
def test_one_mistake_is_told_once(text: str) -> None:
    assert len(told(STEPS + text)) == 1


@pytest.mark.parametrize("value", ["", "[front]", "{a: b}"])
def test_anything_can_stand_where_a_branch_belongs(value: str) -> None:
    assert told(STEPS + CHOICE.replace("if_no: back", f"if_no: {value}") + BACK + FRONT)
    assert told(STEPS + CHOICE + BACK + step("Stand", f"when: {value}"))


def test_the_schema_knows_both_kinds_of_question() -> None:
    assert accepts(STEPS + CHOICE + BACK + FRONT)
    assert not accepts(STEPS + CHOICE + "    guards: 1\n" + BACK + FRONT)
    assert not accepts(STEPS + CHOICE.replace("    if_yes: front\n", "") + BACK)
    assert not accepts(STEPS + step("Walk", "if_no: back"))
