"""What is to be heard: by the command line, by `m`, by the profile, and by the hour."""

from dataclasses import dataclass
from datetime import datetime

from uncramp.clock import is_night
from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile, SoundPreference
from uncramp.i18n import _

_ROUND = (SoundPreference.OFF, SoundPreference.TONES, SoundPreference.VOICE)
"""What `m` goes through."""


@dataclass(slots=True)
class SoundChoice:
    """What the person has asked for in this run of the program. The profile holds it beyond that."""

    asked: SoundPreference | None = None
    """By `--sound`; `None` without it."""
    chosen: SoundPreference | None = None
    """By `m`, in exercises by day."""
    held: SoundPreference | None = None
    """By `m`, in first aid and at night, as long as it is not left."""

    def mode(self, profile: Profile, *, quiet: bool, in_lines: bool = False) -> SoundPreference:
        """What is heard from the start of a session on: never `AUTO`.

        Args:
            profile: the person's.
            quiet: whether it is first aid, or night: then only what was asked for now is heard.
            in_lines: whether it is played line by line: a screen reader may speak, so `auto` is silent, and a voice only for who asks now.
        """
        if self.held is not None:
            return self.held
        if self.asked not in (None, SoundPreference.AUTO):
            return self.asked
        if quiet and not profile.sound_at_night:
            return SoundPreference.OFF
        wish = profile.sound if self.chosen is None else self.chosen
        if in_lines and wish in (SoundPreference.AUTO, SoundPreference.VOICE):
            return SoundPreference.OFF
        return SoundPreference.TONES if wish is SoundPreference.AUTO else wish


def no_sound() -> str:
    """What is said where what is heard has broken."""
    return _("Sound can't be used. All else goes on.")


def next_mode(mode: SoundPreference) -> SoundPreference:
    """What `m` leads to."""
    return _ROUND[(_ROUND.index(mode) + 1) % len(_ROUND)]


def is_quiet(plan: Plan, local_time: datetime) -> bool:
    """Whether only what was asked for now is heard, and no change is remembered: in first aid, and at night."""
    return plan.measures_cramp or is_night(local_time)
