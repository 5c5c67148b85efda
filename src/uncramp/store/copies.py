"""Other diaries in the diary's folder: what a sync program made of a conflict, a backup, or a copy by hand.

They are known by what is in them, so no name is missed, whatever program gave it.
"""

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from uncramp.store.database import APPLICATION, MAGIC
from uncramp.store.erase import is_ours
from uncramp.store.private import open_file, trusted

_MARK_AT, _HEAD = 68, 72
"""Where the mark of a program stands: https://www.sqlite.org/fileformat2.html#the_database_header"""


def other_diaries(folder: Path) -> list[Path]:
    """The files in a folder that are diaries, but for the diary itself and what was quarantined."""
    try:
        strange = sorted(path for path in folder.iterdir() if not is_ours(path.name))
    except OSError:
        return []
    return [path for path in strange if _is_diary(path)]


def keyed(paths: Iterable[Path]) -> dict[str, Path]:
    """Copies by what each is remembered by; one that has changed since is another."""
    found: dict[str, Path] = {}
    for path in paths:
        with contextlib.suppress(OSError):  # a sync program may just be removing it
            state = path.stat()
            found[f"copy {path.name} {state.st_size} {state.st_mtime_ns}"] = path
    return found


def strangers(folders: Sequence[Path]) -> list[Path]:
    """All other files in the diary's folders: nobody knows whether they may be removed."""
    found: list[Path] = []
    for folder in trusted(folders):
        if folder.is_dir():
            found += sorted(path for path in folder.rglob("*") if not path.is_dir() and not is_ours(path.name))
    return found


def _is_diary(path: Path) -> bool:
    try:
        with os.fdopen(open_file(path, os.O_RDONLY), "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(MAGIC) and head[_MARK_AT:] == APPLICATION.to_bytes(4, "big")
