"""What `check` says is right of doses, sides, rests, days, and what beginners write: the hint means the same, or there is none."""

import re

import pytest
from routine_samples import SMALL, hints, step, told


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("sets: 3x10", ["sets: 3", "repetitions: 10"]),
        ("repetitions: 2 × 15", ["sets: 2", "repetitions: 15"]),
        ("reps: 3 sets of 8", ["sets: 3", "repetitions: 8"]),
        ("reps: 12x", ["repetitions: 12"]),
        ("times: five", ["repetitions: 5"]),
        ("set: 2 sets", ["sets: 2"]),
        ("Pause: 1 min 30", ["rest: 1m30s"]),
    ],
)
def test_a_dose_in_other_words_and_numbers_is_told_whole(line: str, right: list[str]) -> None:
    message = next(one for one in told(step("moves: [lower 3s]", line)) if "write '" in one)
    assert hints(message) == right
    more = [] if "sets" in right[0] or "rest" not in right[0] else ["sets: 2"]
    assert told(step("moves: [lower 3s]", *right, *more)) == []


@pytest.mark.parametrize(
    ("written", "number"),
    [("10 reps", 10), ("x12", 12), ("eight", 8), ("10.0", 10), ("9 times", 9)],
)
def test_a_number_with_words_is_the_number(written: str, number: int) -> None:
    assert told(step("moves: [lower 3s]", f"repetitions: {written}"))[0].endswith(f": write {number}")


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("repetitions: 8 per side", ["repetitions: 8", "sides: each"]),
        ("repetitions: 12 x 2", ["sets: 2", "repetitions: 12"]),
        ("repetitions: 2 x 9 reps, left leg", ["sets: 2", "repetitions: 9", "sides: left"]),
        ("sets: 4 of 6-8", ["sets: 4", "repetitions: 6"]),
        ("reps: 7 sets of 2 each foot", ["sets: 7", "repetitions: 2", "sides: each"]),
    ],
)
def test_no_part_of_a_dose_is_lost_in_its_hint(line: str, right: list[str]) -> None:
    (message,) = told(step("moves: [lower 3s]", line))
    assert hints(message) == right
    assert told(step("moves: [lower 3s]", *right)) == []


@pytest.mark.parametrize(
    ("written", "number"),
    [("at least 9", 9), ("~14", 14), ("up to 11", 11), ("thrice", 3), ("17+", 17), ("[19]", 19), ("about 6 reps", 6)],
)
def test_a_number_that_is_said_about_is_the_number(written: str, number: int) -> None:
    assert told(step("moves: [lower 3s]", f"repetitions: {written}"))[0].endswith(f": write {number}")


def test_a_dose_that_may_be_either_way_round_says_so() -> None:
    assert told(step("moves: [lower 3s]", "repetitions: 14 x 2"))[0].endswith(
        "write 'sets: 2' and 'repetitions: 14', or the other way round"
    )
    assert "sides" not in told(step("moves: [lower 3s]", "repetitions: 2 x 14 both legs"))[0]


@pytest.mark.parametrize("written", ["1,000", "1.000", "0x12", "2026-03-04", "[]", "12,05"])
def test_what_only_looks_like_a_dose_is_never_made_one(written: str) -> None:
    (message,) = told(step("moves: [lower 3s]", f"repetitions: {written}"))
    assert not message.endswith("]")
    assert "sets: 0" not in message
    assert ": write 1" not in message


@pytest.mark.parametrize(
    ("written", "side"),
    [
        ("right and left", "each"), ("left, right", "each"), ("right/left", "each"), ("left then right", "each"),
        ("[left, right]", "each"), ("L", "left"), ("rt", "right"), ("Each Foot", "each"), ("alternate", "alternating"),
        ("the sore leg", "affected"), ("both sides", "each"), ("[both]", "both"),
    ],
)  # fmt: skip
def test_sides_as_a_sheet_says_them_are_never_halved(written: str, side: str) -> None:
    (message,) = told(step("moves: [lift 2s]", f"sides: {written}"))
    assert message.endswith(f": write {side}")


