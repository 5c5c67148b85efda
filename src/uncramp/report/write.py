"""Writes the page for the doctor to a file, for a screen: the whole diary, to be printed."""

from collections.abc import Iterable
from pathlib import Path

from uncramp.domain.diary import Entry, When
from uncramp.domain.profile import ProfileNotice
from uncramp.domain.report import AboutMe, about, count_report
from uncramp.files.disk import NotSavedError, write_whole
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.report.html import as_html
from uncramp.report.page import page_of
from uncramp.words.signs import known_signs


def about_me(context: Context) -> AboutMe | None:
    """What the person has said of themselves; nothing where their profile can't be read."""
    if ProfileNotice.NOT_READ in context.person.notices:
        return None
    return about(context.profile, context.local_time().date())


def write_page(context: Context, entries: Iterable[Entry], me: AboutMe | None) -> Path:
    """Write the page into the person's home folder, in the place of one of the same day.

    Args:
        context: the clock and the person.
        entries: the whole diary.
        me: what the page is to say of the person.

    Returns:
        The file.

    Raises:
        NotSavedError: it can't be written.
    """
    now = context.local_time()
    name = f"uncramp-report-{now.date().isoformat()}.html"
    report = count_report(list(entries), When.of(now), tuple(known_signs()), about_me=me)
    try:
        path = Path.home() / name
    except RuntimeError as error:
        raise NotSavedError(Path(name), _("there is no home folder")) from error
    write_whole(path, as_html(page_of(report)).encode())
    return path
