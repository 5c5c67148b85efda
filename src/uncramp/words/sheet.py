"""A line of an exercise sheet said back: what was understood of it, and what was not."""

from collections.abc import Iterable, Iterator

from uncramp.domain.routine import PerDay, Sides, Weekday
from uncramp.files.sheet_line import SheetLine, SheetProblem
from uncramp.files.text import visible
from uncramp.i18n import _, plural
from uncramp.words.diary import weekday_names
from uncramp.words.session import how_often, spoken_time

_SIDES = {
    Sides.AFFECTED: _("The side that you choose when you start."),
    Sides.EACH: _("All of one side, then the other."),
    Sides.EACH_SET: _("One set of each side, in turn."),
    Sides.ALTERNATING: _("Left and right in turn, so many on each side."),
    Sides.LEFT: _("Only left."),
    Sides.RIGHT: _("Only right."),
    Sides.BOTH: _("Both sides at once."),
}


def understood(line: SheetLine) -> Iterator[str]:
    yield f"{line.name}: {_count(line)}."
    moves = ", ".join(f"{move.name} {spoken_time(move.seconds)}" for move in line.moves)
    counted = ", ".join(f"{move.name} {spoken_time(move.seconds)}" for move in line.counted)
    if moves:
        yield _("Each time: {moves}.").format(moves=moves)
    elif counted:
        yield _("At your own pace. You count: {moves}.").format(moves=counted)
    else:
        yield _("At your own pace: no time is given for a move.")
    if line.sides in _SIDES:
        yield _SIDES[line.sides]
    if line.rest:
        yield _("Rest between sets: {time}.").format(time=spoken_time(line.rest))
    if line.change is not None:
        yield _("To change sides: {time}.").format(time=spoken_time(line.change))
    if line.per_day is not None:
        yield _when(line, line.per_day)
    for words in line.more:
        yield _("Kept as your own words: {words}.").format(words=visible(words))
    for one in line.taken:
        yield _("“{written}” is taken as: {took}.").format(written=visible(one.written), took=one.took)


def not_understood(problems: Iterable[SheetProblem]) -> Iterator[str]:
    for problem in problems:
        yield f"“{visible(problem.words)}”: {problem.hint}" if problem.words else problem.hint


def _count(line: SheetLine) -> str:
    if isinstance(line.repetitions, tuple):
        ladder = ", ".join(map(str, line.repetitions))
        return _("{n} sets of {ladder}").format(n=line.sets, ladder=ladder)
    if line.sets > 1 and line.repetitions == 1:
        return plural("{n} time", "{n} times", line.sets)
    if line.sets > 1:
        return _("{n} sets of {m}").format(n=line.sets, m=line.repetitions)
    return plural("{n} time", "{n} times", line.repetitions)


def _when(line: SheetLine, per_day: PerDay) -> str:
    often = how_often(per_day)
    if line.days:
        days = ", ".join(weekday_names()[list(Weekday).index(day)] for day in line.days)
        return _("{often}, on {days}.").format(often=often, days=days)
    return _("{often}, at bedtime.").format(often=often) if line.bedtime else f"{often}."
