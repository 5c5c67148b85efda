"""The library's figures by name, each read once, and what the terminal and the profile let figures do."""

import os
import sys

from uncramp.domain.profile import MotionPreference, Profile
from uncramp.faults import Faults
from uncramp.figures.figure import Figure
from uncramp.figures.forms import Form, choose_form
from uncramp.files.library import Library
from uncramp.i18n import _
from uncramp.terminal.palette import colour_depth
from uncramp.terminal.tty import is_slow_line

_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


class FigureCache:
    """Reads each figure once; one that is missing or broken is reported, and not drawn."""

    def __init__(self, library: Library, faults: Faults) -> None:
        """Look into the library's folders; what is wrong there goes to `faults`."""
        self._library, self._faults = library, faults
        self._figures: dict[str, Figure | None] = {}

    def get(self, name: str) -> Figure | None:
        if name not in self._figures:
            self._figures[name] = None
            with self._faults.reported(_("The figure '{name}' can't be drawn.").format(name=name)):
                self._figures[name] = self._read(name)
        return self._figures[name]

    def _read(self, name: str) -> Figure | None:
        path = self._library.figure_paths.get(name)
        if path is None:
            self._faults.note(_("There is no figure '{name}'.").format(name=name))
            return None
        # Late: it brings the parser with it.
        from uncramp.figures.figure_file import figure_entry

        entry = figure_entry(path)
        self._faults.note(*map(str, entry.problems))
        return entry.figure


def form_of(profile: Profile) -> Form:
    """What figures are drawn with, as the person wants it and the terminal can show it."""
    stream = sys.__stderr__
    encoding = stream.encoding if stream else None
    return choose_form(profile.figures, encoding, os.environ.get("TERM", ""), colour_depth())


def stands_still(profile: Profile) -> bool:
    """Whether nothing should move: the person wants it so, or the terminal is far away or slow."""
    return profile.motion is MotionPreference.REDUCED or any(map(os.environ.get, _REMOTE)) or is_slow_line()
