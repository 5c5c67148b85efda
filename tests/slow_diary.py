"""A diary whose disk keeps everybody waiting, for tests."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from diary_making import Clock
from uncramp.guidance.diary_thread import LiveWriter
from uncramp.store.diary import DiaryStore

IMPATIENT = partial(LiveWriter, database_ms=20, spool_ms=30_000, close_ms=30_000)
"""Waits for the database for a moment, and for the spool as long as it takes."""

_LONG_S = 60.0
"""Seconds after which a thread ends that its test has left behind: it would hold on to what the next one works with."""


class SlowStore(DiaryStore):
    """Writes and reads nothing until it is let go."""

    def __init__(self, folder: Path, let_go: threading.Event) -> None:
        super().__init__(folder / "diary", Clock(), spare=(folder / "spare",), patience_ms=50)
        use = self._connection.use

        def use_later(work: Any) -> Any:
            assert let_go.wait(_LONG_S), "it was never let go"
            return use(work)

        self._connection.use = use_later  # type: ignore[method-assign]


@contextmanager
def locked_by_another(folder: Path) -> Iterator[None]:
    """The database as another program holds it."""
    with closing(DiaryStore(folder / "diary", Clock())) as store:
        store.page()
    with closing(sqlite3.connect(folder / "diary" / "diary.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def spooled(folder: Path) -> list[dict[str, Any]]:
    """The entries in the spool, as it grows."""
    (file,) = (folder / "diary").glob("diary-waiting-*.jsonl")
    return [json.loads(line)["entry"] for line in file.read_text().splitlines()]
