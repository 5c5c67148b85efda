"""Checking routine files and files of sources. Figures are checked in `figures`; `cli.check` joins the two."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from uncramp.files.disk import is_yaml, yaml_name
from uncramp.files.library import SOURCES, Library, RoutineFolder
from uncramp.files.problems import Problem
from uncramp.files.text import Names


@dataclass(frozen=True, slots=True)
class CheckResult:
    files: int = 0
    """How many files were read."""
    problems: tuple[Problem, ...] = ()
    """In what was read, file by file."""
    unreadable: tuple[Problem, ...] = ()
    """Files and folders that could not be read."""

    @classmethod
    def of_file(cls, problems: tuple[Problem, ...], *, unreadable: bool) -> "CheckResult":
        return cls(0, (), problems) if unreadable else cls(1, problems)

    @classmethod
    def total(cls, results: Iterable["CheckResult"]) -> "CheckResult":
        """Several outcomes as one, each problem once."""
        parts = list(results)
        return cls(
            sum(part.files for part in parts),
            tuple(dict.fromkeys(problem for part in parts for problem in part.problems)),
            tuple(dict.fromkeys(problem for part in parts for problem in part.unreadable)),
        )

    @property
    def clean(self) -> bool:
        return not self.problems and not self.unreadable


FigureMoves = Mapping[str, Collection[str]]
"""By the name of each figure, the moves that it shows."""


def check_file(library: Library, path: Path, moves: FigureMoves) -> CheckResult:
    """Check one routine file or file of sources; it may refer to what is in the library."""
    if is_yaml(path.name) and yaml_name(path) == SOURCES:
        return _sources(RoutineFolder(path.parent, required=True))
    return _routine(library, path, replace(library.known, moves=moves))


def check_folder(library: Library, folder: RoutineFolder, moves: FigureMoves) -> Iterator[CheckResult]:
    """Check the routines and sources of a folder; they may refer to one another and to what is in the library."""
    if folder.listing.problem is not None:
        yield CheckResult(unreadable=(folder.listing.problem,))
        return
    if folder.listing.doubles:
        yield CheckResult(0, folder.listing.doubles)
    known = _known_together(replace(library.known, moves=moves), folder)
    for path in folder.listing.files.values():
        yield _routine(library, path, known)
    yield _sources(folder)


def _known_together(known: Names, folder: RoutineFolder) -> Names:
    """The library's names and the folder's; kinds of which a file or folder is damaged are not checked."""
    if known.figures is not None:
        figures = None if folder.figures.problem else known.figures | folder.figures.files.keys()
        known = replace(known, figures=figures)
    if known.sources is not None:
        sources = None if folder.sources.problems else known.sources | folder.sources.sources.keys()
        known = replace(known, sources=sources)
    return replace(known, routines=(known.routines or frozenset()) | folder.listing.files.keys())


def _routine(library: Library, path: Path, known: Names) -> CheckResult:
    entry = library.entry(path, known)
    return CheckResult.of_file(entry.problems, unreadable=entry.unreadable)


def _sources(folder: RoutineFolder) -> CheckResult:
    result = folder.sources
    if not result.sources and not result.problems:
        return CheckResult()
    return CheckResult.of_file(result.problems, unreadable=result.unreadable)
