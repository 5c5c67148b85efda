"""Moments as people type them."""

import contextlib
import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.diary import DiaryError, When
from uncramp.domain.times import UnsureError, parse_day, parse_moment
from uncramp.words.diary import moment_words

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
        ("3:10am", "2026-11-22T03:10:00+01:00"),
        ("3.10 a.m.", "2026-11-22T03:10:00+01:00"),
        ("4 PM", "2026-11-21T16:00:00+01:00"),
        ("12:10 am", "2026-11-22T00:10:00+01:00"),
        ("0445", "2026-11-22T04:45:00+01:00"),
        ("last night at ten past three", "2026-11-22T03:10:00+01:00"),
        ("half past four am", "2026-11-22T04:30:00+01:00"),
        ("~3:10", "2026-11-22T03:10:00+01:00"),
        ("3:10ish", "2026-11-22T03:10:00+01:00"),
        ("ca. 3.10 Uhr", "2026-11-22T03:10:00+01:00"),
        ("half past 4 am", "2026-11-22T04:30:00+01:00"),
        ("quarter to 6 pm", "2026-11-21T17:45:00+01:00"),
        ("last night 3:10", "2026-11-22T03:10:00+01:00"),
        ("last night at 11", "2026-11-21T23:00:00+01:00"),
        ("2:40 in the night", "2026-11-22T02:40:00+01:00"),
        ("11pm last night", "2026-11-21T23:00:00+01:00"),
        ("tonight 1:05", "2026-11-22T01:05:00+01:00"),
        ("this morning 4", "2026-11-22T04:00:00+01:00"),
        ("yesterday evening 8.30", "2026-11-21T20:30:00+01:00"),
        ("yesterday 11pm", "2026-11-21T23:00:00+01:00"),
        ("yesterday, 3.10", "2026-11-21T03:10:00+01:00"),
        ("3 days ago 2:20", "2026-11-19T02:20:00+01:00"),
        ("a week ago at 5am", "2026-11-15T05:00:00+01:00"),
        ("two nights ago 11pm", "2026-11-20T23:00:00+01:00"),
        ("the night before last, 2:15", "2026-11-21T02:15:00+01:00"),
        ("2 hours ago", "2026-11-22T07:00:00+01:00"),
        ("20 min ago", "2026-11-22T08:40:00+01:00"),
        ("an hour and 10 minutes ago", "2026-11-22T07:50:00+01:00"),
        ("Thursday 3:10", "2026-11-19T03:10:00+01:00"),
        ("last Sunday 3:10", "2026-11-15T03:10:00+01:00"),
        ("tue. 23:05", "2026-11-17T23:05:00+01:00"),
        ("22.11.2026 3:10", "2026-11-22T03:10:00+01:00"),
        ("5.9. 4.15", "2026-09-05T04:15:00+02:00"),
        ("22/11/2026 3:10", "2026-11-22T03:10:00+01:00"),
        ("11/22/2026 3:10", "2026-11-22T03:10:00+01:00"),
        ("8/8/2026 3:10", "2026-08-08T03:10:00+02:00"),
        ("22 Nov 3:10", "2026-11-22T03:10:00+01:00"),
        ("November 2nd, 5:20 am", "2026-11-02T05:20:00+01:00"),
        ("Wed 4 November 2026 at 0510", "2026-11-04T05:10:00+01:00"),
        ("2026-11-22T03:10", "2026-11-22T03:10:00+01:00"),
        ("2026-11-22 03:10 UTC-3:30", "2026-11-22T03:10:00-03:30"),
        ("２１．１１．２０２６\u3000３：１０", "2026-11-21T03:10:00+01:00"),
        ("yesterday\u00a03:10", "2026-11-21T03:10:00+01:00"),
        ("\ufeff21\u200b Nov, 3:10", "2026-11-21T03:10:00+01:00"),
        ("2026\u201311\u201320 3:10", "2026-11-20T03:10:00+01:00"),
        ("midnight", "2026-11-22T00:00:00+01:00"),
        ("last night at midnight", "2026-11-22T00:00:00+01:00"),
        ("yesterday 0:00", "2026-11-21T00:00:00+01:00"),
        ("today, 12am", "2026-11-22T00:00:00+01:00"),
        ("Nov 20th at 3:10 in the morning", "2026-11-20T03:10:00+01:00"),
        ("3 : 10 am", "2026-11-22T03:10:00+01:00"),
        ("night 20/21 Nov, 23:40", "2026-11-20T23:40:00+01:00"),
        ("twenty-five past four this morning", "2026-11-22T04:25:00+01:00"),
        ("a quarter after 2 am", "2026-11-22T02:15:00+01:00"),
        ("ten minutes to midnight yesterday", "2026-11-21T23:50:00+01:00"),
        ("twenty five to five last night", "2026-11-22T04:35:00+01:00"),
        ("last night three fifteen", "2026-11-22T03:15:00+01:00"),
        ("half past 12 noon", "2026-11-21T12:30:00+01:00"),
        ("4 h 05", "2026-11-22T04:05:00+01:00"),
        ("the 19th 3am", "2026-11-19T03:00:00+01:00"),
        ("Saturday the 21st, 3:10", "2026-11-21T03:10:00+01:00"),
        ("31. 2:40", "2026-10-31T02:40:00+01:00"),  # November has none, and is not over
        ("early on the 3rd at 4 am", "2026-11-03T04:00:00+01:00"),
        ("earlier on the 3rd, roughly 4 o clock am", "2026-11-03T04:00:00+01:00"),
        ("forty minutes ago", "2026-11-22T08:20:00+01:00"),
        ("an hour and a half ago", "2026-11-22T07:30:00+01:00"),
        ("three quarters of an hour ago", "2026-11-22T08:15:00+01:00"),
        ("Night of Fri 20 to Sat 21 Nov 2026, 02:05 (UTC+1)", "2026-11-21T02:05:00+01:00"),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "is not a time: write 2026-11-22 03:10"),
        ("3", "can mean more than one moment: write 2026-11-22 03:00 or 2026-11-21 15:00"),
        ("yesterday midnight", "can mean more than one moment: write 2026-11-22 00:00 or 2026-11-21 00:00"),
        ("midnight on Friday", "can mean more than one moment: write 2026-11-21 00:00 or 2026-11-20 00:00"),
        ("19 Nov 12 am", "can mean more than one moment: write 2026-11-20 00:00 or 2026-11-19 00:00"),
        ("yesterday 5", "can mean more than one moment: write 2026-11-21 05:00 or 2026-11-21 17:00"),
        ("4/11/2026 3:10", "can mean more than one moment: write 2026-11-04 03:10 or 2026-04-11 03:10"),
        ("last night 7:20", "can mean more than one moment: write 2026-11-22 07:20 or 2026-11-21 19:20"),
        ("Sunday 4am", "can mean more than one moment: write 2026-11-22 04:00 or 2026-11-15 04:00"),
        ("Friday night 2:15", "can mean more than one moment: write 2026-11-21 02:15 or 2026-11-20 02:15"),
        (
            "2026-10-25 02:30",
            "was twice, when the clocks went back: write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30",
        ),
        ("yesterday", "has no time of day: write 'yesterday 3:10'"),
        ("3 days ago", "has no time of day: write '3 days ago 3:10'"),
        ("Nov 20", "has no time of day"),
        ("the 19th", "has no time of day: write 'the 19th 3:10'"),
        ("yesterday evening", "has no time of day: write 'yesterday evening 8:10'"),
        ("tomorrow", "has not come yet"),
        ("the 32nd 3am", "no calendar"),
        ("Sunday the 21st 3am", "does not fit: 2026-11-21 is a Saturday"),
        ("three thirty", "can mean more than one moment: write 2026-11-22 03:30 or 2026-11-21 15:30"),
        ("half three this morning", "can mean more than one moment: write 2026-11-22 03:30 or 2026-11-22 02:30"),
        ("quarter four", "is not a time"),
        ("30 weeks", "is not a time"),
        ("Mon 22 Nov 2026 3:10", "does not fit: 2026-11-22 is a Sunday"),
        ("this morning 3 pm", "does not fit: 15:00 is not in the morning"),
        ("24 Dec 3:10", "has not come yet: write 2025-12-24 if you mean that"),
        ("31.11.2026 3:10", "no calendar"),
        ("13:10 am", "no clock shows"),
        ("2031", "is not a time"),
        ("5 ago", "has no unit"),
        ("2026-11-22 03:10 UTC+15", "is not a time"),
        ("25:00", "no clock shows"),
        ("03:60", "no clock shows"),
        ("2026-02-30 03:10", "no calendar"),
        ("2026-11-23 03:10", "has not come yet"),
        ("today 23:00", "has not come yet"),
        ("tomorrow 3:10", "has not come yet"),
        ("23.11.2026 03:10", "has not come yet"),
        ("03:10+01:00", "offset but no date"),
        ("yesterday 03:10+01:00", "offset but no date"),
        ("2026-03-29 02:30", "never was: the clocks went forward"),
        ("1969-07-20 03:10", "from 1970"),
        ("2026-11-22 03:10+25:00", "is not a time"),
        ("٠٣:١٠", "is not a time"),
    ],
)
def test_what_is_no_time_is_refused_with_what_would_be_right(typed: str, words: str) -> None:
    with pytest.raises(DiaryError, match=re.escape(words)):
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
        ("1.11.2026", date(2026, 11, 1)),
        ("3 Oct", date(2026, 10, 3)),
        ("Dec 24, 2025", date(2025, 12, 24)),
        ("2 weeks ago", date(2026, 11, 8)),
        ("last night", date(2026, 11, 21)),
        ("Friday", date(2026, 11, 20)),
        ("the 30th", date(2026, 10, 30)),
        ("2026/1/31", date(2026, 1, 31)),
    ],
)
def test_a_day_is_read(typed: str, day: date) -> None:
    assert parse_day(typed, NOW) == day


