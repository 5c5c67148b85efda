"""What the tests of a diary in trouble share."""

from pathlib import Path

from diary_making import diary
from uncramp.domain.diary import Entry
from uncramp.domain.store_problem import StoreProblem
from uncramp.store.diary import DiaryStore


def database(folder: Path) -> Path:
    return folder / "diary" / "diary.db"


def troubles(store: DiaryStore) -> list[StoreProblem]:
    return [notice.problem for notice in store.pop_notices()]


def begun(folder: Path, *entries: Entry) -> None:
    """A diary with something in it, its log folded in."""
    with diary(folder) as store:
        for entry in entries:
            store.record(entry)
