"""Cues as tones; by the terminal's bell where nothing plays them."""

from collections.abc import Callable

from uncramp.sound.cues import Moment


class Tones:
    """Plays the weightiest cue of each moment."""

    def __init__(self, ring: Callable[[], object], *, night: bool, voice: bool) -> None:
        self._ring, self.night, self.voice = ring, night, voice

    def hear(self, moment: Moment) -> None:
        """Ring for the weightiest cue."""
        if moment.cue is not None:
            self._ring()

    def end(self, *, at_once: bool) -> None:
        """Nothing was started."""
