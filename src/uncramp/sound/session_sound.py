"""What is heard in one session: the listeners of its mode, and the change to another mode."""

import threading
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from uncramp.clock import is_night
from uncramp.domain import events as ev
from uncramp.domain.plan import Plan
from uncramp.domain.profile import SoundPreference
from uncramp.domain.session import Session
from uncramp.guidance.context import Context
from uncramp.guidance.diary_thread import Job, in_thread
from uncramp.guidance.sound_choice import is_quiet, next_mode
from uncramp.i18n import _
from uncramp.sound.cues import Moment, moment_of, moment_said
from uncramp.sound.listener import Guarded, Listener
from uncramp.sound.memory import SoundMemory
from uncramp.sound.speaker import is_found
from uncramp.sound.tones import Tones, ring_terminal
from uncramp.sound.voice import Voice, no_voice, speaker_here
from uncramp.words.profile import sound_words

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
        self._keeping: Job[None] | None = None
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
            self._keeping.wait(round(wait_s * 1000))


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
