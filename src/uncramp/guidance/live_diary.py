"""The diary of one run of the program: it listens from the first event on, and is opened when there is time for it.

Nothing of it can harm a session: whatever breaks goes through the guard, and is told at the end.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from uncramp.clock import local_time
from uncramp.domain.position import RESUME_WITHIN
from uncramp.faults import Broken
from uncramp.i18n import _
from uncramp.paths import diary_folder

if TYPE_CHECKING:  # SQLite and all that comes with it, which no first instruction waits for
    from uncramp.domain.diary import Entry
    from uncramp.domain.events import Event
    from uncramp.domain.profile import Profile
    from uncramp.domain.session import Session
    from uncramp.files.library import Library
    from uncramp.guidance.recorder import Recorder
    from uncramp.guidance.resume import CutOff
    from uncramp.store.diary import DiaryStore

_WORDS = _("Your diary can't be used. What happened from here on is not in it.")


def own_diary() -> "DiaryStore":
    """The person's own diary."""
    from uncramp.store.open import my_diary

    return my_diary()


class VisitDiary:
    """Keeps what happens in mind until the diary is opened, and writes it at once from then on."""

    def __init__(
        self,
        broken: Broken,
        opening: "Callable[[], DiaryStore] | None" = None,
        now: Callable[[], datetime] = local_time,
    ) -> None:
        """Keep nothing yet.

        Args:
            broken: the guard.
            opening: gives the diary, when it is time to open it; without it, nothing is kept at all.
            now: the local time, aware.
        """
        self._broken, self._opening, self._now = broken, opening, now
        self._holds = opening is not None
        self._store: DiaryStore | None = None
        self._recorder: Recorder | None = None
        self._resumed: Entry | None = None
        self._at: tuple[datetime, int] | None = None  # one moment, on both clocks
        self._unwritten: list[tuple[Session, list[Event], int]] = []
        self._heard: Session | None = None

    @property
    def entry(self) -> "Entry | None":
        """What is recorded of the last session."""
        return self._recorder.entry if self._recorder and self._holds else None

    # While something is played.

    def hear(self, session: "Session", events: "Sequence[Event]", now: int) -> None:
        """Take in what happened; `now` in milliseconds on the session's clock.

        What a session says first is kept until it says something more: the first picture comes before all writing.
        """
        silent = not events and session is not self._heard  # one that is over, and is not played any more
        if not self._holds or silent:
            return
        self._at = self._at or (self._now(), now)
        before: list[Event] = []
        if self._unwritten and self._unwritten[-1][0] is session:
            before = self._unwritten.pop()[1]
        self._unwritten.append((session, [*before, *events], now))
        if self._store is not None and self._heard is session:
            self.write()
        self._heard = session

    def write(self) -> None:
        """Write what was kept in mind, and open the diary for it if that is not done yet."""
        self._safely(self._write)

    def relieved(self, now: int) -> None:
        """The cramp has eased after its routine was over; `now` in milliseconds on the session's clock."""
        self._told(lambda recorder: recorder.relieved(now))

    def tell(self, entry: "Entry") -> None:
        """Write what the person says of it afterwards, at once."""
        self._told(lambda recorder: recorder.tell(entry))

    def part(self) -> None:
        """The person has left what they played: what comes next is a cramp, or a session, of its own."""
        if self._unwritten:
            self.write()
        self._recorder = self._resumed = self._at = self._heard = None

    def close(self) -> None:
        """Write what is left, let go of all files, and tell what was wrong with them."""
        if self._unwritten:
            self.write()
        store, self._store = self._store, None
        if store is not None:
            self._broken.attempt(lambda: self._let_go(store), lambda: None, _WORDS)
        self._holds = False

    # What was cut off.

    def cut_off(self, library: "Library", profile: "Profile") -> "CutOff | None":
        """What the person was cut off in a short while ago, if they can go on with it.

        The diary is opened only where something was written to it lately.
        """
        found: list[CutOff] = []

        def look() -> None:
            if not _written_lately(self._now()):
                return
            from uncramp.guidance.resume import find  # late: it brings the database with it, and home waits

            if one := find(self._opened(), library, profile):
                found.append(one)

        self._safely(look)
        return found[0] if found else None

    def go_on(self, with_entry: "Entry") -> None:
        """What is played next goes on with this entry."""
        self.part()
        self._resumed = with_entry

    def let_be(self, entry: "Entry") -> None:
        """The person does not go on with it: it is not offered again."""
        self._safely(lambda: self._opened().record(entry, before=entry))

    # How it works.

    def _opened(self) -> "DiaryStore":
        if self._store is None:
            if self._opening is None:
                raise RuntimeError
            self._store = self._opening()
        return self._store

    def _write(self) -> None:
        from uncramp.guidance.recorder import Recorder

        store = self._opened()
        unwritten, self._unwritten = self._unwritten, []
        for session, events, now in unwritten:
            wall, clock = self._at or (self._now(), now)
            self._recorder = self._recorder or Recorder(store, wall, clock, self._resumed)
            self._recorder.hear(session, events, now)

    def _told(self, tell: "Callable[[Recorder], None]") -> None:
        """Tell the recorder, after all that is still only kept in mind: the start of a visit is not written yet."""
        if self._unwritten:
            self.write()
        recorder = self._recorder
        if recorder is not None:
            self._safely(lambda: tell(recorder))

    def _let_go(self, store: "DiaryStore") -> None:
        from uncramp.files.text import visible
        from uncramp.words.diary import mend_words, notice_words

        store.close()
        for notice in store.told():
            self._broken.note(*filter(None, (visible(notice_words(notice)), mend_words(notice))))

    def _safely(self, work: Callable[[], None]) -> None:
        """Do something with the diary; once that has broken, nothing is tried again."""

        def done() -> bool:
            work()
            return True

        if self._holds:
            self._holds = self._broken.attempt(done, lambda: False, _WORDS)


def _written_lately(now: datetime) -> bool:
    """Whether the diary was written to so lately that something may be worth going on with. It opens nothing."""
    since = (now - RESUME_WITHIN).timestamp()
    with suppress(OSError), os.scandir(diary_folder()) as files:
        return any(file.stat().st_mtime >= since for file in files)
    return False
