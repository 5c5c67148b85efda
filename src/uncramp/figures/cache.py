"""The library's figures by name, for whatever draws them. One that is missing or broken is told, and not drawn."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from uncramp.domain.profile import MotionPreference, Profile
from uncramp.faults import Faults
from uncramp.figures.figure import Figure
from uncramp.figures.forms import Form, choose_form
from uncramp.files.library import Library
from uncramp.i18n import _

_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_SLOW = 38_400
"""Bits a second of a line on which nothing should move."""


class FigureCache:
    """Reads each figure once."""

    def __init__(self, library: Library, faults: Faults) -> None:
        """Look into the library's folders; what is wrong there goes to `faults`."""
        self._library, self._faults = library, faults
        self._found: dict[str, Figure | None] = {}
        self._files: Mapping[str, Path] | None = None

    def get(self, name: str) -> Figure | None:
        """The figure of this name, if it can be drawn."""
        if name not in self._found:
            self._found[name] = None
            with self._faults.reported(_("The figure '{name}' can't be drawn.").format(name=name)):
                self._found[name] = self._read(name)
        return self._found[name]

    def _read(self, name: str) -> Figure | None:
        if self._files is None:
            self._files = self._library.figure_paths
        path = self._files.get(name)
        if path is None:
            self._faults.note(_("There is no figure '{name}'.").format(name=name))
            return None
        from uncramp.figures.figure_file import figure_entry  # late: it brings the parser with it

        entry = figure_entry(path)
        self._faults.note(*map(str, entry.problems))
        return entry.figure


def form_of(profile: Profile) -> Form:
    """What figures are drawn with, as the person wants it and the terminal can show it."""
    stream = sys.__stderr__
    return choose_form(profile.figures, stream.encoding if stream else None, os.environ.get("TERM", ""))


def stands_still(profile: Profile) -> bool:
    """Whether nothing should move: the person wants it so, or the terminal is far away or slow."""
    return profile.motion is MotionPreference.REDUCED or any(map(os.environ.get, _REMOTE)) or _slow()


def _slow() -> bool:
    if os.name != "posix":
        return False
    import termios

    try:
        speed = termios.tcgetattr(2)[5]
    except (OSError, termios.error):
        return False
    rates = {getattr(termios, f"B{rate}"): rate for rate in (300, 1200, 2400, 4800, 9600, 19200)}
    return rates.get(speed, _SLOW) < _SLOW
