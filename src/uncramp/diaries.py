"""The person's own diary: where it is, and where its side file goes when that can't be written."""

import os
import tempfile
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from uncramp.clocks import local_time
from uncramp.paths import diary_folder
from uncramp.store.diary import DiaryStore
from uncramp.store.recording import PATIENCE_MS


def my_diary(patience_ms: int = PATIENCE_MS, now: Callable[[], datetime] = local_time) -> DiaryStore:
    """The person's diary. Nothing is opened or made by this.

    Args:
        patience_ms: how long to wait for another program that writes, in milliseconds.
        now: the local time, aware.
    """
    folder = diary_folder()
    return DiaryStore(folder, now, spare=(spare_folder(folder),), patience_ms=patience_ms)


def spare_folder(folder: Path) -> Path:
    """A folder for the side file of a diary, in the system's own place for passing things; one for each diary."""
    user = os.getuid() if hasattr(os, "getuid") else "me"
    return Path(tempfile.gettempdir()) / f"uncramp-{user}-{zlib.crc32(os.fsencode(folder)):08x}"
