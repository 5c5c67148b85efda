"""Removing the diary for good: every file of it, and what stood in them."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from uncramp.store.private import owned

_OURS = ("diary.db*", "diary-*.db*", "diary-waiting-*.jsonl", "diary-stray-*.jsonl", ".diary.lock")
_BLOCK = b"\0" * 65536


def diary_files(folders: Sequence[Path]) -> list[Path]:
    """Every file that the diary has made in its folders, but no export: those are the person's own."""
    return sorted(
        path
        for nth, folder in enumerate(folders)
        if nth == 0 or owned(folder)
        for pattern in _OURS
        for path in folder.glob(pattern)
        if path.is_file() or path.is_symlink()
    )


def erase_files(folders: Sequence[Path]) -> list[str]:
    """Write over each file, and remove it; then the folders, where nothing else is in them.

    A disk may still hold what was there: flash memory, snapshots and backups keep copies that no program reaches.

    Returns:
        The files that could not be removed.
    """
    left = []
    for path in diary_files(folders):
        with contextlib.suppress(OSError):
            if not path.is_symlink():
                _write_over(path)
        try:
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
