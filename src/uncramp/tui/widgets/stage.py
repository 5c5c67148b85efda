"""The middle of the session screen: what to do now, the time, and what comes next."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.geometry import Size
from textual.widget import Widget

from uncramp.domain.standing import Phase
from uncramp.i18n import _
from uncramp.tui.kit import Kit
from uncramp.tui.widgets.bar import Bar
from uncramp.tui.widgets.big_clock import PLAIN, BigClock
from uncramp.tui.widgets.block import HALF
from uncramp.tui.widgets.choices import Choices
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.frame import stage_room
from uncramp.tui.widgets.prompt import Prompt
from uncramp.tui.widgets.say import Say
from uncramp.tui.widgets.words import Words
from uncramp.view import Scene, View

_SMALL, _MIDDLE, _LARGE = (30, 8), (56, 19), (100, 32)
"""From how many columns and lines on the stage is more than tiny, more than small, and large."""


_FIGURE = (72, 19)
"""From how many columns and lines on there is room for a figure beside the words."""

_FIGURE_WIDTHS = (30, 80)
"""The narrowest and the widest room for a figure, in columns; between them it takes `_SHARE` of the stage."""

_SHARE = 0.42

_ROOMY = 44
"""From how many lines on the clock is as large as can be beside a figure, too."""

_BESIDE = 3
"""Columns between the clock and what stands beside it."""


def _fits(needed: tuple[int, int], room: tuple[int, int]) -> bool:
    return room[0] >= needed[0] and room[1] >= needed[1]


class Stage(Vertical):
    """Shows one view after the other. The instruction and the time never go, whatever the room."""

    DEFAULT_CSS = """
    Stage { width: 1fr; height: 1fr; }
    Stage #say { margin: 1 0; max-height: 70%; }
    Stage #middle { height: 1fr; }
    Stage #words { width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    Stage #figure { margin-left: 2; }
    Stage #how { color: $quiet; }
    Stage #cautions { color: $alert; margin-top: 1; }
    Stage #notice { color: $alert; text-style: bold; height: auto; }
    Stage #time { height: auto; }
    Stage #beside { width: 1fr; height: auto; padding-left: 3; }
    Stage #move { color: $foreground; text-style: bold; }
    Stage #of, Stage #progress { color: $quiet; }
    Stage .line { height: 1; }
    Stage #left { width: auto; color: $quiet; padding-left: 2; }
    Stage #next { width: 1fr; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis; }

    Stage.-pictured #cautions { margin: 0; }
    Stage.-small #say { margin: 0; }
    Stage.-small #cautions { margin-top: 0; }
    Stage.-small #whole-line, Stage.-small #of { display: none; }
    Stage.-small #progress { text-wrap: nowrap; text-overflow: ellipsis; }
    Stage.-tiny #how, Stage.-tiny #cautions, Stage.-tiny #bar, Stage.-tiny #of,
    Stage.-tiny #next, Stage.-tiny #progress { display: none; }
    Stage.-tiny #words { scrollbar-size-vertical: 0; }
    Stage.-small #choices { margin: 0; }
    Stage.-tiny.-asking #next-line { display: none; }
    Stage.-small.-asking #how, Stage.-small.-asking #cautions, Stage.-small.-asking #notice,
    Stage.-small.-asking #bar { display: none; }
    Stage.-tiny #beside { padding-left: 2; }
    Stage.-large #time { margin: 1 0; }
    Stage.-large #beside { padding-left: 5; }
    Stage.-large #next-line { margin-top: 1; }
    """

    def __init__(self, kit: Kit) -> None:
        """Make an empty stage."""
        super().__init__()
        self._view: View | None = None
        self._helper = self._pictured = False
        self._scale = 1
        self._say_lines = self._move_lines = 0
        self._room = Size()
        # Held, not looked up: this is what every tick touches.
        self._say, self._move = Say(id="say"), Say(id="move")
        self._how, self._cautions, self._notice = Words(id="how"), Words(id="cautions"), Words(id="notice")
        self._of, self._progress = Words(id="of"), Words(id="progress")
        self._left, self._next = Words(id="left"), Words(id="next")
        self._choices, self._prompt = Choices(id="choices"), Prompt(id="prompt")
        self._clock = BigClock(id="clock")
        self._figure = FigureView(kit, id="figure")
        self._bar, self._whole = Bar(id="bar"), Bar(id="whole")

    def compose(self) -> ComposeResult:
        """Words above, time below. What they show at first is known by now, so that they are styled but once."""
        self._fit(*stage_room(self.app.size.width, self.app.size.height))
        self._draw()
        yield self._say
        with Horizontal(id="middle"):
            with VerticalScroll(id="words", can_focus=False):
                yield from ((self._cautions, self._how) if self._pictured else (self._how, self._cautions))
            yield self._figure
        yield self._notice
        yield self._choices  # outside what scrolls: an answer is always in sight
        with Horizontal(id="time"):
            yield self._clock
            with Vertical(id="beside"):
                yield from (self._move, self._of, self._progress)
        yield self._bar
        with Horizontal(id="whole-line", classes="line"):
            yield from (self._whole, self._left)
        with Horizontal(id="next-line", classes="line"):
            yield from (self._next, self._prompt)

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        if event.size != self._room:
            self._fit(event.size.width, event.size.height)
            self._draw()

    def _fit(self, columns: int, lines: int) -> None:
        self._room = room = Size(columns, lines)
        tiny, small, large = not _fits(_SMALL, room), not _fits(_MIDDLE, room), _fits(_LARGE, room)
        self._scale = PLAIN if tiny else HALF if small else 2 if large else 1
        self._say_lines = lines // 3 if large else 0
        self._move_lines = 0 if small else 4
        self.update_classes({"-tiny": tiny, "-small": small, "-large": large})
        least, most = _FIGURE_WIDTHS
        self._figure.styles.width = max(least, min(most, int(columns * _SHARE)))
        self._say.expect(columns)

    def show(self, view: View, *, helper: bool, notice: str) -> None:
        """Show a view. `helper` shows the words for a helper in place of the person's own."""
        self._view, self._helper = view, helper
        self._notice.show("\n".join(filter(None, (notice, _standing(view.phase)))))
        if self._room:
            self._draw()

    def _draw(self) -> None:
        view = self._view
        if view is None or view.scene is None:
            return
        scene = view.scene
        pictured = scene.pictured if _fits(_FIGURE, self._room) else None
        self._figure.show(pictured)
        self._set_in_order(pictured=pictured is not None)
        self._say.say(scene.say, self._say_lines)
        self._how.show(self._how_words(scene))
        self._cautions.show("\n".join(f"▲ {one}" for one in scene.cautions))
        self._choices.show(scene.choices, self._room.width)
        self.update_classes({"-asking": bool(scene.choices), "-pictured": self._pictured})
        self._clock.show(scene.clock, self._clock_scale(scene))
        beside = self._room.width - self._clock.columns - _BESIDE
        self._move.expect(beside)
        self._move.say(scene.move, self._move_lines)
        self._show_progress(scene, beside)
        self._next.show(view.offer or scene.next)
        self._prompt.show(scene.enter)
        self._bar.show(scene.done)
        self._whole.show(view.whole)
        self._left.show(view.left)

    def _show_progress(self, scene: Scene, columns: int) -> None:
        """Beside a figure on one line, if it fits there: the words above can do with the other."""
        both = f"{scene.of} · {scene.progress}" if scene.of and scene.progress else ""
        one = self._pictured and both and len(both) <= columns
        self._of.show("" if one else scene.of)
        self._progress.show(both if one else scene.progress)

    def _set_in_order(self, *, pictured: bool) -> None:
        """What to take care of comes first where a figure shows how: the narrow words beside it may not all fit."""
        before, self._pictured = self._pictured, pictured
        if pictured != before and self._how.is_attached and isinstance(self._how.parent, Widget):
            first, second = (self._cautions, self._how) if pictured else (self._how, self._cautions)
            self._how.parent.move_child(first, before=second)

    def _clock_scale(self, scene: Scene) -> int:
        if scene.choices:
            return PLAIN  # no question hurries anybody
        crowded = scene.pictured is not None and self._room.height < _ROOMY
        return min(self._scale, 1) if crowded else self._scale

    def _how_words(self, scene: Scene) -> str:
        return (scene.partner or scene.how) if self._helper else scene.how


def _standing(phase: Phase) -> str:
    if phase in (Phase.PAUSED, Phase.AWAY):
        return _("Paused. Space goes on.")
    return ""
