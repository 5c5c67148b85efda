"""Fields that hold whole numbers: how often, how many."""

import re
from dataclasses import dataclass

from uncramp.domain.duration import NUMBER_WORDS
from uncramp.domain.routine import PerDay
from uncramp.files.document import Node, ScalarNode, SequenceNode
from uncramp.files.fields import ListOf, Location, Schema, Word
from uncramp.files.text import shorten

_MOST_RUNGS = 20

_COUNTS = {word: number for word, number in NUMBER_WORDS.items() if number <= 12}  # noqa: PLR2004 - a dozen
_COUNTED = (
    rf"x? ?([0-9]{{1,5}}|{'|'.join(_COUNTS)})(?:\.0+)? ?(?:x|times|reps?|repetitions?|sets?|rounds?)?"
    r" ?(?:(?:/|per|on each|each|every) ?(?:side|leg|foot|set|time)|each)?"
)
# Patterns of slips are compiled where there is one: most files have none.
_OFTEN = {"once": 1, "twice": 2, "thrice": 3, **_COUNTS}
_NUMBER = rf"([1-6]|{'|'.join(list(_OFTEN)[:9])})"
_A_DAY = rf"(?:{_NUMBER}(?: ?(?:-|to|or) ?{_NUMBER})? ?(?:x|times?)? ?(?:(?:a|per|each|every|/) ?day|daily)?|daily|every day)"
_RUNGS = r"[0-9]{1,4}(?: ?[-,/;] ?[0-9]{1,4})+"
_SETS = r"(?i)([0-9]{1,3}) ?(?:[x\u00d7*]|sets? of) ?([0-9]{1,4})(?: ?reps?)?"


def sets_of(text: str) -> str:
    """What to write for `3x10`; "" where it is nothing like it."""
    found = re.fullmatch(_SETS, text)
    return f"'sets: {found[1]}' and 'repetitions: {found[2]}'" if found else ""


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
            location.problem(node, f"'{shown}' {self._unlike(text)}")
        elif not node.plain:
            location.problem(node, f"'{shown}' is in quotes: write {shown} without them")
        elif text.startswith("0") and text != "0":
            location.problem(node, f"'{shown}' begins with 0, which YAML may read as another number: leave the 0 out")
        elif self.number(text) is None:
            location.problem(node, f"{shown} is out of range: from {self.least} to {self.most}")
        return self.number(text) if node.plain else None

    def _unlike(self, text: str) -> str:
        """What is wrong with text that is no digits, and what would be right."""
        if ends := re.fullmatch(r"([0-9]{1,5}) ?(?:[-\u2010-\u2015\u2212]|to|or) ?([0-9]{1,5})", text):
            return f"is a range: write one number, such as {ends[1]} or {ends[2]}"
        if both := sets_of(text):
            return f"is two numbers: write {both}"
        return f"is no whole number: write {self.meant(text) or self.what}"

    def meant(self, text: str) -> str:
        found = re.fullmatch(_COUNTED, " ".join(text.casefold().split()))
        number = str(_COUNTS.get(found[1], found[1])) if found else ""
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
            location.problem(node, f"'{shorten(text)}' is no number: write {self.meant(text) or self.what}")
            return None
        least, most = int(found[1]), int(found[2] or found[1])
        if 1 <= least <= most <= self.most:
            return PerDay(least, most)
        location.problem(node, f"{shorten(text)} is out of range: from 1 to {self.most}, the smaller number first")
        return None

    def meant(self, text: str) -> str:
        found = re.fullmatch(_A_DAY, " ".join(text.casefold().split()))
        if found is None:
            return ""
        numbers = [_OFTEN.get(number, number) for number in (found[1] or "1", found[2]) if number]
        return "-".join(map(str, numbers))

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
        if isinstance(node, SequenceNode):
            return ListOf(self.number, _MOST_RUNGS, 2, "[15, 12, 10]").read(node, location)
        return super().read(node, location)

    def parse(self, text: str, node: ScalarNode, location: Location) -> int | None:
        rungs = re.findall("[0-9]+", text) if re.fullmatch(_RUNGS, text) else []
        if len(rungs) > 2 or (rungs and "," in text):  # noqa: PLR2004 - two with a dash are a range
            location.problem(node, f"'{shorten(text)}' is a number for each set: write [{', '.join(rungs)}]")
            return None
        return self.number.parse(text, node, location)

    def meant(self, text: str) -> str:
        return self.number.meant(text)

    def schema(self) -> Schema:
        return {"oneOf": [self.number.schema(), ListOf(self.number, _MOST_RUNGS, 2).schema()]}
