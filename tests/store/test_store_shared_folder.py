"""In a folder that machines share there is no log, since it would not hold there; and where none can be had, it works too."""

import sqlite3
from pathlib import Path

import pytest
from diary_trouble import asked, begun, database

from diary_making import cramp, diary, kept_in
from uncramp.store import database as database_module
from uncramp.store import shared_folder
from uncramp.store.database import open_database
from uncramp.store.shared_folder import on_network, sync_service

SYNCED = {
    "Dropbox/Apps": "Dropbox",
    "Dropbox (Personal)": "Dropbox",
    "OneDrive": "OneDrive",
    "OneDrive - Contoso Ltd/x": "OneDrive",
    "Library/CloudStorage/OneDrive-Personal": "OneDrive",
    "Nextcloud/health": "Nextcloud",
    "Google Drive/My Drive": "Google Drive",
    "Library/Mobile Documents/com~apple~CloudDocs": "iCloud",
    "iCloudDrive": "iCloud",
    "Library/CloudStorage/Other": "a cloud",
    "Syncthing": "Syncthing",
    "Box Sync": "Box",
}
PLAIN = ["home/me", "boxes", "mega", "documents", "nextcloudy", "my drives"]
MARKS = {".stfolder": "Syncthing", ".dropbox.cache": "Dropbox", ".nextcloudsync.log": "Nextcloud"}


def mode(path: Path) -> object:
    return asked(path, "journal_mode")


@pytest.mark.parametrize(("name", "service"), SYNCED.items(), ids=SYNCED)
def test_a_synced_folder_is_known_by_its_name_and_has_no_log(tmp_path: Path, name: str, service: str) -> None:
    home = tmp_path / name
    entry = cramp()
    with diary(home) as store:
        store.record(entry)
        assert sync_service(store.folder) == service
        assert {path.name for path in store.folder.iterdir()} == {"diary.db"}
        with diary(home) as other:
            assert len(other.page()) == 1
    assert mode(database(home)) == "delete"
    assert kept_in(home) == {entry.id: entry}


@pytest.mark.parametrize("name", PLAIN)
def test_other_folders_have_a_log(tmp_path: Path, name: str) -> None:
    begun(tmp_path / name, cramp())
    assert sync_service(tmp_path / name) == ""
    assert mode(database(tmp_path / name)) == "wal"


@pytest.mark.parametrize(("mark", "service"), MARKS.items(), ids=MARKS)
def test_a_synced_folder_is_known_by_what_its_program_leaves_there(tmp_path: Path, mark: str, service: str) -> None:
    entry = cramp()
    begun(tmp_path, entry)
    assert mode(database(tmp_path)) == "wal"
    (tmp_path / mark).mkdir()
    assert kept_in(tmp_path) == {entry.id: entry}  # one that was moved there
    assert sync_service(tmp_path / "diary") == service
    assert mode(database(tmp_path)) == "delete"


def test_while_another_process_has_the_log_open_it_stays_and_works(tmp_path: Path) -> None:
    first, second = cramp(), cramp()
    with diary(tmp_path) as store:
        store.record(first)
        (tmp_path / ".stfolder").mkdir()
        with diary(tmp_path) as other:
            other.record(second)
            assert other.pop_notices() == ()
    assert kept_in(tmp_path) == {first.id: first, second.id: second}


MOUNTS = """22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:40 / {nas} rw,relatime shared:1 - nfs4 nas:/x rw
31 22 0:41 / {near} rw - fuse.sshfs me@far:/ rw
32 31 0:42 / {disk} rw - ext4 /dev/sdb rw
"""


def test_a_disk_of_the_network_is_known_by_its_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nas, near = tmp_path / "the nas", tmp_path / "near"
    text = MOUNTS.format(nas=str(nas).replace(" ", "\\040"), near=near, disk=near / "disk")
    (tmp_path / "mountinfo").write_text(text)
    monkeypatch.setattr(shared_folder, "_MOUNTS", tmp_path / "mountinfo")
    assert on_network(nas / "diary")
    assert on_network(near / "diary")
    assert not on_network(near / "disk" / "diary")
    assert not on_network(tmp_path / "nearer")
    entry = cramp()
    begun(nas, entry)
    assert mode(database(nas)) == "delete"
    monkeypatch.setattr(shared_folder, "_MOUNTS", tmp_path / "gone")
    assert not on_network(nas / "diary")


@pytest.mark.parametrize("name", ["SQLITE_IOERR_SHMMAP", "SQLITE_IOERR_SHMOPEN", "SQLITE_PROTOCOL"])
@pytest.mark.parametrize("begun_before", [False, True])
def test_where_a_log_can_not_be_had_the_older_journal_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, begun_before: bool
) -> None:
    prepare = database_module._prepare
    entry = cramp()
    if begun_before:
        begun(tmp_path, entry)

    def no_shared_memory(db: sqlite3.Connection, journal: str) -> None:
        if journal == "WAL":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = name
            raise error
        prepare(db, journal)

    monkeypatch.setattr(database_module, "_prepare", no_shared_memory)
    with diary(tmp_path) as store:
        store.record(entry)
        with diary(tmp_path) as other:  # nothing is locked for ever
            other.record(cramp())
        assert store.pop_notices() == ()
    assert mode(database(tmp_path)) == "delete"
    db = open_database(database(tmp_path), 50)
    assert db.execute("SELECT count(*) FROM entries").fetchone() == (2,)
    db.close()
