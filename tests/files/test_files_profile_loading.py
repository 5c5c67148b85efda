"""A profile is loaded as it is true today; what is wrong with it costs as little as is safe."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from uncramp.domain.profile import MotionPreference, Profile, ProfileNotice, SoundPreference
from uncramp.domain.routine import Side, Tag
from uncramp.files.profile import SAFER_PROFILE, load_profile

TODAY = date(2026, 3, 8)


def test_without_a_file_the_profile_is_empty(tmp_path: Path) -> None:
    loaded = load_profile(tmp_path / "none" / "profile.yaml", TODAY)
    assert (loaded.profile, loaded.problems, loaded.notices) == (Profile(), (), ())
    assert not loaded.there


def test_a_file_is_loaded_as_it_is_true_today(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("due_date: 2026-01-22\n")
    loaded = load_profile(path, TODAY)
    assert loaded.profile.all_tags() == (Tag.CLOT_RISK,)
    assert loaded.notices == (ProfileNotice.AFTER_BIRTH,)
    assert loaded.there


def test_a_clot_risk_lapses_between_two_starts(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("clot_risk_until: 2026-03-08\n")
    assert load_profile(path, TODAY).profile.all_tags() == (Tag.CLOT_RISK,)
    after = load_profile(path, date(2026, 3, 9))
    assert after.profile.all_tags() == ()
    assert after.notices == (ProfileNotice.CLOT_RISK_OVER,)


def test_a_day_of_the_clot_risk_that_can_not_be_read_leaves_the_safer_side(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("clot_risk_until: next week\n")
    loaded = load_profile(path, TODAY)
    assert {Tag.CLOT_RISK, Tag.LATE_PREGNANCY} <= set(loaded.profile.all_tags())
    assert [(one.line, one.column) for one in loaded.problems] == [(1, 18)]


WRONG_PREFERENCES = [
    "theme: pink",
    "theme: [day]",
    "theme: day\ntheme: day",
    "theme: day\u200b",
    "sound: loud",
    "motion: none",
    "figures: nice",
    "get_ready: 5",
    "get_ready: an hour",
    "usual_side: both",
    "emergency_number: call mum",
    "doctor_number: '1'",
    "midwife_number: ask",
    "thme: day",
    "name: Kim",
    "colour: red",
    "language: {a: b}",
    "figures: auto # a\u202e comment",
]


@pytest.mark.parametrize("wrong", WRONG_PREFERENCES)
def test_a_wrong_preference_costs_that_preference_alone(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(f"tags: [diabetes]\ndue_date: 2026-09-01\n{wrong}\n", encoding="utf-8")
    loaded = load_profile(path, TODAY)
    assert loaded.profile.tags == {Tag.DIABETES}
    assert loaded.profile.due_date == date(2026, 9, 1)
    assert Tag.LATE_PREGNANCY not in loaded.profile.all_tags()
    assert loaded.notices == (ProfileNotice.IN_PART,)
    assert {problem.line for problem in loaded.problems} <= {3, 4}
    assert all(problem.path == str(path) and problem.message for problem in loaded.problems)
    assert loaded.problems


@pytest.mark.parametrize(
    "wrong",
    [
        "tags: [diabets]",
        "tags: diabetes",
        "tags: [diabetes\u200b]",
        "tags: [diabetes]\ntags: [flat_feet]",
        "clot_risk_until: soon",
        "due_date: 2026-13-45",
        "week: 30",
        "week_on: 2026-03-01",
        "week: 99\nweek_on: 2026-03-01",
        "due_date: 2026-06-01\nweek: 24\nweek_on: 2026-03-01",
        "pregnant: true",
        "prgnant: yes",
        "due: 2026-06-01",
        "tag: [flat_feet]",
        "dvt: yes",
        "Tags: [flat_feet]",
        "Due_Date: 2026-06-01",
        "WEEK: 30",
        "EDD: 2026-06-01",
        "term: 1 June 2026",
        "DUE_DATE: 2026-06-01",
        "Week: 30",
        "entbindung: 2026-06-01",
        "trimester: 3",
        "edd: in June",
        "conditions: [diabetes]",
        "about: varicose_vein",
        "theme: day\n---\ntags: [diabetes]",
    ],
)
def test_what_may_be_a_tag_or_a_date_leads_to_the_safer_side(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(f"motion: reduced\n{wrong}\n", encoding="utf-8")
    loaded = load_profile(path, TODAY)
    assert set(loaded.profile.all_tags()) >= {Tag.LATE_PREGNANCY, Tag.CLOT_RISK}
    assert loaded.notices == (ProfileNotice.NOT_READ,)
    assert loaded.profile.motion is MotionPreference.REDUCED


def test_of_a_broken_file_what_can_be_read_is_kept_on_the_safer_side(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text("tags: [diabetes, balanc]\nemergency_number: 112\ntheme: x\nusual_side: left\n")
    loaded = load_profile(path, TODAY)
    assert [problem.line for problem in loaded.problems] == [1, 3]
    assert loaded.notices == (ProfileNotice.NOT_READ,)
    assert loaded.profile.tags == {Tag.DIABETES, Tag.LATE_PREGNANCY, Tag.CLOT_RISK}
    assert (loaded.profile.emergency_number, loaded.profile.usual_side) == ("112", Side.LEFT)


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes of this kind here")
    os.mkfifo(path)


def _lost_link(path: Path) -> None:
    path.symlink_to("nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _huge(path: Path) -> None:
    path.write_bytes(b"# " + b"a" * 1_000_000)


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)))


def _latin(path: Path) -> None:
    path.write_bytes(b"# caf\xe9\n")


def _zeros(path: Path) -> None:
    path.write_bytes(b"\0" * 100)


def _empty(path: Path) -> None:
    path.touch()


def _deep(path: Path) -> None:
    path.write_bytes(b"[" * 100_000)


@pytest.mark.parametrize(
    "make",
    [_folder, _pipe, _lost_link, _loop, _huge, _binary, _latin, _zeros, _empty, _deep],
    ids=lambda f: f.__name__,
)
def test_whatever_stands_in_its_place_is_told_and_the_safer_side_taken(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "profile.yaml"
    make(path)
    loaded = load_profile(path, TODAY)
    assert loaded.profile == SAFER_PROFILE
    assert loaded.notices == (ProfileNotice.NOT_READ,)
    assert len(loaded.problems) >= 1
    assert loaded.problems[0].path == str(path)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    loaded = load_profile(tmp_path / "config" / "profile.yaml", TODAY)
    assert loaded.profile == SAFER_PROFILE
    assert len(loaded.problems) == 1


def test_a_name_that_can_be_no_file_is_told() -> None:
    assert load_profile(Path("a\0b"), TODAY).profile == SAFER_PROFILE


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("diabetes: no", "'diabetes' says no: take it out"),
        ("Flat_Feet: false", "'Flat_Feet' says no: take it out"),
        ("dabetes: yes", "'diabetes' is a tag: write tags: [diabetes]"),
        ("gp: 030 1234", "unknown key 'gp': write 'doctor_number: 030 1234'"),
        ("side: right", "unknown key 'side': write 'usual_side: right'"),
        ("get_ready: off", "'off' is not a duration: write 0s, or take it out"),
        ("plan: {Legs Up: 2}", "'Legs Up' can't be the name of a routine: write legs-up"),
        ("plan: {legs-up: thrice}", "'thrice' is no whole number: write 3"),
        ("theme:light", "a key needs ': ' behind it: write 'theme: light'"),
        ("theme light", "a key needs ': ' behind it: write 'theme: light'"),
    ],
)
def test_a_hint_for_a_profile_never_says_the_opposite(text: str, right: str, tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(text)
    (problem,) = load_profile(tmp_path / "profile.yaml", TODAY).problems
    assert problem.message == right


@pytest.mark.parametrize("word", ["none", "mute", "Silent"])
def test_sound_that_should_be_none_is_off(word: str, tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(f"sound: {word}")
    assert load_profile(tmp_path / "profile.yaml", TODAY).profile.sound is SoundPreference.OFF


def test_lines_that_end_as_on_old_macs_are_lines(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_bytes(b"usual_side: left\rtags: [diabetes]\r")
    loaded = load_profile(tmp_path / "profile.yaml", TODAY)
    assert loaded.problems == ()
    assert loaded.profile.usual_side is Side.LEFT
    assert loaded.profile.tags == {Tag.DIABETES}


@pytest.mark.parametrize("text", ["tags:\u00a0[diabetes]\n", "theme\uff1a night\n"])
def test_a_look_alike_in_the_only_line_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(text, encoding="utf-8")
    (problem,) = load_profile(path, TODAY).problems
    assert "(U+" in problem.message
    assert (problem.line, problem.column) == (1, 6)


def test_a_wrong_key_of_one_s_own_costs_that_key_alone_and_says_what_would_be_right(tmp_path: Path) -> None:
    text = "tags: [flat_feet]\nkeys:\n  undo: z\n  sund: k\n  sound: '!'\n  worse: z\n  plan: D\n  helper: [k]\n"
    (tmp_path / "profile.yaml").write_text(text)
    loaded = load_profile(tmp_path / "profile.yaml", TODAY)
    assert loaded.profile.keys == (("undo", "z"),)
    assert loaded.profile.tags == {Tag.FLAT_FEET}
    assert loaded.notices == (ProfileNotice.IN_PART,)
    said = [str(problem).partition("profile.yaml:")[2] for problem in loaded.problems]
    assert said == [
        "4:3: keys, sund: no key does 'sund': did you mean 'sound'?",
        (
            "5:10: keys, sound: '!' can't be a key of your own: write one letter from a to z. "
            "Enter, Esc, Space, !, digits and arrows keep what they do"
        ),
        "6:10: keys, worse: 'z' is the key of 'undo' on the same page: take another letter, or give 'undo' one, too",
        "7:9: keys, plan: 'd' is the key of 'diary' on the same page: take another letter, or give 'diary' one, too",
        "8:11: keys, helper: must be one letter from a to z, not a list",
    ]
