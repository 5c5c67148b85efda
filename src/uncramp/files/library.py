"""One folder of routine files, with the figures and sources beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from uncramp.domain.routine import BUILT_IN, Routine, Source
from uncramp.files.disk import UnreadableError, absent, read_bytes, yaml_files
from uncramp.files.names import LONGEST_NAME, Names
from uncramp.files.problems import Problem, Problems
from uncramp.files.text import shorten, visible

SOURCES = "sources"
FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Listing:
    """The YAML files of a folder by name, or what kept them from being listed."""

    files: Mapping[str, Path]
    problem: Problem | None = None


class RoutineFolder:
    """A folder of routines. Nothing is read before it is asked for, and nothing twice."""

    def __init__(self, folder: Path, *, required: bool) -> None:
        self.folder = folder
        self._required = required
        """Whether it is a problem when the folder, its figures or its sources are not there."""

    @cached_property
    def listing(self) -> Listing:
        """The routine files."""
        listing = listing_of(self.folder, required=self._required)
        return Listing(
            {name: path for name, path in listing.files.items() if name != SOURCES}, listing.problem
        )

    @cached_property
    def figures(self) -> Listing:
        """The figure files, in a folder of their own."""
        return listing_of(self.folder / FIGURES, required=self._required)

    @cached_property
    def _read_sources(self) -> tuple[Mapping[str, Source], tuple[Problem, ...], bool]:
        from uncramp.files.sources import read_sources  # late: whoever has a cramp asks for no sources

        path = self.folder / f"{SOURCES}.yaml"
        problems = Problems()
        try:
            found = read_sources(read_bytes(path), path=str(path), problems=problems)
        except UnreadableError as error:
            if absent(path, error) and not self._required:
                return MappingProxyType({}), (), False
            return MappingProxyType({}), (error.problem,), True
        return MappingProxyType(found), tuple(problems), False

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources that nothing is wrong with, by id."""
        return self._read_sources[0]

    @property
    def source_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file of sources."""
        return self._read_sources[1]

    @property
    def sources_unreadable(self) -> bool:
        """Whether there is a file of sources that can't be read at all."""
        return self._read_sources[2]


def listing_of(folder: Path, *, required: bool) -> Listing:
    """The YAML files of a folder; whether it is a problem if there is none is for the caller to say."""
    try:
        return Listing(yaml_files(folder))
    except UnreadableError as error:
        return Listing({}, None if absent(folder, error) and not required else error.problem)


def figure_paths(shelves: tuple[RoutineFolder, ...]) -> Mapping[str, Path]:
    """The files of all figures by name, those of later shelves before those of earlier ones."""
    found = {name: path for shelf in shelves for name, path in shelf.figures.files.items()}
    return dict(sorted(found.items()))


class RoutineNotFoundError(Exception):
    """There is no routine of this name; `suggestions` are names like it, the most like first."""

    def __init__(self, name: str, suggestions: tuple[str, ...] = ()) -> None:
        self.name = visible(shorten(name))
        self.suggestions = suggestions
        super().__init__(f"there is no routine '{self.name}'")


