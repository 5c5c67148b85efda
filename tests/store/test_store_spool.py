"""Where the diary can't be written, what happens is kept beside it, and taken in once, when it can."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from diary_trouble import begun, database, opened, troubles

from diary_making import cramp, diary, kept_in
from uncramp.domain.diary import Entry
from uncramp.domain.store_problem import StoreProblem
from uncramp.store.queries import change_record
from uncramp.store.spool import SpoolContent, SpoolFile, read_spool, spool_files


def test_a_locked_diary_disturbs_no_session_and_everything_is_there_afterwards(tmp_path: Path) -> None:
    old, new = cramp(), cramp(relief=None)
    begun(tmp_path, old)
    with opened(tmp_path) as hog, diary(tmp_path) as store:
        hog.execute("BEGIN EXCLUSIVE")
        store.record(new)
        store.record(replace(new, relief=90), before=new)
        assert troubles(store) == [StoreProblem.LOCKED, StoreProblem.SPOOLED]
        (file,) = spool_files([tmp_path / "diary"])
        assert len(file.read_bytes().splitlines()) == 2
        hog.execute("ROLLBACK")
        assert {one.id for one in store.page()} == {old.id, new.id}  # looking takes it in
        assert store.pop_notices() == ()
    assert kept_in(tmp_path) == {old.id: old, new.id: replace(new, relief=90)}
    assert spool_files([tmp_path / "diary"]) == []


def test_what_can_not_be_merged_yet_is_told_and_what_follows_comes_after_it(tmp_path: Path) -> None:
    """Another program that only writes hinders no looking."""
    old, new = cramp(), cramp(relief=None)
    begun(tmp_path, old)
    eased, noted = replace(new, relief=90), replace(new, relief=90, note="left calf")
    with opened(tmp_path) as hog, diary(tmp_path) as store:
        hog.execute("BEGIN IMMEDIATE")
        for told, before in ((new, None), (eased, new)):
            store.record(told, before=before)
            assert store.page() == [old]
            assert sorted(troubles(store)) == [StoreProblem.LOCKED, StoreProblem.SPOOLED]
        assert len(spool_files([tmp_path / "diary"])) == 2
        hog.execute("ROLLBACK")
        store.record(noted, before=eased)
    assert kept_in(tmp_path) == {old.id: old, new.id: noted}
    with diary(tmp_path) as store:
        assert store.versions(new.id) == []


def test_a_file_where_the_folder_should_be_sends_everything_to_the_spare_folder(tmp_path: Path) -> None:
    """As it is where the folder can only be read; this holds for the superuser, too."""
    (tmp_path / "diary").write_text("not a folder")
    entry = cramp()
    with diary(tmp_path) as store:
        store.record(entry)
        told = store.pop_notices()
    assert [notice.problem for notice in told] == [StoreProblem.READ_ONLY, StoreProblem.SPOOLED]
    assert told[1].path.parent == tmp_path / "spare"
    assert (tmp_path / "diary").read_text() == "not a folder"
    (tmp_path / "diary").unlink()
    assert kept_in(tmp_path) == {entry.id: entry}
    assert spool_files([tmp_path / "diary", tmp_path / "spare"]) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser writes everywhere")
def test_a_folder_that_can_only_be_read_sends_everything_to_the_spare_folder(tmp_path: Path) -> None:
    begun(tmp_path, cramp())
    entry = cramp()
    database(tmp_path).chmod(0o400)
    (tmp_path / "diary").chmod(0o500)
    try:
        with diary(tmp_path) as store:
            store.record(entry)
            assert StoreProblem.LOST not in troubles(store)
    finally:
        (tmp_path / "diary").chmod(0o700)
    assert entry.id in kept_in(tmp_path)


def test_where_nothing_can_be_written_the_person_is_told_and_nothing_raised(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("")
    (tmp_path / "spare").write_text("")
    with diary(tmp_path) as store:
        store.record(cramp())
        assert troubles(store) == [StoreProblem.READ_ONLY, StoreProblem.LOST]


FULL = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from diary_making import cramp, diary
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path({folder!r})
entries = [cramp(note="n" * 1500) for _ in range(40)]
with diary(folder) as store:
    store.record(entries[0])
    most = (folder / "diary" / "diary.db-wal").stat().st_size + 20_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    for entry in entries[1:]:
        store.record(entry)
    told = [notice.problem.value for notice in store.pop_notices()]
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(" ".join(told))
print(" ".join(entry.id for entry in entries))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_full_disk_disturbs_no_session_and_what_fits_nowhere_is_told(tmp_path: Path) -> None:
    """Files can't grow past a size: the log is full first, then one spool file after the other takes what it can."""
    code = FULL.format(tests=str(Path(__file__).parent.parent), folder=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told, ids = (line.split() for line in done.stdout.splitlines())
    assert told[0] == StoreProblem.FULL.value
    assert StoreProblem.SPOOLED.value in told
    assert StoreProblem.LOST.value not in told
    assert set(kept_in(tmp_path)) == set(ids)


def spool_line(kept: Entry, line: str = "one", **changes: object) -> str:
    return json.dumps({"line": line, **change_record(kept, None, None, 5), **changes})


def write_spool(folder: Path, text: str) -> Path:
    path = folder / "diary" / "diary-waiting-1-abc.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_spool_file_of_a_process_that_is_gone_is_taken_in_once(tmp_path: Path) -> None:
    entry = cramp()
    path = write_spool(tmp_path, spool_line(entry) + "\n")
    assert kept_in(tmp_path) == {entry.id: entry}
    assert not path.exists()
    with diary(tmp_path) as store:
        store.change(replace(entry, note="corrected"))
    write_spool(tmp_path, spool_line(entry) + "\n")  # the machine lost power just before it was removed
    assert kept_in(tmp_path) == {entry.id: replace(entry, note="corrected")}


def test_a_last_line_that_a_kill_cut_short_is_left_out_and_the_rest_taken_in(tmp_path: Path) -> None:
    first, second = cramp(), cramp()
    write_spool(tmp_path, spool_line(first) + "\n" + spool_line(second, "two")[:-20])
    with diary(tmp_path) as store:
        assert store.page() == [first]
        assert store.pop_notices() == ()


@pytest.mark.parametrize(
    "stray",
    [
        "not JSON",
        "[]",
        "{}",
        '{"line": "x"}',
        spool_line(cramp(), "x", changed="now"),
        spool_line(cramp(), "x", entry=None),
        spool_line(cramp(), "x", entry={"kind": "cramp"}),
        spool_line(cramp(), "x", before=5),
        "[" * 100_000,
    ],
    ids=map(str, range(9)),  # ids of entries are new in each process
)
def test_what_can_not_be_taken_in_is_set_aside_and_told_and_the_rest_taken_in(tmp_path: Path, stray: str) -> None:
    entry = cramp()
    text = f"{stray}\n{spool_line(entry)}\n"
    write_spool(tmp_path, text)
    with diary(tmp_path) as store:
        assert store.page() == [entry]
        (notice,) = store.pop_notices()
    assert notice.problem is StoreProblem.STRAY
    assert notice.path.read_text() == text
    assert notice.path.name == "diary-stray-2026-11-22-031000.jsonl"


def test_a_spool_file_that_comes_late_does_not_undo_a_correction(tmp_path: Path) -> None:
    entry = cramp()
    corrected = replace(entry, note="corrected")
    with diary(tmp_path) as store:
        store.add(entry)
        store.change(corrected)
    write_spool(tmp_path, spool_line(replace(entry, note="late")) + "\n")
    with diary(tmp_path) as store:
        assert store.get(entry.id).entry == corrected
        assert [one.entry for one in store.versions(entry.id)] == [entry, replace(entry, note="late")]


def test_a_spool_file_that_somebody_writes_is_left_to_them(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("")
    entry = cramp()
    with diary(tmp_path) as writer:
        writer.record(entry)
        (tmp_path / "diary").unlink()
        assert kept_in(tmp_path) == {}
        assert len(spool_files([tmp_path / "diary", tmp_path / "spare"])) == 1
    assert kept_in(tmp_path) == {entry.id: entry}


def test_a_spool_file_that_another_machine_has_taken_in_and_removed_loses_nothing(tmp_path: Path) -> None:
    """In a folder that machines share a lock holds on one of them only."""
    (tmp_path / "diary").write_text("")
    first, second = cramp(), cramp()
    with diary(tmp_path) as writer:
        writer.record(first)
        (file,) = spool_files([tmp_path / "diary", tmp_path / "spare"])
        file.unlink()
        writer.record(second)
        (tmp_path / "diary").unlink()
    assert kept_in(tmp_path) == {second.id: second}


@pytest.mark.parametrize("at_once", [True, False], ids=["it is done at once", "it still holds the file"])
def test_a_reader_that_comes_before_a_new_spool_file_is_locked_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    folder, create = tmp_path / "diary", os.open
    folder.mkdir(mode=0o700)
    readers: list[Iterator[SpoolContent]] = []

    def make(path: str, flags: int, mode: int = 0o777) -> int:
        handle = create(path, flags, mode)
        if flags & os.O_EXCL and not readers:
            readers.append(read_spool([folder]))
            next(readers[0]).merged = True
            if at_once:
                assert list(readers[0]) == []
        return handle

    monkeypatch.setattr(os, "open", make)
    path = SpoolFile([folder]).append({"pain": 7}, 0)
    assert list(readers[0]) == []
    assert [json.loads(line)["pain"] for line in path.read_text().splitlines()] == [7]
    assert spool_files([folder]) == [path]
