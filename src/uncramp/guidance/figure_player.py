"""Plays the figures of a session: which frame is seen when. It knows neither Textual nor a clock.

It is imported when the first instruction stands; help needs nothing of it.
"""

import os
import sys
from collections.abc import Callable

from uncramp.domain.profile import MotionPreference, Profile
from uncramp.domain.routine import Side
from uncramp.faults import Faults
from uncramp.figures.figure import Figure
from uncramp.figures.forms import Form, Row, choose_form
from uncramp.figures.motion import FigureMotion
from uncramp.figures.picture import Look, Picture
from uncramp.files.library import Library
from uncramp.guidance.preview import FigureState
from uncramp.i18n import _
from uncramp.terminal.palette import colour_depth
from uncramp.terminal.tty import is_slow_line

_BRIEF_MS = 10_000
"""Moves that are shorter than this don't change the panels when they lead back: they would all the time."""


class FigurePlayer:
    """Draws a session's figures; each move starts from where the one before it left the figure."""

    def __init__(
        self, figure_of: Callable[[str], Figure | None], form: Form, *, pregnant: bool = False, still: bool = False
    ) -> None:
        """Show nothing yet. With `still` nothing moves: a move is shown in two panels, side by side."""
        self._figure_of, self._form, self._pregnant, self._still = figure_of, form, pregnant, still
        self._shown: FigureState | None = None
        self._motion: FigureMotion | None = None
        self._picture: Picture | None = None
        self._room = (0, 0)
        self._panels: tuple[Picture, frozenset[str], tuple[Row, ...]] | None = None
        """The panels of brief moves, with the poses in them."""

    @property
    def coloured(self) -> bool:
        """Whether a cell has two inks, in colours of the figures' own."""
        return self._form is Form.QUADRANTS

    def show(self, pictured: FigureState | None, columns: int, rows: int, left_at: int = 0) -> bool:
        """Turn to another state of the figure; whether there is anything to draw.

        Another move goes on from where the one before had got by `left_at`, in milliseconds.
        """
        before, self._shown = self._shown, pictured
        if pictured is None or not columns or not rows:
            self._motion = self._picture = None
            return False
        if before is None or before.figure != pictured.figure or self._motion is None:
            figure = self._figure_of(pictured.figure)
            if figure is None or not figure.drawn:
                self._motion = self._picture = None
                return False
            move = _known(figure, pictured.move)
            self._motion = FigureMotion.resting(figure).then(move, pictured.length, 0)
            self._picture = None
        elif before.turn != pictured.turn or before.move != pictured.move:
            move = _known(self._motion.figure, pictured.move)
            self._motion = self._motion.then(move, pictured.length, left_at)
        side = pictured.side if pictured.side in (Side.LEFT, Side.RIGHT) else None
        look = Look(self._motion.figure, side, self._pregnant)
        if self._picture is None or self._picture.look.side is not look.side or self._room != (columns, rows):
            self._room = columns, rows
            self._picture = Picture(look, columns, rows, self._form)
        return True

    def rows(self, elapsed: int) -> tuple[Row, ...]:
        """The frame `elapsed` milliseconds into the move; no rows where nothing can be drawn."""
        if self._motion is None or self._picture is None:
            return ()
        motion, picture = self._motion, self._picture
        if self._still:
            return self._side_by_side(picture, motion)
        if self._shown is not None and not self._shown.running:
            elapsed = motion.settled(elapsed)
        return picture.draw(motion.at(motion.moment(elapsed)))

    def _side_by_side(self, picture: Picture, motion: FigureMotion) -> tuple[Row, ...]:
        """The panels of a move. They stay as they are while brief moves lead from one pose to the other and back."""
        from uncramp.figures.panels import panel_rows  # late: most need none of it

        brief = bool(motion.move) and motion.length < _BRIEF_MS
        ends, panels = frozenset(motion.ends), self._panels
        if brief and panels is not None and panels[0] is picture and panels[1] == ends:
            return panels[2]
        rows = panel_rows(picture.look, picture.columns, picture.rows, self._form, motion, brief=brief)
        self._panels = (picture, ends, rows) if brief else None
        return rows

    def next_change(self, elapsed: int) -> int | None:
        """When the next frame is due, in milliseconds into the move; `None` where there is none."""
        if self._motion is None or self._still:
            return None
        return self._motion.next_change(elapsed)


def _known(figure: Figure, move: str | None) -> str | None:
    """The move, if the figure knows it: a person's own routine may name its moves as it likes."""
    return move if move in figure.moves else None


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
