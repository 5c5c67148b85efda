"""What can be wrong with the diary's files: pure data; `words.diary` has the sentences."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

WAIT_MS = 250
"""How long a screen waits for the diary, in milliseconds: it stands still no longer."""

PATIENCE_MS = 100
"""How long to wait for another program that writes to the diary: less, so that there is time for the spool."""


class StoreProblem(StrEnum):
    DAMAGED = "damaged"
    """It could not be read, and was quarantined; a new one was begun."""
    FOREIGN = "foreign"
    """It was no diary, and was quarantined; a new one was begun."""
    NEWER = "newer"
    """A newer program wrote it; it is left alone."""
    LOCKED = "locked"
    """Another program holds it."""
    READ_ONLY = "read-only"
    """It can't be opened, or not be written to."""
    FULL = "full"
    """The disk is full."""
    BROKEN = "broken"
    """Anything else, such as a disk that fails."""
    STRAY = "stray"
    """A spool file holds something that could not be merged; it was quarantined."""
    UNREADABLE = "unreadable"
    """An entry can't be read; it is left as it is, and all others are there."""
    SPOOLED = "spooled"
    """What happened is kept in a spool file, and will be merged."""
    UNDATED = "undated"
    """The computer's clock can't be right; what happened is kept in a file of its own."""
    LOST = "lost"
    """What happened could be kept nowhere."""
    SLOW = "slow"
    """It takes longer than a screen waits."""


@dataclass(frozen=True, slots=True)
class StoreNotice:
    """Something that the person has to be told of the diary's files."""

    problem: StoreProblem
    path: Path
    """The file that it is about; of one that was quarantined, where it is now."""
    why: str = ""
    """What the system said."""
    number: int = 0
    """The system's number (`errno`) of the cause; 0 where it is not known."""
    intact: bool = False
    """Whether the database was looked through, and is whole: so it is something else that hinders."""


class DiaryUnusableError(Exception):
    """The database can't be used now; nothing was changed."""

    def __init__(self, notice: StoreNotice) -> None:
        super().__init__(f"{notice.path}: {notice.problem}: {notice.why}")
        self.notice = notice


class UnknownEntryError(Exception):
    """There is no such entry."""


class ClashError(Exception):
    """An entry from elsewhere has the id of another kind of entry here."""
