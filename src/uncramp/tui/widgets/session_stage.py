"""The middle of the session screen: what to do now, the time, and what comes next."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize

from uncramp.domain.session import Phase
from uncramp.guidance.context import Context
from uncramp.guidance.view import Scene, View
from uncramp.i18n import _
from uncramp.terminal.layout import Room, stage_room
from uncramp.tui.widgets.choices import Choices
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.plain_text import BigText, PlainText
from uncramp.tui.widgets.progress_footer import ProgressFooter
from uncramp.tui.widgets.time_panel import HALF, PLAIN, Time, TimePanel

_FIGURE_WIDTHS = (30, 80)
"""The narrowest and the widest room for a figure, in columns; between them it takes `_SHARE` of the stage."""

_SHARE = 0.42


class SessionStage(Vertical):
    """Shows one view after the other. The instruction and the time never go, whatever the room.

    It is made of few widgets: each takes a millisecond at the start, and the person waits.
    """

    DEFAULT_CSS = """
    SessionStage { width: 1fr; height: 1fr; }
    SessionStage #say { margin: 1 0; max-height: 70%; }
    SessionStage.-small #say { margin: 0; }
    SessionStage #middle { height: 1fr; }
    SessionStage #words { width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    SessionStage.-tiny #words { scrollbar-size-vertical: 0; }
    SessionStage #figure { margin-left: 2; }
    SessionStage #notice { color: $alert; text-style: bold; height: auto; }
    SessionStage.-small #choices { margin: 0; }
    SessionStage.-large TimePanel { margin: 1 0; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._view: View | None = None
        self._helper, self._notices = False, ""
        self._more, self._explained_last = False, ("", "")
        self._room = Room(0, 0)
        # Held, not looked up: this is what every tick touches.
        self._say, self._how, self._notice = BigText(id="say"), PlainText(id="how"), PlainText(id="notice")
        self._choices, self._time, self._foot = Choices(id="choices"), TimePanel(), ProgressFooter()
        self._figure = FigureView(context, id="figure")
        self._scroll = VerticalScroll(id="words", can_focus=False)
        # Outside what scrolls, so that an answer is always in sight.
        self._at_times = (self._notice, self._choices)

    def compose(self) -> ComposeResult:
        """Words above, time below. What they show at first is known by now, so that they are styled but once."""
        self._fit(stage_room(*self.app.size))
        yield self._say
        with Horizontal(id="middle"):
            with self._scroll:
                yield self._how
            yield self._figure
        yield from (widget for widget in self._at_times if widget.words)
        yield from (self._time, self._foot)

    def on_resize(self, event: Resize) -> None:
        if event.size != (self._room.columns, self._room.lines):
            self._fit(Room(*event.size))

    def _fit(self, room: Room) -> None:
        self._room = room
        self.update_classes({"-tiny": room.tiny, "-small": room.small, "-large": room.large})
        least, most = _FIGURE_WIDTHS
        self._figure.styles.width = max(least, min(most, int(room.columns * _SHARE)))
        self._say.expect(room.columns)
        self._draw()

    def show(self, view: View, *, helper: bool, notice: str) -> None:
        """Show a view. `helper` shows the words for a helper in place of the person's own."""
        self._view, self._helper = view, helper
        paused = _("Paused. Space goes on.") if view.phase in (Phase.PAUSED, Phase.AWAY) else ""
        self._notices = "\n".join(filter(None, (notice, paused)))
        if self._room.columns:
            self._draw()

    @property
    def overflows(self) -> bool:
        """Whether there is more to read than is shown."""
        return self._scroll.max_scroll_y > 0 or bool(self._scene and self._scene.cautions and self._room_for_words)

    def read(self, way: int) -> None:
        """Show what stands further down, and behind it the other cautions; further up where `way` is -1."""
        at_end = self._scroll.scroll_offset.y >= self._scroll.max_scroll_y
        if way > 0 and at_end and not self._more:
            self._more = True
            self._draw()
            self.call_after_refresh(self._scroll.scroll_end, animate=False)
        elif way < 0 and self._more and not self._scroll.scroll_offset.y:
            self._more = False
            self._draw()
        else:
            self._scroll.scroll_relative(y=way * max(1, self._scroll.size.height - 1), animate=False)

    @property
    def _scene(self) -> Scene | None:
        return self._view.scene if self._view else None

    @property
    def _room_for_words(self) -> bool:
        room, scene = self._room, self._scene
        return not room.tiny and not (room.small and scene is not None and bool(scene.choices))

    def _draw(self) -> None:
        view, room = self._view, self._room
        if view is None or view.scene is None:
            return
        scene = view.scene
        self._figure.show(scene.pictured if room.pictured else None)
        self._say.say(scene.say, room.lines // 3 if room.large else 0)
        if (scene.name, scene.how) != self._explained_last:
            self._explained_last, self._more = (scene.name, scene.how), False
        explained = self._explained(scene)
        if explained != self._how.content:
            # From the beginning; the keys that read on are there if they don't all fit.
            self._how.show_styled(explained)
            self._scroll.scroll_home(animate=False)
        self._notice.show("" if room.small and scene.choices else self._notices)
        self._choices.offer(scene.choices, room.columns)
        if self._time.is_attached:
            # The notice and the choices are mounted when they first have something to say.
            for widget in self._at_times:
                if widget.words and widget.parent is None:
                    self.mount(widget, before=self._choices if self._choices.parent else self._time)
        self._time.show(self._clock(scene))
        self._foot.show(view, room)

    def _explained(self, scene: Scene) -> Content:
        """How to do it, and the one caution that matters most; the others once somebody reads on."""
        room = self._room
        if not self._room_for_words:
            return Content()
        how = Content.styled((scene.partner or scene.how) if self._helper else scene.how, "$quiet")
        shown = (scene.caution, *(scene.cautions if self._more else ()))
        cautions = Content.styled("\n".join(f"▲ {one}" for one in shown if one), "$alert")
        close = room.small or (room.pictured and scene.pictured)
        return Content("\n" if close else "\n\n").join([part for part in (how, cautions) if part])

    def _clock(self, scene: Scene) -> Time:
        room = self._room
        time = Time(
            face=scene.clock,
            scale=self._scale(scene),
            gap=2 if room.tiny else 5 if room.large else 3,
            move=scene.move,
            move_lines=0 if room.small else 4,
            of="" if room.small else scene.of,
            progress="" if room.tiny else scene.progress,
            cut=room.small,
        )
        both = f"{time.of} · {time.progress}"
        beside_figure = scene.pictured and room.pictured
        if time.of and time.progress and beside_figure and len(both) <= time.beside(room.columns):
            # The words above gain a line.
            return replace(time, of="", progress=both)
        return time

    def _scale(self, scene: Scene) -> int:
        room = self._room
        if scene.choices or room.tiny:
            # No question hurries anybody.
            return PLAIN
        if room.small:
            return HALF
        crowded = scene.pictured is not None and not room.roomy
        return 2 if room.large and not crowded else 1
