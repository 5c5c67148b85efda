"""One folder of routine files, with the figures and sources beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from uncramp.domain.source import Source
from uncramp.files.disk import UnreadableError, absent, read_bytes, yaml_files
from uncramp.files.problems import Problem, Problems

SOURCES = "sources"
FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Listing:
    """The YAML files of a folder by name, or what kept them from being listed."""

    files: Mapping[str, Path]
    problem: Problem | None = None


class Shelf:
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


def figure_paths(shelves: tuple[Shelf, ...]) -> Mapping[str, Path]:
    """The files of all figures by name, those of later shelves before those of earlier ones."""
    found = {name: path for shelf in shelves for name, path in shelf.figures.files.items()}
    return dict(sorted(found.items()))
