"""Reading, listing and writing files, with an error in plain words for whatever goes wrong."""

import contextlib
import errno
import io
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import BinaryIO

from uncramp.faults import error_number, system_words
from uncramp.files.problems import Problem

LARGEST = 256 * 1024
"""The most bytes that a file may have."""

_NO_FILES = {
    stat.S_IFDIR: "this is a folder, not a file",
    stat.S_IFIFO: "this is a pipe, not a file",
    stat.S_IFSOCK: "this is a socket, not a file",
    stat.S_IFCHR: "this is a device, not a file",
    stat.S_IFBLK: "this is a device, not a file",
}

_ERRORS = {
    errno.EACCES: "you have no permission to write there",
    errno.EPERM: "you have no permission to write there",
    errno.EISDIR: "there is a folder of that name",
    errno.ENOTDIR: "part of the way to it is not a folder",
    errno.EEXIST: "part of the way to it is not a folder",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its links lead in a circle",
}


class UnreadableError(Exception):
    """A file or folder can't be read; nothing is known of what is in it."""

    def __init__(self, path: Path, message: str) -> None:
        self.problem = Problem(str(path), 1, 1, "", message)
        super().__init__(str(self.problem))


class NotSavedError(Exception):
    """A file was not written; what was there before is as it was."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


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
        raise UnreadableError(path, why_unreadable(path, error)) from error


Stamp = tuple[int, int, int] | None
"""What changes with a file: its time in nanoseconds, its size, its number on the disk; `None` where it is not there."""


def stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


_ENDINGS = (".yaml", ".yml")


def is_yaml(name: str) -> bool:
    """Whether a file is one of YAML, by its ending in either length and any case."""
    return name.lower().endswith(_ENDINGS) and not name.startswith(".")


def yaml_name(path: Path) -> str:
    """What a YAML file is called: its name in small letters, without the ending."""
    return path.stem.lower()


def yaml_files(folder: Path) -> tuple[dict[str, Path], tuple[Problem, ...]]:
    """The YAML files in a folder by their names, in order, and those that can't be used since another has their name.

    Raises:
        UnreadableError: there is no such folder, or no reading it.
    """
    try:
        paths = sorted((path for path in folder.iterdir() if is_yaml(path.name)), key=_preferred)
    except (OSError, ValueError) as error:
        raise UnreadableError(folder, why_unreadable(folder, error)) from error
    files: dict[str, Path] = {}
    doubles = []
    for path in paths:
        used = files.setdefault(yaml_name(path), path)
        if used != path:
            message = f"this has the same name as '{used.name}', which is used: rename one, or delete it"
            doubles.append(Problem(str(path), 1, 1, "", message))
    return files, tuple(doubles)


def _preferred(path: Path) -> tuple[str, bool, str]:
    """In order of name; of two of one name, first the one that has it in small letters and ends in `.yaml`."""
    return yaml_name(path), path.name != f"{yaml_name(path)}.yaml", path.name


def absent(path: Path, error: UnreadableError) -> bool:
    """Whether it can't be read because nothing is there, not even a broken link."""
    return isinstance(error.__cause__, FileNotFoundError) and not _has_broken_link(path)


def _has_broken_link(path: Path) -> bool:
    """Whether this, or a folder on the way to it, is a broken link: to a disk that is not mounted, say."""
    return any(part.is_symlink() and not part.exists() for part in (path, *path.parents))


def why_unreadable(path: Path, error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            if path.is_symlink():
                return "this link leads nowhere"
            nowhere = "part of the way to it is a link that leads nowhere"
            return nowhere if _has_broken_link(path) else "there is nothing of this name"
        case PermissionError():
            return "you have no permission to read this"
        case NotADirectoryError():
            return "this is not a folder, or part of the way to it is not"
        case OSError():
            known = system_words(number := error_number(error))
            return known[0] if known else _ERRORS.get(number) or f"it can't be read: {error.strerror or error}"
        case _:
            return "this can't be the name of a file"


def _refuse_unlike_files(path: Path, status: os.stat_result) -> None:
    if message := _NO_FILES.get(stat.S_IFMT(status.st_mode)):
        raise UnreadableError(path, message)


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
        raise NotSavedError(path, why_unwritable(error)) from error


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
            raise NotSavedError(path, why_unwritable(error)) from error
        else:
            return copy


def why_unwritable(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        known = system_words(number := error_number(error))
        return known[0] if known else _ERRORS.get(number) or f"it can't be written: {error.strerror or error}"
    return "this can't be the name of a file"


def _copy(path: Path, copy: Path) -> None:
    with path.open("rb") as source:
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _write_through(handle, source)
        except BaseException:
            copy.unlink(missing_ok=True)
            raise


def _replace(target: Path, data: bytes) -> None:
    # Made for the owner only.
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        _write_through(handle, io.BytesIO(data))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def _write_through(handle: int, source: BinaryIO) -> None:
    with os.fdopen(handle, "wb") as file:
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can; the file is in place either way."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
