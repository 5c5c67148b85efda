"""The card as HTML: black on white, large letters, a sheet of A4 for each routine, its pictures within it."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

from uncramp.domain.routine import Move, Side, Tag
from uncramp.figures.figure import Figure
from uncramp.figures.figure_file import figure_entry
from uncramp.figures.motion import FigureMotion, MotionFrame
from uncramp.figures.picture import Look
from uncramp.figures.svg import svg
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.report.card import CARE, TONIGHT, Card, CardStep
from uncramp.report.html import document
from uncramp.report.layout import lines_of

_SHEET = 49.6
"""Lines of the page's letters that a sheet holds, also where Arial's place is taken by a font as wide as DejaVu Sans.

All that follows is in such lines and their columns.
"""
_COLUMNS = 81
_BESIDE = (81, 66, 49)
"""Columns of a step's words beside no picture, one and two."""
_PICTURE, _FIRST_PICTURES = 3.0, 5.0
_GAP = 0.22
_BOX = 0.4
_MOST_PICTURES = 2

_STYLE = """\
@page { size: A4 portrait; margin: 8mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #fff; color: #000; font: 14pt/1.13 Arial, Helvetica, "Liberation Sans", sans-serif; }
body { font-size-adjust: 0.519; }
main { width: 194mm; margin: 0 auto; }
main + main { break-before: page; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; }
h1 { flex: none; max-width: 60%; font-size: 21pt; line-height: 1.05; }
h2 { display: inline; font-size: 14pt; }
p, li { overflow-wrap: anywhere; }
section { margin-top: 1.2mm; }
.step { display: flex; gap: 3mm; justify-content: space-between; break-inside: avoid; }
.words { flex: 1; }
.say i { font-style: normal; }
.first .say i { display: block; font-size: 14pt; font-weight: bold; }
.first .say { font-size: 17pt; line-height: 1.1; }
.box { border: 0.6mm solid #000; padding: 0.5mm 2mm; }
.pictures { flex: none; display: flex; gap: 2mm; }
figure { width: 34mm; text-align: center; }
img { display: block; width: 34mm; height: 17mm; object-fit: contain; }
.first img { height: 22mm; }
ul { list-style: none; }
.run { display: inline; }
.run li { display: inline; }
.run li::before { content: "\\2022\\00a0"; font-weight: bold; }
@media screen { main { padding: 8mm 0; max-width: 94%; } }
"""


def as_html(cards: Sequence[Card], context: Context) -> str:
    """The whole document, a page for each card; there is at least one."""
    album = Album(context)
    pages = "\n".join(f"<main>\n{chr(10).join(_sheet(card, album))}\n</main>" for card in cards)
    return document(cards[0].title, _STYLE, _with_whole_numbers(pages, context), images="; img-src data:")


def _with_whole_numbers(pages: str, context: Context) -> str:
    """The pages with each number to call on one line."""
    person = context.profile
    for number in (context.emergency_number, person.doctor_number, person.midwife_number):
        if number:
            pages = pages.replace(escape(number), escape(number).replace(" ", "&nbsp;"))
    return pages


Pictures = tuple[tuple[str, str], ...]


