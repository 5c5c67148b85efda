"""Side files: where what happens is kept while the database can't take it, one JSON object a line.

Each process writes one of its own, and holds its lock until it ends, by whatever end. So nobody takes in a file that
somebody still writes, and a line is on the disk before its writer goes on. A line holds its own id, and is taken in
once.
"""

import json
import os
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from uncramp.domain.diary import Record
from uncramp.store.lock import lock
from uncramp.store.private import FILE_MODE, make_folder, open_at_once, owned, restrict_file

NAME = "diary-waiting"
_PATTERN = f"{NAME}-*.jsonl"
LARGEST = 16 * 1024 * 1024
"""Bytes of a side file that are read: far more than a year of cramps."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a side file holds."""

    path: Path
    lines: tuple[Record, ...]
    strays: int
    """Lines that are no JSON objects. The last one is none if a kill cut it short: it was never shown as kept."""


class SideFile:
    """This process's own side file, which is made when there is something to keep."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Write into the first of these folders that takes it."""
        self._folders = folders
        self._handle: int | None = None
        self.path: Path | None = None

    def append(self, record: Record, now: int) -> Path:
        """Keep a record, on the disk when this returns.

        Args:
            record: what to keep.
            now: seconds since 1970, for the file's name.

        Raises:
            OSError: no folder takes it.
        """
        data = json.dumps({"line": str(uuid.uuid4()), **record}, ensure_ascii=False).encode() + b"\n"
        if self._handle is not None and self.path is not None:
            try:
                return self._write(self._handle, self.path, data)
            except OSError:
                self.close()  # this folder takes no more; another may
        return self._begin(data, now)

    def close(self) -> None:
        """Let go of the file, so that it can be taken in."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = self.path = None

    def _begin(self, data: bytes, now: int) -> Path:
        failure = OSError("there is nowhere to write")
        for nth, folder in enumerate(self._folders):
            path = folder / f"{NAME}-{now}-{uuid.uuid4().hex[:8]}.jsonl"
            try:
                make_folder(folder)
                if nth and not owned(folder):
                    continue
                handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, FILE_MODE)
            except OSError as error:
                failure = error
                continue
            lock(handle)
            restrict_file(path)
            self._handle, self.path = handle, path
            try:
                return self._write(handle, path, data)
            except OSError as error:
                failure = error
                self.close()
        raise failure

    def _write(self, handle: int, path: Path, data: bytes) -> Path:
        """Write a line whole, or leave the file as it was."""
        before = os.fstat(handle).st_size
        try:
            written = os.write(handle, data)
            if written < len(data):
                written += os.write(handle, data[written:])
            os.fsync(handle)
        except OSError:
            os.truncate(path, before)
            raise
        return path


def waiting(folders: Sequence[Path]) -> Iterator[Waiting]:
    """The side files that nobody writes any more, the oldest first; each stays locked while it is looked at."""
    for path in sorted(_all(folders), key=lambda one: one.name):
        try:
            handle = open_at_once(path, os.O_RDWR)
        except OSError:
            continue
        try:
            if lock(handle) and path.exists():
                yield _read(path, handle)
        finally:
            os.close(handle)


def side_files(folders: Sequence[Path]) -> list[Path]:
    """Every side file, whoever writes it."""
    return sorted(_all(folders))


def _all(folders: Sequence[Path]) -> Iterator[Path]:
    for nth, folder in enumerate(folders):
        if nth == 0 or owned(folder):
            yield from folder.glob(_PATTERN)


def _read(path: Path, handle: int) -> Waiting:
    with os.fdopen(os.dup(handle), "rb") as file:
        data = file.read(LARGEST + 1)
    whole, _, _cut_short = data.rpartition(b"\n")
    lines: list[Record] = []
    strays = int(len(data) > LARGEST)
    for line in whole.split(b"\n") if whole else ():
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and isinstance(found.get("line"), str):
            lines.append(found)
        else:
            strays += 1
    return Waiting(path, tuple(lines), strays)
