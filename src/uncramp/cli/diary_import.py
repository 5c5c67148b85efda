"""`uncramp diary import`: an export, another machine's copy of the diary, or a table; anything else is named in one line."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from uncramp.cli.output import print_json
from uncramp.domain.diary import Entry
from uncramp.domain.store_problem import ClashError, DiaryUnusableError, StoreProblem
from uncramp.faults import CommandError, Exit
from uncramp.files.diary_lines import LARGEST, read_diary_lines
from uncramp.files.diary_table import DiaryTable, read_diary_table
from uncramp.files.disk import UnreadableError, read_bytes
from uncramp.files.foreign import SQLITE, foreign_words
from uncramp.files.problems import Problems
from uncramp.files.text import shorten, visible
from uncramp.guidance.context import Context
from uncramp.guidance.diary_form import read_start
from uncramp.i18n import _, plural
from uncramp.store.diary import DiaryStore
from uncramp.store.other_diary import read_other_diary
from uncramp.store.queries import Imported

_MOST_SAID = 10
"""Lines that say what is wrong with a file, at most; then a count."""


@dataclass(slots=True)
class _Found:
    entries: list[tuple[Entry, int]]
    deleted: Mapping[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    """What can't be read, one line each."""
    more_wrong: int = 0
    """How many there are besides."""
    table: DiaryTable | None = None


def bring_in(diary: DiaryStore, options: argparse.Namespace, context: Context) -> int:
    """Take in a file: all of it, or nothing where anything is wrong with it and `--skip` is not there."""
    path = _meant(options.file, diary)
    found = _read(path, diary, context)
    if found.wrong and not (options.skip and found.entries):
        lines = *_told(found), *_columns(found.table), _("Nothing was taken in.")
        raise CommandError("\n".join(lines), Exit.PROBLEMS)
    try:
        done = diary.bring_in(found.entries, found.deleted)
    except ClashError as error:
        words = _("{path}: '{id}' is another kind of entry in your diary. Nothing was taken in.")
        raise CommandError(words.format(path=visible(str(path)), id=error), Exit.PROBLEMS) from error
    if path.parent == diary.folder:
        diary.told_copies([path])
    _say(done, found, as_json=options.json)
    return Exit.PROBLEMS if found.wrong else Exit.DONE


def _meant(typed: str, diary: DiaryStore) -> Path:
    """The file that is meant: a name alone may be that of a file beside the diary."""
    path = Path(typed)
    beside = diary.folder / path.name
    return beside if len(path.parts) == 1 and not path.exists() and beside.is_file() else path


def _read(path: Path, diary: DiaryStore, context: Context) -> _Found:
    """What is in a file, by what sort of file it is.

    Raises:
        CommandError: it is none that can be taken in.
    """
    if path.is_dir():
        inside = path / "diary.db"
        meant = _("Name the file in it: {file}.") if inside.is_file() else _("Name a file in it.")
        words = meant.format(file=visible(str(inside)))
        raise CommandError(_("{path}: this is a folder. {words}").format(path=visible(str(path)), words=words))
    try:
        data = read_bytes(path, LARGEST)
    except UnreadableError as error:
        raise CommandError(str(error)) from error
    if data.startswith(SQLITE):
        return _read_copy(path, data, diary, context)
    if foreign := foreign_words(data):
        raise _nothing_taken(path, foreign)
    problems = Problems()
    table: DiaryTable | None = None
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[", b""):
        entries = read_diary_lines(data, path=str(path), now=context.local_time(), problems=problems)
    else:
        table = _read_table(path, data, context, problems)
        entries = table.entries
    wrong = [str(problem) for problem, _nth in zip(problems, range(_MOST_SAID), strict=False)]
    return _Found(entries, {}, wrong, problems.count - len(wrong), table)


def _nothing_taken(path: Path, words: str) -> CommandError:
    told = _("{path}: {words} Nothing was taken in.").format(path=visible(str(path)), words=words)
    return CommandError(told, Exit.PROBLEMS)


def _read_copy(path: Path, data: bytes, diary: DiaryStore, context: Context) -> _Found:
    if diary.path.exists() and path.samefile(diary.path):
        raise _nothing_taken(path, _("This is your diary itself."))
    if len(data) > LARGEST:
        raise _nothing_taken(path, _("This is larger than any diary."))
    try:
        log = read_bytes(path.with_name(path.name + "-wal"), LARGEST)
    except UnreadableError:
        log = b""
    try:
        other = read_other_diary(path, data, log, context.local_time())
    except DiaryUnusableError as error:
        kinds = {
            StoreProblem.FOREIGN: _("This is a database (SQLite) of another program, not a diary of uncramp."),
            StoreProblem.NEWER: _("A newer uncramp wrote this diary. Get the newer uncramp to take it in."),
        }
        damaged = _("This is a database (SQLite) that is damaged. Is there another copy of it?")
        raise _nothing_taken(path, kinds.get(error.notice.problem, damaged)) from error
    shown = visible(str(path))
    wrong = [visible(f"{shown}: {line}") for line in other.unreadable]
    return _Found(other.entries, other.deleted, wrong[:_MOST_SAID], len(wrong[_MOST_SAID:]))


def _read_table(path: Path, data: bytes, context: Context, problems: Problems) -> DiaryTable:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        words = _("This is not UTF-8, by its line {line}. Save it as UTF-8 ('CSV UTF-8' in Excel), and take that in.")
        raise _nothing_taken(path, words.format(line=line)) from error
    now = context.local_time()
    table = read_diary_table(text, path=str(path), read_start=partial(read_start, now=now), problems=problems)
    if table is None:
        words = _(
            "This is text, but neither what 'export' wrote nor a table: the first line of a table names its columns, "
            "such as date, time, side, pain, minutes, note."
        )
        raise _nothing_taken(path, words)
    return table


def _told(found: _Found) -> list[str]:
    if not found.more_wrong:
        return found.wrong
    return [*found.wrong, plural("And {n} more.", "And {n} more.", found.more_wrong)]


def _columns(table: DiaryTable | None) -> list[str]:
    if table is None:
        return []
    taken = (_("{heading} as {key}").format(heading=_heading(heading), key=key) for heading, key in table.taken.items())
    lines = [_("Columns taken: {columns}.").format(columns=", ".join(taken))]
    if table.left:
        left = ", ".join(_heading(heading) for heading in table.left)
        lines.append(_("Columns left out: {columns}.").format(columns=left))
    return lines


def _heading(heading: str) -> str:
    return f"'{visible(shorten(heading))}'"


def _say(done: Imported, found: _Found, *, as_json: bool) -> None:
    if as_json:
        more: dict[str, object] = {"wrong": [*found.wrong]} if found.wrong else {}
        if found.table is not None:
            more |= {"columns": dict(found.table.taken), "columns_left_out": list(found.table.left)}
        print_json(asdict(done) | more)
        return
    for line in (*_told(found), *_columns(found.table)):
        print(line)
    print(plural("{n} new entry.", "{n} new entries.", done.added))
    if done.changed:
        print(plural("{n} was newer there.", "{n} were newer there.", done.changed))
    if done.same:
        print(plural("{n} was here already.", "{n} were here already.", done.same))
    if done.older:
        print(plural("{n} is newer here and stays.", "{n} are newer here and stay.", done.older))
    if done.deleted:
        print(plural("{n} is deleted here and stays so.", "{n} are deleted here and stay so.", done.deleted))
    if done.removed:
        gone = plural(
            "{n} was deleted there, and is now here.", "{n} were deleted there, and are now here.", done.removed
        )
        print(gone, _("'restore' brings it back."))
