"""Moments as people type them."""

import contextlib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.diary import DiaryError
from uncramp.domain.times import parse_day, parse_moment

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=BERLIN)


def berlin(local: datetime) -> datetime:
    """As the system does it: through UTC, so that an hour that never was becomes another."""
    return local.replace(tzinfo=BERLIN).astimezone(ZoneInfo("UTC")).astimezone(BERLIN)


def read(text: str, now: datetime = NOW) -> str:
    return parse_moment(text, now, berlin).local.isoformat()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-22 03:10", "2026-11-22T03:10:00+01:00"),
        ("2026-11-22T03:10:05", "2026-11-22T03:10:05+01:00"),
        (" 2026-07-01 3:10 ", "2026-07-01T03:10:00+02:00"),  # as the clocks were in July
        ("03:10", "2026-11-22T03:10:00+01:00"),
        ("3:10", "2026-11-22T03:10:00+01:00"),
        ("23:30", "2026-11-21T23:30:00+01:00"),  # the last time that the clocks said so
        ("today 03:10", "2026-11-22T03:10:00+01:00"),
        ("yesterday 3:10", "2026-11-21T03:10:00+01:00"),
        ("Yesterday 23:59", "2026-11-21T23:59:00+01:00"),
        ("2026-11-22T03:10+05:30", "2026-11-22T03:10:00+05:30"),
        ("2026-11-22 02:10Z", "2026-11-22T02:10:00+00:00"),
        ("2026-11-21 22:10-0500", "2026-11-21T22:10:00-05:00"),
        ("now", "2026-11-22T09:00:00+01:00"),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "is not a time: write 2026-11-22 03:10"),
        ("3", "is not a time: write"),
        ("3 am", "is not a time: write"),
        ("25:00", "no clock shows"),
        ("03:60", "no clock shows"),
        ("2026-02-30 03:10", "no calendar"),
        ("2026-11-23 03:10", "has not come yet"),
        ("today 23:00", "has not come yet"),
        ("tomorrow 3:10", "is not a time"),
        ("22.11.2026 03:10", "is not a time"),
        ("03:10+01:00", "offset but no date"),
        ("yesterday 03:10+01:00", "offset but no date"),
        ("2026-03-29 02:30", "never was: the clocks went forward"),
        ("1969-07-20 03:10", "from 1970"),
        ("2026-11-22 03:10+25:00", "is not a time"),
        ("٠٣:١٠", "is not a time"),
    ],
)
def test_what_is_no_time_is_refused_with_what_would_be_right(typed: str, words: str) -> None:
    with pytest.raises(DiaryError, match=words.replace("+", r"\+")):
        read(typed)


@given(st.integers(0, 24 * 60 - 1), st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)))  # noqa: DTZ001
def test_a_time_alone_is_within_the_last_day(minute: int, local: datetime) -> None:
    now = local.replace(tzinfo=UTC)
    found = parse_moment(f"{minute // 60}:{minute % 60:02}", now, lambda one: one.replace(tzinfo=UTC))
    assert timedelta(0) <= now - found.utc < timedelta(days=1)
    assert (found.local.hour, found.local.minute) == divmod(minute, 60)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(DiaryError):
        assert read(text)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("today", date(2026, 11, 22)),
        ("yesterday", date(2026, 11, 21)),
    ],
)
def test_a_day_is_read(typed: str, day: date) -> None:
    assert parse_day(typed, NOW) == day


@pytest.mark.parametrize("typed", ["", "1.11.2026", "2026-13-01", "20261101", "2026-W47-1"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(DiaryError, match="2026-11-22"):
        parse_day(typed, NOW)
