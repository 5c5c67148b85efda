"""Setting a file aside under a dated name: nothing that a person recorded is ever deleted because it can't be read."""

import os
from datetime import datetime
from pathlib import Path

from uncramp.store.lock import lock
from uncramp.store.private import make_file

LOCK = ".diary.lock"
BESIDE = ("-wal", "-shm", "-journal", "")
"""What belongs to a database; the log goes before the file, so that no new file ever meets an old log."""


def set_aside(path: Path, what: str, now: datetime, beside: tuple[str, ...] = ("",)) -> Path:
    """Give a file, and what belongs to it, another name in its folder.

    Args:
        path: the file.
        what: a word for the name, such as `damaged`.
        now: the local time, for the name.
        beside: the endings of what belongs to it.

    Returns:
        Where it is now.

    Raises:
        OSError: it can't be renamed.
    """
    stem = f"{path.stem.partition('-')[0]}-{what}-{now:%Y-%m-%d-%H%M%S}"
    number, target = 1, path.with_name(stem + path.suffix)
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}-{number}{path.suffix}")
    for ending in beside:
        old = path.with_name(path.name + ending)
        if not ending or old.exists():
            old.rename(target.with_name(target.name + ending))
    return target


class OneAtATime:
    """Holds a lock in a folder, so that of several programs only one sets a file aside."""

    def __init__(self, folder: Path) -> None:
        """Lock this folder."""
        self._path = folder / LOCK

    def __enter__(self) -> None:
        make_file(self._path)
        self._handle = os.open(self._path, os.O_RDWR)
        lock(self._handle, wait=True)

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)
