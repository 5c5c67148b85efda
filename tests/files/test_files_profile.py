"""A profile file is read whole, every problem with its place, and never blocks help."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, SoundPreference, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.problems import Problems
from uncramp.files.profile import PROFILE, Weeks, read_profile, read_value

TODAY = date(2026, 3, 8)
GOOD = """\
# About me
tags: [varicose_veins, flat_feet]
clot_risk_until: 2026-04-19
due_date: 2026-06-01
usual_side: left
emergency_number: 112
doctor_number: +44 (0)20 7946-0000 ext. 12
midwife_number: "020/7946 0001"
get_ready: 7s
theme: night
times: [20:30, "7:15", 1 pm]
sound: off   # they sleep
motion: reduced
figures: ascii
"""


def read(text: str | bytes) -> tuple[Profile | None, list[str]]:
    problems = Problems()
    data = text.encode() if isinstance(text, str) else text
    profile = read_profile(data, path="p.yaml", problems=problems)
    told = [str(problem).removeprefix("p.yaml:") for problem in problems]
    assert (profile is None) == bool(told)
    return profile, told


def test_a_profile_is_read() -> None:
    profile, _ = read(GOOD)
    assert profile == Profile(
        tags=frozenset({Tag.VARICOSE_VEINS, Tag.FLAT_FEET}),
        clot_risk_until=date(2026, 4, 19),
        due_date=date(2026, 6, 1),
        usual_side=Side.LEFT,
        emergency_number="112",
        doctor_number="+44 (0)20 7946-0000 ext. 12",
        midwife_number="020/7946 0001",
        get_ready=7,
        times=(time(7, 15), time(13), time(20, 30)),
        theme=Theme.NIGHT,
        sound=SoundPreference.OFF,
        motion=MotionPreference.REDUCED,
        figures=FigurePreference.ASCII,
    )


def test_a_week_is_read_with_its_day() -> None:
    assert read("week: 24\nweek_on: 2026-03-08\n")[0] == Profile(week=24, week_on=date(2026, 3, 8))


@pytest.mark.parametrize(
    "written",
    [
        "31 + 3",
        "31+3",
        "31w3d",
        "week 31+3",
        "31 weeks 3 days",
        "31 weeks and 3 days",
        "31+3/40",
        "31W 3D",
        "31 3/7",
        "３１＋３",
    ],
)
def test_a_week_is_read_as_midwives_write_it(written: str) -> None:
    assert read(f"week: {written}\nweek_on: 2026-03-08\n")[0] == Profile(week=31, week_on=date(2026, 3, 5))


@pytest.mark.parametrize("written", ["27", "week 27", "27/40", "27w", "27 weeks", "27+0", "'27'", "27 wk"])
def test_a_whole_week_is_read_in_other_forms(written: str) -> None:
    assert read(f"week: {written}\nweek_on: 8.3.2026\n")[0] == Profile(week=27, week_on=date(2026, 3, 8))


@pytest.mark.parametrize(
    "written", ["9.6.2026", "9 June 2026", "June 9, 2026", "2026-6-9", "2026/06/09", "9th of June 2026"]
)
def test_a_date_is_read_in_other_forms_where_it_is_clear(written: str) -> None:
    assert read(f"due_date: {written}\n")[0] == Profile(due_date=date(2026, 6, 9))


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("auto", SoundPreference.AUTO),
        ("tones", SoundPreference.TONES),
        ("on", SoundPreference.TONES),
        ("Yes", SoundPreference.TONES),
        ("voice", SoundPreference.VOICE),
        ("off", SoundPreference.OFF),
        ("no", SoundPreference.OFF),
    ],
)
def test_sound_is_one_of_four_and_yes_and_no_are_understood(word: str, sound: SoundPreference) -> None:
    assert read(f"sound: {word}\n")[0] == Profile(sound=sound)


@pytest.mark.parametrize("text", ["# nothing yet\n", "\n  # a\n\n# b", "{}\n", "tags: []\n", "\ufeff# a\n"])
def test_a_file_that_says_nothing_on_purpose_is_the_empty_profile(text: str) -> None:
    assert read(text)[0] == Profile()


@pytest.mark.parametrize("number", ["000", "112", "911", "0112", "999", "1 1 2"])
def test_a_number_stays_the_digits_that_were_written(number: str) -> None:
    profile, _ = read(f"emergency_number: {number}\n")
    assert profile is not None
    assert profile.emergency_number == number


@pytest.mark.parametrize("key", ["doctor_number", "midwife_number"])
@pytest.mark.parametrize(
    "number", ["020 7946 0000 ext 12", "020 7946 0000 x12", "(030) 12-3/4 Durchwahl 5", "+49 30 1 opt.2"]
)
def test_the_number_of_somebody_may_have_an_extension(key: str, number: str) -> None:
    profile, _ = read(f"{key}: {number}\n")
    assert getattr(profile, key) == number


def test_a_number_that_would_drive_the_terminal_is_told_as_text() -> None:
    told = read('midwife_number: "020 \\e[31m\\u202e ext 1"\n')[1]
    assert told
    assert not any(char in line for line in told for char in "\x1b\u202e")


def test_every_problem_is_told_in_one_pass_with_its_place() -> None:
    _, told = read("""\
