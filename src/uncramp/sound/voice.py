"""The spoken half of what is heard. There is no voice yet: it says nothing, and the tones are heard."""

from uncramp.sound.cues import Moment


class Voice:
    """Says what happens."""

    def __init__(self, *, night: bool) -> None:
        self.night = night

    def hear(self, moment: Moment) -> None:
        """Say it."""

    def end(self, *, at_once: bool) -> None:
        """Nothing was started."""
