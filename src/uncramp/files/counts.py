"""Fields that hold whole numbers, how often and how many, and the sides that go with them."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uncramp.domain.routine import PerDay, Sides, Weekday
from uncramp.files.document import Node, ScalarNode, SequenceNode
from uncramp.files.fields import ListOf, Location, OneOf, Schema, Word
from uncramp.files.text import shorten

if TYPE_CHECKING:
    from uncramp.files.sheet_line import SheetLine

_MOST_RUNGS = 20
_RUNGS = r"[1-9][0-9]{0,3}(?: ?[-,/;] ?[1-9][0-9]{0,3})+"
_RANGE = r"(?:between )?([0-9]{1,5}) ?(?:[-\u2010-\u2015\u2212]|to|or|and) ?([0-9]{1,5})(?: ?(?:x|times|reps?|repetitions?|sets?))?"

_BOTH = re.compile(r"\bbilat|b/l|both (?!sides)", re.IGNORECASE)
"""At once, or one after the other: nobody can tell."""


def meant_dose(key: str, text: str) -> str:
    """What to write where `sets` or `repetitions` says a dose as a sheet does, such as `3x10 each side`.

    A number where that is all; "" where it is not clear.
    """
    text = re.sub(r"^[~<>] ?|(?:\.0| ?x)$", "", text.strip())
    forms = ("{}", "sets: {}") if key == "sets" else ("{}", "repetitions: {}", "repeat {}", "{} times")
    line = _dose_in(*(form.format(text) for form in forms))
    if line is None or line.per_day or (key == "sets" and line.sets == 1) or _BOTH.search(text):
        return ""
    said = [f"sets: {line.sets}"] if line.sets > 1 else []
    if line.repetitions != 1 or not said:
        often = line.repetitions
        said = [f"repetitions: {list(often)}"] if isinstance(often, tuple) else [*said, f"repetitions: {often}"]
    if line.sides is not Sides.NONE:
        said.append(f"sides: {line.sides}")
    if len(said) == 1:
        return said[0].removeprefix(f"{key}: ")
    swapped = re.match(rf"{line.repetitions} ?(?:x|\u00d7|by|of|\*) ?{line.sets}\b", text, re.IGNORECASE)
    return " and ".join(f"'{one}'" for one in said) + (", or the other way round" if swapped else "")


def _dose_in(*texts: str) -> "SheetLine | None":
    """The first of these texts that is a dose as it stands on a sheet, and nothing else."""
    from uncramp.files.sheet import read_sheet_line  # late: most files have no slip

    lines = (read_sheet_line(shorten(text, 100), "-") for text in texts)
    found = (line for line in lines if not isinstance(line, tuple))
    return next((line for line in found if line.name == "-" and not (line.moves or line.counted or line.more)), None)


class SidesField(OneOf[Sides]):
    """Which side; messages know what sheets say in its place, such as `left and right`."""

    def meant(self, text: str) -> str:
        line = _dose_in(f"10 reps, {text}")
        return line.sides if line is not None and not line.taken and line.sides is not Sides.NONE else ""


class WeekdayField(OneOf[Weekday]):
    """A day of the week; messages know several in one text, such as `mon-fri`."""

    def parts(self, text: str) -> list[str]:
        line = _dose_in(f"10 reps, {text}")
        return list(line.days) if line is not None and line.days else super().parts(text)


@dataclass(eq=False)
class Count(Word[int]):
    least: int
    most: int

    @property
    def what(self) -> str:  # type: ignore[override]
        return f"a whole number from {self.least} to {self.most}"

    def parse(self, text: str, node: ScalarNode, location: Location) -> int | None:
        shown = shorten(text)
        if not (text.isascii() and text.removeprefix("-").isdigit()):
            location.problem(node, f"'{shown}' {self._unlike(text, location)}")
        elif not node.plain:
            location.problem(node, f"'{shown}' is in quotes: write {shown} without them")
        elif text.startswith("0") and text != "0":
            location.problem(node, f"'{shown}' begins with 0, which YAML may read as another number: leave the 0 out")
        elif self.number(text) is None:
            location.problem(node, f"{shown} is out of range: from {self.least} to {self.most}")
        return self.number(text) if node.plain else None

    def _unlike(self, text: str, location: Location) -> str:
        """What is wrong with text that is no digits, and what would be right."""
        if ends := re.fullmatch(_RANGE, text, re.IGNORECASE):
            return f"is a range: write one number, such as {ends[1]} or {ends[2]}"
        key = location.way[-1] if location.way else ""
        right = meant_dose(str(key), text) if key in ("sets", "repetitions") else self.meant(text)
        return f"is no whole number: write {right or self.what}"

    def meant(self, text: str) -> str:
        number = meant_dose("repetitions", text)
        return number if self.number(number) is not None else ""

    def number(self, text: str) -> int | None:
        if not re.fullmatch("0|[1-9][0-9]*", text) or len(text) > len(str(self.most)):
            return None
        return int(text) if self.least <= int(text) <= self.most else None

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class TimesADay(Word[PerDay]):
    """How often a day: `2`, or a range such as `1-3`."""

    most = 6
    what = "how often a day, such as 2 or 1-3"

    def parse(self, text: str, node: ScalarNode, location: Location) -> PerDay | None:
        found = re.fullmatch(r"([0-9]{1,4}) ?(?:(?:-|to) ?([0-9]{1,4}))?", text)
        if found is None:
            right = self.meant(text) or self.what
            if (line := _dose_in(f"10 reps, {text}")) and line.days:
                right = f"per_day: 1, and days: [{', '.join(line.days)}]"
            location.problem(node, f"'{shorten(text)}' is no number: write {right}")
            return None
        least, most = int(found[1]), int(found[2] or found[1])
        if 1 <= least <= most <= self.most:
            return PerDay(least, most)
        location.problem(node, f"{shorten(text)} is out of range: from 1 to {self.most}, the smaller number first")
        return None

    def meant(self, text: str) -> str:
        line = _dose_in(f"10 reps, {text}", f"10 reps, {text} a day")
        per_day = line.per_day if line is not None and not line.days else None
        return "-".join(dict.fromkeys((str(per_day.least), str(per_day.most)))) if per_day else ""

    def schema(self) -> Schema:
        one = f"[1-{self.most}]"
        return {
            "oneOf": [
                Count(1, self.most).schema(),
                {"type": "string", "pattern": f"^{one}(-{one})?$", "patternErrorMessage": f"write {self.what}"},
            ]
        }


@dataclass(eq=False)
class Ladder(Word[int | tuple[int, ...]]):
    """A whole number, or a list of them: one for each set."""

    number: Count

    @property
    def what(self) -> str:  # type: ignore[override]
        return self.number.what

    def read(self, node: Node, location: Location) -> int | tuple[int, ...] | None:
        if isinstance(node, SequenceNode) and len(node.items) > 1:
            return ListOf(self.number, _MOST_RUNGS, 2, "[15, 12, 10]").read(node, location)
        return super().read(node, location)

    def parse(self, text: str, node: ScalarNode, location: Location) -> int | None:
        rungs = re.findall("[0-9]+", text) if re.fullmatch(_RUNGS, text) else []
        if any(self.number.number(rung) is None for rung in rungs):
            rungs = []
        if len(rungs) > 2 or (rungs and "," in text):  # noqa: PLR2004 - two with a dash are a range
            location.problem(node, f"'{shorten(text)}' is a number for each set: write [{', '.join(rungs)}]")
            return None
        return self.number.parse(text, node, location)

    def meant(self, text: str) -> str:
        return self.number.meant(text)

    def schema(self) -> Schema:
        return {"oneOf": [self.number.schema(), ListOf(self.number, _MOST_RUNGS, 2).schema()]}