class Album:
    """The pictures of steps: where each move leads, two at most."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._figures: dict[str, Figure | None] = {}
        self._drawn: dict[tuple[str, tuple[Move, ...], Side | None], Pictures] = {}

    def pictures(self, step: CardStep) -> Pictures:
        """Each as its label and an image."""
        if step.step.optional or not step.pictured:
            return ()
        key = step.step.figure or "", step.step.moves, step.side
        if key not in self._drawn:
            self._drawn[key] = tuple(self._draw(step))
        return self._drawn[key]

    def _draw(self, step: CardStep) -> Iterator[tuple[str, str]]:
        figure = self._figure(step.step.figure or "")
        if figure is None or not figure.drawn:
            return
        side = None if step.side is Side.BOTH else step.side
        look = Look(figure, side, Tag.PREGNANT in self._context.profile.all_tags())
        resting = FigureMotion.resting(figure)
        shown: list[MotionFrame] = []
        for move in step.step.moves:
            frame = resting.then(move.name, 0, 0).still()
            if len(shown) < _MOST_PICTURES and all(frame.stance != before.stance for before in shown):
                shown.append(frame)
                yield move.name, _image(svg(look, frame, printed=True), f"{figure.shows} {move.name}")

    def _figure(self, name: str) -> Figure | None:
        if name not in self._figures:
            path = self._context.library.figure_paths.get(name)
            self._figures[name] = figure_entry(path).figure if path is not None else None
        return self._figures[name]


def _image(drawing: str, described: str) -> str:
    """An image that holds its drawing, so that two of them never mix up their names."""
    data = b64encode(drawing.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(described)}">'


def fitted(card: Card, album: Album) -> Card:
    """The card with what a sheet has room for. What can be spared goes first; the steps and emergencies never do."""
    spared: list[Less] = []

    def fits(spared: list[Less]) -> bool:
        return _used(_with(card, spared), album) + bool(spared) <= _SHEET  # a line says that something is left out

    for less in _spared(card):
        if fits(spared):
            break
        spared.append(less)
    for less in reversed(spared[:]):  # a big thing that went later may have made room for a small one
        others = [other for other in spared if other is not less]
        if fits(others):
            spared = others
    return _with(card, spared)


def _with(card: Card, spared: Iterable["Less"]) -> Card:
    for less in spared:
        card = less(card)
    return card


Less = Callable[[Card], Card]


def _spared(card: Card) -> Iterator[Less]:
    """What to leave out, one after another, until the rest fits."""
    later = range(len(card.steps) - 1, 0, -1)
    if not card.aid:
        yield _without_pregnancy
        yield from (partial(_fewer_signs, keep) for keep in range(10, 2, -1))
    optional = [nth for nth in later if card.steps[nth].step.optional]
    yield from (_change_step(nth, how="") for nth in optional)
    yield from (partial(_fewer_signs, keep) for keep in range(10, 5, -1))
    yield from (_change_step(nth, how="") for nth in later if not card.steps[nth].asks)
    yield from (partial(_fewer_signs, keep) for keep in range(5, 2, -1))
    yield from (_change_step(nth, kept=False) for nth in optional)
    yield from (_change_step(nth, pictured=False) for nth in later)
    yield _without_pregnancy
    yield lambda card: replace(card, tonight=())


def _change_step(nth: int, **changes: Any) -> Less:  # noqa: ANN401 - fields of a step
    def less(card: Card) -> Card:
        changed = replace(card.steps[nth], **changes)
        return replace(card, steps=(*card.steps[:nth], changed, *card.steps[nth + 1 :]))

    return less


def _fewer_signs(keep: int, card: Card) -> Card:
    """Of those that call for help today without the remarks between them, and only the first."""
    groups = (
        group
        if group.at_once or group.of_pregnancy
        else replace(group, lines=tuple(line for line in group.lines if line.key)[:keep])
        for group in card.signs
    )
    return replace(card, signs=tuple(groups))


def _without_pregnancy(card: Card) -> Card:
    if card.pregnant:
        return card
    return replace(card, signs=tuple(group for group in card.signs if not group.of_pregnancy))


def _kept(card: Card) -> Iterator[tuple[int, CardStep]]:
    return ((nth, step) for nth, step in enumerate(card.steps) if step.kept)


def _used(card: Card, album: Album) -> float:
    top = max(1.5, lines_of(card.made, _COLUMNS // 2)) + sum(lines_of(line, _COLUMNS) for line in card.about)
    steps = sum(_lines_of_step(step, album, first=not nth) for nth, step in _kept(card))
    lists = [(TONIGHT, card.tonight), (CARE, card.care)]
    lists += [(group.heading_for, group.signs) for group in card.signs]
    return top + steps + sum(lines_of(" ".join((head, *lines)), _COLUMNS - 2) + _GAP for head, lines in lists if lines)


def _lines_of_step(step: CardStep, album: Album, *, first: bool) -> float:
    count = len(album.pictures(step))
    columns = _BESIDE[count]
    say: float = lines_of(f"{step.lead} {step.say} {step.dose}", int(columns / 1.15))
    if first:
        say = lines_of(step.say, int(columns / 1.45)) * 1.2 + lines_of(step.dose, columns)
    words = sum(lines_of(line, columns) for line in (step.how, _cautions(step)) if line)
    pictures = (_FIRST_PICTURES - 1 if first else _PICTURE) + (count > 1) if count else 0  # two have labels under them
    return max(say + words, pictures) + _GAP + (_BOX if step.asks else 0)


def _sheet(card: Card, album: Album) -> Iterator[str]:
    shown = fitted(card, album)
    yield from _page(shown, album)
    if shown != card:
        words = _("There is no room here for all of it. The rest: uncramp card {name}")
        yield f"<p>{escape(words.format(name=card.name))}</p>"


def _page(card: Card, album: Album) -> Iterator[str]:
    yield f"<header><h1>{escape(card.title)}</h1><p>{escape(card.made)}</p></header>"
    yield from (f"<p>{escape(line)}</p>" for line in card.about)
    for nth, step in _kept(card):
        yield from _step(step, album.pictures(step), first=not nth)
    yield from _run(CARE, card.care)
    for group in card.signs:
        yield from _run(group.heading_for, group.signs)
    yield from _run(TONIGHT, card.tonight)


def _step(step: CardStep, pictures: Pictures, *, first: bool) -> Iterator[str]:
    names = " ".join(("step", *(["first"] if first else []), *(["box"] if step.asks else [])))
    yield f'<section class="{names}"><div class="words">'
    lead = f"{escape(step.lead)} " if step.lead else ""
    sentence = _("{dose}.").format(dose=step.dose[:1].upper() + step.dose[1:])
    dose = f" <i>{escape(sentence)}</i>" if step.dose else ""
    yield f'<p class="say">{lead}<b>{escape(step.say)}</b>{dose}</p>'
    if step.how:
        yield f"<p>{escape(step.how)}</p>"
    if step.cautions:
        yield f"<p>{escape(_cautions(step))}</p>"
    yield "</div>"
    if pictures:
        yield '<div class="pictures">'
        labelled = len(pictures) > 1
        for label, image in pictures:
            under = f"<figcaption>{escape(label)}</figcaption>" if labelled else ""
            yield f"<figure>{image}{under}</figure>"
        yield "</div>"
    yield "</section>"


def _cautions(step: CardStep) -> str:
    return " ".join(("!", *step.cautions)) if step.cautions else ""


def _run(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A list whose items follow one another on the line."""
    lines = tuple(lines)
    if lines:
        yield f"<section><h2>{escape(heading)}</h2>"
        yield f'<ul class="run">{" ".join(f"<li>{escape(line)}</li>" for line in lines)}</ul></section>'
