"""The diary on the command line: the options of its commands, and those that are about all of it at once."""

import argparse
import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from uncramp.cli import diary_entries, diary_import
from uncramp.cli.command_parser import CommandParser, add_command, add_json, add_output
from uncramp.cli.output import page_path, tell, write_page
from uncramp.domain.diary import DiaryError
from uncramp.domain.store_problem import DiaryUnusableError
from uncramp.faults import CommandError, Exit
from uncramp.files.diary_lines import diary_lines
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.i18n import _, plural
from uncramp.paths import calendar_memory, config_folder
from uncramp.store.copies import diary_files, strangers
from uncramp.store.diary import DiaryStore
from uncramp.store.shared_folder import sync_service
from uncramp.words.diary import copies_words, notice_words

PATIENCE_MS = 5_000
"""How long a command waits for another program that writes."""


_PAGES = (".html", ".htm", ".csv", ".json", ".jsonl", ".txt", ".md", ".pdf", ".db", ".zip", ".gz")
"""Endings of what 'report' and 'export' write, and of what people make of it."""

_ID = _("its first word in 'uncramp diary', or the first letters of that; 'last' is the newest entry")

_PRINTED = "-"

_MOST_NAMED = 10
"""Files that are named one by one, at most."""


def add_to(parser: CommandParser) -> None:
    words = _("what to do with it; else 'list'")
    commands = parser.add_subparsers(dest="diary", metavar=_("COMMAND"), title=_("commands"), help=words)
    parser.set_defaults(diary="list", since=None, json=False)
    _entries(commands)
    _taking_back(commands)
    _moving(commands)


def _entries(commands: "argparse._SubParsersAction[CommandParser]") -> None:
    listing = add_command(commands, "list", _("list all entries, the newest last"))
    listing.add_argument("--since", metavar=_("DATE"), help=_("from this day on, such as 2026-11-22"))
    add_json(listing)
    listing.examples = "diary list", "diary list --since 2026-11-01 --json"

    add = add_command(commands, "add", _("write down a cramp, or practice, that uncramp did not see"))
    when = _("when it began, such as 3:10, 'yesterday 11pm' or '2026-11-22 3:10'")
    add.add_argument("start", metavar=_("WHEN"), nargs="+", help=when)
    add.add_argument("--session", metavar=_("ROUTINE"), help=_("it was practice, with this routine"))
    diary_entries.fields(add)
    add_json(add)
    add.examples = "diary add last night 3:10 --side left --relief 2m", "diary add yesterday 9pm --session daily-calf"

    edit = add_command(commands, "edit", _("correct an entry, or say that a 'Cramp?' was a cramp"))
    edit.add_argument("id", metavar=_("ID"), help=_ID)
    edit.add_argument("--start", metavar=_("WHEN"), help=_("when it began, in quotes"))
    diary_entries.fields(edit, clearing=True)
    add_json(edit)
    edit.examples = "diary edit last --strength 6", "diary edit last --start 'last night 3:10'"


def _taking_back(commands: "argparse._SubParsersAction[CommandParser]") -> None:
    delete = add_command(commands, "delete", _("delete entries; 'restore' brings them back"))
    delete.add_argument("ids", metavar=_("ID"), nargs="+", help=_ID)
    add_json(delete)
    delete.examples = "diary delete last", "diary delete 7f3a 81c0"

    restore = add_command(commands, "restore", _("bring back what 'delete' took, or undo the last change of an entry"))
    restore.add_argument("id", metavar=_("ID"), help=_("the word that 'delete' or 'list' shows"))
    number = _("go back to this version, as 'versions' counts them")
    restore.add_argument("--version", type=int, metavar="N", help=number)
    add_json(restore)
    restore.examples = "diary restore 7f3a", "diary restore 7f3a --version 2"

    versions = add_command(commands, "versions", _("show what an entry said before it was changed"))
    versions.add_argument("id", metavar=_("ID"), help=_ID)
    add_json(versions)
    versions.examples = "diary versions last", "diary versions last --json"


def _moving(commands: "argparse._SubParsersAction[CommandParser]") -> None:
    path = add_command(commands, "path", _("show where its file is"))
    path.examples = "diary path", "diary path --as Maria"

    export = add_command(commands, "export", _("write out all of it, to keep or to take to another machine"))
    add_output(export, _("FILE"), _("write it into this file; else it is shown here"))
    export.examples = "diary export -o diary.jsonl", "diary export"

    about = _("take in an export, another machine's diary.db, or a table (CSV); to do it twice is safe")
    importing = add_command(commands, "import", about)
    importing.add_argument("file", metavar=_("FILE"), help=_("the file to take in"))
    importing.add_argument("--skip", action="store_true", help=_("leave out what can't be read, and take in the rest"))
    add_json(importing)
    importing.examples = "diary import diary.jsonl", "diary import cramps.csv --skip"

    erase = add_command(commands, "erase", _("erase the whole diary for good; it asks first"))
    erase.add_argument("--yes", action="store_true", help=_("don't ask"))
    erase.examples = "diary erase", "diary erase --yes"


