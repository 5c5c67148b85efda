"""Five short questions whose answers make the line of a sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from uncramp.files.sheet_file import from_sheet
from uncramp.files.sheet_line import SheetProblem
from uncramp.i18n import _


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """One question."""

    words: str
    example: str


QUESTIONS = (
    SheetQuestion(_("What do you do?"), _("heel drops")),
    SheetQuestion(_("How often?"), _("3 x 15, twice a day")),
    SheetQuestion(_("How long does each move take?"), _("3 s down, 1 s up; or: hold 30 s; or leave it out")),
    SheetQuestion(_("Which sides?"), _("each, left, right, or both at once")),
    SheetQuestion(_("How long do you rest between sets?"), _("60 s")),
)
_WHAT, _OFTEN, _MOVES, _SIDES, _REST = range(5)


def answered(answers: Sequence[str]) -> str:
    return ", ".join(filter(None, (_part(nth, answer.strip()) for nth, answer in enumerate(answers))))


def what_is_wrong(answers: Sequence[str], name: str) -> tuple[SheetProblem, ...]:
    """What is not understood of the answers so far; what the next ones may still say is not missed yet."""
    line = answered(answers)
    if len(answers) <= _MOVES:
        line += ", hold 30 s" if len(answers) <= _OFTEN else ""
        line += "" if re.search(r"\d", line) else ", 2 times"
    made = from_sheet(line, name)
    return made if isinstance(made, tuple) else ()


def _part(nth: int, answer: str) -> str:
    plain = answer.casefold()
    if nth == _SIDES and plain in ("each", "left", "right", "affected", "injured", "sore", "bad", "painful"):
        return f"{answer} side"
    if nth == _SIDES and plain in ("both", "both at once", "at once"):
        return "two legs"
    if nth == _REST and answer and not re.search("rest|break", plain):
        return "no rest" if plain in ("no", "none", "0") else f"rest {answer}"
    return answer
