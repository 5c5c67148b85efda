"""What home says of the diary: today's practice, the last days, and whether it is working."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from uncramp.clock import is_night
from uncramp.domain.diary import SessionEntry, When
from uncramp.domain.practice import Verdict, is_it_working, streak, today
from uncramp.domain.store_problem import DiaryUnusableError
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.store.diary import DiaryStore
from uncramp.store.spool import spool_files
from uncramp.words.diary import notice_words, streak_words
from uncramp.words.practice import progress_mark, progress_words, working_headline

_TELLING = (Verdict.FEWER, Verdict.MORE, Verdict.UNCLEAR)
"""What home has a word for; the diary's own screen says the others, too."""


@dataclass(frozen=True, slots=True)
class DiarySummary:
    """The diary in a few words."""

    marks: Mapping[tuple[str, ...], tuple[str, str]]
    """By the routines that count for it: a glyph for each time, and in words how much of it is done today."""
    streak: str = ""
    line: str = ""
    """What is wrong with the diary, or else whether practice is working."""


def summarize(context: Context) -> DiarySummary:
    """Look into the person's diary. Looking makes none; where it can't be used, that is what is said."""
    store = context.open_diary()
    if not store.path.exists() and not spool_files(store.folders):
        return DiarySummary(_marks((), context.local_time().date()))
    try:
        return _look(store, When.of(context.local_time()))
    except DiaryUnusableError as error:
        return DiarySummary({}, line=visible(notice_words(error.notice)))
    finally:
        store.close()


def _marks(sessions: Iterable[SessionEntry], day: date) -> Mapping[tuple[str, ...], tuple[str, str]]:
    return {one.dose.routines: (progress_mark(one), progress_words(one)) for one in today(sessions, day)}


def _look(store: DiaryStore, now: When) -> DiarySummary:
    counts = store.day_counts(date.min, date.max)
    told = " ".join(visible(notice_words(notice)) for notice in store.pop_notices())
    if not told and not is_night(now.local) and store.copies():
        told = _("There is another copy of your diary. Press d to see.")
    if not counts:
        return DiarySummary(_marks((), now.day), line=told)
    marks = _marks(store.sessions(now.day, now.day), now.day)
    practised = [day for day, count in counts.items() if count.sessions]
    working = is_it_working(counts, now.night)
    if not told and working.verdict in _TELLING:
        told = _("{answer} Press d to see.").format(answer=working_headline(working))
    return DiarySummary(marks, streak_words(streak(practised, now.day)), told)
