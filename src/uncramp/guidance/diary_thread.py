"""Threads that work on the diary's files, so that no screen ever stands still for a disk.

What is played is queued, and written by a thread of its own. Where the database takes too long, or can't take it, all
that it has not taken goes into the spool, which another thread writes, until the database answers again and has
taken that file in. A change that a slow database takes after all may stand in both: merging then changes nothing.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from uncramp.clock import session_clock
from uncramp.domain.diary import Entry
from uncramp.domain.resume_point import ResumePoint
from uncramp.domain.store_problem import WAIT_MS, DiaryUnusableError, StoreNotice, StoreProblem
from uncramp.i18n import _
from uncramp.paths import diary_folder

if TYPE_CHECKING:  # it brings the database, and help waits for none of it
    from uncramp.store.diary import DiaryStore

Result = TypeVar("Result")

_DATABASE_MS = 150
"""How long a screen waits for the database, of all that it waits; the rest is for the spool."""

_PATIENT = 4
"""So many times as long may that take which nobody waits for, before it goes into the spool."""

_AGAIN_MS = 5_000
"""How long to wait until a database that could not be used is tried again."""

_CLOSE_MS = 1_000
"""How long the program waits at its end, when no screen stands any more."""


def waited(job: Future[Any], ms: int) -> bool:
    """Wait for something that was given to a thread, at most so many milliseconds; whether it is done, or has failed."""
    return not wait([job], ms / 1000).not_done


class DiaryThread:
    """Does one thing after the other. It begins with the first, and keeps no program from ending."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._begun = False

    def do(self, work: Callable[[], Result]) -> Future[Result]:
        """Have something done after all that was given before."""
        job = Future[Result]()
        self._jobs.put(partial(_run, work, job))
        if not self._begun:
            self._begun = True
            threading.Thread(target=self._run, daemon=True, name="uncramp-diary").start()
        return job

    def end(self) -> None:
        """Let the thread end when all of that is done."""
        self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


def _run(work: Callable[[], Result], job: Future[Result]) -> None:
    try:
        job.set_result(work())
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
        job.set_exception(error)


def in_thread(work: Callable[[], Result]) -> Future[Result]:
    """Have something done in a thread of its own, which keeps no program from ending."""
    thread = DiaryThread()
    job = thread.do(work)
    thread.end()
    return job


@dataclass(slots=True, eq=False)
class _Unwritten:
    entry: Entry
    place: ResumePoint | None
    before: Entry | None
    deleted: bool
    clock: str
    since: int = field(default_factory=session_clock)


