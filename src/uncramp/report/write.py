"""Writes the page for the doctor to a file, for a screen: the whole diary, to be printed."""

from datetime import date
from pathlib import Path

from uncramp.domain.day_plan import Dose
from uncramp.domain.diary import When
from uncramp.domain.profile import ProfileNotice
from uncramp.domain.report import AboutMe, Report, about, count_report
from uncramp.domain.told import ToldEntries
from uncramp.files.disk import NotSavedError, write_whole
from uncramp.guidance.context import Context
from uncramp.guidance.routines import planned_week
from uncramp.i18n import _
from uncramp.report.html import as_html
from uncramp.report.page import page_of
from uncramp.words.signs import known_signs


def about_me(context: Context) -> AboutMe | None:
    """What the person has said of themselves; nothing where their profile can't be read."""
    if ProfileNotice.NOT_READ in context.person.notices:
        return None
    return about(context.profile, context.local_time().date())


def report_of(context: Context, told: ToldEntries, *, since: date | None = None, me: AboutMe | None = None) -> Report:
    """What the page tells of a diary, with what is planned for this person."""
    now = When.of(context.local_time())
    week: tuple[tuple[Dose, ...], ...] = ()
    with context.faults.reported(_("Your plan for the day can't be read.")):
        week = planned_week(context.library, context.profile, now.day)
    return count_report(told, now, tuple(known_signs()), since=since, about_me=me, week=week)


def page_path(context: Context) -> Path:
    """Where the page is written: the person's home folder, under the day's date.

    Raises:
        NotSavedError: there is no such folder.
    """
    name = f"uncramp-report-{context.local_time().date().isoformat()}.html"
    try:
        return Path.home() / name
    except RuntimeError as error:
        raise NotSavedError(Path(name), _("there is no home folder")) from error


def write_page(context: Context, told: ToldEntries, me: AboutMe | None) -> Path:
    """Write the page, in the place of one of the same day; where it is.

    Raises:
        NotSavedError: it can't be written.
    """
    path = page_path(context)
    write_whole(path, as_html(page_of(report_of(context, told, me=me))).encode())
    return path