tags: [diabets, flat_feet, 3]
due_date: 2026-13-45
usual_side: both
emergency_number: call mum
get_ready: 61s
thme: day
sound: loud
pregnant: true
clot_risk: 2027-01-07
""")
    assert told == [
        "1:8: tag 1: 'diabets' is not known here: did you mean 'diabetes'?",
        f"1:28: tag 3: '3' is not known here: it must be one of {', '.join(Tag)}",
        "2:11: due_date: there is no day '2026-13-45': write year-month-day, such as 2026-03-01",
        "3:13: usual_side: 'both' is not known here: it must be one of left, right",
        "4:19: emergency_number: 'call mum' is no phone number: digits, spaces and + ( ) - / belong here",
        "5:12: get_ready: 61s is out of range: from 0s to 1m",
        "6:1: thme: unknown key 'thme': did you mean 'theme'?",
        "7:8: sound: 'loud' is not known here: it must be one of auto, off, tones, voice",
        "8:1: pregnant: 'pregnant' is a tag: write tags: [pregnant]",
        "9:1: clot_risk: 'clot_risk' is a tag: write tags: [clot_risk], or for a while clot_risk_until: 2027-01-07",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("due_date: 2026-02-30", "1:11: due_date: there is no day '2026-02-30'"),
        ("due_date: 0000-00-00", "1:11: due_date: there is no day '0000-00-00'"),
        ("due_date: 1 June", "1:11: due_date: '1 June' is no date: write year-month-day"),
        ("due_date: 1/6/2026", "1:11: due_date: '1/6/2026' can be one of two days: write 2026-06-01 or 2026-01-06"),
        ("due_date: 31.6.2026", "1:11: due_date: there is no day '31.6.2026'"),
        ("week: 30+7\nweek_on: 2026-03-01", "1:7: week: '30+7' is no week: write it as 24 or 30+2"),
        ("due_date: ٢٠٢٦-٠٦-٠١", "1:11: due_date: '٢٠٢٦-٠٦-٠١' is no date"),
        ("due_date: 1999-12-31", "1:11: due_date: 1999-12-31 is out of range: the year is from 2000 to 2100"),
        ("due_date: 2101-01-01", "1:11: due_date: 2101-01-01 is out of range"),
        ("due_date: [2026]", "1:11: due_date: must be a date such as 2026-03-01, not a list"),
        ("due_date:", "1:10: due_date: is empty: a date such as 2026-03-01 belongs here"),
        ("clot_risk_until: 2027-02-30", "1:18: clot_risk_until: there is no day '2027-02-30': write year-month-day"),
        ("clot_risk_until: soon", "1:18: clot_risk_until: 'soon' is no date: write year-month-day, such as"),
        ("clot_risk_until: 2207-01-07", "1:18: clot_risk_until: 2207-01-07 is out of range: the year is from 2000"),
        ("clot_risk_until: true", "1:18: clot_risk_until: 'true' is no date"),
        ("clot_risk_until:", "1:17: clot_risk_until: is empty: a date such as 2026-03-01 belongs here"),
        ("week: 43\nweek_on: 2026-03-01", "1:7: week: 43 is out of range: from 1 to 42"),
        ("week: 0\nweek_on: 2026-03-01", "1:7: week: 0 is out of range"),
        ("week: 24", "1:1: week: needs 'week_on': the day on which it was that week"),
        ("week_on: 2026-03-01", "1:1: week_on: needs 'week'"),
        ("emergency_number: 1", "1:19: emergency_number: '1' has too few digits: 2 at least"),
        ("doctor_number: " + "1" * 31, "1:16: doctor_number: is 31 characters long: 30 at most"),
        ("emergency_number: 112 ext 1", "1:19: emergency_number: '112 ext 1' is no phone number: digits, spaces and"),
        ("doctor_number: ask Ann 020 1", "1:16: doctor_number: 'ask Ann 020 1' is no phone number: digits, spaces"),
        (
            "doctor_number: 020 ext",
            "1:16: doctor_number: '020 ext' is no phone number: digits, spaces and + ( ) - / belong ",
        ),
        ("midwife_number: ٠٢٠", "1:17: midwife_number: '٠٢٠' is no phone number"),
        ("tags: pregnant", "1:7: tags: must be a list, not 'pregnant': write [pregnant]"),
        ("get_ready: 5", "1:12: get_ready: '5' has no unit"),
        ("times: 7", "1:8: times, item 1: '7' can be either: write 07:00 or 19:00"),
        ("times: [9:00, 24:30]", "1:15: times, item 2: '24:30' has a time that no clock shows"),
        ("times: 9:00 or later", "1:8: times, item 1: '9:00 or later' is no time of day: write one such as 08:00"),
        ("times: [9:00:30]", "1:9: times, item 1: '9:00:30' is no time of day"),
        ("times: {a: 1}", "1:8: times: must be a list, not a group"),
        ("times: []", "1:8: times: has 0 items: from 1 to 6 belong here"),
        ("theme: dark", "1:8: theme: 'dark' is not known here: "),
        ("- a", "1:1: must be a profile with keys such as 'tags:', not a list"),
        ("", "1:1: the file is empty"),
        (" \n\n", "1:1: the file is empty"),
    ],
)
def test_what_no_profile_may_hold_is_a_problem(text: str, told: str) -> None:
    found = read(text)[1]
    assert len(found) == 1
    assert found[0].startswith(told)


def test_a_due_date_and_a_week_contradict_each_other() -> None:
    _, told = read("due_date: 2026-06-01\nweek: 24\nweek_on: 2026-03-01\n")
    assert len(told) == 1
    assert told[0].startswith("2:1: week: can't be with 'due_date': they may contradict each other")


def test_what_somebody_types_for_one_key_is_read_as_the_file_would_be() -> None:
    assert read_value("due_date", "2026-06-01") == (date(2026, 6, 1), "")
    assert read_value("week", "24") == (Weeks(24, 0), "")
    value, message = read_value("due_date", "2026-13-45")
    assert value is None
    assert message == "there is no day '2026-13-45': write year-month-day, such as 2026-03-01"


LINES = GOOD.encode().splitlines(keepends=True)
SCRAPS = st.sampled_from([b"", b"\t", b"[", b"{", b'"', b"\xff", b"\0", b"- ", b": ", b"&a ", b"*a ", b"~", b"0"])


@given(st.binary(max_size=200) | st.permutations(LINES).map(b"".join))
def test_no_bytes_raise(data: bytes) -> None:
    read(data)


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 20), SCRAPS), max_size=4))
def test_a_good_file_with_some_bytes_changed_never_raises(changes: list[tuple[int, int, bytes]]) -> None:
    data = GOOD.encode()
    for start, length, scrap in changes:
        data = data[:start] + scrap + data[start + length :]
    read(data)


def test_every_key_is_a_field_of_the_profile() -> None:
    assert {key.name for key in PROFILE.keys} == set(Profile.__dataclass_fields__) - {"derived"}
