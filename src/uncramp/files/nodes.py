"""The tree that a document is read into: texts, lists and mappings, each with its line and column from 1."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scalar:
    """One text as it was written; `plain` when without quotes. Line and column from 1."""

    text: str
    plain: bool
    line: int
    column: int


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: "Node"


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    line: int
    column: int
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Refused:
    """Something that was refused and reported already, such as an alias."""

    line: int
    column: int


Node = Scalar | Sequence | Mapping | Refused
