"""The page as plain text: 80 columns and one sheet, for a terminal and for any printer."""

from collections.abc import Iterator
from dataclasses import replace

from uncramp.domain.report import Bar
from uncramp.i18n import _
from uncramp.report.layout import NOTES_HEADING, cells, choose, cut, wrap
from uncramp.report.page import Fact, ReportPage, latest_heading

WIDTH = 78

LINES = 66
"""Lines of a sheet, as a line printer has them; a page of A4 has more."""

_INDENT = "  "
_IN_A_ROW = 26
"""Stretches in a row, at most: half a year of weeks."""
_BEFORE_ROW = 20
_TICK = "[x] "
_LINE = "_"


def as_text(page: ReportPage) -> str:
    """The page, ending without a newline. Where it is crowded, empty lines, lines to fill and routines go, then old cramps."""
    lines = _lines(page)
    if len(lines) <= LINES:
        return "\n".join(lines)
    blanks = tuple(replace(blank, lines=1) for blank in page.blanks)
    page = replace(page, blanks=blanks, practice=page.practice_in_short)
    lines = list(filter(None, _lines(page)))
    while len(lines) > LINES and page.latest:
        page = replace(page, latest=page.latest[:-1])
        lines = list(filter(None, _lines(page)))
    return "\n".join(lines)


def _lines(page: ReportPage) -> list[str]:
    above, below = [*_top(page), *_facts(page), *_latest(page)], [*_end(page)]
    if page.practice:
        below = [*_listed(_("PRACTICE"), page.practice), *below]
    notes = _notes(page, LINES - len(above) - len(below)) if page.notes else []
    return [*above, *notes, *below]


def _top(page: ReportPage) -> Iterator[str]:
    yield page.title.upper()
    for line in page.about:
        yield from wrap(line, WIDTH)
    yield _blank(_("My name and date of birth"))
    if page.about_me:
        yield from _fact(Fact(_("About me"), page.about_me), len(_("About me")), "")
    yield from _box(page)


def _box(page: ReportPage) -> Iterator[str]:
    edge, inside = "+" + "-" * (WIDTH - 2) + "+", WIDTH - 4
    lines = [page.signs_heading.upper()]
    for sign in page.signs:
        lines += wrap(sign, inside, _TICK, " " * len(_TICK))
    if page.signs_note:
        lines += wrap(page.signs_note, inside)
    yield edge
    yield from (f"| {line}{' ' * (inside - cells(line))} |" for line in lines)
    yield edge


def _facts(page: ReportPage) -> Iterator[str]:
    if page.cramps:
        yield from _listed(_("CRAMPS"), page.cramps)
        yield from _table(page.times, _INDENT + _("By the clock"))
        yield _INDENT + page.bars_heading
        yield from _bars(page.bars)


def _listed(title: str, facts: tuple[Fact, ...]) -> Iterator[str]:
    yield from ("", title)
    width = max(cells(fact.label) for fact in facts)
    for fact in facts:
        yield from _fact(fact, width)


def _fact(fact: Fact, width: int, indent: str = _INDENT) -> Iterator[str]:
    first = indent + fact.label + " " * (width - cells(fact.label)) + _INDENT
    yield from wrap(fact.value, WIDTH, first, " " * cells(first))


def _table(times: tuple[tuple[str, int], ...], start: str) -> Iterator[str]:
    columns = [(head, n, max(cells(head), len(str(n)))) for head, n in times]
    yield start + "".join(_INDENT + " " * (width - cells(head)) + head for head, _n, width in columns)
    yield " " * cells(start) + "".join(f"{_INDENT}{n:>{width}}" for _head, n, width in columns)


def _bars(bars: tuple[Bar, ...]) -> Iterator[str]:
    size = max(len(str(bar.cramps)) for bar in bars)
    many = min(_IN_A_ROW, (WIDTH - _BEFORE_ROW) // (size + 1))
    for at in range(0, len(bars), many):
        row = bars[at : at + many]
        numbers = "".join(f" {bar.cramps:>{size}}" for bar in row)
        words = _("{indent}from {day} {numbers}")
        yield words.format(indent=_INDENT * 2, day=row[0].first.isoformat(), numbers=numbers)


def _latest(page: ReportPage) -> Iterator[str]:
    if page.latest:
        yield from ("", latest_heading(len(page.latest)).upper())
        yield from (cut(cramp, WIDTH) for cramp in page.latest)  # not indented: each has to have room


def _notes(page: ReportPage, room: int) -> list[str]:
    chosen = choose(page.notes, room - 2, WIDTH - len(_INDENT), page.more_notes)
    lines = ["", NOTES_HEADING.upper()] if chosen.shown else [""]
    for text in chosen.lines:
        lines += wrap(text, WIDTH, _INDENT, _INDENT)
    return lines


def _end(page: ReportPage) -> Iterator[str]:
    yield from ("", _("TO FILL IN BY HAND"))
    for blank in page.blanks:
        yield _blank(_INDENT + blank.label)
        yield from [_INDENT + _LINE * (WIDTH - len(_INDENT))] * (blank.lines - 1)
    yield from wrap(page.made_with, WIDTH)


def _blank(label: str) -> str:
    return f"{label} ".ljust(WIDTH, _LINE)
