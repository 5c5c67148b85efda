"""Groups of keys, declared once: what each key holds, which must be there, and which go together."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from uncramp.domain.duration import DurationError, meant_durations, parse_duration, write_duration
from uncramp.files.counts import meant_dose
from uncramp.files.document import MappingNode, Node, RefusedNode, ScalarNode
from uncramp.files.fields import SAYS_NO, Field, Location, Schema
from uncramp.files.text import closest, plain_form, shorten

_WORDS = {
    "repetitions": "reps rep repeat repeats times count repetition number_of_reps",
    "sets": "set series",
    "per_day": "times_per_day times_a_day daily frequency how_often",
    "days": "weekdays day on",
    "moves": "hold hold_for duration seconds minutes time length exercise exercises move movement movements",
    "rest": "rest_between rest_time pause break recovery between_sets",
    "change": "switch change_time switch_time transition",
    "sides": "side leg legs each_side per_side limb",
    "say": "text cue instruction voice spoken speak words short",
    "how": "description instructions details explanation desc how_to technique",
    "figure": "image picture img photo drawing illustration",
    "name": "title label heading",
    "title": "name heading label",
    "about": "description summary subtitle intro",
    "sources": "source author reference references citation url link",
    "notes": "note author source sources comment comments reference references",
    "cautions": "caution warning warnings safety contraindications",
    "caution": "cautions warning warnings",
    "for": "body_part muscle target area region part",
    "purpose": "category type kind goal",
    "steps": "exercises exercise moves workout sequence",
    "position": "posture stance start_position",
    "partner": "helper assistant",
    "adapt": "adaptations modifications variations adjust",
    "why": "reason because",
    "rounds": "round repeat repetitions circuit circuits laps times sets",
    "use": "include",
    "ask": "question prompt",
    "wait": "timeout",
    "replace": "change modify with",
    "usual_side": "side leg usual_leg",
    "emergency_number": "emergency phone ambulance",
    "doctor_number": "doctor gp physician doctor_phone",
    "midwife_number": "midwife maternity_unit midwife_phone",
}
"""Other words that people use for keys of a routine, by the trade and by other programs."""
_MEANT: dict[str, tuple[str, ...]] = {}
for _key, _words in _WORDS.items():
    for _word in _words.split():
        _MEANT[_word] = (*_MEANT.get(_word, ()), _key)


def meant_key(word: str, keys: Collection[str]) -> str | None:
    """The one of the keys that a word stands for, as people use it."""
    return next((key for key in _MEANT.get(word, ()) if key in keys), None)


T = TypeVar("T")
Values = dict[str, Any]
"""What was read, by key. A key whose value was refused is not in it."""


@dataclass(eq=False)
class KeySpec:
    name: str
    field: Field[object]
    about: str
    """One sentence, for messages and the schema."""
    required: bool = False
    attribute: str = ""
    """What the domain calls it, where that is another word."""


class Rule(ABC):
    """What must be true of several keys at once."""

    @abstractmethod
    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        """The key to blame (empty for the whole group) and what is wrong with it."""

    def schema(self) -> Schema:
        """The same as JSON Schema, where that can say so."""
        return {}


@dataclass(eq=False)
class Record:
    what: str
    """What the group is, such as `a step`."""
    keys: tuple[KeySpec, ...]
    rules: tuple[Rule, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """Keys that people may look for here, and why they are not allowed."""

    @cached_property
    def _by_name(self) -> dict[str, KeySpec]:
        return {key.name: key for key in self.keys}

    @cached_property
    def _required(self) -> tuple[KeySpec, ...]:
        return tuple(key for key in self.keys if key.required)

    def read(self, node: Node, location: Location) -> Values:
        if not isinstance(node, MappingNode):
            location.expected(node, f"{self.what} with keys such as '{self.keys[0].name}:'")
            return {}
        values: Values = {}
        meant: set[str] = set()
        for name, entry in node.entries.items():
            key = self._by_name.get(name)
            if key is None:
                meant |= self._unknown(entry.key, node, location)
                continue
            value = key.field.read(entry.value, location.key(name))
            if value is not None:
                values[name] = value
        present = node.entries.keys() | meant if meant else node.entries
        for key in self._required:
            if key.name not in present:
                location.key(key.name).problem(node, f"is missing. {key.about}")
        report_broken(self.rules, node, present, values, location)
        return values

    def complete(self, values: Values) -> bool:
        return all(key.name in values for key in self._required)

    def attributes(self, values: Values) -> Values:
        """The values under the names that the domain has for them."""
        return {key.attribute or key.name: values[key.name] for key in self.keys if key.name in values}

    def schema(self) -> Schema:
        made: Schema = {
            "type": "object",
            "properties": {key.name: {"description": key.about, **key.field.schema()} for key in self.keys},
            "additionalProperties": False,
        }
        if required := [key.name for key in self._required]:
            made["required"] = required
        if self.rules:
            made["allOf"] = [said for rule in self.rules if (said := rule.schema())]
        return made

    def _unknown(self, key: ScalarNode, node: MappingNode, location: Location) -> set[str]:
        """Report a key that is not known here; gives the key that was probably meant, or nothing."""
        here = location.key(key.text)
        word = "_".join(plain_form(key.text).casefold().replace("-", " ").split())
        free = [known.name for known in self.keys if known.name not in node.entries]
        meant = word if word in free else meant_key(word, free)
        not_here = word if word in self.elsewhere or meant else meant_key(word, [*self.elsewhere])
        guess = None if location.file.problems.full else closest(word, [*free, *self.elsewhere], _NEAR)
        if not_here is None and meant is None and guess in self.elsewhere:
            not_here = guess
        value = node.entries[key.text].value
        if not_here is not None and not_here in self.elsewhere:
            no = isinstance(value, ScalarNode) and value.text.strip().casefold() in SAYS_NO
            here.problem(key, f"'{shorten(key.text)}' says no: take it out" if no else self.elsewhere[not_here])
            return set()
        if word in self._by_name and word in node.entries:
            here.problem(key, f"'{shorten(key.text)}' is the same as '{word}', which is here, too: keep one")
            return set()
        if meant is not None:
            written = self._written(meant, word, value, here)
            here.problem(key, f"unknown key '{shorten(key.text)}': {written}")
            return {meant}
        if guess:
            here.problem(key, f"unknown key '{shorten(key.text)}': did you mean '{guess}'?")
            return {guess}
        names = ", ".join(known.name for known in self.keys)
        here.problem(key, f"unknown key '{shorten(key.text)}': the keys here are {names}")
        return set()

    def _written(self, key: str, word: str, value: Node, here: Location) -> str:
        """What to write for a key in other words: in full, where its value can stay as it is."""
        spec = self._by_name[key]
        fits = spec.field.read(value, here.quiet()) is not None
        if isinstance(value, ScalarNode):
            text = value.text.strip()
            if fits:
                return f"write '{key}: {shorten(text)}'"
            if key == "moves" and (move := _as_move(word, text)):
                return f"write 'moves: [{move}]'"
            right = meant_dose(key, text) if key in ("sets", "repetitions") else spec.field.meant(text)
            if right:
                return f"write {right}" if right.startswith("'") else f"write '{key}: {right}'"
        return f"write '{key}' in its place" + ("" if fits else f". {spec.about}")


_NEAR = 0.75
"""How like a key a word must be to be taken for a slip of it: one letter in four."""


def _as_move(word: str, text: str) -> str:
    """The move that is meant by a time alone, in a key such as `hold` or `seconds`; "" where it is none."""
    unit = {"seconds": "s", "minutes": "m"}.get(word, "")
    try:
        found = (parse_duration(f"{text}{unit}"),) if unit and text.isdigit() else meant_durations(text)
    except DurationError:
        return ""
    return f"hold {write_duration(found[0])}" if len(found) == 1 else ""


def report_broken(
    rules: Iterable[Rule], node: MappingNode, present: Iterable[str], values: Values, location: Location
) -> None:
    for rule in rules:
        broken = rule.broken(present, values)
        if broken is None:
            continue
        key, message = broken
        if not key:
            location.problem(node, message)
        elif key in node.entries:
            location.key(key).problem(node.entries[key].key, message)


@dataclass(eq=False)
class Group(Field[T], Generic[T]):
    """A record as a value: its keys, and what is made of them."""

    record: Record
    build: Callable[[Values], T]

    def read(self, node: Node, location: Location) -> T | None:
        before = location.file.problems.count
        values = self.record.read(node, location)
        clean = location.file.problems.count == before and self.record.complete(values)
        return self.build(values) if clean and not isinstance(node, RefusedNode) else None

    def schema(self) -> Schema:
        return self.record.schema()


@dataclass(eq=False)
class Needs(Rule):
    """`key` says nothing without `other`."""

    key: str
    other: str
    why: str

    def broken(self, present: Iterable[str], _values: Values) -> tuple[str, str] | None:
        missing = self.key in present and self.other not in present
        return (self.key, f"needs '{self.other}': {self.why}") if missing else None

    def schema(self) -> Schema:
        return {"dependentRequired": {self.key: [self.other]}}


@dataclass(eq=False)
class Excludes(Rule):
    """`key` and `other` contradict each other; `other` is to blame."""

    key: str
    other: str
    why: str

    def broken(self, present: Iterable[str], _values: Values) -> tuple[str, str] | None:
        both = self.key in present and self.other in present
        return (self.other, f"can't be with '{self.key}': {self.why}") if both else None

    def schema(self) -> Schema:
        return {"not": {"required": [self.key, self.other]}}


@dataclass(eq=False)
class SomeOf(Rule):
    """One of these keys there must be; any key at all where none is named."""

    keys: tuple[str, ...] = ()

    def broken(self, present: Iterable[str], _values: Values) -> tuple[str, str] | None:
        if any(key in (self.keys or present) for key in present):
            return None
        needed = f"needs one of these keys: {', '.join(self.keys)}"
        return "", needed if self.keys else "is empty: write what is to change, or take it out"

    def schema(self) -> Schema:
        return {"anyOf": [{"required": [key]} for key in self.keys]} if self.keys else {"minProperties": 1}


@dataclass(eq=False)
class Fits(Rule):
    """Where `key` is there, the value of `other` (`None` when it is absent) must be one that fits."""

    key: str
    other: str
    fits: Callable[[object], bool]
    fitting: Schema
    """The same as JSON Schema, of the whole group."""
    why: str
    blame: str

    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        if self.key not in present or (self.other in present and self.other not in values):
            # Absent, or reported already.
            return None
        return None if self.fits(values.get(self.other)) else (self.blame, self.why)

    def schema(self) -> Schema:
        return {"if": {"required": [self.key]}, "then": self.fitting}


@dataclass(eq=False)
class RestBetweenSets(Rule):
    """`rest` is the time between two sets, so there must be two."""

    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        sets, repetitions = values.get("sets"), values.get("repetitions")
        if "rest" not in present or (sets or 0) > 1 or isinstance(repetitions, tuple):
            return None
        if any(key in present and values.get(key) is None for key in ("sets", "repetitions")):
            return None  # reported already
        if repetitions is None or repetitions < 2:  # noqa: PLR2004 - one can't be rested between
            return "rest", "there is no rest in a single set: take it out, or write how many 'sets'"
        if repetitions > MOST_SETS:
            rest = write_duration(values.get("rest") or 1)
            return "rest", f"there is no rest between repetitions: take it out, and write one more move 'rest {rest}'"
        instead = "'sets: 1', and take 'repetitions' out" if "sets" in present else f"'repetitions: {repetitions}'"
        return "rest", f"is the time between two sets: write 'sets: {repetitions}' in place of {instead}"

    def schema(self) -> Schema:
        return {
            "if": {"required": ["rest"]},
            "then": {
                "anyOf": [
                    {"required": ["sets"], "properties": {"sets": {"minimum": 2}}},
                    {"required": ["repetitions"], "properties": {"repetitions": {"type": "array"}}},
                ]
            },
        }


@dataclass(eq=False)
class SetsOfLadder(Rule):
    """A ladder of repetitions has a number for each set: `sets`, if it is there, says the same."""

    def broken(self, _present: Iterable[str], values: Values) -> tuple[str, str] | None:
        sets, ladder = values.get("sets"), values.get("repetitions")
        if not isinstance(ladder, tuple) or sets in (None, len(ladder)):
            return None
        return "sets", f"'repetitions' has {len(ladder)} numbers, one for each set: take 'sets' out"


MOST_SETS = 50


@dataclass(eq=False)
class AtMost(Rule):
    """The number of `key` may not be above that of `other`."""

    key: str
    other: str

    def broken(self, _present: Iterable[str], values: Values) -> tuple[str, str] | None:
        number, limit = values.get(self.key), values.get(self.other)
        if number is None or limit is None or number <= limit:
            return None
        return self.key, f"{number} is out of range: from 1 to {limit}, which is '{self.other}'"
