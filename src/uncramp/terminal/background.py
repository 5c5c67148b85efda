"""What a terminal says when it is asked for the colour of its background."""

import os
import re
import time

QUERY = "\x1b]11;?\x1b\\"
"""OSC 11, ended by ST: a terminal that took a BEL for itself would ring."""

WAIT_S = 0.1
"""Seconds that the answer is waited for where it would otherwise be left to the shell."""

_ASKED = (
    "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty", "contour", "st-", "vte",
)  # fmt: skip
"""How `TERM` begins where OSC 11 is answered or passed over. Others, such as an old Linux console, might print it."""
_ANSWER = "\x1b]11;"
_RGB = r"(?i)rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})"


def can_be_asked() -> bool:
    """Whether this terminal answers, or at least shows nothing of the question."""
    return os.environ.get("TERM", "").startswith(_ASKED)


class Background:
    """The answer, which may come late or never."""

    def __init__(self) -> None:
        """The terminal is asked at this moment."""
        self._asked = time.monotonic()
        self._colour: str | None = None

    @property
    def light(self) -> bool:
        """Whether it is light, as far as is known: by the answer, or else by the hint."""
        answer = is_light(self._colour or "")
        return hinted_light() if answer is None else answer

    @property
    def outstanding(self) -> float:
        """Seconds that the answer should still be waited for, 0 or less if it is there or will hardly come."""
        return self._asked + WAIT_S - time.monotonic() if self._colour is None else 0

    def hear(self, reply: str) -> None:
        """Take a reply of the terminal, if it is this answer."""
        if reply.startswith(_ANSWER):
            self._colour = reply[len(_ANSWER) :]


def hinted_light() -> bool:
    """Whether the background is light by the hint that some terminals leave in the environment."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def is_light(colour: str) -> bool | None:
    """Whether a colour as X11 writes it, such as `rgb:ffff/ffff/ffff`, is light; `None` for what is none."""
    found = re.match(_RGB, colour)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)  # noqa: PLR2004 - half as bright as white
