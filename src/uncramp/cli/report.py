"""The command that makes the page for the doctor."""

import argparse
import gc
import json
import sys

from uncramp.cli.command_parser import add_output
from uncramp.cli.diary import file_to_write, working_diary
from uncramp.cli.diary_entries import since_of
from uncramp.cli.output import tell, write_page
from uncramp.domain.diary import can_be_true
from uncramp.domain.report import Report
from uncramp.faults import CommandError, Exit
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.report.data import as_csv, as_data
from uncramp.report.html import as_html
from uncramp.report.page import page_of
from uncramp.report.text import as_text
from uncramp.report.write import about_me, report_of
from uncramp.words.diary import clock_words

_ENDINGS = {".html": "html", ".htm": "html", ".csv": "csv", ".json": "json", ".txt": "text", "": "text"}
"""Which form a file's ending asks for."""
_BARE = ("csv", "json")
"""Forms that don't say in words that there is nothing."""


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", metavar=_("DATE"), help=_("from this day on, such as 2026-11-22; else all"))
    forms = parser.add_mutually_exclusive_group()
    for form, words in (
        ("text", _("plain text, as without any of these")),
        ("html", _("a page to print")),
        ("csv", _("a table, a row for each entry")),
        ("json", _("as JSON, for scripts")),
    ):
        forms.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=words)
    with_me = _("add what your profile says, such as the week of your pregnancy")
    parser.add_argument("--about-me", action="store_true", help=with_me)
    words = _("write it into this file; its ending says the form: .html, .csv, .json or .txt")
    add_output(parser, _("FILE"), words)


def run(options: argparse.Namespace, context: Context) -> int:
    gc.disable()  # of many years nothing is garbage, and to look for it takes a fifth of the time
    try:
        return _report(options, context)
    finally:
        gc.enable()


def _report(options: argparse.Namespace, context: Context) -> int:
    now = context.local_time()
    if not can_be_true(now):
        raise CommandError(clock_words(now), Exit.PROBLEMS)
    with working_diary(context) as diary:
        since = since_of(options, now)
        target = file_to_write(options.output, diary, () if options.form else _ENDINGS)
        told = diary.told()
    if since is not None and since > now.date():
        raise CommandError(_("{day} has not come yet: write a day of the past.").format(day=since.isoformat()))
    me = None
    if options.about_me:
        tell(*context.notices)
        me = about_me(context)
        if me is None:  # the profile can't be trusted
            tell(_("So the page says nothing about you."))
    form = options.form or (_ENDINGS[target.suffix.casefold()] if target else "text")
    if form == "csv":  # nothing is counted for it
        inside = told.since(since)
        text, empty = as_csv(inside), not inside
    else:
        report = report_of(context, told, since=since, me=me)
        text, empty = _render(form, report), report.empty
    if empty and (target is not None or form in _BARE):
        tell(_("In this time nothing was written down."))
    if target is None:
        sys.stdout.write(text)
    else:
        write_page(target, text)
    return Exit.DONE


def _render(form: str, report: Report) -> str:
    if form == "json":
        return json.dumps(as_data(report), indent=2) + "\n"  # in ASCII: a note may hold anything
    page = page_of(report)
    return as_html(page) if form == "html" else as_text(page) + "\n"
