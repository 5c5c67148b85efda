"""The library: the shipped folder of routines and the person's own, with the figures and sources in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from uncramp.domain.routine import BUILT_IN, Routine, Source
from uncramp.files.disk import Stamp, UnreadableError, absent, read_bytes, stamp, yaml_files, yaml_name
from uncramp.files.problems import Problem, Problems
from uncramp.files.text import Names, shorten, visible

SOURCES = "sources"
FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Listing:
    """The YAML files of a folder by name, or the problem with the folder."""

    files: Mapping[str, Path]
    problem: Problem | None = None
    doubles: tuple[Problem, ...] = ()
    """Files that are not used, since another one has their name."""


@dataclass(frozen=True, slots=True)
class SourcesResult:
    sources: Mapping[str, Source]
    """The sources without problems, by id."""
    problems: tuple[Problem, ...] = ()
    unreadable: bool = False
    """Whether the file exists but can't be read at all."""


class RoutineFolder:
    """A folder of routines, read lazily and once."""

    def __init__(self, path: Path, *, required: bool) -> None:
        self.path = path
        self._required = required
        """Whether it is a problem when the folder, its figures or its sources are not there."""

    @cached_property
    def _listing(self) -> Listing:
        return list_folder(self.path, required=self._required)

    @cached_property
    def listing(self) -> Listing:
        """The routine files."""
        listing = self._listing
        return replace(listing, files={name: path for name, path in listing.files.items() if name != SOURCES})

    @cached_property
    def figures(self) -> Listing:
        return list_folder(self.path / FIGURES, required=self._required)

    @cached_property
    def sources(self) -> SourcesResult:
        """The file of sources; without one, no sources."""
        # Late: first aid needs no sources.
        from uncramp.files.sources import read_sources

        path = self._listing.files.get(SOURCES, self.path / f"{SOURCES}.yaml")
        problems = Problems()
        try:
            sources = read_sources(read_bytes(path), path=str(path), problems=problems)
        except UnreadableError as error:
            missing = absent(path, error) and not self._required
            return SourcesResult({}) if missing else SourcesResult({}, (error.problem,), unreadable=True)
        return SourcesResult(sources, tuple(problems))


def list_folder(folder: Path, *, required: bool) -> Listing:
    """The YAML files of a folder; a missing folder is a problem where it is `required`."""
    try:
        files, doubles = yaml_files(folder)
        return Listing(files, doubles=doubles)
    except UnreadableError as error:
        return Listing({}, None if absent(folder, error) and not required else error.problem)


class RoutineNotFoundError(Exception):
    """There is no routine of this name."""

    def __init__(self, name: str) -> None:
        self.name = visible(shorten(name))
        super().__init__(f"there is no routine '{self.name}'")


class RoutineBrokenError(Exception):
    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.name = visible(name)
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


@dataclass(frozen=True, slots=True)
class RoutineEntry:
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
    """Whether the file could not be read at all."""


