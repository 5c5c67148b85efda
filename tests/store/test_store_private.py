"""The diary is for its owner only, and erasing it leaves nothing."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from diary_trouble import opened

from diary_making import Clock, cramp, diary
from uncramp.store.spool import spare_folders

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no such rights")


@pytest.fixture(params=[0o000, 0o022, 0o277], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.lstat().st_mode) for path in folder.iterdir()}


@pytest.mark.usefixtures("umask")
def test_the_files_are_0600_and_the_folders_0700_whatever_the_umask(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    with diary(home) as store:
        store.record(cramp())
        found = modes(home / "diary")
    assert found == {"diary.db": 0o600, "diary.db-wal": 0o600, "diary.db-shm": 0o600}
    for folder in (home / "diary", home, home.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.usefixtures("umask")
def test_spool_files_and_what_is_quarantined_are_0600_too(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        store.record(cramp())
    with opened(tmp_path) as hog, diary(tmp_path) as store:
        hog.execute("BEGIN EXCLUSIVE")
        store.record(cramp())
        assert all(mode == 0o600 for mode in modes(tmp_path / "diary").values())
        assert any(name.startswith("diary-waiting-") for name in modes(tmp_path / "diary"))
    for path in (tmp_path / "diary").glob("diary.db*"):
        path.unlink()
    (tmp_path / "diary" / "diary.db").write_bytes(b"garbage" * 1000)
    with diary(tmp_path) as store:
        assert len(store.page()) == 1  # from the spool file
    assert all(mode == 0o600 for mode in modes(tmp_path / "diary").values())


def test_rights_that_were_too_wide_are_narrowed(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        store.record(cramp())
        (tmp_path / "diary").chmod(0o755)
        for path in (tmp_path / "diary").iterdir():
            path.chmod(0o644)
        with diary(tmp_path) as other:
            assert len(other.page()) == 1
            assert set(modes(tmp_path / "diary").values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "diary").stat().st_mode) == 0o700


def test_a_spare_folder_that_others_can_write_to_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("not a folder")
    (tmp_path / "theirs").mkdir(mode=0o755)
    (tmp_path / "spare").symlink_to(tmp_path / "theirs")
    with diary(tmp_path) as store:
        store.record(cramp())
        assert [notice.problem.value for notice in store.pop_notices()] == ["read-only", "lost"]
    assert list((tmp_path / "theirs").iterdir()) == []
    assert stat.S_IMODE((tmp_path / "theirs").stat().st_mode) == 0o755


def test_a_pipe_in_the_place_of_a_file_holds_nobody_up_and_keeps_its_rights(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    folder.mkdir(mode=0o700)
    os.mkfifo(tmp_path / "pipe", 0o622)
    (tmp_path / "pipe").chmod(0o622)
    (folder / "diary.db").symlink_to(tmp_path / "pipe")
    os.mkfifo(folder / "diary-waiting-1-x.jsonl", 0o600)
    entry = cramp()
    with diary(tmp_path) as store:
        store.record(entry)
        assert [notice.problem.value for notice in store.pop_notices()] == ["foreign"]
        assert len(store.page()) == 1
    assert stat.S_IMODE((tmp_path / "pipe").stat().st_mode) == 0o622


def test_what_waits_is_never_put_into_the_folder_that_somebody_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "passing").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    for name, value in {
        "TMPDIR": "here",
        "TEMP": f"{tmp_path}/passing/",
        "TMP": str(tmp_path / "passing"),
    }.items():
        monkeypatch.setenv(name, value)
    first, *others = spare_folders(tmp_path / "diary")
    assert first.parent == tmp_path / "passing"
    assert all(folder.parent in (Path("/tmp"), Path("/var/tmp")) for folder in others)  # noqa: S108


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_erasing_removes_every_file_and_leaves_what_is_not_the_diarys(tmp_path: Path) -> None:
    clock = Clock()
    folder = tmp_path / "diary"
    with diary(tmp_path, clock) as store:
        store.record(cramp(note="a secret"))
    folder.joinpath("diary.db").write_bytes(b"a secret, damaged" * 300)
    folder.joinpath("diary.db-journal").write_bytes(b"a secret")
    folder.joinpath("diary-waiting-1-x.jsonl").write_text("a secret, stray\n")
    with diary(tmp_path, clock) as store:
        store.record(cramp(note="a secret"))
    folder.joinpath("diary-waiting-2-x.jsonl").write_text("a secret, waiting\n")
    (tmp_path / "spare").mkdir(mode=0o700)
    (tmp_path / "spare" / "diary-waiting-3-x.jsonl").write_text("a secret\n")
    folder.joinpath("export.jsonl").write_text("my own")
    assert len(list(folder.iterdir())) >= 5
    with diary(tmp_path, clock) as store:
        assert store.erase() == []
        assert [path.name for path in folder.iterdir()] == ["export.jsonl"]
    assert not (tmp_path / "spare").exists()
    assert everything_in(tmp_path) == b"my own"


def test_erasing_an_empty_folder_or_none_is_no_error(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        assert store.erase() == []
        store.record(cramp())
        assert store.erase() == []
    assert not (tmp_path / "diary").exists()


def test_deleting_a_word_leaves_no_copy_of_it_but_in_the_versions(tmp_path: Path) -> None:
    """What is deleted can be restored: that is the promise. Erasing is what removes."""
    entry = cramp(note="quite a secret")
    with diary(tmp_path) as store:
        store.add(entry)
        store.delete(entry.id)
    assert b"quite a secret" in everything_in(tmp_path)
