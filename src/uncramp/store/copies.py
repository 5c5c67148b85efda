"""Other diaries in the diary's folder, such as what a sync program made of a conflict; and removing the diary for good."""

import contextlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from uncramp.store.database import APPLICATION, MAGIC
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


_OURS = re.compile(
    r"(?:diary|diary-(?:damaged|foreign)-\d{4}-\d\d-\d\d-\d{6}(?:-\d+)?)\.db(?:-wal|-shm|-journal)?"
    r"|diary-(?:waiting|stray|undated)-.+\.jsonl|\.diary\.lock|\.diary-playing-.+"
)
"""Names that only this program gives. A sync program calls a copy `diary-LAPTOP.db`, and a person a backup `diary.db.old`."""
_BLOCK = b"\0" * 65536


def diary_files(folders: Sequence[Path]) -> list[Path]:
    """Every file that the diary has made in its folders, but no export: those are the person's own."""
    found = (path for folder in trusted(folders) if folder.is_dir() for path in folder.iterdir() if is_ours(path.name))
    return sorted(path for path in found if path.is_file() or path.is_symlink())


def is_ours(name: str) -> bool:
    """Whether a file of this name in the diary's folder is surely the program's own."""
    return _OURS.fullmatch(name) is not None


def erase_files(folders: Sequence[Path]) -> list[str]:
    """Write over each file, and remove it; then the folders, where nothing else is in them; the files that are left.

    A disk may still hold what was there: flash memory, snapshots and backups keep copies that no program reaches.
    """
    left = []
    for path in diary_files(folders):
        try:
            if not path.is_symlink():
                with contextlib.suppress(OSError):
                    _write_over(path)
            path.unlink()
        except OSError:
            left.append(str(path))
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()
    return left


def _write_over(path: Path) -> None:
    with path.open("r+b", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        for start in range(0, size, len(_BLOCK)):
            file.write(_BLOCK[: size - start])
        os.fsync(file.fileno())
