"""What is heard in one session: the listeners of its mode, and the change to another mode.

Each listener has a thread of its own, so whatever it does, the session is as it was without it. One that raises is
switched off and reported; one that hangs misses what comes meanwhile.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from uncramp.clock import is_night
from uncramp.domain import events as ev
from uncramp.domain.plan import Plan
from uncramp.domain.profile import SoundPreference
from uncramp.domain.session import Session
from uncramp.faults import Faults
from uncramp.files.disk import NotSavedError, UnreadableError, read_bytes, write_whole
from uncramp.files.profile import load_profile
from uncramp.files.profile_saving import not_saved_words, save_profile
from uncramp.guidance.context import Context, is_quiet, next_mode, no_sound, profile_path
from uncramp.guidance.diary_thread import in_thread, waited
from uncramp.i18n import _
from uncramp.paths import config_folder
from uncramp.sound.cues import Cue, Moment, moment_of, moment_said
from uncramp.sound.speaker import is_found
from uncramp.sound.tones import Tones, ring_terminal
from uncramp.sound.voice import Voice, no_voice, speaker_here
from uncramp.words.profile import sound_words

_TOLD = "told"
"""What the file says where there is no choice in it."""


@dataclass(frozen=True, slots=True)
class SoundMemory:
    """What is remembered of sound: that the person was told of it, and what they have chosen by `m`.

    The choice stands in the profile where there is one. Without a profile it stands in a file of its own: a profile would
    say that the person was asked about their health. Reading and writing them may wait for a disk.
    """

    file: Path
    profile: Path

    @classmethod
    def mine(cls) -> "SoundMemory":
        return cls(config_folder() / "sound", profile_path())

    def recall(self) -> tuple[bool, SoundPreference | None]:
        """Whether the person was told of the sound, and what they have chosen where the profile says `auto`."""
        try:
            word = read_bytes(self.file).decode(errors="replace").strip()
        except UnreadableError:
            return False, None
        return True, next((mode for mode in SoundPreference if mode == word), None)

    def keep_told(self) -> None:
        """Remember that they were told; where that can't be, they are told again."""
        with suppress(NotSavedError):
            write_whole(self.file, f"{_TOLD}\n".encode())

    def keep(self, mode: SoundPreference, faults: Faults, today: date) -> None:
        """Remember what they have chosen, and report where that can't be. A profile with problems stays as it is."""
        try:
            loaded = load_profile(self.profile, today)
            in_profile = loaded.there and not loaded.problems
            if in_profile:
                save_profile(self.profile, replace(loaded.profile, sound=mode))
            write_whole(self.file, f"{_TOLD if in_profile else mode}\n".encode())
        except NotSavedError as error:
            faults.note(_("What you hear is not kept for the next time."), not_saved_words(error))


LATE_MS = 300
"""A cue that comes later than this is for a move that has passed: it is left out, unless it says an end or an alarm."""

_WAITING = 8
"""Moments that may wait for a listener; those that come when it is so far behind are dropped."""


class Listener(Protocol):
    """Makes something of what happens heard. All of it is called in one thread, which is not the screen's."""

    def hear(self, moment: Moment) -> None:
        """Take in what has just happened. What is still being said or played gives way to it."""

    def end(self, *, at_once: bool) -> None:
        """Let go of all that was started: at once, or when the last cue has been heard. It may wait, but not long."""


class Guarded:
    """A listener in its own thread, which begins with the first moment and keeps no program from ending."""

    def __init__(self, open_listener: Callable[[], Listener], faults: Faults, clock: Callable[[], int]) -> None:
        """Open nothing yet: `open_listener` is called in the thread. The clock is the session's, in milliseconds."""
        self._open_listener, self._faults, self._clock = open_listener, faults, clock
        self._waiting: SimpleQueue[Moment | None] = SimpleQueue()
        self._at_once = False
        self._thread: threading.Thread | None = None

    def hear(self, moment: Moment) -> None:
        """Hand it to the listener, and return at once."""
        if self._waiting.qsize() >= _WAITING:
            return
        self._waiting.put(moment)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="uncramp-sound")
            self._thread.start()

    def end(self, *, at_once: bool) -> None:
        """Let the listener end. Nothing that waits is heard where it is at once."""
        self._at_once = at_once
        if at_once:
            with suppress(Empty):
                while True:
                    self._waiting.get_nowait()
        self._waiting.put(None)

    def wait(self, seconds: float) -> None:
        """Wait for its end, but not longer: where the program is about to end."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        with self._faults.reported(no_sound()):
            listener = self._open_listener()
            ready = self._clock()  # what came while it was made ready is not late
            try:
                while (moment := self._waiting.get()) is not None:
                    if not self._is_late(moment, ready):
                        listener.hear(moment)
            finally:
                listener.end(at_once=self._at_once)

    def _is_late(self, moment: Moment, ready: int) -> bool:
        weighty = moment.cue in (Cue.DONE, Cue.URGENT) or any(isinstance(event, ev.Paused) for event in moment.events)
        return not weighty and self._clock() - max(moment.now, ready) > LATE_MS


_HUSH_S = 0.5
"""How long the program waits at most for silence before it is stopped, in seconds."""

Ring = Callable[[], object]
"""Rings the terminal's bell, once, from any thread."""


