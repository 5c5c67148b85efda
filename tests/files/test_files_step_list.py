"""Rounds, steps of another routine, ladders and one's own pace: what is read, and what a mistake is told."""

from pathlib import Path

import pytest
from routine_samples import SMALL, read, told

from uncramp.files.disk import read_bytes
from uncramp.files.library import Library, RoutineBrokenError

ROUNDS = """title: Circuit
purpose: daily
for: leg
steps:
  - rounds: 2
    rest: 30s
    steps:
      - name: Rise
        say: Rise.
        moves: [up 2s]
"""


def circuit(*lines: str) -> str:
    """The routine with more lines in its one step in rounds."""
    return ROUNDS + "".join(f"        {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            circuit("optional: true"),
            "11:9: step 1, step 1, optional: is not for a step in rounds: rounds are done as a whole: take it out",
        ),
        (
            circuit("until: relief", "at_most: 3"),
            "11:9: step 1, step 1, until: in rounds no step goes on until relief: take it out",
        ),
        (
            ROUNDS.replace("rounds: 2", "rounds: many"),
            "5:13: step 1, rounds: 'many' is no whole number: write a whole number from 1 to 50",
        ),
        (
            ROUNDS.replace("    rest: 30s", "    sets: 3"),
            "6:5: step 1, sets: 'sets' belongs to one of the steps, not to all: write it under 'steps'",
        ),
        (
            circuit("repetitions: [15]"),
            "11:22: step 1, step 1, repetitions: must be a whole number from 1 to 1000, not a list: write 15",
        ),
        (
            circuit("repetitions: [15, 12]", "sets: 3"),
            "12:9: step 1, step 1, sets: 'repetitions' has 2 numbers, one for each set: take 'sets' out",
        ),
        (
            circuit("until: done", "at_most: 3"),
            "12:9: step 1, step 1, at_most: 'at_most' is for 'until: relief', and this step ends when it is done: take it out",
        ),
    ],
)
def test_each_mistake_is_told_where_it_stands(text: str, problem: str) -> None:
    assert told(text) == [problem]


def test_without_moves_a_step_can_only_be_at_one_s_own_pace() -> None:
    routine, problems = read(
        SMALL.split("steps:")[0] + "steps:\n  - name: Drink\n    say: Drink a glass.\n    until: done\n"
    )
    assert not list(problems)
    assert routine is not None
    assert routine.steps[0].until_done
    assert len(told(SMALL.split("steps:")[0] + "steps:\n  - name: Drink\n    say: Drink a glass.\n")) == 1


def user(folder: Path, **files: str) -> Library:
    """A library whose own routines are these."""
    own = folder / "routines"
    own.mkdir()
    for name, text in files.items():
        (own / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Library(Path(__file__).parents[2] / "routines", own)


def uses(name: str) -> str:
    return f"title: Mine\npurpose: daily\nfor: calf\nsteps:\n  - use: {name}\n"


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"a": uses("nothing")}, "there is no routine 'nothing'"),
        ({"a": uses("a")}, "'a' is this routine itself: name another one"),
        ({"a": uses("b"), "b": uses("a")}, "'b' uses another routine itself: name that one, or write its steps here"),
        ({"a": uses("b"), "b": uses("daily-calf")}, "'b' uses another routine itself"),
        ({"a": uses("b"), "b": "title: 3\n"}, "'b' has a problem of its own: "),
        (
            {"a": uses("cramp-thigh")},
            "'cramp-thigh' asks at its start which way to go: write the steps that you want here",
        ),
    ],
)
def test_what_can_t_be_used_says_why(tmp_path: Path, files: dict[str, str], problem: str) -> None:
    with pytest.raises(RoutineBrokenError) as broken:
        user(tmp_path, **files).get("a")
    (found,) = broken.value.problems
    assert (found.line, found.column) == (5, 10)
    assert problem in str(found)


def test_used_steps_follow_their_file(tmp_path: Path) -> None:
    library = user(tmp_path, a=uses("b"), b=ROUNDS)
    assert [step.name for step in library.get("a").steps] == ["Rise"]
    (tmp_path / "routines" / "b.yaml").write_text(ROUNDS.replace("name: Rise", "name: Rise up"), encoding="utf-8")
    library.refresh()
    assert [step.name for step in library.get("a").steps] == ["Rise up"]


def test_a_routine_that_is_used_often_is_read_once_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = user(tmp_path, a=uses("b") + "  - use: b\n" * 20, b=ROUNDS)
    read_files: list[str] = []

    def counted(path: Path) -> bytes:
        read_files.append(path.stem)
        return read_bytes(path)

    monkeypatch.setattr("uncramp.files.library.read_bytes", counted)
    assert len(library.get("a").steps) == 21
    assert read_files.count("b") == 1


def test_a_question_guards_all_of_the_rounds_behind_it() -> None:
    question = "  - name: Before\n    ask: Is it sore?\n    if_yes: signs\n    guards: 1\n"
    several = (
        ROUNDS.replace("steps:\n  - rounds", f"steps:\n{question}  - rounds")
        + "      - name: Lower\n        say: Lower.\n        moves: [down 2s]\n"
    )
    routine, problems = read(several)
    assert not list(problems)
    assert routine is not None
    assert routine.steps[0].ask is not None
    assert routine.steps[0].ask.guards == 2


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("per_day: 2", ""),
        ("per_day: 1-3", ""),
        ("per_day: 1–3", "U+2013"),
        ("per_day: often", "'often' is no number: write how often a day, such as 2 or 1-3"),
        ("per_day: 3-1", "3-1 is out of range: from 1 to 6, the smaller number first"),
        ("per_day: 9", "9 is out of range: from 1 to 6, the smaller number first"),
        ("days: [mon]", "needs 'per_day': how often on each of these days"),
        ("times_a_day: 2", "unknown key 'times_a_day': write 'per_day: 2'"),
        ("counts_as: cramp-calf", ""),
        ("counts_as: cramp-claf", "there is no routine 'cramp-claf': did you mean 'cramp-calf'?"),
    ],
)
def test_how_often_a_day_is_read(line: str, problem: str) -> None:
    found = told(SMALL + line + "\n")
    assert (problem in found[0]) if problem else found == []


def test_first_aid_is_for_no_day() -> None:
    (found,) = told(SMALL.replace("purpose: daily", "purpose: first-aid") + "per_day: 2\n")
    assert "first aid is for a cramp" in found
