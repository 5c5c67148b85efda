"""The diary of one run: what is played is recorded and written in threads, and nothing that breaks here reaches it."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from uncramp.clock import is_night, local_time
from uncramp.domain import events as ev
from uncramp.domain.diary import TRIED, Entry
from uncramp.domain.position import RESUME_WITHIN
from uncramp.domain.profile import Profile
from uncramp.domain.session import Session
from uncramp.domain.store_problem import WAIT_MS
from uncramp.faults import Faults
from uncramp.files.library import Library
from uncramp.guidance.diary_thread import LiveWriter, waited
from uncramp.guidance.recorder import Recorder
from uncramp.i18n import _
from uncramp.paths import diary_folder


class Leaving(StrEnum):
    """What comes of the wish to stop."""

    GO_ON = "go_on"
    STOP = "stop"
    """Stop, and keep what happened. Whether it was a cramp is asked another time."""
    KEEP = "keep"
    """Stop: it was a cramp."""
    FORGET = "forget"
    """Stop, and keep nothing: there was no cramp."""


def leaving_at_once(session: Session, now: int, local_time: datetime) -> Leaving | None:
    """What stopping means where it is not asked about; `None` where it is, which is by day.

    A first aid of a few seconds was tried out, unless somebody has said that it's stopped. At night nobody is asked
    anything.
    """
    if not session.plan.measures_cramp:
        return None
    if not session.relieved and (session.cramp_ms(now) or 0) < TRIED * 1000:
        return Leaving.FORGET
    return Leaving.STOP if is_night(local_time) else None


if TYPE_CHECKING:  # they bring the database, and help waits for none of it
    from uncramp.guidance.resume import CutOff
    from uncramp.store.diary import DiaryStore

_SAID = (ev.Relief, ev.CameBack, ev.Undone, ev.SideChanged, ev.Finished, ev.Stopped)
"""Events that are shown as soon as they are on the disk."""

_WORDS = _("Your diary can't be used. What happened from here on is not in it.")


def own_diary() -> "DiaryStore":
    from uncramp.store.diary import my_diary

    return my_diary()


class LiveDiary:
    """Records what is played, in threads; nothing is opened before the first picture stands."""

    def __init__(
        self,
        faults: Faults,
        opening: "Callable[[], DiaryStore] | None" = None,
        now: Callable[[], datetime] = local_time,
        writer: Callable[["Callable[[], DiaryStore]"], LiveWriter] = LiveWriter,
    ) -> None:
        """Keep nothing yet; without `opening`, which gives the diary when it is time to open it, nothing at all."""
        self._faults, self._opening, self._now = faults, opening or own_diary, now
        self._holds = opening is not None
        self._writer = writer(self._opening)
        self._recorder: Recorder | None = None
        self._resumed: Entry | None = None
        self._heard: Session | None = None

    @property
    def entry(self) -> Entry | None:
        return self._recorder.entry if self._recorder and self._holds else None

    # While something is played.

    def on_events(self, session: Session, events: Sequence[ev.Event], now: int) -> None:
        """Take in what happened; `now` in milliseconds on the session's clock.

        What the person is told of is on the disk then, but for a disk that keeps them waiting.
        """
        silent = not events and session is not self._heard  # one that is over, and is not played any more
        if not self._holds or silent:
            return
        self._heard = session
        with self._guarded():
            self._recorder = self._recorder or Recorder(self._writer, self._now(), now, self._resumed)
            self._recorder.on_events(session, events, now)
            if any(isinstance(event, _SAID) for event in events):
                self._writer.wait()
            else:
                self._writer.look()

    def write(self) -> None:
        """The first picture stands: open the diary, and write what has happened, all of it in a thread."""
        if self._holds and self._recorder is not None:
            self._writer.begin()

    def wait(self) -> None:
        """Wait until all that happened is on the disk, but not long."""
        self._take_in(lambda _recorder: None)

    def relieved(self, now: int) -> None:
        """The cramp has eased after its routine was over; `now` in milliseconds on the session's clock."""
        self._take_in(lambda recorder: recorder.relieved(now))

    def report(self, entry: Entry) -> None:
        """Write what the person says of it afterwards, at once."""
        self._take_in(lambda recorder: recorder.report(entry))

    def leave(self, how: Leaving) -> None:
        """The person has stopped what they play."""
        if how is Leaving.KEEP:
            self._take_in(Recorder.confirm)
        elif how is Leaving.FORGET or self._only_tried:
            self.forget()

    def forget(self) -> None:
        """What was begun was nothing: it is deleted, so that `restore` can bring it back, or never written at all."""
        entry, self._recorder, self._heard = self.entry, None, None
        if entry is not None:
            with self._guarded():
                self._writer.forget(entry)

    def end_session(self) -> None:
        """The person has left what they played: what comes next is a cramp, or a session, of its own.

        What they have only tried out is forgotten.
        """
        if self._only_tried:
            self.forget()
        elif self._holds and self._recorder is not None:
            with self._guarded():
                self._writer.merge()
        self._recorder = self._resumed = self._heard = None

    def keep_nothing(self) -> None:
        """Nobody is there: what is played is none of a person's doing."""
        self._holds = False

    def close(self) -> None:
        """Write what is left, let go of all files, and tell what was wrong with them."""
        if self._holds:
            with self._guarded():
                self._let_go()
        self._holds = False

    # What was cut off.

    def cut_off(self, library: Library, profile: Profile) -> "CutOff | None":
        """What the person was cut off in a short while ago, if they can go on with it: for a thread to ask.

        The diary is opened only where something was written to it lately.
        """
        if self._holds:
            with self._faults.reported(_WORDS):
                if _written_lately(self._now()):
                    from uncramp.guidance.resume import find  # late: it brings the database, and home waits

                    return find(self._opening, library, profile)
        return None

    def go_on(self, with_entry: Entry) -> bool:
        """What is played next goes on with this entry; whether no other terminal does already."""
        self.end_session()
        with self._guarded():
            taken = self._writer.ask(lambda store: store.take_up(with_entry.id))
            if waited(taken, WAIT_MS) and not taken.result():
                return False
        self._resumed = with_entry
        return True

    def dismiss(self, entry: Entry) -> None:
        """The person does not go on with it: it is not offered again."""
        if self._holds:
            self._writer.ask(lambda store: store.dismiss(entry.id))

    # How it works.

    @property
    def _only_tried(self) -> bool:
        return self._holds and self._recorder is not None and self._recorder.tried

    def _take_in(self, tell: Callable[[Recorder], object]) -> None:
        """Tell the recorder, where anything is kept, and wait until that is on the disk, but not long."""
        if self._holds and self._recorder is not None:
            with self._guarded():
                tell(self._recorder)
                self._writer.wait()

    def _let_go(self) -> None:
        if notices := self._writer.close():
            from uncramp.files.text import visible
            from uncramp.words.diary import mend_words, notice_words

            for notice in notices:
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
