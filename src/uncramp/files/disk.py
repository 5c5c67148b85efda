"""The bytes of a file, and the files of a folder, whatever stands in the way of them."""

import os
import stat
from pathlib import Path

from uncramp.files.problems import Problem

LARGEST = 256 * 1024
"""The most bytes that a file may have."""

_KINDS = (
    (stat.S_ISDIR, "this is a folder, not a file"),
    (stat.S_ISFIFO, "this is a pipe, not a file"),
    (stat.S_ISSOCK, "this is a socket, not a file"),
    (stat.S_ISCHR, "this is a device, not a file"),
    (stat.S_ISBLK, "this is a device, not a file"),
)


class UnreadableError(Exception):
    """A file or folder can't be read; nothing is known of what is in it."""

    def __init__(self, path: Path, message: str) -> None:
        self.problem = Problem(str(path), 1, 1, "", message)
        super().__init__(str(self.problem))


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Read a file of up to `largest` bytes; of a larger one a byte more than that, which readers refuse.

    Never waits: a pipe or a device is refused before it is opened, and again after.

    Raises:
        UnreadableError: there is no such file, or no reading it.
    """
    try:
        _refuse_unlike_files(path, path.stat())
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            _refuse_unlike_files(path, os.fstat(file.fileno()))
            return file.read(largest + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(path, in_words(path, error)) from error


def yaml_files(folder: Path) -> dict[str, Path]:
    """The `*.yaml` in a folder by their names without the ending, in order; those that begin with a dot don't count.

    Raises:
        UnreadableError: there is no such folder, or no reading it.
    """
    try:
        paths = sorted(folder.iterdir())
    except (OSError, ValueError) as error:
        raise UnreadableError(folder, in_words(folder, error)) from error
    return {
        path.stem: path for path in paths if path.name.endswith(".yaml") and not path.name.startswith(".")
    }


def absent(path: Path, error: UnreadableError) -> bool:
    """Whether it can't be read because there is nothing there at all, not even a link that leads nowhere."""
    return isinstance(error.__cause__, FileNotFoundError) and not _leads_nowhere(path)


def _leads_nowhere(path: Path) -> bool:
    """Whether this, or a folder on the way to it, is a link to what is not there: a disk that is not mounted, say."""
    return any(part.is_symlink() and not part.exists() for part in (path, *path.parents))


def in_words(path: Path, error: OSError | ValueError) -> str:
    """Why something can't be read, in plain words."""
    match error:
        case FileNotFoundError():
            if path.is_symlink():
                return "this link leads nowhere"
            nowhere = "part of the way to it is a link that leads nowhere"
            return nowhere if _leads_nowhere(path) else "there is nothing of this name"
        case PermissionError():
            return "you have no permission to read this"
        case NotADirectoryError():
            return "this is not a folder, or part of the way to it is not"
        case OSError():
            return f"it can't be read: {error.strerror or error}"
        case _:
            return "this can't be the name of a file"


def _refuse_unlike_files(path: Path, found: os.stat_result) -> None:
    for is_kind, message in _KINDS:
        if is_kind(found.st_mode):
            raise UnreadableError(path, message)