@pytest.mark.parametrize(
    ("key", "word"),
    [("for", "foot, calf"), ("purpose", "not daily"), ("purpose", "bath/break"), ("for", "hand or foot")],
)
def test_what_says_no_or_two_things_is_no_slip_of_one(key: str, word: str) -> None:
    old = {"for": "for: calf", "purpose": "purpose: daily"}[key]
    (message,) = told(SMALL.replace(old, f"{key}: {word}"))
    assert "it must be one of" in message


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("- up 4 s, down 2 s", ["up 4 s", "down 2 s"]),
        ("- up 4s; down 2s", ["up 4s", "down 2s"]),
        ("- up 4s/hold 1 s/down 2s", ["up 4s", "hold 1 s", "down 2s"]),
        ("- \u2013 lower 6s", ["lower 6s"]),
        ("- 1. lower 6s", ["lower 6s"]),
        ("- lower 6s,", ["lower 6s"]),
        ("- move: lower 6s", ["lower 6s"]),
        ("- lower 6s or 8s", ["lower 6s", "lower 8s"]),
        ("- lower 6s thrice", ["lower 6s", "repetitions: 3"]),
        ("- lower 6s (each foot)", ["lower 6s", "sides: each"]),
        ("- lower 1\u203220\u2033", ["lower 1m20s"]),
    ],
)
def test_no_time_is_taken_for_a_part_of_a_name(written: str, right: list[str]) -> None:
    (message,) = told(SMALL.replace("[lean in 3s]", f"\n      {written}"))
    assert re.findall(r"'([^']+)'", message.partition("write ")[2].partition(", or with its own")[0]) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("{up: 4s, down: 2s}", "[up 4s, down 2s]"),
        ("1. up 4s 2. down 2s", "[up 4s, down 2s]"),
        ("up 4s down 2s", "[up 4s, down 2s]"),
        ("(up 4s, then down 2s)", "[up 4s, down 2s]"),
        ("up 4s & down 2s", "[up 4s, down 2s]"),
        ("up 4s; down", "them as in [pull 30s, ease 10s]"),
    ],
)
def test_moves_that_are_no_list_are_shown_as_one(written: str, right: str) -> None:
    (message,) = told(step(f"moves: {written}"))
    assert message.endswith(f": write {right}")


def test_a_comma_in_a_number_of_seconds_makes_no_two_moves() -> None:
    assert hints(told(step("moves: [lower 3,5 s, up 2s]"))[0]) == ["lower 3s", "lower 4s"]
    assert hints(told(step("moves: [hold 1,5 Min]"))[0]) == ["hold 1m30s"]
    assert hints(told(step("moves: [lower 3s, 4 times]"))[0]) == ["repetitions: 4"]


@pytest.mark.parametrize(("written", "right"), [("none", "0s, or take it out"), ("40 to 70 s", "40s, or 1m10s")])
def test_a_rest_that_is_none_or_a_range_is_told_what_to_write(written: str, right: str) -> None:
    assert told(step("moves: [a 1s]", "sets: 2", f"rest: {written}"))[0].endswith(f": write {right}")


@pytest.mark.parametrize("written", ["wall_lean", "figures/wall-lean", "Wall lean.yml"])
def test_a_name_as_a_file_is_called_has_its_name(written: str) -> None:
    assert told(step("moves: [a 1s]", f"figure: {written}"))[0].endswith(": write wall-lean")


def test_a_key_in_the_wrong_place_or_case_is_told_where_it_belongs() -> None:
    assert "'Say' is the same as 'say', which is here, too: keep one" in told(step("moves: [a 1s]", "Say: No."))[0]
    inside = told(step("moves: [a 1s]", "adapt: {diabetes: {sets: 2, caution: Slowly., why: Feet.}}"))
    assert inside[0].endswith("write it under 'replace:'")
    assert told(step("moves: [a 1s]", "adapt: flat_feet"))[0].endswith(
        "write adapt: {pregnant: {skip: true, why: It is too far to reach.}}"
    )


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        ("  - laps: 4\n    steps: [{name: A, say: A., moves: [a 1s]}]", "unknown key 'laps': write 'rounds: 4'"),
        ("  - repeat: 2\n    steps: [{name: A, say: A., moves: [a 1s]}]", "unknown key 'repeat': write 'rounds: 2'"),
        ("  - include: cramp-calf", "unknown key 'include': write 'use: cramp-calf'"),
        ("  - cramp-calf", "is no step, but a routine: write '- use: cramp-calf'"),
    ],
)
def test_rounds_and_uses_in_other_words_are_one_message(lines: str, right: str) -> None:
    (message,) = told(f"{SMALL.partition('  - name')[0]}{lines}\n")
    assert message.endswith(right)


@pytest.mark.parametrize(
    ("day", "right"),
    [
        ("days: tue-thu", "write [tue, wed, thu]"),
        ("days: weekends", "write [sat, sun]"),
        ("days: Monday and Friday", "write [mon, fri]"),
    ],
)
def test_days_in_one_text_are_shown_as_a_list(day: str, right: str) -> None:
    (message,) = told(f"per_day: 1\n{day}\n{SMALL}")
    assert message.endswith(f": {right}")


def test_so_often_a_week_is_told_as_days() -> None:
    (message,) = told(f"per_day: twice a week\n{SMALL}")
    assert message.endswith("is no number: write per_day: 1, and days: [mon, thu]")


SLIPS = {
    "title Small": ("title: Small", "1:1", "title: Small"),
    "title \u2013 Small": ("title: Small", "1:1", "title: Small"),
    "// of my physio\ntitle: Small": ("title: Small", "1:1", "# of my physio"),
    "<!-- mine -->\ntitle: Small": ("title: Small", "1:1", "# mine"),
    "  * name: Lean": ("  - name: Lean", "5:3", "- name: Lean"),
    "  2) name: Lean": ("  - name: Lean", "5:3", "- name: Lean"),
    "  - Lean": ("  - name: Lean", "5:3", "- name: Lean"),
    '    say: "Say "now" to it."': ("    say: Lean in.", "6:10", 'Say "now" to it.'),
}


