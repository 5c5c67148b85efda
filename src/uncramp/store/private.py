"""Files and folders for their owner only, whatever the umask is, and the lock of an open file."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_LOCK_OFFSET = 1 << 30
"""Where Windows locks a byte: past everything that is written, so that the lock hinders no reader."""


_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system says where another process has the lock."""


class LockingUnsupportedError(OSError):
    """Files can't be locked in this folder."""


class NotAFileError(OSError):
    """A pipe, a device or a folder stands where an ordinary file belongs."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def make_folder(folder: Path) -> None:
    """Create a folder and its missing parents with mode 0700; those that exist are left as they are.

    Newer Pythons make such a folder its owner's alone on Windows, too; there a person's own places are so anyway.

    Raises:
        OSError: one can't be created.
    """
    for missing in (*reversed(folder.parents), folder):
        if not missing.is_dir():
            with contextlib.suppress(FileExistsError):  # another process may be creating it, too
                missing.mkdir(mode=FOLDER_MODE)
                missing.chmod(FOLDER_MODE)


def make_file(path: Path) -> None:
    """Create an empty file with mode 0600, or restrict the one that exists.

    Raises:
        OSError: it can't be created or restricted.
    """
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    restrict(path, FILE_MODE)


def restrict(path: Path, mode: int) -> None:
    """Set the mode of a file or folder that exists; a pipe or device that a link leads to keeps its own.

    Raises:
        OSError: its mode can't be changed.
    """
    state = path.stat().st_mode
    wanted = stat.S_ISDIR(state) if mode == FOLDER_MODE else stat.S_ISREG(state)
    if os.name == "posix" and wanted and stat.S_IMODE(state) != mode:
        path.chmod(mode)


def open_file(path: Path, flags: int) -> int:
    """Open an ordinary file. Opening a pipe or a device would wait for its other end.

    Raises:
        OSError: it can't be opened.
        NotAFileError: it is no ordinary file.
    """
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotAFileError(path)
    return handle


def removed(path: Path) -> bool:
    """Remove a file; whether that could be done."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def user() -> str:
    """A name for the user, to tell the folders of several apart; Windows has a place for each."""
    return str(os.getuid()) if hasattr(os, "getuid") else "me"


def can_only_be_read(folder: Path) -> bool:
    """Whether the disk of a folder can only be read, as far as the system tells."""
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def trusted(folders: Sequence[Path]) -> list[Path]:
    """The first of the diary's folders, and those spare ones that belong to this user alone.

    Spare folders stand where every user can write: one that another user made, or a link, is never used.
    """
    return [folder for nth, folder in enumerate(folders) if nth == 0 or _owned(folder)]


def lock(handle: int) -> bool:
    """Take the lock of an open file, until it is closed or this process dies; whether it was to be had."""
    try:
        return try_lock(handle)
    except LockingUnsupportedError:
        return False


def try_lock(handle: int) -> bool:
    """Take the lock of an open file as `lock` does; false only where another process has it. It never waits.

    Raises:
        LockingUnsupportedError: files can't be locked there, as on some network folders.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCK_OFFSET, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise LockingUnsupportedError from error
    return True


def _owned(folder: Path) -> bool:
    try:
        state = folder.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or state.st_uid == os.getuid()
    return mine and stat.S_ISDIR(state.st_mode) and (os.name != "posix" or not state.st_mode & 0o077)
