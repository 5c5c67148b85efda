"""Removing the diary for good: every file of it, and what stood in them."""

import contextlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

from uncramp.store.private import trusted

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
