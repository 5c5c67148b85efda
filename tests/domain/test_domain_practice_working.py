"""Is it working? What is counted on which side, when nothing is said, and that doubt never favours practice."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
import textstat  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.diary import DayCount
from uncramp.domain.practice import SILENCE, Verdict, Working, compare, is_it_working
from uncramp.domain.statistics import Rate
from uncramp.words.practice import needed_words, working_headline, working_lines

BEGAN = date(2026, 6, 1)


def on(nth: int) -> date:
    """The nth day after practice began; below 0 before it."""
    return BEGAN + timedelta(days=nth)


def diary(cramps: Iterable[int], practice: Iterable[int]) -> dict[date, DayCount]:
    """The days of a diary by their distance from the first practice; a day named twice has two cramps."""
    nights, days = list(cramps), set(practice)
    return {on(nth): DayCount(on(nth), nights.count(nth), int(nth in days)) for nth in sorted({*nights, *days})}


def words(working: Working) -> str:
    return " ".join(working_lines(working))


def test_the_nights_on_each_side_are_counted_and_compared() -> None:
    before, since = [-29, -28, -25, -20, -18, -15, -10, -7, -5, -1], [3]
    found = is_it_working(diary(before, range(0, 28, 2)) | diary(since, [3]), on(27))
    assert found.before == Rate(9, 28)  # the cramp with which the diary began is left out, and so is its day
    assert found.since == Rate(1, 28)
    assert (found.practised, found.left_out, found.began) == (15, 0, BEGAN)
    assert found.verdict is Verdict.FEWER
    assert words(found) == (
        "There are fewer cramps since you began to practise. "
        "Before: 9 cramps in 28 days, 2.2 a week. Since then: 1 cramp in 28 days, 0.2 a week. "
        "You practised on 15 days. "
        "For every 10 cramps before, you now have 1.1. The true number may be from 0 to 8. "
        "This can have other causes. Cramps come in bunches, so the true range may be wider."
    )


def test_a_cramp_in_the_night_after_the_first_practice_is_since() -> None:
    found = is_it_working(diary([-20, 0], [0]), on(0))
    assert (found.before, found.since) == (Rate(0, 19), Rate(1, 1))


def test_a_cramp_just_now_counts_in_the_night_that_it_is() -> None:
    """At 00:40 it is still the night before: both the night and its cramp are counted, once."""
    found = is_it_working(diary([-20, 5], range(6)), on(5))
    assert found.since == Rate(1, 6)


def test_a_night_ahead_of_the_clock_is_counted_whole() -> None:
    """Somebody flew west: the last cramp is in a night that has not come here."""
    assert is_it_working(diary([-20, 5], range(5)), on(4)).since == Rate(1, 6)


@pytest.mark.parametrize(
    ("cramps", "practice", "tonight", "verdict"),
    [
        ([], [], 0, Verdict.NO_PRACTICE),
        ([-9, -5, -2], [], 30, Verdict.NO_PRACTICE),
        ([0, 3, 4, 5, 7, 8, 9], range(30), 30, Verdict.NO_BEFORE),
        ([-14, -13, -9, -2, 1, 2, 3, 4], range(30), 30, Verdict.NO_BEFORE),
        ([-15, -13, -9, -2, 1, 2, 3, 4], range(30), 30, Verdict.UNCLEAR),
        ([-15, -13, -9, -2, 1, 2, 3, 4], range(12), 12, Verdict.TOO_EARLY),
        ([-15, -13, -9, -2, 1, 2, 3, 4], range(13), 13, Verdict.UNCLEAR),
        ([-15, -13, -9, -2, 1, 2, 3, 4], range(0, 12, 2), 14, Verdict.TOO_EARLY),
        ([-15, -13, -9, -2, 1, 2], range(14), 14, Verdict.TOO_EARLY),
        ([-30, -29], range(30), 30, Verdict.TOO_EARLY),
        ([-30, *range(20)], range(30), 30, Verdict.MORE),
        ([-31, *range(-30, 0, 2)], range(30), 30, Verdict.FEWER),
    ],
)
def test_what_can_be_said(cramps: Iterable[int], practice: Iterable[int], tonight: int, verdict: Verdict) -> None:
    found = is_it_working(diary(cramps, practice), on(tonight))
    assert found.verdict is verdict
    assert (found.ratio is not None) == (verdict in {Verdict.FEWER, Verdict.MORE, Verdict.UNCLEAR})
    assert next(working_lines(found)) == working_headline(found)


def test_too_early_says_what_it_takes_and_what_there_is() -> None:
    told = words(is_it_working(diary([-20, -3], range(5)), on(4)))
    assert told == (
        "It is too early to say if practice helps. Before: 1 cramp in 19 days, 0.4 a week. Since then: 0 cramps in 5 days. "
        f"You practised on 5 days. {needed_words()}"
    )
    assert "14 days before practice, 14 days since, 7 days of practice and 6 cramps in all" in needed_words()


def test_a_diary_that_began_with_practice_has_no_before_and_says_no_number_for_it() -> None:
    told = words(is_it_working(diary([3], range(20)), on(19)))
    assert "Before:" not in told
    assert "Since then: 1 cramp in 20 days" in told


def test_no_cramp_before_has_no_number_and_no_cramp_since_has_a_range() -> None:
    none_before = words(compare(Rate(0, 20), Rate(9, 20), 20))
    assert "There were no cramps before" in none_before
    assert "10 cramps" not in none_before
    none_since = words(compare(Rate(9, 20), Rate(0, 20), 20))
    assert "you now have 0. The true number may be from 0 to 5." in none_since


def test_a_diary_laid_aside_since_is_left_out_and_that_is_said() -> None:
    cramps, practice = [-30, -20, -10, -9, -8, -7, 2], range(15)
    kept = is_it_working(diary(cramps, practice), on(14 + SILENCE))
    assert (kept.since, kept.left_out) == (Rate(1, 15 + SILENCE), 0)
    aside = is_it_working(diary(cramps, practice), on(15 + SILENCE))
    assert (aside.since, aside.left_out) == (Rate(1, 15), SILENCE + 1)
    assert f"{SILENCE + 1} days are left out: the diary is empty there." in words(aside)


@given(
    st.lists(st.integers(-60, 60), max_size=40),
    st.sets(st.integers(0, 60), min_size=1),
    st.integers(0, 200),
)
def test_every_night_is_on_one_side_or_left_out(cramps: list[int], practice: set[int], tonight: int) -> None:
    practice |= {0}
    found = is_it_working(diary(cramps, practice), on(tonight))
    first, last = min([*cramps, 0]), max([tonight, *cramps, *practice])
    assert found.before.days + found.since.days + found.left_out == max(0, -first - 1) + last + 1
    assert found.before.events == sum(first < nth < 0 for nth in cramps)
    assert found.since.events == sum(nth >= 0 for nth in cramps)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(14, 400), st.integers(14, 400))
def test_nothing_is_promised_and_the_words_go_with_the_range(
    before: int, since: int, days: int, days_since: int
) -> None:
    found = compare(Rate(before, days), Rate(since, days_since), 14)
    told = words(found)
    if found.ratio is None:
        assert found.verdict is Verdict.TOO_EARLY
        assert before + since < 6
        return
    assert "This can have other causes." in told
    weekly = found.since.per_week - found.before.per_week
    assert found.verdict is not Verdict.FEWER or weekly < 0
    assert found.verdict is not Verdict.MORE or weekly > 0
    if found.verdict is not Verdict.UNCLEAR and found.ratio.high is not None:
        assert "from 10 " not in told
        assert "to 10." not in told


def test_a_range_that_just_leaves_out_no_change_says_so() -> None:
    told = words(compare(Rate(28, 176), Rate(50, 194), 14))
    assert "There are more cramps" in told
    assert "from just over 10 to 27." in told
    told = words(compare(Rate(50, 194), Rate(28, 176), 14))
    assert "There are fewer cramps" in told
    assert "to just under 10." in told


def test_the_words_read_easily() -> None:
    samples = [
        is_it_working(diary([], []), on(0)),
        is_it_working(diary([3], range(20)), on(19)),
        is_it_working(diary([-20, -3], range(5)), on(4)),
        compare(Rate(0, 20), Rate(9, 20), 20),
        compare(Rate(9, 30), Rate(2, 30), 20, left_out=20),
        compare(Rate(9, 30), Rate(8, 30), 20),
    ]
    for sample in samples:
        told = words(sample)
        grade = max(textstat.flesch_kincaid_grade(told), textstat.automated_readability_index(told))
        assert grade <= 6, f"{grade}: {told}"
