"""What must be true of several keys at once. Each rule both checks a file and describes itself as JSON Schema."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from uncramp.files.fields import Schema
from uncramp.files.records import Values


@dataclass(frozen=True)
class Needs:
    """`key` says nothing without `other`."""

    key: str
    other: str
    why: str

    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        del values
        missing = self.key in present and self.other not in present
        return (self.key, f"needs '{self.other}': {self.why}") if missing else None

    def schema(self) -> Schema:
        return {"dependentRequired": {self.key: [self.other]}}


@dataclass(frozen=True)
class Excludes:
    """`key` and `other` contradict each other; `other` is to blame."""

    key: str
    other: str
    why: str

    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        del values
        both = self.key in present and self.other in present
        return (self.other, f"can't be with '{self.key}': {self.why}") if both else None

    def schema(self) -> Schema:
        return {"not": {"required": [self.key, self.other]}}


@dataclass(frozen=True)
class SomeOf:
    """At least one of the keys must be there."""

    keys: tuple[str, ...]

    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        del values
        if any(key in present for key in self.keys):
            return None
        return "", f"needs one of these keys: {', '.join(self.keys)}"

    def schema(self) -> Schema:
        return {"anyOf": [{"required": [key]} for key in self.keys]}


@dataclass(frozen=True)
class NotEmpty:
    """Any key will do, but one there must be."""

    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        del values
        return (
            None if any(True for _ in present) else ("", "is empty: write what is to change, or take it out")
        )

    def schema(self) -> Schema:
        return {"minProperties": 1}


@dataclass(frozen=True)
class Fits:
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
            return None  # not there, or reported already
        return None if self.fits(values.get(self.other)) else (self.blame, self.why)

    def schema(self) -> Schema:
        return {"if": {"required": [self.key]}, "then": self.fitting}


@dataclass(frozen=True)
class AtMost:
    """The number of `key` may not be above that of `other`. JSON Schema can't say so."""

    key: str
    other: str

    def broken(self, present: Iterable[str], values: Values) -> tuple[str, str] | None:
        del present
        number, limit = values.get(self.key), values.get(self.other)
        if number is None or limit is None or number <= limit:
            return None
        return self.key, f"{number} is out of range: from 1 to {limit}, which is '{self.other}'"

    def schema(self) -> Schema:
        return {}
