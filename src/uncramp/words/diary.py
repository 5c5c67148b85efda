"""Words for the diary: when something was, what an entry holds, and what is wrong with the diary's files."""

import errno
import os
import shlex
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from uncramp.clock import is_night
from uncramp.domain.diary import CrampEntry, DayCount, Ending, Entry, SessionEntry, State, When
from uncramp.domain.practice import Streak
from uncramp.domain.routine import Part, Side
from uncramp.domain.store_problem import StoreNotice, StoreProblem
from uncramp.faults import mend_file, system_words
from uncramp.files.text import visible
from uncramp.i18n import _, plural
from uncramp.words.session import short_time, spoken_time

_DAY = timedelta(days=1)
_NOON = 12
_MINUTE = 60
_NAMED = 3
"""Copies of the diary that are named at once, at most."""


def weekday_names() -> tuple[str, ...]:
    """The days of the week, Monday first, in three letters."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def month_names() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip


def day_words(day: date, today: date) -> str:
    """A day: `Tue 3 Nov`, with its year where that is another one than today's."""
    words = _("{weekday} {day} {month}") if day.year == today.year else _("{weekday} {day} {month} {year}")
    weekday, month = weekday_names()[day.weekday()], month_names()[day.month - 1]
    return words.format(weekday=weekday, day=day.day, month=month, year=day.year)


def night_words(night: date, today: date) -> str:
    """A night by the date of its evening, and that of its morning: `night 21/22 Nov`, with its year as `day_words`."""
    return _("night {dates}").format(dates=_night_dates(night, today))


def _night_dates(night: date, today: date) -> str:
    morning = night + _DAY
    year = {"from_year": night.year, "to_year": morning.year}
    dates = {"evening": night.day, "from_month": month_names()[night.month - 1]}
    dates |= {"morning": morning.day, "to_month": month_names()[morning.month - 1]}
    if night.year != morning.year:
        return _("{evening} {from_month} {from_year}/{morning} {to_month} {to_year}").format(**dates, **year)
    one_month = _("{evening}/{morning} {to_month}")
    named = (one_month if night.month == morning.month else _("{evening} {from_month}/{morning} {to_month}")).format(
        **dates
    )
    return named if night.year == today.year else _("{dates} {year}").format(dates=named, year=night.year)


def is_of_night(entry: Entry) -> bool:
    """Whether an entry is of the night that follows its day: from the evening on, whatever the date is by then."""
    local = entry.start.local
    return local.date() != entry.day or (is_night(local) and local.hour >= _NOON)


def date_words(entry: Entry, today: date) -> str:
    return night_words(entry.day, today) if is_of_night(entry) else day_words(entry.day, today)


def when_words(entry: Entry, today: date) -> str:
    """When an entry was: `night 21/22 Nov, 03:10`, `Tue 3 Nov 18:00`."""
    local = entry.start.local
    time = f"{local:%H:%M}"
    if isinstance(entry, CrampEntry) and is_of_night(entry):
        return _("{night}, {time}").format(night=night_words(entry.day, today), time=time)
    return _("{day} {time}").format(day=day_words(local.date(), today), time=time)


def moment_words(when: When) -> str:
    """A moment in full, to be said back: `Night of Sat 21 to Sun 22 Nov 2026, 03:10 (UTC+1)`."""
    local = when.local
    hours, minutes = divmod(abs(when.offset), 60)
    ahead = f"{'-' if when.offset < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")
    zone = f"UTC{ahead}" if when.offset else "UTC"
    time = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
    if not is_night(local):
        return _("{day}, {time} ({zone})").format(day=day_words(local.date(), date.min), time=time, zone=zone)
    evening = local.date() - (_DAY if local.hour < _NOON else timedelta())
    morning = evening + _DAY
    shown = day_words(evening, morning)
    if evening.month == morning.month:
        shown = shown.removesuffix(f" {month_names()[evening.month - 1]}")
    words = _("Night of {evening} to {morning}, {time} ({zone})")
    return words.format(evening=shown, morning=day_words(morning, date.min), time=time, zone=zone)


def heading_words(entry: Entry, today: date) -> str:
    """What stands above the entries of one day, or of one night."""
    day = entry.day
    if not is_of_night(entry):
        words = {today: _("Today, {day}"), today - _DAY: _("Yesterday, {day}")}.get(day, "{day}")
        return words.format(day=day_words(day, today))
    return _("Night {dates}").format(dates=_night_dates(day, today))


