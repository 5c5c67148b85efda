"""Files and folders for their owner only, whatever the umask is."""

import contextlib
import errno
import os
import stat
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700


class NoFileError(OSError):
    """Something else than an ordinary file, such as a pipe or a device."""


def make_folder(folder: Path) -> None:
    """Make a folder for its owner only, or make one that is there so.

    Raises:
        OSError: it can't be had.
    """
    for missing in (*reversed(folder.parents), folder):
        if not missing.is_dir():
            with contextlib.suppress(FileExistsError):  # another program has been faster
                missing.mkdir(mode=FOLDER_MODE)
                _restrict(missing, FOLDER_MODE)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    _restrict(folder, FOLDER_MODE)


def make_file(path: Path) -> None:
    """Make an empty file for its owner only, if there is none; one that is there is made so.

    Raises:
        OSError: it can't be had.
    """
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    _restrict(path, FILE_MODE)


def restrict_file(path: Path) -> None:
    """Make a file for its owner only, if it is there and can be changed."""
    with contextlib.suppress(OSError):
        _restrict(path, FILE_MODE)


def owned(folder: Path) -> bool:
    """Whether a folder in a place that all can write to is the person's own, and nobody else's way in."""
    try:
        state = folder.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or state.st_uid == os.getuid()
    return mine and stat.S_ISDIR(state.st_mode) and (os.name != "posix" or not state.st_mode & 0o077)


def _restrict(path: Path, mode: int) -> None:
    now = path.stat().st_mode
    meant = stat.S_ISDIR(now) if mode == FOLDER_MODE else stat.S_ISREG(now)  # no device that a link leads to
    if os.name == "posix" and meant and stat.S_IMODE(now) != mode:
        path.chmod(mode)


def refuse_no_file(path: Path) -> None:
    """Refuse a pipe, a device or a folder where an ordinary file may be: whoever opens it may wait for ever.

    Raises:
        NoFileError: there is one.
    """
    if path.exists() and not path.is_file():
        raise NoFileError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def open_at_once(path: Path, flags: int) -> int:
    """Open an ordinary file. A pipe or a device in its place would keep its reader waiting for ever.

    Raises:
        OSError: it can't be opened, or is no ordinary file.
    """
    handle = os.open(
        path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    )
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoFileError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return handle
