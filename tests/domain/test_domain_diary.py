"""Entries of the diary: what can be true of one, and which night or day it belongs to."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.diary import (
    CrampEntry,
    DiaryError,
    Ending,
    SessionEntry,
    When,
    check_not_ahead,
)
from uncramp.domain.routine import Purpose, Side

ID = "3f2b8c1e-58a4-4a86-9d5c-0d9d4a1f7e22"
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


def when(written: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> When:
    return When.of(datetime.fromisoformat(written).replace(tzinfo=zone, fold=fold))


CRAMP = CrampEntry(ID, when("2026-11-22 00:40"))
PRACTICE = SessionEntry(ID, when("2026-11-22 18:00"), "daily-calf", "Calf", Purpose.DAILY, 300)


@pytest.mark.parametrize(
    ("written", "night"),
    [
        ("2026-11-22 00:40", date(2026, 11, 21)),
        ("2026-11-22 11:59:59", date(2026, 11, 21)),
        ("2026-11-22 12:00", date(2026, 11, 22)),
        ("2026-11-22 23:59", date(2026, 11, 22)),
        ("2026-10-25 02:30", date(2026, 10, 24)),  # the clocks go back in this night
        ("2026-03-29 03:30", date(2026, 3, 28)),  # and forward in this one
        ("2027-01-01 00:00", date(2026, 12, 31)),
    ],
)
def test_a_night_goes_from_noon_to_noon(written: str, night: date) -> None:
    assert when(written).night == night


@pytest.mark.parametrize("fold", [0, 1])
def test_both_hours_of_a_night_in_which_the_clocks_go_back_are_of_one_night(fold: int) -> None:
    assert when("2026-10-25 02:30", fold=fold).night == date(2026, 10, 24)


def test_the_two_hours_are_an_hour_apart() -> None:
    first, second = (when("2026-10-25 02:30", fold=fold) for fold in (0, 1))
    assert second.utc - first.utc == timedelta(hours=1)
    assert first.local.time() == second.local.time() == time(2, 30)


def test_moving_to_another_time_zone_moves_no_entry() -> None:
    """The same moment is another night elsewhere; what was written keeps the one where it was."""
    there = when("2026-11-22 00:40", BERLIN)
    here = When.of(there.utc.astimezone(NEW_YORK))
    assert there.utc == here.utc
    assert (there.night, there.local.hour) == (date(2026, 11, 21), 0)
    assert here.local.hour == 18
    assert CrampEntry(ID, there).day == date(2026, 11, 21)


LOCAL = st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1))  # noqa: DTZ001 - the zone comes later


@given(LOCAL, st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]))
def test_the_night_is_what_the_clocks_said_in_any_zone_and_season(local: datetime, zone: str) -> None:
    moment = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))  # no gaps
    found = When.of(moment)
    assert found.night == (moment.replace(tzinfo=None) - timedelta(hours=12)).date()
    assert found.day == (moment.replace(tzinfo=None) - timedelta(hours=4)).date()
    assert found.local.replace(tzinfo=None) == moment.replace(microsecond=0, tzinfo=None)


@given(LOCAL, st.integers(-12 * 60, 14 * 60))
def test_a_moment_keeps_its_second_and_its_offset(local: datetime, offset: int) -> None:
    moment = local.replace(tzinfo=timezone(timedelta(minutes=offset)))
    found = When.of(moment)
    assert found.local == moment.replace(microsecond=0)
    assert found.offset == offset
    assert When.of(found.local) == found


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-22 00:20", date(2026, 11, 21)),
        ("2026-11-22 03:59", date(2026, 11, 21)),
        ("2026-11-22 04:00", date(2026, 11, 22)),
    ],
)
def test_practice_after_midnight_is_of_the_day_before(written: str, day: date) -> None:
    assert replace(PRACTICE, start=when(written)).day == day


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"id": "12"}, "id"),
        ({"id": ID.upper()}, "id"),
        ({"relief": -1}, "relief"),
        ({"relief": 86_401}, "relief"),
        ({"side": Side.AFFECTED}, "side"),
        ({"strength": 11}, "strength"),
        ({"strength": -1}, "strength"),
        ({"strength_after": 11}, "strength_after"),
        ({"signs": ("Leg swollen",)}, "signs"),
        ({"signs": ("leg_cold", "leg_cold")}, "signs"),
        ({"steps": ("step",) * 201}, "steps"),
        ({"steps": ("s" * 201,)}, "steps"),
        ({"note": "n" * 2001}, "note"),
        ({"note": "a\0b"}, "note"),
        ({"note": "\ud800"}, "note"),
    ],
)
def test_what_can_not_be_true_of_a_cramp_is_refused_by_its_key(wrong: dict[str, object], key: str) -> None:
    with pytest.raises(DiaryError) as refused:
        replace(CRAMP, **wrong)  # type: ignore[arg-type]  # wrong on purpose
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"routine": ""}, "routine"),
        ({"title": "t" * 201}, "title"),
        ({"purpose": Purpose.FIRST_AID}, "purpose"),
        ({"planned": -1}, "planned"),
        ({"played": 86_401}, "played"),
    ],
)
def test_what_can_not_be_true_of_a_session_is_refused_by_its_key(wrong: dict[str, object], key: str) -> None:
    with pytest.raises(DiaryError) as refused:
        replace(PRACTICE, **wrong)  # type: ignore[arg-type]  # wrong on purpose
    assert refused.value.key == key


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 22, 3),  # noqa: DTZ001 - no zone: wrong on purpose
        datetime(1969, 7, 20, tzinfo=UTC),
        datetime(2300, 1, 1, tzinfo=UTC),
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))),
        datetime(2026, 11, 22, tzinfo=timezone(timedelta(hours=-13))),
    ],
)
def test_a_moment_without_a_place_in_time_is_refused(moment: datetime) -> None:
    with pytest.raises(DiaryError):
        When.of(moment)


def test_the_future_is_refused_but_for_a_clock_that_is_a_little_off() -> None:
    check_not_ahead(CRAMP.start, CRAMP.start.utc)
    check_not_ahead(CRAMP.start, CRAMP.start.utc - timedelta(seconds=60))
    with pytest.raises(DiaryError, match="2026-11-22 00:40 has not come yet"):
        check_not_ahead(CRAMP.start, CRAMP.start.utc - timedelta(seconds=61))


@pytest.mark.parametrize(
    ("played", "ending", "counts"),
    [
        (300, Ending.COMPLETED, True),
        (0, Ending.COMPLETED, False),  # looked through to its end
        (149, Ending.COMPLETED, False),
        (150, Ending.STOPPED, True),
        (149, Ending.STOPPED, False),
        (150, Ending.INTERRUPTED, True),
        (0, Ending.INTERRUPTED, False),
    ],
)
def test_half_of_a_session_counts_as_practice(played: int, ending: Ending, counts: bool) -> None:
    assert replace(PRACTICE, played=played, ending=ending).counts is counts
