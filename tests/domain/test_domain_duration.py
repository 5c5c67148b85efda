"""Durations: what people write is read exactly or refused, and comes back."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.duration import DurationError, clock_face, parse_duration, read_durations, write_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30s", 30),
        ("2m", 120),
        ("1m30s", 90),
        ("1:30", 90),
        ("0:30", 30),
        ("90s", 90),
        ("0s", 0),
        ("1m05s", 65),
        ("010s", 10),
        ("12:05", 725),
        ("30 s", 30),
        ("2 min", 120),
        ("45 seconds", 45),
        ("1 minute 30 sec", 90),
        ("1m 5s", 65),
    ],
)
def test_reads_what_people_write(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "m",
        "s",
        "s30",
        "-5s",
        "30s1m",
        "30 metres",
        "1:5",
        "1:300",
        ":30",
        "1:",
        "٣s",
        "²s",
        "1e3s",
        "99999999s",
        "NaN",
    ],
)
def test_refuses_what_is_no_duration_and_says_how_to_write_one(text: str) -> None:
    with pytest.raises(DurationError, match="is not a duration: write a duration as 30s, 2m, 1m30s or 1:30"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "hint"), [("1.5m", "1m30s"), ("1h", "60m"), ("30S", "30s"), ("1m30", "1m30s"), ("half a minute", "30s")]
)
def test_what_is_meant_is_named_where_that_is_clear(text: str, hint: str) -> None:
    with pytest.raises(DurationError, match=f"is not a duration: write {hint}$"):
        parse_duration(text)
    assert read_durations(text) == (parse_duration(hint),)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3 min", 180), ("3m", 180), ("4 MINUTES", 240), ("1:45", 105), ("1 min 30 s", 90), ("half an hour", 1800), ("2 and a half minutes", 150), ("an hour and a quarter", 4500), ("fifty-five seconds", 55),
        ("2½ min", 150), ("1,5 min", 90), ("1.25 h", 4500), ("1 h 5", 3900), ("1h30", 5400), ("2m15", 135),
        ("a minute", 60), ("an hour", 3600), ("1:02:03", 3723), ("4 1/2 min", 270), ("90 sec.", 90), ("about 7 min", 420),
        ("1'30\"", 90), ("3\u2019", 180), ("1 hour and 5 minutes", 3900), ("２\u3000ｍｉｎ", 120), ("8\u00a0min", 480),
        ("\u200b5 min", 300), ("three minutes", 180), ("~6 min", 360),
    ],
)  # fmt: skip
def test_what_people_say_of_a_cramp_is_understood(text: str, seconds: int) -> None:
    assert read_durations(text) == (seconds,)


@pytest.mark.parametrize(
    "text", ["", "long", "1 min 75 s", "10 s 5 m", "5 min 5 min", "min", "3 4 min", "1e3 s", "-1 min"]
)
def test_what_nobody_can_read_is_refused(text: str) -> None:
    with pytest.raises(DurationError):
        read_durations(text)


def test_a_number_alone_is_seconds_or_minutes() -> None:
    assert read_durations("40") == (40, 2400)


@given(st.integers(0, 86_400))
def test_what_is_written_for_a_file_is_understood_in_the_diary(seconds: int) -> None:
    assert read_durations(write_duration(seconds)) == (seconds,)


@pytest.mark.parametrize("text", ["30", "0", "90"])
def test_a_bare_number_has_no_unit(text: str) -> None:
    with pytest.raises(DurationError, match=f"'{text}' has no unit"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["1:60", "1:99", "0:75"])
def test_sixty_seconds_after_a_colon_are_a_slip(text: str) -> None:
    with pytest.raises(DurationError, match="after the colon, which must be under 60"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["1m60s", "0m75s"])
def test_sixty_seconds_beside_minutes_are_a_slip(text: str) -> None:
    with pytest.raises(DurationError, match="beside its minutes, which must be under 60"):
        parse_duration(text)


@given(st.integers(0, 599_999))
def test_what_is_written_reads_back(seconds: int) -> None:
    assert parse_duration(write_duration(seconds)) == seconds


@given(st.integers(0, 9_999), st.integers(0, 59))
def test_the_clock_form_and_the_unit_form_agree(minutes: int, seconds: int) -> None:
    assert parse_duration(f"{minutes}:{seconds:02}") == parse_duration(f"{minutes}m{seconds}s")


@given(st.text(alphabet="0123456789ms:. -", max_size=8))
def test_any_text_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    with suppress(DurationError):
        assert parse_duration(text) >= 0


@pytest.mark.parametrize(("seconds", "text"), [(0, "0s"), (59, "59s"), (60, "1m"), (90, "1m30s"), (3600, "60m")])
def test_writes_the_shortest_form(seconds: int, text: str) -> None:
    assert write_duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "face"), [(0, "0:00"), (7, "0:07"), (750, "12:30"), (3599, "59:59"), (3723, "1:02:03")]
)
def test_the_clock_face(seconds: int, face: str) -> None:
    assert clock_face(seconds) == face
