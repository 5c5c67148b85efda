"""Writing a file whole or not at all: whatever breaks on the way, the former file stays as it was."""

import contextlib
import errno
import os
import shutil
import tempfile
from pathlib import Path

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full for you",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you have no permission to write there",
    errno.EPERM: "you have no permission to write there",
    errno.EISDIR: "there is a folder of that name",
    errno.ENOTDIR: "part of the way to it is not a folder",
    errno.EEXIST: "part of the way to it is not a folder",
}


class NotSavedError(Exception):
    """A file was not written; what was there before is as it was."""

    def __init__(self, path: Path, why: str) -> None:
        """Keep which file, and why in plain words."""
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place at once, for its owner only (0600); the folder is made if need be (0700).

    Where the path is a link, the file that it leads to is written, and the link stays.

    Raises:
        NotSavedError: it can't be written. The former file is as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file() and not target.is_dir():
            raise NotSavedError(path, "this is not a file that can be written")
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(target, data)
    except (OSError, ValueError) as error:
        raise NotSavedError(path, in_words(error)) from error


def keep_copy(path: Path) -> Path:
    """Keep what a file holds under another name beside it, over nothing that is there.

    Raises:
        NotSavedError: no copy can be made.
    """
    number = 1
    while True:
        copy = path.with_name(f"{path.stem}.old{number}{path.suffix}")
        try:
            _copy(path, copy)
        except FileExistsError:
            number += 1
        except (OSError, ValueError) as error:
            raise NotSavedError(path, in_words(error)) from error
        else:
            return copy


def in_words(error: OSError | ValueError) -> str:
    """Why something can't be written, in plain words."""
    if isinstance(error, OSError):
        return _WHY.get(error.errno or 0) or f"it can't be written: {error.strerror or error}"
    return "this can't be the name of a file"


def _copy(path: Path, copy: Path) -> None:
    with path.open("rb") as source:
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                shutil.copyfileobj(source, file)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            copy.unlink(missing_ok=True)
            raise


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # made for the owner only
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can; the file is in place either way."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