class Library:
    """Finds and reads routines: shipped ones, and the person's own, which win over those of the same name."""

    def __init__(self, shipped: Path, own: Path | None = None) -> None:
        self._shipped = RoutineFolder(shipped, required=True)
        self._own = RoutineFolder(own, required=False) if own is not None else None
        self._read: dict[Path, RoutineEntry] = {}
        self._stamps: dict[Path, Stamp] = {}

    def refresh(self) -> None:
        """Look at the person's own files again: from now on those count that are new, changed or gone since then.

        Nothing is read by this, and what came with the program stays as it was read.
        """
        if self._own is None:
            return
        self._own = RoutineFolder(self._own.path, required=False)
        for cached in ("_paths", "figure_paths", "sources", "known"):
            self.__dict__.pop(cached, None)
        for path, entry in list(self._read.items()):
            uses = entry.routine is not None and any(step.used for step in entry.routine.steps)
            if entry.origin != BUILT_IN and (entry.problems or uses or stamp(path) != self._stamps[path]):
                del self._read[path]

    @property
    def folders(self) -> tuple[RoutineFolder, ...]:
        """The folders, the shipped one first."""
        return (self._shipped, self._own) if self._own is not None else (self._shipped,)

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return _sorted_files(folder.listing for folder in self.folders)

    @cached_property
    def figure_paths(self) -> Mapping[str, Path]:
        """The files of all figures by name, in order; a person's own win."""
        return _sorted_files(folder.figures for folder in self.folders)

    def names(self) -> tuple[str, ...]:
        """The names of all routines, in order, whether or not they can be read."""
        return tuple(self._paths)

    def shipped_names(self) -> tuple[str, ...]:
        """The names of the routines that came with the program, in order."""
        return tuple(sorted(self._shipped.listing.files))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id; a person's own win."""
        return {name: source for folder in self.folders for name, source in folder.sources.sources.items()}

    @cached_property
    def known(self) -> Names:
        """What routines may refer to; kinds of which a file or folder is damaged are not checked."""
        figures_listed = not any(folder.figures.problem for folder in self.folders)
        sources_read = not any(folder.sources.problems for folder in self.folders)
        return Names(
            figures=frozenset(self.figure_paths) if figures_listed else None,
            sources=frozenset(self.sources) if sources_read else None,
            routines=frozenset(self._paths),
        )

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the folders and their files of sources; routines have problems of their own."""
        listings = [listing for folder in self.folders for listing in (folder.listing, folder.figures)]
        unlisted = dict.fromkeys(listing.problem for listing in listings if listing.problem is not None)
        doubles = (problem for listing in listings for problem in listing.doubles)
        return (*unlisted, *doubles, *(problem for folder in self.folders for problem in folder.sources.problems))

    def get(self, name: str) -> Routine:
        """The routine of this name, a person's own before a shipped one.

        Raises:
            RoutineNotFoundError: there is none.
            RoutineBrokenError: anything is wrong with it.
        """
        return self._named(name, self._paths)

    def shipped_copy(self, name: str) -> Routine:
        """The routine that came with the program, also where a person's own hides it; raises as `get` does."""
        return self._named(name, self._shipped.listing.files)

    def _named(self, name: str, files: Mapping[str, Path]) -> Routine:
        if (lower := name.lower()) in files:
            return _whole(self.entry(files[lower]))
        raise RoutineNotFoundError(name)

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
        return tuple(self.entry(path) for path in self._paths.values())

    def own_entries(self) -> tuple[RoutineEntry, ...]:
        own = self._own.listing.files if self._own is not None else {}
        return tuple(self.entry(path) for path in own.values())

    def path_of(self, name: str) -> Path | None:
        """The file of a routine or of a figure by name, if there is one."""
        return self._paths.get(name.lower()) or self.figure_paths.get(name.lower())

    def entry_of(self, name: str) -> RoutineEntry:
        return self.entry(self._paths[name])

    def entry(self, path: Path, known: Names | None = None) -> RoutineEntry:
        """The entry of a file, read once; with `known` names other than the library's, read again."""
        if known is not None:
            return self._fresh(path, known)
        if path not in self._read:
            self._stamps[path] = stamp(path)
            self._read[path] = self._fresh(path)
        return self._read[path]

    def _to_use(self, name: str) -> Routine | str:
        """The routine of this name, for another one that uses its steps; or why it can't be used."""
        path = self._paths.get(name)
        if path is None:
            return f"there is no routine '{name}'"
        entry = self._fresh(path, follow=False)
        if entry.routine is None:
            return f"'{name}' has a problem of its own: {entry.problems[0]}"
        if any(step.used for step in entry.routine.steps):
            return f"'{name}' uses another routine itself: name that one, or write its steps here"
        if entry.routine.choice is not None:
            return f"'{name}' asks at its start which way to go: write the steps that you want here"
        return entry.routine

    def _fresh(self, path: Path, known: Names | None = None, *, follow: bool = True) -> RoutineEntry:
        """Read a file; `follow` looks up the routines whose steps it uses."""
        name, shipped = yaml_name(path), self._shipped.listing.files
        built_in = shipped.get(name) == path
        origin = BUILT_IN if built_in else visible(str(path))
        own = self._own is not None and self._own.listing.files.get(name) == path
        blank = RoutineEntry(name, path, origin, None, (), shadows=own and name in shipped)
        try:
            data = read_bytes(path)
        except UnreadableError as error:
            return replace(blank, problems=(error.problem,), unreadable=True)
        # Late: listing the names needs no parser.
        from uncramp.files.routine import read_routine

        # A figure or source of the program's own that is missing is no reason to refuse help; `check` names it.
        names = replace(
            known or (Names() if built_in else self.known), steps_of=cache(self._to_use) if follow else None
        )
        problems = Problems()
        routine = read_routine(data, name=name, path=str(path), names=names, problems=problems, origin=origin)
        return replace(blank, routine=routine, problems=tuple(problems))


def _sorted_files(listings: Iterable[Listing]) -> Mapping[str, Path]:
    return dict(sorted({name: path for listing in listings for name, path in listing.files.items()}.items()))


def _whole(entry: RoutineEntry) -> Routine:
    if entry.routine is None:
        raise RoutineBrokenError(entry.name, entry.problems)
    return entry.routine