class RoutineBrokenError(Exception):
    """The routine's file has problems."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.name = visible(name)
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


@dataclass(frozen=True, slots=True)
class RoutineEntry:
    """One routine file as `list` and `check` see it."""

    name: str
    path: Path
    origin: str
    """`built-in`, or the path of the file."""
    routine: Routine | None
    """`None` when anything is wrong with it."""
    problems: tuple[Problem, ...]
    shadows: bool
    """Whether a built-in routine of the same name is hidden by this one."""
    unreadable: bool = False
    """Whether the file could not be read at all, so that nothing is known of what is in it."""


class Library:
    """Finds and reads routines.

    Args:
        shipped: the folder that came with the program.
        own: the person's folder, which need not be there. Its routines win over shipped ones of the same name.
    """

    def __init__(self, shipped: Path, own: Path | None = None) -> None:
        self._shipped = RoutineFolder(shipped, required=True)
        self._own = RoutineFolder(own, required=False) if own is not None else None
        self._read: dict[Path, RoutineEntry] = {}

    @property
    def shelves(self) -> tuple[RoutineFolder, ...]:
        """The folders, the shipped one first."""
        return (self._shipped, self._own) if self._own is not None else (self._shipped,)

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        found = {name: path for shelf in self.shelves for name, path in shelf.listing.files.items()}
        return dict(sorted(found.items()))

    def names(self) -> tuple[str, ...]:
        """The names of all routines, in order, whether or not they can be read."""
        return tuple(self._paths)

    def shipped_names(self) -> tuple[str, ...]:
        """The names of the routines that came with the program, in order."""
        return tuple(sorted(self._shipped.listing.files))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id; a person's own win."""
        return {name: source for shelf in self.shelves for name, source in shelf.sources.items()}

    @cached_property
    def known(self) -> Names:
        """What routines may refer to; kinds of which a file or folder is damaged are not checked."""
        figures = frozenset(name for shelf in self.shelves for name in shelf.figures.files)
        whole = not any(shelf.figures.problem for shelf in self.shelves)
        sourced = not any(shelf.source_problems for shelf in self.shelves)
        return Names(
            figures=figures if whole else None,
            sources=frozenset(self.sources) if sourced else None,
            routines=frozenset(self._paths),
        )

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the folders and their files of sources; routines have problems of their own."""
        listings = [listing for shelf in self.shelves for listing in (shelf.listing, shelf.figures)]
        found = dict.fromkeys(listing.problem for listing in listings if listing.problem is not None)
        return (*found, *(problem for shelf in self.shelves for problem in shelf.source_problems))

    def get(self, name: str) -> Routine:
        """The routine of this name, a person's own before a shipped one.

        Raises:
            RoutineNotFoundError: there is none.
            RoutineBrokenError: anything is wrong with it.
        """
        if name not in self._paths:
            raise RoutineNotFoundError(name, _like(name, self.names()))
        return _whole(self.entry(self._paths[name]))

    def shipped_copy(self, name: str) -> Routine:
        """The routine that came with the program, also where a person's own hides it; raises as `get` does."""
        files = self._shipped.listing.files
        if name not in files:
            raise RoutineNotFoundError(name, _like(name, tuple(files)))
        return _whole(self.entry(files[name]))

    def read_path(self, path: Path) -> Routine:
        """The routine in any file.

        Raises:
            UnreadableError: there is no such file, or no reading it.
            RoutineBrokenError: anything is wrong with it.
        """
        entry = self.entry(path)
        if entry.unreadable:
            raise UnreadableError(path, entry.problems[0].message)
        return _whole(entry)

    def entries(self) -> tuple[RoutineEntry, ...]:
        """Every routine that can be asked for by name, in order of name; reads all of them."""
        return tuple(self.entry(path) for path in self._paths.values())

    def entry_of(self, name: str) -> RoutineEntry:
        """The routine file of this name, one of `names`."""
        return self.entry(self._paths[name])

    def entry(self, path: Path, known: Names | None = None) -> RoutineEntry:
        """Read a file, once for all; with `known` names other than the library's, anew."""
        if known is not None:
            return self._fresh(path, known)
        if path not in self._read:
            self._read[path] = self._fresh(path)
        return self._read[path]

    def _fresh(self, path: Path, known: Names | None = None) -> RoutineEntry:
        name, shipped = path.stem, self._shipped.listing.files
        built_in = shipped.get(name) == path
        origin = BUILT_IN if built_in else visible(str(path))
        own = self._own is not None and self._own.listing.files.get(name) == path
        blank = RoutineEntry(name, path, origin, None, (), shadows=own and name in shipped)
        try:
            data = read_bytes(path)
        except UnreadableError as error:
            return replace(blank, problems=(error.problem,), unreadable=True)
        from uncramp.files.routine import read_routine  # late: listing the names needs no parser

        # A figure or source of the program's own that is missing is no reason to refuse help; `check` names it.
        names = known or (Names() if built_in else self.known)
        problems = Problems()
        routine = read_routine(data, name=name, path=str(path), names=names, problems=problems, origin=origin)
        return replace(blank, routine=routine, problems=tuple(problems))


def _whole(entry: RoutineEntry) -> Routine:
    if entry.routine is None:
        raise RoutineBrokenError(entry.name, entry.problems)
    return entry.routine


def _like(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    import difflib

    return tuple(difflib.get_close_matches(name[:LONGEST_NAME].lower(), names, 3))
