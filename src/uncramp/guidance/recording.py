"""Writes what is played into the diary: it only listens, and nothing that breaks here reaches the session.

First aid is kept as a cramp, everything else as a session. No clock is read: the wall time of the start is given, and
from there on the session's own clock says what time it is.
"""

import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from uncramp.clock import local_time
from uncramp.domain import events as ev
from uncramp.domain.diary import (
    LONGEST,
    MOST_STEPS,
    TRIED,
    CrampEntry,
    DiaryError,
    Ending,
    Entry,
    SessionEntry,
    When,
)
from uncramp.domain.plan import IntervalKind, Plan
from uncramp.domain.position import RESUME_WITHIN
from uncramp.domain.profile import Profile
from uncramp.domain.resume_point import ResumePoint
from uncramp.domain.routine import Side
from uncramp.domain.session import Phase, Session
from uncramp.faults import Faults
from uncramp.files.library import Library
from uncramp.guidance.actions import Leaving
from uncramp.i18n import _
from uncramp.paths import diary_folder

if TYPE_CHECKING:  # they bring the database, and help waits for none of it
    from uncramp.guidance.resume import CutOff
    from uncramp.store.diary import DiaryStore

BEAT_MS = 60_000
"""How often the place is kept within a long interval, in milliseconds."""

_NAME = 200
_EXERCISE = (IntervalKind.MOVE, IntervalKind.OPEN)
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
_TELLING = (ev.IntervalStarted, ev.Relief, ev.CameBack, ev.Undone, ev.SideChanged, ev.Finished, ev.Stopped)
"""Events after which something is written."""
_ENDINGS = {Phase.FINISHED: Ending.COMPLETED, Phase.STOPPED: Ending.STOPPED}


class DiaryWriter(Protocol):
    """Where it is written. It never raises."""

    def record(self, entry: Entry, place: ResumePoint | None = None, *, before: Entry | None = None) -> None:
        """Write what is happening; on the disk when this returns."""


