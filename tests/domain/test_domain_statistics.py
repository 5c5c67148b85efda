"""The exact interval: against published numbers, against exact sums, and by what must hold of any interval."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.statistics import Rate, at_least, binomial_interval, rate_ratio

COUNTS = st.integers(0, 400)
DAYS = st.integers(1, 2_000)


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [
        # Newcombe RG (1998), Statistics in Medicine 17:857-872, Table I, the Clopper-Pearson rows.
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0000, 0.1684),
        (1, 29, 0.0009, 0.1776),
        # As tables of exact binomial limits have them.
        (0, 10, 0.0000, 0.3085),
        (1, 10, 0.0025, 0.4450),
        (5, 10, 0.1871, 0.8129),
        (3, 20, 0.0321, 0.3789),
        (10, 100, 0.0490, 0.1762),
        # The whole reason for the least number of cramps: 5 can't tell, 6 can.
        (0, 5, 0.0000, 0.5218),
        (0, 6, 0.0000, 0.4593),
    ],
)
def test_the_interval_of_a_share_is_the_published_one(hits: int, trials: int, low: float, high: float) -> None:
    assert binomial_interval(hits, trials) == pytest.approx((low, high), abs=0.00006)


def test_the_ratio_is_the_one_that_the_manual_of_r_has() -> None:
    """`poisson.test(c(11, 6+8+7), c(800, 1083+1050+878))`, the example of R's own manual."""
    found = rate_ratio(Rate(11, 800), Rate(6 + 8 + 7, 1083 + 1050 + 878))
    assert found.ratio == pytest.approx(1.971488, abs=1e-6)
    assert (found.low, found.high) == pytest.approx((0.8584264, 4.2772659), abs=1e-6)


@given(st.integers(1, 60), st.data())
def test_the_tail_is_the_exact_sum(trials: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, trials))
    share = Fraction(data.draw(st.integers(1, 99)), 100)
    exact = sum(comb(trials, n) * share**n * (1 - share) ** (trials - n) for n in range(hits, trials + 1))
    assert at_least(hits, trials, float(share)) == pytest.approx(float(exact), abs=1e-12)


@given(COUNTS, COUNTS, DAYS, DAYS)
def test_the_range_holds_the_ratio_and_turns_over_with_the_sides(
    one: int, other: int, days: int, other_days: int
) -> None:
    if not one + other:
        return
    there, back = (
        rate_ratio(Rate(one, days), Rate(other, other_days)),
        rate_ratio(Rate(other, other_days), Rate(one, days)),
    )
    if there.ratio is not None:
        assert there.low <= there.ratio
        assert there.high is not None
        assert there.ratio <= there.high
        assert there.low < there.high
    assert (there.high is None) == (other == 0) == (back.low == 0)
    if there.high is not None:
        assert there.high * back.low == pytest.approx(1, rel=1e-6)


@given(st.integers(0, 40), st.integers(1, 40))
def test_more_of_the_same_makes_the_range_narrower(hits: int, misses: int) -> None:
    low, high = binomial_interval(hits, hits + misses)
    narrow_low, narrow_high = binomial_interval(hits * 3, (hits + misses) * 3)
    assert narrow_high - narrow_low < high - low


def test_huge_counts_are_no_burden_and_go_toward_the_normal_range() -> None:
    low, high = binomial_interval(500_000, 1_000_000)
    assert (low, high) == pytest.approx((0.5 - 0.00098, 0.5 + 0.00098), abs=1e-5)
