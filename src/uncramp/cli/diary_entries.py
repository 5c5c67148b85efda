"""The commands that look at the entries of the diary, one by one or all, and change them."""

import argparse
import re
import sys
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

from uncramp.cli.command_parser import choices
from uncramp.cli.output import like, print_json, routine_of
from uncramp.domain.diary import CrampEntry, DiaryError, Ending, Entry, SessionEntry, State, When, can_be_true
from uncramp.domain.diary_record import Record, as_entry, as_record
from uncramp.domain.duration import DurationError, read_durations, write_duration
from uncramp.domain.routine import Part, Purpose, Side
from uncramp.domain.store_problem import UnknownEntryError
from uncramp.domain.times import NoTimeError, UnsureError, parse_day
from uncramp.faults import CommandError, Exit
from uncramp.files.text import flaws, shorten, visible
from uncramp.guidance.context import Context
from uncramp.guidance.diary_form import is_from_elsewhere, read_start
from uncramp.i18n import _, plural
from uncramp.store.diary import DiaryStore
from uncramp.words.diary import clock_words, date_words, entry_words, moment_words, typed_state
from uncramp.words.session import spoken_time
from uncramp.words.signs import known_signs, signs_to_tick

_CLEAR = "-"
"""What is typed to take out what an entry says."""

_CRAMP = ("relief", "side", "part", "strength", "strength_after", "state", "steps", "ended_in", "signs", "note")
_SESSION = ("played", "ending")

_LAST = "last"
"""What is typed for the newest entry; no id begins so."""
_SHORT = 8
"""Characters of an id that are shown."""
_LONG_AGO = date(1970, 1, 1)

Meant = TypeVar("Meant")


def list_entries(diary: DiaryStore, options: argparse.Namespace, context: Context) -> int:
    since = since_of(options, context.local_time()) or _LONG_AGO
    entries = diary.entries(since, date.max)
    if options.json:
        print_json([_as_json(entry) for entry in entries])
    elif entries:
        _print_days(entries, context.local_time().date())
        _say_how_to_confirm(entries)
    else:
        print(_("Nothing is in your diary yet.") if since == _LONG_AGO else _("Nothing since then."))
    return Exit.DONE


def since_of(options: argparse.Namespace, now: datetime) -> date | None:
    """The day of `--since`, `None` for all days.

    Raises:
        DiaryError: it is none.
    """
    try:
        return parse_day(options.since, now) if options.since else None
    except DiaryError as error:
        raise DiaryError("--since", error.message) from error


