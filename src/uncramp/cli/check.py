"""The command that finds the problems in files of routines, sources and figures."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from uncramp.cli.output import is_path, not_found, print_json, tell
from uncramp.faults import CommandError, Exit
from uncramp.figures.figure_file import figure_entry
from uncramp.files.check import CheckResult, FigureMoves, check_file, check_folder
from uncramp.files.disk import why_unreadable
from uncramp.files.library import FIGURES, Library, Listing, RoutineFolder, list_folder
from uncramp.files.problems import Problem
from uncramp.guidance.context import Context
from uncramp.i18n import _, plural
from uncramp.paths import own_routines, shipped_routines


def check(options: Namespace, context: Context) -> int:
    """Print every problem in the files, one a line; by default in the person's own routines."""
    asked = [_asked(context.library, wanted) for wanted in options.paths]
    own, misplaced = own_routines(), _misplaced()
    if not asked:
        asked = [own] if own.is_dir() or misplaced else [shipped_routines()]
        asked = [path for path in asked if path.is_dir()]
    checked = CheckResult.total([check_paths(context.library, asked), *misplaced])
    if options.json:
        print_json(_as_data(checked))
    else:
        for problem in checked.problems:
            print(problem)
    tell(*checked.unreadable)
    if checked.unreadable:
        return Exit.USAGE
    files = plural("{n} file checked.", "{n} files checked.", checked.files)
    if checked.problems:
        print(files, plural("{n} problem.", "{n} problems.", len(checked.problems)), file=sys.stderr)
        return Exit.PROBLEMS
    print(files, _("No problems."), file=sys.stderr)
    return Exit.DONE


def _as_data(checked: CheckResult) -> dict[str, object]:
    """What was found, as `uncramp check --json` prints it: a contract with scripts."""
    return {
        "files": checked.files,
        "problems": [asdict(problem) for problem in checked.problems],
        "unreadable": [asdict(problem) for problem in checked.unreadable],
    }


def _asked(library: Library, wanted: str) -> Path:
    """The file or folder that is meant, by its path or by the name of a routine or a figure.

    Raises:
        CommandError: there is none.
    """
    path = Path(wanted)
    found = None if is_path(wanted) else library.path_of(wanted)
    try:
        there = path.exists()
    except (OSError, ValueError):
        there = True  # what is wrong with it is said when it is read
    if found is None and not there and not is_path(wanted):
        raise CommandError(not_found(wanted, (*library.names(), *library.figure_paths)))
    return path if found is None else found


def _misplaced() -> list[CheckResult]:
    """Figures of the person's own where none is read."""
    own = own_routines()
    files = list_folder(own.with_name(FIGURES), required=False).files
    where = f"figures are read from {own / FIGURES}: move it there"
    return [CheckResult(1, (Problem(str(path), 1, 1, "", where),)) for path in files.values()]


def check_paths(library: Library, paths: Iterable[Path]) -> CheckResult:
    """Check files and folders of routines and figures.

    In a folder the routines, figures and sources in it are known besides those of the library, as they will be used
    together. A file of its own must do with the library's.
    """
    return CheckResult.total(result for path in paths for result in _path(library, path))


def _path(library: Library, path: Path) -> Iterator[CheckResult]:
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield _unreadable(path, why_unreadable(path, error))
        return
    if is_folder and path.absolute().name == FIGURES:
        yield from _figures(list_folder(path, required=True))
    elif is_folder:
        folder = RoutineFolder(path, required=False)
        sources = folder.sources
        files = folder.listing.files or sources.sources or sources.problems or folder.figures.files
        if folder.listing.problem is None and not files:
            yield _unreadable(path, "there is no routine (*.yaml) in this folder")
        yield from _folder(library, folder)
    elif path.absolute().parent.name == FIGURES:
        yield _figure(path)
    else:
        yield check_file(library, path, _moves(library.figure_paths))


def _folder(library: Library, folder: RoutineFolder) -> Iterator[CheckResult]:
    yield from check_folder(library, folder, _moves({**library.figure_paths, **folder.figures.files}))
    if folder.listing.problem is None:
        yield from _figures(folder.figures)


def _figures(listing: Listing) -> Iterator[CheckResult]:
    if listing.problem is not None:
        yield CheckResult(unreadable=(listing.problem,))
    if listing.doubles:
        yield CheckResult(0, listing.doubles)
    yield from map(_figure, listing.files.values())


def _moves(figures: Mapping[str, Path]) -> FigureMoves:
    """The moves that each figure shows; of one that can't be read, none are known."""
    read = {name: figure_entry(path).figure for name, path in figures.items()}
    return {name: tuple(figure.moves) for name, figure in read.items() if figure is not None}


def _figure(path: Path) -> CheckResult:
    entry = figure_entry(path)
    return CheckResult.of_file(entry.problems, unreadable=entry.unreadable)


def _unreadable(path: Path, message: str) -> CheckResult:
    return CheckResult(unreadable=(Problem(str(path), 1, 1, "", message),))
