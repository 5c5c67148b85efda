"""Writes what is played into the diary: it only listens, and nothing that breaks here reaches the session.

First aid is kept as a cramp, everything else as a session. No clock is read: the wall time of the start is given, and
from there on the session's own clock says what time it is.
"""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from uncramp.domain import events as ev
from uncramp.domain.diary import (
    LONGEST,
    MOST_STEPS,
    CrampEntry,
    DiaryError,
    Ending,
    Entry,
    SessionEntry,
    When,
)
from uncramp.domain.diary_resume import SavedPlace
from uncramp.domain.plan import Plan, Sort
from uncramp.domain.routine import Side
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase

BEAT_MS = 60_000
"""How often the place is kept within a long interval, in milliseconds."""

_NAME = 200
_EXERCISE = (Sort.MOVE, Sort.OPEN)
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
_TELLING = (ev.IntervalStarted, ev.Relief, ev.Undone, ev.SideChanged, ev.Finished, ev.Stopped)
"""Events after which something is written."""
_ENDINGS = {Phase.FINISHED: Ending.COMPLETED, Phase.STOPPED: Ending.STOPPED}


class Diary(Protocol):
    """Where it is written. Neither method raises."""

    def record(self, entry: Entry, place: SavedPlace | None = None, *, before: Entry | None = None) -> None:
        """Write what is happening; on the disk when this returns."""

    def forget(self, entry_id: str) -> None:
        """Delete what was recorded, so that it can be restored."""


class Recorder:
    """Records one visit: a session, and those that the person starts again after it."""

    def __init__(self, diary: Diary, wall: datetime, clock: int, resumed: Entry | None = None) -> None:
        """Listen for one visit.

        Args:
            diary: where to write.
            wall: the local time, aware, when the session's clock said `clock`.
            clock: milliseconds on the session's clock.
            resumed: the entry that the first session goes on with, if it was cut off before.
        """
        self._diary = diary
        self._wall = wall
        self._clock = clock
        self._resumed = resumed
        self._session: Session | None = None
        self._entry: Entry | None = None
        self._written: Entry | None = None
        self._began = 0
        self._played_before = 0
        self._steps: tuple[str, ...] = ()
        self._eased_in = ""
        self._beat = 0

    @property
    def entry(self) -> Entry | None:
        """What is recorded of the last session; `None` before the first event."""
        return self._entry

    def hear(self, session: Session, events: Iterable[ev.Event], now: int) -> None:
        """Take in what happened. It may be called at each look at the clock: it mostly does nothing then.

        Args:
            session: the session as it is after the events.
            events: what happened.
            now: milliseconds on the session's clock.
        """
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
            self._write(replace(self._entry, relief=_seconds(now - self._began)))

    def tell(self, entry: Entry) -> None:
        """Write what the person says of it afterwards, at once: `replace(recorder.entry, strength=7)`."""
        if self._entry is not None and entry.id == self._entry.id:
            self._write(entry)

    def forget(self) -> None:
        """It was no cramp, or no practice: delete what was recorded of the last session. It can be restored."""
        if self._entry is not None:
            self._diary.forget(self._entry.id)
            self._entry = None

    def _begin(self, session: Session, now: int) -> None:
        """Begin an entry, unless the cramp goes on that the last session was for, or an entry is resumed."""
        cramp_began, self._session = session.cramp_began, session
        known = isinstance(self._entry, CrampEntry) and self._entry.relief is None
        if known and cramp_began is not None and cramp_began == self._began:
            return
        self._began = now if cramp_began is None else cramp_began
        self._written, self._resumed = self._resumed, None
        self._entry = self._written or self._new(session.plan)
        cramp = self._entry if isinstance(self._entry, CrampEntry) else None
        self._steps, self._eased_in = (cramp.steps, cramp.ended_in) if cramp else ((), "")
        self._played_before = self._entry.played if isinstance(self._entry, SessionEntry) else 0

    def _new(self, plan: Plan) -> Entry:
        new, start, routine = str(uuid.uuid4()), self._when(self._began), plan.routine[:_NAME]
        if plan.measures_cramp:
            return CrampEntry(new, start, part=plan.part, routine=routine)
        planned = min(plan.seconds, LONGEST)
        return SessionEntry(new, start, routine, plan.title[:_NAME], plan.purpose, planned)

    def _follow(self, session: Session, events: list[ev.Event], now: int) -> None:
        for event in events:
            self._note_step(session, event)
        told = any(isinstance(event, _TELLING) for event in events)
        beat = not session.phase.over and now - self._beat >= BEAT_MS
        if self._entry is not None and (told or beat or self._written is None):
            self._beat = now
            self._write(self._as_it_is(self._entry, session), self._place(self._entry, session, now))

    def _note_step(self, session: Session, event: ev.Event) -> None:
        if isinstance(event, ev.IntervalStarted) and event.interval.sort in _EXERCISE:
            name = event.interval.step.name[:_NAME]
            if name not in self._steps:
                self._steps = (*self._steps, name)[:MOST_STEPS]
        elif isinstance(event, ev.Relief):
            self._eased_in = self._steps[-1] if self._steps else ""
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
        return replace(entry, relief=relief, side=side, steps=self._steps, ended_in=eased_in)

    def _place(self, entry: Entry, session: Session, now: int) -> SavedPlace | None:
        place, plan = session.place, session.plan
        if session.phase.over or session.interval is None:
            return None
        return SavedPlace(
            entry=entry.id,
            saved=self._when(now),
            routine=plan.routine,
            title=plan.title,
            interval=place.index,
            intervals=len(plan.intervals),
            step=session.interval.step.name,
            into_ms=place.before + place.elapsed,
            played_ms=session.played_ms,
            side=plan.side,
            cramp_began=self._when(self._began) if session.cramping else None,
        )

    def _write(self, entry: Entry, place: SavedPlace | None = None) -> None:
        self._diary.record(entry, place, before=self._written)
        self._entry = self._written = entry

    def _when(self, at: int) -> When:
        return When.of(self._wall + timedelta(milliseconds=at - self._clock))


def _seconds(ms: int) -> int:
    return max(0, min(ms // 1000, LONGEST))
