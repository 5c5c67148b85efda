"""What the page for the doctor counts, and in which night and week."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary_making import ENTRIES, counts_by_day
from report_samples import TODAY, a_huge_diary, a_short_diary, at, before, counted, number, practice
from uncramp.domain.diary import CrampEntry, DayCount, Ending, Entry, SessionEntry, When, count_entries
from uncramp.domain.practice import RoutinePractice, Verdict, is_it_working
from uncramp.domain.profile import Profile
from uncramp.domain.report import MOST_BARS, Spread, about, bars, count_report
from uncramp.domain.routine import Part, Side, Tag
from uncramp.domain.told import told_entries


def cramp(n: int, start: When, relief: int | None = None, **more: Any) -> CrampEntry:
    return CrampEntry(number(n), start, relief, **more)


def test_a_cramp_at_0_40_is_in_the_night_before_and_in_the_week_of_that_night() -> None:
    monday = date(2026, 11, 16)
    found = counted([cramp(1, at(monday, 0, 40))])
    assert (found.first, found.bars[0].first, found.bars[0].cramps) == (
        monday - timedelta(days=1),
        monday - timedelta(days=7),
        1,
    )
    assert found.cramps.hours[0] == 1


def test_a_night_in_which_the_clocks_go_back_is_one_night_and_its_hours_are_those_of_the_clocks() -> None:
    night = date(2026, 10, 24)
    twice = [
        cramp(1, at(night + timedelta(days=1), 2, 30, zone=120)),
        cramp(2, at(night + timedelta(days=1), 2, 30, zone=60)),
    ]
    found = counted([*twice])
    assert (found.cramps.total, found.cramps.nights, found.cramps.hours[2]) == (2, 1, 2)
    assert found.first == night


def test_a_cramp_abroad_is_counted_by_the_clocks_there() -> None:
    """3:10 in Tokyo is an evening in London: the page tells of the night."""
    found = counted([cramp(1, at(before(3), 3, 10, zone=9 * 60))])
    assert found.cramps.hours[3] == 1
    assert found.first == before(4)


def test_a_cramp_of_a_night_ahead_of_the_clock_here_is_in_the_period() -> None:
    found = counted([cramp(1, at(TODAY + timedelta(days=1), 22))])
    assert (found.last, sum(bar.cramps for bar in found.bars)) == (TODAY + timedelta(days=1), 1)


def test_a_cramp_of_tonight_is_on_a_page_that_is_made_tonight() -> None:
    found = count_report(told_entries([practice(1, before(1))]), at(TODAY, 0, 45))
    assert (found.made_on, found.working.since.days) == (TODAY, 1)


def test_what_nobody_said_is_counted_as_that_and_as_nothing_else() -> None:
    found = counted([cramp(1, at(TODAY, 2)), cramp(2, at(TODAY, 3), 600, side=Side.LEFT, strength=0)]).cramps
    assert found.sides == ((Side.LEFT, 1), (None, 1))
    assert found.parts == ((None, 2),)
    assert found.states == ((None, 2),)
    assert found.relief == Spread(1, 600, 600)
    assert found.strength == Spread(1, 0, 0)
    assert found.after == Spread(0)
    assert found.over_ten == 0


def test_the_middle_of_an_even_number_lies_between_and_the_longest_is_told() -> None:
    found = counted([cramp(n, at(before(n), 2), relief) for n, relief in enumerate([10, 40, 30, 601])])
    assert found.cramps.relief == Spread(4, 35, 601)
    assert found.cramps.over_ten == 1


def test_a_cramp_of_over_ten_minutes_is_a_sign_ticked_or_not_and_never_twice() -> None:
    found = counted(
        [
            cramp(1, at(before(1), 2), 601),
            cramp(2, at(before(2), 2), 601, signs=("over_ten_minutes",)),
            cramp(3, at(before(3), 2), None, signs=("over_ten_minutes",)),
        ]
    )
    assert [(sign.key, sign.times, sign.last) for sign in found.signs] == [("over_ten_minutes", 3, before(2))]


def test_the_most_urgent_sign_is_first_and_one_that_is_not_known_is_last_and_not_lost() -> None:
    found = counted(
        [cramp(1, at(before(1), 2), signs=("a_new_sign", "sleep_spoilt", "leg_swollen", "breath_or_chest"))]
    )
    assert [sign.key for sign in found.signs] == [
        "breath_or_chest",
        "leg_swollen",
        "sleep_spoilt",
        "a_new_sign",
    ]


def test_practice_that_was_broken_off_is_counted_apart() -> None:
    done = practice(1, TODAY)
    stopped = replace(practice(2, TODAY), played=20, ending=Ending.STOPPED)
    half = replace(practice(3, before(1)), played=150, ending=Ending.STOPPED)
    found = counted([done, stopped, half]).practice
    assert (found.sessions, found.days, found.broken_off) == (2, 2, 1)
    assert found.routines == (RoutinePractice("Daily calf stretch", times=2, days=2),)


def test_since_leaves_out_what_is_older_says_how_much_and_compares_by_the_whole_diary() -> None:
    entries = a_short_diary()
    whole, part = counted(entries), counted(entries, since=before(20))
    assert part.first == before(20)
    assert (part.cramps.total, part.older) == (2, len(entries) - 2 - part.practice.sessions)
    assert part.working == whole.working
    assert whole.working.verdict is Verdict.UNCLEAR
    assert whole.older == 0


def test_before_the_diary_began_nothing_is_counted_as_a_week_without_cramps() -> None:
    found = counted([cramp(1, at(before(2), 22))], since=date(1, 1, 1))
    assert (found.first, found.days) == (before(2), 3)
    assert found.per_week is None


def test_an_empty_diary_is_an_empty_report() -> None:
    for since in (None, before(30), date(1, 1, 1)):
        found = counted([], since=since)
        assert found.empty
        assert found.first == (since or TODAY)
        assert len(found.bars) <= MOST_BARS
    assert not counted([practice(1, TODAY)]).empty


@given(
    st.dates(date(1970, 1, 2), date(2199, 12, 30)),
    st.integers(0, 84_000),
    st.data(),
)
def test_every_day_is_in_one_bar_and_there_are_never_too_many(first: date, days: int, data: st.DataObject) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date(2200, 1, 1).toordinal()))
    nights = data.draw(st.sets(st.dates(first, last), max_size=20))
    found = bars(first, last, [DayCount(night, 2, 1) for night in nights])
    assert 1 <= len(found) <= MOST_BARS
    assert found[0].first <= first
    assert found[0].first.weekday() == 0
    assert sum(bar.cramps for bar in found) == 2 * len(nights)
    assert sum(bar.practised for bar in found) == len(nights)
    assert len({bar.weeks for bar in found}) == 1


def test_a_year_is_told_by_the_week() -> None:
    assert counted(a_huge_diary()).bars[0].weeks == 1


def test_the_order_of_the_entries_does_not_matter() -> None:
    entries: list[Entry] = a_huge_diary(60, 90)
    assert counted(entries) == counted(entries[::-1])


@pytest.mark.parametrize(
    ("profile", "tags", "week"),
    [
        (Profile(), (), None),
        (Profile(frozenset({Tag.FLAT_FEET})), (Tag.FLAT_FEET,), None),
        (Profile(due_date=TODAY + timedelta(weeks=9)), (), 31),
        (Profile(frozenset({Tag.PREGNANT}), week=20, week_on=before(14)), (Tag.PREGNANT,), 22),
        (Profile(due_date=before(3)), (), 40),  # the week is a fact; the clot risk that is assumed is none
        (Profile(due_date=before(100)), (), None),
        (Profile(due_date=TODAY + timedelta(days=700)), (), None),
    ],
)
def test_about_me_is_what_was_said_and_nothing_that_was_assumed(
    profile: Profile, tags: tuple[Tag, ...], week: int | None
) -> None:
    found = about(profile.on(TODAY), TODAY)
    assert (found.tags, found.week, found.due) == (tags, week, profile.due_date)


@pytest.mark.parametrize(("left", "tags"), [(0, (Tag.CLOT_RISK,)), (-1, ())])
def test_a_clot_risk_for_a_while_is_said_of_me_as_long_as_it_holds(left: int, tags: tuple[Tag, ...]) -> None:
    assert about(Profile(clot_risk_until=TODAY + timedelta(left)), TODAY).tags == tags


def test_the_newest_note_is_first_and_an_empty_one_is_none() -> None:
    found = counted(
        [
            cramp(1, at(before(9), 2), note="old"),
            cramp(2, at(before(1), 2), note="new", part=Part.FOOT),
            cramp(3, at(before(3), 2), note=" \n\t "),
        ]
    ).notes
    assert [(note.day, note.part, note.note) for note in found] == [
        (before(2), Part.FOOT, "new"),
        (before(10), None, "old"),
    ]


def test_a_session_without_a_title_goes_by_its_name() -> None:
    session: SessionEntry = practice(1, TODAY, title=" ")
    assert [one.title for one in counted([session]).practice.routines] == ["daily-calf"]


@given(st.lists(ENTRIES, unique_by=lambda one: one.id, max_size=12))
def test_the_page_counts_as_the_diary_does(entries: list[Entry]) -> None:
    found = counted(entries)
    days, total = counts_by_day(entries), count_entries(TODAY, entries)
    assert (found.cramps.total, found.practice.sessions, found.practice.broken_off) == (
        total.cramps,
        total.sessions,
        total.broken_off,
    )
    assert sum(bar.cramps for bar in found.bars) == total.cramps
    assert found.working == is_it_working(days, at(TODAY, 18).night)
