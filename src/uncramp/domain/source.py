"""Where a dose comes from, and how far that was verified."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a source was verified."""

    READ = "V"
    """Read at the publisher."""
    COPY = "M"
    """Read in a quotation or a copy."""
    CHOICE = "D"
    """No source: our own choice."""
    ARTICLE = "S"
    """Only in the articles that the project started from."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source, as `sources.yaml` holds it."""

    id: str
    name: str
    publisher: str
    says: str
    """What it says, in our words."""
    status: Status
    evidence: str = ""
    """Its number in the evidence table, such as `E7`."""
    where: str = ""
    """What finds it again: an article number, a page's name."""
