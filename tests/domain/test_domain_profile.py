"""Tags: some imply others, the weightiest speaks first, and the risk of a clot may lapse."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.profile import Profile, ProfileNotice
from uncramp.domain.routine import Tag


def test_late_pregnancy_is_pregnancy() -> None:
    tags = Profile(frozenset({Tag.LATE_PREGNANCY})).all_tags()
    assert tags == (Tag.LATE_PREGNANCY, Tag.FROM_WEEK_16, Tag.PREGNANT)


def test_from_week_16_is_pregnancy_and_not_yet_late() -> None:
    assert Profile(frozenset({Tag.FROM_WEEK_16})).all_tags() == (Tag.FROM_WEEK_16, Tag.PREGNANT)


UNTIL = date(2027, 1, 7)


def test_a_clot_risk_for_a_while_holds_until_and_including_its_last_day() -> None:
    profile = Profile(clot_risk_until=UNTIL)
    assert profile.on(UNTIL - timedelta(400)).all_tags() == (Tag.CLOT_RISK,)
    assert profile.on(UNTIL).all_tags() == (Tag.CLOT_RISK,)
    assert profile.on(UNTIL + timedelta(1)).all_tags() == ()


def test_that_it_lapsed_is_told_until_the_day_is_taken_out() -> None:
    profile = Profile(clot_risk_until=UNTIL)
    assert profile.notices(UNTIL) == ()
    assert profile.notices(UNTIL + timedelta(1)) == (ProfileNotice.CLOT_RISK_OVER,)
    assert Profile().notices(UNTIL + timedelta(1)) == ()


def test_a_clot_risk_for_good_never_lapses() -> None:
    profile = Profile(frozenset({Tag.CLOT_RISK}), clot_risk_until=UNTIL)
    assert profile.on(UNTIL + timedelta(10_000)).all_tags() == (Tag.CLOT_RISK,)
    assert profile.notices(UNTIL + timedelta(10_000)) == ()


def test_a_lapsed_clot_risk_leaves_that_after_a_birth() -> None:
    profile = Profile(due_date=UNTIL, clot_risk_until=UNTIL)
    assert Tag.CLOT_RISK in profile.on(UNTIL + timedelta(50)).all_tags()
    assert profile.notices(UNTIL + timedelta(50)) == (ProfileNotice.AFTER_BIRTH,)


def test_the_empty_profile_has_no_tags() -> None:
    assert Profile().all_tags() == ()


@given(st.frozensets(st.sampled_from(Tag)))
def test_every_tag_stays_and_the_weightiest_is_first(tags: frozenset[Tag]) -> None:
    found = Profile(tags).all_tags()
    assert tags <= set(found)
    assert list(found) == [tag for tag in Tag if tag in found]