def list_versions(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    found = diary.versions(_id_of(diary, options.id))
    if options.json:
        print_json([{"version": one.number, "entry": _as_json(one.entry)} for one in found])
        return Exit.DONE
    if not found:
        print(_("It was never changed."))
    for one in found:
        replaced = datetime.fromtimestamp(one.replaced, UTC).astimezone()
        until = _("until {when}").format(when=f"{replaced:%Y-%m-%d %H:%M}")
        print(f"{one.number}  {_line(one.entry)}  ({until})")
    return Exit.DONE


def _as_json(entry: Entry) -> dict[str, object]:
    """An entry for scripts: its record, and the night or day that it belongs to. A contract."""
    record = as_record(entry)
    return {"id": entry.id, "kind": record["kind"], "day": entry.day.isoformat(), **record}


def _print_entry(entry: Entry, options: argparse.Namespace, *, said_back: bool = False) -> int:
    if options.json:
        print_json(_as_json(entry))
        return Exit.DONE
    if said_back:
        kept = _("{when}, by the clocks where it was") if is_from_elsewhere(entry.start) else "{when}"
        print(kept.format(when=moment_words(entry.start)))
    print(f"{entry.id[:_SHORT]}  {_line(entry)}")
    return Exit.DONE


def _id_of(diary: DiaryStore, typed: str) -> str:
    """The id of the entry that is meant by the beginning of its id.

    Raises:
        CommandError: there is none, or more than one.
    """
    beginning = typed.strip().casefold()
    if beginning == _LAST:
        found = [entry.id for entry in diary.page(limit=1)]
    else:
        found = diary.ids_like(beginning, 2) if beginning else []
    if len(found) == 1:
        return found[0]
    shown = visible(shorten(typed))
    if found:
        raise CommandError(_("More than one entry begins with '{id}'. Write more of it.").format(id=shown))
    raise CommandError(_("There is no entry '{id}'. 'uncramp diary list' shows them.").format(id=shown))


def _print_days(entries: Iterable[Entry], today: date) -> None:
    shown = None
    for entry in sorted(entries, key=lambda one: (one.day, one.start, one.id)):
        heading = date_words(entry, today)
        if heading != shown:
            shown = heading
            print(heading)
        print(f"  {entry.id[:_SHORT]}  {_line(entry)}")


def _say_how_to_confirm(entries: Iterable[Entry]) -> None:
    if unsure := [entry.id[:_SHORT] for entry in entries if isinstance(entry, CrampEntry) and entry.unconfirmed]:
        print("", _("A '?' is first aid that was left. It counts nowhere until you say what it was."), sep="\n")
        print(_("It was a cramp: uncramp diary edit {id}").format(id=unsure[-1]))
        print(_("It was none: uncramp diary delete {id}").format(id=unsure[-1]))


def _line(entry: Entry) -> str:
    when = f"{entry.start.local:%Y-%m-%d %H:%M}"
    note = entry.note if isinstance(entry, CrampEntry) else ""
    return visible(f"{when}  {entry_words(entry)}" + (f"  “{note}”" if note else ""))


def fields(parser: argparse.ArgumentParser, *, clearing: bool = False) -> None:
    """The options for what an entry says; with `clearing`, '-' takes it out again."""
    clear = (_CLEAR,) if clearing else ()
    cramp = parser.add_argument_group(_("a cramp"), _("Write - to take out what is there.") if clearing else None)
    cramp.add_argument("--relief", metavar=_("TIME"), help=_("how long until it stopped, such as 90s, 2m or 1:30"))
    cramp.add_argument("--side", **choices((Side.LEFT, Side.RIGHT, Side.BOTH, *clear)), help=_("which side"))
    cramp.add_argument("--part", **choices((*Part, *clear)), help=_("where it was"))
    cramp.add_argument("--strength", metavar="0-10", help=_("how strong the pain was at first: 10 is the worst"))
    cramp.add_argument("--strength-after", metavar="0-10", help=_("how strong it was when the cramp had stopped"))
    states = choices((*State, *clear)) | {"type": typed_state}
    cramp.add_argument("--state", **states, help=_("what you did when it came"))
    words = _("what you did against it, such as Stretch; each in an option of its own")
    cramp.add_argument("--step", action="append", dest="steps", metavar=_("WORDS"), help=words)
    cramp.add_argument("--ended-in", metavar=_("WORDS"), help=_("which of these you did when it stopped"))
    signs = _("a warning sign: {keys}").format(keys=", ".join(signs_to_tick()))
    cramp.add_argument("--sign", action="append", dest="signs", metavar=_("SIGN"), help=signs)
    cramp.add_argument("--note", metavar=_("WORDS"), help=_("what else you want to keep, in quotes"))
    practice = parser.add_argument_group(_("practice"))
    practice.add_argument("--played", metavar=_("TIME"), help=_("how long you did it, such as 5m; else all of it"))
    practice.add_argument("--ending", **choices(Ending), help=_("how it ended"))


def add(diary: DiaryStore, options: argparse.Namespace, context: Context) -> int:
    start = _start(" ".join(options.start), context)
    new = _session(start, options, context) if options.session else CrampEntry(str(uuid.uuid4()), start)
    entry = _with(new, options)
    diary.add(entry)
    return _print_entry(entry, options, said_back=True)


def edit(diary: DiaryStore, options: argparse.Namespace, context: Context) -> int:
    kept = diary.get(_id_of(diary, options.id))
    if kept.deleted:
        deleted = _("This entry is deleted. 'uncramp diary restore {id}' brings it back.")
        raise CommandError(deleted.format(id=kept.entry.id))
    entry = kept.entry
    if options.start is not None:
        entry = replace(entry, start=_start(options.start, context, entry.start))
    entry = _with(entry, options)
    if isinstance(entry, CrampEntry):  # whoever corrects it says that it was one
        entry = replace(entry, unconfirmed=False)
    if entry == kept.entry:
        raise CommandError(_("Say what to change: 'uncramp diary edit --help' shows how."))
    diary.change(entry)
    return _print_entry(entry, options, said_back=options.start is not None)


def delete(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    """Delete entries: all of those named, or none where one of them is unknown."""
    ids = list(dict.fromkeys(_id_of(diary, typed) for typed in options.ids))
    done = diary.delete_all(ids)
    if options.json:
        print_json({"deleted": done})
        return Exit.DONE
    print(plural("{n} entry deleted.", "{n} entries deleted.", len(done)))
    if done:
        one, many = (
            _("'uncramp diary restore {id}' brings it back."),
            _("'uncramp diary restore {id}' brings them back."),
        )
        print((one if len(done) == 1 else many).format(id=done[0][:_SHORT]))
    return Exit.DONE


def restore(diary: DiaryStore, options: argparse.Namespace, _context: Context) -> int:
    """Take back a deletion, with all that it took, or the last change."""
    entry_id = _id_of(diary, options.id)
    others = [one for one in diary.deleted_with(entry_id) if one != entry_id] if options.version is None else []
    try:
        entry = diary.restore(entry_id, options.version)
    except UnknownEntryError as error:
        nothing = _("There is nothing to take back: 'uncramp diary versions {id}' shows what it said before.")
        raise CommandError(nothing.format(id=entry_id[:_SHORT])) from error
    if options.json:
        print_json(_as_json(entry) | ({"restored_with_it": others} if others else {}))
        return Exit.DONE
    for one in (entry, *(diary.get(other).entry for other in others)):
        _print_entry(one, options)
    return Exit.DONE


def _session(start: When, options: argparse.Namespace, context: Context) -> Entry:
    wanted = options.session
    routine = routine_of(context.library, wanted)
    if routine.purpose is Purpose.FIRST_AID:
        raise CommandError(_("'{name}' is first aid: add the cramp, without --session.").format(name=wanted))
    planned = context.plan(routine).seconds
    played = planned if options.played is None else 0
    ending = Ending.COMPLETED if options.ending is None else Ending(options.ending)
    return SessionEntry(str(uuid.uuid4()), start, routine.name, routine.title, routine.purpose, planned, played, ending)


def _with(entry: Entry, options: argparse.Namespace) -> Entry:
    keys, others = (_CRAMP, _SESSION) if isinstance(entry, CrampEntry) else (_SESSION, _CRAMP)
    strange = next((key for key in others if getattr(options, key) is not None), None)
    if strange is not None:
        kind = _("a cramp") if isinstance(entry, CrampEntry) else _("practice")
        raise CommandError(_("{option} does not go with {kind}.").format(option=_option(strange), kind=kind))
    record = as_record(entry)
    for key in keys:
        if (typed := getattr(options, key)) is not None:
            _set(record, key, typed)
    return as_entry(record)


def _set(record: Record, key: str, typed: str | list[str]) -> None:
    if typed in (_CLEAR, [_CLEAR]):
        record.pop(key, None)
        return
    lines = [" ".join(text.split()) for text in (typed if isinstance(typed, list) else [typed])]
    for text in lines:
        if flaw := next(flaws(text), None):
            raise DiaryError(_option(key), flaw[1])
    try:
        record[key] = lines if isinstance(typed, list) else _READERS.get(key, str)(lines[0])
    except DiaryError as error:
        raise DiaryError(_option(key), error.message) from error
    if key == "signs":
        _refuse_strange_signs(lines)


def _refuse_strange_signs(typed: list[str]) -> None:
    offered, known = signs_to_tick(), known_signs()  # a script may still write a sign that nobody is asked about
    for key in typed:
        if key not in known:
            told = like(_("'{name}' is no warning sign here."), key, offered, ", ".join(offered))
            raise DiaryError("--sign", told)


def _start(typed: str, context: Context, before: When | None = None) -> When:
    """When it began. What is not said, or not sure, is asked where somebody is there to answer.

    Raises:
        DiaryError: it is no time; or nobody can be asked, and the message says what would be right.
    """
    now = context.local_time()
    if not can_be_true(now):
        raise CommandError(clock_words(now), Exit.PROBLEMS)
    try:
        return read_start(typed, now, before)
    except NoTimeError:
        time = _answer(_("At what time?"))
        if not time:
            raise
        return _start(f"{typed} {time}", context, before)
    except UnsureError as error:
        return _which(error.readings, moment_words, error)


def _which(readings: tuple[Meant, ...], words: Callable[[Meant], str], error: DiaryError) -> Meant:
    """The reading that is meant, asked one by one.

    Raises:
        DiaryError: the error, where it is none of them or nobody can be asked.
    """
    for reading in readings:
        if _answer(_("Do you mean {what}? y/n").format(what=words(reading))).casefold() in ("y", _("y"), "yes"):
            return reading
    raise error


def _answer(question: str) -> str:
    """What somebody at a terminal answers; nothing where nobody is there."""
    if sys.stdin is None or not sys.stdin.isatty():
        return ""
    print(question, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def _seconds(text: str) -> int:
    try:
        found = read_durations(text)
    except DurationError as error:
        raise DiaryError("time", str(error)) from error
    if len(set(found)) == 1:  # 0 is as long in every unit
        return found[0]
    options = " or ".join(map(write_duration, found))
    return _which(found, spoken_time, DiaryError("time", f"'{text}' has no unit: write {options}"))


def _strength(text: str) -> int:
    text = re.sub(r" ?(?:/|of|out of) ?10$", "", text.strip())
    if not (text.isascii() and text.isdigit()) or len(text) > 2:  # noqa: PLR2004 - two digits
        raise DiaryError("strength", f"'{text}' is no strength: write a whole number from 0 to 10")
    return int(text)


def _option(key: str) -> str:
    return "--" + {"steps": "step", "signs": "sign"}.get(key, key).replace("_", "-")


_READERS: dict[str, Callable[[str], object]] = {
    "relief": _seconds,
    "played": _seconds,
    "strength": _strength,
    "strength_after": _strength,
}
