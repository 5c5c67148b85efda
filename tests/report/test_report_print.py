"""The page as a browser prints it: one sheet of A4. Skipped where there is no Chromium."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chromium import CHROMIUM, printed
from report_samples import TODAY, a_huge_diary, a_short_diary, before, page
from uncramp.domain.diary import CrampEntry
from uncramp.domain.report import AboutMe
from uncramp.domain.routine import Tag
from uncramp.report.html import as_html
from uncramp.report.page import ReportPage

A4 = (595, 842)
"""Points."""


def cramps() -> list[CrampEntry]:
    """Many, with long notes and no signs."""
    return [replace(one, signs=()) for one in a_huge_diary() if isinstance(one, CrampEntry)]


PAGES: dict[str, Callable[[], ReportPage]] = {
    "crowded": lambda: page(a_huge_diary(), since=before(360), about_me=AboutMe(tuple(Tag), 31, TODAY)),
    "notes": lambda: page([*cramps()]),
    "wide": lambda: page([replace(one, note="﷽W語" * 300) for one in cramps()]),
    "short": lambda: page(a_short_diary()),
    "empty": lambda: page([]),
}


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
@pytest.mark.parametrize("which", PAGES)
def test_it_prints_on_one_sheet(which: str, tmp_path: Path) -> None:
    assert printed(as_html(PAGES[which]()), tmp_path) == (1, A4)
