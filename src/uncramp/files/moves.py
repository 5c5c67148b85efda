"""The moves of a step: their names and times, and what is meant by those that can't be read."""

import re
from dataclasses import replace
from itertools import pairwise

from uncramp.domain.duration import DurationError, meant_durations, parse_duration, write_duration
from uncramp.domain.routine import Move
from uncramp.files.document import MappingNode, Node, ScalarNode, SequenceNode
from uncramp.files.fields import DURATION_PATTERN, ListOf, Location, Schema, Text, Word, reach
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
            said = entry.value.text.strip() if entry and isinstance(entry.value, ScalarNode) else ""
            meant = said if _is_move(said) else f"{written} {said}"  # `move: lower 3s`, `lower: 3s`
            clear = bool(said) and len(node.entries) == 1 and _is_move(meant)
            right, example = (meant, "") if clear else ("hold 10s", "it as in ")
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

    def parts(self, text: str) -> list[str]:
        return moves_in(text)

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


class MoveList(ListOf[Move]):
    def read(self, node: Node, location: Location) -> tuple[Move, ...] | None:
        items = node.items if isinstance(node, SequenceNode) else []
        for nth, (item, following) in enumerate(pairwise(items)):
            if isinstance(item, ScalarNode) and isinstance(following, ScalarNode) and _cut(item, following):
                meant = ", or ".join(f"'{move}'" for move in _meant_moves(f"{item.text}.{following.text}"))
                message = (
                    f"its comma cuts '{shorten(f'{item.text},{following.text}')}' in two: write {meant or _IN_FULL}"
                )
                location.item(nth).problem(item, message)
                return None
        return super().read(node, location)


def _cut(item: ScalarNode, following: ScalarNode) -> bool:
    """Whether two items of a list in brackets are one time with a comma in it, such as `2,5s`."""
    beside = following.line == item.line and following.column == item.column + len(item.text) + 1
    return beside and item.text[-1:].isdigit() and re.match(rf"\d+ ?{_UNIT}\b", following.text.casefold()) is not None


_IN_FULL = "the time in whole seconds"


def moves_in(text: str) -> list[str]:
    """The moves that one text names, one after the other, each with its time; none where there is anything else."""
    found, at, text = [], 0, plain_form(shorten(text, 400)).strip(" ()[]{}<>")
    while at < len(text):
        match = re.compile(_ONE_OF_SEVERAL).match(text, at)
        name, time = (match["name"].strip(" -:=").removesuffix(" for"), match["time"]) if match else ("", "")
        seconds = meant_durations(time)
        good = len(seconds) == 1 and 1 <= seconds[0] <= _LONGEST and 0 < len(name) <= LONGEST_MOVE
        if match is None or not good or name in ("or", "to"):
            return []
        found.append(f"{name} {time if _TIME.fullmatch(time) else write_duration(seconds[0])}")
        at = match.end()
    return found


def _is_move(text: str) -> bool:
    return bool(text) and _unlike_a_move(*_name_and_time(text)) is None


def _name_and_time(text: str) -> tuple[str, str]:
    words = text.split()
    for first in range(max(0, len(words) - 4), len(words)):
        if _TIME.fullmatch(time := " ".join(words[first:])):
            return " ".join(words[:first]), time
    return " ".join(words[:-1]), "".join(words[-1:])


def _unlike_a_move(name: str, time: str) -> str | None:
    text = f"{name} {time}".strip()
    whole = shorten(text, LONGEST_MOVE + 20)
    if any(map(str.isdigit, name)) and len(several := moves_in(text)) > 1:
        each = " and ".join(f"'{move}'" for move in several)
        return f"'{whole}' has two times: write each move as an item of its own, {each}"
    try:
        parse_duration(time)
    except DurationError as error:
        return _hint(whole) or _no_time(whole, str(error))
    if not name:
        return f"'{whole}' has no name: write 'hold {whole}'"
    if len(name) > LONGEST_MOVE:
        return f"'{whole}' has a name of {len(name)} characters: {LONGEST_MOVE} at most"
    two = any(map(str.isdigit, name)) and re.search(_A_TIME, plain_form(name))
    if (two or _ODD_NAME.search(name)) and (hint := _hint(whole)):
        return hint
    return f"'{whole}' has two times: write each move as an item of its own" if two else None


