"""The spoken half of what is heard. There is no voice yet: it says nothing, and the tones are heard."""

from uncramp.i18n import _
from uncramp.sound.cues import Moment


def try_voice(words: str, *, night: bool) -> tuple[str, str]:  # noqa: ARG001 - there is no voice yet
    """Say a sentence, and wait until it is over: for `uncramp sound`.

    Returns:
        The name of what speaks, "" where nothing does; and why nothing is heard, "" where it is.
    """
    return "", _("No voice was found.")


class Voice:
    """Says what happens."""

    def __init__(self, *, night: bool) -> None:
        self.night = night

    def hear(self, moment: Moment) -> None:
        """Say it."""

    def end(self, *, at_once: bool) -> None:
        """Nothing was started."""
