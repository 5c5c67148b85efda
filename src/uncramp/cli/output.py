"""What commands give out: JSON for scripts, pages in the file that a person names, and what a name is like that nothing has."""

import os
import sys
import textwrap
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from uncramp.domain.routine import Routine
from uncramp.faults import CommandError, Exit
from uncramp.files.disk import NotSavedError, UnreadableError, is_yaml, write_whole
from uncramp.files.library import Library, RoutineBrokenError, RoutineNotFoundError
from uncramp.files.text import NEAR, closest, shorten, visible, with_parts
from uncramp.guidance.routines import FIRST
from uncramp.i18n import _
from uncramp.terminal.tty import size_now


def page_path(wanted: str, endings: Collection[str] = ()) -> Path:
    """The file to write, which must have one of the endings, so that a page never takes the place of something else.

    Raises:
        CommandError: something stands there that a page must not take the place of.
    """
    path, shown = Path(wanted), visible(wanted) or "''"
    try:
        blocked = path.exists() and not path.is_file()
    except (OSError, ValueError):
        blocked = True
    if blocked:
        raise CommandError(_("{path} is not a file that can be written.").format(path=shown))
    if endings and path.suffix.casefold() not in endings:
        told = _("{path} has to end in {endings}.")
        told = told.format(path=shown, endings=_(" or ").join(filter(None, endings)))
        pdf = _("For a PDF, write .html, and print it from a browser.") if ".html" in endings else ""
        raise CommandError(f"{told} {pdf}".rstrip())
    return path


def tell(*lines: object) -> None:
    """Say something beside what a command gives out: each on a line of standard error."""
    for line in lines:
        print(line, file=sys.stderr, flush=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines; on a terminal a longer one than it has columns is broken between words."""
    text = "\n".join(lines)
    print("\n".join(folded(text.split("\n"), size_now()[0])) if sys.stdout.isatty() else text)


def folded(lines: Iterable[str], columns: int) -> Iterator[str]:
    """Lines of at most so many columns, where words allow that; what goes on is indented as its line is, and by two more."""
    for line in lines:
        indent = " " * min(len(line) - len(line.lstrip()) + 2, columns // 2)
        whole = len(line) <= columns
        yield from [line] if whole else textwrap.wrap(line, columns, subsequent_indent=indent, break_on_hyphens=False)


@contextmanager
def needing(package: str) -> Iterator[None]:
    """Import what a package serves.

    Raises:
        CommandError: it is not there.
    """
    try:
        yield
    except ImportError as error:
        told = _("This needs the package {package}. To have it: pip install {package}").format(package=package)
        raise CommandError(told, Exit.PROBLEMS) from error


def print_json(value: object) -> None:
    """Print for scripts, in ASCII: a note or a name may hold anything."""
    import json

    print(json.dumps(value, indent=2))


def write_page(path: Path, text: str) -> None:
    """Write the page whole, for the person alone, and say so on standard error.

    Raises:
        CommandError: it can't be written.
    """
    try:
        write_whole(path, text.encode())
    except NotSavedError as error:
        raise CommandError(visible(f"{error}."), Exit.PROBLEMS) from error
    tell(_("Written: {path}. Only you can read it.").format(path=visible(str(path))))


def is_path(routine: str) -> bool:
    return is_yaml(routine) or os.sep in routine or "/" in routine


def routine_of(books: Library, wanted: str) -> Routine:
    """A routine by name or path.

    Raises:
        CommandError: there is none, or it has problems; the message has them all.
    """
    try:
        return books.read_path(Path(wanted)) if is_path(wanted) else books.get(wanted)
    except UnreadableError as error:
        raise CommandError(str(error)) from error
    except RoutineBrokenError as error:
        raise CommandError(str(error), Exit.PROBLEMS) from error
    except RoutineNotFoundError as error:
        raise CommandError(not_found(wanted, books.names())) from error


def not_found(wanted: str, names: Collection[str], *, figure: bool = False) -> str:
    """What is said of a name that no routine has, or no figure."""
    if figure:
        return like(_("There is no figure '{name}'."), wanted, names, _("'uncramp figure' names them all."))
    meant = _("Did you mean '{other}'?").format(other=FIRST) if wanted.lower() == "now" else ""
    return like(_("There is no routine '{name}'."), wanted, names, meant or _("'uncramp list' names them all."))


def like(told: str, wanted: str, names: Collection[str], otherwise: str) -> str:
    """What is `told` of a name that nothing has, with the `names` that may be meant."""
    told = told.format(name=visible(shorten(wanted)))
    if other := closest(wanted, names, NEAR):
        more = _("Did you mean '{other}'?").format(other=other)
    elif parts := with_parts(wanted.lower().split(), names):
        more = _("There are: {names}").format(names=", ".join(parts))
    else:
        more = otherwise
    return f"{told} {more}"
