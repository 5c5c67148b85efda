"""A routine file becomes a routine, or every problem in it is told where it stands, in one pass."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from routine_samples import GOOD, NAMES, SMALL, STEPS, read, step, told

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
from uncramp.reading.place import Names


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
    routine, _ = read(
        STEPS + "  - {name: A, ask: B?, if_yes: cramp-calf}\n" + step("moves: [a 1s]")[len(STEPS) :]
    )
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
        "7:5: steps[0].repititions: unknown key 'repititions': did you mean 'repetitions'?",
        "8:11: steps[0].sets: 99 is out of range: from 1 to 50",
        "9:11: steps[0].rest: '30' has no unit: write a duration as 30s, 2m, 1m30s or 1:30",
        "10:22: steps[0].moves[1]: 'hold' has no time: write 'hold 10s'",
        "11:13: steps[0].figure: there is no figure 'wall-leen': did you mean 'wall-lean'?",
        "13:5: steps[1].name: 'name' is here twice, first on line 12: keep one",
    ]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["moves: [hold]"], "7:13: steps[0].moves[0]: 'hold' has no time: write 'hold 10s'"),
        (["moves: [lean in]"], "7:13: steps[0].moves[0]: 'lean in' has no time: write 'lean in 10s'"),
        (["moves: [10s]"], "7:13: steps[0].moves[0]: '10s' has no name: write 'hold 10s'"),
        (
            ["moves: [hold 10]"],
            "7:13: steps[0].moves[0]: '10' has no unit: write a duration as 30s, 2m, 1m30s or 1:30",
        ),
        (["moves: [hold 0s]"], "7:13: steps[0].moves[0]: 0s is out of range: from 1s to 120m"),
        (["moves: [hold 121m]"], "7:13: steps[0].moves[0]: 121m is out of range: from 1s to 120m"),
        (
            ["moves: [pull 30s ease 10s]"],
            "7:13: steps[0].moves[0]: 'pull 30s ease 10s' has two times: put a comma between two moves",
        ),
        (
            ["moves: [pull: 30s]"],
            "7:13: steps[0].moves[0]: must be one text, the name and its time: write 'hold 10s'",
        ),
        (
            ["moves: pull 30s"],
            "7:12: steps[0].moves: must be a list, not 'pull 30s': write [pull 30s, ease 10s]",
        ),
        (["moves: []"], "7:12: steps[0].moves: has 0 items: from 1 to 30 belong here"),
        (["moves:"], "7:11: steps[0].moves: must be a list, not nothing: write [pull 30s, ease 10s]"),
        (["moves: [a 1s]", "sides: left"], None),
        (["moves: [a 1s]", "sides: [each]"], None),
        (
            ["moves: [a 1s]", "optional: yes"],
            "8:15: steps[0].optional: 'yes' is not known here: write true or false",
        ),
        (
            ["moves: [a 1s]", "optional: 'true'"],
            "8:15: steps[0].optional: 'true' is not known here: write true or false without quotes",
        ),
        (
            ["moves: [a 1s]", "repetitions: 010"],
            "8:18: steps[0].repetitions: '010' begins with 0, which YAML may read as another number: leave the 0 out",
        ),
        (
            ["moves: [a 1s]", "repetitions: 0"],
            "8:18: steps[0].repetitions: 0 is out of range: from 1 to 1000",
        ),
        (
            ["moves: [a 1s]", "repetitions: -3"],
            "8:18: steps[0].repetitions: -3 is out of range: from 1 to 1000",
        ),
        (
            ["moves: [a 1s]", "repetitions: 1e3"],
            "8:18: steps[0].repetitions: '1e3' is no whole number: write a whole number from 1 to 1000",
        ),
        (
            ["moves: [a 1s]", "repetitions: '3'"],
            "8:18: steps[0].repetitions: '3' is in quotes: write 3 without them",
        ),
        (
            ["moves: [a 1s]", "sets: 2", "rest: 61m"],
            "9:11: steps[0].rest: 61m is out of range: from 0s to 60m",
        ),
        (
            ["moves: [a 1s]", "rest: 5s"],
            "8:5: steps[0].rest: there is no rest in a single set: write 'sets: 2' or more, or take it out",
        ),
        (
            ["moves: [a 1s]", "rest: 5s", "sets: 1"],
            "8:5: steps[0].rest: there is no rest in a single set: write 'sets: 2' or more, or take it out",
        ),
        (
            ["moves: [a 1s]", "sides: both", "change: 5s"],
            (
                "9:5: steps[0].change: there is no change of sides here: write 'sides: each' or 'alternating',"
                " or take it out"
            ),
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "repetitions: 2"],
            (
                "10:5: steps[0].repetitions: can't be with 'until': an open-ended step repeats its moves until relief:"
                " take one of them out"
            ),
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "sides: each"],
            "10:5: steps[0].sides: an open-ended step stays on one side: take it out, or take 'until' out",
        ),
        (
            ["moves: [a 1s]", "until: relief"],
            "8:5: steps[0].until: needs 'at_most': how many rounds, so that it never goes on for ever",
        ),
        (
            ["moves: [a 1s]", "until: better", "at_most: 3"],
            "8:12: steps[0].until: 'better' is not known here: it must be 'relief'",
        ),
        (
            ["moves: [a 1s]", "at_most: 3"],
            "8:5: steps[0].at_most: needs 'until': write 'until: relief', or take it out",
        ),
        (
            ["moves: [a 1s]", "otherwise: cramp-calf"],
            "8:5: steps[0].otherwise: needs 'until': another routine is offered where a step goes on until relief",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "offer_after: 2"],
            "10:5: steps[0].offer_after: needs 'otherwise': name the routine that is offered",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "otherwise: cramp-calf", "offer_after: 4"],
            "11:5: steps[0].offer_after: 4 is out of range: from 1 to 3, which is 'at_most'",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "otherwise: cramp-claf"],
            "10:16: steps[0].otherwise: there is no routine 'cramp-claf': did you mean 'cramp-calf'?",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "otherwise: x"],
            "10:16: steps[0].otherwise: 'x' is this routine itself: name another one",
        ),
        (
            ["moves: [a 1s]", "sources: [aaos-hold, ours]"],
            "8:26: steps[0].sources[1]: there is no source 'ours'",
        ),
        (
            ["moves: [a 1s]", "figure: ../x"],
            (
                "8:13: steps[0].figure: '../x' can't be the name of a figure: a name is small letters, digits and '-',"
                " 60 at most"
            ),
        ),
        (
            ["moves: [a 1s]", "if_yes: signs"],
            "8:5: steps[0].if_yes: 'if_yes' belongs to a question, and this step has moves",
        ),
        (
            ["moves: [a 1s]", "ask: Does it hurt?"],
            "8:5: steps[0].ask: 'ask' belongs to a question, and this step has moves",
        ),
        (
            ["moves: [a 1s]", "adapt: {late_pregnency: {skip: true, why: W}}"],
            "8:13: steps[0].adapt.late_pregnency: there is no tag 'late_pregnency': did you mean 'late_pregnancy'?",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {skip: true}}"],
            "8:23: steps[0].adapt.pregnant.why: is missing. The reason, said to the person.",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {skip: false, why: W}}"],
            "8:30: steps[0].adapt.pregnant.skip: 'false' is not known here: write true, or leave the key out",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {why: W}}"],
            "8:23: steps[0].adapt.pregnant: needs one of these keys: skip, replace, caution",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {skip: true, caution: C, why: W}}"],
            "8:36: steps[0].adapt.pregnant.caution: can't be with 'skip': what is left out needs nothing else",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {replace: {rest: 5s}, why: W}}"],
            (
                "8:34: steps[0].adapt.pregnant.replace.rest: there is no rest in a single set:"
                " write 'sets: 2' or more, or take it out"
            ),
        ),
        (
            [
                "moves: [a 1s]",
                "until: relief",
                "at_most: 2",
                "adapt: {pregnant: {replace: {sides: each}, why: W}}",
            ],
            (
                "10:34: steps[0].adapt.pregnant.replace.sides: an open-ended step stays on one side: take it out,"
                " or take 'until' out"
            ),
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {replace: {until: relief}, why: W}}"],
            (
                "8:34: steps[0].adapt.pregnant.replace.until: 'until' is not for a replacement: how a step ends,"
                " and what it asks, stays"
            ),
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {replace: {}, why: W}}"],
            "8:33: steps[0].adapt.pregnant.replace: is empty: write what is to change, or take it out",
        ),
        (
            ["moves: [a 2h]"],
            "7:13: steps[0].moves[0]: '2h' is not a duration: write a duration as 30s, 2m, 1m30s or 1:30",
        ),
        (
            ["moves: [walk 2m]", "repetitions: 121"],
            "4:1: steps: take 242m in all: 240m at most, so a number is too high",
        ),
        (
            ["moves: [walk 2m]", "repetitions: 60", "sides: alternating", "change: 1s"],
            "4:1: steps: take 241m59s in all: 240m at most, so a number is too high",
        ),
        (
            ["moves: [walk 2m]", "adapt: {pregnant: {replace: {repetitions: 121}, why: W}}"],
            "4:1: steps: take 242m in all: 240m at most, so a number is too high",
        ),
    ],
)
def test_each_mistake_in_a_step_is_told_where_it_stands(lines: list[str], problem: str | None) -> None:
    found = told(step(*lines))
    assert len(found) == 1 if problem is None else found == [problem]


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
                " cautions, adapt, steps"
            ),
        ),
        (SMALL.replace("    say: Lean in.\n", ""), None),
        (SMALL.replace("title", "titel"), "1:1: titel: unknown key 'titel': did you mean 'title'?"),
        (
            SMALL.replace(
                "Lean in.", "one two three four five six seven eight nine ten eleven twelve thirteen"
            ),
            "6:10: steps[0].say: has 13 words: 12 at most, to be taken in at a glance",
        ),
        (STEPS + "  []\n", "5:3: steps: has 0 items: from 1 to 100 belong here"),
        (STEPS + "  - a\n", "5:5: steps[0]: must be a step with keys such as 'name:', not 'a'"),
        (
            STEPS + "  - {name: A, ask: B?}\n",
            "5:5: steps[0].if_yes: is missing. What a yes leads to: signs, or a routine.",
        ),
        (
            STEPS + "  - {name: A, ask: B?, if_yes: x}\n",
            "5:32: steps[0].if_yes: 'x' is this routine itself: name another one",
        ),
        (
            STEPS + "  - {name: A, ask: B?, if_yes: signs, repetitions: 3}\n",
            "5:39: steps[0].repetitions: 'repetitions' belongs to moves, and this step is a question",
        ),
        (
            STEPS + "  - {name: A, ask: B?, if_yes: signs, guards: 1}\n",
            "5:47: steps[0].guards: 1 is out of range: only 0 follow this question",
        ),
        (
            SMALL + "adapt: {pregnant: {instead: x, why: W}}\n",
            "8:29: adapt.pregnant.instead: 'x' is this routine itself: name another one",
        ),
        (
            SMALL + "adapt: {pregnant: {instead: cramp-calf, skip: true, why: W}}\n",
            "8:20: adapt.pregnant.instead: can't be with 'skip': what is left out needs nothing else",
        ),
        (
            SMALL + "notes: a note\n",
            "8:8: notes: must be a list, not 'a note': write a '- ' before each note",
        ),
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


STRANGERS = [
    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  containers:\n    - name: a\n      image: b\n",
    "apiVersion: v1\nkind: Service\n---\napiVersion: apps/v1\nkind: Deployment\n",
    "services:\n  web:\n    image: nginx\n    ports: ['80:80']\nx-a: &a {b: c}\ny: {<<: *a}\n",
    "on: [push]\njobs: {test: {steps: [{uses: actions/checkout@v4}, {run: pytest}]}}\n",
    "- hosts: all\n  tasks:\n    - name: t\n      debug: msg={{ x }}\n",
    "openapi: 3.0.0\ninfo: {title: x, version: 1.0.0}\npaths: {}\n",
    "Resources:\n  B: !Ref A\n  C: !Sub '${A}'\n",
    '{"title": "json", "steps": [1, 2.5, null, true, {"a": []}]}',
    "",
    "\n\n\n",
    "---\n...\n",
    "text",
    "42",
    "~",
    "[]",
    "{}",
    "- a\n- - b\n  - c\n",
    "a:\tb\n",
    "\ta: b\n",
    "title: a\n\tpurpose: b\n",
    "a: &a [*a]\n",
    "title: {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: q}}}}}}}}}}}}}}}}\n",
    "steps: {name: a}\n",
    "steps:\n  - moves: {a: b}\n    ask: [c]\n    adapt: [d]\n",
    "steps: [[], {}, a, ~, {moves: [[], {}, ~, '']}, {ask: {}}, {adapt: {pregnant: []}}]\n",
    "adapt: a\nsteps: [{adapt: {pregnant: {replace: a}}}, {adapt: {pregnant: {replace: {}}}}]\n",
    "title: " + "9" * 5_000 + "\nsteps: [{repetitions: " + "9" * 5_000 + ", rest: " + "9" * 5_000 + "s}]\n",
    "title: 2026-13-45\nfor: 0x" + "f" * 5_000 + "\n",
    "%PDF-1.4\n%âãÏÓ\n",
    "<html><body>404</body></html>",
    "\x00\x01\x02",
    "key: |\n  block\n key2: bad\n",
    "!!python/object/apply:os.system ['true']\n",
    "? a\n? b\n",
    "\U0001f9b5: \U0001f9b5\n",
]


@pytest.mark.parametrize("text", STRANGERS)
@pytest.mark.parametrize("libyaml", [True, False])
def test_files_of_other_kinds_are_refused_and_never_raise(
    text: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not libyaml:
        monkeypatch.delattr(yaml, "CSafeLoader")
    found = told(text)
    assert found
    assert all(problem.isprintable() for problem in found)


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(data: bytes) -> None:
    read(data)


LINES = GOOD.encode().splitlines(keepends=True)
SCRAPS = st.sampled_from(
    [b"", b"\t", b"[", b"{", b"'", b'"', b"\xff", b"\x00", b"- ", b": ", b"&a ", b"*a ", b"0", b"~"]
)


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), SCRAPS), max_size=4))
def test_a_good_file_with_some_bytes_changed_never_raises(changes: list[tuple[int, int, bytes]]) -> None:
    data = GOOD.encode()
    for start, length, scrap in changes:
        data = data[:start] + scrap + data[start + length :]
    read(data)


@given(st.permutations(LINES))
def test_a_good_file_with_its_lines_shuffled_never_raises(lines: list[bytes]) -> None:
    read(b"".join(lines))


@given(st.lists(st.sampled_from(range(len(LINES))), max_size=3))
def test_a_good_file_with_some_lines_gone_never_raises(gone: list[int]) -> None:
    read(b"".join(line for nth, line in enumerate(LINES) if nth not in gone))


def test_the_names_that_tests_use_are_known() -> None:
    assert NAMES.routines
    assert read(SMALL)[1] == []
