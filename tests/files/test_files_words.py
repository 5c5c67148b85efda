"""Moves with sentences of their own, answers in words, what a yes means, and what only `check` says."""

import pytest
from routine_samples import NAMES, read, step, told

from uncramp.domain.routine import Call, Move, Tag, Unanswered
from uncramp.files.text import Names

ASK = """\
title: Small
purpose: first-aid
for: calf
steps:
  - name: Check
    ask: Is it swollen?
"""
WALK = "  - {name: Walk, say: Walk., moves: [walk 1m]}\n"
CHECKED = Names(NAMES.figures, NAMES.sources, NAMES.routines, moves={"wall-lean": ("lean in", "upright")})


def asked(*lines: str) -> str:
    return ASK + "".join(f"    {line}\n" for line in lines) + WALK


def test_a_move_may_have_a_sentence_of_its_own() -> None:
    routine, problems = read(step("moves:", "  - pull 30s", "  - ease off 10s: Let the foot go loose, a little."))
    assert problems == []
    assert routine is not None
    assert routine.steps[0].moves == (
        Move("pull", 30),
        Move("ease off", 10, "Let the foot go loose, a little."),
    )


@pytest.mark.parametrize(
    ("move", "problem"),
    [
        ("hold 10: Stay.", "'10' has no unit: write 'hold 10s', or 'hold 10m'"),
        ("hold 0s: Stay.", "0s is out of range: from 1s to 120m"),
        ("hold 10s:", "is empty: text belongs here"),
        ("hold 10s: [a]", "is no move: write it as in 'hold 10s', or with its own words 'hold 10s: Stay there.'"),
        ("hold: Stay there.", "is no move: write it as in 'hold 10s', or with its own words 'hold 10s: Stay there.'"),
        (
            "{hold 10s: A., go 5s: B.}",
            "is no move: write it as in 'hold 10s', or with its own words 'hold 10s: Stay there.'",
        ),
        ("hold 10s: " + "a " * 13, "has 13 words: 12 at most, to be taken in at a glance"),
    ],
)
def test_a_wrong_one_is_told_where_it_stands(move: str, problem: str) -> None:
    (found,) = told(step("moves:", f"  - {move}"))
    assert found.startswith("8:")
    assert found.endswith(f": step 1, move 1: {problem}")


def test_a_question_may_say_what_a_yes_means_whom_it_is_for_and_how_soon_to_call() -> None:
    keys = ["if_yes: signs", "means: It may be a clot.", "call: now", "only_for: recent_injury", "unanswered: go-on"]
    routine, problems = read(asked(*keys))
    assert problems == []
    assert routine is not None
    ask = routine.steps[0].ask
    assert ask is not None
    assert (ask.means, ask.call, ask.only_for) == ("It may be a clot.", Call.NOW, Tag.RECENT_INJURY)
    assert ask.unanswered is Unanswered.GO_ON


def test_the_answers_of_a_choice_may_have_words_of_their_own() -> None:
    front, back = (f"  - {{name: A, say: A., when: {side}, moves: [hold 10s]}}\n" for side in ("front", "back"))
    text = asked("yes: In front", "no: Behind", "if_yes: front", "if_no: back").replace(WALK, front + back)
    routine, problems = read(text)
    assert problems == []
    assert routine is not None
    assert routine.choice is not None
    assert (routine.choice.yes, routine.choice.no) == ("In front", "Behind")


BRANCHES = "".join(f"  - {{name: A, say: A., when: {side}, moves: [hold 10s]}}\n" for side in ("front", "back"))


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (("yes: In front",), "yes: needs 'no': give both answers words of their own"),
        (("no: Behind",), "no: needs 'yes': give both answers words of their own"),
        (("yes: Here", "no: Here"), "no: says the same as 'yes': give each answer words of its own"),
    ],
)
def test_answers_with_words_of_their_own_both_have_them(answers: tuple[str, ...], problem: str) -> None:
    (found,) = told(asked(*answers, "if_yes: front", "if_no: back").replace(WALK, BRANCHES))
    assert found.endswith(f": step 1, {problem}")


def test_a_question_that_chooses_may_come_after_one_for_some() -> None:
    before = "  - {name: Injury, ask: Is it here?, if_yes: signs, only_for: recent_injury}\n"
    text = asked("if_yes: front", "if_no: back").replace(WALK, BRANCHES)
    routine, problems = read(text.replace("steps:\n", "steps:\n" + before))
    assert problems == []
    assert routine is not None
    assert routine.choice is routine.steps[1].ask
    assert told(text.replace("steps:\n", "steps:\n" + before.replace(", only_for: recent_injury", ""))) != []


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("if_yes: signs", "yes: Here"), "8:5: step 1, yes: 'yes' is for a question that chooses between two branches ('if_no'): take it out"),
        (("if_yes: cramp-calf", "means: A clot."), "8:5: step 1, means: is said with the warning signs: write 'if_yes: signs', or take it out"),
        (("if_yes: cramp-calf", "call: now"), "8:5: step 1, call: is said with the warning signs: write 'if_yes: signs', or take it out"),
        (("if_yes: signs", "call: soon"), "8:11: step 1, call: 'soon' is not known here: it must be one of now, today"),
        (("if_yes: signs", "only_for: pregnat"), "8:15: step 1, only_for: 'pregnat' is not known here: did you mean 'pregnant'?"),
        (("if_yes: signs", "wait: 5s"), "8:11: step 1, wait: 5s is out of range: from 20s to 10m"),
    ],
)  # fmt: skip
def test_a_wrong_key_of_a_question_is_told_where_it_stands(lines: tuple[str, ...], problem: str) -> None:
    assert told(asked(*lines)) == [problem]


SHOWN = step("figure: wall-lean", "moves:", "  - lean in 3s", "  - lean off 3s: Come back.")


def test_a_move_that_the_figure_does_not_show_is_said_where_a_file_is_checked() -> None:
    problem = "8:5: step 1, moves: the figure 'wall-lean' does not show 'lean off': it has lean in, upright"
    assert told(SHOWN) == []
    assert read(SHOWN, names=CHECKED)[1] == [problem]


def test_sentences_that_a_replacement_drops_are_said_where_a_file_is_checked() -> None:
    moves = step("moves: [pull 3s, {ease 3s: Let go.}]", "adapt: {pregnant: {replace: {say: Loop a towel.}, why: W}}")
    assert told(moves) == []
    (found,) = read(moves, names=CHECKED)[1]
    place, message = (
        "step 1, adapt, pregnant, replace, say",
        "drops the sentences of the moves: write 'moves' here, too,",
    )
    assert f"{place}: {message} with what to say now" in found
    with_moves = moves.replace("{say: Loop a towel.}", "{say: Loop a towel., moves: [pull 3s, ease 3s]}")
    assert read(with_moves, names=CHECKED)[1] == []
