"""What the tests of a diary in trouble share."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from diary_making import cramp, diary
from uncramp.domain.diary import Entry
from uncramp.domain.store_problem import StoreProblem
from uncramp.store.diary import DiaryStore


def database(folder: Path) -> Path:
    return folder / "diary" / "diary.db"


def troubles(store: DiaryStore) -> list[StoreProblem]:
    return [notice.problem for notice in store.pop_notices()]


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database as another program has it open: each statement is a change of its own."""
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as db:
        yield db


def asked(path: Path, pragma: str) -> object:
    """What a database says of itself."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"PRAGMA {pragma}").fetchone()[0]


def begun(folder: Path, *entries: Entry) -> None:
    """A diary with something in it, its log folded in."""
    with diary(folder) as store:
        for entry in entries:
            store.record(entry)


def begun_and_damaged(folder: Path) -> int:
    """Make a diary whose pages are damaged but for the first; how many bytes it has."""
    begun(folder, *(cramp(note="n" * 1500) for _ in range(40)))
    data = bytearray(database(folder).read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 512] = b"\xaa" * 512
    database(folder).write_bytes(data)
    return len(data)