@pytest.mark.parametrize(("wrong", "slip"), SLIPS.items(), ids=SLIPS)
def test_a_slip_is_told_where_it_is_and_not_where_the_parser_stumbles(wrong: str, slip: tuple[str, str, str]) -> None:
    right, place, meant = slip
    message = told(SMALL.replace(right, wrong, 1))[0]
    assert message.startswith(f"{place}: ")
    assert hints(message)[-1] == meant


def test_words_that_a_comment_would_swallow_are_no_comment() -> None:
    (message,) = told(step("moves: [a 1s]", "how: Lift leg #2 too."))
    assert message.endswith("a '#' begins a comment: write \"Lift leg #2 too.\" in quotes")
    assert told(step("moves: [a 1s] # 2", "how: Lift.  # 3 of 4")) == []


@pytest.mark.parametrize("written", ["10 s", "10 kg", "10 %", "many", "-3", "zwölf", "1e3"])
def test_what_is_no_number_is_never_made_one(written: str) -> None:
    (message,) = told(step("moves: [lower 3s]", f"repetitions: {written}"))
    assert "from 1 to 1000" in message or "hidden" in message


def test_one_is_not_none() -> None:
    assert "did you mean" not in told(step("moves: [lower 3s]", "sides: one"))[0]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("  - name: Lean", "  - name:Lean", "5:5"),
        ("  - name: Lean", "  -name: Lean", "5:3"),
        ("    say: Lean in.", "    say:Lean in.", "6:5"),
        ("title: Small", "title=Small", "1:1"),
        ("title: Small", "title :Small", "1:1"),
        ("for: calf", "for:calf", "3:1"),
        ("    moves: [lean in 3s]", "    moves:\n      - lean in 3s:Stay there.", "8:9"),
    ],
)
def test_a_space_that_is_missing_is_named_where_it_is(right: str, wrong: str, place: str) -> None:
    message = told(SMALL.replace(right, wrong, 1))[0]
    assert message.startswith(f"{place}: ")
    assert hints(message)[-1] in (right.strip(), right.strip(" -"), "lean in 3s: Stay there.")


@pytest.mark.parametrize("spaces", [1, 3, 5, 6])
def test_a_key_that_does_not_line_up_is_told_its_column(spaces: int) -> None:
    message = told(SMALL.replace("    say", " " * spaces + "say", 1))[0]
    assert message.startswith(
        f"6:{spaces + 1}: this does not line up with the line above, where 'name' begins in column 5"
    )


def test_items_of_a_list_without_a_space_are_shown_as_a_list() -> None:
    text = SMALL.replace("[lean in 3s]", "\n      -lean in 3s\n      -lean out 2s", 1)
    assert told(text)[0].endswith(": write [lean in 3s, lean out 2s]")


BEGINNERS = {
    "a key without its colon": ("sides each", "write 'sides: each'"),
    "an apostrophe in its own quotes": ("how: 'Don't hurry.'", 'write "Don\'t hurry."'),
    "a text that is a comment": ("how: #1 is best", 'write "#1 is best" in quotes'),
    "the next step without its dash": ("name: Another step", "begin the next item of the list with '- '"),
    "a ladder with dashes": ("repetitions: 15-12-10", "write [15, 12, 10]"),
    "a ladder with commas": ("repetitions: 12, 10", "write [12, 10]"),
    "a word of one's own for the end": (
        "until: finished",
        "it must be relief (until it stops) or done (at one's own pace)",
    ),
    "a figure that nobody drew": ("figure: handstand", "'uncramp figure --all' shows them, or take it out"),
    "a figure by its title": ("figure: Wall lean", "write wall-lean"),
}


@pytest.mark.parametrize(("line", "meant"), BEGINNERS.values(), ids=BEGINNERS)
def test_a_beginner_s_mistake_is_one_message_that_leads_to_the_mend(line: str, meant: str) -> None:
    (message,) = told(step(line, "moves: [lift 2s]") if "until" not in line else step("repetitions: 4", line))
    assert meant in message


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("daily", "1"),
        ("twice", "2"),
        ("Twice a day", "2"),
        ("3x", "3"),
        ("2 to 3 times a day", "2-3"),
        ("once daily", "1"),
    ],
)
def test_how_often_a_day_in_words_has_its_number(written: str, meant: str) -> None:
    (message,) = told(f"per_day: {written}\n{SMALL}")
    assert message.endswith(f"is no number: write {meant}")


def test_a_day_in_full_has_its_short_form() -> None:
    found = told(f"per_day: 1\ndays: [monday, Wednesday]\n{SMALL}")
    assert [message.rpartition(": ")[2] for message in found] == ["did you mean 'mon'?", "did you mean 'wed'?"]
