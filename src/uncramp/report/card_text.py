"""The card as plain text."""

from collections.abc import Iterator

from uncramp.i18n import _
from uncramp.report.card import Card, CardStep
from uncramp.report.layout import wrap

_WIDTH = 76
_IN = "   "
CARE, TONIGHT = _("Take care:"), _("Tonight, by the bed:")
"""What stands above what to take care of, and what to put by the bed."""


def as_text(card: Card) -> str:
    """The card in lines, without its pictures."""
    return "\n".join(_lines(card))


def _lines(card: Card) -> Iterator[str]:
    yield card.title
    for line in (card.made, *card.about):
        yield from wrap(line, _WIDTH)
    nth = 0
    for step in card.steps:
        nth += not (step.asks or step.lead)
        yield ""
        yield from _step(step, "?" if step.asks else "" if step.lead else f"{nth}")
    yield from _listed(CARE, card.care)
    for group in card.signs:
        yield from _listed(group.heading_for, group.signs)
    yield from _listed(TONIGHT, card.tonight)


def _step(step: CardStep, mark: str) -> Iterator[str]:
    yield from wrap(f"{step.lead} {step.say}".strip(), _WIDTH, f"{mark:<3}", _IN)
    for line in (step.dose, step.how):
        if line:
            yield from wrap(line, _WIDTH, _IN, _IN)
    for caution in step.cautions:
        yield from wrap(caution, _WIDTH, f"{_IN}! ", f"{_IN}  ")


def _listed(heading: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield from ("", *wrap(heading, _WIDTH))
        for line in lines:
            yield from wrap(line, _WIDTH, "  - ", "    ")
