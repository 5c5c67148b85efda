"""Locks of what is being played, so that no other process takes it for cut off, or goes on with it a second time.

Each entry that is played has a file, locked until it is over. The system lets go of the lock however the process ends;
a file that nobody holds is removed by whoever comes next.
"""

import contextlib
import os
from datetime import timedelta
from pathlib import Path

from uncramp.store.private import FILE_MODE, LockingUnsupportedError, make_folder, open_file, removed, try_lock

_NAME = ".diary-playing-"
_TRIES = 3
"""How often to take a lock: somebody who only looks whether it is held has it for a moment."""

_BEAT = timedelta(seconds=90)
"""Where no file can be locked: what was saved so short a while ago is still played, since it is saved each minute."""


class PlayingLocks:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}

    def take(self, entry_id: str) -> bool:
        """Hold the lock of an entry, or hold it on; whether no other process has it.

        Where no file can be made or locked, nobody knows, and it is had.
        """
        if entry_id in self._held:
            return True
        with contextlib.suppress(OSError, LockingUnsupportedError):
            make_folder(self._folder)
            for _ in range(_TRIES):
                handle = os.open(self._path(entry_id), os.O_CREAT | os.O_RDWR, FILE_MODE)
                if self._locked(handle, self._path(entry_id)):
                    self._held[entry_id] = handle
                    return True
                os.close(handle)
            return False
        return True

    def elsewhere(self, entry_id: str, since_saved: timedelta) -> bool:
        """Whether another process plays it, `since_saved` after it was saved the last time."""
        if entry_id in self._held:
            return False
        try:
            return self._is_held(self._path(entry_id))
        except LockingUnsupportedError:
            return since_saved < _BEAT

    def release(self, entry_id: str) -> None:
        handle = self._held.pop(entry_id, None)
        if handle is not None:
            _remove(self._path(entry_id), handle)

    def release_all(self) -> None:
        for entry_id in [*self._held]:
            self.release(entry_id)

    def all_elsewhere(self) -> list[str]:
        """The entries that other processes play, as far as locks tell. What a killed one has left is removed."""
        with contextlib.suppress(OSError, LockingUnsupportedError):
            ids = {path.name.removeprefix(_NAME): path for path in self._folder.glob(f"{_NAME}*")}
            return [entry_id for entry_id, path in ids.items() if entry_id not in self._held and self._is_held(path)]
        return []

    def _path(self, entry_id: str) -> Path:
        return self._folder / f"{_NAME}{entry_id}"

    def _locked(self, handle: int, path: Path) -> bool:
        try:
            return try_lock(handle) and os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:  # somebody has just removed what nobody held
            return False
        except BaseException:
            os.close(handle)
            raise

    def _is_held(self, path: Path) -> bool:
        """Whether a process holds it; a file that nobody holds is removed."""
        try:
            handle = open_file(path, os.O_RDWR)
        except OSError:
            return False
        if self._locked(handle, path):
            _remove(path, handle)
            return False
        os.close(handle)
        return path.exists()


def _remove(path: Path, handle: int) -> None:
    """Remove a file whose lock is held, and let go of it."""
    gone = removed(path)
    os.close(handle)
    if not gone:  # Windows removes no file that is open
        removed(path)