class LiveWriter:
    """Writes what happens while it is played. It never raises because of the diary's files, and never waits long."""

    def __init__(
        self,
        opening: "Callable[[], DiaryStore]",
        *,
        database_ms: int = _DATABASE_MS,
        spool_ms: int = WAIT_MS - _DATABASE_MS,
        close_ms: int = _CLOSE_MS,
    ) -> None:
        """Write nothing yet: the first picture comes before all writing. `opening` is called in a thread."""
        self._opening, self._database_ms, self._spool_ms, self._close_ms = opening, database_ms, spool_ms, close_ms
        self._database, self._spooling = DiaryThread(), DiaryThread()
        self._lock = threading.Lock()
        self._opening_lock = threading.Lock()
        self._store: DiaryStore | None = None
        self._begun = False
        self._waiting: deque[_Unwritten] = deque()
        """What the database has not taken yet."""
        self._last: Future[None] | None = None
        self._spooled: Future[None] | None = None
        """The last that went into the spool; from the first on all goes there, so that its order stays right."""
        self._merging: Future[DiaryStore] | None = None
        """The last try to bring that into the database, and `_tried`, when it was begun."""
        self._tried = 0
        self._late = False
        """Whether the last wait was in vain: nobody waits again before that is done."""

    def record(
        self,
        entry: Entry,
        place: ResumePoint | None = None,
        *,
        before: Entry | None = None,
        deleted: bool = False,
        clock: str = "",
    ) -> None:
        """Queue a change.

        Args:
            entry: the cramp or session as it is now.
            place: where the person is in it; `None` when it is over.
            before: what was recorded of it last.
            deleted: whether it is to be deleted, so that it can be restored.
            clock: what the computer's clock says, where that can't be true: then the diary can't hold it.
        """
        change = _Unwritten(entry, place, before, deleted, clock)
        with self._lock:
            if self._spooled is not None:
                self._spooled = self._spooling.do(partial(self._spool, change))
                return
            self._waiting.append(change)
            if self._begun:
                self._last = self._database.do(self._write_next)

    def forget(self, entry: Entry) -> None:
        """Delete an entry so that it can be restored, or never write it at all."""
        with self._lock:
            if not self._begun:
                self._waiting = deque(one for one in self._waiting if one.entry.id != entry.id)
                return
        self.record(entry, before=entry, deleted=True)

    def begin(self) -> None:
        """Write from now on."""
        with self._lock:
            if not self._begun:
                self._begun = True
                for _change in self._waiting:
                    self._last = self._database.do(self._write_next)

    def look(self) -> None:
        """See that nothing waits for ever.

        Raises:
            Exception: what broke in a thread, besides the diary's files.
        """
        with self._lock:
            oldest = self._waiting[0] if self._waiting and self._begun else None
        if oldest is not None and session_clock() - oldest.since > self._database_ms * _PATIENT:
            self._spool_waiting()
        if session_clock() - self._tried > _AGAIN_MS:
            self.merge()
        for job in (self._last, self._spooled, self._merging):
            if job is not None and job.done():
                job.result()

    def wait(self) -> None:
        """Wait until all of it is on the disk, but not long; what the database has not taken by then is spooled.

        Raises:
            Exception: what broke in a thread, besides the diary's files.
        """
        self.begin()
        last = self._spooled or self._last
        if self._late and last is not None and not last.done():
            return
        if self._spooled is None and self._last is not None and not waited(self._last, self._database_ms):
            self._spool_waiting()
        spooled = self._spooled  # which the database's thread may merge at any moment
        self._late = spooled is not None and not waited(spooled, self._spool_ms)
        self.look()

    def ask(self, work: "Callable[[DiaryStore], Result]") -> Future[Result]:
        """Have something done with the diary after all that was recorded."""
        self.begin()
        return self._database.do(lambda: work(self._merged()))

    def merge(self) -> None:
        """Bring the spool into the diary as soon as that works: in its thread, after what that is at."""
        if self._spooled is not None and (self._merging is None or self._merging.done()):
            self._tried = session_clock()
            self._merging = self._database.do(self._merged)

    def close(self) -> tuple[StoreNotice, ...]:
        """Write what is left and let go of all files; what the person has to be told of them.

        Raises:
            Exception: what broke in a thread, besides the diary's files.
        """
        if not self._begun and not self._waiting:
            return ()
        self.wait()
        spooled = self._spooled
        closed = self._database.do(lambda: self._merged().close())
        waited(closed, self._close_ms)
        for thread in (self._database, self._spooling):
            thread.end()
        if spooled is not None and not spooled.done():
            return (StoreNotice(StoreProblem.LOST, diary_folder(), _("it takes too long")),)
        if closed.done():
            closed.result()  # raises what broke
        return self._store.pop_notices() if self._store is not None else ()

    # In the threads.

    def _opened(self) -> "DiaryStore":
        with self._opening_lock:
            self._store = self._store or self._opening()
            return self._store

    def _write_next(self) -> None:
        with self._lock:
            if self._spooled is not None or not self._waiting:
                return
            change = self._waiting[0]
        store = self._opened()
        if change.clock:
            store.keep_undated(change.entry, change.clock)
        else:
            try:
                store.write(change.entry, change.place, change.before, deleted=change.deleted)
            except DiaryUnusableError as error:
                store.note(error.notice)
                self._spool_waiting()
                return
        with self._lock:
            if self._waiting and self._waiting[0] is change:
                self._waiting.popleft()

    def _spool(self, change: _Unwritten) -> None:
        store = self._opened()
        if change.clock:
            store.keep_undated(change.entry, change.clock)
        else:
            store.spool(change.entry, change.place, change.before, deleted=change.deleted)

    def _spool_waiting(self) -> None:
        """Put all that the database has not taken into the spool, in its order."""
        with self._lock:
            waiting, self._waiting = self._waiting, deque()
            for change in waiting:
                self._spooled = self._spooling.do(partial(self._spool, change))
        self.merge()

    def _merged(self) -> "DiaryStore":
        """The diary, with the spool merged, if that can be done by now."""
        store = self._opened()
        while (last := self._spooled) is not None:
            closed = self._spooling.do(store.close_spool)
            if not waited(closed, self._close_ms) or last.exception() is not None or not store.merge():
                break
            with self._lock:
                if self._spooled is last:  # nothing has gone there since
                    self._spooled = None
        return store
