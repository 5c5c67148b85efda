"""Checking routine files: every problem in them, and what could not be read at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from uncramp.figures.figure_file import figure_entry
from uncramp.files.disk import in_words
from uncramp.files.library import FIGURES, SOURCES, Library, Listing, RoutineFolder, listing_of
from uncramp.files.names import Names
from uncramp.files.problems import Problem


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was found."""

    files: int
    """How many files were read."""
    problems: tuple[Problem, ...]
    """In what was read, file by file."""
    unreadable: tuple[Problem, ...]
    """What could not be read: then nobody knows what is in it."""

    @property
    def clean(self) -> bool:
        """Whether all was read and nothing is wrong."""
        return not self.problems and not self.unreadable


def check_paths(library: Library, paths: Iterable[Path] = ()) -> CheckResult:
    """Check files and folders of routines and figures; without any, all of the library's.

    In a folder the routines, figures and sources in it are known besides those of the library, as they will be used
    together. A file of its own must do with the library's.
    """
    found = list(paths)
    if not found:
        return _sum(check for shelf in library.shelves for check in _shelf(library, shelf, given=False))
    return _sum(check for path in found for check in _path(library, path))


def _sum(checks: Iterable[CheckResult]) -> CheckResult:
    made = list(checks)
    return CheckResult(
        sum(check.files for check in made),
        tuple(dict.fromkeys(problem for check in made for problem in check.problems)),
        tuple(dict.fromkeys(problem for check in made for problem in check.unreadable)),
    )


def _path(library: Library, path: Path) -> Iterator[CheckResult]:
    try:
        folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield CheckResult(0, (), (Problem(str(path), 1, 1, "", in_words(path, error)),))
        return
    if folder and path.absolute().name == FIGURES:
        yield from _figures(listing_of(path, required=True))
    elif folder:
        yield from _shelf(library, RoutineFolder(path, required=False), given=True)
    elif path.absolute().parent.name == FIGURES:
        yield _figure(path)
    elif path.name == f"{SOURCES}.yaml":
        yield _sources(RoutineFolder(path.parent, required=True))
    else:
        yield _file(library, path, library.known)


def _shelf(library: Library, shelf: RoutineFolder, *, given: bool) -> Iterator[CheckResult]:
    if shelf.listing.problem is not None:
        yield CheckResult(0, (), (shelf.listing.problem,))
        return
    others = shelf.sources or shelf.source_problems or shelf.figures.files
    if given and not shelf.listing.files and not others:
        empty = Problem(str(shelf.folder), 1, 1, "", "there is no routine (*.yaml) in this folder")
        yield CheckResult(0, (), (empty,))
    known = _together(library.known, shelf)
    for path in shelf.listing.files.values():
        yield _file(library, path, known)
    yield _sources(shelf)
    yield from _figures(shelf.figures)


def _together(known: Names, shelf: RoutineFolder) -> Names:
    """The library's names and the folder's; what is damaged in the folder is not checked."""
    if known.figures is not None:
        figures = None if shelf.figures.problem else known.figures | shelf.figures.files.keys()
        known = replace(known, figures=figures)
    if known.sources is not None:
        sources = None if shelf.source_problems else known.sources | shelf.sources.keys()
        known = replace(known, sources=sources)
    return replace(known, routines=(known.routines or frozenset()) | shelf.listing.files.keys())


def _file(library: Library, path: Path, known: Names) -> CheckResult:
    entry = library.entry(path, known)
    if entry.unreadable:
        return CheckResult(0, (), entry.problems)
    return CheckResult(1, entry.problems, ())


def _figures(listing: Listing) -> Iterator[CheckResult]:
    if listing.problem is not None:
        yield CheckResult(0, (), (listing.problem,))
    for path in listing.files.values():
        yield _figure(path)


def _figure(path: Path) -> CheckResult:
    entry = figure_entry(path)
    if entry.unreadable:
        return CheckResult(0, (), entry.problems)
    return CheckResult(1, entry.problems, ())


def _sources(shelf: RoutineFolder) -> CheckResult:
    if shelf.sources_unreadable:
        return CheckResult(0, (), shelf.source_problems)
    return CheckResult(int(bool(shelf.sources or shelf.source_problems)), shelf.source_problems, ())
