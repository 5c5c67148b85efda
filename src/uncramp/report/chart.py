"""The chart of the page: cramps up, days of practice down, drawn in black and white as SVG."""

from collections.abc import Iterator
from datetime import date
from html import escape

from uncramp.domain.report import Bar
from uncramp.i18n import _
from uncramp.report.page import ReportPage

_WIDTH, _LEFT = 720, 34
_UP, _DOWN, _AXIS = 70, 26, 14
_TOP = 12
_BASE = _TOP + _UP
"""Where cramps begin to rise from; below it stand the dates, and below them practice."""
_DATES = 5
_GAP = 0.25
_WEEK = 7


def chart(page: ReportPage) -> str:
    """The chart as one SVG element, with its numbers in words for those who can't see it."""
    height = _BASE + _AXIS + _DOWN + 4
    return "".join(
        (
            f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="chart-title chart-words">',
            f'<title id="chart-title">{escape(page.bars_heading)}</title>',
            f'<desc id="chart-words">{escape(" ".join(map(_bar_words, page.bars)))}</desc>',
            *_scale(page.bars),
            *_columns(page.bars),
            *_days(page.bars),
            *_beginning(page.bars, page.practice_began),
            "</svg>",
        )
    )


def _bar_words(bar: Bar) -> str:
    words = _("From {day}: cramps {cramps}, days of practice {days}.")
    return words.format(day=bar.first.isoformat(), cramps=bar.cramps, days=bar.practised)


def _step(bars: tuple[Bar, ...]) -> float:
    # A few bars are not drawn as wide as walls.
    return (_WIDTH - _LEFT) / max(len(bars), _WEEK)


def _scale(bars: tuple[Bar, ...]) -> Iterator[str]:
    below = _BASE + _AXIS
    for y in (_BASE, below):
        yield f'<path d="M{_LEFT} {y}H{_WIDTH}"/>'
    yield _words(_LEFT - 4, _TOP + 4, str(max(bar.cramps for bar in bars)), "end")
    yield _words(_LEFT - 4, _BASE, "0", "end")
    yield _words(_LEFT - 4, below + _DOWN, str(bars[0].weeks * _WEEK), "end")


def _columns(bars: tuple[Bar, ...]) -> Iterator[str]:
    step, most = _step(bars), max([1, *(bar.cramps for bar in bars)])
    wide = step * (1 - _GAP)
    for nth, bar in enumerate(bars):
        x = _LEFT + step * (nth + _GAP / 2)
        if bar.cramps:
            high = _UP * bar.cramps / most
            yield f'<rect x="{x:.1f}" y="{_BASE - high:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'
        if bar.practised:
            deep = _DOWN * bar.practised / (bar.weeks * _WEEK)
            yield (f'<rect class="hollow" x="{x:.1f}" y="{_BASE + _AXIS}" width="{wide:.1f}" height="{deep:.1f}"/>')


def _days(bars: tuple[Bar, ...]) -> Iterator[str]:
    every = max(1, -(-len(bars) // _DATES))
    for nth in range(0, len(bars), every):
        yield _words(_LEFT + _step(bars) * nth, _BASE + _AXIS - 3, bars[nth].first.isoformat(), "start")


def _beginning(bars: tuple[Bar, ...], began: date | None) -> Iterator[str]:
    if began is None or began < bars[0].first:
        return
    weeks = (began - bars[0].first).days / _WEEK
    x = _LEFT + _step(bars) * weeks / bars[0].weeks
    yield f'<path class="dashed" d="M{x:.1f} {_TOP}V{_BASE + _AXIS + _DOWN}"/>'
    anchor, aside = ("end", -3) if x > _WIDTH / 2 else ("start", 3)
    yield _words(x + aside, _TOP - 3, _("practice began"), anchor)


def _words(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
