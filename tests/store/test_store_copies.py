"""Other diaries beside the diary are noticed whatever they are called, told of once, and never taken for the program's own."""

import shutil
from pathlib import Path

import pytest
from diary_trouble import begun, database

from diary_making import cramp, diary
from uncramp.store.copies import is_ours, other_diaries, strangers
from uncramp.words.diary import copies_words

NAMES = [
    "diary (conflicted copy 2026-11-22).db",
    "diary (Anna's conflicted copy 2026-11-22).db",
    "diary.sync-conflict-20261122-031000-ABCDEFG.db",
    "diary (conflicted copy 2026-11-22 031000).db",
    "diary-LAPTOP.db",
    "diary-LAPTOP-2.db",
    "diary 2.db",
    "diary(1).db",
    "Copy of diary.db",
    "diary - Copy.db",
    "diary.db.bak",
    "diary.db~",
    "diary.old",
    "backup",
    "diary-damaged.db",
    "diary-foreign-2026.db",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_noticed_whatever_it_is_called_told_once_and_stays_when_all_is_erased(
    tmp_path: Path, name: str
) -> None:
    begun(tmp_path, cramp())
    copy = database(tmp_path).with_name(name)
    shutil.copy(database(tmp_path), copy)
    with diary(tmp_path) as store:
        assert store.copies() == [copy]
        store.told_copies([copy])
        assert store.copies() == []
    with diary(tmp_path) as store:
        assert store.copies() == []
        with copy.open("ab") as file:  # it has come anew
            file.write(b"\0")
        assert store.copies() == [copy]
        assert strangers(store.folders) == [copy]
        assert store.erase() == []
    assert [path.name for path in database(tmp_path).parent.iterdir()] == [name]


def test_what_is_the_programs_own_or_no_diary_is_no_copy(tmp_path: Path) -> None:
    begun(tmp_path, cramp())
    folder = database(tmp_path).parent
    for name in ("diary-damaged-2026-11-22-031000.db", "diary-foreign-2026-11-22-031000-2.db"):
        shutil.copy(database(tmp_path), folder / name)
        assert is_ours(name)
    (folder / "diary 3.db").write_bytes(b"")
    (folder / "notes.txt").write_text("SQLite format 3")
    (folder / "photos.db").write_bytes(b"SQLite format 3\0" + bytes(4000))
    (folder / "diary 4.db").mkdir()
    (folder / "diary 5.db").symlink_to("/gone")
    assert other_diaries(folder) == []
    assert other_diaries(tmp_path / "gone") == []


def test_looking_for_copies_makes_no_diary(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        assert store.copies() == []
    assert not (tmp_path / "diary").exists()


def test_what_is_recorded_tells_of_no_copy(tmp_path: Path) -> None:
    """First aid is no time for it."""
    begun(tmp_path, cramp())
    shutil.copy(database(tmp_path), database(tmp_path).with_name("diary 2.db"))
    with diary(tmp_path) as store:
        store.record(cramp())
        assert store.pop_notices() == ()


def test_the_words_name_them_and_how_to_take_one_in() -> None:
    words = copies_words([Path("/x/diary (conflicted copy).db"), *(Path(f"/x/{nth}.db") for nth in range(5))])
    assert "6 other copies" in words
    assert "0.db, 1.db and 3 more" in words
    assert "uncramp diary import" in words
    assert "diary (conflicted copy).db" in words.partition("import")[2]
