"""The middle of the session screen: what to do now, the time, and what comes next."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize

from uncramp.domain.standing import Phase
from uncramp.i18n import _
from uncramp.tui.widgets.bar import Bar
from uncramp.tui.widgets.big_clock import PLAIN, BigClock
from uncramp.tui.widgets.block import HALF
from uncramp.tui.widgets.choices import Choices
from uncramp.tui.widgets.prompt import Prompt
from uncramp.tui.widgets.say import Say
from uncramp.tui.widgets.words import Words
from uncramp.view import Scene, View

_SMALL, _MIDDLE, _LARGE = (30, 8), (56, 19), (100, 32)
"""From how many columns and lines on the stage is more than tiny, more than small, and large."""


def _fits(needed: tuple[int, int], room: tuple[int, int]) -> bool:
    return room[0] >= needed[0] and room[1] >= needed[1]


class Stage(Vertical):
    """Shows one view after the other. The instruction and the time never go, whatever the room."""

    DEFAULT_CSS = """
    Stage { width: 1fr; height: 1fr; }
    Stage #words { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; padding: 1 0 0 0; }
    Stage #how { color: $quiet; margin-top: 1; }
    Stage #cautions { color: $alert; margin-top: 1; }
    Stage #notice { color: $alert; text-style: bold; height: auto; }
    Stage #time { height: auto; }
    Stage #beside { width: 1fr; height: auto; padding-left: 3; }
    Stage #move { color: $foreground; text-style: bold; }
    Stage #of, Stage #progress { color: $quiet; }
    Stage .line { height: 1; }
    Stage #left { width: auto; color: $quiet; padding-left: 2; }
    Stage #next { width: 1fr; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis; }

    Stage.-small #words { padding: 0; }
    Stage.-small #how, Stage.-small #cautions { margin-top: 0; }
    Stage.-small #whole-line, Stage.-small #of { display: none; }
    Stage.-small #progress { text-wrap: nowrap; text-overflow: ellipsis; }
    Stage.-tiny #how, Stage.-tiny #cautions, Stage.-tiny #bar, Stage.-tiny #of,
    Stage.-tiny #next, Stage.-tiny #progress { display: none; }
    Stage.-tiny #words { scrollbar-size-vertical: 0; }
    Stage.-tiny #beside { padding-left: 2; }
    Stage.-large #time { margin: 1 0; }
    Stage.-large #beside { padding-left: 5; }
    Stage.-large #next-line { margin-top: 1; }
    """

    def __init__(self) -> None:
        """Make an empty stage."""
        super().__init__()
        self._view: View | None = None
        self._helper = False
        self._scale = 1
        self._say_lines = self._move_lines = 0

    def compose(self) -> ComposeResult:
        """Words above, time below."""
        with VerticalScroll(id="words", can_focus=False):
            yield Say(id="say")
            yield Words(id="how")
            yield Words(id="cautions")
            yield Choices(id="choices")
        yield Words(id="notice")
        with Horizontal(id="time"):
            yield BigClock(id="clock")
            with Vertical(id="beside"):
                yield Say(id="move")
                yield Words(id="of")
                yield Words(id="progress")
        yield Bar(id="bar")
        with Horizontal(id="whole-line", classes="line"):
            yield Bar(id="whole")
            yield Words(id="left")
        with Horizontal(id="next-line", classes="line"):
            yield Words(id="next")
            yield Prompt(id="prompt")

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        room = event.size.width, event.size.height
        tiny, small, large = not _fits(_SMALL, room), not _fits(_MIDDLE, room), _fits(_LARGE, room)
        self._scale = PLAIN if tiny else HALF if small else 2 if large else 1
        self._say_lines = room[1] // 3 if large else 0
        self._move_lines = 0 if small else 4
        self.set_class(tiny, "-tiny")
        self.set_class(small, "-small")
        self.set_class(large, "-large")
        self._draw()

    def show(self, view: View, *, helper: bool, notice: str) -> None:
        """Show a view. `helper` shows the words for a helper in place of the person's own."""
        self._view, self._helper = view, helper
        self.query_one("#notice", Words).show(notice or _standing(view.phase))
        self._draw()

    def _draw(self) -> None:
        view = self._view
        if view is None or view.scene is None:
            return
        scene = view.scene
        self.query_one("#say", Say).say(scene.say, self._say_lines)
        self.query_one("#how", Words).show(self._how(scene))
        self.query_one("#cautions", Words).show("\n".join(f"▲ {one}" for one in scene.cautions))
        self.query_one("#choices", Choices).show(scene.choices)
        scale = PLAIN if scene.choices else self._scale  # nobody is to be hurried by a question
        self.query_one("#clock", BigClock).show(scene.clock, scale)
        self.query_one("#move", Say).say(scene.move, self._move_lines)
        self.query_one("#of", Words).show(scene.of)
        self.query_one("#progress", Words).show(scene.progress)
        self.query_one("#next", Words).show(view.offer or scene.next)
        self.query_one("#prompt", Prompt).show(scene.enter)
        self.query_one("#bar", Bar).show(scene.done)
        self.query_one("#whole", Bar).show(view.whole)
        self.query_one("#left", Words).show(view.left)

    def _how(self, scene: Scene) -> str:
        if self._helper:
            return scene.partner or _("There are no words for a helper here.")
        return scene.how


def _standing(phase: Phase) -> str:
    if phase in (Phase.PAUSED, Phase.AWAY):
        return _("Paused. Space goes on.")
    return ""
