"""What commands give out: JSON for scripts, and pages in the file that a person names."""

import sys
import textwrap
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from uncramp.faults import CommandError, Exit
from uncramp.files.disk import NotSavedError, write_whole
from uncramp.files.text import visible
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
