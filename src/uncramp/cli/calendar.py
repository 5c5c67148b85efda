"""The command that makes a calendar file of the person's plan."""

import argparse
import sys
from dataclasses import replace
from datetime import time

from uncramp.cli.output import needing, page_path, tell, write_page
from uncramp.domain.day_plan import at_times
from uncramp.domain.profile import ProfileNotice
from uncramp.faults import CommandError, Exit
from uncramp.files.disk import NotSavedError
from uncramp.files.profile import read_value
from uncramp.files.profile_saving import not_saved_words, save_profile
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.form import refused
from uncramp.i18n import _
from uncramp.words.profile import times_words

_TIMES = (time(8), time(13), time(20, 30))
"""The times of day of somebody who has said none. Our own choice."""

_ENDINGS = (".ics",)


def add_to(parser: argparse.ArgumentParser) -> None:
    words = _("write it into this file; else it is shown here")
    parser.add_argument("-o", "--output", metavar=_("FILE.ics"), help=words)


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the calendar or print it; on standard error, what the person has to know of it."""
    with needing("icalendar"):
        from uncramp.report.calendar import as_calendar, week_plan
    path = page_path(options.output, _ENDINGS) if options.output is not None else None
    week = week_plan(context)
    tell(*context.notices)
    if week.left_out:
        words = _("Left out: {names}. It can't be read (uncramp check says why), or is not there or not for you.")
        tell(words.format(names=visible(", ".join(week.left_out))))
    if not week.appointments:
        raise CommandError(_("There is nothing in your plan. Start uncramp and press p to change that."), Exit.PROBLEMS)
    times = _times(context)
    for one in week.appointments:
        if len(at_times(one.dose, times)) < one.dose.least:
            words = _("{name} is {n}× a day in your plan. You have fewer times, so it stands at each of them.")
            tell(words.format(name=one.routine.name, n=one.dose.least))
    data = as_calendar(week.appointments, times, context.local_time())
    if path is not None:
        write_page(path, data.decode())
        tell(_("Take it in again after each change. What you took out of your plan, delete in your calendar."))
    else:
        sys.stdout.buffer.write(data)
    return Exit.DONE


def _times(context: Context) -> tuple[time, ...]:
    """The person's times of day: as the profile has them, else as they say now, else the program's own, which is said."""
    person = context.profile
    if person.times:
        return person.times
    sound = not context.person.problems and ProfileNotice.NOT_READ not in context.person.notices
    if sound and sys.stdin.isatty() and sys.stderr.isatty() and (times := _asked()):
        try:
            save_profile(context.person.path, replace(person, times=times))
            tell(_("Kept in your profile: {times}. a at home changes it.").format(times=times_words(times)))
        except NotSavedError as error:
            tell(not_saved_words(error))
        return times
    words = _("You have said no times. These are taken: {times}. To say yours, start uncramp and press a.")
    tell(words.format(times=times_words(_TIMES)))
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
