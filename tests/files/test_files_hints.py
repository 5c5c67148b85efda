"""What `check` says is right: a hint that is followed to the letter is accepted, and is what the person meant."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from routine_samples import SMALL, hints, only, read, step, told

from uncramp.domain.duration import write_duration


@pytest.mark.parametrize(
    ("written", "move"),
    [
        ("lower 3 s", "lower 3s"), ("march 2 min", "march 2m"), ("hold 30 seconds", "hold 30s"),
        ("hold 1 minute 5 sec", "hold 1m5s"), ("hold 1 m 30 s", "hold 1m30s"), ("toes up 45 secs", "toes up 45s"),
        ("pull\u00a020\u00a0s", "pull 20s"),
    ],
)  # fmt: skip
def test_a_unit_may_stand_apart_or_be_a_word(written: str, move: str) -> None:
    assert str(only(read(step(f"moves: [{written}]"))[0]).moves[0]) == move


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hold 1.5 min", "hold 1m30s"), ("hold 30 S", "hold 30s"), ("hold 10 sec.", "hold 10s"), ("10s hold", "hold 10s"),
        ("20 seconds pull", "pull 20s"), ("hold half a minute", "hold 30s"), ("hold for ten seconds", "hold 10s"),
        ("hold 1m30", "hold 1m30s"), ("walk 1h", "walk 60m"), ("2 min", "hold 2 min"), ("30 seconds", "hold 30 seconds"),
        ("stretch one minute", "stretch 1m"), ("hold １０s", "hold 10s"), ("hold １０ｓ", "hold 10s"),
    ],
)  # fmt: skip
def test_a_move_that_is_written_otherwise_has_its_hint(written: str, meant: str) -> None:
    (message,) = told(step(f"moves: [{written}]"))
    assert hints(message)[-1] == meant
    assert str(only(read(step(f"moves: [{meant}]"))[0]).moves[0]).split()[0] == meant.split(maxsplit=1)[0]


def test_what_is_unsure_has_both() -> None:
    assert hints(told(step("moves: [hold 10]"))[0]) == ["hold 10s", "hold 10m"]
    assert hints(told(step("moves: [hold 5-10 s]"))[0]) == ["hold 5s", "hold 10s"]
    assert hints(told(step("moves: [hold 5–10s]"))[0]) == ["hold 5s", "hold 10s"]


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (["moves: [lift 2s]", "reps: 12"], {"repetitions": 12}),
        (["moves: [lift 2s]", "Rep: 9"], {"repetitions": 9}),
        (["moves: [lift 2s]", "times: 4"], {"repetitions": 4}),
        (["moves: [lift 2s]", "count: 7"], {"repetitions": 7}),
        (["moves: [lift 2s]", "repeat: 3"], {"repetitions": 3}),
        (["moves: [lift 2s]", "sets: 2", "pause: 20s"], {"rest": 20}),
        (["moves: [lift 2s]", "sets: 3", "rest-between: 45s"], {"rest": 45}),
        (["moves: [lift 2s]", "side: both"], {"sides": "both"}),
        (["moves: [lift 2s]", "leg: each"], {"sides": "each"}),
        (["moves: [lift 2s]", "description: Hold the rail."], {"how": "Hold the rail."}),
        (["moves: [lift 2s]", "Instructions: Hold the rail."], {"how": "Hold the rail."}),
        (["moves: [lift 2s]", "image: wall-lean"], {"figure": "wall-lean"}),
        (["moves: [lift 2s]", "sides: each", "switch: 4s"], {"change": 4}),
        (["moves: [lift 2s]", "sides: each", "ｃhange: 4s"], {"change": 4}),
        (["hold: 25s"], {"seconds": 25}),
        (["duration: 2 min"], {"seconds": 120}),
        (["seconds: 40"], {"seconds": 40}),
        (["minutes: 3"], {"seconds": 180}),
        (["time: half a minute"], {"seconds": 30}),
    ],
)
def test_other_words_for_a_key_are_known_and_the_hint_means_the_same(
    lines: list[str], meant: dict[str, object]
) -> None:
    (message,) = told(step(*lines))
    (right,) = hints(message)
    made = only(read(step(*lines[:-1], right))[0])
    (key, value) = next(iter(meant.items()))
    assert (made.repetition_seconds if key == "seconds" else getattr(made, key)) == value


@pytest.mark.parametrize("key", ["zzz", "intensity", "weight", "color", "id"])
def test_where_nothing_is_near_nothing_is_guessed(key: str) -> None:
    (message,) = told(step("moves: [lift 2s]", f"{key}: 1"))
    assert "did you mean" not in message
    assert "write" not in message
    assert "the keys here are" in message


@pytest.mark.parametrize(
    ("lines", "right", "dose"),
    [
        (["repetitions: 3", "rest: 5s"], ["sets: 3", "rest: 5s"], (1, 3, 5)),
        (["repetitions: 8", "rest: 10s", "sets: 1"], ["sets: 8", "rest: 10s"], (1, 8, 10)),
    ],
)
def test_a_rest_between_repetitions_is_said_as_sets(lines: list[str], right: list[str], dose: tuple[int, ...]) -> None:
    (message,) = told(step("moves: [lower 3s]", *lines))
    assert hints(message)[0] == right[0]
    assert "in place of" in message
    made = only(read(step("moves: [lower 3s]", *right))[0])
    assert (made.repetitions, made.sets, made.rest) == dose


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("moves: pull 30s", "[pull 30s]"),
        ("moves: pull 30s, ease 10s", "[pull 30s, ease 10s]"),
        ("sources: aaos-hold", "[aaos-hold]"),
    ],
)
def test_a_list_that_is_none_is_shown_as_one(written: str, right: str) -> None:
    lines = ["moves: [lift 2s]", written] if "moves" not in written else [written]
    (message,) = told(step(*lines))
    assert message.endswith(f": write {right}")
    assert read(step(*lines[:-1], f"{written.split(':', maxsplit=1)[0]}: {right}"))[0]


@pytest.mark.parametrize(
    ("text", "place", "named"),
    [
        (SMALL.replace("Small", "\u201cCalf raises: day 1\u201d"), "1:8", 'a curly quote (U+201C): write "'),
        (SMALL.replace("Small", "\u201eWaden: Tag 1\u201c"), "1:8", "a curly quote (U+201E)"),
        (SMALL.replace("purpose: ", "purpose\uff1a "), "2:8", "a wide colon (U+FF1A): write :"),
        (SMALL.replace("purpose: ", "purpose:\u00a0"), "2:9", "space (U+00A0): write a plain space"),
        (SMALL.replace("    say", "\u00a0\u00a0\u00a0\u00a0say"), "6:1", "space (U+00A0)"),
        (SMALL.replace("  - name", "  \u2013 name"), "5:3", "a long dash or another hyphen (U+2013): write -"),
        (SMALL.replace("  - name", "  \u2022 name"), "5:3", "a bullet (U+2022): write -"),
        (SMALL.replace("[lean in 3s]", "\uff3blean in 3s\uff3d"), "7:12", "full-width"),
        (step("moves: [a 1s]", "repetitions: １２"), "8:18", "'１' is a wide (full-width) character (U+FF11)"),
        (step("moves: [a 1s]", "repetitions: \u201c12\u201d"), "8:18", "a curly quote (U+201C)"),
        (step("moves: [a 1s]", "figure: wall\u2011lean"), "8:17", "a non-breaking hyphen (U+2011): write -"),
        (step("moves: [a 1s]", "figure: wall\u2013lean"), "8:17", "a long dash"),
        (step("moves: [a 1s]", "sides: ｅａｃｈ"), "8:12", "full-width"),
        (step("moves: [a 1s]", "sides: both\u200b"), "8:16", "hidden character U+200B"),
        (step("moves: [a 1s]", "\ufeffsides: both"), "8:5", "hidden character U+FEFF"),
        (step("moves:\t[a 1s]", "\tsides: both"), "8:5", "a tab can't"),
    ],
)  # fmt: skip
def test_a_character_that_looks_like_another_is_named_with_its_place(text: str, place: str, named: str) -> None:
    message = told(text)[0]
    assert message.startswith(f"{place}: ")
    assert named in message


@pytest.mark.parametrize(
    "text",
    [
        SMALL.replace("Small", "\u201cSmall\u201d steps \u2013 day 1"),
        SMALL.replace("Lean in.", "Lean in\u00a0\u2014 slowly\uff1a breathe."),
        SMALL.replace("lean in 3s", "toe\u2013heel 3s"),
    ],
)
def test_in_words_for_a_person_they_are_left_as_they_are(text: str) -> None:
    assert told(text) == []


def test_what_a_question_means_is_no_second_problem_where_it_leads_nowhere() -> None:
    (message,) = told(SMALL + "  - {name: A, ask: B, means: C}\n")
    assert "if_yes: is missing" in message


def test_a_dose_in_other_words_is_one_problem_where_a_rest_goes_with_it() -> None:
    (message,) = told(step("moves: [lift 2s]", "reps: 12", "rest: 5s"))
    assert hints(message) == ["repetitions: 12"]


def test_a_no_break_space_that_indents_is_named_though_yaml_takes_it_for_text() -> None:
    text = SMALL.replace("    moves:", "\u00a0\u00a0\u00a0\u00a0moves:", 1)
    assert "\u00a0" in text
    assert any("this is a no-break or wide space (U+00A0): write a plain space" in line for line in told(text))


def test_two_moves_with_a_wide_comma_between_are_not_one_move() -> None:
    (message,) = told(step("moves: [lower 3s\uff0c rise 3s]"))
    assert "has two times: write each move as an item of its own, 'lower 3s' and 'rise 3s'" in message


@pytest.mark.parametrize("written", ["8-12", "8\u201312", "8 - 12"])
def test_a_range_of_numbers_has_both_in_its_hint(written: str) -> None:
    (message,) = told(step("moves: [lower 3s]", f"repetitions: {written}"))
    assert "is a range: write one number, such as 8 or 12" in message


WAYS: tuple[Callable[[int], str], ...] = (
    lambda seconds: f"{seconds} sec.",
    lambda seconds: f"{seconds // 60} min {seconds % 60}",
    lambda seconds: f"{seconds // 60} min, {seconds % 60} s",
    lambda seconds: f"{seconds // 60} minutes and {seconds % 60} seconds",
    lambda seconds: f"{seconds // 60}m{seconds % 60}",
    lambda seconds: f"{seconds // 60}'{seconds % 60}",
    lambda seconds: f"{seconds}.0 s",
    lambda seconds: f"0:{seconds // 60:02}:{seconds % 60:02}",
)
"""Times as people write them, in which a file does not."""


@given(
    st.sampled_from(["hold", "toes up", "lower", "pull up", "step"]),
    st.integers(61, 599),
    st.sampled_from(WAYS),
    st.sampled_from(["{name} {time}", "{time} {name}", "{name}: {time}", "{name} - {time}", "{name} {time} per leg"]),
)
def test_whatever_a_move_is_written_as_it_is_what_was_meant_or_its_hint_is(
    name: str, seconds: int, way: Callable[[int], str], order: str
) -> None:
    written = order.format(name=name, time=way(seconds))
    text = step(f'moves: ["{written}"]')
    problems = told(text)
    right = [hints(problems[0])[0]] if problems else [written]
    moves = [only(read(step(f'moves: ["{one}"]'))[0]).moves[0] for one in right]
    assert [(move.name, move.seconds) for move in moves] == [(name, seconds)]


TIMES = (
    "{}s",
    "{} s",
    "{} sec",
    "{} Sec.",
    "{}secs",
    '{}"',
    "{}\u2033",
    "{} seconds",
    "0:{:02}",
    "1m{}s",
    "2\u2032{}\u2033",
    "1 min {} s",
)


@given(
    st.lists(st.tuples(st.sampled_from(["lower", "toes up", "ease off", "pull"]), st.integers(2, 59), st.sampled_from(TIMES)), min_size=2, max_size=3),
    st.sampled_from([", ", "; ", " / ", "/", " & ", " + ", " then ", ", then ", " and ", " ", " -> ", "|"]),
    st.sampled_from(["moves: '{}'", "moves: ['{}']"]),
)  # fmt: skip
def test_several_moves_in_one_text_are_never_one(moves: list[tuple[str, int, str]], between: str, line: str) -> None:
    text = between.join(f"{name} {time.format(seconds)}" for name, seconds, time in moves)
    meant = [(name, seconds + {"1": 60, "2": 120}.get(time[0], 0)) for name, seconds, time in moves]
    said = told(step(line.format(text)))[0].rpartition("write ")[2]
    right = said[1:-1].split(", ") if said.startswith("[") else re.findall(r"'([^']+)'", said)
    made = only(read(step(f"moves: [{', '.join(right)}]"))[0])
    assert [(move.name, move.seconds) for move in made.moves] == meant


@given(st.integers(0, 99), st.integers(1, 9), st.sampled_from(["{}.{} s", "{},{}s", "{}.{} seconds"]))
def test_what_is_no_whole_second_has_both_beside_it(whole: int, tenths: int, how: str) -> None:
    (message,) = told(step(f'moves: ["lower {how.format(whole, tenths)}"]'))
    right = [f"lower {write_duration(seconds)}" for seconds in (whole, whole + 1) if seconds]
    assert hints(message) == right
    (message,) = told(step("moves: [lower 3s]", "sets: 2", f"rest: {how.format(whole, tenths)}"))
    assert message.endswith(": write " + ", or ".join(move.removeprefix("lower ") for move in right))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("hold 10s x 3", ["hold 10s", "repetitions: 3"]),
        ("3x hold 10s", ["hold 10s", "repetitions: 3"]),
        ("hold 4 × 20s", ["hold 20s", "repetitions: 4"]),
        ("hold 15 s per leg", ["hold 15 s", "sides: each"]),
        ("press 20 sec/side", ["press 20 sec", "sides: each"]),
        ("hold 10 to 15s", ["hold 10s", "hold 15s"]),
        ("hold 1 or 2 min", ["hold 1m", "hold 2m"]),
        ("hold10s", ["hold 10s"]),
        ("toes up=10s", ["toes up 10s"]),
        ("hold 10s:Stay there.", ["hold 10s: Stay there."]),
        ("hold ten", ["hold 10s", "hold 10m"]),
        ("hold 1/2 min", ["hold 30s"]),
        ("hold 10s (left)", ["hold (left) 10s"]),
        ("10", ["hold 10s", "hold 10m"]),
    ],
)
def test_a_move_that_says_more_than_a_move_has_all_of_it_in_its_hint(written: str, right: list[str]) -> None:
    (message,) = told(step(f"moves: ['{written}']"))
    assert hints(message) == right
    for move in right:
        lines = [f"moves: ['{move}']"] if ":" not in move else ["moves: [lift 2s]", move]
        assert told(step(*lines)) == [] or "Stay" in move


@pytest.mark.parametrize(
    "written", ["hold 5 breaths", "hold 500 ms", "hold 10 Sek", "hold 30s+", "hold 3 hours", "hold 1:5"]
)
def test_what_can_not_be_a_time_is_never_made_one(written: str) -> None:
    (message,) = told(step(f"moves: ['{written}']"))
    assert hints(message) == []
