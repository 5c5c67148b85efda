"""The page as HTML: black on white, one sheet of A4, its style and the room that it leaves for notes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from math import ceil

from uncramp.i18n import _, language
from uncramp.report.chart import chart
from uncramp.report.layout import NOTES_HEADING, ChosenNotes, choose, lines_of
from uncramp.report.page import Fact, ReportPage, latest_heading

_SHEET = 66.0
"""Lines that a sheet holds, in the size of the page's letters. What follows is in such lines where nothing is said."""

_CROWDED_SHEET = 74.0
"""Lines that a sheet holds with smaller letters, and fewer lines to fill in."""

_FOR_NOTES = 6
"""Lines that notes should have: with fewer of them the page counts as crowded."""

_MOST_TO_FILL = 6
"""Lines that are added for questions where there is room."""

_COLUMNS, _IN_FACTS = 100, 84
"""Columns of a line; with wide letters, so that a page whose letters are narrow has room to spare."""

_HEADING, _GAP, _CHART, _TABLE, _TO_FILL = 1.3, 0.8, 10.0, 4.5, 1.8

_STYLE = """\
@page { size: A4 portrait; margin: 12mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #fff; color: #000; font: 9pt/1.25 Arial, Helvetica, "Liberation Sans", sans-serif; }
main { width: 186mm; margin: 0 auto; }
h1 { font-size: 1.6em; line-height: 1.2; }
h2 { font-size: 1.1em; line-height: 1.25; }
section, figure { margin-top: 2.4mm; }
p, dd, li, figcaption { overflow-wrap: anywhere; }
.box { border: 0.6mm solid #000; padding: 1mm 2mm; }
.box ul { list-style: none; }
.box li { padding-left: 5mm; text-indent: -5mm; }
.box li::before { content: "\\2611"; display: inline-block; width: 5mm; line-height: 1; text-indent: 0; }
dl { display: grid; grid-template-columns: 30mm 1fr; }
dt { font-weight: bold; }
dd { grid-column: 2; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 1mm; text-align: center; }
caption { text-align: left; font-weight: bold; }
th, td { border: 0.2mm solid #000; font-weight: normal; }
figcaption { font-weight: bold; }
svg { display: block; width: 100%; height: 33mm; }
svg path { stroke: #000; fill: none; }
svg rect { fill: #000; stroke: #000; stroke-width: 0.5; }
svg .hollow { fill: #fff; }
svg .dashed { stroke-dasharray: 4 3; }
svg text { font-size: 10px; fill: #000; }
.notes p:not(.rest) { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.rest { font-weight: bold; }
.line { height: 7mm; display: flex; align-items: flex-end; border-bottom: 0.2mm solid #000; }
.line span { background: #fff; margin-bottom: -0.3mm; padding-right: 2mm; }
footer { margin-top: 1mm; font-size: 0.9em; }
.crowded { font-size: 8pt; }
.crowded .line { height: 6mm; }
.crowded svg { height: 30mm; }
@media screen { main { padding: 8mm 0; max-width: 94%; } }
@media print { section, figure { break-inside: avoid; } }
"""


def as_html(page: ReportPage) -> str:
    for_notes = min(_FOR_NOTES, sum(lines_of(note, _COLUMNS) for note in page.notes))
    if _used(page) + for_notes > _SHEET:
        page = replace(page, blanks=tuple(replace(blank, lines=1) for blank in page.blanks))
    crowded = _used(page) + for_notes > _SHEET
    if crowded:
        page = replace(page, practice=page.practice_in_short)
        too_many = max(0, ceil(_used(page) + for_notes - _CROWDED_SHEET))
        page = replace(page, latest=page.latest[: max(0, len(page.latest) - too_many)])
    chosen = choose(page.notes, int((_CROWDED_SHEET if crowded else _SHEET) - _used(page)), _COLUMNS, page.more_notes)
    if not crowded:
        page = _filled(page, chosen)
    lines = (*_top(page), *_cramps(page), *_latest(page), *_notes(chosen), *_practice(page), *_end(page))
    main = '<main class="crowded">' if crowded else "<main>"
    return document(page.title, _STYLE, "\n".join((main, *lines, "</main>")))


