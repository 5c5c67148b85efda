"""A lock that the system takes away when the program that holds it dies."""

import os
import sys

_FAR = 1 << 30
"""Where Windows locks a byte: past everything that is written, so that nobody's reading is in the way."""


def lock(handle: int, *, wait: bool = False) -> bool:
    """Take the lock of an open file for this process; whether it was to be had."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
