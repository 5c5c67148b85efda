"""The person's own diary: where it is, and where its side file goes when that can't be written."""

import os
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from uncramp.clock import local_time
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
    return DiaryStore(folder, now, spare=spare_folders(folder), patience_ms=patience_ms)


def spare_folders(folder: Path) -> tuple[Path, ...]:
    """Folders for the side file of a diary, in the system's own places for passing things; one for each diary.

    Never the folder that somebody happens to be in, which the standard library would take as the last.
    """
    user = os.getuid() if hasattr(os, "getuid") else "me"
    name = f"uncramp-{user}-{zlib.crc32(os.fsencode(folder)):08x}"
    named = (os.environ.get(variable, "") for variable in ("TMPDIR", "TEMP", "TMP"))
    usual = ("/tmp", "/var/tmp") if os.name == "posix" else ()  # noqa: S108 - only a folder of one's own there is used
    places = dict.fromkeys(Path(place) for place in (*named, *usual))
    return tuple(place / name for place in places if place.is_absolute() and os.path.isdir(place))  # noqa: PTH112 - it never raises
