"""Tags: some imply others, and the weightiest speaks first."""

from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag


def test_late_pregnancy_is_pregnancy() -> None:
    tags = Profile(frozenset({Tag.LATE_PREGNANCY})).all_tags()
    assert tags == (Tag.LATE_PREGNANCY, Tag.FROM_WEEK_16, Tag.PREGNANT)


def test_from_week_16_is_pregnancy_and_not_yet_late() -> None:
    assert Profile(frozenset({Tag.FROM_WEEK_16})).all_tags() == (Tag.FROM_WEEK_16, Tag.PREGNANT)


def test_the_empty_profile_has_no_tags() -> None:
    assert Profile().all_tags() == ()


@given(st.frozensets(st.sampled_from(Tag)))
def test_every_tag_stays_and_the_weightiest_is_first(tags: frozenset[Tag]) -> None:
    found = Profile(tags).all_tags()
    assert tags <= set(found)
    assert list(found) == [tag for tag in Tag if tag in found]
