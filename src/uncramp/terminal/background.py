"""What a terminal says when it is asked for the colour of its background, told apart from what a person types."""

import os
import re
import time

QUERY = "\x1b]11;?\x1b\\"
"""OSC 11, ended by ST: a terminal that took a BEL for itself would ring."""

WAIT_S = 0.1
"""Seconds that the answer is waited for where it would otherwise be left to the shell."""

_ASKED = (
    "xterm",
    "tmux",
    "screen",
    "rxvt",
    "alacritty",
    "foot",
    "kitty",
    "wezterm",
    "ghostty",
    "contour",
    "st-",
    "vte",
)
"""How `TERM` begins where OSC 11 is answered or passed over. Others, such as an old Linux console, might print it."""
_LATE_S = 10.0
"""Seconds after which an answer that begins with the very next character is no longer expected."""
_SPLIT_S = 1.0
"""Seconds that the rest of an answer is waited for."""

_COLOUR = r"[0-9A-Za-z:/#.,?]"
_ANSWER = re.compile(rf"\x1b\]11;({_COLOUR}*)(?:\x07|\x1b\\|\x9c)")
_BEGUN = re.compile(rf"\x1b(?:\](?:1(?:1(?:;{_COLOUR}*\x1b?)?)?)?)?\Z")
_CUT_OFF = re.compile(rf"\x1b\]11;{_COLOUR}*")
_RGB = re.compile(r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.IGNORECASE)


def can_be_asked() -> bool:
    """Whether this terminal answers, or at least shows nothing of the question."""
    return os.environ.get("TERM", "").startswith(_ASKED)


class Background:
    """The answer, which may come in pieces, late, or never. None of it is ever taken for keys."""

    def __init__(self) -> None:
        """The terminal is asked at this moment."""
        self._asked = time.monotonic()
        self._colour: str | None = None
        self._held, self._held_at = "", 0.0

    @property
    def light(self) -> bool:
        """Whether it is light, as far as is known: by the answer, or else by the hint."""
        answer = is_light(self._colour or "")
        return hinted_light() if answer is None else answer

    @property
    def outstanding(self) -> float:
        """Seconds that the answer should still be waited for, 0 or less if it is there or will hardly come."""
        return self._asked + WAIT_S - time.monotonic() if self._colour is None else 0

    def keys_in(self, text: str) -> str:
        """Take what the terminal has sent.

        Returns:
            What of it was typed. What may be the beginning of an answer is held back.
        """
        text = _ANSWER.sub(self._note, self._held + text)
        self._held = ""
        begun = _BEGUN.search(text)
        if begun and (begun[0] != "\x1b" or self._expected):
            self._held, self._held_at = begun[0], time.monotonic()
            text = text[: begun.start()]
        return _CUT_OFF.sub("", text)

    def given_up(self) -> str:
        """What was held back and is no answer after all, since nothing came after it: keys."""
        held = self._held
        if not held or time.monotonic() - self._held_at < (_SPLIT_S if ";" in held else WAIT_S):
            return ""
        self._held = ""
        return "" if ";" in held else held

    @property
    def _expected(self) -> bool:
        return self._colour is None and time.monotonic() - self._asked < _LATE_S

    def _note(self, answer: "re.Match[str]") -> str:
        self._colour = answer[1]
        return ""


def hinted_light() -> bool:
    """Whether the background is light by the hint that some terminals leave in the environment."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def is_light(colour: str) -> bool | None:
    """Whether a colour as X11 writes it, such as `rgb:ffff/ffff/ffff`, is light; `None` for what is none."""
    found = _RGB.match(colour)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)  # noqa: PLR2004 - half as bright as white