def open_sound(
    context: Context, plan: Plan, ring: Ring = ring_terminal, *, in_lines: bool = False
) -> "tuple[SessionSound, str]":
    """What is heard from the start of a session on, and what is said of it: the first time ever, how to stop it.

    It reads and writes a file, so no screen waits for it.
    """
    choice, memory, profile = context.sound, SoundMemory.mine(), context.profile
    told, chosen = memory.recall()
    if choice.chosen is None and profile.sound is SoundPreference.AUTO:
        choice.chosen = chosen
    mode = context.sound_at_start(plan, in_lines=in_lines)
    words = ""
    if not (told or choice.asked or mode is SoundPreference.OFF):
        words = context.said(_("Sound is on. m: voice, then off."), "sound")
        memory.keep_told()
    return SessionSound(context, plan, mode, ring), words


class SessionSound:
    """The listeners of one session. Every call returns at once."""

    def __init__(self, context: Context, plan: Plan, mode: SoundPreference, ring: Ring = ring_terminal) -> None:
        """Begin in a mode other than `AUTO`, with nothing heard yet. The bell rings where no player is to be had."""
        self._context, self._ring = context, ring
        self.mode = mode
        self.night = is_night(context.local_time())
        self._remembers = not is_quiet(plan, context.local_time())
        self._listeners: list[Guarded] = []
        self._keeping: Future[None] | None = None
        self._one_by_one = threading.Lock()

    def begin(self, session: Session, events: Sequence[ev.Event] = ()) -> None:
        """Let all listeners hear what has happened before they were there, or else what is to be done now."""
        if events:
            self.hear(session, events)
        elif self.mode is not SoundPreference.OFF:
            self._tell(moment_of(session, [], self._context.clock()))

    def hear(self, session: Session, events: Sequence[ev.Event]) -> None:
        if self.mode is SoundPreference.OFF or not events:
            return
        moment = moment_of(session, list(events), self._context.clock())
        self._tell(moment)
        if moment.cue is None and any(isinstance(event, ev.Stopped) for event in events):
            self.end(at_once=True)

    def say(self, session: Session, words: Sequence[str], *, urgent: bool = False) -> None:
        """Let a voice say what a page says of its own, and with tones hear what is urgent."""
        if self.mode is not SoundPreference.OFF and words:
            self._tell(moment_said(session, words, self._context.clock(), urgent=urgent))

    def _tell(self, moment: Moment) -> None:
        if not self._listeners:
            self._listeners = [
                Guarded(open_listener, self._context.faults, self._context.clock)
                for open_listener in listeners_of(self._context, self.mode, ring=self._ring, night=self.night)
            ]
        for listener in self._listeners:
            listener.hear(moment)

    def change(self, session: Session) -> str:
        """Go to the next mode, and let what is to be done now be heard in it at once; what is said of it."""
        self.end(at_once=True)
        choice, self.mode = self._context.sound, next_mode(self.mode)
        if self._remembers:
            choice.chosen = self.mode
            self._keeping = in_thread(partial(self._keep, SoundMemory.mine(), self._context.local_time().date()))
        else:
            choice.held = self.mode
        self.begin(session)
        said = _("Sound: {word}.").format(word=sound_words(self.mode))
        silent = self.mode is SoundPreference.VOICE and not is_found()
        return f"{said} {no_voice()}" if silent else said

    def _keep(self, memory: SoundMemory, today: date) -> None:
        """Remember the mode as it is by then: of two changes the last one stays."""
        with self._one_by_one:
            memory.keep(self.mode, self._context.faults, today)

    def hush(self) -> None:
        """Cut off what is heard before the program is stopped; what happens after that is heard again."""
        self.end(at_once=True, wait_s=_HUSH_S)

    def end(self, *, at_once: bool, wait_s: float = 0.0) -> None:
        """End all that is heard: at once, or when the last cue has been heard, after `wait_s` seconds at the latest."""
        listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener.end(at_once=at_once)
        for listener in listeners:
            listener.wait(wait_s)
        if self._keeping is not None:
            waited(self._keeping, round(wait_s * 1000))


def listeners_of(context: Context, mode: SoundPreference, *, ring: Ring, night: bool) -> list[Callable[[], Listener]]:
    """What makes the listeners of a mode, each in its own thread.

    By day tones mark the moments of what a voice says, where a player is to be had: no bell rings into its words. By
    night it speaks alone. Without a speaker there are tones in its place.
    """
    if mode is not SoundPreference.VOICE or not is_found():
        return [partial(Tones, ring, night=night)]

    def voice() -> Listener:
        speaker = speaker_here(soft=night)
        return Tones(ring, night=night) if speaker is None else Voice(context, speaker)

    return [voice] if night else [voice, partial(Tones, lambda: None, night=night)]