def happened_words(when: str, count: DayCount, *, apart: bool = False) -> str:
    """What happened on a day or in a night: `Tue 3 Nov: 1 cramp, 2 sessions`; on a line of its own if `apart`."""
    said = [
        plural("{n} cramp", "{n} cramps", count.cramps) if count.cramps else "",
        plural("{n} cramp?", "{n} cramps?", count.unconfirmed) if count.unconfirmed else "",
        plural("{n} session", "{n} sessions", count.sessions) if count.sessions else "",
        plural("{n} broken off", "{n} broken off", count.broken_off) if count.broken_off else "",
    ]
    what = ", ".join(filter(None, said)) or _("nothing")
    return (_("{day}:\n{what}") if apart else _("{day}: {what}")).format(day=when, what=what)


def count_words(count: DayCount, today: date) -> str:
    """What a mark in the calendar counts: a day, and the night that began on its evening."""
    both = _("{day} and {night}").format(day=day_words(count.day, today), night=night_words(count.day, today))
    return happened_words(both, count, apart=True)


def streak_words(streak: Streak) -> str:
    """Practice, counted kindly; nothing where there was none."""
    if not streak.done:
        return ""
    if streak.of == 1:
        return _("Your first day of practice")
    return _("Practice: {done} of the last {of} days").format(done=streak.done, of=streak.of)


def entry_title(entry: Entry | None, today: date | None = None) -> str:
    """What an entry is, and with `today` when it was; of a cramp that is still to be written where there is none."""
    if entry is None:
        return _("Add a cramp")
    if today is None:
        return visible(entry.title or entry.routine) if isinstance(entry, SessionEntry) else _("Cramp")
    when = when_words(entry, today)
    if isinstance(entry, CrampEntry):
        return (_("Cramp? {when}") if entry.unconfirmed else _("Cramp, {when}")).format(when=when)
    return _("{title}, {when}").format(title=visible(entry.title or entry.routine), when=when)


def notice_words(notice: StoreNotice) -> str:
    """What is wrong with the diary's files, and what becomes of what was recorded."""
    known = _cause(notice)
    why = known[0] if known else notice.why
    words = {
        StoreProblem.DAMAGED: _("Your diary could not be read. It is kept as {path}, and a new one is begun."),
        StoreProblem.FOREIGN: _("The diary's file was something else. It is kept as {path}, and a new one is begun."),
        StoreProblem.NEWER: _("A newer uncramp wrote your diary, {path}. Get the newer uncramp to use it."),
        StoreProblem.LOCKED: _("Another program uses your diary, {path}."),
        StoreProblem.READ_ONLY: _("Your diary can't be opened or written: {path} ({why})."),
        StoreProblem.FULL: _("{Why}: your diary, {path}, can't grow."),
        StoreProblem.BROKEN: _("Your diary can't be used now: {path} ({why})."),
        StoreProblem.STRAY: _("Part of what was kept beside your diary could not be read. It is kept as {path}."),
        StoreProblem.UNREADABLE: _("An entry of your diary was changed by another program, and is left out: {why}."),
        StoreProblem.SPOOLED: _("What happened is kept in {path}. It goes into your diary as soon as that works."),
        StoreProblem.UNDATED: _(
            "The clock of this computer says {why}, which can't be right. What happened is kept in {path}, not in your "
            "diary."
        ),
        StoreProblem.SLOW: _("Your diary takes long to answer: {path}."),
        StoreProblem.LOST: _("What happened could not be written anywhere ({why}). Write it down for yourself."),
    }
    return words[notice.problem].format(path=notice.path, why=why, Why=why[:1].upper() + why[1:])


def copies_words(paths: Sequence[Path]) -> str:
    """That there are other diaries beside the diary, and how to take them in; `paths` are not empty."""
    names = ", ".join(path.name for path in paths[:_NAMED])
    if len(paths) > _NAMED:
        names = _("{names} and {n} more").format(names=names, n=len(paths) - _NAMED)
    copies = plural("is another copy of it", "are {n} other copies of it", len(paths))
    words = _("Beside your diary {copies}, perhaps from another machine: {names}.").format(copies=copies, names=names)
    how = _("To take in what is newer there, which is safe to do twice: uncramp diary import {name}")
    name = shlex.quote(paths[0].name) if os.name == "posix" else f'"{paths[0].name}"'
    return f"{words} {how.format(name=name)}"


def _cause(notice: StoreNotice) -> tuple[str, str] | None:
    return system_words(notice.number or (errno.ENOSPC if notice.problem is StoreProblem.FULL else 0))


def clock_words(now: datetime) -> str:
    says = now.replace(tzinfo=None).isoformat(" ", "minutes")
    return _("The clock says {when}, which can't be right. Set it first.").format(when=says)


