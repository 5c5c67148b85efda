"""Each mistake that a step can hold is told where it stands, with what would be right."""

import pytest
from routine_samples import step, told


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["moves: [hold]"], "7:13: step 1, move 1: 'hold' has no time: write it behind, such as 'hold 10s'"),
        (["moves: [lean in]"], "7:13: step 1, move 1: 'lean in' has no time: write it behind, such as 'lean in 10s'"),
        (["moves: [10s]"], "7:13: step 1, move 1: '10s' has no name: write 'hold 10s'"),
        (
            ["moves: [hold 10]"],
            "7:13: step 1, move 1: '10' has no unit: write 'hold 10s', or 'hold 10m'",
        ),
        (["moves: [hold 0s]"], "7:13: step 1, move 1: 0s is out of range: from 1s to 120m"),
        (["moves: [hold 121m]"], "7:13: step 1, move 1: 121m is out of range: from 1s to 120m"),
        (
            ["moves: [pull 30s ease 10s]"],
            "7:13: step 1, move 1: 'pull 30s ease 10s' has two times: write each move as an item of its own, 'pull 30s' and 'ease 10s'",
        ),
        (
            ["moves: [pull: 30s]"],
            "7:13: step 1, move 1: is no move: write 'pull 30s', or with its own words 'pull 30s: Stay there.'",
        ),
        (
            ["moves: pull 30s"],
            "7:12: step 1, moves: must be a list, not 'pull 30s': write [pull 30s]",
        ),
        (["moves: []"], "7:12: step 1, moves: has 0 items: from 1 to 30 belong here"),
        (["moves:"], "7:11: step 1, moves: must be a list, not nothing: write them as in [pull 30s, ease 10s]"),
        (
            ["moves: [a 1s]", "per_day: 2"],
            "8:5: step 1, per_day: 'per_day' is said once, at the top of the file, beside 'title': move it there",
        ),
        (["moves: [a 1s]", "sides: upper"], None),
        (["moves: [a 1s]", "sides: [each]"], None),
        (
            ["moves: [a 1s]", "optional: yes"],
            "8:15: step 1, optional: 'yes' is not known here: write true or false",
        ),
        (
            ["moves: [a 1s]", "optional: 'true'"],
            "8:15: step 1, optional: 'true' is not known here: write true or false without quotes",
        ),
        (
            ["moves: [a 1s]", "repetitions: 010"],
            "8:18: step 1, repetitions: '010' begins with 0, which YAML may read as another number: leave the 0 out",
        ),
        (
            ["moves: [a 1s]", "repetitions: 0"],
            "8:18: step 1, repetitions: 0 is out of range: from 1 to 1000",
        ),
        (
            ["moves: [a 1s]", "repetitions: -3"],
            "8:18: step 1, repetitions: -3 is out of range: from 1 to 1000",
        ),
        (
            ["moves: [a 1s]", "repetitions: 1e3"],
            "8:18: step 1, repetitions: '1e3' is no whole number: write a whole number from 1 to 1000",
        ),
        (
            ["moves: [a 1s]", "repetitions: '3'"],
            "8:18: step 1, repetitions: '3' is in quotes: write 3 without them",
        ),
        (
            ["moves: [a 1s]", "sets: 2", "rest: 61m"],
            "9:11: step 1, rest: 61m is out of range: from 0s to 60m",
        ),
        (
            ["moves: [a 1s]", "rest: 5s"],
            "8:5: step 1, rest: there is no rest in a single set: take it out, or write how many 'sets'",
        ),
        (
            ["moves: [a 1s]", "rest: 5s", "sets: 1"],
            "8:5: step 1, rest: there is no rest in a single set: take it out, or write how many 'sets'",
        ),
        (
            ["moves: [a 1s]", "sides: both", "change: 5s"],
            (
                "9:5: step 1, change: there is no change of sides here: write 'sides: each', 'each-set' or 'alternating',"
                " or take it out"
            ),
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "repetitions: 2"],
            (
                "10:5: step 1, repetitions: can't be with 'until': an open-ended step repeats its moves until relief:"
                " take one of them out"
            ),
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "sides: each"],
            "10:5: step 1, sides: an open-ended step stays on one side: take it out, or take 'until' out",
        ),
        (
            ["moves: [a 1s]", "until: relief"],
            "8:5: step 1, until: needs 'at_most': how many turns, so that it never goes on for ever",
        ),
        (
            ["moves: [a 1s]", "until: better", "at_most: 3"],
            "8:12: step 1, until: 'better' is not known here: it must be relief (until it stops) or done (at one's own pace)",
        ),
        (
            ["moves: [a 1s]", "at_most: 3"],
            "8:5: step 1, at_most: needs 'until': write 'until: relief', or take it out",
        ),
        (
            ["moves: [a 1s]", "otherwise: cramp-calf"],
            "8:5: step 1, otherwise: needs 'until': another routine is offered where a step goes on until relief",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "offer_after: 2"],
            "10:5: step 1, offer_after: needs 'otherwise': name the routine that is offered",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "otherwise: cramp-calf", "offer_after: 4"],
            "11:5: step 1, offer_after: 4 is out of range: from 1 to 3, which is 'at_most'",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "otherwise: cramp-claf"],
            "10:16: step 1, otherwise: there is no routine 'cramp-claf': did you mean 'cramp-calf'?",
        ),
        (
            ["moves: [a 1s]", "until: relief", "at_most: 3", "otherwise: x"],
            "10:16: step 1, otherwise: 'x' is this routine itself: name another one",
        ),
        (
            ["moves: [a 1s]", "sources: [aaos-hold, ours]"],
            "8:26: step 1, source 2: there is no source 'ours': name one of sources.yaml, or take it out",
        ),
        (
            ["moves: [a 1s]", "figure: ../x"],
            (
                "8:13: step 1, figure: '../x' can't be the name of a figure: a name is small letters, digits and '-',"
                " 60 at most"
            ),
        ),
        (
            ["moves: [a 1s]", "if_yes: signs"],
            "8:5: step 1, if_yes: 'if_yes' belongs to a question, and this step has moves: make it a step before this one",
        ),
        (
            ["moves: [a 1s]", "ask: Does it hurt?"],
            "8:5: step 1, ask: 'ask' belongs to a question, and this step has moves: make it a step before this one",
        ),
        (
            ["moves: [a 1s]", "adapt: {late_pregnency: {skip: true, why: W}}"],
            "8:13: step 1, adapt, late_pregnency: there is no tag 'late_pregnency': did you mean 'late_pregnancy'?",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {skip: true}}"],
            "8:23: step 1, adapt, pregnant, why: is missing. The reason, said to the person.",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {skip: false, why: W}}"],
            "8:30: step 1, adapt, pregnant, skip: 'false' is not known here: write true, or leave the key out",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {why: W}}"],
            "8:23: step 1, adapt, pregnant: needs one of these keys: skip, replace, caution",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {skip: true, caution: C, why: W}}"],
            "8:36: step 1, adapt, pregnant, caution: can't be with 'skip': what is left out needs nothing else",
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {replace: {rest: 5s}, why: W}}"],
            (
                "8:34: step 1, adapt, pregnant, replace, rest: there is no rest in a single set:"
                " take it out, or write how many 'sets'"
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
                "10:34: step 1, adapt, pregnant, replace, sides: an open-ended step stays on one side: take it out,"
                " or take 'until' out"
            ),
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {replace: {until: relief}, why: W}}"],
            (
                "8:34: step 1, adapt, pregnant, replace, until: 'until' is not for a replacement: how a step ends,"
                " and what it asks, stays"
            ),
        ),
        (
            ["moves: [a 1s]", "adapt: {pregnant: {replace: {}, why: W}}"],
            "8:33: step 1, adapt, pregnant, replace: is empty: write what is to change, or take it out",
        ),
        (
            ["moves: [a 2h]"],
            "7:13: step 1, move 1: 'a 2h' is no move: write 'a 120m'",
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
