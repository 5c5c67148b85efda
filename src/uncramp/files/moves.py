"""The moves of a step: their names and times, and what is meant by those that can't be read."""

import re
from dataclasses import replace

from uncramp.domain.duration import DurationError, meant_durations, parse_duration, write_duration
from uncramp.domain.routine import Move
from uncramp.files.document import MappingNode, Node, ScalarNode
from uncramp.files.fields import DURATION_PATTERN, Location, Schema, Text, Word, reach
from uncramp.files.text import plain_form, shorten

_LONGEST = 7_200
"""Seconds of a move."""
_REACH = reach(1, _LONGEST)
LONGEST_MOVE = 40
"""Characters in the name of a move."""
MOVE_WORDS = Text(200, most_words=12)
_TIME = re.compile(DURATION_PATTERN)


class MoveField(Word[Move]):
    """A move, its name and its time, such as `lean in 3s`, with or without a sentence of its own behind a colon."""

    what = "a move such as 'hold 10s'"

    def read(self, node: Node, location: Location) -> Move | None:
        if not isinstance(node, MappingNode):
            return super().read(node, location)
        written, entry = next(iter(node.entries.items()), ("", None))
        timed = any(map(str.isdigit, _name_and_time(written)[1]))
        if entry is None or len(node.entries) > 1 or not isinstance(entry.value, ScalarNode) or not timed:
            meant = f"{written} {entry.value.text.strip()}" if entry and isinstance(entry.value, ScalarNode) else ""
            right = meant if meant and len(node.entries) == 1 and _meant_moves(meant) == (meant,) else "hold 10s"
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
            if 1 <= seconds <= _LONGEST:
                return Move(name, seconds)
            problem = f"{time} is out of range: {_REACH}"
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
        message = f"write {self.what}: its name, and its time"
        return {"oneOf": [{"type": "string", "pattern": pattern, "patternErrorMessage": message}, with_words]}


def _name_and_time(text: str) -> tuple[str, str]:
    words = text.split()
    for first in range(max(0, len(words) - 4), len(words)):
        if _TIME.fullmatch(time := " ".join(words[first:])):
            return " ".join(words[:first]), time
    return " ".join(words[:-1]), "".join(words[-1:])


def _unlike_a_move(name: str, time: str) -> str | None:
    whole = shorten(f"{name} {time}".strip(), LONGEST_MOVE + 20)
    try:
        parse_duration(time)
    except DurationError as error:
        return _hint(whole) or _no_time(whole, str(error))
    if not name:
        return f"'{whole}' has no name: write 'hold {whole}'"
    if len(name) > LONGEST_MOVE:
        return f"'{whole}' has a name of {len(name)} characters: {LONGEST_MOVE} at most"
    if _ODD_NAME.search(name) and (hint := _hint(whole)):
        return hint
    if any(_TIME.fullmatch(plain_form(word).rstrip(",")) for word in name.split()):
        return f"'{whole}' has two times: put a comma between two moves"
    return None


_UNIT = "(?:s|secs?|seconds?|m|mins?|minutes?)"
_ODD_NAME = re.compile(
    rf"^\d+ ?[x\u00d7*]|[:=;\u2010-\u2015-]$|\d ?(?:to|or|[x\u00d7*])$|\d ?{_UNIT},?(?: and)?$",
    re.ASCII | re.IGNORECASE,
)
"""What ends or begins a name that is a part of the dose."""

# Patterns of what is written otherwise: they are compiled when something is.
_RANGE = rf"(?a:(.*\S) (\d{{1,4}}) ?({_UNIT})? ?(?:[-\u2010-\u2015]|to|or) ?(\d{{1,4}}) ?({_UNIT}))"
_TIMES = r"^(\d{1,3}) ?[x\u00d7*] ?|(?<=\s)(\d{1,3}) ?[x\u00d7*] ?(?=\d)|,? ?[x\u00d7*] ?(\d{1,3})$|,? (\d{1,3}) ?(?:x|times)$"
_EACH = r",? ?(?:/|\b(?:per|on each|each|every|on both|both)) ?(?:side|leg|foot|calf|arm|hand)s?$|,? each$"
_SAID = r"(.*\d.*):([^\W\d].*)"
_GLUED = r"^(\D*[^\W\d])\s*[:=;\u2010-\u2015-]?\s*(?=\d)"


def _no_time(whole: str, otherwise: str) -> str:
    if any(map(str.isdigit, whole.rsplit(maxsplit=1)[-1])):
        return otherwise
    if any(map(str.isdigit, whole)):
        return f"'{whole}' has no time that can be read: {_END}"
    return f"'{whole}' has no time: write it behind, such as '{whole} 10s'"


_END = "end it with one such as 30s, 2m or 1m30s"


def _hint(whole: str) -> str | None:
    """What to write for a move that is written otherwise, in full where it is clear what is meant."""
    if match := re.fullmatch(_RANGE, whole):
        name, first, unit, last, other = match.groups()
        first, last = f"{name} {first}{(unit or other)[0]}", f"{name} {last}{other[0]}"
        return f"'{whole}' has a range of times: write one, '{first}' or '{last}'"
    if (match := re.fullmatch(_SAID, whole)) and _TIME.fullmatch(_name_and_time(match[1])[1]):
        return f"'{whole}' needs a space behind its ':': write '{match[1]}: {match[2]}'"
    text, more = whole, ""
    if times := re.search(_TIMES, text):
        text, more = re.sub(_TIMES, "", text, count=1), f", and 'repetitions: {next(filter(None, times.groups()))}'"
    elif re.search(_EACH, text):
        text, more = re.sub(_EACH, "", text), ", and 'sides: each'"
    meant = _meant_moves(re.sub(_GLUED, r"\1 ", text))
    if not meant or meant == (whole,):
        return None
    if any(not 0 < parse_duration(_name_and_time(move)[1]) <= _LONGEST for move in meant):
        return f"'{whole}' is out of range: {_REACH}"
    *name, last = whole.split()
    if len(meant) > 1 and name and last.isdigit():
        return f"'{last}' has no unit: write '{' '.join(name)} {last}s', or '{' '.join(name)} {last}m'"
    right = ", or ".join(f"'{move}'" for move in meant)
    return f"'{whole}' is no move: write {right}{more}"


def _meant_moves(text: str) -> tuple[str, ...]:
    """What somebody means who writes a move's time in free words, before its name or in the middle.

    Two moves where a time lies between two seconds, or has no unit; nothing where it is not clear.
    """
    words = text.split()
    if found := meant_durations(text):  # a time alone
        return tuple(f"hold {write_duration(seconds)}" for seconds in found)
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            name, time = [*words[:first], *words[last:]], " ".join(words[first:last])
            if not name or any(any(map(str.isdigit, word)) for word in name):
                continue
            found = meant_durations(time)
            if found and (last == len(words) or not time.isdigit()):  # `hold 5 breaths`
                named = " ".join(name).rstrip(" ,:;=-").removesuffix(" for")
                if last == len(words) and _TIME.fullmatch(time):
                    return (f"{named} {time}",)
                return tuple(f"{named} {write_duration(seconds)}" for seconds in found)
    return ()