def mend_words(notice: StoreNotice) -> str:
    """What the person can do about it; "" where nothing has to be done, or it has been said."""
    if known := _cause(notice):
        return known[1]
    broken = _("Leave the file where it is. To mend it, start uncramp again, or put back a backup of your diary.")
    if notice.intact:
        broken = _("The file itself is whole: leave it where it is. To mend it, close other programs, and start again.")
    words = {
        StoreProblem.LOCKED: _("To mend it, close the other program."),
        StoreProblem.READ_ONLY: mend_file(),
        StoreProblem.UNDATED: _("To mend it, set the clock. Then add what happened: uncramp diary add"),
        StoreProblem.BROKEN: broken,
    }
    return words.get(notice.problem, "")


def side_word(side: Side) -> str:
    return {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both sides")}.get(side, "")


def part_word(part: Part) -> str:
    return {
        Part.CALF: _("calf"),
        Part.FOOT: _("foot"),
        Part.THIGH: _("thigh"),
        Part.HAND: _("hand"),
        Part.LEG: _("leg"),
    }[part]


def where_words(cramp: CrampEntry) -> str:
    """Where a cramp was: `left calf`; nothing where that was not said."""
    side, part = side_word(cramp.side) if cramp.side else "", part_word(cramp.part) if cramp.part else ""
    return f"{side} {part}".strip()


def state_word(state: State) -> str:
    return {State.ASLEEP: _("sleeping"), State.RESTING: _("resting"), State.ACTIVE: _("moving")}[state]


_SAID_OF_STATE = {
    State.ASLEEP: "sleeping|sleep|slept|bed|in bed|at night",
    State.RESTING: "rest|sitting|sit|sat|lying|lying down|relaxing",
    State.ACTIVE: "moving|walking|walk|walked|running|run|exercise|exercising|sport|sports|working|swimming",
}
"""Other words for what somebody was doing, as people type them."""


def typed_state(text: str) -> str:
    """The state that is meant by a word that somebody types; any other text as it is, in small letters."""
    word = " ".join(text.casefold().split())
    return next((state.value for state, others in _SAID_OF_STATE.items() if word in others.split("|")), word)


def ending_word(ending: Ending) -> str:
    return {
        Ending.COMPLETED: _("done to the end"),
        Ending.STOPPED: _("stopped"),
        Ending.INTERRUPTED: _("cut off"),
    }[ending]


def entry_words(entry: Entry) -> str:
    """An entry on one line, but for when it was and its note."""
    if isinstance(entry, SessionEntry):
        return " · ".join([entry.title or entry.routine, _how_it_ended(entry)])
    said = [
        side_word(entry.side) if entry.side else "",
        part_word(entry.part) if entry.part else "",
        _("stopped after {time}").format(time=spoken_time(entry.relief)) if entry.relief is not None else "",
        _("strength {n} of 10").format(n=entry.strength) if entry.strength is not None else "",
        _("then {n} of 10").format(n=entry.strength_after) if entry.strength_after is not None else "",
        state_word(entry.state) if entry.state else "",
        _("warning signs: {n}").format(n=len(entry.signs)) if entry.signs else "",
    ]
    return " · ".join([_("Cramp?") if entry.unconfirmed else _("Cramp"), *filter(None, said)])


def essence(entry: Entry) -> tuple[str, str]:
    """An entry in two of the shortest lines: of practice how it ended and what it was, of a cramp where and how long."""
    if isinstance(entry, SessionEntry):
        ended = {Ending.COMPLETED: _("done"), Ending.STOPPED: _("stopped"), Ending.INTERRUPTED: _("cut off")}
        return _("tried") if entry.tried else ended[entry.ending], entry.title or entry.routine
    where = where_words(entry)
    gone = _("gone after {time}").format(time=short_time(entry.relief)) if entry.relief is not None else ""
    return where or _("cramp"), gone or (_("Was it a cramp?") if entry.unconfirmed else _("cramp"))


def _how_it_ended(entry: SessionEntry) -> str:
    """How practice ended, and after what time."""
    time = spoken_time(entry.played if entry.played < _MINUTE else round(entry.played / _MINUTE) * _MINUTE)
    if entry.tried:
        return _("only tried, for {time}").format(time=time)
    if entry.ending is not Ending.COMPLETED:
        return _("{ended} after {time}").format(ended=ending_word(entry.ending), time=time)
    return (_("done in {time}") if entry.counts else _("skipped to the end in {time}")).format(time=time)
