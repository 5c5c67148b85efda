"""The library finds the shipped and the own routines; nothing that is broken stops the rest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from routine_samples import SMALL, shelf, step

from uncramp.cli.check import check_paths
from uncramp.files.disk import UnreadableError
from uncramp.files.library import Library, RoutineBrokenError, RoutineNotFoundError

OPEN = step("moves: [a 1s]", "until: relief", "at_most: 3", "otherwise: %s")


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return shelf(tmp_path / "shipped", cramp_calf=SMALL, daily=step("moves: [a 1s]", "sources: [aaos-hold]"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def test_a_routine_is_found_by_its_name(shipped: Path) -> None:
    library = Library(shipped)
    assert library.names() == ("cramp-calf", "daily")
    assert library.get("daily").origin == "built-in"
    assert library.get("daily") is library.get("daily")
    assert library.problems() == ()
    assert set(library.sources) == {"aaos-hold", "our-choice"}


def test_a_name_that_no_routine_has_is_said(shipped: Path) -> None:
    with pytest.raises(RoutineNotFoundError, match="there is no routine 'cramp-claf'"):
        Library(shipped).get("cramp-claf")


def test_an_own_routine_wins_over_a_shipped_one_which_can_still_be_had(shipped: Path, own: Path) -> None:
    (own / "daily.yaml").write_text(SMALL.replace("Small", "Mine"))
    (own / "extra.yaml").write_text(SMALL)
    library = Library(shipped, own)
    assert library.get("daily").title == "Mine"
    assert library.get("daily").origin == str(own / "daily.yaml")
    assert library.shipped_copy("daily").origin == "built-in"
    told = [(entry.name, entry.origin == "built-in", entry.shadows) for entry in library.entries()]
    assert told == [("cramp-calf", True, False), ("daily", False, True), ("extra", False, False)]


def test_a_shipped_copy_is_only_what_was_shipped(shipped: Path, own: Path) -> None:
    (own / "extra.yaml").write_text(SMALL)
    with pytest.raises(RoutineNotFoundError):
        Library(shipped, own).shipped_copy("extra")


def test_a_broken_own_routine_is_told_and_the_shipped_one_is_whole(shipped: Path, own: Path) -> None:
    (own / "daily.yaml").write_text("title: [a\n")
    library = Library(shipped, own)
    with pytest.raises(RoutineBrokenError) as caught:
        library.get("daily")
    assert [str(problem) for problem in caught.value.problems] == [
        f"{own / 'daily.yaml'}:1:8: this list needs ',' between its items and ']' at its end"
    ]
    assert library.shipped_copy("daily").name == "daily"
    assert library.get("cramp-calf").name == "cramp-calf"


def test_own_figures_and_sources_are_known_besides_the_shipped(shipped: Path, own: Path) -> None:
    (own / "figures").mkdir()
    (own / "figures" / "mine.yaml").write_text("")
    (own / "sources.yaml").write_text("my-physio: {name: P, says: Do it., status: V}\n")
    lines = ("moves: [a 1s]", "figure: mine", "sources: [my-physio, aaos-hold]")
    (own / "extra.yaml").write_text(step(*lines))
    assert Library(shipped, own).get("extra").steps[0].figure == "mine"


def test_an_own_folder_that_is_not_there_is_no_problem(shipped: Path, tmp_path: Path) -> None:
    library = Library(shipped, tmp_path / "none")
    assert library.problems() == ()
    assert library.get("daily")


def test_an_own_folder_that_is_a_file_is_noted_and_stops_nothing(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    library = Library(shipped, tmp_path / "file")
    assert library.get("daily")
    assert any("this is not a folder" in problem.message for problem in library.problems())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_own_folder_without_permission_is_noted_and_stops_nothing(shipped: Path, own: Path) -> None:
    own.chmod(0)
    try:
        library = Library(shipped, own)
        assert library.get("daily")
        assert any("permission" in problem.message for problem in library.problems())
    finally:
        own.chmod(0o700)


@pytest.mark.parametrize("damage", ["aaos-hold: {name: [\n", "aaos-hold: {}\n", None])
def test_damaged_sources_are_noted_and_routines_still_load(shipped: Path, damage: str | None) -> None:
    if damage is None:
        (shipped / "sources.yaml").unlink()
    else:
        (shipped / "sources.yaml").write_text(damage)
    library = Library(shipped)
    assert library.get("daily").steps[0].sources == ("aaos-hold",)
    assert library.problems()


def test_figures_that_are_not_there_are_noted_and_routines_still_load(tmp_path: Path) -> None:
    shipped = shelf(tmp_path / "s", daily=step("moves: [a 1s]", "figure: wall-lean"))
    for path in (shipped / "figures").iterdir():
        path.unlink()
    (shipped / "figures").rmdir()
    library = Library(shipped)
    assert library.get("daily").steps[0].figure == "wall-lean"
    assert library.problems()


def test_links_to_files_are_followed_and_a_link_to_nowhere_is_a_problem(shipped: Path, own: Path) -> None:
    (own / "linked.yaml").symlink_to(shipped / "daily.yaml")
    (own / "lost.yaml").symlink_to(own / "nothing")
    (own / "loop.yaml").symlink_to(own / "loop.yaml")
    library = Library(shipped, own)
    assert library.get("linked").name == "linked"
    for name in ("lost", "loop"):
        with pytest.raises(RoutineBrokenError):
            library.get(name)
    assert "this link leads nowhere" in str(library.entry(own / "lost.yaml").problems[0])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of this kind here")
def test_a_pipe_and_a_folder_by_a_routines_name_are_problems_and_never_wait(shipped: Path, own: Path) -> None:
    os.mkfifo(own / "pipe.yaml")
    os.mkfifo(own / "sources.yaml")
    (own / "folder.yaml").mkdir()
    library = Library(shipped, own)
    entries = {entry.name: entry for entry in library.entries()}
    assert entries["pipe"].unreadable
    assert entries["folder"].unreadable
    assert entries["daily"].routine is not None
    assert "this is a pipe, not a file" in entries["pipe"].problems[0].message


def test_hidden_files_and_other_endings_are_no_routines(shipped: Path, own: Path) -> None:
    for name in (".draft.yaml", "notes.txt", "daily.yaml~", "old.yaml.bak"):
        (own / name).write_text("x")
    assert Library(shipped, own).names() == ("cramp-calf", "daily")


def test_any_file_can_be_read_by_its_path(shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / "from-my-physio.yaml"
    path.write_text(OPEN % "daily")
    routine = Library(shipped).read_path(path)
    assert (routine.name, routine.origin) == ("from-my-physio", str(path))


@pytest.mark.parametrize("name", ["none.yaml", "\0.yaml", "a" * 300 + ".yaml", "\udcff.yaml"])
def test_a_path_that_leads_nowhere_is_unreadable_and_printable(shipped: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        Library(shipped).read_path(tmp_path / name)
    assert str(caught.value).isprintable()


def test_a_device_is_refused(shipped: Path) -> None:
    with pytest.raises(UnreadableError, match=r"device|nothing of this name"):
        Library(shipped).read_path(Path("/dev/zero"))


def test_a_file_that_is_too_large_is_refused_without_reading_it_all(shipped: Path, own: Path) -> None:
    with (own / "big.yaml").open("wb") as file:
        file.truncate(10 * 1024**3)
    with pytest.raises(RoutineBrokenError, match="over 256 KB"):
        Library(shipped, own).get("big")


def test_all_files_of_folders_are_checked(shipped: Path, own: Path) -> None:
    (own / "one.yaml").write_text(SMALL.replace("daily", "dayly"))
    (own / "two.yaml").symlink_to(own / "nothing")
    checked = check_paths(Library(shipped, own), [shipped, own])
    assert checked.files == 6  # daily, cramp-calf, the sources, two figures, one
    assert [str(problem) for problem in checked.problems] == [
        f"{own / 'one.yaml'}:2:10: purpose: 'dayly' is not known here: did you mean 'daily'?"
    ]
    assert [problem.message for problem in checked.unreadable] == ["this link leads nowhere"]
    assert not checked.clean
    assert check_paths(Library(shipped), [shipped]).clean


def test_in_a_folder_that_is_checked_its_routines_may_name_each_other(shipped: Path, tmp_path: Path) -> None:
    folder = shelf(tmp_path / "new", one=OPEN % "two", two=OPEN % "daily")
    library = Library(shipped)
    assert check_paths(library, [folder]).clean
    alone = check_paths(library, [folder / "one.yaml"])
    assert [problem.message for problem in alone.problems] == ["there is no routine 'two': 'uncramp list' names them"]


def test_checking_a_file_of_sources_checks_it_as_one(shipped: Path) -> None:
    (shipped / "sources.yaml").write_text("a: {name: A, says: B, status: X}\n")
    checked = check_paths(Library(shipped), [shipped / "sources.yaml"])
    assert [problem.key for problem in checked.problems] == ["a, status"]


def test_what_is_not_there_or_empty_is_unreadable(shipped: Path, own: Path) -> None:
    checked = check_paths(Library(shipped), [own, own / "none", own / "none.yaml", own / "\0"])
    assert checked.files == 0
    assert len(checked.unreadable) == 4


def test_finding_the_routines_loads_no_parser_and_nothing_of_the_other_layers(shipped: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from uncramp.files.check import check_file;"
        "from uncramp.files.library import Library; Library(Path(sys.argv[1])).names();"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('yaml', 'difflib', 'textual', 'rich')))"
    )
    found = subprocess.run([sys.executable, "-c", code, str(shipped)], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
