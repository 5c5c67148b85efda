"""The week of pregnancy moves on with the calendar, and what follows from it never goes back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.pregnancy import Pregnancy, PregnancyStage
from uncramp.domain.profile import Profile, ProfileNotice
from uncramp.domain.routine import Tag

DUE = date(2026, 10, 1)
ORDER = (
    PregnancyStage.EARLY,
    PregnancyStage.FROM_WEEK_16,
    PregnancyStage.LATE,
    PregnancyStage.PAST_DUE,
    PregnancyStage.AFTER_BIRTH,
    PregnancyStage.OVER,
)
LATE = (Tag.LATE_PREGNANCY, Tag.FROM_WEEK_16, Tag.PREGNANT)

days = st.dates()
pregnancies = st.one_of(
    st.builds(Pregnancy.due, days),
    st.builds(Pregnancy, st.integers(1, 42), days),
    st.just(Pregnancy.due(DUE)),
)
profiles = st.builds(
    Profile,
    tags=st.frozensets(st.sampled_from(Tag)),
    due_date=st.none() | days,
    week=st.none() | st.integers(1, 42),
    week_on=st.none() | days,
)


def before_due(*, weeks: int = 0, days: int = 0) -> date:
    return DUE - timedelta(weeks=weeks, days=days)


@pytest.mark.parametrize(
    ("today", "stage", "tags", "week"),
    [
        (before_due(weeks=40), PregnancyStage.EARLY, (Tag.PREGNANT,), 0),
        (before_due(weeks=24, days=1), PregnancyStage.EARLY, (Tag.PREGNANT,), 15),
        (before_due(weeks=24), PregnancyStage.FROM_WEEK_16, (Tag.FROM_WEEK_16, Tag.PREGNANT), 16),
        (before_due(weeks=12, days=1), PregnancyStage.FROM_WEEK_16, (Tag.FROM_WEEK_16, Tag.PREGNANT), 27),
        (before_due(weeks=12), PregnancyStage.LATE, LATE, 28),
        (DUE, PregnancyStage.LATE, LATE, 40),
        (before_due(days=-1), PregnancyStage.PAST_DUE, (Tag.CLOT_RISK, *LATE), 40),
        (before_due(weeks=-6, days=1), PregnancyStage.PAST_DUE, (Tag.CLOT_RISK, *LATE), 45),
        (before_due(weeks=-6), PregnancyStage.AFTER_BIRTH, (Tag.CLOT_RISK,), 46),
        (before_due(weeks=-8, days=1), PregnancyStage.AFTER_BIRTH, (Tag.CLOT_RISK,), 47),
        (before_due(weeks=-8), PregnancyStage.OVER, (), 48),
        (before_due(weeks=-600), PregnancyStage.OVER, (), 640),
        (before_due(weeks=40, days=1), PregnancyStage.UNLIKELY, (Tag.CLOT_RISK, *LATE), -1),
    ],
)
def test_a_due_date_says_how_far_it_is_on_each_day(
    today: date, stage: PregnancyStage, tags: tuple[Tag, ...], week: int
) -> None:
    profile = Profile(due_date=DUE)
    assert Pregnancy.due(DUE).stage(today) is stage
    assert Pregnancy.due(DUE).week_on(today) == week
    assert profile.on(today).all_tags() == tags


def test_a_week_that_was_written_down_moves_on() -> None:
    profile = Profile(week=24, week_on=date(2026, 3, 10))
    assert profile.on(date(2026, 3, 16)).all_tags() == (Tag.FROM_WEEK_16, Tag.PREGNANT)
    assert profile.on(date(2026, 4, 6)).all_tags() == (Tag.FROM_WEEK_16, Tag.PREGNANT)
    assert profile.on(date(2026, 4, 7)).all_tags() == LATE
    assert profile.on(date(2026, 6, 30)).all_tags() == LATE
    assert profile.on(date(2026, 7, 1)).all_tags() == (Tag.CLOT_RISK, *LATE)
    assert profile.on(date(2026, 8, 11)).all_tags() == (Tag.CLOT_RISK,)


def test_a_week_is_not_taken_back_where_it_is_still_the_day_before() -> None:
    profile = Profile(week=28, week_on=date(2026, 3, 10))
    assert profile.on(date(2026, 3, 9)).all_tags() == LATE
    assert profile.notices(date(2026, 3, 9)) == ()


@pytest.mark.parametrize("profile", [Profile(week=4, week_on=date(2062, 3, 10)), Profile(due_date=date(2062, 3, 10))])
def test_a_date_too_far_ahead_is_taken_as_wrong_and_the_safer_side_is_taken(profile: Profile) -> None:
    assert profile.on(date(2026, 3, 8)).all_tags() == (Tag.CLOT_RISK, *LATE)
    assert profile.notices(date(2026, 3, 8)) == (ProfileNotice.UNLIKELY,)


def test_the_turn_to_the_risk_after_birth_is_told() -> None:
    profile = Profile(due_date=DUE)
    assert profile.notices(DUE) == ()
    assert profile.notices(DUE + timedelta(days=1)) == (ProfileNotice.PAST_DUE,)
    assert profile.notices(DUE + timedelta(days=41)) == (ProfileNotice.PAST_DUE,)
    assert profile.notices(DUE + timedelta(days=42)) == (ProfileNotice.AFTER_BIRTH,)
    assert profile.notices(DUE + timedelta(days=55)) == (ProfileNotice.AFTER_BIRTH,)
    assert profile.notices(DUE + timedelta(days=56)) == (ProfileNotice.PREGNANCY_OVER,)


def test_without_a_pregnancy_the_calendar_changes_nothing() -> None:
    profile = Profile(frozenset({Tag.FLAT_FEET}), week=12)
    assert profile.on(DUE) == profile
    assert profile.notices(DUE) == ()


def test_a_due_date_says_more_than_a_week() -> None:
    assert Profile(due_date=DUE, week=3, week_on=DUE).pregnancy == Pregnancy.due(DUE)


@given(pregnancies, days, days)
def test_no_stage_and_no_week_ever_goes_back(pregnancy: Pregnancy, one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert pregnancy.week_on(first) <= pregnancy.week_on(second)
    stages = (pregnancy.stage(first), pregnancy.stage(second))
    if PregnancyStage.UNLIKELY not in stages:
        assert ORDER.index(stages[0]) <= ORDER.index(stages[1])
    else:
        assert stages[0] is PregnancyStage.UNLIKELY


@given(profiles, days)
def test_what_the_person_said_is_never_taken_away_by_the_calendar(profile: Profile, today: date) -> None:
    known = profile.on(today)
    assert profile.tags <= set(known.all_tags())
    assert known.tags == profile.tags
    assert known.on(today) == known


@given(profiles, days)
def test_whoever_has_a_pregnancy_is_pregnant_or_at_risk_of_a_clot_until_it_is_over(
    profile: Profile, today: date
) -> None:
    if profile.pregnancy is not None and profile.pregnancy.stage(today) is not PregnancyStage.OVER:
        assert {Tag.PREGNANT, Tag.CLOT_RISK} & set(profile.on(today).all_tags())


@given(profiles, days)
def test_the_tags_of_one_day_do_not_stay_for_another(profile: Profile, today: date) -> None:
    assert profile.on(date.min).on(today) == profile.on(today)
