"""Writes what is played into the diary: it only listens, and nothing that breaks here reaches the session.

First aid is kept as a cramp, everything else as a session. No clock is read: the wall time of the start is given, and
from there on the session's own clock says what time it is.
"""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from uncramp.domain import events as ev
from uncramp.domain.diary import LONGEST, MOST_STEPS, TRIED, CrampEntry, Ending, Entry, SessionEntry, When, can_be_true
from uncramp.domain.plan import IntervalKind, Plan
from uncramp.domain.resume_point import ResumePoint
from uncramp.domain.routine import Side
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase

BEAT_MS = 60_000
"""How often the place is kept within a long interval, in milliseconds."""

STAND_IN = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for a time that can't be true, in what is not for the diary."""

_NAME = 200
_EXERCISE = (IntervalKind.MOVE, IntervalKind.OPEN)
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)
_TELLING = (ev.IntervalStarted, ev.Relief, ev.CameBack, ev.Undone, ev.SideChanged, ev.Finished, ev.Stopped)
"""Events after which something is written."""
_ENDINGS = {Phase.FINISHED: Ending.COMPLETED, Phase.STOPPED: Ending.STOPPED}


class DiaryWriter(Protocol):
    """Where it is written. It never raises."""

    def record(
        self, entry: Entry, place: ResumePoint | None = None, *, before: Entry | None = None, clock: str = ""
    ) -> None:
        """Write what is happening. Where `clock` is given, the clock says that, which can't be true."""


class Recorder:
    """Records one visit: a session, and those that the person starts again after it."""

    def __init__(self, diary: DiaryWriter, wall: datetime, clock: int, resumed: Entry | None = None) -> None:
        """Listen for one visit, which goes on with the entry `resumed`, if it was cut off before.

        `wall` is the local time, aware, when the session's clock said `clock`, in milliseconds.
        """
        self._diary, self._clock, self._resumed = diary, clock, resumed
        # The diary holds no entry of a time that can't be true: all but its start is kept elsewhere.
        self._wall, self._wrong = (wall, "") if can_be_true(wall) else (STAND_IN, wall.isoformat(" ", "minutes"))
        self._session: Session | None = None
        self._entry: Entry | None = None
        self._written: Entry | None = None
        self._began = 0
        self._steps: tuple[str, ...] = ()
        self._eased_in = ""
        self._side: Side | None = None
        """The plan's side as it was last, where it is known: the entry follows it where it changes."""
        self._answered: Side | None = None
        """The side that was answered, which holds where the plan's is not known any more."""
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
        """Take in what happened; `session` is as it is after that, and `now` on its clock, in milliseconds.

        It may be called at each look at the clock: it mostly does nothing then.
        """
        self._seen = now
        if session is not self._session:
            self._begin(session, now)
        self._follow(session, list(events), now)

    def relieved(self, now: int) -> None:
        """The cramp has eased after its routine was over; `now` in milliseconds on the session's clock."""
        if isinstance(self._entry, CrampEntry):
            self._write(replace(self._entry, relief=_seconds(now - self._began), unconfirmed=False))

    def report(self, entry: Entry) -> None:
        """Write what the person says of it afterwards, at once: `replace(recorder.entry, strength=7)`."""
        if self._entry is not None and entry.id == self._entry.id:
            if isinstance(entry, CrampEntry):
                self._answered = entry.side
            self._write(entry)

    def confirm(self) -> None:
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
        self._entry, self._side = self._written or self._new(session.plan), None
        if self._written is not None:
            self._side = _side_of(session.plan)
        self._answered = self._written.side if isinstance(self._written, CrampEntry) else None
        cramp = self._entry if isinstance(self._entry, CrampEntry) else None
        self._steps, self._eased_in = (cramp.steps, cramp.ended_in) if cramp else ((), "")
        self._confirmed = cramp is not None and cramp.counts

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
        if isinstance(event, ev.IntervalStarted) and event.interval.kind in _EXERCISE:
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
            played = min(session.played_ms // 1000, LONGEST)
            return replace(entry, played=played, ending=_ENDINGS.get(session.phase, Ending.INTERRUPTED))
        cramp_ms = session.cramp_ms(0)
        relief = _seconds(cramp_ms) if session.relieved and cramp_ms is not None else None
        before, self._side = self._side, _side_of(session.plan)
        side = entry.side if self._side is before else self._side or self._answered
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
            eased_ms=session.eased_ms,
            side=plan.side,
            cramp_began=self._when(self._began) if session.cramping else None,
        )

    def _write(self, entry: Entry, place: ResumePoint | None = None) -> None:
        self._diary.record(entry, place, before=self._written, clock=self._wrong)
        self._entry = self._written = entry

    def _when(self, at: int) -> When:
        return When.of(self._wall + timedelta(milliseconds=at - self._clock))


def _side_of(plan: Plan) -> Side | None:
    return plan.side if plan.side in _SIDES else None


def _seconds(ms: int) -> int:
    return max(0, min(ms // 1000, LONGEST))
