"""What the plain mode is given to work with: clocks, what the person types, and where to say things."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from uncramp.domain.routine import Source
from uncramp.faults import Faults
from uncramp.guidance.recording import LiveDiary
from uncramp.i18n import _

LOOK_MS = 1_000
"""How often to look at least, in milliseconds: a gap has to be noticed, and must not be one of our own."""


class TypedInput(Protocol):
    """The lines that the person types."""

    @property
    def ended(self) -> bool:
        """Whether nothing more can come."""

    @property
    def somebody(self) -> bool:
        """Whether somebody is there to type: play stands still for nobody else."""

    def line(self, wait_ms: int) -> str | None:
        """The next line, without its end; `None` if none has come within `wait_ms`, which then are over."""


def _no_sources() -> Mapping[str, Source]:
    return {}


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the plain mode knows of the world."""

    clock: Callable[[], int]
    """Milliseconds on a clock that never stops and never jumps."""
    local_time: Callable[[], datetime]
    typed: TypedInput
    write: Callable[[str], None]
    """Says one line, at once."""
    emergency_number: str = ""
    """The number to call where the person is, "" where nobody knows."""
    sources: Callable[[], Mapping[str, Source]] = _no_sources
    """The sources by id, read when somebody asks for them."""
    diary: LiveDiary = field(default_factory=lambda: LiveDiary(Faults()))
    """Listens to what is played. Without one given, nothing is kept."""


def sentence(words: str) -> str:
    """The words as a sentence: a capital first, and a full stop where nothing else ends it."""
    text = words.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":")) or not text else _("{sentence}.").format(sentence=text)
