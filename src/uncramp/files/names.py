"""Names of routines, figures and sources: how they are written, and which are known."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from uncramp.files.text import shorten

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
LONGEST_NAME = 60
HOW_TO_NAME = f"a name is small letters, digits and '-', {LONGEST_NAME} at most"


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a routine may refer to; `None` where they are not known, and any is accepted."""

    figures: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    routines: frozenset[str] | None = None


def closest(word: str, options: Collection[str]) -> str | None:
    """The option most like the word, if any is like it."""
    import difflib

    matches = difflib.get_close_matches(shorten(word, LONGEST_NAME), sorted(options), 1)
    return matches[0] if matches else None


def well_named(name: str) -> bool:
    """Whether this can be the name of a routine, a figure or a source."""
    return len(name) <= LONGEST_NAME and NAME.fullmatch(name) is not None