class Recorder:
    """Records one visit: a session, and those that the person starts again after it."""

    def __init__(self, diary: DiaryWriter, wall: datetime, clock: int, resumed: Entry | None = None) -> None:
        """Listen for one visit.

        Args:
            diary: where to write.
            wall: the local time, aware, when the session's clock said `clock`.
            clock: milliseconds on the session's clock.
            resumed: the entry that the first session goes on with, if it was cut off before.
        """
        self._diary, self._wall, self._clock, self._resumed = diary, wall, clock, resumed
        self._session: Session | None = None
        self._entry: Entry | None = None
        self._written: Entry | None = None
        self._began = 0
        self._played_before = 0
        self._steps: tuple[str, ...] = ()
        self._eased_in = ""
        self._seen = clock
        self._confirmed = False
        """Whether the person has said that it is a cramp, and won't take it back by an undo."""
        self._beat = 0

    @property
    def entry(self) -> Entry | None:
        """What is recorded of the last session; `None` before the first event."""
        return self._entry

    @property
    def tried(self) -> bool:
        """Whether what is recorded was left so soon that it was only tried out."""
        if isinstance(self._entry, CrampEntry):
            return self._entry.unconfirmed and self._seen - self._began < TRIED * 1000
        return self._entry is not None and self._entry.tried

    def on_events(self, session: Session, events: Iterable[ev.Event], now: int) -> None:
        """Take in what happened. It may be called at each look at the clock: it mostly does nothing then.

        Args:
            session: the session as it is after the events.
            events: what happened.
            now: milliseconds on the session's clock.
        """
        self._seen = now
        try:
            if session is not self._session:
                self._begin(session, now)
            if self._entry is not None:
                self._follow(session, list(events), now)
        except DiaryError:  # a clock that says 1969: there is nothing that could be kept
            self._entry = None

    def relieved(self, now: int) -> None:
        """The cramp has eased after its routine was over; `now` in milliseconds on the session's clock."""
        if isinstance(self._entry, CrampEntry):
            self._write(replace(self._entry, relief=_seconds(now - self._began), unconfirmed=False))

    def report(self, entry: Entry) -> None:
        """Write what the person says of it afterwards, at once: `replace(recorder.entry, strength=7)`."""
        if self._entry is not None and entry.id == self._entry.id:
            self._write(entry)

    def confirm(self) -> None:
        """The person says that it was a cramp."""
        self._confirmed = True
        if isinstance(self._entry, CrampEntry):
            self._write(replace(self._entry, unconfirmed=False))

    def _begin(self, session: Session, now: int) -> None:
        """Begin an entry, unless the cramp goes on or is back that the last session was for, or an entry is resumed."""
        cramp_began, self._session = session.cramp_began, session
        known = isinstance(self._entry, CrampEntry)
        if known and cramp_began is not None and cramp_began == self._began:
            self._confirmed = self._entry is not None and self._entry.counts
            return
        self._began = now if cramp_began is None else cramp_began
        self._written, self._resumed = self._resumed, None
        self._entry = self._written or self._new(session.plan)
        cramp = self._entry if isinstance(self._entry, CrampEntry) else None
        self._steps, self._eased_in = (cramp.steps, cramp.ended_in) if cramp else ((), "")
        self._confirmed = cramp is not None and cramp.counts
        self._played_before = self._entry.played if isinstance(self._entry, SessionEntry) else 0

    def _new(self, plan: Plan) -> Entry:
        new, start, routine = str(uuid.uuid4()), self._when(self._began), plan.routine[:_NAME]
        if plan.measures_cramp:
            return CrampEntry(new, start, part=plan.part, routine=routine, unconfirmed=True)
        planned = min(plan.needed_seconds, LONGEST)
        return SessionEntry(new, start, routine, plan.title[:_NAME], plan.purpose, planned)

    def _follow(self, session: Session, events: list[ev.Event], now: int) -> None:
        for event in events:
            self._note_step(session, event)
        telling = any(isinstance(event, _TELLING) for event in events)
        beat = not session.phase.over and now - self._beat >= BEAT_MS
        if self._entry is not None and (telling or beat or self._written is None):
            self._beat = now
            self._write(self._as_it_is(self._entry, session), self._place(self._entry, session, now))

    def _note_step(self, session: Session, event: ev.Event) -> None:
        if isinstance(event, ev.IntervalStarted) and event.interval.sort in _EXERCISE:
            name = event.interval.step.name[:_NAME]
            if name not in self._steps:
                self._steps = (*self._steps, name)[:MOST_STEPS]
        elif isinstance(event, ev.Relief):
            self._eased_in = self._steps[-1] if self._steps else ""
        elif isinstance(event, ev.CameBack):
            self._confirmed = True
        elif isinstance(event, ev.Undone) and session.interval is not None:
            here = session.interval.step.name[:_NAME]
            if here in self._steps:
                self._steps = self._steps[: self._steps.index(here) + 1]

    def _as_it_is(self, entry: Entry, session: Session) -> Entry:
        if isinstance(entry, SessionEntry):
            played = min(self._played_before + session.played_ms // 1000, LONGEST)
            return replace(entry, played=played, ending=_ENDINGS.get(session.phase, Ending.INTERRUPTED))
        cramp_ms = session.cramp_ms(0)
        relief = _seconds(cramp_ms) if session.relieved and cramp_ms is not None else None
        side = session.plan.side if session.plan.side in _SIDES else entry.side
        eased_in = self._eased_in if session.relieved else ""
        done = session.phase is Phase.FINISHED and not self.tried
        unsure = not (self._confirmed or session.relieved or done)
        return replace(entry, relief=relief, side=side, steps=self._steps, ended_in=eased_in, unconfirmed=unsure)

    def _place(self, entry: Entry, session: Session, now: int) -> ResumePoint | None:
        position, plan = session.position, session.plan
        if session.phase.over or session.interval is None:
            return None
        return ResumePoint(
            entry=entry.id,
            saved=self._when(now),
            routine=plan.routine,
            title=plan.title,
            interval=position.index,
            intervals=len(plan.intervals),
            step=session.interval.step.name,
            into_ms=position.before + position.elapsed,
            played_ms=session.played_ms,
            side=plan.side,
            cramp_began=self._when(self._began) if session.cramping else None,
        )

    def _write(self, entry: Entry, place: ResumePoint | None = None) -> None:
        self._diary.record(entry, place, before=self._written)
        self._entry = self._written = entry

    def _when(self, at: int) -> When:
        return When.of(self._wall + timedelta(milliseconds=at - self._clock))


def _seconds(ms: int) -> int:
    return max(0, min(ms // 1000, LONGEST))


_WORDS = _("Your diary can't be used. What happened from here on is not in it.")


def own_diary() -> "DiaryStore":
    """The person's own diary."""
    from uncramp.store.diary import my_diary

    return my_diary()


class LiveDiary:
    """Keeps what happens in mind until the diary is opened, and writes it at once from then on."""

    def __init__(
        self,
        faults: Faults,
        opening: "Callable[[], DiaryStore] | None" = None,
        now: Callable[[], datetime] = local_time,
    ) -> None:
        """Keep nothing yet.

        Args:
            faults: the guard.
            opening: gives the diary, when it is time to open it; without it, nothing is kept at all.
            now: the local time, aware.
        """
        self._faults, self._opening, self._now = faults, opening or own_diary, now
        self._holds = opening is not None
        self._store: DiaryStore | None = None
        self._recorder: Recorder | None = None
        self._resumed: Entry | None = None
        self._at: tuple[datetime, int] | None = None  # one moment, on both clocks
        self._unwritten: list[tuple[Session, list[ev.Event], int]] = []
        self._heard: Session | None = None

    @property
    def entry(self) -> Entry | None:
        """What is recorded of the last session."""
        return self._recorder.entry if self._recorder and self._holds else None

    # While something is played.

    def on_events(self, session: Session, events: Sequence[ev.Event], now: int) -> None:
        """Take in what happened; `now` in milliseconds on the session's clock.

        What a session says first is kept until it says something more: the first picture comes before all writing.
        """
        silent = not events and session is not self._heard  # one that is over, and is not played any more
        if not self._holds or silent:
            return
        self._at = self._at or (self._now(), now)
        last = self._unwritten.pop()[1] if self._unwritten and self._unwritten[-1][0] is session else []
        self._unwritten.append((session, [*last, *events], now))
        if self._store is not None and self._heard is session:
            self.write()
        self._heard = session

    def write(self) -> None:
        """Write what was kept in mind, and open the diary for it if that is not done yet."""
        if not self._holds:
            return
        with self._guarded():
            store = self._opened()
            unwritten, self._unwritten = self._unwritten, []
            for session, events, now in unwritten:
                wall, clock = self._at or (self._now(), now)
                self._recorder = self._recorder or Recorder(store, wall, clock, self._resumed)
                self._recorder.on_events(session, events, now)

    def relieved(self, now: int) -> None:
        """The cramp has eased after its routine was over; `now` in milliseconds on the session's clock."""
        if recorder := self._up_to_date():
            with self._guarded():
                recorder.relieved(now)

    def report(self, entry: Entry) -> None:
        """Write what the person says of it afterwards, at once."""
        if recorder := self._up_to_date():
            with self._guarded():
                recorder.report(entry)

    def leave(self, how: Leaving) -> None:
        """The person has stopped what they play."""
        if how is Leaving.FORGET:
            self.forget()
        elif recorder := self._up_to_date():
            if how is Leaving.KEEP:
                with self._guarded():
                    recorder.confirm()
            elif recorder.tried:
                self.forget()

    def forget(self) -> None:
        """What was begun was nothing: it is deleted, so that `restore` can bring it back, or never written at all."""
        entry, self._recorder = self.entry, None
        self._unwritten, self._heard = [], None
        if entry is not None:
            with self._guarded():
                self._opened().delete(entry.id)

    def end_session(self) -> None:
        """The person has left what they played: what comes next is a cramp, or a session, of its own.

        What they have only tried out is forgotten.
        """
        if (recorder := self._up_to_date()) and recorder.tried:
            self.forget()
        self._recorder = self._resumed = self._at = self._heard = None

    def keep_nothing(self) -> None:
        """Nobody is there: what is played is none of a person's doing."""
        self._holds = False

    def close(self) -> None:
        """Write what is left, let go of all files, and tell what was wrong with them."""
        if self._unwritten:
            self.write()
        store, self._store = self._store, None
        if store is not None:
            with self._faults.reported(_WORDS):
                self._let_go(store)
        self._holds = False

    # What was cut off.

    def cut_off(self, library: Library, profile: Profile) -> "CutOff | None":
        """What the person was cut off in a short while ago, if they can go on with it.

        The diary is opened only where something was written to it lately.
        """
        if not self._holds:
            return None
        with self._guarded():
            if _written_lately(self._now()):
                from uncramp.guidance.resume import find  # late: it brings the database, and home waits

                return find(self._opened(), library, profile)
        return None

    def go_on(self, with_entry: Entry) -> None:
        """What is played next goes on with this entry."""
        self.end_session()
        self._resumed = with_entry

    def dismiss(self, entry: Entry) -> None:
        """The person does not go on with it: it is not offered again."""
        if self._holds:
            with self._guarded():
                self._opened().record(entry, before=entry)

    # How it works.

    def _opened(self) -> "DiaryStore":
        self._store = self._store or self._opening()
        return self._store

    def _up_to_date(self) -> Recorder | None:
        """The recorder, after all that is still only kept in mind: the start of a visit is not written yet."""
        if self._unwritten:
            self.write()
        return self._recorder if self._holds else None

    def _let_go(self, store: "DiaryStore") -> None:
        from uncramp.files.text import visible
        from uncramp.words.diary import mend_words, notice_words

        store.close()
        for notice in store.pop_notices():
            self._faults.note(*filter(None, (visible(notice_words(notice)), mend_words(notice))))

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Do something with the diary; once that has broken, nothing is tried again."""
        with self._faults.reported(_WORDS) as attempt:
            yield
        self._holds = not attempt.failed


def _written_lately(now: datetime) -> bool:
    """Whether the diary was written to so lately that something may be worth going on with. It opens nothing."""
    since = (now - RESUME_WITHIN).timestamp()
    with suppress(OSError), os.scandir(diary_folder()) as files:
        return any(file.stat().st_mtime >= since for file in files)
    return False
