"""The voice: what is said of a session (`speech`), by the system's own speaker."""

from functools import cache

from uncramp.clock import session_clock
from uncramp.domain import events as ev
from uncramp.domain.session_state import Phase
from uncramp.guidance.context import Context
from uncramp.i18n import _, language
from uncramp.sound.cues import Moment
from uncramp.sound.speaker import SPEAKERS, Speaker, SpeakerProcess, found_speaker
from uncramp.sound.speech import Speech, Weight
from uncramp.sound.spoken import length_ms, spoken

_LAST_S = 4.0
"""How long the last words may take at the end, in seconds."""


@cache
def speaker_here(*, soft: bool) -> Speaker | None:
    """The speaker of this machine, looked for once."""
    return found_speaker(language(), soft=soft)


def no_voice() -> str:
    """What is said where a voice is asked for and there is none."""
    return _("There is no voice here. Tones stand in for it.")


def try_voice(words: str, *, night: bool, silent: bool = False) -> tuple[str, str]:
    """Say a sentence, and wait until it is over: for `uncramp sound`; or only find out what would say it.

    Returns:
        The name of what speaks, "" where nothing does; and why nothing is heard, "" where it is.
    """
    speaker = speaker_here(soft=night)
    if speaker is None:
        return "", _("No voice was found. One of these will do: {names}.").format(names=", ".join(SPEAKERS))
    if silent:
        return speaker.name, _("It says nothing with --list.")
    process = SpeakerProcess(speaker, session_clock)
    process.say(spoken(words))
    process.wait(_LAST_S + length_ms(words) / 1000)
    works = process.works
    process.close()
    return (speaker.name, "") if works else ("", _("{name} does not speak.").format(name=speaker.name))


class Voice:
    """Says what happens. A new sentence always ends the one before."""

    def __init__(self, context: Context, speaker: Speaker) -> None:
        self._clock = context.clock
        self._process = SpeakerProcess(speaker, context.clock)
        self._speech = Speech(
            lambda alarm: alarm.words(context.profile, context.emergency_number), context.profile.keys
        )
        self._card_until = 0
        """Until when whom to call is being said, which no clock cuts off."""

    def hear(self, moment: Moment) -> None:
        """Say it, if there is time for it."""
        said, now = self._speech.say(moment), self._clock()
        if said is None:
            answered = any(isinstance(event, ev.Answered) for event in moment.events) and now >= self._card_until
            if moment.phase is Phase.STOPPED or answered:  # nobody needs to hear a question to its end then
                self._process.stop()
            return
        if said.weight is Weight.CLOCK and (now < self._card_until or (said.latest is not None and now > said.latest)):
            return
        self._card_until = now + said.length if said.weight is Weight.CARD else 0
        self._process.say(said.words)

    def end(self, *, at_once: bool) -> None:
        """End what is said: at once, or when it has been heard."""
        if not at_once:
            self._process.wait(_LAST_S)
        self._process.close()
