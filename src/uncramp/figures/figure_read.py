"""The figures beside the routines: which there are, and reading one."""

from dataclasses import dataclass
from pathlib import Path

from uncramp.figures.figure import Figure
from uncramp.figures.figure_file import read_figure
from uncramp.files.disk import UnreadableError, read_bytes
from uncramp.files.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One figure file as `figure` and `check` see it."""

    name: str
    path: Path
    figure: Figure | None
    """`None` when anything is wrong with it."""
    problems: tuple[Problem, ...]
    unreadable: bool = False
    """Whether the file could not be read at all."""


def figure_entry(path: Path) -> FigureEntry:
    """Read one figure file."""
    problems = Problems()
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        return FigureEntry(path.stem, path, None, (error.problem,), unreadable=True)
    figure = read_figure(data, name=path.stem, path=str(path), problems=problems)
    return FigureEntry(path.stem, path, figure, tuple(problems))
