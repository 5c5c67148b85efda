"""Entries for the diary's tests, and a diary in a folder of the test's own."""

import sqlite3
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from hypothesis import strategies as st

from uncramp.domain.diary import CrampEntry, DayCount, Ending, Entry, SessionEntry, State, When, count_entries
from uncramp.domain.resume_point import ResumePoint
from uncramp.domain.routine import Part, Purpose, Side
from uncramp.domain.store_problem import DiaryUnusableError
from uncramp.guidance.diary_thread import LiveWriter
from uncramp.store.diary import Args, DiaryStore, Result

PATIENT = partial(LiveWriter, database_ms=30_000, spool_ms=30_000)
"""Waits for a busy machine as long as it takes."""

NOW = datetime(2026, 11, 22, 3, 10, tzinfo=UTC)


def an_id() -> str:
    return str(uuid.uuid4())


def at(written: str) -> When:
    """`at("2026-11-22 00:40")` in UTC, or with an offset at the end."""
    moment = datetime.fromisoformat(written)
    return When.of(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def cramp(written: str = "2026-11-22 00:40", relief: int | None = 120, note: str = "") -> CrampEntry:
    return CrampEntry(an_id(), at(written), relief=relief, side=Side.LEFT, part=Part.CALF, note=note)


def session(
    written: str = "2026-11-21 18:00",
    routine: str = "daily-calf",
    played: int = 305,
    ending: Ending = Ending.COMPLETED,
) -> SessionEntry:
    return SessionEntry(
        an_id(), at(written), routine, routine.title(), Purpose.DAILY, 305, played=played, ending=ending
    )


def counts_by_day(entries: Iterable[Entry]) -> dict[date, DayCount]:
    by_day = defaultdict[date, list[Entry]](list)
    for entry in entries:
        by_day[entry.day].append(entry)
    return {day: count_entries(day, of_day) for day, of_day in by_day.items()}


class Direct:
    """Writes into a diary in the thread that it is called in."""

    def __init__(self, store: "RecordingStore") -> None:
        self._store = store

    def record(
        self, entry: Entry, place: ResumePoint | None = None, *, before: Entry | None = None, clock: str = ""
    ) -> None:
        assert not clock
        self._store.record(entry, place, before=before)


class Clock:
    """The local time, which passes only when a test says so."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def on(self, **passed: float) -> None:
        self.now += timedelta(**passed)


class RecordingStore(DiaryStore):
    """A diary that records in the thread that it is called in, as a run does in threads of its own."""

    _spooled = False

    def record(self, entry: Entry, place: ResumePoint | None = None, *, before: Entry | None = None) -> None:
        if not self._spooled:
            try:
                self.write(entry, place, before)
            except DiaryUnusableError as error:
                self._spooled = True  # from here on all goes there, so that its order stays right
                self.note(error.notice)
            else:
                return
        self.spool(entry, place, before)

    def close(self) -> None:
        self._merge_back()
        super().close()

    def erase(self) -> list[str]:
        self._spooled = False
        return super().erase()

    def _read(self, query: Callable[[sqlite3.Connection, *Args], Result], *args: *Args) -> Result:
        self._merge_back()
        return super()._read(query, *args)

    def _merge_back(self) -> None:
        if self._spooled:
            self.close_spool()
            self._spooled = not self.merge()


@contextmanager
def diary(folder: Path, clock: Clock | None = None, patience_ms: int = 50) -> Iterator[RecordingStore]:
    """A diary, and a spare folder beside it."""
    store = RecordingStore(folder / "diary", clock or Clock(), spare=(folder / "spare",), patience_ms=patience_ms)
    try:
        yield store
    finally:
        store.close()


def kept_in(folder: Path) -> dict[str, Entry]:
    """What a fresh process would find, by id."""
    with diary(folder) as store:
        return {entry.id: entry for entry, _changed in store.everything()}


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=30)
NAMES = st.text(st.characters(categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=20)
WHENS = st.builds(
    lambda seconds, offset: When(datetime.fromtimestamp(seconds, UTC), offset),
    st.integers(86_400 * 2, 7_000_000_000),
    st.integers(-12 * 60, 14 * 60),
)
SECONDS = st.integers(0, 86_400)
STRENGTHS = st.none() | st.integers(0, 10)
CRAMPS = st.builds(
    CrampEntry,
    id=st.uuids().map(str),
    start=WHENS,
    relief=st.none() | SECONDS,
    side=st.sampled_from([None, Side.LEFT, Side.RIGHT, Side.BOTH]),
    part=st.none() | st.sampled_from(Part),
    strength=STRENGTHS,
    strength_after=STRENGTHS,
    state=st.none() | st.sampled_from(State),
    routine=TEXT,
    steps=st.lists(NAMES, max_size=4).map(tuple),
    ended_in=TEXT,
    signs=st.lists(st.sampled_from(["leg_swollen", "leg_cold", "pain_stays"]), unique=True).map(tuple),
    note=TEXT,
    unconfirmed=st.booleans(),
)
SESSIONS = st.builds(
    SessionEntry,
    id=st.uuids().map(str),
    start=WHENS,
    routine=NAMES,
    title=NAMES,
    purpose=st.sampled_from([one for one in Purpose if one is not Purpose.FIRST_AID]),
    planned=SECONDS,
    played=SECONDS,
    ending=st.sampled_from(Ending),
)
ENTRIES: st.SearchStrategy[Entry] = CRAMPS | SESSIONS
