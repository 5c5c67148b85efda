"""The store where Windows' rules hold, simulated: a file that is open can be neither removed nor renamed."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from diary_trouble import begun, begun_and_damaged, database, opened, troubles

from diary_making import cramp, diary, kept_in
from uncramp.domain.store_problem import StoreProblem
from uncramp.faults import how_to_mend
from uncramp.store.spool import read_spool, spool_files

OPEN = Path("/proc/self/fd")

pytestmark = pytest.mark.skipif(not OPEN.exists(), reason="nothing says which files are open")


def is_open(path: object) -> bool:
    wanted = os.path.realpath(os.fspath(path))  # type: ignore[call-overload]
    found = []
    for handle in OPEN.iterdir():
        try:
            found.append(str(handle.readlink()))
        except OSError:
            continue
    return wanted in found


@pytest.fixture(autouse=True)
def _windows(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(work: Callable[..., object]) -> Callable[..., object]:
        def refuse(*paths: object, **more: object) -> object:
            if any(is_open(path) for path in paths):
                error = PermissionError(errno.EACCES, "The process cannot access the file")
                error.winerror = 32  # type: ignore[attr-defined]
                raise error
            return work(*paths, **more)

        return refuse

    for name in ("unlink", "remove", "rename", "replace"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))
    for name in ("getuid", "geteuid", "statvfs", "fchmod", "chown"):
        monkeypatch.delattr(os, name, raising=False)


def test_the_rule_holds_in_this_test(tmp_path: Path) -> None:
    path = tmp_path / "open"
    with path.open("w"), pytest.raises(PermissionError) as refused:
        path.unlink()
    assert "Another program uses it." in how_to_mend(refused.value)
    path.unlink()


def test_a_spool_file_is_merged_and_gone_and_read_once(tmp_path: Path) -> None:
    old, new = cramp(), cramp(note="a secret")
    begun(tmp_path, old)
    with opened(tmp_path) as hog, diary(tmp_path) as store:
        hog.execute("BEGIN EXCLUSIVE")
        store.record(new)
        assert troubles(store) == [StoreProblem.LOCKED, StoreProblem.SPOOLED]
        hog.close()
        assert {one.id for one in store.page()} == {old.id, new.id}
        assert spool_files(store.folders) == []
        assert store.pop_notices() == ()
    assert kept_in(tmp_path) == {old.id: old, new.id: new}


def test_a_spool_file_that_a_scanner_holds_says_nothing_any_more_and_goes_later(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("")
    entry = cramp(note="a secret")
    with diary(tmp_path) as store:
        store.record(entry)
    (path,) = spool_files([tmp_path / "diary", tmp_path / "spare"])
    (tmp_path / "diary").unlink()
    with path.open("rb"):
        assert kept_in(tmp_path) == {entry.id: entry}
        assert path.read_bytes() == b""
    assert kept_in(tmp_path) == {entry.id: entry}
    assert not path.exists()


def test_what_can_not_be_merged_is_set_aside_all_the_same(tmp_path: Path) -> None:
    begun(tmp_path, cramp())
    path = tmp_path / "diary" / "diary-waiting-1-abc.jsonl"
    path.write_text("no line\n")
    with diary(tmp_path) as store:
        store.page()
        assert troubles(store) == [StoreProblem.STRAY]
    assert not path.exists()
    assert list(read_spool([tmp_path / "diary"])) == []


def test_a_damaged_diary_is_set_aside_although_this_process_has_it_open(tmp_path: Path) -> None:
    begun_and_damaged(tmp_path)
    second = cramp()
    with diary(tmp_path) as store:
        store.record(second)
        assert troubles(store) == [StoreProblem.DAMAGED]
    assert list(kept_in(tmp_path)) == [second.id]


def test_all_is_erased_and_what_another_program_holds_is_named(tmp_path: Path) -> None:
    begun(tmp_path, cramp())
    with diary(tmp_path) as store, database(tmp_path).open("rb"):
        assert store.erase() == [str(database(tmp_path))]
    assert b"SQLite" not in database(tmp_path).read_bytes()
    with diary(tmp_path) as store:
        assert store.erase() == []
    assert not database(tmp_path).exists()


def test_folders_are_asked_for_as_their_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the mode that Python passes on to Windows, which knows no rights to be taken away later."""
    modes: dict[str, int] = {}
    make = os.mkdir

    def noting(path: object, mode: int = 0o777, **more: object) -> None:
        modes[os.fspath(path)] = mode  # type: ignore[call-overload]
        make(path, mode, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "mkdir", noting)
    begun(tmp_path / "new", cramp())
    assert modes[str(tmp_path / "new" / "diary")] == 0o700
    assert modes[str(tmp_path / "new")] == 0o700
