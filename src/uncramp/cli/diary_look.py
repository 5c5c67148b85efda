"""Commands that print what is in the diary."""

import argparse
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime

from uncramp.domain.diary import CrampEntry, Entry, as_record
from uncramp.domain.times import parse_day
from uncramp.faults import CommandError, Exit
from uncramp.files.text import shorten, visible
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.store.diary import DiaryStore
from uncramp.words.diary import entry_words

_SHORT = 8
_LONG_AGO = date(1970, 1, 1)


def list_entries(diary: DiaryStore, options: argparse.Namespace, context: Context) -> int:
    """Print the entries, the oldest first, by night and day."""
    since = parse_day(options.since, context.local_time()) if options.since else _LONG_AGO
    entries = diary.entries(since, date.max)
    if options.json:
        print_json([entry_json(entry) for entry in entries])
    elif entries:
        _print_days(entries)
    else:
        print(_("Nothing is in your diary yet.") if since == _LONG_AGO else _("Nothing since then."))
    return Exit.DONE


def list_versions(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    """Print what an entry said before, the oldest first."""
    found = diary.versions(id_of(diary, options.id))
    if options.json:
        print_json([{"version": one.number, "entry": entry_json(one.entry)} for one in found])
        return Exit.DONE
    if not found:
        print(_("It was never changed."))
    for one in found:
        replaced = datetime.fromtimestamp(one.replaced, UTC).astimezone()
        until = _("until {when}").format(when=f"{replaced:%Y-%m-%d %H:%M}")
        print(f"{one.number}  {_line(one.entry)}  ({until})")
    return Exit.DONE


def entry_json(entry: Entry) -> dict[str, object]:
    """An entry for scripts: its record, and the night or day that it belongs to. A contract."""
    record = as_record(entry)
    return {"id": record.pop("id"), "kind": record.pop("kind"), "day": entry.day.isoformat(), **record}


def print_json(value: object) -> None:
    """Print for scripts."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_entry(entry: Entry, *, as_json: bool) -> None:
    """Print one entry."""
    if as_json:
        print_json(entry_json(entry))
    else:
        print(f"{entry.id[:_SHORT]}  {_line(entry)}")


def id_of(diary: DiaryStore, typed: str) -> str:
    """The id of the entry that is meant by the beginning of its id.

    Raises:
        CommandError: there is none, or more than one.
    """
    beginning = typed.strip().casefold()
    found = diary.ids_like(beginning, 2) if beginning else []
    if len(found) == 1:
        return found[0]
    shown = visible(shorten(typed))
    if found:
        raise CommandError(_("More than one entry begins with '{id}'. Write more of it.").format(id=shown))
    raise CommandError(_("There is no entry '{id}'. 'uncramp diary list' shows them.").format(id=shown))


def _print_days(entries: Iterable[Entry]) -> None:
    shown = None
    for entry in sorted(entries, key=lambda one: (one.day, one.start, one.id)):
        if entry.day != shown:
            shown = entry.day
            print(shown.isoformat())
        print(f"  {entry.id[:_SHORT]}  {_line(entry)}")


def _line(entry: Entry) -> str:
    when = f"{entry.start.local:%Y-%m-%d %H:%M}"
    note = entry.note if isinstance(entry, CrampEntry) else ""
    return visible(f"{when}  {entry_words(entry)}" + (f"  “{note}”" if note else ""))
