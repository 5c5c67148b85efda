"""Commands that bring the diary out, take one in, or remove it."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from uncramp.cli.diary_look import print_json
from uncramp.domain.store_problem import ClashError
from uncramp.faults import CommandError, Exit
from uncramp.files.diary_lines import LARGEST, diary_lines, read_diary_lines
from uncramp.files.disk import NotSavedError, UnreadableError, read_bytes, write_whole
from uncramp.files.problems import Problems
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.i18n import _, plural
from uncramp.store.diary import DiaryStore
from uncramp.store.erase import diary_files
from uncramp.store.queries import Imported


def export_diary(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    """Print the diary as JSON lines, or write it to a file, whole."""
    lines = list(diary_lines(diary.everything()))
    text = "\n".join(lines) + "\n"
    if options.output is None:
        sys.stdout.write(text)
        return Exit.DONE
    try:
        write_whole(Path(options.output), text.encode())
    except NotSavedError as error:
        raise CommandError(str(error)) from error
    written = plural("{n} entry written.", "{n} entries written.", len(lines) - 1)
    print(written, file=sys.stderr)
    return Exit.DONE


def import_diary(diary: DiaryStore, options: argparse.Namespace, context: Context) -> int:
    """Take in a file that `export` wrote: all of it, or nothing where anything is wrong with it."""
    path = Path(options.file)
    try:
        data = read_bytes(path, LARGEST)
    except UnreadableError as error:
        raise CommandError(str(error)) from error
    problems = Problems()
    entries = read_diary_lines(data, path=str(path), now=context.local_time(), problems=problems)
    if problems:
        told = "\n".join(str(problem) for problem in problems)
        raise CommandError(f"{told}\n" + _("Nothing was taken in."), Exit.PROBLEMS)
    try:
        done = diary.bring_in(entries)
    except ClashError as error:
        words = _("{path}: '{id}' is another kind of entry in your diary. Nothing was taken in.")
        raise CommandError(words.format(path=visible(str(path)), id=error), Exit.PROBLEMS) from error
    _tell(done, as_json=options.json)
    return Exit.DONE


def _tell(done: Imported, *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(done))
        return
    print(plural("{n} new entry.", "{n} new entries.", done.added))
    if done.changed:
        print(plural("{n} was newer there.", "{n} were newer there.", done.changed))
    if done.same:
        print(plural("{n} was here already.", "{n} were here already.", done.same))
    if done.older:
        print(plural("{n} is newer here and stays.", "{n} are newer here and stay.", done.older))
    if done.deleted:
        print(plural("{n} is deleted here and stays so.", "{n} are deleted here and stay so.", done.deleted))


def erase(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    """Remove the diary and all that belongs to it, after asking."""
    found = diary_files(diary.folders)
    if not found:
        print(_("There is no diary."))
        return Exit.DONE
    if not options.yes:
        _ask(diary, found)
    left = diary.erase()
    if left:
        raise CommandError(_("These could not be removed: {files}").format(files=", ".join(left)), Exit.PROBLEMS)
    print(_("Your diary is erased."))
    print(_("Files that you exported are still there, and so are backups. A disk may keep traces for a while."))
    return Exit.DONE


def _ask(diary: DiaryStore, found: list[Path]) -> None:
    """Ask once; anything but yes leaves all as it is.

    Raises:
        CommandError: the answer is not yes, or nobody can be asked.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise CommandError(_("Nothing is erased: nobody is here to ask. Write --yes to do it all the same."))
    print(_("This removes your whole diary for good: {folder}").format(folder=diary.folder))
    print(plural("{n} file.", "{n} files.", len(found)), _("It can't be undone."))
    print(_("Type yes to erase it:"), end=" ", flush=True)
    if sys.stdin.readline().strip().casefold() != _("yes"):
        raise CommandError(_("Nothing is erased."), Exit.PROBLEMS)
