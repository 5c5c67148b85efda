"""What home says of the diary: today's practice, the last days, and whether it is working."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from uncramp.domain.diary import When
from uncramp.domain.practice import DayCount, Verdict, Working, is_it_working, streak, today
from uncramp.domain.store_problem import DiaryUnusableError
from uncramp.files.text import visible
from uncramp.i18n import _
from uncramp.store.diary import DiaryStore, my_diary
from uncramp.store.spool import spool_files
from uncramp.words.diary import notice_words, streak_words
from uncramp.words.practice import progress_mark, progress_words, working_headline

_TELLING = (Verdict.FEWER, Verdict.MORE, Verdict.UNCLEAR)
"""What home has a word for; the diary's own screen says the others, too."""


@dataclass(frozen=True, slots=True)
class DiarySummary:
    """The diary in a few words."""

    marks: Mapping[tuple[str, ...], tuple[str, str]]
    """By the routines that count for it: a glyph, and how much of it is done today."""
    streak: str = ""
    line: str = ""
    """What is wrong with the diary, or else whether practice is working."""


NOTHING = DiarySummary({})
"""Of a diary in which nothing is."""


def summarize(now: Callable[[], datetime]) -> DiarySummary:
    """Look into the person's diary. Looking makes none; where it can't be used, that is what is said.

    Args:
        now: the local time, aware.
    """
    store = my_diary(now=now)
    if not store.path.exists() and not spool_files(store.folders):
        return NOTHING
    try:
        found = _look(store, now())
    except DiaryUnusableError as error:
        return DiarySummary({}, line=visible(notice_words(error.notice)))
    finally:
        store.close()
    return found


def working_of(store: DiaryStore, now: datetime) -> Working:
    """Whether it is working, by the whole diary.

    Raises:
        DiaryUnusableError: it can't be read.
    """
    return is_it_working(store.day_counts(date.min, date.max), When.of(now).night)


def _look(store: DiaryStore, now: datetime) -> DiarySummary:
    day, night = When.of(now).day, When.of(now).night
    counts = store.day_counts(date.min, date.max)
    told = " ".join(visible(notice_words(notice)) for notice in store.pop_notices())
    if not counts:
        return DiarySummary({}, line=told)
    marks = {
        one.dose.routines: (progress_mark(one), progress_words(one)) for one in today(store.sessions(day, day), day)
    }
    return DiarySummary(marks, _streak(counts, day), told or _working_line(is_it_working(counts, night)))


def _streak(counts: Mapping[date, DayCount], day: date) -> str:
    return streak_words(streak([one for one, count in counts.items() if count.sessions], day))


def _working_line(working: Working) -> str:
    if working.verdict not in _TELLING:
        return ""
    return _("{answer} Press d to see.").format(answer=working_headline(working))