@pytest.mark.parametrize("typed", ["", "2026-13-01", "20261101", "2026-W47-1", "32.1.2026", "a while ago", "Blurday"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(DiaryError, match="2026-11-22"):
        parse_day(typed, NOW)


def test_a_day_that_can_be_one_of_two_is_refused_with_both() -> None:
    with pytest.raises(DiaryError, match="write 2026-11-03 or 2026-03-11"):
        parse_day("3/11/2026", NOW)


def test_in_the_small_hours_last_night_may_be_this_one_or_the_one_before() -> None:
    at_one = datetime(2026, 11, 22, 1, 0, tzinfo=BERLIN)
    assert read("last night 3:10", at_one) == "2026-11-21T03:10:00+01:00"
    with pytest.raises(UnsureError) as asked:
        read("last night 11pm", at_one)
    assert [f"{when.local:%d %H:%M}" for when in asked.value.readings] == ["21 23:00", "20 23:00"]


def test_a_time_before_a_gap_of_the_clocks_is_that_of_the_day_before() -> None:
    at_one = datetime(2026, 3, 29, 1, 0, tzinfo=BERLIN)
    assert read("2:30", at_one) == "2026-03-28T02:30:00+01:00"


OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: quarters * 15)
MOMENTS = st.builds(
    lambda local, offset: When.of(local.replace(tzinfo=timezone(timedelta(minutes=offset)), microsecond=0)),
    st.datetimes(datetime(1971, 1, 1), datetime(2026, 11, 20)),  # noqa: DTZ001
    OFFSETS,
)


@given(MOMENTS)
def test_what_is_said_back_is_understood_as_the_same_moment(when: When) -> None:
    assert parse_moment(moment_words(when), NOW, berlin) == when


@given(
    st.sampled_from(
        ["", "yesterday", "last night", "21 Nov", "20.11.2026", "Friday", "3 days ago", "21/11", "tonight"]
    ),
    st.sampled_from(["3:10am", "3.10", "0310", "11pm", "4", "23:59", "half past 2", "noon", "3h05"]),
    st.booleans(),
)
def test_whatever_is_understood_is_past_and_reads_back(day: str, clock: str, first: bool) -> None:
    typed = f"{clock} {day}" if first else f"{day} {clock}"
    try:
        found: tuple[When, ...] = (parse_moment(typed, NOW, berlin),)
    except UnsureError as error:
        found = error.readings
        for option in str(error).partition(": write ")[2].split(" or "):
            assert parse_moment(option, NOW, berlin) in found
    except DiaryError:
        return
    assert all(when.utc <= NOW and parse_moment(moment_words(when), NOW, berlin) == when for when in found)
