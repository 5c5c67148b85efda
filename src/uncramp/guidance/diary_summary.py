"""What home says of the diary: today's practice, the last days, and whether it is working."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from uncramp.clock import is_night
from uncramp.domain.day_plan import Dose
from uncramp.domain.diary import CrampEntry, SessionEntry, When, can_be_true
from uncramp.domain.practice import Verdict, is_it_working, streak, today
from uncramp.domain.store_problem import DiaryUnusableError
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.routines import plan_of_day, stand_ins
from uncramp.guidance.unconfirmed import MOST
from uncramp.i18n import _
from uncramp.store.diary import DiaryStore
from uncramp.store.spool import spool_files
from uncramp.words.diary import clock_words, notice_words, streak_words
from uncramp.words.practice import progress_words, working_headline

_TELLING = (Verdict.FEWER, Verdict.MORE, Verdict.UNCLEAR)
"""What home has a word for; the diary's own screen says the others, too."""


@dataclass(frozen=True, slots=True)
class DiarySummary:
    """The diary in a few words."""

    marks: Mapping[tuple[str, ...], tuple[str, str]]
    """By the routines that count for it: how often, or how much of it is done today, in a word or two and in full."""
    streak: str = ""
    line: str = ""
    """What is wrong with the diary, or else whether practice is working."""
    unconfirmed: Sequence[CrampEntry] = ()
    """By day: what the person is asked about, the newest first."""


def summarize(context: Context) -> DiarySummary:
    """Look into the person's diary. Looking makes none; where it can't be used, that is what is said."""
    now = context.local_time()
    if not can_be_true(now):
        return DiarySummary({}, line=clock_words(now))
    store = context.open_diary()
    if not store.path.exists() and not spool_files(store.folders):
        return DiarySummary(_marks((), now.date(), plan_of_day(context.library, context.profile, now.date())))
    try:
        summary = _look(store, When.of(now), context)
        unsure = () if is_night(now) else store.unconfirmed(MOST + 1)
        return replace(summary, unconfirmed=unsure)
    except DiaryUnusableError as error:
        return DiarySummary({}, line=visible(notice_words(error.notice)))
    finally:
        store.close()


def _marks(
    sessions: Sequence[SessionEntry],
    day: date,
    plan: tuple[Dose, ...],
    stand_ins: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[tuple[str, ...], tuple[str, str]]:
    progress = today(sessions, day, stand_ins, plan)
    return {one.dose.routines: progress_words(one) for one in progress}


def _look(store: DiaryStore, now: When, context: Context) -> DiarySummary:
    counts = store.day_counts(date.min, date.max)
    told = " ".join(visible(notice_words(notice)) for notice in store.pop_notices())
    if not told and not is_night(now.local) and store.copies():
        told = context.said(_("There is another copy of your diary. Press d to see."), "diary")
    plan = plan_of_day(context.library, context.profile, now.day)
    if not counts:
        return DiarySummary(_marks((), now.day, plan), line=told)
    sessions = store.sessions(now.day, now.day)
    marks = _marks(sessions, now.day, plan, stand_ins(context.library, context.profile, plan) if sessions else {})
    practised = [day for day, count in counts.items() if count.sessions]
    working = is_it_working(counts, now.night)
    if not told and working.verdict in _TELLING:
        told = context.said(_("{answer} Press d to see."), "diary").format(answer=working_headline(working))
    return DiarySummary(marks, streak_words(streak(practised, now.day)), told)
