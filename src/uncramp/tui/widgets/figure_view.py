"""The figure beside the words. Rows of it that change are drawn again, when they change."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.events import Resize
from textual.timer import Timer

from uncramp.domain.routine import Tag
from uncramp.guidance.context import Context
from uncramp.guidance.preview import FigureState
from uncramp.guidance.view import LONG_MS, MOVING_MS
from uncramp.i18n import _
from uncramp.tui.theme import Ink, figure_style
from uncramp.tui.widgets.row_widget import Row, RowWidget

if TYPE_CHECKING:
    from uncramp.figures.forms import Paint
    from uncramp.figures.forms import Row as Drawn
    from uncramp.guidance.figure_player import FigurePlayer

_AFTER_S = 0.04
"""Seconds after the words stand until the figure is loaded: the diary, which is opened then, comes first."""

_SOON = 500
"""Milliseconds; a frame that is due later waits for the next tick of the session, which draws everything at once."""

_PLAIN_INKS = {
    "SCENERY": Ink.SCENERY,
    "FAR_SKIN": Ink.SCENERY,
    "HELD": Ink.QUIET,
    "SKIN": Ink.WORDS,
    "MUSCLE": Ink.DIGITS,
    "ARROW": Ink.WORDS,
}
"""The theme's ink for each of the figure's, in the forms that have one ink a cell."""


class FigureView(RowWidget):
    """Shows a figure in the state that a session or a preview is in. Without one it takes no room."""

    DEFAULT_CSS = """
    FigureView { width: 30; height: 1fr; }
    FigureView.-empty { display: none; }
    """

    def __init__(self, context: Context, *, alone: bool = False, id: str | None = None) -> None:  # noqa: A002
        """Show nothing yet; `alone` where no tick calls `show` every second."""
        super().__init__(id=id)
        self.context, self._alone = context, alone
        self._player: FigurePlayer | None = None
        self._shown: FigureState | None = None
        self._since = 0
        self._frame: tuple[Drawn, ...] = ()
        self._timer: Timer | None = None
        self._due: int | None = None
        self.set_class(True, "-empty", update=False)

    def show(self, pictured: FigureState | None) -> None:
        before, left_at, self._since = self._shown, self._elapsed(), self.context.clock()
        self._shown = pictured
        self.set_class(pictured is None, "-empty", update=self.is_attached)
        goes_on = before and pictured and pictured == replace(before, elapsed=pictured.elapsed)
        early = pictured and (self._due is None or pictured.elapsed < self._due)
        self._turn(left_at, draw=not (goes_on and early))

    def on_mount(self) -> None:
        self.call_after_refresh(self.set_timer, _AFTER_S, self._load)

    def on_resize(self, event: Resize) -> None:
        if event.size:
            self._turn()

    def _load(self) -> None:
        """Import what draws; where it is broken, the screen goes on without figures."""
        with self.context.faults.reported(_no_figures()):
            from uncramp.guidance.figure_player import FigureCache, FigurePlayer, form_of, stands_still

            profile, cache = self.context.profile, FigureCache(self.context.library, self.context.faults)
            pregnant = Tag.PREGNANT in profile.all_tags()
            self._player = FigurePlayer(cache.get, form_of(profile), pregnant=pregnant, still=stands_still(profile))
        self._turn()

    def _elapsed(self) -> int:
        shown = self._shown
        if shown is None:
            return 0
        return min(shown.length, shown.elapsed + self.context.clock() - self._since) if shown.running else shown.elapsed

    def _turn(self, left_at: int = 0, *, draw: bool = True) -> None:
        """Turn the player to the state that is shown; `left_at` milliseconds is how far the move before it had got.

        It need not be drawn where it goes on as before and no new frame is due.
        """
        if self._player is None:
            return
        there = False
        with self.context.faults.reported(_no_figures()):
            there = self._player.show(self._shown, *self.size, left_at)
        if not there:
            self._draw(())
        elif draw:
            self._play()

    def _play(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        player, shown = self._player, self._shown
        if player is None or shown is None:
            return
        elapsed = self._elapsed()
        rows: tuple[Drawn, ...] = ()
        with self.context.faults.reported(_no_figures()):
            rows = player.rows(elapsed)
        self._draw(rows)
        self._due = due = player.next_change(elapsed) if shown.running else None
        if due is not None and (self._alone or not self._ticks(due, elapsed)) and self.is_attached:
            self._timer = self.set_timer(max(1, due - elapsed) / 1000, self._play)

    def _ticks(self, due: int, elapsed: int) -> bool:
        """Whether a frame is due with a tick of the session, or so late that it may wait for one.

        The tick then draws all that changes at once: to draw twice within a moment costs twice as much.
        """
        step = MOVING_MS if self._shown is not None and self._shown.length < LONG_MS else 1_000
        return due - elapsed > _SOON or due % step == 0

    def _draw(self, frame: "tuple[Drawn, ...]") -> None:
        if frame is not self._frame:
            self._frame = frame
            self.repaint()

    def paint(self, width: int) -> Iterator[Row]:  # noqa: ARG002 - it was drawn for the room that there is
        if self._player is not None:
            style = _two_inks if self._player.coloured else _one_ink
            theme, many = self.app.theme, self.app.console.color_system == "256"
            for row in self._frame:
                yield tuple((text, style(paint, theme, many)) for text, paint in row)


@cache
def _two_inks(paint: "Paint", theme: str, many: bool) -> Style:
    front, ground = ("" if ink is None else ink.name.lower() for ink in paint)
    return figure_style(theme, front or ground, ground, many=many)


def _one_ink(paint: "Paint", _theme: str, _many: bool) -> Ink:
    return Ink.BLANK if paint[0] is None else _PLAIN_INKS[paint[0].name]


def _no_figures() -> str:
    return _("Figures can't be drawn. The words say what to do.")
