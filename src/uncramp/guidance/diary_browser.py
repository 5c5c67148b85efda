"""The diary while a person looks through it and changes it: page by page, and each change can be taken back."""

import uuid
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from uncramp.domain.diary import CrampEntry, DayCount, DiaryError, Entry, When, can_be_true
from uncramp.domain.practice import Verdict, Working, first_of_strip, is_it_working, strip
from uncramp.domain.store_problem import WAIT_MS, DiaryUnusableError, StoreNotice, StoreProblem, UnknownEntryError
from uncramp.domain.told import ToldEntries
from uncramp.files.text import visible
from uncramp.guidance.diary_form import refusal
from uncramp.guidance.diary_thread import DiaryThread, waited
from uncramp.guidance.recorder import STAND_IN
from uncramp.i18n import _
from uncramp.store.diary import PAGE, DiaryStore
from uncramp.words.diary import clock_words, copies_words, count_words, entry_words, moment_words, notice_words

Result = TypeVar("Result")

_EASTMOST = timedelta(hours=14)
_AT_ONCE = 4
"""Pages that are read at once, at most, where one day fills more than one of them."""


@dataclass(frozen=True, slots=True)
class _Undo:
    """How to take a change back, and what to say then."""

    entry: str
    """The id of the entry that it brings back or changes."""
    work: Callable[[], object]
    told: str


