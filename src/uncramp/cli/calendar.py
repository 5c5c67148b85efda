"""The command that makes a calendar file of the person's plan."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from uncramp.cli.command_parser import add_output
from uncramp.cli.output import needing, page_path, tell, write_page
from uncramp.domain.day_plan import at_times
from uncramp.domain.profile import ProfileNotice
from uncramp.faults import CommandError, Exit
from uncramp.files.disk import NotSavedError, UnreadableError, absent, read_bytes, write_whole
from uncramp.files.profile import read_value
from uncramp.files.profile_saving import not_saved_words, save_profile
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.form import refused
from uncramp.i18n import _
from uncramp.paths import calendar_memory
from uncramp.words.profile import times_words

_TIMES = (time(8), time(13), time(20, 30))
"""The times of day of somebody who has said none. Our own choice."""

_ENDINGS = (".ics",)

_MOST_BYTES = 64 * 1024


def add_to(parser: argparse.ArgumentParser) -> None:
    words = _("write it into this file; else it is shown here")
    add_output(parser, _("FILE.ics"), words)


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the calendar or print it; on standard error, what the person has to know of it."""
    with needing("icalendar"):
        from uncramp.report.calendar import LONG_AGO, as_calendar, places, week_plan
    path = page_path(options.output, _ENDINGS) if options.output is not None else None
    week = week_plan(context)
    tell(*context.notices)
    if left_out := (*week.unreadable, *week.missing):
        words = _("Left out: {names}. It can't be read (uncramp check says why), or is not there or not for you.")
        tell(words.format(names=visible(", ".join(left_out))))
    former = _remembered()
    times = _times(context) if week.appointments else ()
    for one in week.appointments:
        if len(at_times(one.dose, times)) < one.dose.least:
            words = _("{name} is {n}× a day in your plan. You have fewer times, so it stands at each of them.")
            tell(words.format(name=one.routine.name, n=one.dose.least))
    there = [place for place, _one, _clock in places(week.appointments, times)]
    gone: list[str] = []
    if _is_sound(context):  # of a routine that can't be read nobody knows
        gone = [one for one in former if one not in there and one.rpartition("/")[0] not in week.unreadable]
    if not there and not gone:
        words = _("There is nothing in your plan. Start uncramp and press p to change that.")
        raise CommandError(context.said(words, "plan"), Exit.PROBLEMS)
    data = as_calendar(week.appointments, times, context.local_time(), gone)
    _remember(former, there)
    if path is not None:
        write_page(path, data.decode())
        words = _(
            "Take it in again after each change. What has left your plan goes to the first day of {year}, silent."
        )
        tell(words.format(year=LONG_AGO.year))
    else:
        sys.stdout.buffer.write(data)
    return Exit.DONE


def _remembered() -> list[str]:
    """The places that events had in any file so far: a later file takes those out that have left the plan.

    There may be too many, since they are written first: taking out what was never there does no harm.
    """
    path = calendar_memory()
    try:
        places = json.loads(read_bytes(path, _MOST_BYTES))
    except UnreadableError as error:
        if not absent(path, error):
            tell(visible(str(error)))
        return []
    except (ValueError, RecursionError):
        places = None
    if isinstance(places, list) and all(isinstance(place, str) for place in places):
        return list(dict.fromkeys(places))
    words = _("{path} is damaged, and made anew. What has left your plan, delete in your calendar.")
    tell(words.format(path=visible(str(path))))
    return []


def _remember(former: list[str], there: Iterable[str]) -> None:
    if new := [place for place in there if place not in former]:
        try:
            write_whole(calendar_memory(), json.dumps([*former, *new], indent=0).encode())
        except NotSavedError as error:
            words = _("{problem}. What leaves your plan, delete in your calendar.")
            tell(words.format(problem=visible(str(error))))


def _is_sound(context: Context) -> bool:
    """Whether all that the profile says is known."""
    return not context.person.problems and ProfileNotice.NOT_READ not in context.person.notices


def _times(context: Context) -> tuple[time, ...]:
    """The person's times of day: as the profile has them, else as they say now, else the program's own, which is said."""
    person = context.profile
    if person.times:
        return person.times
    if _is_sound(context) and sys.stdin.isatty() and sys.stderr.isatty() and (times := _asked()):
        try:
            save_profile(context.person.path, replace(person, times=times))
            words = context.said(_("Kept in your profile: {times}. a at home changes it."), "about_you")
            tell(words.format(times=times_words(times)))
        except NotSavedError as error:
            tell(not_saved_words(error))
        return times
    words = _("You have said no times. These are taken: {times}. To say yours, start uncramp and press a.")
    tell(context.said(words, "about_you").format(times=times_words(_TIMES)))
    return _TIMES


def _asked() -> tuple[time, ...]:
    """What the person types, until it can be read; none where they leave it empty.

    Raises:
        CommandError: the person has ended it.
    """
    question = _("At what times do you exercise? Such as 8:00, 20:30. Enter alone: {times}.")
    tell(question.format(times=times_words(_TIMES)))
    while True:
        try:
            typed = input().strip()  # nothing is said on standard output: it may be the file
        except (EOFError, KeyboardInterrupt):
            raise CommandError(_("Ended. Nothing was written."), Exit.PROBLEMS) from None
        times, problem = read_value("times", typed) if typed else ((), "")
        if isinstance(times, tuple):
            return times
        tell(refused(problem).told)
