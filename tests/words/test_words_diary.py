"""How nights and days are said."""

from datetime import UTC, date, datetime

import pytest

from uncramp.domain.diary import CrampEntry, DayCount, When
from uncramp.words.diary import count_words, is_of_night, night_words, when_words

TODAY = date(2026, 11, 22)


def cramp(day: int, hour: int) -> CrampEntry:
    return CrampEntry("00000000-0000-4000-8000-000000000000", When(datetime(2026, 11, day, hour, tzinfo=UTC), 0))


@pytest.mark.parametrize(
    ("night", "words"),
    [
        (date(2026, 11, 21), "night 21/22 Nov"),
        (date(2026, 11, 30), "night 30 Nov/1 Dec"),
        (date(2026, 12, 31), "night 31 Dec 2026/1 Jan 2027"),
        (date(2025, 3, 4), "night 4/5 Mar 2025"),
        (date(2025, 3, 31), "night 31 Mar/1 Apr 2025"),
    ],
)
def test_a_night_has_the_dates_of_its_evening_and_its_morning(night: date, words: str) -> None:
    assert night_words(night, TODAY) == words


@pytest.mark.parametrize(
    ("day", "hour", "words"),
    [
        (21, 21, "night 21/22 Nov, 21:00"),
        (22, 3, "night 21/22 Nov, 03:00"),
        (22, 11, "night 21/22 Nov, 11:00"),
        (22, 12, "Sun 22 Nov 12:00"),
        (22, 20, "Sun 22 Nov 20:00"),
    ],
)
def test_a_cramp_of_the_evening_and_of_the_morning_is_of_one_night(day: int, hour: int, words: str) -> None:
    assert when_words(cramp(day, hour), TODAY) == words
    assert is_of_night(cramp(day, hour)) == words.startswith("night")


def test_a_mark_in_the_calendar_is_a_day_and_its_night() -> None:
    assert count_words(DayCount(TODAY, 2, 1), TODAY) == "Sun 22 Nov and night 22/23 Nov:\n2 cramps, 1 session"
    assert count_words(DayCount(TODAY), TODAY) == "Sun 22 Nov and night 22/23 Nov:\nnothing"
