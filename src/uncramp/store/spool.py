"""The spool: files that keep what happens while the database can't take it, one JSON object a line.

Each process writes one file of its own, and holds its lock until it ends, by whatever end. So no process merges a file
that another still writes, and a line is on the disk before its writer goes on. A line holds its own id, and is merged
once.
"""

import contextlib
import json
import os
import uuid
import zlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from uncramp.domain.diary_record import Record
from uncramp.store.private import (
    FILE_MODE,
    LockingUnsupportedError,
    lock,
    make_folder,
    open_file,
    removed,
    restrict,
    trusted,
    try_lock,
    user,
)

_NAME = "diary-waiting"
UNDATED = "diary-undated"
"""The name of files that hold what happened while the computer's clock could not be right. They are never merged."""
_LARGEST = 16 * 1024 * 1024
"""Bytes of a spool file that are read: far more than a year of cramps."""


@dataclass(slots=True)
class SpoolContent:
    path: Path
    lines: tuple[Record, ...]
    strays: int
    """Lines that are no JSON objects. The last one is none if a kill cut it short: it was never shown as kept."""
    merged: bool = False
    """Set by who has merged it, all of it: then the file is emptied and removed.

    Windows removes no file that is open, by its writer or by a virus scanner: there it is tried again when it is closed.
    What stays must at least say nothing any more.
    """


class SpoolFile:
    """This process's own spool file, which is created when there is something to keep."""

    def __init__(self, folders: Sequence[Path], name: str = _NAME) -> None:
        """Write into the first of these folders that takes it, in a file whose name begins so."""
        self._folders, self._name = folders, name
        self._handle: int | None = None
        self._files = 0
        """How many files it has begun: of one second, they are merged in this order."""
        self.path: Path | None = None

    def append(self, record: Record, now: int) -> Path:
        """Keep a record, on the disk when this returns; `now`, in seconds since 1970, is for the file's name.

        Raises:
            OSError: no folder takes it.
        """
        data = json.dumps({"line": str(uuid.uuid4()), **record}, ensure_ascii=False).encode() + b"\n"
        if self._handle is not None and os.fstat(self._handle).st_nlink == 0:
            self.close()  # removed, as by another machine that shares the folder and has merged it
        if self._handle is not None and self.path is not None:
            try:
                return _write(self._handle, self.path, data)
            except OSError:
                self.close()  # this folder takes no more; another may
        failure = OSError("there is nowhere to write")
        for folder in self._folders:
            try:
                if not os.path.lexists(folder):
                    make_folder(folder)
                if folder in trusted(self._folders):
                    return self._begin(folder, data, now)
            except OSError as error:
                failure = error
                self.close()
        raise failure

    def close(self) -> None:
        """Let go of the file, so that it can be merged."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = self.path = None

    def _begin(self, folder: Path, data: bytes, now: int) -> Path:
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
        while True:
            self._files += 1
            path = folder / f"{self._name}-{now}-{self._files:04}-{uuid.uuid4().hex[:8]}.jsonl"
            self._handle, self.path = os.open(path, flags, FILE_MODE), path
            if _is_ours(self._handle):
                break
            self.close()  # a reader came before the lock, found nothing in it, and removes it
        with contextlib.suppress(OSError):
            restrict(path, FILE_MODE)
        return _write(self._handle, path, data)


def spare_folders(folder: Path) -> tuple[Path, ...]:
    """Folders for the spool of a diary in the system's own places for passing things, one for each diary.

    Never the working directory, which the standard library would take as the last.
    """
    name = f"uncramp-{user()}-{zlib.crc32(os.fsencode(folder)):08x}"
    named = (os.environ.get(variable, "") for variable in ("TMPDIR", "TEMP", "TMP"))
    usual = ("/tmp", "/var/tmp") if os.name == "posix" else ()  # noqa: S108 - only a folder of one's own there is used
    places = dict.fromkeys(Path(place) for place in (*named, *usual))
    return tuple(place / name for place in places if place.is_absolute() and os.path.isdir(place))  # noqa: PTH112 - it never raises


def spool_files(folders: Sequence[Path]) -> list[Path]:
    """Every spool file, the oldest first, those that are being written among them."""
    found = (path for folder in trusted(folders) for path in folder.glob(f"{_NAME}-*.jsonl"))
    return sorted(found, key=lambda path: path.name)


def read_spool(folders: Sequence[Path]) -> Generator[SpoolContent]:
    """The spool files that no process writes any more, the oldest first; each is locked until the next is asked for."""
    for path in spool_files(folders):
        try:
            handle = open_file(path, os.O_RDWR)
        except OSError:
            continue
        merged = False
        with os.fdopen(handle, "r+b") as file:
            if lock(handle) and path.exists():
                content = _parse(path, file.read(_LARGEST + 1))
                yield content
                merged = content.merged
                if merged:
                    with contextlib.suppress(OSError):
                        file.truncate(0)
                    merged = not removed(path)  # while it is locked, so that nobody writes into it any more
        if merged:
            removed(path)


def _is_ours(handle: int) -> bool:
    """Whether a file that was just made is locked, and still stands there."""
    try:
        return try_lock(handle) and os.fstat(handle).st_nlink > 0
    except LockingUnsupportedError:  # then nobody takes any such file in
        return True


def _write(handle: int, path: Path, data: bytes) -> Path:
    before = os.fstat(handle).st_size
    try:
        written = os.write(handle, data)
        if written < len(data):
            written += os.write(handle, data[written:])
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, before)
        raise
    return path


def _parse(path: Path, data: bytes) -> SpoolContent:
    whole, _, _cut_short = data.rpartition(b"\n")
    lines: list[Record] = []
    strays = int(len(data) > _LARGEST)
    for line in whole.split(b"\n") if whole else ():
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and isinstance(found.get("line"), str):
            lines.append(found)
        else:
            strays += 1
    return SpoolContent(path, tuple(lines), strays)