def run(options: argparse.Namespace, context: Context) -> int:
    with working_diary(context) as diary:
        return _COMMANDS[options.diary](diary, options, context)


@contextmanager
def working_diary(context: Context) -> Iterator[DiaryStore]:
    """The diary; afterwards what has to be said of its files, on standard error."""
    diary = context.open_diary(PATIENCE_MS)
    try:
        yield diary
        _tell_of_copies(diary)
    except DiaryUnusableError as error:
        raise CommandError(visible(notice_words(error.notice))) from error
    except DiaryError as error:
        raise CommandError(visible(str(error))) from error
    finally:
        diary.close()
        tell(*(visible(notice_words(notice)) for notice in diary.pop_notices()))


def _tell_of_copies(diary: DiaryStore) -> None:
    """Say once that other copies of the diary are beside it; where it can't be looked for now, another time."""
    with suppress(DiaryUnusableError):
        if diary.path.exists() and (copies := diary.copies()):
            tell(visible(copies_words(copies)))
            diary.told_copies(copies)


def file_to_write(wanted: str | None, diary: DiaryStore, endings: Collection[str] = ()) -> Path | None:
    """The file for what is told of the diary, or `None` to print it.

    Raises:
        CommandError: nothing can be written there.
    """
    if wanted is None or wanted == _PRINTED:
        return None
    if os.path.realpath(wanted) in {os.path.realpath(file) for file in diary_files(diary.folders)}:
        raise CommandError(_("{path} is your diary. Write another name.").format(path=visible(wanted)))
    return page_path(wanted, endings)


def _path(diary: DiaryStore, _options: argparse.Namespace, _context: Context) -> int:
    print(diary.path)
    return Exit.DONE


def _export(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    lines = list(diary_lines(diary.everything()))
    text = "\n".join(lines) + "\n"
    path = file_to_write(options.output, diary)
    if path is None:
        sys.stdout.write(text)
        return Exit.DONE
    write_page(path, text)
    tell(plural("{n} entry written.", "{n} entries written.", len(lines) - 1))
    return Exit.DONE


def _erase(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    found = diary_files(diary.folders)
    if not found:
        print(_("There is no diary."))
        return Exit.DONE
    others = [*strangers(diary.folders), *_pages(diary)]
    if not options.yes:
        _ask_to_erase(diary, found, others)
    left = diary.erase()
    if left:
        raise CommandError(_("These could not be removed: {files}").format(files=", ".join(left)), Exit.PROBLEMS)
    print(_("Your diary is erased."))
    _tell_what_stays(diary, others)
    return Exit.DONE


def _pages(diary: DiaryStore) -> list[Path]:
    """What may be reports, exports and copies, in the program's own folders and where the diary's screen writes them."""
    files = (path for place in {diary.folder.parent, config_folder()} for path in place.glob("*"))
    found = [path for path in files if path.suffix.casefold() in _PAGES and path.is_file()]
    with suppress(RuntimeError, OSError):  # no home folder
        found += Path.home().glob("uncramp-report-*.html")
    return sorted({*found} - {calendar_memory()})


def _tell_what_stays(diary: DiaryStore, others: list[Path]) -> None:
    """Name what the program can't know may be removed, and what it can't reach."""
    if others:
        print(_("These are not removed, since only you can know what they are:"))
        print("\n".join(f"  {visible(str(path))}" for path in others[:_MOST_NAMED]))
        if more := others[_MOST_NAMED:]:
            print(plural("  and {n} more", "  and {n} more", len(more)))
    if service := sync_service(diary.folder):
        words = _("{service} may keep older versions, and other machines their copies: remove them there.")
        print(words.format(service=service))
    print(_("Files that you exported are still there, reports, and backups. A disk may keep traces for a while."))


def _ask_to_erase(diary: DiaryStore, found: list[Path], others: list[Path]) -> None:
    """Ask once; anything but yes leaves all as it is.

    Raises:
        CommandError: the answer is not yes, or nobody can be asked.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise CommandError(_("Nothing is erased: nobody is here to ask. Write --yes to do it all the same."))
    print(_("This removes your whole diary for good: {folder}").format(folder=diary.folder))
    print(plural("{n} file.", "{n} files.", len(found)), _("It can't be undone."))
    if others:
        print(plural("{n} other file there stays.", "{n} other files there stay.", len(others)))
    print(_("Type yes to erase it:"), end=" ", flush=True)
    if sys.stdin.readline().strip().casefold() != _("yes"):
        raise CommandError(_("Nothing is erased."), Exit.PROBLEMS)


_COMMANDS: dict[str, Callable[[DiaryStore, argparse.Namespace, Context], int]] = {
    "list": diary_entries.list_entries,
    "versions": diary_entries.list_versions,
    "path": _path,
    "add": diary_entries.add,
    "edit": diary_entries.edit,
    "delete": diary_entries.delete,
    "restore": diary_entries.restore,
    "export": _export,
    "import": diary_import.bring_in,
    "erase": _erase,
}
