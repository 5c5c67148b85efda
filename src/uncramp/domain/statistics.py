"""How two counts compare: the ratio of two rates, and the range in which it may truly lie.

Given how many events there were in all, those of one stretch of time are binomial, and an exact interval for their
share gives one for the ratio of the rates.

Sources: Przyborowski J, Wilenski H (1940), Homogeneity of results in testing samples from Poisson series, Biometrika
31:313-323 (the condition on the total); Clopper CJ, Pearson ES (1934), The use of confidence or fiducial limits
illustrated in the case of the binomial, Biometrika 26:404-413 (the interval); NIST Digital Library of Mathematical
Functions 8.17.22 (the continued fraction).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

CONFIDENCE = 0.95
"""How often such a range holds the true ratio, at least: 19 times in 20, where events come each by itself."""

_TINY = 1e-300
_CLOSE = 1e-15
_NEAR = 1e-11


@dataclass(frozen=True, slots=True)
class Rate:
    """So many events in so many days."""

    events: int
    days: int

    def __post_init__(self) -> None:
        if self.events < 0 or self.days < 0:
            raise ValueError("neither events nor days can be below 0")

    @property
    def per_week(self) -> float:
        """Events in a week; 0 where no day was watched."""
        return self.events * 7 / self.days if self.days else 0.0


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio of two rates, and the range in which it may truly lie."""

    ratio: float | None
    """`None` where the rate below the line is 0."""
    low: float
    high: float | None
    """`None` where the range has no upper end."""


def rate_ratio(rate: Rate, base: Rate, confidence: float = CONFIDENCE) -> Ratio:
    """How `rate` compares with `base`, with the exact conditional interval.

    Raises:
        ValueError: one of them has no days, or neither has an event.
    """
    if not rate.days or not base.days:
        raise ValueError("a rate needs at least one day")
    if not rate.events and not base.events:
        raise ValueError("without any event there is no ratio")
    low, high = binomial_interval(rate.events, rate.events + base.events, confidence)
    scale = base.days / rate.days
    return Ratio(
        ratio=rate.events / base.events * scale if base.events else None,
        low=scale * low / (1 - low),
        high=scale * high / (1 - high) if base.events else None,
    )


def binomial_interval(hits: int, trials: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact (Clopper-Pearson) interval for a share of `hits` in `trials`.

    Raises:
        ValueError: there were no trials, or more hits than trials.
    """
    if not 0 <= hits <= trials or not trials:
        raise ValueError("give at least one trial, and from 0 to all of them as hits")
    tail = (1 - confidence) / 2
    low = high = 0.0
    if hits:
        low = _solve(lambda share: at_least(hits, trials, share) < tail)
    if hits < trials:
        high = _solve(lambda share: 1 - at_least(hits + 1, trials, share) > tail)
    return low, high if hits < trials else 1.0


def at_least(hits: int, trials: int, share: float) -> float:
    """The chance of at least so many hits, each trial hitting with the chance `share`."""
    if hits <= 0:
        return 1.0
    if hits > trials:
        return 0.0
    return _incomplete_beta(hits, trials - hits + 1, share)


def _solve(below: Callable[[float], bool]) -> float:
    """Where `below` turns from true to false between 0 and 1, by halving."""
    low, high = 0.0, 1.0
    while high - low > _NEAR * high:
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2


def _incomplete_beta(a: int, b: int, x: float) -> float:
    """The regularised incomplete beta function, which is a binomial tail (DLMF 8.17.5)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast only up to here (DLMF 8.17.4 turns it round)
        return 1 - _incomplete_beta(b, a, 1 - x)
    size = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(size) / a * _fraction(a, b, x)


def _fraction(a: int, b: int, x: float) -> float:
    """The continued fraction of DLMF 8.17.22, by the modified method of Lentz."""
    upper, lower = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = lower
    m = 0
    while True:
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        change = 1.0
        for term in (even, odd):
            lower = 1 / _not_zero(1 + term * lower)
            upper = _not_zero(1 + term / upper)
            change = lower * upper
            value *= change
        if abs(change - 1) < _CLOSE or m > a + b + 1000:
            return value


def _not_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