class DiaryBrowser:
    """What of the diary has been read, and what was done to it in this visit.

    Nothing here raises because of the diary's files: `told` says what is wrong, and `failed` that it is. All work on them
    is done in a thread, and nobody waits long for it.
    """

    def __init__(self, store: DiaryStore, now: Callable[[], datetime]) -> None:
        self.store = store
        self.now = now
        self.told, self.failed = "", False
        """What the person is told of the last thing that they did, and whether it failed."""
        self.entries: list[Entry] = []
        """Those that were read, the newest first."""
        self.all_read = False
        self._in_pieces = 0
        """How many of them are shown although their day is not whole."""
        self.touched: str | None = None
        """The id of the entry that was changed last, or brought back."""
        self._undo: list[_Undo] = []
        self._thread = DiaryThread()
        self._late: Future[Any] | None = None
        """What nobody waited for any longer."""
        self._whole: Future[ToldEntries] | None = None
        self.say_how_it_stands()

    @property
    def slow(self) -> bool:
        """Whether the diary is still busy with something that nobody waited for any longer."""
        return self._late is not None and not self._late.done()

    @property
    def today(self) -> date:
        """The day that it is, as somebody lives it."""
        return self._here.day

    @property
    def _here(self) -> When:
        """Now; where the clock can't be right, the time of the newest entry."""
        now = self.now()
        if can_be_true(now):
            return When.of(now)
        return self.entries[0].start if self.entries else When.of(STAND_IN)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    # Looking.

    def read_on(self) -> bool:
        """Read older entries, so many that a day more is whole; whether there is anything new to show."""
        before = len(self.settled())
        for _nth in range(_AT_ONCE):
            last = self.entries[-1] if self.entries else None
            found: list[Entry] = [] if self.all_read else self._read(partial(self.store.page, last, PAGE), [])
            self.all_read = self.all_read or len(found) < PAGE
            self.entries += found
            if self.all_read or len(self.settled()) > before:
                break
        else:  # a day without end: it is shown in pieces
            self._in_pieces = len(self.entries)
        return len(self.settled()) > before

    def read_again(self) -> None:
        """Read as much as there was, anew: something has changed."""
        wanted = max(len(self.entries) + 1, PAGE)
        found = self._read(lambda: self.store.page(limit=wanted), None)
        if found is not None:
            self.entries, self.all_read = found, len(found) < wanted

    def settled(self) -> list[Entry]:
        """What was read of whole days, by day and then by time, the newest first.

        A cramp of the morning belongs to the night before, so days are not in the order of the times: a day is whole
        when everything that is still unread began before it.
        """
        by_day = sorted(self.entries, key=lambda one: (one.day, one.start.utc, one.id), reverse=True)
        if self.all_read or not by_day:
            return by_day
        unread_until = (self.entries[-1].start.utc + _EASTMOST).date()
        pieces = {one.id for one in self.entries[: self._in_pieces]}
        return [one for one in by_day if one.day > unread_until or one.id in pieces]

    def weeks(self) -> tuple[tuple[DayCount | None, ...], ...]:
        return strip(self._counts(first_of_strip(self.today), self.today), self.today)

    def working(self) -> Working:
        counts = self._counts(date.min, date.max)
        return is_it_working(counts, self._here.night) if counts else Working(Verdict.NO_PRACTICE)

    def told_entries(self) -> ToldEntries | None:
        """All of the diary that is told to others, for a page of today.

        `None` where the clock can't be right, or it can't be read, or not yet: then ask again when it is not `slow` any
        more.
        """
        if not can_be_true(self.now()):
            self.say(clock_words(self.now()), failed=True)
            return None
        if self._whole is None and not self.slow:
            self._whole = self._thread.do(self.store.told)
        told = self._try(lambda: self._in_time(self._whole), None)
        if told is not None or not self.slow:
            self._whole = None
        return told

    def day_told(self, day: date) -> str:
        """What happened on a day and in the night after it, in words."""
        return count_words(self._counts(day, day).get(day, DayCount(day)), self.today)

    def _counts(self, first: date, last: date) -> dict[date, DayCount]:
        nothing: dict[date, DayCount] = {}
        return self._read(lambda: self.store.day_counts(first, last), nothing)

    def tell_of_copies(self) -> None:
        """Say once that there are other copies of the diary, where nothing else has to be said."""
        nothing: list[Path] = []
        if not self.told and (copies := self._read(self._new_copies, nothing)):
            self.say(visible(copies_words(copies)))

    def _new_copies(self) -> list[Path]:
        copies = self.store.copies()
        self.store.told_copies(copies)
        return copies

    # Changing. Each says whether it was done.

    def add_cramp(self, start: When) -> CrampEntry | None:
        entry = CrampEntry(str(uuid.uuid4()), start)
        back = _Undo(entry.id, partial(self.store.delete, entry.id), _("Undone: it is not in your diary."))
        saved = _("Saved: {when}. Enter skips what you don't know.").format(when=moment_words(start))
        return entry if self._do(partial(self.store.add, entry), saved, back) else None

    def change(self, before: Entry, after: Entry, told: str = "") -> bool:
        """Write an entry anew; what it said before is kept."""
        back = _Undo(before.id, partial(self.store.change, before), _("Undone."))
        moved = before.start != after.start
        saved = _("Saved: {when}.").format(when=moment_words(after.start)) if moved else _("Saved.")
        return before == after or self._do(partial(self.store.change, after), told or saved, back)

    def confirm(self, cramp: CrampEntry) -> bool:
        return self.change(cramp, replace(cramp, unconfirmed=False), _("Kept as a cramp. u takes it back."))

    def delete(self, entry: Entry) -> bool:
        """Delete an entry, so that it can be restored."""
        what = visible(entry_words(entry))
        back = _Undo(entry.id, partial(self.store.restore, entry.id), _("Restored: {what}.").format(what=what))
        deleted = _("Deleted: {what}. u brings it back.").format(what=what)
        return self._do(partial(self.store.delete, entry.id), deleted, back)

    def undo(self) -> bool:
        """Take back the last change; one that can't be taken back now stays for another time."""
        if not self._undo or not self._do(self._undo[-1].work, self._undo[-1].told):
            return False
        self.touched = self._undo.pop().entry
        return True

    def current(self, entry: Entry) -> Entry | None:
        """The entry as it is now; `None` where it is deleted or can't be read."""
        kept = self._read(lambda: self.store.get(entry.id), None)
        return kept.entry if kept is not None and not kept.deleted else None

    def say(self, told: str = "", *, failed: bool = False) -> None:
        self.told, self.failed = told, failed

    def say_how_it_stands(self) -> None:
        """Say what stands before anything is done: nothing, but of a clock that can't be right."""
        wrong = not can_be_true(self.now())
        self.say(clock_words(self.now()) if wrong else "", failed=wrong)

    def close(self) -> None:
        """Let go of the diary, until it is used again."""
        self._thread.do(self.store.close)
        self._thread.end()
        self._thread = DiaryThread()

    def _do(self, work: Callable[[], object], told: str, back: _Undo | None = None) -> bool:
        self.say()
        was_slow = self.slow
        done = self._read(lambda: work() is None or True, otherwise=False)
        if self.slow and not was_slow:
            self.say(_("Your diary takes long to answer. It is saved as soon as it does."), failed=True)
            done = True
        if done and not self.told:
            self.say(told)
        if done and back:
            self._undo.append(back)
        return done

    def _read(self, query: Callable[[], Result], otherwise: Result) -> Result:
        return self._try(lambda: self._in_time(self._begun(query)), otherwise)

    def _begun(self, query: Callable[[], Result]) -> Future[Result] | None:
        """Begin it, unless the diary is still busy; what has failed meanwhile that nobody waited for is told first."""
        if self.slow:
            return None
        late, self._late = self._late, None
        if late is not None:
            late.result()
        return self._thread.do(query)

    def _in_time(self, job: Future[Result] | None) -> Result:
        """What it gives, unless that takes long."""
        if job is None or not waited(job, WAIT_MS):
            self._late = job or self._late
            raise DiaryUnusableError(StoreNotice(StoreProblem.SLOW, self.store.path))
        return job.result()

    def _try(self, work: Callable[[], Result], otherwise: Result) -> Result:
        try:
            result = work()
        except DiaryUnusableError as error:
            self.say(visible(notice_words(error.notice)), failed=True)
        except DiaryError as error:
            self.say(refusal(error), failed=True)
        except UnknownEntryError:
            self.say(_("This entry is not there any more."), failed=True)
        else:
            if notices := self.store.pop_notices():
                self.say(" ".join(visible(notice_words(notice)) for notice in notices), failed=True)
            return result
        return otherwise
