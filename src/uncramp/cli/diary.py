"""The diary on the command line: its options, and which command does what."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from uncramp.cli import diary_look, diary_move, diary_write
from uncramp.domain.diary import DiaryError
from uncramp.domain.store_problem import DiaryUnusableError
from uncramp.faults import CommandError, Exit
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.store.diary import DiaryStore, my_diary
from uncramp.words.diary import notice_words

PATIENCE_MS = 5_000
"""How long a command waits for another program that writes."""


def add_to(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `uncramp diary` its commands."""
    commands = parser.add_subparsers(dest="diary", metavar=_("COMMAND"), required=True)
    _entries(commands)
    _taking_back(commands)
    _moving(commands)


def _entries(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listing = commands.add_parser("list", help=_("what is in it, the newest last"))
    listing.add_argument("--since", metavar=_("DATE"), help=_("from this day or night on: 2026-11-22"))
    _json(listing)

    add = commands.add_parser("add", help=_("add a cramp that was not followed here, or practice"))
    add.add_argument("start", metavar=_("WHEN"), help=_("2026-11-22 03:10, 03:10 or yesterday 3:10"))
    add.add_argument("--session", metavar=_("ROUTINE"), help=_("it was practice with this routine"))
    diary_write.fields(add)
    _json(add)

    edit = commands.add_parser("edit", help=_("correct an entry; what it said before is kept"))
    edit.add_argument("id", metavar=_("ID"), help=_("as 'list' shows it"))
    edit.add_argument("--start", metavar=_("WHEN"), help=_("when it began"))
    diary_write.fields(edit)
    _json(edit)


def _taking_back(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    delete = commands.add_parser("delete", help=_("delete entries; 'restore' brings them back"))
    delete.add_argument("ids", metavar=_("ID"), nargs="+")
    _json(delete)

    restore = commands.add_parser("restore", help=_("take back a deletion, or the last change"))
    restore.add_argument("id", metavar=_("ID"))
    restore.add_argument("--version", type=int, metavar="N", help=_("go back to this version"))
    _json(restore)

    versions = commands.add_parser("versions", help=_("what an entry said before"))
    versions.add_argument("id", metavar=_("ID"))
    _json(versions)


def _moving(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    commands.add_parser("path", help=_("where it is"))

    export = commands.add_parser("export", help=_("write it out as JSON lines"))
    export.add_argument("-o", "--output", metavar=_("FILE"), help=_("into this file; else it is printed"))

    importing = commands.add_parser("import", help=_("take in what 'export' wrote; doing it twice is safe"))
    importing.add_argument("file", metavar=_("FILE"))
    _json(importing)

    erase = commands.add_parser("erase", help=_("remove the whole diary for good"))
    erase.add_argument("--yes", action="store_true", help=_("don't ask"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Run one command of the diary."""
    with working_diary() as diary:
        return _COMMANDS[options.diary](diary, options, context)


@contextmanager
def working_diary() -> Iterator[DiaryStore]:
    """The diary; afterwards what has to be said of its files, on standard error."""
    diary = my_diary(PATIENCE_MS)
    try:
        yield diary
    except DiaryUnusableError as error:
        raise CommandError(visible(notice_words(error.notice))) from error
    except DiaryError as error:
        raise CommandError(visible(str(error))) from error
    finally:
        diary.close()
        for notice in diary.pop_notices():
            print(visible(notice_words(notice)), file=sys.stderr)


def _path(diary: DiaryStore, _options: argparse.Namespace, _context: Context) -> int:
    print(diary.path)
    return Exit.DONE


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as JSON, for scripts"))


_COMMANDS: dict[str, Callable[[DiaryStore, argparse.Namespace, Context], int]] = {
    "list": diary_look.list_entries,
    "versions": diary_look.list_versions,
    "path": _path,
    "add": diary_write.add,
    "edit": diary_write.edit,
    "delete": diary_write.delete,
    "restore": diary_write.restore,
    "export": diary_move.export_diary,
    "import": diary_move.import_diary,
    "erase": diary_move.erase,
}
