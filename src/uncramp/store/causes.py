"""What is really wrong when the diary can't be used: the name of SQLite's error is where the search begins."""

import contextlib
import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from uncramp.domain.store_problem import DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.faults import error_number
from uncramp.files.disk import why_unwritable
from uncramp.store.private import NotAFileError, can_only_be_read

QUARANTINED: Final = (StoreProblem.DAMAGED, StoreProblem.FOREIGN)
"""Problems for which the file is quarantined, and a new diary begun."""

_KNOWN = {
    "SQLITE_CORRUPT": StoreProblem.DAMAGED,
    "SQLITE_NOTADB": StoreProblem.DAMAGED,
    "SQLITE_BUSY": StoreProblem.LOCKED,
    "SQLITE_LOCKED": StoreProblem.LOCKED,
    "SQLITE_PROTOCOL": StoreProblem.LOCKED,
}
"""What SQLite knows for sure, by the first two words of an error's name."""

_FULL = tuple(getattr(errno, name, errno.ENOSPC) for name in ("ENOSPC", "EDQUOT", "EFBIG"))
_NO_ROOM_BELOW = 64 * 1024
"""Bytes free of a disk that counts as full: what one change to the diary may need."""

_LOCKS = ("LOCK", "UNLOCK", "RDLOCK", "CHECKRESERVEDLOCK", "SHMLOCK")
_LARGEST_LOOKED_THROUGH = 32 * 1024 * 1024
"""Bytes of a diary that is looked through at once: more than 50,000 entries."""


@contextmanager
def sorted_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into a `DiaryUnusableError` with the problem that they mean."""
    try:
        yield
    except sqlite3.Error as error:
        raise DiaryUnusableError(_notice(error, path)) from error
    except NotAFileError as error:
        raise DiaryUnusableError(StoreNotice(StoreProblem.FOREIGN, path)) from error
    except OSError as error:
        number = error_number(error)
        raise DiaryUnusableError(_by_number(number, path, why_unwritable(error))) from error


def broken(path: Path, why: str) -> StoreNotice:
    """That the diary can't be used although nothing hinders that is known."""
    return StoreNotice(StoreProblem.BROKEN, path, why, intact=_is_intact(path))


def _notice(error: sqlite3.Error, path: Path) -> StoreNotice:
    name = getattr(error, "sqlite_errorname", None) or ""
    words = name.split("_")
    known = _KNOWN.get("_".join(words[:2]))
    if known is not None:
        return StoreNotice(known, path, str(error))
    number = _number(words[1:], path)
    return _by_number(number, path, str(error)) if number else broken(path, str(error))


def _number(words: list[str], path: Path) -> int:
    """The `errno` behind an error of SQLite's, which keeps it to itself: found by trying what SQLite tried."""
    if words[:1] == ["FULL"]:
        return errno.ENOSPC
    if "NOMEM" in words:
        return errno.ENOMEM
    if words[:1] not in (["IOERR"], ["CANTOPEN"], ["READONLY"], ["PERM"], ["AUTH"]):
        return 0
    if number := what_hinders(path):
        return number
    if words[0] != "IOERR":
        return errno.EACCES
    return errno.ENOLCK if words[-1] in _LOCKS else errno.EIO


def what_hinders(path: Path) -> int:
    """The `errno` of what keeps a file, or one beside it, from being written; 0 where nothing does.

    The file itself is not opened: closing it again would take away the locks that this process has of it.
    """
    folder = path.parent
    try:
        if path.exists() and not os.access(path, os.W_OK):
            return errno.EROFS if can_only_be_read(folder) else errno.EACCES
        log = path.with_name(path.name + "-wal")
        size = max(one.stat().st_size if one.exists() else 0 for one in (path, log))
        with tempfile.TemporaryFile(dir=folder, buffering=0) as trial:
            trial.write(bytes(_NO_ROOM_BELOW))
            trial.seek(size + _NO_ROOM_BELOW)  # a limit may be on a file's size
            trial.write(b"1")
        return errno.ENOSPC if shutil.disk_usage(folder).free < _NO_ROOM_BELOW else 0
    except OSError as error:
        return error_number(error)


def _by_number(number: int, path: Path, why: str) -> StoreNotice:
    if number == errno.EBUSY:
        return StoreNotice(StoreProblem.LOCKED, path, why, number)
    return StoreNotice(StoreProblem.FULL if number in _FULL else StoreProblem.READ_ONLY, path, why, number)


def _is_intact(path: Path) -> bool:
    """Whether a database is whole; a very large one is not looked through, and counts as one of which it is not known."""
    try:
        if path.stat().st_size > _LARGEST_LOOKED_THROUGH:
            return False
        opened = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.1)
        with contextlib.closing(opened) as db:
            return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except (OSError, ValueError, sqlite3.Error):
        return False
