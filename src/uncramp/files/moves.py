"""A move as it is written: its name and its time in one text, such as `lean in 3s`."""

import re
from dataclasses import dataclass

from uncramp.domain.duration import DurationError, parse_duration, write_duration
from uncramp.domain.routine import Move
from uncramp.files.fields import DURATION_PATTERN, Schema, Word
from uncramp.files.location import Place
from uncramp.files.nodes import Node, Scalar, Sequence
from uncramp.files.text import shorten

LONGEST_NAME = 40
_TIME = re.compile(DURATION_PATTERN)


@dataclass(frozen=True)
class MoveField(Word[Move]):
    """One move, from `least` to `most` seconds."""

    least: int = 1
    most: int = 7_200
    what = "a move such as 'hold 10s'"

    def read(self, node: Node, place: Place) -> Move | None:
        if not isinstance(node, Scalar | Sequence) and hasattr(node, "entries"):
            place.problem(node, "must be one text, the name and its time: write 'hold 10s'")
            return None
        return super().read(node, place)

    def parse(self, text: str, node: Scalar, place: Place) -> Move | None:
        words = shorten(text, 200).split()
        name, time = " ".join(words[:-1]), words[-1]
        problem = _unlike_a_move(name, time)
        if problem is None:
            seconds = parse_duration(time)
            if self.least <= seconds <= self.most:
                return Move(name, seconds)
            reach = f"from {write_duration(self.least)} to {write_duration(self.most)}"
            problem = f"{time} is out of range: {reach}"
        place.problem(node, problem)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^\\s*\\S.*\\s{DURATION_PATTERN}\\s*$"}


def _unlike_a_move(name: str, time: str) -> str | None:
    """What is wrong with a move's name and time, if anything."""
    whole = shorten(f"{name} {time}".strip())
    try:
        parse_duration(time)
    except DurationError as error:
        if any(char.isdigit() for char in time):
            return str(error)
        return f"'{whole}' has no time: write '{whole} 10s'"
    if not name:
        return f"'{whole}' has no name: write 'hold {whole}'"
    if len(name) > LONGEST_NAME:
        return f"'{whole}' has a name of {len(name)} characters: {LONGEST_NAME} at most"
    if any(_TIME.fullmatch(word) for word in name.split()):
        return f"'{whole}' has two times: put a comma between two moves"
    return None