_UNIT = "(?:s|secs?|seconds?|m|mins?|minutes?)"
_ANY_UNIT = rf"(?:(?:{_UNIT}|h|hours?)(?![^\W\d])\.?|['\"\u2032\u2033]{{1,2}})"
_SPOKEN = (
    rf"(?:\d{{1,4}}:\d\d(?!\d)|\d{{1,5}}(?:[.,]\d{{1,3}})? ?{_ANY_UNIT}(?:(?: |, |,? and )?\d{{1,2}} ?{_ANY_UNIT})?)"
)
"""A time as people write it, its unit in any form."""
# Patterns of what is written otherwise: they are compiled when something is.
_A_TIME = rf"(?i)(?<![\w.:]){_SPOKEN}"
_BULLET = r"(?:[\u2010-\u2015\u2022*+>-] ?|\d{1,2}[.)] )"
_ONE_OF_SEVERAL = (
    rf"(?i)\s*{_BULLET}?(?P<name>[^\W\d][^\d,;/|&]*?) ?[:=]? ?(?P<time>{_SPOKEN})"
    r"\s*(?:[,;/|&+]|->|\band\b|\bthen\b|$)?(?: ?\bthen\b)?\s*"
)
_ODD_NAME = re.compile(
    rf"^{_BULLET}|^\d+ ?[x\u00d7*]|[:=;\u2010-\u2015-]$|\d ?(?:to|or|[x\u00d7*])$|\d ?{_UNIT},?(?: and)?$",
    re.ASCII | re.IGNORECASE,
)
"""What ends or begins a name that is a part of the dose."""
_TIMES = (
    r"^(\d{1,3}) ?[x\u00d7*] ?|(?<=\s)(\d{1,3}) ?[x\u00d7*] ?(?=\d)|,? ?[x\u00d7*] ?(\d{1,3})$"
    r"|(?:^|,? )(\d{1,3}) ?(?:x|times)$|(?:^|,? )(twice|thrice)$"
)
_EACH = r",? ?\(?(?:/|\b(?:per|on each|each|every|on both|both)) ?(?:side|leg|foot|calf|arm|hand)s?\)?$|,? each$"
_SAID = r"(.*\d.*):([^\W\d].*)"
_GLUED = r"^(\D*[^\W\d])\s*[:=;\u2010-\u2015-]?\s*(?=\d)"


_OFTEN = {"twice": "2", "thrice": "3"}


def _no_time(whole: str, otherwise: str) -> str:
    if any(map(str.isdigit, whole.rsplit(maxsplit=1)[-1])):
        return otherwise
    if any(map(str.isdigit, whole)):
        return f"'{whole}' has no time that can be read: {_END}"
    return f"'{whole}' has no time: write it behind, such as '{whole} 10s'"


_END = "end it with one such as 30s, 2m or 1m30s"


def _hint(whole: str) -> str | None:
    """What to write for a move that is written otherwise, in full where it is clear what is meant."""
    if (match := re.fullmatch(_SAID, whole)) and _TIME.fullmatch(_name_and_time(match[1])[1]):
        return f"'{whole}' needs a space behind its ':': write '{match[1]}: {match[2]}'"
    text, more = re.sub(f"^{_BULLET}|[,;]$", "", whole), ""
    if times := re.search(_TIMES, text):
        number = next(filter(None, times.groups()))
        text, more = re.sub(_TIMES, "", text, count=1), f"'repetitions: {_OFTEN.get(number, number)}'"
        if not text.strip():
            return f"'{whole}' is no move: take it out, and write {more}"
        more = f", and {more}"
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
