"""Plays a plan for tests, with the recorder that listens."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Protocol

from diary_making import Direct, RecordingStore
from uncramp.domain import events as ev
from uncramp.domain.diary import CrampEntry, Entry, SessionEntry
from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.domain.resume_point import ResumePoint
from uncramp.domain.routine import Side
from uncramp.domain.session import Session
from uncramp.files.library import Library
from uncramp.guidance.recorder import Recorder
from uncramp.guidance.routines import plan_for
from uncramp.paths import shipped_routines

WALL = datetime(2026, 11, 22, 0, 40, tzinfo=timezone(timedelta(hours=1)))
CLOCK = 5_000_000
PULL, RUB, WALK = "Pull your toes toward you", "Rub the calf", "Walk about"


def plan(name: str, side: Side | None = None) -> Plan:
    books = Library(shipped_routines())
    return plan_for(books, books.get(name), Profile(), side)


class Listener(Protocol):
    def on_events(self, session: Session, events: list[ev.Event], now: int) -> None:
        """Take in what happened."""


def begun(listener: Listener, name: str = "cramp-calf", now: int = CLOCK) -> Session:
    """A session that begins, and is listened to."""
    session = Session(plan(name))
    listener.on_events(session, session.start(now), now)
    return session


class Written:
    """A diary that only remembers."""

    def __init__(self) -> None:
        self.all: list[Entry] = []
        self.place: ResumePoint | None = None
        self.clock = ""

    def record(
        self, entry: Entry, place: ResumePoint | None = None, *, before: Entry | None = None, clock: str = ""
    ) -> None:
        self.clock = clock
        assert before == (self.all[-1] if self.all and self.all[-1].id == entry.id else None)
        self.all.append(entry)
        self.place = place


class Night:
    """Somebody who plays a plan, and the recorder that listens."""

    def __init__(self, played: Plan, store: RecordingStore | None = None, cramp_began: int | None = None) -> None:
        self.written = Written()
        self.now = CLOCK
        self.recorder = Recorder(self.written if store is None else Direct(store), WALL, CLOCK)
        self.begin(Session(played, cramp_began=cramp_began))

    def begin(self, session: Session) -> None:
        self.session = session
        self.hear(session.start(self.now))

    def hear(self, events: list[ev.Event]) -> None:
        self.recorder.on_events(self.session, events, self.now)

    def press(self, key: Callable[[int], list[ev.Event]]) -> None:
        self.hear(key(self.now))

    def play(self, seconds: float) -> None:
        end = self.now + round(seconds * 1000)
        while self.now < end:
            self.now = min(self.now + 250, end)
            self.hear(self.session.tick(self.now))

    def play_out(self) -> None:
        while not self.session.phase.over:
            self.play(1)

    @property
    def cramp(self) -> CrampEntry:
        assert isinstance(self.recorder.entry, CrampEntry)
        return self.recorder.entry

    @property
    def practice(self) -> SessionEntry:
        assert isinstance(self.recorder.entry, SessionEntry)
        return self.recorder.entry
