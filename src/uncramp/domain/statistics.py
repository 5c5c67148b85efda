"""How two counts compare: the ratio of two rates, and the range in which it may truly lie.

Given how many events there were in all, those of one stretch of time are binomial, and an exact interval for their
share gives one for the ratio of the rates.

Sources: Przyborowski J, Wilenski H (1940), Homogeneity of results in testing samples from Poisson series, Biometrika
31:313-323 (the condition on the total); Clopper CJ, Pearson ES (1934), The use of confidence or fiducial limits
illustrated in the case of the binomial, Biometrika 26:404-413 (the interval).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

CONFIDENCE = 0.95
"""How often such a range holds the true ratio, at least: 19 times in 20, where events come each by itself."""

_NEGLIGIBLE = 1e-17
"""A term of a sum that is below this share of it changes no digit."""
_TOLERANCE = 1e-11


@dataclass(frozen=True, slots=True)
class Rate:
    """How many events there were in how many days."""

    events: int
    days: int

    @property
    def per_week(self) -> float:
        """Events in a week; 0 where there are no days."""
        return self.events * 7 / self.days if self.days else 0.0


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio of two rates, and the range in which it may truly lie."""

    ratio: float | None
    """`None` where the rate below the line is 0."""
    low: float
    high: float | None
    """`None` where the range has no upper end."""


def rate_ratio(rate: Rate, base: Rate) -> Ratio:
    """How `rate` compares with `base`, with the exact conditional interval; both have days, and one has an event."""
    low, high = binomial_interval(rate.events, rate.events + base.events)
    scale = base.days / rate.days
    return Ratio(
        ratio=rate.events / base.events * scale if base.events else None,
        low=scale * low / (1 - low),
        high=scale * high / (1 - high) if base.events else None,
    )


def binomial_interval(hits: int, trials: int) -> tuple[float, float]:
    """The exact (Clopper-Pearson) interval for a share of `hits` in `trials`, of which there is at least one."""
    tail = (1 - CONFIDENCE) / 2
    low = _solve(lambda share: at_least(hits, trials, share) < tail) if hits else 0.0
    high = _solve(lambda share: 1 - at_least(hits + 1, trials, share) > tail) if hits < trials else 1.0
    return low, high


def at_least(hits: int, trials: int, share: float) -> float:
    """The probability of at least `hits` hits in `trials` trials, each a hit with probability `share`."""
    if hits <= 0 or share >= 1:
        return float(hits <= trials)
    if hits > trials or share <= 0:
        return 0.0
    if hits <= trials * share:  # summed from the far side, terms only become smaller
        return 1 - at_least(trials - hits + 1, trials, 1 - share)
    log_ways = math.lgamma(trials + 1) - math.lgamma(hits + 1) - math.lgamma(trials - hits + 1)
    term = math.exp(log_ways + hits * math.log(share) + (trials - hits) * math.log1p(-share))
    total = 0.0
    while term > total * _NEGLIGIBLE:
        total += term
        term *= (trials - hits) / (hits + 1) * share / (1 - share)
        hits += 1
    return total


def _solve(below: Callable[[float], bool]) -> float:
    """Where `below` turns from true to false between 0 and 1, by halving."""
    low, high = 0.0, 1.0
    while high - low > _TOLERANCE * high:
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2