def document(title: str, style: str, body: str, *, images: str = "") -> str:
    """A whole document that takes nothing from elsewhere; `images` says in its policy which pictures it shows."""
    return f"""<!DOCTYPE html>
<html lang="{escape(language())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'{images}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _used(page: ReportPage) -> float:
    top = 2.5 + sum(lines_of(line, _COLUMNS) for line in page.about) + _TO_FILL
    top += lines_of(page.about_me, _IN_FACTS) if page.about_me else 0
    box = 2.5 + sum(lines_of(sign, _COLUMNS) for sign in page.signs) + bool(page.signs_note)
    lists = (part for part in (page.cramps, page.practice) if part)
    facts = sum(_HEADING + _GAP + sum(lines_of(fact.value, _IN_FACTS) for fact in part) for part in lists)
    latest = _HEADING + _GAP + sum(lines_of(cramp, _COLUMNS) for cramp in page.latest) if page.latest else 0
    drawn = (_TABLE if page.times else 0) + (_CHART if page.bars else 0)
    blanks = _HEADING + _GAP + sum(blank.lines for blank in page.blanks) * _TO_FILL
    return top + box + facts + latest + drawn + blanks + 1 + (_HEADING + _GAP if page.notes else 0)


def _filled(page: ReportPage, chosen: ChosenNotes) -> ReportPage:
    """The page with more lines for the last thing to fill in, where the notes leave room."""
    notes = sum(lines_of(note, _COLUMNS) for note in chosen.lines)
    more = min(_MOST_TO_FILL, int((_SHEET - _used(page) - notes) / _TO_FILL))
    *others, last = page.blanks
    return replace(page, blanks=(*others, replace(last, lines=last.lines + max(0, more))))


def _section(heading: str, lines: Iterable[str], kind: str = "") -> Iterator[str]:
    yield f'<section class="{kind}"><h2>{escape(heading)}</h2>'
    yield from lines
    yield "</section>"


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """What somebody has written, whatever its direction."""
    return (f'<p dir="auto">{escape(text)}</p>' for text in texts)


def _top(page: ReportPage) -> Iterator[str]:
    yield f"<h1>{escape(page.title)}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in page.about)
    yield _blank(_("My name and date of birth"), 1)
    if page.about_me:
        yield from _facts((Fact(_("About me"), page.about_me),))
    signs = ["<ul>", *(f"<li>{escape(sign)}</li>" for sign in page.signs), "</ul>"] if page.signs else []
    signs += [f"<p>{escape(page.signs_note)}</p>"] if page.signs_note else []
    yield from _section(page.signs_heading, signs, "box")


def _cramps(page: ReportPage) -> Iterator[str]:
    if page.cramps:
        yield from _section(_("Cramps"), (*_facts(page.cramps), *_clock(page)))
    if page.bars:
        key = _("Black: cramps. White: days of practice.")
        yield f"<figure><figcaption>{escape(page.bars_heading)}. {escape(key)}</figcaption>"
        yield chart(page)
        yield "</figure>"


def _clock(page: ReportPage) -> Iterator[str]:
    yield f"<table><caption>{escape(_('Cramps by the clock'))}</caption><tr>"
    yield from (f'<th scope="col">{escape(label)}</th>' for label, _n in page.times)
    yield "</tr><tr>"
    yield from (f"<td>{n}</td>" for _label, n in page.times)
    yield "</tr></table>"


def _latest(page: ReportPage) -> Iterator[str]:
    if page.latest:
        yield from _section(latest_heading(len(page.latest)), _paragraphs(page.latest))


def _notes(chosen: ChosenNotes) -> Iterator[str]:
    rest = [f'<p class="rest">{escape(chosen.rest)}</p>'] if chosen.rest else []
    if chosen.shown or rest:
        yield from _section(NOTES_HEADING, (*_paragraphs(chosen.shown), *rest), "notes")


def _practice(page: ReportPage) -> Iterator[str]:
    if page.practice:
        yield from _section(_("Practice"), _facts(page.practice))


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    yield "<dl>"
    for fact in facts:
        label = f"<dt>{escape(fact.label)}</dt>" if fact.label else ""  # without one it goes on with the last
        yield f"{label}<dd>{escape(fact.value)}</dd>"
    yield "</dl>"


def _end(page: ReportPage) -> Iterator[str]:
    yield from _section(_("To fill in by hand"), (_blank(blank.label, blank.lines) for blank in page.blanks))
    yield f"<footer>{escape(page.made_with)}</footer>"


def _blank(label: str, lines: int) -> str:
    more = '<p class="line"></p>' * (lines - 1)
    return f'<p class="line"><span>{escape(label)}</span></p>{more}'
