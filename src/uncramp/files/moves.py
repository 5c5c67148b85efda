"""The moves of a step: their names and times, and what is meant by those that can't be read."""

import re
from dataclasses import dataclass, replace

from uncramp.domain.duration import DurationError, parse_duration, read_durations, write_duration
from uncramp.domain.routine import Move
from uncramp.files.document import MappingNode, Node, ScalarNode
from uncramp.files.fields import DURATION_PATTERN, Location, Schema, Text, Word, reach
from uncramp.files.look_alikes import plain_form
from uncramp.files.text import shorten

LONGEST_MOVE = 40
"""Characters in the name of a move."""
MOVE_WORDS = Text(200, most_words=12)
"""A move's own sentence."""
_TIME = re.compile(DURATION_PATTERN)


@dataclass(frozen=True)
class MoveField(Word[Move]):
    """A move, its name and its time, such as `lean in 3s`, with or without a sentence of its own behind a colon.

    It takes from `least` to `most` seconds.
    """

    least: int = 1
    most: int = 7_200
    what = "a move such as 'hold 10s'"

    def read(self, node: Node, location: Location) -> Move | None:
        if not isinstance(node, MappingNode):
            return super().read(node, location)
        written, entry = next(iter(node.entries.items()), ("", None))
        if entry is None or len(node.entries) > 1 or not isinstance(entry.value, ScalarNode) or not _timed(written):
            meant = f"{written} {entry.value.text.strip()}" if entry and isinstance(entry.value, ScalarNode) else ""
            right = meant if meant and len(node.entries) == 1 and _right_move(meant) == meant else "hold 10s"
            example = "" if right == meant else "it as in "
            message = f"is no move: write {example}'{right}', or with its own words '{right}: Stay there.'"
            location.problem(node, message)
            return None
        move = self.parse(written, entry.key, location)
        say = MOVE_WORDS.read(entry.value, location)
        return replace(move, say=say) if move is not None and say is not None else None

    def parse(self, text: str, node: ScalarNode, location: Location) -> Move | None:
        name, time = _name_and_time(shorten(text, 200))
        problem = _unlike_a_move(name, time)
        if problem is None:
            seconds = parse_duration(time)
            if self.least <= seconds <= self.most:
                return Move(name, seconds)
            problem = f"{time} is out of range: {reach(self.least, self.most)}"
        location.problem(node, problem)
        return None

    def schema(self) -> Schema:
        pattern = f"^\\s*\\S.*\\s{DURATION_PATTERN}\\s*$"
        with_words: Schema = {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "patternProperties": {pattern: MOVE_WORDS.schema()},
            "additionalProperties": False,
        }
        return {"oneOf": [{"type": "string", "pattern": pattern}, with_words]}


def _timed(written: str) -> bool:
    """Whether this ends with something like a time, as a move does."""
    _name, time = _name_and_time(written)
    return any(char.isdigit() for char in time)


def _name_and_time(text: str) -> tuple[str, str]:
    """The words of a move's name, and those of its time: `1 min 30 s` has four."""
    words = text.split()
    for first in range(max(0, len(words) - 4), len(words)):
        if _TIME.fullmatch(time := " ".join(words[first:])):
            return " ".join(words[:first]), time
    return " ".join(words[:-1]), "".join(words[-1:])


def _unlike_a_move(name: str, time: str) -> str | None:
    """The message for what is wrong with a move's name and time, if anything is."""
    whole = shorten(f"{name} {time}".strip(), LONGEST_MOVE + 20)
    try:
        parse_duration(time)
    except DurationError as error:
        return _unlike_a_time(whole, name, time, str(error))
    if not name:
        return f"'{whole}' has no name: write 'hold {whole}'"
    if len(name) > LONGEST_MOVE:
        return f"'{whole}' has a name of {len(name)} characters: {LONGEST_MOVE} at most"
    if any(_TIME.fullmatch(plain_form(word).rstrip(",")) for word in name.split()):
        return f"'{whole}' has two times: put a comma between two moves"
    return None


def _unlike_a_time(whole: str, name: str, time: str, otherwise: str) -> str:
    """What to write for a move whose time can't be read, in full where it is clear what is meant."""
    if times := _range(whole):
        return f"'{whole}' has a range of times: write one, '{times[0]}' or '{times[1]}'"
    if time.isascii() and time.isdigit() and name:
        return f"'{time}' has no unit: write '{name} {time}s', or '{name} {time}m'"
    if (right := _right_move(whole)) and right != whole:
        return f"'{whole}' is no move: write '{right}'"
    return (
        otherwise if any(map(str.isdigit, time)) else f"'{whole}' has no time: write it behind, such as '{whole} 10s'"
    )


def _range(whole: str) -> tuple[str, str] | None:
    """The two moves that a range such as `hold 5-10s` lies between."""
    match = re.fullmatch(
        r"(.*\S) (\d{1,4})(?: ?s)? ?[-\u2010-\u2015] ?(\d{1,4}) ?(s|m|sec|min|seconds|minutes)", whole, re.ASCII
    )
    if match is None:
        return None
    name, first, last, unit = match.groups()
    return f"{name} {first}{unit[0]}", f"{name} {last}{unit[0]}"


def _right_move(text: str) -> str:
    """What somebody means who writes a move's time in free words, or before its name; "" where it is not clear."""
    words = text.split()
    for at in range(1, len(words)):
        for name, time in ((words[:at], words[at:]), (words[at:], words[:at])):
            if any(any(map(str.isdigit, word)) for word in name):
                continue
            try:
                found = read_durations(" ".join(time))
            except DurationError:
                continue
            if len(found) == 1:
                named = " ".join(name).removesuffix(" for")
                written = f"{named} {' '.join(time)}"
                return (
                    written
                    if _TIME.fullmatch(" ".join(time)) and name == words[:at]
                    else f"{named} {write_duration(found[0])}"
                )
    return ""
